# Kênh của một người: nối thêm, chọn, gỡ; soạn tiếp ở kênh khác.

channel-web = Trang web
channel-telegram = Telegram
channel-zalo = Zalo
channel-terminal = Máy chủ
channel-of-bot = { $name } (bot { $bot })
channel-label = { $name } · { $since }
channel-line = • { $name } · nối lúc { $since } · { $state }{ $here }{ $used }
channel-live = nhận được tin
channel-dead = không tới được
channel-here = {" "}· đang dùng
channel-used = {" "}· ★ tin chủ động tới đây
channel-wanted = {" "}· đã chọn
channel-sure-here = {" "}Đây là kênh đang dùng.
channel-by-link = • { $channel }: mở { $link }
channel-by-code = • { $channel }: gửi mã này cho bot

b-channels = 📱 Kênh của tôi
b-channel-add = ➕ Thêm kênh
b-channel-prefer = ★ Chọn kênh nhận tin
b-channel-remove = Gỡ kênh
b-continue = ▶️ Soạn tiếp ở đây

p-channels = Kênh của tôi:
p-channel-prefer = Nhắc hạn, thông báo, cảnh báo gửi tới kênh nào?
p-channel-remove = Gỡ kênh nào?
p-channel-sure = Gỡ { $channel }?{ $here } Kênh đó không gửi, không nhận được nữa; bản nháp ở đó bị bỏ.

c-channel-code = Mã nối kênh: { $code }
    Dùng một lần, trong { $minutes } phút, không đưa cho ai.
c-channel-added = Đã nối kênh này vào tài khoản { $who }: phản ánh, nhắc hạn và cài đặt là của cùng một người. Không phải của anh/chị? Gỡ ngay: /kenh
c-channel-joined = Kênh { $channel } vừa được nối vào tài khoản này. Không phải anh/chị? Gỡ kênh đó ngay: /kenh
c-channel-preferred = Từ nay tin chủ động tới { $channel }. Kênh đó không nhận được thì gửi sang kênh khác.
c-channel-silent = Đã chọn { $channel }. Kênh này không báo khi đóng, nên tin chủ động vẫn tới { $other } khi còn nhận được.
c-channel-removed = Đã gỡ { $channel }.
c-channel-gone = Kênh này đã được gỡ, không gửi và không nhận tin được nữa. Nối lại cần mã mới.

e-channel-last = Chưa gỡ: phải còn ít nhất một kênh. Thôi tham gia hẳn: /rutdongy
e-channel-own = Kênh này đã nối rồi. Mở mã ở kênh cần nối thêm.
e-channel-taken = Kênh này đang là của một thành viên khác, chưa nối được. Mã vẫn dùng được.
e-question-passed = Câu hỏi này đã qua.

turn-draft-elsewhere = Còn bản nháp “{ $start }…” ở { $channel }. Soạn tiếp ở đây: /tieptuc
turn-draft-moved = Soạn tiếp từ { $channel }:
turn-draft-busy = Bản nháp đang được dùng ở kênh kia. Thử lại sau ít giây: /tieptuc

tried-unreachable = không tới được
tried-refused = không nhận
tried-quota = hết hạn mức
tried-removed = đã gỡ
tried-at = { $channel }: { $why }
