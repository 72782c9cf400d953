"""House numbers, fractions of lanes, flats and plots of land: what leads to one household (DOMAIN §8).

Streets, lanes, hamlets and quarters by themselves stay: without them a report would be of no use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.spans import ADDRESS, PARCEL, Span, near_digits, windows
from domain.text import plain, word_set

_NUMBER = r"\d{1,4}[A-Za-zĐđ]?(?:bis|BIS|Bis)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
# "388/2003" numbers a decree of that year
_FRACTION = rf"{_NUMBER}(?![ ]?/[ ]?{_YEAR})(?:[ ]?/[ ]?{_NUMBER}){{1,4}}"
_HOUSE = rf"(?:{_FRACTION}|{_NUMBER})"
_END = r"(?![\w]|[ ]?/[ ]?[\dA-ZĐ]|[.,]\d)"
_LANE = r"(?i:ngõ|ngách|hẻm|hẽm|kiệt|ngỏ|ngo|ngach|hem|kiet)"
_IN_LANES = rf"(?:[ ]?,?[ ]?{_LANE}[ ]{_HOUSE}{_END})"
_STREET = (
    r"(?i:đường|đ\.|phố|duong|ngõ|ngách|hẻm|hẽm|kiệt|hem|kiet|quốc lộ|ql|tỉnh lộ|tl|lô|block|ấp|thôn|tổ"
    r"|xóm)[ ]?[\w.]"
)
_AREA = (
    r"(?i:khu phố|khu pho|kp|tổ|ấp|thôn|đường|phường|xã|khóm|xóm|quận|p\.|duong|phuong|thon|bị|có|nuôi|xây"
    r"|mở)"
)
_UPPER = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"
_BODY = r"(?:Sở|Ủy|Uỷ|Ban|Bộ|Hội|Tỉnh|Thành|Đảng|Tổ|So|Uy|Bo|Hoi|Tinh|Dang|To)(?![^\W\d_])"
_PROPER = (
    rf"(?:(?!{_BODY})[{_UPPER}][^\W\d_]+[ ][{_UPPER}][^\W\d_]+|(?:nguyễn|trần|lê|phạm|phan|hoàng|huỳnh|võ|bùi|đặng|ngô"
    rf"|lý|trương"
    r"|đinh|hùng|nguyen|tran|pham|phan|huynh|hai bà|hai ba|quang)[ ][^\W\d_]{2,}(?![^\W\d_]))"
)
_FLAT = r"[A-Z]{0,2}[-.]?\d{1,4}(?:[.\-]\d{1,3})?[A-Z]?(?!\w|[.,]\d)"
_BLOCK = r"(?i:chung cư|chung cu|tòa|toà|toa nha|block|nhà trọ|dãy trọ|khu trọ|nha tro|day tro|ktx|tầng)"

_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    # số nhà 12, nhà số 12/5 ngõ 3
    (
        ("nhà", "nha", "sn"),
        re.compile(
            rf"(?<!\w)(?P<it>(?i:số nhà|so nha|nhà số|nha so|sn)[ :.]{{0,2}}{_HOUSE}{_END}{_IN_LANES}{{0,3}})"
        ),
    ),
    # hẻm 45/12
    (("/",), re.compile(rf"(?<!\w)(?P<it>{_LANE}[ ](?:(?i:số|so)[ ])?{_FRACTION}{_END})")),
    # K12/34 H5 (lane and branch, as Đà Nẵng writes them), 12 Bis
    (
        ("/",),
        re.compile(
            rf"(?<!\w)(?P<it>[KHkh]\d{{1,4}}(?:/[KHkh]?{_NUMBER}){{1,4}}{_END}"
            rf"(?:[ ][KHkh]\d{{1,4}}{_END}){{0,2}})"
        ),
    ),
    (("bis",), re.compile(r"(?<![\w/.,\-])(?P<it>\d{1,4}[ ]?(?i:bis)(?!\w))")),
    # số 12 đường Lê Lợi, số 5 Trần Phú, số 3 ngõ 7
    (
        ("số ", "so "),
        re.compile(
            rf"(?<!\w)(?P<it>(?i:số|so)[ ]{_HOUSE}{_END}{_IN_LANES}{{0,3}})(?=[ ]?,?[ ]?(?:{_STREET}"
            rf"|{_PROPER}))"
            rf"|(?<!\w)(?P<in>(?i:số|so)[ ]{_HOUSE}{_END}{_IN_LANES})"
        ),
    ),
    # nhà 12/5, địa chỉ 12/5
    (
        ("/",),
        re.compile(
            rf"(?<!\w)(?i:nhà|nha|số|so|địa chỉ|dia chi"
            rf"|đ/c)[ :]{{1,2}}(?P<it>{_FRACTION}{_END})(?![ ](?i:số|diện))"
        ),
    ),
    # 12/5 Lê Lợi, 12/5 đường Lê Lợi
    (
        ("/",),
        re.compile(
            rf"(?<![\w/.,\-])(?P<it>{_FRACTION}{_END})(?=[ ](?:(?i:đường|phố|duong|đ\.)[ ]|{_PROPER}))"
        ),
    ),
    # ở 128/4B khu phố 2; a fraction that can be no date and no share
    (
        ("/",),
        re.compile(
            rf"(?<!\w)(?i:ở|tại|ngụ|trú|o|tai|ngu|tru|nhà|nha)[ ](?P<it>(?:\d{{3,4}}[A-Za-z]?"
            rf"|\d{{1,2}}[A-Za-z]?)/"
            rf"(?:\d{{1,3}}[A-Za-z]|\d{{2,4}})(?:/{_NUMBER}){{0,3}}{_END})(?=[ ]?,?[ ]?(?:{_AREA}|[.,;)\n]"
            rf"|$))"
        ),
    ),
    # ở 12/8 tổ 3: no date, for people live there
    (
        ("/",),
        re.compile(
            rf"(?<!\w)(?i:ở|ngụ|trú|nhà|nha)[ ](?P<it>\d{{1,3}}/\d{{1,3}}{_END})"
            rf"(?=[ ]?,?[ ](?i:tổ|to|khu phố|khu pho|kp|ấp|khóm|xóm)[ ]?\d)"
        ),
    ),
    # nhà tui 34 Trần Phú, nhà bà Hoa 56 Trần Phú
    (
        ("nhà", "nha"),
        re.compile(
            rf"(?<!\w)(?i:nhà|nha)[ ](?:(?i:tôi|toi|tui|em|mình|minh|ổng|bả|họ)"
            rf"|(?i:ông|bà|anh|chị|cô|chú|bác|ong|ba|chi|co|chu|bac)[ ][^\W\d_]+)"
            rf"[ ](?:(?i:ở|số|o|so)[ ])?(?P<it>{_NUMBER}{_END})(?=[ ]?,?[ ](?:{_STREET}|{_PROPER}))"
        ),
    ),
    # nhà 45 đường Lê Lợi, địa chỉ 45 Lê Lợi
    (
        ("nhà", "nha", "chỉ", "chi", "đ/c"),
        re.compile(
            rf"(?<!\w)(?i:nhà|nha|địa chỉ|dia chi"
            rf"|đ/c)[ :]{{1,2}}(?P<it>{_NUMBER}{_END})(?=[ ]?,?[ ](?:{_STREET}|{_PROPER}))"
        ),
    ),
    # ở 45 Trần Hưng Đạo
    (
        ("ở", "tại", "tai", "ngụ", "trú", "("),
        re.compile(
            rf"(?:(?<!\w)(?i:ở|tại|tai|ngụ|thường trú|trú)[ ]|\()(?P<it>(?!(?:19"
            rf"|20)\d\d\b)\d{{1,4}}[A-Z]?{_END})"
            rf"(?=[ ](?:(?i:đường|duong)[ ][{_UPPER}](?![^.\n]{{0,40}}[ ]và[ ])|{_PROPER}))"
        ),
    ),
    # căn hộ 1203; phòng 5 dãy trọ; chung cư A, căn 12.05
    (
        ("căn", "can ho", "phòng", "phong", "p."),
        re.compile(
            rf"(?<!\w)(?P<it>(?i:căn hộ|can ho|căn|phòng|phong|p\.)[ ]?(?:(?i:số"
            rf"|so)[ ])?{_FLAT})(?=[^.;\n]{{0,20}}{_BLOCK})"
            rf"|(?<!\w){_BLOCK}[^.;\n\d]{{0,30}}[ ,](?P<in>(?i:căn hộ|căn|phòng|phong"
            rf"|p\.)[ ]?(?:(?i:số)[ ])?{_FLAT})"
            rf"|(?<!\w)(?P<of>(?i:căn hộ|can ho)[ ](?:(?i:số|so)[ ])?{_FLAT})(?![ ](?i:m2|tỷ|tr))"
        ),
    ),
    # lô B2-15 khu tái định cư
    (
        ("lô", "lo "),
        re.compile(
            r"(?<!\w)(?P<it>(?i:lô|lo)[ ](?:(?i:số)[ ])?[A-Z]{0,2}[-.]?\d{1,4}(?:[-.]\d{1,3})?)"
            r"(?=[ ,]{1,2}(?i:khu tái định cư|khu tai dinh cu|tđc|khu tđc|khu dân cư|kdc))"
        ),
    ),
)
_THINGS = word_set(
    """
    tuyến xe buýt cột điện trụ trạm cống cầu đèn chốt khu tổ thôn ấp đội đường phố văn nghị quyết luật
    chỉ thị công kế hoạch thông tư định lệnh mẫu biểu hầm máy bơm áp hố ga bảng lớp trường tiểu mầm ngõ
    hẻm kiệt tờ phiếu bản
    """
)
_NO_HOUSE = _THINGS | {plain(word) for word in _THINGS}
_LAST_WORD = re.compile(r"([^\W\d_]+)[ ]\Z")

_PARCELS = re.compile(
    r"(?<!\w)(?:(?:lô|thửa) đất|thua dat|lo dat|thửa|số thửa|so thua|tờ (?:bản đồ|bđ|bd)|to ban do|số tờ"
    r"|so to)"
    r"(?: (?:đất|số|so|dat))?[ :]{0,2}(?:(?:số"
    r"|so)[ :]{1,2})?[a-z]{0,2}[-.]?\d{1,5}[a-z]?(?:[-/.]\d{1,5})?(?!\w)"
    r"(?:[ ]?[,;-]?[ ]?(?:(?:thuộc|và|va) )?(?:tờ|to)(?: (?:bản đồ|ban do|bđ|bd))?(?: (?:số"
    r"|so))?[ :]{0,2}\d{1,4}(?!\w)"
    r"|[ ,]{1,2}(?:thửa|thua)(?: (?:đất|dat))?(?: (?:số|so))?[ ]\d{1,5}(?!\w))?"
    r"|(?<!\w)thua (?:so )?\d{1,5}[ ,]{1,2}to (?:(?:so|ban do) ){0,2}\d{1,4}(?!\w)"
)


def parcels(shadow: str) -> Iterator[Span]:
    """Plots and map sheets: in a land case they name a household."""
    low = shadow.lower()
    if any(word in low for word in ("thửa", "thua", "đất", "dat", "tờ")):
        yield from (Span(*found.span(), PARCEL) for found in near_digits(_PARCELS, low, windows(low)))


def addresses(shadow: str) -> Iterator[Span]:
    """House numbers, fractions of lanes, flats; "cột điện số 12 đường Lê Lợi" is none."""
    low, where = shadow.lower(), windows(shadow)
    near = "\n".join(low[start:end] for start, end in where)
    for words, rule in _RULES:
        if not any(word in near for word in words):
            continue
        for found in near_digits(rule, shadow, where):
            start, end = found.span(found.lastgroup or 0)
            before = _LAST_WORD.search(low, max(0, start - 12), start)
            if not (before and before[1] in _NO_HOUSE and low[start : start + 2] in ("số", "so")):
                yield Span(start, end, ADDRESS)
