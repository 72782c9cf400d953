"""The fast path: one message, the tone, send (DESIGN §8)."""

from __future__ import annotations

from dialog.card import Card, Field, Sending
from dialog.engine import ask
from dialog.talk import Talk
from dialog.view import in_view
from dialog.words import Said, Words
from domain.commands import FileNil, FileReport, Tell
from domain.facts import Facts
from domain.parts import in_parts
from domain.scales import NORMAL, URGENT
from handlers.nil_report import nothing_new
from handlers.options import LEVELS, TONES, topic_options
from handlers.reading import Reading, read
from messages import Text, say

UNSORTED = "KH"
"""The topic of a report nobody gave one (DESIGN §8)."""


async def quick_report(facts: Facts) -> FileReport | FileNil | Tell | None:
    """Ask what is said unless the talk began with it, then show the card; gives the report to file."""
    said = await ask("said", _words(facts))
    reading = read(said.text, facts.topics, facts.urgent)
    if reading.nothing and not said.media and reading.level != URGENT:
        nil = await nothing_new(facts)
        if nil != "report":
            return nil
    card = await ask("card", _card(facts, said, reading))
    return FileReport(
        said=reading.text,
        tone=str(card["tone"]),
        topic=card["topic"] or _unsorted(facts),
        level=card["level"] or NORMAL,
        area=facts.home_area.code if facts.home_area else None,
        media=said.media,
        masked=said.masked,
    )


def is_urgent(talk: Talk, facts: Facts) -> bool:
    """Whether the draft in `talk` would be sent as urgent: it is nudged sooner (DESIGN §3)."""
    level = talk.answers.get("card", {}).get("set", {}).get("level")
    text = talk.answers.get("said", {}).get("text", "")
    return bool((level or read(text, facts.topics, facts.urgent).level) == URGENT)


def _words(facts: Facts) -> Words:
    def short(text: str) -> bool:
        return read(text, facts.topics, facts.urgent).short

    return Words((say("p-text"),), short=short, files=True)


def _card(facts: Facts, said: Said, reading: Reading) -> Card:
    topic = Field(
        "topic",
        say("p-topic"),
        topic_options(facts.topics),
        preset=reading.topics[0] if reading.topics else None,
        first=reading.topics,
        others=say("b-topics"),
    )
    tone = Field("tone", say("p-tone"), TONES, required=True, preset=reading.tone)
    level = Field("level", say("p-level"), LEVELS, preset=reading.level, default=NORMAL, toggled=True)
    urgent = Sending("level", URGENT, say("b-urgent-ok"), say("p-urgent"))
    return Card(_lines(facts, said, reading), (topic, tone, level), at_once=said.as_it_is, special=urgent)


def _lines(facts: Facts, said: Said, reading: Reading) -> tuple[Text, ...]:
    """The text as it will be sent, then what the reporter should know about it."""
    lines: list[Text] = list(in_view(reading.text))
    if reading.complaint:
        lines.append(say("g-scope", reception=facts.unit.reception or say("g-reception")))
    if said.masked:
        lines.append(say("p-pii", n=said.masked))
    if said.media:
        lines.append(say("p-files", n=len(said.media)))
    parts = len(in_parts(reading.text))
    if parts > 1:
        lines.append(say("e-long", n=parts))
    return tuple(lines)


def _unsorted(facts: Facts) -> str | None:
    return UNSORTED if any(topic.code == UNSORTED for topic in facts.topics) else None
