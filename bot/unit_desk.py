"""The machine behind the page of a unit without an account (`web/referral_page.py`).

Its door: every word is masked before the first write (DESIGN §4.6), what bears a mark of classification is
refused whole, pictures are drawn anew. A form takes effect once: it carries what the referral looked like
when it was shown, signed, and counts for nothing as soon as that has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from itsdangerous import BadSignature, Signer
from sqlalchemy import Connection

from bot.door import cleaned
from bot.media import MEBIBYTE, MediaStore
from bot.unit_files import UnitFiles
from domain.guards import has_classification_mark
from domain.masking import Masker
from domain.referrals import (
    END_OF_DAY,
    LONGEST,
    WAITING,
    Reply,
    days_left,
    overdue_days,
    verdicts_for,
)
from domain.text import nfc
from domain.when import example_day, read_moment, written
from messages import catalogue, say
from office import answer_files, referrals
from office.desk_rules import DeskRules
from office.layouts import LAYOUTS, Layout
from office.post import Post
from office.referrals import BY_LINK
from office.slip import slip
from storage import directory
from storage import matters as rows_of_matters
from storage import referrals as rows
from storage.database import Database
from storage.outbox import OutboxRow
from storage.referrals import FileRow, ReferralRow
from web.files import Enclosed
from web.referral_page import Form, Outcome, Problem, Shown

_T = TypeVar("_T")

REASONS: Final = ("area", "field", "above", "other", "else")
"""Why something is not a unit's competence; the last two need words (DOMAIN §6: from a list)."""
LONGEST_REASON: Final = 250
"""Of a reason in words; what is stored before it, from the list, takes the rest of 300."""
FREE: Final = {"checked": LONGEST, "found": LONGEST, "planned": LONGEST, "why": 300, "words": LONGEST_REASON}
"""Fields of free text, and how long each may be."""
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class UnitHouse:
    """What the operator has set. `contact`: for data protection; `layout`: of the slip."""

    zone: ZoneInfo
    contact: str
    layout: str
    longest_side: int
    max_bytes: int


