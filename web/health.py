"""Is it well? `/readyz` for load balancers, `/healthz` for monitors and people, `/metrics` for graphs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route


@dataclass(slots=True)
class State:
    """What the running machine says of itself. `reasons` are for the operator, in plain words."""

    reasons: list[str] = field(default_factory=list)
    channels: dict[str, dict[str, object]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def health_routes(
    writes: Callable[[], Awaitable[bool]], state: Callable[[], Awaitable[State]]
) -> list[BaseRoute]:
    """`writes` tries the database; `state` looks at channels, alerts and outbox."""

    async def readyz(request: Request) -> Response:
        ok = await writes()
        return PlainTextResponse("ready\n" if ok else "the database cannot be written\n", 200 if ok else 503)

    async def healthz(request: Request) -> Response:
        found = await state()
        if not await writes():
            found.reasons.append("the database cannot be written")
        body = {"ok": not found.reasons, "reasons": found.reasons, "channels": found.channels} | found.counts
        return JSONResponse(body, 503 if found.reasons else 200)

    async def metrics(request: Request) -> Response:
        found = await state()
        lines = []
        for name, number in sorted(found.counts.items()):
            lines += [f"# TYPE baonhanh_{name} gauge", f"baonhanh_{name} {number}"]
        lines.append("# TYPE baonhanh_channel_up gauge")
        lines += [
            f'baonhanh_channel_up{{channel="{name}"}} {int(bool(one["ok"]))}'
            for name, one in sorted(found.channels.items())
        ]
        return PlainTextResponse("\n".join([*lines, ""]), media_type="text/plain; version=0.0.4")

    return [
        Route("/readyz", readyz, methods=["GET"]),
        Route("/healthz", healthz, methods=["GET"]),
        Route("/metrics", metrics, methods=["GET"]),
    ]
