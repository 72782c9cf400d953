"""What a channel cannot do is done another way and never left out silently."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.channels.base import Caps
from bot.outbound import outbound
from storage.outbox import REPLY, OutboxRow

BARE = Caps(buttons=False, edit=False, files=False, push=True, max_text=2000)
FULL = Caps(buttons=True, edit=True, files=True, push=True, max_text=4096)
LINK = "https://bao.example.vn/tep/1.x"
FILES = {
    "document": {"name": "a.txt", "content": "x"},
    "file": {"name": "k", "media_type": "application/pdf"},
    "chart": {"title": "x", "bars": [], "note": ""},
}


def row(**body):
    body = {"text": "Đến hạn báo cáo kỳ.", "rows": []} | body
    return OutboxRow(
        7, "zalo:1:a", "zalo", "1", "a", REPLY, body, None, None, 0, datetime(2026, 11, 26, tzinfo=UTC)
    )


def test_buttons_are_offered_as_words():
    buttons = [[["x.cmd.baocaoky", "Báo cáo kỳ", False]], [["x.later.am", "Sáng mai", False]]]
    [one] = outbound(row(rows=buttons), BARE)
    assert (one.text, one.rows) == ("Đến hạn báo cáo kỳ.\nTrả lời: Báo cáo kỳ · Sáng mai", ())
    [one] = outbound(row(rows=buttons, lang="en"), BARE)
    assert "Reply with: Báo cáo kỳ · Sáng mai" in one.text
    [one] = outbound(row(rows=buttons), FULL)
    assert one.text == "Đến hạn báo cáo kỳ."
    assert [[button.data for button in line] for line in one.rows] == [["x.cmd.baocaoky"], ["x.later.am"]]


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_cannot_be_carried_is_told_of(kind):
    [one] = outbound(row(**{kind: FILES[kind]}), BARE)
    assert "kênh này không chuyển được" in one.text
    assert (one.document, one.file, one.picture, one.link) == (None, None, None, None)


@pytest.mark.parametrize("kind", ["document", "file"])
def test_a_file_that_cannot_be_carried_is_linked_where_it_can_be(kind):
    [one] = outbound(row(**{kind: FILES[kind]}), BARE, link=LINK)
    assert one.text == f"Đến hạn báo cáo kỳ.\n📎 {LINK}"
    assert one.link is None


def test_a_picture_is_shown_where_it_lies():
    photo = {"name": "k", "media_type": "image/jpeg"}
    for body in ({"file": photo}, {"chart": FILES["chart"]}):
        [one] = outbound(row(**body), BARE, link=LINK)
        assert (one.text, one.link) == ("Đến hạn báo cáo kỳ.", LINK)


def test_a_long_text_comes_in_two_messages_and_what_can_be_done_stands_in_the_last():
    text = "\n".join(f"Việc thứ {n} ở chợ Hoa Sen." for n in range(100))
    first, last = outbound(row(text=text, rows=[[["x.a.1", "Đã nắm", False]]]), BARE)
    assert f"{first.text}\n{last.text}" == f"{text}\nTrả lời: Đã nắm"


def test_where_messages_change_in_place_there_is_one_whatever_its_length():
    [one] = outbound(row(text="a" * 10_000), FULL, edits="5")
    assert one.edits == "5" and 4000 < len(one.text) <= 4096
