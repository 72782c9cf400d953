"""Matters: opened from reports, joined, split, and led to an end. DOMAIN §11.3; every step is an event.

Every act takes the matter by `in_hand`, which looks whether this person may: what somebody may not see does
not exist for them. Nothing is joined by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection

from domain.access import Act
from domain.matters import CLOSED, LIKELY, NEW, Gist, after, likeness
from domain.text import fold
from messages import Say, Text, catalogue, say
from office import access, sealing
from office.access import Viewer
from office.ids import button
from office.post import Post, letter
from storage import audit, directory, matters, people, reports
from storage.matters import MatterRow
from storage.outbox import REMINDER, REPLY
from storage.reports import ReportRow

LineOf: TypeAlias = Callable[[str], Say]
"""The sentence for a reporter, from the codes of the own reports."""

LOOKED_AT = 200
"""Open matters a report is compared with."""
SUGGESTED = 3


def in_hand(
    connection: Connection, who: Viewer, matter_id: int, act: Act = "handle", *, hold: bool = False
) -> MatterRow | None:
    """The matter, if this person may do that with it. It is handled where it lies now; where it arose it can
    still be read. `hold`: nobody else changes it or what belongs to it before this transaction ends; to be
    given by whoever acts."""
    if hold:
        matters.find(connection, matter_id, hold=True)
    units = access.units_for(connection, who, "matter", act)
    row = matters.may_see(connection, matter_id, units, who.person_id)
    return row if row is not None and (act == "read" or row.unit_id in units) else None


def report_in_hand(connection: Connection, who: Viewer, report_id: int) -> ReportRow | None:
    """The report, if this person may deal with it: one that is sealed, only its readers of the unit above."""
    return next(iter(reports_in_hand(connection, who, [report_id])), None)


def reports_in_hand(connection: Connection, who: Viewer, ids: Collection[int]) -> list[ReportRow]:
    """Those of these reports that this person may deal with, in order."""
    rows = reports.find_reports(connection, ids)
    return [
        row for row in rows if not row.nil and row.status != "withdrawn" and _handles(connection, who, row)
    ]


def _handles(connection: Connection, who: Viewer, row: ReportRow) -> bool:
    if row.sealed:
        return who.person_id in sealing.readers(connection, row.unit_id)
    return access.may(connection, who, "report", "handle", row.unit_id)


def open_matter(
    post: Post, who: Viewer, report_ids: Sequence[int], *, said: str, sensitive: bool = False
) -> MatterRow | None:
    """Make a matter of reports that are in none, in the coordinator's own (masked) words; None where this
    person may not, or one of them is in a matter already. One of sealed reports is the upper unit's, names no
    area below it, and is sensitive."""
    for id in sorted(set(report_ids)):
        reports.find_report(post.connection, id, hold=True)  # whoever else makes one of it waits, and is late
    found = [report_in_hand(post.connection, who, id) for id in dict.fromkeys(report_ids)]
    rows = [row for row in found if row is not None]
    if len(rows) != len(found) or not rows or len({(row.unit_id, row.sealed) for row in rows}) > 1:
        return None
    if not may_open(post.connection, who, rows[0]):
        return None
    if any(matters.matter_of(post.connection, row.id) is not None for row in rows):
        return None
    first, unit_id = rows[0], unit_of(post.connection, rows[0])
    sensitive = sensitive or first.sealed
    id = matters.add(
        post.connection,
        unit_id=unit_id,
        origin_id=unit_id,
        area_id=unit_id if first.sealed else first.area_id,
        topic=first.topic or "KH",
        level=max((row.level for row in rows), key=_LEVELS.index),
        said=said,
        folded=fold(said),
        sensitive=sensitive,
        status=NEW,
        opened_at=post.now,
        changed_at=post.now,
    )
    matters.add_event(post.connection, id, "opened", post.now, by=who.person_id)
    for row in rows:
        _put(post, who, id, row)
    if sensitive:
        named = sealing.readers(post.connection, first.unit_id) if first.sealed else [who.person_id]
        matters.name_readers(post.connection, id, named)
    return matters.find(post.connection, id)


def unit_of(connection: Connection, report: ReportRow) -> int:
    """The unit that deals with a report: its own; of a sealed one, the unit above."""
    upper = sealing.above(connection, report.unit_id) if report.sealed else None
    return upper.id if upper else report.unit_id


def may_open(connection: Connection, who: Viewer, report: ReportRow) -> bool:
    """Whether this person may make a matter of a report."""
    return access.may(connection, who, "matter", "handle", unit_of(connection, report))


_LEVELS = ("normal", "attention", "urgent")


def join(post: Post, who: Viewer, row: MatterRow, report_id: int) -> bool:
    """Put one more report into a matter; its reporter is told. False where it cannot be. With a sealed one
    only those who may know of it see the matter any longer."""
    report = report_in_hand(post.connection, who, report_id)
    if report is None or row.status == CLOSED or (report.sealed and not row.sensitive):
        return False
    if unit_of(post.connection, report) not in (row.unit_id, row.origin_id):
        return False
    if not _put(post, who, row.id, report):
        return False
    if report.sealed:
        named = matters.readers_of(post.connection, row.id)
        known = sealing.may_know(post.connection, [report.unit_id], named)
        matters.name_readers(post.connection, row.id, {who.person_id, *known})
    if report.level == "urgent" and row.level != "urgent":
        matters.change(post.connection, row.id, post.now, level="urgent")
    number = matters.counts(post.connection, [row.id])[row.id]
    _tell_reporter(post, report, say("c-merged", code=report.code, matter=row.code, n=number))
    return True


def _put(post: Post, who: Viewer, id: int, report: ReportRow) -> bool:
    if not matters.join(post.connection, id, report.id, post.now):
        return False
    reports.take_report(post.connection, report.id, post.now)
    reports.change_report(post.connection, report.id, status="merged")
    matters.add_event(post.connection, id, "joined", post.now, by=who.person_id, report=report.id)
    return True


def split(post: Post, who: Viewer, row: MatterRow, report_id: int) -> bool:
    """Take a report out of a matter again. The last one stays: a matter without reports is none."""
    inside = matters.reports_in(post.connection, row.id)
    if report_id not in inside or len(inside) < 2 or report_in_hand(post.connection, who, report_id) is None:
        return False
    matters.split(post.connection, row.id, report_id)
    reports.change_report(post.connection, report_id, status="received")
    matters.add_event(post.connection, row.id, "split", post.now, by=who.person_id, report=report_id)
    matters.change(post.connection, row.id, post.now)
    return True


def exclude(post: Post, who: Viewer, report_id: int, why: str) -> bool:
    """A report is not dealt with, for a reason that is kept with it (not in the trail, where no word could be
    erased) and told to its reporter. Its alert is ended by `office/closing.py`."""
    report = report_in_hand(post.connection, who, report_id)
    if report is None or not why.strip() or matters.matter_of(post.connection, report_id) is not None:
        return False
    reports.take_report(post.connection, report_id, post.now)
    reports.change_report(post.connection, report_id, status="excluded")
    reports.add_amendment(post.connection, report_id, "excluded", why, post.now)
    actor = audit.person(who.person_id)
    audit.note(post.connection, "report-excluded", report.code, now=post.now, actor=actor)
    _tell_reporter(post, report, say("c-not-handled", code=report.code, why=why))
    return True


def compared_with(connection: Connection, who: Viewer, now: datetime) -> list[tuple[Gist, MatterRow]]:
    """The open matters in this person's hands, to which reports may belong."""
    units = access.units_for(connection, who, "matter", "handle")
    return [
        (Gist(row.folded, row.topic, row.area_id, now - row.changed_at), row)
        for row in matters.open_ones(connection, units, who.person_id, LOOKED_AT)
    ]


