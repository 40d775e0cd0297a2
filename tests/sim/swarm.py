"""One hour of a desk's life drawn from a seed: calls, prices, people, faults and deaths.

Each seed draws its own subset of the faults (swarm testing), because faults that always come
together hide each other. It ends with a healed venue and a quiet minute.
"""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import Awaitable, Callable
from decimal import Decimal

from core.errors import InterlockError
from core.events import Choice
from core.rules import Protection, Trail
from core.vocabulary import OrderSide, Symbol
from tests.sim.calls import call
from tests.sim.faults import POSSIBLE
from tests.sim.market import BTC, ETH, SOL, XRP
from tests.sim.world import ASKING, TRUSTED, WATCHED, World, open_world, rules
from venues.matching import Depth, Terms

TRADED = (BTC, ETH, SOL)
FOLLOW_UPS = ("close now", "close half", "move SL to breakeven", "cancel")
PATIENCE_S = 45.0
"""What mending may take when every second request fails too."""


async def hour(seed: int, seconds: float = 3600) -> str:
    """Live it; return the digest of everything that was written down and everything the venue told."""
    dice = random.Random(f"hour {seed}")
    protection = Protection(dice.choice((None, 1, 2)), Trail(1, Decimal(1)) if dice.random() < 0.4 else None)
    thin = Depth(levels=3, notional_per_level=Decimal(2_000))  # type: ignore[arg-type]
    terms = Terms(depth=thin if dice.random() < 0.3 else Depth())
    owner_rules = rules(protection=protection, entry_s=dice.choice((120, 86_400)))
    async with open_world(seed, owner_rules=owner_rules, terms=terms) as world:
        world.oracle.be_patient(PATIENCE_S)
        world.oracle.strangers.add(XRP)
        _draw_faults(world, dice)
        market = asyncio.create_task(_market(world, random.Random(f"market {seed}")))
        acts = dice.sample(ACTS, k=dice.randint(4, len(ACTS)))
        while world.clock.monotonic() < seconds:
            await asyncio.sleep(dice.uniform(1, 40))
            await (dice.choice(acts) if dice.random() < 0.5 else _call)(world, dice)
        world.faults.heal()
        if not world.is_open:
            await world.restart()
        await asyncio.sleep(100)
        market.cancel()
        await asyncio.sleep(20)
        await world.settled()
        trace = repr((world.journal.head, world.exchange.told, len(world.venue.sent)))
        return hashlib.sha256(trace.encode()).hexdigest()


def _draw_faults(world: World, dice: random.Random) -> None:
    for place, possible in POSSIBLE.items():
        for fault in sorted(possible):
            if dice.random() < 0.3:
                world.faults.rate(place, fault, dice.choice((0.01, 0.05, 0.15)))


async def _market(world: World, dice: random.Random) -> None:
    """Prices wander once a second, and jump now and then."""
    while True:
        await asyncio.sleep(1)
        for symbol in TRADED:
            size = 0.012 if dice.random() < 0.004 else 0.0006
            factor = Decimal(str(round(1 + dice.gauss(0, size), 6)))
            world.price(symbol, world.market.last(symbol) * factor)


async def _call(world: World, dice: random.Random) -> None:
    symbol, side = dice.choice(TRADED), dice.choice(("LONG", "SHORT"))
    sign = 1 if side == "LONG" else -1

    def away(percent: float) -> str:
        moved = world.market.last(symbol) * Decimal(str(round(1 + sign * percent / 100, 6)))
        return str(world.market.instruments[symbol].price_near(moved))  # type: ignore[arg-type]

    entry = away(-dice.uniform(0.05, 0.4)) if dice.random() < 0.4 else None
    targets = tuple(away(percent) for percent in sorted(dice.uniform(0.2, 3) for _ in range(dice.randint(1, 4))))
    stop = away(-dice.uniform(0.6, 2))
    channel = dice.choice((TRUSTED, TRUSTED, TRUSTED, ASKING, WATCHED))
    await world.say(call(symbol, side=side, entry=entry, stop=stop, targets=targets), channel)


async def _follow_up(world: World, dice: random.Random) -> None:
    await world.say(f"{dice.choice(TRADED)} {dice.choice(FOLLOW_UPS)}", dice.choice((TRUSTED, ASKING)))


async def _people(world: World, dice: random.Random) -> None:
    """Somebody with a phone: answers, closes, pauses, resumes."""
    if not world.is_open:
        return
    front = world.front
    questions, held = front.questions(), [view for view in front.positions() if view.quantity > 0]
    wish = dice.random()
    if questions and wish < 0.7:
        press: Awaitable[object] = front.answer(dice.choice(questions).nonce, dice.choice(list(Choice)), "user:42")
    elif held and wish < 0.9:
        press = front.close(dice.choice(held).position, "user:42", dice.choice((Decimal(1), Decimal("0.3"))))
    else:
        press = dice.choice((front.pause, front.resume, front.resume))("user:42")
    await _patiently(press)


async def _panic(world: World, dice: random.Random) -> None:
    if world.is_open and dice.random() < 0.3:
        await _patiently(world.front.panic("user:42"))
        await asyncio.sleep(dice.uniform(0, 20))
        if world.is_open:
            await _patiently(world.front.resume("user:42"))


async def _patiently(press: Awaitable[object]) -> None:
    """Wait for a receipt, but not longer than a person would."""
    task = asyncio.ensure_future(press)
    await asyncio.wait((task,), timeout=5)
    if not task.done():
        task.cancel()
    elif (failure := task.exception()) is not None and not isinstance(failure, InterlockError):
        raise failure


async def _death(world: World, dice: random.Random) -> None:
    await world.crash()
    await asyncio.sleep(dice.choice((0.0, 1.0, 30.0, 300.0)))
    await world.start(within_s=900)


async def _outage(world: World, dice: random.Random) -> None:
    world.venue.down(dice.uniform(1, 90))


async def _gap(world: World, dice: random.Random) -> None:
    world.venue.gap(dice.uniform(1, 60), say=dice.random() < 0.5)


async def _no_stop(world: World, dice: random.Random) -> None:
    """The venue loses a stop, loudly or not."""
    held = [one for one in world.exchange.held if one.symbol in TRADED]
    if held:
        one = dice.choice(held)
        world.exchange.drop_stop(one.symbol, one.side, say=dice.random() < 0.5)


async def _by_hand(world: World, dice: random.Random) -> None:
    """The owner sells a part, or all, of ours in the exchange's app; or trades for himself."""
    held = [one for one in world.exchange.held if one.symbol in TRADED]
    if held and dice.random() < 0.5:
        one = dice.choice(held)
        part = one.quantity if dice.random() < 0.5 else _half(world, one.symbol, one.quantity)
        await world.exchange.by_hand(one.symbol, one.side.closing, str(part), reduce_only=True)
    else:
        await world.exchange.by_hand(XRP, dice.choice(list(OrderSide)), "50")


def _half(world: World, symbol: Symbol, quantity: Decimal) -> Decimal:
    step = world.market.instruments[symbol].step
    return max(step, quantity / 2 // step * step)


async def _full_disk(world: World, dice: random.Random) -> None:
    world.disk_full = True
    await asyncio.sleep(dice.uniform(0.5, 20))
    world.disk_full = False


ACTS: tuple[Callable[[World, random.Random], Awaitable[None]], ...] = (
    _follow_up,
    _people,
    _panic,
    _death,
    _outage,
    _gap,
    _no_stop,
    _by_hand,
    _full_disk,
)
