"""Numbers, links and addresses that lead to a citizen (DOMAIN §8).

Every rule reads a *shadow* of the text: the same length, one plain form for look-alike digits, letters and
dashes, and NUL where something is already decided. Rules are anchored and bounded, so a long text costs no
more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from domain.text import plain


class Span(NamedTuple):
    """A place in a text and the token that takes it."""

    start: int
    end: int
    token: str


NAME, PHONE, PAPER, ACCOUNT, PLATE = "[tên]", "[SĐT]", "[số giấy tờ]", "[số TK]", "[biển số]"
ADDRESS, PARCEL, LINK, EMAIL, BIRTH = "[địa chỉ]", "[thửa đất]", "[liên kết]", "[email]", "[năm sinh]"
TOKENS = (NAME, PHONE, PAPER, ACCOUNT, PLATE, ADDRESS, PARCEL, LINK, EMAIL, BIRTH)

_LOOKALIKES = (
    {0xFF01 + at: 0x21 + at for at in range(94)}
    | {0x1D7CE + at: 0x30 + at % 10 for at in range(50)}
    | {ord(dash): "-" for dash in "‐‑‒–—−﹣"}
    | {ord(space): " " for space in "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t"}
    | {ord(quote): "'" for quote in "’‘ʼ`´"}
    | dict(zip(map(ord, "АВЕКМНОРСТХаеорсух"), "ABEKMHOPCTXaeopcyx", strict=True))
)


def shadow_of(text: str) -> str:
    """`text` with look-alike digits, letters, dashes and spaces in their plain form, same length."""
    return text.translate(_LOOKALIKES)


def _cue(words: str) -> str:
    """An alternation of words, each also in the spelling without marks."""
    spellings = {spelling for word in words.split("|") for spelling in (word, plain(word))}
    ordered = sorted(spellings, key=lambda word: (-len(word), word))
    return r"(?<!\w)(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered) + ")"


_SEP = r"[ .\-()/,_*·•~:\ufe0f\u20e3]"
_DIGITS = rf"\+?\(?\d(?:{_SEP}{{0,3}}\d){{5,18}}(?!\d)"
_FILL = r"(?:(?:[^\S\n]|[:.,;#=(\-])*(?:là|la|số|so|của|cua|qua|về|cho|vào|vao|tên|gọi|alo|này|nay|ạ|a|nhé|nha)(?!\w)){0,3}"
_GAP = r"(?:[^\S\n]|[:.,;#=(\-\"'])*"
_UNIT = (
    r"[^\S\n]?(?:đồng|đ|vnđ|vnd|k|nghìn|ngàn|triệu|tr|tỷ|tỉ|usd|%|m2|m²|m3|m|ha|hecta|kg|tấn|tạ|km|lít|kwh|kw|người|hộ"
    r"|lượt|lần|suất|phiếu|cổ phiếu|lao động|dong|nghin|ngan|trieu|ty|nguoi|ho|tan|lit)(?!\w)"
)

# --- what stays ---------------------------------------------------------------------------------------------

_TOKEN = "|".join(map(re.escape, TOKENS))
_STAYS = re.compile(
    rf"{_TOKEN}"
    r"|(?<![\w/.\-])\d{1,5}(?:/\d{4})?[/-][A-ZĐ]{2,12}\d{0,2}(?:[-/&][A-ZĐ][A-ZĐa-z]{0,11}\d{0,2}){1,4}(?![\w])"
    r"|(?<![\w/.\-])\d{1,5}/(?:\d{4}/)?[A-ZĐ]{2,12}\d{0,2}(?:[-/&][A-ZĐ][A-ZĐa-z]{0,11}\d{0,2}){0,4}(?![\w])"
    r"|(?<![\w-])(?:PA|VD|PC|CTV)-\d{1,6}(?![\w-])"
    r"|(?<![\w.,/\-])\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2}(?![\d./-]\d|\d)"
    r"|(?<![\w.,])(?:11[1-5]|1022)(?![\w]|[.,]\d)"
    r"|(?<![\w.,])(?:1800|1900)(?:[ .\-]?\d){4,6}(?![\w]|[.,]\d)"
    r"|(?<![\w.,])0\d{2,3}[ .\-]1022(?!\w)"
)
_MONEY = re.compile(
    r"(?<![\w.,+(/\-])[1-9]\d{0,2}(?:\.\d{3}){1,5}(?:,\d{1,2})?(?![\w.,]?\d)"
    r"|(?<![\w.,+(/\-])[1-9]\d{0,2}(?:,\d{3}){1,5}(?:\.\d{1,2})?(?![\w.,]?\d)"
    rf"|(?<![\w.,+(/\-])[1-9]\d{{0,3}}(?:[., ]?\d{{1,3}}){{0,5}}(?i:{_UNIT})"
)


# --- with a cue ---------------------------------------------------------------------------------------------

_BANKS = (
    "vietcombank|vcb|agribank|techcombank|tcb|bidv|mbbank|mb bank|mb|vietinbank|viettinbank|ctg|acb|sacombank|stb"
    "|tpbank|vpbank|vp bank|hdbank|shb|vib|scb|msb|ocb|eximbank|seabank|lienvietpostbank|lpbank|momo|zalopay|abbank"
    "|namabank|ncb|pvcombank|viettelpay|viettel money"
)
_ACCOUNT_CUE = _cue(
    "số tài khoản|stk|sốtk|số tk|tk|tài khoản|tkhoản|account|acc|số thẻ|thẻ atm|chuyển khoản|chuyển khoản vào"
    "|ck vào|chuyển tiền vào|ngân hàng|" + _BANKS
)
_PAPER_CUE = _cue(
    "cccd|cmnd|cmt|cmtnd|cm nd|căn cước|căn cước công dân|chứng minh|chứng minh nhân dân|chứng minh thư|định danh"
    "|số định danh|mã định danh|hộ chiếu|passport|bhxh|bhyt|mã bhxh|bảo hiểm xã hội|bảo hiểm y tế|sổ bảo hiểm"
    "|thẻ bảo hiểm|mã thẻ|mst|mã số thuế|mã thuế|mã kh|mã khách hàng|mã hộ|sổ hộ khẩu|hộ khẩu|giấy khai sinh"
    "|gplx|bằng lái|giấy phép lái xe|sổ đỏ|sổ hồng|gcnqsdđ|gcn|giấy chứng nhận|số seri|số sê-ri|mã hồ sơ|số hồ sơ"
    "|số khung|số máy|số giấy tờ|giấy tờ|mã số bhxh|mã đồng hồ|mã công tơ|thẻ đảng|số thẻ đảng|mã học sinh|mã bệnh nhân"
)
_PHONE_CUE = _cue(
    "sđt|số đt|đt|dđ|dt dđ|điện thoại|số điện thoại|phone|tel|mobile|hotline|alo|a lô|zalo|gọi|gọi điện|liên hệ|lh"
    "|liên lạc|di động|số máy|số di động|whatsapp|viber|sim|nhắn|nhắn tin|sms|imes|số của|số anh|số chị|số ông|số bà"
)
_PLATE_CUE = _cue(
    "biển số|biển số xe|bks|bsx|biển kiểm soát|biển xe|mang biển|biển|xe số|đuôi biển|đuôi số|số xe"
)

_CODE = r"[A-Z]{0,3}[ .\-]?\d(?:[ .\-]?[\dA-Z]){4,17}"
_WITH_CUE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"(?i:{_PAPER_CUE})(?!\w){_FILL}(?:{_GAP}cũ|{_GAP}mới|{_GAP}đuôi|{_GAP}cuối)?{_GAP}"
            rf"(?P<it>(?:(?i:{_CODE})|\d{{4,6}}(?=[^\w.,/-]|[.,]?$))(?![\w/]))"
        ),
        PAPER,
    ),
    (
        re.compile(rf"(?i:{_PHONE_CUE})(?!\w){_FILL}{_GAP}(?P<it>\+?\(?\d(?:{_SEP}{{0,2}}\d){{6,12}}(?!\d))"),
        PHONE,
    ),
    (
        re.compile(
            rf"(?i:{_PHONE_CUE})(?!\w){_FILL}{_GAP}(?:(?i:đuôi|cuối|duoi|cuoi|có đuôi)){_GAP}(?P<it>\d{{3,6}}(?![\d.,]))"
        ),
        PHONE,
    ),
    (
        re.compile(
            rf"(?i:{_ACCOUNT_CUE})(?!\w)(?:[^\S\n]*(?:[:.,;#=(\-]|[^\W\d_]{{1,12}}(?!\w))){{0,5}}[^\S\n]*"
            rf"(?P<it>\d(?:[ .\-]?\d){{5,18}}(?![\d/]))"
        ),
        ACCOUNT,
    ),
    (
        re.compile(rf"(?<![\w.,])(?P<it>\d(?:[ .\-]?\d){{5,18}})(?=[ ,(\-]{{1,3}}(?i:{_BANKS})(?!\w))"),
        ACCOUNT,
    ),
    (
        re.compile(
            rf"(?i:{_PLATE_CUE})(?!\w){_FILL}(?:{_GAP}(?i:đuôi|cuối|duoi|cuoi|xe|đầu))?{_GAP}"
            r"(?P<it>(?:\d{2}[ .\-]{0,2}[A-Za-zĐđ]{1,2}\d?[ .\-]{0,3})?[\dxX*]{3}[. ]?[\dxX*]{1,3}(?![\w/]))"
        ),
        PLATE,
    ),
)
_SPACED_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[., ]000)+|[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{0,5}0{3,}")
_UNIT_AFTER = re.compile(_UNIT, re.IGNORECASE)


def with_cue(shadow: str) -> Iterator[Span]:
    """Numbers that a word before them explains; sums of money stay."""
    for rule, token in _WITH_CUE:
        for found in rule.finditer(shadow):
            start, end = found.span("it")
            number = shadow[start:end]
            if _SPACED_THOUSANDS.fullmatch(number) or (
                number[0] in "123456789" and _UNIT_AFTER.match(shadow, end)
            ):
                continue
            if sum(char.isdigit() for char in number) >= 3:
                yield Span(start, end, token)


# --- mail, links --------------------------------------------------------------------------------------------

_AT = r"[ ]{0,2}(?:@|[(\[{][ ]?(?:at|a|a còng|a cong|@)[ ]?[)\]}]|a còng|a cong|a móc|acong)[ ]{0,2}"
_DOT = r"[ ]{0,2}(?:\.|[(\[][ ]?(?:dot|chấm|cham)[ ]?[)\]]|chấm|cham|dot)[ ]{0,2}"
_MAIL = re.compile(
    rf"(?<![\w.+\-])[\w.+\-]{{1,64}}{_AT}[\w\-]{{1,40}}(?:{_DOT}[A-Za-z][\w\-]{{1,30}}){{1,3}}"
    rf"|(?<![\w.+\-])[\w.+\-]{{2,64}}(?:{_AT})(?:gmail|yahoo|hotmail|outlook|icloud)(?!\w)"
    r"|(?<![\w.+\-])[\w+\-]{0,40}[\d._][\w.+\-]{1,40}[ ](?:gmail|yahoo|hotmail|outlook|icloud)[ .]{1,2}com(?:\.vn)?(?!\w)",
    re.IGNORECASE,
)
_SITES = (
    r"facebook[ ]?\.[ ]?com|fb[ ]?\.[ ]?(?:com|me|watch)|m\.me|zalo[ ]?\.[ ]?me|tiktok[ ]?\.[ ]?com|t\.me|telegram\.me"
    r"|instagram[ ]?\.[ ]?com|youtube\.com|youtu\.be|linkedin\.com|threads\.net|twitter\.com|x\.com|vk\.com"
)
_PROFILE = re.compile(
    rf"(?<![\w@.\-])(?:https?[ ]?:[ ]?//)?(?:[a-z\-]{{1,5}}\.)?(?:{_SITES})(?:[ ]?[/?][ ]?[^\s,;)\]\0]{{1,200}})?"
    r"|(?<![\w.@/])@[A-Za-z0-9_][A-Za-z0-9_.]{2,40}(?<!\.)",
    re.IGNORECASE,
)
_NICK = re.compile(
    rf"(?i:{_cue('facebook|fb|face|zalo|tiktok|insta|telegram|nick|nick fb|nickname|user|username')})(?!\w)"
    r"[ ]?(?:(?i:tên|là|ten|la)[ ]?)?[: ][ ]?(?P<it>(?=[\w.]*[._\d])[A-Za-z][\w.]{3,40}(?<!\.))"
)


def mail_and_links(shadow: str) -> Iterator[Span]:
    """E-mail addresses, also half spelled out; links to profiles; handles."""
    yield from (Span(*found.span(), EMAIL) for found in _MAIL.finditer(shadow))
    yield from (Span(*found.span(), LINK) for found in _PROFILE.finditer(shadow))
    yield from (Span(*found.span("it"), LINK) for found in _NICK.finditer(shadow))


# --- birth --------------------------------------------------------------------------------------------------

_NOT_BORN = (
    "học vệ dân phát khai thí an tái nảy hộ ký phục nhân y hy tuyển mưu sản giáng môn thú diêm chúng tự kí"
)
_DATE = r"(?:\d{1,2}(?:[ ]?[./-][ ]?\d{1,2}){1,2}[ ]?[./-][ ]?)?(?:19|20)\d{2}"
_LONG_DATE = r"(?:\d{1,2}[ ](?:tháng|thang)[ ]\d{1,2}[ ](?:năm|nam)[ ])?(?:19|20)\d{2}"
_NOT_AFTER = "".join(
    rf"(?<!(?i:{word})[ ])" for word in sorted({s for w in _NOT_BORN.split() for s in (w, plain(w))})
)
_BIRTH = re.compile(
    rf"(?<!\w){_NOT_AFTER}(?i:sinh|đẻ)[ ](?:(?i:ngày|năm|ngay|nam|vào|hồi)[ :]{{0,2}}){{0,2}}(?:{_LONG_DATE}|{_DATE})(?![\d/])"
    rf"|(?<![\w])(?i:năm sinh|nam sinh|ngày sinh|ngay sinh|ns|sn|s/n|sinh)[ ]?[:.\-]?[ ]?(?:{_LONG_DATE}|{_DATE})(?![\d/])"
    r"|(?<![\w])(?i:sinh)[ ](?i:năm|nam)[ ]['\"]?\d{2}(?![\d/])"
    rf"|(?<=\[tên\])(?:[ ]?[(,][ ]?)(?P<it>(?:19[2-9]|20[01])\d(?=[ ]?[),]))"
)
_PLURAL = re.compile(
    r"\b(?:các|những|trẻ|công dân|thanh niên|người|học sinh|lứa|nhóm|đối tượng|ai|cac|nhung|tre|cong dan|nguoi"
    r"|hoc sinh|lua|nhom|ai)\b",
    re.IGNORECASE,
)


def births(shadow: str) -> Iterator[Span]:
    """Dates and years of one person's birth; "trẻ sinh năm 2020" is a group and stays."""
    for found in _BIRTH.finditer(shadow):
        start, end = found.span("it") if found["it"] else found.span()
        before = " ".join(shadow[max(0, start - 40) : start].split()[-4:])
        if NAME in shadow[max(0, start - 40) : start] or not _PLURAL.search(before):
            yield Span(start, end, BIRTH)


