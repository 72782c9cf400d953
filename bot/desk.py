"""What a conversation is told: read from storage and settings for one turn (DESIGN §2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.consent import ConsentFacts
from domain.facts import (
    Area,
    Facts,
    InviteFacts,
    PeriodFacts,
    PersonFacts,
    RecordFacts,
    ReportFacts,
    UnitFacts,
)
from domain.rota import RotaFacts
from domain.staff import Colleague, StaffFacts
from domain.topics import Topic
from office import polls, reporting, rota, standings
from office.post import Post
from office.reminding import Reminding
from office.rules import Rules
from storage import directory, focus, obligations, people, periods, reports
from storage.directory import UnitRow
from storage.obligations import OWES, Owed
from storage.people import Member
from storage.periods import REGULAR, PeriodRow
from storage.reports import ReportRow

T = TypeVar("T")

CONSENT_VERSION = "1"
"""Raised whenever the words of `consent` change; the digest of the text shown is stored beside it."""

RECORD = 12
"""Periods of a person's own record: a year of months."""

FRESH_SECONDS = 5.0
"""How long units and periods are trusted without another look."""


@dataclass(frozen=True, slots=True)
class House:
    """What the operator has set, as conversations need it."""

    rules: Rules
    topics: tuple[Topic, ...]
    contact: str
    keep_months: int
    silent_periods: int = 2


