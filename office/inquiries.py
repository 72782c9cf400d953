"""[Hỏi thêm]: a coordinator asks whoever made a report, without either learning who the other is.

The reporter reads "điều phối viên", the coordinator reads "CTV-17" at most; the answer stays with the report.
"""

from __future__ import annotations

from messages import say
from office import access, matters, sealing
from office.access import Viewer
from office.ids import button
from office.post import Post, letter
from storage import inquiries, people, reports
from storage import matters as rows_of_matters
from storage.inquiries import InquiryRow
from storage.outbox import REPLY
from storage.reports import ReportRow

LONGEST = 500


def ask(post: Post, who: Viewer, report_id: int, said: str) -> str:
    """Put a question to the reporter: "asked", "unreachable" (nobody to ask any more, or no way to write to
    them) or "gone" (not this person's to ask)."""
    report = matters.report_in_hand(post.connection, who, report_id)
    if report is None:
        return "gone"
    if report.person_id is None:
        return "unreachable"
    places = people.places_of(post.connection, [report.person_id], post.pushing)
    if not places:
        return "unreachable"
    id = inquiries.add(
        post.connection,
        report_id=report.id,
        person_id=report.person_id,
        asked_by=who.person_id,
        said=said[:LONGEST],
        now=post.now,
    )
    matter_id = rows_of_matters.matter_of(post.connection, report.id)
    if matter_id is not None:
        rows_of_matters.add_event(
            post.connection, matter_id, "asked", post.now, by=who.person_id, said=said, report=report.id
        )
    rows = [[(button("tell", id), say("b-give-answer"))]]
    line = say("p-asked-about", code=report.code, said=said)
    post.owe([letter(place, [line], rows, rank=REPLY) for place in places])
    return "asked"


def own(post: Post, person_id: int, id: int) -> InquiryRow | None:
    """A question put to this very person, or None."""
    row = inquiries.find(post.connection, id)
    return row if row is not None and row.person_id == person_id else None


def answer(post: Post, person_id: int, id: int, said: str) -> bool:
    """What the reporter says (masked): an addition to the report, and the coordinator who asked is told, or
    the others where that one coordinates no more. Said again, it is one more addition: nothing is lost."""
    row = own(post, person_id, id)
    report = reports.find_report(post.connection, row.report_id) if row else None
    if row is None or report is None or report.status == "withdrawn":
        return False
    amendment_id = reports.add_amendment(post.connection, report.id, "addition", said, post.now)
    inquiries.answered(post.connection, id, amendment_id, post.now)
    matter_id = rows_of_matters.matter_of(post.connection, report.id)
    if matter_id is not None:
        rows_of_matters.add_event(post.connection, matter_id, "told", post.now, said=said, report=report.id)
    line = say("m-told", code=report.code, asked=row.said, said=said)
    rows = [[(button("handle", report.id), say("b-handle"))]]
    places = people.places_of(post.connection, _told(post, row, report), post.pushing)
    post.owe([letter(place, [line], rows, rank=REPLY) for place in places])
    return True


def _told(post: Post, row: InquiryRow, report: ReportRow) -> list[int]:
    """Whoever asked; once they may not deal with the report any more, those who may."""
    who = access.viewer(post.connection, row.asked_by, post.today)
    if matters.report_in_hand(post.connection, who, report.id) is not None:
        return [row.asked_by]
    if report.sealed:
        return sealing.readers(post.connection, report.unit_id)
    return people.people_with(post.connection, report.unit_id, ("coordinator",))
