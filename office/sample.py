"""The sample unit: everything made up, so that the product can be tried before a real unit exists.

The web page's two panes sit at the lanes below; `bot/channels/web.py` opens them in sample mode only. A
visitor moves its clock on and watches the rhythm of a period: `next_stops`, `keep_ahead`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from domain.scales import ATTENTION, NORMAL
from domain.text import fold
from office import sample_past
from office.desk_rules import DeskRules
from office.periods import Plan, open_periods
from storage import focus, meta, people, periods, referrals, reports, sessions, units

FLAG = "sample"
AHEAD = "sample_ahead_s"
"""How many seconds the sample's clock is before the machine's."""

DUTY_PHONE = "0200 000 000"
PANES = ("collaborator", "duty")
SESSION = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A made-up report: how long ago, and what."""

    ago: timedelta
    topic: str
    tone: str
    level: str
    status: str
    said: str
    forecast: str | None = None
    proposal: str | None = None


def _ago(days: int, hours: int = 0) -> timedelta:
    return timedelta(days=days, hours=hours)


FOCUS = (
    ("MT", "Thu gom rác và điểm tập kết ở chợ"),
    ("YT", "Khám sức khỏe người cao tuổi tại trạm"),
)
"""What the running period is to listen for."""

HEARD = (
    _Heard(
        _ago(27), "YT", "approve", NORMAL, "compiled",
        "Bà con khen đợt khám sức khỏe người cao tuổi tại trạm, không phải chờ lâu.",
    ),
    _Heard(
        _ago(26), "HT", "aggrieved", ATTENTION, "received",
        "Đường tổ 7 đào lên đặt ống nước đã ba tuần chưa lấp, học sinh đi lại khó.",
        "grow",
        "Đề nghị đơn vị thi công cắm biển báo và hẹn ngày hoàn trả mặt đường.",
    ),
    _Heard(
        _ago(22, 3), "TH", "uneasy", NORMAL, "compiled",
        "Nhiều hộ hỏi cách tính thuế đất phi nông nghiệp năm nay, giấy báo khó hiểu.",
    ),
    _Heard(
        _ago(21, 7), "GD", "uneasy", NORMAL, "received",
        "Phụ huynh trường tiểu học băn khoăn khoản thu tự nguyện, mong nhà trường công khai.",
    ),
    _Heard(
        _ago(17, 5), "MT", "uneasy", NORMAL, "received",
        "Điểm tập kết rác cuối chợ hai hôm mới thu một lần, mùi bay vào khu dân cư tổ 4.",
    ),
    _Heard(
        _ago(15, 2), "DV", "approve", NORMAL, "received",
        "Làm giấy khai sinh qua mạng hai ngày có kết quả, người trẻ rất đồng tình.",
    ),
    _Heard(
        _ago(12, 6), "TP", "uneasy", ATTENTION, "received",
        "Quán ăn gần cổng trường bán xúc xích không rõ nguồn gốc, phụ huynh lo lắng.",
        "same",
        "Mong có đoàn kiểm tra trước giờ tan học.",
    ),
    _Heard(
        _ago(9, 4), "AS", "unclear", NORMAL, "received",
        "Có ý kiến hỏi mức hỗ trợ tiền điện cho hộ cận nghèo quý này đã có chưa.",
    ),
    _Heard(
        _ago(6, 1), "TD", "uneasy", NORMAL, "received",
        "Trên nhóm của khu phố truyền tin cắt nước cả tuần, nhiều người cần thông tin chính thức.",
        "grow",
    ),
    _Heard(
        _ago(5, 2), "MT", "aggrieved", NORMAL, "received",
        "Tiểu thương nói rác ở điểm tập kết cuối chợ để qua đêm, nước bẩn chảy ra lối đi.",
    ),
    _Heard(
        _ago(4, 5), "AN", "uneasy", NORMAL, "received",
        "Đoạn đường sau nhà văn hóa thiếu đèn, người đi tập buổi tối không yên tâm.",
    ),
    _Heard(
        _ago(2, 3), "KT", "unclear", NORMAL, "sent",
        "Tiểu thương chợ nói sức mua giảm, mong giãn tiền thuê quầy tháng này.",
    ),
    _Heard(
        _ago(1, 2), "CS", "approve", NORMAL, "sent",
        "Người dân ủng hộ việc công khai lịch tiếp dân của lãnh đạo phường trên bảng tin.",
    ),
)  # fmt: skip


def officer(connection: Connection) -> int | None:
    """Who sits in the coordinator's pane."""
    lane = f"web:sample:{PANES[1]}"
    member = people.members_at(connection, [lane]).get(lane)
    return member.person_id if member else None


def unit_page(connection: Connection, rules: DeskRules) -> str | None:
    """The address at which the unit asked last would answer now; None where no unit owes an answer, or its
    link is revoked."""
    found = referrals.newest_waiting(connection)
    return rules.links.path(found.id, found.generation) if found and not found.link_revoked else None


