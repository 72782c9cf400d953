"""What conversations about messages to many decided is carried out here, one method a command."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain import orders
from messages import catalogue, say
from office import campaigns, focusing, mailing, mailing_progress, reporting, requests
from office.coordinators import coordinates, unit_of
from office.mailing import Content
from office.post import Post
from office.rules import Rules
from storage import campaigns as rows_of_campaigns
from storage import people, periods
from storage.people import Member, Place


class MailingActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the settings, `post` is the transaction's out-tray."""
        self._desk = desk
        self._post = post

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        match command:
            case orders.Announce():
                return self._announce(seat, member, command)
            case orders.SetFocus():
                return self._focus(seat, member, command)
            case orders.AskOutOfTurn():
                return self._ask(seat, member, command)
            case orders.AnswerNothing(request):
                return nothing_to_say(self._post, self._desk.house.rules, member, request, seat.channel)
            case orders.NewCampaign():
                return self._open_campaign(member, command)
            case orders.EndCampaign(id):
                return self._end_campaign(member, id)
            case orders.Steer(id, act):
                return self._steer(member, id, act)
        return None

    def _announce(self, seat: Seat, member: Member, wish: orders.Announce) -> Answer:
        if not self._may_write(member, wish.audience.unit_id):
            return Answer([say("e-perm")])
        unit = self._desk.unit(self._post.connection, wish.audience.unit_id, self._post.now)
        mailing.start(
            self._post,
            self._desk.reminding,
            kind="broadcast",
            audience=wish.audience,
            one=Content(
                wish.said,
                [say("mailing-from", unit=unit.name), wish.said],
                acknowledged=wish.acknowledged,
                attachment=wish.attachment,
            ),
            author=self._place(seat),
            author_id=member.person_id,
        )
        return Answer([say("c-announced")])

    def _focus(self, seat: Seat, member: Member, wish: orders.SetFocus) -> Answer:
        row = periods.find(self._post.connection, wish.period)
        if row is None or not self._may_write(member, row.unit_id):
            return Answer([say("e-perm")])
        focusing.set_focus(
            self._post,
            self._desk.reminding,
            row,
            wish.points,
            by=member.person_id,
            author=self._place(seat),
            push=wish.push,
        )
        self._desk.forget_focus(row.id)
        ahead = row.start_at > self._post.now
        said = "c-focus-later" if ahead else "c-focus-pushed" if wish.push else "c-focus-saved"
        return Answer([say(said, period=row.name)])

    def _ask(self, seat: Seat, member: Member, wish: orders.AskOutOfTurn) -> Answer:
        if not self._may_write(member, wish.audience.unit_id):
            return Answer([say("e-perm")])
        requests.ask(
            self._post,
            self._desk.reminding,
            said=wish.said,
            audience=wish.audience,
            due_at=wish.due_at,
            unit_name=self._desk.unit(self._post.connection, wish.audience.unit_id, self._post.now).name,
            author=self._place(seat),
            author_id=member.person_id,
        )
        return Answer([say("c-asked")])

    def _open_campaign(self, member: Member, wish: orders.NewCampaign) -> Answer:
        unit_id = unit_of(self._post.connection, member.person_id, member.unit_id)
        if unit_id is None:
            return Answer([say("e-perm")])
        campaigns.open_campaign(
            self._post,
            unit_id,
            title=wish.title,
            kind=wish.kind,
            words=wish.words,
            from_on=wish.from_on,
            to_on=wish.to_on,
        )
        self._desk.forget_campaigns()
        return Answer([say("c-campaign-open", title=wish.title)])

    def _end_campaign(self, member: Member, id: int) -> Answer:
        row = rows_of_campaigns.find(self._post.connection, id)
        if row is None or not self._may_write(member, row.unit_id):
            return Answer([say("e-perm")])
        today = self._post.now.astimezone(ZoneInfo(self._post.zone)).date()
        rows_of_campaigns.end(self._post.connection, id, today)
        self._desk.forget_campaigns()
        return Answer([say("c-campaign-ended", title=row.title)])

    def _may_write(self, member: Member, unit_id: int) -> bool:
        return coordinates(self._post.connection, member.person_id, unit_id)

    def _place(self, seat: Seat) -> Place | None:
        """Where the author sits now: there the progress is shown."""
        return next(iter(people.places_at(self._post.connection, [seat.lane])), None)

    def _steer(self, member: Member, id: int, act: str) -> Answer:
        row = mailing.own(self._post.connection, id, member.person_id)
        if row is None:
            return Answer([say("turn-passed")])
        if act in ("missed", "unread"):
            mailing.tally_of(self._post, id)
            lines, file = mailing_progress.names(self._post, id, act, catalogue(member.lang))
            return Answer(lines, document=file)
        mailing.steer(self._post, row, act)
        return Answer(mailing.told(self._post, id))


def nothing_to_say(post: Post, rules: Rules, member: Member, request_id: int, channel: str) -> Answer:
    """Somebody who was asked out of turn has nothing to say."""
    if requests.asked_of(post, member.person_id, request_id) is None:
        return Answer([say("e-request-over")])
    reporting.file_nil(post, member, rules, period_id=request_id, channel=channel, is_request=True)
    return Answer([say("c-answered-nothing")])
