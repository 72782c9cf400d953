"""GET /tep/<token>: a file that went with a message, for whoever was sent its address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file: its bytes, what they are, and what it is called."""

    content: bytes
    media_type: str
    name: str


def response_of(file: Enclosed) -> Response:
    """A file that is nobody else's business, and whose insides can do nothing."""
    headers = {
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Content-Disposition": f'inline; filename="{file.name}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(file.content, media_type=file.media_type, headers=headers)


def file_routes(find: Callable[[str], Awaitable[Enclosed | None]]) -> list[BaseRoute]:
    """`find` gives the file at a token, None where there is none (any more)."""

    async def tep(request: Request) -> Response:
        found = await find(request.path_params["token"])
        if found is None:
            raise HTTPException(404)
        return response_of(found)

    return [Route("/tep/{token}", tep, methods=["GET", "HEAD"])]