# --- land and addresses -------------------------------------------------------------------------------------

_NUMBER = r"\d{1,4}[A-Za-zĐđ]?(?:bis|BIS|Bis)?"
_FRACTION = rf"{_NUMBER}(?:[ ]?/[ ]?{_NUMBER}){{1,4}}"
_HOUSE = rf"(?:{_FRACTION}|{_NUMBER})"
_LANE = r"(?i:ngõ|ngách|hẻm|hẽm|kiệt|ngỏ|ngo|ngach|hem|kiet)"
_STREET = r"(?i:đường|đ\.|phố|duong|ngõ|ngách|hẻm|hẽm|kiệt|hem|kiet|quốc lộ|ql|tỉnh lộ|tl|lô|block|ấp)"
_CAPITAL = r"[A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ][^\W\d_]+"
_END = r"(?![\w]|[ ]?/[ ]?[\dA-ZĐ]|[.,]\d)"
_PARCELS = re.compile(
    r"(?<!\w)(?i:(?:lô|thửa)[ ]đất|thua[ ]dat|thửa|số[ ]thửa|so[ ]thua|tờ[ ](?:bản[ ]đồ|bđ|bd)|to[ ]ban[ ]do|số[ ]tờ|so[ ]to)"
    r"(?:[ ](?i:đất|số|so|dat))?[ :]{0,2}(?:(?i:số|so)[ :]{1,2})?[A-Z]{0,2}[-.]?\d{1,5}[a-zA-Z]?(?:[-/.]\d{1,5})?(?!\w)"
    r"(?:[ ]?[,;-]?[ ]?(?:(?i:thuộc|và|va)[ ])?(?i:tờ|to)(?:[ ](?i:bản[ ]đồ|ban[ ]do|bđ|bd))?(?:[ ](?i:số|so))?[ :]{0,2}\d{1,4}(?!\w))?"
    r"|(?<!\w)(?i:thua)[ ](?:(?i:so)[ ])?\d{1,5}[ ,]{1,2}(?i:to)[ ](?:(?i:so|ban do)[ ]){0,2}\d{1,4}(?!\w)"
)
_ADDRESSES = (
    re.compile(
        rf"(?<!\w)(?P<it>(?i:số[ ]nhà|so[ ]nha|nhà[ ]số|nha[ ]so|sn)[ :.]{{0,2}}{_HOUSE}{_END}(?:[ ]?,?[ ]?{_LANE}[ ]{_HOUSE}{_END}){{0,3}})"
    ),
    re.compile(rf"(?<!\w)(?P<it>{_LANE}[ ](?:(?i:số|so)[ ])?{_FRACTION}{_END})"),
    re.compile(
        rf"(?<!\w)(?:(?P<head>[^\W\d_]+)[ ])?(?P<it>(?i:số|so)[ ]{_HOUSE}{_END}(?:[ ]?,?[ ]?{_LANE}[ ]{_HOUSE}{_END}){{0,3}})"
        rf"(?=[ ]?,?[ ]?(?:{_STREET}[ ]?[\w.]|{_CAPITAL}[ ]{_CAPITAL}))"
    ),
    re.compile(
        rf"(?<!\w)(?:(?P<head>[^\W\d_]+)[ ])?(?P<it>(?i:số|so)[ ]{_HOUSE}{_END}[ ]?,?[ ]?{_LANE}[ ]{_HOUSE}{_END})"
    ),
    re.compile(
        rf"(?<!\w)(?i:nhà|nha|số|so|địa chỉ|dia chi|đ/c)[ :]{{1,2}}(?P<it>{_FRACTION}{_END})(?![ ](?i:số|phần|diện))"
    ),
    re.compile(
        rf"(?<![\w/.,\-])(?P<it>{_FRACTION}{_END})(?=[ ](?:(?i:đường|phố|duong|đ\.)[ ]|{_CAPITAL}[ ]{_CAPITAL}))"
    ),
    re.compile(
        rf"(?<!\w)(?i:nhà|nha|địa chỉ|dia chi|đ/c)[ :]{{1,2}}(?P<it>{_NUMBER}{_END})"
        rf"(?=[ ](?:{_STREET}[ ]|{_CAPITAL}[ ]{_CAPITAL}))"
    ),
    re.compile(
        rf"(?<!\w)(?i:ở|tại|tai|ngụ|thường trú|trú)[ ](?P<it>(?!(?:19|20)\d\d\b)\d{{1,4}}[A-Z]?{_END})"
        rf"(?=[ ](?:(?i:đường|duong)[ ]{_CAPITAL}(?![^.\n]{{0,40}}[ ]và[ ])|(?:{_CAPITAL}[ ]){{1,2}}{_CAPITAL}))"
    ),
    re.compile(
        r"(?<!\w)(?P<it>(?i:căn[ ]hộ|can[ ]ho|căn|phòng[ ]trọ|phòng|p\.)[ ]?(?:(?i:số|so)[ ])?[A-Z]{0,2}[-.]?\d{1,4}(?:[.\-]\d{1,3})?[A-Z]?(?!\w|[.,]\d))"
        r"(?=[^.;\n]{0,20}(?i:chung[ ]cư|chung[ ]cu|tòa|toa[ ]nha|block|nhà[ ]trọ|dãy[ ]trọ|khu[ ]trọ|ktx|tầng|lô))"
    ),
    re.compile(
        r"(?<!\w)(?i:chung[ ]cư|tòa[ ]nhà|tòa|block|nhà[ ]trọ|dãy[ ]trọ|khu[ ]trọ|ktx)[^.;\n\d]{0,30}?[ ,]"
        r"(?P<it>(?i:căn[ ]hộ|căn|phòng|p\.)[ ]?(?:(?i:số)[ ])?[A-Z]{0,2}[-.]?\d{1,4}(?:[.\-]\d{1,3})?[A-Z]?(?!\w|[.,]\d))"
    ),
    re.compile(
        r"(?<!\w)(?P<it>(?i:căn[ ]hộ|can[ ]ho)[ ](?:(?i:số|so)[ ])?[A-Z]{0,2}[-.]?\d{2,4}(?:[.\-]\d{1,3})?[A-Z]?(?!\w|[.,]\d))(?![ ](?i:m2|tỷ|tr))"
    ),
    re.compile(
        r"(?<!\w)(?P<it>(?i:lô)[ ](?:(?i:số)[ ])?[A-Z]{0,2}[-.]?\d{1,4}(?:[-.]\d{1,3})?)(?=[ ,]{1,2}(?i:khu[ ]tái[ ]định[ ]cư|tđc|khu[ ]tđc|khu[ ]dân[ ]cư|kdc))"
    ),
)
_NO_HOUSE = frozenset(
    "tuyến xe buýt cột điện trụ trạm cống cầu đèn chốt khu tổ thôn ấp đội đường phố văn nghị quyết luật chỉ thị công"
    " kế hoạch thông tư định lệnh mẫu biểu hầm máy bơm áp hố ga bảng lớp trường tiểu mầm ngõ hẻm kiệt tờ phiếu bản".split()
)


