"""The fence around the tests: no Python code of this process talks to anything beyond this machine.

An audit hook sees every connection and every name looked up, whatever library, thread or event loop asks.
The attempt raises where it happens; because products catch errors of the network, `conftest.py` also fails
the test during which it was made.
"""

from __future__ import annotations

import ipaddress
import socket
import sys
from typing import Any

attempts: list[str] = []
"""What was tried and stopped; whoever reports it empties the list."""

_LOCAL_NAMES = {None, "", "localhost", b"localhost", "0.0.0.0", "::"}
_open_hosts: set[str] = set()


class BeyondLoopbackError(RuntimeError):
    """A test tried to reach another machine."""


def fence(*open_hosts: str) -> None:
    """Close the network for the rest of this process, except loopback, unix sockets and `open_hosts`."""
    _open_hosts.update(open_hosts)
    sys.addaudithook(_watch)


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        sock, address = args
        if address is not None and sock.family in (socket.AF_INET, socket.AF_INET6):
            _check(event, address[0])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        _check(event, args[0])


def _check(event: str, host: str | bytes | None) -> None:
    if host in _LOCAL_NAMES or host in _open_hosts or _is_loopback(host):
        return
    attempts.append(f"{event} to {host!r}")
    raise BeyondLoopbackError(f"tests may only talk to this machine, not to {host!r} ({event})")


def _is_loopback(host: str | bytes | None) -> bool:
    try:
        address = ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host or "")
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback
