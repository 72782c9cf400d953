"""What comes while a list is looked at: told without a reload, by server-sent events."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Final

from sqlalchemy import Connection
from starlette.responses import Response, StreamingResponse

from messages import say
from storage import report_list
from storage.database import DatabaseUnusableError
from web.console.asked import Asked
from web.console.guard import Page, known_as
from web.console.look import HEADERS

LOOK_SECONDS = 3.0
PING_EVERY = 7
"""Looks without news after which a sign of life is sent."""


async def stream(asked: Asked) -> Response:
    """How many reports have come after the newest one the page shows (`?sau=`). Looking on is no use of the
    session: it ends as if nobody were there. At every look it is asked anew who is looking."""
    headers = dict(HEADERS) | {"X-Accel-Buffering": "no"}
    return StreamingResponse(_events(asked), media_type="text/event-stream", headers=headers)


async def _events(asked: Asked) -> AsyncIterator[str]:
    after, told, quiet = asked.after(), 0, 0
    yield "retry: 5000\n\n"
    while not asked.console.is_ending():
        with contextlib.suppress(DatabaseUnusableError):
            n = await asked.read(lambda c: _newer(c, asked, after))
            if n is None:
                yield "event: ended\ndata: {}\n\n"
                return
            quiet += 1
            if n != told:
                told, quiet = n, 0
                data = {"n": n, "words": asked.words(say("console-news", n=n))}
                yield f"event: news\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
            elif quiet >= PING_EVERY:
                quiet = 0
                yield ": here\n\n"
        await asyncio.sleep(LOOK_SECONDS)


def _newer(connection: Connection, asked: Asked, after: int) -> int | None:
    known = known_as(connection, asked.console, PAGE, asked.token)
    return report_list.newer(connection, known.units, after) if known is not None and known.units else None


PAGE: Final = Page("/ban/dong", "report", "read", stream)
PAGES = (PAGE,)
