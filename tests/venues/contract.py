"""The small world the acceptance cards are played in, and the first of them: one order, one stop.

A card gets a `Stage`: a venue with no position and a way to move the price. It asks
only what `core.ports.Venue` promises, so the same cards judge a paper account and a real one.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Protocol

from core.instrument import Instrument, Kind
from core.market import Quote
from core.orders import (
    Absent,
    Accepted,
    EntryKind,
    EntryOrder,
    Execution,
    ExitOrder,
    Observation,
    OrderReport,
    OrderStatus,
    Purpose,
    Refused,
    VenueReport,
)
from core.ports import Capabilities, Venue
from core.vocabulary import Money, OrderTag, Price, Quantity, Side, Symbol

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BTC = Symbol("BTCUSDT")
GOLD = Symbol("XAUUSD")
INSTRUMENTS = {
    BTC: Instrument(
        BTC,
        Kind.LINEAR,
        "BTC",
        "USDT",
        tick=Price(Decimal("0.1")),
        step=Quantity(Decimal("0.001")),
        quantity_min=Quantity(Decimal("0.001")),
        quantity_max=Quantity(Decimal(100)),
        notional_min=Money(Decimal(5)),
    ),
    GOLD: Instrument(
        GOLD,
        Kind.CFD,
        "XAU",
        "USD",
        tick=Price(Decimal("0.01")),
        step=Quantity(Decimal("0.01")),
        quantity_min=Quantity(Decimal("0.01")),
        quantity_max=Quantity(Decimal(50)),
        notional_min=Money(Decimal(0)),
        point_value=Decimal(100),
        leverage_max=Decimal(500),
    ),
}


def price(value: str | int | Decimal) -> Price:
    return Price(Decimal(value))


def quantity(value: str | int | Decimal) -> Quantity:
    return Quantity(Decimal(value))


def quote(value: str | int | Decimal, second: float = 0, symbol: Symbol = BTC, mark: str | int | None = None) -> Quote:
    """A quote one tick wide; last is the bid."""
    bid = price(value)
    ask = Price(bid + INSTRUMENTS[symbol].tick)
    return Quote(symbol, bid, ask, bid, bid if mark is None else price(mark), START + timedelta(seconds=second))


def entry(
    tag: str, size: str = "0.1", stop: str = "49000", side: Side = Side.LONG, at: str | None = None
) -> EntryOrder:
    kind = EntryKind.MARKET if at is None else EntryKind.LIMIT
    limit = None if at is None else price(at)
    return EntryOrder(OrderTag(tag), BTC, side, kind, quantity(size), limit, price(stop), Decimal(10))


def exit_(tag: str, size: str = "0.1", at: str | None = None, side: Side = Side.LONG) -> ExitOrder:
    return ExitOrder(OrderTag(tag), BTC, side, quantity(size), None if at is None else price(at))


@dataclass(slots=True)
class SteadyClock:
    """Time that moves only when it is told to."""

    seconds: float = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


@dataclass(slots=True)
class Tape:
    """A price source one sets by hand: a bounded queue for its single reader, and the newest quote."""

    clock: SteadyClock
    newest: dict[Symbol, Quote] = field(default_factory=dict)
    queue: asyncio.Queue[Quote | Exception] = field(default_factory=lambda: asyncio.Queue(1000))

    async def quote(self, symbol: Symbol) -> Quote | None:
        return self.newest.get(symbol)

    async def ticks(self) -> AsyncIterator[Quote]:
        while True:
            heard = await self.queue.get()
            if isinstance(heard, Exception):
                raise heard
            yield heard

    def set(self, value: str | int, symbol: Symbol = BTC) -> None:
        """One second later, the price is this; the reader has it as a tick."""
        self.clock.seconds += 1
        now = quote(value, self.clock.seconds, symbol)
        self.newest[symbol] = now
        self.queue.put_nowait(now)


class Wire(Protocol):
    """What can go wrong between a remote venue and us; each befalls the next request or moment."""

    def lose_answer(self) -> None:
        """The next order is taken, its answer is lost."""

    def lose_request(self) -> None:
        """The next order never arrives."""

    def answer_strangely(self) -> None:
        """The next order is answered with a code nobody knows."""

    def reject_later(self) -> None:
        """The next order is accepted, and rejected a moment later."""

    def cut(self) -> None:
        """The private stream breaks."""

    def read_stale(self) -> None:
        """The next reading of the positions is some seconds old."""

    def repeat(self) -> None:
        """The next trade is told twice."""

    def coarsen(self) -> None:
        """From now on quantities go in steps of 0.01."""

    def skew(self) -> None:
        """The next order looks ten seconds old to the venue."""

    def revoke(self) -> None:
        """The key is revoked."""


class Stage(Protocol):
    """What a card is played on; the price stands at 50000 when it begins."""

    @property
    def venue(self) -> Venue: ...

    @property
    def wire(self) -> Wire:
        """Of a remote venue alone."""

    def move(self, value: str | int) -> None:
        """Set the price."""


async def until(reports: AsyncIterator[VenueReport], wanted: Callable[[VenueReport], bool]) -> VenueReport:
    """Read the private stream up to the first report that is wanted; five seconds at most."""
    async with asyncio.timeout(5):
        async for report in reports:
            if wanted(report):
                return report
    raise AssertionError("the stream ended")


async def seen(stage: Stage) -> Observation:
    observed = await stage.venue.observe()
    assert isinstance(observed, Observation)
    return observed


async def card_01_a_filled_entry_has_its_stop_at_once(stage: Stage) -> None:
    assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    (held,) = (await seen(stage)).positions
    assert (held.side, held.quantity, held.stop) == (Side.LONG, quantity("0.1"), price(49000))


async def card_02_sending_twice_is_sending_once(stage: Stage) -> None:
    for _ in range(2):
        assert isinstance(await stage.venue.enter(entry("a")), Accepted)
    assert (await seen(stage)).positions[0].quantity == quantity("0.1")


async def card_03_another_order_under_a_used_tag_is_refused(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    answer = await stage.venue.enter(entry("a", size="0.2"))
    assert isinstance(answer, Refused)
    assert answer.code == "110072"


async def card_04_the_same_stop_again_is_accepted(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    for _ in range(2):
        assert isinstance(await stage.venue.set_stop(BTC, Side.LONG, price(49500)), Accepted)
    assert (await seen(stage)).positions[0].stop == price(49500)


async def card_05_a_stop_beyond_the_price_is_refused_and_the_old_one_stays(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    assert isinstance(await stage.venue.set_stop(BTC, Side.LONG, price(51000)), Refused)
    assert (await seen(stage)).positions[0].stop == price(49000)


async def card_06_cancelling_what_is_gone_is_accepted(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    assert isinstance(await stage.venue.cancel(BTC, OrderTag("a")), Accepted)
    assert (await seen(stage)).positions[0].quantity == quantity("0.1")


async def card_07_a_closed_order_is_found_by_its_tag(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    found = await stage.venue.look_up(BTC, OrderTag("a"))
    assert isinstance(found, OrderReport)
    assert (found.status, found.filled) == (OrderStatus.FILLED, quantity("0.1"))
    assert isinstance(await stage.venue.look_up(BTC, OrderTag("never-sent")), Absent)


async def card_08_an_exit_never_opens_anything(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    await stage.venue.exit(exit_("x", size="5"))
    assert (await seen(stage)).positions == ()
    answer = await stage.venue.exit(exit_("y"))
    assert isinstance(answer, Refused)
    assert answer.code == "110017"


async def card_09_a_met_stop_is_reported_as_a_stop(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    reports = stage.venue.reports()
    stage.move(48990)
    hit = await until(reports, lambda report: isinstance(report, Execution) and report.purpose is Purpose.STOP)
    assert isinstance(hit, Execution)
    assert (hit.price, hit.quantity, hit.tag) == (price(48990), quantity("0.1"), None)
    assert (await seen(stage)).positions == ()


async def card_10_an_exit_left_over_is_cancelled_with_its_position(stage: Stage) -> None:
    await stage.venue.enter(entry("a"))
    await stage.venue.exit(exit_("target", at="52000"))
    await stage.venue.exit(exit_("now"))
    assert (await seen(stage)).orders == ()


async def card_11_a_stop_entry_waits_for_its_price(stage: Stage) -> None:
    order = replace(entry("a", stop="50500"), kind=EntryKind.STOP, price=price(51000))
    assert isinstance(await stage.venue.enter(order), Accepted)
    assert (await seen(stage)).positions == ()
    reports = stage.venue.reports()
    stage.move(51010)
    await until(reports, lambda report: isinstance(report, Execution))
    (held,) = (await seen(stage)).positions
    assert held.stop == price(50500)


Play = Callable[[Stage], Awaitable[None]]


def any_venue(_: Capabilities) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Card:
    """``needs``: the capabilities without which it says nothing. ``thin``: the book holds 0.05 on each side."""

    play: Play
    needs: Callable[[Capabilities], bool] = any_venue
    thin: bool = False

    @property
    def name(self) -> str:
        return self.play.__name__


FIRST_CARDS = (
    Card(card_01_a_filled_entry_has_its_stop_at_once, lambda can: can.attached_stop),
    Card(card_02_sending_twice_is_sending_once),
    Card(card_03_another_order_under_a_used_tag_is_refused),
    Card(card_04_the_same_stop_again_is_accepted),
    Card(card_05_a_stop_beyond_the_price_is_refused_and_the_old_one_stays),
    Card(card_06_cancelling_what_is_gone_is_accepted),
    Card(card_07_a_closed_order_is_found_by_its_tag),
    Card(card_08_an_exit_never_opens_anything),
    Card(card_09_a_met_stop_is_reported_as_a_stop),
    Card(card_10_an_exit_left_over_is_cancelled_with_its_position),
    Card(card_11_a_stop_entry_waits_for_its_price),
)
