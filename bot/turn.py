"""One turn: what a person did becomes talks, acts of the office and answers, in one transaction. DESIGN §2.

`Turns` is the process's; a `Sitting` is one transaction's: it loads every lane it was given at once, hears
the messages in order, and writes talks and answers down together when it rises.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bot import desk_link
from bot.acts import Acts
from bot.buttons import Buttons
from bot.desk import Desk
from bot.door import IN_GROUPS, code_within, invite_code, split_command
from bot.drafts import Drafts
from bot.groups import Groups
from bot.screen import read_tap
from bot.seat import OpenTalk, Seat
from bot.talking import Talking, Traits
from dialog.heard import Attached, Tapped, Typed
from dialog.labels import answers_nothing, control, spoken
from domain.guards import is_greeting, says_it_is_read
from handlers import COMMANDS, JOIN, QUICK_REPORT, STAFF
from handlers.reading import read
from messages import LANGUAGES, say
from office import alerting, mailing, reporting
from office.post import Post
from storage import outbox, people, reports, talks
from storage.inbox import InboxRow
from storage.outbox import OutboxRow

COURTESY_EVERY = timedelta(seconds=60)
"""One polite sentence a minute is enough for a chat that sends what nobody can use."""

LATE, LONGEST_LABEL, BEGINNING = 12, 60, 6
"""Messages looked at for a button that was typed, its longest label, and how many letters of it must be
there: "báo cáo kỳ" may be "báo cáo", a first word alone is more likely the beginning of a report."""

STRANGER_ANSWERS, STRANGER_WITHIN = 12, timedelta(days=1)
"""Joining takes four answers; the rest is for mistakes."""

ABOUT_NEWEST = frozenset({"xoa", "bosung"})
"""Commands about the report that is the newest when they are typed, whatever is filed meanwhile."""

GO_ON = frozenset({"tiep tuc", "soan tiep", "tiep tuc soan", "tiep tuc ban nhap", "continue"})
"""What people type for /tieptuc, as `spoken` spells it."""


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
        post = Post(connection, now, self.me, self.desk.house.rules.zone, self.desk.reminding.pushing)
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
        self._talking = Talking(turns.desk, turns.traits, post, turns.acts(turns.desk, post))
        self._buttons = Buttons(self._talking, turns.desk, post)
        self._drafts = Drafts(self._talking, post, seats)
        self._groups = Groups(self._talking, self._rules, post)

    def asks_plain(self, lane: str) -> bool:
        """Whether the lane's open question wants a code, a number or a label, not free text."""
        current = self._seats[lane].current
        return current is not None and current.plain

    def hear(self, row: InboxRow) -> str:
        """The turn of one message; gives what whoever tapped is to be shown at once."""
        seat = self._seats[row.lane]
        if row.body.get("lang") in LANGUAGES:
            seat.lang = row.body["lang"]
        if "group" in row.body or row.body["kind"] == "gone":
            return self._groups.hear(seat, row)
        self._hear_in_private(seat, row)
        return ""

    def _hear_in_private(self, seat: Seat, row: InboxRow) -> None:
        body = row.body
        if body["kind"] == "blocked":
            people.mark_reachable(self._post.connection, row.lane, unreachable_at=self._post.now)
            return
        if seat.member is None and self._is_heard_enough(seat):
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
        self._talking.tell(seat, [say("turn-parked")])

    def nudge(self, lane: str, talk_id: int) -> None:
        """Speak of a draft left alone."""
        self._talking.nudge(self._seats[lane], talk_id)

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
        talks.add_talks(
            self._post.connection,
            [
                self._row(one) | {"id": one.id, "lane": lane, "flow": one.talk.flow, "begun": one.begun}
                for lane, seat in self._seats.items()
                for one in seat.talks
                if one.new and not one.ended
            ],
        )
        kept = [one for one in every if not one.new]
        changed = [self._row(one) | {"talk_id": one.id} for one in kept if one.touched and not one.ended]
        talks.change_talks(self._post.connection, changed)
        talks.end_talks(self._post.connection, [one.id for one in kept if one.ended])
        return self._post.held

    def _row(self, one: OpenTalk) -> dict[str, Any]:
        return {
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
            return self._talking.tell(seat, [say("e-secret", contact=self._contact())])
        text = str(body.get("text", ""))
        command, rest = split_command(text)
        if command:
            return self._command(seat, row, command, rest)
        heard = Typed(text, int(body.get("masked", 0)))
        if seat.member is None:
            return self._stranger(seat, row, heard)
        if self._buttons.alerts.hear(seat, text):
            return None
        if seat.current is None:
            return self._unasked(seat, row, heard)
        if seat.numbered and (button := self._offered(seat, text, after=_before(seat.current))):
            return self._outside_tap(seat, button, None)
        return self._talking.hear(seat, seat.current, heard)

    def _stranger(self, seat: Seat, row: InboxRow, heard: Typed) -> None:
        code = code_within(heard.text)
        current = seat.current
        if current is not None:
            return self._talking.hear(seat, current, heard, code=code)
        if code:
            return self._join(seat, code)
        if seat.numbered:
            # No button and no link brings anybody here with a code: whatever comes first asks for it.
            return self._talking.begin(seat, JOIN, None, {})
        self._courtesy(seat, row, "e-notmember", contact=self._contact())

    def _is_heard_enough(self, seat: Seat) -> bool:
        """A stranger where messages are counted has had enough answers for a day, whatever they send: whoever
        has a code joins with four, and nobody uses up what members need."""
        if not self._turns.traits[seat.channel].metered:
            return False
        since = self._post.now - STRANGER_WITHIN
        return outbox.written_since(self._post.connection, seat.lane, since) >= STRANGER_ANSWERS

    def _unasked(self, seat: Seat, row: InboxRow, heard: Typed) -> None:
        """Words outside a talk: a report, unless they are plainly something else."""
        if code := invite_code(heard.text):
            return self._join(seat, code)
        if not heard.text:
            return self._talking.tell(seat, [say("e-nowords")])
        if control(heard.text):
            return self._talking.tell(seat, [say("turn-nothing-open")])
        if seat.numbered and answers_nothing(heard.text):
            return self._talking.tell(seat, [say("turn-nothing-asked")])
        if button := self._offered(seat, heard.text):
            return self._outside_tap(seat, button, None)
        if says_it_is_read(heard.text):
            return self._acknowledge(seat, row)
        if is_greeting(heard.text):
            return self._courtesy(seat, row, "turn-greeting")
        if spoken(heard.text) in GO_ON:
            return self._drafts.bring(seat)
        begun, notes = {"message": row.body.get("message")}, self._drafts.offer_once(seat)
        self._talking.begin(seat, QUICK_REPORT, heard, begun, notes=notes)

    def _offered(self, seat: Seat, text: str, after: int | None = None) -> str | None:
        """The button that is called so under a message of late that belongs to no talk; the newest counts.
        Enough of its beginning will do, but not for what is grave, nor where only messages `after` this one
        are looked at: there a talk is open, and its answers come first."""
        said = spoken(text) if len(text) <= LONGEST_LABEL else ""
        if not said:
            return None
        for rows in outbox.rows_of_late(self._post.connection, seat.lane, LATE, after or 0):
            named: dict[str, str] = {
                spoken(label): data for row in rows for data, label, _ in row if data.startswith("x.")
            }
            begun = [data for name, data in named.items() if name.startswith(said)]
            if said in named:
                return named[said]
            if after is None and len(said) >= BEGINNING and len(begun) == 1 and not _is_grave(begun[0]):
                return begun[0]
        return None

    def _acknowledge(self, seat: Seat, row: InboxRow) -> None:
        """Words that mean the newest message to many that is not read yet; else they are a courtesy."""
        assert seat.member is not None
        line = mailing.acknowledge_newest(self._post, seat.member.person_id)
        if line is None:
            return self._courtesy(seat, row, "turn-greeting")
        self._talking.tell(seat, [line])

    # -- commands ------------------------------------------------------------------------------------

    def _command(self, seat: Seat, row: InboxRow, command: str, rest: str) -> None:
        if command == "start":
            return self._start(seat, rest)
        if seat.member is None:
            if command == "trogiup" or seat.current is None:
                return self._courtesy(seat, row, "e-notmember", contact=self._contact())
            return self._talking.show(seat, seat.current)
        if command == "trogiup":
            return self._help(seat)
        if command == "tieptuc":
            return self._drafts.bring(seat)
        if command == desk_link.COMMAND:
            lines = desk_link.link_lines(self._post, seat.member, rest, self._turns.desk.house.address)
            return self._talking.tell(seat, lines)
        if command == IN_GROUPS:
            return self._talking.tell(seat, [say("group-how")])
        if command == "huy" or (command == "xoa" and seat.current is not None):
            return self._drop(seat)
        flow = COMMANDS.get(command)
        if flow is None:
            return self._talking.tell(seat, [say("e-unknown")])
        if flow in STAFF and not STAFF[flow] & people.roles_of(self._post.connection, seat.member.person_id):
            return self._talking.tell(seat, [say("e-perm")])
        words = Typed(rest, int(row.body.get("masked", 0))) if rest else None
        begun = {"urgent": command == "khan", "message": row.body.get("message")}
        if command in ABOUT_NEWEST:
            last = reports.reports_of(self._post.connection, seat.member.person_id, limit=1)
            begun["report"] = last[0].id if last else None
        self._talking.leave_menus(seat, flow)
        self._talking.begin(seat, flow, words, begun)

    def _start(self, seat: Seat, rest: str) -> None:
        code = invite_code(rest)
        if code:
            return self._join(seat, code)
        if seat.current is not None:
            return self._talking.show(seat, seat.current)
        if seat.member is None:
            return self._talking.begin(seat, JOIN, None, {})
        self._talking.welcome(seat, *self._drafts.offer(seat))

    def _help(self, seat: Seat) -> None:
        lines = [say(one) for one in ("help-report", "p-rule", "help-commands", "help-asked", "help-drop")]
        lines += self._talking.own_work(seat)
        if self._talking.coordinates(seat):
            lines.append(say("help-coordinator"))
        phone = self._duty_phone(seat)
        if phone and self._contact():
            lines.append(say("help-contact", phone=phone, contact=self._contact()))
        self._talking.tell(seat, lines, menu=self._talking.menu(seat))
        if seat.current is not None:
            self._talking.show(seat, seat.current)

    def _drop(self, seat: Seat) -> None:
        if seat.current is None:
            return self._talking.tell(seat, [say("turn-nothing-open")])
        self._talking.drop(seat, seat.current)

    def _join(self, seat: Seat, code: str) -> None:
        invite = self._talking.invite(seat, code)
        if invite is None:
            return self._talking.tell(seat, [say("e-code")])
        if invite.person is not None and seat.member is not None:
            is_own = invite.person == seat.member.person_id
            return self._talking.tell(seat, [say("e-channel-own" if is_own else "e-channel-taken")])
        for one in seat.talks:
            if one.talk.flow == JOIN:
                one.ended = True
        self._talking.begin(seat, JOIN, Typed(code), {}, invite=invite)

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
        self._talking.hear(seat, talk, Tapped(question, revision, key), onto=message)

    def _passed(self, seat: Seat) -> None:
        if seat.current is not None:
            return self._talking.show(seat, seat.current, say("e-expired"))
        lines, rows = self._drafts.offer(seat)
        self._talking.tell(seat, [say("e-question-passed"), *lines] if lines else [say("turn-passed")], rows)

    def _outside_tap(self, seat: Seat, data: str, message: str | None) -> None:
        """A button under a receipt, an alert or the menu. Forged data finds nothing of other people."""
        mark, _, rest = data.partition(".")
        verb, _, value = rest.partition(".")
        if mark != "x" or seat.member is None:
            return self._passed(seat)
        if verb == "cmd":
            row = InboxRow(seat.channel, seat.bot, "", seat.lane, "", {}, self._post.now)
            return self._command(seat, row, value, "")
        if not self._buttons.press(seat, verb, value, message):
            self._passed(seat)

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
            notes = self._drafts.offer_once(seat)
            return self._talking.begin(seat, QUICK_REPORT, heard, begun, notes=notes)
        follows = album is not None and current.begun.get("album") == album
        current.begun |= {"album": album}
        self._talking.hear(seat, current, heard, quiet=follows)

    def _edited(self, seat: Seat, body: dict[str, Any]) -> None:
        """The person changed a message sent earlier: the draft or the report it became changes too."""
        message, text = body.get("message"), split_command(str(body.get("text", "")))[1]
        if seat.member is None or not message or not text:
            return
        for one in seat.talks:
            if one.begun.get("message") == message and not one.ended:
                one.talk = replace(one.talk, editing="said")
                return self._talking.hear(seat, one, Typed(text, int(body.get("masked", 0))))
        id = reports.by_origin(self._post.connection, _origin(seat, message))
        if id is None:
            return
        said = read(text, tuple(one.code for one in self._turns.desk.house.topics)).text
        done = reporting.amend_report(self._post, seat.member, self._rules, report_id=id, said=said)
        if done != "gone":
            sentence = "c-amended" if done == "changed" else "c-added"
            self._talking.tell(seat, [say(sentence, code=reports.code_of(id))])

    # -- beside ---------------------------------------------------------------------------------------

    def _courtesy(self, seat: Seat, row: InboxRow, sentence: str, **args: object) -> None:
        if self._turns.is_due(seat.lane, sentence, self._post.now, row.update_key):
            self._talking.tell(seat, [say(sentence, **args)])

    def _duty_phone(self, seat: Seat) -> str:
        if seat.member is None:
            return ""
        return alerting.duty_phone(self._post.connection, seat.member.unit_id, self._rules)

    def _contact(self) -> str:
        return self._turns.desk.house.contact


def _origin(seat: Seat, message: str) -> str:
    return f"{seat.lane}:{message}"


def _before(talk: OpenTalk) -> int:
    """From which message on a typed label may be a button's though a talk is open. Into a report anything may
    be written, so there the buttons of all messages of late count; elsewhere those of its own message on."""
    return 0 if talk.talk.flow == QUICK_REPORT else (talk.shown or 1) - 1


def _is_grave(button: str) -> bool:
    """Whether a button takes something back or takes something on: that is typed in full."""
    return button.split(".")[1] in ("claim", "undo", "take", "decline", "mcalloff", "handon")
