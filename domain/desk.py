"""What conversations about matters may know: the matters, reports and referrals in one person's hands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from domain.calendar import WorkingCalendar
from domain.listed import Listed
from domain.unit_names import UnitChoice
from messages import Text


@dataclass(frozen=True, slots=True)
class ReferralBrief:
    """A referral in its matter: what it is called, whether the unit still owes an answer, whether it may
    be put to another."""

    id: int
    code: str
    unit: str
    waiting: bool
    movable: bool


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """A unit's answer that waits for the coordinator; `told`: what reporters would read of it."""

    id: int
    lines: tuple[Text, ...]
    told: str


@dataclass(frozen=True, slots=True)
class MatterFacts:
    """A matter in a coordinator's hands. `lines` show it; `narrow`: whoever reported could be guessed from
    its area, so that a wider one is named to others; `answer`: the one that waits to be judged."""

    id: int
    code: str
    lines: tuple[Text, ...]
    status: str
    level: str
    said: str
    topic: str
    sensitive: bool = False
    narrow: bool = False
    handled: bool = True
    raisable: bool = False
    answer: AnswerFacts | None = None
    referrals: tuple[ReferralBrief, ...] = ()
    reports: tuple[tuple[int, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportInHand:
    """A report a coordinator may deal with; `alike`: matters it seems to belong to, (id, label); `matter`:
    the one it is in; `askable`: its reporter is still known; `movable`: this person may make a matter
    of it."""

    id: int
    code: str
    lines: tuple[Text, ...] = ()
    said: str = ""
    alike: tuple[tuple[int, Text], ...] = ()
    matter: int | None = None
    askable: bool = False
    movable: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A referral in the hands of the unit that is to answer it."""

    id: int
    code: str
    label: Text
    lines: tuple[Text, ...]
    state: str
    due_at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class InquiryFacts:
    """What a coordinator asks this person about the own report."""

    id: int
    code: str
    said: str


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """All of it, as far as a talk needs it. `matter`, `report`, `answer`, `referral`, `inquiry`, `spike`:
    what the talk was begun for; `units`: those a matter can be put to, the likeliest first; `dues`: until
    when they would have to answer, by kind of referral; `directives`, `campaigns`, `team`: (id, name) of what
    the matter can be tied to, and of who can be given work."""

    calendar: WorkingCalendar
    matters: tuple[Listed[MatterFacts], ...] = ()
    reports: tuple[Listed[ReportInHand], ...] = ()
    matter: MatterFacts | None = None
    report: ReportInHand | None = None
    answer: AnswerFacts | None = None
    referral: ReferralFacts | None = None
    referrals: tuple[ReferralFacts, ...] = ()
    inquiry: InquiryFacts | None = None
    spike: tuple[Listed[ReportInHand], ...] = ()
    unclear: int | None = None
    units: tuple[UnitChoice, ...] = ()
    dues: Mapping[str, datetime] = field(default_factory=dict)
    directives: tuple[tuple[int, str], ...] = ()
    campaigns: tuple[tuple[int, str], ...] = ()
    team: tuple[tuple[int, str], ...] = ()
