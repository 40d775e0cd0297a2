"""Read a post of one word: "BE", "SL ❌", "TP1", "close!".

Separate from the follow-ups, because nothing beside the word says what it is about: a label by itself
is a report or a wish, and a verb by itself may be a cheer, an idiom or an answer in a talk.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.handling.clauses import Clause
from core.reading.handling.reports import BESIDE, CUT
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.text.tokens import SHAPE, shape_of
from core.reading.words.lexicon import listed
from core.signals import ACT, Act, Instruction

_LABELS = {Role.EVEN: Act.BREAK_EVEN, Role.STOP: Act.STOP_HIT, Role.TARGET: Act.TARGET_HIT}
_SAME = frozenset((*listed("SAME"), *listed("REMEMBER")))
_VERBS = (Role.CLOSE, Role.PART, Role.HALF, Role.CANCEL, Role.REMOVE)
_BESIDE_A_VERB = frozenset(
    (
        *(Role.FILLER, Role.MARK, Role.TICK, Role.LINE, Role.UP, Role.DOWN, Role.BUT, Role.NOT),
        *(Role.HOLD, Role.RUNNER),  # "👍 close 👎 hold"
    )
)
_NEAR = "close"
_HELD = frozenset((Role.RUNNER, Role.BUY, Role.SELL))
_LOST = tuple(frozenset((Role.STOP, lost)) for lost in (Role.DISTANCE, Role.REWARD, Role.PERCENT))

_GIVERS = frozenset(listed("GIVERS"))
_SIGNING = frozenset((Role.WORD, Role.FILLER, Role.MARK, Role.LINK, Role.IDENT, Role.INDEX))
_NAMING = frozenset((Role.TICKER, Role.MARK, Role.FILLER))

IDLE = frozenset((Role.FILLER, Role.MARK, Role.TICK))
GAINED = IDLE | {Role.DISTANCE, Role.PERCENT, Role.REWARD}
"""What may stand beside a label without taking part in what it says."""


def only_signs(clause: Clause) -> bool:
    """ "[trader#C]", a link to the call: who writes and what about, on a line of its own, and nothing of the trade."""
    words = [p.text for p in clause.pieces if p.role is ROLE.WORD and len(p.text) > 1]
    return clause.roles <= _SIGNING and (_GIVERS.issuperset(words) if words else ROLE.LINK in clause.roles)


def only_names(clause: Clause) -> bool:
    """ "OPUSDT" on a line of its own."""
    return ROLE.TICKER in clause.roles and clause.roles <= _NAMING


def is_lost(parts: Sequence[Clause]) -> bool:
    """ "SL, -30 pips": what was lost stands beside the label."""
    stopped = any(ROLE.STOP in c.roles and ROLE.PRICE not in c.roles for c in parts)
    return stopped and any(p.text == "-" and q.role in GAINED for c in parts for p, q in pairwise(c.pieces))


def labelled(clause: Clause) -> Instruction | None:
    """What a label says that has nothing of its own beside it."""
    if any(p.text in _SAME for p in clause.pieces):
        return None  # "same SL", "don't forget your stop loss"
    if any(p.role is ROLE.FILLER and p.text.endswith(_NEAR) for p in clause.pieces):
        return None  # "SL is close": how near the price has come
    meant = clause.roles - BESIDE
    if ROLE.EVEN in meant and not meant.isdisjoint(_HELD):
        meant -= _HELD | {ROLE.ZONE, ROLE.ALL}  # "runners at BE", "gold buys: BE"
    elif meant in _LOST and _tells_a_loss(clause):
        meant = frozenset((Role.STOP,))
    if meant == {ROLE.STOP} and any(p.role is ROLE.INDEX and p.value == 0 for p in clause.pieces):
        return Instruction(ACT.BREAK_EVEN)  # "SL a 0"
    act = _LABELS.get(next(iter(meant))) if len(meant) == 1 and clause.hedge is None else None
    if act is ACT.STOP_HIT and any(p.text.startswith(CUT) for p in clause.pieces):
        return Instruction(ACT.CLOSE)
    return Instruction(act, target=clause.index if act is ACT.TARGET_HIT else None) if act else None


def _tells_a_loss(clause: Clause) -> bool:
    """ "-25 pips, SL", "SL -1%": with a room before the sign and none behind it, "SL - 25 pips" being a level."""
    row = clause.pieces
    last = row[-1].role is ROLE.STOP
    return any(
        q.text == "-" and (last or ((p.end < q.start or p.text == "(") and q.start == r.start - 1))
        for p, q, r in zip((row[0], *row), row, row[1:], strict=False)
    )


def lone_verb(parts: Sequence[Clause]) -> Lexeme | None:
    """ "Close!", "so close", "close, but no", "half": the verb of a post that says no more than that."""
    spoken = [p for clause in parts for p in clause.pieces if p.role not in _BESIDE_A_VERB]
    if len(spoken) != 1 or spoken[0].role not in _VERBS or len(spoken[0].text.split()) > 1:
        return None
    return None if shape_of(spoken[0].text) is SHAPE.HAN else spoken[0]  # 先减三成 is a sentence
