"""What people owe: decisions about it, and what follows when a report is taken back. DOMAIN §11.4."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from office.post import Post
from storage import obligations
from storage.obligations import Settling

KEEP = timedelta(days=396)
"""Thirteen months after the cut-off."""


def keep_lists(post: Post) -> None:
    """Everybody who owes is on the list of the period, and nobody who left owes."""
    obligations.open_all(post.connection, post.now)
    obligations.excuse_leavers(post.connection, post.now)


def is_any_old(connection: Connection, now: datetime) -> bool:
    """Whether somebody's obligations are to be forgotten."""
    return obligations.is_any_old(connection, now - KEEP)


def forget_old(post: Post) -> None:
    """After thirteen months only counts are left of who owed what (DOMAIN §7)."""
    obligations.count_old(post.connection, post.now - KEEP)


def take_back(post: Post, report_id: int) -> None:
    """A report was withdrawn: what it had settled is settled by the reporter's next one, or owed again."""
    post.owe()
    for id, period_id, person_id in obligations.settled_by(post.connection, report_id):
        obligations.reopen(post.connection, [id])
        for report, at, nil in obligations.others_for(post.connection, person_id, period_id):
            obligations.settle(post.connection, [Settling(person_id, report, at, nil, period_id)])
