"""Verifying a matter before it is told on: what it came to, and how it was checked. DOMAIN §1 row 35."""

from __future__ import annotations

from domain.matters import CLOSED
from domain.verification import NOTED, VERDICTS
from office.access import Viewer
from office.post import Post
from storage import matters
from storage.matters import MatterRow


def note(post: Post, who: Viewer, row: MatterRow, verdict: str, how: str) -> bool:
    """Note what verifying a matter came to and, in (masked) words, how it was checked; the last one counts.
    False without such words, for a verdict there is not, or when the matter is closed."""
    if row.status == CLOSED or verdict not in VERDICTS or not how.strip():
        return False
    matters.change(post.connection, row.id, post.now)
    matters.add_event(post.connection, row.id, NOTED, post.now, by=who.person_id, said=how, verdict=verdict)
    return True