def suggested(report: ReportRow, among: Sequence[tuple[Gist, MatterRow]], now: datetime) -> list[MatterRow]:
    """Those this report seems to belong to, the likeliest first. People decide."""
    mine = Gist(fold(report.said), report.topic, report.area_id, now - report.filed_at)
    scored = [(likeness(mine, gist), row) for gist, row in among]
    likely = sorted((one for one in scored if one[0] >= LIKELY), key=lambda one: -one[0])
    return [row for _, row in likely[:SUGGESTED]]


def suggested_reports(connection: Connection, who: Viewer, row: MatterRow, now: datetime) -> list[ReportRow]:
    """Reports nobody has dealt with that seem to belong to a matter, the likeliest first. People decide."""
    units = access.units_for(connection, who, "report", "handle") & {row.unit_id, row.origin_id}
    theirs = Gist(row.folded, row.topic, row.area_id, now - row.changed_at)
    loose = reports.find_reports(connection, matters.loose_reports(connection, units, (), LOOKED_AT))
    scored = [
        (likeness(Gist(fold(one.said), one.topic, one.area_id, now - one.filed_at), theirs), one)
        for one in loose
    ]
    likely = sorted((one for one in scored if one[0] >= LIKELY), key=lambda one: -one[0])
    return [one for _, one in likely[:SUGGESTED]]


def step(post: Post, row: MatterRow, act: str, *, by: int | None, said: str | None = None) -> bool:
    """Take a matter one step on in its life; False where that cannot be done now."""
    status = after(row.status, act)
    if status is None:
        return False
    matters.change(post.connection, row.id, post.now, status=status)
    matters.add_event(post.connection, row.id, act, post.now, by=by, said=said, status=status)
    return True


def set_level(post: Post, who: Viewer, row: MatterRow, level: str, why: str) -> bool:
    """How pressing it is, and why."""
    if level not in _LEVELS or level == row.level or row.status == CLOSED:
        return False
    matters.change(post.connection, row.id, post.now, level=level)
    matters.add_event(post.connection, row.id, "level", post.now, by=who.person_id, said=why, level=level)
    return True


