"""Typing instead of tapping: labels with or without marks, their beginnings, numbers, fixed words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from dialog.ear import Ear
from dialog.moves import Back, Drop
from dialog.prompt import Prompt
from domain.text import fold

SEND = ("gui", "gui di", "ok", "oke", "okay", "okie", "xong", "send", "done")
EDIT = ("sua", "sua lai", "edit")
DROP = ("huy", "huy bo", "bo", "drop", "cancel")
BACK = ("quay lai", "tro lai", "lui lai", "back")
YES = ("co", "dung", "phai", "u", "vang", "da", "dong y", "ok", "oke", "yes")
NO = ("khong", "ko", "no")
AGREED = (*YES, "duoc", "da vang", "luu", "luu lai", "save", *SEND)
"""What is said to a review whose main button is one act."""
SKIP = ("bo qua", "skip")
DONE = ("xong", "ok", "oke", "done")
"""Fixed words, as `spoken` spells them; understood in every language."""

_WORD = re.compile(r"#[^\W_]+|\d+|[^\W\d_]+")
_COURTESY = frozenset(
    {"ạ", "nhé", "nha", "nhá", "nhe", "đi", "luôn", "và", "rồi", "với", "please", "and", "then"}
)
_MOST_WORDS = 12
_LONGEST_LABEL = 5


def words_of(text: str) -> list[str]:
    """The words of `text` as compared: full-width and circled digits plain, no marks, no case, no emoji."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return [fold(word) for word in _WORD.findall(plain) if word not in _COURTESY]


@lru_cache(maxsize=1024)
def spoken(label: str) -> str:
    """How a label is typed: "😠 Bức xúc" is "buc xuc"."""
    return " ".join(words_of(label))


def answers_nothing(text: str) -> bool:
    """Whether this can only be an answer, and to a question: a number or letter alone, "bỏ qua", "gửi"."""
    said = spoken(text)
    return said.isdigit() or len(said) == 1 or said in (*SKIP, *SEND, *DONE)


def has_words(text: str) -> bool:
    """Whether there is any letter or digit in it."""
    return any(letter.isalnum() for letter in text)


class Vocabulary:
    """What may be typed, and the key each of it stands for."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}

    def add(self, key: str, phrases: Iterable[str]) -> None:
        """`phrases` (as `spoken` spells them) stand for `key`; what is known already stays."""
        for phrase in phrases:
            if phrase:
                self._keys.setdefault(phrase, key)

    def add_marks(self, prompt: Prompt) -> None:
        """The numbers and letters `prompt` shows stand for its buttons."""
        for button in prompt.buttons:
            self.add(button.key, (button.mark,))

    def find(self, phrase: str) -> str | None:
        """The key of `phrase`, or of the one thing that begins with it (two letters at least; "bỏ" is never
        the beginning of something)."""
        key = self._keys.get(phrase)
        if key is not None or len(phrase) < 2 or not phrase[0].isalpha() or phrase in (*DROP, *BACK):
            return key
        begun = {key for known, key in self._keys.items() if known.startswith(phrase)}
        return begun.pop() if len(begun) == 1 else None

    def read(self, text: str) -> list[str] | None:
        """The keys `text` says when all of it says something, else None."""
        words = words_of(text)
        return self._read(words) if 0 < len(words) <= _MOST_WORDS else None

    def read_one(self, text: str) -> str | None:
        """The key `text` as a whole stands for."""
        return self.find(" ".join(words_of(text)))

    def exactly(self, text: str) -> str | None:
        """The key `text` as a whole stands for, beginnings not counted: where any words are welcome."""
        return self._keys.get(" ".join(words_of(text)))

    def _read(self, words: list[str]) -> list[str] | None:
        if not words:
            return []
        for length in range(min(len(words), _LONGEST_LABEL), 0, -1):
            key = self.find(" ".join(words[:length]))
            rest = self._read(words[length:]) if key is not None else None
            if key is not None and rest is not None:
                return [key, *rest]
        return None


def control(text: str) -> Back | Drop | None:
    """ "Quay lại" and "bỏ", typed at any question."""
    said = " ".join(words_of(text))
    if said in BACK:
        return Back()
    return Drop() if said in DROP else None


def button_words(prompt: Prompt, ear: Ear) -> Vocabulary:
    """Everything the buttons of `prompt` are called, and their numbers."""
    vocabulary = Vocabulary()
    vocabulary.add_marks(prompt)
    for button in prompt.buttons:
        vocabulary.add(button.key, (spoken(ear.words.render(button.label)),))
    return vocabulary
