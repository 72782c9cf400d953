# Tin khẩn gộp, tin cần lưu ý, "vẫn đang xử lý?", tắt báo. Alerts at most 300 characters (DOMAIN §9).

## Several in one message

a-many-urgent = { $n ->
   *[other] 🔴 KHẨN: { $n } tin
}
a-many-calm = { $n ->
   *[other] 🟡 Cần lưu ý: { $n } phản ánh
}
a-item = ▪️ { $code } · { $topic } · { $area } · { $at }
b-claim-code = 🙋 Nhận { $code }

## Vẫn đang xử lý?

a-still = ⏱ { $code } nhận lúc { $at }: vẫn đang xử lý?
a-unanswered = 🔴 { $code }: { $who } nhận lúc { $at } chưa báo lại. Cần người khác nhận.
a-done = ✅ Đã xử lý lúc { $at }: { $said }
a-done-short = ✅ Đã xử lý: { $said }
b-going = ⏳ Đang xử lý
b-settled = ✅ Đã xong
b-hand-on = Nhường người khác
c-going = Đã ghi nhận: { $code } đang xử lý.
c-asked-again = Sẽ hỏi lại lúc { $time }.
c-handed-on = Đã nhường { $code }, đang báo người khác.
c-alert-closed = ✅ Đã kết thúc { $code }. Người báo đã được trả lời.
c-done = { $code }: cán bộ trực đã xử lý: { $said }
p-done = { $code }: đã làm gì? Ghi ngắn, không ghi danh tính; người báo sẽ đọc.

## Tắt báo

command-tatbao = Tắt báo một lĩnh vực, địa bàn
a-muted = 🔕 Đang tắt báo lĩnh vực này ({ $who }: { $reason }, đến { $until })
b-mute-new = 🔕 Tắt báo mới
b-mute-save = 🔕 Tắt báo
b-unmute = Bỏ tắt số { $n }
b-tonight = Hết hôm nay
b-days-3 = 3 ngày
b-days-7 = 7 ngày
b-all-topics = Mọi lĩnh vực
b-all-areas = Mọi địa bàn
mute-all-topics = mọi lĩnh vực
mute-everywhere = mọi địa bàn
mute-what = { $topic }, { $area }
mute-none = 🔔 Không tắt báo gì.
mute-running = 🔕 Đang tắt báo:
mute-line = { $mark } { $unit } · { $what } · đến { $until } · { $who }: { $reason } · đã giữ { $held }
mute-lifted = 🔔 Đã bỏ tắt báo: { $what }.
mute-ended = 🔔 Hết hạn tắt báo: { $what }.
mute-held = { $n ->
    [0] Không giữ lại phản ánh nào.
   *[other] Đã giữ lại { $n } phản ánh cần lưu ý: { $codes }.
}
p-mute-topic = Tắt báo lĩnh vực nào? Tin khẩn vẫn báo ngay.
p-mute-area = Ở địa bàn nào?
p-mute-until = Tắt đến khi nào? Nhiều nhất 7 ngày. Chọn, hoặc gõ ngày giờ, ví dụ: { $day } 17:00
p-mute-reason = Lý do tắt báo? Ghi ngắn; các điều phối viên khác sẽ đọc.
p-mute-review = Tắt báo { $what } ở { $unit }, đến { $until }. Lý do: { $reason }
p-mute-promise = Tin khẩn vẫn báo ngay. Phản ánh cần lưu ý được giữ lại và kể trong bản tổng hợp.
c-muted = 🔕 Đã tắt báo đến { $until }. Bỏ tắt: /tatbao
c-mute-over = Việc tắt báo này đã hết.
e-mute-until = Tắt báo phải hết trong 7 ngày tới. Ví dụ: { $day } 17:00
e-mute-passed = Giờ ấy đã qua, hoặc quá 7 ngày. Mời đặt lại: /tatbao
digest-muted = { $n ->
   *[other] 🔕 Đã tắt báo: { $n } phản ánh cần lưu ý không báo từng tin.
}
