"""Tasks: given, reminded of, done, told when overdue. DOMAIN §1 row 9."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.tasks import OPEN, OVERDUE, TODAY, TaskFacts, TasksFacts, days_late, next_stage
from messages import Text, say
from office import access
from office.access import Viewer
from office.desk_rules import DeskRules
from office.ids import button
from office.mailing import shortened
from office.post import Post, letter
from storage import matters, people, tasks
from storage.outbox import REMINDER, REPLY
from storage.tasks import TaskRow

TITLE = 32
LINE = 120
"""Characters of a task on its button, and in a list of several."""
NAMED = 20
"""Overdue tasks named in one message."""


def code_of(task_id: int) -> str:
    """What people call a task: VC-3."""
    return f"VC-{task_id}"


def give(
    post: Post,
    rules: DeskRules,
    *,
    unit_id: int,
    said: str,
    owner_id: int,
    due_on: date,
    by: int | None,
    meeting_id: int | None = None,
    matter_id: int | None = None,
) -> TaskRow:
    """Give somebody work; a day on which nobody works becomes the next working day (Civil Code art. 148)."""
    manners = rules.manners(post.now)
    due_on = manners.calendar.roll(due_on)
    stage, next_at = next_stage(due_on, post.now, manners)
    id = tasks.add(
        post.connection,
        unit_id=unit_id,
        meeting_id=meeting_id,
        matter_id=matter_id,
        owner_id=owner_id,
        given_by=by,
        said=said,
        due_on=due_on,
        state=OPEN,
        made_at=post.now,
        stage=stage,
        next_at=next_at,
    )
    row = tasks.find(post.connection, id)
    assert row is not None
    _tell_owner(post, row, say("task-given", code=code_of(id), due=f"{due_on:%d/%m/%Y}"))
    return row


def in_hand(connection: Connection, who: Viewer, id: int) -> TaskRow | None:
    """The task, if it is this person's, or of a unit they coordinate and theirs to know of."""
    row = tasks.find(connection, id)
    if row is None or not tasks.known_to(connection, who.person_id, [id]):
        return None
    owns = row.owner_id == who.person_id and any(unit == row.unit_id for unit, _ in who.seats)
    return row if owns or access.may(connection, who, "meeting", "handle", row.unit_id) else None


def finish(post: Post, who: Viewer, row: TaskRow, result: str) -> bool:
    """It is done, with this result; the coordinators read it, and its matter keeps it."""
    if not result.strip() or not tasks.finish(post.connection, row.id, result, post.now):
        return False
    if row.matter_id is not None:
        matters.add_event(
            post.connection, row.matter_id, "task-done", post.now, by=who.person_id, said=result, task=row.id
        )
    line = say("task-finished", code=code_of(row.id), said=shortened(row.said, LINE), result=result)
    told = people.people_with(post.connection, row.unit_id, ("coordinator",))
    others = [one for one in told if one != who.person_id]
    known = [one for one in others if tasks.known_to(post.connection, one, [row.id])]
    _tell(post, known, [line], rank=REPLY)
    return True


def remind(post: Post, rules: DeskRules) -> int:
    """Tell owners on the morning before and on the morning of the day, and coordinators every morning what is
    overdue, all of it in one message; each stage once, whatever was missed meanwhile. Gives how many tasks it
    was time for."""
    manners = rules.manners(post.now)
    if not manners.allow(post.now):
        return 0
    today = manners.calendar.day_of(post.now)
    late: dict[int, list[TaskRow]] = {}
    due = tasks.due(post.connection, post.now)
    for row in due:
        stage, next_at = next_stage(row.due_on, post.now, manners)
        tasks.change(post.connection, row.id, stage=stage, next_at=next_at)
        if stage == OVERDUE:
            late.setdefault(row.unit_id, []).append(row)
        elif stage > row.stage and (today < row.due_on or (stage == TODAY and today == row.due_on)):
            name = "task-today" if stage == TODAY else "task-soon"
            line = say(name, code=code_of(row.id), due=f"{row.due_on:%d/%m/%Y}")
            if row.owner_id is not None and people.wants_reminders(post.connection, row.owner_id):
                _tell_owner(post, row, line)
    for unit_id, rows in late.items():
        for person_id in people.people_with(post.connection, unit_id, ("coordinator",)):
            known = tasks.known_to(post.connection, person_id, [row.id for row in rows])
            _tell_late(post, person_id, [row for row in rows if row.id in known], today)
    return len(due)


def _tell_late(post: Post, person_id: int, rows: list[TaskRow], today: date) -> None:
    if not rows:
        return
    lines: list[Text] = [say("task-overdue", n=len(rows))]
    lines += [
        say(
            "task-late",
            code=code_of(row.id),
            owner=_owner(post.connection, row),
            n=days_late(row.due_on, today),
            said=shortened(row.said, LINE),
        )
        for row in rows[:NAMED]
    ]
    _tell(post, [person_id], lines, [[("x.cmd.viec", say("b-open-tasks"))]])


def _tell_owner(post: Post, row: TaskRow, head: Text) -> None:
    if row.owner_id is not None:
        _tell(post, [row.owner_id], [head, row.said], [[(button("taskdone", row.id), say("b-task-done"))]])


def _tell(
    post: Post,
    whom: list[int],
    lines: list[Text],
    rows: list[list[tuple[str, Text]]] | None = None,
    rank: int = REMINDER,
) -> None:
    places = people.places_of(post.connection, whom, post.pushing)
    post.owe([letter(place, lines, rows or (), rank=rank) for place in places])


# -- what conversations may know -------------------------------------------------------------------------


def facts(post: Post, person_id: int, about: Mapping[str, int]) -> TasksFacts:
    """One's own open tasks, those of the units one coordinates, and the one a talk was begun for."""
    connection = post.connection
    who = access.viewer(connection, person_id, post.today)
    handles = access.units_for(connection, who, "meeting", "handle")
    one = in_hand(connection, who, about["task"]) if "task" in about else None
    return TasksFacts(
        tuple(_facts(post, row) for row in tasks.open_of(connection, person_id)),
        tuple(_facts(post, row) for row in tasks.of_units(connection, handles, person_id)) if handles else (),
        bool(handles),
        _facts(post, one) if one else None,
    )


def _facts(post: Post, row: TaskRow) -> TaskFacts:
    code, due = code_of(row.id), f"{row.due_on:%d/%m/%Y}"
    late = days_late(row.due_on, _today(post))
    state = say("task-is-late", n=late) if late else say("task-is-due", due=due)
    return TaskFacts(
        row.id,
        say("task-label", code=code, due=f"{row.due_on:%d/%m}", title=shortened(row.said, TITLE)),
        (say("task-head", code=code, owner=_owner(post.connection, row), state=state), row.said),
        row.state == OPEN,
    )


def _today(post: Post) -> date:
    return post.now.astimezone(ZoneInfo(post.zone)).date()


def _owner(connection: Connection, row: TaskRow) -> str:
    return people.label_of(connection, row.owner_id) if row.owner_id is not None else "–"
