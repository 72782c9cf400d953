"""What peers A and B ask, and the buttons for it: the fields of our card, one question after the other."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

SAID, TOPIC, TONE, LEVEL, CONFIRM = range(5)

TOPICS = ["An sinh", "Y tế", "Giáo dục", "Môi trường", "Đất đai", "Giao thông", "Giá cả", "Lĩnh vực khác"]
TONES = ["🙂 Đồng tình", "😟 Băn khoăn", "😠 Bức xúc", "⚪ Chưa rõ thái độ"]
LEVELS = ["Thường", "🟡 Cần lưu ý", "🔴 Khẩn"]
SENDING = ["✅ Gửi", "✖️ Bỏ"]

ASK_SAID = "Dư luận đang nói gì? Ghi ngắn: việc gì, ở đâu, bà con nói thế nào."
ASK_TOPIC = "Lĩnh vực nào?"
ASK_TONE = "Thái độ chung của dư luận?"
ASK_LEVEL = "Mức độ?"


def keyboard(labels: list[str]) -> InlineKeyboardMarkup:
    """The labels two in a row; the data is the number."""
    buttons = [InlineKeyboardButton(label, callback_data=str(n)) for n, label in enumerate(labels)]
    return InlineKeyboardMarkup([buttons[n : n + 2] for n in range(0, len(buttons), 2)])


def summary(said: str, topic: str, tone: str, level: str) -> str:
    """The report before it is sent."""
    return f"{said}\n\nLĩnh vực: {topic}\nThái độ: {tone}\nMức độ: {level}\n\nGửi phản ánh này?"


def alert(code: int, said: str, level: str) -> str:
    """What the duty officer reads."""
    return f"{level}: phản ánh mã {code}\n{said}"
