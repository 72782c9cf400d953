"""Asks Telegram who its bot is, once, for commands; the running channel has its own ways."""

from __future__ import annotations

from bot.settings import Settings
from messages import Say, say

PATIENCE_SECONDS = 5.0


class ReachError(Exception):
    """Telegram did not answer as it should; `why` is a sentence, without the URL: that holds the token."""

    def __init__(self, why: Say) -> None:
        """Keep the sentence."""
        super().__init__(why.id)
        self.why = why


def telegram_name(settings: Settings) -> str:
    """The user name of the bot whose token is set. Raises ReachError."""
    import httpx

    telegram = settings.telegram
    assert telegram.token is not None
    url = f"{telegram.base_url}{telegram.token.get_secret_value()}/getMe"
    try:
        answer = httpx.get(url, timeout=PATIENCE_SECONDS, proxy=telegram.proxy)
        told = answer.json()
    except (httpx.HTTPError, ValueError):
        raise ReachError(say("reach-none")) from None
    name = told.get("result", {}).get("username") if isinstance(told, dict) and told.get("ok") else None
    if answer.status_code in (401, 404):
        raise ReachError(say("reach-token"))
    if not isinstance(name, str):
        raise ReachError(say("reach-odd", status=str(answer.status_code)))
    return name
