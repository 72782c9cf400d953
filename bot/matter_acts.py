"""What was decided about matters and referrals is carried out here, one method a command.

Ids in commands come from buttons and may be forged: every act takes its object by a door that looks who asks,
and holds it: of two who decide at one moment the second decides on what the first has left.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.desk import Desk
from bot.seat import OpenTalk, Seat
from domain import desk_orders as orders
from domain.tasks import GiveTask
from domain.when import written
from messages import Say, Text, say
from office import access, answers, closing, directives, inquiries, matters, referrals, tasks, verification
from office.access import Viewer
from office.ids import button
from office.post import Post
from storage import directory
from storage.matters import MatterRow
from storage.people import Member
from storage.referrals import ReferralRow
from storage.reports import code_of

PASSED = say("turn-passed")
REFUSED = say("e-not-now")
JUDGED = say("c-judged-already")


class MatterActs:
    """The commands of one transaction."""

    def __init__(self, desk: Desk, post: Post) -> None:
        """`desk` knows the settings, `post` is the transaction's out-tray."""
        self._post = post
        self._rules = desk.desk_rules
        self._alert_rules = desk.house.rules

    def carry_out(self, seat: Seat, member: Member, talk: OpenTalk, command: object) -> Answer | None:
        """Do what the talk decided; None for a command that is not of this kind."""
        who = access.viewer(self._post.connection, member.person_id, self._post.today)
        match command:
            case orders.OpenMatter(report, said):
                return self._opened(matters.open_matter(self._post, who, [report], said=said))
            case orders.OpenTogether(ids, said):
                return self._opened(matters.open_matter(self._post, who, ids, said=said))
            case orders.JoinMatter():
                return self._join(who, command)
            case orders.Exclude(report, why):
                done = closing.exclude(self._post, self._alert_rules, who, report, why)
                return Answer([say("c-excluded", code=code_of(report)) if done else PASSED])
            case orders.Refer():
                return self._refer(who, command)
            case orders.AskReporter(report, said):
                outcome = inquiries.ask(self._post, who, report, said)
                return Answer(
                    [PASSED if outcome == "gone" else say(f"c-{outcome}-reporter", code=code_of(report))]
                )
            case orders.TellMore(inquiry, said):
                done = inquiries.answer(self._post, member.person_id, inquiry, said)
                return Answer([say("c-told-more") if done else PASSED])
            case orders.SayUnclear(matter, why):
                told = bool(why) and answers.say_why(self._post, member.person_id, matter, why)
                return Answer([say("c-why-told" if told else "c-why-skipped")])
            case orders.ApproveAnswer() | orders.SendBack():
                return self._judge(who, command)
            case orders.ChaseUnit(id) | orders.Reassign(id):
                return self._referral(who, id, command)
            case orders.AcceptReferral(id) | orders.GiveBack(id) | orders.AskMoreTime(id) | orders.HandIn(id):
                return self._as_unit(who, id, command)
        return self._matter(who, command)

    # -- as coordinator --------------------------------------------------------------------------------

    def _opened(self, row: MatterRow | None) -> Answer:
        if row is None:
            return Answer([PASSED])
        rows: list[list[tuple[str, Text]]] = [[(button("matter", row.id), say("b-open-matter"))]]
        return Answer([say("c-matter-opened", code=row.code)], rows)

    def _join(self, who: Viewer, wish: orders.JoinMatter) -> Answer:
        row = matters.in_hand(self._post.connection, who, wish.matter, hold=True)
        if row is None or not matters.join(self._post, who, row, wish.report):
            return Answer([PASSED])
        return Answer([say("c-joined-matter", code=code_of(wish.report), matter=row.code)])

    def _refer(self, who: Viewer, wish: orders.Refer) -> Answer:
        row = self._of(who, wish)
        if row is None:
            return Answer([PASSED])
        made = referrals.refer(self._post, self._rules, who, row, wish.unit, kind=wish.kind, said=wish.said)
        return self._referred(made)

    def _of(self, who: Viewer, wish: orders.Refer) -> MatterRow | None:
        """The matter meant; a report becomes one."""
        if wish.matter is not None:
            return matters.in_hand(self._post.connection, who, wish.matter, hold=True)
        if wish.report is None:
            return None
        return matters.open_matter(self._post, who, [wish.report], said=wish.said)

    def _referred(self, made: ReferralRow | None) -> Answer:
        if made is None:
            return Answer([REFUSED])
        unit = directory.find_unit(self._post.connection, made.unit_id).name
        line = say("c-referred-to", code=made.code, unit=unit, due=self._shown(made))
        link = say("u-link", link=self._rules.links.to(made.id, made.generation))
        lines: list[Text] = [line, *(referrals.hand_over(self._post, self._rules, made) or [link])]
        return Answer(lines, [[(button("matter", made.matter_id), say("b-open-matter"))]])

    def _referral(self, who: Viewer, id: int, wish: orders.ChaseUnit | orders.Reassign) -> Answer:
        found = referrals.in_hand(self._post.connection, who, id, hold=True)
        if found is None:
            return Answer([PASSED])
        if isinstance(wish, orders.Reassign):
            return self._referred(
                referrals.reassign(self._post, self._rules, who, found.referral, wish.unit, why=wish.why)
            )
        if not referrals.chase(self._post, self._rules, who, found.referral):
            return Answer([REFUSED])
        return self._told_unit(say("c-unit-chased", code=found.referral.code), found.referral)

    def _told_unit(self, line: Say, row: ReferralRow) -> Answer:
        """What is told to the unit, and the link to hand over where nobody of it could be told."""
        return Answer([line, *referrals.hand_over(self._post, self._rules, row)])

    def _judge(self, who: Viewer, wish: orders.ApproveAnswer | orders.SendBack) -> Answer:
        one = answers.in_hand(self._post.connection, who, wish.answer, hold=True)
        if one is None:
            return Answer([PASSED])
        if isinstance(wish, orders.SendBack):
            done = answers.send_back(self._post, self._rules, who, one, wish.why)
            return self._told_unit(say("c-sent-back"), one.referral) if done else Answer([JUDGED])
        done = answers.approve(self._post, self._rules, who, one, wish.told)
        return Answer([say("c-approved", code=one.matter.code) if done else say("e-not-approved")])

    def _matter(self, who: Viewer, command: object) -> Answer | None:
        id = getattr(command, "matter", None)
        if not isinstance(command, _OF_MATTER) or not isinstance(id, int):
            return None
        row = matters.in_hand(self._post.connection, who, id, hold=True)
        if row is None:
            return Answer([PASSED])
        done, told = self._done(who, row, command)
        return Answer([told if done else REFUSED])

    def _done(self, who: Viewer, row: MatterRow, command: object) -> tuple[bool, Say]:
        post, code = self._post, row.code
        match command:
            case orders.SplitReport(_, report):
                return matters.split(post, who, row, report), say(
                    "c-split", code=code_of(report), matter=code
                )
            case orders.SetLevel(_, level, why):
                return matters.set_level(post, who, row, level, why), say("c-level", code=code)
            case orders.Verify():
                return matters.step(post, row, "verify", by=who.person_id), say("c-verifying", code=code)
            case orders.NoteVerdict(_, verdict, how):
                noted = say("c-verified", code=code, verdict=say(f"verdict-{verdict}"))
                return verification.note(post, who, row, verdict, how), noted
            case orders.Reword(_, said):
                return matters.reword(post, who, row, said), say("c-reworded", code=code)
            case orders.KeepClose(_, on):
                done = matters.set_sensitive(post, who, row, () if on else None)
                return done, say("c-guarded" if on else "c-unguarded", code=code)
            case orders.RaiseUp(_, why):
                return matters.raise_up(post, who, row, why), say("c-raised", code=code)
            case orders.ReplyToReporters(_, said):
                return answers.reply(post, self._rules, who, row, said), say("c-replied-to", code=code)
            case orders.CloseMatter(_, result):
                return closing.close(post, self._alert_rules, who, row, result), say(
                    "c-matter-closed", code=code
                )
            case orders.Reopen(_, why):
                return matters.reopen(post, row, by=who.person_id, why=why), say("c-reopened", code=code)
            case orders.IssueDirective(_, number, issued_on, body, said):
                done = directives.issue(
                    post, who, row, number=number, issued_on=issued_on, body=body, said=said
                )
                return done, say("c-directive", code=code, number=directives.tidy_number(number))
            case orders.TieDirective(_, directive):
                return directives.tie(post, who, row, directive), say("c-tied", code=code)
            case orders.TieCampaign(_, campaign):
                return directives.tie_campaign(post, who, row, campaign), say("c-tied", code=code)
            case GiveTask(_, said, owner, due_on):
                made = directives.give_task(
                    post, self._rules, who, row, said=said, owner=owner, due_on=due_on
                )
                task = tasks.code_of(made.id) if made else ""
                return made is not None, say("c-task-given", code=code, task=task)
        raise TypeError(f"no act for {type(command).__name__}")

    # -- as the unit that answers ------------------------------------------------------------------------

    def _as_unit(
        self,
        who: Viewer,
        id: int,
        wish: orders.AcceptReferral | orders.GiveBack | orders.AskMoreTime | orders.HandIn,
    ) -> Answer:
        row = referrals.of_own_unit(self._post.connection, who, id, hold=True)
        if row is None:
            return Answer([PASSED])
        by = who.person_id
        match wish:
            case orders.AcceptReferral():
                done, told = (
                    referrals.accept(self._post, row, by),
                    say("c-accepted-referral", due=self._shown(row)),
                )
            case orders.GiveBack(_, why):
                done, told = referrals.give_back(self._post, row, by, why), say("c-given-back")
            case orders.AskMoreTime(_, until, why):
                done, told = referrals.ask_more_time(self._post, row, by, until, why), say("c-more-time")
            case orders.HandIn(_, reply):
                done, told = (
                    not referrals.hand_in(self._post, row, by, reply),
                    say("c-handed-in", code=row.code),
                )
        return Answer([told if done else REFUSED])

    def _shown(self, row: ReferralRow) -> str:
        return written(row.due_at, ZoneInfo(self._post.zone))


_OF_MATTER = (
    orders.SplitReport,
    orders.SetLevel,
    orders.Verify,
    orders.NoteVerdict,
    orders.Reword,
    orders.KeepClose,
    orders.RaiseUp,
    orders.ReplyToReporters,
    orders.CloseMatter,
    orders.Reopen,
    orders.IssueDirective,
    orders.TieDirective,
    orders.TieCampaign,
    GiveTask,
)
