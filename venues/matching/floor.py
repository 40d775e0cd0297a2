"""Where trades happen: takes offers from the book, books them, and says what happened.

Everything the engine keeps between two calls is here; `venues.matching.guard` and
`venues.matching.admission` are rules over it, `venues.matching.engine` is its counter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from core.instrument import Instrument, Kind
from core.market import Funding
from core.orders import (
    Execution,
    OrderStatus,
    Purpose,
    StopReport,
    TimeInForce,
    VenueReport,
)
from core.vocabulary import ZERO, ExecutionId, OrderSide, OrderTag, Price, Quantity, Side, Symbol
from venues.matching.book import Depth, Offer, Tape, sweep
from venues.matching.codes import End
from venues.matching.ledger import Holding, Ledger
from venues.matching.register import Order, Register
from venues.matching.requests import NewOrder, OrderKind

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Terms:
    """How this exchange deals.

    ``slippage_max``: a market order buys no further than this fraction beyond the best price, the
    rest is cancelled (Bybit, page "Place Order": market orders are IOC within a price limit).
    ``funding_rate``: a fraction of the face value, paid by longs at each multiple of
    ``funding_every`` since 1970, perpetuals only; 0 turns it off. It is for symbols whose own is not known.
    The three maxima are Bybit's: active orders, conditional orders a symbol, targets a position.
    ``keeps_leftovers``: orders that only reduce stay on the book when their position is gone (Binance USDM, fault N08).
    """

    hedge: bool = False
    depth: Depth = field(default_factory=Depth)
    slippage_max: Decimal = Decimal("0.05")
    leverage: Decimal = Decimal(10)
    funding_rate: Decimal = Decimal(0)
    funding_every: timedelta = timedelta(hours=8)
    orders_max: int = 500
    conditionals_max: int = 10
    targets_max: int = 20
    keeps_leftovers: bool = False

    def funding(self) -> Funding | None:
        """None where none is paid."""
        return Funding(self.funding_rate, EPOCH, self.funding_every) if self.funding_rate else None


@dataclass(slots=True)
class Floor:
    """The whole state of one exchange account, and its elementary moves."""

    instruments: Mapping[Symbol, Instrument]
    terms: Terms
    ledger: Ledger
    register: Register = field(default_factory=Register)
    tapes: dict[Symbol, Tape] = field(default_factory=dict)
    funding: dict[Symbol, Funding] = field(default_factory=dict)
    """What the market says of it, for the symbols of which it does."""
    executed: int = 0
    told: list[VenueReport] = field(default_factory=list)

    def flush(self) -> tuple[VenueReport, ...]:
        """What happened since the last flush, in order."""
        told, self.told = tuple(self.told), []
        return told

    def is_busy(self, symbol: Symbol) -> bool:
        """Is there anything that a quote of this symbol could change?"""
        return symbol in self.register.working or symbol in self.ledger.holdings

    # --- orders ---------------------------------------------------------------------------

    def closes(self, order: Order) -> Holding | None:
        """The position an order would reduce, if there is one."""
        return self._against(order.request)

    def _against(self, request: NewOrder) -> Holding | None:
        if request.position_side is None:
            return self.ledger.find(request.symbol, request.opens.opposite)
        if request.side is request.position_side.opening:
            return None
        return self.ledger.find(request.symbol, request.position_side)

    def take(self, order: Order, at: datetime) -> None:
        """Trade what can be traded at once; the rest works on or is cancelled, as its kind says."""
        request = order.request
        wanted: Decimal = order.remaining
        if request.only_reduces:
            held = self.closes(order)
            wanted = min(wanted, held.quantity) if held is not None else ZERO
        limit = order.price if order.price is not None else self._cap(request.symbol, request.side)
        offers = self._sweep(request.symbol, request.side, Quantity(wanted), limit)
        if request.time_in_force is TimeInForce.FOK and sum(offer.quantity for offer in offers) < order.remaining:
            self.end(order, End.NOT_ALL, at)
            return
        self.fill(order, offers, at, maker=False)
        at_market = request.kind in (OrderKind.MARKET, OrderKind.STOP_MARKET)
        if order.is_working and (at_market or request.time_in_force is TimeInForce.IOC):
            stuck = request.only_reduces and self.closes(order) is None
            self.end(order, End.BY_REDUCE_ONLY if stuck else End.NO_IMMEDIATE, at)

    def is_reached(self, order: Order) -> bool:
        """Has the quote come to a resting limit? Most orders at most quotes need no closer look."""
        price, request = order.price, order.request
        if price is None:
            return False
        quote = self.tapes[request.symbol].quote
        return quote.ask <= price if request.side is OrderSide.BUY else quote.bid >= price

    def rest(self, order: Order, at: datetime) -> None:
        """Fill a resting limit at its own price with what the new quote offers against it."""
        request, price = order.request, order.price
        if price is None:
            return
        wanted: Decimal = order.remaining
        if request.only_reduces:
            held = self.closes(order)
            wanted = min(wanted, held.quantity) if held is not None else ZERO
        offers = self._sweep(request.symbol, request.side, Quantity(wanted), price)
        filled = sum((offer.quantity for offer in offers), ZERO)
        if filled > 0:
            self.fill(order, (Offer(price, Quantity(filled)),), at, maker=True)

    def fill(self, order: Order, offers: tuple[Offer, ...], at: datetime, *, maker: bool) -> None:
        """Book offers against an order, then tell its state; a one-way order may close, then open."""
        request = order.request
        tag = request.tag
        purpose = Purpose.ORDER if tag is not None else Purpose.FOREIGN
        touched: dict[Side, Holding] = {}
        for offer in offers:
            left: Decimal = offer.quantity
            held = self.closes(order)
            if held is not None:
                part = Quantity(min(left, held.quantity))
                self._reduce(held, part, offer.price, at, maker=maker, purpose=purpose, tag=tag)
                touched[held.side] = held
                order.filled = Quantity(order.filled + part)
                left -= part
            if left > 0 and not request.only_reduces:
                opened = self._open(order, Quantity(left), offer.price, at, maker=maker, purpose=purpose)
                touched[opened.side] = opened
                order.filled = Quantity(order.filled + left)
        for held in touched.values():
            self.tell_stop(held, at)
        if order.remaining <= 0:
            self.register.close(order, OrderStatus.FILLED, at)
            self.told.append(order.report())
        elif offers:
            order.at = at
            self.told.append(order.report())

    def end(self, order: Order, why: str, at: datetime) -> None:
        """Cancel a working order and tell so; what it filled stays filled."""
        self.register.close(order, OrderStatus.CANCELLED, at, why)
        self.told.append(order.report())

    # --- positions ------------------------------------------------------------------------

    def sell_out(self, held: Holding, quantity: Quantity, purpose: Purpose, at: datetime) -> Quantity:
        """Close ``quantity`` of a position at market, without a cap; return what the book gave."""
        offers = self._sweep(held.symbol, held.side.closing, quantity, None)
        given = ZERO
        for offer in offers:
            self._reduce(held, offer.quantity, offer.price, at, maker=False, purpose=purpose, tag=None)
            given += offer.quantity
        if offers:
            self.tell_stop(held, at)
        return Quantity(given)

    def tell_stop(self, held: Holding, at: datetime) -> None:
        """Say which stop a position has; a position that is gone has none."""
        if held.quantity > 0:
            self.told.append(StopReport(held.symbol, held.side, held.stop, held.quantity, at))
        elif held.stop is not None:
            self.told.append(StopReport(held.symbol, held.side, None, Quantity(ZERO), at))

    def margin_of(self, order: Order) -> Decimal:
        """What a working order keeps reserved.

        An armed conditional reserves nothing; it is asked when it is met (fault B30).
        """
        if order.armed or order.request.only_reduces:
            return ZERO
        return self.margin_for(order.request, order.remaining, order.price)

    def margin_for(self, request: NewOrder, quantity: Quantity, price: Price | None) -> Decimal:
        """Initial margin and taker fee of the part that would open; ``price`` None: at market."""
        instrument = self.instruments[request.symbol]
        at = price if price is not None else self.tapes[request.symbol].quote.taker(request.side)
        held = self._against(request)
        opening = Quantity(max(ZERO, quantity - (held.quantity if held is not None else ZERO)))
        return instrument.notional(opening, at) * (1 / self.ledger.leverage_of(request.symbol) + instrument.taker_fee)

    @property
    def margin_used(self) -> Decimal:
        return self.ledger.margin_held + self.margin_ordered

    @property
    def margin_ordered(self) -> Decimal:
        """What the working orders keep reserved."""
        return sum((self.margin_of(order) for order in self.register.all()), ZERO)

    @property
    def free(self) -> Decimal:
        """What a new order may still bind. Negative when a loss has eaten the margin."""
        return self.ledger.equity - self.margin_used

    # --- inside ---------------------------------------------------------------------------

    def _sweep(self, symbol: Symbol, side: OrderSide, wanted: Quantity, limit: Price | None) -> tuple[Offer, ...]:
        return sweep(self.terms.depth, self.instruments[symbol], self.tapes[symbol], side, wanted=wanted, limit=limit)

    def _cap(self, symbol: Symbol, side: OrderSide) -> Price:
        best = self.tapes[symbol].quote.taker(side)
        away = self.terms.slippage_max if side is OrderSide.BUY else -self.terms.slippage_max
        return Price(best * (1 + away))

    def _open(
        self, order: Order, quantity: Quantity, price: Price, at: datetime, *, maker: bool, purpose: Purpose
    ) -> Holding:
        request = order.request
        mark = self.tapes[request.symbol].quote.mark
        held = self.ledger.add(request.symbol, request.opens, quantity, price, mark=mark, at=at)
        # In the same step as the fill, so that there is no instant without the stop. A later fill of the
        # same order leaves an amended stop alone, unless the first part was already stopped out.
        if request.stop is not None and (not order.stop_given or held.stop is None):
            held.stop, held.stop_by, held.targets = request.stop, request.stop_by, request.targets
        elif request.targets and not order.stop_given:
            held.targets = request.targets
        order.stop_given = True
        self._book(held, request.side, quantity, price, at, maker=maker, purpose=purpose, tag=request.tag)
        return held

    def _reduce(
        self,
        held: Holding,
        quantity: Quantity,
        price: Price,
        at: datetime,
        *,
        maker: bool,
        purpose: Purpose,
        tag: OrderTag | None,
    ) -> None:
        self.ledger.reduce(held, quantity, price)
        self._book(held, held.side.closing, quantity, price, at, maker=maker, purpose=purpose, tag=tag)

    def _book(
        self,
        held: Holding,
        side: OrderSide,
        quantity: Quantity,
        price: Price,
        at: datetime,
        *,
        maker: bool,
        purpose: Purpose,
        tag: OrderTag | None,
    ) -> None:
        instrument = self.instruments[held.symbol]
        rate = instrument.maker_fee if maker else instrument.taker_fee
        fee = self.ledger.charge(instrument.notional(quantity, price) * rate)
        self.tapes[held.symbol].take(side, quantity)
        self.executed += 1
        name = ExecutionId(f"x{self.executed}")
        self.told.append(Execution(name, held.symbol, side, held.side, quantity, price, fee, purpose, tag, at))

    def funding_of(self, symbol: Symbol) -> Funding | None:
        """None where none is paid."""
        known = self.funding.get(symbol) or self.terms.funding()
        is_paid = known is not None and known.rate != 0 and self.instruments[symbol].kind is Kind.LINEAR
        return known if is_paid else None