def parcels(shadow: str) -> Iterator[Span]:
    """Plots and map sheets: in a land case they name a household."""
    yield from (Span(*found.span(), PARCEL) for found in _PARCELS.finditer(shadow))


def addresses(shadow: str) -> Iterator[Span]:
    """House numbers and fractions of lanes; streets and lanes by themselves stay."""
    for rule in _ADDRESSES:
        for found in rule.finditer(shadow):
            if (found.groupdict().get("head") or "").lower() not in _NO_HOUSE:
                yield Span(*found.span("it"), ADDRESS)


# --- numbers that speak for themselves ----------------------------------------------------------------------

_SERIES = r"[1-9]\d[ \-]{0,3}(?:[ABCDEFGHKLMNPRSTUVXYZ]{1,2}|[ABCDEFGHKLMNPRSTUVXYZ]\d|MĐ\d?|LD|NG|NN|KT|HC)"
_PLATES = re.compile(
    rf"(?<![\w.,/\-]){_SERIES}[ .\-]{{0,3}}\d{{3}}[. ]?\d{{2}}(?![\w/])"
    r"|(?<![\w.,/\-])[1-9]\d[ \-]?[a-z]\d?[ ]?(?:-[ ]?|\.)\d{3}\.?\d{2}(?![\w/])"
    r"|(?<![\w.,/\-])[1-9]\d[ ]?[abcdefhlnprstuvxyz]\d?[ ]?(?:\d{3}\.\d{2}|\d{5})(?![\w/])"
    rf"|(?<=[xX]e[ ]){_SERIES}[ .\-]{{1,3}}\d{{4}}(?![\w/])|(?<=[xX]e máy[ ]){_SERIES}[ .\-]{{1,3}}\d{{4}}(?![\w/])"
    rf"|(?<![\w.,/\-])[1-9]\d-?[A-Z]\d?-\d{{4}}(?![\w/\-])"
)
_HEALTH_CARD = re.compile(r"(?<!\w)[A-Za-z]{2}[ .\-]?\d(?:[ .\-]?\d){12}(?!\d)")
_PASSPORT = re.compile(r"(?<![\w/\-])[A-Z]\d{7,8}(?![\w/\-])")
_RUN = re.compile(rf"(?<!\w)\+?\(?\d+(?:{_SEP}{{1,3}}\d+)*(?![^\W_])")
_GROUP = re.compile(r"\d+")
_OH = re.compile(r"(?<!\w)[oO0](?:[ .\-]?[0-9oOlI]){9}(?![\w])")
_MOBILE = re.compile(
    r"(?:0|84|840)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}|01[2689]\d{8}|(?:0|84)2\d{8,9}"
)


