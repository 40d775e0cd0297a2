"""The owner's hands for the chat's tests: a real position, weighed and changed by the real rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from core.account.states import Account
from core.events import AddAsked, PositionFact, StopConfirmed, StopLoosenAsked, StopMoveAsked, TargetsAsked
from core.offering import weigh_addition, weigh_part, weigh_stop, weigh_targets
from core.ports import Clock
from core.position import Live, Position
from core.position.protection import present
from core.runtime.hands import GONE
from core.signals import AtPrice
from core.views import AddOffer, StopOffer, StopWish, TargetsOffer, Unfit
from core.vocabulary import Money, PositionId, Price, Quantity
from tests.builders import CALL, a_live, a_plan, live_through, must


class HandsForTests:
    """`core.ports.Hands` over one trade, `CALL`: ten at 100, its stop at 98 and granted down to 95.

    Of any other trade a part is weighed as if it were that one.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.mark = Price(Decimal(104))
        self.told: list[PositionFact] = []
        plan = a_plan(risk=Decimal("51.1"), notional=Decimal(2000), targets=(110, 120))
        state: Position = a_live(plan)
        self.trades: dict[PositionId, Position] = {CALL: state}
        self._stands(98)

    def _stands(self, level: int | Decimal) -> None:
        live = must(Live, self.trades[CALL])
        at = live.opened_at + timedelta(seconds=5)  # behind the proof of the first one, or it would be old news
        moved = live_through(live, StopMoveAsked(CALL, at, Price(Decimal(level)), "user:1"))[0]
        proven = StopConfirmed(CALL, at, Price(Decimal(level)), live.ledger.held)
        self.trades[CALL] = live_through(moved, proven)[0]

    @property
    def stop(self) -> Price:
        return present(must(Live, self.trades[CALL]))

    @property
    def account(self) -> Account:
        now, worth = self.clock.now(), Money(Decimal(10_000))
        return Account(equity=worth, balance=worth, equity_at=now, day="today", day_equity=worth)

    async def weigh_stop(self, position: PositionId, wish: StopWish) -> StopOffer | Unfit:
        if position not in self.trades:
            return GONE
        return weigh_stop(self.trades[position], wish, self.mark, self.account, self.clock.now())

    async def tighten(self, position: PositionId, wish: StopWish, by: str) -> StopOffer | Unfit:
        offer = await self.weigh_stop(position, wish)
        if isinstance(offer, Unfit):
            return offer
        assert not offer.loosens, "a command must not ask for it"
        self._tell(StopMoveAsked(position, self.clock.now(), offer.price, by))
        return offer

    async def loosen(self, offer: StopOffer, by: str) -> StopOffer | Unfit:
        found = await self.weigh_stop(offer.position, StopWish(offer.price))
        if isinstance(found, StopOffer):
            if found.was != offer.was:
                return Unfit(f"its stop stood at {offer.was} and stands at {found.was}")
            self._tell(StopLoosenAsked(offer.position, self.clock.now(), offer.price, by))
        return found

    async def retarget(self, position: PositionId, prices: Sequence[Price], by: str) -> TargetsOffer | Unfit:
        asked = TargetsAsked(position, self.clock.now(), tuple(map(AtPrice, prices)), by)
        offer = weigh_targets(self.trades[position], asked, self.mark)
        if isinstance(offer, TargetsOffer):
            self._tell(asked)
        return offer

    def weigh_part(self, position: PositionId, fraction: Decimal) -> Quantity | Unfit:
        return weigh_part(self.trades.get(position, self.trades[CALL]), fraction)

    async def weigh_addition(self, position: PositionId, fraction: Decimal) -> AddOffer | Unfit:
        return weigh_addition(self.trades.get(position), self._added(position, fraction, ""), self.account)

    async def add(self, position: PositionId, fraction: Decimal, by: str) -> AddOffer | Unfit:
        asked = self._added(position, fraction, by)
        offer = weigh_addition(self.trades[position], asked, self.account)
        if isinstance(offer, AddOffer):
            self._tell(asked)
        return offer

    def _added(self, position: PositionId, fraction: Decimal, by: str) -> AddAsked:
        return AddAsked(position, self.clock.now(), by, fraction, self.mark)

    def _tell(self, fact: PositionFact) -> None:
        self.told.append(fact)
        self.trades[CALL] = live_through(self.trades[CALL], fact)[0]
