"""What the pages of the desk are handed: the running machine, and one request with whoever makes it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from domain.access import Act, Thing, sides
from domain.console import form_token
from domain.when import written
from messages import Text, catalogue, say
from office.access import Viewer
from office.desk_rules import DeskRules
from office.layouts import Layout
from office.post import Post
from office.reminding import Reminding
from office.rules import Rules
from storage.console import SessionRow
from storage.database import Database
from web.console.look import HEADERS, rendered, wrong
from web.console.menu import MENU

T = TypeVar("T")


class Doing(Protocol):
    """Carries out an act of the office: one transaction, and what it owes is sent after the commit."""

    def __call__(self, act: Callable[[Post], T]) -> Awaitable[T]:
        """Gives what the act gives. Raises what it raises, or DatabaseUnusableError."""


@dataclass(frozen=True, slots=True)
class Console:
    """What the pages need of the running machine. `key` is the installation's own, `secure`: https only.

    `least_active`: collaborators an area needs to be shown to others; `identifies`: whether words would
    identify a citizen; `heard`: typed words as they may be stored, and whether something in them was masked;
    `plain`: words of a document, in one spelling;
    `desk`, `rules`: how matters are dealt with; `layout`, `contact`: of slips; `is_ending`: streams are to
    end; `kept` gives the bytes of a kept file by its name (None: it is gone); `guest`: whose desk the sample
    shows without signing in (None: no sample).
    """

    database: Database
    do: Doing
    now: Callable[[], datetime]
    key: str
    secure: bool
    reminding: Reminding
    least_active: int
    identifies: Callable[[str], bool]
    is_ending: Callable[[], bool]
    kept: Callable[[str], Awaitable[bytes | None]]
    heard: Callable[[str], tuple[str, bool]]
    plain: Callable[[str], str]
    desk: DeskRules
    rules: Rules
    layout: Layout
    contact: str
    guest: Callable[[Connection], int | None] | None = None

    @property
    def zone(self) -> ZoneInfo:
        """Where the units are."""
        return ZoneInfo(self.reminding.zone)


@dataclass(slots=True)
class Asked:
    """One request of somebody who is signed in and may see the page. `units`: ids of those in which this
    person may do what the page is for, for its queries; `form`: what was posted, checked to be of this
    browser; `token`: the session's; `reads_sealed`: whether there is something sealed for them to read."""

    request: Request
    console: Console
    session: SessionRow
    who: Viewer
    units: frozenset[int]
    token: str
    reads_sealed: bool
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language this person reads."""
        return self.session.lang

    @property
    def now(self) -> datetime:
        """The instant."""
        return self.console.now()

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(self.console.zone).date()

    def number(self, name: str) -> int:
        """A number of the path; `web/asking.py` lets none in that is too long for a database."""
        return int(self.request.path_params[name])

    def chosen_unit(self) -> int:
        """The unit asked for by `?don-vi=`, if it is one of `units`; else the first of the person."""
        wanted = self.request.query_params.get("don-vi", "")
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 16 and int(wanted) in self.units:
            return int(wanted)
        own = [unit for unit, _ in self.who.seats if unit in self.units]
        return own[0] if own else min(self.units)

    def after(self) -> int:
        """The number of the address's `?sau=`; 0 for anything else."""
        number = self.request.query_params.get("sau", "")
        return int(number) if number.isascii() and number.isdigit() and len(number) < 16 else 0

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Look something up. Give `units` to its queries; nothing is read first and hidden afterwards."""
        return await self.console.database.reading(work)

    async def do(self, act: Callable[[Post], T]) -> T:
        """Carry out an act of the office."""
        return await self.console.do(act)

    def may(self, thing: Thing, act: Act = "read") -> bool:
        """Whether this person may do that anywhere: for links and buttons. The page behind asks again."""
        if thing == "sealed":
            return self.reads_sealed
        return any(sides(role, thing, act) for role in self.who.roles)

    def words(self, text: Text) -> str:
        """A sentence in this person's language."""
        return catalogue(self.lang).render(text)

    def page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """`templates/console/<template>`: every one may use `say`, `lang`, `assets`, `asked`, `csrf`,
        `at`, `told`, and the macros of `console/parts.html`."""
        shared: dict[str, object] = {
            "asked": self,
            "csrf": form_token(self.token, self.console.key),
            "at": lambda instant: written(instant, self.console.zone),
            "told": self._told(),
            "sample": self.console.guest is not None,
            "menu": [one for one in MENU if one.thing is None or self.may(one.thing)],
            "here": self.request.url.path,
        }
        return HTMLResponse(rendered(template, self.lang, shared | values), status, dict(HEADERS))

    def missing(self) -> Response:
        """What is not there, or not for this person: the two are not told apart."""
        return wrong(self.request, 404, "no-page", self.lang)

    def _told(self) -> str:
        """The sentence of what was just done; an address somebody made up says nothing."""
        name = self.request.query_params.get("told", "")
        try:
            return self.words(say(f"console-told-{name}")) if re.fullmatch(r"[a-z-]{1,40}", name) else ""
        except KeyError:
            return ""

    def back(self, path: str, told: str = "") -> RedirectResponse:
        """After an act: to `path`, where the sentence `console-told-<told>` is said once."""
        page, hash, place = path.partition("#")
        mark = "&" if "?" in page else "?"
        said = f"{mark}told={told}" if told else ""
        return RedirectResponse(f"{page}{said}{hash}{place}", 303, dict(HEADERS))


View: TypeAlias = Callable[[Asked], Awaitable[Response]]
