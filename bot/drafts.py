"""A draft begun at another address of the same person: told of once, and gone on with here.

A draft has one place. While it changes hands nobody else answers in the chat it comes from: that chat is held
as the inbox holds it (ADR 0003), so a draft is neither doubled nor sent from both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bot.seat import OpenTalk, Seat
from bot.talking import Talking
from domain.channels import name_of
from handlers import JOIN
from messages import Say, Text, say
from office.post import Post
from storage import inbox, people, talks

SHOWN = 40
"""Characters by which a draft is known again."""

BOUND = frozenset({"message", "album", "told"})
"""What a talk was begun with that means something in its former chat only."""

Rows = list[list[tuple[str, Text]]]


class Draft(NamedTuple):
    """A talk with something in it, and the chat it is in."""

    lane: str
    talk: OpenTalk

    @property
    def channel(self) -> Say:
        """What its channel is called."""
        return name_of(self.lane.split(":", 1)[0])

    @property
    def start(self) -> str:
        """Its first words."""
        return " ".join(self.talk.talk.text.split())[:SHOWN]


class Drafts:
    """The drafts of one transaction."""

    def __init__(self, talking: Talking, post: Post, seats: Mapping[str, Seat]) -> None:
        """`talking` shows them, `post` is the transaction's out-tray, `seats` are the chats it answers."""
        self._talking = talking
        self._post = post
        self._seats = seats

    def elsewhere(self, seat: Seat) -> Draft | None:
        """The newest draft of this person in another chat."""
        if seat.member is None or not seat.member.elsewhere:
            return None
        return self._newest(people.other_lanes(self._post.connection, seat.member.person_id, seat.lane))

    def offer(self, seat: Seat) -> tuple[list[Text], Rows]:
        """One line about a draft in another chat, and the button to go on with it here."""
        draft = self.elsewhere(seat)
        if draft is None:
            return [], []
        return [self._line(draft)], [[("x.cmd.tieptuc", say("b-continue"))]]

    def offer_once(self, seat: Seat) -> list[Text]:
        """The line alone, the first time something new is written here while that draft waits."""
        draft = self.elsewhere(seat)
        if draft is None or draft.talk.begun.get("told"):
            return []
        draft.talk.begun |= {"told": True}
        talks.change_begun(self._post.connection, draft.talk.id, draft.talk.begun)
        return [self._line(draft)]

    @staticmethod
    def _line(draft: Draft) -> Text:
        return say("turn-draft-elsewhere", channel=draft.channel, start=draft.start)

    def bring(self, seat: Seat) -> None:
        """Go on here with the newest draft of another chat; where there is none, with that of this chat."""
        assert seat.member is not None
        lanes = people.other_lanes(self._post.connection, seat.member.person_id, seat.lane)
        if not self._hold(lanes):
            return self._talking.tell(seat, [say("turn-draft-busy")])
        draft = self._newest(lanes)
        if draft is not None:
            return self._go_on(seat, draft)
        if seat.current is not None:
            return self._talking.show(seat, seat.current)
        self._talking.tell(seat, [say("turn-nothing-open")])

    def _hold(self, lanes: list[str]) -> bool:
        """Whether nobody is answering in these chats, and nothing said there still waits for its answer."""
        connection = self._post.connection
        return inbox.hold_lanes(connection, lanes) == set(lanes) and not inbox.lanes_with_backlog(
            connection, lanes
        )

    def _newest(self, lanes: list[str]) -> Draft | None:
        stored = talks.open_talks(self._post.connection, lanes)
        found = []
        for lane in lanes:
            seat = self._seats.get(lane)
            # What this transaction has heard there is not written down before it ends.
            is_ahead = seat is not None and any(one.touched or one.ended for one in seat.talks)
            there = seat.talks if seat and is_ahead else [OpenTalk.of(row) for row in stored.get(lane, ())]
            found += [Draft(lane, one) for one in there if _is_draft(one)]
        return max(found, key=lambda one: one.talk.id, default=None)

    def _go_on(self, seat: Seat, draft: Draft) -> None:
        """A new id makes it the newest talk here, and every button drawn for it elsewhere a passed one."""
        old, there = draft.talk, self._seats.get(draft.lane)
        talks.end_talks(self._post.connection, [old.id])
        for one in there.talks if there else ():
            one.ended = one.ended or one.id == old.id
        begun = {name: value for name, value in old.begun.items() if name not in BOUND}
        id = talks.new_id(self._post.now)
        one = OpenTalk(id, old.talk, begun, old.plain, None, old.nudges, old.nudge_at, new=True)
        seat.talks.append(one)
        self._talking.show(seat, one, say("turn-draft-moved", channel=draft.channel))


def _is_draft(one: OpenTalk) -> bool:
    """Whether there is more in a talk than pressed buttons. One that joins belongs to its chat."""
    said = any(answer.keys() != {"chosen"} for answer in one.talk.answers.values())
    return said and not one.ended and one.talk.flow != JOIN
