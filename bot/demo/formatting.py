"""What bold, links and code look like on the phone, and which markup Telegram would refuse.

Separate because it is pure: Telegram's HTML in, text and entities out, and from those the
HTML that the demo's page may show. The refusals are worded as the real Bot API words them
(tdlib, td/telegram/MessageEntity.cpp, `parse_html`), since a bot's fallback reads the words.

Offsets are counted in characters here and in UTF-16 units on the wire, as Telegram does.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

KINDS: Mapping[str, str] = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
"""Telegram's tags and the entity each becomes; any other tag is refused."""

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<dec>[0-9]{1,7})|(?P<name>[A-Za-z]{1,8}));?")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]{1,500})|(?<![\w/<>:.])(?P<command>/[A-Za-z0-9_]{1,32}(?:@\w{1,32})?)(?!\w)"
)
_SPACE = " \t\n\r\f\v"
_OPAQUE = {"code", "pre", "text_link"}
_SAFE_LINK = re.compile(r"(?:https?|tg)://", re.IGNORECASE)


class Unparsable(ValueError):
    """The markup is not Telegram's; the message is the real server's, without its prefix."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Characters ``start`` to ``end`` are of this ``kind``; ``argument``: the link, language or emoji id."""

    kind: str
    start: int
    end: int
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text as it is read, and what is special about parts of it, outermost first."""

    text: str
    entities: tuple[Entity, ...] = ()

    @property
    def units(self) -> int:
        """The length Telegram's limits count: UTF-16 units."""
        return utf16(self.text)


def utf16(text: str) -> int:
    """How many UTF-16 units ``text`` takes."""
    return len(text) + sum(1 for char in text if char > "\uffff")


def plain(text: str) -> Formatted:
    """Text without markup; links and commands in it are found, as Telegram does."""
    return _finished(Formatted(text))


def parse_html(markup: str) -> Formatted:
    """Read Telegram's HTML; raises `Unparsable` with the real server's words."""
    reader = _Reader(markup)
    return _finished(reader.read())


