"""A channel's post with its words marked: what was read as the side, the entry, the stop, a target, a doubt.

Separate because it turns the reader's findings into type, and a phone knows five kinds of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.render import Rich, Span, Style, lines, rich, shorten, utf16
from core.reading.showing.explain import Field, Part, legend

_MARKS_MAX = 40
"""Telegram takes 100 entities a message; the rest of the message wants some too."""
_STYLES = {
    Field.SIDE: Style.BOLD,
    Field.SYMBOL: Style.BOLD,
    Field.ORDER: Style.BOLD,
    Field.ENTRY: Style.UNDERLINE,
    Field.STOP: Style.HEAVY,
    Field.TARGET: Style.ITALIC,
    Field.SHARE: Style.CODE,
    Field.LEVERAGE: Style.PLAIN,
    Field.SIZE: Style.CODE,
    Field.DOUBT: Style.STRUCK,
    Field.NONE: Style.PLAIN,
}


def explained(marked: Sequence[Part], units: int) -> Rich:
    """At most ``units`` UTF-16 units of the post as a quotation, and under it what the marks mean."""
    spans: list[Span] = []
    styled = 0
    for part in marked:
        text = shorten(part.text, units)
        units -= utf16(part.text)
        styled += _STYLES[part.field] is not Style.PLAIN
        style = _STYLES[part.field] if styled <= _MARKS_MAX else Style.PLAIN
        spans.append(Span(text, style, quoted=True))
        if units <= 0:
            break
    found = [field for field in legend(marked) if _STYLES[field] is not Style.PLAIN]
    meanings = [(" · " if number else "", Span(field, _STYLES[field])) for number, field in enumerate(found)]
    return lines(rich(*spans), rich("Marked: ", *(bit for pair in meanings for bit in pair)) if found else None)
