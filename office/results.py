"""What came of one's own reports, read again: in the words in which it was told (DOMAIN §9, /ketqua)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from domain.facts import ResultFacts
from messages import Say, say
from office.post import Post
from storage import results
from storage.reports import code_of
from storage.results import ResultRow


def facts(post: Post, person_id: int) -> tuple[ResultFacts, ...]:
    """All of late, the newest first; what was told of several reports at once is one."""
    zone, told = ZoneInfo(post.zone), list[ResultFacts]()
    for _, rows in groupby(results.of_person(post.connection, person_id), results.telling):
        row, *others = rows
        ids = sorted({row.report_id, *(one.report_id for one in others)})
        told.append(ResultFacts(row.at.astimezone(zone).date(), _line(row, ids), frozenset(ids)))
    return tuple(told)


def _line(row: ResultRow, ids: Sequence[int]) -> Say:
    codes, said = ", ".join(map(code_of, ids)), row.said
    match row.act:
        case "approved":
            return say("c-replied", code=codes, unit=row.unit, said=said)
        case "feed-back":
            return say("c-told", codes=codes, said=said)
        case "close":
            return say("c-closed-matter", codes=codes, result=said)
        case "done":
            return say("c-done", code=codes, said=said)
    return say("c-not-handled", code=codes, why=said)
