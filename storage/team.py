"""Seats of a team: who serves by which decision, whether they have come yet or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, insert, select, update

from domain.roster import Member
from storage.tables import invite, membership, programme, unit


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat. `person_id` is None until its holder has joined."""

    id: int
    unit_id: int
    person_id: int | None
    member: Member


_open = (
    select(membership, unit.c.code, programme.c.code.label("programme"))
    .join(unit, unit.c.id == membership.c.unit_id)
    .join(programme, programme.c.id == membership.c.programme_id, isouter=True)
    .where(membership.c.ended_at.is_(None))
    .order_by(membership.c.id)
)


def seats(connection: Connection) -> dict[int, Seat]:
    """Every seat in force, by its id."""
    return {
        row.id: Seat(
            row.id,
            row.unit_id,
            row.person_id,
            Member(
                row.label or "",
                row.role,
                row.code,
                row.decision_number,
                row.decided_on,
                row.from_on,
                row.to_on,
                row.direct_line,
                row.programme,
            ),
        )
        for row in connection.execute(_open)
    }


def uninvited(connection: Connection, now: datetime) -> list[int]:
    """Ids of seats that wait for somebody who holds no invite."""
    invited = exists().where(
        invite.c.membership_id == membership.c.id, invite.c.used_at.is_(None), invite.c.expires_at > now
    )
    rows = connection.execute(
        select(membership.c.id)
        .where(membership.c.ended_at.is_(None), membership.c.person_id.is_(None), ~invited)
        .order_by(membership.c.id)
    )
    return list(rows.scalars())


def add_seat(connection: Connection, unit_id: int, member: Member, programme_id: int | None) -> int:
    """A new seat, waiting for its holder; gives its id."""
    values = {"unit_id": unit_id, "role": member.role, "label": member.label, **_decided(member)}
    values["programme_id"] = programme_id
    return int(connection.execute(insert(membership).values(values).returning(membership.c.id)).scalar_one())


def renew_seat(connection: Connection, id: int, member: Member, programme_id: int | None) -> None:
    """A newer decision keeps the holder of a seat."""
    values = {"label": member.label, "programme_id": programme_id, **_decided(member)}
    connection.execute(update(membership).where(membership.c.id == id).values(values))


def end_seat(connection: Connection, id: int, now: datetime) -> None:
    """The seat is no more."""
    connection.execute(update(membership).where(membership.c.id == id).values(ended_at=now))


def _decided(member: Member) -> dict[str, object]:
    """What a decision says of a seat; where it is silent about the direct line, that stays as it is."""
    direct = {} if member.direct_line is None else {"direct_line": member.direct_line}
    return direct | {
        "decision_number": member.decision_number,
        "decided_on": member.decided_on,
        "from_on": member.from_on,
        "to_on": member.to_on,
    }
