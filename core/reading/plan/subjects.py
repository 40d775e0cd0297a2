"""Find what a call is about: the names that its spelling gives, and those that only their place shows to be one.

Separate from `symbols`, which knows a name by how it is written: here a word is one because it stands beside the side,
at the head of a line or behind "coin:".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from core.messages import TEXT_MAX
from core.reading.names.naming import (
    are_remarks,
    hyphened,
    in_other_letters,
    in_small_letters,
    named_behind,
    quoted_behind_its_side,
    quoted_beside_a_side,
    subjects,
    tagged_in_other_letters,
)
from core.reading.names.rivals import choose
from core.reading.names.symbols import FOREIGN_FROM
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Draft
from core.reading.roles import ROLE, Role
from core.reading.text.hygiene import Clean
from core.reading.words.catalogue import COINS, SHORT, STABLE, WORDY
from core.reading.words.everyday import is_everyday
from core.reading.words.facts import BARE, KNOWN, LISTED, WORDED, Named, bare
from core.reading.words.lexicon import listed

_LISTED_MIN, _SHORTEST = 3, 2
"""Shorter words in capitals are abbreviations more often than names."""
_SIDES, _PICTURED = (Role.BUY, Role.SELL), frozenset((Role.MARK, Role.TICK, Role.UP, Role.DOWN))
_ORDERS = (
    *(Role.MOVE, Role.EDIT, Role.STOP, Role.CLOSE, Role.CANCEL, Role.HIT, Role.EVEN, Role.PERCENT),
    *(Role.TARGET, Role.PART),
)
_OF = frozenset(listed("OF"))
_PRICED_MAX, _BEFORE_A_SIDE = 6, (Role.PRICE, Role.MARK, Role.ZONE, Role.ABOVE, Role.BELOW, Role.FILLER, Role.MARKET)
_WITHIN, _SMALL_MAX, _COUNT_MAX = ("", "-", "&"), 6, 4
_LABELLING = (":", "=", "-", ":-", "")
_HASHES = ("#", "$")
_BEFORE_A_CLASS, _CLASSES = ("/", "."), frozenset("ABC")
_SMALL = frozenset((Role.AND, Role.FILLER, Role.IF))
_NEVER_BARE = frozenset(
    (
        *_ORDERS,
        *(Role.CLOSED, Role.ALL, Role.NOT, Role.ZONE, Role.HALF, Role.FILLED, Role.IF, Role.WILL, Role.ENTRY),
        *(Role.LEVERAGE, Role.HEADING, Role.VENUE, Role.MARKET, Role.LIMIT, Role.BUY, Role.SELL, Role.SIZE),
        *(Role.PIPS, Role.RATIO, Role.AD, Role.RECAP, Role.SYMBOL, Role.ANALYSIS, Role.INDEX, Role.TIME),
    )
)
"""What a word means before it may be taken for a ticker."""


def symbol_of(
    draft: Draft, pieces: Sequence[Lexeme], text: Clean, listed: Set[str]
) -> tuple[str | None, tuple[str, ...], int]:
    """The instrument, None where none is named; its rivals, which make it doubtful; and how surely it is one.

    ``listed``: what the venue trades, in capitals; asked only where nothing else names anything.
    """
    tickers = draft.tickers
    tagged = not text.text.isascii() and ("#" in text.text or "$" in text.text)
    tag = tagged_in_other_letters(pieces) if tagged else None
    if tag is not None and tag.named is not None:
        if all(tag.start <= t.start < tag.end for t in tickers):
            return tag.named.symbol, (), tag.named.grade
        tickers = [t for t in tickers if not tag.start <= t.start < tag.end]
    ends = max([p.piece.end for p in draft.points], default=0)
    if tickers and draft.sides and are_remarks(tickers, pieces, ends):
        headed = [n for n in _beside(pieces, text) if not is_everyday(n.symbol.lower())]
        if headed:  # "BUY SAGA", its levels, and below them "Solana ecosystem"
            return headed[0].symbol, named_behind(headed[0], tickers, pieces, ends), headed[0].grade
    found = [t.named for t in tickers if t.named is not None] if tickers else []
    if len(found) == 1 and found[0].grade > KNOWN and found[0].symbol.lower() not in STABLE:
        whole = hyphened(tickers[0], pieces, text.text)
        return whole or quoted_behind_its_side(found[0].symbol, pieces, text.text), (), found[0].grade
    if len(found) > 1:
        found = [t.named for t in subjects(tickers, pieces, ends) if t.named is not None]
    if not found or max([n.grade for n in found]) <= KNOWN:
        loud = bool(found) and text.text.isupper()  # "DIP BUY! LINK 11.20": there capitals make no name of a word
        found += [n for n in _beside(pieces, text) if not (loud and is_everyday(n.symbol.lower()))]
    found = [n for n in found if n.symbol.lower() not in STABLE]
    if not found or max([n.grade for n in found]) <= BARE:
        found = quoted_beside_a_side(pieces, text.text) or found or in_other_letters(pieces) or in_small_letters(pieces)
    if not found and listed and draft.of(SLOT.STOP):
        found = _listed(pieces, text, listed)
    symbol, rivals = choose(found, _in_its_sentence(draft, pieces) if len(found) > 1 else ())
    symbol = quoted_behind_its_side(symbol, pieces, text.text) if symbol is not None else None
    return symbol, rivals, max((n.grade for n in found), default=0)


def _beside(pieces: Sequence[Lexeme], text: Clean) -> list[Named]:
    """A bare ticker: it stands beside the side, behind "coin:", or alone on the first line."""
    written = text.text
    shouts = written.isupper()
    solid = [p for p in pieces if p.role not in _PICTURED]
    for at, piece in _labelled_first(solid, written):
        before = solid[at - 1].role if at else ROLE.LINE
        labelled = before is ROLE.SYMBOL and not _is_of_a_title(piece, solid[at - 1], written)
        if not (labelled or piece.text in COINS or written[piece.start : piece.end].isupper()):
            continue
        joined = _ends_joined(solid, at, written)
        after = solid[joined + 1].role if joined + 1 < len(solid) else ROLE.LINE
        heads = written[piece.end : piece.end + 1] == ":"
        coined = before is ROLE.LINE and piece.text in COINS and (after in _SIDES or (heads and after in _ORDERS))
        if piece.role in _NEVER_BARE and not coined:
            continue  # but "link long from 17.42", "near: stop to 7.1"
        goes_on = any(p.start == piece.end for p in solid[at + 1 : at + 2])
        if not piece.text.isalnum() or (len(piece.text) == 1 and (goes_on or written[piece.start - 1] == "/")):
            continue  # "Buy B2 @ 3.4", "G/J"
        if written[piece.end : piece.end + 1] in _BEFORE_A_CLASS and _names_a_class(piece.end + 1, written):
            continue
        if len(piece.text) == 1 and written[piece.start - 1 : piece.start] == "_" and at:
            at, piece = at - 1, solid[at - 1]  # noqa: PLW2901 - ES_F: a future, as Americans write it
        alone = before is ROLE.LINE and after is ROLE.LINE and at + 2 < len(solid)
        sided = (after in _SIDES or (before in _SIDES and after is not ROLE.WORD)) and (
            piece.role is ROLE.WORD or joined > at or before is ROLE.LINE or (piece.role is ROLE.FILLER and not shouts)
        )
        unknown = piece.role is ROLE.WORD and not is_everyday(piece.text)
        called = piece.role not in _SMALL or piece.text in COINS or heads
        if heads and (piece.role in _SMALL or is_everyday(piece.text)) and piece.text not in COINS:
            called = len(piece.text) == _SHORTEST  # "EU: SL to BE"; "NOTE: close half" names nothing
        ordered = (before is ROLE.LINE and after in _ORDERS and called) or (
            piece.role is ROLE.WORD and before in (ROLE.CANCEL, ROLE.CLOSE)
        )
        told = after is ROLE.CLOSED and piece.role is ROLE.WORD and written[piece.end : piece.end + 1] == ":"
        ordered = ordered or (before is ROLE.LINE and told and not is_everyday(piece.text))  # "MERL: closed"
        lead = solid[at - 1].text if at else ""
        headed_so = lead == "update" and after in (ROLE.LINK, ROLE.LINE)  # "UPDATE WET @Perp"
        ordered = ordered or (at == 1 and headed_so and unknown and not shouts)
        heads_han = before is ROLE.LINE and piece.role is ROLE.WORD and not text.text.isascii() and _is_han(solid, at)
        owned = lead in _OF and piece.role is ROLE.WORD and not text.text.isupper()  # "half of AR", "long on AR"
        placed = before is ROLE.LINE and after in (ROLE.LIMIT, ROLE.ENTRY, ROLE.WAIT)
        priced = before is ROLE.LINE and after is ROLE.PRICE and written[piece.end] == " " and not shouts
        placed = placed or (priced and _is_priced(solid, at))
        headed = labelled or (placed and (unknown or piece.text in COINS))
        titled = before is ROLE.LINE and not (headed or shouts) and _is_titled(solid, at, unknown=unknown)
        if titled or headed or alone or heads_han or owned or sided or ordered:
            cased = text.text[piece.start : piece.end]
            labelled = labelled and after is ROLE.LINE and len(cased) <= _SMALL_MAX  # "Coin: myx"
            labelled = labelled and piece.role is ROLE.WORD and not is_everyday(piece.text)
            name = _joined(solid, at, text) if sided else bare(piece.text, cased.upper() if labelled else cased)
            name = name and (_whole(solid, at, written) or name)
            name = (_torn(solid, at) if heads_han and not sided else None) or name
            if name is not None and name.symbol != "I" and (not owned or len(name.symbol) > 1):
                worded = before is not ROLE.SYMBOL and _is_a_word_too(piece, written) and not _is_foreign(solid, at)
                other = _behind_the_side(solid, at, text) if worded and after in _SIDES else None
                return [other or (name._replace(grade=WORDED) if worded or titled else name)]
    return []


def _names_a_class(at: int, written: str) -> bool:
    """ "RDS/A", "RDS.B": the part of such a name before its mark is none by itself."""
    return written[at : at + 1] in _CLASSES and not written[at + 1 : at + 2].isalnum()


def _is_of_a_title(piece: Lexeme, label: Lexeme, written: str) -> bool:
    """ "COIN OF THE DAY": behind the label of a name, with no colon between, a little word is none."""
    apart = written[label.end : piece.start].strip()
    return not apart and piece.text not in COINS and (piece.role in _SMALL or is_everyday(piece.text))


def _labelled_first(solid: Sequence[Lexeme], written: str) -> Iterator[tuple[int, Lexeme]]:
    """ "ORB LONG", and below it "Symbol: INFY": what a label names comes before a word that only stands by the side."""
    named = [at for at in range(1, len(solid)) if solid[at - 1].role is ROLE.SYMBOL]
    named = [at for at in named if written[solid[at - 1].end : solid[at].start].strip() in _LABELLING]
    yield from ((at, solid[at]) for at in named)
    yield from enumerate(solid)


def _is_priced(solid: Sequence[Lexeme], at: int) -> bool:
    """ "HDFCBANK 985 ke upar buy karo", "KITE 0.32 long": nothing but a price and its place stands before the side."""
    behind = next((p.role for p in solid[at + 1 : at + _PRICED_MAX] if p.role not in _BEFORE_A_SIDE), ROLE.LINE)
    return behind in _SIDES and len(solid[at].text) >= _LISTED_MIN


def _behind_the_side(solid: Sequence[Lexeme], at: int, text: Clean) -> Named | None:
    """ "MONTHLY CALL BUY TITAN 3390": what stands in capitals behind the side, where the word before it is one."""
    piece = solid[at + 2] if at + 2 < len(solid) else solid[at]
    behind = solid[at + 3].role if at + 3 < len(solid) else ROLE.LINE
    if piece.role is not ROLE.WORD or is_everyday(piece.text) or behind is ROLE.WORD:
        return None
    return bare(piece.text, text.text[piece.start : piece.end])


def _is_titled(solid: Sequence[Lexeme], at: int, *, unknown: bool) -> bool:
    """ "HIGH Trade Setup", "XPIN - Day Trade Setup": a name in capitals before the head of a call in two words."""
    behind = at + 1 + (solid[at + 1].text == "-" if at + 1 < len(solid) else 0)
    row = [p.role for p in solid[behind : behind + 2]]
    return row == [ROLE.HEADING, ROLE.HEADING] and solid[at].role is ROLE.WORD and (unknown or solid[at].text in WORDY)


def _is_a_word_too(piece: Lexeme, written: str) -> bool:
    """TAKE, OPEN, FREE: coins are called so, and beside a side it is said as often in capitals."""
    if piece.text in COINS or piece.text in SHORT or written[piece.end : piece.end + 1] == "_":
        return False
    if len(piece.text) == 1 and written[piece.start - 1 : piece.start] in _HASHES:
        return False  # "#H LONG"
    return piece.role is not ROLE.WORD or is_everyday(piece.text)


def _is_foreign(solid: Sequence[Lexeme], at: int) -> bool:
    """ "THE 多": beside a side in another script a Latin word is a name."""
    sides = (p for p in solid[max(0, at - 1) : at + 2] if p.role in _SIDES)
    return any(p.text[0] > FOREIGN_FROM for p in sides)


def _ends_joined(solid: Sequence[Lexeme], at: int, written: str) -> int:
    """Where a name ends whose second half is glued to it by a hyphen or an ampersand: BAJAJ-AUTO, M&M."""
    piece, behind = solid[at], solid[at + 1] if at + 1 < len(solid) else solid[at]
    apart, half = written[piece.end : behind.start], written[behind.start : behind.end]
    joins = apart == "&" or (apart == "-" and piece.role is ROLE.WORD and behind.role is ROLE.WORD)
    beside = (solid[at - 1].role if at else ROLE.LINE, solid[at + 2].role if at + 2 < len(solid) else ROLE.LINE)
    joins = joins and any(role in _SIDES for role in beside)
    return at + 1 if joins and half.isalpha() and half.isupper() else at


def _whole(solid: Sequence[Lexeme], at: int, written: str) -> Named | None:
    """L&T, BAJAJ-AUTO, TV18BRDCST: what is written in one, where only a half of it would be taken for the name."""
    piece, before = solid[at], solid[at - 1] if at else None
    first, last = piece.start, piece.end
    if before is not None and before.role is ROLE.WORD and first - before.end <= 1 and before.text.isascii():
        apart = written[before.end : first]
        first = before.start if apart in _WITHIN or (apart == "_" and piece.text not in COINS) else first
    if written[last : last + 1] == "&" and at + 1 < len(solid) and solid[at + 1].start == last + 1:
        last = solid[at + 1].end
    last = max(last, solid[_ends_joined(solid, at, written)].end)
    count = solid[at + 1] if at + 1 < len(solid) else piece
    if count.start == last and count.text.isdigit() and len(count.text) <= _COUNT_MAX and _is_han(solid, at):
        name = written[first : count.end].upper()  # "Port3 多"
        return Named(name, name, BARE)
    name = written[first:last].upper()
    return Named(name, name, BARE) if last - first > piece.end - piece.start and name == written[first:last] else None


def _torn(solid: Sequence[Lexeme], at: int) -> Named | None:
    """ "MOO DENG 空": two words that mean nothing before a Chinese side: one coin torn apart, or its name and more."""
    piece, behind, side = (*solid[at : at + 3], *[solid[at]] * 2)[:3]
    apart = behind.start - piece.end == 1 and behind.role is ROLE.WORD and behind.text.isascii()
    if not apart or side.role not in _SIDES or piece.text in COINS or is_everyday(behind.text):
        return None
    name = piece.text + behind.text
    return Named(name.upper(), name.upper(), BARE if name in COINS else WORDED)


def _is_han(solid: Sequence[Lexeme], at: int) -> bool:
    """ "TRUMP 14.2挂多": a side in Chinese on the line that a Latin word begins."""
    row = takewhile(lambda p: p.role is not ROLE.LINE, solid[at + 1 : at + 5])
    return any(p.role in _SIDES and not p.text.isascii() for p in row)


def _listed(pieces: Sequence[Lexeme], text: Clean, listed: Set[str]) -> list[Named]:
    """Words in capitals that mean nothing else and that the venue trades: beside a stop, and for a human to judge."""
    written = ((p.text, text.text[p.start : p.end]) for p in pieces if p.role is ROLE.WORD)
    names = (bare(word, cased) for word, cased in written if len(word) >= _LISTED_MIN and word not in WORDY)
    return [name._replace(grade=LISTED) for name in names if name is not None and name.symbol in listed]


def _joined(solid: Sequence[Lexeme], at: int, text: Clean) -> Named | None:
    """ "KA ITO 多": a ticker torn apart to slip past a filter, glued again before a Chinese side."""
    piece = solid[at]
    name = bare(piece.text, text.text[piece.start : piece.end])
    after = solid[at + 1] if at + 1 < len(solid) else None
    before = solid[at - 1] if at else None
    if name and after and before and after.role in _SIDES and not after.text.isascii() and before.role is not ROLE.LINE:
        first = bare(before.text, text.text[before.start : before.end])
        if first is not None and piece.start - before.end == 1:
            return Named(first.symbol + name.symbol, first.symbol + name.symbol, name.grade)
    return name


def _in_its_sentence(draft: Draft, pieces: Sequence[Lexeme]) -> list[Named]:
    """The names in the sentence that gives the side, the nearest first."""
    if not draft.sides:
        return []
    side = draft.sides[0]
    ends = [p.start for p in pieces if p.role is ROLE.LINE or p.text in ".;!?"]
    first = max((end for end in ends if end < side.start), default=-1)
    last = min((end for end in ends if end > side.start), default=side.end + TEXT_MAX)
    inside = (t for t in draft.tickers if first < t.start < last)
    nearest = sorted(inside, key=lambda t: max(side.start - t.end, t.start - side.end))
    return [t.named for t in nearest if t.named is not None]
