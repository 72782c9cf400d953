"""run, upgrade, chat: what they refuse, and what they do."""

import io
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from storage.migrate import is_current

HERE = Path(__file__).parents[3]


def test_upgrade_makes_the_tables_then_has_nothing_to_do(typed):
    assert typed("upgrade").out == ["Upgraded data/baonhanh.db."]
    assert is_current("sqlite:///data/baonhanh.db")
    assert typed("upgrade").out == ["data/baonhanh.db is of this release already."]


def test_commands_say_that_there_is_no_database_yet_and_make_none(typed):
    for words in (["export", "reports"], ["invite", "--role", "duty", "--unit", "PM"], ["chat", "--as", "x"]):
        done = typed(*words)
        assert (done.code, len(done.err)) == (2, 1)
        assert "There is no database data/baonhanh.db yet" in done.err[0]
    assert not Path("data").exists()


def test_commands_say_that_the_database_is_of_an_older_release(typed):
    Path("data").mkdir()
    Path("data/baonhanh.db").touch()
    done = typed("export", "reports")
    assert (done.code, done.err) == (
        2,
        ["The database is empty or of an older release. Run: baonhanh upgrade"],
    )


def test_wrong_settings_stop_every_command(typed):
    for words in (["run"], ["export", "reports"], ["upgrade"], ["mask"]):
        done = typed(*words, WEB_PORT="many", LOGS_JSN="true")
        assert done.code == 2
        assert done.err == [
            "BAONHANH_LOGS_JSN: there is no such key; did you mean BAONHANH_LOGS_JSON?",
            "web.port = many: must be a number",
        ]


def test_chat_talks_as_somebody_known_only(at_home):
    done = at_home("chat", "--as", "Nobody")
    assert done.code == 2
    assert "Nobody" in done.err[0]


def test_chat_talks_with_an_invite(at_home, monkeypatch):
    code = at_home("invite", "--role", "collaborator", "--unit", "PM", "--json").objects[0]["code"]
    monkeypatch.setattr("sys.stdin", io.StringIO("Tôi đồng ý\nKhông cần nhắc\n"))
    done = at_home("chat", "--as", code)
    assert done.code == 0
    assert any("Phường Mẫu" in line for line in done.out)


@pytest.mark.parametrize("clock", ["2026-11-30T07:59:00", "yesterday"])
def test_run_wants_an_instant_with_its_zone(typed, clock):
    done = typed("run", "--clock", clock)
    assert done.code == 2
    assert f"“{clock}” is no instant" in done.err[0]


def test_run_says_that_the_port_is_taken(typed):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = typed("run", WEB_PORT=str(port))
    assert done.code == 2
    assert done.err == [
        f"Cannot open the port 127.0.0.1:{port}: Address already in use. Choose another: BAONHANH_WEB_PORT=…"
    ]


def test_run_serves_and_stops_when_told(tmp_path):
    environ = os.environ | {"BAONHANH_WEB_PORT": "0", "BAONHANH_LANG": "en", "PYTHONPATH": str(HERE)}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--clock", "2026-11-30T07:59:00+07:00", "--speed", "60"],
        cwd=tmp_path,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        address = running.stdout.readline().strip()
        try:
            for _ in range(100):
                try:
                    with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:
                        assert answer.status == 200
                        break
                except OSError:
                    time.sleep(0.05)
            again = [sys.executable, "-m", "bot", "run"]
            second = subprocess.run(again, cwd=tmp_path, env=environ, capture_output=True, text=True)
        finally:
            running.send_signal(signal.SIGTERM)
        assert running.wait(10) in (0, -signal.SIGTERM, 128 + signal.SIGTERM)
    assert second.returncode == 2
    assert "is running on the folder data already" in second.stderr
