"""Words around Vietnamese names: surnames, given names, forms of address, posts, and what only looks alike.

Written with marks and in lower case; `domain.names` folds them where a text carries none.
"""

from __future__ import annotations

from domain.text import phrase_set, word_set

# Surnames that are hardly ever another word: three capitalised syllables after one are a person.
SURNAMES = word_set(
    """
    ng nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ ngô dương đinh trương trịnh đào đoàn lưu
    phùng nông hứa quách doãn giáp lương vương tạ văn tống triệu đàm thiều ninh nghiêm mạc chu lý tô
    tăng từ lục vi hà lâm mai cao thái châu kiều la hồ ông thạch kim danh sơn chau néang điểu điêu lò
    lường quàng cầm cà tòng bạc giàng vàng sùng thào mùa lầu hạng tráng vừ hờ sồng ly má thò cháng chảo
    tẩn phàn lù sìn vì bàn lèo bế ksor rmah rahlan siu nay kpă puih kpuih rơ rcom ksơr niê mlô êban byă
    kbuôr knul ayun adrơng êñuôl alăng bling bhling arất zơrâm pơloong coor riah briu bhnướch cil liêng
    kơ lơ ya
    bá đàng hán thập quảng não vạn đổng miêu trượng cụt moong lữ ngân lô khà ngần pịt xeo xồng liêu pinăng chamaléa
    """
)

# Surnames that are also everyday words or the heads of place names: not enough by themselves.
COMMON_SURNAMES = word_set(
    """
    ng hà lâm mai cao thái châu kiều la hồ ông sơn kim văn vi lương dương đoàn đào đỗ trần võ vũ từ tô
    tăng chu vương lưu lục danh bạc cầm cà vàng mùa lầu vì bàn ly má nay ya rơ kơ lơ ninh tạ bế thò hờ
    lý đinh nông hứa thạch trương phan lê hoàng ngô đàm mạc siu riah
    bá đàng hán thập quảng não vạn đổng miêu trượng cụt moong lữ ngân lô khà ngần
    """
)

GIVEN_NAMES = word_set(
    """
    ái an anh ánh ân ấn âu bá bách bạch bảo băng bằng bắc bích biên bình bông bưởi bửu cảnh cát cẩm cần
    chánh châu chi chiến chinh chính chung chuyên chương công cúc cung cường cử dân dần danh dậu diễm
    diễn diện diệp diệu doan doanh dung dũng duy duyên duyệt dư dương đài đại đan đào đạo đạt đăng đằng
    đẩu đậu điền điệp đình đinh định đoan đoàn đô đông đồng độ đức đượm đường én gái gấm giàu giang giao
    giáp giỏi hà hạ hải hân hào hảo hạnh hằng hậu hiên hiến hiền hiển hiếu hiệp hiệu hinh hoa hòa hoài
    hoan hoàn hoàng hoạt hồng hợi hợp huân huấn huê huế huệ hùng huy huyên huyền huynh hưng hương hướng
    hường hữu kha khả khải khang khanh khánh khiêm khiết khoa khoan khoát khôi khuê khương kiên kiệt
    kiều kim kính kỳ lài lam lạc lai lan lành lãm lâm lân lập lâu lê lễ lệ liêm liên liễu linh loan long
    lộc lợi lụa luân luận lục luyến lương lượng lượm lưu lựu lực ly lý mai mãi mão mạnh mận mẫn mậu mến
    mỹ mĩ miên minh mùi mùa mười mẽ muội nam năng nga ngà ngân nghi nghĩa nghiêm ngoan ngọ ngọc nguyên
    nguyện nguyệt ngừng nhã nhài nhàn nhạn nhâm nhân nhẫn nhất nhật nhi nhiên nhị nhiệm nho nhơn nhu
    nhung nhuận như nhựt ninh nụ nương nữ oanh pha phấn phát phi phiên phin phong phú phúc phụng phước
    phương phượng quan quang quảng quân quế quốc quý quyên quyền quyết quyến quỳnh sa sang sáng sáu sắc
    san sen sim sinh soạn song sơn sương sự tài tám tâm tân tấn tần tèo tét thạch thái thản thanh thành
    thạnh thảo thám thạo thăng thắm thắng thân thấm thận thế thêm thi thìn thích thiên thiện thiệp thiệt
    thịnh thoa thoại thoan thoả thoảng thơ thơm thọ thời thới thông thu thuấn thuận thục thuật thụy thùy
    thủy thuyên thuyết thúy thư thương thường thức thước tí tý tị tỵ tia tích tiên tiến tiệp tín tình
    tính tĩnh tịnh tòa toại toan toán toàn toản tốt tô trà trác trai trang trâm trân trí trinh trình
    triều triệu trọng trúc trung trực trường trưởng tú tuân tuấn tuất tuệ tùng tuy tuyên tuyến tuyền
    tuyết tư từ tứ tưởng tường tươi tỷ uy uyên ửng út vân văn vạn vàng vấn vĩ viên viện việt vinh vĩnh
    vịnh vọng võ vui vũ vương vượng vỹ vy vi xinh xoa xoan xuân xuyên xuyến xứng ý yên yến yết tuynh
    khiêu khuyên nhạc nhuần sửu bé bờm cò cu đực lem lùn mập méo mót mực nhớn nở ốc quắn rớt sẹo sún tẹo
    tềnh thẹo tồ tũn ú vện xệ páo chứ dơ dua sính vừ pó chu tủa chớ cở lử sò dính rây sóc chanh đa ra
    bhăm hen brêu tiêng bính kỷ canh chất tộ thảnh ngữ khoái thược nhường thuần trãi trì triển viễn uẩn
    ưng tuế sảnh phức phùng phồn nhứt ngãi kỉnh khảm hoằng diệm dực duẩn chuẩn chúc bội bổng bân quắm
    tuyển nhiêu khươl thưởng thiều huỳnh toái dưỡng lạng đàm tào rô
    gia cao chí chiêu chấn cương du duệ khắc khởi kiệm kiếm kiện kiến nghị nghiệp ngôn nhượng niệm sâm sử sỹ siêu thiệu
    thụ thượng tịnh trạch trầm triết tráng tất viết vành túy uyển thy my ngạn hãn giác đôn đắc bối hinh lượn
    bống lịch nậy nhổn hĩm hến ngao nghêu tôm tép cúi chắt gừng nghệ riềng ngò húng tỏi mướp bầu bí bắp thoòng
    muội hên xíu lì lún dứt dũ rẫy sạn hưởng hoán hoạch hiệt ngưu nhạ phụ quới sộp trượng
    têrêsa phêrô giuse maria phaolô anna gioan antôn tađêô micae phanxicô matta luxia cecilia đaminh augustinô
    sóc phia sophia rotha sà phép rết hơ bun say páo dợ mỷ dế sua vảng tếnh nủ
    """
)

