"""Campaigns: the theme of a year, a policy. Coordinators open them, end them, and see what came."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.parsed import Parsed
from dialog.review import DROPPED, Review, done_by
from dialog.staff_words import StaffWords
from domain.campaigns import POLICY, YEAR, tidy
from domain.commands import Tell
from domain.facts import Facts
from domain.orders import EndCampaign, NewCampaign
from domain.staff import CampaignFacts
from domain.when import example_day, read_moment
from messages import Text, say

TITLE, WORDS, LABEL = 120, 300, 30
OPEN_END = "open"


async def campaigns(facts: Facts) -> NewCampaign | EndCampaign | Tell:
    """Choose a campaign to see, or open a new one."""
    staff = facts.staff
    if staff is None:
        return Tell((say("e-perm"),))
    options = [Option(f"c{one.id}", say("campaign-one", title=_short(one.title))) for one in staff.campaigns]
    options += [
        Option("new", say("b-new-campaign"), ("moi", "dot moi")),
        Option("close", say("b-close-list"), ("dong", "thoi", "ok")),
    ]
    lines: list[Text] = [say("p-campaigns" if staff.campaigns else "p-no-campaign")]
    which = await ask("which", Choice(tuple(lines), tuple(options)))
    if which == "close":
        return Tell((say("c-closed"),))
    if which == "new":
        return await _new(facts, ZoneInfo(staff.zone))
    return await _see(facts, next(one for one in staff.campaigns if f"c{one.id}" == which))


def _short(title: str) -> str:
    return title if len(title) <= LABEL else title[: LABEL - 1].rstrip() + "…"


async def _see(facts: Facts, one: CampaignFacts) -> EndCampaign | Tell:
    close = Option("close", say("b-close-list"), ("dong", "thoi", "ok"))
    end = Option("end", say("b-end-campaign"), ("ket thuc",))
    runs = one.from_on <= facts.today and (one.to_on is None or one.to_on > facts.today)
    lines = (
        *_about(one.title, one.kind, one.from_on, one.to_on, one.words),
        say("campaign-counts", before=one.before, during=one.during, after=one.after),
    )
    what = await ask("what", Choice(lines, (end, close) if runs else (close,)))
    return EndCampaign(one.id) if what == "end" else Tell((say("c-closed"),))


def _about(title: str, kind: str, from_on: date, to_on: date | None, words: str) -> tuple[Text, ...]:
    until = f"{to_on:%d/%m/%Y}" if to_on else say("campaign-open-end")
    return (
        say(f"campaign-{kind}", title=title),
        say("campaign-days", start=f"{from_on:%d/%m/%Y}", end=until),
        say("campaign-words", words=words),
    )


async def _new(facts: Facts, zone: ZoneInfo) -> NewCampaign | Tell:
    title = " ".join((await ask("title", StaffWords((say("p-campaign-title"),), longest=TITLE))).text.split())
    kinds = (Option(YEAR, say("b-year"), ("nam",)), Option(POLICY, say("b-policy"), ("chinh sach",)))
    kind = await ask("kind", Choice((say("p-campaign-kind"),), kinds, columns=2))
    from_on = await _day(facts, zone, "from", Option(facts.today.isoformat(), say("b-today"), ("hom nay",)))
    assert from_on is not None
    to_on = await _day(facts, zone, "to", Option(OPEN_END, say("b-open-end"), ("chua dinh",)), from_on)
    asked = StaffWords((say("p-campaign-words"),), longest=WORDS, wordless=say("e-campaign-words"))
    words = tidy((await ask("words", asked)).text)
    lines = (say("p-campaign-review"), *_about(title, kind, from_on, to_on, words))
    options = (
        done_by("save", say("b-save")),
        Option("words", say("b-edit-words"), ("sua tu",)),
        Option("title", say("b-edit-title"), ("sua ten",)),
        DROPPED,
    )
    reopens = (("words", "words"), ("title", "title"))
    if await ask("save", Review(lines, options, reopens=reopens)) == "drop":
        return Tell((say("c-dropped"),))
    return NewCampaign(title, kind, words, from_on, to_on)


async def _day(
    facts: Facts, zone: ZoneInfo, name: str, offered: Option, least: date | None = None
) -> date | None:
    """The day typed or offered; None for an open end."""
    read = partial(_read_day, facts.now, zone, least)
    later = (least or facts.today) + timedelta(days=30)
    day = example_day(later, 0)
    choice = Choice((say(f"p-campaign-{name}", day=day),), (offered,))
    wrong = say("e-campaign-day", day=day, year=str(later.year))
    given = await ask(name, Parsed(choice, read, wrong))
    return None if given == OPEN_END else date.fromisoformat(given)


def _read_day(now: datetime, zone: ZoneInfo, least: date | None, text: str) -> str | None:
    at = read_moment(text, now, zone, time(12))
    day = at.astimezone(zone).date() if at else None
    return day.isoformat() if day and (least is None or day >= least) else None
