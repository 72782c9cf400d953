"""What tells that a report is about health, epidemics and vaccination."""

from __future__ import annotations

SURE = """
    bệnh viện, trạm y tế, trạm xá, y tế, sốt xuất huyết, tay chân miệng, tiêm chủng, tiêm phòng, vắc
    xin, vắc-xin, vacxin, y bác sĩ, khám bệnh, chữa bệnh, bảo hiểm y tế, bhyt, dịch bệnh, phòng khám, cấp
    cứu, viện phí, thuốc men, hết thuốc, thiếu thuốc, ổ dịch, bệnh dại, chó dại, dịch sởi, bệnh         sởi,
    cúm gia cầm, covid, nhập viện, bệnh bạch hầu, y sĩ, điều dưỡng, thuốc tây, nhà thuốc, tuyến
    trên, chuyển tuyến, khám chữa bệnh, tiêm vắc xin, diệt muỗi, lăng quăng, bọ gậy, chích ngừa, khám
    thai, đau mắt đỏ, bệnh lao, tâm thần, sốt rét, bác sĩ gia đình, khám sức khỏe, mổ, chạy thận, ung
    thư, cúm a, cúm mùa, thủy đậu, ho gà, dịch sốt, đi viện, trung tâm y tế, thuốc giả, nằm viện, bệnh
    xá, đi cấp cứu, xe cấp cứu, nổi ban, phát ban, sốt cao, tiêu chảy, bác sĩ trực, đi         khám, khám
    bảo hiểm, chờ khám, nằm ghép, toa thuốc, kê đơn, mua thuốc, phun thuốc muỗi, xuống phun         thuốc,
    khám bhyt, siêu âm, nữ hộ sinh, đi đẻ, phát thuốc, thuốc huyết áp, thuốc tiểu đường, máy x
    quang, chụp phim, khử khuẩn, nhiều người sốt, bị sốt, trẻ sốt, tuyến huyện, tuyến tỉnh, phòng
    bệnh, mua ngoài, sức khỏe tâm thần, hiến máu, trầm cảm, suy dinh dưỡng, ca mắc, ca nhiễm, bùng
    dịch, viêm phổi, bệnh lạ, thẻ bhyt, bị bệnh, mắc bệnh, chữa trị, bệnh tật, trực đêm, thiếu         bác
    sĩ, không có bác sĩ, y bác sỹ, phòng mạch, thuốc bảo hiểm, danh mục thuốc, khám cho, khó thở, lên cơn,
    gọi cấp cứu, xe cứu thương, cứu thương, chuyển viện, giấy chuyển viện, khám mắt, khám         miễn phí,
    đoàn bác sĩ, lở chân, đau mắt, nước ăn chân, ghẻ lở, huyết áp, tiểu đường, đột quỵ, tim         mạch,
    kim tiêm, vật tư y tế, dây truyền, truyền nước, bông băng, ra ngoài mua thuốc, thuốc lá điện         tử
    ngộ độc, uống thuốc, sinh con, mang thai, bà bầu, thai phụ, sản phụ, hộ sinh, tiêm sởi, mũi
    tiêm, tiêm nhắc, uống vitamin, sổ giun, răng, chữa răng, nước tiểu, cân đo, bệnh mạn tính, phòng
    dịch, ổ bệnh, phát hiện dương tính, dương tính, hôn mê, co giật, ngất, sơ cứu, băng bó, viện, trạm
    xá xã, người bệnh, giường, thăm khám, y tế thôn bản, khám sàng lọc, tầm soát, hồ sơ sức khỏe, bệnh
    án
"""

PLAIN = """
    thuốc, ~tiêm, khám, ca bệnh, dịch, ~sốt, ~cúm, sức khỏe, sức khoẻ, y tá, muỗi, truyền nhiễm, triệu
    chứng, viêm, xét nghiệm, bệnh, ~ho, nhiễm bệnh, lây lan, cách ly, vào viện, điều trị, bệnh nhân, bác sĩ,
    bác sỹ, đau bụng, ~sởi, ~chích, dịch tả, khẩu trang, ~ban
"""

FAINT = """
    ốm, đau, giường bệnh, hộ lý, khỏe, thẻ bảo hiểm
"""
