"""What reporters say to answers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from storage.tables import feedback


def put(connection: Connection, matter_id: int, person_id: int, round: int, said: str, now: datetime) -> None:
    """What somebody thinks of the answer of this round; the last word counts."""
    mine = (
        (feedback.c.matter_id == matter_id)
        & (feedback.c.person_id == person_id)
        & (feedback.c.round == round)
    )
    changed = connection.execute(update(feedback).where(mine).values(said=said, at=now))
    if not changed.rowcount:
        connection.execute(
            insert(feedback).values(matter_id=matter_id, person_id=person_id, round=round, said=said, at=now)
        )


def count(connection: Connection, matter_id: int, round: int, said: str) -> int:
    """How many said so to the answer of this round."""
    return connection.execute(
        select(func.count())
        .select_from(feedback)
        .where(feedback.c.matter_id == matter_id, feedback.c.round == round, feedback.c.said == said)
    ).scalar_one()


def people(connection: Connection, matter_id: int, round: int, said: str) -> frozenset[int]:
    """Who said so; never shown to anybody."""
    rows = connection.execute(
        select(feedback.c.person_id).where(
            feedback.c.matter_id == matter_id, feedback.c.round == round, feedback.c.said == said
        )
    )
    return frozenset(one for one in rows.scalars() if one is not None)


def explain(connection: Connection, matter_id: int, person_id: int, why: str) -> bool:
    """Keep what somebody still misses, beside the newest thing they said; False when they said nothing."""
    newest = (
        select(func.max(feedback.c.round))
        .where(feedback.c.matter_id == matter_id, feedback.c.person_id == person_id)
        .scalar_subquery()
    )
    changed = connection.execute(
        update(feedback)
        .where(
            feedback.c.matter_id == matter_id, feedback.c.person_id == person_id, feedback.c.round == newest
        )
        .values(why=why)
    )
    return changed.rowcount == 1


def words(connection: Connection, matter_id: int) -> list[str]:
    """What reporters wrote who found an answer unclear, in order."""
    wrote = select(feedback.c.why).where(feedback.c.matter_id == matter_id, feedback.c.why.is_not(None))
    return list(connection.execute(wrote.order_by(feedback.c.at, feedback.c.id)).scalars())


def tally(connection: Connection, matter_id: int) -> dict[str, int]:
    """How many found the newest answer clear and unclear."""
    newest = select(func.max(feedback.c.round)).where(feedback.c.matter_id == matter_id).scalar_subquery()
    rows = connection.execute(
        select(feedback.c.said, func.count())
        .where(feedback.c.matter_id == matter_id, feedback.c.round == newest)
        .group_by(feedback.c.said)
    )
    return {row[0]: row[1] for row in rows}
