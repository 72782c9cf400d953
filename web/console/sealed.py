"""What the units below have sealed, and their direct line: for its readers alone, and every look is in the
trail before anything is shown (ADR 0018)."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection
from starlette.responses import Response

from office import sealing
from storage import directory, report_page, reports, sealed_list
from web.console.asked import Asked
from web.console.guard import Page
from web.console.reports import forecast_of, shown_file, whole

LIST: Final = "/ban/kin"


async def listed(asked: Asked) -> Response:
    """What is sealed, the newest first: that it is there, and how it stands."""
    after = asked.after()

    def read(connection: Connection) -> dict[str, Any]:
        rows, more = sealed_list.page(connection, asked.units, after)
        return {
            "rows": rows,
            "onward": rows[-1].id if more else 0,
            "units": directory.names_of(connection, asked.units),
        }

    found = await asked.read(read)
    await _note(asked, "sealed-listed")
    return asked.page("sealed.html", **found, after=after)


async def people(asked: Asked) -> Response:
    """Who is of the direct line."""
    found = await asked.read(lambda c: sealed_list.direct_line(c, asked.units))
    await _note(asked, "direct-line-listed")
    return asked.page("sealed_people.html", seats=found)


async def one(asked: Asked) -> Response:
    """A sealed report, whole."""
    id = asked.number("id")
    found = await asked.read(lambda c: whole(c, asked, id, sealed=True))
    if found is None:
        return asked.missing()
    code = reports.code_of(id)
    await _note(asked, "sealed-read", code)
    forecast = forecast_of(asked, found["report"])
    place: dict[str, Any] = {"list": LIST, "files_at": f"{LIST}/tep", "sealed": True}
    return asked.page("report.html", **found, **place, code=code, forecast=forecast)


async def file(asked: Asked) -> Response:
    """A picture or paper of a sealed report."""
    id = asked.number("id")
    found = await asked.read(lambda c: report_page.find_file(c, asked.units, id, sealed=True))
    if found is not None:
        await _note(asked, "sealed-file-seen", reports.code_of(found.report_id))
    return await shown_file(asked, found)


async def _note(asked: Asked, act: str, code: str | None = None) -> None:
    await asked.do(lambda post: sealing.note_look(post, asked.session.person_id, act, code))


PAGES = (
    Page(LIST, "sealed", "read", listed),
    Page(f"{LIST}/nguoi", "sealed", "read", people),
    Page(f"{LIST}/{{id:int}}", "sealed", "read", one),
    Page(f"{LIST}/tep/{{id:int}}", "sealed", "read", file),
)
