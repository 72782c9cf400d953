"""Numbers and links that lead to a citizen (DOMAIN §8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from domain.addresses import addresses, parcels
from domain.spans import (
    ACCOUNT,
    BIRTH,
    EMAIL,
    LINK,
    LONG_ROW,
    NAME,
    PAPER,
    PHONE,
    PLATE,
    TOKENS,
    Span,
    at_digits,
    near_digits,
    windows,
)
from domain.text import plain


def _cue(words: str) -> str:
    """An alternation of words, each also in the spelling without marks."""
    spellings = {spelling for word in words.split("|") for spelling in (word, plain(word))}
    ordered = sorted(spellings, key=lambda word: (-len(word), word))
    return r"(?<!\w)(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered) + ")"


_SEP = r"[ .\-()/,;|_*·•~:\ufe0f\u20e3]"
_FILL = (
    r"(?:(?:[^\S\n]|[:.,;#=(\-])*(?:là|la|số|so|của|cua|qua|về|cho|vào|vao|tên|gọi|alo|này|nay|ạ|a|nhé"
    r"|nha)(?!\w)){0,3}"
)
_GAP = r"(?:[^\S\n]|[:.,;#=(\-\"'])*"
_UNIT = (
    r"[^\S\n]?(?:đồng|đ|vnđ|vnd|k|nghìn|ngàn|triệu|tr|tỷ|tỉ|usd|%|m2|m²|m3|m|ha|hecta|kg|tấn|tạ|km|lít|kwh"
    r"|kw|người|hộ"
    r"|lượt|lần|suất|phiếu|cổ phiếu|lao động|dong|nghin|ngan|trieu|ty|nguoi|ho|tan|lit)(?!\w)"
)

# --- what stays ---------------------------------------------------------------------------------------------

_TOKENS = re.compile("|".join(map(re.escape, TOKENS)))
_CODES = re.compile(r"(?<![\w-])(?:PA|VD|PC|CTV)-\d{1,6}(?![\w-])")
_STAYS = re.compile(
    r"(?<![\w/.\-])\d{1,5}(?:/\d{4})?[/-][A-ZĐ]{2,12}\d{0,2}"
    r"(?:[-/&][A-ZĐ][A-ZĐa-z]{0,11}\d{0,2}){1,4}(?![\w])"
    r"|(?<![\w/.\-])\d{1,5}/(?:\d{4}/)?[A-ZĐ]{2,12}\d{0,2}(?:[-/&][A-ZĐ][A-ZĐa-z]{0,11}\d{0,2}){0,4}(?![\w])"
    r"|(?<![\w.,/\-])\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2}(?![\d./-]\d|\d)"
    r"|(?<![\w.,])(?<!\d[ .\-])(?<!\d[ .\-]{2})(?<!\d[ .\-]{3})(?:11[1-5]|1022)(?![\w]|[ .,\-]{1,3}\d)"
    r"|(?<![\w.,])(?:1800|1900)(?:[ .\-]?\d){4,6}(?![\w]|[.,]\d)"
    r"|(?<![\w.,])0\d{2,3}[ .\-]1022(?!\w)"
)
_MONEY = re.compile(
    r"(?<![\w.,+(/\-])[1-9]\d{0,2}(?:\.\d{3}){1,5}(?:,\d{1,2})?(?![\w.,]?\d)"
    r"|(?<![\w.,+(/\-])[1-9]\d{0,2}(?:,\d{3}){1,5}(?:\.\d{1,2})?(?![\w.,]?\d)"
    rf"|(?<![\w.,+(/\-])[1-9]\d{{0,3}}(?:[., ]?\d{{1,3}}){{0,5}}(?:{_UNIT})"
)


# --- with a cue ---------------------------------------------------------------------------------------------

_BANKS = (
    "vietcombank|vcb|agribank|techcombank|tcb|bidv|mbbank|mb bank|mb|vietinbank|viettinbank|ctg|acb"
    "|sacombank|stb"
    "|tpbank|vpbank|vp bank|hdbank|shb|vib|scb|msb|ocb|eximbank|seabank|lienvietpostbank|lpbank|momo"
    "|zalopay|abbank"
    "|namabank|ncb|pvcombank|viettelpay|viettel money"
)
_ACCOUNT_CUE = _cue(
    "số tài khoản|stk|sốtk|số tk|tk|tài khoản|tkhoản|account|acc|số thẻ|thẻ atm|chuyển khoản|chuyển khoản vào"
    "|ck vào|chuyển tiền vào|ngân hàng|" + _BANKS
)
_PAPER_CUE = _cue(
    "cccd|cmnd|cmt|cmtnd|cm nd|căn cước|căn cước công dân|chứng minh|chứng minh nhân dân|chứng minh thư"
    "|định danh"
    "|số định danh|mã định danh|hộ chiếu|passport|bhxh|bhyt|mã bhxh|bảo hiểm xã hội|bảo hiểm y tế|sổ bảo hiểm"
    "|thẻ bảo hiểm|mã thẻ|mst|mã số thuế|mã thuế|mã kh|mã khách hàng|mã hộ|sổ hộ khẩu|hộ khẩu|giấy khai sinh"
    "|gplx|bằng lái|giấy phép lái xe|sổ đỏ|sổ hồng|gcnqsdđ|gcn qsdđ|cnqsdđ|gcn|giấy chứng nhận|số seri|số sê-ri|mã hồ sơ"
    "|số hồ sơ"
    "|số khung|số máy|số giấy tờ|giấy tờ|mã số bhxh|mã đồng hồ|mã công tơ|thẻ đảng|số thẻ đảng|mã học sinh"
    "|mã bệnh nhân"
)
_PHONE_CUE = _cue(
    "sđt|số đt|đt|dđ|dt dđ|điện thoại|số điện thoại|phone|tel|mobile|hotline|alo|a lô|zalo|gọi|gọi điện"
    "|liên hệ|lh"
    "|liên lạc|di động|số máy|số di động|whatsapp|viber|sim|nhắn|nhắn tin|sms|imes|số của|số anh|số chị"
    "|số ông|số bà"
)
_PLATE_CUE = _cue(
    "biển số|biển số xe|bks|bsx|biển kiểm soát|biển xe|mang biển|biển|xe số|đuôi biển|đuôi số|số xe"
)

_CODE = r"[a-z]{0,3}[ .\-]?\d(?:[ .\-]?[\da-z]){4,17}"
_WITH_CUE: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"{_PAPER_CUE}(?!\w){_FILL}(?:{_GAP}cũ|{_GAP}mới|{_GAP}đuôi|{_GAP}cuối)?{_GAP}"
            rf"(?P<it>(?:{_CODE}|\d{{4,6}}(?=[^\w.,/-]|[.,]?$))(?![\w/]))"
        ),
        PAPER,
    ),
    (
        re.compile(rf"{_PHONE_CUE}(?!\w){_FILL}{_GAP}(?P<it>\+?\(?\d(?:{_SEP}{{0,2}}\d){{6,12}}(?!\d))"),
        PHONE,
    ),
    (
        re.compile(
            rf"(?:{_PHONE_CUE}|(?<!\w)(?:số|so))(?!\w){_FILL}{_GAP}(?:đuôi|cuối|duoi|cuoi"
            rf"|có đuôi){_GAP}(?P<it>\d{{3,6}}(?![\d.,]))"
        ),
        PHONE,
    ),
    (
        re.compile(
            rf"{_ACCOUNT_CUE}(?!\w)(?:[^\S\n]*(?:[:.,;#=(\-]|[^\W\d_]{{1,12}}(?!\w))){{0,5}}[^\S\n]*"
            rf"(?P<it>\d(?:[ .\-]?\d){{5,18}}(?![\d/]))"
        ),
        ACCOUNT,
    ),
    (
        re.compile(rf"(?<![\w.,])(?P<it>\d(?:[ .\-]?\d){{5,18}})(?=[ ,(\-]{{1,3}}(?:{_BANKS})(?!\w))"),
        ACCOUNT,
    ),
    (
        re.compile(
            rf"{_PLATE_CUE}(?!\w){_FILL}(?:{_GAP}(?:đuôi|cuối|duoi|cuoi|xe|đầu))?{_GAP}"
            r"(?P<it>(?:\d{2}[ .\-]{0,2}[a-zđ]{1,2}\d?[ .\-]{0,3})?"
            r"(?:[\dx*]{3}[. ]?[\dx*]{1,3}|\d{2}[. ]\d{3})(?![\w/]))"
        ),
        PLATE,
    ),
)
_SPACED_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[., ]000)+|[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{0,5}0{3,}")
_UNIT_AFTER = re.compile(_UNIT)


def with_cue(shadow: str) -> Iterator[Span]:
    """Numbers that a word before them explains; sums of money stay."""
    low = shadow.lower()
    where = windows(low, LONG_ROW)
    for rule, token in _WITH_CUE:
        for found in near_digits(rule, low, where):
            start, end = found.span("it")
            number = shadow[start:end]
            if _SPACED_THOUSANDS.fullmatch(number) or (
                number[0] in "123456789" and _UNIT_AFTER.match(low, end)
            ):
                continue
            if sum(char.isdigit() for char in number) >= 3:
                yield Span(start, end, token)


# --- mail, links --------------------------------------------------------------------------------------------

_AT = r"[ ]{0,2}(?:@|[(\[{][ ]?(?:at|a|a còng|a cong|@)[ ]?[)\]}]|a còng|a cong|a móc|acong)[ ]{0,2}"
_DOT = r"[ ]{0,2}(?:\.|[(\[][ ]?(?:dot|chấm|cham)[ ]?[)\]]|chấm|cham|dot)[ ]{0,2}"
_MAIL = re.compile(
    rf"(?<![\w.+\-])[\w.+\-]{{1,64}}{_AT}[\w\-]{{1,40}}(?:{_DOT}[a-z][\w\-]{{1,30}}){{1,3}}"
    rf"|(?<![\w.+\-])[\w.+\-]{{2,64}}(?:{_AT})(?:gmail|yahoo|hotmail|outlook|icloud)(?!\w)"
    r"|(?<![\w.+\-])[\w+\-]{0,40}[\d._][\w.+\-]{1,40}[ ](?:gmail|yahoo|hotmail|outlook"
    r"|icloud)[ .]{1,2}com(?:\.vn)?(?!\w)"
)
_SITES = (
    r"facebook[ ]?\.[ ]?com|fb[ ]?\.[ ]?(?:com|me|watch)|m\.me|zalo[ ]?\.[ ]?me|tiktok[ ]?\.[ ]?com|t\.me"
    r"|telegram\.me"
    r"|instagram[ ]?\.[ ]?com|youtube\.com|youtu\.be|linkedin\.com|threads\.net|twitter\.com|x\.com|vk\.com"
)
_PROFILE = re.compile(
    rf"(?<![\w@.\-])(?:https?[ ]?:[ ]?//)?"
    rf"(?:[a-z\-]{{1,5}}\.)?(?:{_SITES})(?:[ ]?[/?][ ]?[^\s,;)\]\0]{{1,200}})?"
    r"|(?<![\w.@/])@[a-z0-9_][a-z0-9_.]{2,40}(?<!\.)"
)
_NICK = re.compile(
    rf"(?:{_cue('facebook|fb|face|zalo|tiktok|insta|telegram|nick|nick fb|nickname|user|username')})(?!\w)"
    r"[ ]?(?:(?:tên|là|ten|la)[ ]?)?[: ][ ]?(?P<it>(?=[\w.]*[._\d])[a-z][\w.]{3,40}(?<!\.))"
)


_NET = re.compile(
    r"@|\ba ?c[oò]ng|mail|yahoo|outlook|icloud|\.(?:com|me|net|be)|\bfb|[({\[] ?a|face|zalo|tiktok|insta"
    r"|tele|nick|user"
)


def mail_and_links(shadow: str) -> Iterator[Span]:
    """E-mail addresses, also half spelled out; links to profiles; handles."""
    low = shadow.lower()
    if not _NET.search(low):
        return
    yield from (Span(*found.span(), EMAIL) for found in _MAIL.finditer(low))
    yield from (Span(*found.span(), LINK) for found in _PROFILE.finditer(low))
    yield from (Span(*found.span("it"), LINK) for found in _NICK.finditer(low))


# --- birth --------------------------------------------------------------------------------------------------

_NOT_BORN = (
    "học vệ dân phát khai thí an tái nảy hộ ký phục nhân y hy tuyển mưu sản giáng môn thú diêm chúng tự kí"
)
_DATE = r"(?:\d{1,2}(?:[ ]?[./-][ ]?\d{1,2}){1,2}[ ]?[./-][ ]?)?(?:19|20)\d{2}"
_LONG_DATE = r"(?:\d{1,2}[ ](?:tháng|thang)[ ]\d{1,2}[ ](?:năm|nam)[ ])?(?:19|20)\d{2}"
_NOT_AFTER = "".join(
    rf"(?<!{word}[ ])" for word in sorted({s for w in _NOT_BORN.split() for s in (w, plain(w))})
)
_BIRTH = re.compile(
    rf"(?<!\w){_NOT_AFTER}(?:sinh|đẻ)[ ](?:(?:ngày|năm|ngay|nam|vào|hồi)[ :]{{0,2}}){{0,2}}(?:{_LONG_DATE}"
    rf"|{_DATE})(?![\d/])"
    rf"|(?<![\w])(?:năm sinh|nam sinh|ngày sinh|ngay sinh|ns|sn|s/n|sinh)[ ]?[:.\-]?[ ]?(?:{_LONG_DATE}"
    rf"|{_DATE})(?![\d/])"
    r"|(?<![\w])(?:sinh)[ ](?:năm|nam)[ ]['\"]?\d{2}(?![\d/])"
    rf"|(?<=\[tên\])(?:[ ]?[(,][ ]?)(?P<it>(?:19[2-9]|20[01])\d(?=[ ]?[),]))"
    r"|(?<=\[tên\][ ])19[2-9]\d(?=[ ](?:tổ|to|ở|o|trú|ngụ|quê|thôn|ấp|xóm|khóm)[ ]|[,.;)\n]|$)"
)
_BIRTH_WORD = re.compile(r"sinh|đẻ|sn|ns|s/n|\[tên\]")
_PLURAL = re.compile(
    r"\b(?:các|những|trẻ|công dân|thanh niên|người|học sinh|lứa|nhóm|đối tượng|ai|cac|nhung|tre|cong dan"
    r"|nguoi"
    r"|hoc sinh|lua|nhom|ai)\b"
)


def births(shadow: str) -> Iterator[Span]:
    """Dates and years of one person's birth; "trẻ sinh năm 2020" is a group and stays."""
    low = shadow.lower()
    if not _BIRTH_WORD.search(low):
        return
    for found in near_digits(_BIRTH, low, windows(low)):
        start, end = found.span("it") if found["it"] else found.span()
        before = " ".join(low[max(0, start - 40) : start].split()[-4:])
        if NAME in shadow[max(0, start - 40) : start] or not _PLURAL.search(before):
            yield Span(start, end, BIRTH)


