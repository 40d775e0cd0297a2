"""Everything an exchange looks at before it takes an order, and the number it refuses with.

Each rule is one question and one code (`venues.matching.codes`); the first that objects
decides. A refused order leaves no trace, so its client id stays free, as at a real venue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from core.orders import TimeInForce
from core.vocabulary import ZERO, OrderSide, Price, Quantity, Side, Symbol
from venues.matching.book import is_met, is_worse, reading
from venues.matching.codes import Code, Objection
from venues.matching.floor import Floor
from venues.matching.register import Order
from venues.matching.requests import Crossing, NewOrder, Target, TriggerBy

TAG_LENGTH_MAX = 36
"""Bybit, page "Place Order": orderLinkId."""

Rule = Callable[[Floor, NewOrder, Order | None], Objection | None]


def objection(floor: Floor, request: NewOrder, amended: Order | None = None) -> Objection | None:
    """The first reason not to take ``request``, or None.

    ``amended``: the working order that ``request`` is the new shape of.
    """
    for rule in RULES:
        found = rule(floor, request, amended)
        if found is not None:
            return found
    return None


def _bad(reason: str) -> Objection:
    return Objection(Code.BAD_REQUEST, reason)


def _name(floor: Floor, request: NewOrder, amended: Order | None) -> Objection | None:
    tag = request.tag
    if tag is None or amended is not None:
        return None
    if not 0 < len(tag) <= TAG_LENGTH_MAX or not all(c.isascii() and (c.isalnum() or c in "-_") for c in tag):
        return _bad(f"a client order id is 1 to {TAG_LENGTH_MAX} of A-Za-z0-9_-")
    if floor.register.find(tag) is not None:
        return Objection(Code.DUPLICATE, f"the client order id {tag} was used before")
    return None


def _market(floor: Floor, request: NewOrder, _amended: Order | None) -> Objection | None:
    if request.symbol not in floor.instruments:
        return _bad(f"there is no instrument {request.symbol}")
    if request.symbol not in floor.tapes:
        return Objection(Code.NO_PRICE, f"no price of {request.symbol} yet")
    if (request.position_side is not None) is not floor.terms.hedge:
        mode = "hedge" if floor.terms.hedge else "one-way"
        return _bad(f"the position side does not fit the account's {mode} mode")
    return None


def _quantity(floor: Floor, request: NewOrder, amended: Order | None) -> Objection | None:
    instrument = floor.instruments[request.symbol]
    quantity = request.quantity
    if not quantity.is_finite() or quantity <= 0 or quantity % instrument.step != 0:
        return _bad(f"the quantity {quantity} is not a positive multiple of {instrument.step}")
    if quantity > instrument.quantity_max:
        return _bad(f"the quantity {quantity} is above the maximum {instrument.quantity_max}")
    if amended is not None and quantity <= amended.filled:
        return Objection(Code.BELOW_FILLED, f"the quantity {quantity} is not above the {amended.filled} filled")
    if quantity < instrument.quantity_min and not request.only_reduces:
        return _bad(f"the quantity {quantity} is below the minimum {instrument.quantity_min}")
    return None


def _shape(floor: Floor, request: NewOrder, amended: Order | None) -> Objection | None:
    if request.kind.has_limit is (request.price is None):
        return _bad(f"a {request.kind} order {'needs a' if request.kind.has_limit else 'has no'} price")
    if request.kind.is_conditional is (request.trigger is None):
        return _bad(f"a {request.kind} order {'needs a' if request.kind.is_conditional else 'has no'} trigger")
    if amended is not None and not amended.armed and request.trigger != amended.trigger:
        return _bad("the trigger was met already")
    if request.time_in_force is TimeInForce.POST_ONLY and not request.kind.has_limit:
        return _bad("only an order with a limit can be post-only")
    tick = floor.instruments[request.symbol].tick
    prices = (request.price, request.trigger, request.stop, *(target.price for target in request.targets))
    for price in prices:
        if price is not None and (not price.is_finite() or price <= 0 or price % tick != 0):
            return _bad(f"the price {price} is not a positive multiple of {tick}")
    return None


def _notional(floor: Floor, request: NewOrder, _amended: Order | None) -> Objection | None:
    """Waived for orders that only reduce."""
    if request.only_reduces:
        return None
    instrument = floor.instruments[request.symbol]
    notional = instrument.notional(request.quantity, _base(floor, request))
    if notional < instrument.notional_min:
        return Objection(Code.NOTIONAL_TOO_SMALL, f"the notional {notional:f} is below {instrument.notional_min:f}")
    return None


def _reduces(floor: Floor, request: NewOrder, _amended: Order | None) -> Objection | None:
    """More than the position holds is taken and clipped when it trades; against nothing is refused."""
    if not request.only_reduces:
        return None
    against = Side.LONG if request.side is OrderSide.SELL else Side.SHORT
    opening_in_hedge = request.position_side is not None and request.side is request.position_side.opening
    if opening_in_hedge or floor.ledger.find(request.symbol, against) is None:
        return Objection(Code.NOTHING_TO_REDUCE, f"no {against} position of {request.symbol} to reduce")
    if request.stop is not None or request.targets:
        return _bad("an order that only reduces carries no stop and no targets")
    return None


def _counts(floor: Floor, request: NewOrder, amended: Order | None) -> Objection | None:
    if len(request.targets) > floor.terms.targets_max:
        return Objection(Code.TOO_MANY_TARGETS, f"more than {floor.terms.targets_max} targets")
    if amended is not None:
        return None
    if floor.register.count >= floor.terms.orders_max:
        return Objection(Code.TOO_MANY_ORDERS, f"more than {floor.terms.orders_max} working orders")
    waiting = sum(order.armed for order in floor.register.of(request.symbol))
    if request.kind.is_conditional and waiting >= floor.terms.conditionals_max:
        limit = floor.terms.conditionals_max
        return Objection(Code.TOO_MANY_CONDITIONALS, f"more than {limit} conditional orders on {request.symbol}")
    return None


def _trigger(floor: Floor, request: NewOrder, amended: Order | None) -> Objection | None:
    if request.trigger is None or (amended is not None and not amended.armed):
        return None
    return _already_met(floor, request, request.met_from, request.trigger, request.trigger_by)


def _attached(floor: Floor, request: NewOrder, _amended: Order | None) -> Objection | None:
    """The stop lies beyond the entry, and is not met already by an order that trades at once."""
    base, side = _base(floor, request), request.opens
    if request.stop is not None:
        if (request.stop - base) * side.sign >= 0:
            return _bad(f"the stop {request.stop} of a {side} lies on the wrong side of {base}")
        crossing = Crossing.FALLING if side is Side.LONG else Crossing.RISING
        now = not request.kind.is_conditional and would_take(floor, request.symbol, request.side, request.price)
        met = _already_met(floor, request, crossing, request.stop, request.stop_by) if now else None
        if met is not None:
            return met
    return next(_bad_targets(floor, request, side, base), None)


def _bad_targets(floor: Floor, request: NewOrder, side: Side, base: Price) -> Iterator[Objection]:
    for target in request.targets:
        if (target.price - base) * side.sign <= 0:
            yield _bad(f"the target {target.price} of a {side} lies on the wrong side of {base}")
        found = _bad_part(floor, request, target)
        if found is not None:
            yield found


def _bad_part(floor: Floor, request: NewOrder, target: Target) -> Objection | None:
    """A target's quantity has to be tradable."""
    step, part = floor.instruments[request.symbol].step, target.quantity
    if part is None or (part.is_finite() and part > 0 and part % step == 0):
        return None
    return _bad(f"the target quantity {part} is not a positive multiple of {step}")