# Given names that are also verbs, adverbs or times of day: after a form of address they need a sign more.
DOUBTFUL_NAMES = word_set(
    """
    bảo sang thu phát đào định điền chi tính toàn sáng thắng thành trọng chung như thế sơn luận mai hằng
    đông công thêm thường tốt chuyên sự cần được mãi đường sinh nhất vui chính ý phi quan thích thức
    thương học tưởng hiểu hợp biên phiên độ hướng hiệu sắc hoàn diện thời lâu mùa vấn nữ gái bé dư đinh
    viên viện lập lễ trai giao đô tình cò cu ra đa sa dơ nở mực mót rớt ú song tài quý quyết lục lượng
    lợi lực nghi nguyện nhân nhiệm quyền soạn tân thân thanh thông tích toán trình trưởng trực tư tứ
    tuyên vàng xứng yên hạ hạnh đại năng pha phong giàu giỏi ngoan tỉnh tươi văn vạn nho khả hoạt hoa
    dân cử chương chinh bằng bắc trung nam tâm từ an hào huấn khoan khoát kính mến muội sáu tám mười út
    vì đồng hân lành lùn mập xinh thơm hậu cảnh anh thuyết thuật ấn âu danh thấm trường sen hồng nhớn
    gia cao chí kiếm kiến kiện nghị nghiệp ngôn niệm sử thụ thượng tráng trạch trầm viết tất gừng nghệ tôm tép bầu bí
    bắp chắt phụ hưởng rẫy hơ say sạn tỏi mướp giác lì sua vành khắc hến ngao nghêu khởi du siêu đôn hãn
    sò sóc rô én ốc chiêu lịch bống
    chu quảng thiệt thi ngừng chuẩn trì triển chất kỷ nhường thưởng canh khoái ngàn dưỡng tuyển
    """
)

ORDINALS = word_set("hai ba tư năm sáu bảy bẩy tám chín mười út cả")

# What follows an ordinal that only counts or belongs to a longer word.
AFTER_COUNT = word_set(
    """
    mươi mười trăm nghìn ngàn triệu tỷ tuổi lần năm tháng ngày tuần giờ phút hôm người con đứa căn chiếc
    cái mét nay ngoái kia trước sau qua rồi nữa vấn nhân pháp tưởng cách duy liệu thương thục lợi đời
    bữa buổi mẫu sào cây ký kg tấn tạ cô chú bác anh chị em ông bà cụ vợ chồng cha chục chữ thằng cháu
    nước phần vòng chuyến vụ vị k mùa việc cặp đoạn phương tầng lớp đêm học nơi trở hai nghĩa gian nhọc
    chặng hộ
    """
)

# Forms of address for one person: a name may follow in any case.
TITLES = word_set(
    """
    ông bà anh chị cô chú bác dì cậu mợ thím dượng cụ cháu em thầy lão mụ gã thằng mệ o đ/c bé sếp nhóc
    """
)
# Of the highlands: whatever is capitalised behind is a name.
HIGHLAND_TITLES = word_set("amí ama aduôn aê bok yă mí")
# Forms of address cut short: "a tuấn", "c.Hoa", "Mr Tuấn".
SHORT_TITLES = word_set("a c e b ô mr mrs ms")
# Of the forms before a capital, those that people also write small: before a clear name and what it does.
SMALL_CAPITAL_TITLES = word_set("con bố mẹ má tía vợ chồng nhà sếp bs gv ths sư gái trai rể dâu mế bầm hia")
# Before a capital these stay clear without marks too.
CLEAR_BEFORE_CAPITALS = word_set("sếp bé lão gã")
# "bà 6 Lượm"
DIGITS = word_set("2 3 4 5 6 7 8 9 10")
# Forms before which only a capitalised name counts.
CAPITAL_TITLES = word_set(
    """
    bs gv gđ ths ts ks ls tên vợ chồng gái trai rể dâu con má mẹ bố cha sư xơ nhà hộ bên ba tía đứa tay
    ổng bả ảnh sơ soeur nhỏ hĩm ả tẩu bầm u ôn chế hia cố bá già cu mế bủ mự eng mự eng
    """
)
# Of those, without marks nothing but other words.
REGIONAL_TITLES = word_set("sơ nhỏ hĩm ả tẩu bầm u ôn chế hia cố bá già cu mế bủ mự eng")
# Two-word forms of address (the second word is looked at, after the first).
TWO_WORD_TITLES = {
    ("đồng", "chí"), ("gia", "đình"), ("vợ", "chồng"), ("chủ", "hộ"), ("chủ", "nhà"), ("chủ", "quán"),
    ("chủ", "đất"), ("chủ", "trọ"), ("chủ", "xe"), ("chủ", "cơ"), ("nạn", "nhân"), ("đối", "tượng"),
    ("nghi", "phạm"), ("hàng", "xóm"), ("biệt", "danh"), ("tài", "xế"), ("bệnh", "nhân"), ("tên", "là"),
    ("tên", "gọi"), ("họ", "tên"), ("tên", "thật"), ("người", "tên"), ("gọi", "là"), ("cháu", "tên"),
    ("trẻ", "tên"), ("nghệ", "nhân"), ("thương", "binh"), ("cựu", "binh"), ("chủ", "vựa"),
    ("chủ", "thầu"), ("chủ", "trại"), ("chủ", "lò"), ("chủ", "tiệm"), ("phụ", "huynh"), ("học", "sinh"),
    ("bí", "danh"), ("tục", "gọi"), ("tục", "danh"), ("thường", "gọi"), ("hay", "gọi"), ("quen", "gọi"), ("tên", "tục"),
    ("em", "tên"), ("tui", "tên"), ("tôi", "tên"), ("chị", "tên"), ("anh", "tên"), ("bà", "tên"), ("ông", "tên"),
    ("cô", "tên"), ("con", "tên"), ("mình", "tên"), ("thằng", "tên"), ("tôi", "là"), ("tui", "là"), ("mình", "là"), ("em", "là"), ("con", "là"), ("cháu", "là"), ("tớ", "là"),
}  # fmt: skip
# "ông giáo Thứ", "cụ đồ Nho", "bà lão Xoan": a form of address and what the person is.
ELDERS = word_set("ông bà cô chú anh chị cụ cậu bác thằng")
STATIONS = word_set(
    "giáo đồ từ đội phó lang đỡ góa lão già cụ bé chàng bạn dâu rể xã thầy chủ thợ hàng nghè cai thông"
)
# "theo lời Hoàng Diệu": whom one hears is no street.
LISTENING = word_set("lời nghe hỏi gặp nhờ")
# "tôi là Duy": who speaks says who it is.
SPEAKERS = word_set("tôi tui mình em con cháu tớ")
# Of whom "tên" and "gọi là" tell: behind them even a word in no list is a name.
PERSONS = word_set(
    """
    người ông bà anh chị cô chú bác dì cậu mợ thím dượng cụ cháu em thằng đứa con kẻ gã bé thầy nhỏ lão mụ vợ chồng
    nó hắn ấy ta đó này ổng bả
    """
)
# Groups: what follows is where they live or work, not who they are.
GROUPS = {
    ("bà", "con"), ("anh", "em"), ("chị", "em"), ("cô", "bác"), ("chú", "bác"), ("con", "em"),
    ("con", "cháu"), ("các", "cụ"), ("các", "em"), ("các", "cháu"), ("các", "bác"), ("bà", "mẹ"),
    ("mẹ", "con"), ("cha", "ông"), ("ông", "cha"), ("thầy", "cô"), ("các", "cô"), ("các", "chú"),
    ("cháu", "ngoan"), ("trẻ", "em"), ("đàn", "bà"), ("đàn", "ông"), ("tiếng", "anh"), ("nước", "anh"),
    ("người", "anh"), ("phản", "ánh"), ("những", "bà"), ("các", "nhà"), ("mấy", "nhà"), ("quốc", "gia"),
    ("vương", "quốc"), ("phụ", "mẫu"),
}  # fmt: skip

