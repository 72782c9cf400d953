"""Filing, changing and taking back reports. DOMAIN §11.2, §11.3; DESIGN §4.2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.scales import ATTENTION
from domain.text import fold
from office import alerting, attention, campaigns
from office.obligations import take_back
from office.post import Post
from office.rules import Rules
from storage import people, reports
from storage.campaigns import CampaignRow
from storage.obligations import Settling
from storage.people import Member
from storage.reports import ReportRow


@dataclass(frozen=True, slots=True)
class Filed:
    """A report that is now safe: its id and code, and how many were alerted (None: not urgent)."""

    id: int
    code: str
    alerted: int | None = None


def file_report(
    post: Post,
    reporter: Member,
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
) -> Filed:
    """Keep a report whose text is masked already; urgent ones and those that need
    attention raise an alert in the same transaction.

    It settles what its reporter owes at this instant, and the request it answers (`request_id`).
    It belongs to those campaigns `among` these whose words it has.
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
    }
    id = reports.add_report(post.connection, **values)
    campaigns.link(post, id, said, among)
    post.settle(Settling(reporter.person_id, id, post.now))
    if request_id is not None:
        post.settle(Settling(reporter.person_id, id, post.now, period_id=request_id))
    if attachments:
        reports.attach(post.connection, attachments, _lanes_of(post, reporter), id)
    alerted = None
    if level in alerting.ALERTING:
        filed = ReportRow(
            id, reporter.unit_id, area_id or reporter.unit_id, reporter.person_id, False, topic, tone, level,
            said, "sent", post.now, until, None, 1,
        )  # fmt: skip
        if level == ATTENTION:
            attention.raise_calmly(post, filed, rules)
        else:
            alerted = alerting.raise_alert(post, filed, rules)
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
    """The report, if it is this person's and was not taken back."""
    found = reports.find_report(post.connection, report_id)
    if found is None or found.person_id != reporter.person_id or found.status == "withdrawn":
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
    if changed is not None and changed.level in alerting.ALERTING:
        alerting.redraw_alert(post, changed, rules)
    return "changed"


def _add_words(post: Post, report: ReportRow, said: str) -> None:
    reports.add_amendment(post.connection, report.id, "addition", said, post.now)
    if report.level in alerting.ALERTING:
        alerting.tell_addition(post, report, said)


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
        reports.attach(post.connection, attachments, _lanes_of(post, reporter), report_id)
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
    if report.level in alerting.ALERTING:
        alerting.withdraw_alert(post, report, rules)
    return "withdrawn"


def _lanes_of(post: Post, reporter: Member) -> list[str]:
    """A draft may have been begun at another address of its reporter."""
    return [one.lane for one in people.addresses_of(post.connection, reporter.person_id)]
