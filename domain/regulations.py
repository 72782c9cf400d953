"""The unit's own regulations (quy chế): a text with a version, read page by page, accepted on joining."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from messages import Say, say

LONGEST = 30_000
"""Characters of a whole text."""
PAGE = 1500
"""Characters of a page: with its head and buttons it fits into a message of any channel."""


@dataclass(frozen=True, slots=True)
class Regulations:
    """What is in force for a unit. `unit` is whose text it is: its own or one above; `since`: its local date
    as people write it; `accepted`: by whoever reads it, in this version."""

    unit: str
    version: int
    since: str
    said: str
    accepted: bool = False

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the text: the proof of what was accepted."""
        return sha256(self.said.encode()).hexdigest()

    @property
    def pages(self) -> tuple[str, ...]:
        """The text in pieces of whole lines where possible; at least one."""
        return pages(self.said)

    def head(self, page: int) -> Say:
        """What stands above a page (from 1 on)."""
        return say(
            "regulations-head",
            unit=self.unit,
            version=str(self.version),
            since=self.since,
            page=str(page),
            of=str(len(self.pages)),
        )


@dataclass(frozen=True, slots=True)
class AcceptRegulations:
    """The person has read this version and agrees."""

    version: int
    digest: str


def pages(text: str) -> tuple[str, ...]:
    """`text` in pieces of at most PAGE characters, cut between lines, else between words."""
    found: list[str] = []
    rest = text.strip()
    while len(rest) > PAGE:
        cut = max(rest.rfind("\n", 1, PAGE + 1), 0) or max(rest.rfind(" ", 1, PAGE + 1), 0) or PAGE
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return (*found, rest)
