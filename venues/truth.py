"""The paper venue's own truth, as the demo's page shows it: what is held, whatever the program believes.

It reads the venue and the market directly and never asks the desk, so a page, a test or a
suspicious visitor can compare the two.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core.errors import VenueUnreachable
from core.instrument import Instrument
from core.market import Quote
from core.orders import Observation, OpenPosition, OrderReport, Silent
from core.ports import Clock
from core.vocabulary import Money, Price, Symbol
from venues.paper import PaperVenue
from venues.prices.synthetic import SyntheticMarket

CURVE_MAX = 240
CURVE_EVERY_S = 5
SPARK_CANDLES = 40


class PaperTruth:
    """Reads the venue for people; moves the market for them."""

    def __init__(self, venue: PaperVenue, market: SyntheticMarket, shown: tuple[Symbol, ...], clock: Clock) -> None:
        self._venue, self._market, self._shown, self._clock = venue, market, shown, clock
        self._curve: deque[Money] = deque(maxlen=CURVE_MAX)
        self._curve_at = clock.monotonic() - CURVE_EVERY_S

    async def venue(self) -> dict[str, Any]:
        """What the account holds now, with the market around it. Amounts are strings: they are money.

        Raises `VenueUnreachable` while the venue cannot keep its own file.
        """
        observed = await self._venue.observe()
        if isinstance(observed, Silent):
            raise VenueUnreachable(f"the paper venue is silent: {observed.why}")
        self._remember(observed.equity)
        instruments = await self._venue.instruments()
        return {
            "equity": _money(observed.equity),
            "balance": _money(observed.balance),
            "pnl_today": _money(Money(observed.equity - self._curve[0])),
            "day_curve": [float(equity) for equity in self._curve],
            "positions": [_position(position, observed, instruments) for position in observed.positions],
            "orders": [_order(order, instruments) for order in observed.orders],
            "prices": [self._price(symbol, await self._market.quote(symbol)) for symbol in self._shown],
        }

    async def move_price(self, symbol: Symbol, price: Price) -> None:
        """Move the market there at once. Raises ``ValueError`` with a plain sentence when it cannot."""
        self._market.move(symbol, price)

    def _remember(self, equity: Money) -> None:
        now = self._clock.monotonic()
        if now - self._curve_at >= CURVE_EVERY_S or not self._curve:
            self._curve.append(equity)
            self._curve_at = now

    def _price(self, symbol: Symbol, quote: Quote | None) -> dict[str, Any]:
        if quote is None:
            return {"symbol": symbol, "price": None, "change_pct": None, "spark": []}
        candles = self._market.history(symbol, SPARK_CANDLES)
        began = candles[0].open if candles else quote.last
        change = (quote.last - began) / began * 100
        return {
            "symbol": symbol,
            "price": str(quote.last),
            "change_pct": f"{change:+.2f}",
            "spark": [float(candle.close) for candle in candles],
        }


def _money(amount: Money) -> str:
    return str(amount.quantize(Decimal("0.01")))


def _position(
    position: OpenPosition, observed: Observation, instruments: Mapping[Symbol, Instrument]
) -> dict[str, Any]:
    closing = position.side.closing
    targets = sorted(
        (
            order.price
            for order in observed.orders
            if order.symbol == position.symbol and order.side is closing and order.reduce_only and order.price
        ),
        reverse=position.side.sign < 0,
    )
    instrument = instruments[position.symbol]
    return {
        "symbol": position.symbol,
        "side": str(position.side),
        "quantity": str(position.quantity),
        "size": instrument.size(position.quantity),
        "entry": str(instrument.price_near(position.entry)),
        "mark": str(position.mark),
        "stop": str(position.stop) if position.stop is not None else None,
        "targets": [str(price) for price in targets],
        "unrealised": _money(position.unrealised),
    }


def _order(order: OrderReport, instruments: Mapping[Symbol, Instrument]) -> dict[str, Any]:
    return {
        "tag": order.tag,
        "symbol": order.symbol,
        "side": str(order.side),
        "quantity": str(order.quantity),
        "size": instruments[order.symbol].size(order.quantity),
        "filled": str(order.filled),
        "price": str(order.price) if order.price is not None else None,
        "reduce_only": order.reduce_only,
    }
