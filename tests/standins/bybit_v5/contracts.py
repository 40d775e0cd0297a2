"""The contracts that are listed, as the venue describes them and as the engine trades them.

A test may change a contract while it is traded: the step, the status, the day of its delisting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.instrument import Instrument, Kind
from core.vocabulary import Money, Price, Quantity, Symbol
from tests.standins.bybit_public import contract
from tests.standins.bybit_v5.wire import No, Row

TIERS = ((1, "2000000", "100.00", "0.005"), (2, "4000000", "50.00", "0.01"), (3, "8000000", "25.00", "0.02"))
"""Risk limits: number, largest position value in USDT, largest leverage, maintenance rate."""
BAND = Decimal("0.05")
"""How far beyond the mark a limit may lie on the side where it would trade (priceLimitRatioY)."""
FEES = (Decimal("0.0002"), Decimal("0.00055"))
"""Maker and taker, VIP 0."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a new order is measured by."""

    status: str
    delivery_ms: int
    market_max: Decimal
    notional_min: Decimal
    auction: bool

    @property
    def is_open(self) -> bool:
        return self.status == "Trading" and self.delivery_ms == 0


class Listed:
    """``rows``: what instruments-info shows, by symbol. ``instruments`` is the engine's own view."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.instruments: dict[Symbol, Instrument] = {}

    def list_(self, symbol: str, /, **changed: Any) -> None:
        """List a contract, or change the one that is: top-level fields of its row."""
        base = symbol.removesuffix("USDT").removesuffix("PERP")
        row = self.rows.get(symbol) or contract(
            symbol,
            base,
            unifiedMarginTrade=True,
            copyTrading="both",
            isPreListing=False,
            preListingInfo=None,
            deliveryFeeRate="",
            upperFundingRate="0.00375",
            lowerFundingRate="-0.00375",
            displayName="",
            riskParameters={"priceLimitRatioX": "0.01", "priceLimitRatioY": str(BAND)},
        )
        self.rows[symbol] = {**row, **changed}
        self.instruments[Symbol(symbol)] = _instrument(self.rows[symbol])

    def rules(self, symbol: str) -> Rules:
        """Raises `No` for a symbol that is not listed."""
        row = self.rows.get(symbol)
        if row is None:
            raise No(10001, "params error: symbol invalid " + symbol)
        lots = row["lotSizeFilter"]
        phase = (row.get("preListingInfo") or {}).get("curAuctionPhase", "")
        return Rules(
            row["status"],
            int(row.get("deliveryTime", "0")),
            Decimal(lots["maxMktOrderQty"]),
            Decimal(lots["minNotionalValue"]),
            phase in ("CallAuction", "CallAuctionNoCancel", "CrossMatching"),
        )

    def wanted(self, symbol: str | None, status: str | None, base: str | None) -> list[Row]:
        """What instruments-info shows; without a status only what is or was tradable."""
        return list(self._wanted(symbol, status, base))

    def _wanted(self, symbol: str | None, status: str | None, base: str | None) -> Iterator[Row]:
        for name, row in self.rows.items():
            right_status = row["status"] == status if status else row["status"] != "PreLaunch" or name == symbol
            if right_status and symbol in (None, name) and base in (None, row["baseCoin"]):
                yield row


def _instrument(row: Row) -> Instrument:
    prices, lots = row["priceFilter"], row["lotSizeFilter"]
    return Instrument(
        Symbol(row["symbol"]),
        Kind.LINEAR,
        row["baseCoin"],
        row["quoteCoin"],
        Price(Decimal(prices["tickSize"])),
        Quantity(Decimal(lots["qtyStep"])),
        Quantity(Decimal(lots["minOrderQty"])),
        Quantity(Decimal(lots["maxOrderQty"])),
        Money(Decimal(lots["minNotionalValue"])),
        leverage_max=Decimal(row["leverageFilter"]["maxLeverage"]),
        maker_fee=FEES[0],
        taker_fee=FEES[1],
    )
