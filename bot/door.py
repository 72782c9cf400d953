"""The door: what comes in is masked here, before the first write. DESIGN §2, §4.6; DOMAIN §8.

Only free text passes: names, contacts, places, origins and file names never got out of the adapter.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from typing import Any

from bot.channels.base import Inbound
from domain.guards import has_classification_mark
from domain.masking import Masker
from domain.text import nfc
from storage.inbox import InboxRow

LONGEST = 100_000
"""Characters looked at; no platform sends more, and a web request is capped before."""

IN_GROUPS = "nhom"
"""The one command that is heard in groups."""

CODE = re.compile(r"[A-Za-z]{10}")
_COMMAND = re.compile(r"/[A-Za-z_]{1,32}(?:@\w+)?(?=\s|$)")


_CODE_WITHIN = re.compile(r"(?<!\S)[A-Z]{10}(?![^\s.,!])")


def invite_code(text: str) -> str | None:
    """The invite code that `text` consists of, if it is one: 10 letters, no digits (DESIGN §8)."""
    text = text.strip()
    return text.upper() if CODE.fullmatch(text) else None


def code_within(text: str) -> str | None:
    """The one code in what a stranger writes, "mã của tôi là ABCDEFGHJK", where it stands in capitals."""
    found = _CODE_WITHIN.findall(text)
    return found[0] if len(found) == 1 else invite_code(text)


def split_command(text: str) -> tuple[str, str]:
    """("baocao", "rest") for "/baocao rest"; ("", text) where no command leads."""
    found = _COMMAND.match(text)
    if not found:
        return "", text
    return found.group(0)[1:].partition("@")[0].lower(), text[found.end() :].strip()


class Door:
    """Turns what a platform told into a row that may be written."""

    def __init__(self, masker: Masker) -> None:
        """`masker` knows the operator's own places, which are never masked."""
        self._masker = masker

    def admit(self, inbound: Inbound, *, plain: bool) -> InboxRow:
        """The row of `inbound`. `plain`: the open question asks for a code, a number or a label, and the
        answer is not free text."""
        body: dict[str, Any] = {"kind": inbound.kind}
        text = inbound.text if inbound.group is None else _order(inbound.text)
        if text:
            body |= self._words(text, plain=plain)
        if inbound.kind == "tap":
            body["tap"] = storable(inbound.tap)
        if inbound.message is not None:
            body["message"] = inbound.message
        if inbound.lang is not None:
            body["lang"] = inbound.lang
        if inbound.group is not None:
            body["group"] = asdict(inbound.group)
        if inbound.media is not None:
            body["media"] = {
                "kind": inbound.media.kind,
                "source": inbound.media.source,
                "album": inbound.media.album,
            }
        return InboxRow(
            inbound.channel,
            inbound.bot,
            inbound.update_key,
            inbound.lane,
            _digest(body),
            body,
            inbound.at,
        )

    def _words(self, text: str, *, plain: bool) -> dict[str, Any]:
        text = nfc(storable(text[:LONGEST])).strip()
        if has_classification_mark(text):
            return {"text": "", "secret": True}
        command, rest = split_command(text)
        if invite_code(rest if command else text) or (plain and not command):
            return {"text": text}
        masked = self._masker.mask(rest)
        words = f"/{command} {masked.text}".strip() if command else masked.text
        return {"text": words, "masked": masked.places} if masked.places else {"text": words}


def _order(text: str) -> str:
    """What is kept of words in a group: the command heard there and one word after it."""
    command, rest = split_command(text)
    return " ".join([f"/{command}", *rest.split()[:1]]) if command == IN_GROUPS else ""


_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def storable(text: str) -> str:
    """Without what cannot be kept or printed: NUL (PostgreSQL), other control characters (XML 1.0 §2.2, so
    a .docx too) and halves of a character (UTF-8)."""
    return _NO_TEXT.sub("", text).encode(errors="ignore").decode()


def cleaned(text: str) -> str:
    """What was typed into a page, in one spelling."""
    return nfc(storable(text)).replace("\r\n", "\n").strip()


def _digest(body: dict[str, Any]) -> str:
    """The same for the same message sent again; the name under which its file was kept is new each time."""
    if "media" in body:
        source = {name: value for name, value in body["media"]["source"].items() if name != "kept"}
        body = body | {"media": body["media"] | {"source": source}}
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