def set_sensitive(post: Post, who: Viewer, row: MatterRow, readers: Collection[int] | None) -> bool:
    """Only `readers` (and who says so) see the matter from now on; None: everybody entitled does again. False
    for that where the matter is of sealed reports (ADR 0018)."""
    kept_from = sealing.kept_from(post.connection, row.id)
    if readers is None and kept_from:
        return False
    coordinators = people.people_with(post.connection, row.unit_id, ("coordinator", "leader"))
    chosen = sealing.may_know(post.connection, kept_from, set(readers or ()).intersection(coordinators))
    named = None if readers is None else {who.person_id, *chosen}
    matters.name_readers(post.connection, row.id, named or ())
    matters.change(post.connection, row.id, post.now, sensitive=named is not None)
    matters.add_event(
        post.connection, row.id, "sensitive", post.now, by=who.person_id, readers=sorted(named or ())
    )
    return True


def reword(post: Post, who: Viewer, row: MatterRow, said: str) -> bool:
    """Other words for a matter; what stood before stays in its events."""
    if row.status == CLOSED or not said.strip():
        return False
    matters.change(post.connection, row.id, post.now, said=said, folded=fold(said))
    matters.add_event(post.connection, row.id, "reworded", post.now, by=who.person_id, said=row.said)
    return True


def raise_up(post: Post, who: Viewer, row: MatterRow, why: str) -> bool:
    """Hand a matter to the unit above, because it cannot be settled here (DOMAIN §1 row 15); its coordinators
    are told. False where there is none, or it is sensitive and nobody there is named."""
    parent = directory.find_unit(post.connection, row.unit_id).parent_id
    if parent is None or row.sensitive or not step(post, row, "raise", by=who.person_id, said=why):
        return False
    parent = directory.successors_of(post.connection, [parent], post.today)[parent]
    matters.change(post.connection, row.id, post.now, unit_id=parent)
    unit = directory.find_unit(post.connection, row.origin_id).name
    line = say("m-raised", matter=row.code, unit=unit, said=row.said, why=why)
    tell_coordinators(post, parent, row, [line])
    return True


def reopen(post: Post, row: MatterRow, *, by: int | None, why: Text) -> bool:
    """Take a matter up again; its coordinators are told. `why`: words, or a sentence of ours."""
    words = why if isinstance(why, str) else catalogue("vi").render(why)
    if not step(post, row, "reopen", by=by, said=words):
        return False
    matters.change(post.connection, row.id, post.now, closed_at=None, ask_again_at=None)
    tell_coordinators(post, row.unit_id, row, [say("m-reopened", matter=row.code, said=row.said, why=words)])
    return True


# -- telling ----------------------------------------------------------------------------------------


def tell_coordinators(
    post: Post,
    unit_id: int,
    row: MatterRow,
    lines: Sequence[Say],
    rows: Sequence[Sequence[tuple[str, Say]]] = (),
) -> None:
    """Tell the coordinators of the unit, and of what has followed it, of a matter; of a sensitive one only
    those named."""
    heir = directory.successors_of(post.connection, [unit_id], post.today)[unit_id]
    units = dict.fromkeys((unit_id, heir))
    every = [one for unit in units for one in people.people_with(post.connection, unit, ("coordinator",))]
    told = list(dict.fromkeys(every))
    if row.sensitive:
        told = _named_among(post, row, told)
    open_it = (button("matter", row.id), say("b-open-matter"))
    for place in people.places_of(post.connection, told, post.pushing):
        post.owe([letter(place, list(lines), [*rows, [open_it]], rank=REPLY)])


def _named_among(post: Post, row: MatterRow, coordinators: list[int]) -> list[int]:
    """Those of the coordinators who are named in a sensitive matter. Once none is there any more those who
    may know of it are named: else it would be nobody's, and what is late in it unnoticed."""
    named = matters.readers_of(post.connection, row.id)
    if told := [one for one in coordinators if one in named]:
        return told
    kept_from = sealing.kept_from(post.connection, row.id)
    heirs = sorted(sealing.may_know(post.connection, kept_from, coordinators))
    if heirs:
        readers = sorted({*named, *heirs})
        matters.name_readers(post.connection, row.id, readers)
        matters.add_event(post.connection, row.id, "sensitive", post.now, readers=readers)
    return heirs


def tell_reporters(
    post: Post,
    row: MatterRow,
    line: LineOf,
    rows: Sequence[Sequence[tuple[str, Say]]] = (),
) -> int:
    """Tell everybody whose report is in a matter, each in the own channel; gives how many."""
    of = matters.reporters_of(post.connection, row.id)
    codes = {person: ", ".join(map(reports.code_of, ids)) for person, ids in of}
    places = people.places_of(post.connection, list(codes), post.pushing)
    post.owe([letter(place, [line(codes[place.person_id])], rows, rank=REMINDER) for place in places])
    return len(places)


def _tell_reporter(post: Post, report: ReportRow, line: Say) -> None:
    if report.person_id is not None:
        for place in people.places_of(post.connection, [report.person_id], post.pushing):
            post.owe([letter(place, [line], rank=REMINDER)])
