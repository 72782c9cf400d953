"""How the desk is drawn: templates, and the headers that keep it to itself."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse

from messages import catalogue, say
from web.shell import is_sample, language_of, render

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with that a browser posts forms without their origin, which we ask for.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}
"""Sent with every page of the desk, whatever becomes of the request (`tests/web/console/test_headers.py`)."""


def rendered(template: str, lang: str, values: Mapping[str, object]) -> str:
    """The words of a page of the desk."""
    return render(f"console/{template}", lang, **values)


def outside(
    request: Request, template: str, status: int = 200, lang: str | None = None, **values: object
) -> HTMLResponse:
    """A page for whoever is not signed in (yet)."""
    words = rendered(template, lang or language_of(request), values | {"sample": is_sample(request)})
    return HTMLResponse(words, status, dict(HEADERS))


def wrong(request: Request, status: int, sentence: str, lang: str | None = None) -> HTMLResponse:
    """A page that says what is wrong, by the sentence `console-<sentence>`, and leads on."""
    spoken = lang or language_of(request)
    words = catalogue(spoken).render(say(f"console-{sentence}"))
    return outside(request, "wrong.html", status, spoken, sentence=words)
