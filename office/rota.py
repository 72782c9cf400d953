"""The duty rota: planned by coordinators, exchanged between colleagues, handed over at the change of shifts.

Rows are the truth: a hand-over is said once for ever, by whichever process comes first, also after downtime.
Quiet hours do not hold it: it is duty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.rota import (
    Officer,
    PlanRota,
    RotaFacts,
    Watch,
    day_name,
    monday_of,
    plan,
    short_moment,
    still_ahead,
    watch_line,
)
from domain.text import fold
from messages import Say, Text, say
from office.coordinators import coordinates
from office.ids import button
from office.post import Post, letter
from storage import alerts, audit, directory, people, reports, shifts
from storage.outbox import REMINDER
from storage.people import Member
from storage.shifts import ShiftRow

WEEKS = 3
"""This week and the two after it can be seen and planned."""

URGENT_SHOWN = 8
"""Open urgent matters named in a hand-over."""


def officers_of(connection: Connection, unit_id: int) -> tuple[Officer, ...]:
    """Who may be on duty in the unit: its duty officers, then its coordinators."""
    team = people.team_of(connection, unit_id)
    listed = [one for role in shifts.ON_ROTA for one in team if one.role == role]
    return tuple(Officer(id, label) for id, label in {one.person_id: one.label for one in listed}.items())


def facts(
    connection: Connection, member: Member, now: datetime, zone: ZoneInfo, hours: tuple[time, time]
) -> tuple[RotaFacts, ...]:
    """The rotas of the units on whose duty list the person is, from this Monday on; that at home first."""
    monday = monday_of(now.astimezone(zone).date())
    start = datetime.combine(monday, time(), zone)
    plans = people.units_of(connection, member.person_id, "coordinator")
    listed = (id for role in shifts.ON_ROTA for id in people.units_of(connection, member.person_id, role))
    units = sorted(dict.fromkeys(listed), key=lambda id: id != member.unit_id)
    names = directory.names_of(connection, units)
    return tuple(
        RotaFacts(
            id,
            names[id],
            zone,
            hours,
            tuple(
                _watch(one)
                for one in shifts.between(connection, id, start, start + timedelta(weeks=WEEKS + 1))
            ),
            officers_of(connection, id),
            id in plans,
        )
        for id in units
    )


def _watch(row: ShiftRow) -> Watch:
    return Watch(row.from_at, row.to_at, row.person_id, row.label, row.id)


# -- as a table --------------------------------------------------------------------------------------------


def officers_called(connection: Connection, unit_id: int) -> dict[str, int | None]:
    """The duty list by folded label and by "ctv-17"; None under a label that several have."""
    found: dict[str, int | None] = {}
    for one in officers_of(connection, unit_id):
        label = fold(one.label)
        found[label] = None if label in found else one.person_id
    return found | {f"ctv-{one.person_id}": one.person_id for one in officers_of(connection, unit_id)}


def planned(connection: Connection, unit_id: int, now: datetime, zone: ZoneInfo) -> list[Watch]:
    """The rota from this Monday on; whose label is not their own alone is called "CTV-17"."""
    start = datetime.combine(monday_of(now.astimezone(zone).date()), time(), zone)
    names = officers_called(connection, unit_id)
    rows = shifts.between(connection, unit_id, start, start + timedelta(days=3650))
    return [
        replace(one, label=one.label if names.get(fold(one.label)) else f"CTV-{one.person_id}")
        for one in map(_watch, rows)
    ]


def take_over(connection: Connection, unit_id: int, found: Sequence[Watch], now: datetime) -> None:
    """Put the shifts of a table in the place of whatever was planned between its first and its last hour."""
    shifts.hold(connection, unit_id)
    shifts.clear(connection, unit_id, found[0].start, max(one.end for one in found))
    shifts.add(connection, unit_id, [(one.person_id, one.start, one.end) for one in found])
    audit.note(connection, "rota-imported", f"unit {unit_id}", now=now, shifts=len(found))


# -- what coordinators do ----------------------------------------------------------------------------------


def save_week(
    post: Post,
    member: Member,
    wish: PlanRota,
    zone: ZoneInfo,
    hours: tuple[time, time],
) -> list[Watch] | None:
    """Put people on duty for a week, in the place of whoever was; the past and the shift that is
    running until the next change stay. Everybody put on duty is told. None: this person may not."""
    connection, unit_id = post.connection, wish.unit
    known = {one.person_id: one for one in officers_of(connection, unit_id)}
    people_in_turn = [known[id] for id in wish.people if id in known]
    if not coordinates(connection, member.person_id, unit_id) or not people_in_turn:
        return None
    shifts.hold(connection, unit_id)
    covered = bool(shifts.on_duty(connection, unit_id, post.now))
    planned = still_ahead(
        plan(wish.monday, wish.pattern, people_in_turn, zone, hours), post.now, covered=covered
    )
    if planned:
        shifts.clear(connection, unit_id, planned[0].start, planned[-1].end)
        shifts.add(connection, unit_id, [(one.person_id, one.start, one.end) for one in planned])
        audit.note(
            connection, "rota-planned", f"unit {unit_id}", now=post.now, actor=audit.person(member.person_id)
        )
        _tell_planned(post, planned, wish.monday, zone)
    return planned


def _tell_planned(post: Post, planned: Sequence[Watch], monday: date, zone: ZoneInfo) -> None:
    for place in people.places_of(post.connection, sorted({one.person_id for one in planned}), post.pushing):
        mine = [one for one in planned if one.person_id == place.person_id]
        lines: list[Text] = [
            say("rota-yours", day=day_name(monday)),
            *(watch_line(one, zone) for one in mine),
        ]
        post.owe([letter(place, lines, rank=REMINDER)])


def change_shift(post: Post, member: Member, shift_id: int, person_id: int, zone: ZoneInfo) -> Say:
    """A coordinator gives a shift to somebody else; both are told. Gives what to answer."""
    connection = post.connection
    row = _held(connection, shift_id)
    if row is None or not coordinates(connection, member.person_id, row.unit_id):
        return say("e-perm")
    known = {one.person_id: one.label for one in officers_of(connection, row.unit_id)}
    if person_id not in known:
        return say("e-perm")
    if row.to_at <= post.now:
        return say("e-shift-over")
    if row.person_id != person_id:
        _hand(post, row, person_id, zone, told=[row.person_id, person_id])
    return say("c-shift-changed", who=known[person_id], shift=watch_line(_watch(row), zone))


def _held(connection: Connection, shift_id: int) -> ShiftRow | None:
    """A shift as it stands, which no other process changes until the commit."""
    row = shifts.find(connection, shift_id)
    if row is None:
        return None
    shifts.hold(connection, row.unit_id)
    return shifts.find(connection, shift_id)


def _hand(post: Post, row: ShiftRow, person_id: int, zone: ZoneInfo, told: Sequence[int]) -> None:
    """Give a shift to `person_id`; these people are told."""
    shifts.give(post.connection, row.id, person_id)
    who = people.label_of(post.connection, person_id)
    line = say("rota-now-has", shift=watch_line(_watch(row), zone), who=who)
    places = people.places_of(post.connection, told, post.pushing)
    post.owe([letter(place, [line], rank=REMINDER) for place in places])


# -- what duty officers do ---------------------------------------------------------------------------------


def offer(post: Post, member: Member, shift_id: int, person_id: int, zone: ZoneInfo) -> Say:
    """Ask a colleague to take over one's own shift. Gives what to answer."""
    connection = post.connection
    row = _held(connection, shift_id)
    if row is None or row.person_id != member.person_id:
        return say("e-perm")
    known = {one.person_id: one.label for one in officers_of(connection, row.unit_id)}
    if person_id not in known:
        return say("e-perm")
    if row.to_at <= post.now:
        return say("e-shift-over")
    places = people.places_of(connection, [person_id], post.pushing)
    if person_id == member.person_id or not places:
        return say("e-swap-unreachable", who=known[person_id])
    shifts.offer(connection, row.id, person_id)
    asks = say("rota-asked", who=row.label, shift=watch_line(_watch(row), zone))
    rows = [[(button("take", row.id), say("b-take-shift")), (button("decline", row.id), say("b-decline"))]]
    post.owe([letter(places[0], [asks], rows, rank=REMINDER)])
    return say("c-swap-asked", who=known[person_id])


