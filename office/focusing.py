"""The focus of a period: set by coordinators, told to the team now or when the period opens."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from domain.audience import TEAM, Audience
from domain.focus import point_lines
from messages import say
from office import mailing
from office.mailing import Content
from office.post import Post
from office.reminding import Reminding
from storage import focus, mailings, people, periods
from storage.people import Place
from storage.periods import PeriodRow

KIND = "focus"


def set_focus(
    post: Post,
    how: Reminding,
    row: PeriodRow,
    points: Sequence[tuple[str, str]],
    *,
    by: int,
    author: Place | None,
    push: bool,
) -> None:
    """What the period is to listen for from now on. One that has not begun tells its team when it opens, one
    that runs at once if `push`."""
    focus.replace_all(post.connection, row.id, points)
    for id in mailings.planned_for(post.connection, row.id):
        mailings.turn(post.connection, id, (mailings.PLANNED,), mailings.CANCELLED, ended_at=post.now)
    audience, one = Audience(TEAM, row.unit_id), _content(row, points, how.zone)
    if row.start_at > post.now:
        mailing.plan(post, kind=KIND, audience=audience, one=one, author_id=by, subject_id=row.id)
    elif push:
        mailing.start(
            post, how, kind=KIND, audience=audience, one=one, author=author, author_id=by, subject_id=row.id
        )


def _content(row: PeriodRow, points: Sequence[tuple[str, str]], zone: str) -> Content:
    due = row.due_at.astimezone(ZoneInfo(zone))
    head = say("focus-told", period=row.name, due=f"{due:%H:%M %d/%m/%Y}")
    return Content(row.name, [head, *point_lines(points)], acknowledged=True)


def tell_opened(post: Post, how: Reminding) -> None:
    """Tell the teams of periods that have begun what they are to listen for, at an hour at which people may
    be written to unasked; nobody is told of a period that is over."""
    if not how.manners(post.now).allow(post.now) or not mailings.hold(post.connection):
        return
    for row in mailings.begun(post.connection, post.now):
        period = periods.find(post.connection, row.subject_id or 0)
        if period is None or period.end_at <= post.now:
            mailings.turn(post.connection, row.id, (mailings.PLANNED,), mailings.CANCELLED, ended_at=post.now)
            continue
        if mailings.turn(post.connection, row.id, (mailings.PLANNED,), mailings.FILLING, made_at=post.now):
            author = next(iter(people.places_of(post.connection, [row.person_id or 0], post.pushing)), None)
            mailing.begin(post, how, row.id, author)
