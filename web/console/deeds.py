"""Forms that do something to a matter, a referral, an answer or a report: one way for all of them.

The thing is found by the office's own door, which looks who asks; words are masked before anything is
written; and a form takes effect once: it carries how the thing looked when it was shown (`seen`), and counts
for nothing as soon as that has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, TypeVar

from sqlalchemy import Connection
from starlette.responses import Response

from domain.access import Act, Thing
from messages import say
from office.post import Post
from web.console.asked import Asked
from web.console.guard import Page
from web.console.writing import Field, again, typed

T = TypeVar("T")


class Done(NamedTuple):
    """What was done (`console-told-<told>`), and where to go on ("": the thing's page)."""

    told: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A kind of thing. `find`: it, if this person may do `act` with it; `hold`: nobody else changes it now;
    `look`: another word as soon as it has changed; `page`: where it is shown; `code`: what people call it."""

    thing: Thing
    act: Act
    find: Callable[[Connection, Asked, int], T | None]
    hold: Callable[[Connection, T], object]
    look: Callable[[Connection, T], str]
    page: Callable[[T], str]
    code: Callable[[T], str]


@dataclass(frozen=True, slots=True)
class Deed(Generic[T]):
    """Something a form does; its words are `console-do-<name>`. `do`: what was done, or why it cannot be done
    (`console-told-<why>`; None: not now)."""

    name: str
    path: str
    kind: Kind[T]
    do: Callable[[Post, Asked, T, Mapping[str, str]], Done | str | None]
    fields: tuple[Field, ...] = ()

    @property
    def page(self) -> Page:
        """The page that takes the form."""
        return Page(self.path, self.kind.thing, self.kind.act, self.view, "POST")

    async def view(self, asked: Asked) -> Response:
        """Do it; or show what keeps it from being done."""
        id, kind = asked.number("id"), self.kind
        found, seen = await asked.read(lambda c: self._look(c, asked, id))
        if found is None:
            return asked.missing()
        given = typed(asked, self.fields)
        if given.problem is None:
            outcome = await asked.do(lambda post: self._done(post, asked, found, id, given.words))
            if isinstance(outcome, Done):
                return asked.back(outcome.path or self._way_back(asked, found), outcome.told)
            if not self.fields:
                return asked.back(self._way_back(asked, found), outcome)
            given = replace(given, problem=say(f"console-told-{outcome}"))
            _, seen = await asked.read(lambda c: self._look(c, asked, id))
        way = self._way_back(asked, found)
        return again(asked, self.name, self.fields, given, seen=seen, code=kind.code(found), back=way)

    def _look(self, connection: Connection, asked: Asked, id: int) -> tuple[T | None, str]:
        found = self.kind.find(connection, asked, id)
        return found, self.kind.look(connection, found) if found is not None else ""

    def _done(self, post: Post, asked: Asked, known: T, id: int, words: Mapping[str, str]) -> Done | str:
        self.kind.hold(post.connection, known)
        found, seen = self._look(post.connection, asked, id)
        if found is None or asked.form.get("seen", "") != seen:
            return "changed"
        return self.do(post, asked, found, words) or "not-now"

    def _way_back(self, asked: Asked, found: T) -> str:
        return "/ban/phieu" if asked.form.get("from") == "board" else self.kind.page(found)


def number_in(text: str) -> int:
    """The number in "VD-12", "PA-12" or "12"; 0 in anything else."""
    digits = text.strip().upper().removeprefix("VD-").removeprefix("PA-")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else 0
