"""Referrals: a matter put to a unit that can answer, and what the unit does with it. DOMAIN §11.3, §11.4.

What a unit reads is the coordinator's own wording and an area wide enough; never who reported, by which
channel or at what hour (DESIGN §4.9). The unit acts by a signed link without an account, or in its own chat.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.access import Act
from domain.referrals import (
    ACCEPTED,
    ANSWERED,
    KINDS,
    LINK_KEPT,
    NORMAL,
    OPEN,
    RETURNED,
    REVOKED,
    SENT,
    WAITING,
    Reply,
    days_left,
    due_of,
    next_stage,
    overdue_days,
    problems,
)
from domain.when import written
from messages import Say, say
from office import access, matters, sealing
from office.access import Viewer
from office.desk_rules import DeskRules
from office.ids import button
from office.post import Post, letter
from office.privacy import Areas
from storage import audit, directory, people, referrals
from storage import matters as rows_of_matters
from storage.directory import UnitRow
from storage.matters import MatterRow
from storage.outbox import ALERT, REMINDER, REPLY
from storage.people import Place
from storage.referrals import ReferralRow

TIME_AGAIN: Final = timedelta(hours=8)
"""Working time a unit has at least for an answer sent back: the term of an ordinary matter (DOMAIN §11.4)."""

BY_LINK: Final = None
"""Whoever acts for a unit by its link; those with an account are named by their number."""


class InHand(NamedTuple):
    """A referral with the matter it was made of."""

    matter: MatterRow
    referral: ReferralRow


def in_hand(
    connection: Connection, who: Viewer, id: int, act: Act = "handle", *, hold: bool = False
) -> InHand | None:
    """A referral and its matter, if this person may do that with them as the one who referred. `hold`: as in
    `matters.in_hand`."""
    row = _find(connection, id, hold=hold)
    found = matters.in_hand(connection, who, row.matter_id, act) if row is not None else None
    return InHand(found, row) if found is not None and row is not None else None


def _find(connection: Connection, id: int, *, hold: bool) -> ReferralRow | None:
    """A referral is held by its matter: so whoever acts on either side waits for the other."""
    row = referrals.find(connection, id)
    if row is None or not hold:
        return row
    rows_of_matters.find(connection, row.matter_id, hold=True)
    return referrals.find(connection, id)


def of_own_unit(connection: Connection, who: Viewer, id: int, *, hold: bool = False) -> ReferralRow | None:
    """A referral this person may answer for the unit it was put to. `hold`: as in `matters.in_hand`."""
    row = _find(connection, id, hold=hold)
    answering = replace(who, seats=tuple(seat for seat in who.seats if seat[1] == "unit"))
    if row is None or not access.may(connection, answering, "referral", "handle", row.unit_id):
        return None
    return row


def by_link(
    connection: Connection, rules: DeskRules, token: str, now: datetime, *, hold: bool = False
) -> ReferralRow | None:
    """The referral a link opens now; None for one that is forged, revoked or over. `hold`: as in
    `matters.in_hand`."""
    read = rules.links.read(token)
    row = _find(connection, read[0], hold=hold) if read else None
    if row is None or read is None or row.generation != read[1] or row.state == REVOKED:
        return None
    return row if now < row.link_until_at else None


def askable(connection: Connection, unit_id: int, on: date, but: Collection[int] = ()) -> list[UnitRow]:
    """The units to which a matter of this one can be put, `but` those it is kept from: those asked lately
    first, then its own, then the others."""
    own = directory.successors_of(connection, [unit_id], on)[unit_id]
    usual = referrals.usual_units(connection, own)
    found = [one for one in directory.around(connection, own, on) if one.id not in but]
    return sorted(found, key=lambda one: (-usual.get(one.id, 0), one.parent_id != own, one.name))


def refer(
    post: Post,
    rules: DeskRules,
    who: Viewer,
    row: MatterRow,
    unit_id: int,
    *,
    kind: str,
    said: str,
    due_at: datetime | None = None,
    follows: ReferralRow | None = None,
) -> ReferralRow | None:
    """Put a matter to a unit; the first one has the lead. The unit's people are told in their chats, the
    reporters which unit was asked and until when it is to answer. None where it cannot be.

    Of several referrals to one unit only one is open at a time. What is sealed is never put to its own unit.
    """
    now, calendar = post.now, rules.calendar(post.now)
    open_ones = [one for one in referrals.of_matter(post.connection, row.id) if one.state in OPEN]
    if kind not in KINDS or not said.strip() or any(one.unit_id == unit_id for one in open_ones):
        return None
    if unit_id in sealing.kept_from(post.connection, row.id):
        return None
    if not matters.step(post, row, "refer", by=who.person_id, said=said):
        return None
    due_at = due_at or due_of(kind, now, calendar)
    stage, next_at = next_stage(now, due_at, now, calendar)
    area = Areas(post.connection, post.today, rules.min_reporters).shown(row.area_id)
    id = referrals.add(
        post.connection,
        matter_id=row.id,
        unit_id=unit_id,
        lead=follows.lead if follows else not any(one.lead for one in open_ones),
        kind=kind,
        said=said,
        area=directory.find_unit(post.connection, area).name,
        state=SENT,
        made_at=now,
        due_at=due_at,
        generation=1,
        link_until_at=due_at + LINK_KEPT,
        stage=stage,
        next_at=next_at,
        made_by=who.person_id,
        follows_id=follows.id if follows else None,
    )
    made = _again(post, id)
    _tell_unit(post, rules, made, [_asked(post, made), made.said], rank=ALERT if kind == "urgent" else REPLY)
    name, due = _unit(post, made), written(due_at, ZoneInfo(post.zone))
    matters.tell_reporters(post, row, lambda codes: say("c-referred", code=codes, unit=name, due=due))
    return made


def accept(post: Post, row: ReferralRow, by: int | None) -> bool:
    """The unit takes it on. Whoever had it before and could not is free from now on (DOMAIN §6)."""
    if row.state != SENT:
        return False
    referrals.change(post.connection, row.id, state=ACCEPTED, accepted_at=post.now)
    _note(post, row, "accepted", by)
    if row.follows_id is not None:
        _free(post, row.follows_id, by)
    _tell_owner(post, row, say("m-accepted", referral=row.code, unit=_unit(post, row)))
    return True


def ask_more_time(post: Post, row: ReferralRow, by: int | None, until: datetime, why: str) -> bool:
    """The unit asks for a later due date; the coordinator decides. False where that makes no sense."""
    if row.state not in WAITING or until <= row.due_at or not why.strip():
        return False
    referrals.change(post.connection, row.id, more_until_at=until, reason=why)
    _note(post, row, "more-time", by, why)
    line = say(
        "m-more-time",
        referral=row.code,
        unit=_unit(post, row),
        until=written(until, ZoneInfo(post.zone)),
        why=why,
    )
    _tell_owner(
        post,
        row,
        line,
        [[(button("grant", row.id), say("b-grant")), (button("deny", row.id), say("b-deny"))]],
    )
    return True


def decide_more_time(post: Post, rules: DeskRules, who: Viewer, row: ReferralRow, *, grant: bool) -> bool:
    """Give the time a unit asked for, or not; the unit is told, and the reporters if the date is another."""
    if row.more_until_at is None or row.state not in WAITING:
        return False
    until, due = row.more_until_at, row.more_until_at if grant else row.due_at
    referrals.change(post.connection, row.id, more_until_at=None)
    if grant:
        _set_due(post, rules, row, until)
    _note(post, row, "granted" if grant else "denied", who.person_id)
    shown = written(due, ZoneInfo(post.zone))
    _tell_unit(post, rules, row, [say("u-granted" if grant else "u-denied", referral=row.code, due=shown)])
    return True


def give_back(post: Post, row: ReferralRow, by: int | None, why: str) -> bool:
    """ "Không thuộc thẩm quyền": back to the coordinator with a reason. Until the next unit accepts, this one
    stays named as responsible; its clock goes on (DOMAIN §6)."""
    if row.state not in WAITING or not why.strip():
        return False
    referrals.change(post.connection, row.id, state=RETURNED, reason=why, next_at=None, ended_at=post.now)
    _note(post, row, "returned", by, why)
    matter = rows_of_matters.find(post.connection, row.matter_id)
    others = [one for one in referrals.of_matter(post.connection, row.matter_id) if one.state in OPEN]
    if matter is not None and not others:
        matters.step(post, matter, "come-back", by=by, said=why)
    line = say("m-returned", referral=row.code, unit=_unit(post, row), why=why)
    _tell_owner(post, row, line, [[(button("reassign", row.id), say("b-refer-again"))]])
    return True


def hand_in(post: Post, row: ReferralRow, by: int | None, reply: Reply) -> tuple[str, ...]:
    """The unit's answer; gives what keeps it from being one (`problems`), nothing when it was taken. Its
    coordinator is told and judges it."""
    if row.state not in WAITING:
        return ("state",)
    today = post.now.astimezone(ZoneInfo(post.zone)).date()
    if found := problems(reply, today):
        return found
    answer_id = referrals.add_answer(
        post.connection,
        referral_id=row.id,
        checked=reply.checked,
        found=reply.found,
        planned=reply.planned,
        done_by_on=reply.done_by_on,
        verdict=reply.verdict,
        state="waiting",
        at=post.now,
    )
    referrals.settle_files(post.connection, row.id, answer_id)
    accepted = row.accepted_at or post.now
    referrals.change(
        post.connection, row.id, state=ANSWERED, answered_at=post.now, accepted_at=accepted, next_at=None
    )
    if row.state == SENT and row.follows_id is not None:
        _free(post, row.follows_id, by)
    _note(post, row, "handed-in", by)
    matter = rows_of_matters.find(post.connection, row.matter_id)
    if matter is not None:
        matters.step(post, matter, "answer", by=by)
    files = referrals.count_files(post.connection, row.id)
    line = say("m-answered", referral=row.code, unit=_unit(post, row), found=reply.found, files=files)
    _tell_owner(post, row, line, [[(button("judge", answer_id), say("b-judge"))]])
    return ()


def owe_again(post: Post, rules: DeskRules, row: ReferralRow, why: str) -> None:
    """An answer does not do: the unit reads why and has at least `TIME_AGAIN` for another."""
    due = max(row.due_at, rules.calendar(post.now).add_working_hours(post.now, TIME_AGAIN))
    referrals.change(post.connection, row.id, state=ACCEPTED, answered_at=None)
    _set_due(post, rules, row, due)
    line = say("u-sent-back", referral=row.code, why=why, due=written(due, ZoneInfo(post.zone)))
    _tell_unit(post, rules, row, [line], rank=REPLY)


def owe_rest(post: Post, rules: DeskRules, row: ReferralRow) -> None:
    """A first answer was taken: the unit has the time of a calm referral for the rest (DOMAIN §11.4)."""
    due = max(row.due_at, due_of(NORMAL, post.now, rules.calendar(post.now)))
    referrals.change(post.connection, row.id, state=ACCEPTED, answered_at=None)
    _set_due(post, rules, row, due)
    line = say("u-first-taken", referral=row.code, due=written(due, ZoneInfo(post.zone)))
    _tell_unit(post, rules, row, [line], rank=REPLY)


def chase(post: Post, rules: DeskRules, who: Viewer, row: ReferralRow) -> bool:
    """[🔔 Đôn đốc]: one more reminder to the unit, written down."""
    if row.state not in WAITING:
        return False
    _note(post, row, "chased", who.person_id)
    _tell_unit(post, rules, row, [_reminder(post, rules, row), row.said])
    return True


def reassign(
    post: Post, rules: DeskRules, who: Viewer, row: ReferralRow, unit_id: int, *, why: str
) -> ReferralRow | None:
    """Put it to another unit instead. The first stays responsible until the next accepts (DOMAIN §6)."""
    matter = rows_of_matters.find(post.connection, row.matter_id)
    if matter is None or row.state not in (*WAITING, RETURNED) or unit_id == row.unit_id:
        return None
    made = refer(post, rules, who, matter, unit_id, kind=row.kind, said=row.said, follows=row)
    if made is not None:
        _note(post, row, "reassigned", who.person_id, why)
    return made


def _free(post: Post, id: int, by: int | None) -> None:
    """The next unit has taken over: this one owes nothing more, and its link is dead."""
    row = referrals.find(post.connection, id)
    if row is not None and row.state in (*WAITING, RETURNED):
        referrals.change(
            post.connection, id, state=REVOKED, ended_at=post.now, next_at=None, generation=row.generation + 1
        )
        _note(post, row, "freed", by)


def renew_link(post: Post, rules: DeskRules, who: Viewer, row: ReferralRow) -> bool:
    """Another link in place of the one given before, which opens nothing any more; the unit's people get it
    in their chats. False where nothing is open."""
    if row.state not in OPEN:
        return False
    until = max(row.due_at, post.now) + LINK_KEPT
    _change_link(post, who, row, "link-renewed", until)
    _tell_unit(post, rules, _again(post, row.id), [say("u-link-renewed", referral=row.code)], rank=REPLY)
    return True


def revoke_link(post: Post, who: Viewer, row: ReferralRow) -> bool:
    """The link given before opens nothing any more, and there is none until it is renewed. False where there
    is none already."""
    if row.state not in OPEN or row.link_until_at <= post.now:
        return False
    _change_link(post, who, row, "link-revoked", min(post.now, row.due_at))
    return True


def _change_link(post: Post, who: Viewer, row: ReferralRow, act: str, until: datetime) -> None:
    referrals.change(post.connection, row.id, generation=row.generation + 1, link_until_at=until)
    _note(post, row, act, who.person_id)
    audit.note(post.connection, f"unit-{act}", row.code, now=post.now, actor=audit.person(who.person_id))


def end_of_matter(post: Post, matter_id: int) -> None:
    """The matter is closed: what is still open is called off, every clock stops."""
    for row in referrals.of_matter(post.connection, matter_id):
        if row.state in OPEN:
            referrals.change(
                post.connection,
                row.id,
                state=REVOKED,
                ended_at=post.now,
                next_at=None,
                generation=row.generation + 1,
            )
            _note(post, row, "called-off", BY_LINK)


def remind(post: Post, rules: DeskRules) -> int:
    """Tell units what is due, and whoever referred it what is overdue; each stage once, whatever was missed
    meanwhile. Gives how many referrals it was time for."""
    if not rules.manners(post.now).allow_work(post.now):
        return 0
    due = referrals.due(post.connection, post.now)
    for row in due:
        calendar = rules.calendar(post.now)
        stage, next_at = next_stage(row.made_at, row.due_at, post.now, calendar)
        referrals.change(post.connection, row.id, stage=stage, next_at=next_at)
        late = overdue_days(row.due_at, post.now, calendar)
        if late:
            line = say("a-overdue", referral=row.code, unit=_unit(post, row), n=late)
            rows = [[(button("chase", row.id), say("b-remind"))]]
            _tell_owner(post, row, line, rows)
        if row.stage < LATEST:
            _tell_unit(post, rules, row, [_reminder(post, rules, row)])
    return len(due)


LATEST = 3
"""Stages of a unit's reminders: half, four fifths, due. Afterwards only the coordinator is told, daily."""


