"""A hundred thousand people who owe a report, and the tick that reminds them all: `python -m bench.rhythm`.

Beside it the loop as it is usually written: one person after the other is looked up, recorded and written to,
in one transaction. Both on SQLite and PostgreSQL, in turn, each on a database of its own. The loop takes as
long for each of a hundred thousand people as for each of twenty thousand, so it is given those only.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, event, func, insert, select

from domain.cadence import parse
from domain.calendar import vietnam
from domain.reminding import Manners
from office import reminding
from office.obligations import keep_lists
from office.periods import Plan, open_periods
from office.post import Post
from office.reminding import Reminding
from storage.database import Database
from storage.migrate import upgrade
from storage.outbox import REMINDER
from storage.tables import address, membership, obligation, outbox, person, reminder, unit
from tests.postgres import create_database, postgres

PEOPLE, IN_THE_LOOP, UNITS = 100_000, 20_000, 200
START = datetime(2026, 11, 2, 2, tzinfo=UTC)
STAGE = datetime(2026, 11, 18, 1, 5, tzinfo=UTC)
CALENDAR = vietnam(range(2026, 2028))
CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class Taken:
    """What a way of doing it took: seconds, statements, and how far memory grew (MiB)."""

    lists_s: float
    reminders_s: float
    statements: int
    memory_mib: float
    made: int


def settle(connection: Connection, people: int, units: int) -> None:
    """Units with a monthly period and their people, each reachable on Telegram and wanting reminders."""
    plan = Plan(parse("monthly last-working-day"), CALENDAR)
    rows = [
        {"code": f"U{n}", "name": f"Phường {n}", "type": "commune", "territorial": True} for n in range(units)
    ]
    ids = list(connection.execute(insert(unit).returning(unit.c.id), rows).scalars())
    joined = START - timedelta(days=90)
    for first in range(0, people, CHUNK):
        some = range(first, min(first + CHUNK, people))
        connection.execute(
            insert(person),
            [
                {"id": n + 1, "unit_id": ids[n % units], "lang": "vi", "reminders": True, "joined_at": joined}
                for n in some
            ],
        )
        connection.execute(
            insert(membership),
            [{"person_id": n + 1, "unit_id": ids[n % units], "role": "collaborator"} for n in some],
        )
        connection.execute(
            insert(address),
            [
                {"person_id": n + 1, "lane": f"telegram:1:{n}", "channel": "telegram", "bot": "1",
                 "chat": str(n), "joined_at": joined}
                for n in some
            ],
        )  # fmt: skip
    for id in ids:
        open_periods(connection, id, plan, START)


@contextmanager
def counting(database: Database) -> Iterator[list[int]]:
    """How many statements are run."""
    count = [0]

    def one_more(*_: object) -> None:
        count[0] += 1

    event.listen(database.engine, "before_cursor_execute", one_more)
    yield count
    event.remove(database.engine, "before_cursor_execute", one_more)


def at_once(database: Database) -> Taken:
    """As the product does it."""
    quiet = Manners(CALENDAR)
    how = Reminding(lambda now: quiet, frozenset({"telegram"}), timedelta(minutes=15), PEOPLE * 2)

    def lists(connection: Connection) -> None:
        keep_lists(Post(connection, STAGE))

    def reminders(connection: Connection) -> int:
        return reminding.remind(Post(connection, STAGE), how)

    return _timed(database, lists, reminders)


def one_by_one(database: Database) -> Taken:
    """A loop over people, as it is usually written."""
    from storage.tables import period, period_stage

    def lists(connection: Connection) -> None:
        for row in connection.execute(select(person.c.id, person.c.unit_id)).all():
            running = connection.execute(
                select(period.c.id).where(
                    period.c.unit_id == row.unit_id, period.c.start_at <= STAGE, period.c.end_at > STAGE
                )
            ).scalar_one()
            connection.execute(
                insert(obligation).values(period_id=running, person_id=row.id, state="owes", created_at=STAGE)
            )

    def reminders(connection: Connection) -> int:
        made = 0
        for row in connection.execute(select(obligation).where(obligation.c.state == "owes")).all():
            stage = connection.execute(
                select(period_stage.c.stage).where(
                    period_stage.c.period_id == row.period_id, period_stage.c.at <= STAGE
                )
            ).scalar()
            where = connection.execute(select(address).where(address.c.person_id == row.person_id)).first()
            if stage is None or where is None:
                continue
            text = f"Báo cáo hạn 17:00 20/11/2026. Người nhận {row.person_id}"
            message = connection.execute(
                insert(outbox).values(
                    lane=where.lane, channel=where.channel, bot=where.bot, chat=where.chat, rank=REMINDER,
                    body={"text": text, "rows": []}, state="waiting", attempts=0, created_at=STAGE,
                ).returning(outbox.c.id)
            ).scalar_one()  # fmt: skip
            connection.execute(
                insert(reminder).values(
                    period_id=row.period_id, person_id=row.person_id, stage=stage, state="queued", at=STAGE,
                    sent_on=date(2026, 11, 18), lane=where.lane, outbox_id=message,
                )
            )  # fmt: skip
            made += 1
        return made

    return _timed(database, lists, reminders)


def _timed(
    database: Database, lists: Callable[[Connection], None], reminders: Callable[[Connection], int]
) -> Taken:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with counting(database) as statements:
        start = time.monotonic()
        database.write_now(lists)
        between = time.monotonic()
        made = database.write_now(reminders)
        end = time.monotonic()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return Taken(between - start, end - between, statements[0], grown, made)


WAYS = {"at once": at_once, "one by one": one_by_one}


def _child(way: str, url: str, people: int) -> None:
    """One way on one database, in a process of its own, so that its memory can be seen."""
    database = Database(url)
    taken = WAYS[way](database)
    counted = database.read(lambda c: c.execute(select(func.count()).select_from(outbox)).scalar_one())
    database.close()
    if counted != people or taken.made != people:
        raise SystemExit(f"{way}: {counted} messages for {people} people")
    print(json.dumps(asdict(taken)))


def _run(way: str, url: str, people: int) -> Taken:
    upgrade(url)
    database = Database(url)
    database.write_now(lambda connection: settle(connection, people, UNITS))
    database.close()
    program = [sys.executable, "-m", "bench.rhythm", "--child", way, "--url", url, "--people", str(people)]
    done = subprocess.run(program, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr or done.stdout)
    return Taken(**json.loads(done.stdout))


def measure(people: int = PEOPLE, looped: int = IN_THE_LOOP) -> str:
    """Both ways on both databases, the loop with `looped` people; gives a table."""
    lines = [
        "| database | way | people | lists, s | reminders, s | ms a person | statements | memory, MiB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    counts = {"at once": people, "one by one": min(people, looped)}
    with ExitStack() as stack:
        server = stack.enter_context(postgres())
        for kind in ("SQLite", "PostgreSQL"):
            each: dict[str, float] = {}
            for number, way in enumerate(WAYS):
                folder = stack.enter_context(tempfile.TemporaryDirectory())
                url = (
                    f"sqlite:///{folder}/b.db"
                    if kind == "SQLite"
                    else create_database(server, f"rhythm{number}")
                )
                one = _run(way, url, counts[way])
                each[way] = (one.lists_s + one.reminders_s) / counts[way] * 1000
                lines.append(
                    f"| {kind} | {way} | {counts[way]:,} | {one.lists_s:.1f} | {one.reminders_s:.1f} |"
                    f" {each[way]:.2f} | {one.statements:,} | {one.memory_mib:.0f} |"
                )
            ratio = each["one by one"] / each["at once"]
            lines.append(f"| {kind} | one by one against at once | | | | {ratio:.1f} × | | |")
    return "\n".join(lines)


def main() -> None:
    """Measure, or be one measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--looped", type=int, default=IN_THE_LOOP, help="people in the loop")
    parser.add_argument("--child", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        _child(given.child, given.url, given.people)
    else:
        print(measure(given.people, given.looped))


if __name__ == "__main__":
    main()
