"""Small cells stay hidden and cannot be computed back; small areas are counted with the wider one."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from domain.figures import fold_areas, listed, row, shown


def test_a_cell_below_three_is_hidden_and_none_is_told():
    assert [shown(n) for n in (0, 1, 2, 3, 40)] == ["0", "<3", "<3", "3", "40"]


@given(st.lists(st.integers(0, 9), max_size=8))
def test_a_total_does_not_give_a_hidden_cell_away(counts):
    told = row("x", counts)
    hidden = [n for n in counts if 0 < n < 3]
    if not hidden:
        assert told.total == str(sum(counts))
        return
    least = int(told.total.removeprefix("≥"))
    assert told.total.startswith("≥")
    assert least == sum(n for n in counts if n not in (1, 2)) + len(hidden), "the same for one and for two"


def test_a_list_beside_a_known_sum_gives_no_hidden_count_away():
    vectors = [one for size in (1, 2, 3, 4) for one in itertools.product(range(9), repeat=size)]
    alike: dict[tuple[object, ...], list[tuple[int, ...]]] = {}
    for counts in vectors:
        told = listed(counts, beside_hidden=False)
        alike.setdefault((sum(counts), told), []).append(counts)
    for (_, told), several in alike.items():
        hidden = [place for place, n in enumerate(several[0]) if 0 < n < 3]
        if max(several[0]) == 1 or several[0].count(0) == len(several[0]) - 1:
            continue  # nothing but ones, or one count alone: the sum says it
        for place in hidden:
            assert len({counts[place] for counts in several}) > 1, (several[0], told)


def test_a_list_in_which_nothing_is_hidden_is_told_unless_something_is_hidden_beside_it():
    assert listed([9, 3, 0], beside_hidden=False) == ("9", "3", "0")
    assert listed([9, 3, 0, 20], beside_hidden=True) == ("…", "…", "0", "20")
    assert listed([9, 1, 0, 20], beside_hidden=False) == ("…", "…", "0", "20")
    assert listed([1, 1, 5, 20], beside_hidden=False) == ("…", "…", "…", "20"), "two ones add up to two"
    assert listed([], beside_hidden=True) == ()


def test_areas_in_which_few_serve_are_counted_with_the_wider_one():
    above = {1: None, 2: 1, 3: 1, 4: 3}
    assert fold_areas({2: 4, 3: 5, 4: 6}, {2: 9, 3: 2, 4: 3}, above, 5) == {2: 4, 3: 11}
    assert fold_areas({4: 6}, {4: 1}, above, 5) == {1: 6}, "nowhere enough: the widest"
    assert fold_areas({9: 2}, {}, above, 5) == {9: 2}, "an area nobody placed stays as it is"


@given(
    st.dictionaries(st.integers(1, 6), st.integers(0, 50)),
    st.dictionaries(st.integers(1, 6), st.integers(0, 9)),
    st.lists(st.integers(0, 6), min_size=6, max_size=6),
)
def test_nothing_is_lost_or_made_up_by_folding(counts, active, parents):
    above = {n: parent or None for n, parent in enumerate(parents, 1)}  # circles too
    assert sum(fold_areas(counts, active, above, 5).values()) == sum(counts.values())
