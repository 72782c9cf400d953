"""What a conversation decided is carried out by the office here, one method a command."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.alert_acts import AlertActs
from bot.answer import Answer
from bot.behalf_acts import BehalfActs
from bot.card_acts import CardActs
from bot.channel_acts import ChannelActs
from bot.desk import Desk
from bot.group_acts import GroupActs
from bot.mailing_acts import MailingActs
from bot.matter_acts import MatterActs
from bot.meeting_acts import MeetingActs
from bot.poll_acts import PollActs
from bot.receipts import editable_line, receipt_rows, shown, urgent_line
from bot.reporter_acts import ReporterActs
from bot.rhythm_acts import RhythmActs
from bot.rota_acts import RotaActs
from bot.seat import OpenTalk, Seat
from bot.task_acts import TaskActs
from bot.term_acts import TermActs
from domain import commands
from domain.channels import JoinAgain
from domain.regulations import AcceptRegulations
from domain.scales import URGENT
from messages import Text, say
from office import data_rights, feed, joining, regulations, reporting
from office.post import Post
from storage import people, periods, reports
from storage.people import Member

FALLBACK_TOPIC = "KH"
"""A report whose topic nobody chose (DESIGN §8)."""


class Acts:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the settings, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post
        self._rules = desk.house.rules
        parts = (
            RhythmActs, TermActs, MailingActs, RotaActs, PollActs, ChannelActs, GroupActs, AlertActs,
            MatterActs, ReporterActs, BehalfActs, MeetingActs, TaskActs, CardActs,
        )  # fmt: skip
        self._parts = tuple(part(desk, post) for part in parts)

    def carry_out(self, seat: Seat, talk: OpenTalk, command: object) -> Answer:
        """Do what the talk decided. Raises TypeError for something no conversation may decide."""
        match command:
            case None:
                return Answer()
            case commands.Tell(lines):
                return Answer(list(lines))
            case commands.Join():
                return self._join(seat, command)
            case JoinAgain():
                return self._join_again(seat, command)
            case commands.DeclineJoin():
                return Answer([say("c-declined")])
        member = seat.member
        if member is None:
            return Answer([say("turn-passed")])
        match command:
            case commands.FileReport():
                return self._file(seat, member, talk, command)
            case commands.FileNil():
                return self._nil(seat, member, command)
            case commands.Amend(report, said):
                return self._amend(member, report, said)
            case commands.AddToReport():
                return self._add(member, command)
            case commands.Withdraw(report):
                return self._withdraw(member, report)
            case commands.ExportMyData():
                return self._export(member)
            case commands.WithdrawConsent(purpose):
                return self._withdraw_consent(seat, member, purpose)
            case commands.EraseMe():
                data_rights.ask_erasure(self._post, member)
                return Answer([say("c-erasing", hours=24)])
            case commands.KeepMe():
                people.call_off_erasure(self._post.connection, member.person_id)
                return Answer([say("c-kept-me")])
            case commands.SetReminders(on):
                people.change_person(self._post.connection, member.person_id, reminders=on)
                return Answer([say("c-reminders-on" if on else "c-reminders-off")])
            case commands.SetLanguage(lang):
                return self._language(seat, member, lang)
            case commands.ShowFeed():
                return self._feed(feed.token_of(self._post.connection, member.person_id))
            case commands.RenewFeed():
                return self._feed(feed.renew(self._post.connection, member.person_id))
            case AcceptRegulations(version, digest):
                regulations.accept(self._post, member.person_id, version, digest, seat.channel)
                return Answer([say("c-accepted", version=str(version))])
        for part in self._parts:
            if (answer := part.carry_out(seat, member, talk, command)) is not None:
                return answer
        raise TypeError(f"no act for {type(command).__name__}")

    def _file(self, seat: Seat, member: Member, talk: OpenTalk, said: commands.FileReport) -> Answer:
        period = self._desk.period(self._post.connection, member.unit_id, self._post.now)
        message = talk.begun.get("message")
        filed = reporting.file_report(
            self._post,
            member,
            self._rules,
            said=said.said,
            topic=said.topic or FALLBACK_TOPIC,
            tone=said.tone,
            level=said.level,
            channel=seat.channel,
            period_id=period.id if period else None,
            request_id=said.request,
            among=self._desk.campaigns(self._post.connection, member.unit_id, self._post.now),
            attachments=[int(one["id"]) for one in said.media],
            origin=f"{seat.lane}:{message}" if message else None,
            sealed=said.sealed,
        )
        return Answer(self._receipt(member, said, filed), receipt_rows(filed.id), filed=True)

    def _receipt(self, member: Member, said: commands.FileReport, filed: reporting.Filed) -> list[Text]:
        connection, rules = self._post.connection, self._rules
        local = self._post.now.astimezone(ZoneInfo(rules.zone))
        lines: list[Text] = [say("c-filed", time=f"{local:%H:%M}", code=filed.code), shown(said.said)]
        if filed.alerted is not None:
            lines[0] = urgent_line(connection, member.unit_id, filed, rules, sealed=said.sealed)
        if said.sealed:
            lines.append(say("c-sealed"))
        if len(said.parts) > 1:
            lines.append(say("e-long", n=len(said.parts)))
        lines.append(editable_line(rules))
        if said.tone == "aggrieved" or said.level == URGENT:
            lines.append(say("p-extra"))
        return lines

    def _nil(self, seat: Seat, member: Member, nil: commands.FileNil) -> Answer:
        period = periods.called(self._post.connection, member.unit_id, nil.period)
        if period is None:
            return Answer([say("e-no-period")])
        if locked := self._desk.locked(self._post, member, period):
            return Answer([locked])
        reporting.file_nil(self._post, member, self._rules, period_id=period.id, channel=seat.channel)
        return Answer([say("c-nil", period=period.name)])

    def _amend(self, member: Member, report_id: int, said: str) -> Answer:
        done = reporting.amend_report(self._post, member, self._rules, report_id=report_id, said=said)
        code = reports.code_of(report_id)
        return Answer(
            [
                {"changed": say("c-amended", code=code), "added": say("c-added", code=code)}.get(
                    done, say("turn-passed")
                )
            ]
        )

    def _add(self, member: Member, more: commands.AddToReport) -> Answer:
        code = reports.code_of(more.report)
        forecast = " ".join(part for part in (more.forecast, more.forecast_words) if part)
        given = (more.said, forecast, more.proposal, more.spread, more.strata, more.media)
        if not any(given):
            return Answer([say("c-nothing-added", code=code)])
        added = reporting.add_to_report(
            self._post,
            member,
            report_id=more.report,
            said=more.said or None,
            forecast=forecast or None,
            proposal=more.proposal or None,
            spread=more.spread,
            strata=more.strata,
            attachments=[int(one["id"]) for one in more.media],
        )
        return Answer([say("c-added", code=code) if added else say("turn-passed")])

    def _withdraw(self, member: Member, report_id: int) -> Answer:
        done = reporting.withdraw_report(self._post, member, self._rules, report_id=report_id)
        code = reports.code_of(report_id)
        sentence = {"withdrawn": say("c-undone", code=code), "late": say("e-not-withdrawable", code=code)}
        return Answer([sentence.get(done, say("turn-passed"))])

    def _export(self, member: Member) -> Answer:
        own = data_rights.export(self._post.connection, member.person_id, self._post.now)
        content = json.dumps(own, ensure_ascii=False, indent=2, default=_plain)
        return Answer([say("c-exported")], document={"name": "du-lieu-cua-toi.txt", "content": content})

    def _withdraw_consent(self, seat: Seat, member: Member, purpose: str) -> Answer:
        if purpose == "reminders":
            people.change_person(self._post.connection, member.person_id, reminders=False)
            return Answer([say("c-reminders-off")])
        data_rights.withdraw_consent(self._post, member, seat.channel)
        return Answer([say("c-left")], left=True)

    def _feed(self, token: str) -> Answer:
        return Answer([say("c-feed"), f"{self._desk.house.address}/lich/{token}.ics", say("c-feed-private")])

    def _language(self, seat: Seat, member: Member, lang: str) -> Answer:
        people.change_person(self._post.connection, member.person_id, lang=lang)
        seat.member = people.members_at(self._post.connection, [seat.lane])[seat.lane]
        return Answer([say("c-language")])

    def _join(self, seat: Seat, wish: commands.Join) -> Answer:
        if serving := joining.team_elsewhere(self._post, wish.invite, seat.lane):
            programme, unit_name = serving
            return Answer([say("e-one-team", programme=programme, unit=unit_name)])
        person = joining.join(
            self._post,
            invite_id=wish.invite,
            lane=seat.lane,
            channel=seat.channel,
            bot=seat.bot,
            chat=seat.chat,
            lang=seat.lang,
            consent=joining.Consent(wish.consent_version, wish.consent_digest, seat.channel),
            reminders=wish.reminders,
        )
        if person is None:
            return Answer([say("e-code")])
        if (rules := wish.regulations) is not None:
            regulations.accept(self._post, person, rules.version, rules.digest, seat.channel)
        unit_id = people.members_at(self._post.connection, [seat.lane])[seat.lane].unit_id
        unit = self._desk.unit(self._post.connection, unit_id, self._post.now)
        lines: list[Text] = [say("c-joined", unit=unit.name)]
        if seat.channel not in self._desk.reminding.pushing:
            lines.append(say("c-feed-offer"))
        return Answer(lines, joined=True)

    def _join_again(self, seat: Seat, wish: JoinAgain) -> Answer:
        agreed = joining.Consent(wish.consent_version, wish.consent_digest, seat.channel)
        person = joining.join_again(
            self._post,
            invite_id=wish.invite,
            lane=seat.lane,
            channel=seat.channel,
            bot=seat.bot,
            chat=seat.chat,
            consent=agreed if wish.consent_digest else None,
        )
        if person is None:
            return Answer([say("e-code")])
        who = people.label_of(self._post.connection, person)
        return Answer([say("c-channel-added", who=who)], joined=True)


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"not to be written: {type(value).__name__}")
