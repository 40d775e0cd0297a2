"""A paper account in hedge mode: two channels that disagree are both followed, each trade under its own stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from core.messages import Message
from core.orders import Observation
from core.position import Live, Over
from core.rules import ChannelRules, FixedNotional, Limits, Mode, Rules
from core.runtime.clock import SystemClock
from core.runtime.desk import ACCOUNT, Parts
from core.runtime.front import FrontDesk
from core.runtime.lessons import Teaching
from core.runtime.recovery import open_desk
from core.vocabulary import ChannelId, MessageId, Money, Side, Symbol, position_id
from storage.memory import MemoryJournal
from storage.taught import TaughtFile
from tests.e2e.demo_process import call
from venues.catalogue import CATALOGUE
from venues.paper import PaperVenue, open_paper
from venues.prices.synthetic import SyntheticMarket

BULL, BEAR = ChannelId("-1001"), ChannelId("-1002")
SIZE = FixedNotional(Money(Decimal(500)))
RULES = Rules(Limits(hedge=True), tuple(ChannelRules(id_, id_, Mode.AUTO, SIZE) for id_ in (BULL, BEAR)))
BTC = Symbol("BTCUSDT")


async def test_both_sides_of_a_symbol_are_held_and_the_close_of_one_leaves_the_other_alone(tmp_path: Path) -> None:
    clock = SystemClock()
    async with (
        asyncio.timeout(60),
        SyntheticMarket(clock, "7") as market,
        open_paper(tmp_path / "paper.sqlite3", CATALOGUE, market, clock, hedge=True) as venue,
        open_desk(Parts(venue, (journal := MemoryJournal()), market, clock), RULES) as desk,
    ):
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


async def _seen(venue: PaperVenue) -> Observation:
    seen = await venue.observe()
    assert isinstance(seen, Observation)
    return seen


async def _until(so: Callable[[], bool]) -> None:
    while not so():  # noqa: ASYNC110 - the desk has no bell for this; the caller has a timeout
        await asyncio.sleep(0.01)


def _now(text: str) -> str:
    """The same call at market."""
    return "\n".join("Entry: market" if line.startswith("Entry") else line for line in text.splitlines())