def plant_sample(connection: Connection, plan: Plan, rules: DeskRules, now: datetime) -> None:
    """Make the sample unit “Phường Mẫu” with a person in each pane and a desk in the middle of its work. Does
    nothing where it stands already."""
    if meta.get(connection, FLAG):
        return
    above = units.add(connection, code="TM", name="Tỉnh Mẫu", type="province")
    unit_id = units.add(
        connection, code="PM", name="Phường Mẫu", type="commune", parent_id=above, duty_phone=DUTY_PHONE
    )
    reporter = _seated(connection, unit_id, "collaborator", "Cộng tác viên mẫu", now)
    officer = _seated(connection, unit_id, "duty", "Điều phối viên trực mẫu", now)
    people.add_membership(
        connection, person_id=officer, unit_id=unit_id, role="coordinator", label="Điều phối viên trực mẫu"
    )
    _person(connection, unit_id, "leader", "Lãnh đạo mẫu", now)
    heard = furnish(connection, unit_id, plan, now, reporter=reporter)
    sample_past.play(connection, rules, now, unit_id=unit_id, officer=officer, heard=heard)


def furnish(
    connection: Connection, unit_id: int, plan: Plan, now: datetime, *, reporter: int | None = None
) -> list[int]:
    """Give a unit made-up collaborators, weeks of reports and a body to refer to, and flag it as a sample;
    gives the reports.

    `reporter` gets a third of the reports, so that there is something under "my reports", and owes one for
    the running period, for which two others have reported.
    """
    for begin in (now - 2 * HEARD[0].ago, now):
        open_periods(connection, unit_id, plan, begin)
    running = periods.running(connection, unit_id, now)
    since = running.start_at if running else now
    if running:
        focus.replace_all(connection, running.id, FOCUS)
    units.add(connection, code="TYT", name="Trạm Y tế", type="body", parent_id=unit_id, territorial=False)
    others = [
        _person(connection, unit_id, "collaborator", f"Cộng tác viên tổ {number}", now)
        for number in (4, 7, 9)
    ]
    filed = []
    for number, heard in enumerate(HEARD):
        is_own, at = number % 3 == 2, now - heard.ago
        if is_own:
            at = min(at, since - timedelta(days=1, hours=number))
        elif number >= len(HEARD) - len(others):
            at = max(at, since + (now - since) / 2)
        person = reporter if is_own and reporter else others[number % 3]
        filed.append(_report(connection, unit_id, person, heard, at))
    meta.put(connection, FLAG, "1")
    return filed


def next_stops(connection: Connection, now: datetime) -> dict[str, datetime]:
    """Where a visitor may move the clock: "stage", whatever happens next to the period, and "due", its
    deadline."""
    found = periods.next_stage(connection, now)
    if found is None:
        return {}
    at, due_at = found
    return ({"stage": at} if at != due_at else {}) | ({"due": due_at} if due_at > now else {})


def ahead(connection: Connection) -> timedelta:
    """How far a visitor has moved the sample's clock on."""
    return timedelta(seconds=float(meta.get(connection, AHEAD) or 0))


def keep_ahead(connection: Connection, moved: timedelta) -> None:
    """The sample's clock goes on from there after a restart."""
    meta.put(connection, AHEAD, str(moved.total_seconds()))


def _person(connection: Connection, unit_id: int, role: str, label: str, now: datetime) -> int:
    since = now - HEARD[0].ago
    id = people.add_person(connection, unit_id=unit_id, label=label, lang="vi", reminders=True, now=since)
    people.add_membership(connection, person_id=id, unit_id=unit_id, role=role, label=label)
    return id


def _seated(connection: Connection, unit_id: int, pane: str, label: str, now: datetime) -> int:
    """The person of a pane, joined already and with a session that needs no cookie."""
    id, lane = _person(connection, unit_id, pane, label, now), f"web:{FLAG}:{pane}"
    people.add_address(connection, person_id=id, lane=lane, channel="web", bot=FLAG, chat=pane, now=now)
    sessions.open_session(connection, lane=lane, seat=pane, lang="vi", now=now, expires_at=now + SESSION)
    return id


def _report(connection: Connection, unit_id: int, person_id: int, heard: _Heard, at: datetime) -> int:
    running = periods.running(connection, unit_id, at)
    return reports.add_report(
        connection,
        unit_id=unit_id,
        area_id=unit_id,
        person_id=person_id,
        period_id=running.id if running else None,
        nil=False,
        topic=heard.topic,
        tone=heard.tone,
        level=heard.level,
        said=heard.said,
        folded=fold(heard.said),
        forecast=heard.forecast,
        proposal=heard.proposal,
        channel="web",
        status=heard.status,
        filed_at=at,
        editable_until_at=at,
        taken_at=at if heard.status != "sent" else None,
        revision=1,
    )
