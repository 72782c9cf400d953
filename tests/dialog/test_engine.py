"""The replay, apart from any question."""

from __future__ import annotations

import asyncio
import tracemalloc
from typing import Any

import pytest

from dialog.engine import FlowError, ask, replay
from dialog.question import WAITING
from tests.dialog.flows import COLOURS, SIZES, wish


def test_a_flow_runs_to_its_first_open_question() -> None:
    place = replay(wish(None), {"said": {"text": "một cái áo"}})
    assert place.open is not None and place.open.name == "colour"
    assert [asked.name for asked in place.passed] == ["said"]


def test_a_flow_with_all_answers_gives_its_result() -> None:
    answers = {"said": {"text": "áo"}, "colour": {"chosen": "red"}, "size": {"chosen": "big"}}
    place = replay(wish(None), answers)
    assert place.open is None
    assert place.result == ("áo", "red", "big")


def test_an_answer_that_may_no_longer_be_chosen_is_asked_again() -> None:
    answers = {"said": {"text": "áo"}, "colour": {"chosen": "pink"}, "size": {"chosen": "big"}}
    place = replay(wish(None), answers)
    assert place.open is not None and place.open.name == "colour"


def test_an_answer_given_under_a_former_name_counts() -> None:
    async def renamed(_: Any) -> str:
        return await ask("shade", COLOURS, was="colour")

    assert replay(renamed(None), {"colour": {"chosen": "blue"}}).result == "blue"


async def _sleeps() -> None:
    await asyncio.sleep(0)


async def _waits_for_a_future() -> None:
    await asyncio.get_running_loop().create_future()


@pytest.mark.parametrize("flow", [_sleeps, _waits_for_a_future])
async def test_awaiting_anything_but_a_question_is_refused(flow: Any) -> None:
    with pytest.raises(FlowError, match="may only await ask"):
        replay(flow(), {})


def test_asking_twice_under_one_name_is_refused() -> None:
    async def twice() -> None:
        await ask("size", SIZES)
        await ask("size", SIZES)

    with pytest.raises(FlowError, match="'size' is asked twice"):
        replay(twice(), {"size": {"chosen": "big"}})


@pytest.mark.parametrize("name", ["Size", "how big", "size.big", "", "a" * 25])
def test_names_are_fit_for_storing_and_for_buttons(name: str) -> None:
    async def flow() -> None:
        await ask(name, SIZES)

    with pytest.raises(FlowError, match="no question name"):
        replay(flow(), {})


def test_a_replay_leaves_nothing_behind() -> None:
    for _ in range(50):
        replay(wish(None), {})
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(500):
        replay(wish(None), {})
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 20_000


def test_waiting_tells_its_name() -> None:
    assert repr(WAITING) == "WAITING"
