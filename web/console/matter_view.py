"""What the page of a matter shows whom: reports to whoever may read them, referrals to whoever may read
those, and what can be done to whoever may do it. Nothing of who reported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from domain.matters import CLOSED, NEW
from domain.referrals import KINDS, OPEN, RETURNED, WAITING, days_left, due_of, overdue_days
from domain.referrals import code_of as referral_code
from domain.verification import VERDICTS
from messages import say
from office import answers, matters, referrals, sealing
from office.access import units_for
from office.privacy import Areas
from storage import directives, directory, feedback, matter_page, verification
from storage import matters as rows
from storage import referrals as referral_rows
from storage.matters import EventRow, MatterRow
from storage.referral_board import Card
from storage.referrals import ReferralRow
from storage.reports import code_of
from web.console.asked import Asked
from web.console.matter_deeds import seen_of

SILENT: Final = frozenset({"answer", "send-back", "come-back"})
"""Steps that follow from what is told just before them."""
DIRECTIVES: Final = 50
"""Directives of the unit to choose from, the newest."""
HEARD: Final = frozenset({"asked", "told"})
"""Words between coordinator and reporter: for whoever reads the reports."""


def on_page(connection: Connection, asked: Asked, row: MatterRow) -> dict[str, Any]:
    """Everything the page shows."""
    who, own = asked.who, {row.unit_id, row.origin_id}
    hears = units_for(connection, who, "report", "read")
    sealed = _sealed(connection, asked, row)
    inside = matter_page.reports_seen(connection, row.id, hears, sealed)
    events = rows.events_of(connection, row.id, matter_page.EVENTS)
    handled = row.unit_id in units_for(connection, who, "matter", "handle")
    judges = row.unit_id in units_for(connection, who, "matter", "approve")
    refers = bool(own & units_for(connection, who, "referral", "read"))
    names = directory.names_of(connection, [*own, row.area_id])
    shown: dict[str, Any] = {
        "row": row,
        "area": names[row.area_id],
        "unit": names[row.unit_id],
        "origin": names[row.origin_id] if row.origin_id != row.unit_id else "",
        "inside": inside,
        "number": rows.counts(connection, [row.id]).get(row.id, 0),
        "verdict": verification.verdicts(connection, [row.id])[row.id],
        "tally": (tally := feedback.tally(connection, row.id)),
        "unclear": feedback.words(connection, row.id) if tally and own & hears else [],
        "directives": matter_page.directives_of(connection, row.id),
        "events": _told(connection, asked, events, hears=bool(own & hears)),
        "earlier": len(events) == matter_page.EVENTS,
        "handled": handled and row.status != CLOSED,
        "reopens": handled and row.status == CLOSED,
        "judges": judges and row.status != CLOSED,
        "seen": seen_of(connection, row.id),
        "referrals": _referred(connection, asked, row, handled=handled, names=names) if refers else None,
    }
    return shown | (_offered(connection, asked, row) if shown["handled"] else {})


def _sealed(connection: Connection, asked: Asked, row: MatterRow) -> list[int]:
    """The units of which this person reads what is sealed, among those of the matter's reports."""
    units = matter_page.sealed_units(connection, row.id) if row.sensitive else []
    return [one for one in units if asked.who.person_id in sealing.readers(connection, one)]


def _offered(connection: Connection, asked: Asked, row: MatterRow) -> dict[str, Any]:
    """What whoever has the matter in hand chooses from."""
    desk, calendar = asked.console.desk, asked.console.desk.calendar(asked.now)
    parent = directory.find_unit(connection, row.unit_id).parent_id
    kept_from = sealing.kept_from(connection, row.id) if row.sensitive else set[int]()
    return {
        "units": referrals.askable(connection, row.unit_id, asked.today, kept_from),
        "dues": [(kind, due_of(kind, asked.now, calendar)) for kind in KINDS],
        "narrow": Areas(connection, asked.today, desk.min_reporters).are_narrow(row.area_id),
        "suggested": matters.suggested_reports(connection, asked.who, row, asked.now),
        "staff": matter_page.staff_of(connection, row.unit_id),
        "readers": rows.readers_of(connection, row.id),
        "unguardable": row.sensitive and not kept_from,
        "directives_known": _known_directives(connection, row),
        "raisable": parent is not None and not row.sensitive,
        "is_new": row.status == NEW,
        "verdicts": VERDICTS,
    }


