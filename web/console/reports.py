"""Reports: the list with its filters and saved views, and one report as staff see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from domain.report_filter import CHANNELS, LOOSE, ReportFilter, read_filter
from domain.scales import FORECASTS, LEVELS, STATUSES, TONES
from domain.search import read_code, read_search
from domain.spans import TOKENS
from domain.topics import DEFAULT_TOPICS
from messages import say
from office import erasing
from office.post import Post
from storage import directory, periods, report_list, report_page, reports, saved_views
from storage.overview import COUNTED
from storage.report_list import Listed, Place
from storage.report_page import File, Shown
from storage.saved_views import SavedView
from web.console import report_deeds
from web.console.asked import Asked
from web.console.guard import Page
from web.console.look import HEADERS

LIST = "/ban/phan-anh"


@dataclass(frozen=True, slots=True)
class _Inbox:
    """Everything the list shows, read at once."""

    rows: list[Listed]
    onward: Place | None
    n: int
    units: dict[int, str]
    areas: dict[int, str]
    periods: list[tuple[int, str]]
    views: list[SavedView]
    newest: int


async def inbox(asked: Asked) -> Response:
    """The list. A search that would look for somebody is refused: opinions, never dossiers (DOMAIN §7)."""
    given = asked.request.query_params
    wanted, place = read_filter(given), Place.read(given.get("sau", ""))
    if (code := read_code(wanted.said)) is not None:
        return asked.back(f"{LIST}/{code}")
    refused = bool(wanted.said) and asked.console.identifies(wanted.said)
    found = await asked.read(lambda c: _read_inbox(c, asked, wanted, place, refused=refused))
    query = wanted.query
    return asked.page(
        "inbox.html",
        found=found,
        wanted=wanted,
        refused=refused,
        counted=COUNTED,
        first=place == Place(),
        onward=f"?{query}{'&' if query else ''}sau={found.onward.written}" if found.onward else "",
        top=f"{LIST}?{query}" if query else LIST,
        scales=_scales(),
    )


def _read_inbox(
    connection: Connection, asked: Asked, wanted: ReportFilter, place: Place, *, refused: bool
) -> _Inbox:
    search = read_search(wanted.said) if wanted.said else None
    nothing = refused or (bool(wanted.said) and search is None)
    units = frozenset[int]() if nothing else asked.units
    last = report_list.newest(connection)
    rows, onward = report_list.page(connection, units, wanted, search, place, last)
    since = asked.now - timedelta(days=400)
    return _Inbox(
        rows,
        onward,
        report_list.count(connection, units, wanted, search, last),
        directory.names_of(connection, asked.units),
        directory.areas_of(connection, asked.units),
        periods.recent_names(connection, asked.units, since, asked.now),
        saved_views.views_of(connection, asked.session.person_id),
        last,
    )


def _scales() -> Mapping[str, object]:
    return {
        "topics": [(one.code, one.name) for one in DEFAULT_TOPICS],
        "tones": TONES,
        "levels": LEVELS,
        "statuses": (LOOSE, *STATUSES),
        "channels": CHANNELS,
    }


async def keep_view(asked: Asked) -> Response:
    """Keep the list as it is filtered now, under a name."""
    label = " ".join(asked.form.get("label", "").split())[:60]
    query = read_filter(asked.form).query
    if not label or not query or asked.console.identifies(label):
        return asked.back(f"{LIST}?{query}" if query else LIST, "view-unnamed")
    person, now = asked.session.person_id, asked.now
    kept = await asked.do(lambda post: saved_views.keep(post.connection, person, label, query, now))
    return asked.back(f"{LIST}?{query}", "view-kept" if kept else "view-many")


async def drop_view(asked: Asked) -> Response:
    """Keep a list no longer."""
    person, id = asked.session.person_id, asked.number("id")
    await asked.do(lambda post: saved_views.drop(post.connection, person, id))
    return asked.back(LIST, "view-dropped")


# -- one report ------------------------------------------------------------------------------------


async def one(asked: Asked) -> Response:
    """A report, whole."""
    id = asked.number("id")
    found = await asked.read(lambda c: whole(c, asked, id))
    if found is None:
        return asked.missing()
    forecast = forecast_of(asked, found["report"])
    place: dict[str, Any] = {"list": LIST, "files_at": "/ban/tep", "sealed": False}
    return asked.page(
        "report.html", **found, **place, code=reports.code_of(id), tokens=TOKENS, forecast=forecast
    )


def whole(connection: Connection, asked: Asked, id: int, *, sealed: bool = False) -> dict[str, Any] | None:
    """All that the page of a report shows of it; None where these units have none such."""
    found = report_page.find(connection, asked.units, id, sealed=sealed)
    if found is None:
        return None
    return {
        "report": found,
        "added": reports.amendments_of(connection, id),
        "files": report_page.files_of(connection, id),
        **report_deeds.on_page(connection, asked, id),
    }


def forecast_of(asked: Asked, report: Shown) -> str:
    """A forecast in words: what is stored begins with its code, if one was chosen."""
    code, _, rest = (report.forecast or "").partition(" ")
    if code not in FORECASTS:
        return report.forecast or ""
    chosen = asked.words(say(f"b-{code}"))
    return f"{chosen}. {rest}" if rest else chosen


async def erase(asked: Asked) -> Response:
    """[Xóa thông tin cá nhân]."""
    id, by = asked.number("id"), asked.session.person_id
    piece, token = asked.form.get("piece", ""), asked.form.get("token", "")

    found = await asked.read(lambda c: report_page.find(c, asked.units, id))
    if found is None:
        return asked.missing()

    def act(post: Post) -> int:
        held = report_page.find(post.connection, asked.units, id)
        return erasing.erase(post, held, piece, token, by) if held else 0

    places = await asked.do(act)
    return asked.back(f"{LIST}/{id}", "erased" if places else "not-erased")


async def file(asked: Asked) -> Response:
    """A picture or paper, to be looked at."""
    found = await asked.read(lambda c: report_page.find_file(c, asked.units, asked.number("id")))
    return await shown_file(asked, found)


async def shown_file(asked: Asked, found: File | None) -> Response:
    """The file itself, if there is one and its bytes are kept."""
    content = await asked.console.kept(found.name) if found else None
    if found is None or content is None:
        return asked.missing()
    shown = "inline" if found.kind == "photo" else f'attachment; filename="tep-{found.id}.pdf"'
    return Response(
        content, media_type=found.media_type, headers=dict(HEADERS) | {"Content-Disposition": shown}
    )


async def tick(asked: Asked) -> Response:
    """It shows no face, plate or paper, or after all it does."""
    by, id = asked.session.person_id, asked.number("id")
    found = await asked.read(lambda c: report_page.find_file(c, asked.units, id))
    if found is None:
        return asked.missing()
    ok = asked.form.get("ok") == "yes"
    await asked.do(lambda post: erasing.look_at(post, id, found.report_id, ok, by))
    return asked.back(f"{LIST}/{found.report_id}", "ticked" if ok else "unticked")


PAGES = (
    Page(LIST, "report", "read", inbox),
    Page(f"{LIST}/xem", "report", "handle", keep_view, "POST"),
    Page(f"{LIST}/xem/{{id:int}}", "report", "handle", drop_view, "POST"),
    Page(f"{LIST}/{{id:int}}", "report", "read", one),
    Page(f"{LIST}/{{id:int}}/xoa", "report", "handle", erase, "POST"),
    Page("/ban/tep/{id:int}", "report", "read", file),
    Page("/ban/tep/{id:int}", "report", "handle", tick, "POST"),
)
