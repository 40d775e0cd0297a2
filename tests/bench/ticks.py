"""What a tick costs: one that crosses nothing, and one that moves a stop.

The second is measured on a whole desk with its journal on disk: a thousand positions, five
thousand ticks a second, from the price on the tape to the amendment at the venue's door.
"""

from __future__ import annotations

import asyncio
import gc
import random
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from core.events import EquityRead, MessageRead
from core.instrument import Instrument
from core.market import Quote
from core.messages import Message
from core.orders import (
    Absent,
    Accepted,
    Answer,
    EntryOrder,
    Execution,
    ExitOrder,
    Observation,
    OpenPosition,
    OrderReport,
    Purpose,
    Refused,
    Silent,
    StopReport,
    StopTicket,
    Transaction,
    VenueReport,
)
from core.ports import Batch, Capabilities
from core.position import Live, Working
from core.position.listening import Levels
from core.rules import ChannelRules, FixedNotional, Limits, Mode, Rules
from core.runtime.clock import SystemClock
from core.runtime.desk import Parts, TradingDesk
from core.runtime.recovery import open_desk
from core.runtime.triggers import Triggers
from core.runtime.tuning import tune
from core.signals import AtMarket, AtPrice, Signal
from core.strategies import Protection, Trail
from core.vocabulary import (
    ChannelId,
    ExecutionId,
    MessageId,
    Money,
    OrderTag,
    PositionId,
    Price,
    Side,
    Symbol,
    position_id,
)
from storage.journal import SqliteJournal, open_journal
from storage.tables import EVERY_S
from venues.catalogue import CATALOGUE
from venues.prices import Tape

BTC = Symbol("BTCUSDT")
CHANNEL = ChannelId("-1001")
POSITIONS = 1000
TICKS_PER_S = 5000
BURST_S = 0.001
SETTLED_S = 4.0
"""What opening has left to be reviewed is not the cost of a tick."""
OPENING = Price(Decimal(1000))
STRIDE = Decimal("1.0012")
"""A little more than the tenth of a trail's distance at which it moves."""
STRIDES = 0.02
"""The share of ticks that are such a stride; the others cross nothing."""
RULES = Rules(
    limits=Limits(
        open_positions_max=POSITIONS,
        exposure_pct_max=Decimal(10_000),
        risk_pct_max=Decimal(100),
        daily_loss_pct_max=Decimal(100),
    ),
    channels=(
        ChannelRules(
            CHANNEL,
            "bench",
            Mode.AUTO,
            FixedNotional(Money(Decimal(20))),
            Protection(None, Trail(0, Decimal(1))),
        ),
    ),
)


def crossing_nothing_ns(positions: int, ticks: int = 200_000) -> float:
    """Nanoseconds for one tick between the levels of so many positions in one symbol; the best of five runs."""
    triggers = Triggers()
    for number in range(positions):
        away = Decimal(number + 1)
        triggers.set(BTC, PositionId(f"p{number}"), Levels(Price(60_000 + away), Price(60_000 - away)))
    prices = [Price(Decimal(599_995 + turn % 10) / 10) for turn in range(ticks)]
    crossed, best = triggers.crossed, float("inf")
    gc.disable()
    for _ in range(5):
        began = time.perf_counter_ns()
        for price in prices:
            crossed(BTC, price)
        best = min(best, (time.perf_counter_ns() - began) / ticks)
    gc.enable()
    return best


class Street:
    """A thousand symbols whose prices go where the bench sends them."""

    def __init__(self, clock: SystemClock) -> None:
        base = CATALOGUE[BTC]
        names = [Symbol(f"S{number:04d}USDT") for number in range(POSITIONS)]
        self.instruments: dict[Symbol, Instrument] = {
            name: replace(base, symbol=name, tick=Price(Decimal("0.01"))) for name in names
        }
        self.last = dict.fromkeys(names, OPENING)
        self._clock, self._tape = clock, Tape()

    def now(self, symbol: Symbol) -> Quote:
        last = self.last[symbol]
        return Quote(symbol, last, last, last, last, self._clock.now())

    def move(self, symbol: Symbol, price: Price) -> None:
        self.last[symbol] = price
        self._tape.print(self.now(symbol))

    async def quote(self, symbol: Symbol) -> Quote | None:
        return self.now(symbol) if symbol in self.last else None

    async def ticks(self) -> AsyncIterator[Quote]:
        async for quote in self._tape.read():
            yield quote


