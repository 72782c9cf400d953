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

    def lines(self, code: str, but: tuple[str, str]) -> list[Text]:
        """What to do with `code` on each channel, `but` the bot it was asked of; another browser is another
        address, so the web is always among them."""
        others = [one for one in self._channels if one.name != "web" and (one.name, one.bot) != but]
        web = say("channel-by-link", channel=say("channel-web"), link=f"{self._web}/join/{code}")
        return [web, *(self._line(one, code) for one in others)]

    def _line(self, channel: Channel, code: str) -> Text:
        name = say(f"channel-{channel.name}")
        if link := self._link(channel, code):
            return say("channel-by-link", channel=name, link=link)
        return say("channel-by-code", channel=name)

    @staticmethod
    def _link(channel: Channel, code: str) -> str:
        """A link that brings the code along; "" where there is none, or the bot's name is not known yet."""
        name = channel.health.facts.get("username")
        return f"https://t.me/{name}?start={code}" if channel.name == "telegram" and name else ""
