"""Every golden talk, with buttons and without."""

from __future__ import annotations

import pytest

from tests.talks.chat import play
from tests.talks.script import Script, scripts

_PLAYED = [
    pytest.param(script, numbered, id=f"{script.name}-{'numbers' if numbered else 'buttons'}")
    for script in scripts()
    for numbered in (False, True)
    if script.plays(numbered)
]


@pytest.mark.parametrize(("script", "numbered"), _PLAYED)
def test_a_golden_talk_goes_as_written(script: Script, numbered: bool) -> None:
    play(script, numbered)


def test_there_are_talks_enough() -> None:
    assert len(scripts()) >= 25
