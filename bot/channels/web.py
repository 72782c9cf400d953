"""The web channel: the chat page's side of the server, made for bad lines.

Every post carries the page's own id and takes effect once; answers are fetched by number, so none is missed.

Page: `web/static/chat.js`; pages themselves: `web/`. DESIGN §5.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import re
import secrets
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from itsdangerous import BadSignature, Signer
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.channels.base import (
    Caps,
    DeliveryError,
    Health,
    Inbound,
    MediaRef,
    Outbound,
    OutFile,
    Receipt,
    Sent,
    Sink,
)
from bot.charts import chart_in, png
from bot.door import invite_code, split_command
from bot.media import MediaError, MediaStore, check_pdf, clean_picture, sniff
from messages import LANGUAGES, Say, catalogue, say
from office import attachments, invites
from storage import sessions
from storage.database import Database, DatabaseUnusableError
from storage.outbox import OutboxRow, message_of, messages_after
from storage.sessions import Visitor
from web.asking import body_within, same_site
from web.shell import keep_language

NAME = "web"
COOKIE = "baonhanh"
YEAR = timedelta(days=365)
PING_SECONDS = 20.0
LOOK_SECONDS = 2.0
"""Another process may have written: a stream looks again at least this often."""

MAX_TEXT_BODY = 96 * 1024
"""8,001 characters of Vietnamese are 24 KiB; a pasted book is told it is too long."""

_ID = re.compile(r"[0-9a-fA-F-]{8,64}")

Handler = Callable[[Request, Visitor], Awaitable[Response]]


class WebChannel:
    """All browsers of one installation."""

    name = NAME

    def __init__(
        self,
        database: Database,
        store: MediaStore,
        *,
        key: str,
        now: Callable[[], datetime],
        sample: bool,
        max_file_mb: int = 10,
        longest_side: int = 1600,
        secure: bool = False,
    ) -> None:
        """`key` signs cookies; `sample` opens the two panes that need no account, and which are always looked
        at, so that reminders reach them; `secure`: https only."""
        self.bot = "sample" if sample else "main"
        self.caps = Caps(buttons=True, edit=True, files=True, push=sample, max_text=16_000)
        self.health = Health(ok=True, why="")
        self._database = database
        self._store = store
        self._signer = Signer(key, salt="web-session")
        self._now = now
        self._sample = sample
        self._max_mb = max_file_mb
        self._longest = longest_side
        self._secure = secure
        self._closing = False
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)

    # -- the contract --------------------------------------------------------------------------------

    def parse(self, raw: dict[str, Any]) -> list[Inbound]:
        """A post of the page, with `lane`, `key` and `at` added by the route."""
        common = {"update_key": raw["key"], "chat": raw["lane"].split(":", 2)[2], "at": raw["at"]}
        message = str(raw["message"]) if raw.get("message") is not None else raw["key"]
        if raw.get("media") is not None:
            kind: Any = "media"
        else:
            kind = "tap" if raw.get("tap") else "text"
        return [
            Inbound(
                NAME,
                raw["lane"].split(":", 2)[1],
                common["update_key"],
                common["chat"],
                kind,
                common["at"],
                text=raw.get("text", ""),
                tap=raw.get("tap", ""),
                message=message,
                media=raw.get("media"),
                lang=raw.get("lang"),
            )
        ]

    async def receive(self, sink: Sink) -> None:
        """Browsers come to us: nothing to listen for."""
        await asyncio.Event().wait()

    async def send(self, message: Outbound) -> Sent:
        """The page fetches its messages; wake it. The row itself is the delivery."""
        for waiting in self._waiting.get(message.lane, ()):
            waiting.set()
        return Sent(str(message.id))

    async def fetch(self, media: MediaRef) -> bytes:
        """Pictures come with their post and are kept at once."""
        raise DeliveryError("refused", "the web channel keeps nothing elsewhere")

    async def close(self) -> None:
        """Let every stream end."""
        self._closing = True
        for several in self._waiting.values():
            for waiting in several:
                waiting.set()

    def routes(self, sink: Sink) -> list[BaseRoute]:
        """The page's endpoints: /chat, and the two panes of the sample."""
        routes = self._endpoints("/chat", sink, self._of_cookie)
        if self._sample:
            for seat in ("collaborator", "duty"):
                routes += self._endpoints(f"/sample/{seat}", sink, self._of_pane(seat))
        return routes

    # -- who is asking -------------------------------------------------------------------------------

    async def visitor(self, request: Request) -> Visitor | None:
        """The session of the request's cookie, or None."""
        value = request.cookies.get(COOKIE)
        if not value:
            return None
        try:
            lane = self._signer.unsign(value).decode()
        except BadSignature:
            return None
        now = self._now()
        found = await self._database.reading(lambda c: sessions.find_session(c, lane, now))
        if found is not None and found.expires_at - now < YEAR - timedelta(days=30):
            await self._database.write(lambda c: sessions.prolong_session(c, lane, now + YEAR))
        return found

    async def pane(self, seat: str) -> Visitor | None:
        """The sample's made-up person of a pane."""
        lane = f"{NAME}:sample:{seat}"
        return await self._database.reading(lambda c: sessions.find_session(c, lane, self._now()))

    async def seated(self, seat: str, lang: str) -> Visitor | None:
        """The same, who speaks `lang` from now on: the page and the bot speak one language."""
        found = await self.pane(seat)
        if found is None or found.lang == lang:
            return found
        await self._database.write(lambda c: sessions.speak(c, found.lane, lang))
        return replace(found, lang=lang)

    async def _of_cookie(self, request: Request) -> Visitor | None:
        return await self.visitor(request)

    def _of_pane(self, seat: str) -> Callable[[Request], Awaitable[Visitor | None]]:
        async def found(request: Request) -> Visitor | None:
            return await self.pane(seat)

        return found

    async def _enter(self, request: Request, code: str) -> Visitor | None:
        """A new browser, let in because it brought something shaped like an invite code.

        None after five wrong codes within an hour from one address: every new browser is a chat of its own,
        so the limit of a chat alone would not do.
        """
        now, lang = self._now(), _language(request)
        lane = f"{NAME}:{self.bot}:{secrets.token_urlsafe(16)}"
        client = f"{NAME}:{self.bot}:from {request.client.host if request.client else ''}"

        def work(connection: Connection) -> bool:
            if invites.is_locked_out(connection, client, now):
                return False
            invites.open_invite(connection, code, client, now)
            sessions.open_session(
                connection, lane=lane, seat="chat", lang=lang, now=now, expires_at=now + YEAR
            )
            return True

        entered = await self._database.write(work)
        return Visitor(lane, lang, now + YEAR, None, "") if entered else None

    def _remember(self, response: Response, lane: str) -> None:
        response.set_cookie(
            COOKIE,
            self._signer.sign(lane).decode(),
            max_age=int(YEAR.total_seconds()),
            path="/",
            httponly=True,
            secure=self._secure,
            samesite="lax",
        )

    # -- endpoints -----------------------------------------------------------------------------------

    def _endpoints(
        self, base: str, sink: Sink, who: Callable[[Request], Awaitable[Visitor | None]]
    ) -> list[BaseRoute]:
        def guarded(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
            async def endpoint(request: Request) -> Response:
                if request.method == "POST" and not same_site(request):
                    return _refusal(403, "origin", say("web-refused"), _language(request))
                try:
                    visitor = await who(request)
                    if visitor is None:
                        return self._locked(request)
                    return await handler(request, visitor)
                except DatabaseUnusableError:
                    return _refusal(503, "busy", say("e-net"), _language(request))

            return endpoint

        async def post(request: Request) -> Response:
            return await self._post_message(request, sink, who)

        async def files(request: Request, visitor: Visitor) -> Response:
            return await self._post_file(request, visitor, sink)

        return [
            Route(f"{base}/messages", post, methods=["POST"]),
            Route(f"{base}/messages", guarded(self._list), methods=["GET"]),
            Route(f"{base}/files", guarded(files), methods=["POST"]),
            Route(f"{base}/stream", guarded(self._stream), methods=["GET"]),
            Route(f"{base}/documents/{{n}}", guarded(self._document), methods=["GET"]),
            Route(f"{base}/attachments/{{id}}", guarded(self._attachment), methods=["GET"]),
            Route(f"{base}/language", guarded(self._speak), methods=["POST"]),
            Route(f"{base}/leave", guarded(self._leave), methods=["POST"]),
        ]

    def _locked(self, request: Request) -> Response:
        return _refusal(401, "session", say("web-entry-ended"), _language(request))

    async def _post_message(
        self, request: Request, sink: Sink, who: Callable[[Request], Awaitable[Visitor | None]]
    ) -> Response:
        lang = _language(request)
        if not same_site(request):
            return _refusal(403, "origin", say("web-refused"), lang)
        body = await body_within(request, MAX_TEXT_BODY)
        if body is None:
            return _refusal(413, "large", say("turn-too-long"), lang)
        post = _read_post(body)
        if post is None:
            return _refusal(400, "broken", say("web-refused"), lang)
        try:
            visitor, new = await who(request), False
            code = _brought_code(post["text"])
            if visitor is None and code:
                visitor, new = await self._enter(request, code), True
            if visitor is None:
                return self._locked(request)
            answer = await self._take(sink, visitor, post)
        except DatabaseUnusableError:
            return _refusal(503, "busy", say("e-net"), lang)
        if new:
            self._remember(answer, visitor.lane)
        return answer

    async def _take(self, sink: Sink, visitor: Visitor, post: dict[str, Any]) -> Response:
        raw = post | {
            "lane": visitor.lane,
            "key": f"{visitor.lane}:{post['id']}",
            "at": self._now(),
            "lang": visitor.lang,
        }
        receipt: Receipt = (await sink(self.parse(raw)))[0]
        if not receipt.fresh and "media" in post:
            # Sent again because our answer was lost: its file is kept already.
            await run_in_threadpool(self._store.delete, post["media"].source["kept"])
        if receipt.differs:
            return _refusal(409, "differs", say("web-refused"), visitor.lang)
        told = {"id": post["id"], "shown": receipt.shown or None, "at": receipt.at.isoformat()}
        return JSONResponse(told)

    async def _post_file(self, request: Request, visitor: Visitor, sink: Sink) -> Response:
        if visitor.person_id is None:  # the disk is for members
            return _refusal(403, "member", say("web-refused"), visitor.lang)
        limit = self._max_mb * (1 << 20) + 64 * 1024
        if int(request.headers.get("content-length") or 0) > limit:
            return _refusal(413, "large", self._file_sentence(), visitor.lang)
        read = await _read_file(request, limit)
        if read is None:
            return _refusal(400, "broken", say("web-refused"), visitor.lang)
        id, data, caption, album = read
        try:
            media = await run_in_threadpool(self._keep, data, album)
        except MediaError as error:
            return _refusal(415, "file", error.text, visitor.lang)
        return await self._take(sink, visitor, {"id": id, "text": caption, "media": media})

    def _keep(self, data: bytes, album: str | None) -> MediaRef:
        """Clean and store; gives what the door needs. Raises MediaError."""
        most = self._max_mb * (1 << 20)
        if sniff(data) == "pdf":
            check_pdf(data, most)
            return MediaRef("pdf", self._source(data, "application/pdf"), album)
        picture = clean_picture(data, self._longest, most)
        return MediaRef("photo", self._source(picture.data, picture.media_type), album)

    def _source(self, data: bytes, media_type: str) -> dict[str, Any]:
        same = hashlib.sha256(data).hexdigest()
        return {"kept": self._store.put(data), "type": media_type, "size": len(data), "same": same}

    def _file_sentence(self) -> Say:
        return say("e-file", mb=self._max_mb)

    async def _list(self, request: Request, visitor: Visitor) -> Response:
        after = _number(request.query_params.get("after"))
        base = request.url.path.removesuffix("/messages")
        rows = await self._database.reading(lambda c: messages_after(c, visitor.lane, after))
        told = [_shown(row, base) for _, row in rows]
        headers = {"Cache-Control": "no-store"}
        return JSONResponse({"messages": told, "last": rows[-1][0] if rows else after}, headers=headers)

    async def _stream(self, request: Request, visitor: Visitor) -> Response:
        after = _number(request.headers.get("last-event-id") or request.query_params.get("after"))
        base = request.url.path.removesuffix("/stream")
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(
            self._events(visitor.lane, after, base), media_type="text/event-stream", headers=headers
        )

    async def _events(self, lane: str, after: int, base: str) -> AsyncIterator[str]:
        knock = asyncio.Event()
        self._waiting[lane].add(knock)
        quiet = 0.0
        try:
            yield "retry: 2000\n\n"
            while not self._closing:
                knock.clear()
                last = after
                with contextlib.suppress(DatabaseUnusableError):
                    for number, row in await self._after(lane, last):
                        after, quiet = number, 0.0
                        told = json.dumps(_shown(row, base), ensure_ascii=False)
                        yield f"id: {number}\nevent: message\ndata: {told}\n\n"
                try:
                    async with asyncio.timeout(LOOK_SECONDS):
                        await knock.wait()
                except TimeoutError:
                    quiet += LOOK_SECONDS
                    if quiet >= PING_SECONDS:
                        quiet = 0.0
                        yield "event: ping\ndata: {}\n\n"
        finally:
            self._waiting[lane].discard(knock)
            if not self._waiting[lane]:
                del self._waiting[lane]

    async def _after(self, lane: str, last: int) -> list[tuple[int, OutboxRow]]:
        return await self._database.reading(lambda c: messages_after(c, lane, last))

    async def _document(self, request: Request, visitor: Visitor) -> Response:
        """What goes with a message of this chat: a document inside it, or a kept file it names."""
        n = _number(request.path_params["n"])
        row = await self._database.reading(lambda c: message_of(c, visitor.lane, n))
        if row and (file := _file_of(row)):
            data = await run_in_threadpool(self._read, file.name)
            return _file_response(data, file.media_type, visitor.lang)
        if row and (chart := chart_in(row.body)):
            return _file_response(await run_in_threadpool(png, chart), "image/png", visitor.lang)
        found = row.body.get("document") if row else None
        if found is None:
            return _refusal(404, "gone", say("web-refused"), visitor.lang)
        headers = {
            "Content-Disposition": f'attachment; filename="{found["name"]}"',
            "Cache-Control": "no-store",
        }
        return Response(found["content"], media_type="text/plain; charset=utf-8", headers=headers)

    async def _attachment(self, request: Request, visitor: Visitor) -> Response:
        id = _number(request.path_params["id"])
        found = await self._database.reading(
            lambda c: attachments.shown_to(c, id, person_id=visitor.person_id)
        )
        data = await run_in_threadpool(self._read, found.name) if found and found.name else None
        return _file_response(data, found.media_type if found else None, visitor.lang)

    def _read(self, name: str) -> bytes | None:
        try:
            return self._store.read(name)
        except FileNotFoundError:
            return None

    async def _speak(self, request: Request, visitor: Visitor) -> Response:
        body = await body_within(request, 1024)
        lang = (_json(body) or {}).get("lang")
        if lang not in LANGUAGES:
            return _refusal(400, "broken", say("web-refused"), visitor.lang)
        await self._database.write(lambda c: sessions.speak(c, visitor.lane, lang))
        response = JSONResponse({"lang": lang})
        keep_language(response, lang)
        return response

    async def _leave(self, request: Request, visitor: Visitor) -> Response:
        if not self._sample:
            await self._database.write(lambda c: sessions.revoke_session(c, visitor.lane, self._now()))
        response = JSONResponse({})
        response.delete_cookie(COOKIE, path="/")
        return response


# -- reading requests ----------------------------------------------------------------------------------


def _language(request: Request) -> str:
    asked = request.cookies.get("lang")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _json(body: bytes | None) -> dict[str, Any] | None:
    try:
        value = json.loads(body or b"")
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _read_post(body: bytes) -> dict[str, Any] | None:
    """{"id", "text"} or {"id", "tap", "message"}; None for anything else."""
    post = _json(body)
    if post is None or not isinstance(post.get("id"), str) or not _ID.fullmatch(post["id"]):
        return None
    text, tap, message = post.get("text", ""), post.get("tap", ""), post.get("message")
    if not isinstance(text, str) or not isinstance(tap, str) or not isinstance(message, int | None):
        return None
    return {"id": post["id"], "text": text, "tap": tap[:64], "message": message}


async def _read_file(request: Request, limit: int) -> tuple[str, bytes, str, str | None] | None:
    """(id, bytes, caption, album) of a multipart post; None for anything else."""
    try:
        async with request.form(max_files=1, max_fields=5, max_part_size=MAX_TEXT_BODY) as form:
            file, id = form.get("file"), str(form.get("id", ""))
            if not isinstance(file, UploadFile) or not _ID.fullmatch(id):
                return None
            data = await file.read(limit)
            return id, data, str(form.get("caption", "")), str(form.get("album", "")) or None
    except HTTPException:  # the form itself cannot be read
        return None


def _brought_code(text: str) -> str | None:
    command, rest = split_command(text.strip())
    return invite_code(rest if command == "start" else text)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 16 else 0


def _file_of(row: OutboxRow) -> OutFile | None:
    file = row.body.get("file")
    return OutFile(**file) if file else None


def _file_response(data: bytes | None, media_type: str | None, lang: str) -> Response:
    if data is None:
        return _refusal(404, "gone", say("web-refused"), lang)
    headers = {
        "Content-Disposition": "inline",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(data, media_type=media_type, headers=headers)


def _attached(row: OutboxRow, base: str) -> dict[str, str] | None:
    """What goes with a message, as the page shows it."""
    url = f"{base}/documents/{row.id}"
    if file := _file_of(row):
        return {"url": url, "name": file.shown, "type": file.media_type}
    if row.body.get("chart"):
        return {"url": url, "name": "chart.png", "type": "image/png"}
    document = row.body.get("document")
    return {"url": url, "name": document["name"], "type": "text/plain"} if document else None


def _shown(row: OutboxRow, base: str) -> dict[str, Any]:
    return {
        "n": row.id,
        "edits": row.edits,
        "text": row.body["text"],
        "rows": [
            [{"data": data, "label": label, "chosen": chosen} for data, label, chosen in line]
            for line in row.body["rows"]
        ],
        "file": _attached(row, base),
        "at": row.created_at.isoformat(),
    }


def _refusal(status: int, error: str, sentence: Say, lang: str) -> JSONResponse:
    words = catalogue(lang).render(sentence)
    return JSONResponse({"error": error, "sentence": words}, status, {"Cache-Control": "no-store"})
