"""Why the exchange says no, in numbers a client of a real one already knows.

The numbers are Bybit's where one fits, so that code written against this engine meets the
refusals it will meet in earnest. Source: Bybit V5 documentation, page "Error Codes"
(v5/error), and the order's reject reasons of page "Enums Definitions" (v5/enum).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """A refusal: nothing was done."""

    BAD_REQUEST = "10001"
    """A value that cannot be: unknown symbol, off the grid, too small, too large, a stop on the
    wrong side, a position side that does not fit the position mode, no position to protect."""
    NOT_MODIFIED = "34040"
    """The stop is there already, at that price."""
    NO_SUCH_ORDER = "110001"
    POOR = "110007"
    """The free margin does not carry it."""
    ORDER_DONE = "110008"
    """It was filled; too late to cancel or amend."""
    TOO_MANY_CONDITIONALS = "110009"
    ORDER_CANCELLED = "110010"
    LEVERAGE_TOO_HIGH = "110013"
    NOTHING_TO_REDUCE = "110017"
    """A reduce-only order, and no position on its other side."""
    TOO_MANY_ORDERS = "110020"
    LEVERAGE_NOT_MODIFIED = "110043"
    PART_FILLED = "110059"
    """Its stop and targets are the position's already; they are changed there."""
    TOO_MANY_TARGETS = "110061"
    BELOW_FILLED = "110064"
    """An amended quantity at or below what the order has filled."""
    NO_PRICE = "110066"
    """No trading at the moment: the market has not shown a price yet."""
    DUPLICATE = "110072"
    """The client order id was used before; for ever, also when that order is closed."""
    BUSY = "110079"
    """The position is being closed; its stop cannot be changed any more."""
    EXPECTS_RISING = "110092"
    """Its trigger was to be met from below, and the price is there already."""
    EXPECTS_FALLING = "110093"
    """Its trigger was to be met from above, and the price is there already."""
    NOTIONAL_TOO_SMALL = "110094"
    WOULD_TAKE = "170218"
    """A post-only order that would trade at once. Bybit tells so a moment later, as an order
    rejected with EC_PostOnlyWillTakeLiquidity; here the answer itself says it."""


class End(StrEnum):
    """Why a working order ended unfilled; a word in its last report, never an answer."""

    BY_USER = "EC_PerCancelRequest"
    NO_IMMEDIATE = "EC_NoImmediateQtyToFill"
    """The rest of an IOC or market order: no more within its limit or its slippage cap."""
    NOT_ALL = "EC_NoEnoughQtyToFill"
    """A fill-or-kill order that could not be filled whole."""
    WOULD_TAKE = "EC_PostOnlyWillTakeLiquidity"
    """A post-only conditional order that would trade at once when it is met."""
    BY_REDUCE_ONLY = "CancelByReduceOnly"
    """Its position is gone."""
    NO_MARGIN = "CancelByCannotAffordOrderCost"
    """A conditional order met its trigger without the margin for it (fault B30)."""
    BY_LIQUIDATION = "CancelByPrepareLiq"


@dataclass(frozen=True, slots=True)
class Objection:
    """A refusal before it has a moment."""

    code: Code
    reason: str
