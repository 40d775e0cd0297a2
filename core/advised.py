"""What a call says besides its levels, held beside what the owner's rules make of it.

Separate from `core.drafting` (the arithmetic), because none of it is the call's to decide: its weights are
used where the owner says so, its size never is, and a stop that waits for a candle to close is a stop at its price.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.personal import puts_stop
from core.rules import ChannelRules
from core.sheet import Sheet
from core.signals import AtPrice, Ladder, OpenEnded, Signal, SizeAdvice, SizeKind
from core.strategies import HUNDRED, SPLIT, Split
from core.vocabulary import Money, Side

SUM_TOLERANCE = Decimal(1)
"""Thirds are written 33 + 33 + 33; further from 100 than this it is not said what becomes of the rest."""


def shared(call: Signal, channel: ChannelRules, orders: int, sheet: Sheet) -> ChannelRules:
    """The channel's rules with the call's weights in the place of ``as_called``; evenly where they cannot be used.

    ``orders``: how many entry orders there will be.
    """
    entries, exits = channel.entries, channel.exits
    by_entry = _entries_nearest_first(call)
    fault = "" if len(by_entry) == orders else f"{orders} orders for {len(by_entry)} weights"
    if entries.split is SPLIT.AS_CALLED:
        weights = _judged("entry weights", call.entry_weights, by_entry, fault, sheet)
        entries = replace(entries, split=Split.CUSTOM if weights else Split.EVEN, weights=weights)
    elif call.entry_weights:
        sheet.note("entry weights", f"the call says {_list(call.entry_weights)}, the owner {entries.split}")
    by_target = _targets_nearest_first(call)
    if exits.split is SPLIT.AS_CALLED:
        weights = _judged("target weights", call.target_weights, by_target, "", sheet)
        exits = replace(exits, split=Split.CUSTOM if weights else Split.EVEN, weights=weights)
    elif call.target_weights:
        sheet.note("target weights", f"the call says {_list(call.target_weights)}, the owner {exits.split}")
    is_settled = entries is channel.entries and exits is channel.exits
    return channel if is_settled else replace(channel, entries=entries, exits=exits)


def _judged(
    name: str, said: Sequence[Decimal], ordered: Sequence[Decimal], fault: str, sheet: Sheet
) -> tuple[Decimal, ...]:
    """The call's weights as parts of 1, the nearest first; none where they cannot be used, and why."""
    if not said:
        return ()
    if not ordered:
        fault = f"{_list(said)} are not one for each price"
    elif abs(sum(said) - HUNDRED) > SUM_TOLERANCE:
        fault = f"{' + '.join(map(str, said))} = {sum(said)}, not 100"
    if fault:
        sheet.warn(name, f"{fault}: shared out evenly")
        return ()
    sheet.note(name, f"as called, the nearest first: {_list(ordered)}")
    return tuple(weight / HUNDRED for weight in ordered)


def _list(weights: Sequence[Decimal]) -> str:
    return ", ".join(f"{weight} %" for weight in weights)


def _entries_nearest_first(call: Signal) -> tuple[Decimal, ...]:
    """The weights in the order in which `core.approach` puts the prices; empty where they are not one for each."""
    entry = call.entry
    if not isinstance(entry, Ladder) or len(entry.prices) != len(call.entry_weights):
        return ()
    highest_first = (call.side is Side.LONG) is not entry.breakout
    pairs = sorted(zip(entry.prices, call.entry_weights, strict=True), key=_price, reverse=highest_first)
    return tuple(weight for _, weight in pairs)


def _targets_nearest_first(call: Signal) -> tuple[Decimal, ...]:
    """The same for the targets; what is left to run comes last."""
    if len(call.targets) != len(call.target_weights):
        return ()
    pairs = list(zip(call.targets, call.target_weights, strict=True))
    priced = [(target.price, weight) for target, weight in pairs if isinstance(target, AtPrice)]
    others = [weight for target, weight in pairs if not isinstance(target, AtPrice | OpenEnded)]
    runs = [weight for target, weight in pairs if isinstance(target, OpenEnded)]
    priced.sort(key=_price, reverse=call.side is Side.SHORT)
    return (*(weight for _, weight in priced), *others, *runs)


def _price(pair: tuple[Decimal, Decimal]) -> Decimal:
    return pair[0]


def warn_of_condition(call: Signal, channel: ChannelRules, sheet: Sheet) -> None:
    """A stop that the venue cannot hold is no stop: what the call makes conditional is triggered by the price."""
    if call.stop_condition and not puts_stop(call, channel):
        sheet.warn("stop condition", f'the call says "{call.stop_condition}"; at the venue the price alone triggers it')


def compare_size(size: SizeAdvice | None, risk: Money, margin: Money, puts: str, equity: Money, sheet: Sheet) -> None:
    """The channel's advice beside what the owner's rule ``puts``, in words; it changes nothing, and less than that is
    warned of.
    """
    if size is None or equity <= 0:
        return
    match size.kind:
        case SizeKind.RISK | SizeKind.ACCOUNT:
            ours = (risk if size.kind is SizeKind.RISK else margin) / equity * HUNDRED
            what = "at risk" if size.kind is SizeKind.RISK else "as margin"
            detail = f"the call advises {size.words}; the owner's rule puts {ours:.2f} % {what}"
            (sheet.warn if ours.quantize(_CENT) > size.most else sheet.note)("size advice", detail)
        case SizeKind.LOTS:
            here = "" if size.per is None else f" = {size.most * equity / size.per:.2f} here"
            sheet.note("size advice", f"the call advises {size.words}{here}; the owner's rule puts {puts}")


_CENT = Decimal("0.01")
