"""How much leverage Bybit allows a position of a given worth, read ahead so that a call is measured by it.

Separate from the trading rules because it is another list with other pages, long enough to be read
behind everything else: a contract whose tiers are not known yet is traded by its largest leverage,
and the venue itself refuses what is over the tier.

Source: Bybit V5 documentation, page "Get Risk Limit" (v5/market/risk-limit; a page holds few symbols).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from loguru import logger
from pydantic import Field, ValidationError

from core.instrument import Tier
from core.vocabulary import Money, Symbol
from venues.prices.contracts import Wire, listed_rows, unhurried

PATH = "/v5/market/risk-limit?category=linear"
PAGES_MAX = 200
"""There are about 600 contracts, and 15 on a page."""
TIMEOUT_S = 60.0
TIERS_MAX = 100
_Above = Annotated[Decimal, Field(gt=0, le=Decimal(10) ** 15, max_digits=40)]


class _Row(Wire):
    symbol: str = Field(pattern=r"^[A-Z0-9-]{2,30}$")
    risk_limit_value: _Above
    max_leverage: _Above


async def tiers(base_url: str) -> dict[Symbol, tuple[Tier, ...]]:
    """The tiers of every contract, smallest first. A contract with a row that cannot be read has none (fault B43).

    Raises `core.errors.VenueUnreachable`.
    """
    found: dict[Symbol, list[Tier]] = {}
    unread: set[Symbol] = set()
    listed = await listed_rows(base_url, PATH, "risk limits", pages_max=PAGES_MAX, timeout_s=TIMEOUT_S)
    async for raw in unhurried(listed):
        try:
            row = _Row.model_validate(raw)
        except ValidationError as wrong:
            name = str(raw.get("symbol"))[:40] if isinstance(raw, dict) else "a row"
            logger.warning(
                "Bybit's risk limits of {} are left out: {}", name, wrong.errors(include_url=False)[0]["msg"]
            )
            unread.add(Symbol(name))
        else:
            found.setdefault(Symbol(row.symbol), []).append(Tier(Money(row.risk_limit_value), row.max_leverage))
    return {
        symbol: tuple(sorted(rows, key=lambda tier: tier.notional_max))
        for symbol, rows in found.items()
        if symbol not in unread and len(rows) <= TIERS_MAX
    }
