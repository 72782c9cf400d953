"""What a person's conversations may know of meetings: those of the own unit, and invitations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from domain.listed import Listed
from domain.meetings import CONCLUDED, REPLIES, MeetingFacts, MeetingsFacts
from domain.when import moment, moment_label
from messages import Text, say
from office import access, agenda, day, meetings, minutes
from office.access import Viewer
from office.desk_rules import DeskRules
from office.post import Post
from office.reminding import Reminding
from storage import audiences, people, periods
from storage import meetings as rows
from storage.meetings import MeetingRow

SHOWN_FOR = timedelta(days=30)
"""How long a meeting that is over can be looked at here."""
SUGGESTED = 2
NAMED = 30


def facts(
    post: Post, rules: DeskRules, how: Reminding, person_id: int, about: Mapping[str, int]
) -> MeetingsFacts:
    """All a talk about meetings needs. `about`: the "meeting" it was begun for, an id that may be forged."""
    connection, zone = post.connection, ZoneInfo(post.zone)
    who = access.viewer(connection, person_id, post.today)
    reads = access.units_for(connection, who, "meeting", "read")
    handles = access.units_for(connection, who, "meeting", "handle")
    unit_id = next((unit for unit, _ in who.seats if unit in handles), None)
    view = _View(post, rules, who)
    suggested = tuple(_suggested(post, unit_id)) if unit_id is not None else ()
    team = tuple(dict(minutes.team(connection, unit_id)).items()) if unit_id is not None else ()
    named = meetings.in_hand(connection, who, about["meeting"], "read") if "meeting" in about else None
    if named is not None:
        one = view.meeting(named)
        return MeetingsFacts(zone, unit_id or 0, one=one, suggested=suggested, team=team)
    listed = rows.of_units(connection, reads, post.now - SHOWN_FOR) if reads else []
    invited = [row for row in rows.invited_to(connection, person_id, post.now) if row.unit_id not in reads]
    return MeetingsFacts(
        zone,
        unit_id or 0,
        tuple(day.lines(post, how, who)),
        tuple(view.listed(row, view.meeting) for row in listed),
        tuple(view.listed(row, view.invitation) for row in invited),
        suggested=suggested,
        crowd=audiences.crowd(connection, unit_id, post.now, but=person_id) if unit_id is not None else None,
        leaders=tuple(_leaders(post, unit_id)) if unit_id is not None else (),
        team=team,
    )


def _suggested(post: Post, unit_id: int) -> list[tuple[int, datetime]]:
    """(period, instant) of the briefings the unit's rule foresees next, for which nothing was called."""
    called = rows.called_periods(post.connection, unit_id)
    begun = periods.of_unit(post.connection, unit_id, begun_before=post.now, limit=2)
    coming = periods.unfinished(post.connection, unit_id, post.now, SUGGESTED)
    found = {row.id: row for row in (*reversed(begun), *coming)}.values()
    return [
        (row.id, row.briefing_at)
        for row in found
        if row.briefing_at is not None and row.briefing_at > post.now and row.id not in called
    ][:SUGGESTED]


def _leaders(post: Post, unit_id: int) -> list[tuple[int, str]]:
    ids = people.people_with(post.connection, unit_id, ("leader",))
    return [(id, people.label_of(post.connection, id)) for id in ids]


class _View:
    """Rows as one person's conversations show them."""

    def __init__(self, post: Post, rules: DeskRules, who: Viewer) -> None:
        self._post = post
        self._connection = post.connection
        self._rules = rules
        self._who = who
        self._zone = ZoneInfo(post.zone)

    def listed(self, row: MeetingRow, whole: Callable[[MeetingRow], MeetingFacts]) -> Listed[MeetingFacts]:
        """As the list shows it."""
        label = say("meeting-label", at=moment_label(row.at, self._zone))
        return Listed(row.id, "", label, partial(whole, row))

    def invitation(self, row: MeetingRow) -> MeetingFacts:
        """As somebody invited sees it."""
        mine = rows.replies(self._connection, row.id).get(self._who.person_id, "")
        lines: list[Text] = [meetings.invitation(self._post, row)]
        if mine:
            lines.append(say("meeting-mine", said=say(f"b-come-{mine}")))
        return MeetingFacts(row.id, tuple(lines), row.state, mine=mine)

    def meeting(self, row: MeetingRow) -> MeetingFacts:
        """As coordinators and leaders see it."""
        may = {
            act: access.may(self._connection, self._who, "meeting", act, row.unit_id)
            for act in ("handle", "approve")
        }
        roll = rows.roll(self._connection, row.id)
        approved = row.agenda_state == "approved" and bool(row.agenda)
        lines = tuple(row.agenda or ()) if approved else tuple(agenda.build(self._post, self._rules, row))
        is_invited = any(id == self._who.person_id for id, *_ in roll)
        said = next((said for id, _, _, said in roll if id == self._who.person_id), None)
        return MeetingFacts(
            row.id,
            tuple(self._lines(row, Counter(one or "none" for *_, one in roll))),
            row.state,
            lines,
            tuple(self._roll(roll)) if may["handle"] else (),
            tuple(minutes.conclusion_lines(self._connection, row)),
            minutes.waiting_for(row) if may["approve"] else "",
            row.round,
            (said or "") if is_invited and row.at > self._post.now else None,
            may["handle"],
            approved,
            row.at if may["handle"] and meetings.is_movable(self._post, row) else None,
        )

    def _lines(self, row: MeetingRow, said: Counter[str]) -> list[Text]:
        lines: list[Text] = [
            say("meeting-head", at=moment(row.at, self._zone), place=row.place),
            say("meeting-concluded-mark" if row.state == CONCLUDED else f"meeting-{row.state}"),
            say("meeting-counts", **{one: said[one] for one in (*REPLIES, "none")}),
        ]
        if row.agenda_state != "none":
            lines.append(say(f"meeting-agenda-{row.agenda_state}-mark"))
        heard = rows.statements(self._connection, row.id)
        if heard:
            lines.append(say("meeting-statements", n=sum(heard.values())))
            lines += [
                say("agenda-figure", name=agenda.topic_label(code), n=str(n)) for code, n in heard.items()
            ]
        if row.conclusions:
            lines.append(say("meeting-has-conclusions", n=len(row.conclusions)))
        return lines

    @staticmethod
    def _roll(roll: list[tuple[int, str, bool, str | None]]) -> list[Text]:
        """Who answered what, by label; for the coordinators only."""
        lines: list[Text] = []
        for answer in (*REPLIES, None):
            names = [label for _, label, _, said in roll if said == answer]
            if names:
                more = max(0, len(names) - NAMED)
                shown = "; ".join(names[:NAMED])
                lines.append(say(f"roll-{answer or 'none'}", n=len(names), names=shown, more=more))
        return lines or [say("roll-nobody")]
