# Bàn làm việc trên trình duyệt: vào, ra, khung trang.

console-name = Bàn làm việc
console-skip = Tới nội dung
console-menu = Các mục
console-nav-home = Hôm nay
console-leave = Ra khỏi bàn làm việc
console-to-desk = Về bàn làm việc
console-to-chat = Mở khung chat

console-busy = Hệ thống đang bận, chưa ghi được. Thử lại sau ít phút.
console-no-page = Không có trang này. Xem lại địa chỉ, hoặc về bàn làm việc.
console-not-ours = Biểu mẫu này đã cũ hoặc không gửi từ trang của bàn làm việc. Mở lại trang rồi làm lại.

console-entrance-how = Trong khung chat của mình với Báo Nhanh (Telegram, Zalo hoặc web), nhắn đúng dòng này:
console-entrance-then = Bot gửi lại một đường dẫn dùng một lần trong 10 phút. Mở đường dẫn đó ở chính trình duyệt này.
console-entrance-other = Muốn vào bằng máy đang có khung chat thì chỉ cần nhắn /ban rồi mở đường dẫn ngay trên máy đó.
console-entrance-again = Tôi đã vào, mở bàn làm việc
console-ended = Phiên làm việc đã hết. Vào lại bằng đường dẫn mới.

console-link-ask = Vào bàn làm việc trên trình duyệt này?
console-link-enter = Vào bàn làm việc
console-link-not = Nếu không phải mình vừa nhắn /ban thì đóng trang này lại.
console-link-gone = Đường dẫn đã dùng hoặc đã quá 10 phút. Nhắn /ban trong khung chat để nhận đường dẫn mới.
console-link-elsewhere = Đường dẫn này dành cho trình duyệt khác. Mở ở trình duyệt đã yêu cầu, hoặc nhắn /ban để nhận đường dẫn mở được ở mọi máy.
console-link-no-desk = Chức năng này dành cho cán bộ của đơn vị. Cần vào thì hỏi điều phối viên.

console-second = Mã xác thực
console-second-ask = Mở ứng dụng xác thực trên điện thoại, nhập 6 chữ số đang hiện.
console-second-code = Mã xác thực
console-second-send = Tiếp tục
console-second-recovery = Không có điện thoại bên mình: nhập một mã dự phòng 10 chữ cái.
console-second-lost = Mất cả hai: nhờ quản trị đặt lại mã xác thực.
console-second-wrong = Mã chưa đúng, đã dùng, hoặc đã nhập sai 5 lần trong một giờ. Chờ mã mới rồi nhập lại.
console-second-new = Đặt mã xác thực
console-second-why = Từ nay khi vào bàn làm việc cần thêm một mã trên điện thoại, để đường dẫn lọt ra ngoài cũng không dùng được.
console-second-app = Cài một ứng dụng xác thực (Google Authenticator, Microsoft Authenticator, Aegis…).
console-second-scan = Trong ứng dụng, thêm tài khoản rồi quét hình này.
console-second-picture = Hình mã QR chứa khóa xác thực
console-second-typed = Không quét được thì nhập khóa:
console-second-then = Nhập 6 chữ số ứng dụng đang hiện.

console-codes = Mã dự phòng
console-codes-what = Đã đặt xong. Khi không có điện thoại, mỗi mã dưới đây vào được một lần. Ghi ra giấy và cất nơi an toàn.
console-codes-once = Các mã này chỉ hiện một lần.
console-codes-done = Đã ghi lại, vào bàn làm việc

console-sessions = Nơi đang vào
console-sessions-what = Mỗi phiên hết sau 30 phút không dùng, chậm nhất sau 12 giờ.
console-session = Vào lúc { $since }, dùng lần cuối { $seen }.
console-session-here = Phiên này
console-session-end = Cho ra
console-told-session-ended = Đã cho phiên đó ra.
console-told-session-gone = Phiên đó đã hết từ trước.

command-ban = Bàn làm việc
console-link-told = Đường dẫn vào bàn làm việc, dùng một lần trong { $minutes } phút: { $link }
console-link-bound = Chỉ mở được ở trình duyệt đang hiện { $word }.
console-link-private = Không chuyển đường dẫn này cho ai.
console-link-enough = Đã xin nhiều đường dẫn trong một giờ. Thử lại sau.
console-link-word = Dòng đang hiện trên trình duyệt có dạng /ban và 6 chữ cái. Xem lại rồi nhắn lại.
