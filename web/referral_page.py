"""/phieu/<token>: where a unit without an account reads and answers what was referred to it. DESIGN §1, §4.9.

One page of plain forms; scripts only keep what is being typed. Reading changes nothing, so a messenger that
looks at the address before it shows it does no harm. Everything the unit does is one POST to that address.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Protocol, TypeAlias
from zoneinfo import ZoneInfo

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from domain.when import example_day
from messages import Say, catalogue, say
from storage.database import DatabaseUnusableError
from storage.referrals import AnswerRow, FileRow, ReferralRow
from web.asking import TooLargeError, Tries, from_own_page, within
from web.files import Enclosed, response_of
from web.shell import HEADERS, is_sample, language_of, page, remember_language

log = logging.getLogger(__name__)

PATH: Final = "/phieu/{token}"
MINUTES: Final = timedelta(minutes=10)
MOST_ACTS: Final = 40
"""Posts to one referral within ten minutes: many times what an answer with five pictures takes."""
MOST_WRONG: Final = 30
"""Addresses that open nothing, tried from one place within ten minutes."""
LOOK_AGAIN: Final = ("unit-masked", "unit-changed")
"""Nothing is wrong; what is sent is to be read once more."""
WORDS: Final = 256 * 1024
"""Bytes of one field, and of everything in a post that is no file."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A referral as its unit sees it. `by`: who referred it, with its duty phone; `contact`: for data
    protection; `left`, `late`: working days; `token`: goes back with every form; `verdicts`, `reasons`: what
    can be chosen; `most`, `mb`: how many files, and how large."""

    row: ReferralRow
    unit: str
    by: str
    phone: str
    contact: str
    left: int
    late: int
    answers: tuple[AnswerRow, ...]
    files: tuple[FileRow, ...]
    token: str
    verdicts: tuple[str, ...]
    reasons: tuple[str, ...]
    most: int
    mb: int
    now: datetime
    zone: ZoneInfo

    @property
    def state(self) -> str:
        """As the page calls it."""
        last = self.answers[-1] if self.answers else None
        waits = self.row.state in ("sent", "accepted")
        return "sent-back" if waits and last and last.state == "sent-back" else self.row.state


@dataclass(frozen=True, slots=True)
class Form:
    """What came with a POST: which button, the fields, the files."""

    do: str
    fields: Mapping[str, str]
    files: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be mended; `field` is where, "" for the whole."""

    field: str
    sentence: Say


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a POST. `stay`: the page is shown again with what was `typed`, with or without problems;
    else the browser is sent to read it anew."""

    problems: tuple[Problem, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    stay: bool = False


class UnitDesk(Protocol):
    """What the page needs of the running machine; everything by a link, None where it opens nothing."""

    contact: str
    mb: int

    def now(self) -> datetime:
        """The present instant."""

    def is_ours(self, token: str) -> bool:
        """Whether an address was given out by us, whatever it opens now; looks nothing up."""

    async def read(self, token: str) -> Shown | None:
        """What the link shows; changes nothing."""

    async def act(self, token: str, form: Form) -> Outcome | None:
        """Do what was asked, at most once for a form."""

    async def file(self, token: str, id: int) -> Enclosed | None:
        """A file that was attached."""

    async def slip(self, token: str) -> Enclosed | None:
        """The slip for printing."""


def referral_routes(desk: UnitDesk) -> list[BaseRoute]:
    """`/phieu/<token>` with its files and its slip."""
    pages = _Pages(desk)
    ways: list[tuple[str, Endpoint, str]] = [
        (PATH, pages.show, "GET"),
        (PATH, pages.act, "POST"),
        (f"{PATH}/phieu.docx", pages.slip, "GET"),
        (f"{PATH}/tep/{{id:int}}", pages.file, "GET"),
    ]
    return [Route(path, _patient(pages.unless_made_up(way)), methods=[method]) for path, way, method in ways]


Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]


def _patient(endpoint: Endpoint) -> Endpoint:
    """Where the database or the disk cannot be used now, that is said; a form is still on the page before."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except (DatabaseUnusableError, OSError) as error:
            log.warning("a unit was not served: %s", error, extra={"action": "unit-not-served"})
            return _said(request, 503, say("unit-busy"), back=True)

    return answer


