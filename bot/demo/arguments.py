"""What the bot asked for, read as strictly as the real Bot API reads it.

Separate from the methods because the refusals are the point: a bot that has only met a
forgiving server finds out on the real one. The words of each refusal are those of
telegram-bot-api (Client.cpp) and tdlib, which lowers a sentence's first letter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.demo.formatting import Entity, Formatted, Unparsable, parse_html, plain, utf16
from bot.demo.images import measure
from bot.demo.posts import VISITOR_ID, Button, Keyboard, Medium, Wire

PHOTO_MAX = 10 * 2**20
UPLOAD_MAX = 50 * 2**20
BUTTONS_MAX = 100
ROW_MAX = 8
DATA_MAX = 64
"""Bytes of UTF-8 in a button's callback data."""
MARKUP_MAX = 2**15
"""Bytes of text with its markup, before it is read."""


class Refusal(Exception):
    """The server's no: ``code`` is the HTTP status, ``parameters`` may hold retry_after."""

    def __init__(self, code: int, description: str, parameters: Wire | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(why: str) -> Refusal:
    return Refusal(400, f"Bad Request: {why}")


@dataclass(frozen=True, slots=True)
class Part:
    """A file as it came in a multipart body."""

    name: str
    mime: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be shown: bytes that came along, or the name of a file the server already has."""

    medium: Medium
    part: Part | None
    known: str
    mime: str = ""
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The fields of one request, all text as on the wire, and its files."""

    fields: Mapping[str, str]
    files: Mapping[str, Part]

    def text(self, name: str) -> str:
        return self.fields.get(name, "")

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def integer(self, name: str, default: int, low: int = -(2**31), high: int = 2**31 - 1) -> int:
        """A whole number, moved into its bounds; not a number counts as 0, as at the real server."""
        raw = self.text(name).strip()
        if not raw:
            return default
        digits = raw.removeprefix("-")
        value = int(raw) if digits.isascii() and digits.isdigit() and len(digits) < 20 else 0
        return min(max(value, low), high)

    def json(self, name: str, refusal: str) -> Any:
        raw = self.text(name)
        if not raw:
            return None
        try:
            return json.loads(raw)
        except (ValueError, RecursionError):
            raise bad(refusal) from None

    def check_chat(self, blocked: bool) -> None:
        """The only chat this bot has is the one with the visitor."""
        chat = self.text("chat_id").strip()
        if not chat:
            raise bad("chat_id is empty")
        if chat != str(VISITOR_ID):
            raise bad("chat not found")
        if blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")

    def message_id(self) -> int:
        number = self.integer("message_id", 0)
        if number <= 0:
            raise bad("message identifier is not specified")
        return number

    def reply_id(self) -> tuple[int, bool]:
        """The message that is answered (0: none) and whether its absence is forgiven."""
        told = self.json("reply_parameters", "can't parse reply parameters JSON object")
        if told is None:
            return self.integer("reply_to_message_id", 0), self.flag("allow_sending_without_reply")
        if not isinstance(told, dict):
            raise bad("object expected as reply parameters")
        number = told.get("message_id", 0)
        return number if isinstance(number, int) else 0, told.get("allow_sending_without_reply") is True

    def body(self, field_name: str = "text") -> Formatted:
        """Text with its parse mode or entities read; its length is the caller's to judge."""
        raw = self.text(field_name)
        if len(raw.encode(errors="replace")) > MARKUP_MAX:
            raise bad("text is too long")
        mode = self.text("parse_mode").strip().lower()
        key = "entities" if field_name == "text" else "caption_entities"
        if mode in ("", "none"):
            return self._with_entities(raw, key)
        if mode != "html":
            # The real server also reads Markdown; this house writes HTML only, so anything else is our slip.
            raise bad("unsupported parse_mode")
        try:
            return parse_html(raw)
        except Unparsable as error:
            raise bad(f"can't parse entities: {_lowered(str(error))}") from None

    def _with_entities(self, raw: str, key: str) -> Formatted:
        told = self.json(key, "can't parse entities JSON object")
        if not told:
            return plain(raw)
        if not isinstance(told, list) or not all(isinstance(row, dict) for row in told):
            raise bad("expected an Array of MessageEntity")
        entities = [_entity(raw, row) for row in told[:100]]
        return Formatted(raw, tuple(sorted(entities, key=lambda entity: (entity.start, -entity.end))))

    def keyboard(self) -> Keyboard:
        """The inline keyboard; other kinds of reply markup are accepted and show nothing."""
        told = self.json("reply_markup", "can't parse reply keyboard markup JSON object")
        if told is None:
            return ()
        if not isinstance(told, dict):
            raise bad("object expected as reply markup")
        rows = told.get("inline_keyboard", [])
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            raise bad('field "inline_keyboard" must be an Array of Arrays')
        keyboard = tuple(tuple(_button(button) for button in row) for row in rows if row)
        if sum(map(len, keyboard)) > BUTTONS_MAX or any(len(row) > ROW_MAX for row in keyboard):
            raise bad("reply markup is too long")
        return keyboard

    def picture(self, medium: Medium, source: str | None = None) -> Picture:
        """The file of a field, or of ``attach://`` in it; ``source`` overrides the field's text."""
        name = medium.value
        said = self.text(name) if source is None else source
        attached = said.removeprefix("attach://") if said.startswith("attach://") else name
        part = self.files.get(attached) if source is None or said.startswith("attach://") else None
        if part is None:
            if not said or said.startswith("attach://"):
                raise bad(f"there is no {name} in the request")
            return Picture(medium, None, said)
        if not part.content:
            raise bad("file must be non-empty")
        return _photo(part) if medium is Medium.PHOTO else Picture(medium, part, "", part.mime)

    def narrowed(self, fields: Mapping[str, str]) -> Arguments:
        """The same request seen through the fields of an object inside it."""
        return replace(self, fields=dict(self.fields) | dict(fields))


def _photo(part: Part) -> Picture:
    if len(part.content) > PHOTO_MAX:
        size = len(part.content)
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_MAX} bytes")
    measured = measure(part.content)
    if measured is None:
        raise bad("IMAGE_PROCESS_FAILED")
    mime, width, height = measured
    if not (width > 0 and height > 0 and width + height <= 10_000 and max(width, height) <= 20 * min(width, height)):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return Picture(Medium.PHOTO, part, "", mime, (width, height))


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() or sentence[1:2] == "'" else sentence