class Door:
    """A venue that fills and amends at once and costs next to nothing, with a clock at its door.

    What happens behind the door is not the desk's: the paper venue would be measured with it.
    """

    name = "door"
    capabilities = Capabilities(attached_stop=True, hedge_mode=False, absence_proof_s=0.2, stop_every_ms=0)

    def __init__(self, street: Street, clock: SystemClock) -> None:
        self.printed: dict[Symbol, float] = {}
        self.waited_s: list[float] = []
        self._street, self._clock = street, clock
        self._held: dict[Symbol, OpenPosition] = {}
        self._fills: list[Execution] = []
        self._told: asyncio.Queue[VenueReport] = asyncio.Queue()

    async def instruments(self) -> Mapping[Symbol, Instrument]:
        return self._street.instruments

    async def enter(self, order: EntryOrder) -> Answer:
        now, price, number = self._clock.now(), self._street.last[order.symbol], ExecutionId(str(len(self._fills)))
        side, none = order.side.opening, Money(Decimal(0))
        fill = Execution(
            number, order.symbol, side, order.side, order.quantity, price, none, Purpose.ORDER, order.tag, now
        )
        self._fills.append(fill)
        self._held[order.symbol] = OpenPosition(
            order.symbol, order.side, order.quantity, price, price, order.stop, none, None
        )
        self._told.put_nowait(fill)
        self._tell_stop(order.symbol)
        return Accepted(now)

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price, ticket: StopTicket | None = None) -> Answer:
        printed = self.printed.pop(symbol, None)
        if printed is not None:
            self.waited_s.append(time.perf_counter() - printed)
        self._held[symbol] = replace(self._held[symbol], stop=stop)
        self._tell_stop(symbol)
        return Accepted(self._clock.now())

    def _tell_stop(self, symbol: Symbol) -> None:
        held = self._held[symbol]
        self._told.put_nowait(StopReport(symbol, held.side, held.stop, held.quantity, self._clock.now()))

    async def exit(self, order: ExitOrder) -> Answer:
        return Refused(self._clock.now(), "1", f"nothing is sold here: {order.tag}")

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        return [await self.exit(order) for order in orders]

    async def amend(self, change: object) -> Answer:
        return Refused(self._clock.now(), "1", f"nothing rests here: {change}")

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        return Refused(self._clock.now(), "1", f"nothing rests here: {symbol} {tag}")

    async def cancel_all(self, symbol: Symbol) -> Answer:
        return Refused(self._clock.now(), "1", f"nothing rests here: {symbol}")

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        return Absent(self._clock.now())

    async def observe(self) -> Observation | Silent:
        worth = Money(Decimal(1_000_000))
        return Observation(self._clock.now(), worth, worth, Money(Decimal(0)), tuple(self._held.values()), ())

    async def executions(self, since: datetime) -> Sequence[Transaction] | Silent:
        return [fill for fill in self._fills if fill.at >= since]

    async def reports(self) -> AsyncIterator[VenueReport]:
        while True:
            yield await self._told.get()


@dataclass(frozen=True, slots=True)
class Heard:
    """Seconds from each crossing tick to its amendment at the door; nanoseconds for a tick that crosses nothing.

    ``durable_s``: how long each append of that time took until it was on the disk, which nothing may overtake.
    """

    waited_s: list[float]
    durable_s: list[float]
    quiet_ns: float


