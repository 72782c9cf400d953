"""How a one-time code is used on the channels that are switched on."""

from __future__ import annotations

from collections.abc import Collection

from bot.channels.base import Channel
from messages import Text, say


class Entrances:
    """The ways in."""

    def __init__(self, channels: Collection[Channel], web: str) -> None:
        """`channels` are those switched on, `web` the address of the pages."""
        self._channels = channels
        self._web = web

    def lines(self, code: str, but: str) -> list[Text]:
        """What to do with `code` on each channel, `but` the one it was asked for on; another browser is
        another address, so the web is always among them."""
        links = {"web": f"{self._web}/join/{code}"}
        for one in self._channels:
            if one.name not in ("web", but):
                links[one.name] = self._link(one, code)
        return [
            say("channel-by-link", channel=say(f"channel-{name}"), link=link)
            if link
            else say("channel-by-code", channel=say(f"channel-{name}"))
            for name, link in links.items()
        ]

    @staticmethod
    def _link(channel: Channel, code: str) -> str:
        """A link that brings the code along; "" where there is none, or the bot's name is not known yet."""
        name = channel.health.facts.get("username")
        return f"https://t.me/{name}?start={code}" if channel.name == "telegram" and name else ""
