"""Who would be reminded, of what, when and where; and for everybody else why not. DESIGN §8."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.reminding import Manners
from domain.when import written
from messages import Say, say
from office.obligations import keep_lists
from office.post import Post
from office.reminding import Reminding, remind
from storage.forecast import OutlookRow, outlook
from storage.obligations import OWES


@dataclass(frozen=True, slots=True)
class Prospect:
    """One person and one open period: a message of this `stage` goes out `at` that instant by `channel`, or
    `why` says why none does. `rings`: it reaches a phone; where not, somebody has to call."""

    unit: str
    period: str
    person: str
    rings: bool
    stage: str = ""
    at: datetime | None = None
    channel: str = ""
    text: str = ""
    why: Say | None = None


def prospects(post: Post, how: Reminding) -> list[Prospect]:
    """Do what the ticks would do at this instant, and tell what came of it. The caller takes it back."""
    manners = how.manners(post.now)
    keep_lists(post)
    remind(post, how)
    today = manners.calendar.day_of(post.now)
    rows = outlook(post.connection, post.now, today, how.pushing)
    return [_prospect(row, post.now, manners) for row in rows]


def _prospect(row: OutlookRow, now: datetime, manners: Manners) -> Prospect:
    person = row.label or f"CTV-{row.person_id}"
    if row.stage is not None and row.channel is not None:
        return Prospect(
            row.unit, row.period, person, row.rings, row.stage, row.at or now, row.channel, row.body["text"]
        )
    return Prospect(row.unit, row.period, person, row.rings, why=_why_not(row, now, manners))


def _why_not(row: OutlookRow, now: datetime, manners: Manners) -> Say:
    """The first reason that would have to go."""
    if row.state != OWES:
        return say(f"why-{row.state}")
    if not row.wants:
        return say("why-declined")
    if not row.here:
        return say("why-blocked" if row.blocked else "why-no-channel")
    if row.told:
        return say("why-told")
    if not manners.allow(now):
        return say("why-quiet", until=written(manners.next_allowed(now), manners.calendar.zone))
    if row.pending:
        return say("why-capped")
    if row.next_at is not None:
        return say("why-stage", at=written(row.next_at, manners.calendar.zone))
    return say("why-no-stage")
