"""What can be traded without an account: the trading rules of an exchange and of a broker, as a table.

The paper venue and the demo need them without asking either.

Units are in `core.instrument`. ``point_value`` of a pair that is not quoted in dollars is
converted at a fixed rate (`DOLLARS_PER_YEN`, `DOLLARS_PER_EURO`): right for practice, not for accounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from core.instrument import Instrument, Kind
from core.vocabulary import Money, Price, Quantity, Symbol

DOLLARS_PER_YEN = Decimal("0.0064")
DOLLARS_PER_EURO = Decimal("1.16")


def _perpetual(base: str, tick: str, step: str, most: str, leverage: int) -> Instrument:
    """A USDT perpetual with the fees of an ordinary account; the maintenance of its first tier
    is half of the smallest margin, as Bybit's risk limits have it.
    """
    return Instrument(
        symbol=Symbol(f"{base}USDT"),
        kind=Kind.LINEAR,
        base=base,
        quote="USDT",
        tick=Price(Decimal(tick)),
        step=Quantity(Decimal(step)),
        quantity_min=Quantity(Decimal(step)),
        quantity_max=Quantity(Decimal(most)),
        notional_min=Money(Decimal(5)),
        pip=Price(Decimal(tick) * 10),
        leverage_max=Decimal(leverage),
        maintenance_rate=1 / Decimal(2 * leverage),
    )


def _cfd(
    symbol: str, base: str, quote: str, tick: str, pip: str, *, point: Decimal, leverage: int, fee: str = "0"
) -> Instrument:
    """A contract dealt in lots of 0.01 to 50; a broker closes at half of the margin."""
    return Instrument(
        symbol=Symbol(symbol),
        kind=Kind.CFD,
        base=base,
        quote=quote,
        tick=Price(Decimal(tick)),
        step=Quantity(Decimal("0.01")),
        quantity_min=Quantity(Decimal("0.01")),
        quantity_max=Quantity(Decimal(50)),
        notional_min=Money(Decimal(0)),
        point_value=point,
        pip=Price(Decimal(pip)),
        leverage_max=Decimal(leverage),
        maintenance_rate=1 / Decimal(2 * leverage),
        maker_fee=Decimal(fee),
        taker_fee=Decimal(fee),
    )


PERPETUALS: tuple[Instrument, ...] = (
    #           base        tick       step     most      leverage
    _perpetual("BTC", "0.1", "0.001", "119", 100),
    _perpetual("ETH", "0.01", "0.01", "1448", 100),
    _perpetual("SOL", "0.01", "0.1", "15900", 100),
    _perpetual("XRP", "0.0001", "0.1", "600000", 100),
    _perpetual("BNB", "0.1", "0.01", "2600", 50),
    _perpetual("DOGE", "0.00001", "1", "3400000", 50),
    _perpetual("ADA", "0.0001", "1", "960000", 50),
    _perpetual("AVAX", "0.001", "0.1", "24000", 50),
    _perpetual("LINK", "0.001", "0.1", "38000", 50),
    _perpetual("LTC", "0.01", "0.1", "6200", 50),
    _perpetual("1000PEPE", "0.0000001", "100", "27000000", 50),
    _perpetual("SUI", "0.0001", "10", "330000", 50),
)

_COMMISSION = "0.000035"
"""3.50 dollars for each side of a lot of 100,000; indices and oil pay by the spread alone."""

CFDS: tuple[Instrument, ...] = (
    #    symbol    base   quote   tick       pip       dollars a lot per 1.0 of price
    _cfd("XAUUSD", "XAU", "USD", "0.01", "0.1", point=Decimal(100), leverage=100, fee=_COMMISSION),
    _cfd("XAGUSD", "XAG", "USD", "0.001", "0.01", point=Decimal(5000), leverage=50, fee=_COMMISSION),
    _cfd("EURUSD", "EUR", "USD", "0.00001", "0.0001", point=Decimal(100_000), leverage=200, fee=_COMMISSION),
    _cfd("GBPUSD", "GBP", "USD", "0.00001", "0.0001", point=Decimal(100_000), leverage=200, fee=_COMMISSION),
    _cfd("USDJPY", "USD", "JPY", "0.001", "0.01", point=100_000 * DOLLARS_PER_YEN, leverage=200, fee=_COMMISSION),
    _cfd("GBPJPY", "GBP", "JPY", "0.001", "0.01", point=100_000 * DOLLARS_PER_YEN, leverage=200, fee=_COMMISSION),
    _cfd("US30", "US30", "USD", "0.1", "1", point=Decimal(1), leverage=100),
    _cfd("NAS100", "NAS100", "USD", "0.1", "1", point=Decimal(1), leverage=100),
    _cfd("GER40", "GER40", "EUR", "0.1", "1", point=DOLLARS_PER_EURO, leverage=100),
    _cfd("USOIL", "USOIL", "USD", "0.01", "0.01", point=Decimal(1000), leverage=50),
)

CATALOGUE: Mapping[Symbol, Instrument] = MappingProxyType({each.symbol: each for each in PERPETUALS + CFDS})
"""Everything the paper venue trades unless told otherwise."""
