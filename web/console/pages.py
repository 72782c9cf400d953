"""Every page of the desk, in one table. Each module declares its own; here they come together."""

from __future__ import annotations

from typing import Final

from starlette.routing import BaseRoute

from web.console import charts, home, people, period, reports, signing, stream, work
from web.console.asked import Console
from web.console.guard import Page, guarded

_MODULES: Final = (home, reports, period, people, work, charts, stream, signing)
PAGES: Final[tuple[Page, ...]] = tuple(page for module in _MODULES for page in module.PAGES)


def console_routes(console: Console) -> list[BaseRoute]:
    """`/ban` and everything below."""
    return [*signing.entrance_routes(console), *(guarded(console, page) for page in PAGES)]
