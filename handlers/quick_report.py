"""The fast path: one message, the tone, send (DESIGN §8)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from dialog.card import Card, Field, Sending
from dialog.engine import ask
from dialog.talk import Talk
from dialog.view import in_view
from dialog.words import Said, Words
from domain.commands import FileNil, FileReport, Tell
from domain.facts import Facts
from domain.focus import card_line
from domain.guards import says_nothing_happened
from domain.orders import AnswerNothing
from domain.parts import in_parts
from domain.scales import NORMAL, URGENT
from handlers.nil_report import nothing_new
from handlers.options import LEVELS, TONES, topic_options
from handlers.reading import Reading, read
from handlers.sealing import SEALED, sealed_field, unheard
from messages import Text, say

UNSORTED = "KH"
"""The topic of a report nobody gave one (DESIGN §8)."""


async def quick_report(facts: Facts) -> FileReport | FileNil | AnswerNothing | Tell | None:
    """Ask what is said unless the talk began with it, then show the card; gives the report to file."""
    topics = topics_of(facts)
    said = await ask("said", Words(_asks(facts), short=partial(_short, topics, facts.urgent), files=True))
    reading = read(said.text, topics, facts.urgent)
    if reading.nothing and facts.request is not None and not said.media:
        return AnswerNothing(facts.request.period_id)
    if reading.nothing and not said.media and reading.level != URGENT:
        nil = await nothing_new(facts)
        if nil != "report":
            return nil
    return await report_on_card(facts, said, reading)


def read_in(facts: Facts, text: str) -> Reading:
    """What can be told from a text, with the topics in use."""
    return read(text, topics_of(facts), facts.urgent)


async def report_on_card(facts: Facts, said: Said, reading: Reading) -> FileReport:
    """Show the card of what was said; gives the report it becomes."""
    topics = topics_of(facts)
    card = await ask("card", _card(facts, topics, said, reading))
    return FileReport(
        said=reading.text,
        tone=str(card["tone"]),
        topic=card["topic"] or (UNSORTED if UNSORTED in topics else None),
        level=card["level"] or NORMAL,
        area=facts.home_area.code if facts.home_area else None,
        media=said.media,
        masked=said.masked,
        request=facts.request.period_id if facts.request else None,
        sealed=card["sealed"] == SEALED,
    )


def is_urgent(talk: Talk, facts: Facts) -> bool:
    """Whether the draft in `talk` would be sent as urgent: it is nudged sooner (DESIGN §3)."""
    level = talk.answers.get("card", {}).get("set", {}).get("level")
    text = talk.answers.get("said", {}).get("text", "")
    return bool((level or read(text, topics_of(facts), facts.urgent).level) == URGENT)


def may_be_nil(talk: Talk, heard: str = "") -> bool:
    """Whether this draft, or words just heard, may turn out to be a nil report: then what the person owes has
    to be known."""
    return any(says_nothing_happened(text) for text in (talk.text, heard))


def _asks(facts: Facts) -> tuple[Text, ...]:
    request = facts.request
    return (*((say("p-answers", said=request.said, due=request.due),) if request else ()), say("p-text"))


_TOPIC = (say("p-topic"), say("b-topics"))
_TONE = Field("tone", say("p-tone"), TONES, required=True)
_LEVEL = Field("level", say("p-level"), LEVELS, default=NORMAL, toggled=True)
_URGENT = Sending("level", URGENT, say("b-urgent-ok"), say("p-urgent"))


def topics_of(facts: Facts) -> tuple[str, ...]:
    """The codes in use: a text is read with all of them, for then it is read once."""
    return tuple(topic.code for topic in facts.topics)


def _short(topics: tuple[str, ...], urgent: bool, text: str) -> bool:
    return read(text, topics, urgent).short


def _card(facts: Facts, topics: tuple[str, ...], said: Said, reading: Reading) -> Card:
    likely = reading.topics
    first = (*likely, *(topic for topic in _focus_topics(facts, topics) if topic not in likely))
    topic = Field("topic", _TOPIC[0], topic_options(topics), preset=next(iter(likely), None), first=first,
                  others=_TOPIC[1])  # fmt: skip
    tone = replace(_TONE, preset=reading.tone) if reading.tone else _TONE
    level = replace(_LEVEL, preset=reading.level) if reading.level else _LEVEL
    return Card(
        _lines(facts, said, reading),
        (topic, tone, level, sealed_field(facts, reading)),
        at_once=said.as_it_is,
        special=_URGENT,
    )


def _focus_topics(facts: Facts, topics: tuple[str, ...]) -> tuple[str, ...]:
    """The topics of the period's focus: shown after those the words suggest."""
    points = facts.period.focus if facts.period else ()
    return tuple(topic for topic, _ in points if topic in topics)


def _lines(facts: Facts, said: Said, reading: Reading) -> tuple[Text, ...]:
    """The text as it will be sent, then what the reporter should know about it."""
    lines: list[Text] = list(in_view(reading.text))
    if facts.request is not None:
        lines.append(say("p-answers", said=facts.request.said, due=facts.request.due))
    elif facts.period and facts.period.focus:
        lines.append(card_line(facts.period.focus))
    if reading.complaint:
        lines.append(say("g-scope", reception=facts.unit.reception or say("g-reception")))
    lines += unheard(facts, reading)
    if said.masked:
        lines.append(say("p-pii", n=said.masked))
    if said.media:
        lines.append(say("p-files", n=len(said.media)))
    parts = len(in_parts(reading.text))
    if parts > 1:
        lines.append(say("e-long", n=parts))
    return tuple(lines)
