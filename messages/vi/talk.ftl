# Conversations: buttons, prompts, confirmations, errors. Wording and limits: DOMAIN §9.
# Buttons: at most 20 characters. Prompts, confirmations, errors: at most 160.

## Buttons

b-new = ✍️ Gửi phản ánh
b-nil = ☑️ Không phát sinh
b-mine = 📂 Báo cáo của tôi
b-focus = 🎯 Trọng tâm kỳ
b-replies = 💬 Kết quả xử lý
b-docs = 📚 Tài liệu
b-help = ❓ Trợ giúp
b-settings = ⚙️ Cài đặt
b-mydata = 🔐 Dữ liệu của tôi
b-send = ✅ Gửi
b-urgent-ok = 🔴 Gửi khẩn
b-urgent-dn = Hạ mức
b-edit = ✏️ Sửa nội dung
b-sendnow = ✅ Gửi luôn
b-writemore = ✍️ Viết thêm
b-addto = ➕ Thêm vào
b-newrep = ✍️ Phản ánh mới
b-direct = 🔒 Chỉ gửi cấp trên
b-reissue = Cấp lại mã
b-cancel = ✖️ Bỏ
b-drop = Bỏ
b-hold = Giữ lại
b-keep = ✔️ Giữ nguyên
b-back = ‹ Quay lại
b-more = ➕ Bổ sung
b-addwords = ✍️ Viết thêm vào
b-all = Xem tất cả
b-topics = Lĩnh vực khác
b-right = ✔️ Đúng
b-other = Chọn lại
b-skip = Bỏ qua
b-done = Xong
b-undo = ↩️ Thu hồi
b-normal = Thường
b-attn = 🟡 Cần lưu ý
b-urgent = 🔴 Khẩn
b-pos = 🙂 Đồng tình
b-worry = 😟 Băn khoăn
b-anger = 😠 Bức xúc
b-neutral = ⚪ Chưa rõ thái độ
b-e1 = Có ý kiến
b-e2 = Một số ý kiến
b-e3 = Nhiều ý kiến
b-e4 = Đa số ý kiến
b-calm = Lắng xuống
b-same = Giữ nguyên
b-grow = Tăng
b-hotspot = Có thể thành nóng
b-officials = Cán bộ, đảng viên
b-workers = Công nhân
b-farmers = Nông dân
b-traders = Tiểu thương, DN
b-intellectuals = Trí thức
b-youth = Thanh niên, HSSV
b-women = Phụ nữ
b-veterans = Cựu chiến binh
b-elderly = Người cao tuổi
b-retired = Hưu trí
b-agree = Tôi đồng ý
b-disagree = Không đồng ý
b-remind-me = Nhắc tôi
b-no-remind = Không cần nhắc
b-remind-on = 🔔 Bật nhắc hạn
b-remind-off = 🔕 Tắt nhắc hạn
b-lang-vi = Tiếng Việt
b-lang-en = English
b-take-data = 📄 Xuất dữ liệu
b-withdraw = Rút đồng ý
b-erase = Xóa dữ liệu
b-keepme = Thôi xóa
b-stop-remind = Thôi nhắc hạn
b-leave = Thôi tham gia
b-ack = 🙋 Tôi nhận xử lý
b-merge = 🔗 Gộp vấn đề
b-remind = 🔔 Đôn đốc
b-export = 📄 Xuất .docx

## Asking

