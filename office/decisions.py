"""What coordinators decide about a period, each act within one transaction and written into the trail.

An act gives None when it is done, else the sentence that says why not. `by` is the person who decides, None:
whoever may run commands on this machine. DOMAIN §11.4.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from domain.decisions import cutoff_problem, deadline_problem, until_problem
from domain.periods import cutoff_after
from domain.reminding import Manners
from domain.when import moment
from messages import Say, say
from office.periods import Plan, open_periods, rule_of, set_deadline
from office.post import Post, letter
from office.reminder_letters import ACTS
from storage import audit, directory, obligations, people, periods, reminders
from storage.outbox import REMINDER
from storage.periods import REGULAR, PeriodRow


def move_deadline(
    post: Post, plan: Plan, row: PeriodRow, due_at: datetime, cutoff_at: datetime | None, by: int | None
) -> Say | None:
    """Give a period another deadline.

    Who is on its list stays there; who still owes reads the real deadline in the next reminder, also in one
    that is written and not sent; who was late for the former deadline and in time for this one was in time. A
    period that runs ends with its deadline, and the next one begins.
    """
    zone = plan.calendar.zone
    cutoff_at = cutoff_at or cutoff_after(plan.calendar.day_of(due_at), plan.calendar)
    if row.locked_at is not None:
        return say("e-term-locked", period=row.name)
    problem = deadline_problem(due_at, row.start_at, post.now, zone) or cutoff_problem(
        cutoff_at, due_at, zone
    )
    if problem is not None:
        return problem
    if row.programme == REGULAR and row.end_at == row.due_at and row.end_at > post.now:
        _end_at(post.connection, row, due_at)
    set_deadline(post.connection, row, plan, due_at, cutoff_at, post.now)
    obligations.count_in_time(post.connection, row.id)
    post.retell(reminders.tell_of(post.connection, reminders.unsent_about(post.connection, row.id)))
    _note(post, "deadline-moved", row, by, was=_told(row.due_at), due=_told(due_at), cutoff=_told(cutoff_at))
    return None


def excuse(post: Post, row: PeriodRow, person_id: int, reason: str, by: int | None) -> Say | None:
    """Somebody owes nothing for a period. The reason is kept with the obligation, not in the trail."""
    if row.locked_at is not None:
        return say("e-term-locked", period=row.name)
    if not obligations.excuse(post.connection, row.id, person_id, by=by, reason=reason):
        return say("e-nothing-to-excuse")
    post.stop_reminders({person_id})
    _note(post, "person-excused", row, by, person=f"CTV-{person_id}")
    return None


def take_late(
    post: Post, manners: Manners, row: PeriodRow, person_id: int, until_at: datetime, by: int | None
) -> Say | None:
    """Take one person's report until then, although the period takes no other any more. The person is told at
    an hour at which people may be."""
    zone = manners.calendar.zone
    locked = row.locked_at is not None
    problem = until_problem(until_at, row.cutoff_at, post.now, zone, locked=locked)
    if problem is not None:
        return problem
    if not obligations.extend(post.connection, row.id, person_id, until_at=until_at, by=by):
        return say("e-nothing-to-excuse")
    line = say("r-late-granted", period=row.name, until=moment(until_at, zone))
    at = None if manners.allow(post.now) else manners.next_allowed(post.now)
    post.owe(
        [
            letter(
                place,
                [line],
                [[(data, say(label)) for data, label in ACTS[0]]],
                rank=REMINDER,
                not_before_at=at,
            )
            for place in people.places_of(post.connection, [person_id], post.pushing)
        ]
    )
    _note(post, "late-granted", row, by, person=f"CTV-{person_id}", until=_told(until_at))
    return None


def lock(post: Post, plan: Plan, row: PeriodRow, by: int | None) -> Say | None:
    """Freeze a period: nothing is taken for it any more but by exception, nobody is reminded of it, and what
    is reported from now on counts for the next one, which begins if this one still ran."""
    connection, now = post.connection, post.now
    if row.locked_at is not None:
        return say("e-term-locked", period=row.name)
    if row.start_at >= now:
        return say("e-not-begun", period=row.name)
    if row.programme == REGULAR and row.end_at > now:
        _end_at(connection, row, now)
        if periods.running(connection, row.unit_id, now) is None:
            own = plan.by(rule_of(periods.rules(connection), row.unit_id))
            open_periods(connection, row.unit_id, own, now)
    periods.change(connection, row.id, locked_at=now)
    periods.end_stages(connection, row.id)
    left = reminders.stop_period(connection, row.id)
    post.retell(reminders.tell_of(connection, left))
    _note(post, "period-locked", row, by)
    return None


def open_period(
    post: Post, plan: Plan, unit_id: int, name: str, due_at: datetime, by: int | None
) -> Say | None:
    """Begin a regular period now, where none runs; it ends with its deadline, or where the next begins."""
    connection, now, zone = post.connection, post.now, plan.calendar.zone
    running = periods.running(connection, unit_id, now)
    if running is not None:
        return say("e-term-runs", period=running.name, end=moment(running.end_at, zone))
    if due_at <= now:
        return say("e-past")
    due_on = plan.calendar.day_of(due_at)
    coming = periods.next_of(connection, unit_id, now)
    cutoff_at = cutoff_after(due_on, plan.calendar)
    id = periods.add(
        connection,
        unit_id,
        plan.all_stages(now, due_at, cutoff_at),
        programme=REGULAR,
        code=_free_code(connection, unit_id, f"{due_on:%Y-%m-%d}"),
        name=name,
        start_at=now,
        end_at=min(due_at, coming.start_at) if coming else due_at,
        due_at=due_at,
        cutoff_at=cutoff_at,
        nil_from_at=plan.nil_from(due_at),
        newcomers_until_at=plan.newcomers_until(due_at),
        opened_by=by,
    )
    row = periods.find(connection, id)
    assert row is not None
    _note(post, "period-opened", row, by, due=_told(due_at))
    return None


def _end_at(connection: Connection, row: PeriodRow, end_at: datetime) -> None:
    """A period that runs ends then, and the next one begins; if that one would be over already, nothing
    moves: what is reported belongs to the period of its own time."""
    after = periods.following(connection, row)
    if after is not None and after.end_at <= end_at:
        return
    periods.change(connection, row.id, end_at=end_at)
    if after is not None:
        periods.change(connection, after.id, start_at=end_at)


def _free_code(connection: Connection, unit_id: int, wanted: str) -> str:
    taken = periods.codes(connection, unit_id)
    return next(
        code
        for code in (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        if code not in taken
    )


def _note(post: Post, act: str, row: PeriodRow, by: int | None, **detail: Any) -> None:
    unit = directory.find_unit(post.connection, row.unit_id)
    actor = audit.TERMINAL if by is None else f"CTV-{by}"
    audit.note(post.connection, act, f"{unit.code}/{row.code}"[:60], now=post.now, actor=actor, **detail)


def _told(instant: datetime) -> str:
    return instant.isoformat()


def set_rule(post: Post, unit_id: int, rule: str | None) -> None:
    """From the next period that is made on, a unit and those below it follow this rule; None: that of the
    unit above. Periods that are made already stay as they are (DOMAIN §11.4)."""
    periods.set_rule(post.connection, unit_id, rule)
    unit = directory.find_unit(post.connection, unit_id)
    audit.note(post.connection, "rule-changed", unit.code, now=post.now, rule=rule)
