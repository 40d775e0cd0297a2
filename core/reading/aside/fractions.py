"""Leave out the numbers that count something else: "9 of 9 conditions", "Targets (3 goals)", "Entry (2-phase)".

Separate from the scores, which a word before them announces: here only what stands behind the number tells that it
counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.aside.remarks import set_aside
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed

COUNTING = frozenset((*(words.split()[0] for words in listed("OUT_OF")), "/", "(", "-"))
"""Without one of these nothing is counted so."""
_OUT_OF = frozenset((*listed("OUT_OF"), "/"))
_COUNT_MAX, _WORDS_MAX, _SHORT = 20, 2, 2
_LABELLED = (Role.ENTRY, Role.STOP, Role.TARGET, Role.BUY, Role.SELL)
_COUNTABLE = (Role.WORD, Role.FILLER, Role.ANALYSIS, Role.HEADING)


def counts_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """Fractions ("9 of 9 checks"), and numbers that count the word they are joined to or that closes their bracket."""
    return _counts_before_words_aside(_fractions_aside(pieces))


def _fractions_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Passed 9 of 9 checks", "7/8 filters": how many of them hold, on a line without a label."""
    for at in range(1, len(pieces) - 2):
        if pieces[at].text not in COUNTING or not _counts(pieces, at - 1):
            continue
        last = at + 1
        while last - at <= _WORDS_MAX and last + 1 < len(pieces) and pieces[last].role in (ROLE.WORD, ROLE.FILLER):
            last += 1
        between = " ".join(p.text for p in pieces[at:last])
        if between not in _OUT_OF or last + 1 == len(pieces) or not _counts(pieces, last):
            continue
        follows, whole, part = pieces[last + 1], pieces[last].value, pieces[at - 1].value
        if part and whole and part <= whole and follows.role in _COUNTABLE and not _is_labelled(pieces, at):
            set_aside(pieces, at - 1)
            set_aside(pieces, last)
    return pieces


def _counts_before_words_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "2-phase entry": joined to a word; "Targets (swing, 3 targets)": the last but one of its bracket."""
    opened, aims = False, False
    for at, piece in enumerate(pieces[:-2]):
        opened = (opened or piece.text == "(") and piece.text != ")" and piece.role is not ROLE.LINE
        aims = (aims or piece.role is ROLE.TARGET) and piece.role is not ROLE.LINE
        if not _counts(pieces, at):
            continue
        joined, word = pieces[at + 1], pieces[at + 2]
        compound = joined.text == "-" and joined.start == piece.end and word.start == joined.end
        compound = compound and word.role in _COUNTABLE and len(word.text) > _SHORT and word.text.isalpha()
        if compound or (opened and aims and joined.role is ROLE.TARGET and word.text == ")"):
            set_aside(pieces, at)
    return pieces


def _counts(pieces: Sequence[Lexeme], at: int) -> bool:
    """A small whole number."""
    piece = pieces[at]
    counts = piece.role in (ROLE.PRICE, ROLE.INDEX) and piece.text.isdigit() and piece.value is not None
    return counts and 0 < int(piece.text) <= _COUNT_MAX


def _is_labelled(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a label of the plan stands before it on its line."""
    while at and pieces[at - 1].role is not ROLE.LINE:
        at -= 1
        if pieces[at].role in _LABELLED:
            return True
    return False
