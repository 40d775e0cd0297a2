"""The owner's own stop, targets and leverage, where his rules put them in the place of the channel's.

Separate from `core.drafting` (the arithmetic) because what counts as the call has to be known before
anything is computed, and wherever a call is doubted for the stop it lacks. Semantics and names are
those of Cornix: per setting, the channel's word, the owner's, or the owner's where there is none.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from core.rules import ChannelRules
from core.sheet import Sheet
from core.signals import NO_STOP, Percent, Signal
from core.strategies import SOURCE, Multiplier, Source


def settled(call: Signal, channel: ChannelRules) -> Signal:
    """The call as this owner trades it; one that now has a stop is not doubted for having none."""
    if puts_stop(call, channel):
        assert channel.stop is not None  # noqa: S101 - that is what puts_stop has found
        doubts = tuple(doubt for doubt in call.doubts if doubt.text != NO_STOP)
        call = replace(call, stop=Percent(channel.stop.distance_pct), doubts=doubts)
    if puts_targets(call, channel):
        own = tuple(Percent(each) for each in channel.exits.at_pct)
        call = replace(call, targets=own, target_weights=())
    return call


def puts_stop(call: Signal, channel: ChannelRules) -> bool:
    """Is the stop the owner's?"""
    return channel.stop is not None and _owner_decides(channel.stop.source, said=call.stop is not None)


def puts_targets(call: Signal, channel: ChannelRules) -> bool:
    """Are the targets the owner's?"""
    return _owner_decides(channel.exits.source, said=bool(call.targets))


def _owner_decides(source: Source, *, said: bool) -> bool:
    return source is SOURCE.PERSONAL or (source is SOURCE.FALLBACK and not said)


def leverage_of(call: Signal, channel: ChannelRules, most: Decimal) -> tuple[Decimal, str]:
    """The leverage wanted, before any cap (times, >= 1), and whose word it is; ``most`` where nobody has said."""
    said, own = call.leverage_max or call.leverage, channel.leverage
    if own is not None and own.mode is Multiplier.EXACTLY:
        return own.value, f"the owner wants exactly {own.value}"
    if own is not None and said is None:
        return own.value, f"the call says none, the owner {own.value}"
    if own is not None and said is not None:
        return min(own.value, said), f"the call says {said}, the owner up to {own.value}"
    return said or most, f"the call says {said or 'none'!s}"


def note(call: Signal, channel: ChannelRules, sheet: Sheet) -> None:
    """Write down what the owner has put in the place of the channel's words."""
    if puts_stop(call, channel) and channel.stop is not None:
        how = f"{channel.stop.distance_pct} % from the {channel.stop.baseline.replace('_', ' ')}"
        sheet.note("owner's stop", f"{how}, {_instead(said=call.stop is not None)}")
    if puts_targets(call, channel):
        how = ", ".join(f"{each} %" for each in channel.exits.at_pct)
        sheet.note("owner's targets", f"{how} from the entry, {_instead(said=bool(call.targets))}")


def _instead(*, said: bool) -> str:
    return "whatever the call says" if said else "because the call says none"
