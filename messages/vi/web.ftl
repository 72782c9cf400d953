# Trang web: khung chat, trang vào, trang mẫu, trang lỗi. Nút và lời thoại của cuộc trò chuyện ở talk.ftl.

web-name = Báo Nhanh
web-title = { $unit } · Báo Nhanh
web-sample-banner = Đơn vị mẫu, mọi số liệu đều giả.
web-clock = Giờ ở đơn vị mẫu: { $clock }
web-clock-stage = Việc kế tiếp của kỳ: { $at }
web-clock-due = Hạn báo cáo: { $at }
web-clock-moves = Vặn đồng hồ của đơn vị mẫu
web-noscript = Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi mở lại.

web-role-collaborator = Cộng tác viên
web-role-coordinator = Điều phối viên
web-role-duty = Cán bộ trực
web-role-leader = Lãnh đạo
web-role-administrator = Quản trị
web-role-observer = Quan sát viên
web-role-unit = Cán bộ đơn vị trả lời

web-skip = Tới ô soạn tin
web-log = Cuộc trò chuyện
web-bot-says = Báo Nhanh:
web-own-says = Tin đã gõ:
web-empty = Gõ ngay nội dung cần báo vào ô bên dưới.
web-empty-office = Chưa có tin nào. Cảnh báo sẽ hiện ở đây.
web-quick = Lệnh nhanh
web-compose = Soạn tin
web-hint = Dư luận đang nói gì?
web-hint-office = Nhắn cho Báo Nhanh
web-send = Gửi
web-attach = Thêm ảnh hoặc PDF
web-tray = Gửi kèm
web-remove = Bỏ { $name }
web-picture = Ảnh
web-pdf = Tệp PDF
web-show-picture = Xem ảnh
web-download = Tải tệp { $name }
web-below = Có tin mới
web-unread = { $count } tin mới

web-waiting = Đã giữ trên máy này, sẽ tự gửi.
web-sending = Đang gửi…
web-sending-part = Đang gửi { $percent } %
web-sent = Đã gửi
web-hidden = (Đã gửi)
web-refused = Máy chủ không nhận tin này. Nội dung vẫn còn trên máy.
web-held = Chưa gửi. Xem lại rồi bấm Gửi.
web-retry = Gửi ngay
web-again = Sửa lại
web-copy = Chép
web-copied = Đã chép
web-drop = Bỏ
web-dropped = Đã bỏ
web-tap-refused = Nút này chưa được nhận. Bấm lại sau ít phút.
web-too-many = Mỗi lần gửi tối đa { $count } ảnh.
web-full = Máy đã đầy, chưa giữ được tin. Chép nội dung lại trước khi đóng trang.
web-offline = Mất mạng. Cứ soạn, tin được giữ trên máy và tự gửi khi có mạng.
web-online = Đã có mạng lại.

web-options = Tùy chọn
web-language = Ngôn ngữ
web-leave = Rời khỏi máy này
web-leave-ask = Rời khỏi máy này?
web-leave-what = Tin lưu trên máy này, kể cả tin chưa gửi, sẽ bị xóa. Phản ánh đã gửi vẫn còn ở đơn vị. Muốn vào lại cần mã mới.
web-leave-offline = Chưa có mạng nên chưa rời được. Thử lại khi có mạng.
web-leave-yes = Rời đi
web-leave-no = Ở lại

web-entry = Nhập mã để vào
web-entry-ended = Phiên trên máy này đã hết. Tin chưa gửi vẫn được giữ.
web-code = Mã mời
web-code-hint = 10 chữ cái, viết liền, do điều phối viên cấp.
web-code-wrong = Mã gồm 10 chữ cái, không có số.
web-enter = Vào
web-opening = Đang mở bằng mã mời…
web-entry-failed = Chưa vào được. Kiểm tra mã rồi thử lại.
web-entry-offline = Chưa có mạng. Sẽ tự vào khi có mạng.

web-join-lead = Kênh của Tổ cộng tác viên dư luận xã hội { $unit }. Một tin nhắn, hai lần bấm, phản ánh tới đúng nơi.
web-join-lead-nobody = Kênh của Tổ cộng tác viên dư luận xã hội. Một tin nhắn, hai lần bấm, phản ánh tới đúng nơi.
web-join-nocode = Chưa có mã thì hỏi điều phối viên của đơn vị.
web-join-back = Đã vào trên máy này
web-join-open = Mở khung chat

web-sample-title = Thử Báo Nhanh
web-sample-steps = Thử thế nào
web-sample-how = Ở máy cộng tác viên, gõ một việc dân đang bàn, chọn thái độ rồi bấm ✅ Gửi.
web-sample-urgent = Bấm thêm 🔴 Khẩn thì máy điều phối viên trực nhận cảnh báo ngay.
web-sample-claim = Điều phối viên trực bấm 🙋 Tôi nhận xử lý, cộng tác viên được báo lại.
web-pane-collaborator = Máy cộng tác viên
web-sample-desk = Mở Bàn làm việc: một trả lời chờ duyệt, một phiếu quá hạn; mở Trang của đơn vị để trả lời thay đơn vị.
web-sample-ways = Nơi khác để xem
web-sample-unit = Trang của đơn vị
web-sample-clock = Bấm ⏩ để đồng hồ chạy tới lần nhắc hạn, tới hạn, và xem ai còn nợ báo cáo.
web-pane-duty = Máy điều phối viên trực
web-panes = Chọn máy để xem

web-not-found = Không có trang này. Xem lại địa chỉ, hoặc về trang đầu.
web-error-back = Về trang đầu
web-away-title = Chưa có mạng
web-away-text = Trang này chưa mở được. Tin đã soạn vẫn được giữ trên máy và tự gửi khi có mạng.
web-away-retry = Thử lại
