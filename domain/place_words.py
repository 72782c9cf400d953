"""Words around Vietnamese places: what stands before a place; places and streets that look like people."""

from __future__ import annotations

from domain.text import phrase_set, word_set

# A capitalised name after one of these is a place, a body or a thing.
PLACE_HEADS = word_set(
    """
    thôn xã phường ấp bản làng xóm khóm khu phố đường cầu chợ trường kênh sông hồ núi đèo dốc hầm cảng
    ga bến bãi đảo hòn vịnh mương rạch suối đập cống chùa đình miếu đền lăng am huyện quận tỉnh trấn tp
    buôn plei bon sóc phum hẻm ngõ ngách kiệt tuyến đoạn trạm ty cty sạn tháp cư án tiểu học non thpt
    thcs th đẳng ql tl dt kcn kđt kdc tđc trục nút xoay vùng miền htx xưởng cục hàng giải hiệu giống
    hãng bia báo đài app biển vườn rừng đồi gò bàu đầm láng cồn cù lao xứ họ khám gạo bánh bún phở nem
    kẹo mắm hội bv truông bưng lung xẻo vàm gành mũi đồn bót nghiệp viện xá thờ lộ quán-ăn siêu-thị hđnd
    ubnd mttq
    """
)
# Heads of two words.
CROSSINGS = phrase_set("ngã ba, ngã tư, ngã năm, ngã sáu, ngã bảy, vòng xoay, bùng binh, giao lộ, cây xăng")
# Those after which even "ông Lãnh" or "bà Hoa" is a place.
BRIDGES = word_set(
    """
    cầu chợ rạch kênh cống bến miếu chùa đình lăng núi hòn mương suối ba tư đường xã phường đập vàm gò
    """
)

# Of these the names of communes are made.
PLACE_SYLLABLES = word_set(
    "hòa phú tân bình an long thành mỹ vĩnh đông tây nam bắc thạnh phước lộc thủy sơn giang hải lâm châu hưng thới"
)

# Before a surname and no form of address: here, people go along it or stop in it.
WHEREABOUTS = word_set(
    """
    trên từ dọc qua đoạn góc giao ở tại ngập kẹt tắc tuyến quanh ngoài hướng mé phía ra vô gần nút
    """
)

