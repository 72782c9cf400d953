"""Addresses of files that went with messages, for channels that carry no files. DESIGN §5.

An address is the message's number, signed; it opens as long as the message is kept (seven days, DOMAIN §7),
somebody's own data for a day only (`bot/app.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from itsdangerous import BadSignature, Signer

from bot.channels.base import OutFile
from bot.charts import chart_in, png
from office.ids import base36, number_of
from web.files import Enclosed


class Links:
    """Makes and reads addresses."""

    def __init__(self, key: str, public_url: str | None) -> None:
        """`key` is the installation's own. Only an https `public_url` can be opened from outside."""
        self._signer = Signer(key, salt="file")
        self._base = public_url if public_url and public_url.startswith("https://") else ""

    def to(self, id: int) -> str:
        """The address of what goes with the message `id`; empty where none can be opened from outside."""
        return f"{self._base}/tep/{self._signer.sign(base36(id)).decode()}" if self._base else ""

    def read(self, token: str) -> int | None:
        """The message meant by the last part of an address; None for a forged one."""
        try:
            return number_of(self._signer.unsign(token).decode())
        except BadSignature:
            return None


def enclosed(body: Mapping[str, Any], read: Callable[[str], bytes]) -> Enclosed | None:
    """What goes with a message; `read` gives a kept file's bytes by name, raises FileNotFoundError."""
    if document := body.get("document"):
        return Enclosed(document["content"].encode(), "text/plain; charset=utf-8", document["name"])
    if chart := chart_in(body):
        return Enclosed(png(chart), "image/png", "bieu-do.png")
    if not body.get("file"):
        return None
    file = OutFile(**body["file"])
    try:
        return Enclosed(read(file.name), file.media_type, file.shown)
    except FileNotFoundError:
        return None
