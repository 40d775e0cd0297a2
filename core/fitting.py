"""What the configuration says of contracts, held against what the venue lists: said before a call meets it.

Separate from the configuration's own checks, because only the venue knows its symbols, its smallest
sizes and the leverage of its tiers; a call that meets any of it is judged by the same rules all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.instrument import Instrument
from core.rules import ChannelRules, FixedNotional, FixedQuantity, Rules
from core.spelling import find, may_mean
from core.vocabulary import Money, Symbol

Catalogue = Mapping[Symbol, Instrument]


@dataclass(frozen=True, slots=True)
class Misfit:
    """``words``: one sentence with what to do. ``is_fatal``: no call it concerns can ever be traded."""

    words: str
    is_fatal: bool


def misfits(rules: Rules, listed: Catalogue) -> tuple[Misfit, ...]:
    """Everything in these rules that the venue will not do, in the order of the configuration."""
    return (*_channels(rules, listed), *_aliases(rules, listed), *_denied(rules, listed))


def _channels(rules: Rules, listed: Catalogue) -> Iterator[Misfit]:
    for channel in rules.channels:
        where = f"channel {channel.title}"
        named = (("dialect.symbol", channel.dialect.symbol), *_taught(channel))
        for field, symbol in named:
            if symbol is not None:
                yield from _symbol(f"{where}: {field}", symbol, rules, listed)
        only = find(channel.dialect.symbol, listed, rules.aliases) if channel.dialect.symbol else None
        if only is not None:
            yield from _size(where, channel, only)
            yield from _leverage(where, channel, only)


def _taught(channel: ChannelRules) -> Iterator[tuple[str, str]]:
    for phrase, symbol in channel.dialect.symbols:
        yield f"dialect.symbols {phrase!r}", symbol


def _aliases(rules: Rules, listed: Catalogue) -> Iterator[Misfit]:
    for alias, symbol in rules.aliases:
        yield from _known(f"aliases {alias!r}", symbol, find(alias, listed, ((alias, symbol),)))


def _symbol(where: str, symbol: str, rules: Rules, listed: Catalogue) -> Iterator[Misfit]:
    yield from _known(where, symbol, find(symbol, listed, rules.aliases))


def _known(where: str, symbol: str, known: Instrument | None) -> Iterator[Misfit]:
    if known is None:
        yield Misfit(f"{where}: the venue lists no {symbol}; check the spelling, or name one that it lists", True)
    elif known.barred:
        yield Misfit(f"{where}: {known.barred}", False)


def _denied(rules: Rules, listed: Catalogue) -> Iterator[Misfit]:
    for symbol in rules.symbols_denied:
        if not any(may_mean(symbol, each, rules.aliases) for each in listed.values()):
            words = f"symbols_denied: the venue lists no {symbol}, so this denies nothing; check the spelling"
            yield Misfit(words, False)


def _size(where: str, channel: ChannelRules, only: Instrument) -> Iterator[Misfit]:
    """A fixed size that no call of this channel can have: its risk per trade is not known beforehand."""
    match channel.sizing:
        case FixedQuantity(quantity) if quantity < only.quantity_min:
            least = f"{only.symbol}'s smallest order of {only.size(only.quantity_min)}"
            yield Misfit(f"{where}: quantity {quantity} is under {least}; raise it", True)
        case FixedNotional(amount) if amount < only.notional_min:
            least = f"{only.symbol}'s smallest order, which is worth {only.notional_min}"
            yield Misfit(f"{where}: notional {amount} is under {least}; raise it", True)
        case _:
            pass


def _leverage(where: str, channel: ChannelRules, only: Instrument) -> Iterator[Misfit]:
    wanted = channel.leverage.value if channel.leverage is not None else None
    allowed, size = _allowed(channel, only)
    if wanted is not None and wanted > allowed:
        yield Misfit(
            f"{where}: {only.symbol} allows at most {allowed}x{size}; leverage.value {wanted} will be cut to it", False
        )


def _allowed(channel: ChannelRules, only: Instrument) -> tuple[Decimal, str]:
    """What the contract allows, or its tier where the worth of each position is fixed."""
    if not only.tiers or not isinstance(channel.sizing, FixedNotional):
        return only.leverage_max, ""
    tier = only.tier(Money(channel.sizing.amount))
    most = tier.leverage_max if tier is not None else only.tiers[-1].leverage_max
    return min(most, only.leverage_max), f" for a position worth {channel.sizing.amount}"
