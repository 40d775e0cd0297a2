"""Corners that stories come to so rarely that a planted bug may be told of no more than once in a hundred.

No story draws them: a bug that shows nowhere else names the one it needs (`tests.sim.bugs`), and the program without
the bug has to get through it as through any other.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from decimal import Decimal

from core.vocabulary import Price
from tests.sim.calls import call
from tests.sim.market import TRADED
from tests.sim.world import World

Aim = Callable[[World, random.Random], Awaitable[None]]


async def _grows_in_a_ban(world: World, dice: random.Random) -> None:
    """The entries of a zone fill one after the other, and the venue takes nothing any more before the last one."""
    symbol = dice.choice(TRADED)
    if world.exchange.position(symbol) is not None:
        return
    last, near = world.market.last(symbol), world.market.instruments[symbol].price_near

    def below(part: str) -> str:
        return str(near(Price(last * Decimal(part))))

    await world.say(
        call(symbol, entry=f"{below('0.999')} - {below('0.995')}", stop=below("0.97"), targets=(below("1.02"),))
    )
    await asyncio.sleep(1)
    for part, wait_s in (("0.9985", dice.uniform(1, 8)), ("0.9965", dice.uniform(0.1, 2))):
        world.price(symbol, last * Decimal(part))
        await asyncio.sleep(wait_s)
    world.venue.deny(dice.choice((60, 120)), "10006")
    await asyncio.sleep(dice.uniform(0.1, 3))
    world.price(symbol, last * Decimal("0.9945"))


AIMS: dict[str, Aim] = {
    "grows in a ban": _grows_in_a_ban,
}
