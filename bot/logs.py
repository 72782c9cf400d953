"""What is logged and what never is: secrets, tokens, words of people (DESIGN §4.7)."""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO
from urllib.parse import quote, urlsplit

from bot.settings import Settings

OURS = ("bot", "web", "office", "storage", "handlers", "dialog", "domain", "messages")
"""Only these follow `logs.level`. Libraries speak from WARNING up: at INFO httpx prints URLs with the bot's
token, at DEBUG python-telegram-bot prints updates with the words of people."""

HIDDEN = "[…]"
SHORTEST = 6
"""A registered secret shorter than this would hide half the log."""

PATTERNS = (
    re.compile(r"(?<=bot)\d{4,}(?::|%3A)[\w-]{20,}"),  # a token within an URL of the Bot API
    re.compile(r"\b\d{6,}:[\w-]{30,}"),  # a token by itself
    re.compile(r"(?<=://)[^\s/@]+(?=@)"),  # user and password of an URL
    re.compile(r"(?<=\[parameters: ).*(?=\])"),  # what SQLAlchemy tried to write
    re.compile(r"(?s)(?<=DETAIL: ).*?(?=\n\[SQL|\n\nThe above|\Z)"),  # the row PostgreSQL refused
)

_secrets: set[str] = set()


def redact(*values: str) -> None:
    """From now on these values are never logged, however they get into a message or a traceback."""
    _secrets.update(
        form for value in values for form in (value, quote(value, safe="")) if len(value) >= SHORTEST
    )


def set_up(settings: Settings, stream: TextIO | None = None) -> None:
    """Log to `stream` (else stderr) as `settings.logs` says; also what nobody caught. Call it first."""
    redact(*secrets_of(settings))
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.addFilter(Redaction())
    handler.setFormatter(JsonLines() if settings.logs.as_json else Lines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(settings.logs.level.upper())
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = lambda lost: _uncaught(lost.exc_type, lost.exc_value, lost.exc_traceback)


def secrets_of(settings: Settings) -> list[str]:
    """The values in `settings` that must never be seen."""
    platforms = (settings.telegram, settings.zalo)
    secrets = [one for given in platforms for one in (*given.token, given.webhook_secret) if one]
    found = [secret.get_secret_value() for secret in secrets]
    urls = (settings.database.url, *(given.proxy or "" for given in platforms))
    return found + [password for url in urls if (password := urlsplit(url).password)]


class Redaction(logging.Filter):
    """Turns a record into plain text without secrets, before any formatter sees it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite message, traceback and stack; every record passes."""
        try:
            message = record.getMessage()
        except Exception:  # wrong arguments must not stop who logs
            message = str(record.msg)
        record.msg, record.args = without_secrets(message), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.exc_info = None
        if record.exc_text:
            record.exc_text = without_secrets(record.exc_text)
        if record.stack_info:
            record.stack_info = without_secrets(record.stack_info)
        for name, value in _extra(record).items():
            record.__dict__[name] = value if isinstance(value, int) else without_secrets(str(value))
        return True


def without_secrets(text: str) -> str:
    """`text` with every registered value, and whatever looks like a token or a password, hidden."""
    for secret in _secrets:
        text = text.replace(secret, HIDDEN)
    for pattern in PATTERNS:
        text = pattern.sub(HIDDEN, text)
    return text


def _extra(record: logging.LogRecord) -> dict[str, object]:
    """What the caller gave besides words: `extra={…}`."""
    return {name: value for name, value in record.__dict__.items() if name not in _USUAL}


_USUAL = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "color_message"}


class Lines(logging.Formatter):
    """2026-11-24T01:00:00.000Z INFO bot.app: words (action=sent outbox=7)"""

    def __init__(self) -> None:
        """Lay out the line."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802
        """The instant in UTC."""
        return _instant(record)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        """The line, without traceback."""
        extra = " ".join(f"{name}={value}" for name, value in _extra(record).items())
        return super().formatMessage(record) + (f" ({extra})" if extra else "")


class JsonLines(logging.Formatter):
    """One JSON object a line: at, level, logger, message, what `extra` gave, and the error if any."""

    def format(self, record: logging.LogRecord) -> str:
        """The object of a record."""
        line = {
            "at": _instant(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_extra(record),
        }
        if record.exc_text:
            line["error"] = record.exc_text
        return json.dumps(line, ensure_ascii=False)


def _instant(record: logging.LogRecord) -> str:
    at = datetime.fromtimestamp(record.created, UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt | SystemExit):
        return
    logging.getLogger("bot").critical("stopped by an error", exc_info=(kind, error, trace))
