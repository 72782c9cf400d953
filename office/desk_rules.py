"""The operator's settings that the desk goes by, and the signed addresses it hands out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from itsdangerous import BadSignature, Signer

from domain.calendar import WorkingCalendar
from domain.reminding import Manners
from office.ids import base36, number_of

PATH: Final = "/phieu"


class UnitLinks:
    """The addresses by which a unit without an account reads and answers what was referred to it (DESIGN §1).

    An address is the referral's number and generation, signed with the installation's own key: a higher
    generation revokes what was given before; when it ends is told by the referral's row.
    """

    def __init__(self, key: str, address: str) -> None:
        """`address`: what people open in a browser, without a slash at its end; may be empty."""
        self._signer = Signer(key, salt="referral")
        self._address = address.rstrip("/")

    def to(self, referral_id: int, generation: int) -> str:
        """The address of a referral."""
        return f"{self._address}{self.path(referral_id, generation)}"

    def path(self, referral_id: int, generation: int) -> str:
        """The same within this installation."""
        token = self._signer.sign(f"{base36(referral_id)}-{base36(generation)}").decode()
        return f"{PATH}/{token}"

    def read(self, token: str) -> tuple[int, int] | None:
        """(referral, generation) meant by the last part of an address; None for a forged one."""
        try:
            referral, _, generation = self._signer.unsign(token).decode().partition("-")
        except (BadSignature, UnicodeDecodeError):
            return None
        read = number_of(referral), number_of(generation)
        return None if read[0] is None or read[1] is None else (read[0], read[1])


@dataclass(frozen=True, slots=True)
class DeskRules:
    """`manners`: working calendar and quiet hours around an instant; `min_reporters`: active collaborators an
    area needs to be named to others (DESIGN §4.9); `ask_again`: how long after an answer its reporters are
    asked whether people still wonder (DOMAIN §1 row 21)."""

    manners: Callable[[datetime], Manners]
    links: UnitLinks
    min_reporters: int = 5
    ask_again: timedelta = timedelta(days=7)

    def calendar(self, now: datetime) -> WorkingCalendar:
        """The working calendar around an instant."""
        return self.manners(now).calendar
