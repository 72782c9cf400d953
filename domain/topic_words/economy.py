"""What tells that a report is about prices, jobs and trade."""

from __future__ import annotations

SURE = """
    giá cả, giá xăng, giá điện, giá gas, giá lúa, giá lợn, giá heo, giá vàng, giá thịt, giá thuốc sâu, tăng
    giá, giảm giá, mất việc, việc làm, thất nghiệp, nợ lương, chậm lương, lương công nhân, buôn         bán
    ế, ế ẩm, được mùa mất giá, mất giá, rớt giá, phân bón, vật tư nông nghiệp, lãi suất, sản xuất
    kinh doanh, thu nhập, kinh tế, chợ ế, nông sản, cà phê xuống giá, giá cà phê, giá tiêu, giá cao
    su, cắt giảm lao động, giãn việc, xăng dầu, giá nhà, giá thuê, vật         giá, lạm phát, giá
    phân, giá sầu riêng, giá cá, đầu ra, bỏ cọc, ép         giá, xuất khẩu lao động, làm ăn, giá nước, giá
    cát, giá vật liệu, giá bán, thưởng tết, khởi nghiệp, tăng lương, lương tối thiểu, giá rau, đóng cửa nhà
    máy, đồ ăn tăng, thua         lỗ, lương tháng, giá mía, giá mủ, giá thức ăn chăn         nuôi, giá cước,
    giá vé, giá đất san lấp, lên         giá, xuống giá, giá lên, giá xuống, tăng         chóng mặt, nghỉ
    luân phiên, cho nghỉ việc, sa thải, không         có đơn hàng, đơn hàng, nuôi lỗ, nợ đại lý, đại lý thức
    ăn, tôm chết, cá chết hàng loạt, heo chết         hàng loạt, dịch tả lợn, tiền trọ, giá trọ, tiền công,
    nhân công, khó kiếm việc, không có việc, thất mùa, ngân hàng siết, nợ ngân hàng, vàng tăng, giá trái
    cây, không ai mua, không có người mua, không bán được, bán không         được, bán lỗ, lúa lép, mất
    trắng vụ, sâu bệnh, rầy nâu, ốc bươu, giá         giống, thuốc bảo vệ         thực vật tăng, hàng tồn,
    hàng online, sạp bỏ trống, trả sạp, trả mặt bằng, đóng cửa hàng, khách         vắng, vắng khách, tăng
    ca, cắt tăng ca, giảm giờ làm, giảm lương, lương không         đủ, không đủ         sống, chi phí sinh
    hoạt, sinh hoạt đắt đỏ, thương hiệu, ocop, hợp tác xã, htx, khu         công         nghiệp, tuyển công
    nhân, thiếu lao động, đi làm xa, bỏ quê, bỏ ruộng, phá sản, vỡ nợ, hụi, vỡ         hụi, giá hồ tiêu, mủ
    cao su, thanh long, dưa hấu, lúa chín, bán lúa, trồng cà phê, đánh bắt, ngư         dân, xăng tăng, điện
    tăng, cái gì cũng tăng, cái gì cũng đắt, mắc mỏ, thuê trọ, kiếm sống, thu         hoạch, làm lúa, nuôi
    tôm, nuôi cá, nuôi bò, con giống, cho vay, thẻ vàng, tour, khách du lịch, homestay, lái không tới, không
    ai tới mua, chín đỏ vườn, chín rụng, rụng đầy, đổ bỏ, tiền điện         tháng này, tiền điện gấp đôi,
    gấp đôi, khách giảm, giảm hẳn, bán chậm, buôn bán khó, cắt giảm, cắt         giảm công nhân, dân trọ dọn
    đi, dọn đi, nâng lãi, lãi vay, nợ lãi, méo mặt, trả nợ, xoay vốn, giá         cà, xuống làm bà con lo,
    giá mì, giá sắn, giá bắp, giá dừa, giá cam, giá bưởi, giá tôm, giá cá         tra, cá tra, thu mua,
    thương lái ép, ép cân, cân gian, mất mối, hàng trung quốc, hàng ngoại, nhập         lậu giá rẻ, thất
    thu, được mùa, năng suất, chi phí sản xuất, giá giống, giá cám, cám tăng, giá con         giống, giá đất
    thuê, giá mặt bằng, tiền mặt bằng, cửa hàng đóng, quán xá đóng, chợ vắng, chợ đìu         hiu, đìu hiu,
    sức mua giảm, mua sắm, tết này, giá tết, hàng tết, vé tàu tết, vé xe, vé tàu, làng         nghề, nghề
    truyền thống, thợ, bỏ nghề, thiếu việc, việc làm thêm, kiếm việc, đi làm thuê, đi nước         ngoài,
    xuất khẩu, thuế mỹ, đơn hàng mỹ, đầu tư, dự án du lịch, du khách, khách sạn, lao động, lương thưởng,
    thưởng, lương tối thiểu vùng, nợ tiền lương, giữ lương, công nhân đình công, đình         công, ngừng
    việc tập thể, ngừng việc, công ty bỏ trốn, giá gạo, lương thực, phân giả, thuốc giả         nông nghiệp,
    giống giả, chứng khoán, tiền ảo, tỷ giá, đô la
"""

PLAIN = """
    ~giá, ~lương, ~ế, lãi, lỗ, kinh doanh, buôn bán, nông dân, vụ mùa, ~lúa, hàng quán, tăng cao, cước, đắt
    đỏ, đắt, tiền điện, tiền nước, ế khách, sức mua, hộ kinh doanh, tiểu thương, đời sống, hàng giả, vay
    vốn, du lịch, ~vàng, ~nợ, ~vốn, ~trọ, ~tôm, ~vụ, ế hàng, kiếm ăn, chợ         búa, xuống tiền, tiết
    kiệm, ~lời, mất mùa, hàng hóa, sầu riêng, cà phê, tiêu thụ
"""

FAINT = """
    bán, mua, tăng, giảm, làm thuê, công nhân, nhà máy, ngân hàng, công ty, xí nghiệp, thương lái, khu
    công nghiệp, khách, vật liệu xây dựng, doanh nghiệp, chi tiêu
"""
