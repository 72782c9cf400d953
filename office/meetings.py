"""Meetings: called, answered, reminded of, called off. DOMAIN §1 row 1.

Every act takes the meeting by `in_hand`, which looks whether this person may: button data can be forged.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.access import Act
from domain.meetings import CALLED_OFF, PLANNED, REPLIES, WAITING, NewMeeting, next_moment
from domain.when import moment
from messages import Say, Text, catalogue, say
from office import access, mailing
from office.access import Viewer
from office.desk_rules import DeskRules
from office.ids import button
from office.mailing import Content
from office.post import Post, letter
from office.reminding import Reminding
from storage import audit, directory, mailings, meetings, people, periods
from storage.meetings import MeetingRow
from storage.outbox import REMINDER, REPLY
from storage.people import Place

KIND = "meeting"
"""The kind of mailing that an invitation is."""


def in_hand(
    connection: Connection, who: Viewer, id: int, act: Act = "handle", *, hold: bool = False
) -> MeetingRow | None:
    """The meeting, if this person may do that with it."""
    row = meetings.find(connection, id, hold=hold)
    if row is None or row.state == CALLED_OFF:
        return None
    return row if access.may(connection, who, "meeting", act, row.unit_id) else None


def call(
    post: Post, how: Reminding, rules: DeskRules, who: Viewer, wish: NewMeeting, author: Place | None
) -> MeetingRow | None:
    """Invite an audience to a meeting; its chair is told. None where this person may not, or it is over."""
    unit_id = wish.audience.unit_id
    if not access.may(post.connection, who, "meeting", "handle", unit_id) or wish.at <= post.now:
        return None
    leaders = people.people_with(post.connection, unit_id, ("leader",))
    chair = wish.chair if wish.chair in leaders else next(iter(leaders), None)
    period = periods.find(post.connection, wish.period) if wish.period else None
    stage, next_at = next_moment(wish.at, post.now, rules.manners(wish.at))
    id = meetings.add(
        post.connection,
        unit_id=unit_id,
        period_id=period.id if period and period.unit_id == unit_id else None,
        at=wish.at,
        place=wish.place,
        state=PLANNED,
        chair_id=chair,
        made_by=who.person_id,
        made_at=post.now,
        agenda_state="none",
        round=0,
        conclusions=[],
        stage=stage,
        next_at=next_at,
    )
    row = meetings.find(post.connection, id)
    assert row is not None
    line = invitation(post, row)
    invited = mailing.start(
        post,
        how,
        kind=KIND,
        audience=wish.audience,
        one=Content(_title(post, row), [line], [reply_buttons(id)]),
        author=author,
        author_id=who.person_id,
        subject_id=id,
    )
    meetings.change(post.connection, id, mailing_id=invited)
    audit.note(
        post.connection, "meeting-called", f"meeting {id}", now=post.now, actor=audit.person(who.person_id)
    )
    if chair is not None and chair != who.person_id:
        _tell(post, [chair], [line, say("meeting-you-chair")])
    return meetings.find(post.connection, id)


def invitation(post: Post, row: MeetingRow) -> Say:
    """Who meets, when, where."""
    unit = directory.find_unit(post.connection, row.unit_id).name
    return say("meeting-invitation", unit=unit, at=moment(row.at, ZoneInfo(post.zone)), place=row.place)


def reply_buttons(id: int) -> list[tuple[str, Text]]:
    """[✅ Dự họp] [❌ Vắng] [🕒 Chưa rõ]."""
    return [(button(f"come-{said}", id), say(f"b-come-{said}")) for said in REPLIES]


def _title(post: Post, row: MeetingRow) -> str:
    """What its author knows the invitation by."""
    return catalogue("vi").render(moment(row.at, ZoneInfo(post.zone)))


def reply(post: Post, person_id: int, id: int, said: str) -> MeetingRow | None:
    """Keep whether somebody comes; the last word counts. Gives the meeting; None for who is not invited, and
    once it has begun or was called off."""
    row = meetings.find(post.connection, id)
    if row is None or said not in REPLIES or row.state not in (PLANNED, WAITING) or row.at <= post.now:
        return None
    if not meetings.is_invited(post.connection, id, person_id):
        return None
    meetings.reply(post.connection, id, person_id, said, post.now)
    return row


def is_movable(post: Post, row: MeetingRow) -> bool:
    """Whether its hour can be moved: it has not begun, and its conclusions are before nobody."""
    return row.state == PLANNED and row.at > post.now


def move(post: Post, rules: DeskRules, who: Viewer, row: MeetingRow, at: datetime) -> bool:
    """It takes place at another hour. Whoever has the invitation is told once and asked anew, for what was
    answered was meant for the former hour; whoever still waits for it reads the new hour there. Reminders are
    those of the new hour. False where that cannot be.
    """
    if not is_movable(post, row) or at <= post.now or at == row.at:
        return False
    stage, next_at = next_moment(at, post.now, rules.manners(at))
    meetings.change(post.connection, row.id, at=at, stage=stage, next_at=next_at)
    meetings.drop_replies(post.connection, row.id)
    moved = meetings.find(post.connection, row.id)
    assert moved is not None
    one = Content(_title(post, moved), [invitation(post, moved)], [reply_buttons(row.id)])
    will_read = mailing.reword(post, row.mailing_id, one) if row.mailing_id is not None else set()
    audit.note(
        post.connection,
        "meeting-moved",
        f"meeting {row.id}",
        now=post.now,
        actor=audit.person(who.person_id),
        before=row.at.isoformat(),
        at=at.isoformat(),
    )
    invited = {id for id, *_ in meetings.roll(post.connection, row.id)}
    line = _moved(post, moved, row.at)
    _tell(post, invited - will_read, [line], [reply_buttons(row.id)], not_before_at=post.by_day())
    if row.chair_id is not None and row.chair_id not in {*invited, who.person_id}:
        _tell(post, [row.chair_id], [line], not_before_at=post.by_day())
    return True


def _moved(post: Post, row: MeetingRow, before: datetime) -> Say:
    zone, unit = ZoneInfo(post.zone), directory.find_unit(post.connection, row.unit_id).name
    at, former = moment(row.at, zone), moment(before, zone)
    return say("meeting-moved", unit=unit, at=at, before=former, place=row.place)


def call_off(post: Post, who: Viewer, row: MeetingRow, why: str) -> bool:
    """It does not take place: everybody invited who has not refused, and the chair, are told why."""
    if row.state not in (PLANNED, WAITING) or not why.strip():
        return False
    meetings.change(post.connection, row.id, state=CALLED_OFF, next_at=None)
    if row.mailing_id is not None and (sent := mailings.find(post.connection, row.mailing_id)) is not None:
        mailing.steer(post, sent, "call-off")
    audit.note(
        post.connection,
        "meeting-called-off",
        f"meeting {row.id}",
        now=post.now,
        actor=audit.person(who.person_id),
        why=why,
    )
    told = [id for id, _, _, said in meetings.roll(post.connection, row.id) if said != "no"]
    told += [row.chair_id] if row.chair_id is not None else []
    line = say("meeting-off", at=moment(row.at, ZoneInfo(post.zone)), why=why)
    _tell(post, dict.fromkeys(told).keys() - {who.person_id}, [line])
    return True


def remind(post: Post, rules: DeskRules) -> int:
    """Remind those invited, once on the working day before and once two hours before, whatever was missed
    meanwhile; nobody who has refused, and nobody who wants no reminders. Gives of how many meetings."""
    if not rules.manners(post.now).allow(post.now):
        return 0
    due = meetings.due(post.connection, post.now)
    for row in due:
        stage, next_at = next_moment(row.at, post.now, rules.manners(row.at))
        meetings.change(post.connection, row.id, stage=stage, next_at=next_at)
        if stage > row.stage and row.at > post.now and row.state in (PLANNED, WAITING):
            _remind(post, row)
    return len(due)


def _remind(post: Post, row: MeetingRow) -> None:
    lines: list[Text] = [say("meeting-soon"), invitation(post, row)]
    if row.agenda and row.agenda_state == "approved":
        lines += [say("agenda-head"), *row.agenda]
    invited = meetings.roll(post.connection, row.id)
    open_ones = [id for id, _, wants, said in invited if wants and said in (None, "later")]
    coming = [id for id, _, wants, said in invited if wants and said == "yes"]
    _tell(post, coming, lines)
    _tell(post, open_ones, lines, [reply_buttons(row.id)], rank=REMINDER)


def tell_coordinators(post: Post, row: MeetingRow, lines: Sequence[Text], *, but: int | None = None) -> None:
    """Tell the unit's coordinators of a meeting, with the way to it."""
    told = people.people_with(post.connection, row.unit_id, ("coordinator",))
    buttons = [[(button("meeting", row.id), say("b-open-meeting"))]]
    _tell(post, [one for one in told if one != but], lines, buttons, rank=REPLY)


def _tell(
    post: Post,
    whom: Collection[int],
    lines: Sequence[Text],
    rows: Sequence[Sequence[tuple[str, Text]]] = (),
    rank: int = REMINDER,
    not_before_at: datetime | None = None,
) -> None:
    places = people.places_of(post.connection, sorted(whom), post.pushing)
    post.owe([letter(place, lines, rows, rank=rank, not_before_at=not_before_at) for place in places])


def last_before(connection: Connection, row: MeetingRow) -> datetime:
    """Since when what came in belongs to this meeting: the one before, else the period's beginning, else
    when it was called."""
    earlier = meetings.before(connection, row.unit_id, row.at)
    if earlier is not None:
        return earlier.at
    period = periods.find(connection, row.period_id) if row.period_id is not None else None
    return period.start_at if period is not None else row.made_at
