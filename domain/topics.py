"""The topics of opinion (DOMAIN §11.1). Their names are sentences: `messages/*/topics.ftl`."""

from __future__ import annotations

from dataclasses import dataclass

from messages import Say, say


@dataclass(frozen=True, slots=True)
class Topic:
    """A field of life that opinion is about. A restricted one is seen by named coordinators only."""

    code: str
    restricted: bool = False

    @property
    def name(self) -> Say:
        """Its full name, for documents and lists."""
        return say(f"topic-{self.code.lower()}")

    @property
    def label(self) -> Say:
        """Its short name, for buttons (at most 14 characters)."""
        return say(f"topic-{self.code.lower()}-short")


DEFAULT_TOPICS = (
    Topic("YT"),
    Topic("TP"),
    Topic("DD"),
    Topic("MT"),
    Topic("TH"),
    Topic("AS"),
    Topic("HT"),
    Topic("KT"),
    Topic("GD"),
    Topic("DV"),
    Topic("AN"),
    Topic("TT"),
    Topic("CS"),
    Topic("DT", restricted=True),
    Topic("TD"),
    Topic("KH"),
)
