"""Small cells stay hidden and cannot be computed back; small areas are counted with the wider one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.figures import fold_areas, row, shown


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
