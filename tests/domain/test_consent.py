"""What is agreed to, and its proof."""

from __future__ import annotations

from dataclasses import replace

from domain.consent import ConsentFacts
from messages import catalogue

CONSENT = ConsentFacts("2026-1", "Phường Bình An", 24, "Ban Xây dựng Đảng")


def _shown(consent: ConsentFacts) -> str:
    return "\n".join(catalogue("vi").render(line) for line in consent.lines)


def test_the_text_names_unit_time_and_contact() -> None:
    shown = _shown(CONSENT)
    assert "Phường Bình An xử lý" in shown
    assert "Lưu tối đa 24 tháng" in shown
    assert "Đầu mối bảo vệ dữ liệu: Ban Xây dựng Đảng" in shown


def test_without_a_named_contact_the_unit_answers_itself() -> None:
    assert "Đầu mối bảo vệ dữ liệu: Phường Bình An." in _shown(replace(CONSENT, contact=""))


def test_only_a_channel_abroad_adds_its_sentence() -> None:
    assert "ngoài Việt Nam" not in _shown(CONSENT)
    assert _shown(replace(CONSENT, abroad=True)).endswith("Kênh này đặt máy chủ ngoài Việt Nam.")


def test_the_digest_changes_with_every_word_shown() -> None:
    vi, en = catalogue("vi"), catalogue("en")
    digests = {
        CONSENT.digest(vi),
        CONSENT.digest(en),
        replace(CONSENT, months=12).digest(vi),
        replace(CONSENT, abroad=True).digest(vi),
    }
    assert len(digests) == 4 and all(len(digest) == 64 for digest in digests)
    assert CONSENT.digest(vi) == replace(CONSENT).digest(vi)
