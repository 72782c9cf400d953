"""Processes that are started, killed and started again."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Nursery:
    """Starts lives by forking a process that has imported everything (tests/crash/child.py)."""

    _process: asyncio.subprocess.Process

    async def __aenter__(self) -> Nursery:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.crash.child",
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        return self

    async def __aexit__(self, *exc: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        await self._process.wait()

    async def start(self, settings: dict[str, Any], log: Path, silent: float, kill_at: int = 0) -> int:
        """A new life of `baonhanh run`; gives its process id."""
        assert self._process.stdin and self._process.stdout
        order = {"settings": settings, "log": str(log), "silent": silent, "kill_at": kill_at}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        return int(await self._process.stdout.readline())


class Life:
    """One seat in the house: a program that runs there, dies, and is started again."""

    def __init__(self, nursery: Nursery, settings: dict[str, Any], log: Path) -> None:
        self._nursery, self._settings, self._log = nursery, settings, log
        self._pid = 0
        self.deaths: list[float] = []
        self.silent = 4.0
        """Seconds without a sign of life after which it counts as dead; a busy machine takes a breath too."""

    async def start(self, kill_at: int = 0) -> None:
        """Start the program here; with `kill_at` it dies at that operation."""
        self._pid = await self._nursery.start(self._settings, self._log, self.silent, kill_at)

    def is_dead(self) -> bool:
        """Whether the program is gone; the moment is noted the first time."""
        if self._pid and not _exists(self._pid):
            self._pid = 0
            self.deaths.append(time.monotonic())
        return not self._pid

    async def kill(self) -> None:
        """kill -9, and wait until it is gone."""
        if self.is_dead():
            return
        os.kill(self._pid, signal.SIGKILL)
        while not self.is_dead():  # noqa: ASYNC110  the kernel tells nobody but the parent
            await asyncio.sleep(0.001)


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
