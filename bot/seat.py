"""One chat during one turn: who sits there and which talks are open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from dialog import Talk
from messages import Catalogue, catalogue
from storage.groups import GroupPlace
from storage.outbox import Owed
from storage.people import Member
from storage.talks import TalkRow


@dataclass(slots=True)
class OpenTalk:
    """An open talk and what it was begun with. `shown` is the outbox id of its newest message."""

    id: int
    talk: Talk
    begun: dict[str, Any]
    plain: bool
    shown: int | None
    nudges: int
    nudge_at: datetime | None
    new: bool = False
    touched: bool = False
    ended: bool = False
    message: int | None = None
    """Place in the seat's answers of the message that shows it now, until that has an outbox id."""

    @classmethod
    def of(cls, row: TalkRow) -> OpenTalk:
        """The talk of a stored row."""
        return cls(
            row.id, Talk.from_json(row.state), row.begun, row.plain, row.shown, row.nudges, row.nudge_at
        )


@dataclass(slots=True)
class Seat:
    """A lane: the member at it (None: a stranger), its open talks (oldest first), the answers owed."""

    lane: str
    channel: str
    bot: str
    chat: str
    member: Member | None
    talks: list[OpenTalk]
    numbered: bool
    abroad: bool
    lang: str = "vi"
    answers: list[Owed] = field(default_factory=list)

    @property
    def words(self) -> Catalogue:
        """The sentences in this person's language."""
        return catalogue(self.member.lang if self.member else self.lang)

    @property
    def current(self) -> OpenTalk | None:
        """The talk that typed words go to: the newest that is still open."""
        return next((one for one in reversed(self.talks) if not one.ended), None)

    def find(self, talk_id: int) -> OpenTalk | None:
        """An open talk of this lane; talks of other lanes do not exist here."""
        return next((one for one in self.talks if one.id == talk_id and not one.ended), None)

    def in_group(self, group: dict[str, Any]) -> GroupPlace:
        """The place of a group from which this person has written."""
        lane = f"{self.channel}:{self.bot}:{group['chat']}"
        return GroupPlace(lane, self.channel, self.bot, group["chat"], group["topic"], self.words.lang)

    def answer(
        self, body: dict[str, Any], rank: int, *, edits: int | None = None, platform_id: str | None = None
    ) -> int:
        """Owe this chat a message; gives its place among the answers.

        Where choices are numbers a turn is answered by one message (DESIGN §5): two lists of numbers one
        below the other would leave open which one is meant, and some platforms count messages.
        """
        if self.numbered and self.answers:
            [before] = self.answers
            self.answers = [replace(before, body=_joined(before.body, body))]
            return 0
        self.answers.append(
            Owed(self.lane, self.channel, self.bot, self.chat, rank, body, edits, platform_id)
        )
        return len(self.answers) - 1


def _joined(first: dict[str, Any], then: dict[str, Any]) -> dict[str, Any]:
    """Two messages as one. It is no mere drawing of a talk any more, which a later one would make pointless,
    unless both were of the same."""
    same = "screen" in then and then["screen"] == first.get("screen")
    screen = {"screen": then["screen"]} if same else {}
    bodies = [{key: value for key, value in body.items() if key != "screen"} for body in (first, then)]
    return {
        **bodies[0],
        **bodies[1],
        **screen,
        "text": f"{first['text']}\n\n{then['text']}",
        "rows": [*first["rows"], *then["rows"]],
    }
