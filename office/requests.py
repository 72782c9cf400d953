"""Requests out of turn: a question to chosen people with a deadline of its own. DOMAIN §1 row 47."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.audience import Audience
from domain.calendar import WorkingCalendar
from domain.reminding import MORNING, Stage, stages_of
from messages import catalogue, say
from office import mailing
from office.ids import button
from office.mailing import Content, shortened
from office.periods import DIGEST_EVENING
from office.post import Post
from office.reminding import Reminding
from storage import obligations, periods
from storage.obligations import Owed
from storage.people import Place

STAGES = (Stage(-1, time(16)), Stage(0, MORNING), Stage(1, MORNING))
"""Reminded on the afternoon before, on the morning of the deadline, and once on the working day after it."""

FAR_ENOUGH = timedelta(hours=3)
"""Nobody is reminded of what was asked less than this ago."""

END_OF_DAY = time(17)
"""Answers are taken until then on the working day after the deadline."""

NAMED = 40


def ask(
    post: Post,
    how: Reminding,
    *,
    said: str,
    audience: Audience,
    due_at: datetime,
    unit_name: str,
    author: Place | None,
    author_id: int,
) -> int:
    """Ask an audience; everybody in it owes an answer. Gives the id of the request, which is a period."""
    calendar = how.manners(post.now).calendar
    cutoff_at = Stage(1, END_OF_DAY).at(due_at, calendar)
    code = _next_code(post.connection, audience.unit_id)
    name = catalogue("vi").render(say("request-name", code=code, said=shortened(said, NAMED)))
    id = periods.add(
        post.connection,
        audience.unit_id,
        _stages(post.now, due_at, cutoff_at, calendar),
        programme=periods.REQUEST,
        code=code,
        name=name,
        said=said,
        start_at=post.now,
        end_at=due_at,
        due_at=due_at,
        cutoff_at=cutoff_at,
        nil_from_at=post.now,
        opened_by=author_id,
    )
    due = due_at.astimezone(ZoneInfo(how.zone))
    head = say("request-told", unit=unit_name, due=f"{due:%H:%M %d/%m/%Y}")
    rows = [[(button("answer", id), say("b-answer")), (button("nothing", id), say("b-nothing"))]]
    mailing.start(
        post,
        how,
        kind=mailing.REQUEST,
        audience=audience,
        one=Content(said, [head, said, say("request-how")], rows),
        author=author,
        author_id=author_id,
        subject_id=id,
    )
    return id


def _stages(
    now: datetime, due_at: datetime, cutoff_at: datetime, calendar: WorkingCalendar
) -> list[tuple[str, datetime]]:
    own = stages_of(STAGES, due_at, cutoff_at, calendar)
    return [*((name, at) for name, at in own if at - now >= FAR_ENOUGH), (DIGEST_EVENING, due_at)]


def _next_code(connection: Connection, unit_id: int) -> str:
    taken, number = periods.codes(connection, unit_id), 1
    while f"YC-{number}" in taken:
        number += 1
    return f"YC-{number}"


def asked_of(post: Post, person_id: int, request_id: int) -> Owed | None:
    """The request, while it takes this person's answer."""
    mine = obligations.open_of(post.connection, person_id, post.now)
    return next(
        (one for one in mine if one.period_id == request_id and one.programme == periods.REQUEST), None
    )
