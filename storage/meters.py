"""How many messages each bot has sent in a calendar month, where its platform counts them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from storage.database import upserting
from storage.tables import meter

_add = upserting(
    lambda insert: (
        insert(meter)
        .values(
            channel=bindparam("channel"), bot=bindparam("bot"), month=bindparam("month"), sent=bindparam("n")
        )
        .on_conflict_do_update(
            index_elements=["channel", "bot", "month"], set_={"sent": meter.c.sent + bindparam("n")}
        )
    )
)


def add(connection: Connection, counts: Mapping[tuple[str, str, str], int]) -> None:
    """So many more by (channel, bot, "2026-11")."""
    for (channel, bot, month), n in counts.items():
        connection.execute(_add(connection), {"channel": channel, "bot": bot, "month": month, "n": n})


_sent = select(meter.c.sent).where(
    meter.c.channel == bindparam("channel"),
    meter.c.bot == bindparam("bot"),
    meter.c.month == bindparam("month"),
)


def sent(connection: Connection, channel: str, bot: str, month: str) -> int:
    """How many a bot has sent in a month."""
    found = connection.execute(_sent, {"channel": channel, "bot": bot, "month": month})
    return int(found.scalar() or 0)


def warn(connection: Connection, channel: str, bot: str, month: str, now: datetime) -> bool:
    """Note that people were warned of this month; False if they were before."""
    done = connection.execute(
        update(meter)
        .where(
            meter.c.channel == channel,
            meter.c.bot == bot,
            meter.c.month == month,
            meter.c.warned_at.is_(None),
        )
        .values(warned_at=now)
    )
    return done.rowcount > 0
