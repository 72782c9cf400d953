"""What tells that a report is about crime, disorder and traffic."""

from __future__ import annotations

SURE = """
    trộm, trộm cắp, mất trộm, trộm chó, cướp, cướp giật, giật dọc, giật đồ, ma túy, nghiện, hút chích, cờ
    bạc, đánh bạc, đá gà, cá độ, đua xe, nẹt pô, bốc đầu, đánh nhau, gây rối, côn đồ, hung khí, an
    ninh, trật tự, antt, tín dụng đen, cho vay nặng lãi, vay nặng lãi, lừa đảo, lừa tiền, giả danh
    công an, mại dâm, bắt cóc, giết người, chém, đâm, tai nạn giao thông, nồng độ cồn, rượu bia lái
    xe, phóng nhanh, vượt đèn đỏ, băng nhóm, xì ke, trộm xe, tệ nạn, bạo lực gia đình, đánh đập, quấy
    rối, dâm ô, xâm hại, đe dọa, ném đá, tạt sơn, tạt mắm tôm, pháo nổ, pháo lậu, kích điện, nhậu say
    quậy, say rượu, quậy phá, chó thả rông, chó cắn, vượt biên, buôn lậu, hàng lậu, thuốc lá lậu, lô
    đề, số đề, gây gổ, app vay tiền, đa cấp, tàng trữ, an ninh trật tự, xe máy chạy         ẩu, lạng
    lách, trộm vặt, thanh niên tụ tập, mua bán người, bán người, sòng bạc, chiếm         đoạt, móc
    túi, chặt chém, choai choai, rú ga, mã tấu, rượt, mất xe, bẻ khóa, cạy cửa, đột nhập, kích cá, chích
    điện, bắn điện, súng điện, xưng công an, tự xưng, bảo chuyển         tiền, giả danh, đòi nợ
    thuê, giang hồ, xăm trổ, gậy gộc, bài bạc, tài xỉu, đánh đề, ghi         đề, tiêm chích, bán ma
    túy, chơi đá, hàng đá, ngáo đá, mất gà, mất bò, mất trâu, bắt trộm, kẻ         trộm, kẻ gian, ăn
    cắp, lấy cắp, mất đồ, giựt đồ, giựt dây chuyền, giật dây chuyền, giật điện         thoại, cầm dao, hành
    hung, đánh người, gây thương tích, ẩu đả, xô xát, trêu ghẹo, sàm sỡ, bạo         hành, đánh         vợ,
    say xỉn, nhậu nhẹt, phóng ẩu, chạy tốc độ, không đội mũ, vi phạm nồng độ, xe độ, độ         pô, đốt
    pháo, pháo tự chế, vay tiền qua app, vay app, đòi nợ, siết nợ, tạt chất bẩn, dụ dỗ, mua         bán trẻ,
    lừa sang campuchia, việc nhẹ lương cao, lừa, quán nhậu gây rối, khiêu dâm, massage, kích         dục,
    quán cà phê chòi, mất cắp, hung hăng, camera an ninh, dân phòng, tuần tra đêm, chó dữ, người         lạ,
    an toàn giao thông, lật xe, tông xe, tông nhau, tông chết, xe tông, đâm xe, xe khách chạy ẩu, trộm đột
    vòm, phá két, phá khóa, thuốc lá điện tử, bóng cười, shisha, chơi bài, cá độ bóng đá, cầm         cố,
    đứng đường, chủ hụi, giật hụi, bể         hụi, ôm tiền, bỏ trốn, ôm tiền bỏ trốn, chở sắt, bạt
    mạng, chạy bạt mạng, xe ba gác, người mắc nợ, mắc nợ, trẻ trâu, ném đá xe, phá khóa vào nhà, vào
    nhà lấy, lấy xe, nửa đêm có người, lẻn vào, rình rập, chặn đường, chặn xe, trấn lột, xin đểu, bắt
    chẹt, thu tiền bảo kê, phe phẩy, cò         mồi, cò bệnh viện, cò xe, xe dù, xe khách nhồi nhét, nhồi
    nhét, xe ôm chặt chém, bắt khách, tranh         giành khách, xe không biển số, không biển số, xe độ chế,
    xe điện tông, học sinh đi xe, chở ba, chở         bốn, ngược chiều, đi ngược chiều, lấn         làn,
    dừng đỗ sai, đua ghe, vỏ lãi chạy nhanh, ghe chạy ẩu, phóng lợn, dao phóng lợn, chém nhau, đâm chém, đâm
    nhau, thanh toán nhau, hỗn chiến, giết, án         mạng, hiếp dâm, hiếp, bắt cóc         thật, mất tích
    người, trẻ lạc, bỏ nhà đi, lôi kéo, rủ rê, sử dụng ma         túy, phê thuốc, người         nghiện, cai
    nghiện, kim tiêm trong công viên, khỏa thân, biến thái, lộ hàng, quay lén, chụp lén, tống tiền, đe dọa
    qua điện thoại, gọi điện khủng bố, khủng bố, tin nhắn đòi         nợ, lừa bán         hàng, lừa qua
    mạng, lừa đảo qua mạng, mất tiền trong tài khoản, bị lừa, đường link, link lạ, đầu         tư tiền ảo,
    sàn ảo, việc nhẹ, bán hàng đa cấp, sập hụi, cổ vũ đá bóng đốt pháo, bắn         pháo, súng săn, vũ khí,
    đánh cá bằng xung điện, xung điện, say quậy, gây rối trật tự, mất trật tự, lấn         chiếm gây rối,
    cháu hư, hư hỏng thanh niên
"""

PLAIN = """
    ~cắp, tội phạm, đối tượng lạ, người lạ mặt, bảo kê, tuần tra, vi phạm giao thông, nghiện ngập, dọa, va
    chạm, mũ bảo hiểm, khách lạ, công an, cảnh sát, dao, súng, bắn, phạt nguội, rượt đuổi, nhậu, quậy, đuổi
    đánh, chửi nhau, chửi bới, bài, kẻ, nhóm thanh niên, mất, tông, thuê trọ lạ, chó, tai nạn, tụ tập, chạy
    ẩu, đập phá
"""

FAINT = """
    đêm khuya, bắt, ẩu, phạt, thanh niên, đánh
"""
