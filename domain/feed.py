"""A calendar file of deadlines (RFC 5545), to be subscribed to. No name of a person is in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

LINE = 75
"""Octets of a line; longer ones are folded."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Deadline:
    """An entry: `uid` stays the same whatever becomes of it, `said` is what the calendar shows."""

    uid: str
    due_at: datetime
    said: str


def calendar_file(title: str, deadlines: Iterable[Deadline], now: datetime) -> bytes:
    """The whole file; each deadline rings a day before."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bao Nhanh//Deadlines//VI",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(title)}",
    ]
    for one in deadlines:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.uid}",
            f"DTSTAMP:{_utc(now)}",
            f"DTSTART:{_utc(one.due_at)}",
            f"SUMMARY:{escaped(one.said)}",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{escaped(one.said)}",
            "TRIGGER:-P1D",
            "END:VALARM",
            "END:VEVENT",
        ]
    return "".join(folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def escaped(text: str) -> str:
    """`text` as a value of the type TEXT."""
    return text.translate(_ESCAPES)


def folded(line: str) -> str:
    """A line in pieces of at most LINE octets, no letter torn apart; each further one begins with a space."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join([*pieces, piece])


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y%m%dT%H%M%SZ}"
