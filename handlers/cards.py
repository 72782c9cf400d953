"""/the: a card of official information, to an area or to those whose reports have a topic."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.review import DROPPED, Review, done_by
from dialog.staff_words import StaffWords
from dialog.view import in_view
from domain.audience import AREA, TOPIC, Audience
from domain.cards import MOST_LINES, SINCE_DAYS, SOURCE, TEXT, TITLE, Card, CardFacts, SendCard, SendCardOf
from domain.commands import Tell
from domain.desk import DeskFacts, MatterFacts
from domain.facts import Facts
from handlers.days import ask_day
from handlers.options import topic_options
from messages import Say, Text, say

SHOWN = 12
"""Areas offered as buttons; the others' names can be typed."""


async def card(facts: Facts) -> object:
    """Ask what the card says and to whom it goes; show it before it is sent."""
    own = facts.cards
    if own is None:
        return Tell((say("e-perm"),))
    made = await _card(facts, own.zone)
    audience, whom = await _audience(facts, own)
    again = (Option("whom", say("b-whom"), ("doi nguoi nhan",)), ("whom", "to"))
    return SendCard(made, audience) if await _sent(made, whom, again) else Tell((say("c-dropped"),))


async def card_of(facts: Facts, desk: DeskFacts, matter: MatterFacts) -> object:
    """The same, to those whose reports are in a matter."""
    made = await _card(facts, desk.calendar.zone)
    whom = say("card-to-matter", code=matter.code, n=len(matter.reports))
    return SendCardOf(made, matter.id) if await _sent(made, whom) else Tell((say("c-dropped"),))


async def _card(facts: Facts, zone: ZoneInfo) -> Card:
    title = await ask("title", StaffWords((say("p-card-title"),), longest=TITLE))
    said = await ask("said", StaffWords((say("p-card-said", n=MOST_LINES),), longest=TEXT))
    source = await ask("source", StaffWords((say("p-card-source"),), longest=SOURCE))
    today = Option(facts.today.isoformat(), say("b-today"), ("hom nay",))
    issued_on = await ask_day(
        "issued-on",
        lambda day: say("p-card-day", day=day),
        facts.now,
        zone,
        (today,),
        lambda day: day <= facts.today,
    )
    return Card(_one_line(title.text), _lines(said.text), _one_line(source.text), issued_on)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    """At most three lines: what is more goes on in the third."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n".join([*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])]).strip()


async def _audience(facts: Facts, own: CardFacts) -> tuple[Audience, Say]:
    options = (
        Option("area", say("b-to-area"), ("dia ban", "theo dia ban")),
        Option("topic", say("b-to-topic"), ("linh vuc", "theo linh vuc")),
    )
    if await ask("to", Choice((say("p-to-whom"),), options)) == "area":
        areas = tuple(Option(f"u{id}", name) for id, name in own.areas)
        area = int((await ask("area", Choice((say("p-card-area"),), areas, shown=SHOWN)))[1:])
        return Audience(AREA, own.unit_id, area_id=area), say("card-to-area", area=dict(own.areas)[area])
    codes = tuple(topic.code for topic in facts.topics if not topic.restricted)
    topic = await ask("topic", Choice((say("p-card-topic"),), topic_options(codes), columns=2))
    days = tuple(Option(str(n), say("b-days", n=n), (f"{n} ngay",)) for n in SINCE_DAYS)
    n = int(await ask("days", Choice((say("p-card-days"),), days, columns=2)))
    since = _morning(facts.now, own.zone) - timedelta(days=n)
    whom = say("card-to-topic", topic=say(f"topic-{topic.lower()}-short"), n=n)
    return Audience(TOPIC, own.unit_id, topic=topic, since=since.isoformat()), whom


def _morning(now: datetime, zone: ZoneInfo) -> datetime:
    local = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return local.astimezone(UTC)


async def _sent(made: Card, whom: Say, *again: tuple[Option, tuple[str, str]]) -> bool:
    """The last look; whether it is to be sent."""
    on = f"{made.issued_on:%d/%m/%Y}"
    lines: tuple[Text, ...] = (
        say("p-preview"),
        f"📘 {made.title}",
        *in_view(made.said),
        say("card-source", source=made.source, on=on),
        whom,
    )
    options = (
        done_by("send", say("b-send-card")),
        Option("said", say("b-edit"), ("sua",)),
        *(option for option, _ in again),
        DROPPED,
    )
    reopens = (("said", "said"), *(reopen for _, reopen in again))
    return await ask("send", Review(lines, options, reopens=reopens)) != "drop"
