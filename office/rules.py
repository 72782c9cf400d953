"""The operator's settings that acts of the office go by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Rules:
    """Defaults: DOMAIN §11.4 (alert chain), ADR 19 (`gather` urgent ones of a moment, `calm` ones; ask
    whether somebody is at it `still`), DOMAIN §11.3 (editing), DESIGN §3 (drafts), DOMAIN §7 (keeping)."""

    editable: timedelta = timedelta(minutes=10)
    to_coordinators: timedelta = timedelta(minutes=10)
    to_leader: timedelta = timedelta(minutes=30)
    repeat: timedelta = timedelta(minutes=30)
    gather: timedelta = timedelta(seconds=20)
    calm: timedelta = timedelta(minutes=15)
    still: timedelta = timedelta(minutes=120)
    still_repeat: timedelta = timedelta(minutes=60)
    duty_phone: str | None = None
    nudge: timedelta = timedelta(minutes=10)
    nudge_urgent: timedelta = timedelta(minutes=2)
    keep_draft: timedelta = timedelta(hours=72)
    zone: str = "Asia/Ho_Chi_Minh"
