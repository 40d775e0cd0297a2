"""How a channel's calls are traded: how the entry is spread, where profit is taken, how the stop follows.

Plain frozen values under the names traders know from Cornix. Separate from `core.rules` (who may
do what) because a plan carries them with it: a position lives by the strategy it was opened with.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from functools import lru_cache

from core.enums import at_hand

HUNDRED = Decimal(100)
SHARE_STEP = Decimal("0.000001")


class Split(StrEnum):
    """How a size is shared out over several prices, the nearest first."""

    EVEN = "even"
    DECREASING = "dec_exp"
    """Each next price gets half of the one before: 53.3, 26.7, 13.3, 6.7 for four."""
    INCREASING = "inc_exp"
    """The mirror: each next price gets twice as much."""
    PROGRESSIVE = "progressive"
    """1, 2, 3 ... parts: a little more at each next price."""
    HYBRID = "hybrid"
    """Half of it at the first, the rest evenly over the others."""
    SNIPER = "sniper"
    """All of it at the last."""
    SCALPER = "scalper"
    """All of it at the first."""
    CUSTOM = "custom"
    """As the owner's weights say."""
    AS_CALLED = "as_called"
    """As the call says; evenly where it does not, or not so that it can be used."""


SPLIT = at_hand(Split)


class Source(StrEnum):
    """Whose word counts for a stop, for targets, for leverage."""

    CHANNEL = "channel"
    """The call's; what it does not say, there is not."""
    PERSONAL = "personal"
    """The owner's, whatever the call says."""
    FALLBACK = "fallback"
    """The call's, and the owner's where it says nothing ("only use if not defined by group")."""


SOURCE = at_hand(Source)


class Baseline(StrEnum):
    """What the distance of the owner's stop counts from."""

    AVERAGE = "average_entries"
    FIRST = "first_entry"


class Multiplier(StrEnum):
    """How the owner's leverage is meant."""

    UP_TO = "up_to"
    """The call's, and no more than this; this where the call says none."""
    EXACTLY = "exactly"
    """This, whatever the call says."""


class Chase(StrEnum):
    """What becomes of a market call whose price ran away further than `drift_pct_max`."""

    SKIP = "skip"
    SHRINK = "shrink"
    """It is opened smaller, in the proportion of the allowed drift to the real one."""


class TrailKind(StrEnum):
    """What a trailing stop follows, once it is active."""

    HIGHEST = "percent_below_highest"
    """The best price seen, at a distance in percent."""
    TRIGGER = "percent_below_trigger"
    """The target reached last, at a distance in percent."""
    MOVING_TARGET = "moving_target"
    """One target behind: the first reached moves the stop to break-even, the second to the first ..."""
    MOVING_TWO_TARGET = "moving_2_target"
    """Two targets behind: the second reached moves the stop to break-even, the third to the first ..."""
    STEP = "step"
    """Each time the price gains a step, so does the stop."""
    ATR = "atr"
    """The best price seen, at a distance of so many average true ranges."""


FOLLOWED = {TrailKind.TRIGGER: 1, TrailKind.MOVING_TARGET: 1, TrailKind.MOVING_TWO_TARGET: 2}
"""The kinds that follow targets, and from which one on."""


@dataclass(frozen=True, slots=True)
class Trail:
    """A trailing stop.

    It is active from target ``after_target`` (0: from the entry) and from a gain of ``after_pct``
    percent over the average entry. ``distance_pct``: the callback, or the step; with `ATR` it is
    not used and ``ranges`` counts the average true ranges. Moving kinds need no distance.
    """

    after_target: int
    distance_pct: Decimal = Decimal(1)
    kind: TrailKind = TrailKind.HIGHEST
    after_pct: Decimal = Decimal(0)
    ranges: Decimal = Decimal(3)

    @property
    def first_target(self) -> int:
        """The target that has to be reached before it moves anything; 0: none."""
        return max(self.after_target, FOLLOWED.get(self.kind, 0))


