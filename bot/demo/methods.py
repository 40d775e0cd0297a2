"""The methods of the Bot API that the bot uses, each doing to the demo's chats what the real one does.

A table, so that a method is one function and one line. Anything not in the table is answered
404, as an unknown method is at the real server.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from bot.demo.arguments import Arguments, Picture, Refusal, bad
from bot.demo.flood import Flood
from bot.demo.formatting import Formatted
from bot.demo.posts import (
    CAPTION_MAX,
    DESK,
    DESK_ON_WIRE,
    TEXT_MAX,
    Author,
    Keyboard,
    Medium,
    Post,
    Upload,
    Wire,
    on_bot_wire,
)
from bot.demo.store import Chats

COMMANDS = "commands:"
"""Where the command menus are remembered, by scope."""
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot and the parts of the server it may touch."""

    ask: Arguments
    chats: Chats
    flood: Flood
    blocked: bool
    show_typing: Callable[[], None]
    show_toast: Callable[[str, bool], None]

    def admit(self) -> None:
        """The chat exists, has not blocked the bot, and is not being flooded."""
        self.ask.check_chat(self.blocked)
        if wait := self.flood.retry_after_s(DESK):
            raise Refusal(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})

    async def target(self, purpose: str) -> Post:
        """The message that is to be changed."""
        post = await self.chats.post(DESK, self.ask.message_id())
        if post is None:
            raise bad(f"message to {purpose} not found")
        return post

    async def own(self) -> Post:
        post = await self.target("edit")
        if post.author is not Author.BOT:
            raise bad("message can't be edited")
        return post

    async def answered(self) -> Post | None:
        number, forgiven = self.ask.reply_id()
        post = await self.chats.post(DESK, number) if number else None
        if number and post is None and not forgiven:
            raise bad("message to be replied not found")
        return post

    async def upload(self, picture: Picture) -> Upload:
        if picture.part is not None:
            part = picture.part
            return await self.chats.keep(picture.medium, part.content, picture.mime, part.name, picture.size)
        found = await self.chats.file(picture.known)
        if found is None or found[0].medium is not picture.medium:
            # Also an address on the internet: the demo never leaves this machine.
            raise bad("wrong file identifier/HTTP URL specified")
        return found[0]

    async def say(self, body: Formatted, keyboard: Keyboard, upload: Upload | None, reply: Post | None) -> Wire:
        post = await self.chats.say(DESK, Author.BOT, body, keyboard=keyboard, upload=upload, reply=reply)
        return on_bot_wire(post, self.chats.bot, reply)

    async def become(self, old: Post, new: Post) -> Wire:
        """Store the edited message; one that looks the same is refused, as at the real server."""
        if (new.body, new.keyboard, new.upload) == (old.body, old.keyboard, old.upload):
            raise bad(NOT_MODIFIED)
        if new.body != old.body or new.upload != old.upload:
            return on_bot_wire(await self.chats.edit(new, new.body), self.chats.bot)
        return on_bot_wire(await self.chats.revise(new), self.chats.bot)  # only buttons: not shown as edited


Method = Callable[[Call], Awaitable[object]]


