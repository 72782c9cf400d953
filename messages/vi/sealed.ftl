# Chỉ gửi cấp trên; người đơn tuyến. Wording: DOMAIN §9.

b-unsealed = Bỏ kín
e-sealed-nobody = Đơn vị chưa có ai ở cấp trên để đọc tin kín. Gửi thường thì đơn vị sẽ đọc; nội dung đang soạn giữ nguyên.
p-review-sealed = 🔒 Ý kiến { $which }: chỉ { $unit } xem.
c-sealed = 🔒 Chỉ cấp trên xem.
c-urgent-sealed = { $n ->
    [0] Đã ghi nhận khẩn, mã { $code }, chưa báo được ai ở cấp trên, hãy gọi { $phone }.
   *[other] Đã ghi nhận khẩn, mã { $code }, đang báo { $n } người ở cấp trên.
}
c-acked-sealed = { $code }: cấp trên nhận xử lý lúc { $time }.

## To those above who read it

a-sealed = 🔒 Tin kín: chỉ cấp trên xem, không chuyển về đơn vị.
a-to-leader = lãnh đạo cấp trên
sealed-filed = 🔒 Phản ánh kín { $code } · { $topic }
sealed-where = { $unit } · { $at } · chỉ cấp trên xem, không chuyển về đơn vị
sealed-changed = 🔒 { $code }: người báo đã sửa.
sealed-added = 🔒 { $code }: người báo bổ sung.
sealed-withdrawn = 🔒 { $code } đã được người báo thu hồi.

## Lists

sheet-no-yes = “{ $text }” không phải có hay không
roster-direct-role = chỉ cộng tác viên mới là đơn tuyến
