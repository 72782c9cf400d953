"""What a conversation is told: read from storage and settings for one turn (DESIGN §2)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.entrances import Entrances
from domain.consent import ConsentFacts
from domain.facts import (
    Area,
    Facts,
    InviteFacts,
    PeriodFacts,
    PersonFacts,
    RecordFacts,
    ReportFacts,
    RequestFacts,
    UnitFacts,
)
from domain.staff import Colleague, FocusFacts, StaffFacts
from domain.topics import Topic
from domain.when import written
from handlers import Need
from messages import Say, say
from office import (
    access,
    cards,
    channels,
    desk_facts,
    figures,
    gaps,
    mailing,
    meeting_facts,
    mutes,
    on_behalf,
    polls,
    programmes,
    reporting,
    results,
    rota,
    sealing,
    standings,
    still,
    tasks,
)
from office import campaigns as campaigns_of
from office.coordinators import unit_of
from office.desk_rules import DeskRules
from office.periods import Plan
from office.post import Post
from office.regulations import in_force
from office.reminding import Reminding
from office.rules import Rules
from office.terms import book_of
from storage import audiences, directory, focus, obligations, people, periods, reports
from storage.campaigns import CampaignRow
from storage.directory import UnitRow
from storage.obligations import NIL, OWES, Owed
from storage.people import Member
from storage.periods import REGULAR, REQUEST, PeriodRow
from storage.reports import ReportRow

T = TypeVar("T")

CONSENT_VERSION = "1"
"""Raised whenever the words of `consent` change; the digest of the text shown is stored beside it."""

Points: TypeAlias = tuple[tuple[str | None, str], ...]
"""(topic, words) of what a period is to listen for."""

RECORD = 12
"""Periods of a person's own record: a year of months."""

FRESH_SECONDS = 5.0
"""How long units and periods are trusted without another look."""


@dataclass(frozen=True, slots=True)
class House:
    """What the operator has set, as conversations need it. `address`: what people open in a browser."""

    rules: Rules
    topics: tuple[Topic, ...]
    contact: str
    keep_months: int
    silent_periods: int = 2
    address: str = ""


