"""Where quotes come from: a made-up market, a recorded one, or the real one.

Three sources behind one port (`core.ports.Prices`), in files of the same order: `synthetic`
needs nothing, `recorded` a file, `live` the network. What they share is here: a tape that any
number of readers follow, each at its own pace.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from weakref import ref

from core.market import Quote
from core.vocabulary import Symbol


class Reader:
    """One follower of a `Tape`: an async iterator that ends when the tape is closed.

    It holds at most one quote a symbol, the newest: who reads slowly skips, and the symbol
    that has waited longest comes first. One task reads it; who drops it has left.
    """

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        self._pending: dict[Symbol, Quote] = {}
        self._news: asyncio.Future[None] | None = None
        """What it waits for, if it does."""
        self.waiting = False
        """It has taken all there was and asks for more."""

    def hand(self, quote: Quote) -> None:
        self._pending[quote.symbol] = quote
        self.waiting = False  # it has something to take now, though its task has not run yet
        self.wake()

    @property
    def pending(self) -> int:
        """Quotes that can be taken without waiting."""
        return len(self._pending)

    def wake(self) -> None:
        if self._news is not None and not self._news.done():
            self._news.set_result(None)

    def __aiter__(self) -> Reader:
        return self

    async def __anext__(self) -> Quote:
        while not self._pending:
            if self._tape.closed:
                raise StopAsyncIteration
            self.waiting = True
            self._tape.stir()
            self._news = asyncio.get_running_loop().create_future()
            try:
                await self._news
            finally:
                self.waiting = False
        return self._pending.pop(next(iter(self._pending)))


class Tape:
    """The newest quote of each symbol, and its followers.

    Bounded by the number of symbols its source follows; nothing here waits for a slow reader
    unless the source asks `all_read`.
    """

    def __init__(self) -> None:
        self._newest: dict[Symbol, Quote] = {}
        self._readers: list[ref[Reader]] = []
        self._stirred = asyncio.Event()
        self._asked: list[Callable[[], Quote | None]] = []
        self.closed = False

    def newest(self, symbol: Symbol) -> Quote | None:
        return self._newest.get(symbol)

    def print(self, quote: Quote) -> None:
        """Make a quote the newest of its symbol and hand it to every reader."""
        self._newest[quote.symbol] = quote
        for reader in self._following():
            reader.hand(quote)
        self.stir()

    def read(self) -> Reader:
        """A new follower; it gets what is printed from now on."""
        reader = Reader(self)
        self._readers.append(ref(reader, self._readers.remove))
        return reader

    def _following(self) -> list[Reader]:
        return [reader for known in self._readers if (reader := known()) is not None]

    def close(self) -> None:
        """End every reader once it has taken what it was handed."""
        self.closed = True
        for reader in self._following():
            reader.wake()
        self.stir()

    def stir(self) -> None:
        """Let those who wait for something on this tape look again."""
        self._stirred.set()

    async def awaited(
        self, wanted: Callable[[], Quote | None], wait_s: float, is_hopeful: Callable[[], bool] = lambda: True
    ) -> Quote | None:
        """What ``wanted`` finds, waiting up to ``wait_s`` seconds while there is hope."""
        self._asked.append(wanted)
        self.stir()
        try:
            async with asyncio.timeout(wait_s):
                while (quote := wanted()) is None and not self.closed and is_hopeful():
                    await self._change()
                return quote
        except TimeoutError:
            return None
        finally:
            self._asked.remove(wanted)

    async def all_read(self) -> None:
        """Return once every reader has asked for more; without readers, while somebody lacks a first quote."""
        while not self._is_read():
            try:
                async with asyncio.timeout(0.2):  # a reader that was dropped tells nobody
                    await self._change()
            except TimeoutError:
                continue

    def _is_read(self) -> bool:
        readers = self._following()
        if readers:
            return all(reader.waiting for reader in readers)
        return any(wanted() is None for wanted in self._asked)

    async def _change(self) -> None:
        self._stirred.clear()
        await self._stirred.wait()
