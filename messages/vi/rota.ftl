# Lịch trực: ai đang trực, bảng tuần, xếp lịch, đổi ca, giao ca. Wording: DOMAIN §9.

## The grid

rota-weekday-0 = T2 { $date }
rota-weekday-1 = T3 { $date }
rota-weekday-2 = T4 { $date }
rota-weekday-3 = T5 { $date }
rota-weekday-4 = T6 { $date }
rota-weekday-5 = T7 { $date }
rota-weekday-6 = CN { $date }
rota-day = { $day }  { $watches }
rota-moment = { $time } { $day }
rota-watch = { $since } – { $until }
rota-shift = { $since } · { $who }
rota-and = { $first }; { $rest }
rota-week = 🗓 Lịch trực tuần từ { $day }:
rota-empty = Chưa xếp ai.
rota-now = 🛡 Đang trực: { $who }, đến { $until }.
rota-nobody = 🛡 Lúc này chưa xếp ai trực. Tin khẩn báo mọi cán bộ trực.
rota-none = 🛡 Chưa có lịch trực. Tin khẩn báo mọi cán bộ trực cùng lúc.
rota-gap = { $since } – { $until }
rota-gaps = { $n ->
    [one] ⚠️ 7 ngày tới còn { $n } khoảng chưa có người trực: { $gaps }
   *[other] ⚠️ 7 ngày tới còn { $n } khoảng chưa có người trực: { $gaps }
}

## Planning

b-rota = 📅 Lịch trực
b-next-week = Tuần sau
b-this-week = Tuần này
b-week-after = Tuần sau nữa
b-plan-rota = 🗓 Xếp lịch
b-change-shift = Đổi một ca
b-ask-swap = 🔁 Xin đổi ca
b-pattern-day = Mỗi ngày một người
b-pattern-night = Ngày/đêm
b-pattern-week = Cả tuần một người
b-save-rota = ✅ Lưu lịch
p-which-week = Xếp lịch trực tuần nào?
p-pattern = Chia ca thế nào?
p-who-order = Ai trực, theo thứ tự? Chọn lần lượt rồi chọn Xong; hoặc gõ số theo thứ tự, ví dụ: 2 1 3
p-who-week = Ai trực cả tuần?
p-rota-review = Lịch trực tuần từ { $day }, chưa lưu:
p-rota-replaces = Các ca đã xếp trong khoảng này sẽ được thay. Lưu?
p-which-shift = Ca nào?
p-who-instead = Ai trực thay?
p-swap-whom = Nhờ ai nhận ca này?
c-rota-saved = { $n ->
   *[other] ✅ Đã lưu { $n } ca. Người có ca đã được báo.
}
c-shift-changed = ✅ { $who } trực ca { $shift }. Hai bên đã được báo.
e-week-over = Tuần này không còn ca nào để xếp. Dùng “Đổi một ca” hoặc xếp tuần sau.
e-shift-over = Ca này đã qua.

## Between colleagues

b-take-shift = ✅ Nhận ca
b-decline = Không nhận
rota-yours = 🗓 Lịch trực tuần từ { $day }, các ca được xếp:
rota-now-has = 🔁 Ca trực { $shift } nay do { $who } trực.
rota-asked = 🔁 { $who } nhờ nhận ca trực { $shift }.
rota-declined = { $who } không nhận ca { $shift }. Ca vẫn như cũ; gõ /truc để nhờ người khác.
c-swap-asked = Đã hỏi { $who }. Ca chỉ đổi khi người ấy chọn Nhận ca.
c-shift-taken = ✅ Đã nhận ca { $shift }.
c-swap-declined = Đã báo lại là không nhận.
e-swap-unreachable = Không gửi được tin cho { $who }. Chọn người khác, hoặc gọi điện.

## At the change

rota-begins = 🛡 Bắt đầu ca trực, đến { $until }. { $urgent }
rota-ends = 🛡 Hết ca trực. { $who } trực tiếp đến { $until }.
rota-open = { $n ->
    [0] Không có việc khẩn đang mở.
   *[other] Việc khẩn đang mở: { $codes }.
}

## As a table

sheet-column-since = từ
sheet-column-until = đến
sheet-column-officer = người trực
rota-nobody-called = không có cán bộ trực tên “{ $who }”
rota-several-called = có nhiều cán bộ trực tên “{ $who }”; ghi mã, ví dụ CTV-17
rota-crossed = giờ hết ca { $until } không sau giờ bắt đầu { $since }
rota-no-moment = “{ $text }” không phải ngày giờ (cần dạng 23/11/2026 07:30)
rota-found = { $n ->
   *[other] { $n } ca, từ { $since } đến { $until }; các ca đã xếp trong khoảng này sẽ được thay.
}
e-nobody-else = Chưa có cán bộ trực nào khác để trực thay.
