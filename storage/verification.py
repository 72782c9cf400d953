"""What verifying matters came to, as their events tell it."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, and_, func, or_, select

from domain.verification import NOTED, SETTLED, UNVERIFIED
from storage.tables import answer, matter_event

_detail = matter_event.c.detail
_approved = and_(
    matter_event.c.act == "approved",
    answer.c.referral_id == _detail["referral"].as_integer(),
    answer.c.state == "approved",
)


def verdicts(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """The verdict on each of these matters: the last one noted, or that of a unit's answer if it was approved
    later. Opening a matter again takes it back: UNVERIFIED, as before the first."""
    rows = connection.execute(
        select(
            matter_event.c.matter_id,
            func.coalesce(answer.c.verdict, _detail["verdict"].as_string()),
        )
        .outerjoin(answer, _approved)
        .where(
            matter_event.c.matter_id.in_(ids),
            or_(matter_event.c.act.in_((NOTED, "reopen")), answer.c.verdict.in_(SETTLED)),
        )
        .order_by(matter_event.c.id)
    )
    last = {row[0]: row[1] for row in rows}
    return {id: last.get(id) or UNVERIFIED for id in ids}
