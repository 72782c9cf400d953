# Bàn làm việc: vấn đề, phiếu chuyển, và việc làm với một phản ánh. Cách gọi: DOMAIN §9.

console-nav-matters = Vấn đề
console-nav-referrals = Phiếu chuyển
console-matter = Vấn đề
console-matter-code = Mã vấn đề, ví dụ VD-12
console-open = Mở
console-choose = Chọn…
console-over = hơn { $n }

console-matter-open-ones = Đang mở
console-matter-due = Hạn trả lời
console-matter-overdue = Có phiếu quá hạn
console-matter-whose = Của ai
console-matter-mine = Tôi đã làm
console-matter-late = quá hạn từ { $due }
console-changed = đổi { $at }
console-matters-n = { $n } vấn đề
console-matters-more = Hơn 1.000 vấn đề
console-matters-empty = Không có vấn đề nào đang mở.
console-matters-empty-how = Mở một phản ánh, bấm Lập vấn đề. Các phản ánh cùng việc gộp vào một vấn đề; máy gợi ý, người quyết định.
console-matters-none = Không có vấn đề nào như đã chọn.

console-sensitive = Nhạy cảm
console-sealed = chỉ gửi cấp trên
console-nav-sealed = Chỉ gửi cấp trên
console-sealed-noted = Mỗi lần mở danh sách, mở một phản ánh hay một tệp ở đây đều được ghi vào nhật ký. Đơn vị của phản ánh không biết có phản ánh này: không nhắc số PA với họ.
console-sealed-empty = Chưa có phản ánh nào gửi riêng cho cấp trên.
console-sealed-empty-how = Cộng tác viên của { $units } bấm 🔒 Chỉ gửi cấp trên, hoặc gõ “kín”, thì phản ánh hiện ở đây và vào khung chat của mình; đơn vị họ không thấy.
console-sealed-open-how = Vấn đề lập từ phản ánh này thuộc cấp trên và là nhạy cảm: chỉ người đọc phản ánh kín xem được. Ghi bằng lời của mình, không nêu đơn vị, để không lộ người báo.
console-direct-line = Người đơn tuyến
console-direct-line-what = Không có trong danh sách nào, con số nào của đơn vị họ. Không nêu tên với đơn vị.
console-direct-line-empty = Chưa có ai là đơn tuyến.
console-direct-line-empty-how = Người quản trị ghi cột Đơn tuyến trong danh sách kèm quyết định khi nhập nhân sự.
console-result = Kết quả
console-verdict = Xác minh
console-origin = Báo cáo lên từ
console-opened = Mở lúc
console-closed = Kết thúc lúc
console-feedback = Người báo
console-matter-reports = Phản ánh ({ $n })
console-matter-unseen = { $n } phản ánh không hiện ở đây.
console-matter-other = đã gộp
console-directives = Văn bản chỉ đạo
console-acts = Việc làm được
console-timeline = Diễn biến
console-timeline-earlier = Chỉ hiện 200 việc gần nhất.

console-lead = chủ trì
console-reason = Lý do: { $why }
console-answer = Trả lời: { $verdict }
console-answer-waiting = chờ duyệt
console-answer-approved = đã duyệt
console-answer-sent-back = đã trả lại đơn vị
console-done-by = Trước ngày
console-reporters-read = Người báo đọc
console-lacking = Cần bổ sung
console-no-evidence = Không có ảnh hay văn bản kèm theo. Cần thì trả lại, đề nghị bổ sung.
console-more-time = Đơn vị xin đến { $until }
console-late-days = { $n ->
    *[other] quá hạn { $n } ngày làm việc
}
console-late-today = đã qua giờ hạn
console-left-days = { $n ->
    [0] hôm nay
    *[other] còn { $n } ngày làm việc
}

console-link-unit = Đường liên kết, phiếu giấy
console-link-unit-how = Ai có đường liên kết này trả lời được thay đơn vị: chỉ gửi cho đơn vị.
console-link-of = Đường liên kết của { $code }
console-link-copy = Sao chép đường liên kết
console-link-copied = Đã sao chép
console-link-revoked = Đường liên kết đã thu hồi: không ai mở được phiếu bằng đường liên kết nữa. Phiếu in ra không có mã QR.
console-link-renew = Cấp đường liên kết mới
console-link-revoke = Thu hồi đường liên kết
console-link-renew-how = Gửi nhầm người? Thu hồi thì đường liên kết đã gửi không mở được gì nữa. Cấp đường liên kết mới thì đường cũ cũng hết hiệu lực, người của đơn vị nhận đường mới trong khung chat.
console-slip = Phiếu .docx để in

