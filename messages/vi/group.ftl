# Groups of coordinators. All but the question are read by everybody in the group: no code, no name, no reporter.

group-serves = ✅ Từ nay tin khẩn của { $unit } vào đây, ngoài tin gửi riêng từng người. Cán bộ trực, điều phối viên, lãnh đạo bấm 🙋 Tôi nhận xử lý ngay trong nhóm. Bot không đọc trò chuyện trong nhóm. Thôi nhận: /nhom tắt
group-ended = Nhóm này thôi nhận tin khẩn của { $unit }.
group-left = Tin khẩn của { $unit } từ nay vào nhóm khác.
group-taken = Nhóm này đang nhận tin khẩn của { $unit }. Điều phối viên đơn vị ấy gõ /nhom tắt thì mới đổi được.
group-none = Nhóm này chưa nhận tin khẩn của đơn vị nào.
group-not-yours = Chỉ điều phối viên của đơn vị đang nhận tin ở nhóm này mới tắt được.
group-no-unit = Mã đơn vị không đúng, hoặc không phải đơn vị mình điều phối. Gõ /nhom kèm mã đơn vị.
group-coordinators-only = Chỉ điều phối viên đã có trong danh sách của bot, gõ bằng tài khoản của mình, mới đặt được nhóm này.
group-private = Bot không nhận phản ánh trong nhóm, và không đọc tin vừa rồi. Mời viết riêng cho bot: { $link }
group-staff-only = Chỉ cán bộ trực, điều phối viên, lãnh đạo đã tham gia với bot này nhận xử lý được.
group-gone = ⚠️ Nhóm Telegram của { $unit } không nhận được tin khẩn nữa: bot bị đưa ra, hoặc nhóm hay chủ đề đã đóng. Tin vẫn đến từng người như cũ. Muốn dùng lại: thêm bot vào nhóm, gõ /nhom trong nhóm.
group-how = Thêm bot vào nhóm Telegram của đơn vị rồi gõ /nhom trong nhóm ấy: tin khẩn vào nhóm, ngoài tin gửi riêng từng người.
p-group-unit = Nhóm vừa gõ /nhom nhận tin khẩn của đơn vị nào?