class Desk:
    """Facts for turns. Units and periods change seldom, so they are remembered for a few seconds."""

    def __init__(
        self,
        house: House,
        reminding: Reminding,
        plan: Callable[[datetime], Plan],
        entrances: Entrances,
        desk_rules: DeskRules,
    ) -> None:
        """`house` is what the operator has set, `reminding` how people are reminded, `plan` how periods are
        made, `entrances` how one comes in by other channels, `desk_rules` how matters are referred."""
        self.house = house
        self.reminding = reminding
        self.plan = plan
        self.entrances = entrances
        self.desk_rules = desk_rules
        self.zone = ZoneInfo(house.rules.zone)
        self._units: dict[int, tuple[datetime, UnitRow]] = {}
        self._periods: dict[int, tuple[datetime, PeriodRow | None]] = {}
        self._focus: dict[int, tuple[datetime, Points]] = {}
        self._campaigns: dict[int, tuple[datetime, tuple[CampaignRow, ...]]] = {}
        self._above: dict[int, tuple[datetime, str]] = {}

    def unit(self, connection: Connection, id: int, now: datetime) -> UnitRow:
        """The unit with this id."""
        return _remembered(self._units, id, now, lambda: directory.find_unit(connection, id))

    def above(self, connection: Connection, id: int, now: datetime) -> str:
        """The name of the unit above that reads what is sealed in this one; "" where nobody would."""
        return _remembered(self._above, id, now, lambda: sealing.reading_unit(connection, id))

    def period(self, connection: Connection, unit_id: int, now: datetime) -> PeriodRow | None:
        """The unit's open period."""
        return _remembered(self._periods, unit_id, now, lambda: periods.running(connection, unit_id, now))

    def focus(self, connection: Connection, period_id: int, now: datetime) -> Points:
        """What a period is to listen for."""

        def look() -> Points:
            return tuple((one.topic, one.said) for one in focus.of_periods(connection, [period_id]))

        return _remembered(self._focus, period_id, now, look)

    def forget(self) -> None:
        """Periods have changed: look again."""
        self._periods.clear()

    def locked(self, post: Post, member: Member, period: PeriodRow) -> Say | None:
        """That a period takes nothing of this person any more, if so."""
        if obligations.takes(post.connection, period.id, member.person_id, post.now):
            return None
        running = periods.running(post.connection, member.unit_id, post.now)
        return say("e-locked", period=period.name, next=running.name if running else "")

    def campaigns(self, connection: Connection, unit_id: int, now: datetime) -> tuple[CampaignRow, ...]:
        """The campaigns a report of this unit may belong to."""
        today = now.astimezone(self.zone).date()
        return _remembered(
            self._campaigns, unit_id, now, lambda: campaigns_of.linking(connection, unit_id, today)
        )

    def forget_campaigns(self) -> None:
        """They have just been changed."""
        self._campaigns.clear()

    def forget_focus(self, period_id: int) -> None:
        """It has just been changed."""
        self._focus.pop(period_id, None)

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
        needs: Collection[Need] = (),
        request_id: int | None = None,
        poll_id: int | None = None,
        about: Mapping[str, int] | None = None,
        meeting: Mapping[str, Any] | None = None,
        alert_id: int | None = None,
    ) -> Facts:
        """All a flow may know in this turn. `abroad`: the channel stores outside Viet Nam; `report_id`,
        `request_id`, `poll_id`, `about`, `meeting`, `alert_id`: what a talk was begun for; `needs`: what this
        flow has to know beside."""
        connection, now = post.connection, post.now
        history = "history" in needs
        unit = UnitFacts("", invite.unit if invite else "", contact=self.house.contact)
        area = person = None
        if member is not None:
            row = self.unit(connection, member.unit_id, now)
            above = self.above(connection, member.unit_id, now)
            unit = UnitFacts(row.code, row.name, row.duty_phone or "", self.house.contact, above=above)
            area = Area(row.code, row.name)
            label = member.label or f"CTV-{member.person_id}"
            erasing = history and people.is_erasing(connection, member.person_id)
            person = PersonFacts(
                member.person_id,
                label,
                member.lang,
                member.reminders,
                erasing,
                direct_line=member.direct_line,
            )
        own = reports.reports_of(connection, member.person_id) if member and history else []
        requests = self._requests(post, member) if member and (request_id or "requests" in needs) else ()
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
            request=next((one for one in requests if one.period_id == request_id), None),
            requests=requests,
            meeting=on_behalf.meeting(connection, meeting) if meeting else None,
            zone=self.house.rules.zone,
            alert=still.facts(post, member.person_id, alert_id) if member and alert_id else None,
            **self._more(post, member, needs, poll_id, about or {}) if member else {},
        )

    def _more(
        self,
        post: Post,
        member: Member,
        needs: Collection[Need],
        poll_id: int | None,
        about: Mapping[str, int],
    ) -> dict[str, Any]:
        connection, now, zone = post.connection, post.now, self.house.rules.zone
        more: dict[str, Any] = {}
        if "staff" in needs:
            more["staff"] = self._staff_facts(post, member, needs)
        if "regulations" in needs:
            more["regulations"] = in_force(connection, member.unit_id, zone, member.person_id)
        if "rota" in needs:
            more["rotas"] = rota.facts(connection, member, now, self.zone, self.duty_hours(now))
        if "channels" in needs:
            more["channels"] = channels.own(post, member)
        if "results" in needs:
            more["results"] = results.facts(post, member.person_id)
        if "mutes" in needs:
            more["mutes"] = mutes.facts(connection, member, now, self.zone)
        if "polls" in needs:
            more["polls"] = polls.facts(connection, member, now, self.zone, poll_id)
        if "desk" in needs:
            more["desk"] = desk_facts.facts(post, self.desk_rules, member.person_id, about)
        if "teams" in needs:
            more["teams"] = on_behalf.teams(connection, member)
        if "programmes" in needs:
            who = access.viewer(connection, member.person_id, post.today)
            more["programmes"] = programmes.facts(post, who, self.desk_rules.min_reporters)
        if "figures" in needs:
            more["figures"] = figures.facts(post, access.viewer(connection, member.person_id, post.today))
        if "gaps" in needs:
            more["gaps"] = gaps.facts(post, access.viewer(connection, member.person_id, post.today))
        if "meetings" in needs:
            person_id = member.person_id
            more["meetings"] = meeting_facts.facts(post, self.desk_rules, self.reminding, person_id, about)
        if "cards" in needs:
            more["cards"] = cards.facts(post, member)
        if "tasks" in needs:
            more["tasks"] = tasks.facts(post, member.person_id, about)
        if "units" in needs:
            mine = people.units_of(connection, member.person_id, "coordinator")
            units = [self.unit(connection, id, now) for id in mine]
            more["coordinates"] = tuple(UnitFacts(one.code, one.name) for one in units)
        return more

    def duty_hours(self, now: datetime) -> tuple[time, time]:
        """When the day's watch begins and ends: with the working day."""
        hours = self.reminding.manners(now).calendar.hours
        return hours[0][0], hours[-1][1]

    def _requests(self, post: Post, member: Member) -> tuple[RequestFacts, ...]:
        """Requests that take this person's answer, those not answered first."""
        mine = obligations.open_of(post.connection, member.person_id, post.now)
        found = [
            RequestFacts(one.period_id, one.said or one.name, self._shown(one.due_at), one.state != OWES)
            for one in mine
            if one.programme == REQUEST
        ]
        return tuple(sorted(found, key=lambda one: one.answered))

    def _record(self, post: Post, member: Member) -> tuple[RecordFacts, ...]:
        mine = obligations.record_of(post.connection, member.person_id, RECORD)
        return tuple(
            RecordFacts(one.name, _in_record(one), self._shown(one.settled_at))
            for one in mine
            if one.due_at <= post.now or one.state != OWES
        )

    def _shown(self, instant: datetime | None) -> str:
        return written(instant, self.zone) if instant else ""

    def _staff_facts(self, post: Post, member: Member, needs: Collection[Need]) -> StaffFacts:
        connection = post.connection
        unit_id = unit_of(connection, member.person_id, member.unit_id) or member.unit_id
        team, writes = people.team_of(connection, unit_id), "crowd" in needs
        return StaffFacts(
            people.roles_of(connection, member.person_id),
            unit_id,
            standings.current(connection, unit_id, post.now, self.reminding),
            tuple(Colleague(one.person_id, one.label, one.role) for one in team),
            tuple(standings.silent(connection, unit_id, post.now, self.reminding, self.house.silent_periods)),
            self.house.silent_periods,
            book_of(connection, unit_id, post.now, self.reminding) if "terms" in needs else None,
            audiences.crowd(connection, unit_id, post.now, but=member.person_id) if writes else None,
            tuple(mailing.recent(post, member.person_id)) if writes else (),
            self._focusing(post, unit_id),
            self.house.rules.zone,
            campaigns_of.shown(post, unit_id) if "campaigns" in needs else (),
        )

    def _focusing(self, post: Post, unit_id: int) -> tuple[FocusFacts, ...]:
        """The running period and the next one, with what they are to listen for."""
        rows = periods.unfinished(post.connection, unit_id, post.now, 2)
        return tuple(
            FocusFacts(
                row.id,
                row.name,
                row.start_at > post.now,
                tuple((one.topic, one.said) for one in focus.of_periods(post.connection, [row.id])),
            )
            for row in rows
        )

    def _period_facts(self, post: Post, member: Member | None, *, owed: bool) -> PeriodFacts | None:
        if member is None:
            return None
        running = self.period(post.connection, member.unit_id, post.now)
        mine = obligations.open_of(post.connection, member.person_id, post.now) if owed else []
        regular = [one for one in mine if one.programme == REGULAR]
        over = (one for one in regular if one.state == OWES and min(one.end_at, one.due_at) <= post.now)
        if (first := next(over, None)) is not None:
            return self._owed_period(post, first, late=first.due_at < post.now)
        if running is None:
            return None
        state = next((one.state for one in regular if one.period_id == running.id), OWES)
        done = state != OWES or (
            owed and reports.nil_in_period(post.connection, member.person_id, running.id) is not None
        )
        facts = self._owed_period(post, running, settled=done)
        locked = obligations.locked_of(post.connection, member.person_id, post.now) if owed else ""
        return replace(facts, locked=locked)

    def _owed_period(
        self, post: Post, row: PeriodRow | Owed, *, settled: bool = False, late: bool = False
    ) -> PeriodFacts:
        id = row.id if isinstance(row, PeriodRow) else row.period_id
        opens_on = (row.nil_from_at or row.due_at).astimezone(self.zone).date()
        points = self.focus(post.connection, id, post.now)
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
            row.request_id is not None,
            row.sealed,
        )


def _in_record(owed: Owed) -> str:
    """The state of an obligation; there is nothing to say to a request where a period has nothing new."""
    return "nothing" if owed.programme == REQUEST and owed.state == NIL else owed.state


def _remembered(shelf: dict[int, tuple[datetime, T]], key: int, now: datetime, look: Callable[[], T]) -> T:
    seen = shelf.get(key)
    if seen is not None and abs((now - seen[0]).total_seconds()) < FRESH_SECONDS:
        return seen[1]
    found = look()
    shelf[key] = (now, found)
    return found
