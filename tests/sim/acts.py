"""What channels and the owner do on an ordinary day: calls, follow-ups, answers, closes, trades by hand."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from decimal import Decimal

from core.errors import InterlockError
from core.events import Choice
from core.vocabulary import OrderSide, PositionId, Price, Symbol, position_id
from tests.sim.calls import call
from tests.sim.market import TRADED, XRP
from tests.sim.world import ASKING, TRUSTED, WATCHED, World

Act = Callable[[World, random.Random], Awaitable[None]]
MOVE_STOP = "move SL to"
FOLLOW_UPS = ("close now", "close half", "move SL to breakeven", MOVE_STOP, "cancel")
OWNER = "user:42"
PATIENCE_S = 5
"""How long a person waits for a receipt."""


def text_of_a_call(world: World, dice: random.Random) -> str:
    """A sound call at today's price."""
    symbol, side = dice.choice(TRADED), dice.choice(("LONG", "SHORT"))
    sign = 1 if side == "LONG" else -1

    def away(percent: float) -> str:
        moved = world.market.last(symbol) * Decimal(str(round(1 + sign * percent / 100, 6)))
        return str(world.market.instruments[symbol].price_near(Price(moved)))

    near = -dice.uniform(0.05, 0.4)
    zone = f"{away(near)} - {away(near - 0.15)}" if dice.random() < 0.3 else away(near)
    entry = zone if dice.random() < 0.4 else None
    targets = tuple(away(percent) for percent in sorted(dice.uniform(0.2, 3) for _ in range(dice.randint(1, 4))))
    return call(symbol, side=side, entry=entry, stop=away(-dice.uniform(0.6, 2)), targets=targets)


async def a_call(world: World, dice: random.Random) -> None:
    """A channel calls; most are trusted."""
    channel = dice.choice((TRUSTED, TRUSTED, TRUSTED, ASKING, ASKING, WATCHED))
    await world.say(text_of_a_call(world, dice), channel)


async def aim(world: World, dice: random.Random) -> None:
    """Something that makes the desk talk to its venue, while talking to it is hard."""
    await dice.choice((a_call, a_call, _close, _follow_up, _gap_in_price))(world, dice)


async def _follow_up(world: World, dice: random.Random) -> None:
    """A channel speaks of a trade again: by symbol, by answering its call, or leaving it to be guessed."""
    words, channel = dice.choice(FOLLOW_UPS), dice.choice((TRUSTED, TRUSTED, ASKING))
    if words == MOVE_STOP:
        await _move_stop(world, dice)
        return
    way = dice.random()
    if way < 0.5:
        await world.say(f"{dice.choice(TRADED)} {words}", channel)
    elif way < 0.75 and (answered := _latest_of(world, dice)) is not None:
        await world.say(words, TRUSTED, reply_to=answered)
    else:
        await world.say(words, channel)


async def _move_stop(world: World, dice: random.Random) -> None:
    """A channel names a stop, tighter or looser than the one that stands."""
    held = [one for one in world.exchange.held if one.symbol in TRADED and one.stop is not None]
    if held:
        one = dice.choice(held)
        assert one.stop is not None
        moved = Price(one.stop * Decimal(str(round(1 + dice.uniform(-0.004, 0.004), 5))))
        price = world.market.instruments[one.symbol].price_near(moved)
        await world.say(f"{one.symbol} move SL to {price}", TRUSTED)


def _latest_of(world: World, dice: random.Random) -> PositionId | None:
    mine = [post for post in world.ear.posts[-10:] if post.channel == TRUSTED]
    return position_id(TRUSTED, dice.choice(mine).id) if mine else None


async def _answer(world: World, dice: random.Random) -> None:
    """The owner looks at what is asked, and answers one of each kind."""
    questions = world.front.questions() if world.is_open else []
    unclear = world.front.follow_ups() if world.is_open else []
    if questions:
        await patiently(world.front.answer(dice.choice(questions).nonce, dice.choice(list(Choice)), OWNER))
    if unclear and world.is_open:
        asked = dice.choice(unclear)
        offered = [one.position for one in asked.candidates]
        chosen = tuple(dice.sample(offered, dice.randint(0, min(2, len(offered)))))
        await patiently(world.front.bind(asked.nonce, chosen, OWNER))


