"""How long the product takes to answer `--help`, and from its start to its first poll."""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
import time
from pathlib import Path

from bench.measure import ROOT, Measured, surroundings
from bench.run import free_port, until_listening
from bench.subjects import BAONHANH, Place, product_env
from tests.loopback.telegram import TelegramServer

TIMES = 5


def starting() -> dict[tuple[str, str], Measured]:
    """The shortest of five, as p50 of the runs ("start", "help") and ("start", "poll")."""
    help_s = min(_help() for _ in range(TIMES))
    poll_s = min(asyncio.run(_first_poll()) for _ in range(TIMES))
    return {("start", "help"): _only(help_s), ("start", "poll"): _only(poll_s)}


def _only(taken_s: float) -> Measured:
    return Measured(
        reports_s=0, updates_s=0, p50_ms=taken_s * 1000, p99_ms=0, cpu_ms=0, rss_mib=0, requests=0
    )


def _help() -> float:
    start = time.monotonic()
    subprocess.run([BAONHANH, "--help"], cwd=ROOT, env=surroundings({}), check=True, capture_output=True)
    return time.monotonic() - start


async def _first_poll() -> float:
    """With an empty database that is there already, as after every restart."""
    with tempfile.TemporaryDirectory(prefix="bn-bench-") as name:
        async with TelegramServer() as server:
            env = product_env(Place(Path(name), server, f"sqlite:///{name}/baonhanh.db", (free_port(),)))
            await (await _start("upgrade", env)).wait()
            start = time.monotonic()
            process = await _start("run", env)
            try:
                return await until_listening(server, lambda: None) - start
            finally:
                process.terminate()
                await process.wait()


async def _start(command: str, env: dict[str, str]) -> asyncio.subprocess.Process:
    silent = asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(
        BAONHANH, command, cwd=ROOT, env=surroundings(env), stdout=silent, stderr=silent
    )
