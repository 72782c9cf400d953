"""What a conversation decides. A flow returns one of these; `bot/turn.py` has the office carry it out.

Texts are masked already (the door masks before anything is stored). A flow that decides nothing returns
`Tell` (something to say) or None (nothing to say).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from domain.parts import in_parts
from domain.regulations import AcceptRegulations
from domain.scales import NORMAL
from messages import Text

Media: TypeAlias = dict[str, Any]
"""An attachment as the door describes it: {"kind": "photo" | "pdf", "id": int}."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """Take this report. `parts` are what `said` is stored as (at most 2,000 characters each); `request` is
    what it answers; `sealed`: only the unit above is to see it."""

    said: str
    tone: str
    topic: str | None = None
    level: str = NORMAL
    area: str | None = None
    media: tuple[Media, ...] = ()
    masked: int = 0
    request: int | None = None
    sealed: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """`said` in pieces of one report; joined they are `said` again."""
        return in_parts(self.said)


@dataclass(frozen=True, slots=True)
class FileNil:
    """Nothing new arose in this period."""

    period: str
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Amend:
    """Replace the words of a report that may still be edited."""

    report: int
    said: str
    masked: int = 0


@dataclass(frozen=True, slots=True)
class AddToReport:
    """Add to a report: later words, or what should not have delayed it. Empty fields were skipped."""

    report: int
    said: str = ""
    forecast: str | None = None
    forecast_words: str = ""
    proposal: str = ""
    spread: str | None = None
    strata: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    masked: int = 0


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back a report; everybody who was alerted is told."""

    report: int


@dataclass(frozen=True, slots=True)
class Join:
    """The invited person agrees to the consent text (version and digest), to the unit's regulations if there
    are any, and, apart from them, to reminders."""

    invite: int
    consent_version: str
    consent_digest: str
    reminders: bool
    regulations: AcceptRegulations | None = None


@dataclass(frozen=True, slots=True)
class DeclineJoin:
    """The invited person does not agree: nothing is kept, the code stays free."""

    invite: int


@dataclass(frozen=True, slots=True)
class ExportMyData:
    """Hand the person a file with everything kept about them."""


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """Withdraw the consent to `purpose`: "reminders" (no more of them) or "membership" (leave)."""

    purpose: str


@dataclass(frozen=True, slots=True)
class EraseMe:
    """Erase the person; opinions stay without a link. Final after the hours the law and DOMAIN §7 give."""


@dataclass(frozen=True, slots=True)
class KeepMe:
    """Call the erasure off that was asked for."""


@dataclass(frozen=True, slots=True)
class SetReminders:
    """Switch reminders on or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Speak this language to the person from now on."""

    lang: str


@dataclass(frozen=True, slots=True)
class ShowFeed:
    """Give the address of the person's own calendar of deadlines."""


@dataclass(frozen=True, slots=True)
class RenewFeed:
    """Give another address; the former one ends."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Nothing to do, something to say."""

    lines: tuple[Text, ...]


Command: TypeAlias = (
    FileReport
    | FileNil
    | Amend
    | AddToReport
    | Withdraw
    | Join
    | DeclineJoin
    | ExportMyData
    | WithdrawConsent
    | EraseMe
    | KeepMe
    | SetReminders
    | SetLanguage
    | ShowFeed
    | RenewFeed
    | Tell
)