# After a form of address these are no name, whatever follows them.
NOT_NAMES = word_set(
    """
    ấy này đó kia nọ nào gì ai ta tôi mình nó họ ơi à ạ đây đấy đâu thì là mà và với của cho để do vì
    nên nếu khi lúc đã đang sẽ vẫn còn cũng cứ lại mới bị được chưa không ko k chẳng chả đừng hãy phải
    cần muốn định dám nỡ hay thường luôn mãi rất quá lắm nhiều ít vừa sắp từng đều toàn chỉ có ở tại
    trong ngoài trên dưới bên cạnh gần xa từ đến tới ra vào lên xuống về đi qua sang nói bảo kể hỏi đáp
    trả khai than chửi mắng la hét khóc cười nghe thấy nhìn xem biết hiểu nhớ quên nghĩ tin lo sợ mừng
    buồn vui giận tức bực chán mong đợi chờ xin hứa dọa đe mời gọi kêu đưa cầm lấy nhận gửi nộp đóng mua
    bán thuê mượn vay nợ tặng biếu làm ăn uống ngủ nằm ngồi đứng chạy bước leo trèo té ngã chết sống ốm
    đau bệnh khỏe mất giữ bỏ vứt đổ xả quét dọn rửa giặt nấu nướng đốt chặt cưa trồng tưới cấy gặt nuôi
    thả câu bắt đánh đập phá đào lấp xây sửa lợp sơn dựng che chắn rào lấn chiếm tranh cãi kiện tố thưa
    trình ký viết đọc học dạy chăm khám chữa tiêm đẻ sinh cưới gả chồng vợ con cái cháu chắt nội ngoại
    trai gái rể dâu út cả chú bác cô dì cậu mợ thím ông bà anh chị em mẹ cha bố má tía thầy bạn trẻ già
    lớn nhỏ bé cao thấp mập gầy béo đẹp xấu hiền dữ giàu nghèo tốt lành khó dễ cụt mù điếc câm què góa
    độc thân chủ khách hàng xóm láng giềng quen lạ sui thông gia tổ trưởng phó thôn ấp xã phường bí thư
    tịch cán bộ công an sĩ giáo viên chức nhân dân quân đội vệ lái xe tài xế ôm thợ buôn vé số ve chai
    xích lô nông ngư phu hưu trí lễ tân kế toán đốc giám hiệu thủ quỹ y tá hộ lý sư tăng ni cựu chiến
    binh thương liệt đảng đoàn hội đại diện biểu tui tớ đằng thật đúng sai rằng ngày đêm sáng trưa chiều
    tối hôm nay mai năm tháng tuần giờ lần đầu cuối giữa cùng chung riêng tự đồng nhau nhà cửa đất ruộng
    vườn ao thể đồ vật hậu duệ hai trọng ý cụ giúp dùng mở tắt bật mang vác khiêng chở đẩy kéo nhờ đặt
    treo dán tháo gỡ tìm kiếm lục soát chụp quay phim ghi chép lập báo cáo đề nghị yêu cầu phản ánh kiến
    phàn nàn bức xúc băn khoăn tình ủng đối chê khen ngợi ghét quý mến nể trách móc xúi thành tham họp
    hành dự bầu chọn cử kính chào cảm ơn phúc đức tổng thống hoàng tướng úy lính trung may thêu dệt đan
    hớt gội cắt bấm đục hàn khoan bơm hút xịt phun rải bón gieo thu hái bẻ nhổ cuốc cày bừa thay đổi bù
    trừ chia góp quyên vận động tuyên truyền hướng dẫn giải thích quyết kiểm tra xử phạt giao hẹn đón
    tiễn nhưng hoặc rồi xong hết thôi nữa liền ngay đành buộc lỡ nhỡ trót tưởng ngỡ chắc đoán thử cố
    gắng chậm nhanh sớm muộn kịp trễ ngập cháy sập lở trôi lũ bão tuổi tác vô cư đơn neo đặc đỡ tiên
    xưng cốt bóng mối lang trùm cai bếp phụ hồ chài tiểu xơ quản thanh niên thiếu nhi mầm non tuất cóc
    ngại nhắc nhắn nhặt nhường nhịn nài nỉ nựng phiền quạt quăng quẹt quỳ ráng rên reo rình rút sắm suýt
    sưởi tắm tạt tâu thắc thắp theo thề thoái thò thúc tiếc tiếp tráo trề trốn trổ trút tủi tụng túm
    tuột ủi ứng vá van vẫy vén vét vẽ viếng vin vượt xài xách xé xén xiết xoay xót xô xơi xui khuyên nhủ
    dặn dò dỗ ghé giành giục giấu hùn kẹt khiếu kiêng lánh lẩn lẻn lùa mò ngán ngờ ngoắc nằng nhảy nhẫn
    níu nuốt phơi rước rảnh sực thết tọc trông trù tước xẹt bế ẵm cõng dắt chèo bơi lặn hót gom hốt lượm
    bới khua gõ đẽo gọt
    """
)

