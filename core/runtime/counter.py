"""The counter of the front desk at which one asks about the venue itself: what is not ours, and what differs.

Apart from `core.runtime.front`, which speaks of our own trades, because nothing here is ours until its
owner hands it over.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.adoption import adopted_plan, propose
from core.events import StrangerAdopted, StrangerIgnored
from core.orders import OpenPosition
from core.runtime.desk import TradingDesk
from core.showing import stranger_view
from core.views import Receipt, ReconcileView, StrangerView
from core.vocabulary import ZERO, Money


class VenueCounter:
    """The part of `core.ports.Desk` that is about what the venue holds."""

    def __init__(self, desk: TradingDesk) -> None:
        self._desk = desk
        self._adopting: set[str] = set()

    def strangers(self) -> Sequence[StrangerView]:
        desk = self._desk
        held = desk.watch.reconciler.strangers.values()
        return [stranger_view(one, desk.instruments[one.symbol], desk.account) for one in held if self._knows(one)]

    def _knows(self, held: OpenPosition) -> bool:
        """Is it still not ours, and of the venue's catalogue?"""
        holding = (held.symbol, held.side)
        return holding in self._desk.account.untracked and held.symbol in self._desk.instruments

    def _stranger(self, key: str) -> OpenPosition | None:
        held = self._desk.watch.reconciler.strangers
        return next((one for one in held.values() if f"{one.symbol} {one.side}" == key and self._knows(one)), None)

    async def adopt(self, key: str, by: str, *, close: bool = False) -> Receipt:
        desk = self._desk
        await desk.watch.reconcile()  # it is its owner's to trade: what was seen a while ago may be gone, or turned
        held = self._stranger(key)
        if held is None:
            return Receipt.GONE
        instrument, now = desk.instruments[held.symbol], self._desk.parts.clock.now()
        proposal = propose(held, instrument, desk.account.equity or Money(ZERO), desk.account.rules.limits)
        plan = adopted_plan(held, instrument, proposal, now)
        await desk.parts.prices.quote(held.symbol)  # a symbol is followed once it was asked for
        if self._stranger(key) is None or key in self._adopting:
            return Receipt.ALREADY  # somebody else was faster while the price was read
        self._adopting.add(key)
        try:
            await desk.tell(StrangerAdopted(plan.position, now, plan, by, close))
        finally:
            self._adopting.discard(key)
        return Receipt.DONE

    async def ignore(self, key: str, by: str) -> Receipt:
        held = self._stranger(key)
        if held is None:
            return Receipt.GONE
        if (held.symbol, held.side) in self._desk.account.ignored:
            return Receipt.ALREADY
        await self._desk.tell(StrangerIgnored(self._desk.parts.clock.now(), held.symbol, held.side, by))
        return Receipt.DONE

    async def reconcile(self) -> ReconcileView:
        look = self._desk.watch.reconciler
        findings, observed = await look.thoroughly(), look.observed
        held = [one for one in observed.positions if one.quantity > 0] if observed is not None else []
        return ReconcileView(
            at=self._desk.parts.clock.now(),
            answered=findings is not None,
            looks=findings.looks if findings is not None else 0,
            positions=len(held),
            stops=sum(one.stop is not None for one in held),
            orders=len(observed.orders) if observed is not None else 0,
            found=tuple(findings.words) if findings is not None else (),
            strangers=tuple(self.strangers()),
        )
