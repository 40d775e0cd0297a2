"""Our letters as Telegram's requests, and Telegram's updates as ours: the translation, nothing else.

Separate because everything else in the chat can then be read, and tested, without knowing the Bot API.
"""

from __future__ import annotations

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    ReplyParameters,
    Update,
)
from telegram.constants import ChatType, ParseMode
from telegram.error import NetworkError

from bot.auth import Reader
from bot.dispatch import Heard, Tapped
from bot.outbox import Body
from bot.render import clean, shorten, to_html, to_plain
from bot.slash import Rows, Tap, read_tap
from core.vocabulary import ChannelId, PositionId, UserId

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramWire:
    """`bot.outbox.Wire` over the bot of the connection of the moment."""

    def __init__(self) -> None:
        self.bot: Bot | None = None

    async def send(self, user: UserId, body: Body) -> int:
        under = ReplyParameters(body.under, allow_sending_without_reply=True) if body.under else None
        sent = await self._connected.send_message(
            chat_id=user,
            text=to_plain(body.text) if body.plain else to_html(body.text),
            parse_mode=None if body.plain else ParseMode.HTML,
            reply_markup=_keyboard(body.rows),
            disable_notification=not body.rings,
            link_preview_options=_NO_PREVIEW,
            reply_parameters=under,
        )
        return sent.message_id

    async def edit(self, user: UserId, message: int, body: Body) -> None:
        await self._connected.edit_message_text(
            chat_id=user,
            message_id=message,
            text=to_plain(body.text) if body.plain else to_html(body.text),
            parse_mode=None if body.plain else ParseMode.HTML,
            reply_markup=_keyboard(body.rows),
            link_preview_options=_NO_PREVIEW,
        )

    async def toast(self, query: str, text: str, loud: bool) -> None:
        await self._connected.answer_callback_query(query, text or None, show_alert=loud)

    async def erase(self, user: UserId, message: int) -> None:
        await self._connected.delete_message(chat_id=user, message_id=message)

    @property
    def _connected(self) -> Bot:
        if self.bot is None:
            raise NetworkError("not connected")
        return self.bot


def _keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(shorten(clean(button.label), 60), callback_data=button.wire) for button in row]
            for row in rows
        ]
    )


def sender(update: Update) -> tuple[int | None, bool]:
    """Who sent it, and whether in his own private chat: the only place where anybody is obeyed."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or user.is_bot or chat is None:
        return (user.id if user else None), False
    return user.id, chat.type == ChatType.PRIVATE and chat.id == user.id


def heard(update: Update, reader: Reader) -> Heard | None:
    """A message in our words; None for what is not one."""
    message = update.message
    if message is None:
        return None
    answered = message.reply_to_message
    return Heard(
        update.update_id,
        reader,
        _words(message),
        message.date,
        forwarded=message.forward_origin is not None,
        origin=_origin(message),
        reply_to=answered.message_id if answered else None,
        reply_text=_words(answered) if answered else "",
        reply_why=_why(answered) if answered else None,
        message=message.message_id,
    )


def tapped(update: Update, reader: Reader, *, piled_up: bool) -> Tapped | None:
    """A tap in our words; None for what is not one of ours."""
    query = update.callback_query
    if query is None or query.message is None:
        return None
    return Tapped(update.update_id, reader, query.id, query.data or "", query.message.message_id, piled_up)


def _words(message: Message) -> str:
    return message.text or message.caption or ""


def _why(message: Message) -> PositionId | None:
    """What the only "Why" of a message of ours is about; a list of several names none."""
    is_ours = message.from_user is not None and message.from_user.is_bot
    keyboard = message.reply_markup.inline_keyboard if is_ours and message.reply_markup else ()
    taps = [read_tap(str(button.callback_data or "")) for row in keyboard for button in row]
    named = {about for tap, about in filter(None, taps) if tap is Tap.WHY}
    return PositionId(named.pop()) if len(named) == 1 else None


def _origin(message: Message) -> ChannelId | None:
    match message.forward_origin:
        case MessageOriginChannel(chat=chat):
            return ChannelId(str(chat.id))
        case MessageOriginChat(sender_chat=chat):
            return ChannelId(str(chat.id))
        case _:
            return None
