# Nhịp báo cáo: nhắc hạn, ai còn nợ, bảng tình hình kỳ. Wording: DOMAIN §9. Reminders: at most 200 characters.

## Buttons

b-periodic = 📝 Báo cáo kỳ
b-this-afternoon = Chiều nay
b-tomorrow = Sáng mai
b-resume = ✏️ Tiếp tục bản nháp
b-answer = ✍️ Trả lời yêu cầu
b-owing = 📋 Ai chưa báo

## Reminders

r-before = { $days ->
   *[other] Báo cáo { $period } hạn { $time } { $date } (còn { $days } ngày).{ $focus } Gõ nội dung hoặc bấm “Không phát sinh”.
}
r-focus = { " " }Trọng tâm: { $focus }.
r-today = Hôm nay là hạn báo cáo { $period } ({ $time }). Chưa nhận được báo cáo của địa bàn { $area }. Gửi một phản ánh, hoặc chọn Không phát sinh.
r-late = Đã quá hạn báo cáo { $period }. Vẫn nhận đến { $cutoff }, ghi là gửi chậm.
r-request = Yêu cầu, hạn { $time } { $date }: { $said }

a-capped = Hôm nay đã nhắc { $n } người, hết mức đặt trong reminders.daily_cap. Ai chưa được nhắc thì mai nhắc tiếp; xem lại cấu hình.
c-later = Sẽ nhắc lại lúc { $time } { $date }.
c-nothing-owed = Không còn báo cáo nào phải gửi.
