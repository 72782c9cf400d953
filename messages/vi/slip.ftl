# Phiếu chuyển in ra giấy (.docx). Văn bản của cơ quan, luôn bằng tiếng Việt.

slip-draft = DỰ THẢO
slip-nation-dang = ĐẢNG CỘNG SẢN VIỆT NAM
slip-nation-nd30 = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
slip-motto = Độc lập - Tự do - Hạnh phúc
slip-number-dang = Số          -PC/
slip-number-nd30 = Số:          /PC-
slip-date = …………, ngày      tháng      năm
slip-urgent = KHẨN
slip-title = PHIẾU CHUYỂN
slip-abstract = phản ánh của dư luận xã hội ({ $code })
slip-to = Kính gửi: { $unit }
slip-opening = { $unit } tiếp nhận phản ánh của dư luận xã hội (mã { $code }), nội dung như sau:
slip-area = Địa bàn: { $area }.
slip-request = Đề nghị { $unit } kiểm tra, xác minh, trả lời trước ngày { $due }.
slip-due-hour = { $day } ({ $hour })
slip-parts = Nội dung trả lời nêu rõ: đã kiểm tra gì, kết quả ra sao, sẽ làm gì, đến ngày nào. Không ghi họ tên, số điện thoại, địa chỉ của người dân.
slip-contact = Đầu mối: { $unit }
slip-phone = , điện thoại trực { $phone }
slip-data = ; bảo vệ dữ liệu cá nhân: { $contact }
slip-recipients = Nơi nhận:
slip-filed-dang = - Lưu
slip-filed-nd30 = - Lưu: VT.
slip-link = Trả lời qua đường liên kết này
slip-link-hint = Quét mã bằng điện thoại, hoặc mở địa chỉ trên. Không cần tài khoản. Không chuyển cho người ngoài đơn vị.