# What people do: it follows a name. After an unknown word it makes that word one.
FOLLOWERS = word_set(
    """
    nói bảo kể hỏi than khai hứa dọa đe chửi mắng la hét cãi đánh đập hành chém xúi kêu gọi cho chia
    phản phàn bức cũng vẫn cứ thì là đã đang sẽ lại mới bị được chưa không ko k hay thường toàn phải
    muốn định có còn đi về ra vào lên qua ở bên gần nhà xóm thôn ấp tổ khu hẻm ngõ kiệt đội lấn chiếm
    xây đổ xả nuôi mở thuê chặt phá đốt lấy trồng làm xin nhận nộp mất chết sửa chở bán mua đào lấp rào
    vứt ném trộm cắp ăn uống nhậu say hát karaoke trưởng phó bí công cán địa kế chủ đứng ký gửi đưa thu
    giữ nợ vay cầm tự vừa mang chạy bơm hút phun cùng với và ngồi nằm tham tại dưới trên dạy đòi chi
    lớp khoe quỵt giật nạt quát chặn rượt trốn tranh trả tiêu giành vắng bỏ cạnh sát con vợ chồng này ấy đó kia ta ạ tuổi sinh bốc hái thợ hàng
    """
)
# More of it, which without marks could be other words.
FOLLOWERS_WITH_MARKS = word_set(
    """
    rủ ép lừa gạt chối trách vu giành đăng tố kiện xử bít đậu chứa bắn quăng liệng tưới rải khóa hăm mượn xịt phơi bày
    hốt lượm sai bắt tát dắt hù rao cân quậy phóng lái câu trèo leo nhổ bẻ hái cưa khoan hàn nhốt thả buộc chôn giết
    mổ nấu nướng nhờ kéo đẩy tông đụng
    """
)
# The few that tell of a speaker or doer even after a doubtful name.
STRONG_FOLLOWERS = word_set(
    """
    nói bảo kể than khai hứa dọa chửi mắng cãi bị đã đang cũng vẫn cứ thì ở bán lấn chiếm xây đổ xả nuôi
    nhà tổ hàng là đánh hành đốt nợ ký cho không chưa trộm chặt phá xóm trưởng làm có sẽ lại mới hay
    trồng chết mất mở vứt con
    """
)

# What people do and streets do not: it tells a neighbour from the street of the same name.
ACTS_OF_PEOPLE = word_set(
    """
    nói kể bảo khai than hứa dọa chửi mắng cãi đánh nuôi nộp ký xin nhậu say hát la hét trộm đòi tố khiếu gửi mời vay
    nợ nhận mượn thuê uống đập chém xúi kêu phản khóc cưới
    """
)
# Where people live: a street lies "ở gần chợ", a neighbour lives "ở tổ 5", "nhà cuối hẻm".
HOMES = word_set("tổ thôn ấp xóm khóm khu nhà số hẻm ngõ bản buôn sóc phum bon plei làng")