async def _asked_and_answered(world: World, dice: random.Random) -> None:
    """Calls that are to be approved, and the owner with the phone in hand."""
    for _ in range(dice.choice((1, 3))):
        await world.say(text_of_a_call(world, dice), ASKING)
    await asyncio.sleep(dice.uniform(0.5, 20))
    await _answer(world, dice)


async def _close(world: World, dice: random.Random) -> None:
    held = [view for view in world.front.positions() if view.quantity > 0] if world.is_open else []
    if held:
        part = dice.choice((Decimal(1), Decimal(1), Decimal("0.5"), Decimal("0.3")))
        await patiently(world.front.close(dice.choice(held).position, OWNER, part))


async def _pause(world: World, dice: random.Random) -> None:
    """The owner pauses; the channel goes on calling; later the doors open again."""
    if not world.is_open:
        return
    await patiently(world.front.pause(OWNER))
    await asyncio.sleep(dice.uniform(1, 120))
    await _perhaps_restart(world, dice)
    for _ in range(3):
        await a_call(world, dice)
    await asyncio.sleep(dice.uniform(1, 120))
    if world.is_open:
        await patiently(world.front.resume(OWNER))


async def _panic(world: World, dice: random.Random) -> None:
    if not world.is_open:
        return
    await patiently(world.front.panic(OWNER))
    await _perhaps_restart(world, dice)
    await asyncio.sleep(dice.uniform(1, 120))
    for _ in range(3):
        await a_call(world, dice)
    await asyncio.sleep(dice.uniform(20, 120))
    if world.is_open:
        await patiently(world.front.resume(OWNER))


async def _perhaps_restart(world: World, dice: random.Random) -> None:
    """What the owner wants outlives the program that was told."""
    async with world.turn:
        if world.is_open and dice.random() < 0.5:
            await world.crash()
            await world.start(within_s=1200)


async def patiently(press: Awaitable[object]) -> None:
    """Wait for a receipt, but not longer than a person would."""
    task = asyncio.ensure_future(press)
    await asyncio.wait((task,), timeout=PATIENCE_S)
    if not task.done():
        task.add_done_callback(lambda done: done.cancelled() or done.exception())  # nobody else asks what it ended with
        task.cancel()
    elif not task.cancelled() and (failure := task.exception()) is not None and not isinstance(failure, InterlockError):
        raise failure


async def _by_hand(world: World, dice: random.Random) -> None:
    """The owner sells a part, or all, of ours in the exchange's app; or trades for himself."""
    way = dice.random()
    if way < 0.4:
        await reduce_by_hand(world, dice)
    elif way < 0.5:
        await _add_by_hand(world, dice)
    elif world.exchange.position(XRP) is not None and XRP not in world.exchange.foreign:
        return  # given to the desk
    elif way < 0.7:
        await world.exchange.by_hand(XRP, dice.choice(list(OrderSide)), "50")
    else:
        price = str(world.market.instruments[XRP].price_near(Price(world.market.last(XRP) * Decimal("0.9"))))
        await world.exchange.by_hand(XRP, OrderSide.BUY, "20", price=price)


async def call_below(world: World, symbol: Symbol, part: str) -> None:
    """A long that waits below the price."""
    last, near = world.market.last(symbol), world.market.instruments[symbol].price_near
    entry, stop, target = (str(near(Price(last * Decimal(of)))) for of in (part, "0.97", "1.02"))
    await world.say(call(symbol, entry=entry, stop=stop, targets=(target,)), TRUSTED)
    await asyncio.sleep(1)