# --- numbers that speak for themselves ----------------------------------------------------------------------

_SERIES = r"[1-9]\d[ \-]{0,3}(?:[ABCDEFGHKLMNPRSTUVXYZ]{1,2}|[ABCDEFGHKLMNPRSTUVXYZ]\d|MĐ\d?|LD|NG|NN|KT|HC)"
_PLATES = re.compile(
    rf"(?<![\w.,/\-]){_SERIES}[ .\-]{{0,3}}\d{{3}}[. ]?\d{{2}}(?![\w/])"
    r"|(?<![\w.,/\-])[1-9]\d[ \-]?[a-z]\d?[ ]?(?:-[ ]?|\.)\d{3}\.?\d{2}(?![\w/])"
    r"|(?<![\w.,/\-])[1-9]\d[ \-]?(?:ld|ng|nn|kt|hc|md|mđ|[a-z]{2})\d?[ ]?[\-. ][ ]?\d{3}\.\d{2}(?![\w/])"
    r"|(?<=xe[ ])[1-9]\d[ \-]{0,3}[a-z]\d?[ .\-]{1,3}\d{4}(?![\w/])"
    r"|(?<=xe m[aá]y[ ])[1-9]\d[ \-]{0,3}[a-z]\d[ .\-]{1,3}(?:\d{4}|\d{3}\.?\d{2})(?![\w/])"
    r"|(?<![\w.,/\-])[1-9]\d[ ]?[abcdefhlnprstuvxyz]\d?[ ]?(?:\d{3}\.\d{2}|\d{5})(?![\w/])"
    rf"|(?<=[xX]e[ ]){_SERIES}[ .\-]{{1,3}}\d{{4}}(?![\w/])"
    rf"|(?<=[xX]e m[áa]y[ ]){_SERIES}[ .\-]{{1,3}}\d{{4}}(?![\w/])"
    rf"|(?<![\w.,/\-])[1-9]\d-?[A-Z]\d?-\d{{4}}(?![\w/\-])"
)
_HEALTH_CARD = re.compile(r"(?<!\w)[A-Za-z]{2}[ .\-]?\d(?:[ .\-]?\d){12}(?!\d)")
_PASSPORT = re.compile(r"(?<![\w/\-])[A-Z]\d{7,8}(?![\w/\-])")
_RUN = re.compile(rf"(?<!\w)\+?\(?\d+(?:{_SEP}{{1,3}}\d+)*(?![^\W_])")
_GROUP = re.compile(r"\d+")
_PARTLY_HIDDEN = re.compile(r"(?<![\w.,])0\d{2,3}[ .\-]?\d{2,4}[ .\-]?[xX*]{2,4}(?!\w)")
_OH = re.compile(r"(?<!\w)[oO0](?:[ .\-_/,]{0,2}[0-9oOlI]){9}(?![\w])")
_MOBILE = re.compile(
    r"(?:0|84|840)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}|01[2689]\d{8}|(?:0|84)2\d{8,9}"
)