# Everyday words that begin with a given name.
COMPOUNDS = phrase_set(
    """
    thành ủy, tỉnh ủy, anh đào, chú ý, thu ngân, toàn cho, văn thư, ô tô, ô nhiễm, ô dù, ô chữ, a lô, em
    gái, con gái, chị gái, cháu gái, cô gái, cháu bé, con bé, đứa bé, bác sĩ, bác sỹ, y sĩ, em bé, cô
    bé, cậu bé, chú bé, thằng bé, bé gái, bé trai, bà cả, anh cả, an toàn, an ninh, an sinh, an ủi, an
    tâm, an bài, an dưỡng, anh hùng, ánh sáng, ân cần, ân hận, bảo vệ, bảo hiểm, bảo là, bảo rằng, bảo
    hành, bảo quản, bảo trì, bảo mật, bảo lãnh, bảo mẫu, bảo tồn, bảo đảm, bảo tàng, bằng lòng, bình
    thường, bình luận, bình xịt, bình an, bình tĩnh, bình đẳng, bình quân, bình chọn, bình yên, bình ga,
    bắc cầu, cảnh sát, cảnh báo, cảnh giác, cảnh quan, chi tiền, chi trả, chi bộ, chi phí, chi tiêu, chi
    hội, chi cục, chi nhánh, chiến tranh, chiến sĩ, chinh phục, chính quyền, chính sách, chính là, chính
    trị, chung tay, chung sống, chung cư, chung nhau, chuyên môn, chuyên viên, chuyên nghiệp, chuyên
    gia, công an, công nhân, công chức, công ty, công việc, công tác, công trình, công khai, công bằng,
    công bố, công nghiệp, công dân, công đoàn, công sở, công cộng, cúc áo, cung cấp, dân quân, dân
    phòng, dân phố, dân cư, dân tộc, dân sự, dân vận, danh sách, danh hiệu, diện tích, đại diện, đại
    biểu, đại lý, đại học, đại đội, đại úy, đại tá, đào đất, đào ao, đào giếng, đào tạo, đạo diễn, đạo
    đức, điền đơn, điền vào, định cư, định kỳ, định giá, định làm, định bán, định đi, định xây, đoàn
    viên, đoàn thể, đoàn kết, đồng ý, đồng bào, đồng chí, đồng tình, đông đúc, đông con, đông người,
    đường sá, gái điếm, giang hồ, giao hàng, giao đất, giao tiền, giao thông, giàu có, giỏi giang, hải
    quan, hạnh phúc, hằng ngày, hằng năm, hằng tháng, hậu cần, hiền lành, hiệu trưởng, hiệu phó, hiệu
    thuốc, hòa giải, hòa thuận, hoa màu, hoa mắt, hoa quả, hoàn cảnh, hoàn thành, hoàn toàn, hoàng hậu,
    hồng hào, hợp đồng, hợp tác, hương khói, hướng dẫn, hữu nghị, khánh kiệt, khoa nội, khoa học, kiên
    quyết, kiên trì, kim chỉ, kính trọng, kính mến, kỳ cựu, lâm bệnh, lâm nạn, lâm vào, lâm nghiệp, lâm
    sản, lan truyền, lan can, lành nghề, lành tính, lập biên, lập hội, lập tức, lễ phép, lễ tân, liên
    hệ, liên lạc, liên quan, liên tục, liên đoàn, liệt sĩ, linh mục, linh hoạt, long đong, lợi dụng,
    luận bàn, lục lọi, lương thấp, lương hưu, lương tháng, lý do, lý trưởng, mai mốt, mai mối, mai đi,
    mai mới, mạnh tay, mạnh miệng, mạnh thường, mạnh khỏe, mến khách, minh bạch, minh oan, minh họa, nam
    giới, nam nữ, nam thanh, năng nổ, năng động, nghĩa vụ, nghĩa trang, nghĩa là, ngọc ngà, nguyên là,
    nguyên cán, nguyên chủ, nguyên bí, nguyên phó, nhàn rỗi, nhân viên, nhân dân, nhân hậu, nhân công,
    nhân sĩ, nhất trí, nhất quyết, nhất định, nhật ký, như thế, như vậy, nữ giới, phát biểu, phát hiện,
    phát quà, phát động, phát đạt, phát tiền, phát cơm, phát triển, phát sinh, phát tờ, phi công, phi
    lý, phong tỏa, phong trào, phúc đức, phúc hậu, phúc lợi, phú quý, phương án, phương tiện, quan chức,
    quan tâm, quan trọng, quan hệ, quân đội, quân sự, quân nhân, quảng cáo, quốc tế, quốc phòng, quý
    mến, quyền lực, quyền hạn, quyết định, quyết tâm, quyết liệt, sang chơi, sang nhà, sang năm, sang
    tên, sang đất, sang nhượng, sáng nay, sáng nào, sáng mai, sáng sớm, sáng tối, sinh viên, sinh con,
    sinh sống, sinh năm, sinh hoạt, sơn nhà, sơn cửa, sự việc, tài xế, tài chính, tài khoản, tài sản,
    tài giỏi, tâm sự, tâm huyết, tâm thần, tân binh, tân gia, thái độ, thái quá, thanh niên, thanh tra,
    thanh toán, thanh thiếu, thanh minh, thành viên, thành thật, thành phố, thành công, thành ra, thành
    lập, thảo luận, thắng kiện, thân thiện, thân nhân, thân thiết, thân yêu, thế nào, thế này, thế là,
    thế chấp, thế mạng, thế thì, thêm tiền, thi công, thi hành, thi đua, thiên tai, thiện nguyện, thiện
    chí, thiệt hại, thiệt thòi, thịnh vượng, thọ bệnh, thông báo, thông tin, thông cảm, thông gia, thu
    tiền, thu gom, thu mua, thu phí, thu hồi, thu nhập, thu hoạch, thu dọn, thu vén, thuận tiện, thuyết
    phục, thương lái, thương binh, thương tật, thương con, thường xuyên, thường trú, thường trực, thường
    hay, thường nói, thường đi, thủy sản, thủy lợi, tích cực, tiên tiến, tiến sĩ, tiến hành, tín dụng,
    tín nhiệm, tình nguyện, tình cảm, tính toán, tính tiền, tính bán, toàn dân, toàn quyền, toàn nói,
    toàn đổ, toàn đi, toàn bộ, trang trại, trang bị, trang trải, trình bày, trình báo, trọng bệnh, trọng
    tuổi, trung thực, trung niên, trung úy, trung tá, trung tâm, trực ban, trực tiếp, trưởng thôn,
    trưởng ban, trưởng ấp, trưởng phòng, trưởng bản, trưởng khu, trưởng công, trưởng họ, trường hợp,
    trường học, tuyên truyền, tuyên bố, tư vấn, tư nhân, tư pháp, từ chối, từ trần, từ thiện, tưởng là,
    tưởng tượng, tươi cười, uy tín, uy hiếp, vàng da, vạn đò, văn hóa, văn phòng, văn minh, văn nghệ,
    viên chức, việt kiều, vinh dự, vui vẻ, vui mừng, xinh đẹp, xuân này, ý kiến, ý thức, yên tâm, yên
    ổn, yên trí, thị trấn, hai lúa, cần cù, thạo việc, chương trình, thường vụ, năng lực, mỹ phẩm, đậu
    xe, trí thức, trí tuệ, kim loại, phú hộ, nhi khoa, nhi đồng, đạt chuẩn, đạt giải, tuất niên, tứ cố,
    ngoan ngoãn, nghiêm túc, nghiêm khắc, khiêm tốn, kính báo, kính gửi, cát sỏi, hưng phấn, quang cảnh,
    đình chỉ, xứng đáng, hiểu lầm, tốt bụng, tốt nghiệp, tốt tính, thích nghi, thức khuya, thức dậy,
    thức ăn, giao ban,
    cô chiêu, cậu ấm, biệt danh, bí danh, tục gọi, tục danh, an nhàn, bách bộ, bình công, bình phẩm, bình phục, bình tâm, bình thản, bội tín, bội ước, bội chi,
    bội bạc, chuẩn bị, chuẩn chi, chuẩn y, chúc mừng, chúc tết, chúc thọ, chúc phúc, chứ lại, cung kính,
    cung khai, cung phụng, cường điệu, danh tính, danh dự, danh tiếng, diễn giải, diễn thuyết, diễn tả,
    diễn tập, diễn văn, diễn viên, diễn xuất, diễn ra, dung túng, dung thứ, duy trì, duy nhất, duy chỉ,
    dũng cảm, dư dả, dư luận, giao lưu, giao hữu, giao thiệp, giáp ranh, giáp mặt, giáp tết, hiến kế,
    hiến đất, hiến máu, hiến tặng, hiến pháp, hiếu thảo, hiếu khách, hiếu kỳ, hiền hòa, hiền hậu, hiển
    nhiên, hiệp thương, hiệp đồng, hiệp định, hiệp hội, hoan hô, hoan nghênh, huy động, huy chương, hùng
    hổ, hùng hục, hùng hồn, hướng nội, hữu ích, hữu hiệu, hữu trách, khiêm nhường, khiêu khích, khoa
    trương, khoan dung, khuyên bảo, khuyên nhủ, khuyên can, khánh thành, khiếu nại, kiên nhẫn, kiên
    cường, kiên định, kính chúc, kính mong, kính thưa, kính đề, lai vãng, lai lịch, lan tỏa, lan tràn,
    lan rộng, lan sang, lâm nguy, lâm bồn, lâm cảnh, lưu ban, lưu giữ, lưu trú, lưu vong, lưu ý, lưu
    luyến, lưu lạc, lưu động, lưu hành, lương thiện, lương tâm, lương thực, lương y, lạc quan, lạc hậu,
    lạc đường, lạc đề, lạc mất, lễ nghĩa, mạnh dạn, mạnh mẽ, mạnh bạo, mạnh ai, mẫn cán, nam sinh,
    nghiêm cấm, nghiêm trọng, nghiêm ngặt, nghiêm trị, nghiêm minh, nghi kỵ, nghi ngờ, nghi là, nghi có,
    nghĩa hiệp, nghĩa khí, nghĩa tình, nguyên cáo, nguyên tắc,
    nguyên nhân, nguyên liệu, nguyên đơn, nguyên trạng, nguyện vọng, nhu nhược, nhu cầu, nhường lại,
    nhường nhịn, nhất là, nhất thời, nương tựa, nương nhờ, nương rẫy, nữ sinh, phi nghĩa, phong bao,
    phong lưu, phong tặng, phong bì, phụng dưỡng, phát huy, phát hành, phát lương, phát quang, phát
    hoảng, phát bệnh, phát điên, phát ngôn, phát thanh, phương pháp, phương thức, quang minh, quyến
    luyến, quyến rũ, quân bình, quân khu, quân y, quốc gia, quốc hội, quốc lộ, quốc ca, quốc khánh,
    quyền công, quyền lợi, quyền sử, quyền được, ra tòa, san lấp, san phẳng, san sẻ, san ủi, san nền,
    sinh nhật, sinh trưởng, sinh thái, sinh kế, sang trọng, sang sửa, sang tay, song song, song hành,
    sáng tác, sáng lập, sáng tạo, sáng kiến, sáng suốt, sắc phục, thanh bạch, thanh liêm, thanh lịch,
    thanh lý, thanh thản, thanh long, thiên vị, thiên hạ, thiện cảm, thiện tâm, thu xếp, thu giữ, thu
    thập, thu hút, thu lại, thuyên chuyển, thuyên giảm, thuần thục, thuận hòa, thuận lợi, thuận tình,
    thuận tay, thành thạo, thành đạt, thành tâm, thành khẩn, thành niên, thành đoàn, thành tích, thành
    phần, thám hiểm, thân chinh, thân mật, thân quen, thân hành, thân cô, thông thạo, thông minh, thông
    suốt, thông đồng, thông qua, thông cống, thông xe, thăng chức, thăng tiến, thăng trầm, thơ ấu, thư
    ký, thư giãn, thư viện, thấm thía, thấm mệt, thắm thiết, thế chỗ, thế vào, thế vai, thiết kế, tiến
    bộ, tiến cử, tiến độ, toan tính, trang trọng, trang điểm, trang hoàng, trinh sát, triển khai, triệu
    tập, triệu hồi, triều cường, trung thành, trung hậu, trung kiên, trung thu, trân trọng, trân quý,
    trình diễn, trình độ, trình ký, trực nhật, trực chốt, trực đêm, tuy nhiên, tuy vậy, tuy là, tuyên
    dương, tuyên thệ, tuân thủ, tuân theo, tâm đắc, tâm niệm, tâm lý, tài ba, tài tình, tài trợ, tân
    trang, tình nghĩa, tình cờ, tình báo, tình trạng, tí hon, tích góp, tích lũy, tích cóp, tín ngưỡng,
    tín đồ, tư duy, tư lợi, tư tưởng, tư cách, tư thương, tường tận, tường thuật, tường trình, tưởng
    nhớ, tưởng niệm, tấn công, tốt đẹp, tốt tướng, từ bỏ, từ giã, từ tốn, từ nhiệm, uy danh, uyên bác,
    vi phạm, viện cớ, viện dẫn, viện lý, viện trưởng, viện kiểm, vinh hạnh, văn thơ, vĩnh biệt, vĩnh
    viễn, vĩ đại, vũ trang, vương vấn, võ sư, vọng tưởng, xuyên tạc, xuyên đêm, yên bình, yên vị, yên
    lặng, ân oán, đa nghi, đa cảm, đa số, đa phần, đan lát, đan xen, đoan chính, đàm phán, đàm đạo, đào
    hoa, đào tẩu, đình công, đình đám, đăng ký, đăng kí, đăng bài, đăng đàn, đăng tin, đăng ảnh, đăng
    lên, đăng clip, đại khái, đại hội, đạt lý, đạt được, đạo mạo, đạo luật, đồng hành, đồng lòng, đồng
    cảm, đồng minh, đồng loạt, đồng nghiệp, độ lượng, đức độ, hậu đãi, hậu tạ, hậu quả, chánh án, tòa
    án, tòa nhà, công ước, công nợ, công lao, liên bang, liên hợp, liên minh, liên tiếp, liên hoan, danh
    mục, hoàng đế, ủy ban, ủy viên, ủy quyền, hàng hóa, hoàn thiện, phạm vi, phạm pháp, phạm tội, phạm
    luật, phạm lỗi, phạm quy, phạm nhân, chương mục, sự phù, tuyệt nhiên, giảng dạy, nhấn mạnh, tổng số, tổng kết,
    tổng cộng, chung chung, hữu quan, bách khoa, dương tính, âm tính, thuê bao, thực hành, thực hiện, thực tế, thực sự, thực chất, thực thi, tâm thư, bổ sung, đường
    dây, tiệm vàng, tiệm tạp, quán bia, vựa dừa, thầy bói, thầy bùa, thầy mo, thầy cúng, thầy lang, thầy
    thuốc, thầy chùa, thầy pháp, thầy cả, thầy đồ, thầy tu, thầy tướng, bà nguyệt, bà nhạc, ông nhạc, cô
    nương, ông nghè, bác ái, tên bắn, tên bay, tên bịp, tên đạn, tên lửa, tên cúng, tên thánh, tên tục,
    tên chữ, tên húy, tên gian, tên nước, bắc mỹ, châu âu, châu á, châu phi
    """
)

