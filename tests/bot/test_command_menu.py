"""The command menu of a Telegram chat: whoever has a role finds its commands there, nobody else does."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from bot.menu import OF_ROLES
from storage.tables import membership
from tests.bot.flows import ward
from tests.loopback.faults import answers
from tests.loopback.person import Person

STAFF = [
    "vande", "hop", "viec", "ghiho", "chuabao", "ky", "thongbao", "the", "trongtam", "yeucau", "dot",
    "truc", "tatbao", "thamdo", "solieu", "chuongtrinh", "doingu",
]  # fmt: skip


def menu(person: Person) -> list[str]:
    """The commands somebody's chat offers: its own menu, else that of every private chat."""
    offered = person.server.commands
    found = offered.get((f"chat:{person.id}", "")) or offered["all_private_chats", ""]
    return [one["command"] for one in found]


async def joined(person: Person, code: str) -> None:
    await person.start(code)
    await person.expects("Để tham gia")
    await person.tap("Tôi đồng ý")
    await person.expects("Nhắc")
    await person.tap("Không cần nhắc")
    await person.expects("Kênh Báo Nhanh")


async def test_a_coordinator_finds_the_staffs_commands_and_a_collaborator_does_not(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        boss, lan, minh = server.person(1), server.person(2), server.person(3)
        await joined(boss, home.code("coordinator"))
        await joined(lan, home.code("collaborator"))
        await joined(minh, home.code("duty"))
        assert menu(boss)[: len(STAFF)] == STAFF and "baocao" in menu(boss)
        assert menu(minh)[:5] == ["vande", "ghiho", "truc", "ban", "baocao"] and "thongbao" not in menu(minh)
        assert menu(lan)[0] == "baocao" and not set(STAFF) & set(menu(lan))
        words = {one["command"]: one["description"] for one in server.commands[f"chat:{boss.id}", ""]}
        assert words["chuabao"] == "Ai chưa báo" and words["truc"] == "Lịch trực"


async def test_a_role_given_later_shows_in_the_menu_and_one_taken_away_goes_from_it(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = server.person(1)
        await joined(lan, home.code("collaborator"))
        await joined(lan, home.code("coordinator"))
        assert "thongbao" in menu(lan)
        home.database.write_now(
            lambda c: c.execute(
                update(membership).where(membership.c.role == "coordinator").values(ended_at=home.app.now())
            )
        )
        await lan.start()
        await lan.expects("Kênh Báo Nhanh")
        assert "thongbao" not in menu(lan)


async def test_whoever_leaves_loses_the_menu(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        boss = server.person(1)
        await joined(boss, home.code("coordinator"))
        await boss.say("/rutdongy")
        await boss.expects("Rút đồng ý với việc nào")
        await boss.tap("Thôi tham gia")
        await boss.expects(lambda message: "Thôi tham gia" in str(message.rows))
        await boss.tap("Thôi tham gia")
        await boss.expects("thôi tham gia. Cảm ơn")
        assert "thongbao" not in menu(boss)


async def test_a_menu_that_is_not_taken_keeps_no_welcome_back(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        boss = server.person(1)
        await joined(boss, home.code("collaborator"))
        server.faults.plan("setMyCommands", answers(400, "Bad Request: chat not found"))
        await joined(boss, home.code("coordinator"))
        assert "thongbao" not in menu(boss)


@pytest.mark.parametrize("role", sorted(OF_ROLES))
async def test_help_names_every_command_of_the_menu(sqlite_url, role):
    async with ward(sqlite_url) as (server, home, _):
        boss = await home.member(server.person(1), role)
        await boss.start()
        await boss.expects("Kênh Báo Nhanh")
        offered = menu(boss)[: len(OF_ROLES[role])]
        await boss.say("/trogiup")
        told = (await boss.expects("Công việc của mình")).text
        assert [one for one in offered if f"/{one} " not in told] == []


async def test_help_tells_a_collaborator_of_no_work_of_others(sqlite_url):
    async with ward(sqlite_url) as (server, home, _):
        lan = await home.member(server.person(1))
        await lan.say("/trogiup")
        told = (await lan.expects("/hop giao ban")).text
        assert "Công việc của mình" not in told and "/vande" not in told
