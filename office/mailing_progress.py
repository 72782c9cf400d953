"""How one message to many goes, told to its author in one message that is changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.audience import OF_REPORTERS
from messages import Catalogue, Text, say
from office.ids import button
from office.post import Button, Post, letter
from storage import mailings, outbox, people
from storage.mailings import CANCELLED, DONE, PAUSED, SENDING, STALE, MailingRow, Tally
from storage.outbox import REMINDER

SHOWN_EVERY = timedelta(seconds=3)
"""Platforms do not like a message to be changed more often."""


def told(row: MailingRow, tally: Tally) -> tuple[list[Text], list[list[Button]]]:
    """What its author reads about a mailing now, and may do."""
    lines: list[Text] = [say(f"mailing-{row.kind}", said=row.body["title"]), _state(row, tally)]
    if row.acknowledged and tally.sent:
        lines.append(say("c-mailing-read", n=tally.read, of=tally.sent))
    if _is_over(row, tally) and tally.failed:
        lines.append(say("c-mailing-failed", n=tally.failed))
    if tally.unreachable:
        lines.append(say("c-mailing-unreachable", n=tally.unreachable))
    return lines, _buttons(row, tally)


def _is_over(row: MailingRow, tally: Tally) -> bool:
    """Whether nothing waits any more; the next tick puts it on record."""
    return row.state in (DONE, STALE) or (row.state == SENDING and not tally.queued)


def _state(row: MailingRow, tally: Tally) -> Text:
    if row.state == PAUSED:
        lost = row.body.get("file_lost") and not tally.sent
        return say("c-mailing-no-file") if lost else say("c-mailing-paused", sent=tally.sent, of=row.total)
    if row.state == CANCELLED:
        never = row.total - tally.sent - tally.failed - tally.unreachable
        return say("c-mailing-cancelled", sent=tally.sent, n=never)
    name = "done" if _is_over(row, tally) else "going"
    return say(f"c-mailing-{name}", sent=tally.sent, of=row.total)


ACTS = {
    "pause": ("mpause", say("b-pause")),
    "go-on": ("mgoon", say("b-go-on")),
    "call-off": ("mcalloff", say("b-call-off")),
    "missed": ("mmissed", say("b-missed")),
    "unread": ("munread", say("b-unread")),
}
"""What an author may do: the verb of its button, and what it is called."""


def acts(row: MailingRow, tally: Tally) -> tuple[str, ...]:
    """What its author may do about a mailing now."""
    if row.state == PAUSED:
        return ("go-on", "call-off")
    if row.state != CANCELLED and not _is_over(row, tally):
        return ("pause", "call-off")
    if row.audience.kind in OF_REPORTERS:
        return ()
    missed = ("missed",) if tally.failed or tally.unreachable else ()
    unread = ("unread",) if row.acknowledged and tally.read < tally.sent else ()
    return (*missed, *unread)


def _buttons(row: MailingRow, tally: Tally) -> list[list[Button]]:
    shown: list[Button] = [(button(ACTS[act][0], row.id), ACTS[act][1]) for act in acts(row, tally)]
    return [shown] if shown else []


def is_time(post: Post, row: MailingRow) -> bool:
    """Whether the author may be shown a change: the last is some seconds old, and is not still on its way."""
    if row.watched is None or "message" not in row.watched:
        return True
    at = datetime.fromisoformat(row.watched["at"])
    is_young = abs(post.now - at) < SHOWN_EVERY
    return not is_young and outbox.still_waiting(post.connection, row.watched["last"]) is None


def show(post: Post, row: MailingRow, tally: Tally, *, at_once: bool = False) -> None:
    """Write the author's message, or change it to what is so now where it says something else; not too often,
    unless it is to be `at_once`."""
    if row.watched is None or not (at_once or is_time(post, row)):
        return
    message = row.watched.get("message")
    if message is None:
        place = next(iter(people.places_at(post.connection, [row.watched["lane"]])), None)
    else:
        place = people.places_showing(post.connection, [message]).get(message)
    if place is None:
        return
    lines, rows = told(row, tally)
    # The first time it is a message of its own; then that one is brought up to date.
    live = message is not None and not at_once
    one = letter(place, lines, rows, rank=REMINDER, edits=message, live=live)
    shown = {"text": one.body["text"], "rows": one.body["rows"]}
    if shown == row.watched.get("shown"):
        return
    [last] = post.owe([one])
    watched = {"message": last} | row.watched | {"last": last, "at": post.now.isoformat(), "shown": shown}
    mailings.change(post.connection, row.id, watched=watched)


NAMES_SHOWN = 30
"""Names in one message; where there are more, all of them come as a file."""


def names(post: Post, id: int, act: str, words: Catalogue) -> tuple[list[Text], dict[str, str] | None]:
    """Who has not got a mailing ("missed"), with the channels that were tried, or has not read it ("unread"):
    in `words`, and as a file where they are many."""
    row = mailings.find(post.connection, id)
    if row is None or row.audience.kind in OF_REPORTERS:
        return [say("e-names-hidden")], None
    kinds = ("unread",) if act == "unread" else ("failed", "unreachable")
    lines: list[Text] = []
    everybody: list[str] = []
    for kind in kinds:
        states, is_unread = (("sent",), True) if kind == "unread" else ((kind,), False)
        if kind == "failed":
            found = [_failed(label, tried, words) for label, tried in mailings.failures(post.connection, id)]
        else:
            found = mailings.names(post.connection, id, states, unread=is_unread)
        if found:
            lines.append(say(f"mailing-names-{kind}", names=_joined(found)))
        everybody += found
    file = (
        {"name": "danh-sach.txt", "content": "\n".join(everybody)} if len(everybody) > NAMES_SHOWN else None
    )
    return lines or [say(f"c-nobody-{act}")], file


def _failed(label: str, tried: Sequence[tuple[str, str]], words: Catalogue) -> str:
    """Somebody, and what each of their channels said."""
    told = [
        words.render(say("tried-at", channel=say(f"channel-{channel}"), why=say(f"tried-{why}")))
        for channel, why in tried
    ]
    return f"{label} ({', '.join(told)})" if told else label


def _joined(found: list[str]) -> Text:
    shown = "; ".join(found[:NAMES_SHOWN])
    more = len(found) - NAMES_SHOWN
    return say("mailing-more", names=shown, n=more) if more > 0 else shown
