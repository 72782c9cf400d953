"""Runs a subject in this process, on one core, and watches it from within.

    python -m bench.launch --core 1 --notes FILE [--slow-fsync-ms 5] (-m MODULE | SCRIPT) ARGUMENTS…

Noted, the same for every subject: how late its event loop is, and each commit that wrote something to SQLite.
A slower disk is played by sleeping in the committing thread after such a commit, as an fsync would hold it:
whoever commits on the event loop stops the loop, whoever has a thread for it does not.
"""

from __future__ import annotations

import argparse
import asyncio
import atexit
import importlib
import json
import os
import runpy
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

LOOK_EVERY_S = 0.02

lags: list[tuple[float, float]] = []
"""When the loop was looked at, and how many seconds late."""

commits: list[tuple[float, bool]] = []
"""When something was committed, and whether on a thread that runs an event loop."""


def watch_loops() -> None:
    """Look at every event loop of this process, as soon as it runs."""
    run_forever = asyncio.BaseEventLoop.run_forever
    seen: set[int] = set()

    def watched(loop: asyncio.BaseEventLoop) -> None:
        if id(loop) not in seen:
            seen.add(id(loop))
            loop.call_later(LOOK_EVERY_S, look, loop, loop.time() + LOOK_EVERY_S)
        run_forever(loop)

    def look(loop: asyncio.BaseEventLoop, due: float) -> None:
        now = loop.time()
        lags.append((time.monotonic(), now - due))
        loop.call_later(LOOK_EVERY_S, look, loop, now + LOOK_EVERY_S)

    asyncio.BaseEventLoop.run_forever = watched  # type: ignore[method-assign, assignment]


def watch_commits(slow_s: float) -> None:
    """Note what is committed through any SQLite driver there is, and make it slower by `slow_s`."""
    for name in ("sqlite3", "sqlite3.dbapi2", "pysqlite3", "pysqlite3.dbapi2"):
        try:
            driver = importlib.import_module(name)
        except ImportError:
            continue
        driver.connect = _watched(driver, driver.connect, slow_s)  # type: ignore[attr-defined]


def _watched(driver: ModuleType, connect: Callable[..., Any], slow_s: float) -> Callable[..., Any]:
    class Watched(driver.Connection):  # type: ignore[misc, name-defined]
        changes_committed = 0

        def commit(self) -> None:
            super().commit()
            if self.total_changes != self.changes_committed:
                self.changes_committed = self.total_changes
                time.sleep(slow_s)
                commits.append((time.monotonic(), asyncio._get_running_loop() is not None))

    def watched(*given: Any, **options: Any) -> Any:
        options.setdefault("factory", Watched)
        return connect(*given, **options)

    return watched


def main() -> None:
    """Pin, watch, run; what was seen is written when the subject ends."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--core", type=int, required=True)
    parser.add_argument("--notes", type=Path, required=True)
    parser.add_argument("--slow-fsync-ms", type=float, default=0)
    parser.add_argument("-m", dest="is_module", action="store_true")
    parser.add_argument("program")
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    os.sched_setaffinity(0, {given.core})
    watch_loops()
    watch_commits(given.slow_fsync_ms / 1000)
    # Some servers hand SIGTERM on when they are done with it, which by default ends without a last word.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    atexit.register(lambda: given.notes.write_text(json.dumps({"lags": lags, "commits": commits})))
    sys.argv = [given.program, *given.arguments]
    if given.is_module:
        importlib.import_module(given.program).main()
    else:
        runpy.run_path(given.program, run_name="__main__")


if __name__ == "__main__":
    main()
