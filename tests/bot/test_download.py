"""Pictures are fetched from hosts we know, at public addresses, and from nowhere else."""

from __future__ import annotations

import asyncio
import socket

import httpx
import pytest

from bot.download import Download, FetchError

HOSTS = ("zdn.vn", "127.0.0.1")


@pytest.fixture
def looked_up(monkeypatch):
    """Which address each name has, and what was asked of whom."""
    book = {"photo-1.zdn.vn": ["203.0.113.5"]}
    monkeypatch.setattr(
        "ipaddress.IPv4Address.is_global", property(lambda self: str(self).startswith("203.0.113."))
    )

    async def found(self, host, port, **_):
        host.encode("idna")  # raises as the real one does
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in book[host]]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", found)
    return book


def fetching(answer, most=1000):
    """A download whose requests are answered here; gives it and what it asked."""
    asked = []

    async def act(request):
        asked.append(request)
        return answer(request) if callable(answer) else answer

    one = Download(HOSTS, most)
    one._client = httpx.AsyncClient(transport=httpx.MockTransport(act), follow_redirects=False)
    return one, asked


async def refused(address, answer=None, most=1000):
    one, asked = fetching(answer or httpx.Response(200, content=b"x"), most)
    with pytest.raises(FetchError) as caught:
        await one.get(address)
    return caught.value, asked


async def test_a_picture_is_asked_for_at_the_address_that_was_looked_up(looked_up):
    one, asked = fetching(httpx.Response(200, stream=httpx.ByteStream(b"jpeg")))
    assert await one.get("https://photo-1.zdn.vn/a.jpg?b=c") == b"jpeg"
    [request] = asked
    assert (request.url.host, request.url.path, request.headers["host"]) == (
        "203.0.113.5",
        "/a.jpg",
        "photo-1.zdn.vn",
    )
    assert request.extensions["sni_hostname"] == "photo-1.zdn.vn"


@pytest.mark.parametrize(
    "address",
    [
        "http://photo-1.zdn.vn/a.jpg",
        "https://zdn.vn.evil.example/a.jpg",
        "https://evilzdn.vn/a.jpg",
        "https://169.254.169.254/latest",
        "https://localhost/a.jpg",
        "https://[::1]/a.jpg",
        "https://photo-1.zdn.vn@evil.example/a.jpg",
        "file:///etc/passwd",
        "ftp://zdn.vn/a",
        "",
        "https://",
        "không phải địa chỉ",
        "https://a..zdn.vn/x",
        f"https://{'a' * 64}.zdn.vn/x",
        "https://xn--a.zdn.vn/x",
    ],
)
async def test_other_places_are_not_asked(looked_up, address):
    error, asked = await refused(address)
    assert error.final
    assert not asked


@pytest.mark.parametrize("inside", ["10.0.0.1", "127.0.0.1", "192.168.1.1", "169.254.169.254"])
async def test_a_known_name_that_leads_inside_is_not_asked(looked_up, inside):
    looked_up["photo-1.zdn.vn"] = ["203.0.113.5", inside]
    error, asked = await refused("https://photo-1.zdn.vn/a.jpg")
    assert error.final
    assert not asked


async def test_a_redirection_is_not_followed(looked_up):
    away = httpx.Response(302, headers={"Location": "http://127.0.0.1/secret"})
    error, asked = await refused("https://photo-1.zdn.vn/a.jpg", away)
    assert error.final
    assert len(asked) == 1


async def test_more_than_may_be_is_not_read_to_its_end(looked_up):
    read = []

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self):
            while True:
                read.append(1)
                yield b"x" * 100

    error, _ = await refused("https://photo-1.zdn.vn/a.jpg", httpx.Response(200, stream=Endless()))
    assert error.why == "file too large"
    assert len(read) < 20


async def test_trouble_of_the_server_may_pass(looked_up):
    error, _ = await refused("https://photo-1.zdn.vn/a.jpg", httpx.Response(503))
    assert not error.final


async def test_a_server_that_does_not_come_to_an_end_is_left(looked_up):
    async def slow(request):
        await asyncio.sleep(60)

    one = Download(HOSTS, 1000, seconds=0.05)
    one._client = httpx.AsyncClient(transport=httpx.MockTransport(slow))
    with pytest.raises(FetchError) as caught:
        await one.get("https://photo-1.zdn.vn/a.jpg")
    assert not caught.value.final


async def test_what_is_packed_is_not_unpacked(looked_up):
    packed = httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(b"x"))
    error, asked = await refused("https://photo-1.zdn.vn/a.jpg", packed)
    assert error.final
    assert asked[0].headers["accept-encoding"] == "identity"
