"""Filing, changing and taking back reports. DOMAIN §11.2, §11.3; DESIGN §4.2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.scales import URGENT
from domain.text import fold
from messages import say
from office import alerting, attention, campaigns, sealing
from office.obligations import take_back
from office.post import Post, letter
from office.rules import Rules
from storage import people, reports
from storage.campaigns import CampaignRow
from storage.obligations import Settling
from storage.outbox import REMINDER
from storage.people import Member
from storage.reports import ReportRow


class Reporter(Protocol):
    """Whose report it is (None: nobody's), and of which unit."""

    @property
    def unit_id(self) -> int: ...
    @property
    def person_id(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Filed:
    """A report that is now safe: its id and code, and how many were alerted (None: not urgent)."""

    id: int
    code: str
    alerted: int | None = None


def file_report(
    post: Post,
    reporter: Reporter,
    rules: Rules,
    *,
    said: str,
    topic: str | None,
    tone: str,
    level: str,
    channel: str,
    area_id: int | None = None,
    period_id: int | None = None,
    request_id: int | None = None,
    attachments: Sequence[int] = (),
    origin: str | None = None,
    among: Sequence[CampaignRow] = (),
    sealed: bool = False,
    entered_by: int | None = None,
    said_at: datetime | None = None,
) -> Filed:
    """Keep a report whose text is masked already; urgent ones and those that need
    attention raise an alert in the same transaction.

    It settles what its reporter owes at this instant, and the request it answers (`request_id`).
    It belongs to those campaigns `among` these whose words it has; a `sealed` one to none, and the unit above
    is told of it. `entered_by` wrote it down for its reporter; `said_at`: when it was said, if long before.
    """
    until = post.now + rules.editable
    values = {
        "unit_id": reporter.unit_id,
        "area_id": area_id or reporter.unit_id,
        "person_id": reporter.person_id,
        "period_id": period_id,
        "request_id": request_id,
        "nil": False,
        "topic": topic,
        "tone": tone,
        "level": level,
        "said": said,
        "folded": fold(said),
        "channel": channel,
        "status": "sent",
        "filed_at": post.now,
        "editable_until_at": until,
        "origin": origin,
        "revision": 1,
        "sealed": sealed,
        "entered_by": entered_by,
        "said_at": said_at,
    }
    id = reports.add_report(post.connection, **values)
    if not sealed:
        campaigns.link(post, id, said, among)
    if reporter.person_id is not None:
        post.settle(Settling(reporter.person_id, id, post.now))
    if reporter.person_id is not None and request_id is not None:
        post.settle(Settling(reporter.person_id, id, post.now, period_id=request_id))
    if attachments:
        reports.attach(post.connection, attachments, _lanes_of(post, entered_by or reporter.person_id), id)
    filed = ReportRow(
        id, reporter.unit_id, area_id or reporter.unit_id, reporter.person_id, False, topic, tone, level,
        said, "sent", post.now, until, None, 1, request_id, sealed, entered_by,
    )  # fmt: skip
    alerted = None
    if level == URGENT:
        alerted = alerting.raise_alert(post, filed, rules)
    elif sealed:
        sealing.tell_filed(post, filed, len(attachments))
    elif alerting.has_alert(filed):
        attention.raise_calmly(post, filed, rules)
    return Filed(id, reports.code_of(id), alerted)


def file_nil(
    post: Post, reporter: Member, rules: Rules, *, period_id: int, channel: str, is_request: bool = False
) -> Filed:
    """Nothing new in the period, or nothing to say to a request. A second one for the same period is the
    first one again."""
    before = reports.nil_in_period(post.connection, reporter.person_id, period_id)
    if before is not None:
        return Filed(before, reports.code_of(before))
    id = reports.add_report(
        post.connection,
        unit_id=reporter.unit_id,
        area_id=reporter.unit_id,
        person_id=reporter.person_id,
        period_id=period_id,
        request_id=period_id if is_request else None,
        nil=True,
        level="normal",
        said="",
        folded="",
        channel=channel,
        status="sent",
        filed_at=post.now,
        editable_until_at=post.now + rules.editable,
        revision=1,
    )
    post.settle(Settling(reporter.person_id, id, post.now, nil=True, period_id=period_id))
    return Filed(id, reports.code_of(id))


def is_editable(report: ReportRow, post: Post) -> bool:
    """Within the configured minutes and not yet taken by anybody (DOMAIN §11.2)."""
    return report.status == "sent" and report.taken_at is None and post.now <= report.editable_until_at


def own_report(post: Post, reporter: Member, report_id: int) -> ReportRow | None:
    """The report, if this person made it or entered it, and it was not taken back."""
    found = reports.find_report(post.connection, report_id)
    if found is None or found.status == "withdrawn":
        return None
    if reporter.person_id not in (found.person_id, found.entered_by):
        return None
    return found


def amend_report(post: Post, reporter: Member, rules: Rules, *, report_id: int, said: str) -> str:
    """Change the text while that is allowed ("changed"), else keep it as an addition ("added"); "gone" when
    the report is not this person's. What stood before stays as a version."""
    report = own_report(post, reporter, report_id)
    if report is None:
        return "gone"
    if report.said == said:
        return "changed"
    if not is_editable(report, post):
        _add_words(post, report, said)
        return "added"
    reports.add_amendment(post.connection, report_id, "before", report.said, post.now)
    reports.change_report(
        post.connection, report_id, said=said, folded=fold(said), revision=report.revision + 1
    )
    changed = reports.find_report(post.connection, report_id)
    if changed is not None and alerting.has_alert(changed):
        alerting.redraw_alert(post, changed, rules)
    elif changed is not None and changed.sealed:
        sealing.tell_changed(post, changed)
    return "changed"


def _add_words(post: Post, report: ReportRow, said: str) -> None:
    reports.add_amendment(post.connection, report.id, "addition", said, post.now)
    if alerting.has_alert(report):
        alerting.tell_addition(post, report, said)
    elif report.sealed:
        sealing.tell_added(post, report, said)


def add_to_report(
    post: Post,
    reporter: Member,
    *,
    report_id: int,
    said: str | None = None,
    forecast: str | None = None,
    proposal: str | None = None,
    spread: str | None = None,
    strata: Sequence[str] | None = None,
    attachments: Sequence[int] = (),
) -> bool:
    """What did not need to delay the report (DOMAIN §11.2 ➕). False when the report is not this person's."""
    report = own_report(post, reporter, report_id)
    if report is None:
        return False
    given = {"forecast": forecast, "proposal": proposal, "spread": spread}
    values: dict[str, object] = {name: value for name, value in given.items() if value}
    if strata:
        values["strata"] = list(strata)
    if values:
        reports.change_report(post.connection, report_id, **values)
    if said:
        _add_words(post, report, said)
    if attachments:
        reports.attach(post.connection, attachments, _lanes_of(post, reporter.person_id), report_id)
    return True


def withdraw_report(post: Post, reporter: Member, rules: Rules, *, report_id: int) -> str:
    """Take a report back: "withdrawn", "late" (taken or too old), or "gone"."""
    report = own_report(post, reporter, report_id)
    if report is None:
        return "gone"
    if not is_editable(report, post):
        return "late"
    reports.change_report(post.connection, report_id, status="withdrawn")
    take_back(post, report_id)
    if alerting.has_alert(report):
        alerting.withdraw_alert(post, report, rules)
    elif report.sealed:
        sealing.tell_withdrawn(post, report)
    if report.person_id is not None and report.person_id != reporter.person_id:
        line = say("behalf-withdrawn", code=report.code)
        for place in people.places_of(post.connection, [report.person_id], post.pushing):
            post.owe([letter(place, [line], rank=REMINDER, not_before_at=post.by_day())])
    return "withdrawn"


def _lanes_of(post: Post, person_id: int | None) -> list[str]:
    """A draft may have been begun at another address of whoever wrote it."""
    return [one.lane for one in people.addresses_of(post.connection, person_id)] if person_id else []
