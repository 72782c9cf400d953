"""Lists of matters, page by page, and how many wait for what. Sensitive ones: for those named only."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Select, and_, exists, func, or_, select

from domain.matter_filter import EVERY, MatterFilter
from domain.matters import OPEN, code_of
from domain.referrals import WAITING
from storage.matters import visible
from storage.tables import answer, matter, matter_event, referral, unit

PAGE = 50
COUNTED = 1000
"""So many are counted at most: more is told as "more than"."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter in a list: what it begins with, and how it stands."""

    id: int
    unit_id: int
    area: str
    topic: str
    level: str
    said: str
    sensitive: bool
    status: str
    changed_at: datetime

    @property
    def code(self) -> str:
        """VD-12."""
        return code_of(self.id)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after the matter that was changed then."""

    changed_at: datetime
    id: int

    @classmethod
    def read(cls, text: str) -> Place | None:
        """The place written by `written`; None, the beginning, for anything else."""
        at, _, id = text.partition("-")
        if not all(one.isascii() and one.isdigit() and len(one) < 17 for one in (at, id)):
            return None
        try:
            second = datetime.fromtimestamp(int(at) // 10**6, UTC)
            return cls(second.replace(microsecond=int(at) % 10**6), int(id))
        except (ValueError, OverflowError, OSError):
            return None

    @property
    def written(self) -> str:
        """As the end of an address."""
        return f"{int(self.changed_at.replace(microsecond=0).timestamp())}{self.changed_at:%f}-{self.id}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in some units: matters that are open, answers nobody has judged, referrals that are late."""

    open: int
    answers: int
    overdue: int


def page(
    connection: Connection,
    units: Collection[int],
    person_id: int,
    wanted: MatterFilter,
    place: Place | None,
    now: datetime,
    limit: int = PAGE,
) -> tuple[list[Listed], Place | None]:
    """The matters of one page, changed last first, and where the next one begins (None: nowhere)."""
    area = unit.alias("area")
    query = (
        _chosen(units, person_id, wanted, now)
        .join(area, area.c.id == matter.c.area_id)
        .with_only_columns(
            matter.c.id,
            matter.c.unit_id,
            area.c.name,
            matter.c.topic,
            matter.c.level,
            func.substr(matter.c.said, 1, 400),
            matter.c.sensitive,
            matter.c.status,
            matter.c.changed_at,
        )
        .order_by(matter.c.changed_at.desc(), matter.c.id.desc())
        .limit(limit + 1)
    )
    if place is not None:
        same = and_(matter.c.changed_at == place.changed_at, matter.c.id < place.id)
        query = query.where(or_(matter.c.changed_at < place.changed_at, same))
    rows = [Listed(*row) for row in connection.execute(query)]
    last = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], Place(last.changed_at, last.id) if last else None


def count(
    connection: Connection, units: Collection[int], person_id: int, wanted: MatterFilter, now: datetime
) -> int:
    """How many there are; never more than COUNTED + 1."""
    found = _chosen(units, person_id, wanted, now).with_only_columns(matter.c.id)
    return connection.execute(select(_number(found))).scalar_one()


def waiting(
    connection: Connection, units: Collection[int], judging: Collection[int], person_id: int, now: datetime
) -> Waiting:
    """What waits for somebody who reads matters in `units` and judges answers in `judging`."""
    open_ones = visible(units, person_id).where(matter.c.status.in_(OPEN)).with_only_columns(matter.c.id)
    judged = visible(judging, person_id).where(matter.c.unit_id.in_(judging))
    answers = (
        judged.with_only_columns(answer.c.id)
        .join(referral, referral.c.matter_id == matter.c.id)
        .join(answer, answer.c.referral_id == referral.c.id)
        .where(matter.c.status.in_(OPEN), answer.c.state == "waiting")
    )
    late = (
        visible(units, person_id)
        .with_only_columns(referral.c.id)
        .join(referral, referral.c.matter_id == matter.c.id)
        .where(matter.c.status.in_(OPEN), referral.c.state.in_(WAITING), referral.c.due_at < now)
    )
    return Waiting(*connection.execute(select(_number(open_ones), _number(answers), _number(late))).one())


def _number(query: Select[Any]) -> ScalarSelect[int]:
    some = query.limit(COUNTED + 1).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _chosen(units: Collection[int], person_id: int, wanted: MatterFilter, now: datetime) -> Select[Any]:
    query = visible(units, person_id)
    if wanted.status != EVERY:
        query = query.where(matter.c.status.in_((wanted.status,) if wanted.status else OPEN))
    if wanted.topic:
        query = query.where(matter.c.topic == wanted.topic)
    if wanted.level:
        query = query.where(matter.c.level == wanted.level)
    if wanted.unit:
        query = query.where(matter.c.unit_id == wanted.unit)
    if wanted.overdue:
        late = exists().where(
            referral.c.matter_id == matter.c.id, referral.c.state.in_(WAITING), referral.c.due_at < now
        )
        query = query.where(late)
    if wanted.mine:
        mine = exists().where(matter_event.c.matter_id == matter.c.id, matter_event.c.person_id == person_id)
        query = query.where(mine)
    return query
