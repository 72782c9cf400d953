"""What tells that a report is about disasters and accidents."""

from __future__ import annotations

SURE = """
    bão, lụt, lũ quét, ngập lụt, sạt lở, vỡ đê, cháy nhà, cháy rừng, hỏa hoạn, cháy nổ, đuối nước, hạn
    hán, hạn mặn, xâm nhập mặn, nước lũ, thiên tai, lốc xoáy, sập nhà, xả lũ, thủy điện xả, nứt đất, sụt lún
    đất, nước dâng, triều cường, vỡ đập, vỡ hồ, cô lập, chia cắt, cứu hộ, cứu nạn, phòng chống         thiên
    tai, áp thấp, động đất, chập điện cháy, nổ bình gas, rò rỉ gas, rét đậm, rét hại, sét đánh, mất tích, bị
    cuốn trôi, cuốn trôi, lật ghe, lật thuyền, tàu cá gặp nạn, sơ tán, di dời khẩn cấp, lở đất, lở núi, lở
    sông, nhiễm mặn, bờ kè, cây đổ, cây ngã, gãy đổ, khô hạn, dông lốc, tràn dầu, hồ chứa, lũ về, nước lên,
    sương muối, thiếu nước tưới, lốc, sóng lớn, ngã đổ, chữa cháy, pccc, phòng cháy, nước sông lên, nước
    sông, lên nhanh, tốc mái, dông, chưa dập, dập lửa, bén lửa, cháy         lan, lan rừng, sụt nửa, đèo
    sụt, sụt lở, sụt, nứt núi, hồ sắp tràn, tràn bờ, tràn đê, vượt báo         động, sóng đánh, biển động,
    ghe chìm, chìm ghe, mưa mấy ngày, kẹt lũ, mắc kẹt, nước ngập nóc, ngập         nóc, ngập tới nóc, bè
    mảng, bè cá trôi, nước cuốn, bị cuốn, lũ cuốn, trôi nhà, lúa ngập, vỡ bờ         bao, vỡ kênh, xì mạch,
    rò rỉ đập, hở hàm ếch, hàm ếch, sạt taluy, taluy, đất đá đổ xuống, đá lăn, đá rơi, cây bật gốc, bật gốc,
    đè nhà, đổ tường, sập tường, sập giàn giáo, sập mái, cháy xưởng, cháy chợ, cháy xe, bốc cháy, nổ lớn, nổ
    ga, điện giật chết, rét, trâu bò chết rét, mạ         chết         rét, khát nước, ruộng nứt, nứt nẻ,
    khô cạn, hết nước tưới, nước mặn, mặn lên, mặn xâm nhập, bão         vào, sau bão, tâm bão, mùa bão, mùa
    lũ, chạy lũ, vùng lũ, vùng ngập, vùng trũng ngập, phòng         lụt, sóng thần, giông, mưa đá, sét, ngã
    cây, gãy cây, xói lở, xói mòn, ăn sâu vào đất liền, bờ         biển sạt, sụp lún, hố sụt, hố tử thần,
    dọn đồ suốt đêm, di tản, khẩn cấp, nứt toác, đất nứt, đất         trên đồi, ngủ không yên, lo sạt, gió
    giật, ghe chở, ghe chở lúa chìm, chìm ở, bốc         lửa, khói ngùn ngụt, ngùn ngụt, không mưa, mấy
    tháng không mưa, hồ cạn, cạn trơ đáy, trơ đáy, cạn         kiệt, đập sắp vỡ, sắp vỡ, vỡ cống, đất đá
    vùi, vùi lấp, chôn vùi, đường bị cắt, bị cắt đứt, đứt         đường, đường đứt, không vào được, thả đồ
    cứu trợ, cần cứu, cứu với, kêu cứu, xuồng cứu, thuyền         cứu, cano, áo phao, nước chảy xiết, chảy
    xiết, qua suối, suối lớn, ngầm tràn, tràn ngập, nước tràn         bờ, hồ đầy, xả đáy, còi hụ xả lũ, báo
    động 3, báo động ba, bão số, đổ bộ, áp thấp nhiệt đới, mưa         to gió lớn, gió to, tốc tôn, bay nóc,
    bay mái, mái tôn bay, sập cột, cột đổ, đường dây đứt, điện         đứt, rò điện, nhiễm điện, chết người
    vì điện, khí độc, ngạt khí, ngạt, sập hầm, sập mỏ, sập công         trình, tai nạn lao động, rơi thang
    máy, sập cầu treo, lở bờ, lở bờ sông, sạt bờ, sạt nhà, nhà         nghiêng, nhà nứt, nứt tường, nứt nhà,
    lún nhà, rét đậm rét hại, sương giá, băng giá, nắng hạn, hạn         nặng, ruộng khô, cây chết khô, cháy
    rẫy, cháy thực bì, cháy lớn, cháy kho, đám cháy, lính cứu hỏa, xe chữa cháy, bình chữa cháy, lặn tìm,
    tìm kiếm người, mất tích do lũ, chết đuối, trượt chân         xuống, rơi xuống sông, cá sấu, rắn cắn,
    ong đốt, voi phá, voi rừng, châu chấu, dịch hại
"""

PLAIN = """
    ~mặn, mưa bão, mưa to, ngập sâu, ~lở, gió lớn, nguy hiểm, vết nứt, bục, tràn, hạn, kè, đê, đập, sập, nổ,
    cháy, chìm, sạt, nắng nóng, sự cố, đứt, lửa, ~gió, dâng, trôi, lên cao, dọn đồ, ~lũ, ~sóng, mưa lớn, mưa
    dầm
"""

FAINT = """
    mưa, nước, khô, đổ, cuốn
"""
