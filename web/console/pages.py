"""Every page of the desk, in one table. Each module declares its own; here they come together."""

from __future__ import annotations

from typing import Final

from starlette.routing import BaseRoute

from web.console import (
    charts,
    home,
    matter_deeds,
    matters,
    people,
    period,
    referrals,
    report_deeds,
    reports,
    sealed,
    signing,
    stream,
    work,
)
from web.console.asked import Console
from web.console.guard import Page, guarded

_MODULES: Final = (
    home, reports, report_deeds, sealed, matters, matter_deeds, referrals, period, people, work, charts,
    stream, signing,
)  # fmt: skip
PAGES: Final[tuple[Page, ...]] = tuple(page for module in _MODULES for page in module.PAGES)


def console_routes(console: Console) -> list[BaseRoute]:
    """`/ban` and everything below."""
    return [*signing.entrance_routes(console), *(guarded(console, page) for page in PAGES)]
