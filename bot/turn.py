"""One turn: what a person did becomes talks, acts of the office and answers, in one transaction. DESIGN §2.

`Turns` is the process's; a `Sitting` is one transaction's: it loads every lane it was given at once, hears
the messages in order, and writes talks and answers down together when it rises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bot.acts import Acts, Answer
from bot.desk import Desk
from bot.door import invite_code, split_command
from bot.screen import draw, plain, read_tap
from bot.seat import OpenTalk, Seat
from dialog import Ear, ask_drop, hear, step
from dialog.heard import Attached, Heard, Tapped, Typed
from dialog.talk import Closed, Dropped, Flow, Open, Outcome, Talk
from domain.drafts import next_morning
from domain.facts import Facts, InviteFacts
from domain.guards import is_greeting
from handlers import COMMANDS, FLOWS, JOIN, QUICK_REPORT
from handlers.join import invite_of
from handlers.quick_report import is_urgent
from messages import LANGUAGES, Text, say
from office import alerting, invites, reporting
from office.post import Post
from storage import people, reports, talks
from storage.inbox import InboxRow
from storage.invites import Invite
from storage.outbox import REPLY, OutboxRow

NUDGE_SHOWN = 40
"""Characters of a draft that its nudge repeats."""

COURTESY_EVERY = timedelta(seconds=60)
"""One polite sentence a minute is enough for a chat that sends what nobody can use."""

ABOUT_NEWEST = frozenset({"xoa", "bosung"})
"""Commands about the report that is the newest when they are typed, whatever is filed meanwhile."""

_CLAIM = re.compile(r"(?:nhận|nhan|claim|take)\s+(?:PA-?)?(\d{1,15})", re.IGNORECASE)
_MENU = (("baocao", "b-new"), ("khongphatsinh", "b-nil"), ("cuatoi", "b-mine"), ("trogiup", "b-help"))


@dataclass(frozen=True, slots=True)
class Traits:
    """What turns must know of a channel: numbers instead of buttons, messages that can be changed, and
    whether it stores what is written outside Viet Nam."""

    numbered: bool
    edits: bool
    abroad: bool


class Turns:
    """Makes sittings."""

    def __init__(
        self,
        desk: Desk,
        traits: Mapping[str, Traits],
        *,
        me: str | None = None,
        acts: Callable[[Desk, Post], Acts] = Acts,
    ) -> None:
        """`traits` by channel name; `me` is the worker that sends the answers; `acts` carries out what talks
        decide (golden talks listen in there)."""
        self.desk = desk
        self.traits = traits
        self.me = me
        self.acts = acts
        self._courtesies: dict[tuple[str, str], tuple[datetime, str]] = {}

    def sit(self, connection: Connection, lanes: Collection[str], now: datetime) -> Sitting:
        """Load what is known at these lanes."""
        post = Post(connection, now, self.me)
        members = people.members_at(connection, lanes)
        open_talks = talks.open_talks(connection, lanes)
        seats = {}
        for lane in lanes:
            channel, bot, chat = lane.split(":", 2)
            traits = self.traits[channel]
            mine = [OpenTalk.of(row) for row in open_talks.get(lane, ())]
            seats[lane] = Seat(
                lane, channel, bot, chat, members.get(lane), mine, traits.numbered, traits.abroad
            )
        return Sitting(self, post, seats)

    def is_due(self, lane: str, sentence: str, now: datetime, update_key: str) -> bool:
        """Whether a courtesy may be said again in this chat. A turn that is run again may say it again."""
        key = (lane, sentence)
        said = self._courtesies.get(key)
        if said is not None and now - said[0] < COURTESY_EVERY and said[1] != update_key:
            return False
        if len(self._courtesies) > 10_000:
            self._courtesies.clear()
        self._courtesies[key] = (now, update_key)
        return True

    def nudge(self, post: Post, limit: int = 200) -> None:
        """Speak of every draft whose hour has come."""
        due = talks.due_nudges(post.connection, post.now, limit)
        sitting = self.sit(post.connection, {row.lane for row in due}, post.now)
        for row in due:
            sitting.nudge(row.lane, row.id)
        post.held += sitting.rise()


class Sitting:
    """One transaction of turns."""

    def __init__(self, turns: Turns, post: Post, seats: dict[str, Seat]) -> None:
        """Made by `Turns.sit`."""
        self._turns = turns
        self._post = post
        self._seats = seats
        self._rules = turns.desk.house.rules
        self._acts = turns.acts(turns.desk, post)

    def asks_plain(self, lane: str) -> bool:
        """Whether the lane's open question wants a code, a number or a label, not free text."""
        current = self._seats[lane].current
        return current is not None and current.plain

    def hear(self, row: InboxRow) -> None:
        """The turn of one message."""
        seat, body = self._seats[row.lane], row.body
        if body.get("lang") in LANGUAGES:
            seat.lang = body["lang"]
        if body["kind"] == "blocked":
            people.mark_reachable(self._post.connection, row.lane, unreachable_at=self._post.now)
            return
        if seat.member is not None and not seat.member.reachable:
            people.mark_reachable(self._post.connection, row.lane, unreachable_at=None)
        match body["kind"]:
            case "tap":
                self._tap(seat, body)
            case "media":
                self._media(seat, row)
            case "edited":
                self._edited(seat, body)
            case "unsupported":
                self._courtesy(seat, row, f"turn-no-{body.get('text') or 'kind'}")
            case "text":
                self._words(seat, row)

    def apologise(self, lane: str) -> None:
        """A message of this lane was set aside: its sender is told."""
        seat = self._seats[lane]
        self._say(seat, [say("turn-parked")])

    def nudge(self, lane: str, talk_id: int) -> None:
        """Speak of a draft left alone, once soon and once the next morning; then tell its end (DESIGN §3)."""
        seat = self._seats[lane]
        one = seat.find(talk_id)
        if one is None:
            return
        start = one.talk.text[:NUDGE_SHOWN]
        if one.nudges >= 2:
            one.ended = True
            if start and seat.member is not None:
                self._say(seat, [say("c-draft-ended", start=start)])
            return
        done = one.nudges + 1
        self._show(seat, one, say("c-nudge", start=start))
        one.nudges = done
        last = self._post.now + self._rules.keep_draft
        one.nudge_at = next_morning(self._post.now, self._rules.zone) if done == 1 else last

    def rise(self) -> list[OutboxRow]:
        """Write down talks and answers; gives the messages this process is to send."""
        answers = [one for seat in self._seats.values() for one in seat.answers]
        ids = self._post.owe(answers)
        at = 0
        for seat in self._seats.values():
            for one in seat.talks:
                if one.message is not None:
                    one.shown = ids[at + one.message]
            at += len(seat.answers)
        every = [one for seat in self._seats.values() for one in seat.talks]
        talks.change_talks(
            self._post.connection,
            [self._row(one) for one in every if one.touched and not one.ended],
        )
        talks.end_talks(self._post.connection, [one.id for one in every if one.ended])
        return self._post.held

    def _row(self, one: OpenTalk) -> dict[str, Any]:
        return {
            "talk_id": one.id,
            "state": one.talk.to_json(),
            "plain": one.plain,
            "shown": one.shown,
            "changed_at": self._post.now,
            "nudges": one.nudges,
            "nudge_at": one.nudge_at,
        }

    # -- words ---------------------------------------------------------------------------------------

    def _words(self, seat: Seat, row: InboxRow) -> None:
        body = row.body
        if body.get("secret"):
            return self._say(seat, [say("e-secret", contact=self._contact())])
        text = str(body.get("text", ""))
        command, rest = split_command(text)
        if command:
            return self._command(seat, row, command, rest)
        heard = Typed(text, int(body.get("masked", 0)))
        if seat.member is None:
            return self._stranger(seat, row, heard)
        if seat.current is not None:
            return self._hear(seat, seat.current, heard)
        return self._unasked(seat, row, heard)

    def _stranger(self, seat: Seat, row: InboxRow, heard: Typed) -> None:
        code = invite_code(heard.text)
        current = seat.current
        if current is not None:
            return self._hear(seat, current, heard, code=code)
        if code:
            return self._join(seat, code)
        self._courtesy(seat, row, "e-notmember", contact=self._contact())

    def _unasked(self, seat: Seat, row: InboxRow, heard: Typed) -> None:
        """Words outside a talk: a report, unless they are plainly something else."""
        claimed = _CLAIM.fullmatch(heard.text.strip())
        if claimed:
            return self._claim_report(seat, int(claimed[1]))
        if not heard.text:
            return self._say(seat, [say("e-nowords")])
        if is_greeting(heard.text):
            return self._courtesy(seat, row, "turn-greeting")
        self._begin(seat, QUICK_REPORT, heard, {"message": row.body.get("message")})

    # -- commands ------------------------------------------------------------------------------------

    def _command(self, seat: Seat, row: InboxRow, command: str, rest: str) -> None:
        if command == "start":
            return self._start(seat, rest)
        if seat.member is None:
            if command == "trogiup" or seat.current is None:
                return self._courtesy(seat, row, "e-notmember", contact=self._contact())
            return self._show(seat, seat.current)
        if command == "trogiup":
            return self._help(seat)
        if command == "huy" or (command == "xoa" and seat.current is not None):
            return self._drop(seat)
        flow = COMMANDS.get(command)
        if flow is None:
            return self._say(seat, [say("e-unknown")])
        words = Typed(rest, int(row.body.get("masked", 0))) if rest else None
        begun = {"urgent": command == "khan", "message": row.body.get("message")}
        if command in ABOUT_NEWEST:
            last = reports.reports_of(self._post.connection, seat.member.person_id, limit=1)
            begun["report"] = last[0].id if last else None
        self._begin(seat, flow, words, begun)

    def _start(self, seat: Seat, rest: str) -> None:
        code = invite_code(rest)
        if code:
            return self._join(seat, code)
        if seat.current is not None:
            return self._show(seat, seat.current)
        if seat.member is None:
            return self._begin(seat, JOIN, None, {})
        self.welcome(seat)

    def welcome(self, seat: Seat, *lines: Text) -> None:
        """What the channel is for, and where to begin."""
        unit = self._unit_name(seat)
        menu = [[(f"x.cmd.{command}", say(label)) for command, label in _MENU[i : i + 2]] for i in (0, 2)]
        self._say(seat, [*lines, say("p-welcome", unit=unit), say("p-rule")], menu)

    def _help(self, seat: Seat) -> None:
        lines = [say(one) for one in ("help-report", "p-rule", "help-commands", "help-drop")]
        phone = self._duty_phone(seat)
        if phone and self._contact():
            lines.append(say("help-contact", phone=phone, contact=self._contact()))
        self._say(seat, lines)
        if seat.current is not None:
            self._show(seat, seat.current)

    def _drop(self, seat: Seat) -> None:
        current = seat.current
        if current is None:
            return self._say(seat, [say("turn-nothing-open")])
        flow, facts = self._flow(seat, current)
        self._settle(seat, current, facts, ask_drop(flow, facts, current.talk, self._ear(seat)))

    def _join(self, seat: Seat, code: str) -> None:
        invite = self._invite(seat, code)
        if invite is None:
            return self._say(seat, [say("e-code")])
        for one in seat.talks:
            if one.talk.flow == JOIN:
                one.ended = True
        self._begin(seat, JOIN, Typed(code), {}, invite=invite)

    def _invite(self, seat: Seat, code: str) -> InviteFacts | None:
        found = invites.open_invite(self._post.connection, code, seat.lane, self._post.now)
        return self._invite_facts(found) if found else None

    # -- taps ----------------------------------------------------------------------------------------

    def _tap(self, seat: Seat, body: dict[str, Any]) -> None:
        message = body.get("message")
        tap = read_tap(body["tap"])
        if tap is None:
            return self._outside_tap(seat, body["tap"], message)
        talk_id, question, revision, key = tap
        talk = seat.find(talk_id)
        if talk is None:
            return self._passed(seat)
        self._hear(seat, talk, Tapped(question, revision, key), onto=message)

    def _passed(self, seat: Seat) -> None:
        if seat.current is not None:
            return self._show(seat, seat.current, say("e-expired"))
        self._say(seat, [say("turn-passed")])

    def _outside_tap(self, seat: Seat, data: str, message: str | None) -> None:
        """A button under a receipt, an alert or the menu. Forged data finds nothing of other people."""
        mark, _, rest = data.partition(".")
        verb, _, value = rest.partition(".")
        if mark != "x" or seat.member is None:
            return self._passed(seat)
        if verb == "cmd":
            row = InboxRow(seat.channel, seat.bot, "", seat.lane, "", {}, self._post.now)
            return self._command(seat, row, value, "")
        try:
            id = int(value, 36)
        except ValueError:
            return self._passed(seat)
        match verb:
            case "claim":
                self._claim(seat, id)
            case "undo":
                self._withdraw(seat, id, message)
            case "more":
                if reporting.own_report(self._post, seat.member, id) is None:
                    return self._passed(seat)
                self._begin(seat, "extra", None, {"report": id})
            case _:
                self._passed(seat)

    def _claim_report(self, seat: Seat, report_id: int) -> None:
        alert = alerting.alert_of(self._post.connection, report_id)
        if alert is None:
            return self._say(seat, [say("turn-claim-gone")])
        self._claim(seat, alert)

    def _claim(self, seat: Seat, alert_id: int) -> None:
        assert seat.member is not None
        outcome = alerting.claim(self._post, alert_id, seat.member.person_id, self._rules)
        if outcome != "won":
            self._say(seat, [say(f"turn-claim-{outcome}")])

    def _withdraw(self, seat: Seat, report_id: int, message: str | None) -> None:
        assert seat.member is not None
        code = reports.code_of(report_id)
        sentence = {
            "withdrawn": say("c-undone", code=code),
            "late": say("e-not-withdrawable", code=code),
            "gone": say("turn-passed"),
        }[reporting.withdraw_report(self._post, seat.member, self._rules, report_id=report_id)]
        onto = message if sentence.id == "c-undone" else None
        self._reply(seat, plain([sentence], seat.words), onto=onto)

    # -- pictures and changed messages -----------------------------------------------------------------

    def _media(self, seat: Seat, row: InboxRow) -> None:
        if seat.member is None:
            return self._courtesy(seat, row, "e-notmember", contact=self._contact())
        media, source = row.body["media"], row.body["media"]["source"]
        id = reports.add_attachment(
            self._post.connection,
            lane=seat.lane,
            channel=seat.channel,
            kind=media["kind"],
            source=source,
            now=self._post.now,
            name=source.get("kept"),
            media_type=source.get("type"),
            size=source.get("size"),
        )
        caption = str(row.body.get("text", ""))
        heard = Attached(({"kind": media["kind"], "id": id},), caption, int(row.body.get("masked", 0)))
        album, current = media["album"], seat.current
        if current is None:
            begun = {"message": row.body.get("message"), "album": album}
            return self._begin(seat, QUICK_REPORT, heard, begun)
        follows = album is not None and current.begun.get("album") == album
        current.begun |= {"album": album}
        self._hear(seat, current, heard, quiet=follows)

    def _edited(self, seat: Seat, body: dict[str, Any]) -> None:
        """The person changed a message sent earlier: the draft or the report it became changes too."""
        message, text = body.get("message"), str(body.get("text", ""))
        if seat.member is None or not message or not text:
            return
        for one in seat.talks:
            if one.begun.get("message") == message and not one.ended:
                one.talk = replace(one.talk, editing="said")
                return self._hear(seat, one, Typed(text, int(body.get("masked", 0))))
        id = reports.by_origin(self._post.connection, _origin(seat, message))
        if id is None:
            return
        done = reporting.amend_report(self._post, seat.member, self._rules, report_id=id, said=text)
        if done != "gone":
            sentence = "c-amended" if done == "changed" else "c-added"
            self._say(seat, [say(sentence, code=reports.code_of(id))])

    # -- talks ---------------------------------------------------------------------------------------

    def _flow(
        self, seat: Seat, one: OpenTalk, invite: InviteFacts | None = None
    ) -> tuple[Flow[Facts], Facts]:
        flow = FLOWS[one.talk.flow]
        if invite is None and flow.name == JOIN:
            invite = self._invite_again(invite_of(one.talk))
        return flow, self._turns.desk.facts(
            self._post,
            seat.member,
            lang=seat.words.lang,
            abroad=seat.abroad,
            invite=invite,
            report_id=one.begun.get("report"),
            urgent=bool(one.begun.get("urgent")),
            history=flow.name != QUICK_REPORT,
        )

    def _invite_again(self, id: int | None) -> InviteFacts | None:
        """The invite a joining talk is about, while it may be used."""
        found = invites.still_open(self._post.connection, id, self._post.now) if id else None
        return self._invite_facts(found) if found else None

    def _invite_facts(self, invite: Invite) -> InviteFacts:
        unit = self._turns.desk.unit(self._post.connection, invite.unit_id, self._post.now)
        return InviteFacts(invite.id, invite.role, unit.name, invite.label or "")

    def _ear(self, seat: Seat) -> Ear:
        return Ear(seat.words, seat.numbered)

    def _begin(
        self,
        seat: Seat,
        name: str,
        heard: Heard | None,
        begun: dict[str, Any],
        *,
        invite: InviteFacts | None = None,
    ) -> None:
        talk = Talk.begin(FLOWS[name])
        kept = {key: value for key, value in begun.items() if value}
        one = OpenTalk(0, talk, kept, False, None, 0, None)
        flow, facts = self._flow(seat, one, invite)
        ear = self._ear(seat)
        outcome = hear(flow, facts, talk, heard, ear) if heard is not None else step(flow, facts, talk, ear)
        if isinstance(outcome.at, Open):
            one.id = talks.add_talk(
                self._post.connection,
                lane=seat.lane,
                flow=name,
                begun=kept,
                state=outcome.talk.to_json(),
                plain=outcome.at.plain,
                opened_at=self._post.now,
                changed_at=self._post.now,
                nudges=0,
            )
            seat.talks.append(one)
        self._settle(seat, one, facts, outcome)

    def _hear(
        self,
        seat: Seat,
        one: OpenTalk,
        heard: Heard,
        *,
        onto: str | None = None,
        code: str | None = None,
        quiet: bool = False,
    ) -> None:
        invite = self._invite(seat, code) if code else None
        flow, facts = self._flow(seat, one, invite)
        outcome = hear(flow, facts, one.talk, heard, self._ear(seat))
        self._settle(seat, one, facts, outcome, onto=onto, quiet=quiet)

    def _show(self, seat: Seat, one: OpenTalk, *notes: Text) -> None:
        """The talk's prompt, as a new message."""
        flow, facts = self._flow(seat, one)
        outcome = step(flow, facts, one.talk, self._ear(seat))
        self._settle(seat, one, facts, replace(outcome, notes=(*notes, *outcome.notes), changed=True))

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
            if (outcome.changed or outcome.notes) and not quiet and outcome.begin is None:
                if outcome.stale:
                    onto = None
                body = draw(one.id, at, notes, seat.words, numbered=seat.numbered)
                place = self._reply(seat, body, onto=onto, shown=one.shown)
                if onto is None:
                    one.message = place
        elif isinstance(at, Closed):
            one.ended = True
            self._close(seat, one, at.result, notes, onto)
        else:
            self._dropped(seat, one, at, notes, onto)
        if outcome.begin is not None:
            self._begin(seat, outcome.begin.flow, outcome.begin.heard, {})

    def _close(
        self, seat: Seat, one: OpenTalk, result: Any, notes: tuple[Text, ...], onto: str | None
    ) -> None:
        answer = self._acts.carry_out(seat, one, result)
        if answer.joined:
            seat.member = people.members_at(self._post.connection, [seat.lane]).get(seat.lane)
            self.welcome(seat, *answer.lines)
        elif answer.lines or notes:
            self._finish_card(seat, one, answer, notes, onto)
        if answer.left:
            seat.talks.clear()
            seat.member = None
        older = seat.current
        if older is not None and not answer.joined:
            self._show(seat, older, say("turn-older-draft"))

    def _finish_card(
        self, seat: Seat, one: OpenTalk, answer: Answer, notes: tuple[Text, ...], onto: str | None
    ) -> None:
        body = plain([*notes, *answer.lines], seat.words, answer.rows)
        if one.id:
            body["screen"] = one.id
        if answer.document is not None:
            body["document"] = answer.document
            onto = None
        edits = self._turns.traits[seat.channel].edits
        if onto is None and edits and one.shown is not None and answer.filed:
            # Sent by a typed word: the card above loses its buttons, the receipt comes below it.
            seat.answer(plain(answer.lines[:2], seat.words), REPLY, edits=one.shown)
            body.pop("screen", None)
        self._reply(seat, body, onto=onto, shown=one.shown)

    def _dropped(
        self, seat: Seat, one: OpenTalk, at: Dropped, notes: tuple[Text, ...], onto: str | None
    ) -> None:
        draft, reason = at.draft, at.reason
        if draft is not None:
            one.talk, one.touched = draft, True
            self._plan_nudge(one, False)
            return self._say(seat, notes)
        one.ended = True
        if reason == "left":
            return
        self._reply(seat, plain(notes or [say("c-dropped")], seat.words), onto=onto, shown=one.shown)
        older = seat.current
        if older is not None:
            self._show(seat, older, say("turn-older-draft"))

    def _plan_nudge(self, one: OpenTalk, urgent: bool) -> None:
        """A draft left alone is spoken of once soon, once at the next allowed hour, and ends (DESIGN §3)."""
        if not one.talk.text or one.talk.flow != QUICK_REPORT:
            one.nudges, one.nudge_at = 2, self._post.now + self._rules.keep_draft
            return
        wait = self._rules.nudge_urgent if urgent else self._rules.nudge
        one.nudges, one.nudge_at = 0, self._post.now + wait

    # -- saying --------------------------------------------------------------------------------------

    def _reply(
        self, seat: Seat, body: dict[str, Any], *, onto: str | None = None, shown: int | None = None
    ) -> int:
        if onto is None or not self._turns.traits[seat.channel].edits:
            return seat.answer(body, REPLY)
        edits = int(onto) if seat.channel == "web" and onto.isdigit() else shown
        return seat.answer(body, REPLY, edits=edits, platform_id=onto)

    def _say(
        self, seat: Seat, lines: Sequence[Text], rows: Sequence[Sequence[tuple[str, Text]]] = ()
    ) -> None:
        self._reply(seat, plain(lines, seat.words, rows))

    def _courtesy(self, seat: Seat, row: InboxRow, sentence: str, **args: object) -> None:
        if self._turns.is_due(seat.lane, sentence, self._post.now, row.update_key):
            self._say(seat, [say(sentence, **args)])

    def _duty_phone(self, seat: Seat) -> str:
        if seat.member is None:
            return ""
        return alerting.duty_phone(self._post.connection, seat.member.unit_id, self._rules)

    def _contact(self) -> str:
        return self._turns.desk.house.contact

    def _unit_name(self, seat: Seat) -> str:
        if seat.member is None:
            return ""
        return self._turns.desk.unit(self._post.connection, seat.member.unit_id, self._post.now).name


def _origin(seat: Seat, message: str) -> str:
    return f"{seat.lane}:{message}"
