"""Talks of one transaction: begun, heard, shown, ended. What they say becomes answers of their seat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from bot.acts import Acts
from bot.answer import Answer
from bot.desk import Desk
from bot.menu import menu_of, own_of
from bot.screen import draw, plain
from bot.seat import OpenTalk, Seat
from dialog import Ear, ask_drop, hear, step
from dialog.heard import Heard
from dialog.talk import Closed, Dropped, Flow, Open, Outcome, Talk
from domain.drafts import next_morning
from domain.facts import Facts, InviteFacts
from handlers import FLOWS, JOIN, MORE_FOR_STAFF, NEEDS, QUICK_REPORT, Need
from handlers.join import invite_of
from handlers.quick_report import is_urgent, may_be_nil
from messages import Say, Text, say
from office import invites, regulations
from office.coordinators import unit_of
from office.post import Post
from storage import people, talks
from storage.invites import Invite
from storage.outbox import REPLY

Rows: TypeAlias = Sequence[Sequence[tuple[str, Text]]]
"""Buttons: (data, label)."""

NUDGE_SHOWN = 40
"""Characters of a draft that its nudge repeats."""

_WAYS = (("baocao", "b-new"), ("khongphatsinh", "b-nil"), ("cuatoi", "b-mine"), ("trogiup", "b-help"))


@dataclass(frozen=True, slots=True)
class Traits:
    """What turns must know of a channel: numbers instead of buttons, messages that can be changed, whether it
    stores what is written outside Viet Nam, and whether its messages are counted."""

    numbered: bool
    edits: bool
    abroad: bool
    metered: bool = False


class Talking:
    """The talks of one transaction."""

    def __init__(self, desk: Desk, traits: Mapping[str, Traits], post: Post, acts: Acts) -> None:
        """`desk` gives facts, `traits` are the channels', `post` is the transaction's out-tray, `acts` carry
        out what a talk decides."""
        self._desk = desk
        self._traits = traits
        self._post = post
        self._rules = desk.house.rules
        self._acts = acts

    def welcome(self, seat: Seat, lines: Sequence[Text], rows: Rows = ()) -> None:
        """What the channel is for, and where to begin; `lines` before it, `rows` above its menu."""
        unit = self._unit_name(seat)
        ways = [[(f"x.cmd.{command}", say(label)) for command, label in _WAYS[i : i + 2]] for i in (0, 2)]
        welcome = say("p-welcome-numbered" if seat.numbered else "p-welcome", unit=unit)
        self.tell(seat, [*lines, welcome, say("p-rule")], [*rows, *ways], menu=self.menu(seat))

    def invite(self, seat: Seat, code: str) -> InviteFacts | None:
        """The invite of a code given at this seat, or None; counts a try."""
        found = invites.open_invite(self._post.connection, code, seat.lane, self._post.now)
        return self._invite_facts(seat, found) if found else None

    # -- talks ---------------------------------------------------------------------------------------

    def flow(
        self, seat: Seat, one: OpenTalk, invite: InviteFacts | None = None, heard: Heard | None = None
    ) -> tuple[Flow[Facts], Facts]:
        """The flow of a talk and the facts it needs now that it is to hear `heard`."""
        flow = FLOWS[one.talk.flow]
        if invite is None and flow.name == JOIN:
            invite = self._invite_again(seat, invite_of(one.talk))
        return flow, self._desk.facts(
            self._post,
            seat.member,
            lang=seat.words.lang,
            abroad=seat.abroad,
            invite=invite,
            report_id=one.begun.get("report"),
            urgent=bool(one.begun.get("urgent")),
            request_id=one.begun.get("request"),
            poll_id=one.begun.get("poll"),
            about=one.begun.get("about"),
            meeting=one.begun.get("meeting"),
            alert_id=one.begun.get("alert"),
            needs=self._needs(seat, flow, one, heard),
        )

    def _needs(self, seat: Seat, flow: Flow[Facts], one: OpenTalk, heard: Heard | None) -> frozenset[Need]:
        needs = NEEDS.get(flow.name, frozenset())
        if flow.name in MORE_FOR_STAFF and not self.coordinates(seat):
            needs -= {"staff"}
        if flow.name != QUICK_REPORT or may_be_nil(one.talk, getattr(heard, "text", "")):
            needs |= {"history"}
        return needs

    def coordinates(self, seat: Seat) -> bool:
        """Whether this person coordinates a unit."""
        one = seat.member
        return one is not None and unit_of(self._post.connection, one.person_id, one.unit_id) is not None

    def _invite_again(self, seat: Seat, id: int | None) -> InviteFacts | None:
        """The invite a joining talk is about, while it may be used."""
        found = invites.still_open(self._post.connection, id, self._post.now) if id else None
        return self._invite_facts(seat, found) if found else None

    def _invite_facts(self, seat: Seat, invite: Invite) -> InviteFacts:
        unit = self._desk.unit(self._post.connection, invite.unit_id, self._post.now)
        rules = regulations.in_force(self._post.connection, invite.unit_id, self._rules.zone)
        person = invite.person_id
        consented = person is not None and self._has_agreed(seat, person)
        return InviteFacts(invite.id, invite.role, unit.name, invite.label or "", rules, person, consented)

    def _has_agreed(self, seat: Seat, person_id: int) -> bool:
        """Whether somebody known has agreed to all that the consent text says on this channel."""
        abroad = [name for name, traits in self._traits.items() if traits.abroad]
        return people.has_agreed(self._post.connection, person_id, abroad if seat.abroad else None)

    def ear(self, seat: Seat) -> Ear:
        """How this person hears and is heard."""
        return Ear(seat.words, seat.numbered)

    def begin(
        self,
        seat: Seat,
        name: str,
        heard: Heard | None,
        begun: dict[str, Any],
        *,
        invite: InviteFacts | None = None,
        notes: Sequence[Text] = (),
    ) -> None:
        """Open a talk of the flow `name` and let it hear what it begins with; `notes` before its prompt."""
        talk = Talk.begin(FLOWS[name])
        kept = {key: value for key, value in begun.items() if value}
        one = OpenTalk(0, talk, kept, False, None, 0, None)
        flow, facts = self.flow(seat, one, invite, heard)
        ear = self.ear(seat)
        outcome = hear(flow, facts, talk, heard, ear) if heard is not None else step(flow, facts, talk, ear)
        outcome = replace(outcome, notes=(*notes, *outcome.notes))
        if isinstance(outcome.at, Open):
            one.id, one.new = talks.new_id(self._post.now), True
            seat.talks.append(one)
        self._settle(seat, one, facts, outcome)

    def leave_menus(self, seat: Seat, name: str) -> None:
        """A flow is begun by command or button: talks in which nothing was said yet are no drafts to come
        back to, nor is one of the same flow in which only buttons were pressed."""
        for one in seat.talks:
            said = any(answer.keys() != {"chosen"} for answer in one.talk.answers.values())
            if not one.talk.answers or (one.talk.flow == name and not said):
                one.ended = True

    def hear(
        self,
        seat: Seat,
        one: OpenTalk,
        heard: Heard,
        *,
        onto: str | None = None,
        code: str | None = None,
        quiet: bool = False,
    ) -> None:
        """Let a talk hear this. `onto`: the message tapped; `code`: an invite code just given; `quiet`: do
        not draw."""
        invite = self.invite(seat, code) if code else None
        flow, facts = self.flow(seat, one, invite, heard)
        outcome = hear(flow, facts, one.talk, heard, self.ear(seat))
        self._settle(seat, one, facts, outcome, onto=onto, quiet=quiet)

    def show(self, seat: Seat, one: OpenTalk, *notes: Text) -> None:
        """The talk's prompt, as a new message."""
        flow, facts = self.flow(seat, one)
        outcome = step(flow, facts, one.talk, self.ear(seat))
        self._settle(seat, one, facts, replace(outcome, notes=(*notes, *outcome.notes), changed=True))

    def drop(self, seat: Seat, one: OpenTalk) -> None:
        """/huy: ask before anything of the person's is dropped."""
        flow, facts = self.flow(seat, one)
        self._settle(seat, one, facts, ask_drop(flow, facts, one.talk, self.ear(seat)))

    def _settle(
        self,
        seat: Seat,
        one: OpenTalk,
        facts: Facts,
        outcome: Outcome,
        *,
        onto: str | None = None,
        quiet: bool = False,
    ) -> None:
        one.talk, at = outcome.talk, outcome.at
        notes: tuple[Text, ...] = outcome.notes
        if isinstance(at, Open):
            one.touched, one.plain = True, at.plain
            self._plan_nudge(one, is_urgent(one.talk, facts))
            # Where nothing is drawn anew in place, no answer at all would look like silence.
            is_told = outcome.changed or outcome.notes or seat.numbered
            if is_told and not quiet and outcome.begin is None:
                if outcome.stale:
                    onto = None
                body = draw(one.id, at, notes, seat.words, numbered=seat.numbered)
                place = self.reply(seat, body, onto=onto, shown=one.shown)
                if onto is None:
                    one.message = place
        elif isinstance(at, Closed):
            one.ended = True
            self._close(seat, one, at.result, notes, onto)
        else:
            self._dropped(seat, one, at, notes, onto)
        if outcome.begin is not None:
            self.begin(seat, outcome.begin.flow, outcome.begin.heard, {})

    def _close(
        self, seat: Seat, one: OpenTalk, result: Any, notes: tuple[Text, ...], onto: str | None
    ) -> None:
        answer = self._acts.carry_out(seat, one, result)
        if answer.joined:
            seat.member = people.members_at(self._post.connection, [seat.lane]).get(seat.lane)
            self.welcome(seat, answer.lines)
        elif answer.lines or notes:
            self._finish_card(seat, one, answer, notes, onto)
        if answer.left:
            seat.talks.clear()
            seat.member = None
        if answer.then is not None:
            flow, begun = answer.then
            return self.begin(seat, flow, None, begun)
        older = seat.current
        if older is not None and not answer.joined:
            self.show(seat, older, say("turn-older-draft"))

    def _finish_card(
        self, seat: Seat, one: OpenTalk, answer: Answer, notes: tuple[Text, ...], onto: str | None
    ) -> None:
        body = plain([*notes, *answer.lines], seat.words, answer.rows)
        if one.id:
            body["screen"] = one.id
        if answer.left:
            body["menu"] = []
        if answer.document is not None:
            body["document"] = answer.document
            onto = None
        edits = self._traits[seat.channel].edits
        if onto is None and edits and one.shown is not None and answer.filed:
            # Sent by a typed word: the card above loses its buttons, the receipt comes below it.
            seat.answer(plain(answer.lines[:2], seat.words), REPLY, edits=one.shown)
            body.pop("screen", None)
        self.reply(seat, body, onto=onto, shown=one.shown)

    def _dropped(
        self, seat: Seat, one: OpenTalk, at: Dropped, notes: tuple[Text, ...], onto: str | None
    ) -> None:
        draft, reason = at.draft, at.reason
        if draft is not None:
            one.talk, one.touched = draft, True
            self._plan_nudge(one, False)
            return self.tell(seat, notes)
        one.ended = True
        if reason == "left":
            return
        self.reply(seat, plain(notes or [say("c-dropped")], seat.words), onto=onto, shown=one.shown)
        older = seat.current
        if older is not None:
            self.show(seat, older, say("turn-older-draft"))

    def _plan_nudge(self, one: OpenTalk, urgent: bool) -> None:
        """A draft left alone is spoken of once soon, once at the next allowed hour, and ends (DESIGN §3)."""
        if not one.talk.text or one.talk.flow != QUICK_REPORT:
            one.nudges, one.nudge_at = 2, self._post.now + self._rules.keep_draft
            return
        wait = self._rules.nudge_urgent if urgent else self._rules.nudge
        one.nudges, one.nudge_at = 0, self._post.now + wait

    # -- saying --------------------------------------------------------------------------------------

    def reply(
        self, seat: Seat, body: dict[str, Any], *, onto: str | None = None, shown: int | None = None
    ) -> int:
        """Owe the seat a message, onto the one tapped if the channel can; gives its place in `answers`."""
        if onto is None or not self._traits[seat.channel].edits:
            return seat.answer(body, REPLY)
        edits = int(onto) if seat.channel == "web" and onto.isdigit() else shown
        return seat.answer(body, REPLY, edits=edits, platform_id=onto)

    def tell(
        self,
        seat: Seat,
        lines: Sequence[Text],
        rows: Rows = (),
        *,
        menu: list[str] | None = None,
    ) -> None:
        """Say something that belongs to no talk; from then on the chat offers `menu`."""
        body = plain(lines, seat.words, rows)
        self.reply(seat, body if menu is None else body | {"menu": menu})

    def menu(self, seat: Seat) -> list[str]:
        """The commands that this person is offered."""
        member = seat.member
        return menu_of(people.roles_of(self._post.connection, member.person_id)) if member else []

    def own_work(self, seat: Seat) -> list[Say]:
        """The commands of this person's own work with what each does; nothing for a collaborator."""
        member = seat.member
        own = own_of(people.roles_of(self._post.connection, member.person_id)) if member else []
        told = [f"/{one} {seat.words.render(say(f'command-{one}'))}" for one in own]
        return [say("help-own", commands=" · ".join(told))] if told else []

    def _unit_name(self, seat: Seat) -> str:
        if seat.member is None:
            return ""
        return self._desk.unit(self._post.connection, seat.member.unit_id, self._post.now).name

    def nudge(self, seat: Seat, talk_id: int) -> None:
        """Speak of a draft left alone, once soon and once the next morning; then tell its end (DESIGN §3)."""
        one = seat.find(talk_id)
        if one is None:
            return
        start = one.talk.text[:NUDGE_SHOWN]
        if one.nudges >= 2:
            one.ended = True
            if start and seat.member is not None:
                self.tell(seat, [say("c-draft-ended", start=start)])
            return
        done = one.nudges + 1
        self.show(seat, one, say("c-nudge", start=start))
        one.nudges = done
        last = self._post.now + self._rules.keep_draft
        one.nudge_at = next_morning(self._post.now, self._rules.zone) if done == 1 else last
