"""Every page of the desk, in one table. Each module declares its own; here they come together."""

from __future__ import annotations

from typing import Final

from starlette.routing import BaseRoute

from web.console import home, reports, signing
from web.console.asked import Console
from web.console.guard import Page, guarded

PAGES: Final[tuple[Page, ...]] = (*home.PAGES, *signing.PAGES, *reports.PAGES)


def console_routes(console: Console) -> list[BaseRoute]:
    """`/ban` and everything below."""
    return [*signing.entrance_routes(console), *(guarded(console, page) for page in PAGES)]
