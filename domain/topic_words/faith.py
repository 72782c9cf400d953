"""What tells that a report is about ethnic and religious matters."""

from __future__ import annotations

SURE = """
    tôn giáo, nhà thờ, giáo xứ, giáo dân, linh mục, sư thầy, phật tử, tin lành, công giáo, phật giáo, tà
    đạo, đạo lạ, hội thánh, hội thánh đức chúa trời, truyền đạo, mê tín, bói toán, lên đồng, khmer, ê đê,
    gia rai, ba na, cao đài, hòa hảo, thánh thất, người dân tộc, dân tộc thiểu số, thiểu số, già
    làng, tục cúng, hủ tục, tảo hôn, cúng dường, nhóm đạo, phật đản, lễ noel, giáng         sinh, tu
    sĩ, cơ sở thờ tự, thờ tự, tâm linh, buôn làng, fulro, chia rẽ dân tộc, tà giáo, nhà         nguyện, sinh
    hoạt đạo, xây chùa, trùng tu, di tích, giáo phái, cầu siêu, tín đồ, truyền giáo, thầy         cúng, bùa
    ngải, bỏ bàn thờ, theo đạo, đạo mới, người chăm, chữ chăm, chữ dân tộc, tiếng dân tộc, nhà chùa, thầy
    chùa, bà con dân tộc, người mông, người khmer, người thượng, dân bản địa, nhà rông, cồng chiêng, nhà
    sàn, lễ cúng, cúng bái, thờ cúng, nhà thờ họ, họ đạo, đức tin, đi lễ, chức sắc, tăng ni, sãi, nhà sư,
    chùa chiền, hầu đồng, xem bói, gọi hồn, giáo hội, hội đoàn, nhóm tu, tu tại         gia, pháp môn, pháp
    luân công, đạo dừa, dương văn mình, bà cô dợ, ly khai, nhà nước đề ga, đề ga, tin lành đề ga, học chữ
    khmer, lễ chol, ok om bok, katê, ramưwan, kinh thánh, truyền giáo trái         phép, công đức, hòm công
    đức, tiền công đức, tượng phật, kết hôn cận huyết, trang phục         dân         tộc, mai một, lễ bỏ
    mả, bà con người, người dao, người tày, người thái, người ê đê, tết dân         tộc, đạo tin lành, nhóm
    họp, điểm nhóm, rằm tháng bảy, rằm, vàng mã, đốt vàng mã, đình, cây đa, đình làng, xưng là thánh, thánh,
    nước lã, chữa bệnh bằng bùa, chữa bệnh bằng nước lã, ông đồng, bà         cốt, thầy bói, cúng sao, dâng
    sao giải hạn, giải hạn, thỉnh vong, oan gia, vong, gieo quẻ, mồ mả         tổ tiên, giỗ tổ, rước kiệu,
    hội làng, chọi trâu, đâm trâu, hát then, múa xòe, tiếng mẹ đẻ, chữ         khmer, sư sãi, chùa khmer,
    xây nhà thờ, đất nhà thờ, đất chùa, tượng chúa, tượng đài phật, linh         thiêng, quỹ chùa, tu hành,
    bộ hành khất thực, khất thực, thích minh tuệ, hành đạo, hiến máu tôn         giáo, cha xứ, mục sư, thầy
    trụ trì, trụ trì, đại đức, hòa thượng, ni cô, ban hộ tự, ban trị sự, bà         con theo đạo, người có
    đạo, bà con lương giáo, lương giáo, hồi giáo, islam, thánh đường, tháng         ramadan, bà la môn, cưới
    trẻ con, hôn nhân cận huyết, bắt vợ, kéo vợ, thách cưới, ma lai, ma chay, bùa yêu, cúng ma, thầy mo, di
    cư tự do, xuống núi, định canh định cư, đồng bào thiểu số, vùng đồng         bào, người rục, người rơ
    măm, cộng đồng người, bản làng, buôn sóc, nhà dài, lễ hội đua ghe ngo, ghe ngo, bài trừ mê tín
"""

PLAIN = """
    ~lễ, ~đạo, miếu, đền, cúng, tín ngưỡng, bản sắc, ~dao, bùa, sư, chăm, mông, dân tộc, đồng bào, lễ
    hội, bàn thờ, ~chùa, ~tu, ~buôn, phật, chúa, thờ, cầu nguyện, ~thầy
"""

FAINT = """
    làng, bản
"""
