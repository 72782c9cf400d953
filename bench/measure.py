"""A subject as a process: started on its own core, looked at from outside, its notes read when it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
STOPS_WITHIN_S = 20.0


class SubjectError(RuntimeError):
    """A subject ended, or will not; the words are the end of its output."""


def cores() -> tuple[int, int]:
    """The core of the world (server, people, PostgreSQL) and the core of the subject."""
    return 0, (os.cpu_count() or 1) - 1


def core_s() -> float:
    """Processor time the subject's core has spent, on whatever it was."""
    name = f"cpu{cores()[1]}"
    times = next(line for line in Path("/proc/stat").read_text().splitlines() if line.startswith(f"{name} "))
    user, nice, system, _idle, _wait, irq, soft, steal, *_ = map(int, times.split()[1:])
    return (user + nice + system + irq + soft + steal) / TICKS


class Processes:
    """A running subject: one process or several, all on its core."""

    def __init__(
        self, command: Sequence[str], envs: Sequence[dict[str, str]], folder: Path, fsync_ms: float = 0
    ) -> None:
        """Start `command` (a script or "-m" and a module, then arguments) once with each of `envs` added."""
        self._folder = folder
        self._running = [
            self._start(number, env, [*_launcher(folder, number, fsync_ms), *command])
            for number, env in enumerate(envs)
        ]

    def check(self) -> None:
        """Raises SubjectError if one has ended."""
        for number, process in enumerate(self._running):
            if process.poll() is not None:
                raise SubjectError(f"ended with {process.returncode}:\n{self._said(number)}")

    def cpu_s(self) -> float:
        """Processor time spent so far, by the user and the system for it."""
        stats = [
            Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
            for process in self._running
        ]
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / TICKS

    def rss_mib(self) -> float:
        """Memory in use now."""
        pages = (int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) for process in self._running)
        return sum(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def stop(self) -> Notes:
        """End it as an operator would; gives what was noted within. Raises SubjectError if nothing was."""
        for process in self._running:
            process.send_signal(signal.SIGTERM)
        notes = Notes([], [])
        for number, process in enumerate(self._running):
            try:
                process.wait(STOPS_WITHIN_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            notes.add(self._noted(number))
        return notes

    def _start(self, number: int, env: dict[str, str], command: list[str]) -> subprocess.Popen[bytes]:
        with self._output(number).open("wb") as output:
            return subprocess.Popen(command, cwd=ROOT, env=surroundings(env), stdout=output, stderr=output)

    def _output(self, number: int) -> Path:
        return self._folder / f"output{number}.txt"

    def _said(self, number: int) -> str:
        return self._output(number).read_text()[-3000:]

    def _noted(self, number: int) -> Notes:
        file = _notes(self._folder, number)
        if not file.exists():
            raise SubjectError(f"left no notes:\n{self._said(number)}")
        seen = json.loads(file.read_text())
        return Notes(seen["lags"], seen["commits"])


def _notes(folder: Path, number: int) -> Path:
    return folder / f"notes{number}.json"


def _launcher(folder: Path, number: int, fsync_ms: float) -> list[str]:
    given = [
        "--core",
        str(cores()[1]),
        "--notes",
        str(_notes(folder, number)),
        "--slow-fsync-ms",
        str(fsync_ms),
    ]
    return [sys.executable, "-m", "bench.launch", *given]


def surroundings(env: dict[str, str]) -> dict[str, str]:
    """Our environment without anybody's settings, with `env`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BAONHANH_", "PEER_"))}
    return {**kept, "PYTHONPATH": str(ROOT), **env}


@dataclass
class Notes:
    """What was seen from within: (when, seconds late) and (when, on the loop's thread)."""

    lags: list[tuple[float, float]]
    commits: list[tuple[float, bool]]

    def add(self, more: Notes) -> None:
        """What was seen in another process of the same subject."""
        self.lags += more.lags
        self.commits += more.commits

    def lag_p99_ms(self, start: float, end: float) -> float:
        """How late the event loop was."""
        return percentile((late for at, late in self.lags if start <= at <= end), 99) * 1000

    def commits_in(self, start: float, end: float) -> int:
        """How many commits wrote something."""
        return sum(start <= at <= end for at, _ in self.commits)

    def on_loop(self, start: float, end: float) -> int:
        """How many of them were on a thread that runs an event loop."""
        return sum(on_loop for at, on_loop in self.commits if start <= at <= end)


@dataclass
class Measured:
    """One run of one subject."""

    reports_s: float
    updates_s: float
    p50_ms: float
    p99_ms: float
    cpu_ms: float
    rss_mib: float
    requests: float
    lag_p99_ms: float = 0.0
    commits: float = 0.0
    on_loop: float = 0.0
    others: float = 0.0


def percentile(values: Iterable[float], percent: float) -> float:
    """The value that `percent` of a hundred do not exceed; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else 0.0
