"""Every order of one trade on a few lines: what was sent, what it filled and at what price, and how it stands.

Separate because a history grows with each step of a trail, and the question "what became of my orders" must not
drown in it. Pure: it is read off the journal's lines, so that it is the same after any restart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from core.commands import CancelOrder, MoveStop, PlaceEntry, PlaceExit
from core.events import (
    EntryFilled,
    ExitCause,
    ExitFilled,
    FoundFlat,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionAdopted,
    PositionEnded,
    StopConfirmed,
    StopLost,
    StopMoveDecided,
    StopMovedOutside,
)
from core.instrument import sized
from core.ports import Recorded
from core.position import Live
from core.position.trailing import stop_kind
from core.telling import entry_words, leg_words, tell
from core.views import Moment, OrderView
from core.vocabulary import ZERO, Money, Price, Quantity, Unit

STOP = "stop"
_OTHERS = {ExitCause.LIQUIDATION: "liquidation", ExitCause.OUTSIDE: "by hand"}


@dataclass(slots=True)
class _Order:
    name: str
    sent: str
    state: str
    quantity: Quantity = Quantity(ZERO)
    filled: Quantity = Quantity(ZERO)
    worth: Money = Money(ZERO)

    def fill(self, quantity: Quantity, price: Price) -> None:
        self.filled = Quantity(self.filled + quantity)
        self.worth = Money(self.worth + quantity * price)
        if self.filled >= self.quantity:
            self.state = "filled"

    def view(self) -> OrderView:
        price = Price(self.worth / self.filled) if self.filled else None
        return OrderView(self.name, self.sent, self.filled, price, self.state)


class _Blotter:
    def __init__(self, unit: Unit) -> None:
        self._size = partial(sized, unit=unit)
        self.orders: dict[str, _Order] = {}
        self._stops: list[Price] = []

    def take(self, line: object) -> None:
        match line:
            case PlaceEntry(order=order):
                self._sent(order.tag, entry_words(order, self._size), order.quantity)
                self._stop_at(order.stop)
            case PositionAdopted(plan=plan):
                self._stop_at(plan.stop)
            case PlaceExit(order=order):
                price = f" at {order.price}" if order.price is not None else " at market"
                self._sent(order.tag, f"{self._size(order.quantity)}{price}", order.quantity)
            case OrderAccepted(tag=tag):
                self._state(tag, "at the venue")
            case OrderRefused(tag=tag, reason=reason):
                self._state(tag, f"refused: {reason}")
            case CancelOrder(tag=tag):
                self._state(tag, "being cancelled")
            case OutcomeUnknown(tag=tag):
                self._state(tag, "no answer, being looked up")
            case OrderEnded(tag=tag, reason=reason):
                self._state(tag, f"off the book: {reason}")
            case EntryFilled(tag=tag, quantity=quantity, price=price):
                self._of(tag, leg_words(tag)).fill(quantity, price)
            case ExitFilled():
                self._left(line)
            case StopConfirmed(price=price, quantity=quantity):
                self._stop_at(price).state = f"stands for {self._size(quantity)}"
            case StopMovedOutside(price=price):
                self._stop_at(price)
            case StopLost(why=why):
                self._of(STOP, STOP).state = f"missing: {why}"
            case PositionEnded() | FoundFlat():
                self._ended()
            case _:
                pass

    def _of(self, key: str, name: str) -> _Order:
        return self.orders.setdefault(key, _Order(name.removeprefix("the "), "", ""))

    def _sent(self, tag: str, words: str, quantity: Quantity) -> None:
        if tag not in self.orders:  # sent again after a restart it is the same order
            self.orders[tag] = _Order(leg_words(tag).removeprefix("the "), words, "sent", quantity)

    def _state(self, tag: str, state: str) -> None:
        order = self.orders.get(tag)
        if order is not None and order.state != "filled":
            order.state = state

    def _stop_at(self, price: Price) -> _Order:
        if not self._stops or self._stops[-1] != price:
            self._stops.append(price)
        stop = self._of(STOP, STOP)
        moves = len(self._stops) - 1
        moved = f" → {price}, {moves} move{'s' if moves > 1 else ''}" if moves else ""
        stop.sent, stop.state = f"{self._stops[0]}{moved}", stop.state or "sent with the entry"
        return stop

    def _left(self, fill: ExitFilled) -> None:
        if fill.tag is not None:
            return self._of(fill.tag, leg_words(fill.tag)).fill(fill.quantity, fill.price)
        name = STOP if fill.cause is ExitCause.STOP else _OTHERS.get(fill.cause, str(fill.cause))
        return self._of(name, name).fill(fill.quantity, fill.price)

    def _ended(self) -> None:
        stop = self.orders.get(STOP)
        if stop is not None and not stop.filled:
            stop.state = "gone with the trade"


def orders_of(lines: Iterable[Recorded], unit: Unit) -> tuple[OrderView, ...]:
    """Each order in the order it was sent, the stop as one of them however often it was moved; ``unit``: what their
    quantities count.
    """
    blotter = _Blotter(unit)
    for line in lines:
        blotter.take(line.body)
    return tuple(order.view() for order in blotter.orders.values())


def history_of(lines: Sequence[Recorded], unit: Unit, life: Live | None) -> tuple[Moment, ...]:
    """What is to be told of the lines of one trade; the steps of a stop on its way are one moment.

    ``unit``: what its quantities count; ``life``: what it held, by which a stop is known for one in profit.
    """
    moments: list[Moment] = []
    steps: list[tuple[StopMoveDecided | MoveStop | StopConfirmed, Moment]] = []
    for line in lines:
        text = tell(line.body, unit)
        if text is None:
            continue
        if isinstance(line.body, ExitFilled) and line.body.cause is ExitCause.STOP and life is not None:
            text = f"{stop_kind(life, line.body.price)}{text.removeprefix('stop')}"
        moment = Moment(line.at, text)
        if isinstance(line.body, StopMoveDecided | MoveStop | StopConfirmed):
            steps.append((line.body, moment))
            continue
        moments += _folded(steps)
        steps.clear()
        moments.append(moment)
    return (*moments, *_folded(steps))


def _folded(steps: Sequence[tuple[StopMoveDecided | MoveStop | StopConfirmed, Moment]]) -> list[Moment]:
    decided = [body for body, _ in steps if isinstance(body, StopMoveDecided)]
    if len(decided) < 2:
        return [moment for _, moment in steps]
    why = ", ".join(dict.fromkeys(each.why for each in decided))
    proven = isinstance(steps[-1][0], StopConfirmed)
    ends = "the venue holds it there" if proven else "not read back yet"
    words = f"the stop was moved {len(decided)} times, from {decided[0].price} to {decided[-1].price} ({why}): {ends}"
    last: datetime = steps[-1][1].at
    return [Moment(last, words)]
