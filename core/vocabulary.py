"""The small words the whole house shares: who, what, how much, which side.

Every identity and every unit has a type of its own, so that a price cannot be
passed where a quantity is meant. All amounts are `Decimal`: money is never a float.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from decimal import Decimal
from enum import StrEnum
from typing import NewType

Price = NewType("Price", Decimal)
"""Units of the quote currency for one unit of the instrument. Always finite, > 0."""
Quantity = NewType("Quantity", Decimal)
"""Contracts, coins or lots, as the venue counts them. Always finite, >= 0; the side says the direction."""
Money = NewType("Money", Decimal)
"""The account's currency. May be negative (a loss)."""
Unit = NewType("Unit", str)
"""What a quantity counts: "lots", or the coin of a perpetual as its venue calls it; empty: not known."""

Symbol = NewType("Symbol", str)
"""The venue's own spelling, such as BTCUSDT or XAUUSD."""
ChannelId = NewType("ChannelId", str)
"""The stable id of a channel; never its title, which anybody may copy (threat H07)."""
MessageId = NewType("MessageId", int)
UserId = NewType("UserId", int)
PositionId = NewType("PositionId", str)
"""One call and what became of it, from the first reading to the last fill."""
OrderTag = NewType("OrderTag", str)
"""Our client order id: at most 32 of A-Za-z0-9_- (Bybit takes 36, Binance 36, OKX 32)."""
Nonce = NewType("Nonce", str)
"""Names one question put to a human; answered once, then spent."""
ExecutionId = NewType("ExecutionId", str)
StreamId = NewType("StreamId", str)
"""A line of facts with one writer: "account", "chat" or a position's id."""

ZERO = Decimal(0)
ONE = Decimal(1)


class OrderSide(StrEnum):
    """Which way one order trades."""

    BUY = "buy"
    SELL = "sell"

    @property
    def opposite(self) -> OrderSide:
        return OrderSide.SELL if self is OrderSide.BUY else OrderSide.BUY


class Side(StrEnum):
    """Which way a position earns."""

    LONG = "long"
    SHORT = "short"

    def __init__(self, value: str) -> None:
        self.sign = 1 if value == "long" else -1
        """+1 when a rising price earns, -1 when it costs."""
        self.opening = OrderSide.BUY if value == "long" else OrderSide.SELL
        self.closing = self.opening.opposite

    @property
    def opposite(self) -> Side:
        return Side.SHORT if self is Side.LONG else Side.LONG


Holding = tuple[Symbol, Side]
"""What an account can hold one position of: a side of a symbol."""


def _digest(*parts: str | int) -> str:
    """50 bits in ten letters: short enough for a phone, and for every venue's id field."""
    raw = hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=10).digest()
    return base64.b32encode(raw).decode().lower()[:10]


@functools.lru_cache(maxsize=4096)
def position_id(channel: ChannelId, message: MessageId, ordinal: int = 0) -> PositionId:
    """Name the position a call would open: the same call always gets the same name.

    ``ordinal`` counts the calls of one post, from 0.
    """
    return PositionId(_digest("position", channel, message, ordinal))


def order_tag(position: PositionId, leg: str, attempt: int) -> OrderTag:
    """Name an order so that sending it twice is sending it once.

    Raises ``ValueError`` when the name would not fit the venues' common 32 characters.
    """
    tag = f"{position}-{leg}-{attempt}"
    if len(tag) > 32 or not (tag.isascii() and tag.replace("-", "").replace("_", "").isalnum()):
        raise ValueError(f"an order tag is at most 32 of A-Za-z0-9_-, not {tag!r}")
    return OrderTag(tag)


def nonce_for(position: PositionId, version: int) -> Nonce:
    """Name the ``version``-th question about one position."""
    return Nonce(_digest("nonce", position, version))
