"""What a person's conversations may know of matters, reports and referrals: nothing that is not theirs.

Reporters are told apart by nobody here: a report shows its text, not who made it (DESIGN §4.9).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from zoneinfo import ZoneInfo

from domain.desk import (
    AnswerFacts,
    DeskFacts,
    InquiryFacts,
    MatterFacts,
    ReferralBrief,
    ReferralFacts,
    ReportInHand,
)
from domain.listed import Listed
from domain.matters import CLOSED, Gist, code_of
from domain.referrals import KINDS, RETURNED, WAITING, due_of
from domain.scales import URGENT
from domain.unit_names import UnitChoice
from domain.when import written
from messages import Say, Text, say
from office import access, answers, directives, inquiries, matters, minutes, referrals, sealing, spikes
from office.access import Viewer
from office.desk_rules import DeskRules
from office.post import Post
from office.privacy import Areas
from storage import alerts, directory, reports, verification
from storage import feedback as feedbacks
from storage import matters as rows
from storage import referrals as referral_rows
from storage.matters import MatterRow
from storage.referrals import AnswerRow, ReferralRow
from storage.reports import ReportRow

MATTERS = 20
LOOSE = 20
TITLE = 32
"""Characters of a matter that its button shows."""


def facts(post: Post, rules: DeskRules, person_id: int, about: Mapping[str, int]) -> DeskFacts:
    """All a talk about matters needs. `about`: what it was begun for: "matter", "hand" (a report), "answer",
    "referral", "inquiry", "unclear" (a matter), each an id that may be forged."""
    who = access.viewer(post.connection, person_id, post.today)
    calendar, now = rules.calendar(post.now), post.now
    view = _View(post, rules, who)
    listed = not about
    answer = answers.in_hand(post.connection, who, about["answer"]) if "answer" in about else None
    matter = matters.in_hand(post.connection, who, about["matter"], "read") if "matter" in about else None
    report = matters.report_in_hand(post.connection, who, about["hand"]) if "hand" in about else None
    inquiry = inquiries.own(post, person_id, about["inquiry"]) if "inquiry" in about else None
    unclear = about.get("unclear")
    handled = access.units_for(post.connection, who, "matter", "handle")
    coordinates = bool(handled)
    unit_id = matter.unit_id if matter else next((unit for unit, _ in who.seats if unit in handled), None)
    return DeskFacts(
        calendar,
        matters=tuple(view.matters()) if listed else (),
        reports=tuple(view.loose()) if listed and coordinates else (),
        matter=view.matter(matter) if matter else None,
        report=view.report(report) if report else None,
        answer=view.answer(answer.answer) if answer and answer.waits else None,
        referral=view.own_referral(about["referral"]) if "referral" in about else None,
        referrals=tuple(view.own_referrals()) if listed else (),
        inquiry=InquiryFacts(inquiry.id, reports.code_of(inquiry.report_id), inquiry.said)
        if inquiry
        else None,
        spike=tuple(view.spike(about["spike"])) if "spike" in about else (),
        unclear=unclear if unclear and view.reported(unclear) else None,
        units=tuple(view.units(matter or report)) if coordinates else (),
        dues={kind: due_of(kind, now, calendar) for kind in KINDS} if coordinates else {},
        directives=tuple(directives.offered_directives(post, unit_id)) if unit_id else (),
        campaigns=tuple(directives.offered_campaigns(post, unit_id)) if unit_id else (),
        team=tuple(dict(minutes.team(post.connection, unit_id)).items()) if unit_id else (),
    )


class _View:
    """Rows as one person's conversations show them."""

    def __init__(self, post: Post, rules: DeskRules, who: Viewer) -> None:
        self._post = post
        self._connection = post.connection
        self._rules = rules
        self._who = who
        self._zone = ZoneInfo(post.zone)
        self._areas = Areas(post.connection, post.today, rules.min_reporters)
        self._names: dict[int, str] = {}

    @cached_property
    def _among(self) -> list[tuple[Gist, MatterRow]]:
        return matters.compared_with(self._connection, self._who, self._post.now)

    def _name(self, unit_id: int) -> str:
        if unit_id not in self._names:
            self._names[unit_id] = directory.find_unit(self._connection, unit_id).name
        return self._names[unit_id]

    def matters(self) -> list[Listed[MatterFacts]]:
        mine = access.units_for(self._connection, self._who, "matter", "read")
        found = rows.open_ones(self._connection, mine, self._who.person_id, MATTERS)
        return [
            Listed(
                row.id,
                row.code,
                say("m-label", code=row.code, topic=_topic(row.topic), title=_short(row.said)),
                partial(self.matter, row),
            )
            for row in found
        ]

    def loose(self) -> list[Listed[ReportInHand]]:
        mine = access.units_for(self._connection, self._who, "report", "handle")
        sealed = sealing.read_by(self._connection, self._who.person_id, self._who.seats)
        found = rows.loose_reports(self._connection, mine, sealed, LOOSE)
        return [self._listed(row) for row in reports.find_reports(self._connection, found)]

    def _listed(self, row: ReportRow) -> Listed[ReportInHand]:
        return Listed(row.id, row.code, _label(row), partial(self.report, row))

    def matter(self, row: MatterRow) -> MatterFacts:
        verdict = verification.verdicts(self._connection, [row.id])[row.id]
        handled = matters.in_hand(self._connection, self._who, row.id) is not None
        inside = rows.reports_in(self._connection, row.id)
        own = matters.reports_in_hand(self._connection, self._who, inside)
        reads = access.units_for(self._connection, self._who, "referral", "read")
        is_read = not reads.isdisjoint((row.unit_id, row.origin_id))
        referred = referral_rows.of_matter(self._connection, row.id) if is_read else []
        waiting = answers.newest_of(self._connection, row.id)
        judges = waiting is not None and answers.in_hand(self._connection, self._who, waiting.id) is not None
        parent = directory.find_unit(self._connection, row.unit_id).parent_id
        return MatterFacts(
            row.id,
            row.code,
            tuple(self._matter_lines(row, verdict, len(inside), referred)),
            row.status,
            row.level,
            row.said,
            row.topic,
            sensitive=row.sensitive,
            narrow=self._areas.are_narrow(row.area_id),
            handled=handled,
            raisable=parent is not None and not row.sensitive,
            answer=self.answer(waiting) if waiting and judges else None,
            referrals=tuple(self._brief(one) for one in referred),
            reports=tuple((one.id, _label(one)) for one in own),
        )

    def _matter_lines(
        self, row: MatterRow, verdict: str, number: int, referred: list[ReferralRow]
    ) -> list[Text]:
        area = self._name(row.area_id)
        status = say(f"matter-{row.status}")
        lines: list[Text] = [
            say("m-head", code=row.code, topic=_topic(row.topic), status=status),
            row.said,
            say("m-about", area=area, n=number, on=f"{row.opened_at.astimezone(self._zone):%d/%m}"),
            say("m-verdict", verdict=say(f"verdict-{verdict}")),
        ]
        if row.level != "normal":
            lines.append(say(f"m-level-{row.level}"))
        if row.sensitive:
            lines.append(say("m-sensitive"))
        lines += [self._referral_line(one) for one in referred if one.state != "revoked"]
        lines += directives.lines(self._post, row)
        tally = feedbacks.tally(self._connection, row.id)
        if tally:
            lines.append(say("m-tally", clear=tally.get("clear", 0), unclear=tally.get("unclear", 0)))
        if row.status == CLOSED and row.result:
            lines.append(say("m-result", result=row.result))
        return lines

    def _referral_line(self, row: ReferralRow) -> Say:
        unit = self._name(row.unit_id)
        due = written(row.due_at, self._zone)
        late = row.state in WAITING and row.due_at < self._post.now
        state = say("referral-overdue") if late else say(f"referral-{row.state}")
        return say("m-referral", code=row.code, unit=unit, state=state, due=due)

    def _brief(self, row: ReferralRow) -> ReferralBrief:
        unit = self._name(row.unit_id)
        followed = referral_rows.follower_of(self._connection, row.id) is not None
        movable = row.state in (*WAITING, RETURNED) and not followed
        return ReferralBrief(row.id, row.code, unit, row.state in WAITING, movable)

    def report(self, row: ReportRow) -> ReportInHand:
        matter_id = rows.matter_of(self._connection, row.id)
        alike = [] if matter_id else matters.suggested(row, self._among, self._post.now)
        area = self._name(row.area_id)
        lock = [say("m-sealed")] if row.sealed else []
        on = f"{row.filed_at.astimezone(self._zone):%H:%M %d/%m}"
        lines: list[Text] = [
            say("m-report-head", code=row.code, topic=_topic(row.topic), area=area, on=on),
            *lock,
            row.said,
            *(say("m-added", said=said) for kind, said, _ in reports.amendments_of(self._connection, row.id)
              if kind == "addition"),
        ]  # fmt: skip
        if row.level == URGENT and (alert := alerts.alert_of(self._connection, row.id)) and alert.done:
            lines.append(say("m-done", said=alert.done))
        if matter_id:
            lines.append(say("m-in-matter", matter=code_of(matter_id)))
        return ReportInHand(
            row.id,
            row.code,
            tuple(lines),
            row.said,
            tuple((one.id, say("b-join", code=one.code, title=_short(one.said))) for one in alike),
            matter_id,
            row.person_id is not None,
            matters.may_open(self._connection, self._who, row),
            self._areas.are_narrow(row.area_id),
        )

    def spike(self, number: int) -> list[Listed[ReportInHand]]:
        found = (
            matters.report_in_hand(self._connection, self._who, id)
            for id in spikes.reports_of(self._connection, number, self._post.now)
        )
        return [self._listed(row) for row in found if row is not None]

    def answer(self, row: AnswerRow) -> AnswerFacts:
        referral = referral_rows.find(self._connection, row.referral_id)
        assert referral is not None
        unit = self._name(referral.unit_id)
        by = f"{row.done_by_on:%d/%m/%Y}" if row.done_by_on else ""
        files = len(referral_rows.files_of(self._connection, referral.id))
        parts = [("checked", row.checked), ("found", row.found), ("planned", row.planned), ("by", by)]
        lines: list[Text] = [
            say("m-answer-head", referral=referral.code, unit=unit, verdict=say(f"verdict-{row.verdict}")),
            *(say(f"m-part-{name}", said=said) for name, said in parts if said),
            *([say("m-files", n=files)] if files else [say("m-no-files")]),
        ]
        return AnswerFacts(row.id, tuple(lines), answers.told_of(row))

    def own_referral(self, id: int) -> ReferralFacts | None:
        row = referrals.of_own_unit(self._connection, self._who, id)
        return self._referral(row) if row else None

    def own_referrals(self) -> list[ReferralFacts]:
        mine = [unit for unit, role in self._who.seats if role == "unit"]
        return [self._referral(row) for row in referral_rows.open_of_unit(self._connection, mine)]

    def _referral(self, row: ReferralRow) -> ReferralFacts:
        due = written(row.due_at, self._zone)
        head = say("u-asked", referral=row.code, area=row.area, due=due)
        lines: list[Text] = [head, row.said]
        back = [
            one for one in referral_rows.answers_of(self._connection, [row.id]) if one.state == "sent-back"
        ]
        if back and row.state in WAITING:
            lines.append(say("u-sent-back", referral=row.code, why=back[-1].reason or "", due=due))
        label = say("u-label", code=row.code, due=due, title=_short(row.said))
        return ReferralFacts(row.id, row.code, label, tuple(lines), row.state, row.due_at, row.kind)

    def reported(self, matter_id: int) -> bool:
        return self._who.person_id in dict(rows.reporters_of(self._connection, matter_id))

    def units(self, of: MatterRow | ReportRow | None) -> list[UnitChoice]:
        """Those it can be put to; before it is chosen, those the person's own unit can ask."""
        own = next((unit for unit, _ in self._who.seats), 0)
        if of is not None:
            own = matters.unit_of(self._connection, of) if isinstance(of, ReportRow) else of.unit_id
        found = referrals.askable(self._connection, own, self._post.today, self._kept_from(of)) if own else []
        called = directory.names_held(self._connection, [one.id for one in found], self._post.today)
        return [UnitChoice(one.id, one.name, called[one.id]) for one in found]

    def _kept_from(self, of: MatterRow | ReportRow | None) -> set[int]:
        if isinstance(of, ReportRow):
            return {of.unit_id} if of.sealed else set()
        return sealing.kept_from(self._connection, of.id) if of is not None and of.sensitive else set()


def _topic(code: str | None) -> Say:
    return say(f"topic-{(code or 'KH').lower()}-short")


def _label(row: ReportRow) -> Say:
    mark = "🔴 " if row.level == "urgent" else "🟡 " if row.level == "attention" else ""
    return say("m-label", code=f"{mark}{row.code}", topic=_topic(row.topic), title=_short(row.said))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= TITLE else words[: TITLE - 1] + "…"