console-do-refer = Chuyển đơn vị
console-do-reply = Trả lời người báo
console-do-close = Kết thúc
console-do-reopen = Mở lại
console-do-verified = Ghi kết quả xác minh
console-do-join = Gộp phản ánh
console-do-split = Tách ra
console-do-level = Đổi mức
console-do-reword = Sửa lời
console-do-guard = Đánh dấu nhạy cảm
console-do-raise = Báo cáo cấp trên
console-do-approve = Duyệt, gửi người báo
console-do-send-back = Trả lại đơn vị
console-do-move = Chuyển đơn vị khác
console-do-open = Lập vấn đề
console-do-ask = Hỏi thêm người báo
console-do-exclude = Không xử lý

console-field-unit = Đơn vị
console-field-due = Trả lời trước
console-field-said = Nội dung đơn vị sẽ đọc
console-field-told = Người báo sẽ đọc
console-field-result = Kết quả
console-field-checked = Đã kiểm tra thế nào: ai, ở đâu, ngày nào
console-field-why = Lý do
console-field-raise = Vì sao cần cấp trên: đã làm gì, vướng gì
console-field-matter = Vấn đề, bằng lời của mình
console-field-report = Mã phản ánh, ví dụ PA-12
console-field-lacking = Đơn vị cần bổ sung điều gì
console-field-question = Câu hỏi
console-field-reason = Lý do, người báo sẽ đọc được
console-kind-urgent = Khẩn: { $due }
console-kind-normal = Thường: { $due }
console-kind-complex = Phức tạp: { $due }

console-approve-how = Nói rõ đã kiểm tra gì, thấy gì, sẽ làm gì. Mọi người báo của vấn đề nhận được lời này.
console-reply-how = Mọi người báo của vấn đề nhận được lời này trong khung chat của mình.
console-close-how = Không kết thúc khi chưa có lời. Mọi người báo đọc được; phiếu còn mở thì thôi.
console-move-how = Đơn vị cũ còn chịu trách nhiệm cho tới khi đơn vị mới tiếp nhận.
console-reword-how = Lời cũ vẫn giữ trong diễn biến.
console-verified-how = Trả lời của đơn vị đã duyệt thì không phải ghi lại. Ghi lần sau thì lần sau được tính; mở lại vấn đề thì xác minh lại.
console-guard-how = Từ nay chỉ những người được chọn, và người đánh dấu, xem được vấn đề này.
console-guard-who = Ai được xem
console-open-how = Ghi bằng lời của mình, để không lộ người báo.
console-ask-how = Hai bên không biết nhau là ai. Câu trả lời ghi vào phản ánh.
console-exclude-how = Người báo được báo lý do. Phản ánh vẫn được giữ và đếm.
console-join-this = Gộp { $code }
console-join-into = Gộp vào { $code }
console-join-matter = Gộp vào vấn đề
console-join-none = Không thấy phản ánh nào giống. Biết mã thì ghi ở dưới.

console-again-masked = Đã che thông tin cá nhân bằng các từ trong ngoặc vuông, ví dụ [tên]. Chưa ghi gì. Đọc lại, rồi bấm lần nữa.
console-again-empty = Cần có lời.
console-again-long = Dài quá { $n } ký tự. Viết ngắn lại.
console-again-vague = Chưa thấy kết quả cụ thể: đã kiểm tra gì, thấy gì. Ghi thêm rồi bấm lại.
console-again-not = Thôi, không ghi

