"""Topics are suggested from the words of a report, sensibly on text nobody tuned for."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from domain.suggestion import suggest_topics
from domain.text import fold

LINES = [
    line.split("|")
    for line in (Path(__file__).parent / "lines" / "topics.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("said", "code"), LINES)
def test_a_report_gets_its_topic(said, code):
    assert suggest_topics(said)[:1] == [code]


def test_a_phone_that_writes_marks_apart_gets_the_same():
    assert suggest_topics(unicodedata.normalize("NFD", "Rác thải đổ đầy bờ kênh")) == ["MT"]


def test_most_reports_written_without_marks_still_get_their_topic():
    right = sum(suggest_topics(fold(said))[:1] == [code] for said, code in LINES)
    assert right >= 0.8 * len(LINES)


def test_marks_are_honoured():
    assert suggest_topics("Thuê nhà đắt quá") != ["TH"]
    assert "MT" not in suggest_topics("Đi rạc cả chân")


def test_nothing_is_guessed_wildly():
    assert suggest_topics("") == []
    assert suggest_topics("Hôm nay trời đẹp") == []
    assert suggest_topics("ok") == []


def test_topics_switched_off_are_not_suggested():
    assert suggest_topics("Bà con kêu rác không ai dọn", ["YT", "KH"]) == []


def test_a_hashtag_says_it_plainly():
    assert suggest_topics("#GD rác trước cổng")[0] == "GD"
