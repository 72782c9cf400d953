"""The end of a matter or of a report: never without a text, and with it every clock stops (DOMAIN §6)."""

from __future__ import annotations

from messages import say
from office import alerting, matters, referrals
from office.access import Viewer
from office.post import Post
from office.rules import Rules
from storage import matters as rows
from storage.matters import MatterRow


def exclude(post: Post, rules: Rules, who: Viewer, report_id: int, why: str) -> bool:
    """A report is not dealt with (`matters.exclude`), and its alert climbs no further."""
    done = matters.exclude(post, who, report_id, why)
    if done:
        alerting.close(post, report_id, rules, said=why, by=who.person_id)
    return done


def close(post: Post, rules: Rules, who: Viewer, row: MatterRow, result: str) -> bool:
    """End a matter with its result: every reporter reads it, what units still owe is called off.

    False without a text, or where it is closed already.
    """
    if not result.strip() or not matters.step(post, row, "close", by=who.person_id, said=result):
        return False
    rows.change(post.connection, row.id, post.now, result=result, closed_at=post.now)
    for report_id in rows.reports_in(post.connection, row.id):
        alerting.close(post, report_id, rules, said=result, by=who.person_id)
    referrals.end_of_matter(post, row.id)
    matters.tell_reporters(post, row, lambda codes: say("c-closed-matter", codes=codes, result=result))
    return True
