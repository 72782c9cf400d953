"""A chat without any machine: plays golden talks against the conversations alone.

Between every two messages the open talks are written to JSON and read again, as a database would.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from dialog import (
    Attached,
    Begin,
    Closed,
    Dropped,
    Ear,
    Heard,
    Open,
    Outcome,
    Talk,
    Tapped,
    Typed,
    ask_drop,
    hear,
    step,
)
from dialog.numbers import as_numbers
from domain.commands import Tell
from domain.facts import Facts
from domain.guards import opens_urgent
from handlers import COMMANDS, FLOWS, JOIN, QUICK_REPORT
from handlers.join import invite_of
from messages import Say, catalogue
from tests.talks.script import Script, Step
from tests.talks.starts import CODE, INVITE, STARTS


@dataclass
class Message:
    """What the bot said: words, buttons by label, and which of them are marked."""

    text: str
    talk: int = 0
    buttons: dict[str, Tapped] = field(default_factory=dict)
    chosen: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)


class Chat:
    """One person's chat. `messages` is everything the bot said, `ended` the last talk's end."""

    def __init__(self, facts: Facts, numbered: bool = False) -> None:
        self.facts = facts
        self.ear = Ear(catalogue(facts.lang), numbered)
        self.talks: dict[int, str] = {}
        self.messages: list[Message] = []
        self.ended: Closed | Dropped | None = None
        self._urgent: set[int] = set()
        self._next = 1

    # -- what the person does -------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Type something."""
        if text.startswith("/"):
            return self._command(*text[1:].partition(" ")[::2])
        if self.talks:
            return self._hear(max(self.talks), Typed(text))
        if self.facts.person is None:
            return self._begin(JOIN, Typed(text))
        urgent, text = opens_urgent(text)
        self._begin(QUICK_REPORT, Typed(text), urgent)

    def tap(self, label: str, old: bool = False, times: int = 1) -> None:
        """Press a button, `times` times before anything is redrawn; without buttons, type what it says."""
        drawn = [message for message in self.messages if label in message.buttons]
        assert drawn, f"no button {label!r} in {self.messages[-1].text!r}"
        message = drawn[0] if old else drawn[-1]
        if self.ear.numbered:
            return self.say(message.marks.get(label) or label)
        for _ in range(times):
            if message.talk in self.talks:
                self._hear(message.talk, message.buttons[label])
            else:
                self._show(self.ear.words.render(Say("e-expired")))

    def photo(self, caption: str) -> None:
        """Send a picture."""
        heard = Attached(({"kind": "photo", "id": 5},), caption)
        if self.talks:
            return self._hear(max(self.talks), heard)
        self._begin(QUICK_REPORT, heard)

    # -- what the machine does ------------------------------------------------------------------------

    def _command(self, name: str, rest: str) -> None:
        if name == "start" and not rest and not self.talks:
            return self._begin(JOIN, None)
        if name == "start" and rest:
            return self._begin(JOIN, Typed(rest))
        if name in ("start", "trogiup", "tieptuc"):
            talk = Talk.from_json(json.loads(self.talks[max(self.talks)]))
            return self._settle(max(self.talks), step(*self._flow(max(self.talks), talk), talk, self.ear))
        if name in ("huy", "xoa") and self.talks:
            talk = Talk.from_json(json.loads(self.talks[max(self.talks)]))
            return self._settle(max(self.talks), ask_drop(*self._flow(max(self.talks), talk), talk, self.ear))
        self._begin(COMMANDS[name], Typed(rest) if rest else None, urgent=name == "khan")

    def _begin(self, flow: str, heard: Heard | None, urgent: bool = False) -> None:
        id, self._next = self._next, self._next + 1
        self.talks[id] = json.dumps(Talk.begin(FLOWS[flow]).to_json())
        self._urgent |= {id} if urgent else set()
        if heard is not None:
            return self._hear(id, heard)
        talk = Talk.begin(FLOWS[flow])
        self._settle(id, step(*self._flow(id, talk), talk, self.ear))

    def _flow(self, id: int, talk: Talk, heard: Heard | None = None) -> tuple[Any, Facts]:
        facts = replace(self.facts, urgent=id in self._urgent)
        is_code = isinstance(heard, Typed) and heard.text.upper().replace(" ", "") == CODE
        if facts.person is None and (is_code or invite_of(talk) == INVITE.id):
            facts = replace(facts, invite=replace(INVITE, regulations=facts.regulations))
        return FLOWS[talk.flow], facts

    def _hear(self, id: int, heard: Heard) -> None:
        talk = Talk.from_json(json.loads(self.talks[id]))
        self._settle(id, hear(*self._flow(id, talk, heard), talk, heard, self.ear))

    def _settle(self, id: int, outcome: Outcome) -> None:
        stored = json.dumps(outcome.talk.to_json())
        assert Talk.from_json(json.loads(stored)) == outcome.talk
        notes = [self.ear.words.render(note) for note in outcome.notes]
        if isinstance(outcome.at, Open):
            self.talks[id] = stored
            if outcome.changed and outcome.begin is None:
                self._draw(id, outcome.at, notes)
        else:
            del self.talks[id]
            self.ended = outcome.at
            lines = outcome.at.result.lines if _tells(outcome.at) else ()
            self._show("\n".join([*notes, *(self.ear.words.render(line) for line in lines)]))
        if isinstance(outcome.begin, Begin):
            self._begin(outcome.begin.flow, outcome.begin.heard)

    def _draw(self, id: int, at: Open, notes: list[str]) -> None:
        words = self.ear.words
        lines = [words.render(line) for line in at.prompt.lines]
        text = as_numbers(at.prompt, words) if self.ear.numbered else "\n".join(lines)
        message = Message("\n".join([*notes, text]), id)
        for button in at.prompt.buttons:
            label = words.render(button.label)
            message.buttons[label] = Tapped(at.name, at.revision, button.key)
            message.marks[label] = button.mark
            message.chosen += [label] if button.chosen else []
        self.messages.append(message)

    def _show(self, text: str) -> None:
        if text:
            self.messages.append(Message(text))