@dataclass(frozen=True, slots=True)
class Protection:
    """How the stop of an open position is looked after. Targets count from 1; None: never.

    ``break_even_after``: at this target; ``break_even_pct``: at this gain over the average entry;
    ``break_even_fees``: where leaving costs nothing, the fees of both sides paid, not at the bare entry.
    """

    break_even_after: int | None = 1
    trail: Trail | None = None
    break_even_pct: Decimal | None = None
    break_even_fees: bool = True


@dataclass(frozen=True, slots=True)
class Entries:
    """How a position is entered.

    ``split``, ``weights``: over the prices of a ladder or zone, nearest first; ``orders``: into how
    many a zone is cut; ``active_max``: so many entry orders rest at once. ``cap_pct``: the first
    entry takes the market up to this much worse than its price ("first entry as market").
    ``trailing_pct``: an entry whose price is touched waits for a turn of this much.
    ``cancel_on_target``: an entry not filled before the first target trades is given up.
    """

    split: Split = Split.EVEN
    weights: tuple[Decimal, ...] = ()
    orders: int = 1
    active_max: int = 10
    cap_pct: Decimal | None = None
    trailing_pct: Decimal | None = None
    cancel_on_target: bool = True
    chase: Chase = Chase.SKIP


@dataclass(frozen=True, slots=True)
class Exits:
    """How a position is left besides its stop.

    ``source``, ``at_pct``: whose targets, and the owner's own in percent of the entry, nearest first;
    ``split``, ``weights``: over the targets, nearest first; ``hold_s_max``: seconds from the first
    fill; ``session_end``: HH:MM in the owner's day zone; ``on_opposite``: when the channel calls
    the other side of the symbol.
    """

    split: Split = Split.EVEN
    weights: tuple[Decimal, ...] = ()
    hold_s_max: int | None = None
    session_end: str | None = None
    on_opposite: bool = False
    source: Source = Source.CHANNEL
    at_pct: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnStop:
    """The stop the owner puts in: ``distance_pct`` percent (0 < distance_pct < 100) behind the ``baseline``."""

    source: Source
    distance_pct: Decimal
    baseline: Baseline = Baseline.AVERAGE


@dataclass(frozen=True, slots=True)
class OwnLeverage:
    """The leverage the owner allows this channel: ``value`` times (>= 1), below the limit over all channels."""

    mode: Multiplier
    value: Decimal


@lru_cache(maxsize=256)
def shares(split: Split, count: int, weights: tuple[Decimal, ...] = ()) -> tuple[Decimal, ...]:
    """What each of ``count`` prices gets of the whole, nearest first; the sum is exactly 1.

    Custom weights that are more than the prices are cut to them, in proportion; prices beyond the
    weights get nothing.
    """
    custom = (*weights, *(Decimal(0),) * count)[:count]
    parts = custom if split is Split.CUSTOM else _parts(split, count)
    whole = sum(parts)
    cut = [(part / whole).quantize(SHARE_STEP, ROUND_DOWN) for part in parts]
    largest = max(range(count), key=cut.__getitem__)
    cut[largest] += 1 - sum(cut)
    return tuple(cut)


def _parts(split: Split, count: int) -> tuple[Decimal, ...]:
    """The proportions of a split, not yet made to add up."""
    places = range(count)
    match split:
        case Split.EVEN | Split.CUSTOM | Split.AS_CALLED:
            return (Decimal(1),) * count
        case Split.DECREASING:
            return tuple(Decimal(2 ** (count - 1 - place)) for place in places)
        case Split.INCREASING:
            return tuple(Decimal(2**place) for place in places)
        case Split.PROGRESSIVE:
            return tuple(Decimal(place + 1) for place in places)
        case Split.HYBRID:
            return (Decimal(max(1, count - 1)),) + (Decimal(1),) * (count - 1)
        case Split.SNIPER:
            return (Decimal(0),) * (count - 1) + (Decimal(1),)
        case Split.SCALPER:
            return (Decimal(1),) + (Decimal(0),) * (count - 1)