class _Reader:
    """One pass over the markup, never going back: linear whatever is sent."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.at = 0
        self.out: list[str] = []
        self.length = 0
        self.open: list[tuple[str, str, int]] = []
        self.entities: list[Entity] = []

    def read(self) -> Formatted:
        while self.at < len(self.markup):
            char = self.markup[self.at]
            if char == "<":
                self._end_tag() if self.markup.startswith("</", self.at) else self._start_tag()
                continue
            if char == "&":
                char = self._reference()
            else:
                self.at += 1
            self.out.append(char)
            self.length += len(char)
        if self.open:
            raise Unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        self.entities.reverse()  # ends come inside out; so the outer of two of the same extent is first
        self.entities.sort(key=lambda entity: (entity.start, -entity.end))
        return Formatted("".join(self.out), tuple(self.entities))

    def _byte(self, position: int) -> int:
        return len(self.markup[:position].encode())

    def _here(self) -> str:
        return self.markup[self.at : self.at + 1]

    def _skip(self, stop: str) -> str:
        begin = self.at
        while self.at < len(self.markup) and self.markup[self.at] not in stop:
            self.at += 1
        return self.markup[begin : self.at]

    def _blanks(self) -> None:
        while self._here() and self._here() in _SPACE:
            self.at += 1

    def _reference(self) -> str:
        """One character reference; what is not one stays as it is written, as at the real server."""
        found = _REFERENCE.match(self.markup, self.at)
        char = _referenced(found) if found else None
        if found is None or char is None:
            self.at += 1
            return "&"
        self.at = found.end()
        return char

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._skip(_SPACE + ">").lower()
        if not self._here():
            raise Unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in KINDS:
            raise Unparsable(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        argument = ""
        self._blanks()
        while self._here() != ">":
            argument = _argument(tag, *self._attribute(tag, begin)) or argument
            self._blanks()
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise Unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append((tag, argument, self.length))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self._skip(_SPACE + "=>/\"'")
        if not name:
            raise Unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
        self._blanks()
        if self._here() == "=":
            self.at += 1
            self._blanks()
            value = self._value()
        else:
            value = ""
        if not self._here():
            raise Unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return name, value

    def _value(self) -> str:
        quote = self._here()
        begin = self.at
        if quote and quote in "\"'":
            self.at += 1
            value = self._skip(quote)
            self.at += 1
            return _REFERENCE.sub(lambda found: _referenced(found) or found[0], value)
        while (char := self._here()) and char.isascii() and (char.isalnum() or char in ".-"):
            self.at += 1
        if self._here() and self._here() not in _SPACE + ">":
            raise Unparsable(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return self.markup[begin : self.at].lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise Unparsable(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self.at += 2
        name = self._skip(_SPACE + ">")
        self._blanks()
        if self._here() != ">":
            raise Unparsable(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        tag, argument, start = self.open.pop()
        if name and name.lower() != tag:
            raise Unparsable(
                f'Unmatched end tag at byte offset {self._byte(begin)}, expected "</{tag}>", found "</{name}>"'
            )
        kind = KINDS[tag]
        if kind == "blockquote" and argument:
            kind, argument = "expandable_blockquote", ""
        if kind == "pre" and self.entities:
            inner = self.entities[-1]
            if (inner.kind, inner.start, inner.end) == ("code", start, self.length):
                argument = self.entities.pop().argument  # Telegram's way to name the language
        if kind == "text_link" and not argument:
            return  # a link to nowhere is text, as at the real server
        if self.length > start:
            self.entities.append(Entity(kind, start, self.length, "" if kind == "spoiler" else argument))


def _referenced(found: re.Match[str]) -> str | None:
    if name := found["name"]:
        return _NAMED.get(name)
    code = int(found["hex"], 16) if found["hex"] else int(found["dec"])
    if code == 0 or code >= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code)


def _argument(tag: str, name: str, value: str) -> str:
    """The part of an attribute that Telegram keeps; every other attribute is ignored."""
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class" if value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case "blockquote", "expandable":
            return "1"
        case _:
            return ""


def _finished(formatted: Formatted) -> Formatted:
    """Trim, drop control characters, find links and commands: the server's last touches."""
    text = formatted.text.replace("\r", " ")
    text = "".join(" " if char < " " and char != "\n" else char for char in text)
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    moved = (
        replace(entity, start=max(0, entity.start - lead), end=min(len(text), entity.end - lead))
        for entity in formatted.entities
    )
    entities = [entity for entity in moved if entity.end > entity.start]
    opaque = [entity for entity in entities if entity.kind in _OPAQUE]
    for found in _FOUND.finditer(text):
        kind = "url" if found["url"] else "bot_command"
        if all(found.end() <= entity.start or entity.end <= found.start() for entity in opaque):
            entities.append(Entity(kind, found.start(), found.end()))
    return Formatted(text, tuple(sorted(entities, key=lambda entity: (entity.start, -entity.end))))


def on_wire(formatted: Formatted) -> list[dict[str, object]]:
    """The entities as the Bot API tells them, in UTF-16 units."""
    told: list[dict[str, object]] = []
    for entity in formatted.entities:
        offset = utf16(formatted.text[: entity.start])
        length = utf16(formatted.text[entity.start : entity.end])
        row: dict[str, object] = {"type": entity.kind, "offset": offset, "length": length}
        key = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}.get(entity.kind)
        if key and entity.argument:
            row[key] = entity.argument
        told.append(row)
    return told


_TAGS: Mapping[str, tuple[str, str]] = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="tg-spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "bot_command": ('<span class="command">', "</span>"),
}


def as_page_html(formatted: Formatted) -> str:
    """HTML that is safe to put into the demo's page: only tags from our own table, all text escaped."""
    out: list[str] = []
    stack: list[tuple[Entity, str]] = []
    waiting = list(reversed(formatted.entities))
    for position in range(len(formatted.text) + 1):
        while stack and stack[-1][0].end <= position:
            out.append(stack.pop()[1])
        if position == len(formatted.text):
            break
        while waiting and waiting[-1].start <= position:
            entity = waiting.pop()
            begin, end = _page_tags(formatted.text, entity)
            if begin and not (stack and stack[-1][0].end < entity.end):
                out.append(begin)
                stack.append((entity, end))
        char = formatted.text[position]
        raw = any(entity.kind == "pre" for entity, _ in stack)
        out.append("<br>" if char == "\n" and not raw else html.escape(char))
    return "".join(out)


def _page_tags(text: str, entity: Entity) -> tuple[str, str]:
    if entity.kind in ("text_link", "url"):
        link = entity.argument or text[entity.start : entity.end]
        if not _SAFE_LINK.match(link):
            return "", ""
        return f'<a href="{html.escape(link)}" target="_blank" rel="noopener noreferrer">', "</a>"
    return _TAGS.get(entity.kind, ("", ""))