def plates_and_cards(shadow: str) -> Iterator[Span]:
    """Number plates, health cards and passports."""
    yield from (Span(*found.span(), PLATE) for found in _PLATES.finditer(shadow))
    yield from (Span(*found.span(), PAPER) for found in _HEALTH_CARD.finditer(shadow))
    yield from (Span(*found.span(), PAPER) for found in _PASSPORT.finditer(shadow))


def stays(shadow: str) -> Iterator[Span]:
    """Tokens, document numbers, dates, codes of ours and hotlines, which stay (their token is empty)."""
    yield from (Span(*found.span(), "") for found in _STAYS.finditer(shadow))


def money(shadow: str) -> Iterator[Span]:
    """Sums and measures, which stay (their token is empty)."""
    yield from (Span(*found.span(), "") for found in _MONEY.finditer(shadow))


def long_numbers(shadow: str) -> Iterator[Span]:
    """Phones and identity numbers, however their digits are grouped."""
    for run in _RUN.finditer(shadow):
        groups = [group.span() for group in _GROUP.finditer(shadow, run.start(), run.end())]
        yield from _in_run(shadow, groups, run[0][0] in "+(")
    for found in _OH.finditer(shadow):
        digits = re.sub(r"[oO]", "0", re.sub(r"[lI]", "1", re.sub(r"[ .\-]", "", found[0])))
        if _MOBILE.fullmatch(digits) and sum(char.isdigit() for char in found[0]) >= 7:
            yield Span(*found.span(), PHONE)


