"""Levels that somebody waits for: woken once, exactly as a look at every level would wake them."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.position import Over
from core.position.listening import SILENT, Levels
from core.position.listening import levels as levels_of
from core.records import replace
from core.rules import Protection
from core.runtime.triggers import Triggers
from core.vocabulary import PositionId, Price, Symbol
from tests.builders import a_live, a_plan

BTC, ETH = Symbol("BTCUSDT"), Symbol("ETHUSDT")
ME = PositionId("p1")
PRICES = st.integers(1, 50).map(lambda number: Price(Decimal(number)))
LEVELS = st.builds(Levels, st.none() | PRICES, st.none() | PRICES)
STEPS = st.lists(st.tuples(st.integers(0, 7), LEVELS) | PRICES, max_size=40)


class Linear:
    """Looks at every level each time."""

    def __init__(self) -> None:
        self.waiting: dict[PositionId, Levels] = {}

    def crossed(self, price: Price) -> set[PositionId]:
        found = set()
        for position, levels in self.waiting.items():
            above = levels.above is not None and price >= levels.above
            below = levels.below is not None and price <= levels.below
            if above or below:
                found.add(position)
                self.waiting[position] = Levels(None if above else levels.above, None if below else levels.below)
        return found


@given(STEPS)
def test_whatever_is_set_and_whatever_the_price_does_the_same_wake_as_if_all_were_looked_at(
    steps: list[tuple[int, Levels] | Price],
) -> None:
    triggers, linear = Triggers(), Linear()
    for step in steps:
        if isinstance(step, tuple):
            position = PositionId(f"p{step[0]}")
            triggers.set(BTC, position, step[1])
            linear.waiting[position] = step[1]
        else:
            woken = triggers.crossed(BTC, step)
            assert len(set(woken)) == len(woken)
            assert set(woken) == linear.crossed(step)
    assert triggers.crossed(ETH, Price(Decimal(1))) == []


def test_a_random_walk_wakes_a_thousand_positions_as_a_linear_look_does() -> None:
    dice, triggers, linear = random.Random(7), Triggers(), Linear()
    price = Decimal(10_000)

    def fresh() -> Levels:
        return Levels(Price(price + dice.randint(1, 400)), Price(price - dice.randint(1, 400)))

    for number in range(1000):
        position, levels = PositionId(f"p{number}"), fresh()
        triggers.set(BTC, position, levels)
        linear.waiting[position] = levels
    for _ in range(3000):
        price += dice.randint(-30, 30)
        woken = triggers.crossed(BTC, Price(price))
        assert set(woken) == linear.crossed(Price(price))
        for position in woken:
            levels = fresh()
            triggers.set(BTC, position, levels)
            linear.waiting[position] = levels


def test_a_level_can_be_moved_and_taken_away() -> None:
    triggers = Triggers()
    triggers.set(BTC, ME, Levels(above=Price(Decimal(10))))
    triggers.set(BTC, ME, Levels(above=Price(Decimal(20))))
    assert triggers.crossed(BTC, Price(Decimal(15))) == []
    triggers.set(BTC, ME, SILENT)
    assert triggers.crossed(BTC, Price(Decimal(25))) == []


def test_those_woken_by_one_tick_are_woken_nearest_first() -> None:
    triggers = Triggers()
    for number in (3, 1, 2):
        triggers.set(BTC, PositionId(f"p{number}"), Levels(above=Price(Decimal(number))))
    assert triggers.crossed(BTC, Price(Decimal(3))) == ["p1", "p2", "p3"]


def test_who_waits_for_a_price_is_known_until_it_was_woken_for_all_it_named() -> None:
    triggers = Triggers()
    assert not triggers.is_waiting(ME)
    triggers.set(BTC, ME, Levels(Price(Decimal(12)), Price(Decimal(8))))
    triggers.crossed(BTC, Price(Decimal(12)))
    assert triggers.is_waiting(ME), "for the other price"
    triggers.crossed(BTC, Price(Decimal(7)))
    assert not triggers.is_waiting(ME)


def test_a_position_that_has_not_changed_waits_again_for_what_it_was_woken_by() -> None:
    plan = replace(a_plan(), protection=Protection(break_even_pct=Decimal(1)))
    triggers, live = Triggers(), a_live(plan)
    wanted, symbol = levels_of(live), live.plan.symbol
    assert wanted.above is not None
    for _ in range(3):
        triggers.heed(live)
        assert triggers.crossed(symbol, wanted.above) == [live.plan.position]
        assert triggers.crossed(symbol, wanted.above) == []
    over = Over(live.plan, "test", live.opened_at, live)
    triggers.heed(over)
    assert not triggers.is_waiting(live.plan.position)
