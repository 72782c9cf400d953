"""/ky: the periods of the unit in the coordinator's hands. Dates, standing, deadline, exceptions, lock."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.labels import AGREED, NO
from dialog.review import done_by
from dialog.words import Words
from domain.calendar import WorkingCalendar
from domain.commands import Tell
from domain.decisions import (
    LockPeriod,
    MoveDeadline,
    OpenPeriod,
    TakeLate,
    cutoff_problem,
    deadline_problem,
    until_problem,
)
from domain.facts import Facts
from domain.periods import CUTOFF_HOUR, cutoff_after
from domain.rhythm import Excuse
from domain.terms import Term, term_label, term_lines
from domain.when import example_day, moment
from handlers.moments import Moment, later_than, working_days_after
from handlers.owing import excuse
from handlers.somebody import number_of, somebody
from messages import Say, Text, say

NAME = 80
"""Characters of a period's name."""
OFFERED = (1, 2, 5)
"""Working days by which a deadline is commonly moved."""

Decision = MoveDeadline | TakeLate | LockPeriod | OpenPeriod | Excuse | Tell


async def terms(facts: Facts) -> Decision:
    """Choose a period, see its dates and how it stands, decide about it."""
    book = facts.staff.terms if facts.staff else None
    if book is None:
        return Tell((say("e-no-period"),))
    options = tuple(Option(f"p{one.id}", term_label(one)) for one in book.terms)
    open_term = Option("open", say("b-open-term"), ("mo ky", "them ky"))
    which = await ask("which", Choice((say("p-which-term"),), (*options, open_term)))
    if which == "open":
        return await _open(facts, book.running_at(facts.now), book.calendar)
    term = next(one for one in book.terms if f"p{one.id}" == which)
    lines = tuple(term_lines(term, book.calendar.zone))
    match await ask("what", Choice(lines, _acts(term), columns=2)):
        case "due":
            return await _move(facts, term, book.calendar)
        case "excuse":
            who = await ask("who", somebody(say("p-excuse-whom", period=term.name), term.standing.owing))
            return await excuse(term.id, number_of(who))
        case "late":
            return await _take_late(facts, term, book.calendar)
        case "lock":
            return await _lock(term)
    return Tell((say("c-closed"),))


def _acts(term: Term) -> tuple[Option, ...]:
    """What can be decided about a period, as far as it has come."""
    begun, open_ = term.state != "coming", term.state != "locked"
    acts = []
    if open_:
        acts.append(Option("due", say("b-change-due"), ("han", "doi", "gia han")))
    if begun and open_ and term.owes:
        acts.append(Option("excuse", say("b-excuse"), ("mien",)))
    if begun and term.owes:
        acts.append(Option("late", say("b-extend"), ("nhan", "nhan cham", "ngoai le")))
    if begun and open_:
        acts.append(Option("lock", say("b-lock"), ("chot", "khoa")))
    return (*acts, Option("close", say("b-close-list"), ("dong", "thoi", "ok")))


async def _move(facts: Facts, term: Term, calendar: WorkingCalendar) -> MoveDeadline | Tell:
    """Another deadline: a day and an hour, said back with its weekday and what goes with it."""
    zone = calendar.zone

    def problem(at: datetime) -> Say | None:
        return deadline_problem(at, term.start_at, facts.now, zone)

    base = max(term.due_at, facts.now.replace(hour=0, minute=0, second=0, microsecond=0))
    if term.due_at < base:
        base = calendar.at(calendar.day_of(base), _hour(term.due_at, calendar))
    due = await ask(
        "due",
        Moment(
            (say("p-due", period=term.name, day=example_day(facts.today)),),
            later_than(working_days_after(base, OFFERED, calendar), facts.now),
            facts.now,
            zone,
            _hour(term.due_at, calendar),
            problem,
        ),
    )
    cutoff = cutoff_after(calendar.day_of(due), calendar)
    own = Option("cutoff", say("b-cutoff"), ("sua", "gio chot"))
    sure = await ask("sure", Choice(_moved(term, due, cutoff, calendar), (_MOVE, own, _KEEP)))
    chosen = None
    if sure == "cutoff":
        offered = working_days_after(cutoff, (0, 1, 3), calendar)
        chosen = await ask(
            "cutoff",
            Moment(
                (say("p-cutoff"),),
                offered,
                facts.now,
                zone,
                CUTOFF_HOUR,
                lambda at: cutoff_problem(at, due, zone),
            ),
        )
        lines = _moved(term, due, chosen, calendar)
        sure = await ask("sure-cutoff", Choice(lines, (_MOVE, _KEEP)))
    return MoveDeadline(term.id, due, chosen) if sure == "move" else Tell((say("c-kept"),))