def _known_directives(connection: Connection, row: MatterRow) -> list[tuple[int, str]]:
    """The unit's directives, the newest first, that the matter is not tied to."""
    tied = {one.id for one in directives.of_matter(connection, row.id)}
    found = directives.of_unit(connection, row.unit_id, DIRECTIVES)
    return [(one.id, f"{one.number}, {one.issued_on:%d/%m/%Y}") for one in found if one.id not in tied]


# -- referrals and answers ---------------------------------------------------------------------------


def _referred(
    connection: Connection, asked: Asked, row: MatterRow, *, handled: bool, names: Mapping[int, str]
) -> list[dict[str, Any]]:
    found = referral_rows.of_matter(connection, row.id)
    ids = [one.id for one in found]
    said = referral_rows.answers_of(connection, ids)
    files = matter_page.files_of(connection, ids)
    units = directory.names_of(connection, [one.unit_id for one in found])
    followed = {one.follows_id for one in found}
    return [
        {
            "row": one,
            "unit": units[one.unit_id],
            "time": time_left(asked, one.due_at) if one.state in WAITING else "",
            "late": one.state in WAITING and one.due_at < asked.now,
            "waits": one.state in WAITING,
            "movable": handled and one.state in (*WAITING, RETURNED) and one.id not in followed,
            "open": handled and one.state in OPEN,
            "link": link_of(asked, one) if handled and one.state in OPEN else "",
            "renewed": asked.request.query_params.get("moi") == str(one.id),
            "answers": [
                {
                    "row": answer,
                    "told": answers.told_of(answer),
                    "files": [file for file in files if file.answer_id == answer.id],
                }
                for answer in said
                if answer.referral_id == one.id
            ],
        }
        for one in found
    ]


def link_of(asked: Asked, row: ReferralRow | Card) -> str:
    """The unit's link, for whoever referred to hand over; "" where it is revoked."""
    return "" if row.link_revoked else asked.console.desk.links.to(row.id, row.generation)


def time_left(asked: Asked, due_at: datetime) -> str:
    """How many working days are left, or how many it is late."""
    calendar = asked.console.desk.calendar(asked.now)
    if late := overdue_days(due_at, asked.now, calendar):
        return asked.words(say("console-late-days", n=late))
    if due_at < asked.now:
        return asked.words(say("console-late-today"))
    return asked.words(say("console-left-days", n=days_left(due_at, asked.now, calendar)))


# -- what was done -----------------------------------------------------------------------------------


def _told(
    connection: Connection, asked: Asked, events: list[EventRow], *, hears: bool
) -> list[tuple[EventRow, str, str, str]]:
    """(event, who, what, in which words) of each, in order."""
    roles = matter_page.roles_of(connection, {one.person_id for one in events if one.person_id})
    return [
        (one, _who(asked, one, roles), _what(asked, one), _words(one, hears=hears))
        for one in events
        if one.act not in SILENT and not (one.act == "feed-back" and one.said is None)
    ]


def _who(asked: Asked, event: EventRow, roles: Mapping[int, set[str]]) -> str:
    if event.person_id is None:
        return asked.words(say(f"console-by-{_NOBODY.get(event.act, 'machine')}"))
    held = roles.get(event.person_id, set())
    role = next((one for one in ("coordinator", "leader", "duty", "unit") if one in held), "staff")
    return asked.words(say(f"console-by-{role}", who=f"CTV-{event.person_id}"))


_NOBODY: Final = {
    **dict.fromkeys(("accepted", "more-time", "returned", "handed-in", "freed"), "link"),
    **dict.fromkeys(("told", "reopen"), "reporters"),
}
"""Who did what nobody with an account did; else it is the machine."""


def _what(asked: Asked, event: EventRow) -> str:
    detail = event.detail or {}
    report, referral = detail.get("report"), detail.get("referral")
    given = {
        "report": code_of(report) if report else "",
        "referral": referral_code(referral) if referral else "",
        "level": asked.words(say(f"console-level-{detail['level']}")) if "level" in detail else "",
        "verdict": asked.words(say(f"verdict-{detail['verdict']}")) if "verdict" in detail else "",
        "readers": ", ".join(f"CTV-{one}" for one in detail.get("readers", ())) or "–",
    }
    try:
        return asked.words(say(f"console-did-{event.act}", **given))
    except KeyError:
        return event.act


def _words(event: EventRow, *, hears: bool) -> str:
    return event.said or "" if hears or event.act not in HEARD else ""
