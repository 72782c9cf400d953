"""The first unit: its phone, its periods, its administrator's way in."""

import re
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from office.invites import open_invite
from office.sample import HEARD
from storage.tables import meta, period, person, report, unit


def test_init_makes_the_unit_its_periods_and_an_administrators_invite(at_home, look):
    assert look(lambda c: c.execute(select(unit.c.code, unit.c.name, unit.c.duty_phone)).all()) == [
        ("PM", "Phường Mẫu", "0203 123 456")
    ]
    assert len(look(lambda c: c.execute(select(period)).all())) >= 2
    assert look(lambda c: c.execute(select(person)).all()) == []


def test_the_code_that_is_shown_opens_an_administrators_invite(at_home, look):
    done = at_home("init", "--unit", "P2", "--name", "Phường Hai", "--duty-phone", "113")
    assert done.code == 0
    code = re.search(r"^[A-Z]{10}\b", "\n".join(done.out), re.MULTILINE)[0]
    found = look(lambda c: open_invite(c, code, "x", datetime.now(UTC)))
    assert found.role == "administrator"
    assert "--role coordinator --unit P2" in done.err[-1], "somebody has to read what is reported"


def test_a_unit_is_made_once(at_home):
    done = at_home("init", "--unit", "pm", "--name", "Phường Khác", "--duty-phone", "113")
    assert (done.code, done.err) == (2, ["There is a unit pm already."])


def test_everything_wrong_with_a_unit_is_told_at_once(typed):
    done = typed("init", "--unit", "Phường", "--name", "x", "--duty-phone", "call me")
    assert done.code == 2
    assert len(done.err) == 3


def test_a_sample_adds_people_reports_and_a_body_and_says_so(at_home, look):
    done = at_home("init", "--unit", "P2", "--name", "Phường Hai", "--duty-phone", "113", "--sample")
    assert done.code == 0
    assert look(lambda c: len(c.execute(select(report)).all())) == len(HEARD)
    assert look(lambda c: len(c.execute(select(person)).all())) == 3
    assert look(lambda c: c.scalar(select(meta.c.value).where(meta.c.key == "sample"))) == "1"
    assert "body" in look(lambda c: c.scalars(select(unit.c.type)).all())


def test_init_on_a_fresh_folder_makes_a_private_database(typed):
    done = typed("init", "--unit", "PM", "--name", "Phường Mẫu", "--duty-phone", "113")
    assert done.code == 0
    file = Path("data/baonhanh.db")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
