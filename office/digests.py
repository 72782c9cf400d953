"""How a period stands, told to its coordinators on the morning of its deadline and when it has passed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from domain.chain import SHORT
from domain.standings import silent_lines, standing_lines
from messages import Text, say
from office import standings
from office.periods import DIGEST_EVENING
from office.post import Post, letter
from office.reminding import Reminding
from storage import audit, meta, mutes, people, periods, reminders
from storage.outbox import REMINDER

STALE = timedelta(hours=12)
"""A morning's digest is not told in the night; the evening's tells the same and more."""


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether a digest is to be told."""
    return bool(reminders.due_digests(connection, now))


def tell_digests(post: Post, how: Reminding, silent_periods: int) -> int:
    """Tell every digest whose hour has come, once for ever; gives how many periods."""
    due = reminders.due_digests(post.connection, post.now)
    if not due or not how.manners(post.now).allow(post.now):
        return 0
    rows = periods.by_ids(post.connection, {period_id for period_id, *_ in due})
    for period_id, stage, at in due:
        row = rows[period_id]
        is_stale = row.cutoff_at <= post.now or (
            not stage.startswith(DIGEST_EVENING) and post.now - at > STALE
        )
        if not reminders.pass_digest(post.connection, period_id, stage) or is_stale:
            continue
        [standing] = standings.standing_of(post.connection, [row], how)
        silent = standings.silent(post.connection, row.unit_id, post.now, how, silent_periods)
        lines = [*standing_lines(standing), *silent_lines(silent, silent_periods)]
        lines += _head_of_audit(post, row.unit_id)
        if held := mutes.count_held(post.connection, row.unit_id, row.start_at):
            lines.append(say("digest-muted", n=held))
        buttons = [[("x.cmd.chuabao", say("b-owing")), ("x.cmd.ky", say("b-ky"))]]
        post.owe(
            [
                letter(place, lines, buttons, rank=REMINDER)
                for place in people.places_with(post.connection, row.unit_id, ("coordinator",), post.pushing)
            ]
        )
    return len(due)


def _head_of_audit(post: Post, unit_id: int) -> list[Text]:
    """The trail's last hash of the last day that is over, if the unit's coordinators do not hold it yet: on
    their phones it is out of reach of who owns the database (docs/security.md)."""
    head = audit.last_head(post.connection, before=post.now.astimezone(UTC).date())
    told = f"audit-told-{unit_id}"
    if head is None or meta.get(post.connection, told) == head.hash:
        return []
    meta.put(post.connection, told, head.hash)
    return [say("d-audit", date=f"{head.day:%d/%m/%Y}", hash=head.hash[:SHORT])]
