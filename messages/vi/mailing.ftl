# Một tin gửi nhiều người: thông báo, trọng tâm kỳ, đợt, yêu cầu đột xuất. Wording: DOMAIN §9.

## Under a message to many

b-seen = 👁 Đã nắm
p-seen = Đọc xong, bấm 👁 Đã nắm hoặc gõ: đã nắm
c-seen = 👁 Đã nắm lúc { $time } { $date }
mailing-from = 📣 Thông báo của { $unit }

## How it goes, told to its author

b-pause = ⏸ Tạm dừng
b-go-on = ▶ Tiếp tục
b-call-off = ✖️ Hủy
b-missed = 📋 Chưa nhận được
b-unread = 📋 Chưa đọc
mailing-broadcast = 📣 Thông báo: “{ $said }”
mailing-focus = 🎯 Trọng tâm { $said }
mailing-request = ❓ Yêu cầu: “{ $said }”
c-mailing-going = Đang gửi: { $sent } / { $of } …
c-mailing-paused = ⏸ Đang tạm dừng: đã gửi { $sent } / { $of }.
c-mailing-done = ✅ Đã gửi xong: đến { $sent } / { $of } người.
c-mailing-cancelled = ✖️ Đã hủy: đến { $sent } người, không gửi { $n } người.
c-mailing-read = Đã nắm: { $n } / { $of } người.
c-mailing-failed = Chưa gửi được: { $n } người.
c-mailing-unreachable = Không có kênh nhận tin, hãy gọi điện: { $n } người.
c-mailing-no-file = Không tải được tệp kèm, nên chưa gửi cho ai. Chọn ▶ Tiếp tục để gửi không kèm tệp.
mailing-names-failed = Chưa gửi được: { $names }
mailing-names-unreachable = Không có kênh nhận tin, hãy gọi điện: { $names }
mailing-names-unread = Chưa đọc: { $names }
mailing-more = { $names } và { $n } người nữa
c-nobody-missed = Không còn ai chưa nhận được.
c-nobody-unread = Không còn ai chưa đọc.

## The conversation

p-broadcast = Nội dung thông báo? Gõ chữ, hoặc gửi một ảnh/PDF kèm lời. Viết sao gửi vậy, không che tên và số.
p-or-before = Hoặc chọn thông báo đã gửi để xem tình hình:
mailing-again = 📊 { $title }
p-to-whom = Gửi cho ai?
p-to-roles = Vai trò nào? Chọn một hoặc nhiều, rồi chọn Xong.
p-to-people = { $n ->
   *[other] Những ai? Chọn trong { $n } người, rồi chọn Xong. Có thể gõ tên.
}
b-to-team = Tổ của đơn vị ({ $n })
b-to-tree = Cả cấp dưới ({ $n })
b-to-roles = Theo vai trò
b-to-people = Chọn từng người
to-list = Danh sách { $period }
b-role-collaborator = Cộng tác viên
b-role-coordinator = Điều phối viên
b-role-duty = Cán bộ trực
b-role-leader = Lãnh đạo
p-want-seen = Có cần từng người xác nhận đã đọc không?
b-want-seen = 👁 Cần xác nhận
b-no-seen = Không cần
p-preview = CHƯA GỬI. Xem lại:
p-with-file = 📎 Kèm 1 tệp
p-masked-here = { $n ->
   *[other] { $n } chỗ đã bị che vì gõ ngay sau lệnh. Cần giữ nguyên thì bấm Sửa nội dung và gõ lại.
}
p-seen-asked = Người nhận được hỏi: 👁 Đã nắm
p-seen-not-asked = Không hỏi đã đọc
p-count = { $out ->
    [0] Người nhận: { $n }
   *[other] Người nhận: { $n }, trong đó { $out } người không có kênh nhận tin, cần gọi điện
}
b-send-to = ✅ Gửi cho { $n } người
b-whom = 👥 Đổi người nhận
c-announced = ✅ Đã bắt đầu gửi. Tin theo dõi tự cập nhật.
e-too-many = Chọn tối đa { $n }.

## The focus of a period

focus-point = • { $topic }: { $said }
focus-words = • { $said }
focus-head = 🎯 Trọng tâm kỳ { $period }:
focus-head-next = 🎯 Kỳ tới, { $period }:
focus-told = 🎯 Trọng tâm kỳ { $period }, hạn { $due }. Mời lắng nghe bà con về:
p-focus-now = 🎯 Trọng tâm: { $focus }
c-no-focus = Chưa đặt trọng tâm.
b-set-now = 🎯 Đặt kỳ này
b-set-next = 🎯 Đặt kỳ tới
p-focus-topics = Những lĩnh vực nào? Chọn tối đa { $n }, rồi chọn Xong.
p-focus-words = { $topic }: nghe về việc gì? Một câu, tối đa { $n } ký tự.
p-focus-before = Đang ghi: { $said }
p-focus-review = CHƯA LƯU. Xem lại:
p-focus-later = Lưu rồi, đến ngày mở kỳ Tổ sẽ tự nhận được.
b-save = 💾 Lưu
b-announce = 📣 Thông báo
b-save-push = 📣 Lưu và gửi Tổ
b-edit-topics = ✏️ Sửa lĩnh vực
c-focus-saved = ✅ Đã lưu trọng tâm kỳ { $period }. Chưa gửi cho ai.
c-focus-pushed = ✅ Đã lưu trọng tâm kỳ { $period } và đang gửi cho Tổ.
c-focus-later = ✅ Đã lưu trọng tâm kỳ { $period }. Tổ nhận được khi kỳ mở.

