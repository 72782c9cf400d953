"""The clocks a process may go by."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import MovableClock, shifted_clock

NOON = datetime(2026, 11, 25, 5, tzinfo=UTC)


def test_a_clock_that_is_moved_goes_on_from_there():
    at = [NOON]
    clock = MovableClock(lambda: at[0])
    clock.move_to(NOON + timedelta(days=3))
    at[0] += timedelta(minutes=1)
    assert clock() == NOON + timedelta(days=3, minutes=1)
    assert clock.ahead == timedelta(days=3)


def test_a_clock_is_never_moved_back():
    clock = MovableClock(lambda: NOON, timedelta(days=3))
    clock.move_to(NOON + timedelta(days=1))
    assert clock() == NOON + timedelta(days=3)


def test_a_clock_needs_an_instant_with_its_zone():
    with pytest.raises(ValueError, match="zone"):
        shifted_clock(datetime(2026, 11, 25))  # noqa: DTZ001