async def get_me(call: Call) -> object:
    extra = {"can_join_groups": False, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return call.chats.bot.on_wire() | extra


async def get_webhook_info(call: Call) -> object:
    return {"url": "", "has_custom_certificate": False, "pending_update_count": await call.chats.pending()}


async def delete_webhook(call: Call) -> object:
    if call.ask.flag("drop_pending_updates"):
        await call.chats.confirm(2**62)
    return True


async def send_message(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    if not call.ask.text("text"):
        raise bad("message text is empty")
    body, keyboard, reply = call.ask.body(), call.ask.keyboard(), await call.answered()
    _check_text(body, "message is too long")
    call.admit()
    return await call.say(body, keyboard, None, reply)


def _check_text(body: Formatted, too_long: str) -> None:
    if not body.text:
        raise bad("text must be non-empty")
    if body.units > TEXT_MAX:
        raise bad(too_long)


async def _send_file(call: Call, medium: Medium) -> object:
    call.ask.check_chat(call.blocked)
    picture = call.ask.picture(medium)
    body, keyboard, reply = call.ask.body("caption"), call.ask.keyboard(), await call.answered()
    if body.units > CAPTION_MAX:
        raise bad("message caption is too long")
    call.admit()
    return await call.say(body, keyboard, await call.upload(picture), reply)


async def send_photo(call: Call) -> object:
    return await _send_file(call, Medium.PHOTO)


async def send_document(call: Call) -> object:
    return await _send_file(call, Medium.DOCUMENT)


async def edit_message_text(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    if not call.ask.text("text"):
        raise bad("message text is empty")
    body, keyboard = call.ask.body(), call.ask.keyboard()
    old = await call.own()
    if old.upload:
        raise bad("there is no text in the message to edit")
    _check_text(body, "MESSAGE_TOO_LONG")
    call.admit()
    return await call.become(old, replace(old, body=body, keyboard=keyboard))


async def edit_message_reply_markup(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    keyboard, old = call.ask.keyboard(), await call.own()
    call.admit()
    return await call.become(old, replace(old, keyboard=keyboard))


async def edit_message_caption(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    body, keyboard, old = call.ask.body("caption"), call.ask.keyboard(), await call.own()
    if not old.upload:
        raise bad("there is no caption in the message to edit")
    if body.units > CAPTION_MAX:
        raise bad("MEDIA_CAPTION_TOO_LONG")
    call.admit()
    return await call.become(old, replace(old, body=body, keyboard=keyboard))


async def edit_message_media(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    told = call.ask.json("media", "can't parse input media JSON object")
    if not isinstance(told, dict):
        raise bad("object expected as input media")
    kind, source = told.get("type"), told.get("media")
    if kind not in (Medium.PHOTO, Medium.DOCUMENT) or not isinstance(source, str):
        raise bad("can't parse InputMedia: type must be photo or document, with its media")
    texts = {name: told.get(name) or "" for name in ("caption", "parse_mode", "caption_entities")}
    inner = call.ask.narrowed({name: v if isinstance(v, str) else json.dumps(v) for name, v in texts.items()})
    picture, body, keyboard = call.ask.picture(Medium(kind), source), inner.body("caption"), call.ask.keyboard()
    if body.units > CAPTION_MAX:
        raise bad("MEDIA_CAPTION_TOO_LONG")
    old = await call.own()
    call.admit()
    return await call.become(old, replace(old, body=body, keyboard=keyboard, upload=await call.upload(picture)))


async def delete_message(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    await call.chats.revise(replace(await call.target("delete"), deleted=True))
    return True


async def pin_message(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    await call.chats.revise(replace(await call.target("pin"), pinned=True))
    return True


async def unpin_message(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    await call.chats.revise(replace(await call.target("unpin"), pinned=False))
    return True


async def answer_callback_query(call: Call) -> object:
    text = call.ask.text("text")
    if len(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    if not await call.chats.answer(call.ask.integer("callback_query_id", 0, high=2**62)):
        raise bad(TOO_OLD)
    if text:
        call.show_toast(text, call.ask.flag("show_alert"))
    return True


async def send_chat_action(call: Call) -> object:
    call.ask.check_chat(call.blocked)
    if call.ask.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    call.show_typing()
    return True


async def set_my_commands(call: Call) -> object:
    told = call.ask.json("commands", "can't parse commands JSON object")
    if not isinstance(told, list):
        raise bad("expected an Array of BotCommand")
    if len(told) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    menu = [_command(row) for row in told]
    await call.chats.remember(COMMANDS + _scope(call.ask), json.dumps(menu))
    return True


async def get_my_commands(call: Call) -> object:
    return json.loads(await call.chats.recall(COMMANDS + _scope(call.ask)) or "[]")


async def delete_my_commands(call: Call) -> object:
    await call.chats.remember(COMMANDS + _scope(call.ask), "[]")
    return True


async def commands_shown(chats: Chats) -> list[Wire]:
    """The menu the visitor sees: the chat's own, else that of private chats, else the common one."""
    for scope in (f"chat:{DESK_ON_WIRE['id']}", "all_private_chats:", "default:"):
        if menu := json.loads(await chats.recall(COMMANDS + scope) or "[]"):
            return list(menu)
    return []


def _scope(ask: Arguments) -> str:
    told = ask.json("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    if not isinstance(told, dict):
        raise bad("object expected as BotCommandScope")
    return f"{told.get('type')}:{told.get('chat_id', '')}"


def _command(row: object) -> Wire:
    told = row if isinstance(row, dict) else {}
    name, about = told.get("command"), told.get("description")
    if not isinstance(name, str) or not isinstance(about, str):
        raise bad("can't parse BotCommand: BotCommand must be an Object")
    name = name.removeprefix("/").lower()
    if not 1 <= len(name) <= 32 or not all(char.isascii() and (char.isalnum() or char == "_") for char in name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(about) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": about}


async def get_chat(call: Call) -> object:
    call.ask.check_chat(blocked=False)
    kinds = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    gifts = dict.fromkeys(kinds, False)
    return DESK_ON_WIRE | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


async def get_file(call: Call) -> object:
    found = await call.chats.file(call.ask.text("file_id"))
    if found is None:
        raise bad("invalid file_id")
    upload = found[0]
    return {
        "file_id": upload.id,
        "file_unique_id": upload.id[-16:],
        "file_size": upload.size,
        "file_path": f"files/{upload.id}",
    }


async def _harmless(_: Call) -> object:
    """Taken note of: nothing of it is shown in the demo."""
    return True


METHODS: Mapping[str, Method] = {
    "getme": get_me,
    "getwebhookinfo": get_webhook_info,
    "deletewebhook": delete_webhook,
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "senddocument": send_document,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_message_reply_markup,
    "editmessagecaption": edit_message_caption,
    "editmessagemedia": edit_message_media,
    "deletemessage": delete_message,
    "pinchatmessage": pin_message,
    "unpinchatmessage": unpin_message,
    "answercallbackquery": answer_callback_query,
    "sendchataction": send_chat_action,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "getchat": get_chat,
    "getfile": get_file,
    "setmyname": _harmless,
    "setmydescription": _harmless,
    "setmyshortdescription": _harmless,
    "setchatmenubutton": _harmless,
}
"""By lower-case name, as the real server compares them."""
