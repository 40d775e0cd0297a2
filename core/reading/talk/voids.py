"""Know what a line says by itself against a plan or an order beside it: it has expired, was sent by mistake, is a rule.

Separate from the words that hedge an order in its own sentence, because these stand apart from it: "wrong pair" on a
line of its own withdraws the call, and "the wrong side of the market" in a comment does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from core.reading.handling.refusals import DOUBTED
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.talk.sentences import ELSEWHERE, FORCELESS
from core.reading.text.hygiene import Clean
from core.reading.words.lexicon import listed
from core.signals import Reason

_HAN = "\u3040"
_PICTURES_FROM = "\U0001f000"
"""Pictures part what is said against a plan: "the bot says so 👇 and I pass, CPI soon"; an arrow may label."""


def _in_pieces(table: str) -> frozenset[str]:
    """As they are listed, and as a post's pieces spell what an apostrophe joins ("d'un élève" is "d un eleve")."""
    words = listed(table)
    return frozenset((*words, *(text.replace("'", " ") for text in words)))


_VOIDING = _in_pieces("VOIDS")
_FIRSTS = frozenset(words.split()[0] for words in _VOIDING)
"""Without one of these in it no sentence need be looked at."""
_HAN_VOIDING = tuple(words for words in _VOIDING if words >= _HAN)
_SHORT, _LONG = 4, 7
"""So many words of a sentence, and it may stand anywhere in it; so many, and it stands at the beginning."""
_ENDS = frozenset(".!?;-–—|()[]")
_OTHERWISE = frozenset((Role.PRICE, Role.DISTANCE, Role.IF))
"""Of a level, or of what would void it: "invalid if 4020 breaks"."""
_MARKS = (Role.MARK, Role.TICK)
_QUIET = (*_MARKS, Role.FILLER, Role.INDEX, Role.PRICE)
_HEDGES = frozenset((*FORCELESS, *ELSEWHERE, Role.MAY, Role.YOU_CAN, Role.LATER, Role.LESSON, Role.WAIT))
_HEDGING_ALONE = _HEDGES | {Role.FILLER, Role.MARK, Role.TIME, Role.CLOCK}
_WITHIN, _TIMES = frozenset(listed("WITHIN")), frozenset((Role.TIME, Role.CLOCK))
_WHEN = _TIMES | {Role.WORD, Role.FILLER, Role.MARK}
_OF_PRICES = frozenset((Role.PRICE, Role.DISTANCE, Role.TARGET, Role.STOP, Role.ENTRY))
_ASKED_FOR = frozenset(
    (
        *(Role.CLOSE, Role.CLOSED, Role.CANCEL, Role.MOVE, Role.HALF, Role.PART, Role.EVEN, Role.REMOVE, Role.ADD),
        *(Role.BUY, Role.SELL),
    )
)
_STOPS, _BEYOND = frozenset(".;"), frozenset((Role.IF, Role.ABOVE, Role.BELOW, Role.BREAKOUT))
_NUMBERS = frozenset((Role.PRICE, Role.IDENT))
_VOIDING_ALONE = _in_pieces("VOIDS_ALONE")
_UNDOING = _in_pieces("UNDOING")


def taken_back(pieces: Sequence[Lexeme], roles: frozenset[Role], text: Clean) -> Iterator[Reason]:
    """The first sentence that says against the whole plan what no level says, or under which condition it is off.

    "Entry cancelled if 1H closes above 65k" no order at a venue keeps; that its target comes first the desk minds.
    """
    voiding = (said for said in _apart(pieces, _ENDS, pictures=True) if _voids(said) and not _heads_a_list(said, text))
    for said in islice(voiding, 1):
        yield Reason("it may no longer be meant", *text.span(said[0].start, said[-1].end))
    if ROLE.CANCEL in roles:
        for said in islice(filter(_withdraws, _apart(pieces, _STOPS)), 1):
            yield Reason(DOUBTED[ROLE.CANCEL], *text.span(said[0].start, said[-1].end))


def _heads_a_list(said: Sequence[Lexeme], text: Clean) -> bool:
    """ "Loss (with 20x lev):", and below it what each stop would cost."""
    behind = text.lower[said[-1].end :].partition("\n")[0].strip()
    return behind.startswith("(") and behind.endswith(":")


def _withdraws(said: Sequence[Lexeme]) -> bool:
    roles = {p.role for p in said}
    waits = not roles.isdisjoint(_BEYOND) and not roles.isdisjoint(_NUMBERS)
    return ROLE.CANCEL in roles and waits and ROLE.TARGET not in roles


def undone(pieces: Sequence[Lexeme], text: Clean) -> Iterator[Reason]:
    """ "Maybe. Close half", and "Rule 3" above "SL to entry": a sentence that only takes the force from an order."""
    for said in islice(filter(_undoes, _apart(pieces, _ENDS | {":"})), 1):
        yield Reason("it may not be meant now", *text.span(said[0].start, said[-1].end))


def _apart(pieces: Sequence[Lexeme], ends: frozenset[str], *, pictures: bool = False) -> Iterator[Sequence[Lexeme]]:
    """What stands between the ends of lines and sentences, also in brackets or behind a dash."""
    first = 0
    for at, piece in enumerate(pieces):
        if (
            piece.role is ROLE.LINE
            or piece.text in ends
            or (pictures and piece.role is ROLE.MARK and piece.text > _PICTURES_FROM)
        ):
            if first < at:
                yield pieces[first:at]
            first = at + 1
    if first < len(pieces):
        yield pieces[first:]


def _undoes(said: Sequence[Lexeme]) -> bool:
    roles = {p.role for p in said}
    if roles <= _HEDGING_ALONE and not roles.isdisjoint(_HEDGES):
        return True
    if said[0].role is ROLE.IF and not roles.isdisjoint(_OF_PRICES) and roles.isdisjoint(_ASKED_FOR):
        return True  # "Once price is above 150. Close half": the order waits for the sentence before it
    if len(said) <= _SHORT and roles <= _WHEN and not roles.isdisjoint(_TIMES) and _within(said):
        return True  # "In 2 hours. Close half"
    return any(" ".join(p.text for p in said if p.role not in left_out) in _UNDOING for left_out in (_MARKS, _QUIET))


def _voids(said: Sequence[Lexeme]) -> bool:
    if not _OTHERWISE.isdisjoint([p.role for p in said]) or (len(said) == 1 and said[0].role is ROLE.FILLER):
        return False  # "this is no financial advice" is one phrase, and begins as "this is no signal" does
    words = [word for p in said if p.role not in _MARKS for word in p.text.split()]
    if words and words[0] >= _HAN:
        whole = "".join(words)
        return whole in _VOIDING_ALONE or (len(whole) <= _LONG * 2 and any(void in whole for void in _HAN_VOIDING))
    if len(words) > _LONG:
        comma = next((at for at, p in enumerate(said) if p.text == ","), 0)
        return 0 < comma <= _LONG and _voids(said[:comma])
    if len(words) <= _SHORT and " ".join(words) in _VOIDING_ALONE:
        return True  # "Out" by itself, and no "check it out"
    if _FIRSTS.isdisjoint(words):
        return False
    starts = range(len(words)) if len(words) <= _SHORT else (0,)
    return any(" ".join(words[at:end]) in _VOIDING for at in starts for end in range(at + 1, len(words) + 1))


def _within(said: Sequence[Lexeme]) -> bool:
    """Of a word or two, since "dentro de" may be two pieces; the Chinese one stands behind its time."""
    return " ".join(p.text for p in said[:2]) in _WITHIN or any(p.text in _WITHIN for p in said)
