"""Peer B: ConversationHandler, the draft saved at each step through SQLAlchemy's async ORM."""

from __future__ import annotations

import os
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

from bench.peers import words

FOLDER = os.environ["PEER_FOLDER"]
DUTY = int(os.environ["PEER_DUTY"])


class Base(DeclarativeBase):
    """Tables of this bot."""


class Draft(Base):
    """What a user has answered so far."""

    __tablename__ = "draft"

    user_id: Mapped[int] = mapped_column(primary_key=True)
    said: Mapped[str | None]
    topic: Mapped[str | None]
    tone: Mapped[str | None]
    level: Mapped[str | None]


class Report(Base):
    """A report as sent."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    said: Mapped[str]
    topic: Mapped[str]
    tone: Mapped[str]
    level: Mapped[str]


engine = create_async_engine(f"sqlite+aiosqlite:///{FOLDER}/peer.db")
Session = async_sessionmaker(engine, expire_on_commit=False)


@event.listens_for(engine.sync_engine, "connect")
def durable(connection: Any, _record: object) -> None:
    """As durable as what it is measured against."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


async def save(user_id: int, **answer: str) -> Draft:
    """Keep one more answer."""
    async with Session() as session:
        draft = await session.get(Draft, user_id)
        for name, value in answer.items():
            setattr(draft, name, value)
        await session.commit()
        return draft


async def begin(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """/baocao."""
    async with Session() as session:
        await session.merge(
            Draft(user_id=update.effective_user.id, said=None, topic=None, tone=None, level=None)
        )
        await session.commit()
    await update.message.reply_text(words.ASK_SAID)
    return words.SAID


async def said(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """The text."""
    await save(update.effective_user.id, said=update.message.text)
    await update.message.reply_text(words.ASK_TOPIC, reply_markup=words.keyboard(words.TOPICS))
    return words.TOPIC


async def topic(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """A tap on a topic."""
    query = update.callback_query
    await query.answer()
    await save(update.effective_user.id, topic=words.TOPICS[int(query.data)])
    await query.edit_message_text(words.ASK_TONE, reply_markup=words.keyboard(words.TONES))
    return words.TONE


async def tone(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """A tap on a tone."""
    query = update.callback_query
    await query.answer()
    await save(update.effective_user.id, tone=words.TONES[int(query.data)])
    await query.edit_message_text(words.ASK_LEVEL, reply_markup=words.keyboard(words.LEVELS))
    return words.LEVEL


async def level(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """A tap on a level."""
    query = update.callback_query
    await query.answer()
    draft = await save(update.effective_user.id, level=words.LEVELS[int(query.data)])
    text = words.summary(draft.said, draft.topic, draft.tone, draft.level)
    await query.edit_message_text(text, reply_markup=words.keyboard(words.SENDING))
    return words.CONFIRM


async def confirm(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """A tap on send, or not."""
    query = update.callback_query
    await query.answer()
    if query.data != "0":
        await query.edit_message_text("Đã bỏ.")
        return ConversationHandler.END
    async with Session() as session:
        draft = await session.get(Draft, update.effective_user.id)
        report = Report(
            user_id=draft.user_id, said=draft.said, topic=draft.topic, tone=draft.tone, level=draft.level
        )
        session.add(report)
        await session.delete(draft)
        await session.commit()
    await query.edit_message_text(f"✅ ĐÃ GỬI · mã {report.id}")
    await context.bot.send_message(DUTY, words.alert(report.id, report.said, report.level))
    return ConversationHandler.END


async def cancel(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """/huy."""
    async with Session() as session:
        if draft := await session.get(Draft, update.effective_user.id):
            await session.delete(draft)
            await session.commit()
    await update.message.reply_text("Đã bỏ.")
    return ConversationHandler.END


async def create_tables(application: Application) -> None:
    """Before the first poll."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


def main() -> None:
    """Poll until stopped."""
    builder = Application.builder().token(os.environ["PEER_TOKEN"]).base_url(os.environ["PEER_BASE_URL"])
    application = builder.post_init(create_tables).build()
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
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main()