def _post_only(floor: Floor, request: NewOrder, amended: Order | None) -> Objection | None:
    waits = request.kind.is_conditional and (amended is None or amended.armed)
    if (
        request.time_in_force is TimeInForce.POST_ONLY
        and not waits
        and would_take(floor, request.symbol, request.side, request.price)
    ):
        return Objection(Code.WOULD_TAKE, f"a post-only order at {request.price} would trade at once")
    return None


def _margin(floor: Floor, request: NewOrder, amended: Order | None) -> Objection | None:
    """A conditional order is asked when it is met, not before (Bybit, page "Place Order")."""
    if request.only_reduces or (request.kind.is_conditional and (amended is None or amended.armed)):
        return None
    filled = amended.filled if amended is not None else ZERO
    needed = floor.margin_for(request, Quantity(request.quantity - filled), request.price)
    free = floor.free + (floor.margin_of(amended) if amended is not None else ZERO)
    return poverty(needed, free)


def poverty(needed: Decimal, free: Decimal) -> Objection | None:
    """Does the free margin carry what is needed?"""
    if needed <= free:
        return None
    return Objection(Code.POOR, f"{needed:.2f} of margin and fee are needed, {free:.2f} are free")


def would_take(floor: Floor, symbol: Symbol, side: OrderSide, price: Price | None) -> bool:
    """Would an order at this limit (None: at market) trade at once?"""
    return price is None or not is_worse(side, floor.tapes[symbol].quote.taker(side), price)


def _base(floor: Floor, request: NewOrder) -> Price:
    """The price the order is expected to trade at."""
    if request.price is not None:
        return request.price
    return request.trigger if request.trigger is not None else floor.tapes[request.symbol].quote.last


def _already_met(
    floor: Floor, request: NewOrder, crossing: Crossing, trigger: Price, by: TriggerBy
) -> Objection | None:
    quote = floor.tapes[request.symbol].quote
    if not is_met(quote, by, crossing, trigger):
        return None
    code = Code.EXPECTS_RISING if crossing is Crossing.RISING else Code.EXPECTS_FALLING
    return Objection(code, f"{trigger} is to be met {crossing}, but {by} is {reading(quote, by)} already")


RULES: tuple[Rule, ...] = (
    _name,
    _market,
    _quantity,
    _shape,
    _notional,
    _reduces,
    _counts,
    _trigger,
    _attached,
    _post_only,
    _margin,
)
