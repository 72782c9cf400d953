"""What golden talks cannot show: the door's counts, long texts, facts that change during a talk."""

from __future__ import annotations

from dataclasses import replace

from dialog import Closed, Open, Talk, Typed, hear
from domain.commands import AddToReport, Amend, FileReport
from domain.topics import Topic
from handlers import FLOWS
from handlers.quick_report import is_urgent
from tests.dialog.flows import EAR, Play
from tests.talks.starts import INVITE, MEMBER, REPORTS, STARTS

REPORT = FLOWS["quick_report"]


def _play(text: str, masked: int = 0, **facts: object) -> Play:
    play = Play(REPORT, replace(MEMBER, **facts))  # type: ignore[arg-type]
    play.hear(Typed(text, masked))
    return play


def _filed(play: Play) -> FileReport:
    assert isinstance(play.outcome.at, Closed) and isinstance(play.outcome.at.result, FileReport)
    return play.outcome.at.result


def test_the_card_says_how_many_places_were_masked() -> None:
    play = _play("Gọi [SĐT] gặp [tên] không ai trả lời.", masked=2)
    assert play.shown.splitlines()[1:] == [
        "Gọi [SĐT] gặp [tên] không ai trả lời.",
        "Đã che 2 chỗ. Hệ thống không lưu bản gốc; nên xóa tin gốc trong khung chat.",
    ]
    play.say("bức xúc gửi")
    assert _filed(play).masked == 2


def test_a_long_text_becomes_parts_of_one_report() -> None:
    text = "Bà con hỏi về giá nước. " * 100
    play = _play(text)
    assert "2 phần của cùng một phản ánh" in play.shown
    play.say("băn khoăn gửi")
    report = _filed(play)
    assert len(report.parts) == 2 and "".join(report.parts) == text.strip() == report.said


def test_a_pasted_message_of_four_thousand_characters_is_filed_whole() -> None:
    play = _play("x" * 4_096)
    play.say("chưa rõ gửi")
    assert _filed(play).said == "x" * 4_096


def test_a_report_nobody_sorted_is_filed_under_other() -> None:
    play = _play("Chuyện này khó xếp vào đâu cả, xin ghi lại.")
    play.say("chưa rõ gửi")
    assert _filed(play).topic == "KH"


def test_without_the_topic_other_a_report_may_have_none() -> None:
    play = _play("Chuyện này khó xếp vào đâu cả, xin ghi lại.", topics=(Topic("YT"),))
    play.say("chưa rõ gửi")
    assert _filed(play).topic is None


def test_a_topic_switched_off_during_the_talk_is_not_filed() -> None:
    play = _play("#DT Lễ hội làng năm nay đông vui hơn mọi năm.")
    fewer = replace(MEMBER, topics=tuple(topic for topic in MEMBER.topics if topic.code != "DT"))
    outcome = hear(REPORT, fewer, play.talk, Typed("đồng tình gửi"), EAR)
    assert isinstance(outcome.at, Closed) and outcome.at.result.topic != "DT"


def test_a_draft_knows_whether_it_is_urgent() -> None:
    assert is_urgent(_play("KHẨN cháy lớn ở chợ đầu mối").talk, MEMBER)
    assert not is_urgent(_play("Bà con vui vì chợ đầu mối mở lại").talk, MEMBER)
    assert is_urgent(_play("cháy lớn ở chợ").talk, replace(MEMBER, urgent=True))
    play = _play("cháy lớn ở chợ đầu mối")
    play.tap("level:urgent")
    assert is_urgent(play.talk, MEMBER)
    assert not is_urgent(Talk.begin(REPORT), MEMBER)


def test_a_report_taken_while_its_words_are_typed_anew_gets_them_as_an_addition() -> None:
    flow, facts = FLOWS["amend"], replace(STARTS["reporter"], report=REPORTS[0])
    play = Play(flow, facts)
    assert isinstance(play.outcome.at, Open)
    taken = replace(facts, report=replace(REPORTS[0], editable=False, taken=True))
    words = "Đường vào chợ ngập sâu nửa mét."
    assert hear(flow, facts, play.talk, Typed(words), EAR).at == Closed(Amend(3, words))
    assert hear(flow, taken, play.talk, Typed(words), EAR).at == Closed(AddToReport(3, said=words))


def test_an_invite_used_up_meanwhile_is_asked_for_again() -> None:
    flow, facts = FLOWS["join"], replace(STARTS["stranger"], invite=INVITE)
    play = Play(flow, facts)
    play.say("BCDFGHJKLM")
    assert play.at.name == "consent"
    outcome = hear(flow, STARTS["stranger"], play.talk, Typed("tôi đồng ý"), EAR)
    assert isinstance(outcome.at, Open) and outcome.at.name == "code" and outcome.at.plain
