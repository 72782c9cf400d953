"""One turn of a talk: hear something, say where the talk stands. Pure: nothing is sent, stored or fetched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from dialog.choice import BACK_ROW, Choice, Option
from dialog.ear import Ear
from dialog.engine import Ask, FlowError, Place, replay, stored_answer
from dialog.heard import Attached, Heard, Tapped, Typed
from dialog.labels import DROP, NO, YES
from dialog.moves import Apart, Back, Drop, Extend, Keep, Move, Reopen, Stray, Wrong
from dialog.question import WAITING
from dialog.talk import Begin, Closed, Dropped, Flow, Open, Outcome, Talk
from messages import Text, say

MOST_TURNS = 200
_ENOUGH = 10
"""Fewer characters than this are a slip at the present question, not the beginning of a report."""

F = TypeVar("F")


def step(flow: Flow[F], facts: F, talk: Talk, ear: Ear) -> Outcome:
    """Where the talk stands now, nothing having been heard: to show it first, or again."""
    now = _current(flow, talk)
    return replace(_Turn(flow, facts, ear, now).outcome(now), changed=True)


def hear(flow: Flow[F], facts: F, talk: Talk, heard: Heard, ear: Ear) -> Outcome:
    """The talk after it has heard this.

    Heard at a talk that is over (its facts have changed meanwhile), this gives its end. Raises FlowError
    only for a mistake of the flow's author, never for anything a person does.
    """
    now = _current(flow, talk)
    turn = _Turn(flow, facts, ear, now)
    if now.turns >= MOST_TURNS:
        return turn.stop(now)
    return turn.hear(replace(now, turns=now.turns + 1), heard)


def ask_drop(flow: Flow[F], facts: F, talk: Talk, ear: Ear) -> Outcome:
    """/huy: drop a talk that holds none of the person's words at once, else ask "Bỏ bản nháp này?"."""
    now = _current(flow, talk)
    turn = _Turn(flow, facts, ear, now)
    # Asked once more, it is shown once more.
    return replace(turn.drop(now, turn.place(now)), changed=True)


def _current(flow: Flow[Any], talk: Talk) -> Talk:
    """The talk as the present version of its flow understands it."""
    if talk.version >= flow.version:
        return talk
    answers = flow.upgrade(dict(talk.answers), talk.version) if flow.upgrade else talk.answers
    return replace(talk, answers=answers, version=flow.version)


_DROP = Choice(
    (say("p-drop"),),
    (Option("drop", say("b-drop"), (*DROP, *YES)), Option("keep", say("b-hold"), ("giu", "thoi", *NO))),
    columns=2,
)


