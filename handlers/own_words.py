"""What coordinators write about a matter, in their own words: masked like everything about citizens."""

from __future__ import annotations

from dialog.choice import Choice, Option
from dialog.engine import ask
from dialog.words import Words
from domain.referrals import LONGEST
from messages import Say, say


async def own_words(said: str) -> str:
    """A matter in the coordinator's words, or those of the report after all (DESIGN §4.9)."""
    same = Option("same", say("b-same-words"), ("nhu tren", "dung loi nay"))
    other = Option("other", say("b-own-words"), ("viet lai", "viet"))
    if await ask("whose", Choice((say("p-own-words"), said), (same, other), columns=2)) == "same":
        return said
    return await words("said", say("p-matter-words"), LONGEST)


async def words(name: str, asks: Say, longest: int) -> str:
    """Some words, masked at the door."""
    heard = await ask(name, Words((asks,), longest=longest, wordless=say("e-letters")))
    return heard.text