def _tells(at: Closed | Dropped) -> bool:
    return isinstance(at, Closed) and isinstance(at.result, Tell)


def play(script: Script, numbered: bool) -> None:
    """Play a golden talk; fails with the step that went otherwise."""
    chat = Chat(STARTS[script.start], numbered)
    for number, one in enumerate(script.steps, 1):
        try:
            _play(chat, one)
        except AssertionError as error:
            raise AssertionError(f"{script.name}, step {number} ({one.does}: {one.what}): {error}") from error


def _play(chat: Chat, one: Step) -> None:
    before, chat.ended = len(chat.messages), None
    _do(chat, one)
    came = chat.messages[before:]
    said = "\n".join("\n".join([message.text, *message.buttons]) for message in came)
    for wanted in one.expect:
        assert wanted in said, f"{wanted!r} not in:\n{said}"
    for unwanted in one.unexpected:
        assert unwanted not in said, f"{unwanted!r} in:\n{said}"
    if one.silent:
        assert not came, said
    if one.chosen is not None:
        assert tuple(chat.messages[-1].chosen) == one.chosen, chat.messages[-1].chosen
    _check_end(chat, one)


def _do(chat: Chat, one: Step) -> None:
    match one.does:
        case "say":
            chat.say(one.what)
        case "photo":
            chat.photo(one.what)
        case _:
            chat.tap(one.what, old=one.does == "tap_old", times=2 if one.twice else 1)


def _check_end(chat: Chat, one: Step) -> None:
    if one.result is None:
        assert not isinstance(chat.ended, Closed), f"ended in {chat.ended}"
        assert isinstance(chat.ended, Dropped) == one.dropped, f"ended in {chat.ended}"
        return
    assert isinstance(chat.ended, Closed), "the talk goes on:\n" + chat.messages[-1].text
    result = chat.ended.result
    assert type(result).__name__ == one.result, result
    for name, value in one.fields.items():
        found = getattr(result, name)
        assert (list(found) if isinstance(found, tuple) else found) == value, f"{name} is {found!r}"
