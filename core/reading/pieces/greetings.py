"""Leave out how a post greets and thanks: "Guys, ...", "🔥🔥 ...", "... 🙏", "... Good luck everyone".

Separate, because many a rule asks what a post begins or ends with, and a greeting before "draft" or a picture behind
"cancelled" would hide it from all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import TICKS
from core.reading.roles import ROLE
from core.reading.words.lexicon import listed

_GREETING = frozenset(word for phrase in listed("GREETINGS") for word in phrase.split())
_THANKING = frozenset(word for phrase in listed("COURTESIES") for word in phrase.split())
_POLITE = frozenset(listed("POLITE"))
_WORDS_MAX = 6
"""A longer one says something."""
_PARTING, _BARS = frozenset(",!."), frozenset("|/")
_WEIGHTY = frozenset("❌✖❎✗✘🚫⛔🛑❓⁉👍👎🅰🅱⏳⌛🔒↩↪❔✂⏸⏹🏁🎯📍🔻🔺")
"""Pictures that say something by themselves."""
_LEADING = frozenset("-!")
"""What may stand before the first word without meaning anything: the dash of a list, the rest of "!!"."""
_SOON_WITHIN = 3
"""So near behind a tick a word of the future takes back that it is done."""
_NAMING = (ROLE.TICKER, ROLE.BUY, ROLE.SELL, ROLE.INDEX, ROLE.FILLER, ROLE.MARK)
"""What may stand between a tick and the target that it says is reached."""
_REACHED = (ROLE.TARGET, ROLE.HIT, ROLE.PRICE, ROLE.PIPS)


def without_greetings(pieces: list[Lexeme]) -> list[Lexeme]:
    """The pieces between the greeting and the thanks; all of them where nothing else would be left."""
    begin, end = _behind_greetings(pieces), _before_thanks(pieces)
    return pieces[begin:end] if (begin or end < len(pieces)) and begin < end else pieces


def _behind_greetings(pieces: Sequence[Lexeme]) -> int:
    begin = 0
    while begin < len(pieces):
        if _is_a_vote(pieces, begin):
            return begin
        piece = pieces[begin]
        led = _only_adorns(pieces, begin) or piece.text in _LEADING or piece.text in _POLITE
        if led or (begin and piece.role is ROLE.LINE):
            begin += 1
            continue
        words = begin
        while words < min(len(pieces), begin + _WORDS_MAX) and _is_of(pieces[words], _GREETING):
            words += 1
        behind = pieces[words] if words < len(pieces) else None
        if words == begin or behind is None or not (_parts(behind) or behind.role is ROLE.LINE or behind.text == ":"):
            return begin
        begin = words + 1
    return begin


def _before_thanks(pieces: Sequence[Lexeme]) -> int:
    end = len(pieces)
    while end:
        if _adorns(pieces[end - 1]) or pieces[end - 1].text == "!" or pieces[end - 1].role is ROLE.LINE:
            end -= 1
            continue
        words = end
        while words > max(0, end - _WORDS_MAX) and _is_of(pieces[words - 1], _THANKING):
            words -= 1
        before = pieces[words - 1] if words else None
        if words == end or before is None or not (_parts(before) or before.role is ROLE.LINE) or before.text == ",":
            return end  # "the bot moved the stop, thanks" tells what it did
        if before.text == "." and (words < 2 or pieces[words - 2].role is not ROLE.MARK):
            return words  # a full stop ends what stands before it
        end = words - 1
    return end


def _is_a_vote(pieces: Sequence[Lexeme], begin: int) -> bool:
    """ "🔥 SL to BE | ❤️ close half": a picture for each answer."""
    return _adorns(pieces[begin]) and any(bar.text in _BARS and _adorns(p) for bar, p in pairwise(pieces[begin:]))


def _parts(piece: Lexeme) -> bool:
    return piece.role is ROLE.MARK and (piece.text in _PARTING or _adorns(piece))


def _adorns(piece: Lexeme) -> bool:
    """A picture that only decorates."""
    return piece.role is ROLE.MARK and piece.text[0] >= "\u2600" and piece.text[0] not in _WEIGHTY


def _only_adorns(pieces: Sequence[Lexeme], begin: int) -> bool:
    """A picture that only decorates, as a tick does before all but what it says is reached: "✅ Close half at TP1"."""
    piece = pieces[begin]
    if piece.role is not ROLE.TICK:
        return _adorns(piece)
    behind = pieces[begin + 1 :]
    return bool(behind) and piece.text in TICKS and not _tells_of_a_target(behind)


def _tells_of_a_target(behind: Sequence[Lexeme]) -> bool:
    """ "✅ TP1", "✅ 2390": what the tick says is reached; "✅ the target ..." and "✅ TP1 soon" say no such thing."""
    told = next((p.role for p in behind if p.role not in _NAMING), ROLE.TARGET)
    named = told in _REACHED and (told is ROLE.TARGET or behind[0].role is not ROLE.FILLER)
    return named and all(p.role is not ROLE.LATER for p in behind[:_SOON_WITHIN])


def _is_of(piece: Lexeme, words: frozenset[str]) -> bool:
    told = piece.role is ROLE.WORD or piece.role is ROLE.FILLER
    return told and all(word in words for word in piece.text.split())
