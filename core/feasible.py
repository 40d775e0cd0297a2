"""Whether this venue can do with a plan what the owner's strategy asks for: refused, or told, with the sum.

Separate from `core.drafting`, which finds prices and sizes: here they are known and held against
what the strategy promises, such as a trail of less than a tick, or more exits than may rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from core.approach import is_resting_limit
from core.instrument import Instrument
from core.orders import EntryKind
from core.plans import EXITS_MAX, EntryLeg, Target
from core.rules import ChannelRules
from core.sheet import Sheet
from core.strategies import HUNDRED, SPLIT, TrailKind
from core.vocabulary import ZERO, Price

ENTRIES_MAX = 10
"""More entry prices than this are a list of something else; venues take at most 10 conditional ones (fault B26)."""
DISTANT = (TrailKind.HIGHEST, TrailKind.TRIGGER, TrailKind.STEP)
"""The trails that keep a distance in percent."""


def fits(
    legs: tuple[EntryLeg, ...],
    targets: tuple[Target, ...],
    expected: Price,
    prices: int,
    instrument: Instrument,
    channel: ChannelRules,
    sheet: Sheet,
) -> None:
    """What the strategy asks for has to be possible at this venue.

    ``expected``: the average entry; ``prices``: how many the call was to be entered at.
    """
    _unweighted(prices, targets, channel, sheet)
    _never_reached(len(targets), channel, sheet)
    if len(legs) > 1:
        sheet.ask("entry orders", len(legs) <= ENTRIES_MAX, f"{len(legs)} prices, at most {ENTRIES_MAX}")
    _exits(legs, targets, instrument, sheet)
    for name, percent in _distances(legs, channel):
        distance = expected * percent / HUNDRED
        detail = f"{percent:f} % of {expected} is {distance:.8f}, a tick is {instrument.tick}"
        sheet.ask(name, distance >= instrument.tick, detail)


def _exits(legs: tuple[EntryLeg, ...], targets: tuple[Target, ...], instrument: Instrument, sheet: Sheet) -> None:
    shared = [target.share for target in targets if target.share]
    if len(legs) * len(shared) > EXITS_MAX:
        product = f"{len(legs)} entries x {len(shared)} targets = {len(legs) * len(shared)} exit orders"
        sheet.warn("targets", f"{product}, at most {EXITS_MAX}: the nearest targets take what the last entries fill")
    least = sum([leg.quantity for leg in legs], ZERO) * min(shared) if shared else instrument.quantity_min
    if least < instrument.quantity_min:
        floor = instrument.size(instrument.quantity_min)
        sheet.note("targets", f"{least:.8f} of at least {floor}: the nearest targets take it")


def _unweighted(prices: int, targets: tuple[Target, ...], channel: ChannelRules, sheet: Sheet) -> None:
    """Prices beyond the owner's weights get nothing."""
    weights = channel.entries.weights
    if channel.entries.split is SPLIT.CUSTOM and prices > len(weights):
        sheet.warn("entry weights", f"{len(weights)} for {prices} prices: nothing is entered at the last ones")
    weights = channel.exits.weights
    if channel.exits.split is SPLIT.CUSTOM and any(not target.share for target in targets):
        sheet.warn("target weights", f"{len(weights)} for {len(targets)} targets: nothing is taken at the last ones")


def _never_reached(targets: int, channel: ChannelRules, sheet: Sheet) -> None:
    """The call may have fewer targets than the owner's triggers count to; more may be sent later."""
    named, protection = f"the call has {targets or 'none'}", channel.protection
    after = protection.break_even_after
    if after is not None and after > targets:
        gain = protection.break_even_pct
        otherwise = "it does not come" if gain is None else f"it comes at a gain of {gain} % alone"
        sheet.warn("break-even", f"after target {after}, and {named}: {otherwise}")
    trail = protection.trail
    if trail is not None and trail.first_target > targets:
        sheet.warn("trail", f"{trail.kind} from target {trail.first_target} on, and {named}: it does not move")


def _distances(legs: tuple[EntryLeg, ...], channel: ChannelRules) -> Iterator[tuple[str, Decimal]]:
    """Every distance of the owner's that this plan keeps, in percent; less than a tick of it is none."""
    entries, trail = channel.entries, channel.protection.trail
    if entries.cap_pct is not None and legs[0].kind is not EntryKind.STOP:
        yield "first entry as market", entries.cap_pct
    if entries.trailing_pct is not None and any(map(is_resting_limit, legs)):
        yield "trailing entry", entries.trailing_pct
    if trail is not None and trail.kind in DISTANT:
        yield "trail", trail.distance_pct
