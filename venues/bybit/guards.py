"""A stop of ours beside a position, for when its owner's hand keeps Bybit from taking the position's own.

Whoever splits a position's protection in Bybit's app into stops for parts leaves no room for one stop
of the whole: ours is refused (fault B27). Then his stops count, where together they cover all of it at
least as well; else ours stands as a conditional order that closes. Each side of such a pair can be
changed or cancelled alone (fault B28), so after any of it the orders are listed and what still covers
the position is told. Separate from `orders`, because nothing here is the ordinary way.

Source: Bybit V5 documentation, pages "Set Trading Stop" (its notes), "Place Order" (closeOnTrigger)
and "Error Codes" (110054 to 110056, 110060).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from loguru import logger

from core.orders import Accepted, Answer, OrderChange, Silent, StopReport
from core.ports import Clock
from core.vocabulary import OrderTag, Price, Side, Symbol
from venues.bybit.account import Account
from venues.bybit.cover import cover, stop_for
from venues.bybit.memory import Memory
from venues.bybit.orders import Orders
from venues.bybit.translate import Held, Row, guard_words, is_guard, tag_of
from venues.mailbox import Mail

MIXED = frozenset({"110054", "110055", "110056", "110060"})
"""A position has stops for parts, and refuses one for all of it."""
AGAIN_S = 1.0


class Guards:
    """``say``: tells the owner, once."""

    def __init__(
        self,
        account: Account,
        orders: Orders,
        memory: Memory,
        mail: Mail,
        clock: Clock,
        say: Callable[[str, str], None],
        *,
        hedge: bool,
    ) -> None:
        self._account, self._orders, self._memory, self._mail = account, orders, memory, mail
        self._clock, self._say, self._hedge = clock, say, hedge
        self._touched: dict[Symbol, None] = {}
        self._is_touched = asyncio.Event()
        self._named_ms = 0
        """The newest of our stops' names is of this moment."""

    async def stand(self, symbol: Symbol, side: Side, stop: Price) -> Answer:
        """See that all of a position is stopped at ``stop`` or before, without its own stop."""
        seen = await self._account.look(symbol)
        if isinstance(seen, Silent):
            return seen
        places, rows = seen
        place = next((place for place in places if place.side is side), None)
        if place is None:
            return Silent(self._clock.now(), f"no {side} position of {symbol} is shown")
        covered = cover(place, rows)
        if covered is not None and (covered - stop) * side.sign >= 0:
            self._say(f"{symbol}: the stops you set by hand cover all of the position, so they count", f"own {symbol}")
            return Accepted(self._clock.now())
        self._memory.guarded.add(symbol)
        ours = _guards_of(place, rows)
        if ours:
            return await self._orders.amend(OrderChange(symbol, ours[0], place.quantity, None, stop))
        # A name of its own also for the second one of a millisecond, and when the clock was set back.
        self._named_ms = ms = max(self._named_ms + 1, int(self._clock.now().timestamp() * 1000))
        answer = await self._orders.guard(guard_words(symbol, side, stop, place.quantity, ms, hedge=self._hedge))
        if isinstance(answer, Accepted):
            self._say(
                f"{symbol}: with the stops you set by hand for parts of it, Bybit refuses a stop for all of the "
                f"position; ours stands as a conditional order beside it",
                f"guard {symbol}",
            )
        return answer

    def touched(self, symbol: Symbol) -> None:
        """Something about the stops of this symbol has changed, or its position is gone."""
        self._touched[symbol] = None
        self._is_touched.set()

    async def watch(self) -> None:
        """Look again at what was touched, for ever."""
        while True:
            await self._is_touched.wait()
            self._is_touched.clear()
            symbols, self._touched = tuple(self._touched), {}
            for symbol in symbols:
                if not await self._review(symbol):
                    self._touched[symbol] = None
            if self._touched:
                await asyncio.sleep(AGAIN_S)
                self._is_touched.set()

    async def _review(self, symbol: Symbol) -> bool:
        """Tell what covers a position now, and take back what guards nothing; False: to be done again."""
        seen = await self._account.look(symbol)
        if isinstance(seen, Silent):
            return False
        places, rows = seen
        needed: set[OrderTag] = set()
        for place in places:
            if place.side is None or place.quantity <= 0:
                continue
            if place.stop is None:
                needed |= set(_guards_of(place, rows)[:1])
            covered = cover(place, rows)
            self._mail.publish([StopReport(symbol, place.side, covered, place.quantity, self._clock.now())])
        spare = [tag_of(row) for row in rows if is_guard(row) and tag_of(row) not in needed]
        for tag in spare:
            logger.info("{}: the stop {} guards nothing any more", symbol, tag)
            if not isinstance(await self._orders.cancel(symbol, tag), Accepted):
                return False
        if not needed:
            self._memory.guarded.discard(symbol)
        return True


def _guards_of(place: Held, rows: Sequence[Row]) -> list[OrderTag]:
    """The names of our stops beside this position."""
    return [tag_of(row) for row in rows if is_guard(row) and stop_for(row, place) is not None]
