"""/tatbao: what is muted; a coordinator mutes a topic or an area until an end, for a reason, or lifts it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.parsed import Parsed
from dialog.review import DROPPED, Review, done_by
from dialog.words import Words
from domain.commands import Tell
from domain.facts import Facts
from domain.mutes import LONGEST_REASON, SPANS, Lift, Mute, MuteFacts, MutesFacts, Scope, end_of, is_fit
from domain.topics import Topic
from domain.when import example_day, moment, read_moment
from handlers.options import topic_options
from handlers.which_unit import which_unit
from messages import Say, Text, say

END_OF_DAY = time(17)
"""The hour that is meant where only a day is typed."""

_STORED = "%Y-%m-%dT%H:%M"
"""An end that was typed, as the talk keeps it: local, to the minute."""

_SPANS = (
    Option("today", say("b-tonight"), ("hom nay", "today")),
    Option("d3", say("b-days-3"), ("ba ngay",)),
    Option("d7", say("b-days-7"), ("bay ngay", "mot tuan", "a week")),
)


async def mutes(facts: Facts) -> Mute | Lift | Tell:
    """What runs, each to be lifted; or a new mute."""
    known = facts.mutes
    if known is None or not known.scopes:
        return Tell((say("e-perm"),))
    what = await ask("what", Choice(tuple(_lines(known)), _acts(known)))
    if what == "new":
        return await _new(facts, known)
    if what == "close":
        return Tell((say("c-closed"),))
    return Lift(int(what.removeprefix("m")))


def _lines(known: MutesFacts) -> list[Text]:
    if not known.running:
        return [say("mute-none")]
    own = [(f"{number}.", one) for number, one in enumerate(_own(known), 1)]
    others = [("•", one) for one in known.running if not one.own]
    return [say("mute-running"), *(_line(mark, one, known) for mark, one in (*own, *others))]


def _own(known: MutesFacts) -> list[MuteFacts]:
    """Those this person may lift; their numbers are those of their buttons."""
    return [one for one in known.running if one.own]


def _line(mark: str, one: MuteFacts, known: MutesFacts) -> Say:
    return say(
        "mute-line",
        mark=mark,
        unit=one.unit,
        what=_what(one.topic, one.area),
        until=moment(one.until_at, known.zone),
        who=one.owner,
        reason=one.reason,
        held=one.held,
    )


def _what(topic: str | None, area: str) -> Say:
    about = Topic(topic).name if topic else say("mute-all-topics")
    return say("mute-what", topic=about, area=area or say("mute-everywhere"))


def _acts(known: MutesFacts) -> tuple[Option, ...]:
    lifts = [
        Option(f"m{one.id}", say("b-unmute", n=number), (f"bo tat {number}",))
        for number, one in enumerate(_own(known), 1)
    ]
    new = Option("new", say("b-mute-new"), ("moi", "tat bao", "tat"))
    return (*lifts, new, Option("close", say("b-close-list"), ("dong", "thoi", "ok")))


async def _new(facts: Facts, known: MutesFacts) -> Mute | Tell:
    """Unit, topic, area, end, reason; all of it is shown before it holds."""
    unit = await which_unit({one.unit_id: one.unit for one in known.scopes})
    scope = next(one for one in known.scopes if one.unit_id == unit)
    everything = Option("all", say("b-all-topics"), ("tat ca",))
    topics = (everything, *topic_options(tuple(one.code for one in facts.topics)))
    chosen = await ask("topic", Choice((say("p-mute-topic"),), topics, columns=2))
    topic = None if chosen == "all" else chosen
    area = await _area(scope)
    span = await ask("until", _until(facts, known))
    until_at = _instant(span, facts.now, known)
    reason = await ask("reason", Words((say("p-mute-reason"),), longest=LONGEST_REASON))
    place = dict(scope.areas).get(area, "") if area is not None else ""
    lines: list[Text] = [
        say(
            "p-mute-review",
            what=_what(topic, place),
            unit=scope.unit,
            until=moment(until_at, known.zone),
            reason=reason.text,
        ),
        say("p-mute-promise"),
    ]
    if reason.masked:
        lines.append(say("p-masked-here", n=reason.masked))
    save = done_by("save", say("b-mute-save"))
    edit = Option("edit", say("b-edit"), ("sua",))
    review = Review(tuple(lines), (save, edit, DROPPED), columns=2, reopens=(("edit", "reason"),))
    if await ask("review", review) == "drop":
        return Tell((say("c-dropped"),))
    return Mute(unit, area, topic, until_at, reason.text)


async def _area(scope: Scope) -> int | None:
    """One of the unit's areas, None for all of them; a unit without any below is not asked."""
    if len(scope.areas) < 2:
        return None
    options = [Option("all", say("b-all-areas"), ("tat ca",))]
    options += [Option(f"u{id}", name) for id, name in scope.areas]
    chosen = await ask("area", Choice((say("p-mute-area"),), tuple(options), shown=20))
    return None if chosen == "all" else int(chosen[1:])


def _until(facts: Facts, known: MutesFacts) -> Parsed:
    """An offered span, or a day and an hour within a week as people type them."""

    def read(text: str) -> str | None:
        at = read_moment(text, facts.now, known.zone, END_OF_DAY)
        fits = at is not None and is_fit(at, facts.now)
        return f"{at.astimezone(known.zone):{_STORED}}" if at is not None and fits else None

    day = example_day((facts.now + timedelta(days=1)).astimezone(known.zone).date())
    return Parsed(
        Choice((say("p-mute-until", day=day),), _SPANS, columns=3), read, say("e-mute-until", day=day)
    )


def _instant(kept: str, now: datetime, known: MutesFacts) -> datetime:
    if kept == "today" or kept in SPANS:
        return end_of(kept, now, known.zone)
    return datetime.strptime(kept, _STORED).replace(tzinfo=known.zone).astimezone(UTC)
