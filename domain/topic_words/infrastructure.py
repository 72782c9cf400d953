"""What tells that a report is about roads, water, power and urban order."""

from __future__ import annotations

SURE = """
    ổ gà, ổ voi, đường hư, đường hỏng, đường xuống cấp, đường lầy, lầy lội, sửa đường, làm đường, mở
    đường, vỉa hè, lòng lề đường, đèn đường, đèn chiếu sáng, chiếu sáng, mất điện, cúp điện, cắt điện, mất
    nước, cúp nước, nước sạch, nước máy, nước sinh hoạt, thoát nước, cống, cống thoát nước, ngập
    úng, kẹt xe, ùn tắc, tắc đường, cầu tạm, cầu yếu, sập cầu, cầu gỗ, xây cầu, cột điện, dây         điện,
    trạm biến áp, trật tự đô thị, đèn giao thông, đèn tín hiệu, biển báo, hạ tầng, điện nước, đường dây
    điện, đường bê tông, đường đất, đường nội đồng, đường liên thôn, đường liên xã, tỉnh lộ, cao tốc, thi
    công, đào đường, nắp cống, điện yếu, điện chập chờn, đồng hồ nước, cáp viễn         thông, lấn chiếm vỉa
    hè, chợ tạm, chợ xuống cấp, bãi đỗ xe, thang máy, lấn chiếm lòng đường, buôn         bán lòng đường,
    sóng điện thoại, nước đục, bơm nước, trạm bơm, kênh mương, thủy lợi, đường vào, cầu đường, bến xe, bến
    phà, phà, lề đường, ngập nước, ngập đường, ngập nặng, ngập sâu, gờ giảm         tốc, vạch kẻ đường, dải
    phân cách, lan can, hộ lan, xe tải nặng, quá tải trọng, xe quá tải, đường         gom, đường nhựa, đường
    trơn, mặt đường, áp lực nước, điện lực, cáp quang, họp chợ, chợ cóc, hố         công trình, không có
    đèn, tối thui, tối om, khúc cua, đậu kín, đỗ kín, đậu xe, container, tầm         nhìn, cầu dân sinh, gãy
    lan can, nước yếu, nhỏ giọt, chảy yếu, sóng yếu, không có sóng, rớt mạng, ổ trâu, cống nhỏ, cống nghẹt,
    nghẹt cống, thoát không kịp, nắp hố, bùn lầy, mưa là ngập, mưa lớn         là ngập, mỗi khi mưa, mưa nhỏ
    cũng ngập, đường nhỏ, đường hẹp, đường xấu, đường bể, đường sụt, đường lún, lộ đất, lộ nhựa, lộ hư,
    đường làng, đường đê, mặt cầu, cầu hư, cầu sắt, cầu khỉ, cầu         treo, qua cầu, chưa có điện, kéo
    điện, điện sinh hoạt, sụt áp, điện giật, trụ điện, dây cáp, dây         nhợ, bóng đèn, cháy bóng, trạm
    cấp nước, đường ống nước, vỡ ống, ống nước, nước phèn, không có         nước, thiếu nước sạch, thiếu
    nước, đèn xanh đèn đỏ, vòng xoay, chờ phà, sân chơi, nhà vệ sinh công         cộng, bến đò, xe buýt, cây
    xăng không, đường cụt, lấn vỉa hè, chiếm vỉa hè, bày         bán vỉa         hè, họp chợ trên đường, xe
    che, biển chỉ dẫn, chậm tiến độ, thi công ì ạch, ì ạch, rào         chắn, đá dăm, nhựa bong, bong tróc,
    té xe, sụp hố, sụp ổ gà, mương thoát, mương nội đồng, kênh         thủy lợi, lộ giới, cao ốc, mất sóng,
    phố đi bộ, bãi xe, hầm chui, con         đường, nâng cấp, đường tránh, xe tải chạy, xe tải cày, cày nát,
    xe quá khổ, hư đường, nát đường, nước giếng, đường         ống, ống dẫn nước, trụ điện gỗ, nghiêng sắp
    đổ, lát đá, đá vỉa hè, bong, cầu phao, cầu mới, đi         vòng, ngã năm, ngã ba, giờ cao điểm, giờ tan
    tầm, chen nhau, chập chờn, cáp ngầm, vạch sang đường, sang đường, qua đường, vạch kẻ, vạch sơn, cáp
    chùng, dây cáp viễn         thông, chùng võng, chắn         ngang hẻm, chắn đường, chắn lối, án ngữ, che
    khuất, bảng hiệu, bảng quảng         cáo, hố ga, miệng cống, nắp cống hở, sình lầy, sình, trơn trượt,
    thảm nhựa, đổ đá, mở rộng đường, mở rộng cầu, nút giao, giao cắt, đường sắt, rào chắn tàu, gác chắn, bến
    thuyền, bờ kè hư, kè hư, kênh cạn, cống         điều tiết, trạm bơm hỏng, thủy lợi nội đồng, nước tưới,
    đường điện, lưới điện, điện         lưới, quá tải điện, máy biến áp, điện 3 pha, tiền điện kế, đồng hồ
    điện, cắt nước, tạm ngừng cấp         nước, nhà vệ sinh, chỗ đậu, chỗ đỗ, cây xanh che, trạm dừng, nhà
    chờ, đường đi học, lối đi bị, đường vào trường, đường vào xóm, đường xóm, hẻm sâu, hẻm nhỏ, ngập hẻm,
    nước tràn vào nhà, nước         rút chậm, tiêu nước, tiêu úng, úng, mặt đường nát, vá đường, dặm vá, đá
    lởm chởm, gập ghềnh, lồi         lõm, hố sâu, cống sập, nghĩa trang, chợ mới, chợ tự phát, hàng quán lấn
    chiếm, lấn chiếm, mái che         lấn, trạm thu phát sóng, sóng 4g, wifi công cộng
"""

PLAIN = """
    ~điện, ~ngập, xuống cấp, ~đèn, sụt lún, nứt, xe tải, hư hỏng, lún, đô thị, khu đô thị, xe ben, lấn
    hẻm, sửa chữa, bê tông, đi lại, giao thông, công viên, wifi, chung cư, nhà         văn hóa, ~cầu, ~lề,
    ~lộ, té, gãy, sóng, đậu, đỗ xe, ùn ứ, mặt bê tông, chạy nhỏ giọt, bể, tắc, cống rãnh, mưa là, con đường,
    ngã tư, tuyến đường, đoạn đường, quốc lộ, giếng, internet
"""

FAINT = """
    sửa, hư, hỏng, xe, ngõ, tối, chợ, ~đường, ~hẻm, ~nước, xây, công trình, ghế đá
"""
