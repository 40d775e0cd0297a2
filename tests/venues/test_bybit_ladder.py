"""A ladder of targets is one request at Bybit, and each of its orders is answered for itself."""

from __future__ import annotations

from decimal import Decimal

from core.commands import CancelOrder, PlaceExit, PositionCommand
from core.events import OrderAccepted, OrderRefused, OutcomeUnknown, PositionFact
from core.orders import ExitOrder
from core.runtime.clock import SystemClock
from core.runtime.effects import Effects, Ladder, together
from core.vocabulary import OrderTag, PositionId, Price, Quantity, Side, Symbol
from tests.venues.bybit_stage import BTC, CREATE, BybitStage, bybit_stage
from tests.venues.contract import entry

POSITION = PositionId("aaaaaaaaaa")
BATCH = "/v5/order/create-batch"


def rung(number: int, quantity: str = "0.02") -> PlaceExit:
    price = Price(Decimal(51_000 + number))
    tag = OrderTag(f"{POSITION}-tp{number}-0")
    return PlaceExit(POSITION, ExitOrder(tag, Symbol(BTC), Side.LONG, Quantity(Decimal(quantity)), price))


def out() -> PlaceExit:
    tag = OrderTag(f"{POSITION}-close-0")
    return PlaceExit(POSITION, ExitOrder(tag, Symbol(BTC), Side.LONG, Quantity(Decimal("0.02")), None))


CANCEL = CancelOrder(POSITION, Symbol(BTC), OrderTag("x"))


def ladder(*rungs: PlaceExit) -> Ladder:
    return Ladder(POSITION, tuple(each.order for each in rungs))


def test_targets_that_stand_together_share_a_request_and_nothing_changes_its_place() -> None:
    wanted: list[PositionCommand] = [CANCEL, rung(1), rung(2), CANCEL, rung(3), out(), rung(4), rung(5)]
    assert list(together(wanted, 10)) == [
        CANCEL,
        ladder(rung(1), rung(2)),
        CANCEL,
        rung(3),
        out(),
        ladder(rung(4), rung(5)),
    ]


def test_a_batch_holds_no_more_than_the_venue_takes() -> None:
    rungs = [rung(number) for number in range(5)]
    assert list(together(rungs, 2)) == [ladder(*rungs[:2]), ladder(*rungs[2:4]), rungs[4]]
    assert list(together(rungs, 1)) == rungs


async def performed(stage: BybitStage, *commands: PositionCommand) -> list[PositionFact]:
    facts: list[PositionFact] = []

    async def nothing_missed() -> None: ...

    effects = Effects(stage.venue, SystemClock(), facts.append, nothing_missed, lambda _: None, {})
    for each in together(commands, stage.venue.capabilities.batch_max):
        await effects.perform(each)
    return facts


def asked(stage: BybitStage, path: str) -> int:
    return sum(asked == path for _, asked, _ in stage.there.door.requests)


async def test_a_ladder_is_one_request_and_is_answered_in_its_order() -> None:
    async with bybit_stage() as stage:
        await stage.venue.enter(entry("a"))
        facts = await performed(stage, rung(1), rung(2), rung(3))
        assert [(type(fact), fact.tag) for fact in facts if isinstance(fact, OrderAccepted)] == [
            (OrderAccepted, rung(number).order.tag) for number in (1, 2, 3)
        ]
        assert (asked(stage, BATCH), asked(stage, CREATE)) == (1, 1)


async def test_a_refused_target_is_that_orders_refusal_alone() -> None:
    async with bybit_stage() as stage:
        await stage.venue.enter(entry("a"))
        facts = await performed(stage, rung(1), rung(2, "0.00001"), rung(3))
        assert [type(fact) for fact in facts] == [OrderAccepted, OrderRefused, OrderAccepted]


async def test_a_silent_batch_leaves_each_of_its_orders_unknown() -> None:
    async with bybit_stage() as stage:
        await stage.venue.enter(entry("a"))
        stage.there.faults.aim("B01", BATCH)
        facts = await performed(stage, rung(1), rung(2))
        assert [type(fact) for fact in facts] == [OutcomeUnknown, OutcomeUnknown]
