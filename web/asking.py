"""What every address that takes something asks of a request."""

from __future__ import annotations

from starlette.requests import Request


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
