"""What tells that a report is about land and site clearance."""

from __future__ import annotations

SURE = """
    đất đai, giải phóng mặt bằng, gpmb, đền bù, bồi thường đất, thu hồi đất, sổ đỏ, sổ hồng, tái định
    cư, quy hoạch treo, lấn đất, lấn chiếm đất, tranh chấp đất, giá đất, đất công, đất lúa, chuyển mục
    đích, tách thửa, phân lô, đất nông nghiệp, đất ở, đo đạc, bản đồ địa chính, địa chính, giấy chứng
    nhận quyền sử dụng, kiểm đếm, áp giá, đất rừng, xây trái phép, xây nhà trái phép, xây dựng trái
    phép, cưỡng chế, di dời dân, lô đất, thửa đất, cấp sổ, đất dịch vụ, giao đất, đấu giá đất, hành
    lang an toàn, sốt đất, cò đất, ranh đất, mốc giới, lấn ruộng, sang tên sổ, đất nghĩa trang, bàn
    giao mặt bằng, tiền bồi thường, bồi thường giải phóng, chồng lấn, cấp chồng, trích đo, đất         tái
    định cư, hiến đất, lấn đất công, đất dự án, nhận nền, lấy đất, đất của họ, rào         đường, rào lại,
    lối đi chung, đường đi chung, mua nền, cắm mốc, mất ruộng, mất đất, dự án bỏ         hoang, bỏ hoang, đo
    đất, đất bãi bồi, đất hương hỏa, giấy đất, giấy đỏ, trích lục, bán nền, mua         đất, bán đất, chia
    đất, đất sản xuất, thiếu đất, giá đền, tiền đền, chưa đền, giải tỏa trắng, hộ         bị giải tỏa, thổ
    cư, lên thổ cư, đất vườn, đất nền, cấp đất, đất của dân, đất nhà, đất chùa, đất         trường, sổ
    chung, đất lâm trường, lâm trường, nông trường, đất đấu giá, bìa đỏ, làm sổ, làm bìa, đất ruộng, trả
    đất, tái định canh, nhà đất, đất cát, đường cắt qua, nằm trong quy hoạch, quy hoạch         mở đường,
    giá trả, bàn giao đất, đo lại, đo lại ranh, mét ngang, mét vuông, lên thổ, khoanh đất, khoanh vùng, vùng
    dự án, bốc thăm nền, bốc thăm, minh bạch đền bù, dự án sân bay, dự         án         cao tốc, dự án
    đường, sửa nhà trong quy hoạch, không được sửa nhà, không được xây, không cho         xây, hiến đất làm
    đường, đường xuyên qua đất, thu hồi, hộ dân bị thu hồi, giá bồi thường, bồi         thường cây, cây
    trồng trên đất, hoa màu trên đất, chênh lệch địa tô, chênh giá, di dời mồ mả, bốc         mộ, đất ven
    biển, đất bãi, bán đấu giá, hợp thửa, thừa kế đất, chia thừa kế, lối đi, bờ rào, hàng         rào lấn,
    lấn rạch, lấn sông, lấn biển, san nền, đổ đất lấp, lấp ao, lấp ruộng, đào đất, đất đồi, múc đất, chuyển
    đổi đất, đất trồng lúa, ranh giới đất, tranh chấp lối đi, tranh chấp, khiếu kiện         đất, chậm sổ,
    cấp giấy chứng nhận, quyền sử dụng đất, văn phòng đăng ký đất, đăng ký đất, phân lô         bán nền, quỹ
    đất, giá đất mới, bảng giá đất, đất tái, khu tái, nhận đất, giao nền
"""

PLAIN = """
    ~đất, thửa, ~sổ, bồi thường, hồ sơ đất, xây lấn, lấn mương, ranh giới, dự án khu đô thị, bàn giao
    nền, ~ruộng, xây dựng không phép, không phép, mặt bằng, dự án treo, quy hoạch, di dời, giải tỏa, san
    lấp, nền, ranh, mốc, đo, rào, chủ đầu tư, hiến, thổ, nền nhà
"""

FAINT = """
    dự án, quy hoạch chung, hộ dân bị ảnh hưởng, trái phép, lấn
"""
