"""Whose is what the venue shows: every bit of a holding is told to exactly one of those who may have a part in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.events import OrderAccepted, OrderEnded
from core.orders import OrderReport
from core.position import Closing, Live, Opening, Position
from core.sharing import filled_unheard, held_at_most, held_by, shares, unaccounted
from core.vocabulary import OrderSide, PositionId, order_tag
from tests.builders import (
    CALL,
    ENTRY,
    a_holding,
    a_live,
    a_plan,
    after,
    an_observation,
    an_order,
    at,
    filled,
    must,
    quantity,
)

WAITS, HOLDS, LEAVES = PositionId("waits"), PositionId("holds"), PositionId("leaves")


def waiting(filled_: int | None = None) -> tuple[Opening, OrderReport]:
    """An entry for ten, and its row on the book."""
    tag = order_tag(WAITS, "entry", 0)
    row = replace(an_order(tag), side=OrderSide.BUY, quantity=quantity(10), filled=quantity(filled_ or 0))
    return must(Opening, after(plan=a_plan(id_=WAITS))), row


def held_of(size: int, id_: PositionId) -> Live:
    return must(Live, after(filled(size, id_=id_), plan=a_plan(id_=id_, size=size)))


@given(
    st.integers(1, 40),
    st.one_of(st.none(), st.integers(0, 10)),
    st.one_of(st.none(), st.integers(1, 10)),
    st.one_of(st.none(), st.integers(1, 10)),
)
def test_nothing_of_a_holding_is_told_twice_or_lost(
    amount: int, unheard: int | None, holds: int | None, leaves: int | None
) -> None:
    believed: dict[PositionId, Position] = {}
    entry, row = waiting(filled_=unheard)
    if unheard is not None:
        believed[WAITS] = entry
    if leaves is not None:
        believed[LEAVES] = Closing(held_of(leaves, LEAVES), "user:1", at(20), 0, asked=True)
    if holds is not None:
        believed[HOLDS] = held_of(holds, HOLDS)
    told = shares(believed, an_observation(a_holding(amount), orders=(row,)))
    assert told.keys() == believed.keys()
    if believed:
        assert sum(told.values()) == amount
    ours = (holds or 0) + (leaves or 0)
    if holds is not None:
        assert told[HOLDS] >= min(holds, amount), "what is missing is missing of what leaves"
    if WAITS in believed and ours:
        assert told[WAITS] == max(0, min(unheard or 0, amount - ours)), "what is left over is told to who holds"


def test_what_an_order_filled_by_the_venues_word_counts_once() -> None:
    for on_book in (0, 4, 10):
        position, row = waiting(filled_=on_book)
        assert filled_unheard(position, an_observation(orders=(row,))) == on_book
    ended = after(OrderEnded(CALL, at(1), ENTRY, quantity(4), "cancelled"))
    shown = replace(waiting(filled_=4)[1], tag=ENTRY)
    assert filled_unheard(must(Opening, ended), an_observation(orders=(shown,))) == 4
    live = a_live()
    assert filled_unheard(live, an_observation()) == 0
    assert unaccounted(live, an_observation()) == ()
    assert held_by(live) == held_at_most(live) == 10


def test_an_order_that_rests_may_hold_the_rest_of_it() -> None:
    resting = after(OrderAccepted(CALL, at(1), ENTRY), filled(Decimal(4)))
    assert held_at_most(must(Live, resting)) == 10
    assert held_at_most(waiting()[0]) == 10
