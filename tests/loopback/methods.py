"""The methods of the Bot API this server knows, each as strict as Telegram or stricter."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.loopback import checks
from tests.loopback.checks import RefusedError, bad
from tests.loopback.group import Group
from tests.loopback.wire import Upload
from tests.loopback.world import Chat, Message

if TYPE_CHECKING:
    from tests.loopback.telegram import TelegramServer

FILE_MAX = 20 * 1024 * 1024
SENDING = """business_connection_id message_thread_id direct_messages_topic_id disable_notification
    protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters
    reply_markup parse_mode"""


class Parameters(dict[str, Any]):
    """What a call was given: strings from a form, values from JSON; files named by `attach://` lie beside."""

    def __init__(self, fields: dict[str, Any]) -> None:
        super().__init__(fields)
        self.attached: dict[str, Upload] = {}

    def set_aside(self, known: frozenset[str]) -> None:
        """Put files that are no parameters themselves into `attached`."""
        for name in [name for name in self if name not in known and isinstance(self[name], Upload)]:
            self.attached[name] = self.pop(name)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; raises 400 for anything else."""
        try:
            return int(self.get(name, default))
        except (TypeError, ValueError):
            raise bad(f"parameter {name} must be an Integer") from None

    def structure(self, name: str) -> Any:
        """JSON, already read or still a string; None if it is not given."""
        value = self.get(name)
        try:
            return json.loads(value) if isinstance(value, str) and value else value
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def flag(self, name: str) -> bool:
        """A Boolean."""
        return self.get(name) in (True, "true", "True", "1")


@dataclass(frozen=True, slots=True)
class Method:
    """How a method is called: its true name, what does it, what it must and may be given."""

    name: str
    do: Callable[[TelegramServer, Parameters], Any]
    must: frozenset[str]
    may: frozenset[str]

    def check(self, given: Parameters) -> None:
        """Refuse parameters that do not exist (Telegram ignores them; a typo is a mistake) or are missing."""
        given.set_aside(self.may)
        if unknown := given.keys() - self.may:
            raise bad(f"{self.name} has no parameter {', '.join(sorted(unknown))} (strict)")
        if missing := self.must - given.keys():
            raise bad(f"{' and '.join(sorted(missing))} missing in {self.name}")


METHODS: dict[str, Method] = {}


def method(name: str, must: str = "", may: str = "") -> Callable[[Any], Any]:
    """Register a function as a method of the Bot API (their names are the same in any case of letters)."""

    def register(do: Any) -> Any:
        required = frozenset(must.split())
        METHODS[name.lower()] = Method(name, do, required, required | frozenset(may.split()))
        return do

    return register


@method("getMe")
def _get_me(server: TelegramServer, given: Parameters) -> Any:
    joins = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return {**server.me, **joins}


@method("getUpdates", may="offset limit timeout allowed_updates")
def _get_updates(server: TelegramServer, given: Parameters) -> Any:
    limit = given.integer("limit", 100)
    if not 1 <= limit <= 100:
        raise bad("limit must be between 1 and 100")
    server.updates.ask_for(given.structure("allowed_updates"))
    return server.updates.get(given.integer("offset"), limit, min(50, given.integer("timeout")))


@method(
    "setWebhook",
    "url",
    "certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
)
async def _set_webhook(server: TelegramServer, given: Parameters) -> Any:
    server.updates.ask_for(given.structure("allowed_updates"))
    await server.set_webhook(
        given["url"],
        given.get("secret_token", ""),
        given.integer("max_connections", 40),
        given.flag("drop_pending_updates"),
    )
    return True


@method("deleteWebhook", may="drop_pending_updates")
async def _delete_webhook(server: TelegramServer, given: Parameters) -> Any:
    await server.set_webhook("", "", 40, given.flag("drop_pending_updates"))
    return True


