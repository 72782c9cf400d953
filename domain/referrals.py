"""A matter put to a unit: until when it is to answer, when it is reminded, what an answer must say.

DOMAIN §11.3, §11.4 (terms), §6 (what people complain of: vague answers without evidence).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from domain.calendar import WorkingCalendar
from domain.text import fold

URGENT: Final = "urgent"
NORMAL: Final = "normal"
COMPLEX: Final = "complex"
KINDS: Final = (URGENT, NORMAL, COMPLEX)

SENT: Final = "sent"
ACCEPTED: Final = "accepted"
ANSWERED: Final = "answered"
APPROVED: Final = "approved"
RETURNED: Final = "returned"
REVOKED: Final = "revoked"
WAITING: Final = (SENT, ACCEPTED)
"""The unit still owes an answer."""
OPEN: Final = (*WAITING, ANSWERED)

CHECKING: Final = "checking"
VERDICTS: Final = (CHECKING, "founded", "partly", "unfounded", "outside", "duplicate")
"""đang xác minh / có cơ sở / một phần / không có cơ sở / ngoài thẩm quyền / trùng (DOMAIN §1 row 19)."""

URGENT_HOURS: Final = timedelta(hours=4)
WORKING_DAYS: Final = {NORMAL: 5, COMPLEX: 10}
RETURN_DAYS: Final = 1
"""Working days within which a unit says that something is not its competence."""
END_OF_DAY: Final = time(17)
LINK_KEPT: Final = timedelta(days=30)
"""How long after its due date a unit's link still opens."""

LONGEST: Final = 2000
LEAST: Final = 20
"""Letters of an answer's finding below which it says nothing."""

CODE: Final = "PC-"


def code_of(referral_id: int) -> str:
    """What people call a referral: PC-7 (phiếu chuyển)."""
    return f"{CODE}{referral_id}"


def is_link_revoked(due_at: datetime, link_until_at: datetime) -> bool:
    """Whether a unit's link ended before its time: somebody took it away."""
    return link_until_at < due_at + LINK_KEPT


def verdicts_for(kind: str) -> tuple[str, ...]:
    """What a unit may conclude (DOMAIN §1 row 19). "Ngoài thẩm quyền" is given back with a reason instead;
    "đang xác minh" is a first answer, which only urgent referrals ask for (DOMAIN §11.4)."""
    out = {"outside"} if kind == URGENT else {"outside", CHECKING}
    return tuple(one for one in VERDICTS if one not in out)


def due_of(kind: str, now: datetime, calendar: WorkingCalendar) -> datetime:
    """Until when a unit is to answer (UTC): urgent four working hours, normal five working days, complex ten,
    then at 17:00 (DOMAIN §11.4). Raises KeyError for another kind."""
    if kind == URGENT:
        return calendar.add_working_hours(now, URGENT_HOURS)
    return calendar.at(calendar.add_working_days(calendar.day_of(now), WORKING_DAYS[kind]), END_OF_DAY)


def stages(made: datetime, due: datetime, calendar: WorkingCalendar) -> tuple[datetime, ...]:
    """When a unit is reminded: at half and at four fifths of its working time, and when it is due."""
    whole = calendar.working_time(made, due)
    return (
        *(min(due, calendar.add_working_hours(made, whole * part)) for part in (0.5, 0.8)),
        due,
    )


def next_stage(
    made: datetime, due: datetime, now: datetime, calendar: WorkingCalendar
) -> tuple[int, datetime | None]:
    """(how many of `stages` have passed, when the next one comes); after the last, the next working morning:
    whoever referred it is told daily what is overdue."""
    all_stages = stages(made, due, calendar)
    passed = sum(at <= now for at in all_stages)
    if passed < len(all_stages):
        return passed, all_stages[passed]
    morning = calendar.add_working_days(calendar.day_of(now), 1)
    return passed, calendar.at(morning, calendar.hours[0][0])


def overdue_days(due: datetime, now: datetime, calendar: WorkingCalendar) -> int:
    """Working days a referral is late, today counted; 0 until the day it was due is over."""
    return days_left(now, due, calendar)


def days_left(due: datetime, now: datetime, calendar: WorkingCalendar) -> int:
    """Working days after today in which a unit can still answer, that of the due date too; 0 on that day."""
    day, last, days = calendar.day_of(now), calendar.day_of(due), 0
    while day < last:
        day += timedelta(days=1)
        days += calendar.is_working_day(day)
    return days


@dataclass(frozen=True, slots=True)
class Reply:
    """What a unit says: what was checked, what was found, what will be done, by when."""

    checked: str
    found: str
    planned: str
    verdict: str
    done_by_on: date | None = None


_EMPTY_PHRASES: Final = re.compile(
    r"(?:da|xin|se|chung toi|don vi|ubnd|phuong|xa|cam on|ghi nhan|tiep thu|tiep nhan|nghien cuu|xem xet"
    r"|chi dao|y kien|phan anh|kien nghi|cua|cac|ba con|nguoi dan|nhan dan|va|theo|quy dinh|trong|thoi gian"
    r"|toi|sap|kiem tra|xu ly|giai quyet|som|den|nay|viec|van de|noi dung|\W|\d)+"
)
"""Phrases of which an answer may consist and say nothing: "đã tiếp thu ý kiến, sẽ nghiên cứu xem xét"."""


def is_vague(text: str) -> bool:
    """Whether these words say nothing: too short, or only that it was noted (DOMAIN §6: "never vague")."""
    folded = fold(text)
    return sum(letter.isalpha() for letter in folded) < LEAST or bool(_EMPTY_PHRASES.fullmatch(folded))


def problems(reply: Reply, today: date) -> tuple[str, ...]:
    """What keeps an answer from being handed in: names of parts. Only the finding is required; where there
    was something in it, what will be done too, and a day to do it by must not lie behind."""
    found = []
    if reply.verdict not in VERDICTS:
        found.append("verdict")
    if is_vague(reply.found):
        found.append("found")
    if reply.verdict in ("founded", "partly") and not reply.planned.strip():
        found.append("planned")
    if reply.done_by_on is not None and reply.done_by_on < today:
        found.append("done-by")
    return tuple(found)
