"""The life of a matter, and which texts seem to be about the same thing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matters import CLOSED, LIKELY, OPEN, STATUSES, STEPS, Gist, after, likeness
from domain.text import fold

ACTS = sorted({act for _, act in STEPS})


def gist(text: str, topic: str | None = None, area: int = 1, days: float = 0) -> Gist:
    return Gist(fold(text), topic, area, timedelta(days=days))


def test_a_matter_goes_from_new_to_its_end():
    status = "new"
    for act, then in (
        ("verify", "verifying"),
        ("refer", "referred"),
        ("answer", "answered"),
        ("send-back", "referred"),
        ("answer", "answered"),
        ("feed-back", "fed-back"),
        ("close", "closed"),
        ("reopen", "verifying"),
    ):
        status = after(status, act)
        assert status == then


@given(st.lists(st.sampled_from(ACTS), max_size=30))
def test_whatever_is_tried_a_matter_is_in_one_of_its_states_and_a_closed_one_only_reopens(acts):
    status = "new"
    for act in acts:
        then = after(status, act)
        if status == CLOSED:
            assert (then is None) == (act != "reopen")
        status = then or status
        assert status in STATUSES


@given(st.lists(st.sampled_from(ACTS), max_size=20))
def test_an_open_matter_can_always_be_closed(acts):
    status = "new"
    for act in acts:
        status = after(status, act) or status
    assert status == CLOSED or after(status, "close") == CLOSED
    assert set(OPEN) == set(STATUSES) - {CLOSED}


WASTE = (
    "Bà con kêu rác ở chợ Hoa Sen ba ngày chưa ai dọn, mùi hôi cả khu",
    "Rác chợ Hoa Sen chất đống mấy hôm nay không thấy xe gom",
    "cho hoa sen rac boc mui, tieu thuong buc xuc",
)
DRUGS = (
    "Trạm y tế hết thuốc huyết áp cho người cao tuổi",
    "Người già đi khám ở trạm y tế không có thuốc",
)


@pytest.mark.parametrize("texts", [WASTE, DRUGS])
def test_texts_about_the_same_thing_are_likely(texts):
    for one in texts:
        for other in texts:
            assert likeness(gist(one, "MT"), gist(other, "MT")) >= LIKELY


def test_texts_about_different_things_are_not_though_topic_and_area_are_the_same():
    for one in WASTE:
        for other in DRUGS:
            assert likeness(gist(one, "MT"), gist(other, "MT")) < LIKELY
    assert likeness(gist("Nước máy tổ 5 đục", "HT"), gist("Đèn đường ngõ 12 hỏng cả tuần", "HT")) < LIKELY


TEXTS = st.text(alphabet="abcdeghiklmnoqrstuvxy đàáâ", max_size=80)


@given(TEXTS, TEXTS, st.floats(0, 400), st.floats(0, 400))
def test_likeness_is_the_same_both_ways_and_between_nothing_and_all(one, other, ago, before):
    a, b = gist(one, "MT", 1, ago), gist(other, "YT", 2, before)
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1


@given(st.floats(0, 300))
def test_what_was_heard_long_ago_is_never_likelier(days):
    now, then = gist(WASTE[0], "MT"), gist(WASTE[1], "MT", days=days)
    assert likeness(now, then) <= likeness(now, gist(WASTE[1], "MT"))
