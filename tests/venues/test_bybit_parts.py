"""The parts of the Bybit venue alone: what an answer proves, how often may be asked, and what is remembered."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.orders import OrderReport, OrderStatus
from core.runtime.clock import SystemClock
from core.vocabulary import ExecutionId, OrderSide, OrderTag, PositionId, Quantity, Symbol, order_tag
from tests.venues.contract import SteadyClock
from venues.bybit.client import NoReply, Reply, judge
from venues.bybit.codes import CODES, Meaning, meaning_of, sentence
from venues.bybit.limits import BAN_S, Limits
from venues.bybit.memory import EXECUTIONS_MAX, OLD_MS_MAX, Memory
from venues.bybit.places import ENVIRONMENTS
from venues.bybit.translate import Unreadable, held, needed, order_report, plain

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def body(**fields: object) -> bytes:
    return json.dumps(fields).encode()


@pytest.mark.parametrize(
    ("status", "raw", "meaning"),
    [
        (200, body(retCode=0, result={}), Meaning.DONE),
        (200, body(retCode="0"), Meaning.DONE),
        (200, body(retCode="110007", retMsg="poor"), Meaning.REFUSED),
        (200, body(retCode=987654, retMsg="new"), Meaning.UNKNOWN),
        (200, body(retCode=10016), Meaning.UNKNOWN),
        (429, b"", Meaning.LATER),
        (401, b"", Meaning.KEY),
    ],
)
def test_an_envelope_is_read_whatever_it_leaves_out(status: int, raw: bytes, meaning: Meaning) -> None:
    answer = judge(status, raw)
    assert isinstance(answer, Reply)
    assert answer.meaning is meaning


@given(st.sampled_from([200, 404, 500, 502, 504]), st.binary(max_size=200) | st.from_regex(rb"\{.{0,40}\}"))
def test_what_is_no_envelope_proves_nothing(status: int, raw: bytes) -> None:
    answer = judge(status, raw)
    assert isinstance(answer, NoReply) or status == 200
    assert judge(502, body(retCode=0)) == NoReply("HTTP 502")


def test_a_code_that_is_not_in_the_table_is_never_a_refusal() -> None:
    assert meaning_of(424242).meaning is Meaning.UNKNOWN
    assert all("\n" not in sentence(code, "a\nb") for code in CODES)


@given(st.decimals(min_value="0.00000001", max_value="100000000", allow_nan=False, places=8))
def test_a_number_goes_out_without_an_exponent(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value).upper()


@pytest.mark.parametrize("raw", [True, "NaN", "Infinity", "1e99", "x", None, [], "9" * 60])
def test_an_amount_that_is_none_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable):
        needed({"qty": raw}, "qty")


def test_a_row_needs_little_and_ignores_what_is_new() -> None:
    row = {"symbol": "BTCUSDT", "size": "0", "side": "", "tomorrow": [1]}
    assert held(row).open() is None
    order = {"symbol": "BTCUSDT", "side": "Buy", "qty": "1", "updatedTime": "1772442000000", "orderLinkId": "a"}
    report = order_report({**order, "orderStatus": "Rejected", "cumExecQty": "0.4"})
    assert (report.status, report.filled) == (OrderStatus.CANCELLED, Decimal("0.4"))
    with pytest.raises(Unreadable):
        order_report({**order, "orderStatus": "Dreaming"})


# --- how often --------------------------------------------------------------------------------


async def test_the_last_quarter_of_a_limit_is_kept_for_what_protects() -> None:
    limits = Limits(SteadyClock())
    for _ in range(7):
        await limits.enter("place_order", urgent=False)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await limits.enter("place_order", urgent=False)
    for _ in range(3):
        await limits.enter("place_order", urgent=True)


@pytest.mark.parametrize("headers", [{}, {"X-Bapi-Limit": "x", "X-Bapi-Limit-Status": "1"}, {"X-Bapi-Limit": "-1"}])
async def test_nonsense_in_the_headers_changes_nothing(headers: dict[str, str]) -> None:
    limits = Limits(SteadyClock())
    limits.learn("a", headers)
    await asyncio.wait_for(limits.enter("a", urgent=False), 0.1)


async def test_a_limit_of_one_a_second_still_lets_one_through() -> None:
    limits = Limits(SystemClock())
    limits.learn("a", {"X-Bapi-Limit": "1", "X-Bapi-Limit-Status": "1"})
    await asyncio.wait_for(limits.enter("a", urgent=False), 0.5)


def test_a_ban_lasts_ten_minutes_of_a_clock_that_never_jumps() -> None:
    clock = SteadyClock()
    limits = Limits(clock)
    limits.ban()
    clock.seconds = BAN_S - 1
    assert limits.banned_s == pytest.approx(1)
    clock.seconds = BAN_S
    assert limits.banned_s == 0


# --- what is remembered -----------------------------------------------------------------------


def a_report(status: OrderStatus, second: int, filled: str = "0") -> OrderReport:
    at = AT + timedelta(seconds=second)
    tag, side = OrderTag("a"), OrderSide.BUY
    return OrderReport(tag, Symbol("X"), side, status, Quantity(Decimal(1)), Quantity(Decimal(filled)), None, False, at)


def test_nothing_takes_an_order_backwards() -> None:
    memory = Memory()
    done = a_report(OrderStatus.FILLED, 5, "1")
    assert memory.newest(a_report(OrderStatus.WORKING, 1)).status is OrderStatus.WORKING
    assert memory.newest(done) is done
    assert memory.newest(a_report(OrderStatus.WORKING, 9)) is done
    assert memory.newest(replace(done, at=AT)) is done


def test_a_trade_is_new_once_and_the_oldest_are_forgotten() -> None:
    memory = Memory()
    assert memory.is_new(ExecutionId("x"), AT)
    assert not memory.is_new(ExecutionId("x"), AT)
    for number in range(EXECUTIONS_MAX):
        memory.is_new(ExecutionId(str(number)), AT)
    assert memory.is_new(ExecutionId("x"), AT)


def test_our_orders_are_known_by_their_names_also_after_a_restart() -> None:
    memory = Memory()
    assert memory.is_ours(order_tag(PositionId("abcdefghij"), "tp1", 0))
    assert not memory.is_ours("another-bots-order")
    memory.sends(OrderTag("x"))
    assert memory.is_ours("x")


def test_a_position_that_was_told_later_is_not_undone_by_an_older_row() -> None:
    memory, now = Memory(), datetime.fromtimestamp(2, tz=UTC)
    row = {"symbol": "X", "size": "1", "side": "Buy", "avgPrice": "5", "updatedTime": "2000", "seq": "7"}
    memory.place(held(row), now)
    older = held({**row, "size": "0", "side": "", "updatedTime": "1000", "seq": "6"})
    assert memory.place(older, now).quantity == 1
    assert not memory.stop_is_gone(memory.place(held({**row, "stopLoss": "4", "updatedTime": "3000"}), now))
    assert memory.stop_is_gone(memory.place(held({**row, "stopLoss": "", "updatedTime": "4000"}), now))
    much_later = now + timedelta(milliseconds=OLD_MS_MAX + 2000)
    assert memory.place(older, much_later).quantity == 0


def test_each_environment_has_places_of_its_own() -> None:
    rests = {places.rest for places in ENVIRONMENTS.values()}
    privates = {places.private for places in ENVIRONMENTS.values()}
    assert len(rests) == len(privates) == len(ENVIRONMENTS) == 3
