"""The person's own words: a report, an addition, a proposal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dialog.ear import Ear
from dialog.heard import Attached, Heard, Media, Tapped, Typed
from dialog.labels import SEND, SKIP, button_words, control, has_words
from dialog.moves import Keep, Move, Wrong
from dialog.prompt import Button, Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from dialog.view import LONGEST, cut, in_view
from messages import Text, say

MOST_FILES = 10
_NO_WORDS = say("e-nowords")


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, in how many places masked, with which attachments.

    `as_it_is`: it was short and is to be sent so.
    """

    text: str = ""
    masked: int = 0
    media: tuple[Media, ...] = ()
    as_it_is: bool = False


@dataclass(frozen=True, slots=True)
class Words(Question[Said]):
    """Asks for words; gives `Said`.

    What is too `short` is kept and answered with [✅ Gửi luôn] [✍️ Viết thêm]; more than `longest`
    characters are cut there, and the person is told. `files`: at most `most` attachments are taken too.
    `skip` offers [Bỏ qua], which gives a `Said` without words. `wordless` is the answer to what has none.
    Asked again, the former words stay until replaced.
    """

    asks: tuple[Text, ...]
    short: Callable[[str], bool] | None = None
    longest: int = LONGEST
    files: bool = False
    skip: bool = False
    most: int = MOST_FILES
    wordless: Text = _NO_WORDS

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question; or what is kept so far, and what is still missing."""
        text = stored.get("text", "")
        if self.value(stored) is not WAITING:
            return Prompt((*in_view(text), say("p-edit")), ((Button("keep", say("b-keep")),),))
        if stored.get("more"):
            return Prompt((*in_view(text), say("p-more")), (_SHORT[:1],))
        if text:
            return Prompt((*in_view(text), say("e-short")), (_SHORT,))
        if stored.get("media"):
            return Prompt((say("p-photos", n=len(stored["media"])),))
        return Prompt(self.asks, ((Button("skip", say("b-skip")),),) if self.skip else ())

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """Words replace a complete answer and continue an incomplete one."""
        match heard:
            case Tapped(key=key):
                return self._tapped(stored, key)
            case Attached() if self.files:
                return self.extend(stored, heard)
            case Attached():
                return Wrong(say("e-nofile"))
            case Typed():
                return self._typed(stored, heard, ear)

    def value(self, stored: Stored) -> Said | Waiting:
        """What was said, once it is long enough or to be sent as it is."""
        text = stored.get("text", "")
        as_it_is = bool(stored.get("as_it_is"))
        if self.skip and stored.get("skipped"):
            return Said()
        if not text or stored.get("more") or (self.short and self.short(text) and not as_it_is):
            return WAITING
        return Said(text, stored.get("masked", 0), tuple(stored.get("media", ())), as_it_is)

    def holds(self, stored: Stored) -> bool:
        """Any words or attachments."""
        return bool(stored.get("text") or stored.get("media"))

    def extend(self, stored: Stored, heard: Heard) -> Move:
        """Add words under those kept, attachments beside those kept."""
        kept: dict[str, Any] = {"media": list(stored.get("media", ()))}
        notes: tuple[Text, ...] = ()
        words, masked = "", 0
        if isinstance(heard, Attached):
            words, masked = heard.caption, heard.masked
            kept["media"] += heard.media
            if len(kept["media"]) > self.most:
                notes = (say("e-files", n=self.most),)
            kept["media"] = kept["media"][: self.most]
        elif isinstance(heard, Typed):
            words, masked = heard.text, heard.masked
        former = stored.get("text", "")
        words = words.strip() if has_words(words) else ""
        text, more = cut("\n".join(filter(None, (former, words))), self.longest)
        kept |= {"text": text, "masked": stored.get("masked", 0) + masked}
        if stored.get("as_it_is") and text == former:
            kept["as_it_is"] = True
        return Keep(kept, notes + more, revises=text != former)

    def _tapped(self, stored: Stored, key: str) -> Move:
        if key == "skip" and self.skip:
            return Keep({"skipped": True})
        if not stored.get("text"):
            return Wrong(say("e-expired"))
        if key == "as-it-is":
            return Keep({name: kept for name, kept in stored.items() if name != "more"} | {"as_it_is": True})
        if key == "more":
            return Keep({name: kept for name, kept in stored.items() if name != "as_it_is"} | {"more": True})
        return Keep(stored) if key == "keep" else Wrong(say("e-expired"))

    def _typed(self, stored: Stored, heard: Typed, ear: Ear) -> Move:
        move = control(heard.text)
        if move is not None:
            return move
        key = self._meant(stored, heard.text, ear)
        if key is not None:
            return self._tapped(stored, key)
        if not has_words(heard.text):
            return Wrong(self.wordless)
        if self.value(stored) is WAITING:
            return self.extend(stored, heard)
        return self.extend({"media": stored.get("media", ())}, heard)

    def _meant(self, stored: Stored, text: str, ear: Ear) -> str | None:
        vocabulary = button_words(self.prompt(stored, ear), ear)
        if self.skip:
            vocabulary.add("skip", SKIP)
        if stored.get("text"):
            vocabulary.add("as-it-is" if self.value(stored) is WAITING else "keep", SEND)
        return vocabulary.exactly(text)


_SHORT = (Button("as-it-is", say("b-sendnow"), mark="1"), Button("more", say("b-writemore"), mark="2"))