console-told-changed = Chưa ghi: trang này vừa có thay đổi. Xem lại rồi làm lại.
console-told-not-now = Việc này lúc này không làm được. Xem lại trạng thái, các ô đã chọn.
console-told-referred = Đã chuyển. Đơn vị nhận được tin; những người báo được báo.
console-told-referred-by-hand = Đã chuyển. Đơn vị chưa có ai nhận tin ở đây: gửi đường liên kết, hoặc in phiếu.
console-told-verifying = Đã ghi: đang xác minh.
console-told-verified = Đã ghi kết quả xác minh.
console-told-replied = Những người báo đang nhận trả lời.
console-told-matter-closed = Đã kết thúc. Những người báo được báo kết quả.
console-told-reopened = Đã mở lại.
console-told-level-set = Đã đổi mức.
console-told-reworded = Đã sửa lời.
console-told-guarded = Từ nay chỉ người được chọn xem được.
console-told-unguarded = Không còn đánh dấu nhạy cảm.
console-told-split = Đã tách phản ánh.
console-told-joined = Đã gộp. Người báo được báo.
console-told-raised = Đã báo cáo cấp trên.
console-told-approved = Đã duyệt. Người báo đang nhận trả lời.
console-told-sent-back = Đã trả lại đơn vị, kèm lý do.
console-told-sent-back-by-hand = Đã trả lại, kèm lý do. Đơn vị chưa có ai nhận tin ở đây: gửi đường liên kết, hoặc gọi.
console-told-chased = Đã đôn đốc.
console-told-chased-by-hand = Đã ghi đôn đốc. Đơn vị chưa có ai nhận tin ở đây: gửi đường liên kết, hoặc gọi.
console-told-link-renewed = Đã cấp đường liên kết mới, hiện ở dưới: chép gửi cho đơn vị. Đường cũ không mở được nữa.
console-told-link-revoked = Đã thu hồi. Đường liên kết đã gửi không mở được nữa.
console-told-granted = Đã gia hạn.
console-told-granted-by-hand = Đã gia hạn. Đơn vị chưa có ai nhận tin ở đây: gửi đường liên kết, hoặc gọi.
console-told-denied = Giữ hạn cũ.
console-told-denied-by-hand = Giữ hạn cũ. Đơn vị chưa có ai nhận tin ở đây: gửi đường liên kết, hoặc gọi.
console-told-matter-opened = Đã lập vấn đề.
console-told-reporter-asked = Đã hỏi người báo. Có trả lời thì hiện ở đây và báo trong khung chat.
console-told-reporter-unreachable = Không hỏi được: không còn liên hệ với người báo.
console-told-excluded = Đã ghi không xử lý. Người báo được báo lý do.

console-asked = Đã hỏi người báo
console-asked-answer = Người báo trả lời
console-asked-waits = Chưa có trả lời.

console-board-overdue = Quá hạn
console-board-today = Hôm nay
console-board-week = Tuần này
console-board-later = Sau đó
console-board-answered = Chờ duyệt
console-board-empty = Không có phiếu chuyển nào đang chờ.
console-board-empty-how = Mở một vấn đề, bấm Chuyển đơn vị. Phiếu hiện ở đây theo hạn trả lời, quá hạn ở đầu.

console-home-matters = vấn đề đang mở
console-home-answers = trả lời chờ duyệt
console-home-overdue = phiếu chuyển quá hạn

# Ai làm, làm gì

console-by-coordinator = Điều phối viên { $who }
console-by-leader = Lãnh đạo { $who }
console-by-duty = Cán bộ trực { $who }
console-by-unit = Đơn vị { $who }
console-by-staff = { $who }
console-by-link = Đơn vị, qua đường liên kết
console-by-reporters = Người báo
console-by-machine = Máy
console-did-opened = Lập vấn đề
console-did-joined = Gộp { $report }
console-did-split = Tách { $report }
console-did-level = Đổi mức: { $level }
console-did-sensitive = Người được xem: { $readers }
console-did-reworded = Sửa lời. Lời cũ:
console-did-verify = Bắt đầu xác minh
console-did-verified = Kết quả xác minh: { $verdict }
console-did-refer = Chuyển đơn vị
console-did-accepted = { $referral }: tiếp nhận
console-did-more-time = { $referral }: xin thêm thời gian
console-did-granted = { $referral }: gia hạn
console-did-denied = { $referral }: giữ hạn cũ
console-did-returned = { $referral }: trả lại, không thuộc thẩm quyền
console-did-handed-in = { $referral }: trả lời
console-did-chased = { $referral }: đôn đốc
console-did-reassigned = { $referral }: chuyển đơn vị khác
console-did-freed = { $referral }: thôi, đơn vị khác đã tiếp nhận
console-did-link-renewed = { $referral }: đổi đường liên kết
console-did-link-revoked = { $referral }: thu hồi đường liên kết
console-did-called-off = { $referral }: thôi, vấn đề đã kết thúc
console-did-approved = { $referral }: duyệt trả lời
console-did-sent-back = { $referral }: trả lại, cần bổ sung
console-did-feed-back = Trả lời người báo
console-did-asked = Hỏi người báo { $report }
console-did-told = Người báo { $report } trả lời
console-did-raise = Báo cáo cấp trên
console-did-reopen = Mở lại
console-did-close = Kết thúc
