"""Groups that are told of urgent reports: one a unit, one unit a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, or_, select, update

from storage.tables import alert_group


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """Where a group is written to: its chat, there a topic (None: it has none, or the general one), and in
    which language."""

    lane: str
    channel: str
    bot: str
    chat: str
    topic: int | None
    lang: str

    @property
    def person_id(self) -> None:
        """It is nobody's own address."""
        return None


@dataclass(frozen=True, slots=True)
class AlertGroup:
    """The alert group of a unit. `gone`: nothing can be written there any more."""

    unit_id: int
    place: GroupPlace
    gone: bool


_columns = (
    alert_group.c.unit_id, alert_group.c.lane, alert_group.c.channel, alert_group.c.bot, alert_group.c.chat,
    alert_group.c.topic, alert_group.c.lang, alert_group.c.gone_at,
)  # fmt: skip


def _group(row: Row[*tuple[Any, ...]]) -> AlertGroup:
    return AlertGroup(row[0], GroupPlace(*row[1:7]), row[7] is not None)


_of_unit = select(*_columns).where(alert_group.c.unit_id == bindparam("unit"))


def of_unit(connection: Connection, unit_id: int) -> AlertGroup | None:
    """The group of a unit, or None."""
    row = connection.execute(_of_unit, {"unit": unit_id}).one_or_none()
    return _group(row) if row else None


def at(connection: Connection, lane: str) -> AlertGroup | None:
    """What the group at this lane serves, or None."""
    row = connection.execute(select(*_columns).where(alert_group.c.lane == lane)).one_or_none()
    return _group(row) if row else None


def put(connection: Connection, unit_id: int, place: GroupPlace, now: datetime) -> None:
    """This group serves this unit from now on; what either had before ends."""
    same = or_(alert_group.c.unit_id == unit_id, alert_group.c.lane == place.lane)
    connection.execute(delete(alert_group).where(same))
    connection.execute(
        insert(alert_group).values(
            unit_id=unit_id,
            lane=place.lane,
            channel=place.channel,
            bot=place.bot,
            chat=place.chat,
            topic=place.topic,
            lang=place.lang,
            made_at=now,
        )
    )


def drop(connection: Connection, lane: str) -> None:
    """The group at this lane serves nobody any more."""
    connection.execute(delete(alert_group).where(alert_group.c.lane == lane))


def mark_gone(connection: Connection, lane: str, now: datetime) -> bool:
    """Nothing can be written to the group any more; True for the first who says so."""
    gone = connection.execute(
        update(alert_group)
        .where(alert_group.c.lane == lane, alert_group.c.gone_at.is_(None))
        .values(gone_at=now)
    )
    return gone.rowcount == 1


def move(connection: Connection, lane: str, to: str, chat: str) -> None:
    """The group at `lane` lives on at the lane `to`, unless that serves a unit already."""
    if at(connection, to) is not None:
        return drop(connection, lane)
    connection.execute(
        update(alert_group).where(alert_group.c.lane == lane).values(lane=to, chat=chat, gone_at=None)
    )
