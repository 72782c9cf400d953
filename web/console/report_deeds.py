"""What is done about one report: made a matter, joined to one, put to a unit, asked about, not dealt with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection

from domain.access import Thing
from domain.referrals import KINDS, due_of
from office import closing, matters, referrals
from office import inquiries as office_of_inquiries
from office.access import units_for
from office.post import Post
from office.privacy import Areas
from storage import inquiries, report_page, reports
from storage import matters as rows
from storage.matters import MatterRow
from storage.reports import ReportRow
from web.console.asked import Asked
from web.console.deeds import Deed, Done, Kind, number_in
from web.console.matter_deeds import can_take, page_of, refer
from web.console.writing import Field


def _find(connection: Connection, asked: Asked, id: int, *, sealed: bool) -> ReportRow | None:
    """The report, if it is shown at the desk and this person may deal with it."""
    if report_page.find(connection, asked.units, id, sealed=sealed) is None:
        return None
    return matters.report_in_hand(connection, asked.who, id)


def _look(connection: Connection, row: ReportRow) -> str:
    asked = len(inquiries.of_report(connection, row.id))
    return f"{row.status}-{row.revision}-{asked}-{rows.matter_of(connection, row.id) or 0}"


def _kind(thing: Thing, list: str = "/ban/phan-anh") -> Kind[ReportRow]:
    return Kind(
        thing,
        "handle",
        find=lambda c, asked, id: _find(c, asked, id, sealed=thing == "sealed"),
        hold=lambda c, row: reports.find_report(c, row.id, hold=True),
        look=_look,
        page=lambda row: f"{list}/{row.id}",
        code=lambda row: row.code,
    )


def on_page(connection: Connection, asked: Asked, id: int) -> dict[str, Any]:
    """What the page of a report says of what is done about it, and offers to whom may do more."""
    row = reports.find_report(connection, id)
    assert row is not None
    matter_id = rows.matter_of(connection, id)
    reading = units_for(connection, asked.who, "matter", "read")
    matter = rows.may_see(connection, matter_id, reading, asked.who.person_id) if matter_id else None
    given: dict[str, Any] = {
        "matter": matter,
        "joined": matter_id is not None,
        "asked_about": inquiries.of_report(connection, id),
        "handles": matters.report_in_hand(connection, asked.who, id) is not None,
        "opens": matter_id is None and matters.may_open(connection, asked.who, row),
        "seen": _look(connection, row),
        "reachable": row.person_id is not None,
    }
    if given["opens"]:
        desk, calendar = asked.console.desk, asked.console.desk.calendar(asked.now)
        given |= {
            "suggested": _suggested(connection, asked, row),
            "units": referrals.askable(connection, row.unit_id, asked.today),
            "dues": [(kind, due_of(kind, asked.now, calendar)) for kind in KINDS],
            "narrow": Areas(connection, asked.today, desk.min_reporters).are_narrow(row.area_id),
        }
    return given


def _suggested(connection: Connection, asked: Asked, row: ReportRow) -> list[MatterRow]:
    """Matters the report seems to belong to; of a sealed one, those that are kept close too."""
    among = matters.compared_with(connection, asked.who, asked.now)
    fit = [(gist, one) for gist, one in among if one.sensitive or not row.sealed]
    return matters.suggested(row, fit, asked.now)


def _open(post: Post, asked: Asked, row: ReportRow, words: Mapping[str, str]) -> Done | None:
    made = matters.open_matter(post, asked.who, [row.id], said=words["matter"])
    return Done("matter-opened", page_of(made)) if made else None


def _join(post: Post, asked: Asked, row: ReportRow, words: Mapping[str, str]) -> Done | None:
    matter = matters.in_hand(post.connection, asked.who, number_in(asked.form.get("matter", "")))
    done = matter is not None and matters.join(post, asked.who, matter, row.id)
    return Done("joined") if done else None


def _refer(post: Post, asked: Asked, row: ReportRow, words: Mapping[str, str]) -> Done | None:
    """A matter is made of it and put to the unit, in the same words."""
    unit, kind = number_in(asked.form.get("unit", "")), asked.form.get("kind", "")
    if kind not in KINDS or not can_take(post.connection, row.unit_id, unit, post.today):
        return None
    made = matters.open_matter(post, asked.who, [row.id], said=words["said"])
    return refer(post, asked, made, words) if made else None


def _ask(post: Post, asked: Asked, row: ReportRow, words: Mapping[str, str]) -> Done | None:
    outcome = office_of_inquiries.ask(post, asked.who, row.id, words["question"])
    return Done(f"reporter-{outcome}") if outcome != "gone" else None


def _exclude(post: Post, asked: Asked, row: ReportRow, words: Mapping[str, str]) -> Done | None:
    done = closing.exclude(post, asked.console.rules, asked.who, row.id, words["reason"])
    return Done("excluded") if done else None


_ONE: Final = "/ban/phan-anh/{id:int}"
_KIN: Final = "/ban/kin/{id:int}"
_MATTER: Final = _kind("matter")
_REPORT: Final = _kind("report")
_SEALED: Final = _kind("sealed", "/ban/kin")
_QUESTION: Final = Field("question", office_of_inquiries.LONGEST)
PAGES = (
    Deed("open", f"{_ONE}/van-de", _MATTER, _open, (Field("matter"),)).page,
    Deed("join", f"{_ONE}/gop", _MATTER, _join).page,
    Deed("refer", f"{_ONE}/chuyen", _MATTER, _refer, (Field("said"),)).page,
    Deed("ask", f"{_ONE}/hoi", _REPORT, _ask, (_QUESTION,)).page,
    Deed("exclude", f"{_ONE}/bo", _REPORT, _exclude, (Field("reason", 300),)).page,
    Deed("open", f"{_KIN}/van-de", _SEALED, _open, (Field("matter"),)).page,
    Deed("join", f"{_KIN}/gop", _SEALED, _join).page,
    Deed("ask", f"{_KIN}/hoi", _SEALED, _ask, (_QUESTION,)).page,
    Deed("exclude", f"{_KIN}/bo", _SEALED, _exclude, (Field("reason", 300),)).page,
)
