"""The duty rota: who follows whom, what is left of a plan, where nobody is. DOMAIN §12 (rota)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.rota import Officer, Watch, gaps, on_duty, plan, still_ahead, week_lines
from messages import catalogue

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
HOURS = (time(7, 30), time(17))
MONDAY = date(2026, 11, 23)
LAN, MINH, HOA = Officer(1, "Bà Lan"), Officer(2, "Ông Minh"), Officer(3, "Cô Hoa")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI).astimezone(UTC)


def shown(shifts: list[Watch], monday: date = MONDAY) -> list[str]:
    return [catalogue("vi").render(line) for line in week_lines(shifts, monday, HANOI)]


def test_day_and_night_take_turns_and_the_week_is_read_by_day():
    planned = plan(MONDAY, "daynight", (LAN, MINH), HANOI, HOURS)
    assert shown(planned)[0] == "T2 23/11  07:30–17:00 Bà Lan · 17:00–07:30 Ông Minh"
    assert len(shown(planned)) == 7
    assert len(planned) == 14


def test_three_people_share_the_days_in_their_order():
    planned = plan(MONDAY, "day", (LAN, MINH, HOA), HANOI, HOURS)
    assert [one.label for one in planned] == ["Bà Lan", "Ông Minh", "Cô Hoa"] * 2 + ["Bà Lan"]
    assert shown(planned)[6] == "CN 29/11  07:30–07:30 Bà Lan"


def test_a_whole_week_is_one_shift_until_the_next_monday():
    assert shown(plan(MONDAY, "week", (LAN,), HANOI, HOURS)) == ["T2 23/11  07:30–07:30 30/11 Bà Lan"]


def test_the_night_of_sunday_stands_on_the_monday_it_ends_on():
    before = Watch(at(22, 17), at(23, 7, 30), 2, "Ông Minh")
    assert shown([before]) == ["T2 23/11  …–07:30 Ông Minh"]


def test_what_is_past_is_not_planned_and_the_running_shift_stays_until_the_next_change():
    planned = plan(MONDAY, "day", (LAN, MINH), HANOI, HOURS)
    left = still_ahead(planned, at(25, 9), covered=True)
    assert left[0].start == at(26, 7, 30)
    assert still_ahead(planned, at(25, 9), covered=False)[0].start == at(25, 9)
    assert still_ahead(planned, at(30, 7, 30), covered=False) == []


def test_a_shift_holds_from_its_first_second_to_the_one_before_its_end():
    one = Watch(at(23, 7, 30), at(23, 17), 1, "Bà Lan")
    second = timedelta(seconds=1)
    assert on_duty([one], one.start) == [one]
    assert on_duty([one], one.end - second) == [one]
    assert on_duty([one], one.start - second) == []
    assert on_duty([one], one.end) == []


def test_gaps_lie_before_between_and_after():
    shifts = [Watch(at(24, 8), at(24, 17), 1, "Bà Lan"), Watch(at(25, 8), at(25, 17), 2, "Ông Minh")]
    assert gaps(shifts, at(24, 7), at(25, 18)) == [
        (at(24, 7), at(24, 8)),
        (at(24, 17), at(25, 8)),
        (at(25, 17), at(25, 18)),
    ]


@given(
    st.sampled_from(["day", "daynight", "week"]),
    st.integers(1, 5),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001
    st.sampled_from(["Asia/Ho_Chi_Minh", "Europe/Berlin"]),
)
def test_a_planned_week_has_no_gap_and_nobody_twice_at_once(pattern, number, now, name):
    zone = ZoneInfo(name)
    people = [Officer(id, f"CTV-{id}") for id in range(1, number + 1)]
    monday = now.date() - timedelta(days=now.weekday())
    planned = plan(monday, pattern, people, zone, HOURS)
    assert gaps(planned, planned[0].start, planned[-1].end) == []
    assert all(first.end == then.start for first, then in pairwise(planned))
    instant = now.replace(tzinfo=zone).astimezone(UTC)
    left = still_ahead(planned, instant, covered=False)
    assert all(one.start >= min(instant, one.end) for one in left)
    assert not left or gaps(left, max(instant, left[0].start), planned[-1].end) == []
