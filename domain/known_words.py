"""What everybody knows and nobody need hide: beings of belief, brands, works, and people known by their calling.

Many of them are called "Ông", "Bà", "Cô", "Chú", "Cậu" or "Mẹ" like a neighbour. Written with marks and in
lower case; `domain.lexicon` folds them where a text carries none.
"""

from __future__ import annotations

from domain.text import phrase_set, word_set

# Deities, spirits and figures of tales: no citizens, in whatever case.
BELIEFS = phrase_set(
    """
    ông táo, ông táo về trời, cúng ông táo, đưa ông táo, tiễn ông táo, ngày ông táo, tết ông táo, ông công ông táo, ông công và ông táo, ông táo bà táo, ông địa, ông địa thần tài, ông thần tài,
    ông trời, ông giời, cậu ông trời, ông bụt, ông kẹ, ông ba bị, ông ba mươi, ông tơ bà nguyệt, bà nguyệt,
    ông noel, ông già noel, ông già tuyết, ông phật, ông thánh, ông thần, ông tiên, ông đồ, ông thiên lôi,
    thiên lôi, ông hoàng mười, ông hoàng bảy, ông hoàng bơ, ông hoàng đôi, ông hoàng cả, ông nam hải, ông hổ,
    ông cọp, cá ông, đức ông, bà mụ, bà thiên hậu, bà thủy, bà hỏa, bà ngũ hành, bà la sát, bà la môn, bà tổ,
    bà trời, bà chằn, mười hai bà mụ, cô bơ, cô chín sòng sơn, cô đôi thượng ngàn, cô bé thượng ngàn,
    cậu bơ, cậu bé đồi ngang, cô hồn, cô thần, cô tiên, chú cuội, chị hằng nga, chị hằng và chú cuội,
    chị hằng chú cuội, chú cuội chị hằng, chú tễu, mẹ đất, mẹ thiên nhiên, mẹ đốp, mẹ mìn, mẹ âu cơ,
    thằng bờm và phú ông, cô tấm, chị dậu, bà chúa, ông hoàng bà chúa, táo quân, ngọc hoàng
    """
)
# Whom the whole country calls so.
FATHERS = phrase_set("bác hồ, cụ hồ, bác tôn, bác giáp, hồ chủ tịch, cha già dân tộc")
# With these a deity's name begins; what is capitalised behind belongs to it.
DEITY_HEADS = phrase_set(
    """
    bà chúa, thánh mẫu, mẫu thượng, mẫu liễu, mẫu thoải, quan hoàng, đức thánh, đức mẹ, đức bà, đức chúa,
    đức phật, phật bà, bồ tát, quan thánh, quan lớn, chầu bà, chầu bé, thần tài, thổ công, thành hoàng, chúa tiên,
    ông thánh, bà thánh
    """
)
# The same, but without marks other words.
SHORT_DEITY_HEADS = phrase_set("thánh, phật")
# Brands, dishes, shows and clubs that bear a form of address or a surname, in whatever case.
BRANDS = phrase_set(
    """
    sữa ông thọ, gạo ông cua, cà phê ông bầu, xà bông cô ba, trứng ba huân, công ty ba huân,
    bánh bà láng, dầu ông già, chè cô ba, mắm bà giáo khỏe, mắm cô tư, cô ca cô la,
    anh trai say hi, anh trai vượt ngàn chông gai, chị đẹp đạp gió, mẹ và bé,
    bố ơi mình đi đâu thế, hoàng anh gia lai, sông lam nghệ an, thép xanh nam định, hồng lĩnh hà tĩnh,
    công an hà nội, thể công viettel, becamex bình dương, đông á thanh hóa, quảng nam fc
    """
)
# Behind one of these, or two words after it, a capitalised form of address names a thing: "bánh xèo Bà Dưỡng".
THINGS = word_set(
    """
    sữa lon hộp gạo bánh bún phở cơm cháo chè trà mắm muối tương ớt kem kẹo mứt nem chả giò mì miến hủ xôi lẩu
    trứng bia rượu dầu xà bột thuốc cao nhang hiệu hãng nhãn thương món đặc ẩm lễ hội vía tết rằm tượng tranh
    miếu đền đình chùa am phủ điện lăng đàn hầu giá bãi bến khu siêu giếng kinh vàm xẻo đảo mũi hang động thác tích
    truyện phim vở bài tuồng sách cuốn show game ca nhạc hát kịch chèo giải cúp
    """
)
THINGS_WITHOUT_MARKS = word_set(
    "sữa gạo bánh bún phở cơm trà mắm kẹo miến xôi trứng hiệu hãng phim truyện tượng kinh giếng bài khu miếu lễ hội"
)
# Between a thing and a form of address these tell of somebody: "gạo mua Bà Hoa".
BETWEEN_PEOPLE = word_set(
    """
    nhà bán mua làm nấu con vợ chồng mẹ bố cha và là bị được thuê giao gửi lấy trộm ăn cắp biếu tặng nhờ đòi tên
    mà thì có không chưa đã đang sẽ cũng vẫn này đó kia ấy
    """
)
# Works and clubs: the capitalised words or the quotation behind is a title.
WORKS = phrase_set(
    """
    phim, bộ phim, vở, vở kịch, vở chèo, vở tuồng, vở cải lương, bài hát, ca khúc, bản nhạc, bài thơ, truyện,
    truyện tranh, tiểu thuyết, chương trình, game show, gameshow, trò chơi, câu lạc bộ, clb, đội bóng, album,
    phóng sự, cuộc thi, giải
    """
)
WORKS_WITHOUT_MARKS = WORKS - {"vở", "giải"}
# Those whom everybody knows by office, calling or fame: the name behind stays.
LEADERS = phrase_set(
    """
    tổng bí thư, chủ tịch nước, phó chủ tịch nước, thủ tướng, phó thủ tướng, chủ tịch quốc hội, phó chủ
    tịch quốc hội, bộ trưởng, thứ trưởng, đại tướng, tổng thống, chủ tịch hồ, lãnh tụ, thường trực ban
    bí thư, đức vua, vua, anh hùng, liệt sĩ, thủ tướng chính phủ, giáo hoàng, đức thánh cha, tổng thư
    ký, nhạc sĩ, nhà thơ, ca sĩ, danh nhân, diễn viên, cầu thủ, thủ môn, tiền đạo, tiền vệ, hậu vệ, trung vệ,
    danh thủ, nghệ sĩ, nghệ sỹ, nghệ sĩ nhân dân, nghệ sĩ ưu tú, nsnd, nsưt, danh hài, danh ca, hoa hậu, á hậu,
    người mẫu, đạo diễn, nhà văn, họa sĩ, thi sĩ, rapper, soạn giả, danh tướng, chúa nguyễn, chúa trịnh,
    hoàng đế, thái hậu, công chúa, hoàng tử, nữ tướng, danh y, tổng bí thư đảng
    """
)