# Real places and things that begin with a form of address or a surname, or are given names.
PLACES = phrase_set(
    """
    ka đô, ka long, ka lăng, ayun pa, rơ kơi, rơ ngao, y can, y tịch, rơ moóc, bon tu, nguyên thủ quốc gia, châu âu, châu á, châu phi, châu mỹ, châu úc, tây âu, đông âu, bắc âu, bắc mỹ, nam mỹ, bồ đào nha,
    tây ban nha, thổ nhĩ kỳ, thụy sĩ, thụy điển, na uy, hy lạp, đông dương, liên xô, vu lan, chủ nhật, đào nhật tân, nhật tân, bún bò huế, bò huế, nón huế, cô tô, bà rịa, bà nà, bà đen, bà
    điểm, bà hom, bà quẹo, bà triệu, bà chiểu, bà huyện thanh quan, bà hạt, bà ký, hai bà trưng, bà
    trưng, ông lãnh, ông tạ, ông đốc, ông ích khiêm, ông bổn, ông thìn, ông táo, ông công, ông già, ông
    noel, ông đồ, anh sơn, anh quốc, anh đào, anh hùng, chị lăng, chi lăng, chí linh, bác ái, bác hồ,
    bác tôn, cụ hồ, cụ phó bảng, mẹ việt nam, mẹ nhu, mẹ thứ, mẹ suốt, cậu mười, cô bắc, cô giang, con
    cuông, con voi, con dao, hồ chí minh, việt nam, trung quốc, hàn quốc, nhật bản, hoa kỳ, thái lan, ba
    lan, hà lan, đài loan, campuchia, lào, ba đình, ba vì, ba tri, ba tơ, ba đồn, ba chẽ, ba bể, ba la,
    ba son, ba lai, ba động, ba hòn, ba ngòi, ba na, ba thá, năm căn, bảy núi, bảy hiền, bảy mẫu, bảy
    háp, tư nghĩa, tư đình, hai riêng, hai bà, sáu dân, tám ngàn, hà nội, hải phòng, đà nẵng, cần thơ,
    huế, an giang, bắc ninh, bắc giang, bắc kạn, bạc liêu, bến tre, bình dương, bình định, bình phước,
    bình thuận, cà mau, cao bằng, đắk lắk, đắk nông, điện biên, đồng nai, đồng tháp, gia lai, hà giang,
    hà nam, hà tĩnh, hải dương, hậu giang, hòa bình, hưng yên, khánh hòa, kiên giang, kon tum, lai châu,
    lạng sơn, lào cai, lâm đồng, long an, nam định, nghệ an, ninh bình, ninh thuận, phú thọ, phú yên,
    quảng bình, quảng nam, quảng ngãi, quảng ninh, quảng trị, sóc trăng, sơn la, tây ninh, thái bình,
    thái nguyên, thanh hóa, thừa thiên, tiền giang, trà vinh, tuyên quang, vĩnh long, vĩnh phúc, yên
    bái, vũng tàu, đà lạt, nha trang, phan rang, phan thiết, phan rí, quy nhơn, tuy hòa, mỹ tho, rạch
    giá, long xuyên, châu đốc, hà tiên, phú quốc, thủ đức, sài gòn, tam kỳ, hội an, đông hà, đồng hới,
    vinh, hạ long, móng cái, biên hòa, thủ dầu một, buôn ma thuột, pleiku, tân an, cao lãnh, sa đéc, vị
    thanh, gò vấp, bình thạnh, tân bình, tân phú, phú nhuận, bình tân, hóc môn, củ chi, nhà bè, cần giờ,
    dĩ an, thuận an, di linh, bảo lộc, bảo lâm, lâm hà, mai châu, mai sơn, kim bôi, kim sơn, kim bảng,
    cao lộc, cao phong, thạch hà, thạch thất, thạch thành, châu thành, châu phú, thái thụy, thái hòa,
    lương sơn, lương tài, hoàng sa, trường sa, hoàng mai, hoàng su phì, lý sơn, hồ tây, hồ gươm, hồ xuân
    hương, đinh lập, vũ thư, vũ quang, trần đề, trần văn thời, dương minh châu, đoàn hùng, vân đồn, cầu
    giấy, hoàn kiếm, đống đa, thanh xuân, long biên, tây hồ, hà đông, từ liêm, thanh trì, gia lâm, đông
    anh, sóc sơn, mê linh, sơn tây, hòa vang, hòa xuân, hòa khánh, sơn trà, ngũ hành sơn, cẩm lệ, liên
    chiểu, thanh khê, hải châu, điện bàn, duy xuyên, đại lộc, nam giang, tây giang, hướng hóa, a lưới,
    phú vang, phú lộc, hương trà, hương thủy, cái răng, ninh kiều, ô môn, thốt nốt, phong điền, thái
    bình dương, đông nam á, đông nam bộ, tây nguyên, bắc bộ, trung bộ, nam bộ, mai linh, phương trang,
    thành bưởi, hoàng long, kumho samco, bách hóa xanh, điện máy xanh, thế giới di động, con cưng, vạn
    hạnh, phúc long, hoa sen, hòa phát, thaco, trường hải, trung nguyên, sông đà, thái sơn, cao su, cao
    đài, phật giáo, công giáo, hòa hảo, cao tốc, văn hóa, văn phòng, văn miếu, đảng ủy, việt kiều, quốc
    khánh, quốc hội, trung thu, trung ương, trung tâm, công an, công đoàn, công ty, thanh niên, thanh
    tra, phong trào, thường trực, thường vụ, chi bộ, chi cục, chi đoàn, chi hội, chính phủ, chính quyền,
    đoàn thanh, an ninh, an sinh, an toàn, kim đồng, tết nguyên, nguyên đán, thu đông, đông xuân, hè
    thu, xuân hè, nam á, mỹ đình, mỹ sơn, mỹ khê, sơn mỹ, chu lai, lê chân, ngô quyền, kiến an, đồ sơn,
    năm học, năm mới, năm nay, tân cương, trung đông, hồng kông, đức phật, chúa giêsu, đức mẹ, phật
    thích ca, thích ca, lễ phật đản, quan âm, bồ tát, thành hoàng, hùng vương, vua hùng
    """
)
# Whom streets, schools and wards are named after. Masked only behind a form of address.
FAMOUS = phrase_set(
    """
    nguyễn huệ, nguyễn trãi, nguyễn du, nguyễn văn linh, nguyễn văn cừ, nguyễn hữu thọ, nguyễn hữu cảnh,
    nguyễn tất thành, nguyễn chí thanh, nguyễn thị minh khai, nguyễn thị định, nguyễn thái học, nguyễn
    tri phương, nguyễn công trứ, nguyễn đình chiểu, nguyễn bỉnh khiêm, nguyễn văn trỗi, nguyễn ái quốc,
    nguyễn lương bằng, nguyễn phong sắc, nguyễn xiển, nguyễn khang, nguyễn khuyến, nguyễn khoái, nguyễn
    an ninh, nguyễn ánh, nguyễn oanh, nguyễn kiệm, nguyễn xí, nguyễn duy trinh, nguyễn cư trinh, nguyễn
    trường tộ, nguyễn phan chánh, nguyễn hoàng, nguyễn sinh sắc, nguyễn bính, nguyễn văn thoại, nguyễn
    phước lan, nguyễn như hạnh, nguyễn lộ trạch, nguyễn viết xuân, nguyễn văn huyên, nguyễn trung trực,
    nguyễn hữu huân, nguyễn ảnh thủ, nguyễn văn quá, nguyễn văn bứa, nguyễn thiện thuật, nguyễn thông,
    nguyễn trác, nguyễn bá ngọc, nguyễn bá loan, nguyễn hữu tiến, nguyễn siêu, nguyễn quyền, nguyễn văn
    tạo, lê lợi, lê lai, lê duẩn, lê thánh tôn, lê thánh tông, lê hồng phong, lê văn sỹ, lê văn việt, lê
    quang định, lê đại hành, lê quý đôn, lê đình lý, lê văn hiến, lê thanh nghị, lê trọng tấn, lê văn
    lương, lê văn thiêm, lê ngọc hân, lê độ, lê hoàn, lê nin, lê văn duyệt, lê văn khương, lê đức thọ,
    lê ngã, lê thị riêng, lê văn tám, lê thị hồng gấm, lý thường kiệt, lý thái tổ, lý tự trọng, lý nam
    đế, lý chính thắng, lý thái tông, lý nhân tông, lý công uẩn, trần phú, trần hưng đạo, trần quang
    khải, trần nhân tông, trần quốc toản, trần bình trọng, trần khánh dư, trần cao vân, trần nguyên hãn,
    trần não, trần duy hưng, trần đại nghĩa, trần khát chân, trần quý cáp, trần đăng ninh, trần thái
    tông, trần văn ơn, trần văn kỷ, trần văn dư, trần huy liệu, trần xuân soạn, trần thủ độ, trần quang
    diệu, trần khắc chân, phan chu trinh, phan châu trinh, phan bội châu, phan đình phùng, phan đăng
    lưu, phan thanh giản, phan thanh, phan huy ích, phan huy chú, phan văn trị, phan văn hớn, phan xích
    long, phan đình giót, phan tứ, phan bá vành, phạm văn đồng, phạm ngũ lão, phạm hùng, phạm ngọc
    thạch, phạm hồng thái, phạm thế hiển, phạm văn chiêu, phạm văn hai, phạm văn bạch, phạm như xương,
    phạm phú thứ, phạm viết chánh, phạm văn nghị, phạm cự lượng, võ nguyên giáp, võ văn kiệt, võ thị
    sáu, võ chí công, võ văn tần, võ văn ngân, võ thành trang, võ duy ninh, hoàng diệu, hoàng văn thụ,
    hoàng hoa thám, hoàng quốc việt, hoàng văn thái, hoàng sa, hoàng minh giám, hoàng cầu, hoàng thị
    loan, hoàng minh thảo, hoàng hữu nam, huỳnh thúc kháng, huỳnh tấn phát, huỳnh ngọc huệ, hùng vương,
    hai bà trưng, bà triệu, bạch đằng, quang trung, đinh tiên hoàng, đinh công tráng, đinh bộ lĩnh, đinh
    liệt, đinh châu, đặng thai mai, đặng thùy trâm, đặng văn bi, đặng tiến đông, đặng dung, đặng huy
    trứ, đống đa, điện biên phủ, cách mạng tháng tám, cách mạng tháng 8, xô viết nghệ tĩnh, nam kỳ khởi
    nghĩa, đồng khởi, ngô quyền, ngô gia tự, ngô thì nhậm, ngô tất tố, ngô đức kế, ngô sĩ liên, ngô chí
    quốc, trương định, trương công định, trương vĩnh ký, trương hán siêu, trương chí cương, trương văn
    lĩnh, trường chinh, tôn đức thắng, tôn thất thuyết, tôn thất tùng, tôn đản, tô hiến thành, tô hiệu,
    tô ký, tô ngọc vân, tạ quang bửu, tố hữu, thái phiên, thái thịnh, thi sách, thoại ngọc hầu, lạc long
    quân, âu cơ, an dương vương, duy tân, hàm nghi, hàn mặc tử, hồ tùng mậu, hồ xuân hương, hồ quý ly,
    hồ học lãm, hồ nguyên trừng, hồ ngọc lãm, hồ sĩ dương, bùi thị xuân, bùi viện, bùi đình túy, bùi hữu
    nghĩa, bùi tá hán, bùi xương trạch, bùi minh trực, cao thắng, cao bá quát, cao lỗ, chu văn an, chu
    mạnh trinh, dương đình nghệ, dương quảng hàm, dương bá trạc, dương thị xuân quý, đào duy anh, đào
    duy từ, đào tấn, đào trí, đào cam mộc, đoàn thị điểm, đoàn như hài, đoàn nguyên tuấn, đỗ xuân hợp,
    đỗ quang, đội cấn, kim mã, kim đồng, kim liên, khúc hạo, khúc thừa dụ, lương định của, lương thế
    vinh, lương văn can, lương nhữ hộc, lương ngọc quyến, lê hữu trác, mạc đĩnh chi, mạc thị bưởi, mai
    chí thọ, mai thúc loan, mai hắc đế, mai đăng chơn, mẹ nhu, ông ích khiêm, ông ích đường, phó đức
    chính, phùng hưng, phùng khắc khoan, tăng bạt hổ, tăng nhơn phú, triệu quang phục, triệu nữ vương,
    triệu việt vương, trịnh công sơn, trịnh đình thảo, trịnh hoài đức, trưng nữ vương, trưng trắc, trưng
    nhị, văn cao, văn tiến dũng, vũ trọng phụng, vũ tông phan, vũ phạm hàm, vũ lập, vạn xuân, xuân diệu,
    xuân thủy, xuân đán, yên bái, yết kiêu, tản đà, thanh niên, thanh hải, thanh sơn, ỷ lan, nơ trang
    long, n trang lơng, y jút, y ngông, y bih aleo, y moan, ama khê, ama jhao, đinh núp, a sanh, kpă
    klơng, wừu, siu bleh, giảng võ, láng hạ, cầu giấy, thái hà, chùa bộc, cô bắc, cô giang, lữ gia, lũy
    bán bích, âu dương lân, dương văn cam, hồng bàng, hà huy tập, hà huy giáp, hà tông quyền, hà bổng,
    hà thị thân, hồ biểu chánh, hồ hảo hớn
    """
)
# Capitalised words that begin no name: bodies, posts, things, greetings.
NO_NAME_STARTS = word_set(
    """
    tổ ủy đảng hội ban phường xã trường trạm mặt đoàn-viên sở phòng phó tết covid internet zalo facebook
    bệnh quân cảnh nước trắng bè ở nhưng vậy việc khi nếu theo tại trong ngoài sau trước đề kính xin tôi
    chúng các những một hai-bên mọi không chưa đã đang sẽ còn vẫn rất quá lại cũng thì mà và hay hoặc do
    vì để cho của với từ đến bị được có là này đó kia người dân bà-con uỷ hđnd ubnd mttq ctv dlxh gpmb
    bhyt bhxh cccd cmnd vneid ngõ hẻm thôn ấp bản khu phố đường cầu chợ chùa kinh tày mường mông khmer
    chăm nùng dao êđê ê-đê bana ba-na jrai gia-rai cơ k'ho chủ bí tổng thủ giám hiệu kế cán cảnh-sát
    y-tế điện dịch cảm chào vâng dạ thưa nghị luật quyết quy quy-định ngày tháng năm thứ sáng trưa chiều
    tối đêm hôm mùa giờ số nhà mẹ-việt con honda yamaha grab shopee vàng-sjc ai gì sao tiktok youtube
    google messenger wifi tivi vtv vnpt viettel mobifone vinaphone evn pc
    """
)

# Without marks most of the words before places mean other things as well; these do not.
SURE_HEADS = word_set(
    """
    đường phố cầu chợ trường học thcs thpt ngõ hẻm kiệt phường thôn tuyến đoạn tư viện tp quận
    """
)
# Bodies, which begin no name even where their first word is one.
BODIES = word_set(
    """
    tổ đảng hội ban phường xã trường trạm mặt sở phòng phó tết công an khu đường chợ chùa điện nước chi
    đoàn
    """
)