def _set_due(post: Post, rules: DeskRules, row: ReferralRow, due_at: datetime) -> None:
    stage, next_at = next_stage(row.made_at, due_at, post.now, rules.calendar(post.now))
    until = row.link_until_at if row.link_revoked else due_at + LINK_KEPT
    referrals.change(
        post.connection, row.id, due_at=due_at, stage=stage, next_at=next_at, link_until_at=until
    )


def _reminder(post: Post, rules: DeskRules, row: ReferralRow) -> Say:
    left = days_left(row.due_at, post.now, rules.calendar(post.now))
    return say("r-unit", referral=row.code, due=written(row.due_at, ZoneInfo(post.zone)), left=left)


def _asked(post: Post, row: ReferralRow) -> Say:
    due = written(row.due_at, ZoneInfo(post.zone))
    return say("u-asked", referral=row.code, area=row.area, due=due)


def _again(post: Post, id: int) -> ReferralRow:
    row = referrals.find(post.connection, id)
    assert row is not None
    return row


def _unit(post: Post, row: ReferralRow) -> str:
    return directory.find_unit(post.connection, row.unit_id).name


def _note(post: Post, row: ReferralRow, act: str, by: int | None, said: str | None = None) -> None:
    rows_of_matters.add_event(
        post.connection, row.matter_id, act, post.now, by=by, said=said, referral=row.id
    )


