"""What a person agrees to before joining (DOMAIN §7): shown, agreed to and proved by the same words."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from messages import Catalogue, Text, say


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """The consent text of a unit: its version and what its words depend on.

    `months` is how long reports are kept, `contact` the named data-protection person ("": the unit itself),
    `abroad` whether the channel stores what is written outside Viet Nam (Telegram), which the text must
    then say.
    """

    version: str
    unit: str
    months: int
    contact: str
    abroad: bool = False

    @property
    def lines(self) -> tuple[Text, ...]:
        """The whole text, line by line, not yet rendered."""
        text = say("consent", unit=self.unit, months=self.months, contact=self.contact or self.unit)
        return (text, say("consent-abroad")) if self.abroad else (text,)

    def digest(self, words: Catalogue) -> str:
        """SHA-256 (hex) of the text as this person read it: the proof of what was agreed to."""
        shown = "\n".join(words.render(line) for line in self.lines)
        return sha256(shown.encode()).hexdigest()
