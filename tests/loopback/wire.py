"""Just enough HTTP/1.1 for a measuring instrument: keep-alive, lengths and chunks, forms, JSON and multipart.

Raw asyncio instead of a web framework, because the bench must measure the bot and not its counterpart.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.message import Message as Headers
from email.utils import collapse_rfc2231_value
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

READ = {b"content-length", b"content-type", b"transfer-encoding", b"content-disposition", b"expect"}
PHRASES = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found"}


@dataclass(slots=True)
class Upload:
    """A file as it came in a multipart body."""

    name: str
    type: str
    content: bytes


@dataclass(slots=True)
class Request:
    """One request, its body complete."""

    verb: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes

    def fields(self) -> dict[str, Any]:
        """Parameters from the query and the body, whatever form it has; raises ValueError if it is broken."""
        fields: dict[str, Any] = dict(parse_qsl(self.query, keep_blank_values=True)) if self.query else {}
        if not self.body:
            return fields
        kind = self.headers.get("content-type", "")
        if kind.startswith("application/x-www-form-urlencoded"):
            fields.update(parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=True))
        elif kind.startswith("application/json"):
            fields.update(_json_object(self.body))
        elif kind.startswith("multipart/form-data"):
            fields.update(_parts(kind, self.body))
        else:
            raise ValueError(f"a body of type {kind!r}")
        return fields


def _json_object(body: bytes) -> dict[str, Any]:
    value = json.loads(body)
    if not isinstance(value, dict):
        raise ValueError("the body is no JSON object")
    return value


def _parts(kind: str, body: bytes) -> dict[str, Any]:
    boundary = _parameter(kind, "boundary").encode()
    if not boundary or b"--" + boundary + b"--" not in body:
        raise ValueError("the multipart body has no end")
    fields: dict[str, Any] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:]:
        if part.startswith(b"--"):
            break
        head, _, content = part.partition(b"\r\n\r\n")
        headers = _headers(head.split(b"\r\n"))
        disposition = headers.get("content-disposition", "")
        name = _parameter(disposition, "name")
        if "filename" in disposition:
            file_type = headers.get("content-type", "application/octet-stream")
            fields[name] = Upload(_parameter(disposition, "filename"), file_type, content)
        else:
            fields[name] = content.decode()
    return fields


def _parameter(header: str, name: str) -> str:
    message = Headers()
    message["x"] = header
    return collapse_rfc2231_value(message.get_param(name, "", header="x"))


def _headers(lines: list[bytes]) -> dict[str, str]:
    headers = {}
    for line in lines:
        name, _, value = line.partition(b":")
        if (name := name.lower()) in READ:
            headers[name.decode()] = value.strip().decode()
    return headers


@dataclass(slots=True)
class Reply:
    """One answer; `wait_s` keeps it back for so long."""

    status: int
    body: bytes
    type: str = "application/json"
    wait_s: float = 0.0

    def encoded(self) -> bytes:
        """The bytes on the line."""
        phrase = PHRASES.get(self.status, "Answer")
        about = f"Content-Type: {self.type}\r\nContent-Length: {len(self.body)}\r\n\r\n"
        return f"HTTP/1.1 {self.status} {phrase}\r\n{about}".encode() + self.body


HANG_UP = None
"""What a handler gives instead of a Reply to cut the line without a word."""

Handler = Callable[[Request], "Reply | Awaitable[Reply | None] | None"]


class Line(asyncio.Protocol):
    """One connection: requests are answered one after the other."""

    def __init__(self, handler: Handler, lines: set[Line]) -> None:
        self.handler, self.lines = handler, lines
        self.buffer = bytearray()
        self.head: tuple[bytes, dict[str, str]] | None = None
        self.busy: asyncio.Task[None] | None = None
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.lines.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self.lines.discard(self)
        if self.busy:
            self.busy.cancel()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        self._work()

    def _work(self) -> None:
        while not self.busy and not self.transport.is_closing():
            try:
                request = self._take()
            except ValueError as broken:
                self._say(Reply(400, str(broken).encode(), "text/plain"))
                self.transport.close()
                return
            if request is None:
                return
            answer = self.handler(request)
            if answer is None or (isinstance(answer, Reply) and not answer.wait_s):
                self._say(answer)
            else:
                self.busy = asyncio.ensure_future(self._say_later(answer))

    async def _say_later(self, answer: Reply | Awaitable[Reply | None]) -> None:
        reply = answer if isinstance(answer, Reply) else await answer
        if reply and reply.wait_s:
            await asyncio.sleep(reply.wait_s)
        self.busy = None
        self._say(reply)
        self._work()

    def _say(self, reply: Reply | None) -> None:
        if reply is None:
            self.transport.abort()
        elif not self.transport.is_closing():
            self.transport.write(reply.encoded())

    def _take(self) -> Request | None:
        """The next complete request of the buffer, if there is one."""
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        if self.head is None:
            first, *rest = bytes(self.buffer[:end]).split(b"\r\n")
            self.head = (first, _headers(rest))
        first, headers = self.head
        if "chunked" in headers.get("transfer-encoding", ""):
            taken = _chunks(self.buffer, end + 4)
        else:
            length = int(headers.get("content-length", "0"))
            stop = end + 4 + length
            taken = (bytes(self.buffer[end + 4 : stop]), stop) if len(self.buffer) >= stop else None
        if taken is None:
            if headers.pop("expect", "") == "100-continue":
                self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            return None
        body, stop = taken
        del self.buffer[:stop]
        self.head = None
        verb, target, _ = first.decode("latin-1").split(" ", 2)
        path, _, query = target.partition("?")
        return Request(verb, unquote(path) if "%" in path else path, query, headers, body)


def _chunks(buffer: bytearray, at: int) -> tuple[bytes, int] | None:
    """A chunked body that begins at `at`, and where it ends; None while it is incomplete."""
    body = b""
    while True:
        end = buffer.find(b"\r\n", at)
        if end < 0:
            return None
        size = int(bytes(buffer[at:end]).split(b";")[0], 16)
        at = end + 2 + size + 2
        if len(buffer) < at:
            return None
        if size == 0:
            return body, at
        body += buffer[end + 2 : end + 2 + size]


def host_of(url: str) -> str:
    """The host of a URL, empty if it has none."""
    return urlsplit(url).hostname or ""