def take(post: Post, member: Member, shift_id: int, zone: ZoneInfo) -> Say | None:
    """The colleague who is asked takes the shift; owner and coordinators are told. None: nobody asks this
    person (any more)."""
    row = _asked(post, member, shift_id)
    if row is None:
        return None
    if row.to_at <= post.now:
        shifts.offer(post.connection, row.id, None)
        return say("e-shift-over")
    told = [row.person_id, *people.people_with(post.connection, row.unit_id, ("coordinator",))]
    _hand(post, row, member.person_id, zone, [id for id in dict.fromkeys(told) if id != member.person_id])
    return say("c-shift-taken", shift=watch_line(_watch(row), zone))


def decline(post: Post, member: Member, shift_id: int, zone: ZoneInfo) -> Say | None:
    """The colleague who is asked does not take it; the owner is told. None: nobody asks this person."""
    row = _asked(post, member, shift_id)
    if row is None:
        return None
    shifts.offer(post.connection, row.id, None)
    who = people.label_of(post.connection, member.person_id)
    line = say("rota-declined", who=who, shift=watch_line(_watch(row), zone))
    for place in people.places_of(post.connection, [row.person_id], post.pushing):
        post.owe([letter(place, [line], rank=REMINDER)])
    return say("c-swap-declined")


def _asked(post: Post, member: Member, shift_id: int) -> ShiftRow | None:
    row = _held(post.connection, shift_id)
    return row if row is not None and row.wanted_by == member.person_id else None


# -- at the change -----------------------------------------------------------------------------------------


def hand_over(post: Post, zone: ZoneInfo) -> int:
    """Say every change of shifts that has come: to who begins, what is open; to who ends, who has taken over.
    Gives how many shifts began."""
    begun = shifts.begin(post.connection, post.now)
    for row in begun:
        before = shifts.before(post.connection, row)
        if not before and _goes_on(post, row):
            continue
        opened = _open_matters(post.connection, row.unit_id)
        start = say("rota-begins", until=short_moment(row.to_at, zone), urgent=opened)
        ends = say("rota-ends", who=row.label, until=short_moment(row.to_at, zone))
        for place in people.places_of(post.connection, [row.person_id], post.pushing):
            post.owe([letter(place, [start], rank=REMINDER)])
        for place in people.places_of(post.connection, before, post.pushing):
            post.owe([letter(place, [ends], rank=REMINDER)])
    return len(begun)


def _goes_on(post: Post, row: ShiftRow) -> bool:
    """Whether the same person was on duty just before and knows it, so that nothing changes."""
    earlier = shifts.between(post.connection, row.unit_id, row.from_at - timedelta(seconds=1), row.from_at)
    return any(one.person_id == row.person_id and one.told_at is not None for one in earlier)


def _open_matters(connection: Connection, unit_id: int) -> Say:
    codes = [reports.code_of(one["report_id"]) for _, one in alerts.open_alerts_for(connection, unit_id)]
    return say("rota-open", n=len(codes), codes=", ".join(codes[:URGENT_SHOWN]))
