"""What a text is, before it is taken for a report. Guards ask; only a classification mark refuses.

`opens_urgent`, `is_complaint` and `has_classification_mark` read the text as it was written;
the texts that are no report at all are known to `domain.small_talk`, whose functions stand here too.
"""

from __future__ import annotations

import re

from domain.small_talk import is_greeting, says_it_is_read, says_nothing_happened
from domain.text import has_marks, nfc, plain, word_set

__all__ = [
    "has_classification_mark",
    "is_complaint",
    "is_greeting",
    "opens_urgent",
    "says_it_is_read",
    "says_nothing_happened",
]

_STOPS = r"[:!,.;\-–—…：！，．]"
_URGENT = re.compile(
    r"[^\w/\[]*(?:"
    r"KHẨN(?!\w)(?!\s+(?i:trương|thiết|khoản|nài|hoang)\b)(?:\s+(?i:cấp)(?!\w)(?!\s+(?i:cứu)\b))?"
    rf"(?:\s*{_STOPS}+)*"
    rf"|(?i:kh(?:ẩn|an)(?:\s+c[ấa]p)?\s*{_STOPS}+(?!\s*hi[ếe]m\b))"
    r")\s*"
)


def opens_urgent(text: str) -> tuple[bool, str]:
    """Whether `text` opens with the word that makes it urgent (DESIGN §8), and `text` without that word.

    Urgent are a first word KHẨN in capitals, and `khẩn`, `khẩn cấp` or `khan` before a stop; never `k`
    (people write it for "không"), never "khẩn trương". A text that is not urgent comes back as it was.
    """
    found = _URGENT.match(nfc(text))
    return (True, nfc(text)[found.end() :]) if found else (False, text)


_TOP_MARK = re.compile(r"\b(?:TUYỆT|TỐI)\s+MẬT\b")
_NUMBER_MARK = re.compile(r"\b[Ss]ố\s*:\s*\d[\w/.\-]*-M(?![\w\-])|\b[Ss]ố\s*\d[\w.\-]*/[\w/.\-]*-M(?![\w\-])")
_MARK = re.compile(r"(?<![\w-])MẬT(?![\w-])")
_BEFORE_MARK = re.compile(r"(\w+)[\s\"“”'‘’(\[]*\Z")
_AFTER_MARK = re.compile(r"[\s\"“”'‘’)\]]*(\w+)")
_MARKED_THINGS = word_set("bản liệu văn dấu độ đóng hồ sơ chỉ thị loại mức báo cáo")
_NOT_A_MARK_AFTER = word_set(
    """
    bí bảo cơ thân rỉ túi sỏi đường ống ngọt hương nước lít chai hũ can lấy nuôi bán mua trăng
    """
)
_NOT_A_MARK_BEFORE = word_set(
    """
    ong độ khẩu mía vịt gấu thiết vụ danh mã nghị thư thám phục tông hoa dừa ngọt rừng nguyên nhân
    """
)


def has_classification_mark(text: str) -> bool:
    """Whether `text` carries the mark of a state secret, so that it must not be stored (DOMAIN §9, e.secret).

    Marks are TUYỆT MẬT, TỐI MẬT, a document number ending in -M, and MẬT alone in capitals.
    """
    text = nfc(text)
    if _TOP_MARK.search(text) or _NUMBER_MARK.search(text):
        return True
    return any(_stands_alone(text, found) for found in _MARK.finditer(text))


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    before = _BEFORE_MARK.search(text, max(0, found.start() - 24), found.start())
    after = _AFTER_MARK.match(text, found.end())
    last, following = (before[1] if before else ""), (after[1] if after else "")
    if last.lower() in _NOT_A_MARK_AFTER or following.lower() in _NOT_A_MARK_BEFORE:
        return False
    if last.lower() in _MARKED_THINGS:
        return True
    return not _shouts(last) and not _shouts(following)


