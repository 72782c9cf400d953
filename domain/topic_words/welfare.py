"""What tells that a report is about social support."""

from __future__ import annotations

SURE = """
    hộ nghèo, cận nghèo, an sinh, trợ cấp, lương hưu, người có công, thương binh, liệt sĩ, chất độc da
    cam, bảo trợ xã hội, người khuyết tật, khuyết tật, nhà tình nghĩa, nhà tình thương, nhà tạm, nhà
    dột nát, xóa nhà tạm, bảo hiểm xã hội, bhxh, trợ cấp thất nghiệp, bảo hiểm thất nghiệp, cứu trợ, quà
    tết, tiền tết, tiền hỗ trợ, gói hỗ trợ, mẹ liệt sĩ, người già neo đơn, neo đơn, mồ côi, chính
    sách hỗ trợ, hưu trí, trợ cấp xã hội, nhà ở xã hội, phát quà, hỗ trợ bão lũ, gạo cứu đói, danh
    sách hộ nghèo, bình xét hộ nghèo, chi trả trợ cấp, tiền trợ cấp, hỗ trợ người dân, gia đình chính
    sách, đối tượng chính sách, bảo trợ, xét hộ nghèo, quỹ từ thiện, vay vốn chính sách, ngân hàng
    chính sách, rút bảo hiểm một lần, bảo hiểm một lần, tiền tuất, mai táng phí, tiền hưu, 75         tuổi,
    cứu đói, quà hỗ trợ, hoàn cảnh khó khăn, tàn tật, sổ hộ nghèo, tiền an sinh, phát gạo, mai         táng,
    nhà đại đoàn kết, diện hộ nghèo, diện nghèo, rút bảo hiểm, chế độ thai sản, thai sản, trợ         giúp,
    thoát nghèo, tái nghèo, tiền phụ cấp, lãnh lương hưu, lãnh tiền, sống một mình, nuôi cháu mồ
    côi, không nơi nương tựa, cơ nhỡ, lang thang, ăn xin, bán vé số dạo, da cam, nạn nhân chất độc, mẹ
    việt nam anh hùng, xét diện, xét duyệt hỗ trợ, nhận nhà, nhà dột, nhà xiêu vẹo, tiền bão, tiền lũ, gạo
    hỗ trợ, mì tôm cứu trợ, hàng cứu trợ, người tâm thần lang thang, trợ cấp người già, tuổi già, hưởng trợ
    cấp, cắt trợ cấp, cắt hộ nghèo, bị cắt, bệnh hiểm nghèo, hội chữ thập đỏ, chữ thập đỏ, quà trung thu,
    tiền 2/9, quà quốc khánh, chi trả lương hưu, lương hưu thấp, nghỉ hưu, chế độ chính         sách, chế độ
    thương binh, quà của, nhà ở cho công nhân, nhà cho người nghèo, tiền điện hộ nghèo, tiền mai táng, làm
    nhà cho, hỗ trợ thiệt hại, bồi thường bảo hiểm xã hội, đóng bảo hiểm, nợ bảo         hiểm, chốt sổ, mẹ
    đơn thân, đơn thân, nuôi con bệnh, bác thương binh, cắt phụ cấp, phụ cấp, quà         cứu trợ, chia
    không đều, sổ hưu, hưu, cho vay làm nhà, làm nhà, mái che, hộ khó khăn, hoàn cảnh         neo đơn, cụ
    già, cụ bà, cụ ông, người khó khăn, chưa được hưởng, được hưởng gì, hưởng trợ, chất         độc hóa học,
    tù đày, thanh niên xung phong, cựu chiến binh, bằng khen kháng chiến, huân chương, hộ         mới thoát
    nghèo, sinh kế, bò giống, hỗ trợ bò, cho bò, nhà tình nghĩa xuống cấp, mưa nắng, trẻ mồ         côi, bảo
    mẫu, mái ấm, viện dưỡng lão, trung tâm bảo trợ, bữa ăn từ thiện, bếp từ thiện, mạnh         thường quân,
    quyên góp, ủng hộ đồng bào, tiền ủng hộ, suất hỗ trợ, hỗ trợ tiền, chính sách hộ         nghèo, miễn
    giảm viện phí, thẻ hộ nghèo, xin vào diện, không được xét, không có tên trong danh         sách, sót
    tên, chậm chi trả, chi trả chậm, lãnh chậm, trả trợ cấp, trợ cấp hàng tháng, trợ cấp một         lần,
    nghỉ việc một cục, sổ bảo hiểm, tiền bảo hiểm, tử tuất, chế độ tử tuất, ốm đau thai sản
"""

PLAIN = """
    nghèo, chính sách xã hội, quà, tiền quà, ~gạo, suất quà, bảo hiểm, danh sách nhận, được         hưởng,
    hưởng chế độ, chưa được nhận, cơ cực, vay vốn, hỗ trợ, tặng quà, nhận quà, từ thiện, người         cao
    tuổi, ~cụ, bà cụ, ông cụ, ~diện, thất nghiệp, cứu giúp, suất
"""

FAINT = """
    chưa nhận được, nhận tiền, người già, trẻ em, xét duyệt, chi trả, khó khăn, chế độ, trợ, xét, một
    mình, cơm
"""
