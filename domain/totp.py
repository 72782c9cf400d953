"""Codes of an authenticator app: RFC 6238 with its defaults, SHA-1, six digits, steps of thirty seconds.

Pure: the secret and the instant are handed in. No library: it is one HMAC, and the vectors of the RFC are its
tests.
"""

from __future__ import annotations

import base64
import hmac
from datetime import datetime
from urllib.parse import quote

STEP = 30
"""Seconds a code is shown (RFC 6238 §5.2 recommends thirty)."""

DRIFT = 1
"""Steps a phone's clock may be off (RFC 6238 §5.2: at most one for the delay of the line)."""

DIGITS = 6


def step_of(now: datetime) -> int:
    """The step an instant lies in."""
    return int(now.timestamp()) // STEP


def code_at(secret: bytes, step: int, digits: int = DIGITS) -> str:
    """The code of a step (RFC 4226 §5.3)."""
    mac = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    at = mac[-1] & 0xF
    number = int.from_bytes(mac[at : at + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def matching_step(secret: bytes, code: str, now: datetime, after: int) -> int | None:
    """The step of which `code` is the code, later than `after` (a code is good once); None: of none."""
    here = step_of(now)
    for step in range(here - DRIFT, here + DRIFT + 1):
        if step > after and hmac.compare_digest(code_at(secret, step).encode(), code.encode()):
            return step
    return None


def written_secret(secret: bytes) -> str:
    """A secret as people type it into an app: base 32 without padding."""
    return base64.b32encode(secret).decode().rstrip("=")


def read_secret(text: str) -> bytes:
    """The secret that `written_secret` wrote."""
    return base64.b32decode(text + "=" * (-len(text) % 8))


def address_of(secret: bytes, issuer: str, who: str) -> str:
    """What the QR code says (the `otpauth` form that authenticator apps agree on)."""
    label = quote(f"{issuer}:{who}", safe=":")
    return f"otpauth://totp/{label}?secret={written_secret(secret)}&issuer={quote(issuer)}"
