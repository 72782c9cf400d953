"""Reports that staff enter for others; whose they are said to be may object. DOMAIN §1 rows 6, 11, 33, 34."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from domain.on_behalf import FileOnBehalf, Meeting, Team
from messages import Say, Text, say
from office import reporting, sealing
from office.ids import button
from office.obligations import take_back
from office.post import Button, Post, letter
from office.reporting import Filed
from office.rules import Rules
from storage import audit, directory, people, reports
from storage.campaigns import CampaignRow
from storage.outbox import REMINDER
from storage.people import Member

MAY = ("coordinator", "duty")
"""Who may enter reports for a unit."""

COLLABORATOR = "collaborator"
FALLBACK_TOPIC = "KH"


@dataclass(frozen=True, slots=True)
class Whose:
    """Of which unit a report is, and whose (None: nobody's)."""

    unit_id: int
    person_id: int | None


def teams(connection: Connection, member: Member) -> tuple[Team, ...]:
    """The units for which this person may enter reports, with those who may have said them; the home unit
    first."""
    held = [id for role in MAY for id in people.units_of(connection, member.person_id, role)]
    units = sorted(dict.fromkeys(held), key=lambda id: id != member.unit_id)
    names = directory.names_of(connection, units)
    return tuple(
        Team(id, names[id], _collaborators(connection, id), sealing.reading_unit(connection, id))
        for id in units
    )


def _collaborators(connection: Connection, unit_id: int) -> tuple[tuple[int, str], ...]:
    team = people.team_of(connection, unit_id)
    return tuple((one.person_id, one.label) for one in team if one.role == COLLABORATOR)


def meeting(connection: Connection, begun: Mapping[str, Any]) -> Meeting:
    """How many statements of which topic were entered at the meeting a talk goes on with."""
    return Meeting(begun["unit"], tuple(reports.count_by_topic(connection, begun["reports"])))


def file(
    post: Post,
    member: Member,
    rules: Rules,
    wish: FileOnBehalf,
    *,
    period_id: int | None,
    among: Collection[CampaignRow],
) -> Filed | None:
    """Keep what was entered; the collaborator whose it is reads it and may object. None: this person may not
    enter that for them."""
    connection, said = post.connection, wish.said
    team = next((one for one in teams(connection, member) if one.unit_id == wish.unit), None)
    if team is None or (wish.person is not None and wish.person not in dict(team.people)):
        return None
    filed = reporting.file_report(
        post,
        Whose(wish.unit, wish.person),
        rules,
        said=said.said,
        topic=said.topic or FALLBACK_TOPIC,
        tone=said.tone,
        level=said.level,
        channel=wish.way,
        period_id=period_id,
        attachments=[int(one["id"]) for one in said.media],
        among=tuple(among),
        sealed=said.sealed,
        entered_by=member.person_id,
        said_at=wish.said_at,
    )
    if wish.person is not None and wish.person != member.person_id:
        told = say("behalf-told", code=filed.code, way=say(f"behalf-{wish.way}"))
        row: list[Button] = [(button("notmine", filed.id), say("b-not-mine"))]
        _tell(post, [wish.person], [told, said.said, say("behalf-object")], [row])
    return filed


def object_to(post: Post, member: Member, report_id: int) -> Say | None:
    """Whose report this is said to be did not make it: nothing links it to them any more, what it had settled
    is owed again, and who entered it and the coordinators are told. None: it is not said to be theirs."""
    report = reports.find_report(post.connection, report_id)
    if report is None or report.entered_by is None or report.person_id != member.person_id:
        return None
    if report.status == "withdrawn":
        return None
    reports.change_report(post.connection, report_id, person_id=None)
    take_back(post, report_id)
    audit.note(post.connection, "report-unlinked", report.code, now=post.now)
    told = [report.entered_by]
    if not report.sealed:
        told += people.people_with(post.connection, report.unit_id, ("coordinator",))
    others = [id for id in dict.fromkeys(told) if id != member.person_id]
    _tell(post, others, [say("behalf-objected", code=report.code)])
    return say("c-not-mine", code=report.code)


def _tell(
    post: Post, those: Collection[int], lines: Sequence[Text], rows: Sequence[Sequence[Button]] = ()
) -> None:
    for place in people.places_of(post.connection, list(those), post.pushing):
        post.owe([letter(place, lines, rows, rank=REMINDER, not_before_at=post.by_day())])
