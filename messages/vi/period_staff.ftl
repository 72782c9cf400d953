# Kỳ báo cáo trong tay điều phối viên: hạn, chốt, miễn, nhận sau chốt; lịch hạn; nghỉ lễ. Wording: DOMAIN §9.

## Days and hours

moment = { $time } { $weekday } { $date }
weekday-0 = thứ Hai
weekday-1 = thứ Ba
weekday-2 = thứ Tư
weekday-3 = thứ Năm
weekday-4 = thứ Sáu
weekday-5 = thứ Bảy
weekday-6 = Chủ nhật
