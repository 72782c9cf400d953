# Nhập danh sách người và đơn vị từ tệp.

sheet-line = dòng { $line }: { $problem }
sheet-empty = Tệp không có dòng dữ liệu nào dưới dòng tiêu đề.
sheet-broken = Không đọc được tệp. Cần bảng Excel (.xlsx) hoặc tệp chữ (.csv), không đặt mật khẩu.
sheet-old-excel = Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, lưu lại dạng .xlsx không mật khẩu.
sheet-no-column = Không thấy cột “{ $column }” trong dòng tiêu đề.
sheet-no-cell = thiếu { $column }
sheet-no-date = “{ $text }” không phải ngày (cần dạng 30/11/2026)
sheet-dates-crossed = ngày kết thúc { $last } trước ngày bắt đầu { $first }
sheet-too-long = “{ $text }…” dài quá { $longest } ký tự

sheet-column-label = họ tên
sheet-column-unit = đơn vị
sheet-column-decision = số quyết định
sheet-column-decided = ngày quyết định
sheet-column-code = mã
sheet-column-name = tên
sheet-column-type = loại

roster-twice = { $label } đã có ở dòng { $first }; nếu là hai người, thêm chữ phân biệt, ví dụ “(thôn 2)”
roster-role-unknown = không có vai trò “{ $role }”; chọn: cộng tác viên, điều phối viên, cán bộ trực, lãnh đạo, quản trị, quan sát viên
roster-unit-unknown = không có đơn vị “{ $unit }”
roster-unit-ambiguous = “{ $unit }” là tên của nhiều đơn vị ({ $codes }); ghi mã
roster-older = { $unit }: quyết định ngày { $offered } cũ hơn quyết định đang áp dụng (ngày { $current })

units-bad-code = mã “{ $code }” chỉ được gồm chữ không dấu, số, dấu chấm, gạch ngang, gạch dưới, tối đa 40 ký tự
units-type-unknown = không có loại “{ $type }”; chọn: tỉnh, thành phố, xã, phường, đặc khu, thôn, tổ dân phố, cụm, ngành, cơ quan, Ban Tuyên giáo, Ban Xây dựng Đảng, MTTQ, Đoàn, LĐLĐ, Phụ nữ, CCB, Nông dân, Trung tâm Chính trị
units-twice = mã { $code } đã có ở dòng { $first } và thời gian hiệu lực không nối tiếp nhau
units-parent-unknown = không có đơn vị cấp trên “{ $code }” trong tệp hay trong hệ thống
units-successor-unknown = không có đơn vị kế thừa “{ $code }” trong tệp hay trong hệ thống
units-circle = đơn vị cấp trên vòng tròn: { $units }
units-successor-circle = đơn vị kế thừa vòng tròn: { $units }
