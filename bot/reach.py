"""Asks the platforms who our bots are, once, for commands; a running channel has its own ways."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.platform import bot_of
from bot.settings import PlatformSettings, Settings
from messages import Say, say

PATIENCE_SECONDS = 5.0

NAMES = {"telegram": "username", "zalo": "account_name"}
"""What getMe calls the name by which people find a bot."""


class ReachError(Exception):
    """A platform did not answer as it should; `why` is a sentence, without the URL: that holds the token."""

    def __init__(self, why: Say) -> None:
        """Keep the sentence."""
        super().__init__(why.id)
        self.why = why


@dataclass(frozen=True, slots=True)
class KnownBot:
    """A bot: its channel, its number (before the colon of its token), its name, and how many may use it
    (0: any number)."""

    channel: str
    number: str
    name: str
    people: int = 0


def platforms(settings: Settings) -> dict[str, PlatformSettings]:
    """The platforms that are switched on, by the name of their channel."""
    every: dict[str, PlatformSettings] = {"telegram": settings.telegram, "zalo": settings.zalo}
    return {name: given for name, given in every.items() if given.token}


def bots_of(settings: Settings, channel: str) -> list[KnownBot]:
    """Every bot of a channel that is switched on. Raises ReachError."""
    people = settings.zalo.people if channel == "zalo" else 0
    given = settings.telegram if channel == "telegram" else settings.zalo
    tokens = [token.get_secret_value() for token in given.token]
    base = f"{given.base_url.removesuffix('/bot')}/bot"
    return [
        KnownBot(channel, bot_of(token), _name(channel, base + token, given.proxy), people)
        for token in tokens
    ]


def _name(channel: str, address: str, proxy: str | None) -> str:
    import httpx

    shown = channel.capitalize()
    try:
        answer = httpx.post(f"{address}/getMe", timeout=PATIENCE_SECONDS, proxy=proxy)
        told = answer.json()
    except (httpx.HTTPError, ValueError):
        raise ReachError(say("reach-none", channel=shown)) from None
    told = told if isinstance(told, dict) else {}
    code = told.get("error_code", answer.status_code)
    if code in (401, 404):
        raise ReachError(say("reach-token", channel=shown, key=channel))
    me = told.get("result") if told.get("ok") else None
    name = me.get(NAMES[channel]) if isinstance(me, dict) else None
    if not isinstance(name, str):
        raise ReachError(say("reach-odd", channel=shown, key=channel, status=str(code)))
    return name
