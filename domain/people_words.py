"""Names of the peoples of Việt Nam besides the Kinh, who have other surnames, or none.

Written with marks and in lower case; `domain.lexicon` folds them where a text carries none.
"""

from __future__ import annotations

from domain.text import word_set

# Family names of the Central Highlands, the hills of Quảng Nam and the Khmer: they name a person wherever they
# stand. Ê Đê, Gia Rai, M'nông; Cơ Ho, Mạ, Lạch; Cơ Tu, Tà Ôi; Raglai, Chu Ru; Khmer.
MINORITY_NAMES = word_set(
    """
    niê mlô êban byă bya kbuôr kbuor knul ayun adrơng êñuôl ênuôl enuôl ksor rmah rahlan kpă kpá puih kpuih rcom
    rcăm ksơr kpơr siu ktla kđoh kdăm kđăm hđơk hmok hmŏk hwing hra kriêng mdrang bkrông bdap đrah emuôl nie mlo
    rơ kơ alăng alang bling bhling arất arâl zơ zơrâm pơ pơloong coor bhnướch bnướch briu bhriu ating atinh hôih
    colâu tơngôl abing avô aviết tarương riah ríah kring rapat jơrâm
    cil kră liêng păng pang bon ndu đa-cát kon-sơ lơmu jrang k'long krajan touneh ya-tuất tou-prong ka-să
    pinăng pi-năng chamaléa chamalé katơr kator kadá patâu tain
    néang neáng neang chau
    """
)
# Without marks these are other words: "châu", "ko", "bốn".
_OTHER_WORDS = word_set("chau kơ bon pang hra tain")
MINORITY_NAMES_WITHOUT_MARKS = MINORITY_NAMES - _OTHER_WORDS

# Surnames of Mông, Dao, Thái, Khơ Mú and Hà Nhì that stand before "A", "Thị" or "Seo".
HILL_SURNAMES = word_set(
    """
    giàng vàng sùng thào mùa lầu hạng tráng vừ hờ sồng xồng ly lý má thò cháng chang chảo tẩn phàn lù sìn cứ cự
    hảng ma lồ lùng hầu dinh thền sính chá và hạ lừu già vù phàng sải tẩy triệu bàn phùng đặng lò lìm ngải pờ sờ
    cư thàng chấu châu sần hừ lỳ
    """
)
# What stands between those surnames and the name: "Giàng Seo Pao", "Lý Láo Tả", "Và Bá Xồng", "Phàn Mùi Pham".
HILL_MIDDLES = word_set("a thị seo văn mí láo bá nhia mùi pà mẩy dùn gió chúng sín y")
