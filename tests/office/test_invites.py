"""Invites open once, for whoever has the code, and tell nothing to whoever guesses."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from office.invites import HARD, LETTERS, invite, open_invite, still_open, use_invite
from storage.database import make_engine
from storage.tables import invite as invites
from storage.tables import invite_try, unit

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
LANE = "telegram:1:7"


@pytest.fixture
def connection(database_url):
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(insert(unit).values(id=1, code="PM", name="Phường Mẫu", type="phuong"))
        yield connection
    engine.dispose()


def new(connection, **more):
    return invite(connection, unit_id=1, role="collaborator", now=NOW, **more).code


def test_a_code_is_ten_letters_that_cannot_be_mistaken(connection):
    codes = {new(connection) for _ in range(20)}
    assert len(codes) == 20
    assert all(len(code) == 10 and set(code) <= set(LETTERS) for code in codes)
    assert not set("ILOQ0123456789") & set(LETTERS)


def test_a_code_opens_what_it_was_made_for_in_any_case(connection):
    code = new(connection, label="Tổ 3")
    found = open_invite(connection, f" {code.lower()} ", LANE, NOW)
    assert found
    assert (found.unit_id, found.role, found.label, found.person_id) == (1, "collaborator", "Tổ 3", None)


def test_looking_does_not_use_a_code_up_and_using_does(connection):
    code = new(connection)
    found = open_invite(connection, code, LANE, NOW)
    assert found == open_invite(connection, code, LANE, NOW)
    assert use_invite(connection, found.id, NOW) == found
    assert use_invite(connection, found.id, NOW) is None
    assert open_invite(connection, code, LANE, NOW) is None


def test_a_code_expires_after_a_fortnight(connection):
    code = new(connection)
    found = open_invite(connection, code, LANE, NOW + timedelta(days=13, hours=23))
    assert found
    late = NOW + timedelta(days=14)
    assert open_invite(connection, code, LANE, late) is None
    assert use_invite(connection, found.id, late) is None


def test_after_five_wrong_codes_even_a_right_one_stays_shut_for_an_hour(connection):
    code = new(connection)
    for minute in range(5):
        assert open_invite(connection, "WRONGWRONG", LANE, NOW + minute * timedelta(minutes=1)) is None
    assert open_invite(connection, code, LANE, NOW + timedelta(minutes=59)) is None
    assert open_invite(connection, code, "web:x:9", NOW + timedelta(minutes=59))
    assert open_invite(connection, code, LANE, NOW + timedelta(minutes=61))


def test_a_right_code_and_a_talk_that_goes_on_count_no_try(connection):
    code = new(connection)
    for _ in range(9):
        assert open_invite(connection, code, LANE, NOW)
        assert still_open(connection, 0, NOW) is None
    assert connection.execute(select(invite_try)).all() == []


def test_tries_are_forgotten_when_they_count_no_more(connection):
    open_invite(connection, "WRONGWRONG", "telegram:1:stranger", NOW)
    open_invite(connection, "WRONGWRONG", LANE, NOW + 2 * HOUR)
    assert connection.execute(select(invite_try.c.lane)).scalars().all() == [LANE]


def test_the_code_is_not_in_the_database_nor_its_plain_digest(connection):
    code = new(connection)
    (kept,) = connection.execute(select(invites.c.code_hash)).scalars()
    assert code not in kept
    assert kept != hashlib.sha256(code.encode()).hexdigest()


def test_whoever_has_the_hashes_pays_four_megabytes_for_every_guess():
    assert 128 * HARD["n"] * HARD["r"] * HARD["p"] >= 4 << 20


def test_installations_hash_the_same_code_differently(new_sqlite, monkeypatch):
    monkeypatch.setattr("office.invites.secrets.choice", lambda letters: letters[0])
    kept = set()
    for _ in range(2):
        with make_engine(new_sqlite()).begin() as connection:
            connection.execute(insert(unit).values(id=1, code="PM", name="Phường Mẫu", type="phuong"))
            new(connection)
            kept |= set(connection.execute(select(invites.c.code_hash)).scalars())
    assert len(kept) == 2


def test_a_role_without_an_account_cannot_be_invited(connection):
    with pytest.raises(ValueError):
        invite(connection, unit_id=1, role="citizen", now=NOW)
