"""The log: useful lines, and not one secret."""

import io
import json
import logging
import subprocess
import sys

import httpx
import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from bot import logs
from bot.config import load
from storage.database import make_engine
from storage.tables import audit

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture
def log(logs_as_they_were):
    """Starts logging with these settings; gives the stream."""

    def start(**environ):
        stream = io.StringIO()
        logs.set_up(load(None, {f"BAONHANH_{name}": value for name, value in environ.items()}), stream)
        return stream

    return start


def test_a_line_says_when_how_grave_who_and_what(log):
    stream = log()
    logging.getLogger("bot.app").info("ready on port %s", 8080)
    at, level, name, *words = stream.getvalue().split()
    assert at.endswith("Z")
    assert (level, name, words) == ("INFO", "bot.app:", ["ready", "on", "port", "8080"])


def test_json_lines_can_be_read_by_machines(log):
    stream = log(LOGS_JSON="true")
    logging.getLogger("bot.app").info("đã sẵn sàng\nhai dòng")
    try:
        raise RuntimeError(TOKEN)
    except RuntimeError:
        logging.getLogger("bot.app").exception("failed")
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first["message"] == "đã sẵn sàng\nhai dòng"
    assert (second["level"], second["logger"]) == ("error", "bot.app")
    assert "RuntimeError: […]" in second["error"]


def test_what_the_caller_adds_is_told_and_cleaned_too(log):
    extra = {"action": "send", "outbox": 7, "why": TOKEN}
    plain = log()
    logging.getLogger("bot.outbox").warning("put off", extra=extra)
    assert plain.getvalue().endswith("put off (action=send outbox=7 why=[…])\n")
    machine = log(LOGS_JSON="true")
    logging.getLogger("bot.outbox").warning("put off", extra=extra)
    line = json.loads(machine.getvalue())
    assert (line["action"], line["outbox"], line["why"]) == ("send", 7, "[…]")


@pytest.mark.parametrize(
    "line",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"token {TOKEN} refused",
        f"https://api.telegram.org/bot{TOKEN.replace(':', '%3A')}/getMe",
        "postgresql://baonhanh:hidden-word@db/baonhanh",
    ],
)
def test_what_looks_like_a_secret_is_hidden_even_unregistered(log, line):
    stream = log()
    logging.getLogger("bot.app").warning("%s", line)
    assert "[…]" in stream.getvalue()
    assert "AAHdqTcv" not in stream.getvalue()
    assert "hidden-word" not in stream.getvalue()


def test_secrets_of_the_settings_are_hidden_wherever_they_turn_up(log):
    stream = log(
        TELEGRAM_TOKEN="7:short/token",
        TELEGRAM_WEBHOOK_SECRET="sixteen-letters-",
        DATABASE_URL="postgresql://me:open-sesame@host/name",
    )
    logger = logging.getLogger("bot.app")
    logger.error("said %r", {"token": "7:short/token"})
    logger.error("sixteen-letters-", stack_info=True)
    logger.error("quoted 7%3Ashort%2Ftoken")
    try:
        raise ValueError("open-sesame") from KeyError("7:short/token")
    except ValueError:
        logger.exception("failed")
    for secret in ("7:short", "7%3Ashort", "sixteen-letters", "open-sesame"):
        assert secret not in stream.getvalue()


def test_httpx_tells_no_url_with_a_token(log):
    stream = log(LOGS_LEVEL="debug")
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    httpx.Client(transport=transport).get(f"https://api.telegram.org/bot{TOKEN}/getMe")
    logging.getLogger("httpx").warning("https://api.telegram.org/bot%s/getMe failed", TOKEN)
    logging.getLogger("telegram.Bot").debug("update with words")
    assert stream.getvalue().count("\n") == 1
    assert TOKEN not in stream.getvalue()


def test_a_statement_that_failed_is_logged_without_the_words_it_carried(log, database_url):
    stream = log()
    engine = make_engine(database_url)
    words = " ".join(["ông", "Nguyễn\n\nVăn", "A"])
    try:
        with engine.begin() as connection:
            connection.execute(insert(audit), {"id": 1, "actor": words, "act": None, "at": None})
    except DBAPIError:
        logging.getLogger("bot.app").exception("not written")
    engine.dispose()
    assert "not written" in stream.getvalue()
    assert "Nguyễn" not in stream.getvalue()
    assert "Văn A" not in stream.getvalue()


def test_what_nobody_caught_is_logged_without_secrets():
    program = (
        "import threading; from bot import logs; from bot.config import load; logs.set_up(load(None, {}));\n"
        f"def fail(): raise RuntimeError('{TOKEN}')\n"
        "thread = threading.Thread(target=fail); thread.start(); thread.join(); fail()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.count("RuntimeError: […]") == 2
    assert "AAHdq" not in done.stderr.replace(program, "")


def test_a_wrong_number_of_arguments_stops_nobody(log):
    stream = log()
    logging.getLogger("bot.app").warning("one %s two %s", 1)
    assert "one %s two %s" in stream.getvalue()


def test_the_level_is_for_our_own_lines(log):
    stream = log(LOGS_LEVEL="error")
    logging.getLogger("office.alerting").warning("not shown")
    logging.getLogger("office.alerting").error("shown")
    assert "not shown" not in stream.getvalue()
    assert "shown" in stream.getvalue()
