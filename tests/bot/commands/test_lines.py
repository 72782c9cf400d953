"""Commands that work line by line, and the preview of periods."""

import io
from pathlib import Path

import pytest
from sqlalchemy import insert

from storage.tables import unit


def test_lines_are_masked_as_the_door_would(typed):
    Path("lines.txt").write_text("Gọi ông Nguyễn Văn An 0912 345 678\n\nRác ở chợ\n", encoding="utf-8")
    done = typed("mask", "lines.txt")
    assert done.out[0].count("[") == 2
    assert done.out[1:] == ["", "Rác ở chợ"]
    assert not Path("data").exists()


def test_the_operators_own_places_are_never_masked(at_home, look, monkeypatch):
    line = "Chợ Bà Nguyễn Thị Thập ngập nước"
    look(lambda c: c.execute(insert(unit).values(code="X", name="Chợ Bà Nguyễn Thị Thập", type="body")))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{line}\n"))
    assert at_home("mask").out == [line]


def test_topics_are_suggested_first_code_first(typed, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Rác thải bốc mùi cả khu phố\nabc xyz\n"))
    done = typed("suggest")
    assert done.out[0].split()[0] == "MT"
    assert done.out[1] == "-"


def test_a_topic_that_is_off_is_not_suggested(typed, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Rác thải bốc mùi cả khu phố\n"))
    assert "MT" not in typed("suggest", TOPICS_DISABLED="MT").out[0].split()


def test_a_file_that_is_missing_is_one_line(typed):
    done = typed("mask", "nowhere.txt")
    assert (done.code, done.err) == (2, ["nowhere.txt: No such file or directory"])


def test_periods_are_previewed_as_the_seed_of_the_work_has_them(typed):
    rule = "monthly last-working-day"
    done = typed("periods", "preview", "--rule", rule, "--from", "2026-11-01", "--count", "2", "--json")
    assert done.objects[0] == {
        "start": "2026-10-23T17:00:00+07:00",
        "end": "2026-11-20T17:00:00+07:00",
        "due": "2026-11-20T17:00:00+07:00",
        "cutoff": "2026-11-25T17:00:00+07:00",
        "briefing": "2026-11-30T08:00:00+07:00",
    }
    assert done.objects[1]["due"].startswith("2026-12-24")


def test_the_operators_days_off_move_deadlines(typed):
    done = typed(
        "periods", "preview", "--from", "2026-11-01", "--count", "1", "--json",
        CALENDAR_DAYS_OFF="2026-11-30",
    )  # fmt: skip
    assert done.objects[0]["briefing"].startswith("2026-11-27")


def test_periods_can_be_read_by_people(typed):
    done = typed("periods", "preview", "--rule", "quarterly", "--from", "2026-10-10", "--count", "1")
    assert done.out[0].startswith("quarter 4 of 2026: 17:00 30/09/2026 – 17:00 31/12/2026 · due 17:00")


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--rule", "sometimes"), "sometimes"), (("--count", "0"), "How many must be from 1 to 1000: 0")],
)
def test_what_is_no_rule_or_no_number_is_told(typed, words, said):
    done = typed("periods", "preview", *words)
    assert (done.code, done.out) == (2, [])
    assert said in done.err[0]


def test_many_years_ahead_are_no_trouble(typed):
    done = typed("periods", "preview", "--rule", "yearly", "--from", "2026-01-01", "--count", "30", "--json")
    assert len(done.objects) == 30
