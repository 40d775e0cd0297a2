"""Say what is wrong with a call: nothing here mends it.

A contradiction - a stop on the wrong side, a target behind the entry, a decimal off by ten -
is understood and put to a human (threats H01 and H02). Separate from the reading of fields,
because this list only ever grows, by an incident a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, WITH_MARKET, Draft, Point, Slot
from core.reading.pieces.scale import COMMA, SHORT, SLIP
from core.reading.pieces.sequence import turns_back
from core.reading.plan.proportions import (
    REWARD_MAX,
    REWARD_OF_A_PAIR_MAX,
    STOP_DISTANCE_MAX,
    reward_faults,
    room_for,
    stop_faults,
    target_faults,
    target_scale_faults,
)
from core.reading.reasons import reason
from core.reading.roles import ROLE, Role
from core.reading.words.catalogue import INDICES, INSTRUMENTS, PAIRS, has_traded_at
from core.reading.words.facts import LISTED, WORDED
from core.reading.words.lexicon import listed
from core.signals import NO_STOP, AtMarket, AtPrice, Entry, InZone, Ladder, Level, Percent, Reason, TargetLevel
from core.vocabulary import Side

_JOINED_MIN, _JOINED_NEAR = 4, 50
TARGETS_FOR_A_SIDE = 2
"""A named entry, a stop on one side and so many named targets on the other leave no doubt which side is meant."""
LEVERAGE_MAX, _UNLEVERED = Decimal(125), Decimal(1)
BREAKOUTS_MAX = 2
"""Cornix takes as many (its help, article 5814956); more are a list of something else."""
RUIN_MAX = Decimal(10)
"""A stop this many margins away lies far beyond liquidation: the number is wrong or the call is."""
_ZONE_MAX = Decimal("1.25")
_BROKERED = INSTRUMENTS | frozenset(map(str.lower, PAIRS))
_NEAR = Decimal("1.2")
_BESIDE_MAX = 3
"""So many letters stand between two pieces with a mark between them."""
_POINTS = listed("POINTS")
_LABELLED, _RANGED = ("first", "index"), ("range", "slash")
_ENTERED, _WAITING = (Slot.ENTRY, Slot.SIDE), (Role.LIMIT, Role.BREAKOUT)
_GAP_MAX, _SPREADS_MAX = Decimal("0.05"), 12
"""Without an entry: so far from the first target, and so many times as far as the targets lie apart."""
SIDES = {1: Side.LONG, -1: Side.SHORT}
"""The side of a sign."""


@dataclass(slots=True)
class Found:
    """The fields of a call before judgement. ``sign``: +1 long, -1 short, 0 unsaid."""

    sign: int
    said: bool
    symbol: str | None
    rivals: tuple[str, ...]
    graded: int
    entry: Entry
    entries: tuple[Decimal, ...]
    stops: tuple[Point, ...]
    stop: Level | None
    targets: tuple[TargetLevel, ...]
    priced: tuple[Decimal, ...]
    leftovers: tuple[Point, ...]
    at_market: bool
    unsure: str = ""

    @property
    def has_plan(self) -> bool:
        """Whether a stop stands beside an entry or targets: a message somebody could trade by itself."""
        placed = bool(self.entries) or self.at_market or self.said
        return self.is_complete or (placed and bool(self.stops) and bool(self.targets or self.entries))

    @property
    def is_complete(self) -> bool:
        """Whether it says everything: which instrument, which side, where in, where out, and where to."""
        placed = bool(self.entries) or self.at_market
        return placed and self.said and self.symbol is not None and bool(self.stop and self.targets)

    def is_near(self, value: Decimal) -> bool:
        """Whether a number that is no level of the plan could be taken for one."""
        levels = (*self.entries, *self.priced, *(p.value for p in self.stops))
        return bool(levels) and min(levels) < value * _NEAR and value < max(levels) * _NEAR


def _name_faults(found: Found) -> list[str]:
    said: list[str] = []
    if found.symbol is None:
        said.append("no instrument is named")
    elif found.rivals:
        said.append(f"several instruments are named: {found.symbol}, {', '.join(found.rivals[:4])}")
    elif not (found.symbol.isascii() and found.symbol.isalnum()):
        said.append("the instrument's name is not plain letters")
    elif found.graded == LISTED:
        said.append("only the venue's list says that this is an instrument")
    elif found.graded == WORDED:
        said.append("the instrument's name may be a word")
    return said


def _unsure(draft: Draft, found: Found) -> list[str]:
    if draft.distances and (found.symbol or "").lower() not in INDICES and any(map(_is_in_points, draft.distances)):
        return ["how much a point is here, is not said"]
    if found.unsure == COMMA:
        return ["a comma may stand for thousands or for a decimal point"]
    if found.unsure == SHORT:
        return ["short figures may count pips"]
    if found.unsure == SLIP:
        return ["one price may lack its thousands"]
    return []


def doubts(draft: Draft, found: Found, levers: Sequence[Decimal]) -> list[Reason]:
    """Everything that keeps this call from being opened unattended."""
    said = _name_faults(found)
    if not found.said and not _tells_its_side(draft, found):
        said.append("no word says buy or sell" if not found.sign else "only the levels say which side")
    elif len({s.role for s in draft.sides}) > 1 or (draft.turned and (found.symbol or "").lower() in _BROKERED):
        said.append("both buy and sell are named")
    if ROLE.SPOT in draft.kinds and found.said and found.sign < 0:
        said.append("nobody sells short on the spot market")
    if found.stop is None:
        said.append(NO_STOP)
    lost = not found.targets or _awaits_a_price(draft) or any(map(found.is_near, draft.aside))
    if lost and not found.entries and not found.at_market:
        said.append("it does not say to enter now")
    said += _unsure(draft, found)
    if not has_traded_at(found.symbol, (*found.entries, *found.priced) or _alone(found.stop)):
        said.append(f"{found.symbol} has not traded at such a price for many years")
    if found.stops and any(p.piece is found.stops[0].piece for p in draft.loose):
        said.append("only a picture marks the stop")
    said += _crossed(found, draft, max(levers, default=_UNLEVERED))
    if len(found.stops) > 1 or (found.stops and _is_of_now(draft, found.stops[0])):
        said.append("two different stops are given")
    joints = [p.joint for p in draft.points if p.slot in _ENTERED]
    both = ROLE.LIMIT in draft.kinds and _enters_now(draft) and _in_one_breath(draft)
    both = both or WITH_MARKET in joints or _waits_behind_the_market(draft)
    if both or (isinstance(found.entry, Ladder) and _adds_to_the_market(draft)):
        said.append("it enters at the market and at a price")
    listed = len(found.entries) > 2 and not _steps_to_the_stop(draft, found)
    if not found.targets and (listed or _goes_to_its_target(draft, found)):
        said.append("some of the entry prices may be targets")
    if len(found.entries) > 2 and "word" in joints:
        said.append("unknown words stand between the entry prices")
    if ROLE.BREAKOUT in draft.kinds and isinstance(found.entry, Ladder):
        said += _breakout_faults(draft, len(found.entry.prices))
    said += _marked(draft)
    if draft.counted_to > len(found.targets) > 0 or draft.only_counts_its_target:
        said.append("a target that is counted has no price")
    if draft.ticketed and any(_is_a_level(v, found) for v in draft.ticketed):
        said.append("a number I could not place: " + ", ".join(map(str, draft.ticketed[:3])))
    if found.leftovers:
        said.append("a number I could not place: " + ", ".join(p.piece.text for p in found.leftovers[:3]))
    if draft.leverages and any(p.value is not None and p.value > LEVERAGE_MAX for p in draft.leverages):
        said.append(f"leverage above {LEVERAGE_MAX}x")
    return [reason(words) for words in said]


def _marked(draft: Draft) -> list[str]:
    """What the walk over the pieces marked."""
    said: list[str] = []
    if draft.ticked or 0 < draft.ticks < len(draft.of(SLOT.TARGET)):
        said.append("a target is marked as reached")
    if draft.beyond:
        said.append("a price stands behind the open target")
    if draft.asked:
        said.append("it is put as a question")
    if draft.counted_from > 1:
        said.append("its targets do not begin with the first")
    if len(draft.gains) == 1:
        said.append("it counts what a trade has made or lost")
    if draft.quoted:
        said.append("it quotes somebody")
    if draft.broken:
        said.append("a number is malformed")
    if any(map(_joins_two, draft.points)):
        said.append("two prices may stand there, joined by a point")
    return said


def _is_of_now(draft: Draft, stop: Point) -> bool:
    """ "Stop 4%", and below it "Now 2562": the first is the stop, and the price behind it may be none."""
    if all(slot is not SLOT.STOP for slot, _ in draft.shares):
        return False
    now = [piece.end for role, slot, piece in draft.marks if role is ROLE.MARKET and slot is SLOT.STOP]
    return any(0 < stop.piece.start - end <= _BESIDE_MAX for end in now)


def _is_in_points(distance: tuple[Slot, Lexeme]) -> bool:
    """300 points of gold are 30 pips to one and 300 to another, and a point of bitcoin may be a dollar."""
    return distance[1].text.endswith(_POINTS)


def _awaits_a_price(draft: Draft) -> bool:
    """ "Entry:" without a price that could be read; "SELL LIMIT" without the price it waits for."""
    return SLOT.ENTRY in draft.labels or bool(draft.of(SLOT.ADD)) or not draft.kinds.isdisjoint(_WAITING)


def _tells_its_side(draft: Draft, found: Found) -> bool:
    """A form filled in to the last line: a priced entry, a stop on one side, targets each behind a label of its own.

    At the market there is no price to stand on either side of. Two figures in a row may be a range of anything;
    more of them, each a step farther than the one before, are targets.
    """
    if ROLE.SPOT in draft.kinds and found.sign > 0 and (SLOT.ENTRY in draft.labels or ROLE.LIMIT in draft.kinds):
        return bool(found.stops and found.entries)  # nobody sells on the spot market what he has yet to get
    if SLOT.ENTRY not in draft.labels or ROLE.MARKET in draft.kinds or not found.sign:
        return False
    if all(p.joint in _LABELLED for p in draft.of(SLOT.TARGET)):
        return len(found.priced) >= TARGETS_FOR_A_SIDE
    return len(found.priced) > TARGETS_FOR_A_SIDE and all((b - a) * found.sign > 0 for a, b in pairwise(found.priced))


def _joins_two(point: Point) -> bool:
    """ "BUY 4035.4031": four figures and four more that are nearly the same."""
    whole, _, rest = point.piece.text.partition(".")
    alike = len(whole) == len(rest) >= _JOINED_MIN and whole.isdigit() and rest.isdigit()
    return alike and abs(int(whole) - int(rest)) * _JOINED_NEAR < int(whole)


def _adds_to_the_market(draft: Draft) -> bool:
    """ "Entry: now 0.0149, and 0.0143 to add": one part is bought at once and another waits."""
    placed = draft.of(*_ENTERED)
    return any(p.run == placed[0].run for p in placed[1:]) and led_by_the_market(draft, placed[0])


def _waits_behind_the_market(draft: Draft) -> bool:
    """ "Entry 14.2 (half now, half at 13.9)": a price of its own behind the one of now."""
    if not _enters_now(draft):
        return False
    now = [piece.start for role, slot, piece in draft.marks if role is ROLE.MARKET and slot is SLOT.ENTRY]
    return any(
        p.run == q.run and q.joint not in _RANGED and any(p.piece.start < at < q.piece.start for at in now)
        for p, q in pairwise(draft.of(SLOT.ENTRY))
    )


def _enters_now(draft: Draft) -> bool:
    """ "Entry: 64000 now, 63500 limit"."""
    return any(role is ROLE.MARKET and slot is SLOT.ENTRY for role, slot, _ in draft.marks)


def _in_one_breath(draft: Draft) -> bool:
    """Two prices behind one label: those of "Entry market (now): 64000", "Entry limit: 63500" have their own."""
    runs = [p.run for p in draft.points if p.slot in _ENTERED]
    return len(runs) > len(set(runs))


def led_by_the_market(draft: Draft, first: Point) -> bool:
    """Whether an entry says "now" before its first price."""
    market = (piece for role, slot, piece in draft.marks if role is ROLE.MARKET and slot is SLOT.ENTRY)
    return any(piece.start < first.piece.start for piece in market)


def _breakout_faults(draft: Draft, prices: int) -> list[str]:
    said: list[str] = []
    if draft.of(SLOT.ADD) or not draft.kinds.isdisjoint((ROLE.LIMIT, ROLE.ABOVE, ROLE.BELOW)):
        said.append("it breaks out at one price and waits for another")
    if prices > BREAKOUTS_MAX:
        said.append(f"more than {BREAKOUTS_MAX} breakout prices are given")
    return said


def _goes_to_its_target(draft: Draft, found: Found) -> bool:
    """ "Short from 60200 to 59500": without a target, the second price may be where it ends and no end of a zone.

    So it may wherever no label calls it an entry and it lies farther from the first than the stop does.
    """
    way = (found.entries[1] - found.entries[0]) * found.sign if len(found.entries) > 1 else 0
    if way <= 0 or ROLE.ZONE in draft.kinds:
        return False
    risk = abs(found.entries[0] - found.stops[0].value) if found.stops else way
    unlabelled = SLOT.ENTRY not in draft.labels and way > risk
    return unlabelled or (ROLE.TO in draft.kinds and isinstance(found.entry, InZone))


def _entered(draft: Draft, found: Found) -> list[Point]:
    return [p for p in (*draft.points, *draft.loose) if p.value in found.entries]


def _steps_to_the_stop(draft: Draft, found: Found) -> bool:
    """ "Long 72.00 71.75 71.50 SL 71.00": each nearer to the stop than the one before, no targets; on lines: limits."""
    if ROLE.LIMIT not in draft.kinds and len({p.line for p in _entered(draft, found)}) > 1:
        return False
    row = [price * found.sign for price in (*found.entries, *(p.value for p in found.stops[:1]))]
    return bool(found.stops and found.sign) and all(a > b for a, b in pairwise(row))


def _is_a_level(value: Decimal, found: Found) -> bool:
    """Whether the number of a signal could as well be one of its prices; "Ref#: EURUSD1.0850" is its entry again."""
    return value not in found.entries and any(abs(value - p.value) * 20 < p.value for p in found.stops)


def _alone(stop: Level | None) -> tuple[Decimal, ...]:
    """ "PEPE short now, SL 878": the only price there is."""
    return (stop.price,) if isinstance(stop, AtPrice) else ()


def _crossed(found: Found, draft: Draft, lever: Decimal) -> list[str]:
    """Contradictions between the levels themselves."""
    said: list[str] = []
    sign, targets = found.sign, found.priced
    entries = found.entry.prices if isinstance(found.entry, Ladder) else found.entries  # with what is added later
    stop = found.stop.price if isinstance(found.stop, AtPrice) else None
    reference = entries or (
        (found.entry.reference,) if isinstance(found.entry, AtMarket) and found.entry.reference else ()
    )
    low, high = (min(reference), max(reference)) if reference else (None, None)
    if sign and low is not None and high is not None:
        far, edge = (low, high) if sign > 0 else (high, low)
        said += stop_faults(sign, far, stop)
        said += target_faults(sign, far, edge, targets)
        said += reward_faults(
            (low + high) / 2, stop, targets, REWARD_OF_A_PAIR_MAX if found.symbol in PAIRS else REWARD_MAX
        )
        if high > low and high > low * (_ZONE_MAX if isinstance(found.entry, InZone) else room_for(entries)):
            said.append("the entry prices are far apart")
    elif sign and stop is not None and targets:
        if any((t - stop) * sign <= 0 for t in targets):
            said.append("the stop and the targets are on the same side")
        nearest = min(targets, key=lambda t: abs(t - stop))
        distance = abs(nearest - stop) / nearest
        spread = max(targets) - min(targets)
        odd = distance > _GAP_MAX and len(targets) > 1 and abs(nearest - stop) > spread * _SPREADS_MAX
        if odd or distance > 2 * STOP_DISTANCE_MAX or distance * lever > RUIN_MAX:
            said.append("the stop is far from the targets")
        said += target_scale_faults(stop, targets)
    around = () if draft.distances or ROLE.TICK in draft.kinds else tuple(e * sign for e in reference)
    counted = draft.counted_to >= len(targets)
    if sign and turns_back(tuple(t * sign for t in targets), draft.of(SLOT.TARGET), around, counted=counted):
        said.append("the targets are out of order")
    if isinstance(found.stop, Percent) and found.stop.value > 100 * STOP_DISTANCE_MAX:
        said.append("the stop is too far away")
    return said
