"""Somebody has lost authenticator and recovery codes, and no administrator is at hand in the browser."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from domain.totp import code_at, read_secret, step_of
from office import signing_in
from office.post import Post
from storage import people, units
from storage.tables import audit, console_session, recovery_code, totp, unit

NOW = datetime(2026, 11, 26, 2, tzinfo=UTC)
WHY = "Mất điện thoại, đã gặp"


@pytest.fixture
def staff(at_home, look):
    """An administrator and a coordinator of PM, signed in with authenticator and codes, and another unit's
    administrator; gives the numbers by label, and types at that time."""

    def settle(connection):
        here = connection.scalar(select(unit.c.id).where(unit.c.code == "PM"))
        there = units.add(connection, code="PX", name="Phường Xa", type="commune")
        found = {}
        for label, role, where in (
            ("Bà Quản", "administrator", here),
            ("Chị Hoa", "coordinator", here),
            ("Ông Xa", "administrator", there),
        ):
            id = people.add_person(
                connection, unit_id=where, label=label, lang="vi", reminders=False, now=NOW
            )
            people.add_membership(connection, person_id=id, unit_id=where, role=role, label=label)
            found[label] = id
        for label in ("Bà Quản", "Chị Hoa"):
            sign_in(connection, found[label])
        return found

    numbers = look(settle)
    return numbers, lambda *words: at_home("people", "second-reset", *words, clock=lambda: NOW)


def sign_in(connection, person):
    """Sign somebody in for the first time: an authenticator is taken over, recovery codes are shown."""
    post = Post(connection, NOW)
    session = signing_in.session_of(connection, signing_in.begin(post, person).token, NOW)
    secret = read_secret(signing_in.second_to_set_up(connection, person).secret)
    return signing_in.give_second(post, session, code_at(secret, step_of(NOW)))


def kept(look, person):
    """(authenticators, recovery codes, live sessions) of somebody."""

    def count(connection):
        found = [
            len(connection.execute(select(table).where(table.c.person_id == person)).all())
            for table in (totp, recovery_code)
        ]
        return (*found, len(signing_in.sessions_of(connection, person, NOW)))

    return look(count)


def resets(look):
    """(actor, object, detail) of every reset in the trail."""
    rows = look(lambda c: c.execute(select(audit).where(audit.c.act == "console-second-reset")).all())
    return [(row.actor, row.object, row.detail) for row in rows]


def test_an_administrator_of_the_unit_resets_it_for_a_reason_and_it_is_set_up_anew(staff, look):
    numbers, reset = staff
    hoa, keeper = numbers["Chị Hoa"], numbers["Bà Quản"]
    assert kept(look, hoa) == (1, 8, 1)
    done = reset("Chị Hoa", "--as", "Bà Quản", "--reason", WHY)
    assert (done.code, done.err) == (0, [])
    assert "The authentication of Chị Hoa is reset" in done.out[0]
    assert kept(look, hoa) == (0, 0, 0) and kept(look, keeper) == (1, 8, 1)
    assert resets(look) == [(f"person {keeper}", f"person {hoa}", {"reason": WHY})]
    assert len(look(lambda c: sign_in(c, hoa))) == 8, "a new one, with new codes"


def test_the_operator_resets_anybodys_the_only_administrators_too(staff, look):
    numbers, reset = staff
    keeper = numbers["Bà Quản"]
    done = reset(f"CTV-{keeper}", "--operator", "--reason", WHY)
    assert done.code == 0 and kept(look, keeper) == (0, 0, 0)
    assert resets(look) == [("terminal", f"person {keeper}", {"reason": WHY})]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Chị Hoa", "--reason", WHY], "missing: --as --operator"),
        (["Chị Hoa", "--as", "Bà Quản"], "missing: --reason"),
        (["Chị Hoa", "--as", "Bà Quản", "--operator", "--reason", WHY], "--operator"),
        (["Chị Hoa", "--operator", "--reason", "mất"], "5 letters at least"),
        (["Chị Hoa", "--as", "Chị Hoa", "--reason", WHY], "administrator of no unit"),
        (["Chị Hoa", "--as", "Ông Xa", "--reason", WHY], "administrator of no unit"),
        (["Chị Nào", "--operator", "--reason", WHY], "Chị Nào"),
        (["Chị Hoa", "--as", "Ông Nào", "--reason", WHY], "Ông Nào"),
        (["Ông Xa", "--operator", "--reason", WHY], "has set no authentication up"),
    ],
)
def test_whoever_may_not_or_gives_no_reason_is_refused_in_one_line_and_nothing_is_reset(
    staff, look, words, said
):
    numbers, reset = staff
    done = reset(*words)
    assert (done.code, done.out, len(done.err)) == (2, [], 1)
    assert said in done.err[0]
    assert kept(look, numbers["Chị Hoa"]) == (1, 8, 1) and resets(look) == []
    assert look(lambda c: len(c.execute(select(console_session)).all())) == 2
