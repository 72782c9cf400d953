"""What tells that a report is about waste, smell, smoke and noise."""

from __future__ import annotations

SURE = """
    ô nhiễm, rác thải, bãi rác, đổ rác, thu gom rác, xe rác, mùi hôi, nước thải, khói bụi, tiếng ồn,
    karaoke, loa kẹo kéo, xả thải, đốt rác, hôi thối, bụi mịn, chăn nuôi gây, đốt rơm rạ, đốt rơm, chất
    thải, rác sinh hoạt, cá chết, khai thác đá, nổ mìn, khai thác cát, cát tặc, hút cát, phá         rừng,
    chặt cây, nhà máy xả, khí thải, xả khói, gây ồn, ồn ào, hát karaoke, mở nhạc, loa phường, phân loại rác,
    túi ni lông, vứt rác, rác chất đống, xác động vật, xả trộm, nuôi lợn, nuôi heo, lò         gạch, lò đốt,
    bụi xi măng, thuốc bảo vệ thực vật vứt, nước kênh đen, chặt phá cây, đổ trộm, xà         bần, phế thải,
    hút trộm cát, mùi khét, chế biến mủ, bụi mù mịt, đổ phế thải, xả nước bẩn, chó thả         rông phóng
    uế, hôi tanh, vệ sinh môi trường, tập kết rác, điểm tập kết rác, nhạc sống, nẹt pô gây         ồn, đen
    kịt, nước đen, xả lén, xả ra, nhả khói, lò than, xưởng nhuộm, nhạc ầm ầm, ầm ĩ, inh ỏi, không ai ngủ
    được, hát hò, rác tràn, xác heo, phân gà, phân heo, ruồi nhặng, bốc mùi, mùi thối, cưa cây, đốn cây, đốn
    rừng, rừng bị phá, chất độc, cống thối, nước bẩn, sông bẩn, kênh bẩn, rác         ngập, đầy rác, gom
    rác, lấy rác, hốt rác, không gom rác, chở rác, dọn rác, ném rác, rác nhựa, nhà         máy xi măng, trạm
    trộn, trạm trộn bê tông, lò mổ xả, mùi nồng nặc, nồng nặc, khó thở, bụi đỏ, tưới         đường, đốt
    nhựa, đốt dây điện, bãi chôn lấp, khói đen, nước ngầm, cá chết trắng, tiếng máy, máy         chạy suốt
    đêm, rung nhà, khoan đá, mỏ đá, mỏ đất, nuôi chim yến, chim yến, tiếng chim, nuôi chó         sủa, chó
    sủa, cưa xẻ, phun sơn, mùi sơn, hầm biogas, biogas, loa thùng, mở loa, xưởng         gỗ, xưởng cưa,
    xưởng tái chế, tái chế, vỏ thuốc sâu, chai thuốc sâu, ve chai, rác cồng kềnh, mùi cao         su, mùi
    nhựa cháy, cao su cháy, nhựa cháy, ngửi mùi, mùi lạ, xưởng mạ, đổ nước, nước vàng, vàng         khè, lấp
    bằng rác, rác xây dựng, khoan cắt, cắt sắt, cưa sắt, hàn xì, ngủ trưa, không ngủ được, đốn hàng cây,
    hàng cây, cây cổ thụ, nuôi vịt, nuôi gà, nuôi bò, phân bò, chuồng heo, chuồng bò, chuồng trại, hôi không
    chịu, hôi không chịu được, xe chở đất rơi, rơi vãi đất, bụi         đất, bụi cát, tưới nước chống bụi,
    che bạt, không che bạt, cống hở, cống hở hôi, sủi bọt, dầu         loang, váng dầu, cá nổi trắng, tôm
    chết vì nước, giếng ô nhiễm, nước nhiễm bẩn, bãi thải, nước rỉ         rác, lò đốt rác, phun thuốc sát,
    thuốc cỏ, thuốc diệt cỏ, chim chết, săn bắt, bẫy chim, chặt đước, rừng ngập mặn, rừng phòng hộ, gỗ lậu,
    lâm tặc, tận diệt, âm lượng, loa kéo, đám cưới mở nhạc, nhạc         đám, tiếng động, động cơ, rung
    chấn, rung lắc, xe lu, nửa đêm còn, hố rác, túi rác, bao rác, vứt         bừa bãi, xả bừa bãi, bẩn thỉu,
    mất mỹ quan, ruồi muỗi, ao tù, nước đọng, cỏ mọc um tùm, um tùm, phát quang
"""

PLAIN = """
    ~rác, bụi, ~ồn, ~hôi, ~mùi, bẩn, hóa chất, kênh đen, nguồn nước, đất đá rơi vãi, bụi bặm, phóng
    uế, đen ngòm, chăn nuôi, vật liệu rơi vãi, ruồi, ô nhiễm nguồn nước, khói, môi trường, cây xanh, thùng
    rác, trại heo, trại lợn, trại gà, ~nhạc, ~xưởng, lò, ~thối, khói bay, hát, ngủ không được, nhức đầu, ầm
    ầm, rừng, cá nổi, tràn ra, ~xả
"""

FAINT = """
    vứt, cây, sông, suối, mương, loa
"""
