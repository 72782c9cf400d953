"""The first page of the desk: what waits today."""

from __future__ import annotations

from starlette.responses import Response

from web.console.asked import Asked
from web.console.guard import Page


async def home(asked: Asked) -> Response:
    """What waits for this person today."""
    return asked.page("home.html")


PAGES = (Page("/ban", None, "read", home),)