# Posts and callings: the post stays, the name after it goes. Longest first when read.
POSTS = phrase_set(
    """
    thầu, cò đất, cai thầu, chủ thầu, chủ vựa, chủ xưởng, ct xã, pct xã, pct, ct phường, bt chi bộ, chủ
    tịch, phó chủ tịch, bí thư, phó bí thư, bí thư chi bộ, trưởng thôn, phó thôn, trưởng ấp, phó ấp,
    trưởng bản, phó bản, trưởng xóm, trưởng khóm, trưởng buôn, già làng, tổ trưởng, tổ phó, trưởng khu
    phố, khu phố trưởng, trưởng công an, phó công an, công an viên, công an xã, công an phường, cảnh sát
    khu vực, cán bộ, cán bộ địa chính, cán bộ tư pháp, cán bộ xã, cán bộ phường, cán bộ thuế, cán bộ một
    cửa, địa chính, địa chính xã, địa chính phường, kế toán, thủ quỹ, văn thư, hiệu trưởng, hiệu phó,
    giáo viên, cô giáo, thầy giáo, bác sĩ, bác sỹ, y sĩ, y tá, dược sĩ, điều dưỡng, hộ lý, nữ hộ sinh,
    bảo vệ, giám đốc, phó giám đốc, trưởng phòng, phó phòng, trưởng ban, phó ban, đội trưởng, đội phó,
    trạm trưởng, trưởng trạm, chủ nhiệm, chi hội trưởng, hội trưởng, chủ tịch hội, bí thư đoàn, đại úy,
    thượng úy, trung úy, thiếu úy, thiếu tá, trung tá, thượng tá, đại tá, linh mục, mục sư, sư thầy, sư
    cô, đại đức, thượng tọa, hòa thượng, ni sư, luật sư, kỹ sư, thanh tra, nhân viên, chuyên viên, dân
    quân, công an, xã đội trưởng, tổ trưởng dân phố, tổ trưởng tổ dân phố, trưởng ban công tác mặt trận,
    tài xế, lái xe, chủ đầu tư, shipper, phóng viên, cô nuôi, bảo mẫu, huấn luyện viên, trọng tài, thư
    ký, trung sĩ, thượng sĩ, nghĩa sĩ
    """
)
# Posts that end in a place word: a place may follow just as well as a name.
POSTS_OF_PLACES = phrase_set(
    """
    ct xã, pct xã, ct phường, bt chi bộ, chủ xưởng, trưởng thôn, phó thôn, trưởng ấp, phó ấp, trưởng
    bản, phó bản, trưởng xóm, trưởng khóm, trưởng buôn, già làng, trưởng khu phố, công an xã, công an
    phường, cán bộ xã, cán bộ phường, địa chính xã, địa chính phường, công an, trưởng công an, phó công
    an, chủ tịch, phó chủ tịch, bí thư, phó bí thư, giám đốc, nhân viên, cán bộ, giáo viên, tổ trưởng
    dân phố, tổ trưởng tổ dân phố, bảo vệ, thanh tra, hiệu trưởng, phóng viên, chủ đầu tư, bí thư đoàn,
    chủ tịch hội, cảnh sát khu vực, trưởng phòng, chi hội trưởng, bí thư chi bộ, lái xe, tài xế, chủ
    nhiệm
    """
)
# Surnames that, in small letters, are almost always something else.
NEVER_WRITTEN_SMALL = word_set(
    """
    vì từ và la cà ya nay má mùa lầu cầm ông rơ kơ lơ ly mai kim vàng bạc quàng ninh lưu vương
    bá hán thập quảng não vạn đổng miêu cụt ngân lô
    """
)

