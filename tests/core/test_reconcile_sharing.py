"""What somebody else holds where an entry of ours waits is found in time, also while he goes on trading."""

from __future__ import annotations

from dataclasses import replace

from core.events import OrderAccepted, StrangerFound
from core.reconcile import compare
from tests.builders import CALL, ENTRY, a_holding, after, an_observation, at, of, quantity
from tests.core.test_reconcile import resting


def test_that_he_adds_or_sells_a_part_does_not_begin_the_wait_anew() -> None:
    waiting, page = after(OrderAccepted(CALL, at(1), ENTRY)), an_observation(orders=(resting(),))
    earlier = compare({CALL: waiting}, replace(page, positions=(a_holding(5),)), frozenset())
    later = compare({CALL: waiting}, replace(page, positions=(a_holding(8),), at=at(104)), earlier.suspicions)
    assert later.facts == ()
    last = compare({CALL: waiting}, replace(page, positions=(a_holding(3),), at=at(106)), later.suspicions)
    assert [fact.quantity for fact in of(StrangerFound, last.facts)] == [quantity(3)]