class UnitDesk:
    """Reads and acts for whoever holds a referral's link."""

    def __init__(
        self,
        database: Database,
        store: MediaStore,
        masker: Masker,
        rules: DeskRules,
        house: UnitHouse,
        deliver: Callable[[list[OutboxRow]], None],
        *,
        key: str,
        me: str,
        pushing: Collection[str],
        now: Callable[[], datetime],
    ) -> None:
        """`deliver` takes what is owed to people, on the event loop, after the commit; `key` signs forms;
        `pushing`: channels that reach a phone."""
        self._database = database
        self._files = UnitFiles(store, self._write, house.longest_side, house.max_bytes)
        self._masker = masker
        self._rules = rules
        self._house = house
        self._deliver = deliver
        self._signer = Signer(key, salt="referral-form")
        self._me = me
        self._pushing = pushing
        self._now = now
        self.contact = house.contact
        self.mb = house.max_bytes // MEBIBYTE

    def now(self) -> datetime:
        """The present instant."""
        return self._now()

    def is_ours(self, token: str) -> bool:
        """Whether an address was given out by us, whatever it opens now."""
        return self._rules.links.read(token) is not None

    # -- reading -------------------------------------------------------------------------------------

    async def read(self, token: str) -> Shown | None:
        """What the link shows; changes nothing."""
        return await self._database.reading(lambda c: self._shown(c, token))

    def _shown(self, connection: Connection, token: str) -> Shown | None:
        now = self._now()
        row = referrals.by_link(connection, self._rules, token, now)
        matter = rows_of_matters.find(connection, row.matter_id) if row else None
        if row is None or matter is None:
            return None
        by, calendar = directory.find_unit(connection, matter.unit_id), self._rules.calendar(now)
        return Shown(
            row=row,
            unit=directory.find_unit(connection, row.unit_id).name,
            by=by.name,
            phone=by.duty_phone or "",
            contact=self._house.contact,
            left=days_left(row.due_at, now, calendar),
            late=overdue_days(row.due_at, now, calendar),
            answers=tuple(rows.answers_of(connection, [row.id])),
            files=tuple(rows.files_of(connection, row.id)),
            token=self._signer.sign(f"{row.id}-{_look_of(connection, row)}").decode(),
            verdicts=verdicts_for(row.kind),
            reasons=REASONS,
            most=answer_files.MOST,
            mb=self.mb,
            now=now,
            zone=self._house.zone,
        )

    async def file(self, token: str, id: int) -> Enclosed | None:
        """A file that was attached."""
        kept = await self._database.reading(lambda c: self._file(c, token, id))
        return await self._files.read(kept) if kept else None

    def _file(self, connection: Connection, token: str, id: int) -> FileRow | None:
        row = referrals.by_link(connection, self._rules, token, self._now())
        kept = rows.files_of(connection, row.id) if row else []
        return next((one for one in kept if one.id == id), None)

    async def slip(self, token: str) -> Enclosed | None:
        """The slip for printing."""

        def make(connection: Connection) -> tuple[str, bytes] | None:
            row = referrals.by_link(connection, self._rules, token, self._now())
            return slip(connection, self._rules, row, self._layout, self._house.contact) if row else None

        made = await self._database.reading(make)
        return Enclosed(made[1], DOCX, made[0]) if made else None

    @property
    def _layout(self) -> Layout:
        return LAYOUTS[self._house.layout]

    # -- acting --------------------------------------------------------------------------------------

    async def act(self, token: str, form: Form) -> Outcome | None:
        """Do what was asked, at most once for a form."""
        row = await self._database.reading(lambda c: referrals.by_link(c, self._rules, token, self._now()))
        if row is None:
            return None
        if row.state not in WAITING:
            return Outcome()
        typed = self._heard(form.fields) | {"do": form.do}
        if any(has_classification_mark(nfc(one)) for one in form.fields.values()):
            problem = Problem("", say("e-secret", contact=self.contact or say("unit-gone-who")))
            return Outcome((problem,), dict(form.fields) | {"do": form.do}, stay=True)
        if self._looked(form, row) is None:
            return Outcome((Problem("", say("unit-changed")),), typed, stay=True)
        problems = await self._files.attach(token, form.files)
        if form.do.startswith("drop-"):
            await self._files.drop(token, form.do.removeprefix("drop-"))
        if form.do not in ACTS or problems:
            return Outcome(tuple(problems), typed, stay=True)
        problems = self._to_look_at(form, typed)
        if problems:
            return Outcome(tuple(problems), typed, stay=True)
        return await self._write(token, lambda post, held: self._done(post, held, form, typed))

    def _heard(self, fields: Mapping[str, str]) -> dict[str, str]:
        """The fields as they may be stored: one spelling, masked where they are free text."""
        heard = {name: cleaned(value) for name, value in fields.items()}
        return heard | {name: self._masker.mask(heard[name]).text for name in FREE if name in heard}

    def _to_look_at(self, form: Form, typed: Mapping[str, str]) -> list[Problem]:
        """Words too long, and words that were masked just now: they are read once more before they go."""
        found = [
            Problem(name, say("unit-problem-long", n=most))
            for name, most in FREE.items()
            if len(typed.get(name, "")) > most
        ]
        plain = {name: nfc(value).replace("\r\n", "\n").strip() for name, value in form.fields.items()}
        masked = [name for name in FREE if name in typed and typed[name] != plain[name]]
        return found + [Problem(name, say("unit-masked")) for name in masked[:1]]

    def _done(self, post: Post, row: ReferralRow, form: Form, typed: Mapping[str, str]) -> Outcome:
        if row.state not in WAITING:
            return Outcome()
        if self._looked(form, row) != _look_of(post.connection, row):
            stale = Outcome((Problem("", say("unit-changed")),), typed, stay=True)
            return stale if form.do == "hand-in" else Outcome()
        problems = ACTS[form.do](self, post, row, typed)
        return Outcome(tuple(problems), typed, stay=True) if problems else Outcome()

    def _accept(self, post: Post, row: ReferralRow, typed: Mapping[str, str]) -> list[Problem]:
        referrals.accept(post, row, BY_LINK)
        return []

    def _ask_more_time(self, post: Post, row: ReferralRow, typed: Mapping[str, str]) -> list[Problem]:
        zone, why = self._house.zone, typed.get("why", "")
        until, problems = self._day(typed, "until", post.now)
        if until is not None:
            calendar = self._rules.calendar(post.now)
            until = calendar.at(calendar.roll(until.astimezone(zone).date()), END_OF_DAY)
        if not problems and (until is None or until <= row.due_at):
            problems = [Problem("until", say("unit-problem-until", due=written(row.due_at, zone)))]
        if not why:
            problems.append(Problem("why", say("unit-problem-why")))
        if until is not None and not problems:
            referrals.ask_more_time(post, row, BY_LINK, until, why)
        return problems

    def _give_back(self, post: Post, row: ReferralRow, typed: Mapping[str, str]) -> list[Problem]:
        reason, words = typed.get("reason", ""), typed.get("words", "")
        if reason not in REASONS:
            return [Problem("reason", say("unit-problem-back"))]
        if reason in REASONS[-2:] and not words:
            return [Problem("words", say("unit-problem-back-words"))]
        chosen = catalogue("vi").render(say(f"unit-back-{reason}"))
        referrals.give_back(post, row, BY_LINK, f"{chosen}: {words}" if words else chosen)
        return []

    def _hand_in(self, post: Post, row: ReferralRow, typed: Mapping[str, str]) -> list[Problem]:
        done_by, problems = self._day(typed, "done-by", post.now)
        verdict = typed.get("verdict", "")
        reply = Reply(
            checked=typed.get("checked", ""),
            found=typed.get("found", ""),
            planned=typed.get("planned", ""),
            verdict=verdict if verdict in verdicts_for(row.kind) else "",
            done_by_on=done_by.astimezone(self._house.zone).date() if done_by else None,
        )
        if problems:
            return problems
        found = referrals.hand_in(post, row, BY_LINK, reply)
        return [Problem(one, _SENTENCES[one]) for one in found if one in _SENTENCES]

    def _day(
        self, typed: Mapping[str, str], name: str, now: datetime
    ) -> tuple[datetime | None, list[Problem]]:
        """The day in a field, at the end of its work; None where there is none."""
        zone = self._house.zone
        if not typed.get(name):
            return None, []
        found = read_moment(typed[name], now, zone, END_OF_DAY)
        if found is not None:
            return found, []
        day = f"{example_day(now.astimezone(zone).date())}/{now.astimezone(zone).year}"
        return None, [Problem(name, say("unit-problem-day", day=day))]

    # -- one transaction -------------------------------------------------------------------------------

    async def _write(self, token: str, work: Callable[[Post, ReferralRow], _T]) -> _T | None:
        """Do something with the referral, held; None where the link opens nothing (any more)."""

        def act(connection: Connection) -> tuple[_T | None, list[OutboxRow]]:
            post = Post(connection, self._now(), self._me, zone=str(self._house.zone), pushing=self._pushing)
            row = referrals.by_link(connection, self._rules, token, post.now, hold=True)
            done = work(post, row) if row is not None else None
            post.owe()
            return done, post.held

        done, held = await self._database.write(act)
        self._deliver(held)
        return done

    def _looked(self, form: Form, row: ReferralRow) -> str | None:
        """What the referral looked like when this form was shown; None for a form of one's own making."""
        try:
            id, _, look = self._signer.unsign(form.fields.get("form", "")).decode().partition("-")
        except (BadSignature, UnicodeDecodeError):
            return None
        return look if id == str(row.id) else None


def _look_of(connection: Connection, row: ReferralRow) -> str:
    """Another word as soon as anything about a referral has changed that its unit acts upon."""
    answers = len(rows.answers_of(connection, [row.id]))
    seen = (row.state, row.due_at, row.more_until_at, row.reason, row.generation, answers)
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


ACTS: Final = {
    "accept": UnitDesk._accept,
    "more-time": UnitDesk._ask_more_time,
    "give-back": UnitDesk._give_back,
    "hand-in": UnitDesk._hand_in,
}
_SENTENCES: Final = {one: say(f"unit-problem-{one}") for one in ("verdict", "found", "planned", "done-by")}
