"""An answer on its way back: judged by the coordinator, told to those who reported, and what they say to it.

DOMAIN §1 rows 19–21, §6: an answer says what was checked, what was found, what will be done, by when; a vague
one goes back. What reporters read is what the coordinator approved, nothing else (§12.2).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from domain.matters import CLOSED, FED_BACK, UNCLEAR_REOPENS
from domain.referrals import APPROVED, CHECKING, LONGEST, OPEN, is_vague
from messages import say
from office import matters
from office import referrals as office_of_referrals
from office.access import Viewer
from office.desk_rules import DeskRules
from office.ids import button
from office.post import Post, letter
from storage import directory, people, referrals
from storage import feedback as feedbacks
from storage import matters as rows
from storage.matters import MatterRow
from storage.outbox import REMINDER
from storage.referrals import AnswerRow, ReferralRow

ROUNDS = 100
"""A button under an answer holds matter and round in one number: matter × 100 + round."""


@dataclass(frozen=True, slots=True)
class InHand:
    """An answer with what it answers."""

    matter: MatterRow
    referral: ReferralRow
    answer: AnswerRow

    @property
    def waits(self) -> bool:
        """Whether it is to be judged: nobody has yet, and its matter goes on."""
        return self.answer.state == "waiting" and self.matter.status != CLOSED


def in_hand(connection: Connection, who: Viewer, answer_id: int, *, hold: bool = False) -> InHand | None:
    """An answer this person may judge. `hold`: as in `matters.in_hand`."""
    answer = referrals.find_answer(connection, answer_id)
    if answer is None:
        return None
    found = office_of_referrals.in_hand(connection, who, answer.referral_id, "approve", hold=hold)
    return InHand(found.matter, found.referral, answer) if found else None


def newest_of(connection: Connection, matter_id: int) -> AnswerRow | None:
    """The answer that waits to be judged, the newest."""
    ids = [one.id for one in referrals.of_matter(connection, matter_id)]
    waiting = [one for one in referrals.answers_of(connection, ids) if one.state == "waiting"]
    return waiting[-1] if waiting else None


def told_of(answer: AnswerRow) -> str:
    """What reporters could read of an answer: what was found and will be done. Coordinators mend it."""
    by = f"({answer.done_by_on:%d/%m/%Y})" if answer.done_by_on else ""
    return " ".join(part for part in (answer.found, answer.planned, by) if part)[:LONGEST]


def approve(post: Post, rules: DeskRules, who: Viewer, one: InHand, told: str) -> bool:
    """Let every reporter read `told`, with [👍 Đã rõ] [👎 Chưa thỏa đáng]. After a first answer ("đang xác
    minh") the unit owes the rest. False where it says nothing, or somebody has judged the answer already, or
    the matter is closed: its reporters have read its end."""
    if is_vague(told) or not one.waits:
        return False
    if not referrals.judge_answer(
        post.connection, one.answer.id, "approved", post.now, who.person_id, told=told
    ):
        return False
    if one.answer.verdict == CHECKING:
        office_of_referrals.owe_rest(post, rules, one.referral)
    else:
        referrals.change(post.connection, one.referral.id, state=APPROVED, ended_at=post.now, next_at=None)
    rows.add_event(
        post.connection,
        one.matter.id,
        "approved",
        post.now,
        by=who.person_id,
        said=told,
        referral=one.referral.id,
    )
    unit = directory.find_unit(post.connection, one.referral.unit_id).name
    _feed_back(post, rules, who, one.matter, lambda codes: say("c-replied", code=codes, unit=unit, said=told))
    return True


def reply(post: Post, rules: DeskRules, who: Viewer, row: MatterRow, told: str) -> bool:
    """The coordinator answers the reporters without any unit: "Trả lời CTV"."""
    if is_vague(told):
        return False
    return _feed_back(post, rules, who, row, lambda codes: say("c-told", codes=codes, said=told), told)


def send_back(post: Post, rules: DeskRules, who: Viewer, one: InHand, why: str) -> bool:
    """The answer does not do; the unit reads why and owes another. False without a reason, if judged, or
    where the matter is closed: what its units owed was called off."""
    if not why.strip() or not one.waits:
        return False
    if not referrals.judge_answer(
        post.connection, one.answer.id, "sent-back", post.now, who.person_id, reason=why
    ):
        return False
    rows.add_event(
        post.connection,
        one.matter.id,
        "sent-back",
        post.now,
        by=who.person_id,
        said=why,
        referral=one.referral.id,
    )
    matter = rows.find(post.connection, one.matter.id)
    if matter is not None:
        matters.step(post, matter, "send-back", by=who.person_id, said=why)
    office_of_referrals.owe_again(post, rules, one.referral, why)
    return True


def _feed_back(
    post: Post, rules: DeskRules, who: Viewer, row: MatterRow, line: matters.LineOf, said: str | None = None
) -> bool:
    waiting = [one for one in referrals.of_matter(post.connection, row.id) if one.state in OPEN]
    if waiting and said is None:
        # Another unit still owes its part: the reporters read this one, the matter goes on.
        rows.add_event(post.connection, row.id, "feed-back", post.now, by=who.person_id)
    elif not matters.step(post, row, "feed-back", by=who.person_id, said=said):
        return False
    round = rounds_of(post.connection, row.id)
    rows.change(
        post.connection, row.id, post.now, answered_at=post.now, ask_again_at=post.now + rules.ask_again
    )
    number = row.id * ROUNDS + min(round, ROUNDS - 1)
    buttons = [[(button("clear", number), say("b-useful")), (button("unclear", number), say("b-unclear"))]]
    matters.tell_reporters(post, row, line, buttons)
    return True


def rounds_of(connection: Connection, matter_id: int) -> int:
    """How many times the reporters of a matter were told an answer."""
    return rows.count_events(connection, matter_id, "feed-back")


# -- what reporters say to it -------------------------------------------------------------------------


def judge(post: Post, person_id: int, number: int, *, clear: bool) -> str:
    """[👍 Đã rõ] or [👎 Chưa thỏa đáng], of a reporter of the matter: "clear", "unclear", "reopened", "gone".

    The last press counts; two who find it unclear open the matter again (DOMAIN §11.3).
    """
    matter_id, round = divmod(number, ROUNDS)
    row = rows.find(post.connection, matter_id, hold=True)
    reporters = dict(rows.reporters_of(post.connection, matter_id))
    rounds = rounds_of(post.connection, matter_id)
    if row is None or person_id not in reporters or not 0 < round <= rounds:
        return "gone"
    said = "clear" if clear else "unclear"
    feedbacks.put(post.connection, matter_id, person_id, round, said, post.now)
    if clear:
        return "clear"
    unclear = feedbacks.count(post.connection, matter_id, round, "unclear")
    is_newest = round == rounds
    if unclear >= UNCLEAR_REOPENS and is_newest and row.status in (FED_BACK, CLOSED):
        matters.reopen(post, row, by=None, why=say("m-unclear", n=unclear))
        return "reopened"
    line = say("m-one-unclear", matter=row.code)
    matters.tell_coordinators(post, row.unit_id, row, [line])
    return "unclear"


def say_why(post: Post, person_id: int, matter_id: int, why: str) -> bool:
    """What a reporter still misses, in masked words; the coordinators read it without who said it."""
    row = rows.find(post.connection, matter_id)
    if row is None or not feedbacks.explain(post.connection, matter_id, person_id, why):
        return False
    matters.tell_coordinators(post, row.unit_id, row, [say("m-why-unclear", matter=row.code, why=why)])
    return True


def ask_again(post: Post, rules: DeskRules) -> int:
    """Ask once, so many days after an answer, whether people still wonder: those who did not find it unclear.
    Gives of how many matters."""
    if not rules.manners(post.now).allow(post.now):
        return 0
    due = rows.to_ask_again(post.connection, post.now)
    for row in due:
        rows.change(post.connection, row.id, row.changed_at, ask_again_at=None)
        round = rounds_of(post.connection, row.id)
        number = row.id * ROUNDS + min(round, ROUNDS - 1)
        unclear = feedbacks.people(post.connection, row.id, round, "unclear")
        buttons = [
            [(button("clear", number), say("b-people-clear")), (button("unclear", number), say("b-still"))]
        ]
        line = say("p-still", matter=row.code, said=row.said)
        asked = [one for one, _ in rows.reporters_of(post.connection, row.id) if one not in unclear]
        places = people.places_of(post.connection, asked, post.pushing)
        post.owe([letter(place, [line], buttons, rank=REMINDER) for place in places])
    return len(due)
