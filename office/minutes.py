"""What a meeting leaves: statements, conclusions, the chair's approval; then tasks and a message to all.

DOMAIN §1 rows 2, 6, 9. Nothing a coordinator has noted counts before the chair approves it; where a unit has
no leader here, its coordinator approves, and the trail says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.commands import FileReport
from domain.meetings import CONCLUDED, MOST_CONCLUSIONS, PLANNED, ROUNDS, WAITING, Conclude
from domain.when import moment
from messages import Text, catalogue, say
from office import agenda, mailing, meetings, reporting, tasks
from office.access import Viewer
from office.desk_rules import DeskRules
from office.ids import button
from office.mailing import Content
from office.on_behalf import Whose
from office.post import Post, letter
from office.reminding import Reminding
from office.reporting import Filed
from office.rules import Rules
from storage import audit, mailings, people
from storage import meetings as rows
from storage.meetings import MeetingRow
from storage.outbox import REPLY
from storage.people import Member, Place

KIND = "conclusion"
"""The kind of mailing by which conclusions go out."""
CHANNEL = "meeting"
"""How a statement came (DOMAIN §1 rows 6, 33)."""


def state_heard(
    post: Post, member: Member, rules: Rules, row: MeetingRow, heard: FileReport, period_id: int | None
) -> Filed:
    """Keep what somebody said at a meeting as a report, entered by the coordinator; its words are masked."""
    filed = reporting.file_report(
        post,
        Whose(row.unit_id, None),
        rules,
        said=heard.said,
        topic=heard.topic or "KH",
        tone=heard.tone,
        level=heard.level,
        channel=CHANNEL,
        period_id=period_id,
        entered_by=member.person_id,
    )
    rows.add_statement(post.connection, row.id, filed.id)
    return filed


# -- conclusions -----------------------------------------------------------------------------------------


def conclude(post: Post, row: MeetingRow, wish: Conclude) -> bool:
    """Note a conclusion. What was before the chair comes back: it is not what was shown there any more."""
    if row.state not in (PLANNED, WAITING) or len(row.conclusions) >= MOST_CONCLUSIONS:
        return False
    owner = wish.owner if wish.owner in dict(team(post.connection, row.unit_id)) else None
    if (wish.owner is None) != (owner is None):
        return False
    due = wish.due_on.isoformat() if wish.due_on else None
    _note(post, row, [*row.conclusions, {"said": wish.said, "owner": owner, "due": due}])
    return True


def drop(post: Post, row: MeetingRow, place: int) -> bool:
    """Take one out again."""
    if row.state not in (PLANNED, WAITING) or not 0 <= place < len(row.conclusions):
        return False
    _note(post, row, [one for at, one in enumerate(row.conclusions) if at != place])
    return True


def _note(post: Post, row: MeetingRow, conclusions: list[dict[str, Any]]) -> None:
    rows.change(
        post.connection, row.id, conclusions=conclusions, state=PLANNED, round=(row.round + 1) % ROUNDS
    )


def team(connection: Connection, unit_id: int) -> list[tuple[int, str]]:
    """(person, label) of everybody who serves in the unit and can be given work."""
    return [(one.person_id, one.label) for one in people.team_of(connection, unit_id)]


def conclusion_lines(connection: Connection, row: MeetingRow) -> list[Text]:
    """The conclusions as they are shown, with who does what until when."""
    names = dict(team(connection, row.unit_id))
    return [
        say(
            "conclusion-task", n=n, said=one["said"], owner=names.get(one["owner"], "–"), due=_day(one["due"])
        )
        if one["owner"] is not None
        else say("conclusion-line", n=n, said=one["said"])
        for n, one in enumerate(row.conclusions, 1)
    ]


def _day(written: str) -> str:
    return f"{date.fromisoformat(written):%d/%m/%Y}"


# -- before the chair ------------------------------------------------------------------------------------


def put_agenda(post: Post, rules: DeskRules, row: MeetingRow) -> bool:
    """Put the programme, as it is built now, before the chair; without one it stands as it is."""
    if row.state != PLANNED:
        return False
    lines = agenda.build(post, rules, row)
    words = catalogue("vi")
    state = "put" if row.chair_id is not None else "approved"
    round = (row.round + 1) % ROUNDS
    rows.change(
        post.connection,
        row.id,
        agenda=[words.render(line) for line in lines],
        agenda_state=state,
        round=round,
    )
    _put(post, row, round, [say("meeting-put-agenda", at=_at(post, row)), *lines], "b-approve-agenda")
    return True


def put_conclusions(
    post: Post, how: Reminding, rules: DeskRules, who: Viewer, row: MeetingRow, author: Place | None
) -> bool:
    """Put the conclusions before the chair; without one, whoever coordinates approves them."""
    if row.state != PLANNED or not row.conclusions:
        return False
    round = (row.round + 1) % ROUNDS
    rows.change(post.connection, row.id, state=WAITING, round=round)
    if row.chair_id is None:
        _approve_conclusions(post, how, rules, who, replace(row, state=WAITING), author)
        return True
    lines = [say("meeting-put-conclusions", at=_at(post, row)), *conclusion_lines(post.connection, row)]
    _put(post, row, round, lines, "b-approve-concl")
    return True


def _put(post: Post, row: MeetingRow, round: int, lines: Sequence[Text], label: str) -> None:
    number = row.id * ROUNDS + round
    buttons = [[(button("approve", number), say(label)), (button("comment", row.id), say("b-comment"))]]
    chair = [row.chair_id] if row.chair_id is not None else []
    for place in people.places_of(post.connection, chair, post.pushing):
        post.owe([letter(place, lines, buttons, rank=REPLY)])


def waiting_for(row: MeetingRow) -> str:
    """What is before the chair: "agenda", "conclusions" or nothing ("")."""
    if row.state == WAITING:
        return "conclusions"
    return "agenda" if row.state == PLANNED and row.agenda_state == "put" else ""


def to_approve(connection: Connection, who: Viewer, id: int) -> MeetingRow | None:
    """The meeting, held still, if this person may approve for it."""
    return meetings.in_hand(connection, who, id, "approve", hold=True)


def approve(post: Post, how: Reminding, rules: DeskRules, who: Viewer, row: MeetingRow, round: int) -> str:
    """A leader approves what was put there in this round: gives "agenda" or "conclusions"; "changed" when it
    is not what waits now."""
    waits = waiting_for(row)
    if not waits or round != row.round:
        return "changed"
    if waits == "agenda":
        rows.change(post.connection, row.id, agenda_state="approved")
        meetings.tell_coordinators(post, row, [say("meeting-agenda-approved", at=_at(post, row))])
    else:
        _approve_conclusions(post, how, rules, who, row, _author_place(post, row))
    return waits


def write_back(post: Post, who: Viewer, row: MeetingRow, said: str) -> bool:
    """The chair writes to the coordinators; what was there comes back to them."""
    waits = waiting_for(row)
    if not waits or not said.strip():
        return False
    state = {"agenda_state": "none"} if waits == "agenda" else {"state": PLANNED}
    rows.change(post.connection, row.id, round=(row.round + 1) % ROUNDS, **state)
    meetings.tell_coordinators(post, row, [say("meeting-comment", at=_at(post, row), said=said)])
    return True


def _approve_conclusions(
    post: Post, how: Reminding, rules: DeskRules, who: Viewer, row: MeetingRow, author: Place | None
) -> None:
    lines = conclusion_lines(post.connection, row)
    words = catalogue("vi")
    rows.change(
        post.connection,
        row.id,
        state=CONCLUDED,
        conclusion="\n".join(words.render(line) for line in lines),
        concluded_at=post.now,
        concluded_by=who.person_id,
        next_at=None,
    )
    audit.note(
        post.connection,
        "meeting-concluded",
        f"meeting {row.id}",
        now=post.now,
        actor=audit.person(who.person_id),
        without_chair=row.chair_id is None,
    )
    for one in row.conclusions:
        if one["owner"] is not None:
            due_on = date.fromisoformat(one["due"])
            tasks.give(
                post, rules, unit_id=row.unit_id, said=one["said"], owner_id=one["owner"], due_on=due_on,
                by=row.made_by, meeting_id=row.id,
            )  # fmt: skip
    _broadcast(post, how, who, row, lines, author)
    if row.chair_id is not None:
        meetings.tell_coordinators(post, row, [say("meeting-concluded", at=_at(post, row))])


def _broadcast(
    post: Post, how: Reminding, who: Viewer, row: MeetingRow, lines: Sequence[Text], author: Place | None
) -> None:
    """The approved conclusions, to everybody who was invited, each to say "đã nắm"."""
    invited = mailings.find(post.connection, row.mailing_id) if row.mailing_id is not None else None
    if invited is None:
        return
    head = say("meeting-conclusions", at=_at(post, row), place=row.place)
    mailing.start(
        post,
        how,
        kind=KIND,
        audience=invited.audience,
        one=Content(catalogue("vi").render(_at(post, row)), [head, *lines], acknowledged=True),
        author=author,
        author_id=row.made_by if row.made_by is not None else who.person_id,
        subject_id=row.id,
    )


def _author_place(post: Post, row: MeetingRow) -> Place | None:
    """Where the coordinator who called the meeting reads how the message to all goes."""
    made_by = [row.made_by] if row.made_by is not None else []
    return next(iter(people.places_of(post.connection, made_by, post.pushing)), None)


def _at(post: Post, row: MeetingRow) -> Text:
    return moment(row.at, ZoneInfo(post.zone))
