"""The end of a matter: never without a text, and with it every clock stops (DOMAIN §6)."""

from __future__ import annotations

from messages import say
from office import alerting, matters, referrals
from office.access import Viewer
from office.post import Post
from storage import matters as rows
from storage.matters import MatterRow


def close(post: Post, who: Viewer, row: MatterRow, result: str) -> bool:
    """End a matter with its result: every reporter reads it, what units still owe is called off.

    False without a text, or where it is closed already.
    """
    if not result.strip() or not matters.step(post, row, "close", by=who.person_id, said=result):
        return False
    rows.change(post.connection, row.id, post.now, result=result, closed_at=post.now)
    for report_id in rows.reports_in(post.connection, row.id):
        alerting.close(post, report_id)
    referrals.end_of_matter(post, row.id)
    matters.tell_reporters(post, row, lambda codes: say("c-closed-matter", codes=codes, result=result))
    return True
