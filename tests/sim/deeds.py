"""Faults that are done at one moment: to the venue, the channels, the owner, the process and its clock.

Each is named by its id in the catalogue and tells whether it came about: a stop cannot be
lost where nothing is held.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from decimal import Decimal
from typing import cast

from core.events import Choice
from core.vocabulary import OrderSide, position_id
from tests.sim.acts import a_call, call_below, patiently, reduce_by_hand, text_of_a_call
from tests.sim.doors import Death, Edge
from tests.sim.loop import VirtualTimeLoop
from tests.sim.market import TRADED
from tests.sim.world import ASKING, TRUSTED, World

Deed = Callable[[World, random.Random], Awaitable[bool]]
START_S_MAX = 3600


# --- the venue ---------------------------------------------------------------------------------


async def _key_invalid(world: World, dice: random.Random) -> bool:
    world.venue.deny(dice.uniform(5, 120), "10003")
    return True


async def _banned(world: World, dice: random.Random) -> bool:
    world.venue.deny(dice.choice((20, 60, 600)), "10006")
    return True


async def _seized(world: World, dice: random.Random) -> bool:
    world.exchange.seizing = True
    done = await reduce_by_hand(world, dice)
    world.exchange.seizing = world.exchange.seizing and done
    return done


async def _thin_book(world: World, dice: random.Random) -> bool:
    """Half of the makers are gone when the owner wants out."""
    views = world.front.positions() if world.is_open else ()
    held = [view for view in views if view.quantity > 0 and view.symbol in TRADED]
    if not held:
        return False
    one = dice.choice(held)
    world.exchange.thin_out(one.quantity * world.market.last(one.symbol) / 4)
    await patiently(world.front.close(one.position, "user:42"))
    await asyncio.sleep(dice.uniform(5, 30))
    world.exchange.thin_out(None)
    return True


async def _funding(world: World, dice: random.Random) -> bool:
    held = world.exchange.held
    if not held:
        return False
    rate = Decimal(dice.choice(("0.0005", "-0.0003")))
    world.exchange.fund(dice.choice(held).symbol, rate)
    return True


async def _stream_cut(world: World, dice: random.Random) -> bool:
    world.venue.gap(dice.uniform(1, 60), say=dice.random() < 0.7)
    return True


async def _outage(world: World, dice: random.Random) -> bool:
    world.venue.down(dice.uniform(3, 90))
    return True


async def _refused_at_trigger(world: World, dice: random.Random) -> bool:
    held = [one for one in world.exchange.held if one.symbol in TRADED and one.stop is not None]
    if not held:
        return False
    one = dice.choice(held)
    world.exchange.drop_stop(one.symbol, one.side, say=True)
    assert one.stop is not None
    world.price(one.symbol, one.stop * (1 - Decimal("0.001") * one.side.sign))
    return True


# --- the channels ------------------------------------------------------------------------------


async def _silent_channel(world: World, dice: random.Random) -> bool:
    return await _deaf_while_called(world, dice, dice.uniform(20, 60))


async def _long_gap(world: World, dice: random.Random) -> bool:
    return await _deaf_while_called(world, dice, 900)


async def _deaf_while_called(world: World, dice: random.Random, seconds: float) -> bool:
    world.ear.deaf_until = max(world.ear.deaf_until, world.clock.monotonic() + seconds)
    await a_call(world, dice)
    return True


async def _first_after_start(world: World, dice: random.Random) -> bool:
    """The ear opens only with its first poll."""
    async with world.turn:
        if not world.is_open:
            return False
        await world.crash()
        await world.start(within_s=START_S_MAX)
    return await _deaf_while_called(world, dice, 50)


async def _told_twice(world: World, dice: random.Random) -> bool:
    if not world.ear.posts or world.ear.is_deaf:
        return False
    await world.ear.hand_over(dice.choice(world.ear.posts[-5:]), again=True)
    return True


async def _edit_overtakes(world: World, dice: random.Random) -> bool:
    if world.ear.is_deaf:
        return False
    text = text_of_a_call(world, dice)
    post = world.ear.write(text, TRUSTED)
    await asyncio.sleep(0.2)
    edited = world.ear.edit(post.id, f"{text}\nedited")
    await world.ear.hand_over(edited)
    await world.ear.hand_over(post)
    return True


async def _edited_later(world: World, dice: random.Random) -> bool:
    if not world.ear.posts:
        return False
    post = dice.choice(world.ear.posts[-6:])
    others = (text_of_a_call(world, dice), "the call above is cancelled, sorry", f"{post.text}\nTP9 still valid")
    await world.ear.hand_over(world.ear.edit(post.id, dice.choice(others)))
    return True


async def _filled_after_cancel(world: World, dice: random.Random) -> bool:
    """An entry is said to be cancelled, and fills a moment later."""
    await call_below(world, dice.choice(TRADED), "0.997")
    waiting = [order for order in world.exchange.working if "-entry" in order.tag and order.price is not None]
    if not waiting or world.venue.is_down:
        return False
    order = dice.choice(waiting)
    world.venue.claim_cancelled(order)
    await asyncio.sleep(dice.uniform(0.1, 3))
    assert order.price is not None
    through = Decimal("0.9995") if order.side is OrderSide.BUY else Decimal("1.0005")
    world.price(order.symbol, order.price * through)
    return True


async def _taken_back(world: World, dice: random.Random) -> bool:
    """Mostly a call of which an entry still rests."""
    await call_below(world, dice.choice(TRADED), "0.99")
    waiting = [order.tag.partition("-")[0] for order in world.exchange.working if "-entry" in order.tag]
    posts = [post for post in world.ear.posts if post.id not in world.ear.deleted]
    called = [post for post in posts if position_id(post.channel, post.id) in waiting]
    if world.ear.is_deaf or not posts:
        return False
    post, life = dice.choice(called or posts[-6:]), world.lives
    await world.ear.delete(post.id)
    await asyncio.sleep(1)
    if world.is_open and world.lives == life and not world.disk_full:
        world.oracle.papers.took_back(post.channel, post.id)
        world.oracle.look()
    return True


async def _forwarded(world: World, dice: random.Random) -> bool:
    old = world.clock.now() - timedelta(seconds=dice.choice((90, 600, 7200)))
    text = text_of_a_call(world, dice)
    await world.ear.hand_over(world.ear.write(text, TRUSTED, posted_at=old, forwarded=True))
    return True


async def _late(world: World, dice: random.Random) -> bool:
    old = world.clock.now() - timedelta(seconds=dice.choice((61, 75, 300)))
    await world.ear.hand_over(world.ear.write(text_of_a_call(world, dice), TRUSTED, posted_at=old))
    return True


# --- the owner ---------------------------------------------------------------------------------


async def _two_taps(world: World, dice: random.Random) -> bool:
    """Two taps at once, and both buttons of one question."""
    await world.say(text_of_a_call(world, dice), ASKING)
    await asyncio.sleep(1)
    questions = world.front.questions() if world.is_open else []
    if not questions:
        return False
    nonce = dice.choice(questions).nonce
    both = [world.front.answer(nonce, choice, "user:42") for choice in (Choice.APPROVE, dice.choice(list(Choice)))]
    await patiently(asyncio.gather(*both))
    return True


async def _update_twice(world: World, dice: random.Random) -> bool:
    held = [view for view in world.front.positions() if view.quantity > 0] if world.is_open else []
    if not held:
        return False
    one, part = dice.choice(held).position, dice.choice((Decimal(1), Decimal("0.5")))
    await patiently(asyncio.gather(world.front.close(one, "user:42", part), world.front.close(one, "user:42", part)))
    return True


async def _stale_button(world: World, dice: random.Random) -> bool:
    """A question is answered long after it has expired or was answered."""
    questions = world.front.questions() if world.is_open else []
    if not questions:
        return False
    nonce = dice.choice(questions).nonce
    await asyncio.sleep(dice.choice((100, 400, 3600)))
    if not world.is_open:
        return False
    await patiently(world.front.answer(nonce, Choice.APPROVE, "user:42"))
    return True


# --- disk, process, clock, rounds --------------------------------------------------------------


async def _full_disk(world: World, dice: random.Random) -> bool:
    world.disk_full = True
    seconds = dice.uniform(0.5, 20)
    world.venue.reach.deafen(seconds + 1)
    await asyncio.sleep(seconds)
    world.disk_full = False
    return True


async def _killed(world: World, dice: random.Random) -> bool:
    """Half of the deaths are aimed: within 5 s of a request, at a numbered door. Some die again in recovery."""
    if dice.random() < 0.5:
        world.venue.left.clear()
        waiting = asyncio.ensure_future(world.venue.left.wait())
        await asyncio.wait((waiting,), timeout=300)
        waiting.cancel()
        if world.is_open:
            world.doors.doom(dice.randint(1, 9), dice.choice(list(Edge)))
            await _dies(world, dice.uniform(0.1, 5))
    async with world.turn:
        if world.lives == 0:
            return False
        await world.crash()
        await asyncio.sleep(dice.choice((0.0, 0.0, 1.0, 30.0, 300.0)))
        if dice.random() < 0.5:
            await world.start(Death(dice.randint(1, 14), dice.choice(list(Edge))), START_S_MAX)
            await _dies(world, 5)
            if world.is_open:
                world.doors.spare()
                return True
            await world.crash()
        await world.start(within_s=START_S_MAX)
    return True


async def _dies(world: World, within_s: float) -> None:
    """Wait for the death that was ordered: whoever dies is looked after at once."""
    dying = asyncio.ensure_future(world.doors.died.wait())
    await asyncio.wait((dying,), timeout=within_s)
    dying.cancel()


async def _stopped(world: World, dice: random.Random) -> bool:
    async with world.turn:
        if not world.is_open:
            return False
        await world.leave()
        await asyncio.sleep(dice.choice((0.5, 5.0)))
        await world.start(within_s=START_S_MAX)
    return True


async def _blocked(world: World, dice: random.Random) -> bool:
    _jump(world, dice.uniform(0.5, 3))
    return True


async def _suspended(world: World, _dice: random.Random) -> bool:
    _jump(world, 600)
    return True


def _jump(world: World, seconds: float) -> None:
    """Nobody runs for so long, and then everybody is late."""
    world.venue.reach.deafen(seconds + 1)
    cast("VirtualTimeLoop", asyncio.get_running_loop()).jump(seconds)


async def _prices_die(world: World, _dice: random.Random) -> bool:
    world.market.breaks = True
    return True


async def _clock_jumps(world: World, dice: random.Random) -> bool:
    world.clock.skew += timedelta(seconds=dice.choice((-3600, -7, -0.6, 0.6, 7, 3600)))
    await asyncio.sleep(dice.uniform(20, 200))
    world.clock.skew = timedelta(0)
    return True


async def _round_missed(world: World, dice: random.Random) -> bool:
    seconds = dice.uniform(5, 40)
    world.rounds_pause_until = world.clock.monotonic() + seconds
    world.venue.reach.deafen(seconds)
    return True


DEEDS: dict[str, Deed] = {
    "B05": _key_invalid,
    "B06": _banned,
    "B13c": _thin_book,
    "B16c": _filled_after_cancel,
    "B33": _seized,
    "B34": _funding,
    "B35": _stream_cut,
    "B37": _outage,
    "N10": _banned,
    "N13": _refused_at_trigger,
    "T01": _silent_channel,
    "T03": _long_gap,
    "T04": _first_after_start,
    "T05": _told_twice,
    "T06": _edit_overtakes,
    "T07": _edited_later,
    "T08": _taken_back,
    "T10": _forwarded,
    "T11": _late,
    "U03": _update_twice,
    "U05": _two_taps,
    "U06": _stale_button,
    "S04": _full_disk,
    "P01": _killed,
    "P02": _stopped,
    "P04": _blocked,
    "P05": _prices_die,
    "K01": _clock_jumps,
    "K02": _suspended,
    "J01": _round_missed,
}
