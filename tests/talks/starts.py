"""Where golden talks start. A player on a real channel has to set up the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.audience import Count, Crowd, Group, Somebody
from domain.calendar import WorkingCalendar
from domain.cards import CardFacts
from domain.channels import OwnChannel
from domain.consent import ConsentFacts
from domain.desk import (
    AnswerFacts,
    DeskFacts,
    MatterFacts,
    ReferralBrief,
    ReferralFacts,
    ReportInHand,
)
from domain.facts import (
    Area,
    Facts,
    InviteFacts,
    PeriodFacts,
    PersonFacts,
    ReportFacts,
    RequestFacts,
    ResultFacts,
    UnitFacts,
)
from domain.figure_lines import Figures
from domain.listed import Listed
from domain.meetings import WAITING, MeetingFacts, MeetingsFacts
from domain.mutes import MuteFacts, MutesFacts, Scope
from domain.on_behalf import Team as Entered
from domain.polls import Poll, PollFacts, Team
from domain.programmes import ProgrammeFacts
from domain.regulations import Regulations
from domain.rota import Officer, RotaFacts, Watch
from domain.staff import FocusFacts, StaffFacts
from domain.standings import Owing, Standing
from domain.tasks import TaskFacts, TasksFacts
from domain.terms import Term, TermBook
from domain.unit_names import UnitChoice
from messages import say

NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 19)
CODE = "BCDFGHJKLM"
"""The one invite that is open at the start "stranger"."""

UNIT = UnitFacts("binh-an", "Phường Bình An", "02839990000", "Ban Xây dựng Đảng", "Ban Tiếp công dân")
PERIOD = PeriodFacts(
    1, "2026-11", "Tháng 11/2026", datetime(2026, 11, 20, 10, tzinfo=UTC), date(2026, 11, 18)
)
INVITE = InviteFacts(7, "collaborator", UNIT.name)

MEMBER = Facts(
    now=NOW,
    today=TODAY,
    lang="vi",
    unit=UNIT,
    consent=ConsentFacts("2026-1", UNIT.name, 24, "Ban Xây dựng Đảng"),
    person=PersonFacts(17, "CTV-17"),
    home_area=Area("binh-an", "Phường Bình An"),
    areas=(Area("binh-an", "Phường Bình An"),),
    period=PERIOD,
)


def _report(id: int, said: str, **more: object) -> ReportFacts:
    at = NOW - timedelta(minutes=id)
    return replace(ReportFacts(id, f"PA-{id}", at, at.date(), said), **more)  # type: ignore[arg-type]


REPORTS = (
    _report(3, "Đường vào chợ ngập, bà con đi lại khó.", editable=True, topic="HT", tone="uneasy"),
    _report(2, "Khói từ bãi rác cháy lan vào trường học.", taken=True, status="received", level="urgent"),
    _report(1, "Bà con hỏi về việc dựng cột thu phát gần nhà thờ.", topic="DT"),
)
RESULTS = (
    ResultFacts(TODAY, say("c-closed-matter", codes="PA-1, PA-2", result="Đã gom rác"), frozenset((1, 2))),
)
"""At the start "reporter": PA-3 may be edited, PA-2 is urgent and taken, PA-1 is restricted and too old; at
"answered" something has come of PA-1 and PA-2."""

STANDING = Standing(
    1,
    "2026-11",
    "Tháng 11/2026",
    "17:00 18/11/2026",
    False,
    {"owes": 2, "reported": 6, "nil": 1, "late": 0, "excused": 0},
    (Owing(21, "Tổ 1 – Lan", "push"), Owing(22, "Tổ 2 – Minh", "call")),
)
TERM = Term(
    STANDING,
    "late",
    datetime(2026, 10, 23, 10, tzinfo=UTC),
    datetime(2026, 12, 18, 10, tzinfo=UTC),
    datetime(2026, 11, 18, 10, tzinfo=UTC),
    datetime(2026, 11, 20, 10, tzinfo=UTC),
)
"""At the start "coordinator": overdue, still taken, and two people owe."""
CALENDAR = WorkingCalendar(holidays=frozenset({date(2026, 11, 24)}))
STAFF = StaffFacts(frozenset({"coordinator"}), 1, (STANDING,), terms=TermBook((TERM,), CALENDAR))

ARTICLES = (
    "Điều 1. Cộng tác viên phản ánh trung thực.",
    "Điều 2. Không ghi danh tính người dân. " + "Giữ kín nguồn tin. " * 76,
)
REGULATIONS = Regulations(UNIT.name, 2, "01/11/2026", "\n".join(ARTICLES))
CROWD = Crowd(
    5,
    (Group(frozenset({"collaborator"}), True, Count(2)),),
    (Somebody(18, "Tổ dân phố 1"), Somebody(19, "Tổ dân phố 2")),
)
"""At the start "writer": a team of two, everybody can be reached."""
ROTA = RotaFacts(
    5,
    "Phường Bình An",
    ZoneInfo("Asia/Ho_Chi_Minh"),
    (time(7, 30), time(17)),
    officers=(Officer(21, "Bà Lan"), Officer(22, "Ông Minh")),
    plans=True,
)
"""At the start "rota": a coordinator of a unit with two duty officers and no rota yet."""

SHIFTS = RotaFacts(
    5,
    "Phường Bình An",
    ROTA.zone,
    ROTA.hours,
    (
        Watch(
            datetime(2026, 11, 19, 0, 30, tzinfo=UTC), datetime(2026, 11, 19, 10, tzinfo=UTC), 17, "CTV-17", 1
        ),
        Watch(
            datetime(2026, 11, 19, 10, tzinfo=UTC), datetime(2026, 11, 20, 0, 30, tzinfo=UTC), 21, "Bà Lan", 2
        ),
    ),
    (*ROTA.officers, Officer(17, "CTV-17")),
)
"""At the start "rota-shifts": a duty officer whose shift is running; Bà Lan has the night."""

POLL = Poll(
    5,
    "Có nên họp tổ dân phố vào tối thứ bảy?",
    "choice",
    ("Nên", "Không nên"),
    datetime(2026, 11, 20, 10, tzinfo=UTC),
)
POLLS = PollFacts(ROTA.zone)
"""At the start "poll-coordinator" a team of two can be asked; at "poll-member" `POLL` is open."""

CHANNELS = (
    OwnChannel(1, "telegram", "7000000001", "09:00 19/11/2026", here=True, used=True),
    OwnChannel(2, "web", "main", "08:00 19/11/2026"),
)
"""At the start "two-channels": the chat at hand, and a browser."""

WASTE = "Rác chợ ba ngày chưa ai dọn"
FINDING = "Đã kiểm tra ngày 18/11: xe gom hỏng, đã điều xe khác"
_MT = say("topic-mt-short")
_DUE = "17:00 27/11/2026"
HAND = ReportInHand(
    1,
    "PA-1",
    (say("m-report-head", code="PA-1", topic=_MT, area="Đội Vệ sinh", on="09:00 19/11"), WASTE),
    WASTE,
    askable=True,
    movable=True,
    narrow=True,
)
REPORTED = say("m-label", code="PA-1", topic=_MT, title=WASTE)
UNITS = (UnitChoice(2, "Đội Vệ sinh"), UnitChoice(1, "Phường Bình An"))
DUES = {
    "normal": datetime(2026, 11, 27, 10, tzinfo=UTC),
    "urgent": datetime(2026, 11, 19, 8, tzinfo=UTC),
    "complex": datetime(2026, 12, 4, 10, tzinfo=UTC),
}
MATTER = MatterFacts(
    1,
    "VD-1",
    (say("m-head", code="VD-1", topic=_MT, status=say("matter-new")), WASTE),
    "new",
    "normal",
    WASTE,
    "MT",
    narrow=True,
    raisable=True,
    reports=((1, REPORTED),),
)
LIST = (Listed(HAND.id, HAND.code, REPORTED, lambda: HAND),)
DESK = DeskFacts(CALENDAR, reports=LIST, units=UNITS, dues=DUES)
"""At the start "desk": a coordinator with one new report; at "desk-matter" it has become a matter, at
"desk-answered" the unit has answered. "unit-asked": somebody of that unit, who is to answer."""
ANSWERED = replace(
    MATTER,
    lines=(say("m-head", code="VD-1", topic=_MT, status=say("matter-answered")), WASTE),
    status="answered",
    answer=AnswerFacts(
        1,
        (
            say("m-answer-head", referral="PC-1", unit="Đội Vệ sinh", verdict=say("verdict-unfounded")),
            say("m-part-found", said=FINDING),
        ),
        FINDING,
    ),
    referrals=(ReferralBrief(1, "PC-1", "Đội Vệ sinh", False, False),),
)
ASKED = ReferralFacts(
    1,
    "PC-1",
    say("u-label", code="PC-1", due=_DUE, title=WASTE),
    (say("u-asked", referral="PC-1", area="Tỉnh Mẫu", due=_DUE), WASTE),
    "sent",
    DUES["normal"],
    "normal",
)
TEAM = Entered(5, "Phường Bình An", ((18, "Tổ dân phố 1"), (19, "Tổ dân phố 2")))
"""At the start "staff-of-a-team": a duty officer of a unit with two collaborators."""

MUTES = MutesFacts(ROTA.zone, (Scope(5, "Phường Bình An", ((5, "Phường Bình An"),)),))
"""At the start "mutes": a coordinator of a unit with none below; at "mutes-running" waste is muted."""

MUTED = MuteFacts(
    3, "Phường Bình An", "MT", "", datetime(2026, 11, 20, 10, tzinfo=UTC), "CTV-17", "Đã lập vấn đề", 2, True
)

PROGRAMMES = (
    ProgrammeFacts(
        1,
        "Nắm bắt dư luận",
        ("🤝 Nắm bắt dư luận: từ 14/11/2022.", "• MTTQ: chia sẻ số liệu"),
        ("MTTQ:", "Y tế, dịch bệnh, tiêm chủng: băn khoăn 4"),
        (),
    ),
    ProgrammeFacts(2, "Phòng chống dịch", ("🤝 Phòng chống dịch",), (), ()),
)
FIGURES = (
    Figures(5, "Phường Bình An", ("📊 Phường Bình An, Tháng 11/2026",)),
    Figures(6, "Phường Hòa Hưng", ("📊 Phường Hòa Hưng, Tháng 11/2026",)),
)
"""At the start "programmes": a coordinator of two units that are parties of two programmes."""
MEETING = MeetingFacts(
    3,
    ("🗓 Giao ban 14:00 thứ Hai 30/11/2026, tại Hội trường",),
    agenda=("1. Điểm danh: mời 2, báo dự 0",),
    handled=True,
    at=datetime(2026, 11, 30, 7, tzinfo=UTC),
)
MEETINGS = MeetingsFacts(ROTA.zone, 5, crowd=CROWD, team=((18, "Tổ dân phố 1"), (19, "Tổ dân phố 2")))
"""At the start "meeting-none" a coordinator of a team of two has called no meeting, at "meeting-called" one;
at "meeting-invited" somebody is invited to it; at "meeting-chair" its conclusions wait for the chair."""

PUT = replace(
    MEETING,
    handled=False,
    at=None,
    state=WAITING,
    puts="conclusions",
    round=1,
    conclusions=(say("conclusion-line", n=1, said="Rà soát điểm rác tự phát"),),
)
TASK = TaskFacts(
    4,
    "VC-4 · 04/12 · Rà soát điểm rác",
    (say("task-head", code="VC-4", owner="CTV-17", state="hạn 04/12/2026"), "Rà soát điểm rác"),
)
"""At the start "task" somebody has one task, due on 4/12."""

TIED = MatterFacts(
    6,
    "VD-6",
    ("VD-6 · Môi trường · mới", "Rác tồn ở chợ"),
    "new",
    "normal",
    "Rác tồn ở chợ",
    "MT",
)
"""At the start "matter" a coordinator has one matter in hand."""


def _called(meeting: MeetingFacts) -> Listed[MeetingFacts]:
    return Listed(meeting.id, "", "🗓 14:00 T2 30/11", lambda: meeting)


def _listed(matter: MatterFacts) -> Listed[MatterFacts]:
    label = say("m-label", code=matter.code, topic=_MT, title=matter.said)
    return Listed(matter.id, matter.code, label, lambda: matter)


STARTS: dict[str, Facts] = {
    "desk": replace(MEMBER, desk=DESK),
    "desk-matter": replace(MEMBER, desk=replace(DESK, reports=(), matters=(_listed(MATTER),))),
    "desk-answered": replace(MEMBER, desk=replace(DESK, reports=(), matters=(_listed(ANSWERED),))),
    "desk-empty": replace(MEMBER, desk=replace(DESK, reports=())),
    "unit-asked": replace(MEMBER, desk=DeskFacts(CALENDAR, referrals=(ASKED,))),
    "mutes": replace(MEMBER, mutes=MUTES),
    "mutes-running": replace(MEMBER, mutes=replace(MUTES, running=(MUTED,))),
    "programmes": replace(MEMBER, programmes=PROGRAMMES, figures=FIGURES),
    "member": MEMBER,
    "reminded": replace(MEMBER, person=PersonFacts(17, "CTV-17", reminders=True)),
    "two-channels": replace(MEMBER, channels=CHANNELS),
    "sealed": replace(MEMBER, unit=replace(UNIT, above="Tỉnh Mẫu")),
    "staff-of-a-team": replace(MEMBER, teams=(TEAM,)),
    "english": replace(MEMBER, lang="en", person=PersonFacts(17, "CTV-17", lang="en")),
    "writer": replace(
        MEMBER,
        staff=StaffFacts(frozenset({"coordinator"}), 5, crowd=CROWD, focus=(FocusFacts(1, "Tháng 11/2026"),)),
    ),
    "coordinator": replace(MEMBER, staff=STAFF),
    "asked": replace(MEMBER, requests=(RequestFacts(3, "Bà con nói gì về giá thuốc?", "17:00 20/11/2026"),)),
    "focused": replace(MEMBER, period=replace(PERIOD, focus=(("MT", "rác ở chợ sau lễ"),))),
    "early": replace(MEMBER, period=replace(PERIOD, nil_opens_on=date(2026, 11, 23))),
    "settled": replace(MEMBER, period=replace(PERIOD, settled=True)),
    "no-period": replace(MEMBER, period=None),
    "reporter": replace(MEMBER, reports=REPORTS),
    "answered": replace(MEMBER, reports=REPORTS, results=RESULTS),
    "regulated": replace(MEMBER, regulations=REGULATIONS),
    "stranger-regulated": replace(
        MEMBER, person=None, home_area=None, areas=(), period=None, regulations=REGULATIONS
    ),
    "rota": replace(MEMBER, rotas=(ROTA,)),
    "rota-shifts": replace(MEMBER, rotas=(SHIFTS,)),
    "poll-coordinator": replace(MEMBER, polls=replace(POLLS, teams=(Team(5, "Phường Bình An", 2),))),
    "poll-member": replace(MEMBER, polls=replace(POLLS, running=(POLL,))),
    "poll-nothing": replace(MEMBER, polls=POLLS),
    "meeting-none": replace(MEMBER, meetings=MEETINGS),
    "meeting-called": replace(MEMBER, meetings=replace(MEETINGS, meetings=(_called(MEETING),))),
    "meeting-invited": replace(
        MEMBER,
        meetings=MeetingsFacts(ROTA.zone, invited=(_called(replace(MEETING, handled=False, mine="")),)),
    ),
    "meeting-chair": replace(MEMBER, meetings=MeetingsFacts(ROTA.zone, meetings=(_called(PUT),))),
    "matter": replace(MEMBER, desk=DeskFacts(CALENDAR, matters=(_listed(TIED),))),
    "card": replace(MEMBER, cards=CardFacts(ROTA.zone, 5, ((5, "Phường Bình An"),))),
    "task": replace(MEMBER, tasks=TasksFacts((TASK,))),
    "stranger": replace(MEMBER, person=None, home_area=None, areas=(), period=None),
    "stranger-abroad": replace(
        MEMBER, person=None, home_area=None, period=None, consent=replace(MEMBER.consent, abroad=True)
    ),
}
