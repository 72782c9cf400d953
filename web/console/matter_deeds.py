"""What coordinators do about a matter, and what they and leaders make of an answer: acts of the office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy import Connection

from domain.verification import LONGEST_HOW
from office import answers, closing, directives, matters, referrals, verification
from office.answers import InHand
from office.post import Post
from storage import matters as rows
from storage.matters import MatterRow
from storage.referral_board import newest_events
from web.console.asked import Asked
from web.console.deeds import Deed, Done, Kind, number_in
from web.console.writing import Field, day_in

LIST: Final = "/ban/van-de"
WHY: Final = Field("why", 300)


def page_of(row: MatterRow) -> str:
    """Where a matter is shown."""
    return f"{LIST}/{row.id}"


def seen_of(connection: Connection, matter_id: int) -> str:
    """How far its story went when a form was shown."""
    return str(newest_events(connection, [matter_id]).get(matter_id, 0))


MATTER: Final[Kind[MatterRow]] = Kind(
    "matter",
    "handle",
    find=lambda c, asked, id: matters.in_hand(c, asked.who, id),
    hold=lambda c, row: rows.find(c, row.id, hold=True),
    look=lambda c, row: seen_of(c, row.id),
    page=page_of,
    code=lambda row: row.code,
)
ANSWER: Final[Kind[InHand]] = Kind(
    "matter",
    "approve",
    find=lambda c, asked, id: answers.in_hand(c, asked.who, id),
    hold=lambda c, one: rows.find(c, one.matter.id, hold=True),
    look=lambda c, one: seen_of(c, one.matter.id),
    page=lambda one: page_of(one.matter),
    code=lambda one: one.referral.code,
)


def can_take(connection: Connection, row_unit: int, unit_id: int, on: date) -> bool:
    """Whether something of this unit can be put to that one."""
    return any(one.id == unit_id for one in referrals.askable(connection, row_unit, on))


def told_unit(post: Post, told: str, unit_id: int, page: str = "") -> Done:
    """What is said of something told to a unit: where nobody of it can be written to, that is said."""
    return Done(told if referrals.unit_places(post, unit_id) else f"{told}-by-hand", page)


def refer(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    """Put a matter to the unit chosen; where nobody of it can be written to, the link is handed over."""
    unit, kind = number_in(asked.form.get("unit", "")), asked.form.get("kind", "")
    if not can_take(post.connection, row.unit_id, unit, post.today):
        return None
    made = referrals.refer(post, asked.console.desk, asked.who, row, unit, kind=kind, said=words["said"])
    if made is None:
        return None
    return told_unit(post, "referred", unit, page_of(row))


def _verify(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    done = matters.step(post, row, "verify", by=asked.who.person_id)
    return Done("verifying") if done else None


def _verified(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    verdict = asked.form.get("verdict", "")
    done = verification.note(post, asked.who, row, verdict, words["checked"])
    return Done("verified") if done else None


def _reply(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    done = answers.reply(post, asked.console.desk, asked.who, row, words["told"])
    return Done("replied") if done else None


def _close(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    done = closing.close(post, asked.console.rules, asked.who, row, words["result"])
    return Done("matter-closed") if done else None


def _reopen(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    done = matters.reopen(post, row, by=asked.who.person_id, why=words["why"])
    return Done("reopened") if done else None


def _level(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    done = matters.set_level(post, asked.who, row, asked.form.get("level", ""), words["why"])
    return Done("level-set") if done else None


def _reword(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    return Done("reworded") if matters.reword(post, asked.who, row, words["matter"]) else None


def _guard(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    named = [number_in(name.removeprefix("reader-")) for name in asked.form if name.startswith("reader-")]
    matters.set_sensitive(post, asked.who, row, named)
    return Done("guarded")


def _unguard(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    return Done("unguarded") if matters.set_sensitive(post, asked.who, row, None) else None


def _split(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    done = matters.split(post, asked.who, row, number_in(asked.form.get("report", "")))
    return Done("split") if done else None


def _join(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    done = matters.join(post, asked.who, row, number_in(asked.form.get("report", "")))
    return Done("joined") if done else None


def _raise(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    return Done("raised") if matters.raise_up(post, asked.who, row, words["why"]) else None


def _directive(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | str:
    issued_on = day_in(asked, words["issued"])
    assert issued_on is not None, "a form with another day is shown again"
    number, body, said = words["number"], " ".join(words["body"].split()), words["summary"]
    done = directives.issue(post, asked.who, row, number=number, issued_on=issued_on, body=body, said=said)
    return Done("directive") if done else "directive-there"


def _tie(post: Post, asked: Asked, row: MatterRow, words: Mapping[str, str]) -> Done | None:
    done = directives.tie(post, asked.who, row, number_in(asked.form.get("directive", "")))
    return Done("directive") if done else None


def _approve(post: Post, asked: Asked, one: InHand, words: Mapping[str, str]) -> Done | None:
    done = answers.approve(post, asked.console.desk, asked.who, one, words["told"])
    return Done("approved") if done else None


def _send_back(post: Post, asked: Asked, one: InHand, words: Mapping[str, str]) -> Done | None:
    done = answers.send_back(post, asked.console.desk, asked.who, one, words["lacking"])
    return told_unit(post, "sent-back", one.referral.unit_id) if done else None


_TOLD: Final = (Field("told", telling=True),)
_DIRECTIVE: Final = (
    Field("number", 60, official=True, line=True),
    Field("issued", 20, day=True),
    Field("body", 200, official=True, line=True),
    Field("summary", 1000, official=True),
)
_ONE: Final = f"{LIST}/{{id:int}}"
PAGES = (
    Deed("refer", f"{_ONE}/chuyen", MATTER, refer, (Field("said"),)).page,
    Deed("verify", f"{_ONE}/xac-minh", MATTER, _verify).page,
    Deed("verified", f"{_ONE}/ket-qua", MATTER, _verified, (Field("checked", LONGEST_HOW),)).page,
    Deed("reply", f"{_ONE}/tra-loi", MATTER, _reply, _TOLD).page,
    Deed("close", f"{_ONE}/ket-thuc", MATTER, _close, (Field("result"),)).page,
    Deed("reopen", f"{_ONE}/mo-lai", MATTER, _reopen, (WHY,)).page,
    Deed("level", f"{_ONE}/muc", MATTER, _level, (WHY,)).page,
    Deed("reword", f"{_ONE}/sua-loi", MATTER, _reword, (Field("matter"),)).page,
    Deed("guard", f"{_ONE}/nhay-cam", MATTER, _guard).page,
    Deed("unguard", f"{_ONE}/bo-nhay-cam", MATTER, _unguard).page,
    Deed("split", f"{_ONE}/tach", MATTER, _split).page,
    Deed("join", f"{_ONE}/gop", MATTER, _join).page,
    Deed("directive", f"{_ONE}/van-ban", MATTER, _directive, _DIRECTIVE).page,
    Deed("tie", f"{_ONE}/van-ban-da-co", MATTER, _tie).page,
    Deed("raise", f"{_ONE}/cap-tren", MATTER, _raise, (Field("why", 500),)).page,
    Deed("approve", "/ban/tra-loi/{id:int}/duyet", ANSWER, _approve, _TOLD).page,
    Deed("send-back", "/ban/tra-loi/{id:int}/tra-lai", ANSWER, _send_back, (Field("lacking", 500),)).page,
)
