"""Who is measured: how each is started, and how a report is spoken to it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg

from bench.drive import Step, say, tap
from bench.measure import ROOT, surroundings
from tests.loopback.telegram import TelegramServer
from tests.postgres import plain

DUTY_ID, FIRST_ID = 900_001, 1_000_001
UNIT = "THU"
BAONHANH = str(Path(sys.executable).parent / "baonhanh")
SECRET = "bi-mat-cua-ban-do-dac"
SAID = (
    "Bà con tổ 5 phản ánh nước sinh hoạt đục từ đêm qua, nhiều nhà phải mua nước bình,"
    " mong thành phố kiểm tra sớm. Lượt {n}"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one run happens."""

    folder: Path
    server: TelegramServer
    database_url: str
    web_ports: tuple[int, ...]
    webhook: bool = False


@dataclass(frozen=True, slots=True)
class Codes:
    """Invites for everybody who has to join."""

    people: list[str]
    duty: str


@dataclass(frozen=True)
class Subject:
    """One that is measured."""

    name: str
    command: tuple[str, ...]
    env: Callable[[Place, int], dict[str, str]]
    steps: tuple[Step, ...]
    stored: Callable[[Place], int | None]
    invite: Callable[[Place, int], Codes] | None = None
    join: tuple[Step, ...] = ()
    on_postgres: bool = False
    processes: int = 1


def _peer_env(place: Place, _number: int) -> dict[str, str]:
    return {
        "PEER_TOKEN": place.server.token,
        "PEER_BASE_URL": place.server.base_url,
        "PEER_FOLDER": str(place.folder),
        "PEER_DUTY": str(DUTY_ID),
    }


def _peer_stored(place: Place) -> int:
    return _count_in_file(place.folder / "peer.db")


def _count_in_file(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM report").fetchone()[0])
    finally:
        connection.close()


def product_env(place: Place, number: int = 0) -> dict[str, str]:
    """The settings of process `number`: durable as shipped, only Telegram's pace is taken off."""
    env = {
        "BAONHANH_TELEGRAM_TOKEN": place.server.token,
        "BAONHANH_TELEGRAM_BASE_URL": place.server.base_url,
        "BAONHANH_TELEGRAM_RATE": "100000",
        "BAONHANH_TELEGRAM_RATE_PER_CHAT": "1000",
        "BAONHANH_DATABASE_URL": place.database_url,
        "BAONHANH_DATA_FOLDER": str(place.folder),
        "BAONHANH_WEB_PORT": str(place.web_ports[number]),
        "BAONHANH_ALERTS_PHONE": "0203 3 000 000",
    }
    if place.webhook:
        env["BAONHANH_TELEGRAM_MODE"] = "webhook"
        env["BAONHANH_TELEGRAM_WEBHOOK_URL"] = (
            f"https://bot.example/telegram/{place.server.token.split(':')[0]}"
        )
        env["BAONHANH_TELEGRAM_WEBHOOK_SECRET"] = SECRET
    return env


def _product(place: Place, *arguments: str) -> str:
    """Run a command of the product; gives what it prints."""
    done = subprocess.run(
        [BAONHANH, *arguments], cwd=ROOT, env=surroundings(product_env(place)), capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"baonhanh {' '.join(arguments)}: {done.stderr or done.stdout}")
    return done.stdout


def _invite(place: Place, count: int) -> Codes:
    _product(place, "init", "--unit", UNIT, "--name", "Phường Thử", "--duty-phone", "0203 3 000 000")

    def codes(role: str, many: int) -> list[str]:
        printed = _product(place, "invite", "--role", role, "--unit", UNIT, "--count", str(many), "--json")
        return [json.loads(line)["code"] for line in printed.splitlines()]

    return Codes(codes("collaborator", count), codes("duty", 1)[0])


def _product_stored(place: Place) -> int:
    if place.database_url.startswith("sqlite"):
        return _count_in_file(Path(place.database_url.removeprefix("sqlite:///")))
    with psycopg.connect(plain(place.database_url)) as connection:
        row = connection.execute("SELECT count(*) FROM report").fetchone()
    return int(row[0]) if row else 0


PEER_STEPS = (
    say("/baocao", "Dư luận đang nói gì"),
    say(SAID, "Lĩnh vực nào"),
    tap("An sinh", "Thái độ chung"),
    tap("😟 Băn khoăn", "Mức độ?"),
    tap("🔴 Khẩn", "Gửi phản ánh này"),
    tap("✅ Gửi", "ĐÃ GỬI"),
)
PRODUCT_STEPS = (
    say(f"Khẩn: {SAID}", "CHƯA GỬI"),
    tap("😟 Băn khoăn", "● 😟 Băn khoăn"),
    tap("Gửi khẩn", "mã"),
)
JOIN_STEPS = (
    say("/start {code}", "Tôi đồng ý"),
    tap("Tôi đồng ý", "Không cần nhắc"),
    tap("Không cần nhắc"),
)

ECHO = Subject(
    "echo", ("-m", "bench.peers.echo"), _peer_env, (say(SAID, "nước sinh hoạt"),), lambda _place: None
)
CLASSIC = Subject("A", ("-m", "bench.peers.classic"), _peer_env, PEER_STEPS, _peer_stored)
DRAFTS = Subject("B", ("-m", "bench.peers.drafts"), _peer_env, PEER_STEPS, _peer_stored)


SQLITE = Subject(
    "sqlite", (BAONHANH, "run"), product_env, PRODUCT_STEPS, _product_stored, _invite, JOIN_STEPS
)
POSTGRES = replace(SQLITE, name="postgres", on_postgres=True)
TWO = replace(POSTGRES, name="postgres ×2", processes=2)
SUBJECTS = {subject.name: subject for subject in (SQLITE, CLASSIC, DRAFTS, ECHO, POSTGRES, TWO)}
