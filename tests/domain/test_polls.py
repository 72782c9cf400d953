"""What may be shown of a poll: cells below three are hidden and cannot be computed back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.polls import is_answer, result_lines, result_of
from messages import catalogue

OPTIONS = ("Đồng tình", "Băn khoăn", "Bức xúc", "Chưa rõ")


def shown(kind: str, counts: dict[int, int]) -> str:
    return "\n".join(catalogue("vi").render(line) for line in result_lines(result_of(kind, OPTIONS, counts)))


def test_with_three_everywhere_everything_is_exact():
    assert shown("choice", {0: 3, 1: 4, 2: 5, 3: 6}).endswith("Chưa rõ: 6\nTổng: 18 câu trả lời.")


def test_one_small_cell_hides_itself_and_the_exact_total():
    words = shown("choice", {0: 30, 1: 4, 2: 5, 3: 2})
    assert "Chưa rõ: <3" in words
    assert "Tổng: ít nhất 39 câu trả lời." in words
    assert "41" not in words


def test_below_three_answers_nothing_is_shown():
    assert shown("choice", {0: 2}) == "Mới có dưới 3 câu trả lời (<3)."


@given(st.sampled_from(["choice", "scale"]), st.lists(st.integers(0, 40), min_size=4, max_size=4))
def test_no_two_polls_that_differ_in_hidden_cells_alone_look_different(kind, counts):
    """So nothing about a hidden cell can be learned: also not that it is none, or that two are alike."""
    other = [2 - count if count < 3 else count for count in counts]
    if sum(counts) < 3 or sum(other) < 3:
        return
    assert shown(kind, dict(enumerate(counts))) == shown(kind, dict(enumerate(other)))


@given(st.dictionaries(st.integers(0, 999_999), st.integers(1, 9), min_size=1, max_size=40))
def test_numbers_fall_into_at_most_six_groups_and_all_are_counted(counts):
    result = result_of("number", (), counts)
    assert len(result.bars) <= 6
    total = sum(counts.values())
    if total >= 3:
        assert result.total in (None, total)
        assert result.least <= total


def test_groups_of_numbers_have_round_borders():
    labels = [bar.label for bar in result_of("number", (), {12: 3, 17: 3, 1014: 3}).bars]
    assert labels == ["0–199", "200–399", "400–599", "600–799", "800–999", "1000–1199"]


def test_points_are_counted_from_nought_to_ten_with_their_average():
    words = shown("scale", {7: 3, 8: 4})
    assert "0: <3" in words
    assert "8: 4" in words
    assert "Trung bình (các ô hiện số): 7,6" in words


def test_numbers_have_an_average_only_where_no_group_is_hidden():
    assert "Trung bình (các ô hiện số): 5,0" in shown("number", {4: 3, 6: 3, 5: 3})
    assert "Trung bình" not in shown("number", {4: 3, 6: 3, 900: 1})


def test_an_answer_is_one_of_the_options_or_a_whole_number():
    assert is_answer("choice", OPTIONS, 3)
    assert not is_answer("choice", OPTIONS, 4)
    assert is_answer("scale", (), 10)
    assert not is_answer("scale", (), 11)
    assert is_answer("number", (), 999_999)
    assert not is_answer("number", (), -1)
