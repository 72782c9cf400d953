"""What people read of alerts: the first in a message of its own, several of a moment in one. ADR 19."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.scales import ATTENTION, URGENT
from messages import Say, Text, say
from office import groups, mutes
from office.ids import button
from office.post import Button, Post, Waiting, Where, letter
from office.rules import Rules
from storage import alert_notices, directory, people, reminders, reports
from storage.alert_notices import Notice, Recent
from storage.alerts import AlertRow
from storage.groups import GroupPlace
from storage.mutes import MuteRow
from storage.outbox import ALERT
from storage.people import Place
from storage.reports import ReportRow

SUMMARY = 160
"""Characters of the report an alert shows; the whole alert stays within 300 (DOMAIN §9)."""

BEGINNING = 80
"""Characters of a report in a message that tells of several."""

PER_MESSAGE = 12
"""Alerts one message tells of: so many fit on a screen and into any platform's message."""


Holds: TypeAlias = Callable[[int, int, str | None], MuteRow | None]
"""Gives the mute that covers a topic (None: any) a unit hears of in an area."""


# -- one alert -----------------------------------------------------------------------------------------------


def describe(connection: Connection, report: ReportRow, rules: Rules) -> list[Text]:
    """The head of an urgent alert: code, topic, place, hour and the beginning of the text; no reporter."""
    edited = [say("a-edited")] if report.revision > 1 else []
    sealed = [say("a-sealed")] if report.sealed else []
    return [
        say("a-urgent", code=report.code, topic=_topic(report)),
        say("a-where", area=directory.find_unit(connection, report.area_id).name, at=_hour(report, rules)),
        summary(report.said),
        *edited,
        *sealed,
    ]


def summary(said: str, most: int = SUMMARY) -> str:
    """The beginning of a report, in one line."""
    words = " ".join(said.split())
    return words if len(words) <= most else words[: most - 1] + "…"


def _topic(report: ReportRow) -> Say:
    return say(f"topic-{(report.topic or 'KH').lower()}-short")


def _hour(report: ReportRow, rules: Rules) -> str:
    return f"{report.filed_at.astimezone(ZoneInfo(rules.zone)):%H:%M}"


def claimed(connection: Connection, alert: AlertRow, rules: Rules) -> Say:
    """Who took it and when."""
    assert alert.claimed_by is not None
    assert alert.claimed_at is not None
    at = f"{alert.claimed_at.astimezone(ZoneInfo(rules.zone)):%H:%M}"
    return say("a-claimed", who=people.label_of(connection, alert.claimed_by), at=at)


def _state(post: Post, alert: AlertRow, report: ReportRow, rules: Rules, holds: Holds) -> list[Text]:
    """What has become of one of several alerts; nothing of one that is new."""
    if report.status == "withdrawn":
        return [say("a-withdrawn", code=report.code)]
    if alert.closed_at is not None:
        return [say("a-done-short", said=summary(alert.done or "", BEGINNING))]
    if alert.claimed_by is not None:
        return [claimed(post.connection, alert, rules)]
    is_late = alert.level == URGENT and post.now - alert.opened_at >= timedelta(minutes=1)
    late = [unclaimed(post, alert)] if is_late else []
    return [*late, *_muted(alert, report, rules, holds)]


