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
   *[other] Báo cáo { $period } hạn { $time } { $date } (còn { $days } ngày).{ $focus } Gõ nội dung hoặc chọn “Không phát sinh”.
}
r-focus = { " " }Trọng tâm: { $focus }.
r-today = Hôm nay là hạn báo cáo { $period } ({ $time }). Chưa nhận được báo cáo của địa bàn { $area }. Gửi một phản ánh, hoặc chọn Không phát sinh.
r-late = Đã quá hạn báo cáo { $period }. Vẫn nhận đến { $cutoff }, ghi là gửi chậm.
r-late-request = Đã quá hạn trả lời { $period }. Vẫn nhận đến { $cutoff }, ghi là gửi chậm.
r-request = Yêu cầu, hạn { $time } { $date }: { $said }

a-capped = Hôm nay đã nhắc { $n } người, hết mức đặt trong reminders.daily_cap. Ai chưa được nhắc thì mai nhắc tiếp; xem lại cấu hình.
c-later = Sẽ nhắc lại lúc { $time } { $date }.
c-nothing-owed = Không còn báo cáo nào phải gửi.

## How a period stands (for coordinators)

d-head = 📊 Kỳ { $period } · hạn { $due }
d-counts = Đã báo { $reported } · không phát sinh { $nil } · chậm { $late } · chưa báo { $owes } · miễn { $excused } (danh sách { $total } người)
d-rates = Tỷ lệ báo cáo { $rate } %, đúng hạn { $ontime } %
d-owing = { $more ->
    [0] Chưa báo: { $names }
   *[other] Chưa báo: { $names } và { $more } người nữa
}
d-head-request = 📊 { $period } · hạn { $due }
d-counts-request = Đã trả lời { $reported } · không có gì { $nil } · chậm { $late } · chưa trả lời { $owes } · miễn { $excused } (đã hỏi { $total } người)
d-rates-request = Tỷ lệ trả lời { $rate } %, đúng hạn { $ontime } %
d-owing-request = { $more ->
    [0] Chưa trả lời: { $names }
   *[other] Chưa trả lời: { $names } và { $more } người nữa
}
d-call = 📞 Không nhắc được – hãy gọi điện: { $names }
d-declined = 🔕 Không nhận nhắc: { $names }
d-blocked = ⛔ Đã chặn bot – hãy gọi điện: { $names }
a-silent = { $n ->
   *[other] { $n } địa bàn { $k } kỳ liên tiếp không có báo cáo.
}

## The periodic report

b-heard = Có ý kiến
b-not-heard = Không có
p-focus = Trọng tâm { $n }/{ $of }: { $words }. Bà con có ý kiến gì không?
p-any-matter = Kỳ này bà con có ý kiến gì không?
p-other-matter = Việc khác?
p-review = { $n ->
    [0] Báo cáo { $period }: không phát sinh. Gửi?
   *[other] Báo cáo { $period }, { $n } ý kiến. Gửi?
}
p-review-one = { $n }. { $said }
c-periodic = { $n ->
   *[other] ✅ Đã gửi báo cáo { $period }: { $n } ý kiến.
}
c-periodic-one = { $code } · { $said }

## One's own record, and what coordinators do

record-head = Thực hiện chế độ báo cáo (chỉ bản thân và điều phối viên xem được):
record-one = { $period }: { $state }
record-one-at = { $period }: { $state } ({ $at })
record-owes = chưa gửi
record-reported = đúng hạn
record-nil = không phát sinh
record-nothing = không có gì
record-late = gửi chậm
record-excused = được miễn
b-excuse = Miễn một người
b-silent = Địa bàn im lặng
b-close-list = Đóng
p-which-period = Kỳ nào?
p-which-of-both = Kỳ hay yêu cầu nào?
p-excuse-whom = Miễn báo cáo { $period } cho ai?
p-excuse-whom-request = Miễn trả lời { $period } cho ai?
p-excuse-why = Lý do miễn?
c-chased = { $n ->
    [0] Không nhắc thêm ai: mọi người đã được nhắc hôm nay, hoặc không nhắc được qua tin nhắn.
   *[other] Đã nhắc { $n } người. Hôm nay không nhắc họ thêm lần nào nữa.
}
c-excused = Đã miễn.
c-nobody-silent = Không có địa bàn nào im lặng.
e-nothing-to-excuse = Người này không còn nợ báo cáo kỳ đó.