# Without marks these could be many words; only these forms of address are looked at, fewer in small letters.
TITLES_WITHOUT_MARKS = word_set("ông bà anh chị cô chú bác cụ thím cháu em thầy đ/c dì thằng")
SMALL_TITLES_WITHOUT_MARKS = word_set("ông bà anh chị chú bác thím em")
# Forms of address that stay clear without marks before a capital.
CLEAR_WITHOUT_MARKS = word_set("ông anh chị thím cháu em đ/c bs gv gđ ths gái trai")
# Without marks in small letters these are rather "chỉ", "chủ", "bắc": only somebody who acts is meant.
VAGUE_WITHOUT_MARKS = word_set("chị chú bác thím em")
# The same, but only with a trade behind the name: "co ba ban bun", "cau bay sua xe".
MURKY_WITHOUT_MARKS = word_set("cô cậu cụ mợ dì lão mụ thằng cháu")
# Without marks these are "cũng", "vẫn", "nhỏ" and no name behind a form of address.
ADVERBS_WITHOUT_MARKS = word_set(
    "cung van da dang se con chi cu lai moi bi duoc khong chua thi la ma co hay rat vua tung deu luon ro nho"
)
PAIRS_WITHOUT_MARKS = phrase_set(
    """
    phan anh, em lam, ngai noi, co the, co quan, co so, co ban, co che, co hoi, co gang, co dong, co khi, co cau, co nhieu, co nam, chu dao,
    di an, di uong, di ban, di tim, di mua, di lam, di hoc, lao dong, thang nam, thang tam, thang tu, thang hai, thang muoi,
    thang ba, thang bay, thang chin, ong cu, ba chu, ong chu, ong hang, ba hang, ong ba, ba cu, ong noi, ong ngoai, ba noi, ba ngoai, ba
    gia, ong gia, anh tai, anh cong, chi cong, ong anh, ba chi, ba me, anh chu, chi chu, anh ho, ong
    nha, ba ban, ong ban, anh ban, ong lai, tiep nhan, tiep dan, phu trach, chuyen mon, nghi quyet, nghi
    dinh, nghi ngo, bui van, phan van, do van, duong van, truong van, la van, vu van, ha van, ta van, to
    van, ong cong, ong nuoc, ong thep, ong dong, ong hut, ong dan, ong nhua, ong thoat, ong khoi, ong
    xa, ong bo, ong kinh, ong bom, ong ngam, ong cap, ong tiem, ong nghe, anh huong, anh sang, anh mat,
    anh hung, anh nang, anh minh, anh chup, anh ve, anh den, anh trang, anh the, anh gui, anh chinh, chi
    phi, chi tiet, chi thi, chi tra, chi co, chi dao, chi so, chi tieu, chi hoi, chi bo, chi cuc, chi
    doan, chi em, chi la, chi tien, chi cho, chi nhanh, chi huy, chi an, chi thay, chi dinh, chi biet,
    chi lam, chi bao, chi thu, chi tay, chi ho, chi sang, chi mong, chi xay, chi nhan, chi trong, ba
    con, ba lan, ba nam, ba thang, ba ngay, ba tuan, ba hom, ba nguoi, ba ho, ba khu, ba to, ba thon, ba
    mien, ba bon, ba gio, ba trieu, ba tram, ba muoi, ba cum, ba xa, ba tinh, ba phia, ba ben, ba dong,
    ba cai, ba chiec, ba can, ba don vi, ba mat, ba dot, ba ky, ba dem, ba buoi, ba lop, ba dinh, ba
    ria, ba vi, ba bao, ba tang, ba chieu, ba cang, ba cay, ba hoc, ba truong, ba dan toc, ba huong, ba
    loai, ba mon, ba kien, ba y, ba phuong, ba doi, ba giang, chu truong, chu tich, chu nha, chu quan,
    chu y, chu trong, chu dau, chu dong, chu the, chu vuon, chu ho, chu cua, chu xe, chu trai, chu chot,
    chu de, chu ky, chu nhiem, chu nghia, chu luc, chu tri, chu nhat, chu yeu, chu thau, bac si, bac bo,
    bac hoc, bac ho, bac nam, bac ninh, bac giang, bac kan, bac lieu, bac thang, bac cau, bac quang, bac
    ai, bac son, bac ha, bac me, bac binh, bac tay, bac dau, nguyen nhan, nguyen vong, nguyen lieu,
    nguyen tac, nguyen don, nguyen trang, nguyen khoi, nguyen ngay, pham vi, pham phap, pham toi, pham
    luat
    """
)
# Before a capitalised given name, these tell of a person.
INTRODUCTIONS = word_set(
    """
    của theo với gặp hỏi nhờ do bởi gọi kêu tìm đánh bắt cùng tay trách chửi mắng cho thuê đòi
    """
)
SPEECH = word_set("nói bảo kể khai than hứa dọa chửi mắng cãi")
# After these whatever is capitalised is a name.
NAMED = word_set("tên nick facebook fb zalo tiktok nickname")
AFTER_NAMED = word_set(
    """
    tuổi miền trộm cướp cắp khai sinh đất sổ chung riêng cũ mới xã thôn doanh hàng thuốc thương gọi thật
    đơn vị sản phẩm người ai mẫu tắt đầy đủ hộ giả mạo lửa sai trên đường phố trường công cha con vợ
    chồng là này đó gì nào lót đệm
    """
)
NICKS = word_set(
    """
    sẹo đen béo mập còi lùn què cụt trọc hói sún lé lác rỗ chột cùi đô vẩu xoăn râu lì móm thẹo điếc
    """
)
COUNTRIES = word_set("mỹ nhật nga đức anh pháp thái trung ý hàn lào huế vinh đảng bắc nam đông việt tây")
# What may follow a name besides; before another small word a single capital rather opens a longer word:
# "của Hùng rồi", but "của Quốc hội", "theo Hiến pháp".
AFTER_NAMES = word_set(
    """
    nhưng để nên nếu khi lúc vì do từ đến của rồi nữa thôi luôn đều chỉ rất quá hơi cả mới vừa hoặc đây đó này kia
    à ạ nha nhé hả hôm sáng trưa chiều tối ngày tháng năm mai qua hồi bữa lần giật nhận trốn đòi bày
    dùm giùm giúp luôn hoài mãi mượn vay nợ thuê trễ sai ẩu say lừa gạt khóc cười nhờ tới sang vô lớp
    """
)
# Followers that tell where, not what somebody does.
NEIGHBOURHOOD = word_set("nhà xóm thôn ấp tổ khu hẻm ngõ kiệt đội hàng con ở bị là trưởng")
# Followers that only say that, when or how something is done.
AUXILIARIES = word_set(
    "cũng vẫn cứ thì là đã đang sẽ lại mới bị được chưa không ko k hay thường toàn phải muốn định có còn tự vừa"
)
# Followers that tell how, whose or which, not what somebody does.
BEINGS = word_set(
    """
    bên gần cạnh sát này ấy đó kia ta ạ tuổi sinh tại dưới trên với cùng và vợ chồng có còn trong
    """
)
SPEECH_WITHOUT_MARKS = word_set("noi hua doa chui")
# What ends these words is no form of address and no surname.
SPLIT_WORDS = {
    ("công", "cụ"), ("dụng", "cụ"), ("nông", "cụ"), ("ngư", "cụ"), ("giáo", "cụ"), ("quảng", "bá"), ("ghi", "chú"),
    ("phụ", "chú"), ("chăm", "chú"), ("phản", "bác"), ("bài", "bác"), ("uyên", "bác"), ("tiếng", "anh"),
    ("nước", "anh"), ("tinh", "anh"), ("vi", "phạm"), ("quy", "phạm"), ("xâm", "phạm"), ("tội", "phạm"),
    ("sai", "phạm"), ("sư", "phạm"), ("mạo", "phạm"), ("can", "phạm"), ("phần", "ba"), ("áo", "bà"), ("chè", "bà"), ("thứ", "ba"),
    ("ngã", "ba"), ("tháng", "ba"), ("sinh", "con"),
}  # fmt: skip
# Without marks besides: "quy định", "phản ánh", "không chỉ".
SPLIT_WITHOUT_MARKS = {
    ("không", "chỉ"), ("chẳng", "chỉ"), ("cũng", "chỉ"), ("đã", "chỉ"), ("vẫn", "chỉ"), ("mới", "chỉ"), ("nếu", "chỉ"),
    ("hoặc", "chỉ"), ("là", "chỉ"), ("để", "chỉ"), ("vai", "chủ"), ("quân", "chủ"), ("vị", "trí"), ("bún", "chả"),
    ("bằng", "chữ"), ("con", "chữ"), ("dạy", "chữ"), ("biết", "chữ"), ("có", "chữ"), ("học", "chữ"), ("trò", "chủ"),
    ("gia", "đình"), ("quyết", "định"), ("ổn", "định"), ("quy", "định"), ("dân", "cư"), ("chung", "cư"),
    ("định", "cư"), ("công", "cụ"), ("dụng", "cụ"), ("phản", "ánh"), ("hình", "ảnh"), ("ảnh", "hưởng"),
    ("địa", "chỉ"), ("kinh", "chi"), ("ho", "chi"), ("chiếu", "cố"), ("điện", "ảnh"), ("phim", "ảnh"),
    ("quảng", "bá"), ("đường", "ống"), ("nước", "ống"), ("miền", "bác"), ("miền", "bắc"),
    ("đông", "bắc"), ("tây", "bắc"), ("cơ", "chế"), ("gia", "chủ"), ("dân", "chủ"), ("tự", "chủ"),
    ("làm", "chủ"), ("khổ", "chủ"), ("nghĩa", "chủ"), ("quan", "thầy"), ("đổi", "thay"),
    ("tiếng", "anh"), ("nước", "anh"), ("thứ", "ba"), ("ngã", "ba"), ("tháng", "ba"),
}  # fmt: skip
# Taught subjects, behind "giáo viên".
SUBJECTS = word_set("toán văn anh sinh sử lý địa hóa nhạc họa tin")
# Before "Thị" and "Văn" these begin no name.
BEFORE_THI = word_set("siêu đô chỉ thành công nhân bản cổ nghị nội trung hội")
# Behind "do van", "ho thi" these are "vẫn sang", "thì lên".
AFTER_VAN = word_set(
    """
    sang lên xuống về qua ăn lo tin mong nằm thích thương hỏi chạy đi ở nói làm bị có cho ra vào chưa
    thấy
    """
)
