"""Referrals to units, and what they answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, delete, func, insert, select, update

from domain.referrals import OPEN, WAITING, code_of, is_link_revoked
from storage.tables import answer, answer_file, matter, referral


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A matter put to a unit."""

    id: int
    matter_id: int
    unit_id: int
    lead: bool
    kind: str
    said: str
    area: str
    state: str
    made_at: datetime
    due_at: datetime
    accepted_at: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    generation: int
    link_until_at: datetime
    more_until_at: datetime | None
    reason: str | None
    follows_id: int | None
    stage: int
    next_at: datetime | None
    made_by: int | None

    @property
    def code(self) -> str:
        """PC-7."""
        return code_of(self.id)

    @property
    def link_revoked(self) -> bool:
        """Whether the unit's link was taken away, and no other given yet."""
        return is_link_revoked(self.due_at, self.link_until_at)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What a unit answered. `told`: what the coordinator made of it for those who reported."""

    id: int
    referral_id: int
    checked: str
    found: str
    planned: str
    done_by_on: date | None
    verdict: str
    state: str
    at: datetime
    judged_at: datetime | None
    judged_by: int | None
    reason: str | None
    told: str | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A picture or paper a unit attached."""

    id: int
    referral_id: int
    answer_id: int | None
    name: str
    media_type: str
    size: int


_columns: tuple[Any, ...] = (
    referral.c.id, referral.c.matter_id, referral.c.unit_id, referral.c.lead, referral.c.kind,
    referral.c.said, referral.c.area, referral.c.state, referral.c.made_at, referral.c.due_at,
    referral.c.accepted_at, referral.c.answered_at, referral.c.ended_at, referral.c.generation,
    referral.c.link_until_at, referral.c.more_until_at, referral.c.reason, referral.c.follows_id,
    referral.c.stage, referral.c.next_at, referral.c.made_by,
)  # fmt: skip
_by_id = select(*_columns).where(referral.c.id == bindparam("id"))


def add(connection: Connection, **values: Any) -> int:
    """Keep a referral; gives its id."""
    return int(connection.execute(insert(referral).values(values).returning(referral.c.id)).scalar_one())


def find(connection: Connection, id: int) -> ReferralRow | None:
    """One referral, or None."""
    row = connection.execute(_by_id, {"id": id}).one_or_none()
    return ReferralRow(*row) if row else None


def change(connection: Connection, id: int, **values: Any) -> None:
    """Change a referral."""
    connection.execute(update(referral).where(referral.c.id == id).values(values))


def of_matter(connection: Connection, matter_id: int) -> list[ReferralRow]:
    """Every referral of a matter, the oldest first."""
    rows = connection.execute(
        select(*_columns).where(referral.c.matter_id == matter_id).order_by(referral.c.id)
    )
    return [ReferralRow(*row) for row in rows]


def open_of_unit(connection: Connection, units: Collection[int], limit: int = 50) -> list[ReferralRow]:
    """What these units still have to answer, the most urgent first."""
    rows = connection.execute(_open_of_unit, {"units": list(units), "limit": limit})
    return [ReferralRow(*row) for row in rows]


_open_of_unit = (
    select(*_columns)
    .where(referral.c.unit_id.in_(bindparam("units", expanding=True)), referral.c.state.in_(WAITING))
    .order_by(referral.c.due_at, referral.c.id)
    .limit(bindparam("limit", type_=Integer))
)


def open_of_matters(connection: Connection, matters: Collection[int]) -> Mapping[int, list[ReferralRow]]:
    """The referrals of these matters that are not ended, by matter."""
    rows = connection.execute(
        select(*_columns)
        .where(referral.c.matter_id.in_(matters), referral.c.state.in_(OPEN))
        .order_by(referral.c.id)
    )
    found: dict[int, list[ReferralRow]] = {}
    for row in rows:
        found.setdefault(row.matter_id, []).append(ReferralRow(*row))
    return found


def usual_units(connection: Connection, unit_id: int, last: int = 200) -> dict[int, int]:
    """To which units the matters of this one were put lately, and how often."""
    rows = connection.execute(_usual, {"unit": unit_id, "last": last})
    return {row[0]: row[1] for row in rows}


_lately = (
    select(referral.c.unit_id)
    .join(matter, matter.c.id == referral.c.matter_id)
    .where(matter.c.unit_id == bindparam("unit"))
    .order_by(referral.c.id.desc())
    .limit(bindparam("last", type_=Integer))
    .subquery()
)
_usual = select(_lately.c.unit_id, func.count()).group_by(_lately.c.unit_id)