class Desk:
    """Facts for turns. Units and periods change seldom, so they are remembered for a few seconds."""

    def __init__(self, house: House, reminding: Reminding) -> None:
        """`house` is what the operator has set, `reminding` how people are reminded."""
        self.house = house
        self.reminding = reminding
        self.zone = ZoneInfo(house.rules.zone)
        self._units: dict[int, tuple[datetime, UnitRow]] = {}
        self._periods: dict[int, tuple[datetime, PeriodRow | None]] = {}

    def unit(self, connection: Connection, id: int, now: datetime) -> UnitRow:
        """The unit with this id."""
        return _remembered(self._units, id, now, lambda: directory.find_unit(connection, id))

    def period(self, connection: Connection, unit_id: int, now: datetime) -> PeriodRow | None:
        """The unit's open period."""
        return _remembered(self._periods, unit_id, now, lambda: periods.running(connection, unit_id, now))

    def facts(
        self,
        post: Post,
        member: Member | None,
        *,
        lang: str,
        abroad: bool,
        invite: InviteFacts | None = None,
        report_id: int | None = None,
        urgent: bool = False,
        history: bool = False,
        staff: bool = False,
        rota_too: bool = False,
        polls_too: bool = False,
        poll_id: int | None = None,
    ) -> Facts:
        """All a flow may know in this turn. `abroad`: the channel stores outside Viet Nam; `history`: the
        person's own reports are needed; `report_id`: the report a talk was begun for; `staff`,
        `rota_too`, `polls_too`: what the office knows, for those who may know it; `poll_id`: the poll whose
        button began the talk."""
        connection, now = post.connection, post.now
        unit = UnitFacts("", invite.unit if invite else "", contact=self.house.contact)
        area = person = None
        if member is not None:
            row = self.unit(connection, member.unit_id, now)
            unit = UnitFacts(row.code, row.name, row.duty_phone or "", self.house.contact)
            area = Area(row.code, row.name)
            label = member.label or f"CTV-{member.person_id}"
            erasing = history and people.is_erasing(connection, member.person_id)
            person = PersonFacts(member.person_id, label, member.lang, member.reminders, erasing)
        own = reports.reports_of(connection, member.person_id) if member and history else []
        return Facts(
            now=now,
            today=now.astimezone(self.zone).date(),
            lang=lang,
            unit=unit,
            consent=ConsentFacts(
                CONSENT_VERSION, unit.name, self.house.keep_months, self.house.contact, abroad
            ),
            person=person,
            home_area=area,
            areas=(area,) if area else (),
            topics=self.house.topics,
            period=self._period_facts(post, member, owed=history),
            invite=invite,
            reports=tuple(self._report_facts(one, post) for one in own if one.status != "withdrawn"),
            report=self._begun_for(post, member, report_id),
            urgent=urgent,
            amend_minutes=int(self.house.rules.editable.total_seconds() // 60),
            record=self._record(post, member) if member and history else (),
            staff=self._staff_facts(post, member) if member and staff else None,
            rota=self._rota_facts(post, member) if member and rota_too else None,
            polls=polls.facts(connection, member, now, self.zone, poll_id) if member and polls_too else None,
        )

    def duty_hours(self, now: datetime) -> tuple[time, time]:
        """When the day's watch begins and ends: with the working day."""
        hours = self.reminding.manners(now).calendar.hours
        return hours[0][0], hours[-1][1]

    def _rota_facts(self, post: Post, member: Member) -> RotaFacts:
        return rota.facts(post.connection, member, post.now, self.zone, self.duty_hours(post.now))

    def _record(self, post: Post, member: Member) -> tuple[RecordFacts, ...]:
        mine = obligations.record_of(post.connection, member.person_id, RECORD)
        return tuple(
            RecordFacts(one.name, one.state, self._shown(one.settled_at))
            for one in mine
            if one.due_at <= post.now or one.state != OWES
        )

    def _shown(self, instant: datetime | None) -> str:
        return f"{instant.astimezone(self.zone):%H:%M %d/%m/%Y}" if instant else ""

    def _staff_facts(self, post: Post, member: Member) -> StaffFacts:
        connection, unit_id = post.connection, member.unit_id
        team = people.team_of(connection, unit_id)
        return StaffFacts(
            people.roles_of(connection, member.person_id),
            unit_id,
            standings.current(connection, unit_id, post.now, self.reminding),
            tuple(Colleague(one.person_id, one.label, one.role) for one in team),
            tuple(standings.silent(connection, unit_id, post.now, self.house.silent_periods)),
            self.house.silent_periods,
        )

    def _period_facts(self, post: Post, member: Member | None, *, owed: bool) -> PeriodFacts | None:
        if member is None:
            return None
        running = self.period(post.connection, member.unit_id, post.now)
        mine = obligations.open_of(post.connection, member.person_id, post.now) if owed else []
        regular = [one for one in mine if one.programme == REGULAR]
        late = next((one for one in regular if one.state == OWES and one.due_at < post.now), None)
        if late is not None:
            return self._owed_period(post.connection, late, late=True)
        if running is None:
            return None
        state = next((one.state for one in regular if one.period_id == running.id), OWES)
        done = state != OWES or (
            owed and reports.nil_in_period(post.connection, member.person_id, running.id) is not None
        )
        return self._owed_period(post.connection, running, settled=done)

    def _owed_period(
        self, connection: Connection, row: PeriodRow | Owed, *, settled: bool = False, late: bool = False
    ) -> PeriodFacts:
        id = row.id if isinstance(row, PeriodRow) else row.period_id
        opens_on = (row.nil_from_at or row.due_at).astimezone(self.zone).date()
        points = tuple((one.topic, one.said) for one in focus.of_periods(connection, [id]))
        return PeriodFacts(id, row.code, row.name, row.due_at, opens_on, settled, late, points)

    def _begun_for(self, post: Post, member: Member | None, report_id: int | None) -> ReportFacts | None:
        if member is None or report_id is None:
            return None
        row = reporting.own_report(post, member, report_id)
        return self._report_facts(row, post) if row else None

    def _report_facts(self, row: ReportRow, post: Post) -> ReportFacts:
        return ReportFacts(
            row.id,
            row.code,
            row.filed_at,
            row.filed_at.astimezone(self.zone).date(),
            row.said,
            row.topic,
            row.tone,
            row.level,
            row.status,
            reporting.is_editable(row, post),
            row.taken_at is not None,
            row.nil,
        )


def _remembered(shelf: dict[int, tuple[datetime, T]], key: int, now: datetime, look: Callable[[], T]) -> T:
    seen = shelf.get(key)
    if seen is not None and abs((now - seen[0]).total_seconds()) < FRESH_SECONDS:
        return seen[1]
    found = look()
    shelf[key] = (now, found)
    return found
