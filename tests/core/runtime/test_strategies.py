"""Strategies on a whole desk and a real matching engine: what rests, what fills, what a restart remembers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.events import EntriesReleased, PriceReached, StopMoveDecided
from core.market import Quote
from core.position import Awaiting, Live, Over, Position, Working
from core.position.listening import levels
from core.rules import Rules
from core.runtime.ranges import RangeMeter
from core.strategies import Entries, Exits, Protection, Split, Trail, TrailKind
from core.vocabulary import PositionId, Price
from tests.builders import must
from tests.sim.calls import D, call
from tests.sim.loop import in_virtual_time
from tests.sim.market import BTC
from tests.sim.world import World, open_world, rules


def strategy(
    entries: Entries = Entries(), exits: Exits = Exits(), protection: Protection = Protection(), entry_s: int = 3600
) -> Rules:
    plain = rules(protection=protection, entry_s=entry_s)
    return replace(plain, channels=tuple(replace(c, entries=entries, exits=exits) for c in plain.channels))


async def opened(world: World, text: str) -> PositionId:
    position = await world.say(text)
    await world.run(2)
    return position


def a_ladder(**changes: Any) -> str:
    return call(**changes).replace(" now", "\nEntry 1: 59900\nEntry 2: 59600\nEntry 3: 59300")


def resting(world: World, leg: str) -> list[Decimal]:
    orders = world.exchange.working
    return sorted(order.price or D(0) for order in orders if order.tag.split("-")[1].startswith(leg))


def live(world: World, position: PositionId) -> Live:
    state = world.state(position)
    assert isinstance(state, Live)
    return state


async def lines(world: World, position: PositionId, kind: type) -> list[Any]:
    return [line.body for line in await world.journal.about(position) if isinstance(line.body, kind)]


# --- entries ----------------------------------------------------------------------------------


@in_virtual_time
async def test_a_ladder_rests_fills_and_is_protected_order_by_order() -> None:
    async with open_world(owner_rules=strategy()) as world:
        position = await opened(world, a_ladder())
        assert resting(world, "entry") == [59_300, 59_600, 59_900]
        for count, price in enumerate((59_890, 59_590, 59_290), 1):
            world.price(BTC, price)
            await world.run(6)
            held = world.exchange.position(BTC)
            assert held is not None
            assert live(world, position).stop == Working(Price(D(59_000)), held.quantity)
            assert len(resting(world, "entry")) == 3 - count
            assert len(resting(world, "tp")) == 2 * count
        assert live(world, position).ledger.entered == live(world, position).plan.quantity
        world.price(BTC, 62_000)
        await world.run(3)
        assert isinstance(world.state(position), Over)
        assert not world.exchange.working
        await world.settled()


@in_virtual_time
async def test_five_entries_and_five_targets_leave_nothing_held_beyond_the_last_target() -> None:
    entries = "".join(f"\nEntry {n + 1}: {59_950 - n * 20}" for n in range(5))
    targets = tuple(61_000 + n * 100 for n in range(5))
    async with open_world(owner_rules=strategy(protection=Protection(None))) as world:
        position = await opened(world, call(targets=targets).replace(" now", entries))
        for n in range(5):
            world.price(BTC, 59_945 - n * 20)
            await world.run(6)
        state = live(world, position)
        assert state.ledger.entered == state.plan.quantity
        assert sum(rung.quantity for rung in state.working_rungs) == state.ledger.held
        assert len(state.working_rungs) <= 20
        world.price(BTC, 61_500)
        await world.run(60)
        assert isinstance(world.state(position), Over)
        await world.settled()


@in_virtual_time
async def test_two_breakout_prices_are_two_stop_orders_and_nothing_is_bought_before() -> None:
    async with open_world(owner_rules=strategy()) as world:
        position = await opened(world, call(targets=(63_000,)).replace(" now", "\nbuy above 61000 - 61500"))
        assert world.exchange.position(BTC) is None
        assert len(world.exchange.working) == 2
        whole = must(Awaiting, world.state(position)).plan.quantity
        for count, price in enumerate((61_000, 61_500), 1):
            world.price(BTC, price)
            await world.run(6)
            held = must(Live, world.state(position)).ledger.held
            assert abs(held * 2 - count * whole) <= D("0.001")
        assert must(Live, world.state(position)).ledger.held == whole
        await world.settled()


@in_virtual_time
async def test_a_target_taken_gives_the_rest_of_the_ladder_up() -> None:
    async with open_world(owner_rules=strategy()) as world:
        position = await opened(world, a_ladder())
        world.price(BTC, 59_890)
        await world.run(6)
        world.price(BTC, 61_000)
        await world.run(6)
        assert resting(world, "entry") == []
        assert live(world, position).hits == 1
        await world.settled()


@in_virtual_time
async def test_one_order_at_a_time_follows_the_one_before_also_over_a_restart() -> None:
    async with open_world(owner_rules=strategy(Entries(active_max=1))) as world:
        position = await opened(world, a_ladder())
        assert resting(world, "entry") == [59_900]
        world.price(BTC, 59_890)
        await world.run(6)
        assert resting(world, "entry") == [59_600]
        await world.restart()
        await world.run(6)
        assert resting(world, "entry") == [59_600]
        world.price(BTC, 59_590)
        await world.run(6)
        assert resting(world, "entry") == [59_300]
        assert len(await lines(world, position, EntriesReleased)) == 2
        await world.settled()


@in_virtual_time
async def test_a_stop_out_in_the_middle_of_a_ladder_leaves_nothing_behind() -> None:
    async with open_world(owner_rules=strategy(Entries(active_max=2))) as world:
        position = await opened(world, a_ladder())
        world.price(BTC, 59_890)
        await world.run(6)
        world.price(BTC, 58_900)
        await world.run(20)
        assert isinstance(world.state(position), Over)
        assert not world.exchange.held
        assert not world.exchange.working
        await world.settled()


@in_virtual_time
async def test_a_trailing_entry_remembers_its_turn_over_a_restart_and_takes_the_market_there() -> None:
    async with open_world(owner_rules=strategy(Entries(trailing_pct=D("0.5")))) as world:
        position = await opened(world, call(entry=59_800))
        assert isinstance(world.state(position), Awaiting)
        assert not world.exchange.working
        world.price(BTC, 59_700)
        await world.run(1)
        world.price(BTC, 59_500)
        await world.run(1)
        before = levels(world.state(position))
        await world.restart()
        await world.run(1)
        assert levels(world.state(position)) == before
        world.price(BTC, 59_800)
        await world.run(3)
        assert live(world, position).ledger.entry == D("59800.1")
        assert isinstance(live(world, position).stop, Working)
        await world.settled()


@in_virtual_time
async def test_a_call_whose_target_trades_before_its_entry_is_given_up() -> None:
    async with open_world(owner_rules=strategy()) as world:
        position = await opened(world, call(entry=59_500))
        world.price(BTC, 61_010)
        await world.run(3)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.reason == "rule:the first target was reached before the entry"
        assert not world.exchange.working
        await world.settled()


@in_virtual_time
async def test_the_first_entry_takes_the_market_up_to_its_cap_and_nothing_rests_of_it() -> None:
    async with open_world(owner_rules=strategy(Entries(cap_pct=D("0.5")))) as world:
        position = await opened(world, call(entry=59_900))
        assert live(world, position).ledger.entry == D("60000.1")
        assert resting(world, "entry") == []
        await world.settled()


@in_virtual_time
async def test_a_ladder_that_was_sent_in_part_when_the_desk_died_is_settled_after_it() -> None:
    async with open_world(owner_rules=strategy()) as world:
        position = await world.say(a_ladder())
        await world.run(0.03)
        await world.restart()
        await world.run(30)
        world.price(BTC, 58_900)
        await world.run(60)
        assert isinstance(world.state(position), Over)
        await world.settled()


# --- exits ------------------------------------------------------------------------------------


@in_virtual_time
async def test_a_sniper_sells_at_the_last_target_and_lets_the_first_move_the_stop() -> None:
    async with open_world(owner_rules=strategy(exits=Exits(Split.SNIPER))) as world:
        position = await opened(world, call())
        assert resting(world, "tp") == [62_000]
        world.price(BTC, 61_000)
        await world.run(3)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop is not None
        assert held.stop > D(60_000)
        world.price(BTC, 62_000)
        await world.run(3)
        assert isinstance(world.state(position), Over)
        await world.settled()


@in_virtual_time
async def test_a_trade_ends_by_the_clock_also_when_the_desk_was_dead_at_that_time() -> None:
    async with open_world(owner_rules=strategy(exits=Exits(hold_s_max=600))) as world:
        first = await opened(world, call())
        await world.run(590)
        assert isinstance(world.state(first), Live)
        await world.run(20)
        assert isinstance(world.state(first), Over)
        second = await opened(world, call())
        await world.crash()
        await world.run(700)
        await world.start()
        await world.run(10)
        over = world.state(second)
        assert isinstance(over, Over)
        assert over.reason == "rule:held long enough"
        await world.settled()


@in_virtual_time
async def test_a_trade_ends_with_the_session() -> None:
    async with open_world() as empty:
        now = empty.clock.now()
    ends = (now + timedelta(minutes=5)).strftime("%H:%M")
    async with open_world(owner_rules=strategy(exits=Exits(session_end=ends))) as world:
        position = await opened(world, call())
        await world.run(300)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.reason == "rule:the session ends"
        await world.settled()


@in_virtual_time
async def test_a_call_for_the_other_side_closes_this_one() -> None:
    async with open_world(owner_rules=strategy(exits=Exits(on_opposite=True))) as world:
        position = await opened(world, call())
        await world.say(call(side="SHORT", stop=61_000, targets=(59_000,)))
        await world.run(3)
        over = world.state(position)
        assert isinstance(over, Over)
        assert over.reason == "rule:the channel called the other side"
        await world.settled()


@in_virtual_time
async def test_a_call_for_the_other_side_that_could_not_be_traded_closes_nothing() -> None:
    async with open_world(owner_rules=strategy(exits=Exits(on_opposite=True))) as world:
        position = await opened(world, call())
        await world.say(call(side="SHORT", stop=59_000, targets=(58_000,)))
        await world.run(3)
        assert world.is_state(position, Live)
        await world.settled()


# --- trails -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [k for k in TrailKind if k is not TrailKind.ATR])
@in_virtual_time
async def test_a_trail_comes_back_from_a_restart_exactly_as_it_was(kind: TrailKind) -> None:
    trailing = strategy(protection=Protection(None, Trail(0, D("0.5"), kind)))
    async with open_world(owner_rules=trailing) as world:
        position = await opened(world, call(targets=(60_500, 61_000, 62_000)))
        for price in (60_300, 60_510, 60_900, 61_010):
            world.price(BTC, price)
            await world.run(2)
        before: Position = live(world, position)
        await world.restart()
        await world.run(2)
        assert live(world, position) == before
        world.price(BTC, 61_600)
        await world.run(3)
        stops = [moved.price for moved in await lines(world, position, StopMoveDecided)]
        assert stops == sorted(stops)
        assert stops
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == stops[-1]
        await world.settled()


@in_virtual_time
async def test_a_trail_in_average_true_ranges_is_measured_from_the_ticks() -> None:
    trailing = strategy(protection=Protection(None, Trail(0, kind=TrailKind.ATR, ranges=D(3))))
    async with open_world(owner_rules=trailing) as world:
        position = await opened(world, call(targets=(90_000,)))
        for second in range(480):
            world.price(BTC, 60_500 + (100 if second % 2 else 0))
            await world.run(1)
        assert live(world, position).range == 100
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == 60_300
        await world.settled()


def test_a_true_range_covers_the_gap_since_the_minute_before() -> None:
    meter, start = RangeMeter(), datetime(2026, 3, 2, 12, tzinfo=UTC)
    for minute, price in enumerate((100, 110, 90, 90, 90, 95)):
        assert meter.average is None
        last = Price(D(price))
        meter.hear(Quote(BTC, last, last, last, last, start + timedelta(minutes=minute)))
    meter.hear(Quote(BTC, Price(D(1)), Price(D(1)), Price(D(1)), Price(D(1)), start))
    assert meter.average == D(30) / 5


@in_virtual_time
async def test_a_thousand_ticks_write_no_more_than_the_trail_moves() -> None:
    trailing = strategy(protection=Protection(None, Trail(0, D(1))))
    async with open_world(owner_rules=trailing) as world:
        position = await opened(world, call(targets=(90_000,)))
        for tick in range(1000):
            world.price(BTC, 60_000 + tick)
            await world.run(0.05)
        reached, moved = await lines(world, position, PriceReached), await lines(world, position, StopMoveDecided)
        assert len(reached) <= 20  # 1,000 of 60,000 in tenths of one percent
        assert len(moved) <= len(reached)
        await world.settled()


# --- two steps --------------------------------------------------------------------------------


@in_virtual_time
async def test_where_stops_do_not_travel_a_fill_is_protected_within_a_second() -> None:
    async with open_world(owner_rules=strategy(), attached_stop=False) as world:
        position = await opened(world, call())
        assert isinstance(live(world, position).stop, Working)
        held = world.exchange.position(BTC)
        assert held is not None
        assert held.stop == D(59_000)
        assert world.oracle.naked.longest < 1
        world.price(BTC, 58_990)
        await world.run(5)
        assert isinstance(world.state(position), Over)
        await world.settled()


@in_virtual_time
async def test_where_stops_do_not_travel_a_price_past_the_stop_closes_at_once() -> None:
    async with open_world(owner_rules=strategy(), attached_stop=False) as world:
        position = await world.say(call())
        await world.until(lambda: world.exchange.position(BTC) is not None, 5)
        world.price(BTC, 58_900)
        await world.run(5)
        over = world.state(position)
        assert isinstance(over, Over)
        assert not world.exchange.held
        assert world.oracle.naked.longest < 3
        await world.settled()