def plates_and_cards(shadow: str) -> Iterator[Span]:
    """Number plates, health cards and passports."""
    where = windows(shadow, LONG_ROW)
    yield from (Span(*found.span(), PLATE) for found in at_digits(_PLATES, shadow))
    yield from (Span(*found.span(), PAPER) for found in near_digits(_HEALTH_CARD, shadow, where))
    yield from (Span(*found.span(), PAPER) for found in near_digits(_PASSPORT, shadow, where))


def stays(shadow: str) -> Iterator[Span]:
    """Tokens, document numbers, dates, codes of ours and hotlines, which stay (their token is empty)."""
    yield from (Span(*found.span(), "") for found in _TOKENS.finditer(shadow))
    yield from (Span(*found.span(), "") for found in _CODES.finditer(shadow))
    yield from (Span(*found.span(), "") for found in at_digits(_STAYS, shadow))


def money(shadow: str) -> Iterator[Span]:
    """Sums and measures, which stay (their token is empty)."""
    yield from (Span(*found.span(), "") for found in at_digits(_MONEY, shadow.lower()))


def long_numbers(shadow: str) -> Iterator[Span]:
    """Phones and identity numbers, however their digits are grouped."""
    for run in _RUN.finditer(shadow):
        groups = [group.span() for group in _GROUP.finditer(shadow, run.start(), run.end())]
        yield from _in_run(shadow, groups, run[0][0] in "+(")
    yield from (Span(*found.span(), PHONE) for found in _PARTLY_HIDDEN.finditer(shadow))
    for found in _OH.finditer(shadow):
        digits = re.sub(r"[oO]", "0", re.sub(r"[lI]", "1", re.sub(r"[ .\-_/,]", "", found[0])))
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
    rf"(?<!\w)(?:không|khong|zero|o|0\d{{0,3}})(?:[ ,.\-]{{1,2}}(?:(?:rồi|roi|chấm"
    rf"|cham)[ ,]{{1,2}})?(?:(?:{_SPOKEN})(?!\w)|\d{{1,4}}(?!\w))){{4,12}}"
)
_SPOKEN_PLATE = re.compile(
    rf"(?<!\w)(?:biển|bien|bks|xe)(?:[ ](?:số|so|kiểm soát|kiem soat|xe|là|la)){{0,2}}"
    rf"[ ](?P<it>(?:{_SPOKEN}[ ]){{2}}[a-zđ]{{1,2}}(?:[ .\-]{{1,2}}(?:{_SPOKEN}(?!\w)|\d{{1,3}}(?!\w))){{3,6}})"
)


def spelled_numbers(shadow: str) -> Iterator[Span]:
    """A phone number or plate read out: "không chín một hai…", digits and words mixed."""
    for found in _SPELLED.finditer(shadow.lower()):
        parts = re.split(r"[ ,.\-]+", found[0])
        spoken = sum(
            not part.isdigit() for part in parts if part.lower() not in ("rồi", "roi", "chấm", "cham")
        )
        length = spoken + sum(len(part) for part in parts if part.isdigit())
        if 9 <= length <= 13 and spoken >= 2:
            yield Span(*found.span(), PHONE if length <= 11 else PAPER)
    yield from (Span(*found.span("it"), PLATE) for found in _SPOKEN_PLATE.finditer(shadow.lower()))


RULES: tuple[Callable[[str], Iterator[Span]], ...] = (
    mail_and_links,
    births,
    stays,
    with_cue,
    money,
    parcels,
    addresses,
    plates_and_cards,
    spelled_numbers,
    long_numbers,
)
"""In this order: what an earlier rule decides, a later one does not see."""
