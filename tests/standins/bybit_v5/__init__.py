"""Bybit V5 on this machine: the REST and the streams of a unified account, on the one engine.

The real pybit and ccxt trade on it with nothing changed but addresses. It is a package of its
own because it is the proof of everything the Bybit venue claims: as strict as the real one where
a client could get used to less, and able to go wrong in every way the fault catalogue knows.

    async with open_bybit(clock) as venue:
        venue.move("BTCUSDT", 60_000)
        key = venue.key()
        venue.faults.aim("B01", "/v5/order/create")
        ...
        assert venue.truth().positions and venue.faults.hits["B01"]

Reading order: `wire`, `keys`, `faults`, `tickets`, `contracts`, `rows`, `protection`, `books`, `orders`,
`measures`, `positions`, `reads`, `streams`, `server`, `venue`.
"""

from tests.standins.bybit_v5.faults import NATURAL, SWITCHES, Faults
from tests.standins.bybit_v5.keys import Key
from tests.standins.bybit_v5.venue import BybitV5, Truth, open_bybit

__all__ = ["NATURAL", "SWITCHES", "BybitV5", "Faults", "Key", "Truth", "open_bybit"]
