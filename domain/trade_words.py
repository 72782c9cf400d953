"""What people put behind a neighbour's name to say which one: a trade, or where they live.

Written with marks and in lower case; `domain.lexicon` folds them where a text carries none.
"""

from __future__ import annotations

from domain.text import phrase_set, word_set

_SOLD = word_set(
    """
    bún phở cháo cơm xôi chè bánh nước cá rau thịt gạo hoa trái vé hủ cà trà kem xăng gas thuốc hàng chuối mía
    dừa trứng tôm đồ quần vải than củi đậu tạp heo lợn gà vịt ốc mắm muối rượu vàng báo dạo bắp khoai cây phân
    """
)
# Trades: "bà bảy bún riêu", "a tuấn điện nước", "Thắng cò đất".
TRADES = phrase_set(
    """
    tạp hóa, điện nước, xe ôm, xích lô, ba gác, sửa xe, sửa điện, sửa ống, vá xe, vá lốp, rửa xe, giữ xe, trông xe,
    ve chai, đồng nát, lượm ve, nhặt ve, vé số, hớt tóc, cắt tóc, làm tóc, uốn tóc, gội đầu, làm móng, thợ may, thợ hồ,
    thợ nề, thợ điện, thợ nước, thợ mộc, thợ hàn, thợ sơn, thợ xây, thợ máy, thợ sửa, thợ bạc, thợ rèn, thợ cắt,
    thợ chụp, thầy bói, thầy bùa, thầy cúng, thầy lang, thầy pháp, lái xe, lái đò, lái heo, lái lợn, lái trâu, lái lúa,
    lái đất, chèo đò, cò đất, cò nhà, cò xe, đầu nậu, chủ trọ, chủ nhà, chủ quán, chủ tiệm, chủ hụi, chủ thầu, chủ vựa,
    chủ xe, chủ ghe, chủ trại, chủ lò, chủ xưởng, lò rèn, lò mổ, lò gạch, lò bánh, lò vôi, trại heo, trại gà, trại vịt,
    bún riêu, bún bò, bún cá, bún chả, bún mắm, bún đậu, bánh mì, bánh canh, bánh cuốn, bánh xèo, bánh bèo, bánh bò,
    bánh tráng, bánh ướt, bánh khọt, hủ tiếu, cơm tấm, cơm gà, cơm bụi, cháo lòng, cháo vịt, xôi mặn, xôi gà,
    cà phê, nước mía, trà đá, trà sữa, chè đậu, thuốc tây, thuốc nam, đỡ đẻ, hàng xén, hàng cá, hàng thịt, hàng rau,
    hàng nước, hàng phở, hàng bún, hàng xáo, y tế, thủ kho, tạp vụ, lao công, giữ trẻ, gác cổng, gác chắn
    """
) | {f"bán {ware}" for ware in _SOLD}
# Where the person lives, or what stands there: "chị Hường đầu hẻm", "anh dũng xe ben".
NEARBY = phrase_set(
    """
    đầu ngõ, đầu hẻm, đầu xóm, đầu đường, đầu làng, đầu chợ, đầu thôn, đầu ấp, đầu cầu, cuối ngõ, cuối hẻm, cuối xóm,
    cuối làng, cuối đường, cuối chợ, cuối thôn, xóm trên, xóm dưới, xóm trong, xóm ngoài, ấp trên, ấp dưới, nhà bên,
    nhà kế, nhà đối, nhà trên, nhà dưới, bên cạnh, kế bên, sát vách, trong hẻm, trong xóm, ngoài chợ, hàng xóm,
    xe ben, xe tải, xe khách, xe cẩu, xe lu, xe lam, xe múc, máy cày, máy gặt, máy xúc, phòng trọ, khu trọ
    """
)
