"""Where tests keep their files: in memory, where the machine has enough of it.

Hundreds of databases live for a second each; on a disk most of their time goes into making files and waiting
for it. What a killed process has written is kept in memory as well as on a disk.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 2 << 30


def move_to_memory() -> None:
    """Let this process and those it starts make temporary files in memory. An own TMPDIR is respected."""
    if "TMPDIR" not in os.environ and _has_room(MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def _has_room(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return False
    runs_programs = not os.statvfs(folder).f_flag & os.ST_NOEXEC  # PostgreSQL's may have to be copied there
    return runs_programs and shutil.disk_usage(folder).free >= ENOUGH
