# Đơn vị theo thời gian, chương trình phối hợp, số liệu dùng chung, đội ngũ.

unit-not-yet = “{ $unit }” có hiệu lực từ { $on }; đến ngày đó mới chọn được
unit-ended = “{ $unit }” đã ngừng hoạt động và chưa ghi đơn vị kế thừa
p-which-of-units = Có { $n } đơn vị mang tên này. Đơn vị nào?
