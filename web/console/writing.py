"""What is typed into a form of the desk: masked before it is written, and shown again where that changed it.

Nothing typed is lost: whatever keeps words from being written, they stand in the form again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from starlette.responses import Response

from domain.guards import has_classification_mark
from domain.referrals import LONGEST, is_vague
from domain.text import nfc
from domain.when import read_moment
from messages import Say, say
from web.console.asked import Asked

NOON: Final = time(12)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of words; its label is `console-field-<name>`. `telling`: it has to say what was found;
    `official`: words of a document, which stay as they are written (ADR 13); `line`: one line of them; `day`:
    a day that is not to come."""

    name: str
    longest: int = LONGEST
    telling: bool = False
    official: bool = False
    line: bool = False
    day: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it may be stored, and what keeps it from being stored now (None: nothing)."""

    words: Mapping[str, str]
    problem: Say | None


def typed(asked: Asked, fields: Collection[Field]) -> Typed:
    """The words of a form."""
    words, problem = {}, None
    for one in fields:
        given = asked.form.get(one.name, "")
        is_plain = one.official or one.day
        words[one.name], is_masked = (
            (asked.console.plain(given), False) if is_plain else asked.console.heard(given)
        )
        problem = problem or _problem(asked, one, given, words[one.name], is_masked)
    return Typed(words, problem)


def day_in(asked: Asked, words: str) -> date | None:
    """The day that is meant, if it is not to come."""
    at = read_moment(words, asked.now, asked.console.zone, NOON)
    found = at.astimezone(asked.console.zone).date() if at else None
    return found if found and found <= asked.today else None


def _problem(asked: Asked, field: Field, given: str, words: str, is_masked: bool) -> Say | None:
    if has_classification_mark(nfc(given)):
        return say("e-secret", contact=asked.console.contact or say("unit-gone-who"))
    if not words:
        return say("console-again-empty")
    if len(words) > field.longest:
        return say("console-again-long", n=field.longest)
    if field.telling and is_vague(words):
        return say("console-again-vague")
    if field.day and day_in(asked, words) is None:
        return say("console-again-day", day=f"{asked.today:%d/%m/%Y}")
    return say("console-again-masked") if is_masked else None


def again(
    asked: Asked, name: str, fields: Collection[Field], given: Typed, *, seen: str, code: str, back: str
) -> Response:
    """The form once more: what is to be looked at, and the words. `name`: what would be done
    (`console-do-<name>`); `seen`: how the thing looks now; `code`, `back`: what it is about, and its page."""
    own = {one.name for one in fields} | {"csrf", "seen"}
    return asked.page(
        "again.html",
        422,
        name=name,
        fields=[(one, given.words.get(one.name, "")) for one in fields],
        problem=asked.words(given.problem or say("console-again-masked")),
        hidden={key: value for key, value in asked.form.items() if key not in own} | {"seen": seen},
        code=code,
        back=back,
    )
