"""Words that tell a topic (DOMAIN §11.1). Longer phrases weigh more; a `?` behind a word makes it weak.

Separated by commas; lower case, with marks. Ours, from the sample reports we could think of.
"""

from __future__ import annotations

TOPIC_WORDS: dict[str, str] = {
    "YT": """
        y tế, trạm y tế, bệnh viện, trạm xá, phòng khám, bác sĩ, y tá, điều dưỡng, khám bệnh, chữa
        bệnh, khám chữa bệnh, thuốc men, thuốc chữa bệnh, thuốc bảo hiểm, hết thuốc, thiếu thuốc,
        vắc xin, vaccine, vacxin, tiêm chủng, tiêm phòng, mũi tiêm, tiêm vắc xin, dịch bệnh, ổ dịch,
        sốt xuất huyết, sởi, cúm, tay chân miệng, covid, bạch hầu, ho gà, dịch tả, bệnh dại, chó
        dại, bảo hiểm y tế, thẻ bhyt, bhyt, cấp cứu, xe cứu thương, viện phí, nằm viện, nhập viện,
        giường bệnh, bệnh nhân, người bệnh, lây bệnh, lây lan?, cách ly, khẩu trang, muỗi?, phun
        thuốc muỗi, lăng quăng, sức khỏe, khám sức khỏe, chuyển tuyến
    """,
    "TP": """
        an toàn thực phẩm, vệ sinh thực phẩm, vệ sinh an toàn thực phẩm, attp, ngộ độc, ngộ độc thực
        phẩm, thực phẩm bẩn, thực phẩm, thịt ôi, thịt thối, thịt bẩn, thịt lợn bệnh, lợn chết, heo
        chết, thịt heo, hàn the, phẩm màu, hóa chất?, thuốc trừ sâu, rau bẩn, rau phun thuốc, hết
        hạn sử dụng, quá đát, không rõ nguồn gốc, suất ăn, bếp ăn, bếp ăn tập thể, quán ăn, hàng
        rong, thức ăn đường phố, đồ ăn, nước đá bẩn, giết mổ, lò mổ, trà sữa, bánh mì?, sữa giả,
        thực phẩm giả, thực phẩm chức năng, bún?, ôi thiu
    """,
    "DD": """
        đất đai, giải phóng mặt bằng, gpmb, đền bù, bồi thường, thu hồi đất, tái định cư, sổ đỏ, sổ
        hồng, giấy chứng nhận quyền sử dụng đất, cấp sổ, làm sổ, tách thửa, thửa đất, chuyển mục
        đích sử dụng đất, chuyển mục đích, đo đạc, ranh giới đất, tranh chấp đất, lấn đất, lấn chiếm
        đất, đất nông nghiệp, đất ở, đất ruộng, giá đất, bảng giá đất, phân lô, bán nền, đấu giá
        đất, quy hoạch treo, quy hoạch, dự án treo, kiểm đếm, mặt bằng?, địa chính, đất công, giao
        đất, mất đất, đất
    """,
    "MT": """
        môi trường, rác, rác thải, đổ rác, bãi rác, thu gom rác, gom rác, xe rác, đốt rác, xả thải,
        nước thải, xả nước thải, ô nhiễm, khói bụi, bụi, bụi mịn, mùi hôi, hôi thối, mùi, bốc mùi,
        tiếng ồn, ồn ào, karaoke, loa kéo, nhạc to, nuôi heo, nuôi lợn, trại heo, trại lợn, chăn
        nuôi?, phân heo, kênh đen, cá chết, khói, khí thải, nhà máy xả, lò đốt, lò gạch, xác động
        vật, chặt cây?, chặt phá cây, phân loại rác, bùn thải, khai thác cát, cát tặc, rác sinh
        hoạt, vệ sinh môi trường, thùng rác
    """,
    "TH": """
        thuế, tiền thuế, đóng thuế, thuế khoán, hộ kinh doanh, hóa đơn, hóa đơn điện tử, máy tính
        tiền, lệ phí, phí vệ sinh, phí, thu phí, khoản thu, đóng góp, tiền đóng góp, thu tiền, thu
        sai, lạm thu, mức thu, thuế đất, thuế đất phi nông nghiệp, thuế thu nhập, hoàn thuế, chi cục
        thuế, cán bộ thuế, quỹ, quỹ phòng chống thiên tai, tiền quỹ, vận động đóng góp, biên lai, kê
        khai thuế, nộp phí
    """,
    "AS": """
        an sinh, hộ nghèo, cận nghèo, hộ cận nghèo, thoát nghèo, trợ cấp, trợ cấp xã hội, bảo trợ,
        bảo trợ xã hội, lương hưu, hưu trí, người cao tuổi, người già neo đơn, neo đơn, người khuyết
        tật, khuyết tật, chính sách hỗ trợ, gói hỗ trợ, tiền hỗ trợ, hỗ trợ, nhận hỗ trợ, cứu trợ,
        quà tết, bảo hiểm xã hội, bhxh, bảo hiểm thất nghiệp, trợ cấp thất nghiệp, người có công,
        thương binh, liệt sĩ, gia đình chính sách, nhà tình nghĩa, nhà tình thương, nhà tạm, xóa nhà
        tạm, nhà dột nát, trẻ mồ côi, nhà ở xã hội, danh sách hộ nghèo, bình xét, tiền ăn cho người
        nghèo, vay vốn chính sách
    """,
    "HT": """
        hạ tầng, đường hỏng, đường xấu, ổ gà, ổ voi, mặt đường, làm đường, sửa đường, con đường,
        đường sá, cầu yếu, cầu hỏng, cây cầu, vỉa hè, lấn chiếm vỉa hè, lòng đường, đèn đường, đèn
        chiếu sáng, mất điện, cúp điện, cắt điện, điện yếu, tiền điện, giá điện, điện lực, đường dây
        điện, cột điện, trụ điện, nước sạch, cúp nước, mất nước, cắt nước, nước máy, nước sinh hoạt,
        thiếu nước, nước đục, tiền nước, thoát nước, cống, cống thoát nước, nắp cống, ngập, ngập
        nước, ngập úng, triều cường, kẹt xe, tắc đường, ùn tắc, đèn tín hiệu, đèn giao thông, đèn
        xanh đèn đỏ, công trình, thi công, đào đường, lấp đường, trật tự đô thị, đô thị, xây dựng
        trái phép, xây trái phép, bãi đỗ xe, xe buýt, mạng internet, sóng điện thoại, cáp viễn
        thông, công viên, nhà văn hóa, cầu mới, đường mới, con đường mới, bê tông hóa
    """,
    "KT": """
        kinh tế, giá cả, tăng giá, giá tăng, xăng dầu, giá xăng, giá vàng, giá gạo, giá lúa, giá
        heo, giá phân bón, phân bón, lúa, được mùa mất giá, rớt giá, mất giá, việc làm, thất nghiệp,
        mất việc, cắt giảm lao động, nợ lương, chậm lương, lương công nhân, công nhân?, lao động,
        doanh nghiệp, buôn bán, tiểu thương, ế ẩm, chợ ế, chợ vắng, lãi suất, vay vốn, ngân hàng,
        tín dụng, tín dụng đen?, thị trường, hàng hóa, hàng giả, hàng nhái, kinh doanh, sản xuất,
        xuất khẩu, thương lái, nông sản, thu nhập, đời sống khó khăn, vật giá, đắt đỏ, du lịch,
        khách du lịch, sạp, mặt bằng cho thuê
    """,
    "GD": """
        giáo dục, trường học, học sinh, giáo viên, thầy cô, cô giáo, thầy giáo, học phí, dạy thêm,
        học thêm, dạy thêm học thêm, tuyển sinh, thi cử, kỳ thi, thi tốt nghiệp, thi vào lớp 10,
        sách giáo khoa, đồng phục, bán trú, lớp học, mầm non, mẫu giáo, nhà trẻ, tiểu học, trung
        học, cấp 1, cấp 2, cấp 3, đại học, sinh viên, hội phụ huynh, phụ huynh, bạo lực học đường,
        khai giảng, nghỉ hè, quỹ lớp, hiệu trưởng, trường, chạy trường, thiếu trường, thiếu lớp,
        thiếu giáo viên, chương trình học
    """,
    "DV": """
        dịch vụ công, thủ tục hành chính, tthc, thủ tục, bộ phận một cửa, một cửa, hồ sơ, nộp hồ sơ,
        trả hồ sơ, trả kết quả, trễ hẹn, hẹn lại, chờ đợi, đi lại nhiều lần, chứng thực, công chứng,
        sao y, khai sinh, khai tử, hộ khẩu, hộ tịch, căn cước, cccd, làm căn cước, vneid, định danh,
        cổng dịch vụ công, nộp trực tuyến, trung tâm hành chính công, trung tâm phục vụ hành chính
        công, cán bộ, công chức, thái độ cán bộ, nhũng nhiễu, hách dịch, gây khó dễ, vòi vĩnh, quan
        liêu, vô cảm, tiếp dân, trả lời dân, giấy tờ, đăng ký kinh doanh, phần mềm, hệ thống lỗi,
        nghẽn mạng, xác nhận
    """,
    "AN": """
        an ninh, trật tự, an ninh trật tự, antt, trộm cắp, trộm, mất trộm, bẻ khóa, mất xe, cướp,
        cướp giật, giật đồ, đánh nhau, ẩu đả, gây rối, băng nhóm, côn đồ, giang hồ, ma túy, nghiện,
        con nghiện, nghiện hút, hút chích, cờ bạc, đánh bạc, đá gà, số đề, cá độ, tín dụng đen, cho
        vay nặng lãi, đòi nợ, đòi nợ thuê, lừa đảo, lừa đảo qua mạng, lừa qua mạng, giả danh, công
        an, đua xe, chạy tốc độ, nẹt pô, tai nạn giao thông, tai nạn, nồng độ csgt, csgt, nồng độ
        cồn, vượt đèn đỏ, mại dâm, pháo nổ, đốt pháo, hung khí, dao, giết người, bạo lực gia đình,
        mất an toàn, tụ tập, phá rối
    """,
    "TT": """
        thiên tai, bão, bão lũ, lũ, lũ lụt, lũ quét, lụt, sạt lở, sạt lở đất, sạt lở bờ sông, lở
        đất, lốc xoáy, giông lốc, mưa đá, mưa lớn, hạn hán, hạn mặn, xâm nhập mặn, cháy, cháy nhà,
        cháy rừng, hỏa hoạn, chữa cháy, pccc, nổ, vỡ đê, đê, tràn đê, vỡ đập, xả lũ, xả đập, sập,
        sập nhà, sập cầu, sự cố, sơ tán, cô lập, đuối nước, tốc mái, nứt đất, động đất, sét đánh,
        triều dâng, nước dâng, nước tràn, rò rỉ khí
    """,
    "CS": """
        chính sách, chủ trương, nghị quyết, nghị định, luật, luật mới, sáp nhập, sáp nhập xã, sáp
        nhập tỉnh, sắp xếp bộ máy, tinh gọn, tinh gọn bộ máy, tinh giản biên chế, bộ máy, chính
        quyền hai cấp, chính quyền 2 cấp, hai cấp, bỏ cấp huyện, tên xã, tên phường, đặt tên xã, đại
        hội đảng, đại hội, bầu cử, quốc hội, hội đồng nhân dân, tiếp xúc cử tri, cử tri, chỉ thị,
        cải cách, cải cách tiền lương, tăng lương, lương cơ sở, chế độ thôi việc, nghỉ hưu sớm, trụ
        sở mới, chuyển đổi số, phòng chống tham nhũng, tham nhũng, đảng viên, chi bộ, tuổi nghỉ hưu,
        lấy ý kiến, góp ý dự thảo, dự thảo, trung ương
    """,
    "DT": """
        dân tộc, dân tộc thiểu số, đồng bào dân tộc, đồng bào, tôn giáo, nhà thờ, giáo xứ, giáo dân,
        linh mục, chùa, sư, nhà sư, phật tử, tin lành, đạo lạ, tà đạo, truyền đạo, truyền đạo trái
        phép, hội thánh, thánh thất, cao đài, hòa hảo, lễ hội?, mê tín, mê tín dị đoan, khmer, chăm,
        hmông, mông, ê đê, người có uy tín, già làng, nhà nguyện, cơ sở thờ tự, tín đồ
    """,
    "TD": """
        tin đồn, đồn, đồn đoán, đồn thổi, nghe đồn, tung tin, tin giả, fake news, tin thất thiệt,
        tin xấu độc, thất thiệt, mạng xã hội, trên mạng, facebook, fb, tiktok, tik tok, youtube,
        zalo nhóm, nhóm zalo, livestream, lan truyền, chia sẻ trên mạng, bịa đặt, xuyên tạc, kích
        động, chưa kiểm chứng, clip, video lan truyền, cắt ghép, deepfake, hội nhóm, bài đăng, đăng
        tin
    """,
}
