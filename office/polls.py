"""Quick polls: sent to the team, answered once a person, counted while they run, closed once for ever.

Who answered what is seen by nobody; counts below three are hidden (`domain/polls.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.polls import (
    MakePoll,
    Poll,
    PollFacts,
    Result,
    Team,
    is_answer,
    labels_of,
    result_lines,
    result_of,
)
from domain.when import moment
from messages import Text, catalogue, say
from office.coordinators import coordinates
from office.ids import button
from office.post import Button, Post, letter
from storage import audit, direct_line, directory, people, polls
from storage.outbox import BULK, REMINDER
from storage.people import Member, Place
from storage.polls import PollRow

AUDIENCE = ("collaborator",)
PER_POLL = 16
"""A button's number is the poll's times this, plus the option's; no poll has so many options."""


def audience(connection: Connection, unit_id: int, pushing: Collection[str]) -> list[Place]:
    """Whom a poll of this unit is sent to: the collaborators of its team who can be reached."""
    return people.places_with(connection, unit_id, AUDIENCE, pushing)


def _counted(connection: Connection, places: Collection[Place]) -> int:
    """How many people that is said to be: those of the direct line are asked, not counted."""
    return len(places) - len(direct_line.among(connection, [place.person_id for place in places]))


def _is_asked(connection: Connection, unit_id: int, person_id: int) -> bool:
    """Whether a poll of this unit is for this person."""
    return person_id in people.people_with(connection, unit_id, AUDIENCE)


def facts(
    connection: Connection, member: Member, now: datetime, zone: ZoneInfo, chosen: int | None
) -> PollFacts:
    """What the person may ask and answer."""
    rows = polls.running(connection, member.unit_id, member.person_id, now)
    asked = _is_asked(connection, member.unit_id, member.person_id)
    return PollFacts(
        zone,
        _teams(connection, member),
        tuple(_poll(row, said) for row, said in rows) if asked else (),
        chosen,
    )


def _teams(connection: Connection, member: Member) -> tuple[Team, ...]:
    units = people.units_of(connection, member.person_id, "coordinator")
    names = directory.names_of(connection, units)
    return tuple(Team(id, names[id], _counted(connection, audience(connection, id, ()))) for id in units)


def _poll(row: PollRow, said: str | None) -> Poll:
    mine = int(said) if said is not None else None
    return Poll(row.id, row.question, row.kind, row.options, row.closes_at, mine)


# -- asking ------------------------------------------------------------------------------------------------


def make(post: Post, member: Member, wish: MakePoll, zone: ZoneInfo) -> int | None:
    """Send a poll to a team; whoever asks gets a message with the counts. Gives to how many, None if this
    person may not."""
    connection = post.connection
    if not coordinates(connection, member.person_id, wish.unit):
        return None
    id = polls.add(
        connection,
        unit_id=wish.unit,
        person_id=member.person_id,
        question=wish.question,
        kind=wish.kind,
        options=wish.options,
        shared=wish.shared,
        now=post.now,
        closes_at=wish.closes_at,
    )
    audit.note(connection, "poll-made", f"poll {id}", now=post.now, actor=audit.person(member.person_id))
    [row] = polls.by_ids(connection, [id])
    places = audience(connection, wish.unit, post.pushing)
    post.owe([letter(place, asked_lines(row, zone), answer_rows(row), rank=BULK) for place in places])
    if own := people.places_of(connection, [member.person_id], post.pushing):
        standing = _standing(row, result_of(row.kind, row.options, {}), zone)
        [live] = post.owe([letter(own[0], standing, rank=REMINDER)])
        polls.show_in(connection, id, live, post.now)
    return _counted(connection, places)


def asked_lines(row: PollRow, zone: ZoneInfo) -> list[Text]:
    """A poll as it is asked."""
    lines: list[Text] = [say("poll-asked"), f"📊 {row.question}"]
    if row.kind == "scale":
        lines.append(say("poll-scale"))
    return [*lines, say("poll-closes", at=moment(row.closes_at, zone)), say("poll-how")]


