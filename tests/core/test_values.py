"""The small words: rounding that lowers risk, names that never change, ages."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.fold import COMMANDS
from core.orders import Refused
from core.plans import Check, Declined
from core.vocabulary import ChannelId, MessageId, OrderSide, PositionId, Side, nonce_for, order_tag, position_id
from tests.builders import CALL, NOON, a_quote, an_instrument, heard, price, quantity

TICKS = st.sampled_from(["0.00001", "0.001", "0.1", "0.25", "0.5", "5"]).map(Decimal)
PRICES = st.decimals("0.00001", "999999", places=8)


@given(tick=TICKS, raw=PRICES, side=st.sampled_from(Side))
def test_stops_are_rounded_toward_the_position_and_entries_and_targets_never_past_what_was_asked(
    tick: Decimal, raw: Decimal, side: Side
) -> None:
    traded = an_instrument(tick=tick)
    stop, target = traded.tighter(side, price(raw)), traded.sooner(side, price(raw))
    assert (stop - raw) * side.sign >= 0
    assert (raw - target) * side.sign >= 0
    assert abs(stop - raw) < tick
    assert abs(raw - target) < tick
    assert abs(traded.price_near(price(raw)) - raw) <= tick / 2
    assert all(map(traded.is_on_grid, (stop, target, traded.price_near(price(raw)))))


@given(step=TICKS, raw=PRICES)
def test_a_size_is_only_ever_cut(step: Decimal, raw: Decimal) -> None:
    cut = an_instrument(step=step).quantity_below(quantity(raw))
    assert raw - step < cut <= raw
    assert cut % step == 0


def test_a_profit_is_a_loss_for_the_other_side() -> None:
    traded = an_instrument(point_value=Decimal(100))
    assert traded.profit(Side.LONG, quantity(2), price(10), price(13)) == 600
    assert traded.profit(Side.SHORT, quantity(2), price(10), price(13)) == -600
    assert traded.notional(quantity(2), price(10)) == 2000


def test_sides_know_how_they_open_and_close() -> None:
    assert (Side.LONG.opening, Side.LONG.closing, Side.LONG.opposite) == (OrderSide.BUY, OrderSide.SELL, Side.SHORT)
    assert (Side.SHORT.opening, Side.SHORT.closing, Side.SHORT.opposite) == (OrderSide.SELL, OrderSide.BUY, Side.LONG)
    quote = a_quote(100)
    assert quote.taker(OrderSide.BUY) > quote.taker(OrderSide.SELL)


def test_the_same_call_always_gets_the_same_name_and_different_calls_different_ones() -> None:
    names = [position_id(ChannelId(c), MessageId(m), n) for c in ("-1", "-11") for m in (1, 11) for n in (0, 1)]
    assert len(set(names)) == len(names)
    assert position_id(ChannelId("-1"), MessageId(1)) == names[0]
    assert nonce_for(CALL, 0) != nonce_for(CALL, 1)


def test_an_order_name_fits_every_venue() -> None:
    assert order_tag(CALL, "tp10", 9999) == "abcdefghij-tp10-9999"
    with pytest.raises(ValueError, match="at most 32"):
        order_tag(CALL, "x" * 30, 0)
    with pytest.raises(ValueError, match="A-Za-z0-9"):
        order_tag(PositionId("ж"), "entry", 0)


def test_the_age_of_a_post_counts_from_its_last_edit() -> None:
    late = NOON + timedelta(seconds=90)
    assert heard(when=late, posted_at=NOON, heard_at=NOON).age_s == 90
    assert heard(when=late, posted_at=NOON, edited_at=NOON + timedelta(seconds=60)).age_s == 30


def test_a_verdict_keeps_the_checks_that_came_before_it() -> None:
    first, second = Check("a", True, ""), Check("b", False, "")
    assert Declined("b: ", (second,)).after((first,)).checks == (first, second)


def test_an_answer_of_the_venue_is_no_intention() -> None:
    assert not isinstance(Refused(NOON, "1", "no"), COMMANDS)
