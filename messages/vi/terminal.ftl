# Trò chuyện trong cửa sổ dòng lệnh: baonhanh chat.
chat-nobody = Không có ai tên “{ $who }”. Ghi đúng nhãn trong danh sách, CTV-17, hoặc một mã mời còn dùng được.
chat-several = Có { $n } người tên “{ $who }”: { $labels }. Ghi một trong các mã đó.
chat-hint = Gõ một dòng rồi Enter. Ctrl-D để dừng.
chat-picture = (Kèm một hình; cửa sổ dòng lệnh không hiện được.)
