"""The working calendar: which days and hours count, and what happens to a date that does not.

Pure: the dates are handed in. `vietnam` reads them from the package `holidays`; what the operator wrote into
the settings wins over it. Source of rules and numbers: DOMAIN §10.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from itertools import islice, takewhile
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

Roll = Literal["after", "before"]
Hours = tuple[tuple[time, time], ...]

HO_CHI_MINH = ZoneInfo("Asia/Ho_Chi_Minh")
OFFICE_HOURS: Hours = ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
TET_BEGINS = timedelta(days=8)
"""Before the first day of the lunar year: from then on offices prepare to close."""
LONG_LEAVE = 3
"""Days off in a row that make a leave in which nobody is reminded."""

_DAY = timedelta(days=1)
_FOREVER = 3660


@dataclass(frozen=True, slots=True)
class HolidayMode:
    """Days on which periodic reminders rest: from `first` until work `resumes`."""

    first: date
    resumes: date
    tet: bool


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working days and hours of one unit.

    A day in `days_off` is never worked; else a day in `makeup_days` is, even a Sunday; else Monday to Friday
    without `holidays`. `tet` holds the first days of lunar years. All questions are about days in `zone`.
    """

    holidays: frozenset[date] = frozenset()
    days_off: frozenset[date] = frozenset()
    makeup_days: frozenset[date] = frozenset()
    tet: frozenset[date] = frozenset()
    hours: Hours = OFFICE_HOURS
    zone: ZoneInfo = HO_CHI_MINH

    def is_working_day(self, day: date) -> bool:
        """Is `day` worked?"""
        if day in self.days_off:
            return False
        return day in self.makeup_days or (day.weekday() < 5 and day not in self.holidays)

    def roll(self, day: date, way: Roll = "after") -> date:
        """`day` if it is worked, else the next (or previous) working day (Civil Code art. 148)."""
        step = _DAY if way == "after" else -_DAY
        return next(day for day in self._days(day, step) if self.is_working_day(day))

    def roll_deadline(self, day: date, way: Roll = "after") -> date:
        """As `roll`, and out of the Tết weeks, in which deadlines rest although some days are worked."""
        day = self.roll(day, way)
        tet = self._tet_around(day)
        if not tet:
            return day
        return tet.resumes if way == "after" else self.roll(tet.first - _DAY, "before")

    def add_working_days(self, day: date, number: int) -> date:
        """The `number`-th working day after `day`; before it if negative; `day` itself for 0."""
        if not number:
            return day
        step = _DAY if number > 0 else -_DAY
        worked = (other for other in self._days(day + step, step) if self.is_working_day(other))
        return next(islice(worked, abs(number) - 1, None))

    def add_working_hours(self, instant: datetime, duration: timedelta) -> datetime:
        """The instant (UTC) at which `duration` of working time has passed since `instant` (aware).

        Raises ValueError for a negative duration.
        """
        if duration < timedelta():
            raise ValueError("working hours are only counted forward")
        instant = instant.astimezone(UTC)
        for opens, closes in self._office_hours(instant):
            begins = max(opens, instant)
            if begins + duration <= closes:
                return begins + duration
            duration -= closes - begins
        raise AssertionError("office hours never end")

    def working_time(self, since: datetime, until: datetime) -> timedelta:
        """The working time between two instants (aware); nothing where `until` comes first."""
        since, until = since.astimezone(UTC), max(since, until).astimezone(UTC)
        spells = takewhile(lambda spell: spell[0] < until, self._office_hours(since))
        return sum((min(closes, until) - max(opens, since) for opens, closes in spells), start=timedelta())

    def holiday_mode(self, day: date) -> HolidayMode | None:
        """The Tết weeks or the long leave around `day`; None on ordinary days and weekends."""
        return self._tet_around(day) or self._leave_around(day)

    def at(self, day: date, hour: time) -> datetime:
        """The instant (UTC) when clocks of this zone show `hour` on `day`."""
        return datetime.combine(day, hour, tzinfo=self.zone).astimezone(UTC)

    def day_of(self, instant: datetime) -> date:
        """The date in this zone at `instant` (aware)."""
        return instant.astimezone(self.zone).date()

    def _tet_around(self, day: date) -> HolidayMode | None:
        for new_year in self.tet:
            first = new_year - TET_BEGINS
            if first <= day <= new_year + timedelta(days=30):
                resumes = self.add_working_days(new_year, 1)
                return HolidayMode(first, resumes, tet=True) if day < resumes else None
        return None

    def _leave_around(self, day: date) -> HolidayMode | None:
        if self.is_working_day(day):
            return None
        first, resumes = self.roll(day, "before") + _DAY, self.roll(day)
        return HolidayMode(first, resumes, tet=False) if (resumes - first).days >= LONG_LEAVE else None

    def _office_hours(self, since: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Opening and closing of every working spell not over at `since`, in order."""
        day = self.day_of(since)
        while True:
            day = self.roll(day)
            for opens, closes in self.hours:
                if self.at(day, closes) > since:
                    yield self.at(day, opens), self.at(day, closes)
            day += _DAY

    @staticmethod
    def _days(first: date, step: timedelta) -> Iterator[date]:
        """Days one after the other; raises ValueError when a calendar has no working day for ten years."""
        yield from (first + step * n for n in range(_FOREVER))
        raise ValueError(f"no working day within ten years of {first}")


def vietnam(
    years: Iterable[int],
    *,
    days_off: Iterable[date] = (),
    makeup_days: Iterable[date] = (),
    tet: Iterable[date] = (),
    hours: Hours = OFFICE_HOURS,
    zone: ZoneInfo = HO_CHI_MINH,
) -> WorkingCalendar:
    """The calendar of `years` as the package `holidays` knows Vietnam, with the operator's own days over it.

    A date in `tet` replaces the package's first day of that lunar year. Takes about 0.1 s the first time.
    """
    days, workdays, package_tet = _known(frozenset(years))
    tet_of = {day.year: day for day in (*package_tet, *tet)}
    return WorkingCalendar(
        holidays=days,
        days_off=frozenset(days_off),
        makeup_days=workdays.union(makeup_days),
        tet=frozenset(tet_of.values()),
        hours=hours,
        zone=zone,
    )


def _vietnam() -> Any:
    """The class of the package `holidays` for Vietnam, read from its file: asked for it by name the package
    loads 250 countries, which take 13 MiB for good."""
    import holidays  # heavy too: only commands that count working days pay for it

    file = Path(holidays.__file__).parent / "countries" / "vietnam.py"
    spec = spec_from_file_location("holidays_of_vietnam", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Vietnam


@cache
def _known(years: frozenset[int]) -> tuple[frozenset[date], frozenset[date], tuple[date, ...]]:
    """Holidays, weekends that are worked and first days of Tết, as the package knows them."""
    known = _vietnam()(years=years, language="vi")
    tet = known.get_named("Tết Nguyên Đán", lookup="exact")
    workdays = {day for day in known.weekend_workdays if day.year in years}
    return frozenset(known), frozenset(workdays), tuple(tet)