p-welcome = Kênh Báo Nhanh của Tổ cộng tác viên dư luận xã hội { $unit }. Gõ ngay nội dung cần báo, chọn thái độ rồi bấm ✅ Gửi.
p-welcome-numbered = Kênh Báo Nhanh của Tổ cộng tác viên dư luận xã hội { $unit }. Gõ ngay nội dung cần báo; bot trả lời kèm các số, gõ số của thái độ rồi “gửi”.
p-rule = Ghi ý kiến, không ghi danh tính: không họ tên, số điện thoại, giấy tờ, địa chỉ nhà của người dân. Không gửi tài liệu mật.
p-text = Dư luận đang nói gì? Ghi ngắn: việc gì, ở đâu, bà con nói thế nào.
p-photos = { $n ->
   *[other] Đã nhận { $n } tệp. Ghi thêm: việc gì, ở đâu, bà con nói thế nào?
}
p-more = Mời viết thêm: việc gì, ở đâu. Phần đã viết được giữ nguyên.
p-unsent = CHƯA GỬI. ① Chọn thái độ  ② Bấm ✅ Gửi
p-unsent-numbered = CHƯA GỬI. Trả lời một dòng: số của thái độ, rồi “gửi”. Ví dụ: 3 gửi
p-unsent-ready = CHƯA GỬI. Gõ “gửi” để gửi, hoặc gõ số khác để đổi.
p-cut = […] Nội dung dài { $n } chữ cái, ở đây chỉ hiện phần đầu và phần cuối.
p-files = { $n ->
   *[other] Kèm { $n } tệp.
}
p-topic = Lĩnh vực nào?
p-level = Mức độ?
p-tone = Thái độ chung của dư luận?
p-answer-sends = Chọn xong là gửi.
p-pii = { $n ->
   *[other] Đã che { $n } chỗ. Hệ thống không lưu bản gốc; nên xóa tin gốc trong khung chat.
}
p-urgent = Gửi cảnh báo khẩn tới cán bộ trực ngay? Nếu có nguy hiểm tính mạng, gọi 113/114/115 trước.
p-add = Thêm vào phản ánh đang soạn?
p-add-first = Tin vừa gõ chưa được xếp. Thêm vào phản ánh đang soạn, hay để thành phản ánh mới?
p-edit = Nội dung hiện tại ở trên. Mời gõ nội dung mới; chưa gõ thì vẫn giữ như cũ.
p-drop = Bỏ bản nháp này?
p-extra = Bổ sung (không bắt buộc): phạm vi ý kiến, tầng lớp, dự báo, đề xuất, ảnh.
p-forecast = Theo đánh giá tại chỗ, vài ngày tới tình hình sẽ thế nào?
p-forecast-words = Chọn hoặc ghi bằng lời.
p-proposal = Đề xuất hướng xử lý? (1–2 câu)
p-spread = Phạm vi ý kiến?
p-group = Tầng lớp nào quan tâm nhất? Chọn được nhiều, rồi chọn Xong.
p-media = Mời gửi ảnh JPG/PNG hoặc PDF, tối đa { $n } tệp. Không chụp mặt người, biển số, giấy tờ.
p-media-more = { $n ->
   *[other] Đã nhận { $n } tệp. Gửi tiếp, hoặc chọn Xong.
}
p-area = Địa bàn: { $area }. Đổi?
p-nil = Xác nhận { $period }: địa bàn { $area } không có vấn đề mới phát sinh?
p-nil-instead = Gửi như một phản ánh?
p-join = Nhập mã mời do điều phối viên cấp (10 chữ cái, viết liền).
p-reminders = Nhắc qua tin nhắn khi sắp đến hạn báo cáo? Đổi lúc nào cũng được: /caidat
p-which = Chọn một phản ánh đã gửi.
results-head = 💬 Kết quả xử lý, mới nhất trước:
results-one = { $date } · { $said }
results-older = Còn { $n } kết quả trước đó; xem từng phản ánh ở /cuatoi.
p-report = { $code } · { $date } · { $status }
p-amend = Mời gõ lại toàn bộ nội dung mới của { $code }.
p-addition = Mời viết phần bổ sung cho { $code }.
p-withdraw = Thu hồi { $code }?
p-withdraw-alerted = Thu hồi { $code }? Những người đã nhận cảnh báo sẽ được báo lại.
p-data = Dữ liệu của tôi: xuất toàn bộ, rút đồng ý, hoặc xóa.
p-consent-out = Rút đồng ý với việc nào? Phản ánh đã gửi vẫn giữ, không kèm tên người gửi.
p-leave = Thôi tham gia Tổ cộng tác viên? Sau đó không gửi và không nhận tin được nữa.
p-erase = Xóa dữ liệu cá nhân: tên, tài khoản nhắn tin, lịch sử nhắc hạn, liên kết với phản ánh đã gửi. Không thu lại được sau { $hours } giờ.
p-erase-stays = Còn giữ: nội dung phản ánh không kèm người gửi; bằng chứng đồng ý trong { $years } năm theo luật.
p-erase-words = Để xác nhận, gõ: XÓA HẾT. Để thôi, gõ: thôi
p-settings = Cài đặt. Nhắc hạn đang { $reminders }.
p-on = bật
p-off = tắt
p-numbers = Hoặc gõ: { $labels }

