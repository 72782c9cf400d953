"""Who may look at a picture or paper: its reporter, and those who have to act on the report. DESIGN §4.6."""

from __future__ import annotations

from sqlalchemy import Connection

from office import sealing
from storage import alert_notices, alerts, people, reports
from storage.reports import AttachmentRow, ReportRow

STAFF = ("duty", "coordinator")


def shown_to(connection: Connection, attachment_id: int, *, person_id: int | None) -> AttachmentRow | None:
    """The kept attachment, if this person may see it; else None, whatever the reason."""
    found = reports.find_attachment(connection, attachment_id)
    if found is None or found.state != "kept" or person_id is None:
        return None
    report = reports.find_report(connection, found.report_id) if found.report_id else None
    if report is None:
        own = {one.lane for one in people.addresses_of(connection, person_id)}
        return found if found.lane in own else None
    return found if report.person_id == person_id or _acts_on(connection, report, person_id) else None


def _acts_on(connection: Connection, report: ReportRow, person_id: int) -> bool:
    if report.status == "withdrawn":
        return False
    if person_id in _staff_of(connection, report):
        return True
    alert = alerts.alert_of(connection, report.id)
    told = alert_notices.notices_of(connection, alert.id) if alert else []
    return person_id in {one.person_id for one in told}


def _staff_of(connection: Connection, report: ReportRow) -> list[int]:
    if report.sealed:
        return sealing.readers(connection, report.unit_id)
    return people.people_with(connection, report.unit_id, STAFF)
