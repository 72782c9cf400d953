"""What a report's words say about themselves before anything is asked."""

from __future__ import annotations

import pytest

from handlers.reading import read

TOPICS = ("YT", "MT", "HT", "DT", "KH")


@pytest.mark.parametrize(
    ("said", "text", "topic", "tone"),
    [
        ("#MT #bx rác để ba ngày", "rác để ba ngày", "MT", "aggrieved"),
        ("#bk #yt trạm y tế đóng cửa sớm", "trạm y tế đóng cửa sớm", "YT", "uneasy"),
        ("rác để ba ngày #mt #bx", "rác để ba ngày", "MT", "aggrieved"),
        ("#DT lễ hội làng vui, đông người", "lễ hội làng vui, đông người", "DT", None),
        ("#MT  #dongtinh\nhàng cây mới trồng", "hàng cây mới trồng", "MT", "approve"),
    ],
)
def test_tags_at_either_end_are_answers(said: str, text: str, topic: str, tone: str | None) -> None:
    reading = read(said, TOPICS)
    assert (reading.text, reading.topics[0], reading.tone) == (text, topic, tone)


@pytest.mark.parametrize("said", ["#XX rác để lâu", "rác ở lô #MT gần chợ", "#", "# MT rác", "giá #1"])
def test_other_signs_are_left_in_the_text(said: str) -> None:
    reading = read(said, TOPICS)
    assert reading.text == said and reading.tone is None


def test_a_text_of_tags_alone_is_kept() -> None:
    assert read("#MT #bx", TOPICS).text == "#MT #bx"


@pytest.mark.parametrize("said", ["KHẨN vỡ đê", "khẩn: vỡ đê", "#HT KHẨN vỡ đê", "#khan vỡ đê"])
def test_urgency_is_read_beside_tags(said: str) -> None:
    reading = read(said, TOPICS)
    assert (reading.text, reading.level) == ("vỡ đê", "urgent")


@pytest.mark.parametrize(
    ("said", "urgent", "short"),
    [
        ("vỡ đê", False, True),
        ("mất điện ạ", False, False),
        ("vỡ đê", True, False),
        ("cháy", True, True),
        ("KHẨN cháy", False, True),
        ("KHẨN", False, True),
        ("9", False, True),
        ("k có gì", False, False),
    ],
)
def test_what_is_too_short_to_go_on_unasked(said: str, urgent: bool, short: bool) -> None:
    assert read(said, TOPICS, urgent).short is short
