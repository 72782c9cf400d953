"""Reports that need attention (Cần lưu ý): told to coordinators the same working day, gathered, calmly.
DOMAIN §11.4, ADR 19.

Rows decide: what waits is told once, by whichever process comes first, at an hour at which one may.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from domain.scales import ATTENTION
from office import mutes
from office.alert_letters import PER_MESSAGE, gathered
from office.alerting import COORDINATOR, DUTY
from office.post import Post, letter
from office.reminding import Reminding
from office.rules import Rules
from storage import alert_notices, alerts, people, reports, shifts
from storage.alert_notices import Notice
from storage.alerts import AlertRow
from storage.outbox import REMINDER
from storage.people import Place
from storage.reports import ReportRow


def raise_calmly(post: Post, report: ReportRow, rules: Rules) -> None:
    """The unit's coordinators will be told of the report, unless its topic or area is muted."""
    held = mutes.covering(post.connection, report, post.now)
    alerts.add_alert(
        post.connection,
        report_id=report.id,
        unit_id=report.unit_id,
        now=post.now,
        next_at=None if held else post.now + rules.calm,
        level=ATTENTION,
        mute_id=held.id if held else None,
    )


def is_any_due(connection: Connection, now: datetime, how: Reminding) -> bool:
    """Whether anybody is to be told now: at the hours of reminders, for it is no emergency."""
    return alerts.is_any_gathered(connection, now) and how.manners(now).allow(now)


def tell_gathered(post: Post, rules: Rules, how: Reminding) -> int:
    """Tell of what has waited long enough, one message a person; gives of how many reports."""
    if not how.manners(post.now).allow(post.now):
        return 0
    due = alerts.gathered_alerts(post.connection, post.now)
    told: dict[Place, list[AlertRow]] = {}
    for one in due:
        for place in _places(post, one, rules):
            told.setdefault(place, []).append(one)
    for place, listed in told.items():
        for start in range(0, len(listed), PER_MESSAGE):
            _write(post, place, listed[start : start + PER_MESSAGE], rules)
    return len(due)


def _places(post: Post, alert: AlertRow, rules: Rules) -> list[Place]:
    """Whom to tell of this one; nobody if it was taken back or is muted by now. Where nobody can be reached
    it goes on waiting."""
    connection = post.connection
    report = reports.find_report(connection, alert.report_id)
    if report is None or report.status == "withdrawn":
        alerts.close_alert(connection, alert.id, post.now)
        return []
    if held := mutes.covering(connection, report, post.now):
        alerts.hold_back(connection, alert.id, held.id)
        return []
    places = _reached(post, report)
    wait = None if places else post.now + rules.calm
    alerts.put_off(connection, alert.id, next_at=wait, stage=1 if places else 0)
    return places


def _reached(post: Post, report: ReportRow) -> list[Place]:
    """Coordinators of the unit, else those on duty by the rota, else its duty officers; the reporter only if
    there is nobody else."""
    connection = post.connection
    last: list[Place] = []
    for roles in (COORDINATOR, None, DUTY):
        if roles is None:
            on_shift = shifts.on_duty(connection, report.unit_id, post.now)
            places = people.places_of(connection, on_shift, post.pushing)
        else:
            places = people.places_with(connection, report.unit_id, roles, post.pushing)
        if others := [one for one in places if one.person_id != report.person_id]:
            return others
        last = last or places
    return last


def _write(post: Post, place: Place, listed: Sequence[AlertRow], rules: Rules) -> None:
    lines, rows = gathered(post, listed, rules)
    [id] = post.owe([letter(place, lines, rows, rank=REMINDER)])
    notice = Notice(place.person_id, place.lane, id)
    alert_notices.add_notices(post.connection, [(one.id, notice) for one in listed])
