"""What every channel is: it translates between a platform and us, and nothing else. DESIGN §5."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple, Protocol

from starlette.routing import BaseRoute

Kind = Literal["text", "tap", "media", "unsupported", "edited", "blocked", "unblocked", "gone", "moved"]
"""`gone`: the group can be written to no more; `moved`: it goes on elsewhere, in `Inbound.group`."""


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A picture or paper still lying at the platform: what kind, and what `Channel.fetch` needs to get it."""

    kind: Literal["photo", "pdf"]
    source: dict[str, Any]
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Where in a group something was done: its chat and topic (None: it has none, or the general one);
    `private` is the address at which the bot is written to alone."""

    chat: str
    topic: int | None = None
    private: str = ""


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing one person did, as the platform told it. Names, phones, places and origins are left out.

    What is done in a group has its `group`, and as `chat` the private one of whoever did it.
    """

    channel: str
    bot: str
    update_key: str
    chat: str
    kind: Kind
    at: datetime
    text: str = ""
    tap: str = ""
    message: str | None = None
    flash: str | None = None
    media: MediaRef | None = None
    lang: str | None = None
    group: Group | None = None

    @property
    def lane(self) -> str:
        """Messages of one lane are answered one after the other."""
        return f"{self.channel}:{self.bot}:{self.chat}"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an Inbound: `fresh` the first time, `shown` as it was stored, `differs` if the same
    update came before with another body, `at` when it came first, `flash` what whoever tapped is to be shown
    at once."""

    fresh: bool
    shown: str
    differs: bool
    at: datetime
    flash: str = ""


Sink = Callable[[Sequence[Inbound]], Awaitable[list[Receipt]]]
"""Takes what arrived and returns only when it is committed."""


class ShownButton(NamedTuple):
    """A button as it stands on the screen."""

    data: str
    label: str
    chosen: bool = False


Rows = tuple[tuple[ShownButton, ...], ...]


@dataclass(frozen=True, slots=True)
class OutFile:
    """A kept picture or paper that goes with a message: `name` is what the media store calls it. `apart`: the
    words are too long to stand under it, so they follow as a message of their own."""

    name: str
    media_type: str
    apart: bool = False

    @property
    def shown(self) -> str:
        """What people see it called: the name it had is not kept."""
        return "thong-bao.pdf" if self.media_type == "application/pdf" else "thong-bao.jpg"


@dataclass(frozen=True, slots=True)
class Outbound:
    """One message to one chat. `edits` is the platform's id of the message it replaces; it has the same
    `file`, if it has one."""

    id: int
    lane: str
    chat: str
    text: str
    rows: Rows = ()
    edits: str | None = None
    document: bytes | None = None
    document_name: str = ""
    file: OutFile | None = None
    picture: bytes | None = None
    """A PNG drawn for this message; the text stands below it."""
    link: str | None = None
    """Where a picture lies that the platform fetches itself; the text stands below it."""
    topic: int | None = None
    """Where in a group it is to stand."""
    menu: tuple[str, ...] | None = None
    """The commands this chat offers from now on, where the channel has a menu; (): the common ones."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has it; `platform_id` names it for later edits."""

    platform_id: str | None = None


Failure = Literal["try_later", "unreachable", "refused", "misconfigured", "spent", "moved"]


class DeliveryError(Exception):
    """A send that did not succeed: `try_later` (after `retry_after` seconds), `unreachable` (the person
    left or blocked us, the group or its topic is gone), `refused` (this message will never be taken),
    `misconfigured` (our fault), `spent` (the bot may send no more this month), `moved` (the group is the chat
    `to` now)."""

    def __init__(
        self,
        kind: Failure,
        why: str = "",
        retry_after: float | None = None,
        to: str | None = None,
        *,
        about: Literal["message", "person"] = "message",
    ) -> None:
        """`why` is for the operator; it holds nothing of the message. `about`: what was refused, this message
        whoever gets it, or whatever is sent to this person now."""
        super().__init__(f"{kind}: {why}" if why else kind)
        self.kind = kind
        self.why = why
        self.retry_after = retry_after
        self.about = about
        self.to = to


@dataclass(frozen=True, slots=True)
class Caps:
    """What a channel can do; what it cannot is done another way by the shared code."""

    buttons: bool
    edit: bool
    files: bool
    push: bool
    max_text: int
    abroad: bool = False
    """What is written is stored outside Viet Nam; the consent text must say so."""
    per_second: float = 0.0
    """Messages a second over all chats; 0 is no limit."""
    per_chat: float = 0.0
    per_month: int = 0
    """Messages a calendar month; 0 is no limit."""
    per_group_minute: float = 0.0
    """Messages a minute to one group."""
    max_label: int = 60


@dataclass(slots=True)
class Health:
    """A channel's last word with its platform."""

    ok: bool = False
    since: datetime | None = None
    last_contact_at: datetime | None = None
    why: str = "not started"
    facts: dict[str, Any] = field(default_factory=dict)


class Channel(Protocol):
    """The contract of DESIGN §5. Dedupe, identity, flow, splitting and pacing are shared, not here."""

    name: str
    bot: str
    caps: Caps
    health: Health

    def parse(self, raw: dict[str, Any]) -> list[Inbound]:
        """What a raw update says; nothing for what it does not know. Pure, never raises."""
        ...

    async def receive(self, sink: Sink) -> None:
        """Listen until cancelled; acknowledge to the platform only what `sink` has committed."""
        ...

    def routes(self, sink: Sink) -> list[BaseRoute]:
        """Web addresses of the channel (webhooks, chat endpoints)."""
        ...

    async def send(self, message: Outbound) -> Sent:
        """Send or edit one message. Raises DeliveryError."""
        ...

    async def fetch(self, media: MediaRef) -> bytes:
        """The bytes of a picture or paper. Raises DeliveryError."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
