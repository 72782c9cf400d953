"""Urgent reports: who is told at once, who is told when nobody comes, who takes it, and how it ends.
DOMAIN §11.4. Calm ones: `office/attention.py`; whether somebody still works on it: `office/still.py`.

Wall clock, every day; quiet hours do not count. Truth is in the rows: a restart neither repeats nor forgets.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.scales import ATTENTION, URGENT
from messages import Text, say
from office import sealing
from office.alert_letters import (
    claimed,
    describe,
    group_of,
    groups_told,
    people_told,
    redraw,
    summary,
    tell,
    tell_reporter,
    told_of,
    unclaimed,
)
from office.ids import button
from office.post import Post, Where, letter
from office.rules import Rules
from storage import alerts, audit, directory, people, reports, shifts
from storage.alert_notices import Notice
from storage.alerts import AlertRow
from storage.outbox import ALERT
from storage.people import Place
from storage.reports import ReportRow

DUTY = ("duty",)
COORDINATOR = ("coordinator",)
LEADER = ("leader",)
STAFF = DUTY + COORDINATOR + LEADER


def has_alert(report: ReportRow) -> bool:
    """Whether a report has an alert: what is urgent or needs attention has; of what is sealed, the urgent."""
    return report.level == URGENT or (report.level == ATTENTION and not report.sealed)


def duty_phone(connection: Connection, unit_id: int, rules: Rules, *, sealed: bool = False) -> str:
    """The number to call when nobody answers: the unit's own (for what is `sealed` that of the unit above),
    else that of the next unit above which has one, else the operator's (`alerts.phone`)."""
    called = sealing.above(connection, unit_id) if sealed else directory.find_unit(connection, unit_id)
    while called is not None and not called.duty_phone and called.parent_id is not None:
        called = directory.find_unit(connection, called.parent_id)
    return (called.duty_phone if called else "") or rules.duty_phone or ""


# -- the chain -----------------------------------------------------------------------------------------------


def raise_alert(post: Post, report: ReportRow, rules: Rules) -> int:
    """Tell those on duty by the rota, else (none, or none to be reached) every duty officer of the unit, else
    its coordinators; and the unit's group beside them. What is sealed is told to its readers alone.

    Gives how many people could be told.
    """
    alert = alerts.add_alert(
        post.connection,
        report_id=report.id,
        unit_id=report.unit_id,
        now=post.now,
        next_at=post.now + rules.to_coordinators,
    )
    return _tell_first(post, alert, report, rules)


