"""Invites on the terminal: as lines, as JSON, as a picture to scan."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.session import Session
from messages import Say, catalogue, say

if TYPE_CHECKING:
    from office.invites import NewInvite


@dataclass(frozen=True, slots=True)
class Ticket:
    """An invite with every way to use it. `telegram` is None while the bot's name is not known."""

    code: str
    role: str
    unit: str
    unit_name: str
    label: str
    web: str
    telegram: str | None
    expires_at: datetime

    @property
    def zalo(self) -> Say:
        """A message to pass on by hand, in Zalo or anywhere."""
        return say("cli-ticket-text", unit=self.unit_name, web=self.web, code=self.code, day=self.day)

    @property
    def day(self) -> str:
        """The last day it may be used."""
        return f"{self.expires_at:%d/%m/%Y}"


class Tickets:
    """Makes and shows tickets."""

    def __init__(self, session: Session) -> None:
        """Ask Telegram for the bot's name once, if there is a bot."""
        from bot.reach import ReachError, telegram_name

        self._session = session
        settings = session.settings
        self._web = settings.web.address
        self._zone = settings.calendar.tz
        self._bot: str | None = None
        if settings.web.public_url is None:
            session.note(say("cli-invite-local", web=self._web))
        try:
            self._bot = telegram_name(settings) if settings.telegram.token else None
        except ReachError as error:
            session.note(say("cli-invite-no-telegram", why=error.why))

    def ticket(self, made: NewInvite, *, role: str, unit: str, unit_name: str, label: str | None) -> Ticket:
        """The ways to use a new invite."""
        telegram = f"https://t.me/{self._bot}?start={made.code}" if self._bot else None
        return Ticket(
            made.code,
            role,
            unit,
            unit_name,
            label or "",
            f"{self._web}/join/{made.code}",
            telegram,
            made.expires_at.astimezone(self._zone),
        )

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
