"""[Xóa thông tin cá nhân]: what the masker missed goes, wherever it is kept. DESIGN §4.6; DOMAIN §8."""

from __future__ import annotations

import re
from typing import Any

from domain.spans import TOKENS
from domain.text import fold, nfc
from office.post import Post
from storage import audit, people, report_page, reports
from storage.report_page import Shown

SHORTEST = 2
"""Letters of a piece: one alone would take letters out of everything."""


def erase(post: Post, report: Shown, piece: str, token: str, by: int) -> int:
    """Put `token` where `piece` stands as a word of its own: in the report and its index, in what was added
    or stood there before, and in the messages that repeat it. The trail knows how often, never what.

    Gives in how many places it stood; 0 also for a piece that is too short, or a token we do not know.
    """
    piece = nfc(piece).strip()
    if len(piece) < SHORTEST or token not in TOKENS or piece in TOKENS:
        return 0
    swap = _Swap(piece, token)
    _in_report(post, report, swap)
    if not swap.places:
        return 0
    places = swap.places
    _in_messages(post, report, swap)
    audit.note(
        post.connection,
        "personal-data-erased",
        reports.code_of(report.id),
        now=post.now,
        actor=f"person {by}",
        token=token,
        places=places,
    )
    return places


class _Swap:
    """Replaces a piece in texts, and counts."""

    def __init__(self, piece: str, token: str) -> None:
        self.places = 0
        self._token = token
        words = r"\s+".join(map(re.escape, piece.split()))
        before, after = (r"(?<!\w)" if piece[0].isalnum() else ""), (r"(?!\w)" if piece[-1].isalnum() else "")
        self._found = re.compile(f"{before}{words}{after}")

    def text(self, text: str) -> str:
        changed, n = self._found.subn(lambda _: self._token, text)
        self.places += n
        return changed

    def all(self, value: Any) -> Any:
        """A body with every text in it changed."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.all(one) for one in value]
        if isinstance(value, dict):
            return {key: self.all(one) for key, one in value.items()}
        return value


def _in_report(post: Post, report: Shown, swap: _Swap) -> None:
    connection = post.connection
    said = swap.text(report.said)
    values: dict[str, object] = {"said": said, "folded": fold(said)}
    for name, text in (("forecast", report.forecast), ("proposal", report.proposal)):
        if text:
            values[name] = swap.text(text)
    before = report_page.amendment_texts(connection, report.id)
    after = {id: swap.text(text) for id, text in before.items()}
    report_page.change_amendments(
        connection, report.id, {id: text for id, text in after.items() if text != before[id]}
    )
    if swap.places:
        reports.change_report(connection, report.id, **values)


def _in_messages(post: Post, report: Shown, swap: _Swap) -> None:
    lanes = report_page.lanes_told(post.connection, report.id)
    if report.reporter is not None:
        lanes |= _lanes_of(post, report.reporter)
    for id, body in report_page.messages_in(post.connection, lanes, report.filed_at):
        changed = swap.all(body)
        if changed != body:
            report_page.change_message(post.connection, id, changed)


def _lanes_of(post: Post, person_id: int) -> set[str]:
    return {one.lane for one in people.addresses_of(post.connection, person_id)}


def look_at(post: Post, attachment_id: int, report_id: int, ok: bool, by: int) -> None:
    """Somebody has looked at a picture or paper and says whether it may be shown (DESIGN §4.6)."""
    report_page.mark_shown_ok(post.connection, attachment_id, ok)
    audit.note(
        post.connection,
        "file-ticked" if ok else "file-unticked",
        reports.code_of(report_id),
        now=post.now,
        actor=f"person {by}",
        file=attachment_id,
    )