def _in_run(shadow: str, groups: list[tuple[int, int]], signed: bool) -> Iterator[Span]:
    at = 0
    while at < len(groups):
        taken, token = _longest(shadow, groups, at, signed and at == 0)
        if taken:
            start = groups[at][0]
            while start and shadow[start - 1] in "+(":
                start -= 1
            yield Span(start, groups[at + taken - 1][1], token)
        at += taken or 1


def _longest(shadow: str, groups: list[tuple[int, int]], at: int, signed: bool) -> tuple[int, str]:
    digits, best = "", (0, "")
    for taken, (start, end) in enumerate(groups[at : at + 14], start=1):
        digits += shadow[start:end]
        if len(digits) > 19:
            break
        token = _kind(digits, taken == 1, signed)
        if token and (token == PAPER or not best[0] or best[1] == PHONE == token):
            best = (taken, token)
        if token == PHONE and len(digits) == 10 and shadow[groups[at][0]] == "0" and taken > 1:
            break
    return best


def _kind(digits: str, whole: bool, signed: bool) -> str:
    if _MOBILE.fullmatch(digits) or (signed and 9 <= len(digits) <= 14 and digits[0] != "0" and not whole):
        return PHONE
    if signed and whole and 9 <= len(digits) <= 14:
        return PHONE
    if len(digits) == 12 and digits[0] == "0" and "001" <= digits[:3] <= "096" and digits[3] <= "3":
        return PAPER
    if whole and len(digits) >= 9 and not digits.endswith("000"):
        return PHONE if digits[0] == "0" and len(digits) <= 11 else PAPER
    return ""


