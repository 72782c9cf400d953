# Tổ cộng tác viên: ra theo quyết định; vào lại bằng mã mới.

team-left = Theo Quyết định số { $decision }, nhiệm vụ tại Tổ cộng tác viên đã kết thúc. Trân trọng cảm ơn. Kênh này không gửi thêm tin nào nữa.
team-reentry = Vừa cấp một mã để vào lại tài khoản này từ máy khác. Nếu không yêu cầu mã này, báo ngay { $contact }.
team-coordinator = điều phối viên

role-collaborator = cộng tác viên
role-coordinator = điều phối viên
role-duty = cán bộ trực
role-leader = lãnh đạo
role-administrator = quản trị
role-observer = quan sát viên
role-unit = cán bộ đơn vị trả lời
