"""What may be traded at Bybit right now, and in which steps; refreshed, because it changes under way.

Separate because a refusal may mean that we know old rules: then they are read anew and the order
is cut to them once, always toward less risk (fault B29). A contract that is not open to new
positions stays in the catalogue, so that a call for it is refused with the reason (B32, B42).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from core.errors import VenueUnreachable
from core.instrument import Instrument, Tier
from core.orders import EntryOrder, ExitOrder
from core.ports import Clock
from core.vocabulary import Price, Quantity, Symbol
from venues.bybit.tiers import tiers
from venues.prices.contracts import Contract, contracts

DOUBT_S_MIN = 5.0


class TradingRules:
    """The catalogue of one environment. `instruments` is a view: who holds it sees every refresh."""

    def __init__(self, rest_url: str, clock: Clock) -> None:
        self._rest_url, self._clock = rest_url, clock
        self._instruments: dict[Symbol, Instrument] = {}
        self._tiers: dict[Symbol, tuple[Tier, ...]] = {}
        self._doubted_at: float | None = None
        self.ends: dict[Symbol, datetime] = {}
        """When a contract is taken off the list."""

    @property
    def instruments(self) -> Mapping[Symbol, Instrument]:
        return MappingProxyType(self._instruments)

    async def refresh(self) -> None:
        """Read all pages anew. Raises `VenueUnreachable`."""
        now, later = await asyncio.gather(contracts(self._rest_url), contracts(self._rest_url, status="PreLaunch"))
        listed = [*now, *later]
        self.ends.clear()
        for contract in listed:
            name = Symbol(contract.symbol)
            if contract.delivery_time:
                self.ends[name] = datetime.fromtimestamp(contract.delivery_time / 1000, tz=UTC)
            why = _bar(contract, self.ends.get(name))
            self._instruments[name] = replace(contract.instrument(), tiers=self._tiers.get(name, ()), barred=why)
        for gone in self._instruments.keys() - {Symbol(contract.symbol) for contract in listed}:
            why = f"{gone} is not listed at Bybit any more"
            self._instruments[gone] = replace(self._instruments[gone], barred=why)

    async def read_tiers(self) -> None:
        """Read what leverage each worth allows, for every contract that is known. Raises `VenueUnreachable`."""
        self._tiers = await tiers(self._rest_url)
        for name, known in self._instruments.items():
            self._instruments[name] = replace(known, tiers=self._tiers.get(name, ()))

    async def doubt(self) -> bool:
        """The venue refused what the rules allow: read them anew, at most every few seconds. Are they new now?"""
        now = self._clock.monotonic()
        if self._doubted_at is not None and now - self._doubted_at < DOUBT_S_MIN:
            return True
        try:
            await self.refresh()
        except VenueUnreachable:
            return False
        self._doubted_at = now
        return True

    def bar(self, symbol: Symbol) -> str:
        """Why no position may be opened in this contract; empty: it may."""
        known = self._instruments.get(symbol)
        if known is None:
            return f"Bybit lists no USDT perpetual {symbol}: check the spelling, or add it to aliases"
        return known.barred

    def cut_entry(self, order: EntryOrder) -> EntryOrder | None:
        """The same entry on today's grid, smaller or safer; None when that changes nothing or leaves nothing."""
        rules = self._instruments.get(order.symbol)
        if rules is None:
            return None
        quantity = rules.quantity_below(Quantity(min(order.quantity, rules.quantity_max)))
        cut = replace(
            order,
            quantity=quantity,
            price=_near(rules, order.price),
            trigger=_near(rules, order.trigger),
            stop=rules.tighter(order.side, order.stop),
        )
        return None if cut == order or quantity < rules.quantity_min else cut

    def cut_exit(self, order: ExitOrder) -> ExitOrder | None:
        """As `cut_entry`; the minimum worth is waived for what only reduces."""
        rules = self._instruments.get(order.symbol)
        if rules is None:
            return None
        quantity = rules.quantity_below(Quantity(min(order.quantity, rules.quantity_max)))
        cut = replace(order, quantity=quantity, price=_near(rules, order.price))
        return None if cut == order or quantity <= 0 else cut


def _near(rules: Instrument, price: Price | None) -> Price | None:
    return rules.price_near(price) if price is not None else None


def _bar(contract: Contract, ends: datetime | None) -> str:
    if contract.status == "PreLaunch" or contract.is_pre_listing:
        return f"{contract.symbol} is in Bybit's pre-market: wait until it trades"
    if contract.status != "Trading":
        return f"{contract.symbol} is {contract.status.lower()} at Bybit: it takes no new positions"
    if ends is not None:
        return f"{contract.symbol} is taken off Bybit's list on {ends:%Y-%m-%d %H:%M} UTC: it takes no new positions"
    return ""
