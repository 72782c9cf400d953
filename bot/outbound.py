"""Turns an outbox row into what its channel can send: what a channel cannot do is done another way, said in
words, and never left out silently. DESIGN §5.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channels.base import Caps, Outbound, OutFile, Rows, ShownButton
from domain.text import fit, parts
from messages import catalogue, say
from storage.outbox import OutboxRow

MOST_PARTS = 2
"""Messages one answer may become where messages are short: a report is to cost four at most (DESIGN §5).
What is longer still loses its middle."""


def outbound(
    row: OutboxRow, caps: Caps, *, edits: str | None = None, picture: bytes | None = None, link: str = ""
) -> list[Outbound]:
    """The row as one message, or as two where its channel takes only short ones.

    `edits`: the platform's id of the message it replaces; `picture`: the PNG that was drawn for it; `link`:
    where its file may be fetched from outside, empty where it cannot.
    """
    body = row.body
    text = "\n".join([body["text"], *_instead_of_buttons(body, caps), *_instead_of_files(body, caps, link)])
    texts = [fit(text, caps.max_text)] if caps.edit else parts(text, caps.max_text, MOST_PARTS)
    before = [Outbound(row.id, row.lane, row.chat, one) for one in texts[:-1]]
    document, file = (body.get("document"), body.get("file")) if caps.files else (None, None)
    menu = body.get("menu")
    last = Outbound(
        row.id,
        row.lane,
        row.chat,
        texts[-1],
        _rows(body) if caps.buttons else (),
        edits if caps.edit else None,
        document["content"].encode() if document else None,
        document["name"] if document else "",
        OutFile(**file) if file else None,
        picture if caps.files else None,
        link if link and not caps.files and _is_picture(body) else None,
        body.get("group", {}).get("topic"),
        tuple(menu) if menu is not None else None,
    )
    return [*before, last]


def carries_file(body: Mapping[str, Any]) -> bool:
    """Whether a file, a picture or a chart goes with a message."""
    return any(body.get(kind) for kind in ("document", "file", "chart"))


def _is_picture(body: Mapping[str, Any]) -> bool:
    file = body.get("file")
    return bool(body.get("chart")) or (file is not None and file["media_type"].startswith("image/"))


def _rows(body: Mapping[str, Any]) -> Rows:
    return tuple([tuple([ShownButton(*one) for one in line]) for line in body["rows"]])


def _instead_of_buttons(body: Mapping[str, Any], caps: Caps) -> list[str]:
    """What may be typed. Words, not numbers: those belong to the question that is open."""
    labels = [] if caps.buttons else [label for line in body["rows"] for _, label, _ in line]
    if not labels:
        return []
    words = catalogue(body.get("lang", "vi"))
    return [words.render(say("out-reply", labels=" · ".join(labels)))]


def _instead_of_files(body: Mapping[str, Any], caps: Caps, link: str) -> list[str]:
    if caps.files or not carries_file(body) or (link and _is_picture(body)):
        return []
    words = catalogue(body.get("lang", "vi"))
    return [words.render(say("out-file", link=link) if link else say("out-no-file"))]
