"""As many results as one message holds."""

from datetime import date

import pytest

from domain.facts import ResultFacts
from handlers.results import told
from messages import say


def results(*lengths: int) -> list[ResultFacts]:
    return [
        ResultFacts(date(2026, 11, 27 - at), say("c-done", code="PA-1", said="x" * length), frozenset({1}))
        for at, length in enumerate(lengths)
    ]


@pytest.mark.parametrize(
    ("lengths", "shown"), [((2000,), 1), ((900, 900, 900), 3), ((2000, 900, 900), 2), ((4000, 10), 1)]
)
def test_the_newest_are_shown_whole_and_the_others_counted(lengths, shown):
    given = results(*lengths)
    lines = told(given)
    assert [dict(line.args)["said"] for line in lines[:shown]] == [one.line for one in given[:shown]]
    left = len(given) - shown
    assert lines[shown:] == ((say("results-older", n=left),) if left else ())
