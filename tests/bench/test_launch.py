"""What is noted within a subject."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.measure import ROOT

SUBJECT = """
import asyncio, sqlite3, sys, threading, time

def write(times):
    connection = sqlite3.connect(sys.argv[1])
    connection.execute("CREATE TABLE IF NOT EXISTS t (x)")
    connection.commit()
    for _ in range(times):
        connection.execute("INSERT INTO t VALUES (1)")
        connection.commit()
        connection.commit()

async def main():
    await asyncio.to_thread(write, 3)
    write(2)
    time.sleep(0.2)
    await asyncio.sleep(0.1)

asyncio.run(main())
"""


def test_commits_that_wrote_and_a_late_loop_are_noted(tmp_path: Path) -> None:
    if not hasattr(os, "sched_setaffinity"):
        pytest.skip("the bench pins processes to cores, which this system cannot")
    notes, script = tmp_path / "notes.json", tmp_path / "subject.py"
    script.write_text(SUBJECT)
    launch = [sys.executable, "-m", "bench.launch", "--core", "0", "--notes", str(notes)]
    subprocess.run(
        [*launch, "--slow-fsync-ms", "20", str(script), str(tmp_path / "db")], cwd=ROOT, check=True
    )
    seen = json.loads(notes.read_text())
    assert [on_loop for _, on_loop in seen["commits"]] == [False] * 3 + [True] * 2
    times = [at for at, _ in seen["commits"]]
    assert times[2] - times[0] >= 0.04
    assert max(late for _, late in seen["lags"]) >= 0.2
