"""Buttons under one message to many: its readers', and its author's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.screen import plain
from bot.seat import Seat
from bot.talking import Talking
from office import mailing, mailing_progress
from office.post import Post


class MailingButtons:
    """The buttons of one transaction. Their data can be forged: each act looks who presses."""

    def __init__(self, talking: Talking, post: Post) -> None:
        """`talking` says what is to be said, `post` is the transaction's out-tray."""
        self._talking = talking
        self._post = post
        self.verbs: dict[str, Callable[[Seat, int, str | None], bool]] = {
            "seen": self._seen,
            "mpause": partial(self._steer, "pause"),
            "mgoon": partial(self._steer, "go-on"),
            "mcalloff": partial(self._steer, "call-off"),
            "mmissed": partial(self._list, "missed"),
            "munread": partial(self._list, "unread"),
        }

    def _seen(self, seat: Seat, id: int, message: str | None) -> bool:
        assert seat.member is not None
        body = mailing.acknowledge(self._post, id, seat.member.person_id, seat.words.lang)
        if body is not None:
            self._talking.reply(seat, body, onto=message)
        return body is not None

    def _steer(self, act: str, seat: Seat, id: int, _message: str | None) -> bool:
        assert seat.member is not None
        row = mailing.own(self._post.connection, id, seat.member.person_id)
        return row is not None and mailing.steer(self._post, row, act)

    def _list(self, act: str, seat: Seat, id: int, _message: str | None) -> bool:
        assert seat.member is not None
        row = mailing.own(self._post.connection, id, seat.member.person_id)
        if row is None:
            return False
        mailing.tally_of(self._post, id)
        lines, file = mailing_progress.names(self._post, id, act, seat.words)
        body = plain(lines, seat.words)
        self._talking.reply(seat, body | {"document": file} if file else body)
        return True
