"""What every address that takes something asks of a request."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.requests import Request
from starlette.types import Message


class _Number(IntegerConvertor):
    """Numbers of addresses: none with more digits than a database counts (and Python reads)."""

    regex = "[0-9]{1,18}"


register_url_convertor("int", _Number())


def same_site(request: Request) -> bool:
    """A post from another site's page carries that site's origin; ours, or none at all, is taken."""
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host")


async def body_within(request: Request, most: int) -> bytes | None:
    """The body, or None as soon as it has more than `most` bytes."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            return None
    return bytes(body)


def from_own_page(request: Request) -> bool:
    """Whether a post comes from a form of ours. Stricter than `same_site`: a browser must say so. One that is
    told to send no referrer calls its origin "null"; then Sec-Fetch-Site decides, or, where the browser is
    too old for that, the token in the form."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site == "same-origin"
    return origin == "null" or (origin is not None and same_site(request))


class TooLargeError(Exception):
    """A request has more bytes than it may."""


def within(request: Request, most: int) -> Request:
    """The same request, whose reading raises TooLargeError when it has more than `most` bytes; this call
    raises it where the request says so itself."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > most:
        raise TooLargeError
    read = 0

    async def receive() -> Message:
        nonlocal read
        message = await request.receive()
        read += len(message.get("body", b""))
        if read > most:
            raise TooLargeError
        return message

    return Request(request.scope, receive)


class Tries:
    """Counts tries under a name within the last minutes, in this process."""

    def __init__(self, most: int, within: timedelta, now: Callable[[], datetime]) -> None:
        """More than `most` within that time are too many."""
        self._most, self._within, self._now = most, within, now
        self._tried: dict[str, deque[datetime]] = {}

    def add(self, name: str) -> None:
        """One more."""
        self._forget()
        self._tried.setdefault(name, deque(maxlen=self._most)).append(self._now())

    def are_too_many(self, name: str) -> bool:
        """Whether `most` tries lie within the time."""
        tried = self._tried.get(name) or deque()
        return len(tried) == self._most and self._now() - tried[0] < self._within

    def _forget(self) -> None:
        """Names whose last try lies long behind; looked for when there are many."""
        if len(self._tried) > MANY:
            old = self._now() - self._within
            self._tried = {name: tried for name, tried in self._tried.items() if tried[-1] > old}


MANY = 1000
"""Names kept before those that have come to rest are forgotten."""
