"""An announcement to many, and what becomes of those sent before. For coordinators."""

from __future__ import annotations

from dialog.choice import Choice, Option, yes_no
from dialog.engine import ask
from dialog.review import DROPPED, Review, done_by
from dialog.staff_words import StaffWords, StaffWordsOr
from dialog.view import in_view
from dialog.words import Said
from domain.audience import Audience, Crowd
from domain.commands import Tell
from domain.facts import Facts
from domain.orders import Announce, Steer
from domain.staff import MailingFacts
from handlers.audiences import ask_audience, count_line
from messages import Text, say

LONGEST = 3000
"""Characters: an announcement is one message on every channel, and so is its preview."""

TITLE = 24


async def broadcast(facts: Facts) -> Announce | Steer | Tell:
    """Ask for the words and to whom they go, show what will be sent; or choose one sent before."""
    staff = facts.staff
    if staff is None or staff.crowd is None:
        return Tell((say("e-perm"),))
    words = StaffWords((say("p-broadcast"),), longest=LONGEST, files=True, most=1)
    said = await ask("said", StaffWordsOr(words, _before(staff.mailings)))
    if isinstance(said, str):
        return await _steer(next(one for one in staff.mailings if f"m{one.id}" == said))
    audience = await ask_audience(staff.crowd)
    seen = await ask("seen", yes_no((say("p-want-seen"),), say("b-want-seen"), say("b-no-seen")))
    if await ask("send", _review(facts, staff.crowd, said, audience, seen == "yes")) == "drop":
        return Tell((say("c-dropped"),))
    attachment = int(said.media[0]["id"]) if said.media else None
    return Announce(said.text, audience, seen == "yes", attachment)


def _before(mailings: tuple[MailingFacts, ...]) -> Choice:
    options = tuple(Option(f"m{one.id}", say("mailing-again", title=_short(one.title))) for one in mailings)
    return Choice((say("p-or-before"),) if options else (), options)


def _short(title: str) -> str:
    return title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"


async def _steer(one: MailingFacts) -> Steer | Tell:
    labels = {
        "pause": say("b-pause"),
        "go-on": say("b-go-on"),
        "call-off": say("b-call-off"),
        "missed": say("b-missed"),
        "unread": say("b-unread"),
    }
    acts = tuple(Option(act, labels[act]) for act in one.acts)
    close = Option("close", say("b-close-list"), ("dong", "thoi", "ok"))
    what = await ask("what", Choice(one.lines, (*acts, close)))
    return Tell((say("c-closed"),)) if what == "close" else Steer(one.id, what)


def _review(facts: Facts, crowd: Crowd, said: Said, audience: Audience, seen: bool) -> Review:
    count = crowd.count(audience)
    lines: list[Text] = [say("p-preview"), say("mailing-from", unit=facts.unit.name), *in_view(said.text)]
    if said.media:
        lines.append(say("p-with-file"))
    if said.masked:
        lines.append(say("p-masked-here", n=said.masked))
    lines.append(say("p-seen-asked" if seen else "p-seen-not-asked"))
    lines.append(count_line(count))
    return Review(tuple(lines), send_options(count.reached), reopens=(("edit", "said"), ("whom", "to")))


def send_options(reached: int) -> tuple[Option, ...]:
    """Sending, where anybody would get it; changing the words or the people; dropping it."""
    return (
        *((done_by("send", say("b-send-to", n=reached)),) if reached else ()),
        Option("edit", say("b-edit"), ("sua",)),
        Option("whom", say("b-whom"), ("doi nguoi nhan",)),
        DROPPED,
    )
