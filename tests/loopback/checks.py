"""What Telegram refuses, in its words as far as they are known, and a little more than it refuses.

Where sources disagree (4096 counted in characters or in UTF-16 units) the stricter reading is taken, so that
whoever passes here passes there.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from tests.loopback.wire import host_of

TEXT_MAX, CAPTION_MAX, TOAST_MAX = 4096, 1024, 200
BUTTONS_MAX, ROW_MAX, DATA_MAX = 100, 8, 64
ACTIONS = {"callback_data", "url", "web_app", "login_url", "switch_inline_query", "copy_text"}
ACTIONS |= {"switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "pay"}
LOOKS = {"text", "style", "icon_custom_emoji_id"}
HTML_TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote"}
SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}
DOING = {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"}
DOING |= {"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"}


class RefusedError(Exception):
    """An answer with ok=false: error code, description and, sometimes, parameters such as retry_after."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters

    def body(self) -> bytes:
        """The JSON that tells it."""
        said: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            said["parameters"] = self.parameters
        return json.dumps(said).encode()


def bad(description: str) -> RefusedError:
    """A 400."""
    return RefusedError(400, f"Bad Request: {description}")


def utf16(text: str) -> int:
    """Length as Telegram's offsets count it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def visible(text: Any, parse_mode: str, limit: int = TEXT_MAX) -> str:
    """The text a person will see; refuses empty, too long and wrongly marked up ones."""
    if not isinstance(text, str):
        raise bad("text must be a string")
    if parse_mode:
        text = _without_markup(text, parse_mode)
    seen: str = text.strip()
    try:
        seen.encode()
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    if utf16(seen) > limit:
        raise bad("message is too long" if limit == TEXT_MAX else "message caption is too long")
    return seen


def _without_markup(text: str, parse_mode: str) -> str:
    if parse_mode.upper() != "HTML":
        raise bad(f"unsupported parse_mode (this server knows plain text and HTML, not {parse_mode!r})")
    reader = _Html()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise bad(
            f"can't parse entities: can't find end tag corresponding to start tag \"{reader.open[-1]}\""
        )
    return "".join(reader.seen)


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in HTML_TAGS:
            raise bad(f'can\'t parse entities: unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise bad(f'can\'t parse entities: unexpected end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise bad("can't parse entities: unescaped '<'")
        self.seen.append(data)


def inline_rows(markup: Any, *, other_kinds: bool = True) -> list[list[dict[str, Any]]]:
    """The checked rows of an inline keyboard; empty for none and for the other kinds of markup."""
    if markup in (None, {}):
        return []
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if set(markup) == {"inline_keyboard"}:
        return _checked_rows(markup["inline_keyboard"])
    if other_kinds and {"keyboard", "remove_keyboard", "force_reply"} & set(markup):
        return []
    raise bad(f"can't parse reply keyboard markup JSON object: {sorted(markup)}")


def reply_rows(markup: Any) -> list[list[str]] | None:
    """The labels of a reply keyboard: [] if it is to go, None if nothing is said about it."""
    if isinstance(markup, dict) and "keyboard" in markup:
        return [
            [button if isinstance(button, str) else button["text"] for button in row]
            for row in markup["keyboard"]
        ]
    return [] if isinstance(markup, dict) and markup.get("remove_keyboard") else None


def _checked_rows(rows: Any) -> list[list[dict[str, Any]]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if sum(map(len, rows)) > BUTTONS_MAX or any(len(row) > ROW_MAX for row in rows):
        raise bad("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    return [row for row in rows if row]


def _check_button(button: Any) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad('inline keyboard button must have a field "text"')
    if not button["text"].strip():
        raise bad("inline keyboard button text must be non-empty")
    if unknown := set(button) - ACTIONS - LOOKS:
        raise bad(f"unknown fields of an inline keyboard button: {sorted(unknown)}")
    if len(ACTIONS & set(button)) != 1:
        raise bad("text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= DATA_MAX:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and "." not in host_of(button["url"]) and not button["url"].startswith("tg://"):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def commands(listed: Any, scope: Any, language: str) -> tuple[str, list[dict[str, str]]]:
    """A checked menu: the key of its scope, and the commands."""
    scope = scope or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind not in SCOPES | CHAT_SCOPES or (kind in CHAT_SCOPES and "chat_id" not in scope):
        raise bad("can't parse BotCommandScope")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad("invalid language code specified")
    if not isinstance(listed, list) or len(listed) > 100:
        raise bad("expected an Array of at most 100 BotCommand")
    for command in listed:
        if not isinstance(command, dict) or set(command) != {"command", "description"}:
            raise bad("can't parse BotCommand")
        if not re.fullmatch("[a-z0-9_]{1,32}", command["command"].removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return ":".join(str(scope[field]) for field in ("type", "chat_id", "user_id") if field in scope), listed