def unclaimed(post: Post, alert: AlertRow) -> Say:
    """For how long nobody has had it."""
    return say("a-unclaimed", minutes=int((post.now - alert.opened_at).total_seconds() // 60))


def _holds(post: Post) -> Holds:
    """What tells the mute that covers a topic in an area of a unit, each looked up once."""
    return cache(lambda unit, area, topic: mutes.covering_topic(post.connection, unit, area, topic, post.now))


def _muted(alert: AlertRow, report: ReportRow, rules: Rules, holds: Holds) -> list[Text]:
    """An urgent report of a muted topic is told all the same, and says so."""
    if alert.level != URGENT or report.sealed:
        return []
    held = holds(report.unit_id, report.area_id, report.topic)
    return [] if held is None else [mutes.beside_urgent(held, ZoneInfo(rules.zone))]


def gathered(post: Post, listed: Sequence[AlertRow], rules: Rules) -> tuple[list[Text], list[list[Button]]]:
    """Several alerts as one message, as they stand now, with a button for each that nobody has."""
    connection = post.connection
    is_urgent = any(one.level == URGENT for one in listed)
    lines: list[Text] = [say("a-many-urgent" if is_urgent else "a-many-calm", n=len(listed))]
    buttons: list[Button] = []
    holds = _holds(post)
    told = {one.id: one for one in reports.find_reports(connection, [one.report_id for one in listed])}
    areas = directory.names_of(connection, {one.area_id for one in told.values()})
    for one in listed:
        report = told.get(one.report_id)
        if report is None:
            continue
        area = areas[report.area_id]
        head = say("a-item", code=report.code, topic=_topic(report), area=area, at=_hour(report, rules))
        lines += [head, summary(report.said, BEGINNING), *_state(post, one, report, rules, holds)]
        if one.claimed_by is None and one.closed_at is None:
            buttons.append((button("claim", one.id), say("b-claim-code", code=report.code)))
    return lines, [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


# -- telling -------------------------------------------------------------------------------------------------


def tell(
    post: Post,
    alert: AlertRow,
    report: ReportRow,
    places: Sequence[Place],
    last: Say,
    rules: Rules,
    *,
    at_once: bool = False,
) -> int:
    """Tell these people and the unit's group of an urgent alert; `last` is its last line. Who was told of
    another one a moment ago reads this one together with what else comes in that moment, unless it is to be
    told `at_once`. Gives how many people."""
    unknown = [] if at_once else [one for one in places if one.lane not in post.waiting]
    lately = _told_lately(post, unknown, rules)
    first: list[Where] = []
    later: list[tuple[Place, datetime]] = []
    for place in places:
        recent = lately.get(place.person_id)
        if recent is not None:
            _find_waiting(post, place, recent)
        waiting = None if at_once else post.waiting.get(place.lane)
        if waiting is not None:
            if not _joins(post, alert, place, waiting, rules):
                later.append((place, waiting.at))
        elif recent is not None:
            later.append((place, recent.at if recent.at > post.now else recent.at + rules.gather))
        else:
            first.append(place)
    group = group_of(post.connection, report)
    first += [group] if group else []
    if first or later:
        _tell_alone(post, alert, report, first, later, last, rules)
    return len(places)


def _tell_alone(
    post: Post,
    alert: AlertRow,
    report: ReportRow,
    first: Sequence[Where],
    later: Sequence[tuple[Place, datetime]],
    last: Say,
    rules: Rules,
) -> None:
    """A message of its own: at once to the `first`, to those told a moment ago when their moment is over."""
    lines = [*describe(post.connection, report, rules), *_muted(alert, report, rules, _holds(post)), last]
    rows = [[(button("claim", alert.id), say("b-ack"))]]
    post.tell(alert.id, [(one, letter(one, lines, rows, rank=ALERT)) for one in first])
    for place, at in later:
        post.plan(alert.id, place, letter(place, lines, rows, rank=ALERT), at)


def _told_lately(post: Post, places: Sequence[Place], rules: Rules) -> dict[int, Recent]:
    if not places:
        return {}
    if post.is_telling:
        post.owe()
    told = [place.person_id for place in places]
    return alert_notices.told_since(post.connection, told, post.now - rules.gather)


def _find_waiting(post: Post, place: Place, recent: Recent) -> None:
    """Hold what was told there a moment ago until the commit, if it is a message that still waits."""
    message = recent.outbox_id
    if recent.lane == place.lane and alert_notices.planned(post.connection, [message], post.now):
        listed = alert_notices.in_messages(post.connection, [message])[message]
        post.waiting[place.lane] = Waiting(message, recent.at, {one.id for one in listed})


def _joins(post: Post, alert: AlertRow, place: Place, waiting: Waiting, rules: Rules) -> bool:
    """Put the alert into the message that waits at that place; False if there is no room in it."""
    message = waiting.message
    if alert.id not in waiting.alerts:
        if len(waiting.alerts) >= PER_MESSAGE:
            return False
        waiting.alerts.add(alert.id)
        post.note(alert.id, Notice(place.person_id, place.lane, message))

    def draw() -> dict[str, Any]:
        lines, rows = gathered(post, alert_notices.in_messages(post.connection, [message])[message], rules)
        return letter(place, lines, rows, rank=ALERT).body

    post.draw_last(message, draw)
    return True


# -- drawing anew --------------------------------------------------------------------------------------------


def told_of(post: Post, alert_id: int) -> list[Notice]:
    """Everybody told of an alert, those told in this very transaction too."""
    post.owe()
    return alert_notices.notices_of(post.connection, alert_id)


def redraw(
    post: Post,
    report: ReportRow,
    told: Sequence[Notice],
    lines: Sequence[Text],
    rules: Rules,
    row: Sequence[Button] = (),
) -> None:
    """Show everybody told what has become of the alert: `lines` where it stands alone, else all that its
    message tells of, as it stands now."""
    connection = post.connection
    shown: dict[int, Where] = {
        **people.places_showing(connection, [one.outbox_id for one in told if one.person_id is not None])
    }
    for group in groups_told(connection, report, told):
        shown |= {one.outbox_id: group for one in told if one.lane == group.lane}
    listed = alert_notices.in_messages(connection, shown)
    waiting = alert_notices.planned(connection, shown, post.now)
    for message, place in shown.items():
        alone = (list(lines), [list(row)] if row else [])
        several = len(listed[message]) > 1 or listed[message][0].level == ATTENTION
        text, rows = gathered(post, listed[message], rules) if several else alone
        if message in waiting:
            body = letter(place, text, rows, rank=ALERT).body
            reminders.rewrite(connection, {message: body})
        else:
            post.owe([letter(place, text, rows, rank=ALERT, edits=message)])


def people_told(told: Sequence[Notice]) -> set[int]:
    """The people among those told."""
    return {one.person_id for one in told if one.person_id is not None}


def group_of(connection: Connection, report: ReportRow) -> GroupPlace | None:
    """The unit's group, where its urgent reports are told; nothing that is sealed is."""
    return None if report.sealed else groups.place_of(connection, report.unit_id)


def groups_told(connection: Connection, report: ReportRow, told: Sequence[Notice]) -> list[GroupPlace]:
    """The unit's group, if it was told and still is its group."""
    place = group_of(connection, report)
    return [place] if place and place.lane in {one.lane for one in told} else []


def tell_reporter(post: Post, report: ReportRow, sentence: Say) -> None:
    """Tell whoever reported it, if they still can be told."""
    if report.person_id is not None:
        for place in people.places_of(post.connection, [report.person_id], post.pushing):
            post.owe([letter(place, [sentence], rank=ALERT)])
