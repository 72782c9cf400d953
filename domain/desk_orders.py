"""What conversations about matters decide. Beside `domain/commands.py`; words about citizens are masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from domain.referrals import Reply


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """Make a matter of a report, in the coordinator's words."""

    report: int
    said: str


@dataclass(frozen=True, slots=True)
class OpenTogether:
    """Make one matter of several reports, in the coordinator's words."""

    reports: tuple[int, ...]
    said: str


@dataclass(frozen=True, slots=True)
class JoinMatter:
    """Put a report into a matter."""

    report: int
    matter: int


@dataclass(frozen=True, slots=True)
class SplitReport:
    """Take a report out of a matter."""

    matter: int
    report: int


@dataclass(frozen=True, slots=True)
class Exclude:
    """A report is not dealt with, for a reason."""

    report: int
    why: str


@dataclass(frozen=True, slots=True)
class Refer:
    """Put a matter (or a report, which becomes one) to a unit, in these words."""

    unit: int
    kind: str
    said: str
    matter: int | None = None
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Reassign:
    """Put a referral to another unit."""

    referral: int
    unit: int
    why: str


@dataclass(frozen=True, slots=True)
class ChaseUnit:
    """Remind the unit once more."""

    referral: int


@dataclass(frozen=True, slots=True)
class AskReporter:
    """Ask whoever made a report."""

    report: int
    said: str


@dataclass(frozen=True, slots=True)
class TellMore:
    """What the reporter answers to a coordinator's question."""

    inquiry: int
    said: str


@dataclass(frozen=True, slots=True)
class SetLevel:
    """How pressing a matter is, and why."""

    matter: int
    level: str
    why: str


@dataclass(frozen=True, slots=True)
class Verify:
    """The matter is being looked into."""

    matter: int


@dataclass(frozen=True, slots=True)
class NoteVerdict:
    """What verifying a matter came to, and how it was checked."""

    matter: int
    verdict: str
    how: str


@dataclass(frozen=True, slots=True)
class Reword:
    """Other words for a matter."""

    matter: int
    said: str


@dataclass(frozen=True, slots=True)
class KeepClose:
    """Only named people see a matter from now on, or (`on` false) everybody entitled again."""

    matter: int
    on: bool


@dataclass(frozen=True, slots=True)
class RaiseUp:
    """Hand a matter to the unit above."""

    matter: int
    why: str


@dataclass(frozen=True, slots=True)
class ReplyToReporters:
    """The coordinator's own answer."""

    matter: int
    said: str


@dataclass(frozen=True, slots=True)
class CloseMatter:
    """End a matter with its result."""

    matter: int
    result: str


@dataclass(frozen=True, slots=True)
class Reopen:
    """Take a closed matter up again."""

    matter: int
    why: str


@dataclass(frozen=True, slots=True)
class ApproveAnswer:
    """Let the reporters read this of a unit's answer."""

    answer: int
    told: str


@dataclass(frozen=True, slots=True)
class SendBack:
    """The unit is to answer again."""

    answer: int
    why: str


@dataclass(frozen=True, slots=True)
class SayUnclear:
    """What a reporter still misses in an answer; no words: nothing more to say."""

    matter: int
    why: str


@dataclass(frozen=True, slots=True)
class IssueDirective:
    """A document was issued about a matter: official words, as written."""

    matter: int
    number: str
    issued_on: date
    body: str
    said: str


@dataclass(frozen=True, slots=True)
class TieDirective:
    """A document the unit knows is about this matter too."""

    matter: int
    directive: int


@dataclass(frozen=True, slots=True)
class TieCampaign:
    """A matter belongs to a campaign."""

    matter: int
    campaign: int


@dataclass(frozen=True, slots=True)
class AcceptReferral:
    """The unit takes it on."""

    referral: int


@dataclass(frozen=True, slots=True)
class GiveBack:
    """It is not the unit's competence."""

    referral: int
    why: str


@dataclass(frozen=True, slots=True)
class AskMoreTime:
    """The unit asks for a later due date (UTC)."""

    referral: int
    until: datetime
    why: str


@dataclass(frozen=True, slots=True)
class HandIn:
    """The unit's answer."""

    referral: int
    reply: Reply
