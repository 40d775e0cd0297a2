"""Know the name at the head of an order that no list of names holds: "MOVE +97% profit", "cati - close half".

Separate from the scope, because nothing says that it is a name but where it stands and how it is written. An order for
a trade that nobody knows must not go to the only one that is open: what may be a name is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, dropwhile

from core.reading.handling.clauses import Clause
from core.reading.handling.leeway import REPORTS
from core.reading.handling.said import Said
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.text.hygiene import Clean
from core.reading.words.catalogue import LIKE_WORDS
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed
from core.signals import Reason

_NAME_MIN, _NAME_MAX, _HEAD_MAX = 2, 10, 4
_BEFORE_A_NAME = (Role.MARK, Role.TICK, Role.FILLER, Role.UP, Role.DOWN)
_PICTURES = (Role.MARK, Role.TICK, Role.UP, Role.DOWN, Role.LINE)
_GAIN = re.compile(r"\s?[+-]\s?(?:near )?\d{1,5}(?:\.\d{1,3})?\s?(?:R\b|%|profit\b)")
_COINS_LIKE_WORDS = frozenset(("the", "in", "la", "move", "take", "one", "me", "not", "us", "for"))
"""Coins whose names are little words, or verbs of an order."""
_DONE_TO_A_NAME = (
    *(Role.HIT, Role.MOVE, Role.CLOSE, Role.CLOSED, Role.CANCEL, Role.STOPPED, Role.FILLED, Role.ANALYSIS, Role.HOLD),
)
_NO_NAMES = frozenset(
    (
        *(Role.CLOSE, Role.CLOSED, Role.PART, Role.HALF, Role.CANCEL, Role.STOP, Role.EVEN, Role.HIT, Role.HEADING),
        *(Role.EDIT, Role.ALL, Role.NOT, Role.IF, Role.MARKET, Role.MARK, Role.TICK, Role.BUY, Role.SELL, Role.ENTRY),
        *(Role.LIMIT, Role.VENUE, Role.AND, Role.BUT, Role.WAIT, Role.YOU_CAN, Role.MEMORY, Role.OTHERS, Role.PAST),
        Role.AD,
    )
)
_NO_COINS = (Role.OTHERS, Role.TIME, Role.ADD, Role.MEMORY, Role.PART)
_TOLD, _STRANGE_MIN = (Role.HIT, Role.TICK), 3
_OF, _APART, _HEADS = frozenset(listed("OF")), frozenset(":-|,"), frozenset(":-|")
_HAN = "\u3040"
"""From here on words are not parted by spaces, and most are unknown."""
_UNCLEAR = "it is not clear what is meant"


def named_at_the_head(parts: Sequence[Clause], said: Said, text: Clean) -> tuple[str | None, list[Reason]]:
    """The name that a post without a known one begins with, if it can be nothing else, and what is doubtful if it may.

    ``parts``: not empty.
    """
    loud = _in_capitals(said, text)
    if (called := _name_before_its_gain(parts[0], text) or _coin_like_a_word(parts, said, loud, text)) is not None:
        return called, []
    if (stranger := _stranger_at_the_head(parts, text)) is not None:
        gained = text.text[stranger.stop :].lstrip()[:1] in ("+", "-")
        begins = min([c.pieces[0].start for c in said.ordered], default=stranger.stop)
        above = "\n" in text.text[stranger.stop : begins]  # "RAPID GAINS", and below it the order
        above = above and text.text[stranger.stop :].lstrip(" ")[:1] != "|"  # "USNAS100 | LIVE UPDATE"
        return (text.text[stranger], []) if gained else (None, [] if above else [Reason(_UNCLEAR)])
    unknown = _is_told_of_a_stranger(parts[0], said) or _heads_an_order(parts, said, text)
    unknown = unknown or any(map(_may_be_a_name, loud))
    return None, [Reason(_UNCLEAR)] if unknown else []


def _may_be_a_name(piece: Lexeme) -> bool:
    """ "sl to entry QZENZ then hold": a word nobody knows, in capitals among small letters."""
    known = piece.role is not ROLE.WORD or is_everyday(piece.text)
    return not known and piece.text.isascii() and len(piece.text) >= _STRANGE_MIN


def _name_before_its_gain(clause: Clause, text: Clean) -> str | None:
    """ "THE + 0.7R, close 30%", "MOVE +97% profit": what stands there in capitals is a name, whatever else it means."""
    lead = clause.pieces[0]
    written = text.text[lead.start : lead.end]
    named = written.isupper() and written.isascii() and written.isalnum() and len(written) <= _NAME_MAX
    if not named or lead.role in (ROLE.TICKER, ROLE.TIME) or text.text.isupper():
        return None
    return written if _GAIN.match(text.text, lead.end) or _is_handled(clause, text) else None


def _is_handled(clause: Clause, text: Clean) -> bool:
    """ "ALT start running, ...", "TAKE hit TP2", "THE cancel limit": the one word in capitals, and a verb behind it."""
    lead, behind = clause.pieces[0], [p for p in clause.pieces[1:4] if p.role not in (ROLE.WORD, ROLE.FILLER)][:1]
    if lead.end - lead.start < _NAME_MIN or not text.text[lead.end : lead.end + 2].strip(" ").islower():
        return False
    if lead.role in (ROLE.FILLER, ROLE.MOVE, ROLE.TARGET) and lead.text not in _COINS_LIKE_WORDS:
        return False
    plain = is_everyday(lead.text) and lead.text not in LIKE_WORDS
    return lead.role not in _NO_NAMES and not plain and any(p.role in _DONE_TO_A_NAME for p in behind)


def _stranger_at_the_head(parts: Sequence[Clause], text: Clean) -> slice | None:
    """ "QZEN3 + 40% profit, close 20%": the post begins with what may be a name, and it is none that is known."""
    row = parts[0].pieces
    at = next((n for n, p in enumerate(row[:_HEAD_MAX]) if not (p.role in _BEFORE_A_NAME or is_everyday(p.text))), None)
    if at is None or text.text.isupper():
        return None
    lead, behind = row[at], row[at + 1 : at + 2]
    torn = any(p.start == lead.end and p.role is ROLE.IDENT for p in behind)
    called = slice(lead.start, behind[0].end if torn else lead.end)
    written = text.text[called]
    named = written.isupper() and written.isascii() and written.isalnum() and _NAME_MIN <= len(written) <= _NAME_MAX
    return called if named and lead.role in (ROLE.WORD, ROLE.IDENT) else None


def _is_told_of_a_stranger(clause: Clause, said: Said) -> bool:
    """ "zorbcoin tp1 hit, close half": an unknown word before the report that leads to the order is a name."""
    if all(i.act in REPORTS for i in said.instructions) or clause not in said.ordered or not clause.has(*_TOLD):
        return False
    lead, behind = clause.pieces[0], clause.pieces[1:2]
    named = lead.role is ROLE.WORD and lead.text.isascii() and lead.text.isalpha() and len(lead.text) >= _STRANGE_MIN
    return named and not is_everyday(lead.text) and [p.role for p in behind] in ([ROLE.TARGET], [ROLE.HIT])


def _coin_like_a_word(parts: Sequence[Clause], said: Said, loud: Sequence[Lexeme], text: Clean) -> str | None:
    """ "FLOW: SL to BE", "move the SL of GAS to 7.15": in capitals, and where only a name can stand."""
    lead, behind = _head(parts)
    written = text.text[lead.start : lead.end]
    if lead.text in LIKE_WORDS and written.isupper() and behind is not None and _begins_an_order(behind, said):
        return written if text.text[lead.end :].lstrip()[:1] in _HEADS else None
    named = {p.text for p in loud if p.text in LIKE_WORDS}
    return named.pop().upper() if len(named) == 1 else None


def _in_capitals(said: Said, text: Clean) -> list[Lexeme]:
    """The words in capitals of what is ordered, where the words beside them are in small letters: nobody shouts."""
    found: list[Lexeme] = []
    if text.text == text.lower or text.text.isupper():
        return found
    for clause in said.ordered:
        row = [p for p in clause.pieces if p.text[0].isalpha()]
        shouted = [text.text[p.start : p.end].isupper() for p in row]
        for at, piece in enumerate(row):
            if shouted[at] and not any((*shouted[max(0, at - 1) : at], *shouted[at + 1 : at + 2])):
                found.append(piece)
    return found


def _owned(said: Said) -> list[Lexeme]:
    """ "The SL of gas": a coin's name that is a word too, behind what is its own."""
    rows = (zip(c.pieces, c.pieces[1:], strict=False) for c in said.ordered)
    return [q for p, q in chain.from_iterable(rows) if p.text in _OF and q.text in LIKE_WORDS]


