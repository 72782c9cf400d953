"""Conversations, one a file, straight from top to bottom. Each gives a command for `bot/turn.py`."""

from __future__ import annotations

from dialog.talk import Flow
from domain.facts import Facts
from handlers.amend import amend
from handlers.extra import extra
from handlers.join import join
from handlers.my_data import erase_me, my_data, withdraw_consent
from handlers.my_reports import my_reports
from handlers.nil_report import nil_report
from handlers.owing import owing
from handlers.periodic import periodic
from handlers.polls import answer_poll, polls
from handlers.quick_report import quick_report
from handlers.rota import rota
from handlers.settings import settings
from handlers.withdraw import withdraw

JOIN = "join"
NIL = "nil_report"
PERIODIC = "periodic"
ROTA = "rota"
ANSWER_POLL = "answer_poll"
POLLS = frozenset({"polls", ANSWER_POLL})
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
        Flow("amend", amend, other=QUICK_REPORT),
        Flow("withdraw", withdraw, other=QUICK_REPORT),
        Flow("extra", extra, other=QUICK_REPORT),
        Flow("my_data", my_data, other=QUICK_REPORT),
        Flow("withdraw_consent", withdraw_consent, other=QUICK_REPORT),
        Flow("erase_me", erase_me, other=QUICK_REPORT),
        Flow("settings", settings, other=QUICK_REPORT),
        Flow("owing", owing, other=QUICK_REPORT),
        Flow(ROTA, rota, other=QUICK_REPORT),
        Flow("polls", polls, other=QUICK_REPORT),
        Flow(ANSWER_POLL, answer_poll, other=QUICK_REPORT),
    )
}

COMMANDS: dict[str, str] = {
    "baocao": QUICK_REPORT,
    "khan": QUICK_REPORT,
    "khongphatsinh": NIL,
    "baocaoky": PERIODIC,
    "cuatoi": "my_reports",
    "bosung": "extra",
    "xoa": "withdraw",
    "dulieu": "my_data",
    "rutdongy": "withdraw_consent",
    "xoadulieu": "erase_me",
    "caidat": "settings",
    "chuabao": "owing",
    "truc": ROTA,
    "thamdo": "polls",
}
"""Which flow a command begins. /khan sets `Facts.urgent`; /xoa drops an open draft first, if there is one;
/xoa and /bosung are about `handlers.own.newest(facts)` at the moment they are typed.

/start, /huy and /trogiup begin nothing and work at every step (`dialog.step`, `dialog.ask_drop`).
"""

STAFF: dict[str, frozenset[str]] = {
    "owing": frozenset({"coordinator"}),
    ROTA: frozenset({"coordinator", "duty"}),
}
"""Flows that only people with one of these roles may begin, and whose facts tell of the unit."""
