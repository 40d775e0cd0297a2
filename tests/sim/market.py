"""A market that goes exactly where it is sent: the prices of a scripted or a diced path."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from core.instrument import Instrument
from core.market import Quote
from core.ports import Clock
from core.vocabulary import Price, Symbol
from tests.sim.minutes import Minutes
from venues.catalogue import CATALOGUE
from venues.prices import Tape

BTC, ETH, SOL, XRP = Symbol("BTCUSDT"), Symbol("ETHUSDT"), Symbol("SOLUSDT"), Symbol("XRPUSDT")
TRADED = (BTC, ETH, SOL)
"""What channels call; the owner trades the other one by hand."""
RECENT = timedelta(seconds=30)
EVER = datetime.min.replace(tzinfo=UTC)
OPENING = {BTC: Decimal(60_000), ETH: Decimal(3_000), SOL: Decimal(150), XRP: Decimal(2)}


class ScriptedMarket:
    """`core.ports.Prices` without a will of its own; a quote is always of this very moment."""

    def __init__(self, clock: Clock) -> None:
        self.instruments: dict[Symbol, Instrument] = {symbol: CATALOGUE[symbol] for symbol in OPENING}
        self._clock = clock
        self._last = {symbol: Price(price) for symbol, price in OPENING.items()}
        self._tape = Tape()
        self._recent = {symbol: deque([(clock.now(), price)]) for symbol, price in self._last.items()}
        self.minutes = {symbol: Minutes() for symbol in OPENING}
        self.closed = False
        """A closed market quotes nothing."""
        self.breaks = False
        """Does the next tick kill its reader?"""

    def last(self, symbol: Symbol) -> Price:
        return self._last[symbol]

    def recent(self, symbol: Symbol, since: datetime = EVER) -> list[Price]:
        """What it traded at in the half minute before its last price, or from ``since`` on; the price then included."""
        traded = list(self._recent[symbol])
        standing = [price for (_, price), (left_at, _) in pairwise(traded) if left_at >= since]
        return [*standing, traded[-1][1]]

    def move(self, symbol: Symbol, price: Decimal) -> Quote:
        """Trade at ``price`` now; everybody who follows hears of it."""
        self._last[symbol] = self.instruments[symbol].price_near(Price(price))
        quote = self.now(symbol)
        self.minutes[symbol].trade(quote.at, quote.last)
        traded = self._recent[symbol]
        traded.append((quote.at, quote.last))
        while len(traded) > 1 and quote.at - traded[1][0] > RECENT:
            traded.popleft()
        self._tape.print(quote)
        return quote

    def now(self, symbol: Symbol) -> Quote:
        last, tick = self._last[symbol], self.instruments[symbol].tick
        return Quote(symbol, last, Price(last + tick), last, last, self._clock.now())

    async def quote(self, symbol: Symbol) -> Quote | None:
        return None if self.closed or symbol not in self._last else self.now(symbol)

    async def ticks(self) -> AsyncIterator[Quote]:
        async for quote in self._tape.read():
            if self.breaks:
                self.breaks = False
                raise ConnectionResetError("the price stream broke")
            yield quote
