"""Two cookies: the session's, and one by which a browser that is not signed in is known again.

With https their names begin with `__Host-`: no other host, no plain http and no path can set them.
"""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import Response

from office.signing_in import LONGEST

BROWSER_FOR = 3600
"""Seconds a browser is known again while it waits for a link."""


def session_token(request: Request, secure: bool) -> str:
    """The session's token, or ""."""
    return request.cookies.get(_name("ban", secure), "")


def keep_session(response: Response, token: str, secure: bool) -> None:
    """Sign this browser in."""
    _set(response, _name("ban", secure), token, int(LONGEST.total_seconds()), secure, strict=True)


def clear_session(response: Response, secure: bool) -> None:
    """Sign this browser out."""
    response.delete_cookie(_name("ban", secure), path="/", secure=secure, httponly=True, samesite="strict")


def browser_of(request: Request, secure: bool) -> tuple[str, bool]:
    """What this browser is known by, and whether it is new."""
    known = request.cookies.get(_name("ban-may", secure), "")
    return (known, False) if len(known) == 22 else (secrets.token_urlsafe(16), True)


def keep_browser(response: Response, browser: str, secure: bool) -> None:
    """Know this browser again. Not strict: a link is opened from a page of the chat's platform."""
    _set(response, _name("ban-may", secure), browser, BROWSER_FOR, secure, strict=False)


def _name(name: str, secure: bool) -> str:
    return f"__Host-{name}" if secure else name


def _set(response: Response, name: str, value: str, seconds: int, secure: bool, *, strict: bool) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path="/",
        secure=secure,
        httponly=True,
        samesite="strict" if strict else "lax",
    )