consent = Để tham gia Tổ CTV, { $unit } xử lý: họ tên, đơn vị, tài khoản nhắn tin, nội dung anh/chị báo và thời gian gửi. Mục đích: tiếp nhận, tổng hợp, phản hồi dư luận xã hội; nhắc hạn báo cáo. Không dùng vào việc khác, không quảng cáo. Nội dung báo không kèm danh tính người dân. Tên anh/chị không chuyển cho đơn vị được phản ánh. Lưu tối đa { $months } tháng. Anh/chị có quyền xem, sửa, xóa, rút đồng ý bất cứ lúc nào: /dulieu. Đầu mối bảo vệ dữ liệu: { $contact }. Dữ liệu hoạt động trực tuyến là dữ liệu nhạy cảm.
consent-abroad = Kênh này đặt máy chủ ngoài Việt Nam.

help-report = Gõ nội dung cần báo, chọn thái độ rồi gửi. Việc gấp: mở đầu bằng KHẨN hoặc /khan.
help-commands = /baocaoky báo cáo theo kỳ · /khongphatsinh không có gì mới · /cuatoi phản ánh đã gửi · /ketqua kết quả xử lý · /xoa bỏ nháp hoặc thu hồi · /dulieu dữ liệu của tôi · /caidat cài đặt · /kenh kênh của tôi · /tieptuc soạn tiếp ở kênh này · /lich lịch hạn · /quyche quy chế
help-drop = Đang soạn dở: /huy để bỏ, /start để xem lại câu đang hỏi. Bản nháp không mất.
help-contact = Cần người trực: { $phone }. Đầu mối: { $contact }.

## Confirmations

c-filed = ✅ ĐÃ GỬI { $time } · mã { $code }
c-sent = { $minutes ->
   *[other] Đã ghi nhận, mã { $code }. Trong { $minutes } phút còn sửa hoặc thu hồi được.
}
c-urgent = { $n ->
    [0] Đã ghi nhận khẩn, mã { $code }, chưa báo được ai, hãy gọi { $phone }.
   *[other] Đã ghi nhận khẩn, mã { $code }, đang báo { $n } cán bộ trực.
}
c-unclaimed = Chưa có người nhận { $code }. Hãy gọi { $phone }.
c-acked = { $code }: cán bộ trực nhận xử lý lúc { $time }.
c-referred = { $code }: đã chuyển { $unit } xác minh, hẹn trả lời trước { $due }.
c-nil = Đã ghi nhận: { $period } không phát sinh. Cảm ơn.
c-undone = Đã thu hồi { $code }.
c-saved = Đã lưu nháp. Nhắn tiếp bất cứ lúc nào.
c-merged = { $n ->
   *[other] { $code } đã gộp vào vấn đề { $matter } ({ $n } phản ánh cùng nội dung).
}
c-amended = Đã sửa { $code }.
c-added = Đã bổ sung vào { $code }.
c-nothing-added = Không bổ sung gì. { $code } giữ nguyên.
c-closed = Đã đóng bảng này.
c-kept = Đã giữ nguyên.
c-dropped = Đã bỏ bản nháp.
c-joined = Đã tham gia Tổ cộng tác viên { $unit }.
c-declined = Chưa tham gia. Không có gì được lưu, mã mời vẫn dùng được.
c-exported = Đây là toàn bộ dữ liệu đang lưu.
c-reminders-on = Sẽ nhắc khi sắp đến hạn.
c-reminders-off = Không nhắc hạn nữa.
c-left = Đã rút đồng ý và thôi tham gia. Cảm ơn thời gian đã đóng góp.
c-erasing = Đã nhận yêu cầu xóa. Hoàn tất sau { $hours } giờ; trước lúc đó vẫn thôi được: /dulieu
c-kept-me = Không xóa nữa. Dữ liệu được giữ nguyên.
c-language = Từ nay dùng tiếng Việt.
c-nudge = CHƯA gửi: “{ $start }…”. Bấm ✅ Gửi hoặc trả lời: gửi
c-draft-ended = Bản nháp “{ $start }…” để quá lâu nên đã xóa, chưa gửi đi đâu.

