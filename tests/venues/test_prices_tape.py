"""Readers of one tape: each at its own pace, none holding up another."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from decimal import Decimal

from core.market import Quote
from core.vocabulary import Price, Symbol
from venues.prices import Tape

AT = datetime(2026, 1, 1, tzinfo=UTC)
BTC, ETH = Symbol("BTCUSDT"), Symbol("ETHUSDT")


def quote(symbol: Symbol, price: int) -> Quote:
    level = Price(Decimal(price))
    return Quote(symbol, level, level, level, level, AT)


async def test_a_slow_reader_skips_to_the_newest_of_each_symbol() -> None:
    tape = Tape()
    reader = tape.read()
    tape.print(quote(ETH, 1))
    for price in range(1, 10_001):
        tape.print(quote(BTC, price))
    tape.print(quote(ETH, 2))
    tape.close()
    assert [each async for each in reader] == [quote(ETH, 2), quote(BTC, 10_000)]


async def test_readers_do_not_take_from_each_other_and_a_late_one_gets_only_what_follows() -> None:
    tape = Tape()
    first, second = tape.read(), tape.read()
    tape.print(quote(BTC, 1))
    late = tape.read()
    tape.print(quote(ETH, 5))
    assert await anext(first) == await anext(second) == quote(BTC, 1)
    assert await anext(first) == await anext(late) == quote(ETH, 5)


async def test_a_reader_waits_for_news_and_ends_with_the_tape() -> None:
    tape = Tape()
    reader = tape.read()
    waiting = asyncio.create_task(reader.__anext__())
    await tape.all_read()
    assert not waiting.done()
    tape.print(quote(BTC, 7))
    assert await asyncio.wait_for(waiting, 1) == quote(BTC, 7)
    ending = asyncio.create_task(anext(reader, None))
    await tape.all_read()
    tape.close()
    assert await asyncio.wait_for(ending, 1) is None
    assert await anext(tape.read(), None) is None


async def test_all_is_read_only_when_the_last_reader_asks_for_more() -> None:
    tape = Tape()
    quick, slow = tape.read(), tape.read()
    asking = asyncio.create_task(quick.__anext__())
    waiting = asyncio.create_task(tape.all_read())
    done, _ = await asyncio.wait([waiting], timeout=0.05)
    assert not done
    del slow
    await asyncio.wait_for(waiting, 2)
    asking.cancel()


async def test_a_first_quote_is_awaited_for_a_bounded_time() -> None:
    tape = Tape()
    assert await tape.awaited(lambda: tape.newest(BTC), 0.01) is None
    waiting = asyncio.create_task(tape.awaited(lambda: tape.newest(BTC), 5))
    await tape.all_read()
    tape.print(quote(BTC, 3))
    assert await asyncio.wait_for(waiting, 1) == quote(BTC, 3)


async def test_two_who_wait_for_different_symbols_are_both_served() -> None:
    tape = Tape()
    waits = [asyncio.create_task(tape.awaited(lambda s=s: tape.newest(s), 5)) for s in (BTC, ETH)]  # type: ignore[misc]
    await tape.all_read()
    tape.print(quote(BTC, 1))
    tape.print(quote(ETH, 2))
    assert await asyncio.wait_for(asyncio.gather(*waits), 1) == [quote(BTC, 1), quote(ETH, 2)]
