# Giao ban: lịch, mời, điểm danh, chương trình, phát biểu, kết luận; số liệu trong ngày. DOMAIN §1, §5.E, §9.

command-hop = Giao ban, số liệu hôm nay
mailing-meeting = 🗓 Giấy mời giao ban { $said }
mailing-conclusion = 📌 Kết luận giao ban { $said }

## Số liệu trong ngày

day-head = 📊 { $unit }, { $on }
day-reports = Phản ánh mới { $new } (khẩn { $urgent }) · chưa xử lý { $loose }
day-matters = Vấn đề đang mở { $open } · phiếu đến hạn hôm nay { $due } · quá hạn { $late }
day-owing = { $period }: { $n } người chưa báo: { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } người nữa
}

## Lập và mời

b-new-meeting = ➕ Lập giao ban
b-open-meeting = 🗓 Mở giao ban
b-invite = ✅ Mời { $n } người
b-other-hour = ⏰ Đổi giờ
b-other-place = 📍 Đổi nơi họp
b-come-yes = ✅ Dự họp
b-come-no = ❌ Vắng
b-come-later = 🕒 Chưa rõ
p-meetings = Giao ban nào?
p-come = Có dự họp không?
p-meeting-at = Giao ban lúc nào? Gõ ngày giờ, ví dụ { $day } 14:00.
p-meeting-place = Họp ở đâu?
p-chair = Ai chủ trì?
p-no-chair = Đơn vị chưa có lãnh đạo trong hệ thống: điều phối viên tự duyệt chương trình và kết luận.
e-meeting-at = Chưa rõ ngày giờ, hoặc ngày đã qua. Ví dụ { $day } 14:00.
e-meeting-not-now = Việc này lúc này không làm được. Xem lại bằng /hop.
e-day = Chưa rõ ngày, hoặc ngày không hợp. Ví dụ { $day }.
c-no-meetings = Chưa có giao ban nào.
c-meeting-called = Đã lập giao ban { $at }. Đang gửi giấy mời.
c-come-yes = Đã ghi: dự họp { $at }, tại { $place }.
c-come-no = Đã ghi: vắng họp { $at }, tại { $place }.
c-come-later = Đã ghi: chưa rõ. Giao ban { $at }, tại { $place }.
meeting-invitation = 🗓 { $unit } mời dự giao ban dư luận xã hội lúc { $at }, tại { $place }.
meeting-you-chair = Đề nghị chủ trì. Chương trình và kết luận sẽ được trình để duyệt.
meeting-mine = Đã trả lời: { $said }
meeting-soon = ⏰ Nhắc lịch giao ban.
meeting-label = 🗓 { $at }

## Một cuộc giao ban

meeting-head = 🗓 Giao ban { $at }, tại { $place }
meeting-planned = Đã mời.
meeting-waiting = Kết luận đang chờ chủ trì duyệt.
meeting-concluded-mark = Đã kết luận.
meeting-counts = ✅ Dự { $yes } · ❌ Vắng { $no } · 🕒 Chưa rõ { $later } · chưa trả lời { $none }
meeting-agenda-put-mark = Chương trình đang chờ chủ trì duyệt.
meeting-agenda-approved-mark = Chương trình đã duyệt.
meeting-statements = 🗣 { $n } ý kiến phát biểu
meeting-has-conclusions = 📌 { $n } kết luận
b-agenda = 📋 Chương trình
b-roll = 🙋 Điểm danh
b-statement = 🗣 Ghi phát biểu
b-conclude = 📌 Ghi kết luận
b-conclusions = 👀 Xem kết luận
b-reply-invitation = ✉️ Trả lời mời
b-move-meeting = ✅ Đổi, báo mọi người
p-move-meeting = Dời sang lúc nào? Gõ ngày giờ, ví dụ { $day } 14:00.
p-move-sure = Đổi giờ giao ban: { $at } thay cho { $before }. Người được mời được báo một lần và trả lời lại.
e-move-meeting = Chưa rõ ngày giờ, ngày đã qua, hoặc vẫn là giờ cũ. Ví dụ { $day } 14:00.
c-meeting-moved = Đã đổi sang { $at }. Đang báo những người được mời.
c-kept-hour = Giữ giờ cũ.
meeting-moved = ⏰ { $unit } đổi giờ giao ban: { $at } thay cho { $before }, tại { $place }. Xin trả lời lại.
b-call-off-meeting = ✖️ Hủy giao ban
p-off-why = Lý do hủy? Người được mời sẽ đọc.
c-meeting-off = Đã hủy giao ban và báo những người được mời.
meeting-off = ✖️ Giao ban { $at } không họp. Lý do: { $why }
roll-yes = ✅ Dự họp { $n }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } người nữa
}
roll-no = ❌ Vắng { $n }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } người nữa
}
roll-later = 🕒 Chưa rõ { $n }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } người nữa
}
roll-none = Chưa trả lời { $n }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } người nữa
}
roll-nobody = Giấy mời chưa đến ai.

