"""The counter of the exchange: requests and quotes go in, answers and reports come out.

Synchronous and without a clock: every call brings its moment, so the same calls in the
same order always give the same reports, in a test, in a simulation and on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from core.instrument import Instrument
from core.market import Funding, Quote
from core.orders import Accepted, Observation, OrderReport, Refused, TimeInForce, VenueReport
from core.vocabulary import Money, OrderSide, OrderTag, Price, Side, Symbol
from venues.matching import snapshot
from venues.matching.admission import objection, poverty, would_take
from venues.matching.book import Tape, is_met
from venues.matching.codes import Code, End
from venues.matching.floor import Floor, Terms
from venues.matching.guard import is_stop_met, is_target_met, pay_funding, settle_funding, watch
from venues.matching.ledger import Holding, Ledger
from venues.matching.register import Order
from venues.matching.requests import Amendment, NewOrder, Outcome, Target, TriggerBy
from venues.matching.snapshot import Live


class Engine:
    """One account at one exchange.

    Every ``at`` is aware. No method raises for what a client may ask: that is `Refused`.
    """

    def __init__(self, instruments: Mapping[Symbol, Instrument], balance: Money, terms: Terms | None = None) -> None:
        terms = terms if terms is not None else Terms()
        self._floor = Floor(instruments, terms, Ledger(instruments, balance, terms.leverage))
        self.is_busy = self._floor.is_busy
        """Has this symbol working orders or a position?"""
        self._seen: Observation | None = None
        """What was observed last, until something changes: an account is looked at far more often than it moves."""
        self._orders: tuple[tuple[OrderReport, ...], Decimal] | None = None
        """The working orders in it and their margin, until one changes: most quotes move positions only."""

    # --- orders ---------------------------------------------------------------------------

    def place(self, request: NewOrder, at: datetime) -> Outcome:
        """Take an order and trade what can be traded at once."""
        floor = self._changing()
        no = objection(floor, request)
        if no is not None:
            return _refused(no.code, no.reason, at)
        order = floor.register.open(request, at)
        floor.told.append(order.report())
        if not order.armed:
            floor.take(order, at)
        return self._done(request.symbol, at)

    def amend(self, change: Amendment, at: datetime) -> Outcome:
        """Change a working order; a new limit may trade at once.

        Refused: like a new order; 110064 at or below what has filled; 110059 another stop after a fill.
        """
        floor = self._changing()
        order = floor.register.find(change.tag)
        if order is None or not order.is_working:
            return _gone(order, at)
        attached = change.attached
        if attached is not None and order.filled > 0:
            return _refused(Code.PART_FILLED, "the order has filled in part: its stop is the position's", at)
        request = order.request
        if attached is not None:
            request = replace(request, stop=attached.stop, stop_by=attached.stop_by, targets=attached.targets)
        wanted = replace(
            request,
            quantity=change.quantity if change.quantity is not None else order.quantity,
            price=change.price if change.price is not None else order.price,
            trigger=change.trigger if change.trigger is not None else order.trigger,
        )
        no = objection(floor, wanted, order)
        if no is not None:
            return _refused(no.code, no.reason, at)
        order.request = request
        order.quantity, order.price, order.trigger, order.at = wanted.quantity, wanted.price, wanted.trigger, at
        floor.told.append(order.report())
        if not order.armed:
            floor.take(order, at)
        return self._done(order.request.symbol, at)

    def cancel(self, tag: OrderTag, at: datetime) -> Outcome:
        """Cancel a working order. Refused with 110001, 110008 or 110010 when there is none."""
        floor = self._changing()
        order = floor.register.find(tag)
        if order is None or not order.is_working:
            return _gone(order, at)
        floor.end(order, End.BY_USER, at)
        return Outcome(Accepted(at), floor.flush())

    def cancel_all(self, at: datetime, symbol: Symbol | None = None) -> Outcome:
        """Cancel every working order, of one symbol or of all."""
        floor = self._changing()
        for order in tuple(floor.register.all()) if symbol is None else floor.register.of(symbol):
            floor.end(order, End.BY_USER, at)
        return Outcome(Accepted(at), floor.flush())

    # --- the position ---------------------------------------------------------------------

    def set_stop(
        self, symbol: Symbol, side: Side, stop: Price | None, at: datetime, by: TriggerBy = TriggerBy.LAST
    ) -> Outcome:
        """Give the position a stop, move it in place, or (None) take it away.

        Refused: 10001 no such position, off the grid, or on the wrong side of the price;
        34040 it is there already; 110079 the position is being closed.
        """
        floor = self._changing()
        held = floor.ledger.find(symbol, side)
        if held is None:
            return _refused(Code.BAD_REQUEST, f"no {side} position of {symbol} to protect", at)
        if held.closing is not None:
            return _refused(Code.BUSY, f"the {side} position of {symbol} is being closed", at)
        if (stop, by) == (held.stop, held.stop_by) or (stop is None and held.stop is None):
            return _refused(Code.NOT_MODIFIED, "not modified", at)
        if stop is not None:
            if not _is_price(stop, floor.instruments[symbol]):
                return _refused(Code.BAD_REQUEST, f"the stop {stop} is not on the grid", at)
            if is_stop_met(floor, symbol, side, stop, by):
                return _refused(Code.BAD_REQUEST, f"the stop {stop} of a {side} lies on the wrong side of {by}", at)
        held.stop, held.stop_by = stop, by
        floor.tell_stop(held, at)
        return self._done(symbol, at)

    def set_targets(self, symbol: Symbol, side: Side, targets: tuple[Target, ...], at: datetime) -> Outcome:
        """Replace the position's take profits; an empty tuple takes them away."""
        floor = self._changing()
        held = floor.ledger.find(symbol, side)
        if held is None:
            return _refused(Code.BAD_REQUEST, f"no {side} position of {symbol} to take profit on", at)
        if held.closing is not None:
            return _refused(Code.BUSY, f"the {side} position of {symbol} is being closed", at)
        if targets == held.targets:
            return _refused(Code.NOT_MODIFIED, "not modified", at)
        if len(targets) > floor.terms.targets_max:
            return _refused(Code.TOO_MANY_TARGETS, f"more than {floor.terms.targets_max} targets", at)
        instrument = floor.instruments[symbol]
        for target in targets:
            part = target.quantity
            if not _is_price(target.price, instrument) or is_target_met(floor, symbol, side, target.price, target.by):
                return _refused(Code.BAD_REQUEST, f"the target {target.price} of a {side} cannot be", at)
            if part is not None and (not part.is_finite() or part <= 0 or part % instrument.step != 0):
                return _refused(Code.BAD_REQUEST, f"the target quantity {part} is not on the grid", at)
        held.targets = targets
        return self._done(symbol, at)

    def set_leverage(self, symbol: Symbol, leverage: Decimal, at: datetime) -> Outcome:
        """Leverage of both sides of a symbol. Refused: 110043 the same, 110013 too high, 110007 too dear."""
        floor = self._changing()
        instrument = floor.instruments.get(symbol)
        if instrument is None or not leverage.is_finite() or leverage < 1:
            return _refused(Code.BAD_REQUEST, f"no leverage of {leverage} for {symbol}", at)
        if leverage > instrument.leverage_max:
            return _refused(Code.LEVERAGE_TOO_HIGH, f"{symbol} takes at most {instrument.leverage_max}", at)
        before = floor.ledger.leverage_of(symbol)
        if leverage == before:
            return _refused(Code.LEVERAGE_NOT_MODIFIED, "not modified", at)
        floor.ledger.leverage[symbol] = leverage
        no = poverty(floor.margin_used, floor.ledger.equity) if leverage < before else None
        if no is not None:
            floor.ledger.leverage[symbol] = before
            return _refused(no.code, no.reason, at)
        return Outcome(Accepted(at))

    # --- the world ------------------------------------------------------------------------

    def on_quote(self, quote: Quote) -> tuple[VenueReport, ...]:
        """Let the market move; an older or the same quote is passed over (it refills no book).

        Costs next to nothing for a symbol without orders and positions.
        """
        floor, symbol, at = self._floor, quote.symbol, quote.at
        tape = floor.tapes.get(symbol)
        if symbol not in floor.instruments or (tape is not None and (at < tape.quote.at or quote == tape.quote)):
            return ()
        floor.tapes[symbol] = Tape(quote)
        if not floor.is_busy(symbol):
            return ()
        self._seen = None
        for held in floor.ledger.of(symbol):
            held.mark = quote.mark
        settle_funding(floor, symbol, at)
        orders = floor.register.of(symbol)
        reached = [order for order in orders if not order.armed and floor.is_reached(order)]
        for order in _by_price(reached) if reached else ():
            if order.is_working:
                floor.rest(order, at)
        for order in orders:
            if order.armed and is_met(quote, order.request.trigger_by, order.request.met_from, _trigger(order)):
                self._changing()  # also without a word: it may rest now
                self._wake(order, at)
        watch(floor, symbol, at)
        if floor.told:
            self._changing()
        return floor.flush()

    def hear_funding(self, symbol: Symbol, funding: Funding) -> None:
        """Take what the market says from now on; a rate that was told for a moment stands until that is settled."""
        known, held = self._floor.funding.get(symbol), self._floor.ledger.of(symbol)
        if known is None or known.next_at == funding.next_at or all(one.funded >= known.next_at for one in held):
            self._floor.funding[symbol] = funding

    def apply_funding(self, symbol: Symbol, rate: Decimal, at: datetime) -> tuple[VenueReport, ...]:
        """Charge one funding payment now; ``rate`` > 0: longs pay."""
        floor = self._changing()
        for held in floor.ledger.of(symbol):
            pay_funding(floor, held, rate, at)
        watch(floor, symbol, at)
        return floor.flush()

    # --- questions ------------------------------------------------------------------------

    @property
    def instruments(self) -> Mapping[Symbol, Instrument]:
        return self._floor.instruments

    @property
    def terms(self) -> Terms:
        return self._floor.terms

    def observe(self, at: datetime) -> Observation:
        """Everything the account holds."""
        seen = self._seen
        if seen is None:
            floor, ledger = self._floor, self._floor.ledger
            if self._orders is None:
                self._orders = tuple(order.report() for order in floor.register.all()), floor.margin_ordered
            orders, ordered = self._orders
            equity, margin_held, positions = ledger.valued()
            margin = Money(margin_held + ordered)
            seen = self._seen = Observation(at, equity, ledger.balance, margin, positions, orders)
        if seen.at != at:
            held = seen.positions, seen.orders
            seen = self._seen = Observation(at, seen.equity, seen.balance, seen.margin_used, *held)
        return seen

    def look_up(self, tag: OrderTag) -> OrderReport | None:
        """An order by its client id, working or closed; None: never taken."""
        order = self._floor.register.find(tag)
        return order.report() if order is not None else None

    def request_of(self, tag: OrderTag) -> NewOrder | None:
        """The order as it was sent, to tell a repetition from another order under a used id."""
        order = self._floor.register.find(tag)
        return order.request if order is not None else None

    def holding(self, symbol: Symbol, side: Side) -> Holding | None:
        """The position with everything that is bound to it: to be read, not to be changed."""
        return self._floor.ledger.find(symbol, side)

    def leverage_of(self, symbol: Symbol) -> Decimal:
        """The leverage that a position of this symbol has, or would have."""
        return self._floor.ledger.leverage_of(symbol)

    def is_armed(self, tag: OrderTag) -> bool:
        """Is this order still waiting for its trigger?"""
        order = self._floor.register.find(tag)
        return order is not None and order.is_working and order.armed

    def quote_of(self, symbol: Symbol) -> Quote | None:
        tape = self._floor.tapes.get(symbol)
        return tape.quote if tape is not None else None

    @property
    def busy_symbols(self) -> tuple[Symbol, ...]:
        return tuple(dict.fromkeys((*self._floor.ledger.holdings, *self._floor.register.working)))

    # --- keeping --------------------------------------------------------------------------

    def snapshot(self) -> dict[str, Any]:
        """Everything, as JSON-friendly values; quotes only of symbols with orders or positions."""
        return {
            "live": snapshot.to_plain(self.live()),
            "closed": [snapshot.to_plain(order) for order in self.closed_after(0)],
        }

    def live(self) -> Live:
        """The account without the closed orders: small, whatever its age. To be written at once."""
        return snapshot.live(self._floor)

    def closed_after(self, count: int) -> list[Order]:
        """The orders closed since there were ``count`` of them, in order; they never change again."""
        return snapshot.closed_after(self._floor, count)

    @property
    def closed_count(self) -> int:
        return len(self._floor.register.closed)

    @classmethod
    def restore(
        cls, instruments: Mapping[Symbol, Instrument], saved: Mapping[str, Any], terms: Terms | None = None
    ) -> Engine:
        """The engine as it was. Raises ``ValueError`` with one line for a snapshot that cannot be carried on."""
        engine = cls(instruments, Money(Decimal(0)), terms)
        snapshot.restore(engine._floor, saved["live"], saved["closed"])
        return engine

    # --- inside ---------------------------------------------------------------------------

    def _changing(self) -> Floor:
        """The floor, for whoever may change what is to be seen on it."""
        self._seen = self._orders = None
        return self._floor

    def _done(self, symbol: Symbol, at: datetime) -> Outcome:
        watch(self._floor, symbol, at)
        return Outcome(Accepted(at), self._floor.flush())

    def _wake(self, order: Order, at: datetime) -> None:
        """A conditional order met its trigger: only now is its margin asked for (fault B30)."""
        floor = self._floor
        free = floor.free
        order.armed = False
        if poverty(floor.margin_of(order), free) is not None:
            floor.end(order, End.NO_MARGIN, at)
        elif order.request.time_in_force is TimeInForce.POST_ONLY and would_take(
            floor, order.request.symbol, order.request.side, order.price
        ):
            floor.end(order, End.WOULD_TAKE, at)
        else:
            floor.take(order, at)


def _by_price(orders: Iterable[Order]) -> list[Order]:
    """Buys from the highest limit, sells from the lowest, then the oldest: who is served first."""

    def rank(order: Order) -> tuple[Decimal, int]:
        price = order.price if order.price is not None else Decimal(0)
        return (-price if order.request.side is OrderSide.BUY else price, order.number)

    return sorted(orders, key=rank)


def _trigger(order: Order) -> Price:
    if order.trigger is None:
        raise AssertionError(f"an armed order has a trigger: {order.tag}")
    return order.trigger


def _is_price(price: Price, instrument: Instrument) -> bool:
    return price.is_finite() and price > 0 and instrument.is_on_grid(price)


def _refused(code: Code, reason: str, at: datetime) -> Outcome:
    return Outcome(Refused(at, code.value, reason))


def _gone(order: Order | None, at: datetime) -> Outcome:
    if order is None:
        return _refused(Code.NO_SUCH_ORDER, "there is no such order", at)
    if order.remaining <= 0:
        return _refused(Code.ORDER_DONE, "the order was filled", at)
    return _refused(Code.ORDER_CANCELLED, "the order was cancelled", at)
