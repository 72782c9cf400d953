# Văn bản chỉ đạo, đợt, việc giao của một vấn đề. DOMAIN §1 dòng 8, 9, 36.

b-directive = 📜 Văn bản chỉ đạo
b-tie-campaign = 🎗 Gắn đợt
b-give-task = 📌 Giao việc
p-directive-number = Số, ký hiệu văn bản? Ví dụ 15-CV/ĐU.
p-known-directive = Hoặc chọn văn bản đã có:
p-directive-day = Ban hành ngày nào? Gõ ngày, ví dụ { $day }.
p-directive-body = Cơ quan ban hành?
p-directive-said = Trích yếu, nội dung chính?
p-tie-campaign = Thuộc đợt nào?
p-task = Làm việc gì? Ghi sao gửi vậy.
m-directive = 📜 { $number } ngày { $on }, { $body }: { $said }
m-campaign = 🎗 { $title }
c-directive = { $code }: đã gắn văn bản { $number }.
c-tied = { $code }: đã gắn.
c-task-given = { $code }: đã giao việc { $task }.
