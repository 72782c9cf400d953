"""Conversations, one a file, straight from top to bottom. Each gives a command for `bot/turn.py`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from dialog.talk import Flow
from domain.facts import Facts
from handlers.alert_done import alert_done
from handlers.alert_group import alert_group
from handlers.amend import amend
from handlers.broadcast import broadcast
from handlers.campaigns import campaigns
from handlers.cards import card
from handlers.channels import channels
from handlers.extra import extra
from handlers.feed import feed
from handlers.feedback import answer_inquiry, unclear
from handlers.gaps import gaps
from handlers.join import join
from handlers.judging import judge
from handlers.matters import handle, matters
from handlers.meeting_acts import comment
from handlers.meetings import meetings
from handlers.minutes import take_conclusion, take_statement
from handlers.mutes import mutes
from handlers.my_data import erase_me, my_data, withdraw_consent
from handlers.my_reports import my_reports
from handlers.nil_report import nil_report
from handlers.on_behalf import on_behalf
from handlers.owing import owing
from handlers.period_focus import period_focus
from handlers.periodic import periodic
from handlers.polls import answer_poll, polls
from handlers.programmes import figures, programmes
from handlers.quick_report import quick_report
from handlers.referral import referral
from handlers.regulations import regulations
from handlers.reporter import reporter
from handlers.request import request
from handlers.results import results
from handlers.rota import rota
from handlers.settings import settings
from handlers.spike import spike
from handlers.tasks import tasks
from handlers.terms import terms
from handlers.withdraw import withdraw

JOIN = "join"
NIL = "nil_report"
PERIODIC = "periodic"
REGULATIONS = "regulations"
TERMS = "terms"
REQUEST = "request"
ANSWER_POLL = "answer_poll"
ALERT_GROUP = "alert_group"
MATTERS = "matters"
REFERRAL = "referral"
ON_BEHALF = "on_behalf"
ALERT_DONE = "alert_done"
PROGRAMMES = "programmes"
FIGURES = "figures"
GAPS = "gaps"
MEETINGS = "meetings"
TASKS = "tasks"
CARD = "card"
QUICK_REPORT = "quick_report"
"""The flow that words outside a talk begin (also those that say nothing happened: it asks), and words that
another talk cannot use."""

FLOWS: dict[str, Flow[Facts]] = {
    flow.name: flow
    for flow in (
        Flow(JOIN, join),
        Flow(QUICK_REPORT, quick_report, other=QUICK_REPORT),
        Flow(NIL, nil_report, other=QUICK_REPORT),
        Flow(PERIODIC, periodic, other=QUICK_REPORT),
        Flow("my_reports", my_reports, other=QUICK_REPORT),
        Flow("results", results, other=QUICK_REPORT),
        Flow("amend", amend, other=QUICK_REPORT),
        Flow("withdraw", withdraw, other=QUICK_REPORT),
        Flow("extra", extra, other=QUICK_REPORT),
        Flow("my_data", my_data, other=QUICK_REPORT),
        Flow("withdraw_consent", withdraw_consent, other=QUICK_REPORT),
        Flow("erase_me", erase_me, other=QUICK_REPORT),
        Flow("settings", settings, other=QUICK_REPORT),
        Flow("channels", channels, other=QUICK_REPORT),
        Flow("feed", feed, other=QUICK_REPORT),
        Flow("owing", owing),
        Flow(TERMS, terms),
        Flow(REGULATIONS, regulations, other=QUICK_REPORT),
        Flow("broadcast", broadcast),
        Flow("period_focus", period_focus),
        Flow(REQUEST, request),
        Flow("campaigns", campaigns),
        Flow("rota", rota),
        Flow("polls", polls),
        Flow(ANSWER_POLL, answer_poll, other=QUICK_REPORT),
        Flow(ALERT_GROUP, alert_group),
        Flow(MATTERS, matters),
        Flow("handle", handle),
        Flow("judge", judge),
        Flow(REFERRAL, referral),
        Flow("answer_inquiry", answer_inquiry, other=QUICK_REPORT),
        Flow("unclear", unclear, other=QUICK_REPORT),
        Flow("reporter", reporter),
        Flow(ON_BEHALF, on_behalf),
        Flow(ALERT_DONE, alert_done),
        Flow("mutes", mutes),
        Flow(PROGRAMMES, programmes),
        Flow(FIGURES, figures),
        Flow(GAPS, gaps),
        Flow(CARD, card),
        Flow("spike", spike),
        Flow(MEETINGS, meetings),
        Flow("statement", take_statement),
        Flow("conclusion", take_conclusion),
        Flow("comment", comment),
        Flow(TASKS, tasks, other=QUICK_REPORT),
    )
}

COMMANDS: dict[str, str] = {
    "baocao": QUICK_REPORT,
    "khan": QUICK_REPORT,
    "khongphatsinh": NIL,
    "baocaoky": PERIODIC,
    "cuatoi": "my_reports",
    "ketqua": "results",
    "bosung": "extra",
    "xoa": "withdraw",
    "dulieu": "my_data",
    "rutdongy": "withdraw_consent",
    "xoadulieu": "erase_me",
    "caidat": "settings",
    "kenh": "channels",
    "lich": "feed",
    "chuabao": "owing",
    "ky": TERMS,
    "quyche": REGULATIONS,
    "thongbao": "broadcast",
    "trongtam": "period_focus",
    "yeucau": REQUEST,
    "dot": "campaigns",
    "truc": "rota",
    "thamdo": "polls",
    "vande": MATTERS,
    "phieu": REFERRAL,
    "nguoibao": "reporter",
    "ghiho": ON_BEHALF,
    "tatbao": "mutes",
    "chuongtrinh": PROGRAMMES,
    "solieu": FIGURES,
    "doingu": GAPS,
    "hop": MEETINGS,
    "viec": TASKS,
    "the": CARD,
}
"""Which flow a command begins. /khan sets `Facts.urgent`; /xoa drops an open draft first, if there is one;
/xoa and /bosung are about `handlers.own.newest(facts)` at the moment they are typed.

