# Kỳ báo cáo trong tay điều phối viên: hạn, chốt, miễn, nhận sau chốt; lịch hạn; nghỉ lễ. Wording: DOMAIN §9.

## Which unit

p-which-unit = Của đơn vị nào?

## Days and hours

moment = { $time } { $weekday } { $date }
weekday-0 = thứ Hai
weekday-1 = thứ Ba
weekday-2 = thứ Tư
weekday-3 = thứ Năm
weekday-4 = thứ Sáu
weekday-5 = thứ Bảy
weekday-6 = Chủ nhật
moment-label = { $time } { $day } { $date }
day-0 = T2
day-1 = T3
day-2 = T4
day-3 = T5
day-4 = T6
day-5 = T7
day-6 = CN

## A period, its dates and how it stands

b-ky = 🗓 Kỳ báo cáo
b-change-due = 📅 Đổi hạn
b-extend = 🕘 Nhận sau chốt
b-lock = 🔒 Chốt kỳ
b-open-term = ➕ Mở kỳ mới
b-move = ✅ Đổi hạn
b-cutoff = Sửa giờ chốt
b-open-now = ✅ Mở kỳ

term-label = { $period } · { $state }
term-coming = sắp tới
term-running = đang nhận
term-late = quá hạn, còn nhận
term-closed = hết giờ nhận
term-locked = đã chốt
term-head = 🗓 Kỳ { $period } · { $state }
term-span = Từ { $start } đến { $end }
term-due = Hạn: { $due }
term-cutoff = Gửi chậm nhận đến: { $cutoff }
term-briefing = Giao ban: { $briefing }
term-locked-at = Chốt lúc: { $at }
term-late-for = 🕘 Nhận sau chốt: { $who }, đến { $until }

p-type-label = { $n ->
   *[other] Còn { $n } người nữa: gõ nhãn của người đó.
}
p-which-term = Kỳ nào?
p-due = Hạn mới của { $period }? Chọn, hoặc gõ ngày giờ: { $day } 17:00 · thứ sáu 17h · { $day }
p-cutoff = Nhận báo cáo chậm đến khi nào? Chọn, hoặc gõ ngày giờ.
p-move = Hạn mới của { $period }: { $due }.
p-move-cutoff = Gửi chậm nhận đến { $cutoff }.
p-day-off = ⚠️ { $date } là ngày nghỉ.
p-in-leave = ⚠️ { $date } nằm trong dịp nghỉ, không nhắc ai đến { $resumes }.
p-after-briefing = ⚠️ Giao ban đã họp trước giờ chốt: { $briefing }.
p-sure = Đúng chưa?
p-late-whom = Nhận báo cáo { $period } sau chốt của ai?
p-until = Nhận đến khi nào? Chọn, hoặc gõ ngày giờ.
p-lock = { $n ->
    [0] Chốt { $period }? Mọi người đã báo. Chốt rồi không mở lại được.
   *[other] Chốt { $period }? Còn { $n } người chưa báo. Chốt rồi không nhận báo cáo kỳ này nữa và không mở lại được.
}
p-lock-early = Kỳ này đang chạy: chốt là kết thúc ngay, phản ánh gửi sau đó tính vào kỳ sau.
p-term-name = Tên kỳ? Ví dụ: đợt cao điểm tháng { $month }/{ $year }
p-term-due = Hạn báo cáo của { $period }? Chọn, hoặc gõ ngày giờ.
p-open-term = Mở kỳ { $period } từ lúc này, hạn { $due }?

c-moved = Đã đổi hạn { $period }: { $due }, nhận đến { $cutoff }. Ai còn nợ sẽ đọc hạn này ở lần nhắc tới.
c-extended = Sẽ nhận báo cáo { $period } của { $who } đến { $until }. Người đó được báo.
c-locked = { $next ->
    [none] Đã chốt { $period }.
   *[other] Đã chốt { $period }. Phản ánh gửi từ nay tính vào { $next }.
}
c-opened = Đã mở { $period }, hạn { $due }.
r-late-granted = Báo cáo { $period } được nhận đến { $until }. Gõ nội dung, hoặc chọn “Không phát sinh”.
r-late-exception = Đã quá hạn báo cáo { $period }. Vẫn nhận theo ngoại lệ của điều phối viên, ghi là gửi chậm.

e-moment = Chưa hiểu ngày giờ. Ví dụ: { $day } 17:00 · thứ sáu 17h · { $day }
e-past = Giờ này đã qua. Mời chọn một giờ sau lúc này.
e-before-start = Hạn phải sau lúc kỳ bắt đầu: { $start }.
e-cutoff-early = Giờ chốt không được trước hạn: { $due }.
e-still-taken = Kỳ này còn nhận của mọi người đến { $cutoff }. Mời chọn giờ sau đó.
e-term-locked = Kỳ { $period } đã chốt, không đổi được nữa.
e-term-runs = Kỳ { $period } đang chạy đến { $end }. Mỗi lúc chỉ có một kỳ; kỳ sau mở khi kỳ này kết thúc.
e-not-begun = Kỳ { $period } chưa bắt đầu.

## The unit's own regulations

b-accept = Tôi đã đọc, đồng ý
b-later = Để sau
b-next-page = Đọc tiếp ›
regulations-head = 📜 Quy chế { $unit } · bản { $version }, từ { $since } · trang { $page }/{ $of }
c-no-regulations = { $unit } chưa đăng quy chế.
c-accepted-before = Đã đồng ý với bản này.
c-accepted = Đã ghi nhận: đồng ý với quy chế, bản { $version }.
c-not-accepted = Chưa ghi nhận đồng ý. Đọc lại lúc nào cũng được: /quyche

## Leaves and years

leave-tet = Tết
r-tet = Trong dịp nghỉ { $leave }, chế độ trực: báo ngay khi có việc đột xuất; không nhắc báo cáo định kỳ đến { $date }.
a-rota-gap = ⚠️ Dịp nghỉ { $leave } chưa đủ người trực: còn trống từ { $gap }. Cần xếp lịch trực trước khi nghỉ: /truc
a-year = ⚠️ Lịch nghỉ năm { $year } chưa đối chiếu với thông báo của Bộ. Sửa calendar.days_off, makeup_days nếu khác, rồi thêm { $year } vào calendar.confirmed_years.

## The calendar of deadlines

b-feed = 📅 Lịch hạn báo cáo
b-feed-renew = Đổi đường dẫn
p-feed = Lịch hạn báo cáo để thêm vào lịch trên điện thoại, báo trước một ngày. Đổi đường dẫn nếu người khác biết; đường dẫn cũ hết dùng.
c-feed = 📅 Mở đường dẫn này, hoặc thêm vào ứng dụng lịch (“thêm lịch bằng URL”):
c-feed-private = Đường dẫn này của riêng một người, không chuyển cho ai. Đổi: /lich
c-feed-offer = Kênh này không reo khi đến hạn. Muốn điện thoại báo hạn: gõ /lich để thêm lịch hạn báo cáo.
feed-title = Hạn báo cáo
feed-due = Hạn báo cáo { $period } – { $unit }
