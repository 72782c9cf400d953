"""The trail as an operator checks and reads it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text, update

from domain.chain import hash_of
from storage import audit as trail
from storage.tables import audit
from tests.office.test_auditing import without_triggers

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


@pytest.fixture
def trailed(at_home, look):
    """A trail of some rows over two days, beside what founding the unit wrote."""

    def work(connection):
        for number in range(3):
            trail.note(connection, "thử", f"PA-{number}", now=NOW.replace(year=2030, day=25 + number // 2))

    look(work)
    return at_home


def test_a_whole_trail_is_told_in_one_line(trailed, look):
    head = look(trail.last_head)
    done = trailed("audit", "verify")
    assert (done.code, done.err) == (0, [])
    assert done.out == [f"The audit trail is whole: {head.count} rows, head {head.hash}"]
    assert trailed("audit", "verify", "--lang", "vi").out == [
        f"Sổ kiểm tra nguyên vẹn: {head.count} dòng, đầu sổ {head.hash}"
    ]


def test_the_first_row_that_was_changed_is_named_and_the_exit_code_says_so(trailed, look):
    last = look(lambda c: trail.newest(c, 2))[0]

    def change(connection):
        without_triggers(connection)
        connection.execute(update(audit).where(audit.c.id == last.id).values(actor="CTV-99"))

    look(change)
    done = trailed("audit", "verify")
    assert (done.code, len(done.out), done.err) == (1, 1, [])
    assert f"BROKEN at row {last.id} (03:00:00 25/11/2030 UTC): the row was changed" in done.out[0]


def test_rows_missing_at_the_end_are_found(trailed, look):
    def cut(connection):
        without_triggers(connection)
        connection.execute(text("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)"))

    look(cut)
    done = trailed("audit", "verify")
    assert done.code == 1
    assert "BROKEN at its end" in done.out[0] and "26/11/2030" in done.out[0]


def test_what_a_phone_holds_is_compared(trailed, look):
    head = look(lambda c: trail.head_on(c, date(2030, 11, 25))).hash
    held = trailed("audit", "verify", "--head", head[:12].upper(), "--on", "2030-11-25")
    assert (held.code, held.out[1]) == (0, f"The head {head[:12]} is of this trail.")
    assert trailed("audit", "verify", "--head", head).code == 0
    other = trailed("audit", "verify", "--head", head[:12], "--on", "2030-11-26")
    assert other.code == 1
    assert "its head of 26/11/2030 is" in other.out[0]
    forged = trailed("audit", "verify", "--head", "0123456789ab")
    assert forged.code == 1
    assert "has no head 0123456789ab" in forged.out[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verify", "--on", "2026-11-25"], "--on goes with --head"),
        (["verify", "--head", "xyz"], "is no head"),
        (["verify", "--head", "0123456789ab", "--on", "hôm qua"], "hôm qua"),
        (["show", "--limit", "0"], "from 1 to"),
        (["show", "--since", "xyz"], "xyz"),
    ],
)
def test_what_cannot_be_meant_is_one_line_and_exit_code_two(trailed, words, told):
    done = trailed("audit", *words)
    assert (done.code, len(done.err), done.out) == (2, 1, [])
    assert told in done.err[0]


def test_the_newest_rows_are_shown_and_as_json_they_hash_to_what_they_say(trailed):
    done = trailed("audit", "show", "--limit", "2")
    assert [line.partition(" · ")[2] for line in done.out] == [
        "10:00:00 25/11/2030 · terminal · thử · PA-1",
        "10:00:00 26/11/2030 · terminal · thử · PA-2",
    ]
    for one in trailed("audit", "show", "--json").objects:
        at = datetime.fromisoformat(str(one["at"]))
        fields = [one[name] for name in ("actor", "act", "object", "detail", "previous")]
        assert hash_of(at, *fields) == one["hash"]
        assert str(one["at"]).endswith("Z") and json.dumps(one)
    assert len(trailed("audit", "show", "--since", "2030-11-26").out) == 1
    nothing = trailed("audit", "show", "--since", "2031-01-01")
    assert (nothing.code, nothing.out, nothing.err) == (0, [], ["There are no rows."])
