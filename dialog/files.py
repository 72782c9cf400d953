"""Pictures and papers."""

from __future__ import annotations

from dataclasses import dataclass

from dialog.ear import Ear
from dialog.heard import Heard, Media, Tapped, Typed
from dialog.labels import DONE, NO, SKIP, button_words, control, words_of
from dialog.moves import Keep, Move, Stray, Wrong
from dialog.prompt import Button, Prompt
from dialog.question import WAITING, Question, Stored, Waiting
from messages import Text, say


@dataclass(frozen=True, slots=True)
class Files(Question[tuple[Media, ...]]):
    """Asks for attachments, at most `most`, then [Xong]; gives them."""

    asks: tuple[Text, ...]
    most: int

    def prompt(self, stored: Stored, ear: Ear) -> Prompt:
        """The question, or how many have come."""
        count = len(stored.get("media", ()))
        done = Button("done", say("b-done" if count else "b-skip"))
        return Prompt((say("p-media-more", n=count),) if count else self.asks, ((done,),))

    def take(self, stored: Stored, heard: Heard, ear: Ear) -> Move:
        """An attachment, or done."""
        if isinstance(heard, Tapped):
            return Keep(stored | {"done": True}) if heard.key == "done" else Wrong(say("e-expired"))
        if isinstance(heard, Typed):
            vocabulary = button_words(self.prompt(stored, ear), ear)
            vocabulary.add("done", (*DONE, *SKIP))
            # "Không có ảnh" is an answer, and no report.
            declined = words_of(heard.text)[:1] in ([no] for no in NO)
            done = declined or vocabulary.read_one(heard.text) == "done"
            return Keep(stored | {"done": True}) if done else control(heard.text) or Stray()
        media = [*stored.get("media", ()), *heard.media]
        notes = (say("e-files", n=self.most),) if len(media) > self.most else ()
        return Keep({"media": media[: self.most]}, notes)

    def value(self, stored: Stored) -> tuple[Media, ...] | Waiting:
        """The attachments, once done."""
        return tuple(stored.get("media", ())) if stored.get("done") else WAITING

    def holds(self, stored: Stored) -> bool:
        """Any attachment."""
        return bool(stored.get("media"))
