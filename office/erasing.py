"""[Xóa thông tin cá nhân]: what the masker missed goes, wherever it is kept. DESIGN §4.6; DOMAIN §8."""

from __future__ import annotations

import re
from typing import Any

from domain.spans import TOKENS
from domain.text import nfc
from office.post import Post
from storage import audit, report_page, reports
from storage.report_page import Shown

SHORTEST = 2
"""Letters of a piece: one alone would take letters out of everything."""


def erase(post: Post, report: Shown, piece: str, token: str, by: int) -> int:
    """Put `token` where `piece` stands as a word of its own: in the report and its index, in what was added
    or stood there before, in what was made of it (questions, matter, referrals, answers, work), and in the
    messages that repeat it. The trail knows how often, never what.

    Gives in how many places of the report it stood; 0, and nothing is changed, also for a piece that is too
    short, or a token we do not know.
    """
    piece = nfc(piece).strip()
    if len(piece) < SHORTEST or token not in TOKENS or piece in TOKENS:
        return 0
    swap = _Swap(piece, token)
    report_page.change_words(post.connection, report_page.own_words(report.id), swap.all)
    if not swap.places:
        return 0
    places = swap.places
    reports.find_words_again(post.connection, report.id)
    report_page.change_words(post.connection, report_page.words_about(report.id), swap.all)
    _in_messages(post, report, swap)
    audit.note(
        post.connection,
        "personal-data-erased",
        reports.code_of(report.id),
        now=post.now,
        actor=audit.person(by),
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


def _in_messages(post: Post, report: Shown, swap: _Swap) -> None:
    lanes = report_page.lanes_told(post.connection, report.id)
    for id, body in report_page.messages_in(post.connection, lanes, report.filed_at):
        changed = swap.all(body)
        if changed != body:
            report_page.change_message(post.connection, id, changed)


def look_at(post: Post, attachment_id: int, report_id: int, ok: bool, by: int) -> None:
    """Somebody has looked at a picture or paper and says whether it may be shown (DESIGN §4.6)."""
    report_page.mark_shown_ok(post.connection, attachment_id, ok)
    audit.note(
        post.connection,
        "file-ticked" if ok else "file-unticked",
        reports.code_of(report_id),
        now=post.now,
        actor=audit.person(by),
        file=attachment_id,
    )
