"""Tells those in charge, once a month, that a bot has sent nearly as much as its platform allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from domain.quota import NEAR, month_of
from messages import say
from office.post import Post, letter
from storage import meters, people
from storage.outbox import ALERT

TOLD = ("administrator", "coordinator")


def tell(post: Post, limits: Mapping[tuple[str, str], int], zone: tzinfo) -> None:
    """Tell administrators and coordinators of every bot, by (channel, number), that has come near its limit
    of a calendar month in `zone`; once a month."""
    month = month_of(post.now, zone)
    for (channel, bot), limit in limits.items():
        if not limit:
            continue
        count = meters.sent(post.connection, channel, bot, month)
        if count < limit * NEAR:
            continue
        if not meters.warn(post.connection, channel, bot, month, post.now):
            continue
        about = {"channel": channel.capitalize(), "bot": bot, "sent": count, "of": limit}
        line = say("quota-near", month="/".join(reversed(month.split("-"))), **about)
        places = people.places_everywhere(post.connection, TOLD, post.pushing)
        post.owe([letter(place, [line], rank=ALERT) for place in places])
