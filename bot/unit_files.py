"""Pictures and papers a unit attaches: what they are is read from their content, pictures are drawn anew.

A file is kept under a name made of its content, so that the same file sent again stays one file.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeAlias

from bot.media import MEBIBYTE, MediaError, MediaStore, check_pdf, clean_picture, sniff
from messages import say
from office import answer_files
from office.post import Post
from storage.referrals import FileRow, ReferralRow
from web.files import Enclosed
from web.referral_page import Problem

Write: TypeAlias = Callable[[str, Callable[[Post, ReferralRow], Any]], Coroutine[Any, Any, Any]]
"""Does something with the referral of a link, in one transaction; None where the link opens nothing."""

PDF = "application/pdf"


class UnitFiles:
    """Keeps, gives and forgets them."""

    def __init__(self, store: MediaStore, write: Write, longest_side: int, max_bytes: int) -> None:
        """Settings `media:`."""
        self._store = store
        self._write = write
        self._longest = longest_side
        self._max = max_bytes

    async def attach(self, token: str, files: Sequence[bytes]) -> list[Problem]:
        """Keep files for the answer to come; gives what is to be said of those that were not taken."""
        refused = Problem("files", say("unit-problem-file", mb=self._max // MEBIBYTE))
        too_many = Problem("files", say("unit-problem-files", n=answer_files.MOST))
        problems = [too_many] if len(files) > answer_files.MOST else []
        for data in files[: answer_files.MOST]:
            try:
                content, media_type = await asyncio.to_thread(self._cleaned, data)
            except MediaError:
                problems.append(refused)
                continue
            if not await self._keep(token, content, media_type):
                problems.append(too_many)
                break
        return list(dict.fromkeys(problems))

    async def drop(self, token: str, id: str) -> None:
        """Forget a file that went with no answer yet."""
        if not id.isdecimal() or len(id) > 12:
            return
        name = await self._write(token, lambda post, row: answer_files.detach(post, row, int(id)))
        if name:
            await asyncio.to_thread(self._store.delete, name)

    async def read(self, file: FileRow) -> Enclosed | None:
        """A kept file, None where it is gone."""
        try:
            data = await asyncio.to_thread(self._store.read, file.name)
        except FileNotFoundError:
            return None
        ending = "pdf" if file.media_type == PDF else "jpg"
        return Enclosed(data, file.media_type, f"tep-{file.id}.{ending}")

    def _cleaned(self, data: bytes) -> tuple[bytes, str]:
        """Raises MediaError."""
        if sniff(data) == "pdf":
            check_pdf(data, self._max)
            return data, PDF
        picture = clean_picture(data, self._longest, self._max)
        return picture.data, picture.media_type

    async def _keep(self, token: str, data: bytes, media_type: str) -> bool:
        name = hashlib.sha256(f"{token}\0".encode() + data).hexdigest()[:32]
        fresh = await asyncio.to_thread(self._put, data, name)
        size = len(data)
        kept = await self._write(
            token,
            lambda post, row: answer_files.attach(post, row, name=name, media_type=media_type, size=size),
        )
        if fresh and not kept:
            await asyncio.to_thread(self._store.delete, name)
        return bool(kept)

    def _put(self, data: bytes, name: str) -> bool:
        """Whether it was not there before."""
        try:
            self._store.put(data, name)
        except FileExistsError:
            return False
        return True