@method("getWebhookInfo")
def _get_webhook_info(server: TelegramServer, given: Parameters) -> Any:
    waiting = {"has_custom_certificate": False, "pending_update_count": len(server.updates.pending)}
    hook = server.webhook
    return {"url": hook.url if hook else "", **waiting, **(hook.info() if hook else {})}


@method("sendMessage", "chat_id text", SENDING + " entities link_preview_options")
def _send_message(server: TelegramServer, given: Parameters) -> Any:
    chat = writable(server, given)
    text = checks.visible(given["text"], given.get("parse_mode", ""))
    if not text:
        raise bad("message text is empty")
    return _post(server, chat, given, text, {})


@method(
    "sendDocument",
    "chat_id document",
    SENDING + " caption caption_entities thumbnail disable_content_type_detection",
)
def _send_document(server: TelegramServer, given: Parameters) -> Any:
    chat = writable(server, given)
    document = server.file(_upload(server, given, "document")).document()
    return _post(server, chat, given, _caption(given), {"document": document})


@method(
    "sendPhoto", "chat_id photo", SENDING + " caption caption_entities show_caption_above_media has_spoiler"
)
def _send_photo(server: TelegramServer, given: Parameters) -> Any:
    chat = writable(server, given)
    photo = server.file(_upload(server, given, "photo")).photo()
    return _post(server, chat, given, _caption(given), {"photo": photo})


@method(
    "editMessageText",
    "chat_id message_id text",
    "business_connection_id inline_message_id parse_mode entities link_preview_options reply_markup",
)
def _edit_text(server: TelegramServer, given: Parameters) -> Any:
    chat = writable(server, given)
    message = _own(chat, given)
    text = checks.visible(given["text"], given.get("parse_mode", ""))
    if not text:
        raise bad("message text is empty")
    if message.media:
        raise bad("there is no text in the message to edit")
    return _change(server, message, text, given)


@method(
    "editMessageCaption",
    "chat_id message_id",
    "business_connection_id inline_message_id caption parse_mode caption_entities show_caption_above_media"
    " reply_markup",
)
def _edit_caption(server: TelegramServer, given: Parameters) -> Any:
    message = _own(writable(server, given), given)
    if not message.media:
        raise bad("there is no caption in the message to edit")
    return _change(server, message, _caption(given), given)


@method(
    "editMessageReplyMarkup", "chat_id message_id", "business_connection_id inline_message_id reply_markup"
)
def _edit_markup(server: TelegramServer, given: Parameters) -> Any:
    message = _own(writable(server, given), given)
    return _change(server, message, message.text, given)


@method("deleteMessage", "chat_id message_id")
def _delete(server: TelegramServer, given: Parameters) -> Any:
    chat = writable(server, given)
    message = chat.messages.get(given.integer("message_id"))
    if message is None or message.deleted:
        raise bad("message to delete not found")
    if not message.by_bot and chat.id < 0:
        raise bad("message can't be deleted")
    message.deleted = True
    chat.wake()
    return True


@method("answerCallbackQuery", "callback_query_id", "text show_alert url cache_time")
def _answer_tap(server: TelegramServer, given: Parameters) -> Any:
    if checks.utf16(given.get("text", "")) > checks.TOAST_MAX:
        raise bad("MESSAGE_TOO_LONG")
    toast, alert = given.get("text", ""), given.flag("show_alert")
    server.answer_tap(given["callback_query_id"], toast, alert=alert)
    return True


@method("getFile", "file_id")
def _get_file(server: TelegramServer, given: Parameters) -> Any:
    file = server.files.get(given["file_id"])
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > FILE_MAX:
        raise bad("file is too big")
    return {**file.json(), "file_path": f"documents/{file.file_id}"}


@method("setMyCommands", "commands", "scope language_code")
def _set_commands(server: TelegramServer, given: Parameters) -> Any:
    language = given.get("language_code", "")
    scope, listed = checks.commands(given.structure("commands"), given.structure("scope"), language)
    server.commands[scope, language] = listed
    return True


