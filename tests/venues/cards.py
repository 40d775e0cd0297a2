"""The acceptance cards: numbered, each chosen by what a venue declares that it can do.

12 to 23 need nothing but the port; from 30 on the wire between us and a remote venue fails in
every way that has cost somebody money. An incident at a venue becomes a card before it is mended.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from core.errors import VenueUnreachable
from core.orders import (
    Absent,
    Accepted,
    EntryKind,
    Execution,
    Observation,
    OrderChange,
    OrderReport,
    OrderStatus,
    Purpose,
    Refused,
    Silent,
    StreamGap,
    VenueHalt,
    VenueReport,
)
from core.ports import Capabilities
from core.vocabulary import OrderTag, Side
from tests.venues.contract import BTC, FIRST_CARDS, Card, Stage, entry, exit_, price, quantity, seen, until


def is_fill(report: VenueReport) -> bool:
    return isinstance(report, Execution)


async def eventually(stage: Stage, is_so: Callable[[Observation], bool]) -> Observation:
    """Read the account until something is so; five seconds at most."""
    async with asyncio.timeout(5):
        while not is_so(observed := await seen(stage)):  # noqa: ASYNC110 - a venue is asked, it has no event
            await asyncio.sleep(0.01)
        return observed


async def report_of(stage: Stage, tag: str) -> OrderReport:
    found = await stage.venue.look_up(BTC, OrderTag(tag))
    assert isinstance(found, OrderReport)
    return found


async def card_12_a_quantity_below_the_minimum_is_refused_and_nothing_is_held(stage: Stage) -> None:
    assert isinstance(await stage.venue.enter(entry("a", size="0.0005")), Refused)
    assert (await seen(stage)).positions == ()


async def card_13_an_order_is_amended_in_place(stage: Stage) -> None:
    await stage.venue.enter(entry("a", at="49500"))
    change = OrderChange(BTC, OrderTag("a"), quantity("0.2"), price("49400"))
    for _ in range(2):
        assert isinstance(await stage.venue.amend(change), Accepted)
    (resting,) = (await seen(stage)).orders
    assert (resting.tag, resting.quantity, resting.price) == ("a", quantity("0.2"), price("49400"))
    stage.move(49390)
    (held,) = (await eventually(stage, lambda account: bool(account.positions))).positions
    assert (held.quantity, held.stop) == (quantity("0.2"), price(49000))


async def card_14_an_amendment_that_comes_too_late_is_refused(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    assert isinstance(await stage.venue.amend(OrderChange(BTC, OrderTag("a"), price=price("49400"))), Refused)
    assert (await seen(stage)).positions[0].quantity == quantity("0.1")


async def card_15_a_stop_limit_entry_waits_for_its_price_and_then_for_its_limit(stage: Stage) -> None:
    waits = replace(entry("a", stop="50500"), kind=EntryKind.STOP_LIMIT, price=price(51005), trigger=price(51000))
    assert isinstance(await stage.venue.enter(waits), Accepted)
    stage.move(51100)
    assert (await seen(stage)).positions == ()
    stage.move(51000)
    (held,) = (await eventually(stage, lambda account: bool(account.positions))).positions
    assert held.stop == price(50500)


async def card_16_cancelling_all_reaches_every_order_and_no_position(stage: Stage) -> None:
    await stage.venue.enter(entry("held"))
    for number in range(12):
        await stage.venue.enter(entry(f"e{number}", size="0.001", at=str(49400 - number)))
    assert isinstance(await stage.venue.cancel_all(BTC), Accepted)
    after = await seen(stage)
    assert after.orders == ()
    assert after.positions[0].stop == price(49000)


async def card_17_many_exits_are_answered_one_by_one(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    orders = [exit_(f"t{number}", "0.005", str(51000 + number * 100)) for number in range(11)]
    orders.append(exit_("bad", "0.0005", "52000"))
    answers = await stage.venue.exit_many(orders)
    assert [type(answer) for answer in answers] == [*[Accepted] * 11, Refused]
    assert {order.tag for order in (await seen(stage)).orders} == {f"t{number}" for number in range(11)}


async def card_18_a_ladder_is_sold_rung_by_rung_and_its_stop_stays(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    await stage.venue.exit_many([exit_("t1", "0.05", "51000"), exit_("t2", "0.05", "52000")])
    stage.move(51000)
    half = await eventually(stage, lambda account: len(account.orders) == 1)
    assert [(held.quantity, held.stop) for held in half.positions] == [(quantity("0.05"), price(49000))]
    stage.move(52000)
    after = await eventually(stage, lambda account: not account.positions)
    assert after.orders == ()


async def card_19_a_trailed_stop_is_one_stop(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    for step in range(1, 5):
        stage.move(50000 + step * 100)
        assert isinstance(await stage.venue.set_stop(BTC, Side.LONG, price(49000 + step * 100)), Accepted)
    observed = await seen(stage)
    assert (observed.positions[0].stop, observed.orders) == (price(49400), ())
    reports = stage.venue.reports()
    stage.move(49390)
    hit = await until(reports, lambda report: isinstance(report, Execution) and report.purpose is Purpose.STOP)
    assert isinstance(hit, Execution)
    assert hit.quantity == quantity("0.1")


async def card_20_both_sides_of_one_symbol_are_two_positions(stage: Stage) -> None:
    await stage.venue.enter(entry("long"))
    await stage.venue.enter(entry("short", "0.2", stop="51000", side=Side.SHORT))
    held = {position.side: position for position in (await seen(stage)).positions}
    assert {side: (one.quantity, one.stop) for side, one in held.items()} == {
        Side.LONG: (quantity("0.1"), price(49000)),
        Side.SHORT: (quantity("0.2"), price(51000)),
    }
    await stage.venue.exit(exit_("out", "0.2", side=Side.SHORT))
    (left,) = (await seen(stage)).positions
    assert left.side is Side.LONG


async def card_21_a_cancelled_order_that_traded_in_part_is_a_fill(stage: Stage) -> None:
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    ended = await report_of(stage, "a")
    (held,) = (await seen(stage)).positions
    assert ended.status is OrderStatus.CANCELLED
    assert Decimal(0) < ended.filled == held.quantity < quantity("0.1")
    assert held.stop == price(49000)


async def card_22_every_fill_is_listed_once_and_in_order(stage: Stage) -> None:
    began = (await seen(stage)).at
    await stage.venue.enter(entry("a"))
    await stage.venue.exit(exit_("x", "0.04"))
    stage.move(48990)
    await eventually(stage, lambda account: not account.positions)
    fills = await stage.venue.executions(began)
    assert not isinstance(fills, Silent)
    told = [(fill.tag, fill.quantity, fill.purpose) for fill in fills if isinstance(fill, Execution)]
    assert told == [
        ("a", quantity("0.1"), Purpose.ORDER),
        ("x", quantity("0.04"), Purpose.ORDER),
        (None, quantity("0.06"), Purpose.STOP),
    ]
    assert len({fill.id for fill in fills}) == len(fills)


async def card_23_a_short_is_protected_from_above(stage: Stage) -> None:
    await stage.venue.enter(entry("a", stop="51000", side=Side.SHORT))
    reports = stage.venue.reports()
    stage.move(51010)
    await until(reports, lambda report: isinstance(report, Execution) and report.purpose is Purpose.STOP)
    assert (await seen(stage)).positions == ()


# --- the wire ---------------------------------------------------------------------------------


async def card_30_silence_then_found(stage: Stage) -> None:
    stage.wire.lose_answer()
    assert isinstance(await stage.venue.enter(entry("a")), Silent)
    assert (await report_of(stage, "a")).status is OrderStatus.FILLED


async def card_31_silence_and_absent(stage: Stage) -> None:
    stage.wire.lose_request()
    assert isinstance(await stage.venue.enter(entry("a")), Silent)
    assert isinstance(await stage.venue.look_up(BTC, OrderTag("a")), Absent)
    assert stage.venue.capabilities.absence_proof_s > 5


async def card_32_what_was_lost_and_sent_again_is_one_order(stage: Stage) -> None:
    stage.wire.lose_answer()
    assert isinstance(await stage.venue.enter(entry("a")), Silent)
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    assert (await seen(stage)).positions[0].quantity == quantity("0.1")


async def card_33_an_answer_nobody_understands_proves_nothing(stage: Stage) -> None:
    stage.wire.answer_strangely()
    assert isinstance(await stage.venue.enter(entry("a")), Silent)


async def card_34_accepted_and_rejected_later_is_told(stage: Stage) -> None:
    reports = stage.venue.reports()
    stage.wire.reject_later()
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    told = await until(reports, lambda report: isinstance(report, OrderReport) and report.tag == "a")
    assert isinstance(told, OrderReport)
    assert told.status is OrderStatus.REJECTED
    assert told.filled == 0
    assert told.reason


async def card_35_what_happened_while_the_stream_was_down_is_told_once(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    reports = stage.venue.reports()
    await until(reports, is_fill)
    stage.wire.cut()
    stage.move(48990)
    heard: list[VenueReport] = []
    async with asyncio.timeout(10):
        async for report in reports:
            heard.append(report)
            if sum(isinstance(one, StreamGap) for one in heard) == 2:
                break
    told = [one for one in heard if isinstance(one, Execution | StreamGap)]
    assert [type(one) for one in told] == [StreamGap, Execution, StreamGap]
    assert [one.purpose for one in told if isinstance(one, Execution)] == [Purpose.STOP]


async def card_36_an_old_reading_does_not_undo_a_fill(stage: Stage) -> None:
    reports = stage.venue.reports()
    await stage.venue.enter(entry("a"))
    await until(reports, is_fill)
    await asyncio.sleep(0.1)  # the position is told right behind its fill
    stage.wire.read_stale()
    assert (await seen(stage)).positions[0].quantity == quantity("0.1")


async def card_37_a_trade_told_twice_is_one_trade(stage: Stage) -> None:
    reports = stage.venue.reports()
    stage.wire.repeat()
    await stage.venue.enter(entry("a"))
    await until(reports, is_fill)
    await stage.venue.exit(exit_("x"))
    second = await until(reports, is_fill)
    assert isinstance(second, Execution)
    assert second.tag == "x"


async def card_38_old_rules_are_refreshed_and_cut_to_once(stage: Stage) -> None:
    stage.wire.coarsen()
    assert isinstance(await stage.venue.enter(entry("a", size="0.105")), Accepted)
    assert (await seen(stage)).positions[0].quantity == quantity("0.1")


async def card_39_a_wrong_clock_is_measured_and_the_order_goes_once(stage: Stage) -> None:
    stage.wire.skew()
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    assert (await seen(stage)).positions[0].quantity == quantity("0.1")


async def card_40_a_revoked_key_is_said_with_what_to_do(stage: Stage) -> None:
    reports = stage.venue.reports()
    stage.wire.revoke()
    refused = await stage.venue.enter(entry("a"))
    assert isinstance(refused, Refused)
    halt = await until(reports, lambda report: isinstance(report, VenueHalt))
    assert isinstance(halt, VenueHalt)
    assert stage.venue.name in halt.why
    assert "key" in halt.why
    with pytest.raises(VenueUnreachable, match="key"):
        await stage.venue.instruments()


def remote(can: Capabilities) -> bool:
    return can.remote


CARDS = (
    *FIRST_CARDS,
    Card(card_12_a_quantity_below_the_minimum_is_refused_and_nothing_is_held),
    Card(card_13_an_order_is_amended_in_place, lambda can: can.amend),
    Card(card_14_an_amendment_that_comes_too_late_is_refused, lambda can: can.amend),
    Card(card_15_a_stop_limit_entry_waits_for_its_price_and_then_for_its_limit, lambda can: can.stop_limit),
    Card(card_16_cancelling_all_reaches_every_order_and_no_position),
    Card(card_17_many_exits_are_answered_one_by_one),
    Card(card_18_a_ladder_is_sold_rung_by_rung_and_its_stop_stays),
    Card(card_19_a_trailed_stop_is_one_stop),
    Card(card_20_both_sides_of_one_symbol_are_two_positions, lambda can: can.hedge_mode),
    Card(card_21_a_cancelled_order_that_traded_in_part_is_a_fill, thin=True),
    Card(card_22_every_fill_is_listed_once_and_in_order),
    Card(card_23_a_short_is_protected_from_above),
    Card(card_30_silence_then_found, remote),
    Card(card_31_silence_and_absent, remote),
    Card(card_32_what_was_lost_and_sent_again_is_one_order, remote),
    Card(card_33_an_answer_nobody_understands_proves_nothing, remote),
    Card(card_34_accepted_and_rejected_later_is_told, remote),
    Card(card_35_what_happened_while_the_stream_was_down_is_told_once, remote),
    Card(card_36_an_old_reading_does_not_undo_a_fill, remote),
    Card(card_37_a_trade_told_twice_is_one_trade, remote),
    Card(card_38_old_rules_are_refreshed_and_cut_to_once, remote),
    Card(card_39_a_wrong_clock_is_measured_and_the_order_goes_once, remote),
    Card(card_40_a_revoked_key_is_said_with_what_to_do, remote),
)
