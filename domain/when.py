"""A day and an hour as people type them: "25/11 17:00", "thứ sáu 17h", "25/11", "friday 5pm".

Pure: now and zone are handed in. Whoever asks says the weekday back, so that a slip is seen.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.text import fold
from messages import Say, say

YEARS = range(2000, 2100)
HALF_A_YEAR = timedelta(days=183)
"""A day without a year that lies longer ago than this is meant for next year."""

_DAY = timedelta(days=1)
_WEEKDAYS = (
    ("hai", "2", "mon", "monday"),
    ("ba", "3", "tue", "tuesday"),
    ("tu", "4", "wed", "wednesday"),
    ("nam", "5", "thu", "thursday"),
    ("sau", "6", "fri", "friday"),
    ("bay", "7", "sat", "saturday"),
    ("", "", "sun", "sunday"),
)
_WEEKDAY_OF = {
    word: number
    for number, (name, digit, short, english) in enumerate(_WEEKDAYS)
    for word in ([f"thu {name}", f"thu {digit}", f"t{digit}"] if name else ["chu nhat", "cn"])
    + [short, english]
}
_AHEAD = {"hom nay": 0, "today": 0, "ngay mai": 1, "mai": 1, "tomorrow": 1, "ngay kia": 2, "mot": 2}
_AFTERNOON = ("chieu", "toi", "pm")

_ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:t(?=\d)|\b)")
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})(?:\s?[/.-]\s?(?P<y>\d{4}|\d{2}))?(?![\d/.-])"
)
_WORDS = re.compile(r"\b(?P<d>\d{1,2}) thang (?P<m>\d{1,2})(?: nam (?P<y>\d{4}))?\b")
_WEEKDAY = re.compile(
    rf"\b(?P<day>{'|'.join(sorted(_WEEKDAY_OF, key=len, reverse=True))})\b"
    r"(?: (?P<week>tuan (?:nay|sau|toi)|this week|next week)\b)?"
)
_NEAR = re.compile(rf"\b(?P<near>{'|'.join(_AHEAD)})\b")
_HOUR = re.compile(
    r"\b(?P<h>\d{1,2})(?::(?P<m>\d{2})(?::00)?|\s?(?:h|g|gio)\s?(?P<n>\d{2}|ruoi)?|(?= ?[ap]m\b))"
    r"\s?(?P<part>sang|trua|chieu|toi|am|pm)?(?![\w:])"
)
_FILLER = re.compile(r"\b(?:luc|vao|la|chot|ngay|truoc|den|han|het|at|on|by|a|nhe|nha)\b|[,.;]")


def example_day(today: date, days: int = 5) -> str:
    """A day to come as people type it, for the example in a question: "25/11"."""
    day = today + days * _DAY
    return f"{day.day}/{day.month}"


def read_moment(text: str, now: datetime, zone: ZoneInfo, hour: time) -> datetime | None:
    """The instant (UTC) that `text` names at `now` (aware); `hour` counts where only a day is named.

    Without a year it is the nearest such day; a weekday is the next one to come. None for anything else, also
    for days and hours there are none of.
    """
    words = " ".join(fold(unicodedata.normalize("NFKC", text)).split())
    local = now.astimezone(zone)
    try:
        found, rest = _day_in(words, local.date())
        at, rest = _hour_in(rest)
        if (found is None and at is None) or _FILLER.sub(" ", rest).split():
            return None
        day = found or local.date()
        if at is None:
            at = hour
        if _only_weekday(words) and datetime.combine(day, at, zone) <= now:
            day += 7 * _DAY
        return datetime.combine(day, at, zone).astimezone(UTC) if day.year in YEARS else None
    except ValueError:
        return None


def weekday(day: date) -> Say:
    """The name of a weekday."""
    return say(f"weekday-{day.weekday()}")


def written(instant: datetime, zone: ZoneInfo) -> str:
    """An instant in figures: hour, date."""
    return f"{instant.astimezone(zone):%H:%M %d/%m/%Y}"


def moment(instant: datetime, zone: ZoneInfo) -> Say:
    """An instant as it is said back: hour, weekday, date."""
    local = instant.astimezone(zone)
    return say("moment", time=f"{local:%H:%M}", weekday=weekday(local.date()), date=f"{local:%d/%m/%Y}")


def moment_label(instant: datetime, zone: ZoneInfo) -> Say:
    """An instant on a button: hour, short weekday, date without its year."""
    local = instant.astimezone(zone)
    day = say(f"day-{local.weekday()}")
    return say("moment-label", time=f"{local:%H:%M}", day=day, date=f"{local:%d/%m}")


def _day_in(words: str, today: date) -> tuple[date | None, str]:
    """The day named in `words` and what is left of them. Raises ValueError for a day there is none of."""
    for pattern in (_ISO, _NUMBERS, _WORDS):
        if found := pattern.search(words):
            return _dated(found, today), _without(found, words)
    if found := _WEEKDAY.search(words):
        number, week = _WEEKDAY_OF[found["day"]], found["week"]
        monday = today - today.weekday() * _DAY
        if week is None:
            return today + (number - today.weekday()) % 7 * _DAY, _without(found, words)
        later = 0 if week in ("tuan nay", "this week") else 7
        return monday + (number + later) * _DAY, _without(found, words)
    if found := _NEAR.search(words):
        return today + _AHEAD[found["near"]] * _DAY, _without(found, words)
    return None, words


def _dated(found: re.Match[str], today: date) -> date:
    day, month, year = int(found["d"]), int(found["m"]), found["y"]
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    named = date(today.year, month, day)
    return named if today - named <= HALF_A_YEAR else date(today.year + 1, month, day)


def _hour_in(words: str) -> tuple[time | None, str]:
    found = _HOUR.search(words)
    if found is None:
        return None, words
    hour, minutes = int(found["h"]), found["m"] or found["n"] or "0"
    if found["part"] in _AFTERNOON and hour < 12:
        hour += 12
    return time(hour, 30 if minutes == "ruoi" else int(minutes)), _without(found, words)


def _only_weekday(words: str) -> bool:
    """A weekday without a week: the next one to come, not one of this morning."""
    if any(pattern.search(words) for pattern in (_ISO, _NUMBERS, _WORDS)):
        return False
    found = _WEEKDAY.search(words)
    return found is not None and found["week"] is None


def _without(found: re.Match[str], words: str) -> str:
    return f"{words[: found.start()]} {words[found.end() :]}".strip()
