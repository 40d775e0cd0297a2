"""Listens on the wire: what leaves the desk must be written down, on the grid and its own.

Apart from the journal's audit because it also keeps what the venue really answered, against
which every fact the desk writes about an order can be held.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Sequence

from core.orders import Absent, Accepted, EntryOrder, ExitOrder, OrderReport, OrderStatus, Refused
from core.vocabulary import OrderTag, PositionId
from tests.sim.exchange import Exchange
from tests.sim.faults import Call
from tests.sim.papers import Papers
from tests.sim.wire import Request, Told

REQUESTS_A_MINUTE_MAX = 240
"""Bybit bans an address at 600 in 5 s; a desk of five positions needs far less (invariant I23)."""
PROOFS = {OrderStatus.REJECTED: "refused", OrderStatus.WORKING: "accepted"}
"""What a report says of its order; any other says that it has ended."""


class Wiretap:
    """Invariants I3, I10, I18 and I23, and the proofs for I6."""

    def __init__(self, exchange: Exchange, papers: Papers, breach: Callable[[str, str], None]) -> None:
        self._exchange, self._papers, self._breach = exchange, papers, breach
        self._lately: deque[float] = deque()
        self._shown: Sequence[OrderReport] = ()
        self.proofs: defaultdict[OrderTag, set[str]] = defaultdict(set)
        self.absences: defaultdict[OrderTag, list[float]] = defaultdict(list)
        papers.proofs, papers.absences = self.proofs, self.absences

    def sent(self, call: Call, request: Request) -> None:
        """One request leaves."""
        now = self._exchange.clock.monotonic()
        self._count(now)
        if request not in self._papers.written:
            self._breach("I3", f"{call} left before it was in the journal: {request}")
        if isinstance(request, EntryOrder):
            self._papers.entered(request)
        if isinstance(request, EntryOrder | ExitOrder):
            self._on_grid(request)
            # That the owner trades where an entry waits is known once it is written down; until then it may be sent.
            is_known = request.symbol in self._papers.strange or isinstance(request, ExitOrder)
            if request.symbol in self._exchange.foreign and is_known:
                self._breach("I18", f"{call} trades {request.symbol}, which is the owner's own")
        if isinstance(request, tuple) and request[0] in self._exchange.foreign:
            self._breach("I18", f"{call} moves a stop of {request[0]}, which is the owner's own")
        if isinstance(request, str) and "-stop-" in request:
            self._keeps_one(request)
        if isinstance(request, str) and request.startswith("venue-"):
            self._breach("I18", f"{call} touches {request}, which is the owner's own order")

    def _keeps_one(self, cancelled: str) -> None:
        """I1: of the stop orders of what is held one stands at every moment: the new one comes first."""
        owner, stops = PositionId(cancelled.partition("-")[0]), self._exchange.now().stops
        mine = {stop.tag: stop for stop in stops if stop.tag.startswith(f"{owner}-")}
        last = mine[OrderTag(cancelled)] if mine.keys() == {cancelled} else None
        if last is not None and self._exchange.position(last.symbol) and self._papers.holdings.holds(owner):
            self._breach("I1", f"{cancelled} is cancelled, and is the only stop of what is held")

    def _count(self, now: float) -> None:
        self._lately.append(now)
        while now - self._lately[0] > 60:
            self._lately.popleft()
        if len(self._lately) > REQUESTS_A_MINUTE_MAX:
            self._breach("I23", f"{len(self._lately)} requests in one minute")

    def _on_grid(self, order: EntryOrder | ExitOrder) -> None:
        instrument = self._exchange.market.instruments[order.symbol]
        prices = [order.price, order.stop] if isinstance(order, EntryOrder) else [order.price]
        if any(price is not None and not instrument.is_on_grid(price) for price in prices):
            self._breach("I10", f"{order.tag} has a price off the grid: {prices}")
        if order.quantity <= 0 or order.quantity % instrument.step:
            self._breach("I10", f"{order.tag} has a quantity off the grid: {order.quantity}")

    def shown(self, orders: Sequence[OrderReport]) -> None:
        """What the desk was shown of the book; the same orders prove nothing new, unless one is unknown since."""
        if orders is self._shown and not self._papers.unknown.since:
            return
        self._shown = orders
        for order in orders:
            self.answered(Call.OBSERVE, order.tag, order)

    def answered(self, call: Call, tag: OrderTag, told: Told) -> None:
        """What the desk was told about one order."""
        if isinstance(told, OrderReport):
            self._papers.proven(tag)
            self.proofs[tag].add(PROOFS.get(told.status, "ended"))
            return
        match told:
            case Refused() if call in (Call.ENTER, Call.EXIT):
                self.proofs[tag].add("refused")
            case Accepted() if call in (Call.ENTER, Call.EXIT):
                self.proofs[tag].add("accepted")
            case Absent():
                if self.absences[tag]:
                    self._papers.proven(tag)
                self.absences[tag].append(self._exchange.clock.monotonic())
            case _:
                pass  # silence proves nothing