def _moved(term: Term, due: datetime, cutoff: datetime, calendar: WorkingCalendar) -> tuple[Text, ...]:
    """What a new deadline means, and what may be odd about it."""
    zone = calendar.zone
    lines: list[Text] = [
        say("p-move", period=term.name, due=moment(due, zone)),
        say("p-move-cutoff", cutoff=moment(cutoff, zone)),
        *_odd(due, calendar),
    ]
    if term.briefing_at is not None and cutoff > term.briefing_at:
        lines.append(say("p-after-briefing", briefing=moment(term.briefing_at, zone)))
    return (*lines, say("p-sure"))


def _odd(due: datetime, calendar: WorkingCalendar) -> list[Text]:
    """A deadline on a day off is possible, but seldom meant."""
    day = calendar.day_of(due)
    leave = calendar.holiday_mode(day)
    if leave is not None:
        return [say("p-in-leave", date=f"{day:%d/%m/%Y}", resumes=f"{leave.resumes:%d/%m/%Y}")]
    return [] if calendar.is_working_day(day) else [say("p-day-off", date=f"{day:%d/%m/%Y}")]


async def _take_late(facts: Facts, term: Term, calendar: WorkingCalendar) -> TakeLate:
    who = await ask("late-who", somebody(say("p-late-whom", period=term.name), term.standing.owing))
    locked = term.state == "locked"
    base = calendar.at(calendar.day_of(max(facts.now, term.cutoff_at)), CUTOFF_HOUR)
    until = await ask(
        "until",
        Moment(
            (say("p-until"),),
            working_days_after(base, OFFERED, calendar),
            facts.now,
            calendar.zone,
            CUTOFF_HOUR,
            lambda at: until_problem(at, term.cutoff_at, facts.now, calendar.zone, locked=locked),
        ),
    )
    return TakeLate(term.id, number_of(who), until)


async def _lock(term: Term) -> LockPeriod | Tell:
    lines: tuple[Text, ...] = (say("p-lock", period=term.name, n=term.owes),)
    if term.state == "running":
        lines = (*lines, say("p-lock-early"))
    sure = await ask("lock", Choice(lines, (done_by("lock", say("b-lock")), _KEEP), columns=2))
    return LockPeriod(term.id) if sure == "lock" else Tell((say("c-kept"),))


async def _open(facts: Facts, running: Term | None, calendar: WorkingCalendar) -> OpenPeriod | Tell:
    zone = calendar.zone
    if running is not None:
        return Tell((say("e-term-runs", period=running.name, end=moment(running.end_at, zone)),))
    later = facts.today + timedelta(days=30)
    asks = say("p-term-name", month=str(later.month), year=str(later.year))
    name = await ask("name", Words((asks,), longest=NAME, wordless=say("e-letters")))
    title = " ".join(name.text.split())
    base = calendar.at(calendar.day_of(facts.now), CUTOFF_HOUR)
    due = await ask(
        "open-due",
        Moment(
            (say("p-term-due", period=title),),
            working_days_after(base, (5, 10, 20), calendar),
            facts.now,
            zone,
            CUTOFF_HOUR,
            lambda at: deadline_problem(at, facts.now, facts.now, zone),
        ),
    )
    asked: list[Text] = [say("p-open-term", period=title, due=moment(due, zone)), *_odd(due, calendar)]
    sure = await ask("open", Choice(tuple(asked), (done_by("open", say("b-open-now")), _KEEP), columns=2))
    return OpenPeriod(title, due) if sure == "open" else Tell((say("c-kept"),))


def _hour(instant: datetime, calendar: WorkingCalendar) -> time:
    return instant.astimezone(calendar.zone).time()


_MOVE = Option("move", say("b-move"), ("doi", *AGREED))
_KEEP = Option("keep", say("b-cancel"), ("thoi", *NO))
