"""What is said and pressed in groups. Whoever does it is known by the own private lane, and sits there; the
answer comes in the group, and to a press in what the platform shows at once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.door import IN_GROUPS, split_command
from bot.seat import Seat
from bot.talking import Talking
from domain.text import fold
from handlers import ALERT_GROUP
from messages import Say, say
from office import alerting, groups
from office.ids import number_of
from office.post import Post, letter
from office.rules import Rules
from storage import groups as rows
from storage import outbox, people, units
from storage.groups import GroupPlace
from storage.inbox import InboxRow
from storage.outbox import REPLY

COURTESY_EVERY = timedelta(hours=1)
"""The same polite sentence comes once an hour in one group: alerts need its twenty messages a minute."""

STOP = frozenset({"tat", "off"})


class Groups:
    """The groups of one transaction."""

    def __init__(self, talking: Talking, rules: Rules, post: Post) -> None:
        """`talking` asks people in private, `post` is the transaction's out-tray."""
        self._talking = talking
        self._rules = rules
        self._post = post

    def hear(self, seat: Seat, row: InboxRow) -> str:
        """The turn of what was done in a group, or happened to it; gives what whoever tapped is shown."""
        body = row.body
        match body["kind"]:
            case "gone":
                if (found := rows.at(self._post.connection, seat.lane)) is not None:
                    groups.lose(self._post, found)
            case "moved":
                groups.move(self._post, seat.lane, body["group"]["chat"])
            case "tap":
                return seat.words.render(self._press(seat, body["tap"]) or "")
            case "text":
                self._words(seat, seat.in_group(body["group"]), body)
        return ""

    def _press(self, seat: Seat, data: str) -> Say | None:
        """The one button groups have; any other is forged."""
        verb, _, value = data.partition("x.claim.")
        alert_id = number_of(value)
        if verb or alert_id is None:
            return say("turn-passed")
        if seat.member is None:
            return say("group-staff-only")
        outcome = alerting.claim(self._post, alert_id, seat.member.person_id, self._rules)
        return None if outcome == "won" else say(f"turn-claim-{outcome}")

    def _words(self, seat: Seat, place: GroupPlace, body: dict[str, Any]) -> None:
        command, wanted = split_command(body.get("text", ""))
        if command != IN_GROUPS:
            return self._say_seldom(place, say("group-private", link=body["group"]["private"]))
        member = seat.member
        mine = people.units_of(self._post.connection, member.person_id, "coordinator") if member else []
        if member is None or not mine:
            return self._say_seldom(place, say("group-coordinators-only"))
        if fold(wanted) in STOP:
            return self._say(place, groups.stop(self._post, member, place.lane))
        if wanted:
            unit_id = units.find(self._post.connection, wanted)
            if unit_id not in mine:
                return self._say_seldom(place, say("group-no-unit"))
            return self._say(place, groups.serve(self._post, member, unit_id, place))
        if len(mine) == 1:
            return self._say(place, groups.serve(self._post, member, mine[0], place))
        self._talking.begin(seat, ALERT_GROUP, None, {"group": body["group"]})

    def _say(self, place: GroupPlace, line: Say) -> None:
        self._post.owe([letter(place, [line], rank=REPLY)])

    def _say_seldom(self, place: GroupPlace, line: Say) -> None:
        said = letter(place, [line], rank=REPLY)
        since = self._post.now - COURTESY_EVERY
        if not outbox.was_told(self._post.connection, place.lane, said.body["text"], since):
            self._post.owe([said])
