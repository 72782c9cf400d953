"""The bare default: python-telegram-bot's own echo bot, nothing kept."""

from __future__ import annotations

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    await update.message.reply_text(update.message.text)


def main() -> None:
    """Poll until stopped."""
    builder = Application.builder().token(os.environ["PEER_TOKEN"]).base_url(os.environ["PEER_BASE_URL"])
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
