"""Know where "close" tells how near something is, or when a market ends: "SL was close", "exit at the close".

Separate from the verbs of leaving, because it is the same word, and only what stands right beside it tells: "so close
to TP" must end no trade, and "near hit TP" has reached nothing.
"""

from __future__ import annotations

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

_CLOSE, _NEARLY, _ALMOST = "close", "near", "almost"
HOW_NEAR = frozenset((_CLOSE, _NEARLY))
_NEAR, _ENDINGS = frozenset(listed("HOW_NEAR")), frozenset(listed("AT_THE_END"))
_AROUND = 3
_BEHIND = frozenset((Role.LINE, Role.MARK, Role.TICK, Role.BUT, Role.AND, Role.TO, Role.IF))
_BESIDE = frozenset(("by", "there", "again", "today", "this", "but"))


def nearness_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """Behind a word for being or for how much, and with nothing behind it that could be closed, it is no verb."""
    for at in range(1, len(pieces)):
        if pieces[at].text == _CLOSE and pieces[at].role is ROLE.CLOSE and _ends(pieces, at):
            before = " ".join([p.text for p in pieces[max(0, at - _AROUND) : at] if p.role is not ROLE.TICKER]).split()
            last, both = "".join(before[-1:]), " ".join(before[-2:])
            if both in _ENDINGS or last in _ENDINGS:
                pieces[at] = pieces[at].recast(ROLE.LATER)
            elif both in _NEAR or last in _NEAR:
                pieces[at] = pieces[at].recast(ROLE.FILLER)
    for at in range(len(pieces) - 1):
        if pieces[at].text == _NEARLY and pieces[at].role is ROLE.ZONE and pieces[at + 1].role is ROLE.HIT:
            near = pieces[at]
            pieces[at] = Lexeme(ROLE.WORD, _ALMOST, near.start, near.end)  # "UNI near hit TP1"; NEAR is a coin
    return pieces


def _ends(pieces: list[Lexeme], at: int) -> bool:
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    return behind is None or behind.role in _BEHIND or behind.text in _BESIDE