def answer_rows(row: PollRow) -> list[list[Button]]:
    """The buttons under a poll."""
    labels = labels_of(row.kind, row.options)
    if not labels:
        return [[(button("poll", row.id), say("b-poll-answer"))]]
    buttons: list[Button] = [
        (button("vote", row.id * PER_POLL + place), label) for place, label in enumerate(labels)
    ]
    columns = 6 if row.kind == "scale" else 1
    return [buttons[start : start + columns] for start in range(0, len(buttons), columns)]


# -- answering ---------------------------------------------------------------------------------------------


def answer(post: Post, member: Member, poll_id: int, said: int) -> tuple[PollRow, str] | None:
    """Keep a person's answer. Gives the poll and "kept", "late" or "wrong"; None for what does not exist for
    this person."""
    row = polls.find(post.connection, poll_id)
    if row is None or row.unit_id != member.unit_id:
        return None
    if not _is_asked(post.connection, row.unit_id, member.person_id):
        return None
    if row.closed_at is not None or row.closes_at <= post.now:
        return row, "late"
    if not is_answer(row.kind, row.options, said):
        return row, "wrong"
    polls.answer(post.connection, poll_id, member.person_id, str(said), post.now)
    return row, "kept"


# -- how it stands -----------------------------------------------------------------------------------------


def _standing(row: PollRow, result: Result, zone: ZoneInfo) -> list[Text]:
    head: list[Text] = [say("poll-live"), f"📊 {row.question}"]
    return [*head, *result_lines(result), say("poll-closes", at=moment(row.closes_at, zone))]


def tend(post: Post, zone: ZoneInfo) -> int:
    """Close what is to be closed and draw what has changed; gives how many polls."""
    closed = polls.close(post.connection, post.now)
    for row in closed:
        _end(post, row, zone)
    drawn = polls.draw(post.connection, post.now)
    for row in drawn:
        result = result_of(row.kind, row.options, polls.counts(post.connection, row.id))
        _redraw(post, row, _standing(row, result, zone))
    return len(closed) + len(drawn)


def _redraw(post: Post, row: PollRow, lines: Sequence[Text]) -> None:
    if row.live_id is not None:
        shown = people.places_showing(post.connection, [row.live_id])
        post.owe([letter(place, lines, rank=REMINDER, edits=id, live=True) for id, place in shown.items()])


def _end(post: Post, row: PollRow, zone: ZoneInfo) -> None:
    """The final counts, with their chart, for whoever asked; for the team if it was said so."""
    result = result_of(row.kind, row.options, polls.counts(post.connection, row.id))
    lines: list[Text] = [say("poll-closed", at=moment(row.closes_at, zone)), f"📊 {row.question}"]
    lines += result_lines(result)
    _redraw(post, row, [*lines[:2], say("poll-result-below")])
    asker = people.places_of(post.connection, [row.person_id or 0], post.pushing)
    everybody = audience(post.connection, row.unit_id, post.pushing)
    team = [one for one in everybody if one.person_id != row.person_id]
    owed = [letter(place, lines, rank=REMINDER) for place in asker]
    owed += [letter(place, lines, rank=BULK) for place in team] if row.shared else []
    if result.bars:
        for one, place in zip(owed, [*asker, *team], strict=False):
            one.body["chart"] = chart_of(row, result, place.lang)
    post.owe(owed)


def chart_of(row: PollRow, result: Result, lang: str) -> dict[str, Any]:
    """What `bot/charts.py` draws when the message is sent: numbers travel, not pictures."""
    words = catalogue(lang)
    lines = [words.render(line) for line in result_lines(result)[len(result.bars) :]]
    return {
        "title": row.question,
        "bars": [[bar.label, bar.shown, round(bar.length, 4)] for bar in result.bars],
        "note": " · ".join(lines),
    }
