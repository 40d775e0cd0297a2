"""A paper account in hedge mode: two channels that disagree are both followed, each trade under its own stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from core.messages import Message
from core.orders import Accepted, Observation
from core.position import Awaiting, Live, Over, Working
from core.records import replace
from core.rules import ChannelRules, FixedNotional, Limits, Mode, Rules
from core.runtime.clock import SystemClock
from core.runtime.desk import ACCOUNT, Parts, TradingDesk
from core.runtime.front import FrontDesk
from core.runtime.lessons import Teaching
from core.runtime.recovery import open_desk
from core.views import Receipt
from core.vocabulary import ChannelId, MessageId, Money, OrderSide, Price, Quantity, Side, Symbol, position_id
from storage.memory import MemoryJournal
from storage.taught import TaughtFile
from tests.e2e.demo_process import call
from venues.catalogue import CATALOGUE
from venues.matching.requests import NewOrder, OrderKind
from venues.paper import PaperVenue, open_paper
from venues.prices.synthetic import SyntheticMarket

BULL, BEAR = ChannelId("-1001"), ChannelId("-1002")
SIZE = FixedNotional(Money(Decimal(500)))
RULES = Rules(Limits(hedge=True), tuple(ChannelRules(id_, id_, Mode.AUTO, SIZE) for id_ in (BULL, BEAR)))
BTC, ETH = Symbol("BTCUSDT"), Symbol("ETHUSDT")


@asynccontextmanager
async def hedged(home: Path) -> AsyncIterator[tuple[TradingDesk, PaperVenue, SyntheticMarket, MemoryJournal]]:
    """A desk at a paper venue that holds both sides of a symbol."""
    clock, journal = SystemClock(), MemoryJournal()
    async with (
        asyncio.timeout(60),
        SyntheticMarket(clock, "7") as market,
        open_paper(home / "paper.sqlite3", CATALOGUE, market, clock, hedge=True) as venue,
        open_desk(Parts(venue, journal, market, clock), RULES) as desk,
    ):
        yield desk, venue, market, journal


async def test_both_sides_of_a_symbol_are_held_and_the_close_of_one_leaves_the_other_alone(tmp_path: Path) -> None:
    async with hedged(tmp_path) as (desk, venue, market, journal):
        quote = await market.quote(BTC)
        assert quote is not None
        texts = {BULL: _now(call(BTC, quote.last)), BEAR: _now(call(BTC, quote.last, "1.5", ("-1.2", "-2.4", "-4")))}
        for channel, text in texts.items():
            now = datetime.now(UTC)
            await desk.hear(Message(channel, MessageId(1), text, now, now))
        long, short = (position_id(channel, MessageId(1)) for channel in (BULL, BEAR))
        await _until(
            lambda: len(desk.positions) == 2 and all(isinstance(one.state, Live) for one in desk.positions.values())
        )
        stops = {held.side: held.stop or Decimal("NaN") for held in (await _seen(venue)).positions}
        assert stops[Side.LONG] < quote.last < stops[Side.SHORT]

        front = FrontDesk(desk, await journal.read(ACCOUNT), "paper", Teaching(desk, RULES, {}, TaughtFile(tmp_path)))
        await front.close(long, by="user:1")
        await _until(lambda: isinstance(desk.positions[long].state, Over))
        (left,) = (await _seen(venue)).positions
        assert (left.side, left.stop) == (Side.SHORT, stops[Side.SHORT])
        assert isinstance(desk.positions[short].state, Live)


async def test_what_is_not_ours_on_the_other_side_is_a_position_of_its_own_that_can_be_adopted(
    tmp_path: Path,
) -> None:
    async with hedged(tmp_path) as (desk, venue, market, journal):
        front = FrontDesk(desk, await journal.read(ACCOUNT), "paper", Teaching(desk, RULES, {}, TaughtFile(tmp_path)))
        for symbol in (BTC, ETH):
            quote = await market.quote(symbol)
            assert quote is not None
            waits = Price(quote.last * Decimal("0.97"))
            text = _now(call(symbol, quote.last)) if symbol is BTC else _limit(call(symbol, waits), waits)
            now = datetime.now(UTC)
            await desk.hear(Message(BULL, MessageId(1 if symbol is BTC else 2), text, now, now))
        long, waiting = (position_id(BULL, MessageId(number)) for number in (1, 2))
        await _until(lambda: len(desk.positions) == 2 and isinstance(desk.positions[long].state, Live))
        await _until(lambda: isinstance(desk.positions[waiting].state, Awaiting))
        before = desk.positions[long].state
        while not (isinstance(before, Live) and isinstance(before.stop, Working)):
            await asyncio.sleep(0.01)
            before = desk.positions[long].state

        for symbol, amount in ((BTC, "0.01"), (ETH, "0.1")):
            order = NewOrder(None, symbol, OrderSide.SELL, OrderKind.MARKET, Quantity(Decimal(amount)))
            answer = await venue.by_hand(replace(order, position_side=Side.SHORT))
            assert isinstance(answer, Accepted)
        found = await front.reconcile()
        assert {each.key for each in found.strangers} == {"BTCUSDT short", "ETHUSDT short"}
        await asyncio.sleep(0.5)
        assert isinstance(desk.positions[waiting].state, Awaiting), "the other side is none of its own"

        assert await front.adopt("BTCUSDT short", by="user:1") is Receipt.DONE
        await _until(lambda: len(desk.positions) == 3)
        (theirs,) = (one for id_, one in desk.positions.items() if id_ not in (long, waiting))
        await _until(lambda: isinstance(theirs.state, Live) and isinstance(theirs.state.stop, Working))
        assert isinstance(theirs.state, Live)
        assert (theirs.state.plan.side, theirs.state.ledger.held) == (Side.SHORT, Decimal("0.01"))
        after = desk.positions[long].state
        assert isinstance(after, Live)
        assert (after.ledger, after.stop) == (before.ledger, before.stop)


async def _seen(venue: PaperVenue) -> Observation:
    seen = await venue.observe()
    assert isinstance(seen, Observation)
    return seen


async def _until(so: Callable[[], bool]) -> None:
    while not so():  # noqa: ASYNC110 - the desk has no bell for this; the caller has a timeout
        await asyncio.sleep(0.01)


def _limit(text: str, price: Price) -> str:
    """The same call as a limit order that waits."""
    lines = text.splitlines()
    return "\n".join(f"Buy limit: {price:.2f}" if line.startswith("Entry") else line for line in lines)


def _now(text: str) -> str:
    """The same call at market."""
    return "\n".join("Entry: market" if line.startswith("Entry") else line for line in text.splitlines())
