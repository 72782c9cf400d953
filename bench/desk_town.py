"""A ward that has worked with the desk for a year: as many reports and matters as wanted, in bulk.

The shape is the same at every size, so that what a page takes can be compared: one ward hears everything,
from twenty villages; of ten reports six have gone into a matter or a summary, of ten matters six are closed.
Whoever reported is forgotten after thirty days (DOMAIN §7). People, messages to many and polls do not grow.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from domain.audience import Audience
from domain.matters import STATUSES as MATTER_STATUSES
from domain.referrals import ANSWERED, APPROVED, OPEN
from domain.scales import LEVELS, TONES
from domain.search import findable
from domain.text import fold
from domain.topics import DEFAULT_TOPICS
from storage.database import Database
from storage.tables import (
    address,
    answer,
    audit,
    feedback,
    mailing,
    mailing_copy,
    matter,
    matter_event,
    matter_report,
    membership,
    metadata,
    person,
    poll,
    referral,
    report,
    unit,
)

CHUNK, TOLD = 10_000, 20_000
"""Rows at a time, and reports that differ: more are those again."""
VILLAGES, BODIES, PEOPLE, TELLINGS = 20, 5, 200, 120
YEAR, LINKED = timedelta(days=365), timedelta(days=30)
RARE, RARE_EVERY = "lục bình", 20_000
"""Words that one report in so many has."""
COMMON, EVERYWHERE = "chợ", "bà con"
"""Words that every fourth report has, and every one."""

_WHERE = ("ở chợ", "trên kênh", "trước trường học", "dọc quốc lộ")
_WHAT = (
    "rác chưa được thu gom", "đường ngập sau mưa", "đèn đường hỏng nhiều tuần", "nước máy yếu buổi tối",
    "xe tải chạy nhanh giờ tan học", "khói đốt rơm che khuất đường", "giá phân bón tăng", "thiếu bác sĩ trực",
    "giấy tờ đất chậm trả", "lớp học quá đông", "loa phường phát quá sớm", "chó thả rông",
)  # fmt: skip
_AND = ("bà con lo lắng", "nhiều hộ cùng nói", "đã kéo dài một tháng", "mong được trả lời sớm", "mới xảy ra")
_REPORT_STATUSES = ("sent", "received", "merged", "merged", "merged", "merged", "compiled", "compiled",
                    "returned", "excluded")  # fmt: skip
_CHANNELS = ("telegram", "telegram", "zalo", "web", "phone")
_EVENTS = ("opened", "joined", "refer", "accepted", "handed-in", "answer", "approved", "feed-back", "close")


@dataclass(frozen=True, slots=True)
class Seeded:
    """What the database holds; `unit_id` is the ward, `bodies` are those that answer."""

    unit_id: int
    villages: list[int]
    bodies: list[int]
    people: list[int]
    period_id: int


def seed(database: Database, unit_id: int, reports: int, matters: int, now: datetime, file: str) -> None:
    """Fill an empty installation whose ward is `unit_id`. `file`: the name of a kept picture, which every
    tenth report has."""
    chance = random.Random(1)
    town = database.write_now(lambda c: _settle(c, unit_id, now))
    first = database.write_now(lambda c: _next(c, report))
    told = min(reports, TOLD)
    for start in range(0, told, CHUNK):
        some = range(start, min(start + CHUNK, told))
        rows = [_report(town, chance, n, now - YEAR * ((told - n) / told), now) for n in some]
        database.write_now(lambda c, rows=rows: _add(c, report, rows))
    for _ in range(reports // told - 1):
        database.write_now(lambda c: _tell_again(c, first, told))
    database.write_now(lambda c: _alert(c, town, first, reports, file))
    for start in range(0, matters, CHUNK):
        some = range(start, min(start + CHUNK, matters))
        database.write_now(lambda c, some=some: _matters(c, town, chance, some, matters, first, reports, now))
    database.write_now(lambda c: _tell(c, town, now))
    database.write_now(lambda c: _note(c, town, matters, now))
    database.write_now(_settle_numbers)


def _settle(connection: Connection, ward: int, now: datetime) -> Seeded:
    villages = [_unit(connection, f"T{n}", f"Thôn {n}", ward, "thon") for n in range(VILLAGES)]
    bodies = [
        _unit(connection, f"B{n}", f"Đội Quản lý {n}", ward, "body", territorial=False) for n in range(BODIES)
    ]
    first, people = _next(connection, person), range(PEOPLE)
    joined = now - YEAR
    _add(
        connection,
        person,
        [
            {"id": first + n, "unit_id": ward, "lang": "vi", "reminders": True, "joined_at": joined}
            for n in people
        ],
    )
    _add(
        connection,
        membership,
        [{"person_id": first + n, "unit_id": ward, "role": "collaborator"} for n in people],
    )
    _add(
        connection,
        address,
        [
            {"person_id": first + n, "lane": f"telegram:1:{n}", "channel": "telegram", "bot": "1",
             "chat": str(n), "joined_at": joined}
            for n in people
        ],
    )  # fmt: skip
    period = metadata.tables["period"]
    period_id = connection.execute(select(func.min(period.c.id))).scalar_one()
    return Seeded(ward, villages, bodies, [first + n for n in people], period_id)


def _unit(
    connection: Connection, code: str, name: str, parent: int, type: str, *, territorial: bool = True
) -> int:
    new = insert(unit).values(code=code, name=name, type=type, parent_id=parent, territorial=territorial)
    return int(connection.execute(new.returning(unit.c.id)).scalar_one())


def _report(town: Seeded, chance: random.Random, n: int, at: datetime, now: datetime) -> dict[str, Any]:
    where = f"{RARE} trên kênh" if n % RARE_EVERY == RARE_EVERY // 2 else chance.choice(_WHERE)
    said = f"Bà con phản ánh {chance.choice(_WHAT)} {where}, {chance.choice(_AND)}, việc {n}"
    return {
        "unit_id": town.unit_id,
        "area_id": chance.choice(town.villages),
        "person_id": chance.choice(town.people) if now - at < LINKED else None,
        "period_id": town.period_id,
        "nil": False,
        "topic": chance.choice(DEFAULT_TOPICS).code,
        "tone": chance.choice(TONES),
        "level": "urgent" if n % 10 == 0 else chance.choice(LEVELS[:2]),
        "said": said,
        "folded": fold(said),
        "words": findable(town.unit_id, [said]),
        "channel": chance.choice(_CHANNELS),
        "status": _REPORT_STATUSES[n % len(_REPORT_STATUSES)],
        "filed_at": at,
        "editable_until_at": at,
        "taken_at": None,
        "revision": 1,
    }


def _tell_again(connection: Connection, first: int, told: int) -> None:
    """Each of the first reports once more."""
    names = [one.name for one in report.c if one.name != "id"]
    again = select(*(report.c[name] for name in names)).where(report.c.id < first + told)
    connection.execute(insert(report).from_select(names, again.order_by(report.c.id)))


def _alert(connection: Connection, town: Seeded, first: int, reports: int, file: str) -> None:
    """Every tenth report is urgent and was dealt with, the last ten of them excepted; every tenth has a
    picture."""
    values = {"first": first, "open": first + max(reports - 100, 0), "unit": town.unit_id, "file": file}
    connection.execute(
        text(
            "INSERT INTO alert (report_id, unit_id, opened_at, stage, level, asked, closed_at)"
            " SELECT id, unit_id, filed_at, 0, 'urgent', 0, CASE WHEN id < :open THEN filed_at END"
            " FROM report WHERE level = 'urgent' AND id >= :first"
        ),
        values,
    )
    connection.execute(
        text(
            "INSERT INTO attachment (report_id, lane, channel, kind, state, name, media_type, size, shown_ok,"
            " attempts, created_at) SELECT id, 'telegram:1:1', 'telegram', 'photo', 'kept', :file,"
            " 'image/jpeg', 8, false, 0, filed_at FROM report WHERE (id - :first) % 10 = 3 AND id >= :first"
        ),
        values,
    )


def _matters(
    connection: Connection,
    town: Seeded,
    chance: random.Random,
    some: range,
    matters: int,
    first_report: int,
    reports: int,
    now: datetime,
) -> None:
    """Matters with four reports each, referred, answered and judged as far as they have come."""
    first, asked, answered = (_next(connection, one) for one in (matter, referral, answer))
    rows: dict[str, list[dict[str, Any]]] = {
        one.name: [] for one in (matter, matter_report, matter_event, referral, answer, feedback)
    }
    for place, n in enumerate(some):
        at = now - YEAR * ((matters - n) / matters)
        status = MATTER_STATUSES[n % 5] if n % 10 < 4 else "closed"
        id, area = first + place, chance.choice(town.villages)
        said = f"Bà con phản ánh {chance.choice(_WHAT)} {chance.choice(_WHERE)}, nhiều hộ, việc {n}"
        rows["matter"].append(
            {"id": id, "unit_id": town.unit_id, "origin_id": town.unit_id, "area_id": area,
             "topic": chance.choice(DEFAULT_TOPICS).code, "level": chance.choice(LEVELS), "said": said,
             "folded": fold(said), "sensitive": n % 50 == 7, "status": status, "opened_at": at,
             "changed_at": at, "result": "Đã xử lý" if status == "closed" else None,
             "closed_at": at if status == "closed" else None}
        )  # fmt: skip
        step = max(reports // (matters * 10), 1)
        merged = (first_report + (n * step * 10 + k) % reports for k in (2, 3, 4, 5))
        rows["matter_report"] += [{"report_id": one, "matter_id": id, "joined_at": at} for one in merged]
        rows["matter_event"] += [
            {"matter_id": id, "at": at, "act": act, "said": "Ghi chú của điều phối viên"} for act in _EVENTS
        ]
        state = APPROVED if status == "closed" else OPEN[n % 3]
        rows["referral"].append(
            {"id": asked + place, "matter_id": id, "unit_id": chance.choice(town.bodies), "lead": True,
             "kind": "normal", "said": said, "area": "Phường Hoa Sen", "state": state, "made_at": at,
             "due_at": at + timedelta(days=7), "link_until_at": at + timedelta(days=37), "generation": 1,
             "stage": 0}
        )  # fmt: skip
        if state in (APPROVED, ANSWERED):
            rows["answer"].append(
                {"id": answered + place, "referral_id": asked + place, "checked": "", "planned": "Gom rác",
                 "found": "Đã kiểm tra, có việc như phản ánh", "verdict": "founded", "at": at,
                 "state": "approved" if state == APPROVED else "waiting"}
            )  # fmt: skip
        if state == APPROVED:
            rows["feedback"] += [
                {"matter_id": id, "person_id": None, "round": 1, "said": word, "at": at}
                for word in ("clear", "unclear")
            ]
    for table in (matter, matter_report, matter_event, referral, answer, feedback):
        _add(connection, table, rows[table.name])


def _tell(connection: Connection, town: Seeded, now: datetime) -> None:
    """Messages to everybody and polls of the last year."""
    ids = [
        connection.execute(
            insert(mailing)
            .values(unit_id=town.unit_id, kind="broadcast", body={"title": f"Mai họp tổ {n}"}, state="done",
                    audience=Audience("all", town.unit_id).to_json(), acknowledged=True, total=PEOPLE,
                    made_at=now - timedelta(days=n))
            .returning(mailing.c.id)
        ).scalar_one()
        for n in range(TELLINGS, 0, -1)
    ]  # fmt: skip
    copies = [{"mailing_id": id, "person_id": one, "state": "sent"} for id in ids for one in town.people]
    _add(connection, mailing_copy, copies)
    made = {"unit_id": town.unit_id, "kind": "choice", "options": ["Rồi", "Chưa"], "shared": False}
    _add(
        connection,
        poll,
        [
            made | {"question": f"Đã nắm việc {n}?", "made_at": now, "closes_at": now, "closed_at": now}
            for n in range(TELLINGS)
        ],
    )


def _note(connection: Connection, town: Seeded, matters: int, now: datetime) -> None:
    """Five acts a matter in the trail. Their chain is not that of the product: nobody here verifies it."""
    actors = [f"person {one}" for one in town.people]
    for start in range(0, matters * 5, CHUNK):
        some = range(start, min(start + CHUNK, matters * 5))
        _add(
            connection,
            audit,
            [
                {"at": now, "actor": actors[n % PEOPLE], "act": "poll-made", "object": f"poll {n}",
                 "previous": f"{n:064d}", "hash": f"{n + 1:064d}"}
                for n in some
            ],
        )  # fmt: skip


def _add(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _next(connection: Connection, table: Any) -> int:
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1


def _settle_numbers(connection: Connection) -> None:
    """PostgreSQL counts on from the ids that were given, and knows what it holds, as it does after a night.
    SQLite is never told."""
    if connection.dialect.name != "postgresql":
        return
    for table in (person, matter, referral, answer):
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'),"
                f" (SELECT max(id) FROM {table.name}))"
            )
        )
    connection.execute(text("ANALYZE"))
