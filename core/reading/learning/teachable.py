"""What an owner may make a word mean, and what no dialect may hold: "not" never becomes a buy.

Separate from the words in use, because it judges a rule before it is kept, knows which words refuse a
post, and is asked by the configuration and the teacher alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.handling.refusals import DOUBTED, REFUSED
from core.reading.roles import Role
from core.reading.text.hygiene import clean
from core.reading.text.tokens import Shape, shape_of, tokenize
from core.reading.words.lexicon import han_pieces, longest
from core.reading.words.own_words import parts_of

_MUTING = frozenset((*REFUSED, *DOUBTED, Role.YOU_CAN, Role.REMOVE, Role.FILLED, Role.LATER))
"""What keeps a post from trading, or has it asked about: a word for it is never made to trade."""
_HUSHING = frozenset((Role.NOT, Role.IF, Role.WILL, Role.MAY, Role.QUESTION, Role.LESSON, Role.RECAP))
"""What such a word may still be taught to mean: no complete plan is opened beside one of these."""
_FIRM = frozenset((Role.BUY, Role.SELL, Role.ENTRY, Role.STOP, Role.TARGET))
"""A word for one of these is never turned into another."""
_OTHER_SIDE = {Role.BUY: Role.SELL, Role.SELL: Role.BUY}
_BY_LETTER = frozenset(("no", "hold"))
"""A ticket number ("No. 17") and an open target ("TP3 hold") in the vocabulary, and a no everywhere else."""
_NO_WORDS = {
    Shape.NUMBER: "a number is no word",
    Shape.INDEX: "a list number is no word",
    Shape.LINE: "it must stand on one line",
    Shape.LINK: "a link or a handle is never read",
}


def objection(phrase: str, role: Role | None) -> str | None:
    """Why a dialect may not hold this phrase, in words for its owner; None when it may. ``role`` None: a name."""
    parts = parts_of(phrase)
    for part in parts:
        if shape_of(part) in _NO_WORDS:
            return _NO_WORDS[shape_of(part)]
    if not any(shape_of(part) in (Shape.WORD, Shape.HAN) or not part.isascii() for part in parts):
        return "nothing in it is a word"
    said = _said(phrase, parts)
    if role not in _HUSHING and not (_BY_LETTER.isdisjoint(parts) and _MUTING.isdisjoint(said)):
        return "the reader knows it as a word that keeps a post from trading, and that is never taught away"
    turned = next((known for known in said if known is not role and _is_firm(known, said, role)), None)
    return f"the reader knows it as a word for {turned.name.lower()}, and that is never turned" if turned else None


def _is_firm(known: Role, said: Sequence[Role], role: Role | None) -> bool:
    """Whether that part of the phrase forbids the new meaning: "sell now" is never a buy, "stop" nothing else."""
    return (role is not None and _OTHER_SIDE.get(role) is known) or (len(said) == 1 and known in _FIRM)


def _said(phrase: str, parts: tuple[str, ...]) -> list[Role]:
    """What the languages know in a phrase, also the words that are read together with others."""
    tokens = tokenize(clean(phrase))
    said: list[Role | str | None] = [
        found[0] for at in range(tokens.size) if (found := longest(tokens, at)) is not None
    ]
    said += [meaning for part in parts if shape_of(part) is Shape.HAN for meaning, _, _ in han_pieces(part)]
    return [meaning for meaning in said if isinstance(meaning, Role)]