## Where a report stands

status-sent = đã gửi
status-received = đã nhận
status-answered = đã có kết quả
status-merged = đã gộp vào vấn đề
status-compiled = đã vào tổng hợp
status-returned = cần bổ sung
status-excluded = không đưa vào tổng hợp
status-withdrawn = đã thu hồi

## Errors and guard-rails

e-unknown = Chưa hiểu ý này. Gõ nội dung cần báo, hoặc gõ /trogiup.
e-choose = Chưa khớp câu trả lời nào. Mời chọn một mục bên dưới.
e-perm = Chức năng này dành cho điều phối viên.
e-notmember = Tài khoản chưa có trong danh sách cộng tác viên. Liên hệ { $contact }.
e-short = Nội dung ngắn quá. Gửi luôn hay viết thêm việc gì, ở đâu?
e-long = { $n ->
   *[other] Nội dung dài, đã ghi thành { $n } phần của cùng một phản ánh.
}
e-over = Chỉ giữ được { $kept } ký tự đầu. Phần sau ({ $lost } ký tự) chưa lưu, mời gửi thành phản ánh khác.
e-nowords = Chưa thấy chữ nào. Mời ghi bằng chữ: việc gì, ở đâu.
e-letters = Chưa thấy chữ nào. Mời gõ lại.
e-expired = Câu hỏi này đã qua. Câu hiện tại ở dưới.
e-first = Đây là câu đầu tiên. Để thôi, gõ: bỏ
e-turns = Cuộc trò chuyện đã quá dài nên tạm dừng. Nội dung đã viết được giữ thành bản nháp.
e-nofile = Câu này trả lời bằng chữ. Ảnh gửi sau cũng được.
e-files = Nhận tối đa { $n } tệp. Tệp thừa chưa được nhận.
e-locked = Kỳ { $period } đã chốt. Gửi tiếp sẽ tính vào { $next }.
e-file = Chỉ nhận ảnh JPG/PNG hoặc PDF dưới { $mb } MB.
e-net = Hệ thống đang bận, chưa ghi được. Giữ nguyên tin, hệ thống sẽ tự nhận lại khi thông.
e-secret = Nội dung có dấu mật, hệ thống không lưu. Báo trực tiếp { $contact }.
e-dup = Có vẻ đã báo nội dung này ({ $code }). Gửi thêm hay bổ sung vào mã cũ?
e-code = Mã mời không đúng hoặc không còn dùng được. Xem lại mã, hoặc liên hệ điều phối viên đã cấp.
e-no-reports = Chưa có phản ánh nào.
e-no-results = Chưa có kết quả xử lý nào. Khi có sẽ báo ngay.
e-no-period = Hiện không có kỳ báo cáo nào đang mở.
e-nil-early = Còn sớm, sẽ hỏi lại { $date }. Báo ngay cũng được.
e-nil-settled = { $period } đã có báo cáo. Có việc mới thì cứ gõ nội dung.
e-not-editable = { $code } đã quá thời gian sửa hoặc đã có người nhận. Có thể bổ sung.
e-not-withdrawable = { $code } đã quá thời gian thu hồi hoặc đã có người nhận. Có thể bổ sung.
e-erase-words = Chưa đúng lời xác nhận, chưa xóa gì.
g-scope = Đơn khiếu nại, tố cáo của một người thì hướng dẫn gửi { $reception }. Nếu là dư luận chung, cứ gửi.
g-reception = nơi tiếp công dân
