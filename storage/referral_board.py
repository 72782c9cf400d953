"""The board of referrals: what units still owe, by due date, and what they answered and nobody has judged."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from domain.matters import OPEN
from domain.matters import code_of as matter_code
from domain.referrals import ANSWERED, WAITING, code_of, is_link_revoked
from storage.matters import visible
from storage.tables import matter, matter_event, referral, unit

PAGE = 100


@dataclass(frozen=True, slots=True)
class Card:
    """A referral on the board. `in_hand`: the unit that has its matter in hand; `more_until_at`: until when
    more time is asked for."""

    id: int
    matter_id: int
    in_hand: int
    unit: str
    kind: str
    state: str
    due_at: datetime
    generation: int
    link_until_at: datetime
    more_until_at: datetime | None
    said: str
    topic: str
    sensitive: bool

    @property
    def code(self) -> str:
        """PC-7."""
        return code_of(self.id)

    @property
    def matter(self) -> str:
        """VD-12."""
        return matter_code(self.matter_id)

    @property
    def link_revoked(self) -> bool:
        """Whether the unit's link was taken away, and no other given yet."""
        return is_link_revoked(self.due_at, self.link_until_at)


def owed(
    connection: Connection, units: Collection[int], person_id: int, after: int, limit: int = PAGE
) -> tuple[list[Card], bool]:
    """What units owe in matters this person may see, the first due first, `after` that referral (0: from the
    beginning), and whether there is more."""
    query = _cards(units, person_id).where(referral.c.state.in_(WAITING))
    if after:
        due = select(referral.c.due_at).where(referral.c.id == after).scalar_subquery()
        query = query.where(
            or_(referral.c.due_at > due, and_(referral.c.due_at == due, referral.c.id > after))
        )
    found = connection.execute(query.order_by(referral.c.due_at, referral.c.id).limit(limit + 1))
    rows = [Card(*row) for row in found]
    return rows[:limit], len(rows) > limit


def answered(connection: Connection, units: Collection[int], person_id: int, limit: int = PAGE) -> list[Card]:
    """What is answered and waits to be judged, the longest first."""
    rows = connection.execute(
        _cards(units, person_id)
        .where(referral.c.state == ANSWERED)
        .order_by(referral.c.answered_at, referral.c.id)
        .limit(limit)
    )
    return [Card(*row) for row in rows]


def newest_events(connection: Connection, matters: Collection[int]) -> dict[int, int]:
    """The id of the last thing done about each of these matters: a form says what its sender had seen."""
    rows = connection.execute(
        select(matter_event.c.matter_id, func.max(matter_event.c.id))
        .where(matter_event.c.matter_id.in_(matters))
        .group_by(matter_event.c.matter_id)
    )
    return {row[0]: row[1] for row in rows}


def _cards(units: Collection[int], person_id: int) -> Select[Any]:
    return (
        visible(units, person_id)
        .where(matter.c.status.in_(OPEN))
        .join(referral, referral.c.matter_id == matter.c.id)
        .join(unit, unit.c.id == referral.c.unit_id)
        .with_only_columns(
            referral.c.id,
            referral.c.matter_id,
            matter.c.unit_id,
            unit.c.name,
            referral.c.kind,
            referral.c.state,
            referral.c.due_at,
            referral.c.generation,
            referral.c.link_until_at,
            referral.c.more_until_at,
            func.substr(matter.c.said, 1, 200),
            matter.c.topic,
            matter.c.sensitive,
        )
    )
