"""The one door to what parties of a programme let each other see (DOMAIN §1 row 45).

Figures of parties that share them, matters of parties that share those: never a report, never who reported,
nothing sensitive, nothing of a restricted topic, nothing before a programme's first day or after its last.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.figure_lines import Table
from domain.programmes import COUNTS, MATTERS, is_running
from domain.topics import DEFAULT_TOPICS
from office import access
from office.access import Viewer
from office.figures import by_topic
from office.post import Post
from office.privacy import Areas
from storage import directory, figures, matters, programmes
from storage.figures import Counted
from storage.programmes import ProgrammeRow

RESTRICTED = frozenset(one.code for one in DEFAULT_TOPICS if one.restricted)
MATTERS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class SharedMatter:
    """A matter as another party sees it: the coordinators' words, an area wide enough, how it stands."""

    code: str
    unit: str
    area: str
    topic: str
    said: str
    status: str
    result: str | None


def of_viewer(post: Post, who: Viewer) -> list[ProgrammeRow]:
    """The programmes of the units this person coordinates."""
    mine = access.units_for(post.connection, who, "programme", "read")
    return programmes.of_units(post.connection, mine)


def shared_figures(post: Post, who: Viewer, programme_id: int, least: int) -> dict[str, Table]:
    """By party, how much is said about what since the first day of last month. A party in which fewer than
    `least` people report stands under the unit above it."""
    row = _running(post, who, programme_id)
    if row is None:
        return {}
    begins = max(row.from_on, (post.today.replace(day=1) - timedelta(days=1)).replace(day=1))
    found: dict[int, list[figures.Cell]] = {}
    for party in _others(post, who, row, (COUNTS, MATTERS)):
        those = Counted((), _tree(post, row, party), _start(post, post.today))
        cells = figures.cells(post.connection, those, _start(post, begins), post.now)
        shown = Areas(post.connection, post.today, least).shown(party)
        found.setdefault(shown, []).extend(cell for cell in cells if cell.topic not in RESTRICTED)
    names = directory.names_of(post.connection, found)
    return {names[id]: by_topic(cells) for id, cells in found.items()}


def shared_matters(post: Post, who: Viewer, programme_id: int, least: int) -> list[SharedMatter]:
    """The matters of the parties that share them, opened since the programme began, the newest first."""
    row = _running(post, who, programme_id)
    if row is None:
        return []
    held = {
        unit: party
        for party in _others(post, who, row, (MATTERS,))
        for unit in directory.held_by(post.connection, party, post.today)
    }
    rows = matters.open_to_parties(
        post.connection, held, _start(post, row.from_on), RESTRICTED, MATTERS_SHOWN
    )
    wide = Areas(post.connection, post.today, least)
    areas = {one.area_id: wide.shown(one.area_id) for one in rows}
    names = directory.names_of(post.connection, {*areas.values(), *held.values()})
    return [
        SharedMatter(
            one.code, names[held[one.unit_id]], names[areas[one.area_id]], one.topic, one.said, one.status,
            one.result,
        )
        for one in rows
    ]  # fmt: skip


def _running(post: Post, who: Viewer, programme_id: int) -> ProgrammeRow | None:
    """The programme, if it runs today and this person coordinates a party or the lead."""
    found = (one for one in of_viewer(post, who) if one.id == programme_id)
    row = next(found, None)
    return row if row is not None and is_running(row.from_on, row.to_on, post.today) else None


def _others(post: Post, who: Viewer, row: ProgrammeRow, shares: Collection[str]) -> list[int]:
    """The parties that share one of these and are not this person's own."""
    mine = access.units_for(post.connection, who, "programme", "read")
    return [id for id, what in row.parties.items() if what in shares and id not in mine]


def _tree(post: Post, row: ProgrammeRow, party: int) -> set[int]:
    """What is a party's own and below it, but for what is another party's: that one decides itself."""

    def tree(id: int) -> set[int]:
        return set(directory.held_by(post.connection, id, post.today, lower=True))

    own = tree(party)
    inside = [id for id in row.parties if id != party and id in own]
    return own.difference(*(tree(id) for id in inside if party not in tree(id)))


def _start(post: Post, day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(post.zone)).astimezone(UTC)
