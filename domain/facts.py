"""What a conversation may know. `bot/turn.py` reads it from storage, conversations only look."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from domain.alerts import OpenAlert
from domain.cards import CardFacts
from domain.channels import OwnChannel
from domain.consent import ConsentFacts
from domain.desk import DeskFacts
from domain.figure_lines import Figures
from domain.meetings import MeetingsFacts
from domain.mutes import MutesFacts
from domain.on_behalf import Meeting, Team
from domain.polls import PollFacts
from domain.programmes import ProgrammeFacts
from domain.regulations import Regulations
from domain.rota import RotaFacts
from domain.staff import StaffFacts
from domain.tasks import TasksFacts
from domain.topics import DEFAULT_TOPICS, Topic
from messages import Say, Text


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Who is talking, as far as a conversation needs it. `erasing`: an erasure was asked for; `direct_line`:
    what they report is meant for the unit above."""

    id: int
    label: str
    lang: str = "vi"
    reminders: bool = False
    erasing: bool = False
    roles: frozenset[str] = frozenset()
    direct_line: bool = False


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """The unit the person reports to.

    `contact` is whom to ask about membership, `reception` where a citizen's own complaint is received,
    `above` the unit that reads what is sealed ("": nobody does).
    """

    code: str
    name: str
    duty_phone: str = ""
    contact: str = ""
    reception: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A place reports are about."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """The period this person is asked about now: one that is overdue and still owed, else the running one.

    Before `nil_opens_on` a nil report is early (DOMAIN §11.4); `settled`: nothing is owed for it any more.
    `focus` is what it is to listen for: (topic or None, words). `locked`: the name of the period before, if
    it was locked although this person still owed and might think it open.
    """

    id: int
    code: str
    name: str
    due_at: datetime
    nil_opens_on: date
    settled: bool = False
    late: bool = False
    focus: tuple[tuple[str | None, str], ...] = ()
    locked: str = ""


@dataclass(frozen=True, slots=True)
class InviteFacts:
    """An invite that may be used now; a wrong, used, expired or foreign one is simply not there. `person`:
    whom it gives a further address (their id), and `consented`: they have agreed to what such a channel does.
    """

    id: int
    role: str
    unit: str
    label: str = ""
    regulations: Regulations | None = None
    person: int | None = None
    consented: bool = False


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """One of the person's own reports. `on` is the local date of `at`; `status` is one of STATUSES.

    `editable`: the configured minutes have not passed and nobody has taken it. A nil report has no topic,
    tone or words; `asked`: it answers a request; `sealed`: only the unit above sees it.
    """

    id: int
    code: str
    at: datetime
    on: date
    said: str
    topic: str | None = None
    tone: str | None = None
    level: str = "normal"
    status: str = "sent"
    editable: bool = False
    taken: bool = False
    nil: bool = False
    asked: bool = False
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """What was told of some of the person's own reports (ids), as `line`, on this local day."""

    on: date
    line: Say
    reports: frozenset[int]


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """One of the person's own periods: `state` is that of the obligation ("nothing": the nil of a request),
    `at` when it was settled, as people write it. Nobody but this person and the coordinators of the unit ever
    sees it."""

    period: str
    state: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """A request out of turn that this person is asked to answer, while answers are taken; `due` as people
    write it."""

    period_id: int
    said: str
    due: str
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All a flow is given. Loaded anew for every turn, so nothing here needs to be kept in a talk.

    These depend on the talk itself:
    `invite` — the one whose code has just been heard, else the one of `handlers.join.invite_of(talk)`;
    `report` — the one the talk was begun for (a button under a receipt), whatever its age;
    `urgent` — the talk was begun by /khan;
    `request` — the request the talk was begun to answer;
    `desk`, `meetings`, `tasks` — among others, what it was begun for;
    `meeting` — the meeting whose next statement it is to take;
    `alert` — the alert the talk was begun to close, while this person may.
    Words and pictures a talk begins with are no facts: begin the talk, then let it hear them.
    """

    now: datetime
    today: date
    lang: str
    unit: UnitFacts
    consent: ConsentFacts
    person: PersonFacts | None = None
    home_area: Area | None = None
    areas: tuple[Area, ...] = ()
    topics: tuple[Topic, ...] = DEFAULT_TOPICS
    period: PeriodFacts | None = None
    invite: InviteFacts | None = None
    reports: tuple[ReportFacts, ...] = field(default=())
    results: tuple[ResultFacts, ...] = ()
    report: ReportFacts | None = None
    urgent: bool = False
    amend_minutes: int = 10
    record: tuple[RecordFacts, ...] = ()
    staff: StaffFacts | None = None
    regulations: Regulations | None = None
    request: RequestFacts | None = None
    requests: tuple[RequestFacts, ...] = ()
    rotas: tuple[RotaFacts, ...] = ()
    polls: PollFacts | None = None
    channels: tuple[OwnChannel, ...] = ()
    coordinates: tuple[UnitFacts, ...] = ()
    desk: DeskFacts | None = None
    teams: tuple[Team, ...] = ()
    meeting: Meeting | None = None
    zone: str = "Asia/Ho_Chi_Minh"
    mutes: MutesFacts | None = None
    alert: OpenAlert | None = None
    programmes: tuple[ProgrammeFacts, ...] = ()
    figures: tuple[Figures, ...] = ()
    gaps: tuple[Text, ...] = ()
    meetings: MeetingsFacts | None = None
    tasks: TasksFacts | None = None
    cards: CardFacts | None = None