def _tell_first(
    post: Post, alert: AlertRow, report: ReportRow, rules: Rules, but: Collection[int] = ()
) -> int:
    minutes = int(rules.to_coordinators.total_seconds() // 60)
    last = say("a-next", minutes=minutes, who=say("a-to-leader" if report.sealed else "a-to-coordinators"))
    return tell(post, alert, report, _first_told(post, report, but), last, rules)


def _first_told(post: Post, report: ReportRow, but: Collection[int]) -> list[Place]:
    """Where those on shift, else duty officers, else coordinators can be reached, of the unit or, where it
    has none, of the next one above that has; the reporter, and those `but` whom it should be told, only if
    there is nobody else."""
    connection = post.connection
    if report.sealed:
        readers = people.places_of(connection, sealing.readers(connection, report.unit_id), post.pushing)
        return [one for one in readers if one.person_id not in but] or readers
    unit_id: int | None = report.unit_id
    while unit_id is not None:
        last: list[Place] = []
        on_shift = shifts.on_duty(connection, unit_id, post.now)
        for roles in (None, DUTY, COORDINATOR):
            if roles is None:
                places = people.places_of(connection, on_shift, post.pushing)
            else:
                places = people.places_with(connection, unit_id, roles, post.pushing)
            if others := [one for one in places if one.person_id not in (report.person_id, *but)]:
                return others
            last = last or places
        if last:
            return last
        unit_id = directory.find_unit(connection, unit_id).parent_id
    return []


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
    tell(post, alert, report, chain(post, alert, report, stage), unclaimed(post, alert), rules)
    if stage == 2:
        phone = duty_phone(connection, report.unit_id, rules, sealed=report.sealed)
        tell_reporter(post, report, say("c-unclaimed", code=report.code, phone=phone))


def chain(post: Post, alert: AlertRow, report: ReportRow, stage: int) -> list[Place]:
    """Stage 1: all coordinators of the unit; later: also its leader and the parent's coordinators. What is
    sealed: its readers and the leaders of the unit above, at once, for there is nobody between them."""
    connection = post.connection
    if report.sealed:
        both = sealing.readers(connection, report.unit_id) + sealing.leaders(connection, report.unit_id)
        return people.places_of(connection, list(dict.fromkeys(both)), post.pushing)
    told = people.people_with(connection, alert.unit_id, DUTY + COORDINATOR)
    if stage >= 2:
        told += people.people_with(connection, alert.unit_id, LEADER)
        parent = directory.find_unit(connection, alert.unit_id).parent_id
        if parent is not None:
            told += people.people_with(connection, parent, COORDINATOR)
    return people.places_of(connection, list(dict.fromkeys(told)), post.pushing)


def _still_group(post: Post, alert_id: int, report: ReportRow, rules: Rules) -> None:
    """The unit's group is about to be told again: one message there has a button, the newest."""
    if group_of(post.connection, report) is None:
        return
    told = [one for one in told_of(post, alert_id) if one.person_id is None]
    redraw(post, report, told, describe(post.connection, report, rules), rules)


# -- who has it ----------------------------------------------------------------------------------------------


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
    its unit's group was told, and of a calm one, all duty officers, coordinators and leaders of the unit.
    """
    connection = post.connection
    alert = alerts.find_alert(connection, alert_id)
    told = told_of(post, alert_id)
    if alert is None or not _may_claim(connection, alert, told, person_id):
        return "gone"
    report = reports.find_report(connection, alert.report_id)
    if report is None or alert.closed_at is not None:
        return "gone"
    still_at = post.now + rules.still if alert.level == URGENT else None
    if not alerts.claim_alert(connection, alert_id, person_id, post.now, still_at):
        return "mine" if alert.claimed_by == person_id else "taken"
    reports.take_report(connection, report.id, post.now)
    taken = claimed(connection, _again(post, alert_id), rules)
    redraw(post, report, told, [*describe(connection, report, rules), taken], rules)
    at = f"{post.now.astimezone(ZoneInfo(rules.zone)):%H:%M}"
    acked = "c-acked-sealed" if report.sealed else "c-acked"
    tell_reporter(post, report, say(acked, code=report.code, time=at))
    return "won"


def _may_claim(connection: Connection, alert: AlertRow, told: list[Notice], person_id: int) -> bool:
    if person_id in people_told(told):
        return person_id in _entitled(connection, alert)
    of_unit = alert.level == ATTENTION or any(one.person_id is None for one in told)
    return of_unit and person_id in people.people_with(connection, alert.unit_id, STAFF)


def _entitled(connection: Connection, alert: AlertRow) -> set[int]:
    """Of those who were told of an alert, or took it, who may hear of it still: who serves there no longer
    may not. Staff of every unit above are among them: they are told where nobody below can be reached."""
    report = reports.find_report(connection, alert.report_id)
    if report is not None and report.sealed:
        return {*sealing.readers(connection, report.unit_id), *sealing.leaders(connection, report.unit_id)}
    found: set[int] = set()
    unit_id: int | None = alert.unit_id
    while unit_id is not None:
        found.update(people.people_with(connection, unit_id, STAFF))
        unit_id = directory.find_unit(connection, unit_id).parent_id
    return found


def may_act(post: Post, alert_id: int, person_id: int) -> AlertRow | None:
    """The open alert, if this person has it, or nobody has and this person may take it."""
    alert = alerts.find_alert(post.connection, alert_id)
    if alert is None or alert.closed_at is not None:
        return None
    if alert.claimed_by is not None:
        is_theirs = alert.claimed_by == person_id and person_id in _entitled(post.connection, alert)
        return alert if is_theirs else None
    told = told_of(post, alert_id)
    return alert if _may_claim(post.connection, alert, told, person_id) else None


def hand_on(post: Post, alert: AlertRow, person_id: int, rules: Rules) -> bool:
    """Whoever has it gives it back: the chain begins anew, with the others. False if they do not have it."""
    is_urgent = alert.level == URGENT
    next_at = post.now + (rules.to_coordinators if is_urgent else rules.calm)
    report = _free(post, alert, person_id, stage=0, next_at=next_at)
    if report is None:
        return False
    _note(post, "alert-handed-on", alert, person_id)
    if is_urgent:
        _tell_first(post, _again(post, alert.id), report, rules, but=(person_id,))
        post.owe()
    return True


def let_go(post: Post, alert: AlertRow, rules: Rules) -> None:
    """Whoever has it does not answer: the coordinators are told, and it climbs on from there."""
    assert alert.claimed_by is not None
    assert alert.claimed_at is not None
    connection, owner = post.connection, alert.claimed_by
    report = _free(post, alert, owner, stage=1, next_at=post.now + rules.to_leader)
    if report is None:
        return
    _note(post, "alert-let-go", alert, None)
    at = f"{alert.claimed_at.astimezone(ZoneInfo(rules.zone)):%H:%M}"
    silent = say("a-unanswered", code=report.code, who=people.label_of(connection, owner), at=at)
    _still_group(post, alert.id, report, rules)
    freed = _again(post, alert.id)
    tell(post, freed, report, chain(post, freed, report, 1), silent, rules, at_once=True)
    post.owe()


def _free(post: Post, alert: AlertRow, person_id: int, *, stage: int, next_at: datetime) -> ReportRow | None:
    """Nobody has the alert any more; gives its report, None if this person did not have it."""
    report = reports.find_report(post.connection, alert.report_id)
    freed = report and alerts.free_alert(
        post.connection, alert.id, person_id, post.now, stage=stage, next_at=next_at
    )
    return report if freed else None


def _again(post: Post, alert_id: int) -> AlertRow:
    """The alert as it stands now."""
    found = alerts.find_alert(post.connection, alert_id)
    assert found is not None
    return found


# -- how it ends ---------------------------------------------------------------------------------------------


def close(post: Post, report_id: int, rules: Rules, *, said: str, by: int | None = None) -> bool:
    """The matter is settled: every clock of the alert stops and everybody told reads what was done (`said`,
    masked). `by`: who says so. The reporter is not told here. False if there is no open alert."""
    connection = post.connection
    alert = alerts.alert_of(connection, report_id)
    report = reports.find_report(connection, report_id)
    if alert is None or report is None:
        return False
    if not alerts.close_alert(connection, alert.id, post.now, by=by, done=said):
        return False
    reports.take_report(connection, report_id, post.now)
    _note(post, "alert-closed", alert, by)
    done = say("a-done", at=f"{post.now.astimezone(ZoneInfo(rules.zone)):%H:%M}", said=summary(said))
    redraw(post, report, told_of(post, alert.id), [*describe(connection, report, rules), done], rules)
    return True


def _note(post: Post, act: str, alert: AlertRow, person_id: int | None) -> None:
    actor = audit.person(person_id) if person_id else "clock"
    audit.note(post.connection, act, reports.code_of(alert.report_id), now=post.now, actor=actor)


def withdraw_alert(post: Post, report: ReportRow, rules: Rules) -> None:
    """The reporter took the report back: everybody alerted is told."""
    alert = alerts.alert_of(post.connection, report.id)
    if alert is None or not alerts.close_alert(post.connection, alert.id, post.now):
        return
    lines: list[Text] = [say("a-withdrawn", code=report.code)]
    redraw(post, report, told_of(post, alert.id), lines, rules)


def redraw_alert(post: Post, report: ReportRow, rules: Rules) -> None:
    """The reporter changed the text: everybody alerted sees the new one, marked as changed."""
    alert = alerts.alert_of(post.connection, report.id)
    if alert is None or alert.closed_at is not None:
        return
    row = () if alert.claimed_by else ((button("claim", alert.id), say("b-ack")),)
    lines = describe(post.connection, report, rules)
    redraw(post, report, told_of(post, alert.id), lines, rules, row)


def tell_addition(post: Post, report: ReportRow, said: str) -> None:
    """The reporter knows more: whoever took it is told, or everybody alerted of an urgent one nobody has; of
    these, who still may hear of it."""
    alert = alerts.alert_of(post.connection, report.id)
    if alert is None or alert.closed_at is not None:
        return
    told, entitled = told_of(post, alert.id), _entitled(post.connection, alert)
    owners: list[int] = [alert.claimed_by] if alert.claimed_by in entitled else []
    is_open = not owners and alert.level == URGENT
    if is_open:
        owners = sorted(entitled.intersection(people_told(told)))
    places: list[Where] = [*people.places_of(post.connection, owners, post.pushing)]
    places += groups_told(post.connection, report, told) if is_open else []
    line = say("a-added", code=report.code, said=summary(said))
    post.owe([letter(place, [line], rank=ALERT) for place in places])
