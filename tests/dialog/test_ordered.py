"""A question whose answers have an order."""

from __future__ import annotations

from dialog import Ear, Tapped, Typed
from dialog.choice import Option
from dialog.moves import Keep, Stray, Wrong
from dialog.ordered import Ordered
from dialog.question import WAITING
from messages import catalogue, say

EAR = Ear(catalogue("vi"), False)
WHO = Ordered((say("p-who-order"),), (Option("a", "Bà Lan"), Option("b", "Ông Minh"), Option("c", "Cô Hoa")))


def tapped(*keys: str) -> dict:
    stored: dict = {}
    for key in keys:
        move = WHO.take(stored, Tapped("order", 0, key), EAR)
        assert isinstance(move, Keep), move
        stored = move.stored
    return stored


def typed(text: str) -> object:
    move = WHO.take({}, Typed(text), EAR)
    return WHO.value(move.stored) if isinstance(move, Keep) else move


def test_taps_give_an_order_which_the_labels_show():
    stored = tapped("b:on", "a:on")
    labels = [EAR.words.render(button.label) for button in WHO.prompt(stored, EAR).buttons]
    assert labels == ["2. Bà Lan", "1. Ông Minh", "Cô Hoa", "Xong"]
    assert WHO.value(stored) is WAITING
    assert WHO.value(tapped("b:on", "a:on", "done")) == ("b", "a")


def test_a_doubled_tap_changes_nothing_and_a_second_wish_takes_somebody_out():
    assert tapped("b:on", "b:on", "a:on") == tapped("b:on", "a:on")
    assert WHO.value(tapped("b:on", "a:on", "b:off", "b:on", "done")) == ("a", "b")


def test_numbers_and_names_typed_in_a_row_are_the_whole_answer():
    assert typed("3 1") == ("c", "a")
    assert typed("ong minh, ba lan xong") == ("b", "a")
    assert isinstance(typed("nam chin"), Stray)


def test_nobody_is_no_answer_and_forged_keys_neither():
    assert isinstance(WHO.take({}, Tapped("order", 0, "done"), EAR), Wrong)
    assert isinstance(WHO.take({}, Tapped("order", 0, "z:on"), EAR), Wrong)
    assert WHO.value({"chosen": ["gone"], "done": True}) is WAITING
