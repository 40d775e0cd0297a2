"""The auditor: it sees the exchange's truth after every event and knows what must never be.

Naked time and orphaned orders are measured while the desk is alive and the venue answers:
nobody can mend anything in another time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from core.commands import MoveStop, PlaceEntry, PlaceExit
from core.orders import EntryOrder, ExitOrder, Observation, OpenPosition
from core.ports import Batch
from core.vocabulary import ZERO, OrderTag, Price, Side, Symbol
from tests.sim.exchange import Exchange
from tests.sim.faults import Call
from tests.sim.venue import FaultyVenue, Request

NAKED_S_MAX = 10.0
ORPHAN_S_MAX = 12.0
"""One round of the reconciler, and the two seconds that a look takes when the venue is slow."""
OVERBOOKED_S_MAX = 30.0
"""Two rounds: that somebody else sold a part is believed when it was read twice."""


@dataclass(slots=True)
class _Lasting:
    """How long something has been so, in time in which it could have been mended."""

    bound_s: float
    since: dict[str, float] = field(default_factory=dict)
    longest: float = 0.0

    def look(self, now: set[str], passed_s: float, what: str) -> None:
        self.since = {name: self.since.get(name, 0.0) + passed_s if name in self.since else 0.0 for name in now}
        self.longest = max(self.longest, *self.since.values(), 0.0)
        for name, seconds in self.since.items():
            assert seconds <= self.bound_s, f"{name}: {what} for {seconds:.2f} s"


class Oracle:
    """Checks invariants I1, I2, I3, I4 and I11 of one exchange and the desk that trades on it."""

    def __init__(self, exchange: Exchange, venue: FaultyVenue) -> None:
        self._exchange, self._venue = exchange, venue
        self.is_up = False
        self.strangers: set[Symbol] = set()
        """Symbols the owner trades by hand: not ours to protect."""
        self.naked = _Lasting(NAKED_S_MAX)
        self._orphaned = _Lasting(ORPHAN_S_MAX)
        self._overbooked = _Lasting(OVERBOOKED_S_MAX)
        self._written: set[EntryOrder | ExitOrder | OrderTag | tuple[Symbol, Side, Price]] = set()
        self._traded: set[str] = set()
        self._counted = self._booked = 0
        self._looked_at = exchange.clock.monotonic()
        self._could_mend = False
        self.failure: AssertionError | None = None
        exchange.on_event = self.look
        venue.on_sent = self.sent

    def be_patient(self, seconds: float) -> None:
        """Mending takes this long when the means of mending fail as well."""
        self.naked.bound_s = self._orphaned.bound_s = self._overbooked.bound_s = seconds

    def durable(self, batch: Batch) -> None:
        """Remember which intentions are in the journal."""
        for entry in batch.entries:
            match entry:
                case PlaceEntry(order=order) | PlaceExit(order=order):
                    self._written |= {order, order.tag}
                case MoveStop(symbol=symbol, side=side, price=price):
                    self._written.add((symbol, side, price))
                case _:
                    pass

    def sent(self, call: Call, request: Request) -> None:
        """I3: nothing leaves that is not in the journal."""
        if request not in self._written:
            self._fail(AssertionError(f"{call} left before it was in the journal: {request}"))

    def look(self) -> None:
        """Look at the exchange after one event."""
        now = self._exchange.clock.monotonic()
        passed_s = now - self._looked_at if self._could_mend else 0.0
        self._looked_at, self._could_mend = now, self.is_up and not self._venue.is_down
        try:
            self._audit(self._exchange.seen, passed_s)
        except AssertionError as failure:
            self._fail(failure)

    def _audit(self, seen: Observation, passed_s: float) -> None:
        ours = [position for position in seen.positions if position.symbol not in self.strangers]
        naked = {f"{position.side} {position.symbol}" for position in ours if position.stop is None}
        self.naked.look(naked, passed_s, "held without a stop")
        held = {(position.symbol, position.side): position for position in ours}
        self._orphaned.look(set(self._orphans(seen, held)), passed_s, "left on the book after its position was flat")
        self._overbooked.look(set(_overbooked(seen, held)), passed_s, "exits rest for more than is held")
        if len(self._exchange.taken) > self._counted:
            self._counted = len(self._exchange.taken)
            entries = Counter(tag.partition("-")[0] for tag in self._exchange.taken if "-entry-" in tag)
            doubled = [position for position, count in entries.items() if count > 1]
            assert not doubled, f"entered twice: {doubled}"

    def _orphans(self, seen: Observation, held: dict[tuple[Symbol, Side], OpenPosition]) -> list[str]:
        """Orders of ours whose position was held and is not any more."""
        fills = self._exchange.file.fills
        for fill in fills[self._booked :]:
            if fill.tag is not None:
                self._traded.add(fill.tag.partition("-")[0])
        self._booked = len(fills)
        symbols = {symbol for symbol, _ in held}
        return [
            str(order.tag)
            for order in seen.orders
            if order.tag.partition("-")[0] in self._traded and order.symbol not in symbols
        ]

    def _fail(self, failure: AssertionError) -> None:
        """Kept for the end of the story: what looks must not break what is looked at."""
        if self.failure is None:
            self.failure = failure

    def verdict(self) -> None:
        """Raise the first thing that should never have been."""
        if self.failure is not None:
            raise self.failure


def _overbooked(seen: Observation, held: dict[tuple[Symbol, Side], OpenPosition]) -> list[str]:
    found = []
    for (symbol, side), position in held.items():
        resting = sum((o.quantity - o.filled for o in seen.orders if o.symbol == symbol and o.reduce_only), ZERO)
        if resting > position.quantity:
            found.append(f"{side} {symbol}: {resting} of {position.quantity}")
    return [name.partition(":")[0] for name in found]
