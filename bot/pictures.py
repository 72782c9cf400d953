"""Fetches pictures and papers from their platform after the text is safe, and never at its cost."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.channels.base import Channel, DeliveryError, MediaRef
from bot.media import MediaError, MediaStore, check_pdf, clean_picture, sniff
from messages import say
from office.post import Post, letter
from storage import people, reports
from storage.database import Database, DatabaseUnusableError
from storage.outbox import REPLY, OutboxRow
from storage.reports import AttachmentRow

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
MOST_TRIES = 8
"""With doubling waits about eight minutes; then the person is told."""


class Pictures:
    """The fetcher of one process."""

    def __init__(
        self,
        database: Database,
        store: MediaStore,
        channels: Mapping[tuple[str, str], Channel],
        deliver: Callable[[list[OutboxRow]], None],
        *,
        now: Callable[[], datetime],
        me: str,
        longest: int,
        max_bytes: int,
    ) -> None:
        """Settings `media:`; `channels` by (name, bot)."""
        self._database = database
        self._store = store
        self._channels = channels
        self._deliver = deliver
        self._now = now
        self._me = me
        self._longest = longest
        self._max_bytes = max_bytes
        self._look = asyncio.Event()

    def look(self) -> None:
        """Something has come to be fetched: do not wait for the next look."""
        self._look.set()

    async def run(self) -> None:
        """Fetch what is waiting until cancelled."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._look.wait()
            self._look.clear()
            with contextlib.suppress(DatabaseUnusableError):
                for row in await self._waiting(self._now()):
                    await self._try(row)

    async def _waiting(self, now: datetime) -> list[AttachmentRow]:
        return await self._database.reading(lambda c: reports.attachments_to_fetch(c, now))

    async def _try(self, row: AttachmentRow) -> None:
        """What nobody foresaw happens to one picture, not to all."""
        try:
            await self._fetch(row)
        except DatabaseUnusableError:
            raise
        except Exception:
            log.exception("a fetch failed", extra={"action": "not-fetched", "attachment": row.id})
            await (self._later(row) if row.attempts + 1 < MOST_TRIES else self._give_up(row))

    async def _fetch(self, row: AttachmentRow) -> None:
        channel = self._channels.get((row.channel, row.lane.split(":", 2)[1]))
        if channel is None:
            return
        try:
            data = await channel.fetch(MediaRef("pdf" if row.kind == "pdf" else "photo", row.source or {}))
            name, media_type, size = await asyncio.to_thread(self._keep, data)
        except DeliveryError as error:
            if error.kind in ("try_later", "misconfigured") and row.attempts + 1 < MOST_TRIES:
                return await self._later(row)
            return await self._give_up(row)
        except MediaError:
            return await self._give_up(row)
        kept = {"state": "kept", "name": name, "media_type": media_type, "size": size, "source": None}
        await self._database.write(lambda c: reports.change_attachment(c, row.id, **kept))

    def _keep(self, data: bytes) -> tuple[str, str, int]:
        if sniff(data) == "pdf":
            check_pdf(data, self._max_bytes)
            return self._store.put(data), "application/pdf", len(data)
        picture = clean_picture(data, self._longest, self._max_bytes)
        return self._store.put(picture.data), picture.media_type, len(picture.data)

    async def _later(self, row: AttachmentRow) -> None:
        wait = self._now() + timedelta(seconds=2.0 ** (row.attempts + 1))
        await self._database.write(
            lambda c: reports.change_attachment(c, row.id, attempts=row.attempts + 1, next_at=wait)
        )

    async def _give_up(self, row: AttachmentRow) -> None:
        log.warning("attachment not fetched", extra={"action": "not-fetched", "attachment": row.id})

        def work(connection: Connection) -> list[OutboxRow]:
            post = Post(connection, self._now(), self._me)
            reports.change_attachment(post.connection, row.id, state="failed", source=None)
            for place in people.places_at(post.connection, [row.lane]):
                post.owe([letter(place, [say("turn-photo-failed")], rank=REPLY)])
            return post.held

        self._deliver(await self._database.write(work))