def _shouts(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


_DENOUNCE = r"(?:khiếu nại|tố cáo|tố giác|khởi kiện|khiếu kiện)"
_DOCUMENT = rf"đơn(?: thư| kiện)?,? (?:{_DENOUNCE}|kêu cứu|thưa kiện|thưa|kiện|trình báo)\b"
_PERSON = (
    r"(?:ông|bà|anh|chị|cô|chú|bác|em|vợ chồng|gia đình|hộ|cán bộ|công chức|đồng chí|đ/c|chủ tịch"
    r"|phó chủ tịch|bí thư|trưởng|giám đốc|hiệu trưởng|hàng xóm|nhà bên|\[tên\])"
)
_SELF = r"(?:tôi|tui|em|mình|cháu|con|gia đình tôi|gia đình em|nhà tôi|nhà em|vợ chồng tôi|bố mẹ tôi)"
_ON_THE_WAY = (
    r"(?:xin|muốn|phải|đã|đang|sẽ|có|làm|viết|gửi|nộp|đưa|lá|đơn|thư|hồ sơ|cũng|từng|cần|định|kính|đề nghị"
    r"|được|quyết định|quyết|lên|này|để)"
)
_MANY = re.compile(
    r"\b(?:bà con|người dân|nhân dân|dân cư|cử tri|các hộ|nhiều|một số|hàng (?:chục|trăm)|tập thể|mọi người"
    r"|các|những|đông đảo|\d+ (?:hộ|người)|khu phố|tình trạng|công tác|việc tiếp nhận|tiếp công dân|tiếp dân"
    r"|giải quyết|xử lý|tiếp nhận|tỷ lệ|tỉ lệ|số|luật|quy định|hướng dẫn|tuyên truyền|hòm thư|thùng thư)\b"
)
_SUE = r"(?<!điều )(?<!sự )(?<!linh )(?<!dữ )(?<!phụ )kiện"
_COMPLAINTS = [
    rf"\A\W*(?:kính gửi\b.{{0,120}}?)?{_DOCUMENT}",
    rf"\b{_SELF}(?: {_ON_THE_WAY}){{0,6}},? (?:{_DENOUNCE}|kiện|tố)\b",
    rf"\b(?:làm|viết|gửi|nộp|đưa|có|kính gửi|trình)(?: (?:một|1|lá|cái)){{0,2}} {_DOCUMENT}",
    rf"\b{_DOCUMENT}(?: này)? (?:của |do |về việc )?{_PERSON}\b",
    rf"\b(?:tố cáo|tố giác|khởi kiện|{_SUE})(?: hành vi(?: của)?)? {_PERSON}(?!\w)",
    r"\bkhiếu nại (?:về )?(?:việc )?(?:quyết định|qđ) (?:số|thu hồi|xử phạt|bồi thường|cấp)\b",
    r"\b(?:tôi|em|cháu) làm đơn này\b|\bngười làm đơn\b|\btôi tên là\b.{0,200}?\bđơn\b",
]
_WITH_MARKS = [re.compile(rule, re.DOTALL) for rule in _COMPLAINTS]
_WITHOUT_MARKS = [re.compile(plain(rule), re.DOTALL) for rule in _COMPLAINTS]
_MANY_PLAIN = re.compile(plain(_MANY.pattern))
_STOP = re.compile(r"[.;!?\n]")
_SPACES = re.compile(r"[^\S\n]+")


def is_complaint(text: str) -> bool:
    """Whether `text` is one person's complaint or denunciation, not opinion on such (g.scope)."""
    text = _SPACES.sub(" ", nfc(text).lower())
    rules, many = (_WITH_MARKS, _MANY) if has_marks(text) else (_WITHOUT_MARKS, _MANY_PLAIN)
    return any(_is_of_one(text, found, many) for rule in rules for found in rule.finditer(text))


def _is_of_one(text: str, found: re.Match[str], many: re.Pattern[str]) -> bool:
    clause = _STOP.split(text[max(0, found.start() - 60) : found.start()])[-1]
    return not many.search(clause)
