"""People are called by the last word of their names."""

from __future__ import annotations

import pytest

from dialog.ear import Ear
from dialog.heard import Typed
from dialog.moves import Keep
from dialog.ordered import Ordered
from dialog.several import Several
from domain.standings import Owing
from handlers.somebody import people_options, somebody
from messages import catalogue

EAR = Ear(catalogue("vi"))
TEAM = [
    (1, "Tổ 5 – Nguyễn Thị Hoa"),
    (2, "Trần Văn Minh"),
    (3, "Lê Minh"),
    (4, "Hoàng Bảo"),
    (5, "CTV-5"),
    (6, "Tổ 9"),
]


def chosen(typed: str) -> str | None:
    """Who is meant where one of the team is asked for."""
    move = somebody("Ai?", [Owing(id, label, "push") for id, label in TEAM]).take({}, Typed(typed), EAR)
    return move.stored["chosen"] if isinstance(move, Keep) else None


@pytest.mark.parametrize("typed", ["Hoa", "hoa ạ", "thị hoa", "Thi Hoa", "nguyen thi hoa", "tổ 5"])
def test_somebody_is_found_by_the_last_words_of_the_name_with_and_without_marks(typed: str) -> None:
    assert chosen(typed) == "n1"


def test_a_name_two_people_have_chooses_neither_and_more_of_it_does() -> None:
    assert chosen("Minh") is None
    assert (chosen("văn minh"), chosen("lê minh")) == ("n2", "n3")


def test_a_number_stays_the_place_in_the_list() -> None:
    assert (chosen("5"), chosen("6"), chosen("bảo")) == ("n5", "n6", "n4")


def test_several_people_are_called_by_their_names_too() -> None:
    options = people_options(TEAM)
    move = Several(("Ai?",), options, least=1).take({}, Typed("hoa, bảo"), EAR)
    assert isinstance(move, Keep) and move.stored["chosen"] == ["n1", "n4"]
    move = Ordered(("Ai?",), options).take({}, Typed("bảo hoa"), EAR)
    assert isinstance(move, Keep) and move.stored == {"chosen": ["n4", "n1"], "done": True}