def newest_waiting(connection: Connection) -> ReferralRow | None:
    """The referral made last of those whose unit still owes an answer, or None."""
    row = connection.execute(
        select(*_columns).where(referral.c.state.in_(WAITING)).order_by(referral.c.id.desc()).limit(1)
    ).one_or_none()
    return ReferralRow(*row) if row else None


def follower_of(connection: Connection, id: int) -> int | None:
    """The referral to another unit that is to take the place of this one, or None."""
    return connection.execute(
        select(referral.c.id).where(referral.c.follows_id == id).order_by(referral.c.id.desc()).limit(1)
    ).scalar()


def is_any_due(connection: Connection, now: datetime) -> bool:
    """Whether `due` would give anything."""
    return connection.execute(_any_due, {"now": now}).first() is not None


_any_due = select(referral.c.id).where(referral.c.next_at <= bindparam("now")).limit(1)


def due(connection: Connection, now: datetime, limit: int = 100) -> list[ReferralRow]:
    """Referrals whose next reminder has come; taken by this process alone."""
    rows = connection.execute(
        select(*_columns)
        .where(referral.c.next_at <= now)
        .order_by(referral.c.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [ReferralRow(*row) for row in rows]


# -- answers ---------------------------------------------------------------------------------------

_answer: tuple[Any, ...] = (
    answer.c.id, answer.c.referral_id, answer.c.checked, answer.c.found, answer.c.planned,
    answer.c.done_by_on, answer.c.verdict, answer.c.state, answer.c.at, answer.c.judged_at,
    answer.c.judged_by, answer.c.reason, answer.c.told,
)  # fmt: skip


def add_answer(connection: Connection, **values: Any) -> int:
    """Keep what a unit answered; gives its id."""
    return int(connection.execute(insert(answer).values(values).returning(answer.c.id)).scalar_one())


def find_answer(connection: Connection, id: int) -> AnswerRow | None:
    """One answer, or None."""
    row = connection.execute(select(*_answer).where(answer.c.id == id)).one_or_none()
    return AnswerRow(*row) if row else None


def answers_of(connection: Connection, referrals: Collection[int]) -> list[AnswerRow]:
    """What was answered to these referrals, the oldest first."""
    rows = connection.execute(
        select(*_answer).where(answer.c.referral_id.in_(referrals)).order_by(answer.c.id)
    )
    return [AnswerRow(*row) for row in rows]


def judge_answer(
    connection: Connection,
    id: int,
    state: str,
    now: datetime,
    by: int,
    *,
    reason: str | None = None,
    told: str | None = None,
) -> bool:
    """A coordinator approves an answer or sends it back, once: False when somebody has done so already."""
    judged = connection.execute(
        update(answer)
        .where(answer.c.id == id, answer.c.state == "waiting")
        .values(state=state, judged_at=now, judged_by=by, reason=reason, told=told)
    )
    return judged.rowcount == 1


def add_file(connection: Connection, **values: Any) -> int:
    """Keep that a unit attached a file; gives its id."""
    return int(
        connection.execute(insert(answer_file).values(values).returning(answer_file.c.id)).scalar_one()
    )


def settle_files(connection: Connection, referral_id: int, answer_id: int) -> None:
    """What was attached so far goes with this answer."""
    connection.execute(
        update(answer_file)
        .where(answer_file.c.referral_id == referral_id, answer_file.c.answer_id.is_(None))
        .values(answer_id=answer_id)
    )


def files_of(connection: Connection, referral_id: int) -> list[FileRow]:
    """What was attached to a referral's answers, the oldest first."""
    rows = connection.execute(
        select(
            answer_file.c.id,
            answer_file.c.referral_id,
            answer_file.c.answer_id,
            answer_file.c.name,
            answer_file.c.media_type,
            answer_file.c.size,
        )
        .where(answer_file.c.referral_id == referral_id)
        .order_by(answer_file.c.id)
    )
    return [FileRow(*row) for row in rows]


def count_files(connection: Connection, referral_id: int) -> int:
    """How many files a referral has."""
    return connection.execute(
        select(func.count()).select_from(answer_file).where(answer_file.c.referral_id == referral_id)
    ).scalar_one()


def drop_file(connection: Connection, referral_id: int, id: int) -> str | None:
    """Forget a file that went with no answer yet; gives its name, None where there is none such."""
    return connection.execute(
        delete(answer_file)
        .where(
            answer_file.c.id == id,
            answer_file.c.referral_id == referral_id,
            answer_file.c.answer_id.is_(None),
        )
        .returning(answer_file.c.name)
    ).scalar()