def _heads_an_order(parts: Sequence[Clause], said: Said, text: Clean) -> bool:
    """ "cati - close half", "gas: SL to BE", "flow close half": a word unknown, or one that is a coin's name too."""
    if all(i.act in REPORTS for i in said.instructions):
        return False
    lead, behind = _head(parts)
    if _owned(said):
        return True
    if behind is None or not lead.text.isalpha() or not _begins_an_order(behind, said):
        return False
    mark = text.text[lead.end :].lstrip()[:1]
    if lead.text in _COINS_LIKE_WORDS and text.text[lead.start : lead.end].isupper():
        return mark in _HEADS  # "MOVE: SL to BE"
    if lead.text in LIKE_WORDS:
        return mark in _HEADS or (lead.role not in _NO_COINS and mark not in _APART)
    unknown = lead.role is ROLE.WORD and not is_everyday(lead.text) and lead.text < _HAN
    return unknown and mark in _APART


def _head(parts: Sequence[Clause]) -> tuple[Lexeme, Lexeme | None]:
    """The first word of a post, and the next."""
    row = dropwhile(lambda p: p.role in _PICTURES, chain.from_iterable(c.pieces for c in parts))
    lead = next(row, parts[0].pieces[0])
    return lead, next((p for p in row if p.role not in _PICTURES), None)


def _begins_an_order(piece: Lexeme, said: Said) -> bool:
    return any(piece in c.pieces[:_HEAD_MAX] for c in said.ordered)