@dataclass(frozen=True, slots=True)
class _Turn(Generic[F]):
    """What stays the same during one turn; `before` is the talk as it came."""

    flow: Flow[F]
    facts: F
    ear: Ear
    before: Talk

    def place(self, talk: Talk) -> Place:
        return replay(self.flow.run(self.facts), talk.answers, talk.editing)

    def outcome(
        self, talk: Talk, notes: tuple[Text, ...] = (), *, place: Place | None = None, **more: Any
    ) -> Outcome:
        """Where `talk` stands: at `place` if that is known, else replayed."""
        place = place or self.place(talk)
        if place.open is None:
            return Outcome(talk, Closed(place.result), notes, **more)
        name, question = place.open.name, place.open.question
        if talk.asking_drop:
            at = Open("drop", talk.revision, _DROP.prompt({}, self.ear))
        else:
            prompt = question.prompt(stored_answer(place.open, talk.answers), self.ear)
            if question.leads_back and place.before is not None:
                prompt = replace(prompt, rows=(*prompt.rows, BACK_ROW))
            at = Open(name, talk.revision, prompt, question.plain)
        changed = bool(notes or more) or _said_so_far(talk) != _said_so_far(self.before)
        return Outcome(talk if changed else self.before, at, notes, changed=changed, **more)

    def hear(self, talk: Talk, heard: Heard) -> Outcome:
        if talk.asking_drop:
            answer = self._drop_answer(heard)
            if answer == "drop":
                return Outcome(talk, Dropped("asked"))
            talk = replace(talk, asking_drop=False)
            if answer == "keep":
                return self.outcome(talk)
        place = self.place(talk)
        if place.open is None:
            return self.outcome(talk, begin=self._elsewhere(heard))
        if isinstance(heard, Tapped) and (heard.question, heard.revision) != (place.open.name, talk.revision):
            return self._passed(talk, place, heard)
        if isinstance(heard, Tapped) and heard.key == "back" and place.open.question.leads_back:
            return self._back(talk, place)
        move = place.open.question.take(stored_answer(place.open, talk.answers), heard, self.ear)
        return self._follow(talk, place, place.open, move, heard)

    def _drop_answer(self, heard: Heard) -> str | None:
        if isinstance(heard, Tapped) and heard.question != "drop":
            return None
        move = _DROP.take({}, heard, self.ear)
        return str(move.stored["chosen"]) if isinstance(move, Keep) else None

    def _passed(self, talk: Talk, place: Place, tap: Tapped) -> Outcome:
        """A button of a question that is not open: nothing at all when it repeats what it did before."""
        if self._repeats(talk, place, tap):
            return self.outcome(self.before)
        return self.outcome(self.before, (say("e-expired"),), stale=True)

    def _repeats(self, talk: Talk, place: Place, tap: Tapped) -> bool:
        if tap.question == "drop":
            return tap.key == "keep"
        if tap.revision != talk.revision:
            return False
        asked = place.find(tap.question)
        if asked is None and talk.editing is not None:
            asked = replay(self.flow.run(self.facts), talk.answers).open
        if asked is None or asked.name != tap.question:
            return False
        stored = stored_answer(asked, talk.answers)
        match asked.question.take(stored, tap, self.ear):
            case Keep(stored=again):
                return again == stored
            case Reopen(name=name):
                return name == talk.editing
            case _:
                return False

    def _follow(self, talk: Talk, place: Place, asked: Ask[Any], move: Move, heard: Heard) -> Outcome:
        match move:
            case Keep(stored=stored):
                stays = talk.editing is None and asked.question.value(stored) is WAITING
                now = _answered(talk, asked, move)
                return self.outcome(now, move.notes, place=place if stays else None)
            case Wrong(text=text):
                return self.outcome(talk, (text,), place=place)
            case Reopen(name=name, stored=stored):
                self._known(place, name)
                return self.outcome(replace(_answered(talk, asked, Keep(stored)), editing=name))
            case Extend(name=name, heard=more, stored=stored):
                return self._extend(_answered(talk, asked, Keep(stored)), self._known(place, name), more)
            case Apart(heard=more, stored=stored):
                begin = Begin(self.flow.other or self.flow.name, more)
                return self.outcome(_answered(talk, asked, Keep(stored)), begin=begin)
            case Stray():
                return self._stray(talk, place, heard)
            case Back():
                return self._back(talk, place)
            case Drop():
                return self.drop(talk, place)

    def _known(self, place: Place, name: str) -> Ask[Any]:
        asked = place.find(name)
        if asked is None:
            raise FlowError(f"no question {name!r} has been passed")
        return asked

    def _extend(self, talk: Talk, asked: Ask[Any], heard: Heard) -> Outcome:
        move = asked.question.extend(stored_answer(asked, talk.answers), heard)
        if isinstance(move, Keep):
            return self.outcome(_answered(talk, asked, move), move.notes)
        return self.outcome(talk)

    def _stray(self, talk: Talk, place: Place, heard: Heard) -> Outcome:
        begin = self._elsewhere(heard)
        if begin is None:
            return self.outcome(talk, (say("e-choose"),))
        if _holds(talk, place):
            return self.outcome(talk, begin=begin)
        return Outcome(talk, Dropped("left"), begin=begin)

    def _elsewhere(self, heard: Heard) -> Begin | None:
        """Words of some length, or files, that this talk has no use for are a report of their own."""
        long = isinstance(heard, Typed) and len(heard.text.strip()) >= _ENOUGH
        return (
            Begin(self.flow.other, heard)
            if self.flow.other and (long or isinstance(heard, Attached))
            else None
        )

    def _back(self, talk: Talk, place: Place) -> Outcome:
        if place.before is not None:
            return self.outcome(replace(talk, editing=place.before.name))
        if talk.editing is not None:
            return self.outcome(replace(talk, editing=None))
        return self.outcome(talk, (say("e-first"),))

    def drop(self, talk: Talk, place: Place) -> Outcome:
        if _holds(talk, place):
            return self.outcome(replace(talk, asking_drop=True))
        return Outcome(talk, Dropped("asked"))

    def stop(self, talk: Talk) -> Outcome:
        place = self.place(talk)
        kept = {asked.name: stored_answer(asked, talk.answers) for asked in _holding(talk, place)}
        draft = Talk(talk.flow, talk.version, kept, talk.revision) if kept else None
        return Outcome(talk, Dropped("turns", draft), (say("e-turns"),))


def _said_so_far(talk: Talk) -> tuple[Any, ...]:
    """All of a talk but how many turns it took."""
    return talk.answers, talk.editing, talk.asking_drop, talk.revision, talk.version


def _answered(talk: Talk, asked: Ask[Any], move: Keep) -> Talk:
    """The talk with this answer in the place of the former; it is no longer asked again."""
    answers = {name: kept for name, kept in talk.answers.items() if name != asked.was}
    answers[asked.name] = move.stored
    editing = None if talk.editing == asked.name else talk.editing
    revision = talk.revision + move.revises
    return Talk(talk.flow, talk.version, answers, revision, editing, talk.asking_drop, talk.turns)


def _holding(talk: Talk, place: Place) -> list[Ask[Any]]:
    asked = [*place.passed, *([place.open] if place.open else ())]
    return [one for one in asked if one.question.holds(stored_answer(one, talk.answers))]


def _holds(talk: Talk, place: Place) -> bool:
    return bool(_holding(talk, place))
