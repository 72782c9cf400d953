"""Peer A: ConversationHandler with PicklePersistence, one SQLAlchemy insert per report."""

from __future__ import annotations

import os
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from bench.peers import words

FOLDER = os.environ["PEER_FOLDER"]
DUTY = int(os.environ["PEER_DUTY"])


class Base(DeclarativeBase):
    """Tables of this bot."""


class Report(Base):
    """A report as sent."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    said: Mapped[str]
    topic: Mapped[str]
    tone: Mapped[str]
    level: Mapped[str]


engine = create_engine(f"sqlite:///{FOLDER}/peer.db")


@event.listens_for(engine, "connect")
def durable(connection: Any, _record: object) -> None:
    """As durable as what it is measured against."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


async def begin(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """/baocao."""
    await update.message.reply_text(words.ASK_SAID)
    return words.SAID


async def said(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """The text."""
    context.user_data["said"] = update.message.text
    await update.message.reply_text(words.ASK_TOPIC, reply_markup=words.keyboard(words.TOPICS))
    return words.TOPIC


async def topic(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """A tap on a topic."""
    query = update.callback_query
    await query.answer()
    context.user_data["topic"] = words.TOPICS[int(query.data)]
    await query.edit_message_text(words.ASK_TONE, reply_markup=words.keyboard(words.TONES))
    return words.TONE


async def tone(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """A tap on a tone."""
    query = update.callback_query
    await query.answer()
    context.user_data["tone"] = words.TONES[int(query.data)]
    await query.edit_message_text(words.ASK_LEVEL, reply_markup=words.keyboard(words.LEVELS))
    return words.LEVEL


async def level(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """A tap on a level."""
    query = update.callback_query
    await query.answer()
    context.user_data["level"] = words.LEVELS[int(query.data)]
    text = words.summary(**context.user_data)
    await query.edit_message_text(text, reply_markup=words.keyboard(words.SENDING))
    return words.CONFIRM


async def confirm(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """A tap on send, or not."""
    query = update.callback_query
    await query.answer()
    if query.data != "0":
        await query.edit_message_text("Đã bỏ.")
        return ConversationHandler.END
    with Session(engine, expire_on_commit=False) as session:
        report = Report(user_id=update.effective_user.id, **context.user_data)
        session.add(report)
        session.commit()
    context.user_data.clear()
    await query.edit_message_text(f"✅ ĐÃ GỬI · mã {report.id}")
    await context.bot.send_message(DUTY, words.alert(report.id, report.said, report.level))
    return ConversationHandler.END


async def cancel(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """/huy."""
    context.user_data.clear()
    await update.message.reply_text("Đã bỏ.")
    return ConversationHandler.END


def main() -> None:
    """Poll until stopped."""
    Base.metadata.create_all(engine)
    builder = Application.builder().token(os.environ["PEER_TOKEN"]).base_url(os.environ["PEER_BASE_URL"])
    application = builder.persistence(PicklePersistence(f"{FOLDER}/peer.pickle")).build()
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("baocao", begin)],
            states={
                words.SAID: [MessageHandler(filters.TEXT & ~filters.COMMAND, said)],
                words.TOPIC: [CallbackQueryHandler(topic)],
                words.TONE: [CallbackQueryHandler(tone)],
                words.LEVEL: [CallbackQueryHandler(level)],
                words.CONFIRM: [CallbackQueryHandler(confirm)],
            },
            fallbacks=[CommandHandler("huy", cancel)],
            name="report",
            persistent=True,
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main()