def _button(told: object) -> Button:
    trouble = "can't parse inline keyboard button: "
    if not isinstance(told, dict):
        raise bad(trouble + "InlineKeyboardButton must be an Object")
    text = told.get("text")
    if not isinstance(text, str):
        raise bad(trouble + 'Can\'t find field "text"')
    if not text.strip():
        raise bad("inline keyboard button text must be non-empty")
    if isinstance(url := told.get("url"), str):
        if "." not in url:
            raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return Button(text, url=url)
    data = told.get("callback_data")
    if not isinstance(data, str):
        raise bad(trouble + "Text buttons are unallowed in the inline keyboard")
    if not 1 <= len(data.encode()) <= DATA_MAX:
        raise bad("BUTTON_DATA_INVALID")
    return Button(text, data=data)


def _entity(text: str, told: Mapping[str, Any]) -> Entity:
    offset, length, kind = told.get("offset"), told.get("length"), told.get("type")
    if not isinstance(offset, int) or not isinstance(length, int) or not isinstance(kind, str):
        raise bad("can't parse MessageEntity: a field is missing or of the wrong type")
    whole = utf16(text)
    if not offset >= 0 or length <= 0 or offset + length > whole:
        raise bad(f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {whole}")
    encoded = text.encode("utf-16-le")
    start = len(encoded[: offset * 2].decode("utf-16-le", "ignore"))
    end = len(encoded[: (offset + length) * 2].decode("utf-16-le", "ignore"))
    argument = told.get("url") or told.get("language") or told.get("custom_emoji_id") or ""
    return Entity(kind, start, end, str(argument))
