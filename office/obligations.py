"""What people owe: decisions about it, and what follows when a report is taken back. DOMAIN §11.4."""

from __future__ import annotations

from office.post import Post
from storage import obligations
from storage.obligations import Settling


def keep_lists(post: Post) -> None:
    """Everybody who owes is on the list of the period, and nobody who left owes."""
    obligations.open_all(post.connection, post.now)
    obligations.excuse_leavers(post.connection, post.now)


def take_back(post: Post, report_id: int) -> None:
    """A report was withdrawn: what it had settled is settled by the reporter's next one, or owed again."""
    post.owe()
    for id, period_id, person_id in obligations.settled_by(post.connection, report_id):
        obligations.reopen(post.connection, [id])
        for report, at, nil in obligations.others_for(post.connection, person_id, period_id):
            obligations.settle(post.connection, [Settling(person_id, report, at, nil, period_id)])
