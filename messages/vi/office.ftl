# Alerts (at most 300 characters in all) and what a turn says by itself. Wording: DOMAIN §9.

a-urgent = 🔴 KHẨN { $code } · { $topic }
a-where = { $area } · { $at }
a-edited = (người báo đã sửa)
a-next = Chưa có ai nhận xử lý. Sau { $minutes } phút sẽ báo { $who }.
a-to-coordinators = toàn bộ điều phối viên
a-unclaimed = 🔴 Quá { $minutes } phút chưa có người nhận.
a-added = ➕ { $code }, người báo bổ sung: { $said }
a-claimed = ✅ { $who } nhận xử lý lúc { $at }.
a-withdrawn = { $code } đã được người báo thu hồi.
a-spike = 🟡 { $topic } tại { $unit }: { $n } phản ánh trong { $hours } giờ (thường { $usual }). Xem xét lập vấn đề.

turn-editable = Trong { $minutes } phút còn sửa hoặc thu hồi được.
turn-greeting = Đã nhận lời nhắn. Có việc cần báo thì gõ nội dung.
turn-passed = Nút này đã qua. Gõ nội dung cần báo, hoặc /trogiup.
turn-nothing-open = Không có bản nháp nào đang soạn.
turn-nothing-asked = Không có câu nào đang hỏi. Có việc cần báo thì gõ nội dung.
turn-older-draft = Còn một bản nháp chưa gửi:
turn-parked = Chưa xử lý được tin vừa rồi. Tin đã được giữ lại để người quản trị xem. Mời gửi lại bằng lời khác, hoặc gọi đầu mối.
turn-claim-mine = Việc này đã nhận rồi.
turn-claim-taken = Đã có người khác nhận việc này.
turn-claim-gone = Cảnh báo này không còn, hoặc không thuộc phần việc được giao.
turn-no-voice = Chưa nghe được tin thoại, và không lưu lại. Mời gõ bằng chữ.
turn-no-sticker = Nhãn dán không ghi được. Mời gõ bằng chữ.
turn-no-video = Chưa nhận video. Mời gõ bằng chữ, có thể kèm ảnh.
turn-no-contact = Không nhận danh bạ của người khác. Mời ghi ý kiến, không ghi danh tính.
turn-no-location = Không nhận vị trí. Mời ghi bằng chữ: việc gì, ở đâu.
turn-no-file = Chỉ nhận ảnh JPG, PNG hoặc PDF. Mời gõ nội dung bằng chữ.
turn-no-kind = Loại tin này không ghi được. Mời gõ bằng chữ.
turn-no-unseen = Zalo không chuyển tệp, video hay đường liên kết cho bot. Mời gõ bằng chữ, có thể kèm ảnh.
turn-photo-failed = Ảnh kèm theo chưa tải được, phần chữ đã lưu đủ. Có thể gửi lại ảnh.
turn-too-long = Tin dài quá một lần gửi. Mời chia thành nhiều tin.

command-baocao = Gửi phản ánh
command-khan = Gửi phản ánh khẩn
command-khongphatsinh = Kỳ này không phát sinh
command-baocaoky = Báo cáo kỳ
command-cuatoi = Phản ánh đã gửi
command-ketqua = Kết quả xử lý
command-xoa = Bỏ nháp hoặc thu hồi
command-huy = Bỏ việc đang làm dở
command-dulieu = Dữ liệu của tôi
command-kenh = Kênh của tôi
command-tieptuc = Soạn tiếp bản nháp ở kênh khác
command-caidat = Cài đặt
command-trogiup = Trợ giúp
command-chuabao = Ai chưa báo
command-ky = Kỳ báo cáo: hạn, miễn, chốt
command-thongbao = Gửi thông báo cho nhiều người
command-trongtam = Trọng tâm của kỳ
command-yeucau = Yêu cầu đột xuất
command-dot = Đợt theo dõi
command-truc = Lịch trực
command-thamdo = Thăm dò nhanh

## Where a channel has no buttons or carries no files
out-reply = Trả lời: { $labels }
out-file = 📎 { $link }
out-no-file = 📎 Có tệp kèm theo nhưng kênh này không chuyển được; mời xem trên trang web hoặc hỏi điều phối viên.

## A platform's monthly limit
quota-near = ⚠️ { $channel } (bot { $bot }) đã gửi { $sent }/{ $of } tin của tháng { $month }. Gần hết, lời nhắc và thông báo đi kênh khác nếu có; tin khẩn và câu trả lời được giữ chỗ.