async def _by_hand_where_we_wait(world: World, dice: random.Random) -> None:
    """The owner trades for himself in a symbol of which an entry of ours waits, and is out again some time later."""
    symbol, part = dice.choice(TRADED), dice.choice(("0.99", "0.997", "0.9995"))
    if world.exchange.position(symbol) is not None:
        return
    await call_below(world, symbol, part)
    waiting = [order for order in world.exchange.working if order.symbol == symbol and "-entry" in order.tag]
    if not waiting or world.exchange.position(symbol) is not None:
        return
    quantity = str(waiting[0].quantity if dice.random() < 0.5 else _half(world, symbol, waiting[0].quantity))
    await world.exchange.by_hand(symbol, OrderSide.BUY, quantity)
    await asyncio.sleep(dice.uniform(5, 200))
    his = world.exchange.position(symbol)
    if his is not None and symbol in world.exchange.foreign:
        await world.exchange.by_hand(symbol, his.side.closing, str(his.quantity), reduce_only=True)


async def _stranger(world: World, dice: random.Random) -> None:
    """The owner is shown what the desk did not open, and says what to do with it."""
    found = list(world.front.strangers()) if world.is_open else []
    if found:
        key = dice.choice(found).key
        ignored = world.front.ignore(key, OWNER)
        adopted = world.front.adopt(key, OWNER, close=dice.random() < 0.5)
        chosen, other = (adopted, ignored) if dice.random() < 0.7 else (ignored, adopted)
        other.close()
        await patiently(chosen)


async def reduce_by_hand(world: World, dice: random.Random) -> bool:
    """Sell a part, or all, of one of ours, and not by the desk."""
    held = [one for one in world.exchange.held if one.symbol in TRADED]
    if not held:
        return False
    one = dice.choice(held)
    part = one.quantity if dice.random() < 0.5 else _half(world, one.symbol, one.quantity)
    await world.exchange.by_hand(one.symbol, one.side.closing, str(part), reduce_only=True)
    return True


async def _add_by_hand(world: World, dice: random.Random) -> None:
    """Buy a little more of what the desk holds."""
    held = (
        [view for view in world.front.positions() if view.quantity > 0 and view.symbol in TRADED]
        if world.is_open
        else []
    )
    one = world.exchange.position(dice.choice(held).symbol) if held else None
    if one is not None:
        await world.exchange.by_hand(one.symbol, one.side.opening, str(_half(world, one.symbol, one.quantity)))


def _half(world: World, symbol: Symbol, quantity: Decimal) -> Decimal:
    step = world.market.instruments[symbol].step
    return max(step, quantity / 2 // step * step)


async def _gap_in_price(world: World, dice: random.Random) -> None:
    """The market jumps, through stops and targets alike."""
    symbol = dice.choice(TRADED)
    world.price(symbol, world.market.last(symbol) * Decimal(str(round(1 + dice.gauss(0, 0.02), 6))))


async def _spike(world: World, dice: random.Random) -> None:
    """A trade runs far past its first target, and the market is back before a request could reach its venue."""
    symbol = dice.choice(TRADED)
    last, near = world.market.last(symbol), world.market.instruments[symbol].price_near
    if world.exchange.position(symbol) is None:
        stop, first, far = (str(near(Price(last * Decimal(of)))) for of in ("0.985", "1.003", "1.08"))
        await world.say(call(symbol, stop=stop, targets=(first, far)), TRUSTED)
        await asyncio.sleep(dice.uniform(1, 8))
    for size in (dice.uniform(0.005, 0.01), dice.uniform(0.012, 0.02), -dice.uniform(0.008, 0.016)):
        world.price(symbol, world.market.last(symbol) * Decimal(str(round(1 + size, 6))))
        await asyncio.sleep(dice.choice((0, 0.002, 0.05, 3)))


ACTS: dict[str, tuple[Act, float]] = {
    "call": (a_call, 10),
    "follow-up": (_follow_up, 4),
    "asked": (_asked_and_answered, 2),
    "answer": (_answer, 2),
    "close": (_close, 2),
    "pause": (_pause, 0.5),
    "panic": (_panic, 0.4),
    "by hand": (_by_hand, 1),
    "stranger": (_stranger, 0.5),
    "by hand in a symbol that waits": (_by_hand_where_we_wait, 0.5),
    "jump": (_gap_in_price, 0.5),
    "spike": (_spike, 2),
}
"""What they do, and how many times an hour, roughly."""
