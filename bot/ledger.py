"""What platforms have taken, noted the moment they say so, until a commit holds it (ADR 0011).

One line a message on a page of its own for each commit to come: `<outbox id> <platform's id or -> <instant>`.
Ids only. A page survives a killed process, so that the next does not send again what was sent; it is not
synced, so a power cut may cost its last lines.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from storage.outbox import Mark

log = logging.getLogger(__name__)


class Ledger:
    """The pages of one process, in a folder that no other running process uses."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made if need be; pages left there by an earlier process stay until burnt."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._folder = folder
        self._pages = sorted(folder.glob("*.sent"))
        self._open: int | None = None
        self._next = 1 + max((int(page.stem) for page in self._pages), default=0)

    def read(self) -> list[Mark]:
        """What stands on all pages; a line cut short by a death counts for nothing."""
        lines = [line for page in self._pages for line in page.read_text().split("\n")[:-1]]
        return [_mark(line) for line in lines]

    def note(self, mark: Mark) -> None:
        """Write down that a message was sent. A full disk is logged: then a death may send it twice."""
        try:
            if self._open is None:
                self._open = self._turn_over()
            os.write(self._open, f"{mark.id} {mark.platform_id or '-'} {mark.at.isoformat()}\n".encode())
        except OSError:
            log.exception("not noted as sent", extra={"action": "ledger", "outbox": mark.id})

    def close_page(self) -> list[Path]:
        """Note what follows on a new page; gives the pages so far, to be burnt once they are committed."""
        if self._open is not None:
            os.close(self._open)
            self._open = None
        return list(self._pages)

    def burn(self, pages: Iterable[Path]) -> None:
        """These are committed."""
        for page in pages:
            with contextlib.suppress(OSError):
                page.unlink()
            self._pages.remove(page)

    def _turn_over(self) -> int:
        page = self._folder / f"{self._next}.sent"
        self._next += 1
        opened = os.open(page, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._pages.append(page)
        return opened


def _mark(line: str) -> Mark:
    id, told, at = line.split(" ")
    return Mark(int(id), "sent", datetime.fromisoformat(at), None if told == "-" else told)
