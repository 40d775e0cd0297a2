"""The whole account as plain values that a file can hold, and back again.

Closed orders never change, so they are kept apart: what is written after each order stays
small however old the account grows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from core.orders import Execution, FundingPaid, Transaction
from core.vocabulary import Money, Symbol
from venues.matching.book import Tape
from venues.matching.floor import EPOCH, Floor
from venues.matching.ledger import Holding
from venues.matching.register import Order

if TYPE_CHECKING:
    from cattrs import Converter


@dataclass(frozen=True, slots=True)
class Live:
    """Everything but the closed orders."""

    hedge: bool
    balance: Money
    opened: int
    executed: int
    closed: int
    leverage: dict[Symbol, Decimal]
    holdings: list[Holding]
    working: list[Order]
    tapes: list[Tape]


@cache
def converter() -> Converter:
    """Decimals and datetimes as text, so that nothing is lost on the way through JSON."""
    from cattrs import Converter

    made = Converter(forbid_extra_keys=True)
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    made.register_unstructure_hook(datetime, datetime.isoformat)
    made.register_structure_hook(datetime, lambda saved, _: _moment(saved))
    return made


def _moment(saved: str | int) -> datetime:
    """An older account counted the eight hours' funding periods since 1970 that were settled."""
    return EPOCH + saved * timedelta(hours=8) if isinstance(saved, int) else datetime.fromisoformat(saved)


def to_plain(value: object) -> dict[str, Any]:
    """One of the account's values as JSON has it."""
    plain: dict[str, Any] = converter().unstructure(value)
    return plain


def live(floor: Floor) -> Live:
    """As it is now: to be written at once. Quotes of idle symbols are left out: the market tells them again."""
    return Live(
        floor.terms.hedge,
        floor.ledger.balance,
        floor.register.opened,
        floor.executed,
        len(floor.register.closed),
        floor.ledger.leverage,
        list(floor.ledger.all()),
        list(floor.register.all()),
        [tape for symbol, tape in floor.tapes.items() if floor.is_busy(symbol)],
    )


def closed_after(floor: Floor, count: int) -> list[Order]:
    """Reads from the end: costs as much as there is new."""
    closed = floor.register.closed
    newest = list(islice(reversed(closed.values()), max(0, len(closed) - count)))
    return newest[::-1]


def transaction_from_plain(saved: Mapping[str, Any]) -> Transaction:
    """Of the two only funding has an amount."""
    kind: type[Transaction] = FundingPaid if "amount" in saved else Execution
    return converter().structure(saved, kind)


def restore(floor: Floor, saved: Mapping[str, Any], closed: Sequence[Mapping[str, Any]]) -> None:
    """Fill an empty floor. Raises ``ValueError`` for what cannot be carried on."""
    from cattrs.errors import BaseValidationError

    try:
        state = converter().structure(saved, Live)
        done = [converter().structure(order, Order) for order in closed]
    except (BaseValidationError, KeyError, TypeError, ArithmeticError) as error:
        raise ValueError("the snapshot is damaged") from error
    if len(done) != state.closed:
        raise ValueError(f"the snapshot counts {state.closed} closed orders but {len(done)} are there")
    in_use = {held.symbol for held in state.holdings} | {order.request.symbol for order in state.working}
    lost = sorted(in_use - set(floor.instruments))
    if lost:
        raise ValueError(f"the account holds {', '.join(lost)}, which the catalogue does not know")
    if in_use and state.hedge is not floor.terms.hedge:
        raise ValueError("the position mode cannot be changed while there are orders or positions")
    floor.ledger.balance, floor.ledger.leverage = state.balance, state.leverage
    for held in state.holdings:
        floor.ledger.holdings.setdefault(held.symbol, {})[held.side] = held
    for order in state.working:
        floor.register.keep(order)
    floor.register.closed = {order.tag: order for order in done}
    floor.register.opened, floor.executed = state.opened, state.executed
    floor.tapes = {tape.quote.symbol: tape for tape in state.tapes}
