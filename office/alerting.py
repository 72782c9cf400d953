"""Urgent reports: who is told at once, who is told when nobody comes, and who takes it. DOMAIN §11.4.

Wall clock, every day; quiet hours do not count. Truth is in the rows: a restart neither repeats nor forgets.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from messages import Say, Text, say
from office import groups
from office.ids import button
from office.post import Post, Where, letter
from office.rules import Rules
from storage import alerts, directory, people, reports, shifts
from storage.alerts import AlertRow, Notice
from storage.groups import GroupPlace
from storage.outbox import ALERT
from storage.people import Place
from storage.reports import ReportRow

DUTY = ("duty",)
COORDINATOR = ("coordinator",)
LEADER = ("leader",)
STAFF = DUTY + COORDINATOR + LEADER
SUMMARY = 160
"""Characters of the report an alert shows; the whole alert stays within 300 (DOMAIN §9)."""


def duty_phone(connection: Connection, unit_id: int, rules: Rules) -> str:
    """The number to call when nobody answers: the unit's own, else the operator's (`alerts.phone`)."""
    return directory.find_unit(connection, unit_id).duty_phone or rules.duty_phone or ""


def raise_alert(post: Post, report: ReportRow, rules: Rules) -> int:
    """Tell those on duty by the rota, else (none, or none to be reached) every duty officer of the unit, else
    its coordinators; and the unit's group beside them.

    Gives how many people could be told.
    """
    connection = post.connection
    alert_id = alerts.add_alert(
        connection,
        report_id=report.id,
        unit_id=report.unit_id,
        now=post.now,
        next_at=post.now + rules.to_coordinators,
    )
    places = _first_told(post, report)
    minutes = int(rules.to_coordinators.total_seconds() // 60)
    last = say("a-next", minutes=minutes, who=say("a-to-coordinators"))
    return _tell(post, alert_id, report, places, last, rules)


def _first_told(post: Post, report: ReportRow) -> list[Place]:
    """Where those on shift, else duty officers, else coordinators can be reached; the reporter only if there
    is nobody else."""
    connection = post.connection
    reporter: list[Place] = []
    on_shift = shifts.on_duty(connection, report.unit_id, post.now)
    for roles in (None, DUTY, COORDINATOR):
        if roles is None:
            places = people.places_of(connection, on_shift, post.pushing)
        else:
            places = people.places_with(connection, report.unit_id, roles, post.pushing)
        if others := [place for place in places if place.person_id != report.person_id]:
            return others
        reporter = reporter or places
    return reporter


def step_alerts(post: Post, rules: Rules) -> int:
    """Take every unclaimed alert whose hour has come one step up the chain; gives how many."""
    due = alerts.due_alerts(post.connection, post.now)
    for one in due:
        _step(post, one, rules)
    post.owe()
    return len(due)


def _step(post: Post, alert: AlertRow, rules: Rules) -> None:
    connection = post.connection
    report = reports.find_report(connection, alert.report_id)
    if report is None or report.status == "withdrawn":
        alerts.close_alert(connection, alert.id, post.now)
        return
    stage = alert.stage + 1
    next_at = alert.opened_at + rules.to_leader if stage == 1 else post.now + rules.repeat
    _still_group(post, alert.id, report, rules)
    alerts.step_alert(connection, alert.id, stage=stage, next_at=max(next_at, post.now + rules.repeat / 10))
    minutes = int((post.now - alert.opened_at).total_seconds() // 60)
    last = say("a-unclaimed", minutes=minutes)
    _tell(post, alert.id, report, _chain(post, alert, stage), last, rules)
    if stage == 2:
        _tell_reporter(post, report, say("c-unclaimed", code=report.code, phone=_phone(post, report, rules)))


def _chain(post: Post, alert: AlertRow, stage: int) -> list[Place]:
    """Stage 1: all coordinators of the unit; later: also its leader and the parent's coordinators."""
    connection = post.connection
    told = people.people_with(connection, alert.unit_id, DUTY + COORDINATOR)
    if stage >= 2:
        told += people.people_with(connection, alert.unit_id, LEADER)
        parent = directory.find_unit(connection, alert.unit_id).parent_id
        if parent is not None:
            told += people.people_with(connection, parent, COORDINATOR)
    return people.places_of(connection, list(dict.fromkeys(told)), post.pushing)


def _phone(post: Post, report: ReportRow, rules: Rules) -> str:
    return duty_phone(post.connection, report.unit_id, rules)


def _tell(post: Post, alert_id: int, report: ReportRow, places: list[Place], last: Say, rules: Rules) -> int:
    lines = [*describe(post.connection, report, rules), last]
    claim = ((button("claim", alert_id), say("b-ack")),)
    group = groups.place_of(post.connection, report.unit_id)
    told: list[Where] = [*places, *([group] if group else [])]
    post.tell(alert_id, [(place, letter(place, lines, [claim], rank=ALERT)) for place in told])
    return len(places)


def _still_group(post: Post, alert_id: int, report: ReportRow, rules: Rules) -> None:
    """The unit's group is about to be told again: one message there has a button, the newest."""
    if groups.place_of(post.connection, report.unit_id) is None:
        return
    told = [one for one in _told(post, alert_id) if one.person_id is None]
    _redraw(post, report, told, describe(post.connection, report, rules))


def _told(post: Post, alert_id: int) -> list[Notice]:
    """Everybody told of an alert, those told in this very transaction too."""
    post.owe()
    return alerts.notices_of(post.connection, alert_id)


