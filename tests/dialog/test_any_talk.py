"""Whatever a person types, taps or sends, in whatever order: nothing raises, nothing said is lost."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dialog import Attached, Dropped, Ear, Heard, Open, Outcome, Talk, Tapped, Typed, hear, step
from dialog.numbers import as_numbers
from dialog.view import LONGEST
from handlers import FLOWS, QUICK_REPORT
from messages import catalogue
from tests.talks.starts import STARTS

_PHRASES = st.sampled_from(
    ["gửi", "ok", "bức xúc", "đồng tình gửi", "khẩn", "sửa", "huỷ", "bỏ", "giữ lại", "quay lại", "thêm",
     "mới", "có", "không", "1", "2", "2 b", "a", "bỏ qua", "xong", "XÓA HẾT", "k có gì", "KHẨN", "#MT #bx"]
)  # fmt: skip
_REPORTS = st.integers(0, 10**6).map(lambda number: f"tổ dân phố {number} mất nước từ hôm qua")
_TEXTS = st.one_of(_PHRASES, _REPORTS, st.text(max_size=30), st.text(min_size=3_000, max_size=3_100))
_ACTS = st.sampled_from(
    ["send", "edit", "drop", "back", "add", "new", "keep", "tone:aggrieved", "level:urgent", "x:y"]
)
_KEYS = st.one_of(st.integers(0, 30), _ACTS)
_EVENTS = st.one_of(
    st.tuples(st.just("type"), _TEXTS),
    st.tuples(st.just("tap"), _KEYS, st.integers(0, 3)),
    st.tuples(st.just("photo"), _TEXTS),
)


def _heard(event: tuple[Any, ...], drawn: list[Open]) -> Heard:
    """An event as heard: a tap takes a button of the newest drawing, or of one up to three before it."""
    match event:
        case ("type", text):
            return Typed(text)
        case ("photo", text):
            return Attached(({"kind": "photo", "id": 1},), text)
        case (_, key, ago):
            at = drawn[-1 - min(ago, len(drawn) - 1)]
            buttons = at.prompt.buttons
            if isinstance(key, int) and buttons:
                key = buttons[key % len(buttons)].key
            return Tapped(at.name, at.revision, str(key))
    raise AssertionError(event)


def _again(talk: Talk) -> Talk:
    return Talk.from_json(json.loads(json.dumps(talk.to_json())))


@settings(max_examples=300, deadline=None)
@given(
    name=st.sampled_from(sorted(FLOWS)),
    start=st.sampled_from(sorted(STARTS)),
    numbered=st.booleans(),
    events=st.lists(_EVENTS, max_size=12),
)
def test_no_event_breaks_a_talk_and_a_replay_tells_the_same(
    name: str, start: str, numbered: bool, events: list[tuple[Any, ...]]
) -> None:
    flow, facts = FLOWS[name], STARTS[start]
    ear = Ear(catalogue(facts.lang), numbered)
    outcome = step(flow, facts, Talk.begin(flow), ear)
    drawn: list[Open] = []
    for event in events:
        if not isinstance(outcome.at, Open):
            return
        drawn.append(outcome.at)
        assert as_numbers(outcome.at.prompt, ear.words)
        heard = _heard(event, drawn)
        talk = outcome.talk
        outcome = hear(flow, facts, _again(talk), heard, ear)
        assert hear(flow, facts, talk, heard, ear) == outcome
        assert step(flow, facts, _again(outcome.talk), ear).at == outcome.at or not isinstance(
            outcome.at, Open
        )


def _kept(outcome: Outcome) -> str:
    """Everything of the person's words that an outcome still holds, or hands on, or tells to be cut."""
    texts = [outcome.talk.text]
    texts += [answer["pending"]["text"] for answer in outcome.talk.answers.values() if answer.get("pending")]
    if outcome.begin is not None:
        texts.append(getattr(outcome.begin.heard, "text", ""))
    return "\n".join(texts)


@settings(max_examples=200, deadline=None)
@given(
    numbered=st.booleans(),
    reports=st.lists(_REPORTS, min_size=1, max_size=5, unique=True),
    taps=st.lists(st.lists(_KEYS, max_size=3), min_size=5, max_size=5),
)
def test_nothing_said_about_a_report_is_lost_unless_it_is_replaced_or_dropped(
    numbered: bool, reports: list[str], taps: list[list[int | str]]
) -> None:
    flow, facts = FLOWS[QUICK_REPORT], STARTS["member"]
    ear = Ear(catalogue("vi"), numbered)
    outcome = step(flow, facts, Talk.begin(flow), ear)
    said: list[str] = []
    for text, keys in zip(reports, taps, strict=False):
        assert isinstance(outcome.at, Open)
        if outcome.talk.editing is not None:  # typing now replaces, as the person was told
            said = []
        outcome = hear(flow, facts, outcome.talk, Typed(text), ear)
        said.append(text)
        for key in keys:
            assert isinstance(outcome.at, Open)
            before = outcome.talk
            outcome = hear(flow, facts, before, _heard(("tap", key, 0), [outcome.at]), ear)
            if isinstance(outcome.at, Dropped):
                assert before.asking_drop, "a draft was dropped unasked"
                return
            assert all(one in _kept(outcome) for one in said)
            if outcome.begin is not None:
                said = [one for one in said if one in outcome.talk.text]
            if not isinstance(outcome.at, Open):
                assert all(one in outcome.at.result.said for one in said)
                return


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(alphabet="ăb c", min_size=1_500, max_size=3_000), min_size=1, max_size=4))
def test_long_texts_are_kept_to_the_limit_and_the_rest_is_told(texts: list[str]) -> None:
    flow, facts = FLOWS[QUICK_REPORT], STARTS["member"]
    ear = Ear(catalogue("vi"))
    outcome = step(flow, facts, Talk.begin(flow), ear)
    told = False
    whole = ""
    for text in filter(str.strip, texts):
        outcome = hear(flow, facts, outcome.talk, Attached((), text), ear)
        whole = "\n".join(filter(None, (whole, text.strip())))
        told = told or any(getattr(note, "id", "") == "e-over" for note in outcome.notes)
        whole = whole[:LONGEST]
        assert outcome.talk.text == whole
