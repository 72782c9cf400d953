"""Fetches a picture from an address that came in a message: only from hosts we know, and never from inside.

Whoever can make a platform pass on an address could otherwise have this machine ask its own neighbours.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Sequence
from functools import cache

import httpx


@cache
def authorities() -> ssl.SSLContext:
    """Whose certificates are trusted. Shared: reading them takes 30 ms."""
    return httpx.create_ssl_context(trust_env=False)


class FetchError(Exception):
    """It could not be fetched; `final`: trying again would change nothing."""

    def __init__(self, why: str, *, final: bool) -> None:
        """`why` is for the operator; it holds no address."""
        super().__init__(why)
        self.why = why
        self.final = final


class Download:
    """Fetches from hosts under the names in `hosts` ("zdn.vn" is also "photo-1.zdn.vn")."""

    def __init__(
        self, hosts: Sequence[str], most: int, *, seconds: float = 30, proxy: str | None = None
    ) -> None:
        """`most` bytes, within `seconds`. A host that is listed as a bare IP address is meant, be it inside;
        any other is looked up, and asked only at public addresses."""
        self._hosts = tuple(hosts)
        self._most = most
        self._seconds = seconds
        self._proxy = proxy
        self._client = httpx.AsyncClient(
            verify=authorities(), proxy=proxy, timeout=httpx.Timeout(20, connect=10),
            follow_redirects=False, trust_env=False,
        )  # fmt: skip

    async def get(self, address: str) -> bytes:
        """The bytes at `address`. Raises FetchError."""
        try:
            async with asyncio.timeout(self._seconds):
                return await self._get(*await self._checked(address))
        except (TimeoutError, httpx.HTTPError, OSError) as error:
            raise FetchError(f"network: {type(error).__name__}", final=False) from None
        except ValueError:  # of names nobody can look up
            raise FetchError("no address", final=True) from None

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.aclose()

    async def _checked(self, address: str) -> tuple[httpx.URL, dict[str, str]]:
        """Where to ask, and as whom. The address looked up is the one connected to: a name that answers
        differently the second time gains nothing."""
        try:
            url = httpx.URL(address)
        except httpx.InvalidURL:
            raise FetchError("no address", final=True) from None
        host = url.host
        if host in self._hosts and _is_ip(host):
            return url, {}
        if url.scheme != "https" or not any(host == one or host.endswith(f".{one}") for one in self._hosts):
            raise FetchError("not from a host we know", final=True)
        if self._proxy is not None:
            return url, {}  # the proxy looks names up, and stands outside
        found = await asyncio.get_running_loop().getaddrinfo(host, url.port or 443, type=socket.SOCK_STREAM)
        places = [str(one[4][0]) for one in found]
        if not places or not all(ipaddress.ip_address(one).is_global for one in places):
            raise FetchError("not a public address", final=True)
        return url.copy_with(host=places[0]), {"host": url.netloc.decode(), "sni": host}

    async def _get(self, url: httpx.URL, asked: dict[str, str]) -> bytes:
        # As it lies there: what is unpacked may be a thousand times as long.
        headers = {"Accept-Encoding": "identity"} | ({"Host": asked["host"]} if asked else {})
        extensions = {"sni_hostname": asked["sni"]} if asked else {}
        data = bytearray()
        async with self._client.stream("GET", url, headers=headers, extensions=extensions) as answer:
            if answer.status_code != 200:
                # A redirection too: it might lead inside.
                raise FetchError(f"answered {answer.status_code}", final=answer.status_code < 500)
            if answer.headers.get("Content-Encoding", "identity") != "identity":
                raise FetchError("packed", final=True)
            async for piece in answer.aiter_raw():
                data += piece
                if len(data) > self._most:
                    raise FetchError("file too large", final=True)
        return bytes(data)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
