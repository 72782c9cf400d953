"""Vẫn đang xử lý? Whoever took an urgent report is asked, twice at most, then it is nobody's again. ADR 19.

Wall clock, like the chain. Rows decide: a restart neither repeats nor forgets a question, and of several
processes one asks.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.alerts import LONGEST_DONE, OpenAlert
from domain.scales import URGENT
from messages import Say, Text, say
from office import alerting
from office.alert_letters import summary, tell_reporter
from office.ids import button
from office.post import Post, letter
from office.rules import Rules
from storage import alerts, people, reports
from storage.alerts import AlertRow
from storage.outbox import ALERT

QUESTIONS = 2
"""So often somebody is asked without an answer."""


def ask_due(post: Post, rules: Rules) -> int:
    """Ask everybody whose hour has come, or give up waiting for an answer; gives how many alerts."""
    due = alerts.due_stills(post.connection, post.now)
    for one in due:
        if one.asked >= QUESTIONS:
            alerting.let_go(post, one, rules)
        else:
            _ask(post, one, rules)
    return len(due)


def _ask(post: Post, alert: AlertRow, rules: Rules) -> None:
    connection, owner = post.connection, alert.claimed_by
    assert owner is not None
    assert alert.claimed_at is not None
    again = post.now + rules.still_repeat
    alerts.ask_again(connection, alert.id, owner, asked=alert.asked + 1, still_at=again)
    code = reports.code_of(alert.report_id)
    asks = say("a-still", code=code, at=_hour(alert.claimed_at, rules))
    going = (button("going", alert.id), say("b-going"))
    done = (button("done", alert.id), say("b-settled"))
    hand_on = (button("handon", alert.id), say("b-hand-on"))
    for place in people.places_of(connection, [owner], post.pushing):
        post.owe([letter(place, [asks], [[going, done], [hand_on]], rank=ALERT)])


def _hour(instant: datetime, rules: Rules) -> str:
    return f"{instant.astimezone(ZoneInfo(rules.zone)):%H:%M}"


def facts(post: Post, person_id: int, alert_id: int) -> OpenAlert | None:
    """The alert, if this person may say what was done."""
    alert = alerting.may_act(post, alert_id, person_id)
    return OpenAlert(alert.id, reports.code_of(alert.report_id)) if alert else None


def go_on(post: Post, alert_id: int, person_id: int, rules: Rules) -> list[Text] | None:
    """Somebody still works on it, or takes it up again; the next question comes as late as the first. Gives
    what to answer, None if it is not theirs (any more)."""
    alert = alerting.may_act(post, alert_id, person_id)
    if alert is None:
        return None
    if alert.claimed_by is None:
        alerting.claim(post, alert_id, person_id, rules)
    lines: list[Text] = [say("c-going", code=reports.code_of(alert.report_id))]
    if alert.level == URGENT:
        at = post.now + rules.still
        alerts.ask_again(post.connection, alert_id, person_id, asked=0, still_at=at)
        lines.append(say("c-asked-again", time=_hour(at, rules)))
    return lines


def hand_on(post: Post, alert_id: int, person_id: int, rules: Rules) -> list[Text] | None:
    """Somebody gives it to others. Gives what to answer, None if it is not theirs (any more)."""
    alert = alerting.may_act(post, alert_id, person_id)
    if alert is None or not alerting.hand_on(post, alert, person_id, rules):
        return None
    return [say("c-handed-on", code=reports.code_of(alert.report_id))]


def finish(post: Post, alert_id: int, person_id: int, said: str, rules: Rules) -> Say:
    """It is done, and `said` (masked) is what was done: the alert closes, and the reporter reads it, by role.
    Gives what to answer."""
    alert = alerting.may_act(post, alert_id, person_id)
    if alert is None or not alerting.close(post, alert.report_id, rules, said=said, by=person_id):
        return say("turn-claim-gone")
    report = reports.find_report(post.connection, alert.report_id)
    if report is not None:
        tell_reporter(post, report, say("c-done", code=report.code, said=summary(said, LONGEST_DONE)))
    return say("c-alert-closed", code=reports.code_of(alert.report_id))