async def on_a_desk(data: Path, seconds: float) -> Heard:
    """A thousand positions, five thousand ticks a second, a hundred of which move a stop."""
    clock = SystemClock()
    street = Street(clock)
    door = Door(street, clock)
    async with (
        open_journal(data / "journal.sqlite3") as journal,
        open_desk(Parts(door, journal, street, clock), RULES) as desk,
    ):
        desk.roof.watch("log", lambda: _fold_in(journal))
        await _open_all(desk, street)
        tune()
        durable_s = _time_appends(journal)
        await _walk(street, door, seconds)
        await asyncio.sleep(SETTLED_S)
        return Heard(door.waited_s, durable_s, _quiet_ns(desk, street))


def _time_appends(journal: SqliteJournal) -> list[float]:
    """The seconds of each append from now on: where these stall, the machine's disk does."""
    append, took = journal.append, list[float]()

    async def timed(*batches: Batch) -> int:
        began = time.perf_counter()
        try:
            return await append(*batches)
        finally:
            took.append(time.perf_counter() - began)

    journal.append = timed  # type: ignore[method-assign]
    return took


async def _fold_in(journal: SqliteJournal) -> None:
    """Fold the journal's log in every few seconds, as the running desk does beside its read models."""
    while True:
        await asyncio.sleep(EVERY_S)
        await journal.checkpoint()


def _quiet_ns(desk: TradingDesk, street: Street, rounds: int = 50) -> float:
    """The best round of hearing the price that every symbol has already."""
    quotes, best = [street.now(symbol) for symbol in street.instruments], float("inf")
    hear = desk.watch.hear_price
    for _ in range(rounds):
        began = time.perf_counter_ns()
        for quote in quotes:
            hear(quote)
        best = min(best, (time.perf_counter_ns() - began) / len(quotes))
    return best


async def _open_all(desk: TradingDesk, street: Street) -> None:
    now = datetime.now(UTC)
    await desk.tell(EquityRead(now, Money(Decimal(1_000_000)), Money(Decimal(1_000_000))))
    for number, (symbol, instrument) in enumerate(street.instruments.items(), 1):
        now = datetime.now(UTC)
        stop = AtPrice(Price(OPENING * Decimal("0.95")))
        call = Signal(symbol, Side.LONG, AtMarket(), stop, ())
        post = Message(CHANNEL, MessageId(number), "", now, now)
        position = position_id(CHANNEL, post.id)
        await desk.tell(MessageRead(position, now, post, call, instrument, street.now(symbol)))
        await _stop_beyond(desk, position, Price(Decimal(0)))
        street.move(symbol, OPENING)  # the first price that a trail hears asks for its stop
        await _stop_beyond(desk, position, stop.price)
    await asyncio.sleep(SETTLED_S)


async def _stop_beyond(desk: TradingDesk, position: PositionId, price: Price) -> None:
    """Wait until a stop stands, and higher than that."""
    async with asyncio.timeout(10):
        while not _stands_beyond(desk, position, price):  # noqa: ASYNC110 - a desk tells nobody when a stop is proven
            await asyncio.sleep(0.0005)


def _stands_beyond(desk: TradingDesk, position: PositionId, price: Price) -> bool:
    actor = desk.positions.get(position)
    state = actor.state if actor is not None else None
    return isinstance(state, Live) and isinstance(state.stop, Working) and state.stop.price > price


async def _walk(street: Street, door: Door, seconds: float) -> None:
    dice, names = random.Random(7), list(street.instruments)
    began = time.perf_counter()
    sent, best = 0, dict.fromkeys(names, OPENING)
    while (passed := time.perf_counter() - began) < seconds:
        for _ in range(int(passed * TICKS_PER_S) - sent):
            sent += 1
            symbol = names[sent % POSITIONS]
            if dice.random() < STRIDES and symbol not in door.printed:
                best[symbol] = Price((best[symbol] * STRIDE).quantize(Decimal("0.01")))
                door.printed[symbol] = time.perf_counter()
                street.move(symbol, best[symbol])
            elif symbol not in door.printed:
                street.move(symbol, Price(best[symbol] - Decimal(dice.randint(1, 9)) / 100))
        await asyncio.sleep(BURST_S)
