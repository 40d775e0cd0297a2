"""The owner's hands on a trade: stop, targets, size; weighed at the moment they are laid on it.

Apart from `core.runtime.front`, because what is said here is refused by numbers and not only by a receipt.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.events import AddAsked, StopLoosenAsked, StopMoveAsked, TargetsAsked
from core.offering import idle, weigh_addition, weigh_part, weigh_stop, weigh_targets
from core.position import Live, Position
from core.runtime.desk import TradingDesk
from core.signals import AtPrice
from core.views import AddOffer, StopOffer, StopWish, TargetsOffer, Unfit
from core.vocabulary import OrderSide, PositionId, Price, Quantity, Side

GONE = Unfit("there is no such trade (any more)")


class OwnersHands:
    """Implements `core.ports.Hands` over the running trading desk."""

    def __init__(self, desk: TradingDesk) -> None:
        self._desk = desk

    async def weigh_stop(self, position: PositionId, wish: StopWish) -> StopOffer | Unfit:
        mark = await self._mark(position)
        state, now = self._state(position), self._desk.parts.clock.now()
        return GONE if state is None else weigh_stop(state, wish, mark, self._desk.account, now)

    async def tighten(self, position: PositionId, wish: StopWish, by: str) -> StopOffer | Unfit:
        offer = await self.weigh_stop(position, wish)
        if isinstance(offer, Unfit):
            return offer
        if offer.loosens:
            return Unfit(f"a stop is only tightened: it stands at {offer.was} and was wanted at {offer.price}")
        await self._desk.positions[position].tell(
            StopMoveAsked(position, self._desk.parts.clock.now(), offer.price, by)
        )
        return offer

    async def loosen(self, offer: StopOffer, by: str) -> StopOffer | Unfit:
        found = await self.weigh_stop(offer.position, StopWish(offer.price))
        if isinstance(found, Unfit):
            return found
        if found.was != offer.was or found.risk_after > offer.risk_after:
            return Unfit(
                f"the trade has changed since it was weighed: its stop stood at {offer.was} and stands at {found.was}, "
                f"the new one would risk {offer.risk_after:.2f} and now {found.risk_after:.2f}"
            )
        now = self._desk.parts.clock.now()
        await self._desk.positions[offer.position].tell(StopLoosenAsked(offer.position, now, offer.price, by))
        return found

    async def retarget(self, position: PositionId, prices: Sequence[Price], by: str) -> TargetsOffer | Unfit:
        mark = await self._mark(position)
        state = self._state(position)
        if state is None:
            return GONE
        levels = tuple(AtPrice(price) for price in dict.fromkeys(prices))
        asked = TargetsAsked(position, self._desk.parts.clock.now(), levels, by)
        offer = weigh_targets(state, asked, mark)
        if isinstance(offer, TargetsOffer):
            await self._desk.positions[position].tell(asked)
        return offer

    def weigh_part(self, position: PositionId, fraction: Decimal) -> Quantity | Unfit:
        state = self._state(position)
        return GONE if state is None else weigh_part(state, fraction)

    async def weigh_addition(self, position: PositionId, fraction: Decimal) -> AddOffer | Unfit:
        asked = await self._addition(position, fraction, "")
        return asked if isinstance(asked, Unfit) else weigh_addition(self._state(position), asked, self._desk.account)

    async def add(self, position: PositionId, fraction: Decimal, by: str) -> AddOffer | Unfit:
        asked = await self._addition(position, fraction, by)
        if isinstance(asked, Unfit):
            return asked
        offer = weigh_addition(self._state(position), asked, self._desk.account)
        if isinstance(offer, AddOffer):
            await self._desk.positions[position].tell(asked)
        return offer

    async def _addition(self, position: PositionId, fraction: Decimal, by: str) -> AddAsked | Unfit:
        """The wish at this moment's price, with the same look at the venue that a call is judged after."""
        state = self._state(position)
        if not isinstance(state, Live):
            return GONE if state is None else idle(state)
        await self._desk.watch.reconciler.at_the_door()
        quote = await self._desk.parts.prices.quote(state.plan.symbol)
        if quote is None:
            return Unfit(f"there is no current price of {state.plan.symbol}")
        price = quote.taker(OrderSide.BUY if state.plan.side is Side.LONG else OrderSide.SELL)
        return AddAsked(position, self._desk.parts.clock.now(), by, fraction, price)

    def _state(self, position: PositionId) -> Position | None:
        actor = self._desk.positions.get(position)
        return actor.state if actor is not None else None

    async def _mark(self, position: PositionId) -> Price | None:
        """The price now; that of something held is at hand, so that this hardly ever waits."""
        state = self._state(position)
        quote = await self._desk.parts.prices.quote(state.plan.symbol) if state is not None else None
        return quote.mark if quote is not None else None