/start, /huy, /trogiup and /tieptuc begin nothing and work at every step (`dialog.step`, `dialog.ask_drop`).
"""

STAFF: dict[str, frozenset[str]] = {
    "owing": frozenset({"coordinator"}),
    TERMS: frozenset({"coordinator"}),
    "broadcast": frozenset({"coordinator"}),
    CARD: frozenset({"coordinator"}),
    "campaigns": frozenset({"coordinator"}),
    "reporter": frozenset({"coordinator"}),
    "rota": frozenset({"coordinator", "duty"}),
    MATTERS: frozenset({"coordinator", "duty", "leader"}),
    REFERRAL: frozenset({"unit"}),
    ON_BEHALF: frozenset({"coordinator", "duty"}),
    "mutes": frozenset({"coordinator"}),
    PROGRAMMES: frozenset({"coordinator"}),
    FIGURES: frozenset({"coordinator", "leader", "observer"}),
    GAPS: frozenset({"coordinator", "administrator"}),
}
"""Flows that only people with one of these roles may begin."""

MORE_FOR_STAFF = frozenset({"period_focus", REQUEST})
"""Those that anybody may begin, and that do more for coordinators."""

Need: TypeAlias = Literal[
    "history", "staff", "terms", "crowd", "campaigns", "requests", "regulations", "rota", "polls", "channels",
    "units", "desk", "teams", "mutes", "programmes", "figures", "gaps", "meetings", "tasks", "cards",
    "results",
]  # fmt: skip
"""What not every flow has to know: one's own reports; the unit as its coordinators see it, there the dates of
its periods, everybody who may be written to, its campaigns; requests out of turn; rules; shifts; polls; the
person's own channels; the units one coordinates; matters and referrals in one's hands; the teams one may
enter reports for; what is muted; programmes and what their parties share; figures; gaps of the roster;
meetings; tasks; whom a card may be sent to; what came of one's own reports."""

NEEDS: dict[str, frozenset[Need]] = {
    "owing": frozenset({"staff"}),
    TERMS: frozenset({"staff", "terms"}),
    REGULATIONS: frozenset({"regulations"}),
    "broadcast": frozenset({"staff", "crowd"}),
    "period_focus": frozenset({"staff"}),
    REQUEST: frozenset({"staff", "crowd", "requests"}),
    "campaigns": frozenset({"staff", "campaigns"}),
    "rota": frozenset({"rota"}),
    "polls": frozenset({"polls"}),
    ANSWER_POLL: frozenset({"polls"}),
    "channels": frozenset({"channels"}),
    ALERT_GROUP: frozenset({"units"}),
    PROGRAMMES: frozenset({"programmes"}),
    FIGURES: frozenset({"figures"}),
    GAPS: frozenset({"gaps"}),
    ON_BEHALF: frozenset({"teams"}),
    "mutes": frozenset({"mutes"}),
    **dict.fromkeys(("my_reports", "results"), frozenset({"results"})),
    **dict.fromkeys((MEETINGS, "statement", "conclusion", "comment"), frozenset({"meetings"})),
    TASKS: frozenset({"tasks"}),
    CARD: frozenset({"cards"}),
    **dict.fromkeys(
        (MATTERS, "handle", "spike", "judge", REFERRAL, "answer_inquiry", "unclear"), frozenset({"desk"})
    ),
}
"""What a flow has to know beside one's own reports, which all but the quick report are told of."""
