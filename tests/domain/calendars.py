"""Calendars nobody would wish for: random leaves, make-up days, a wandering Tết, zones with summer time."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain.calendar import WorkingCalendar

ZONES = ["Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
ways = st.sampled_from(["after", "before"])


def leave(first, length):
    """Days off in a row."""
    return {first + timedelta(n) for n in range(length)}


leaves = st.lists(st.builds(leave, days, st.integers(1, 45)), max_size=4).map(
    lambda spells: frozenset().union(*spells)
)
calendars = st.builds(
    WorkingCalendar,
    holidays=st.frozensets(days, max_size=60),
    days_off=leaves,
    makeup_days=st.frozensets(days, max_size=60),
    tet=st.sets(st.dates(date(2027, 1, 21), date(2027, 2, 20)), max_size=1).map(frozenset),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)
