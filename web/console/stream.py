"""What comes while a list is looked at: told without a reload, by server-sent events."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

from starlette.responses import Response, StreamingResponse

from messages import say
from office import signing_in
from storage import report_list
from storage.database import DatabaseUnusableError
from web.console.asked import Asked
from web.console.guard import Page
from web.console.look import HEADERS

LOOK_SECONDS = 3.0
PING_EVERY = 7
"""Looks without news after which a sign of life is sent."""


async def stream(asked: Asked) -> Response:
    """How many reports have come after the newest one the page shows (`?sau=`). Looking on is no use of the
    session: it ends as if nobody were there."""
    headers = dict(HEADERS) | {"X-Accel-Buffering": "no"}
    return StreamingResponse(_events(asked), media_type="text/event-stream", headers=headers)


async def _events(asked: Asked) -> AsyncIterator[str]:
    after, told, quiet = asked.after(), 0, 0
    yield "retry: 5000\n\n"
    while not asked.console.is_ending():
        with contextlib.suppress(DatabaseUnusableError):
            alive, n = await asked.read(
                lambda c: (
                    signing_in.session_of(c, asked.token, asked.now) is not None,
                    report_list.newer(c, asked.units, after),
                )
            )
            if not alive:
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


PAGES = (Page("/ban/dong", "report", "read", stream),)
