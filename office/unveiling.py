"""[Xem người báo]: a coordinator asks who made a report. DESIGN §4.9."""

from __future__ import annotations

from sqlalchemy import Connection

from domain.reasons import is_reason
from messages import Say, say
from office.coordinators import coordinates
from office.post import Post, letter
from storage import audit, people, reports
from storage.outbox import REMINDER

SEEN = "reporter-seen"
"""The act in the trail. It says who looked at which report and why, never who was seen: five years of trail
must not outlive the link of thirty days."""


def unveil(post: Post, viewer_id: int, report_id: int, reason: str) -> Say:
    """Who made the report, or why that is not told: for a coordinator of its own unit only, for a `reason`,
    and while it is known. A report of another unit is to the viewer as one that does not exist.

    What is told is in the trail, and the reporter is told in the own channel, in the same transaction.
    """
    code, found = reports.code_of(report_id), reports.find_report(post.connection, report_id)
    if (
        found is None
        or found.status == "withdrawn"
        or not coordinates(post.connection, viewer_id, found.unit_id)
    ):
        return say("e-no-report", code=code)
    if not is_reason(reason):
        return say("e-reason")
    if found.person_id is None:
        return say("c-reporter-forgotten", code=code)
    viewer = f"CTV-{viewer_id}"
    audit.note(post.connection, SEEN, code, now=post.now, actor=viewer, reason=reason)
    told = say("team-reporter-seen", viewer=viewer, code=code, reason=reason)
    places = people.places_of(post.connection, [found.person_id], post.pushing)
    post.owe([letter(place, [told], rank=REMINDER) for place in places])
    number, label = f"CTV-{found.person_id}", people.label_of(post.connection, found.person_id)
    return say("c-reporter", code=code, who=number if label == number else f"{number} · {label}")


def looks_at(connection: Connection, person_id: int) -> list[dict[str, object]]:
    """Who has looked at this person as the reporter of what, when and why, while reports are linked to them:
    for the copy of their data."""
    codes = [one.code for one in reports.reports_of(connection, person_id, limit=100_000)]
    return [
        {"report": one.object, "at": one.at, "who": one.actor, "reason": (one.detail or {}).get("reason")}
        for one in audit.of(connection, SEEN, codes)
    ]