@method("getMyCommands", may="scope language_code")
def _get_commands(server: TelegramServer, given: Parameters) -> Any:
    language = given.get("language_code", "")
    scope, _ = checks.commands([], given.structure("scope"), language)
    return server.commands.get((scope, language), [])


@method("deleteMyCommands", may="scope language_code")
def _delete_commands(server: TelegramServer, given: Parameters) -> Any:
    language = given.get("language_code", "")
    scope, _ = checks.commands([], given.structure("scope"), language)
    server.commands.pop((scope, language), None)
    return True


@method("sendChatAction", "chat_id action", "business_connection_id message_thread_id")
def _send_action(server: TelegramServer, given: Parameters) -> Any:
    writable(server, given)
    if given["action"] not in checks.DOING:
        raise bad("wrong parameter action in request")
    return True


@method("getChat", "chat_id")
def _get_chat(server: TelegramServer, given: Parameters) -> Any:
    chat = _chat(server, given)
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    more = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    return {**chat.info, **more}


def _chat(server: TelegramServer, given: Parameters) -> Chat:
    chat = server.chats.get(given.integer("chat_id"))
    if chat is None:
        raise bad("chat not found")
    return chat


def writable(server: TelegramServer, given: Parameters) -> Chat:
    """The chat a call is about; raises 403 if the bot cannot write there, and what a group says besides."""
    chat = _chat(server, given)
    if chat.closed:
        raise RefusedError(403, f"Forbidden: {chat.closed}")
    if isinstance(chat, Group):
        chat.refuse(_topic(given))
    elif "message_thread_id" in given:
        raise bad("message thread not found")
    return chat


def _topic(given: Parameters) -> int | None:
    return given.integer("message_thread_id") if "message_thread_id" in given else None


def _post(server: TelegramServer, chat: Chat, given: Parameters, text: str, media: dict[str, Any]) -> Any:
    markup = given.structure("reply_markup")
    rows = checks.inline_rows(markup)
    _check_reply(chat, given)
    server.pass_one(chat)
    keyboard = checks.reply_rows(markup)
    if keyboard is not None:
        chat.keyboard = keyboard
    return chat.add(text, server.me, by_bot=True, rows=rows, media=media, topic=_topic(given)).json()


def _check_reply(chat: Chat, given: Parameters) -> None:
    answered = given.structure("reply_parameters")
    if not answered or answered.get("allow_sending_without_reply"):
        return
    message = chat.messages.get(answered.get("message_id"))
    if message is None or message.deleted:
        raise bad("message to be replied not found")


def _own(chat: Chat, given: Parameters) -> Message:
    message = chat.messages.get(given.integer("message_id"))
    if message is None or message.deleted:
        raise bad("message to edit not found")
    if not message.by_bot:
        raise bad("message can't be edited")
    if isinstance(chat, Group):
        chat.refuse(message.topic)
    return message


def _change(server: TelegramServer, message: Message, text: str, given: Parameters) -> Any:
    rows = checks.inline_rows(given.structure("reply_markup"), other_kinds=False)
    if text == message.text and rows == message.rows:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly"
            " the same as a current content and reply markup of the message"
        )
    server.pass_one(message.chat)
    message.chat.change(message, text, rows)
    return message.json()


def _caption(given: Parameters) -> str:
    return checks.visible(given.get("caption", ""), given.get("parse_mode", ""), checks.CAPTION_MAX)


def _upload(server: TelegramServer, given: Parameters, name: str) -> Upload | str:
    value: Upload | str | None = given[name]
    if isinstance(value, str) and value.startswith("attach://"):
        value = given.attached.get(value.removeprefix("attach://"))
    if isinstance(value, Upload) and not value.content:
        raise bad("file must be non-empty")
    if not isinstance(value, Upload) and value not in server.files:
        raise bad("wrong file identifier/HTTP URL specified")
    return value
