"""The office's out-tray: every act puts what it owes to people here, in the act's own transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.drafts import next_morning
from messages import Text, catalogue
from office.reminder_letters import bodies
from storage import alert_notices, obligations, reminders
from storage.alert_notices import Notice
from storage.groups import GroupPlace
from storage.obligations import Settling
from storage.outbox import OutboxRow, Owed, enqueue
from storage.people import Place
from storage.reminders import Letter

Where: TypeAlias = Place | GroupPlace
"""What a message can be addressed to."""


DAY = time(6, 30), time(21)
"""Nobody's phone rings for what is not urgent outside these hours (quiet hours: DOMAIN §10)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message (outbox id) that waits for the end of a moment, held by this transaction, until when, and the
    alerts of which it tells."""

    message: int
    at: datetime
    alerts: set[int]


@dataclass(slots=True)
class Post:
    """One transaction's out-tray. `me` is the worker that will send what it can hold (None: others will);
    `pushing`: channels that reach a phone, where people are written to first."""

    connection: Connection
    now: datetime
    me: str | None = None
    zone: str = "Asia/Ho_Chi_Minh"
    pushing: Collection[str] = frozenset()
    held: list[OutboxRow] = field(default_factory=list)
    _aside: list[tuple[int, Where, Owed]] = field(default_factory=list)
    _notices: list[tuple[int, Notice]] = field(default_factory=list)
    _settling: list[Settling] = field(default_factory=list)
    _drawing: dict[int, Callable[[], dict[str, Any]]] = field(default_factory=dict)
    waiting: dict[str, Waiting] = field(default_factory=dict)
    """By lane: the message there that alerts of this transaction have joined."""

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    def by_day(self) -> datetime | None:
        """Until when what is not urgent has to wait: at night until the morning, else not at all."""
        first, last = DAY
        is_day = first <= self.now.astimezone(ZoneInfo(self.zone)).time() < last
        return None if is_day else next_morning(self.now, self.zone)

    def owe(self, owed: Sequence[Owed] = ()) -> list[int]:
        """Write messages down, what was put aside first; gives the outbox ids of `owed` in order."""
        self._settle()
        aside, self._aside = self._aside, []
        ids, rows = enqueue(
            self.connection, [*(letter for *_, letter in aside), *owed], now=self.now, me=self.me
        )
        self.held += rows
        for (alert_id, place, _), id in zip(aside, ids, strict=False):
            self.note(alert_id, Notice(place.person_id, place.lane, id))
        notices, self._notices = self._notices, []
        alert_notices.add_notices(self.connection, notices)
        self._draw()
        return ids[len(aside) :]

    def note(self, alert_id: int, notice: Notice) -> None:
        """Somebody is told of an alert by a message written already; remembered by the next `owe`."""
        self._notices.append((alert_id, notice))

    def plan(self, alert_id: int, place: Where, letter: Owed, at: datetime) -> None:
        """Tell of an alert by a message for a later hour, written now: more of this transaction may join."""
        [message], _ = enqueue(self.connection, [replace(letter, not_before_at=at)], now=self.now)
        self.note(alert_id, Notice(place.person_id, place.lane, message))
        self.waiting[place.lane] = Waiting(message, at, {alert_id})

    def draw_last(self, message: int, draw: Callable[[], dict[str, Any]]) -> None:
        """A message not sent yet (outbox id) is drawn anew by the next `owe`, once, however often what it
        tells of changes until then."""
        self._drawing[message] = draw

    def _draw(self) -> None:
        drawing, self._drawing = self._drawing, {}
        reminders.rewrite(self.connection, {message: draw() for message, draw in drawing.items()})

    @property
    def is_telling(self) -> bool:
        """Whether anybody is told of an alert by the next `owe`."""
        return bool(self._aside)

    def settle(self, given: Settling) -> None:
        """Put aside a report or nil until the next `owe`; then what it settles is settled, and reminders of
        it that are not sent yet are stopped."""
        self._settling.append(given)

    def _settle(self) -> None:
        given, self._settling = self._settling, []
        if not given:
            return
        obligations.settle(self.connection, given)
        self.stop_reminders({one.person_id for one in given})

    def stop_reminders(self, of: Collection[int]) -> None:
        """Reminders not sent yet say nothing of what these people owe no more."""
        messages = reminders.drop_settled(self.connection, of)
        self.retell({id: told for id in messages if (told := reminders.still_due(self.connection, id))})

    def retell(self, letters: Mapping[int, Letter]) -> None:
        """Put reminders not sent yet (by outbox id) into the words that are true now."""
        if not letters:
            return
        texts = bodies(self.connection, list(dict.fromkeys(letters.values())), self.now, self.zone)
        reminders.rewrite(self.connection, {id: texts[letter] for id, letter in letters.items()})

    def tell(self, alert_id: int, letters: Sequence[tuple[Where, Owed]]) -> None:
        """Put aside messages that tell of an alert, until the next `owe`: the alerts of one transaction are
        written together, and with them who was told."""
        self._aside += [(alert_id, place, letter) for place, letter in letters]


Button = tuple[str, Text]
"""(button data, label)"""


def letter(
    place: Where,
    lines: Sequence[Text],
    rows: Sequence[Sequence[Button]] = (),
    *,
    rank: int,
    edits: int | None = None,
    live: bool = False,
    not_before_at: datetime | None = None,
) -> Owed:
    """A message to one person or group, in the language read there. `live`: it only brings a count up to
    date, and is left out where messages cannot be changed in place."""
    words = catalogue(place.lang)
    body: dict[str, Any] = {
        "text": "\n".join(words.render(line) for line in lines),
        "rows": [[[data, words.render(label), False] for data, label in row] for row in rows],
        "lang": place.lang,
    }
    if live:
        body["live"] = True
    if isinstance(place, GroupPlace):
        body["group"] = {"topic": place.topic}
    return Owed(
        place.lane, place.channel, place.bot, place.chat, rank, body, edits=edits, not_before_at=not_before_at
    )
