"""A person's own channels: where they can be reached, and what they may decide about it. DESIGN §5."""

from __future__ import annotations

from dataclasses import dataclass

from messages import Say, Text, say


@dataclass(frozen=True, slots=True)
class OwnChannel:
    """One address of the person. `since` as people write it; `live`: it takes messages; `here`: the chat that
    is talking; `wanted`: chosen by the person; `used`: what is written unasked goes there now."""

    id: int
    channel: str
    bot: str
    since: str
    live: bool = True
    here: bool = False
    wanted: bool = False
    used: bool = False

    @property
    def name(self) -> Say:
        """What it is called, with the bot where a platform may have several."""
        return name_of(self.channel, self.bot)

    @property
    def label(self) -> Text:
        """How it is told from the others on a button."""
        return say("channel-label", name=self.name, since=self.since)

    @property
    def line(self) -> Text:
        """All there is to say of it."""
        return say(
            "channel-line",
            name=self.name,
            since=self.since,
            state=say("channel-live" if self.live else "channel-dead"),
            here=say("channel-here") if self.here else "",
            used=say("channel-used") if self.used else say("channel-wanted") if self.wanted else "",
        )


def name_of(channel: str, bot: str = "") -> Say:
    """What a channel is called; a platform's bot is told by its number."""
    name = say(f"channel-{channel}")
    return say("channel-of-bot", name=name, bot=bot) if bot.isdigit() else name


@dataclass(frozen=True, slots=True)
class AddChannel:
    """Give the person a code with which another channel becomes theirs."""


@dataclass(frozen=True, slots=True)
class PreferChannel:
    """Write to this address (id) from now on."""

    address: int


@dataclass(frozen=True, slots=True)
class RemoveChannel:
    """This address (id) is the person's no more."""

    address: int


@dataclass(frozen=True, slots=True)
class JoinAgain:
    """Somebody known comes by a further channel; version and digest of the consent text if it was asked."""

    invite: int
    consent_version: str = ""
    consent_digest: str = ""
