"""Programmes: lists of them taken over, and each as a coordinator of one of its parties sees it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from domain.figure_lines import table_lines
from domain.programmes import Programme, ProgrammeFacts, ProgrammePlan, is_running, review_on
from domain.topics import Topic
from messages import Text, say
from office import sharing
from office.access import Viewer
from office.post import Post
from storage import audit, directory, programmes, units
from storage.programmes import ProgrammeRow


def known(connection: Connection) -> list[Programme]:
    """Every programme as a list has it."""
    codes = {id: code for code, id in units.ids(connection).items()}
    return [
        Programme(
            row.code, row.name, row.from_on, row.to_on, row.content, codes[row.unit_id],
            tuple(sorted((codes[id], shares) for id, shares in row.parties.items())),
        )
        for row in programmes.listed(connection)
    ]  # fmt: skip


def apply_programmes(connection: Connection, plan: ProgrammePlan, now: datetime) -> None:
    """Take a list of programmes over."""
    unit_ids, ids = units.ids(connection), programmes.ids(connection)
    for one in (*plan.added, *plan.changed):
        values = {
            "name": one.name,
            "content": one.content,
            "from_on": one.from_on,
            "to_on": one.to_on,
            "unit_id": unit_ids[one.owner],
        }
        if one.code in ids:
            programmes.change(connection, ids[one.code], **values)
        else:
            ids[one.code] = programmes.add(connection, code=one.code, **values)
        parties = {unit_ids[code]: shares for code, shares in one.parties}
        programmes.set_parties(connection, ids[one.code], parties)
    added, changed = len(plan.added), len(plan.changed)
    audit.note(connection, "programmes-imported", None, now=now, added=added, changed=changed)


def facts(post: Post, who: Viewer, least: int) -> tuple[ProgrammeFacts, ...]:
    """The programmes of the units this person coordinates, with what the other parties share."""
    return tuple(
        ProgrammeFacts(
            row.id,
            row.name,
            tuple(lines_of(post, row)),
            tuple(_figures(post, who, row, least)),
            tuple(_matters(post, who, row, least)),
        )
        for row in sharing.of_viewer(post, who)
    )


def lines_of(post: Post, row: ProgrammeRow) -> Iterable[Text]:
    """A programme in words: its days, its parties with what each shares, the next review."""
    names = directory.names_of(post.connection, [row.unit_id, *row.parties])
    since = f"{row.from_on:%d/%m/%Y}"
    if row.to_on is None:
        yield say("pg-head-open", name=row.name, since=since, lead=names[row.unit_id])
    else:
        yield say(
            "pg-head", name=row.name, since=since, until=f"{row.to_on:%d/%m/%Y}", lead=names[row.unit_id]
        )
    if row.content:
        yield row.content
    for id, shares in row.parties.items():
        yield say(f"pg-party-{shares}", unit=names[id])
    if is_running(row.from_on, row.to_on, post.today):
        review = review_on(row.from_on, row.to_on, post.today)
        yield say("pg-review", on=f"{review:%d/%m/%Y}")
    else:
        yield say("pg-not-running")


def _figures(post: Post, who: Viewer, row: ProgrammeRow, least: int) -> Iterable[Text]:
    for unit, table in sharing.shared_figures(post, who, row.id, least).items():
        if lines := table_lines(table):
            yield say("pg-figures-of", unit=unit)
            yield from lines


def _matters(post: Post, who: Viewer, row: ProgrammeRow, least: int) -> Iterable[Text]:
    for one in sharing.shared_matters(post, who, row.id, least):
        status = say(f"matter-{one.status}")
        yield say("pg-matter", code=one.code, unit=one.unit, topic=Topic(one.topic).name, status=status)
        yield say("pg-matter-said", area=one.area, said=one.said)
        if one.result:
            yield say("m-result", result=one.result)