def _tell_unit(
    post: Post, rules: DeskRules, row: ReferralRow, lines: Sequence[Say | str], rank: int = REMINDER
) -> None:
    """The unit's people in their chats, with the link that works without one."""
    places = unit_places(post, row.unit_id)
    links = [] if row.link_revoked else [say("u-link", link=rules.links.to(row.id, row.generation))]
    rows = [[(button("referral", row.id), say("b-open-referral"))]]
    post.owe([letter(place, [*lines, *links], rows, rank=rank) for place in places])


def unit_places(post: Post, unit_id: int) -> list[Place]:
    """Where a unit's people who answer referrals can be reached; none: the link is handed over otherwise."""
    return people.places_with(post.connection, unit_id, ("unit",), post.pushing)


def hand_over(post: Post, rules: DeskRules, row: ReferralRow) -> list[Say]:
    """What a coordinator reads where nobody of the unit can be written to; nothing where somebody can."""
    if unit_places(post, row.unit_id):
        return []
    link = rules.links.to(row.id, row.generation)
    return [say("u-link", link=link), say("c-hand-over-link", unit=_unit(post, row))]


def _tell_owner(
    post: Post, row: ReferralRow, line: Say, rows: Sequence[Sequence[tuple[str, Say]]] = ()
) -> None:
    matter = rows_of_matters.find(post.connection, row.matter_id)
    if matter is not None:
        matters.tell_coordinators(post, matter.unit_id, matter, [line], rows)