## Requests out of turn

p-request = Yêu cầu gì? Viết câu hỏi, tối đa { $n } ký tự. Viết sao gửi vậy, không che tên và số.
p-request-due = Hạn trả lời? Chọn, hoặc gõ ngày giờ, ví dụ: { $day } 17:00
e-request-due = Chưa hiểu, hoặc hạn quá gần (dưới 30 phút), quá xa (trên 90 ngày). Ví dụ: { $day } 17:00 · thứ sáu 17h
p-request-by = ⏰ Hạn: { $due }
b-due = ⏰ Đổi hạn
b-nothing = ☑️ Không có gì
b-ask-new = ➕ Yêu cầu mới
request-name = yêu cầu { $code } “{ $said }”
request-told = ❓ Yêu cầu của { $unit }, hạn { $due }:
request-how = Chọn ✍️ Trả lời yêu cầu, hoặc gõ /yeucau
request-one = ❓ { $said }
request-line = { $answered ->
    [1] ✅ Đã trả lời: { $said } (hạn { $due })
   *[other] ❓ { $said } (hạn { $due })
}
p-which-request = Trả lời yêu cầu nào?
p-answers = ❓ Trả lời: { $said } (hạn { $due })
c-nothing-asked = Không có yêu cầu nào đang chờ trả lời.
c-asked = ✅ Đã tạo yêu cầu và bắt đầu gửi. Ai chưa trả lời: /chuabao
c-answered-nothing = Đã ghi nhận: không có gì. Cảm ơn.
e-request-over = Yêu cầu này đã hết hạn nhận.

## Campaigns

p-campaigns = Đợt nào? Phản ánh có từ khóa của đợt được tự ghép vào đợt.
p-no-campaign = Chưa có đợt nào. Mở đợt để theo dõi dư luận về một chủ đề năm hoặc một chính sách.
campaign-one = 🏷 { $title }
b-new-campaign = ➕ Đợt mới
b-end-campaign = ⏹ Kết thúc hôm nay
campaign-year = 🏷 Chủ đề năm: { $title }
campaign-policy = 🏷 Chính sách: { $title }
campaign-days = Từ { $start } đến { $end }
campaign-open-end = chưa định
campaign-words = Từ khóa: { $words }
campaign-counts = Phản ánh: trước đợt { $before } · trong đợt { $during } · sau đợt { $after } (tính 90 ngày trước và sau)
p-campaign-title = Tên đợt? Ví dụ: Sắp xếp đơn vị hành chính
p-campaign-kind = Loại nào?
b-year = Chủ đề năm
b-policy = Chính sách
p-campaign-from = Bắt đầu ngày nào? Chọn, hoặc gõ ngày, ví dụ: { $day }
p-campaign-to = Kết thúc ngày nào? Chọn, hoặc gõ ngày, ví dụ: { $day }
b-today = Hôm nay
b-open-end = Chưa định
e-campaign-day = Chưa hiểu ngày, hoặc ngày kết thúc trước ngày bắt đầu. Ví dụ: { $day } hoặc { $day }/{ $year }
p-campaign-words = Từ khóa nào? Cách nhau bằng dấu phẩy, có dấu hay không đều được. Ví dụ: sáp nhập, sắp xếp xã, #sapnhap
e-campaign-words = Chưa thấy từ khóa nào. Gõ ít nhất một từ, ví dụ: sáp nhập, #sapnhap
p-campaign-review = CHƯA LƯU. Xem lại:
b-edit-words = ✏️ Sửa từ khóa
b-edit-title = ✏️ Sửa tên
c-campaign-open = ✅ Đã mở đợt { $title }. Phản ánh cũ có từ khóa cũng đã được ghép.
c-campaign-ended = ✅ Đợt { $title } kết thúc hết hôm nay.

## Help

help-asked = /trongtam trọng tâm của kỳ · /yeucau yêu cầu đột xuất đang chờ trả lời · /thamdo thăm dò · /hop giao ban · /viec việc được giao
help-own = Công việc của mình: { $commands }
help-coordinator = /nhom (trong nhóm Telegram) nhận tin khẩn vào nhóm · /nguoibao ai báo một phản ánh (có lý do, người báo được biết)
