"""Set the number of a signal aside: behind its heading, or behind a tag of a letter or two.

Separate from the other notes, because what tells that it is no price is how it is written: with a nought before it,
or glued to a tag at the end of its line.
"""

from __future__ import annotations

from core.reading.aside.notes import ends_a_line
from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role

_SIGNAL_MIN, _TAG_MAX, _NUMBER_SIGN = 2, 3, "🆔"
BARS, OPENING = frozenset("|"), frozenset("[")
_HEAD_MAX, _BRACKET_MAX = 6, 8
_LEVELS = frozenset((Role.STOP, Role.TARGET, Role.ENTRY, Role.BUY, Role.SELL, Role.TICKER, Role.MARKET))


def numbered_signals(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "VIP signal: 0358", "setup 0417": which of them it is; no price begins with a nought and has no point."""
    for at in range(len(pieces) - 1):
        behind = at + 1 + (pieces[at + 1].text == ":")
        if pieces[at].role is not ROLE.HEADING or behind >= len(pieces) or pieces[behind].role is not ROLE.PRICE:
            continue
        number = pieces[behind].text
        if number.isdigit() and number.startswith("0") and len(number) > _SIGNAL_MIN:
            set_aside(pieces, behind)
    return pieces


def tagged_numbers_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "#F-7719", "🆔 GM-901", at the end of its line: the number of a signal behind letters that name no coin."""
    marked = {p.text[0] for p in pieces}
    if "#" not in marked and _NUMBER_SIGN not in marked:
        return pieces
    for at in range(1, len(pieces) - 1):
        tag, dash, number = pieces[at - 1 : at + 2]
        if dash.text not in "-_" or number.role is not ROLE.PRICE or not number.text.isdigit():
            continue
        hashed = tag.text.startswith("#") or (at > 1 and pieces[at - 2].text in ("#", _NUMBER_SIGN))
        touching = tag.end == dash.start and dash.end == number.start and len(number.text) > _SIGNAL_MIN
        if hashed and touching and len(tag.text.lstrip("#")) < _TAG_MAX and ends_a_line(pieces, at + 2):
            set_aside(pieces, at - 1)
            set_aside(pieces, at + 1)
    return pieces


def headed_by_a_number(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "FX-SIGNAL 4417 | EURUSD | SELL": the name of the room and the number of its signal, in front of a form."""
    at = next((n for n, p in enumerate(pieces[:_HEAD_MAX]) if p.text in BARS), 0)
    if at < 2 or pieces[at - 1].role is not ROLE.PRICE or pieces[at - 2].role is not ROLE.HEADING:
        return pieces
    if not pieces[at - 1].text.isdigit() or any(p.role in _LEVELS or p.role is ROLE.LINE for p in pieces[:at]):
        return pieces
    set_aside(pieces, at - 1)
    for n in range(at - 2):
        if pieces[n].role is ROLE.WORD and pieces[n + 1].text == "-" and pieces[n].end == pieces[n + 1].start:
            pieces[n] = pieces[n].recast(ROLE.FILLER)
    return pieces


def tags_at_the_head(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "[EA-V4] buy gold ...": a tag of letters and a figure glued to them, in brackets before everything."""
    if pieces[0].text not in OPENING:
        return pieces
    end = next((n for n, p in enumerate(pieces[:_BRACKET_MAX]) if p.text == "]"), 0)
    if not end or any(p.role in _LEVELS for p in pieces[:end]):
        return pieces
    for at in range(2, end):
        before, number = pieces[at - 1 : at + 1]
        glued = before.end == number.start and before.text.isalpha() and number.text.isdigit()
        if glued and number.role is ROLE.PRICE and len(number.text) < _TAG_MAX:
            set_aside(pieces, at)
    return pieces