def describe(connection: Connection, report: ReportRow, rules: Rules) -> list[Text]:
    """The head of an alert: code, topic, place, hour and the beginning of the text; no reporter."""
    local = report.filed_at.astimezone(ZoneInfo(rules.zone))
    topic = say(f"topic-{(report.topic or 'KH').lower()}-short")
    edited = [say("a-edited")] if report.revision > 1 else []
    return [
        say("a-urgent", code=report.code, topic=topic),
        say("a-where", area=directory.find_unit(connection, report.area_id).name, at=f"{local:%H:%M}"),
        _summary(report.said),
        *edited,
    ]


def alert_of(connection: Connection, report_id: int) -> int | None:
    """The alert a report has raised, or None."""
    found = alerts.alert_of(connection, report_id)
    return found.id if found else None


def report_of(connection: Connection, alert_id: int) -> int | None:
    """The report that has raised an alert, or None."""
    found = alerts.find_alert(connection, alert_id)
    return found.report_id if found else None


def claim(post: Post, alert_id: int, person_id: int, rules: Rules) -> str:
    """The first to ask owns the matter; the others see who. Gives "won", "mine", "taken" or "gone".

    The reporter is told that it was taken, by role, not by name. Only those told of the alert may ask; where
    its unit's group was told, all duty officers, coordinators and leaders of the unit.
    """
    connection = post.connection
    alert = alerts.find_alert(connection, alert_id)
    told = _told(post, alert_id)
    if alert is None or not _may_claim(connection, alert, told, person_id):
        return "gone"
    report = reports.find_report(connection, alert.report_id)
    if report is None or alert.closed_at is not None:
        return "gone"
    if not alerts.claim_alert(connection, alert_id, person_id, post.now):
        return "mine" if alert.claimed_by == person_id else "taken"
    reports.take_report(connection, report.id, post.now)
    who = people.label_of(connection, person_id)
    at = f"{post.now.astimezone(ZoneInfo(rules.zone)):%H:%M}"
    _redraw(post, report, told, [*describe(connection, report, rules), say("a-claimed", who=who, at=at)])
    _tell_reporter(post, report, say("c-acked", code=report.code, time=at))
    return "won"


def _may_claim(connection: Connection, alert: AlertRow, told: list[Notice], person_id: int) -> bool:
    if person_id in _people(told):
        return True
    in_group = any(one.person_id is None for one in told)
    return in_group and person_id in people.people_with(connection, alert.unit_id, STAFF)


def withdraw_alert(post: Post, report: ReportRow, rules: Rules) -> None:
    """The reporter took the report back: everybody alerted is told."""
    _end_or_redraw(post, report, [say("a-withdrawn", code=report.code)], close=True)


def close(post: Post, report_id: int) -> None:
    """What a report was about has come to its end: every clock of its alert stops."""
    alert = alerts.alert_of(post.connection, report_id)
    if alert is not None and alert.closed_at is None:
        alerts.close_alert(post.connection, alert.id, post.now)


def redraw_alert(post: Post, report: ReportRow, rules: Rules) -> None:
    """The reporter changed the text: everybody alerted sees the new one, marked as changed."""
    _end_or_redraw(post, report, describe(post.connection, report, rules), close=False)


def tell_addition(post: Post, report: ReportRow, said: str) -> None:
    """The reporter knows more: whoever took it is told, or everybody alerted while nobody has."""
    alert = alerts.alert_of(post.connection, report.id)
    if alert is None or alert.closed_at is not None:
        return
    told = _told(post, alert.id)
    owners = [alert.claimed_by] if alert.claimed_by else sorted(_people(told))
    places: list[Where] = [*people.places_of(post.connection, owners, post.pushing)]
    if not alert.claimed_by:
        places += _groups(post.connection, report, told)
    line = say("a-added", code=report.code, said=_summary(said))
    post.owe([letter(place, [line], rank=ALERT) for place in places])


def _summary(said: str) -> str:
    words = " ".join(said.split())
    return words if len(words) <= SUMMARY else words[: SUMMARY - 1] + "…"


def _end_or_redraw(post: Post, report: ReportRow, lines: list[Text], *, close: bool) -> None:
    alert = alerts.alert_of(post.connection, report.id)
    if alert is None or alert.closed_at is not None:
        return
    if close:
        alerts.close_alert(post.connection, alert.id, post.now)
    told = _told(post, alert.id)
    rows = () if close or alert.claimed_by else (((button("claim", alert.id)), say("b-ack")),)
    _redraw(post, report, told, lines, rows)


def _redraw(
    post: Post,
    report: ReportRow,
    told: list[Notice],
    lines: list[Text],
    row: tuple[tuple[str, Text], ...] = (),
) -> None:
    notices = [one.outbox_id for one in told if one.person_id is not None]
    shown: dict[int, Where] = {**people.places_showing(post.connection, notices)}
    for place in _groups(post.connection, report, told):
        shown |= {one.outbox_id: place for one in told if one.lane == place.lane}
    post.owe(
        [
            letter(place, lines, [row] if row else [], rank=ALERT, edits=message)
            for message, place in shown.items()
        ]
    )


def _people(told: list[Notice]) -> set[int]:
    return {one.person_id for one in told if one.person_id is not None}


def _groups(connection: Connection, report: ReportRow, told: list[Notice]) -> list[GroupPlace]:
    """The unit's group, if it was told and still is its group."""
    place = groups.place_of(connection, report.unit_id)
    return [place] if place and place.lane in {one.lane for one in told} else []


def _tell_reporter(post: Post, report: ReportRow, sentence: Say) -> None:
    if report.person_id is not None:
        for place in people.places_of(post.connection, [report.person_id], post.pushing):
            post.owe([letter(place, [sentence], rank=ALERT)])
