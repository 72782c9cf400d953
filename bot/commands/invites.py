"""Invites on the terminal: as lines, as JSON, as a picture to scan."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.session import Session
from messages import Say, catalogue, say

if TYPE_CHECKING:
    from bot.reach import KnownBot
    from office.invites import NewInvite


@dataclass(frozen=True, slots=True)
class Ticket:
    """An invite with every way to use it. `telegram` is None while no bot's name is known, `zalo_bot` too."""

    code: str
    role: str
    unit: str
    unit_name: str
    label: str
    web: str
    telegram: str | None
    zalo_bot: str | None
    expires_at: datetime

    @property
    def zalo(self) -> Say:
        """A message to pass on by hand, in Zalo or anywhere."""
        about = {"unit": self.unit_name, "web": self.web, "code": self.code, "day": self.day}
        if self.zalo_bot is None:
            return say("cli-ticket-text", **about)
        return say("cli-ticket-zalo", bot=self.zalo_bot, **about)

    @property
    def day(self) -> str:
        """The last day it may be used."""
        return f"{self.expires_at:%d/%m/%Y}"


class Tickets:
    """Makes and shows tickets."""

    def __init__(self, session: Session, seated: Mapping[tuple[str, str], int] | None = None) -> None:
        """Ask the platforms for our bots' names once. `seated` says how many people each bot has, by
        (channel, number): new ones are sent to the one that has the fewest."""
        from bot.reach import ReachError, bots_of, platforms

        self._session = session
        settings = session.settings
        self._web = settings.web.address
        self._zone = settings.calendar.tz
        self._seated = Counter(seated or {})
        self._bots: dict[str, list[KnownBot]] = {}
        if settings.web.public_url is None:
            session.note(say("cli-invite-local", web=self._web))
        for channel in platforms(settings):
            try:
                self._bots[channel] = bots_of(settings, channel)
            except ReachError as error:
                session.note(say("cli-invite-no-bot", channel=channel.capitalize(), why=error.why))

    def ticket(self, made: NewInvite, *, role: str, unit: str, unit_name: str, label: str | None) -> Ticket:
        """The ways to use a new invite."""
        telegram, zalo = self._bot("telegram"), self._bot("zalo")
        return Ticket(
            made.code,
            role,
            unit,
            unit_name,
            label or "",
            f"{self._web}/join/{made.code}",
            f"https://t.me/{telegram}?start={made.code}" if telegram else None,
            zalo,
            made.expires_at.astimezone(self._zone),
        )

    def _bot(self, channel: str) -> str | None:
        """The name of the bot of a channel that has the fewest people; None where all are full."""
        bots = self._bots.get(channel, [])
        free = [one for one in bots if not one.people or self._seated[channel, one.number] < one.people]
        if not free:
            if bots:
                self._session.note(say("cli-invite-full", channel=channel.capitalize()))
            return None
        chosen = min(free, key=lambda one: self._seated[channel, one.number])
        self._seated[channel, chosen.number] += 1
        return chosen.name

    def show(self, ticket: Ticket, *, scan: bool) -> None:
        """Lines for a person; `scan`: with the web link as a picture of blocks."""
        role = say(f"role-{ticket.role}")
        who = f" · {ticket.label}" if ticket.label else ""
        say_ = self._session.say
        say_(say("cli-ticket", code=ticket.code, role=role, unit=ticket.unit_name, who=who, day=ticket.day))
        say_(f"  Web:      {ticket.web}")
        if ticket.telegram:
            say_(f"  Telegram: {ticket.telegram}")
        say_("  Zalo:     " + catalogue("vi").render(ticket.zalo))
        if scan:
            import segno

            segno.make(ticket.web, error="m").terminal(sys.stdout, compact=True)

    def show_json(self, ticket: Ticket) -> None:
        """One object a line (DESIGN §8)."""
        line = {
            "code": ticket.code,
            "role": ticket.role,
            "unit": ticket.unit,
            "web": ticket.web,
            "telegram": ticket.telegram,
            "zalo": catalogue("vi").render(ticket.zalo),
            "expires_at": ticket.expires_at.isoformat(timespec="seconds"),
        }
        self._session.say(
            json.dumps(line | ({"name": ticket.label} if ticket.label else {}), ensure_ascii=False)
        )

    def draw(self, ticket: Ticket, file: Path) -> None:
        """The web link as a picture."""
        import segno

        segno.make(ticket.web, error="m").save(str(file), kind="png", scale=8, border=4)
