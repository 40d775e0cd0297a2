"""Taking over what the owner holds: its stop, or one by his own risk rule, with the arithmetic said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.adoption import adopted_plan, propose
from core.commands import Instruct, MoveStop, ProveStop, TakeOver
from core.events import (
    CloseAsked,
    PositionAdopted,
    StopConfirmed,
    StopLost,
    StrangerAdopted,
    StrangerFound,
    StrangerIgnored,
)
from core.limits import grant_for
from core.orders import OpenPosition
from core.position import Live, Working
from core.rules import Limits
from core.vocabulary import Price, Side
from tests.builders import (
    BTC,
    a_holding,
    an_account,
    an_instrument,
    at,
    live_through,
    money,
    must,
    of,
    only,
    price,
    quantity,
    tell,
    told,
)

LIMITS = Limits()
THEIRS = a_holding(stop=None)
"""Ten at 100, the market at 101, no stop."""


def test_a_stop_that_stands_is_taken_over_as_it_is() -> None:
    found = propose(a_holding(stop=97), an_instrument(), money(10_000), LIMITS)
    assert (found.stop, found.standing) == (price(97), True)
    assert found.risk == Decimal("30") + Decimal("0.5335")


def test_without_a_stop_the_owner_loses_from_here_what_his_limits_allow() -> None:
    found = propose(THEIRS, an_instrument(), money(1_000), LIMITS)
    assert found.stop == price("99.1")  # 2 % of 1,000 = 20, less 0.56 of fees, over 10: 1.94 below 101, tightened
    assert found.words == (
        "2 % of 1,000.00 = 20.00 may be lost; less 0.56 of fees, over 10 BTC: 1.94445 from the price 101; stop 99.1"
    )


def test_a_short_is_the_mirror() -> None:
    found = propose(a_holding(stop=None, side=Side.SHORT), an_instrument(), money(1_000), LIMITS)
    assert found.stop == price("102.9")


def test_the_stop_is_never_further_than_the_owner_allows_nor_beyond_liquidation() -> None:
    far = propose(THEIRS, an_instrument(), money(100_000), LIMITS)
    assert far.stop == price("80.8")
    assert "at most 20 % away" in far.words
    near = propose(replace(THEIRS, liquidation=price(91)), an_instrument(), money(100_000), LIMITS)
    assert near.stop == price(92)
    assert "before liquidation at 91" in near.words


@given(
    st.sampled_from(Side),
    st.decimals("0.001", "1000", places=3),
    st.decimals("0.2", "100000", places=1),
    st.decimals("0", "1000000", places=2),
)
def test_a_proposed_stop_is_on_the_grid_and_on_the_losing_side_whatever_is_held(
    side: Side, amount: Decimal, mark: Decimal, equity: Decimal
) -> None:
    held = OpenPosition(BTC, side, quantity(amount), price(mark), Price(mark), None, money(0), None)
    found = propose(held, an_instrument(), money(equity), LIMITS)
    assert found.stop > 0
    assert an_instrument().is_on_grid(found.stop)
    assert (mark - found.stop) * side.sign > 0


def adopted(stop: str | int | None = 97) -> PositionAdopted:
    held = a_holding(stop=stop)
    plan = adopted_plan(held, an_instrument(), propose(held, an_instrument(), money(10_000), LIMITS), at(50))
    return PositionAdopted(plan.position, at(50), plan)


def test_an_adopted_position_is_live_with_all_it_holds_and_sends_no_entry() -> None:
    fact = adopted()
    state, answer = live_through(None, fact)
    live = must(Live, state)
    assert (live.ledger.held, live.ledger.entry, live.entry_open) == (quantity(10), price(100), False)
    assert of(ProveStop, answer)
    proven, _ = live_through(live, StopConfirmed(fact.position, at(51), price(97), quantity(10)))
    assert must(Live, proven).stop == Working(price(97), quantity(10))


def test_an_adopted_position_without_a_stop_gets_the_proposed_one_at_once() -> None:
    fact = adopted(stop=None)
    state, _ = live_through(None, fact)
    _, answer = live_through(state, StopLost(fact.position, at(51), "none is shown"))
    assert only(MoveStop, answer).price == fact.plan.stop


def test_handing_over_takes_a_grant_and_begins_a_life_whatever_the_limits_say() -> None:
    plan = adopted().plan
    known = told(an_account(), StrangerFound(at(40), plan.symbol, plan.side, plan.quantity))
    after, answer = tell(known, StrangerAdopted(plan.position, at(50), plan, "user:1"))
    assert answer == (TakeOver(plan.position, plan),)
    assert after.grants == {plan.position: grant_for(plan)}
    assert after.strangers == frozenset()


def test_closing_what_is_not_ours_is_handing_it_over_to_be_closed() -> None:
    plan = adopted().plan
    _, answer = tell(an_account(), StrangerAdopted(plan.position, at(50), plan, "user:1", close=True))
    assert answer == (
        TakeOver(plan.position, plan),
        Instruct(plan.position, CloseAsked(plan.position, at(50), "user:1")),
    )


def test_what_is_ignored_is_forgotten_once_it_is_gone() -> None:
    holding = (BTC, Side.LONG)
    known = told(an_account(), StrangerFound(at(1), *holding, quantity(2)), StrangerIgnored(at(2), *holding, "user:1"))
    assert known.ignored == {holding}
    assert known.strangers == {BTC}
    gone = told(known, StrangerFound(at(3), *holding, quantity(0)))
    assert (gone.ignored, gone.untracked) == (frozenset(), {})