# --- digits in words ----------------------------------------------------------------------------------------

_SPOKEN = _cue("không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín")
_SPELLED = re.compile(
    rf"(?<!\w)(?i:không|khong|zero|o|0\d{{0,3}})(?:[ ,.\-]{{1,2}}(?:(?i:rồi|roi|chấm|cham)[ ,]{{1,2}})?(?:(?i:{_SPOKEN})(?!\w)|\d{{1,4}}(?!\w))){{4,12}}"
)


def spelled_numbers(shadow: str) -> Iterator[Span]:
    """A phone number read out: "không chín một hai…", digits and words mixed."""
    for found in _SPELLED.finditer(shadow):
        parts = re.split(r"[ ,.\-]+", found[0])
        spoken = sum(
            not part.isdigit() for part in parts if part.lower() not in ("rồi", "roi", "chấm", "cham")
        )
        length = spoken + sum(len(part) for part in parts if part.isdigit())
        if 9 <= length <= 13 and spoken >= 2:
            yield Span(*found.span(), PHONE if length <= 11 else PAPER)


RULES: tuple[Callable[[str], Iterator[Span]], ...] = (
    mail_and_links,
    births,
    stays,
    with_cue,
    parcels,
    addresses,
    plates_and_cards,
    money,
    spelled_numbers,
    long_numbers,
)
"""In this order: what an earlier rule decides, a later one does not see."""
