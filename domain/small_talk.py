"""Messages that are no report: thanks and greetings, and "nothing new here"."""

from __future__ import annotations

import re
from functools import lru_cache

from domain.text import fold, nfc, word_set

_TOKEN = re.compile(r"\[[^\[\]\n]{1,20}\]")
_WORD = re.compile(r"[^\W_]+")
_THUMBS = re.compile("[👍🙏❤🤝👌👏😊🥰🌹💐✅]")

_GREETING = re.compile(
    r"\b(?:ca?m on|cam ta|tks?|thks?|thanks?(?: you)?|thank kiu|oke?|okie|okay|okla|oki|da|vang|vag"
    r"|uh?m?|uk|chao|hello|hi|helo|alo|chuc(?: mung)?|duoc roi|dc roi|da nhan|nhan duoc|nhan ro|da ro|ro"
    r"|biet roi|da nam|nam duoc|hieu roi|da hieu|nghe roi|dung roi|nhat tri|tam biet|bye|hen gap lai"
    r"|good (?:morning|night)|ngu ngon|khong sao|ko sao|k sao|khong co chi|tuyet voi|hoan ho)\b"
)
_COURTESIES = word_set(
    """
    a ah nhe nha nhen hen hi he oi em anh chi chu bac co ong ba chau con cu minh toi tui cac moi nguoi
    ca dong dc d c ban ad admin bot nhieu rat lam qua ngay vui ve tot lanh manh khoe hanh phuc duoc roi
    thong tin nghe het that su xin va sep buoi sang trua chieu dem cuoi tuan nam to ctv le tet nhan nay
    vi da quan tam ho tro giup do gui truoc cho the vay luon rui r
    """
)


def is_greeting(text: str) -> bool:
    """Whether `text` only greets, thanks or acknowledges, with or without marks."""
    if len(text) > 200:
        return False
    folded = _TOKEN.sub(" ", fold(text))
    if not _WORD.search(folded):
        return _THUMBS.search(text) is not None
    rest, greetings = _GREETING.subn(" ", folded)
    return greetings > 0 and all(word in _COURTESIES for word in _WORD.findall(rest))


_READ = re.compile(
    r"(?:(?:em|toi|minh|chau|con|ctv) )?(?:da (?:nam|doc|ro)|(?:nam|doc|ro) roi|noted|seen|read)"
    r"(?: (?:ro|duoc|roi|noi dung|thong tin|thong bao|a|nhe|nha))*"
)


def says_it_is_read(text: str) -> bool:
    """Whether `text` only says that what came was read ("đã nắm", "đã đọc thông báo ạ", "noted")."""
    return _READ.fullmatch(" ".join(_WORD.findall(fold(text)))) is not None


_NOT = word_set("khong ko k kg hok hong hem khg kh hk hg chua chang cha 0 no")
_HAPPENS = word_set("co thay nghe xay phat ps ghi nhan gi chi ai van su viec bien y phan")
_NOTHING = word_set(
    """
    co thay nghe ra xay phat sinh ps ghi nhan duoc gi chi van de viec su vu y kien phan anh tin thong du
    luan tinh hinh bien dong noi com moi la khac them dac biet bat thuong dang ke chu lo quan ngai bao
    cao ca het nua a nhe nha dau cam on em ai cu the lon nong phuc tap trong ky nay thang tuan ngay hom
    dia ban o tai day tren ben luc hien can thi cho den thoi diem roi dung nguoi ba con dan thuc nhieu
    chap hanh
    """
)
_CALM = ("on dinh", "binh thuong", "binh yen", "yen on", "yen binh", "em dem", "on", "yen")
_LEAD = word_set(
    """
    da vang em anh chi bao cao kinh thua chao xin hom nay hien tai tuan thang ky den gio o ben dia ban
    minh toi tui chung van thi tinh hinh moi viec thu tren cua tam thoi trong vua qua ngay sang chieu
    may nhin noi nhan dan ba con deu rat tot ca het a nhe nha cam on thon to ap khu pho kp tdp khom xom
    lang phuong xa an ninh trat tu chinh tri hoi tuong so nhu cu ctv vuc cac
    """
)
_PLACES = word_set("thon to ap pho kp tdp khom xom lang phuong xa ban so")
_STOPS = re.compile(r"[.,;:!?\n()–—]+|\s-\s")


@lru_cache(maxsize=512)
def says_nothing_happened(text: str) -> bool:
    """Whether `text` only says that there is nothing to report ("k có gì", "địa bàn ổn định").

    "Không có nước", "không có gì để ăn" and "chưa có gì thay đổi" do say something.
    """
    if len(text) > 200:
        return False
    clauses = [clause for clause in _STOPS.split(_TOKEN.sub(" ", nfc(text))) if _WORD.search(clause)]
    kinds = {"greeting" if is_greeting(clause) else _kind(clause) for clause in clauses}
    return "nothing" in kinds and kinds <= {"nothing", "lead", "greeting"}


def _kind(clause: str) -> str:
    written = _WORD.findall(clause)
    words = [fold(word) for word in written]
    start = next((at for at, word in enumerate(words) if word in _NOT), None)
    if start is not None and _leads(written[:start], words[:start]):
        rest = words[start + 1 :]
        says = bool(rest) and rest[0] in _HAPPENS and all(word in _NOTHING for word in rest)
        return "nothing" if says else "other"
    for calm in _CALM:
        if f" {calm} " in f" {' '.join(words)} ":
            others = f" {' '.join(words)} ".replace(f" {calm} ", " ").split()
            return "nothing" if _leads(others, others) else "other"
    return "lead" if _leads(written, words) else "other"


def _leads(written: list[str], words: list[str]) -> bool:
    """Whether these words only say who speaks, where and when: a place word lets one unknown word follow."""
    for at, word in enumerate(words):
        after_place = at > 0 and (words[at - 1] in _PLACES or (at > 1 and words[at - 2] in _PLACES))
        named = after_place and (words[at - 1] in _PLACES or written[at][:1].isupper())
        if not (word in _LEAD or word.isdigit() or named):
            return False
    return True