## Chương trình (DOMAIN §5.E)

agenda-head = 📋 Chương trình giao ban
agenda-roll = 1. Điểm danh: mời { $n }, báo dự { $yes }
agenda-period = 2. Tổng hợp kỳ trước: { $n } phản ánh
agenda-figure = – { $name }: { $n }
agenda-tone-approve = Đồng tình
agenda-tone-uneasy = Băn khoăn
agenda-tone-aggrieved = Bức xúc
agenda-feedback = 3. Phản hồi
agenda-answer = – { $matter }, { $unit } trả lời: { $said }
agenda-overdue = – { $referral }: { $unit } quá hạn trả lời { $n } ngày
agenda-opinions = 4. Ý kiến
agenda-matter = – { $code } · { $topic } · { $n } phản ánh: { $said }
agenda-unverified = Chưa xác minh:
agenda-orientation = 5. Định hướng
agenda-point = – { $said }
agenda-conclusions = 6. Kết luận của chủ trì
agenda-none = – Không có.
b-put-agenda = 📤 Trình chủ trì
c-agenda-put = Đã trình chủ trì chương trình.
c-agenda-stands = Chương trình đã chốt; người dự nhận cùng tin nhắc.

## Phát biểu, kết luận

p-statement = Ý kiến phát biểu thế nào? Ghi ý kiến, không ghi danh tính người dân.
c-statement = Đã ghi phát biểu, mã { $code }. Ý kiến thứ { $n }.
b-next-statement = 🗣 Phát biểu tiếp
b-next-conclude = 📌 Kết luận tiếp
p-conclusion = Kết luận gì? Tối đa { $n } ký tự, ghi sao gửi vậy.
p-as-task = Giao ai làm?
b-as-task = 👤 Giao việc, có hạn
b-only-conclusion = 📌 Chỉ ghi kết luận
p-owner = Ai làm?
p-task-due = Xong trước ngày nào? Gõ ngày, ví dụ { $day }.
c-conclusion = Đã ghi kết luận { $n }.
conclusion-line = { $n }. { $said }
conclusion-task = { $n }. { $said } ({ $owner }, trước { $due })
b-put-conclusions = 📤 Trình kết luận
b-drop-conclusion = ✖️ Bỏ một kết luận
p-drop-conclusion = Bỏ kết luận nào?
c-conclusion-dropped = Đã bỏ kết luận.
c-conclusions-put = Đã trình chủ trì kết luận.
c-conclusions-sent = Đã chốt kết luận, đang gửi những người được mời.

## Chủ trì

meeting-put-agenda = 📋 Trình chương trình giao ban { $at }
meeting-put-conclusions = 📌 Trình kết luận giao ban { $at }
b-judge-put = ✅ Xem để duyệt
b-approve-agenda = ✅ Duyệt ch.trình
b-approve-concl = ✅ Duyệt kết luận
b-comment = ✏️ Ghi ý kiến
p-comment = Ý kiến gì? Điều phối viên sẽ đọc.
c-commented = Đã gửi ý kiến tới điều phối viên.
c-approved-agenda = Đã duyệt chương trình.
c-approved-conclusions = Đã duyệt kết luận. Đang gửi những người được mời và giao việc.
c-approved-changed = Nội dung này đã đổi hoặc đã duyệt. Xem bản mới bằng /hop.
meeting-agenda-approved = ✅ Chủ trì đã duyệt chương trình giao ban { $at }.
meeting-concluded = ✅ Chủ trì đã duyệt kết luận giao ban { $at }. Việc đã giao, kết luận đang gửi.
meeting-comment = ✏️ Chủ trì có ý kiến về giao ban { $at }: { $said }
meeting-conclusions = 📌 Kết luận giao ban { $at }, tại { $place }
