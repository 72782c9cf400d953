"""The menu of the desk: what everybody sees of it who may read such things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from domain.access import Thing


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the menu; its words are `console-nav-<name>`. `thing` None: for everybody with a desk."""

    name: str
    path: str
    thing: Thing | None


MENU: Final = (
    Heading("home", "/ban", None),
    Heading("reports", "/ban/phan-anh", "report"),
    Heading("matters", "/ban/van-de", "matter"),
    Heading("referrals", "/ban/phieu", "referral"),
    Heading("sealed", "/ban/kin", "sealed"),
    Heading("period", "/ban/ky", "period"),
    Heading("charts", "/ban/bieu-do", "count"),
    Heading("people", "/ban/nguoi", "person"),
    Heading("units", "/ban/don-vi", "unit"),
    Heading("rota", "/ban/truc", "rota"),
    Heading("mailings", "/ban/thong-bao", "mailing"),
    Heading("polls", "/ban/tham-do", "mailing"),
    Heading("audit", "/ban/nhat-ky", "audit"),
)
