# Ghi hộ: điện thoại, hội nghị, văn bản, đường dây nóng. Wording: DOMAIN §9.

command-ghiho = Ghi hộ ý kiến
p-behalf-how = Ý kiến đến bằng cách nào?
b-behalf-phone = 📞 Điện thoại
b-behalf-meeting = 👥 Hội nghị
b-behalf-paper = 📄 Văn bản
b-behalf-hotline = ☎️ Đường dây nóng
p-behalf-whom = Ý kiến của ai? Chỉ chọn cộng tác viên của tổ; không ghi tên người dân.
b-behalf-nobody = Người dân/không nêu
b-behalf-end = 🏁 Kết thúc
p-behalf-next = { $n ->
   *[other] Đã ghi { $n } ý kiến. Ý kiến tiếp theo? Chọn của ai, hoặc Kết thúc.
}
p-behalf-heard = Nghe trực tiếp hay nghe ghi âm ngoài giờ? Không hỏi, không ghi người gọi.
b-behalf-live = 📞 Trực tiếp
b-behalf-recorded = ⏺ Ghi âm ngoài giờ
p-behalf-when = Nói lúc nào? Ví dụ: 21:30 { $day }
e-behalf-ahead = Giờ này chưa đến. Gõ giờ trong băng ghi âm.
p-behalf-said-phone = Nội dung nghe qua điện thoại? Không ghi tên, số của người dân.
p-behalf-said-meeting = Nội dung phát biểu? Không ghi tên, số của người dân.
p-behalf-said-paper = Nội dung văn bản? Gõ chữ; gửi kèm được ảnh hoặc PDF. Không ghi tên, số của người dân.
p-behalf-said-hotline = Nội dung cuộc gọi? Không ghi tên, số của người gọi.
c-behalf = ✅ ĐÃ GHI HỘ { $time } · mã { $code }
behalf-whose = Tính cho: { $who }
c-behalf-end = { $n ->
   *[other] 🏁 Hội nghị: đã ghi { $n } ý kiến.
}
behalf-topic = • { $topic }: { $n }

## To whose report it is said to be

behalf-phone = qua điện thoại
behalf-meeting = tại hội nghị
behalf-paper = từ văn bản
behalf-hotline = qua đường dây nóng
behalf-told = 📝 Đã ghi hộ { $code }, { $way }:
behalf-object = Không phải ý kiến của mình thì bấm Không phải tôi.
b-not-mine = Không phải tôi
c-not-mine = Đã gỡ { $code } khỏi tên mình. Điều phối viên được báo.
behalf-objected = { $code }: người được ghi hộ báo không phải ý kiến của mình. Đã gỡ liên kết, nội dung giữ lại.
behalf-withdrawn = { $code } ghi hộ trước đây đã được thu hồi.
