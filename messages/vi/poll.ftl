# Thăm dò nhanh: hỏi cả Tổ một câu, trả lời bằng một nút hoặc một con số, khép đúng giờ. Wording: DOMAIN §9.

## Asking

b-poll-new = ➕ Thăm dò mới
b-poll-answer = ✍️ Trả lời
b-poll-next = Câu tiếp theo
b-poll-choice = 🔘 Chọn một ý
b-poll-scale = 🔢 Điểm 0–10
b-poll-number = ✍️ Một con số
b-poll-hour = 1 giờ
b-poll-today = Hôm nay 17:00
b-poll-tomorrow = Mai 17:00
b-poll-share = Cho Tổ xem kết quả
b-poll-keep = Không
p-poll-which = Hỏi Tổ một câu mới, hay trả lời thăm dò đang mở?
p-poll-question = Hỏi Tổ câu gì? (một câu, nhiều nhất 300 ký tự)
p-poll-kind = Trả lời bằng cách nào?
p-poll-options = Các lựa chọn: 2–8 dòng, mỗi dòng một lựa chọn (hoặc cách nhau bằng dấu chấm phẩy).
p-poll-closes = Khép lúc nào? Chọn, hoặc gõ ngày giờ, ví dụ: { $day } 17:00, thứ sáu 9h
p-poll-shared = Khi khép, cả Tổ cũng xem được kết quả?
p-poll-preview = Xem trước, CHƯA GỬI:
p-poll-send = { $n ->
   *[other] Gửi cho { $n } cộng tác viên?
}
c-poll-sent = { $n ->
   *[other] ✅ Đã gửi thăm dò cho { $n } cộng tác viên. Số trả lời cập nhật ở một tin riêng.
}
e-poll-nobody = Chưa có cộng tác viên nào nhận được tin để hỏi.
e-poll-when = Chưa rõ ngày giờ. Gõ ví dụ: 17:00, { $day } 17:00, thứ sáu 9h
e-poll-past = Giờ này đã qua.
e-poll-far = { $n ->
   *[other] Thăm dò chỉ mở được nhiều nhất { $n } ngày.
}
e-lines = { $n ->
   *[other] Cần từ { $least } đến { $most } dòng, mỗi dòng một lựa chọn; vừa nhận { $n } dòng.
}
e-line-long = Dòng “{ $line }…” dài quá { $limit } ký tự.
e-lines-same = Có hai dòng giống nhau.

## Answering

poll-asked = Thăm dò nhanh của Tổ. Chỉ đếm số trả lời, không hiện ai chọn gì.
poll-scale = Điểm từ 0 (thấp nhất) đến 10 (cao nhất).
poll-any-number = Trả lời bằng một số nguyên.
poll-closes = Khép lúc { $at }.
poll-how = Chọn một mục, hoặc gõ /thamdo.
p-poll-again = Các thăm dò đang mở đều đã trả lời. Sửa câu trả lời nào?
c-no-poll = Không có thăm dò nào đang mở.
c-poll-kept = ✅ Đã ghi: { $answer }. Sửa được đến { $at }.
c-poll-more = { $n ->
   *[other] Còn { $n } thăm dò chưa trả lời.
}
e-poll-closed = Thăm dò đã khép lúc { $at }; câu trả lời này không ghi thêm được.
e-number = Cần một số nguyên từ { $least } đến { $most }.

## How it stands

poll-live = 📈 Đang thăm dò. Số dưới 3 ghi là <3.
poll-closed = 🏁 Thăm dò đã khép lúc { $at }.
poll-result-below = Kết quả ở tin dưới.
poll-row = { $label }: { $count }
poll-average = Trung bình (các ô hiện số): { $whole },{ $tenth }
poll-total = { $n ->
   *[other] Tổng: { $n } câu trả lời.
}
poll-total-least = { $n ->
   *[other] Tổng: ít nhất { $n } câu trả lời.
}
poll-total-few = { $n ->
   *[other] Mới có dưới { $n } câu trả lời (<{ $n }).
}
