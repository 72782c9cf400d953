"""What a collaborator may ask about the own data: a copy, withdrawal of consent, erasure. DOMAIN §7."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, insert

from domain.polls import answer_in_words
from office.post import Post
from office.unveiling import looks_at
from storage import (
    console,
    invites,
    mailings,
    meetings,
    outbox,
    people,
    polls,
    reports,
    saved_views,
    shifts,
    talks,
    tasks,
)
from storage.people import Member
from storage.tables import data_request

ANSWER_WITHIN = timedelta(days=2)
"""Decree 356: answered within 2 working days; ours are carried out at once or after the day below."""

FINAL_AFTER = timedelta(hours=24)
"""An erasure may be called off for a day."""


def ask(
    connection: Connection, person_id: int, kind: str, now: datetime, due: timedelta, *, done: bool
) -> None:
    """Log a data subject's request with its time limit."""
    connection.execute(
        insert(data_request).values(
            person_id=person_id, kind=kind, asked_at=now, due_at=now + due, done_at=now if done else None
        )
    )


def export(connection: Connection, person_id: int, now: datetime) -> dict[str, object]:
    """Everything kept about the person, as plain values."""
    ask(connection, person_id, "export", now, ANSWER_WITHIN, done=True)
    own = people.own_data(connection, person_id)
    own["reports"] = [
        {
            "code": one.code,
            "at": one.filed_at,
            "said": one.said,
            "topic": one.topic,
            "tone": one.tone,
            "level": one.level,
            "nil": one.nil,
            "status": one.status,
            "sealed": one.sealed,
            "additions": [said for kind, said, _ in reports.amendments_of(connection, one.id)],
        }
        for one in reports.reports_of(connection, person_id, limit=100_000)
    ]
    own["entered_for_others"] = [
        {"code": code, "at": at} for code, at in reports.entered_by(connection, person_id)
    ]
    own["messages_to_many"] = [
        {"kind": kind, "at": at, "read_at": read_at}
        for kind, at, read_at in mailings.copies_of(connection, person_id)
    ]
    own["poll_answers"] = [
        {"question": poll.question, "answer": answer_in_words(poll.kind, poll.options, int(said)), "at": at}
        for poll, said, at in polls.answers_of(connection, person_id)
    ]
    own["duty_shifts"] = [
        {"from": one.from_at, "to": one.to_at} for one in shifts.of_person(connection, person_id)
    ]
    own["meeting_replies"] = [
        {"meeting": at, "reply": said, "at": answered}
        for at, said, answered in meetings.replies_of(connection, person_id)
    ]
    own["tasks"] = [
        {"said": one.said, "due_on": one.due_on, "state": one.state, "result": one.result}
        for one in tasks.of_person(connection, person_id)
    ]
    own["looked_at_as_reporter"] = looks_at(connection, person_id)
    own["desk_sessions"] = [
        {"since": since, "last_used": seen} for since, seen in console.times_of(connection, person_id)
    ]
    second = console.second_of(connection, person_id)
    own["authenticator_since"] = second.confirmed_at if second else None
    own["saved_lists"] = [
        {"name": one.label, "filters": one.query} for one in saved_views.views_of(connection, person_id)
    ]
    return own


def leave(post: Post, member: Member) -> None:
    """No further messages, no role; the reports stay, without a name once retention has run."""
    people.change_person(post.connection, member.person_id, left_at=post.now, reminders=False)
    people.end_memberships(post.connection, member.person_id, post.now)
    _forget_places(post, member.person_id)


def _forget_places(post: Post, person_id: int) -> None:
    """Nothing reaches the person any more: talks end, and nothing planned is sent."""
    lanes = people.forget_addresses(post.connection, person_id)
    invites.close_of_person(post.connection, person_id, post.now)
    talks.end_talks_at(post.connection, lanes)
    outbox.drop_planned(post.connection, lanes, post.now)
    mailings.forget_places(post.connection, lanes)


def withdraw_consent(post: Post, member: Member, channel: str) -> None:
    """Record the withdrawal of the consent last given and let the person go."""
    version, text_hash = people.last_consent(post.connection, member.person_id)
    people.record_consent(
        post.connection,
        person_id=member.person_id,
        purpose="membership",
        given=False,
        version=version,
        text_hash=text_hash,
        channel=channel,
        now=post.now,
    )
    ask(post.connection, member.person_id, "withdraw", post.now, ANSWER_WITHIN, done=True)
    leave(post, member)


def ask_erasure(post: Post, member: Member) -> None:
    """Erase the person after a day; the opinions stay, without a link to anybody."""
    ask(post.connection, member.person_id, "erase", post.now, FINAL_AFTER, done=False)


def erase_due(post: Post) -> int:
    """Carry out erasures whose day is over; gives how many."""
    due = people.erasures_due(post.connection, post.now)
    for person_id in due:
        reports.unlink_reporter(post.connection, person_id)
        _forget_places(post, person_id)
        polls.forget(post.connection, person_id)
        console.forget_person(post.connection, person_id)
        saved_views.forget_person(post.connection, person_id)
        meetings.forget(post.connection, person_id)
        tasks.disown(post.connection, person_id)
        people.end_memberships(post.connection, person_id, post.now)
        people.change_person(post.connection, person_id, left_at=post.now, label=None, reminders=False)
        people.erasure_done(post.connection, person_id, post.now)
    return len(due)
