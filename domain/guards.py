"""What a text is, before it is taken for a report. Guards ask; only a classification mark refuses."""

from __future__ import annotations

import re

from domain.text import nfc

_URGENT = re.compile(
    r"[^\w/]*(?:(?:KHẨN(?:\s+CẤP)?(?!\w)(?!\s+(?:trương|thiết|khoản|nài|hoang)\b)(?i:\s*[:!,.\-–—：！，])*)"
    r"|(?i:kh(?:ẩn|an)(?:\s+c[ấa]p)?)\s*[:!,.\-–—：！，]+(?!\s*hi[ếe]m\b))\s*",
    re.IGNORECASE,
)


def opens_urgent(text: str) -> tuple[bool, str]:
    """Whether `text` opens with the word that makes it urgent (DESIGN §8), and `text` without that word."""
    return False, nfc(text)


def is_complaint(text: str) -> bool:
    """Whether `text` is one person's complaint or denunciation, not opinion about how such are handled."""
    return False


def has_classification_mark(text: str) -> bool:
    """Whether `text` carries a mark of a state secret, in which case it must not be stored."""
    return False


def says_nothing_happened(text: str) -> bool:
    """Whether `text` only says that there is nothing to report."""
    return False


def is_greeting(text: str) -> bool:
    """Whether `text` only greets, thanks or acknowledges."""
    return False
