"""The link from a report to the person who made it, and its end. DESIGN §4.9, DOMAIN §7."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from office.post import Post
from storage import mailings, obligations, reports

AT_ONCE = 2_000
"""Links ended in one transaction: a period of a large network must not hold up the turns of others."""


def is_any_due(connection: Connection, now: datetime, keep: timedelta) -> bool:
    """Whether a link is to end."""
    old = mailings.is_any_card_old(connection, now - keep)
    return old or bool(reports.linked_and_closed(connection, now - keep, 1))


def end_due(post: Post, keep: timedelta) -> int:
    """End links of reports whose period has been closed for as long as `keep`; gives how many. The opinions
    stay, and who has reported stays on record for the period: only not with what, nor at which instant."""
    ids = reports.linked_and_closed(post.connection, post.now - keep, AT_ONCE)
    obligations.unlink(post.connection, ids)
    reports.unlink(post.connection, ids)
    mailings.forget_reporters(post.connection, post.now - keep)
    return len(ids)