class _Pages:
    def __init__(self, desk: UnitDesk) -> None:
        self._desk = desk
        self._wrong = Tries(MOST_WRONG, MINUTES, desk.now)
        self._acts = Tries(MOST_ACTS, MINUTES, desk.now)

    async def show(self, request: Request) -> Response:
        """The page."""
        shown = await self._desk.read(request.path_params["token"])
        if shown is None:
            return self._gone(request)
        response = _page(request, shown, Outcome())
        remember_language(request, response)
        return response

    async def act(self, request: Request) -> Response:
        """What the unit does, then the page anew."""
        token = request.path_params["token"]
        if not from_own_page(request):
            return _said(request, 403, say("unit-refused"), back=True)
        if self._acts.are_too_many(token):
            return _said(request, 429, say("unit-too-often"), back=True)
        self._acts.add(token)
        try:
            form = await _form_of(within(request, 5 * (self._desk.mb << 20) + WORDS))
        except TooLargeError:
            return _said(request, 413, say("unit-too-large", mb=self._desk.mb), back=True)
        except HTTPException:
            return _said(request, 400, say("unit-broken"), back=True)
        outcome = await self._desk.act(token, form)
        if outcome is None:
            return self._gone(request)
        if not outcome.stay:
            return RedirectResponse(request.url.path, 303, dict(HEADERS))
        shown = await self._desk.read(token)
        return self._gone(request) if shown is None else _page(request, shown, outcome)

    async def slip(self, request: Request) -> Response:
        """The slip for printing."""
        found = await self._desk.slip(request.path_params["token"])
        return self._gone(request) if found is None else response_of(found)

    async def file(self, request: Request) -> Response:
        """A file that was attached."""
        found = await self._desk.file(request.path_params["token"], request.path_params["id"])
        return self._gone(request) if found is None else response_of(found)

    def unless_made_up(self, endpoint: Endpoint) -> Endpoint:
        """What nobody was given is looked up nowhere, and not answered without end. Whoever has a link is
        never asked to wait for what others try from the same place: an office has one address."""

        async def answer(request: Request) -> Response:
            if self._desk.is_ours(request.path_params["token"]):
                return await endpoint(request)
            if self._wrong.are_too_many(_place_of(request)):
                return _said(request, 429, say("unit-too-often"))
            return self._gone(request)

        return answer

    def _gone(self, request: Request) -> Response:
        """The same words whatever is wrong with an address."""
        self._wrong.add(_place_of(request))
        return _said(request, 404, say("unit-gone", contact=self._desk.contact or say("unit-gone-who")))


def _page(request: Request, shown: Shown, outcome: Outcome) -> Response:
    lang, zone = language_of(request), shown.zone
    words = catalogue(lang)

    def day(instant: datetime) -> str:
        return f"{instant.astimezone(zone):%d/%m/%Y}"

    def hour(instant: datetime) -> str:
        return f"{instant.astimezone(zone):%H:%M %d/%m/%Y}"

    problems = [(one.field, words.render(one.sentence)) for one in outcome.problems]
    return _private(
        page(
            "referral.html",
            lang,
            422 if problems else 200,
            path=request.url.path,
            shown=shown,
            row=shown.row,
            last=shown.answers[-1] if shown.answers else None,
            ready=[one for one in shown.files if one.answer_id is None],
            typed=_typed(shown, outcome),
            fresh=bool(outcome.typed),
            problems=problems,
            wrong={place for place, _ in problems},
            unsure=all(one.sentence.id in LOOK_AGAIN for one in outcome.problems),
            day=day,
            hour=hour,
            example=example_day(shown.now.astimezone(zone).date()) + f"/{shown.now.astimezone(zone).year}",
            opened=outcome.typed.get("do", ""),
            sample=is_sample(request),
        )
    )


def _typed(shown: Shown, outcome: Outcome) -> Mapping[str, str]:
    """What stands in the forms: what was typed; else, of an answer that was sent back, the former text."""
    empty = dict.fromkeys(
        ("checked", "found", "planned", "done-by", "verdict", "until", "why", "reason", "words"), ""
    )
    if outcome.typed or shown.state != "sent-back":
        return empty | dict(outcome.typed)
    last = shown.answers[-1]
    done_by = last.done_by_on.isoformat() if last.done_by_on else ""
    return empty | {
        "checked": last.checked,
        "found": last.found,
        "planned": last.planned,
        "done-by": done_by,
        "verdict": last.verdict,
    }


async def _form_of(request: Request) -> Form:
    """Raises TooLargeError, and HTTPException for what is no form."""
    async with request.form(max_files=100, max_fields=50, max_part_size=WORDS) as sent:
        fields = {name: value for name, value in sent.multi_items() if isinstance(value, str)}
        files = [await value.read() for _, value in sent.multi_items() if isinstance(value, UploadFile)]
    return Form(fields.pop("do", ""), fields, tuple(one for one in files if one))


def _said(request: Request, status: int, sentence: Say, *, back: bool = False) -> Response:
    """A page of one sentence; `back`: with a way to the referral."""
    lang = language_of(request)
    words = catalogue(lang).render(sentence)
    to = PATH.replace("{token}", request.path_params["token"]) if back else ""
    return _private(
        page("referral_said.html", lang, status, sentence=words, back=to, sample=is_sample(request))
    )


def _place_of(request: Request) -> str:
    return request.client.host if request.client else ""


def _private(response: Response) -> Response:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
