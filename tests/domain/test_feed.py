"""The calendar file keeps to RFC 5545: lines folded, texts escaped, instants in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.feed import LINE, Deadline, calendar_file, escaped, folded

NOW = datetime(2026, 11, 19, 2, tzinfo=UTC)


def read(content: bytes) -> list[tuple[str, str]]:
    """(name, value) of every line, as a strict reader takes them."""
    text = content.decode()
    assert text.endswith("\r\n")
    raw = text[:-2].split("\r\n")
    assert all(len(line.encode()) <= LINE and "\n" not in line and "\r" not in line for line in raw)
    lines: list[str] = []
    for line in raw:
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return [(line.partition(":")[0], line.partition(":")[2]) for line in lines]


def unescaped(value: str) -> str:
    """A TEXT value as its reader shows it."""
    out, letters = "", iter(value)
    for letter in letters:
        if letter == "\\":
            letter = next(letters)
            assert letter in "\\;,n"
            letter = "\n" if letter == "n" else letter
        else:
            assert letter not in ";,"
        out += letter
    return out


def test_a_deadline_is_an_entry_in_utc_that_rings_a_day_before():
    due = datetime(2026, 11, 20, 10, tzinfo=UTC)
    said = "Hạn báo cáo tháng 11/2026 – Phường Hoa Sen, thành phố; \\ " + "rất dài " * 20
    lines = read(calendar_file("Hạn báo cáo", [Deadline("period-1@baonhanh", due, said)], NOW))
    assert lines[0] == ("BEGIN", "VCALENDAR")
    assert lines[-1] == ("END", "VCALENDAR")
    opened: list[str] = []
    for name, value in lines:
        if name == "BEGIN":
            opened.append(value)
        elif name == "END":
            assert opened.pop() == value
    assert opened == []
    assert ("DTSTART", "20261120T100000Z") in lines
    assert ("DTSTAMP", "20261119T020000Z") in lines
    assert ("UID", "period-1@baonhanh") in lines
    assert ("TRIGGER", "-P1D") in lines
    [summary] = [value for name, value in lines if name == "SUMMARY"]
    assert unescaped(summary) == said


@given(st.text(alphabet=st.characters(blacklist_characters="\r", blacklist_categories=("Cs",))))
def test_every_text_comes_back_as_it_was(text):
    line = folded(f"SUMMARY:{escaped(text)}")
    pieces = line.split("\r\n")
    assert all(len(piece.encode()) <= LINE for piece in pieces)
    whole = pieces[0] + "".join(piece[1:] for piece in pieces[1:])
    assert unescaped(whole.removeprefix("SUMMARY:")) == text
