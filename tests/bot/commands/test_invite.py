"""Invites: every way in, shown once; a way back for those who are known."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from domain.access import ROLES
from office.invites import open_invite
from storage import people
from storage.tables import invite, outbox, unit
from tests.loopback.telegram import TelegramServer

NOW = datetime.now(UTC)


def opened(look, code):
    return look(lambda c: open_invite(c, code, "test", datetime.now(UTC)))


def test_json_gives_one_invite_a_line_with_every_way_in(at_home, look):
    done = at_home("invite", "--role", "collaborator", "--unit", "pm", "--count", "3", "--json")
    assert done.code == 0
    assert len(done.objects) == len({one["code"] for one in done.objects}) == 3
    for one in done.objects:
        assert list(one) == ["code", "role", "unit", "web", "telegram", "zalo", "expires_at"]
        assert (one["role"], one["unit"], one["telegram"]) == ("collaborator", "PM", None)
        assert one["web"] == f"http://127.0.0.1:8080/join/{one['code']}"
        assert one["code"] in one["zalo"]
        left = datetime.fromisoformat(one["expires_at"]) - datetime.now(UTC)
        assert timedelta(days=13) < left <= timedelta(days=14)
        assert opened(look, one["code"]).role == "collaborator"


def test_links_begin_with_the_public_address(at_home):
    done = at_home(
        "invite", "--role", "duty", "--unit", "PM", "--json", WEB_PUBLIC_URL="https://bn.example.vn/"
    )
    assert done.objects[0]["web"].startswith("https://bn.example.vn/join/")
    assert done.err == []


def test_lines_for_a_person_carry_a_picture_to_scan(at_home):
    done = at_home("invite", "--role", "duty", "--unit", "PM", "--name", "Trực ban")
    assert re.fullmatch(
        r"[A-Z]{10}   duty officer · Phường Mẫu · Trực ban · until \d\d/\d\d/\d{4}", done.out[0]
    )
    assert any("█" in line for line in done.out)
    several = at_home("invite", "--role", "duty", "--unit", "PM", "--count", "2")
    assert not any("█" in line for line in several.out)


@pytest.mark.parametrize("role", ROLES)
def test_a_code_is_shown_for_every_role_there_is(at_home, look, role):
    done = at_home("invite", "--role", role, "--unit", "PM")
    assert done.code == 0
    assert opened(look, done.out[0][:10]).role == role


def test_pictures_are_saved_one_a_code(at_home):
    at_home("invite", "--role", "duty", "--unit", "PM", "--png", "one.png")
    with Image.open("one.png") as picture:
        assert picture.width > 200
    done = at_home("invite", "--role", "duty", "--unit", "PM", "--png", "many.png", "--count", "2", "--json")
    assert {file.name for file in Path().glob("many*")} == {f"many-{one['code']}.png" for one in done.objects}


async def test_the_telegram_link_names_the_bot(at_home, look):
    async with TelegramServer() as server:
        done = await asyncio.to_thread(
            at_home,
            "invite", "--role", "duty", "--unit", "PM", "--json",
            TELEGRAM_TOKEN=server.token, TELEGRAM_BASE_URL=server.base_url,
        )  # fmt: skip
    (one,) = done.objects
    assert one["telegram"] == f"https://t.me/{server.me['username']}?start={one['code']}"


def test_without_telegrams_answer_the_invite_is_made_all_the_same(at_home):
    done = at_home(
        "invite", "--role", "duty", "--unit", "PM", "--json",
        TELEGRAM_TOKEN="123:secret-secret-secret", TELEGRAM_BASE_URL="http://127.0.0.1:9/bot",
    )  # fmt: skip
    assert done.objects[0]["telegram"] is None
    assert any("cannot be reached" in line for line in done.err)
    assert not any("secret" in line for line in done.err)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--role duty --unit PN", "There is no unit PN; did you mean PM?"),
        ("--role duty", "Needs --role and --unit, or --again."),
        ("--role duty --unit PM --count 0", "How many must be from 1 to 1000: 0"),
        ("--again CTV-99", "Nobody is called “CTV-99”"),
        ("--again Nobody", "Nobody is called “Nobody”"),
    ],
)
def test_what_cannot_be_invited_is_told(at_home, words, said):
    done = at_home("invite", *words.split())
    assert (done.code, done.out) == (2, [])
    assert said in done.err[-1]


def settle(connection, label="Lan"):
    unit_id = connection.scalar(select(unit.c.id))
    id = people.add_person(connection, unit_id=unit_id, label=label, lang="vi", reminders=False, now=NOW)
    people.add_membership(connection, person_id=id, unit_id=unit_id, role="collaborator", label=label)
    people.add_address(
        connection, person_id=id, lane=f"web:main:{id}", channel="web", bot="main", chat=str(id), now=NOW
    )
    return id


def test_somebody_known_gets_a_further_code_and_the_old_device_is_told(at_home, look):
    lan = look(settle)
    for who in ("Lan", f"CTV-{lan}", f"ctv-{lan}", str(lan)):
        done = at_home("invite", "--again", who, "--json")
        found = opened(look, done.objects[0]["code"])
        assert (found.person_id, found.role, found.label) == (lan, "collaborator", "Lan")
    told = look(lambda c: c.execute(select(outbox.c.lane, outbox.c.body)).all())
    assert len(told) == 4
    assert told[0].lane == f"web:main:{lan}"
    assert "Vừa cấp một mã" in told[0].body["text"]
    assert done.objects[0]["code"] not in told[0].body["text"]


def test_two_of_the_same_name_are_told_apart_by_number(at_home, look):
    first, second = look(settle), look(settle)
    done = at_home("invite", "--again", "Lan")
    assert done.code == 2
    assert f"CTV-{first}, CTV-{second}" in done.err[-1]


def test_no_code_is_kept_anywhere_in_plain_words(at_home, look, tmp_path):
    done = at_home("invite", "--role", "duty", "--unit", "PM", "--json")
    code = done.objects[0]["code"]
    assert code not in str(look(lambda c: c.execute(select(invite)).all()))
    assert not any(code.encode() in file.read_bytes() for file in tmp_path.rglob("*.db*"))
