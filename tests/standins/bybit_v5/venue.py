"""The venue as a test holds it: addresses, prices, keys, faults, and what is true."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from aiohttp import web

from core.market import Quote
from core.orders import Execution, OpenPosition, OrderReport
from core.ports import Clock
from core.vocabulary import Money, OrderTag, Price, Side, Symbol
from tests.standins.bybit_v5 import reads
from tests.standins.bybit_v5.bell import Bell
from tests.standins.bybit_v5.books import Books
from tests.standins.bybit_v5.context import Context
from tests.standins.bybit_v5.contracts import Listed
from tests.standins.bybit_v5.faults import Faults
from tests.standins.bybit_v5.file import AccountFile
from tests.standins.bybit_v5.keys import Key, key_ring
from tests.standins.bybit_v5.rows import other_row
from tests.standins.bybit_v5.server import Door
from tests.standins.bybit_v5.streams import Private, Public
from tests.standins.bybit_v5.wire import Asked, Reply, Row
from venues.matching import Depth, Terms, TriggerBy

Figure = Decimal | int | float | str


@dataclass(frozen=True, slots=True)
class Truth:
    """The account as the engine has it. Tags are client order ids where there is one."""

    equity: Money
    balance: Money
    positions: tuple[OpenPosition, ...]
    orders: tuple[OrderReport, ...]
    """All orders ever taken, working or closed, oldest first."""
    executions: tuple[Execution, ...]


class BybitV5:
    """Made by `open_bybit`."""

    def __init__(self, clock: Clock, books: Books, listed: Listed, file: AccountFile, *, limits: bool) -> None:
        self.clock = clock
        self.books = books
        self.listed = listed
        self.faults = Faults()
        self.keys = key_ring()
        self._file = file
        self._bell = Bell()
        self.until = self._bell.until
        self.door = Door(self.faults, self.keys, self._context, books.ms, self.save, self._bell, limits=limits)
        self.private = Private(self.faults, books.ms, self.keys, self._bell)
        self.public = Public(self.faults, books.ms, self.keys, self._bell, self._ticker)
        self._port = 0
        self._is_changed = False
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None
        books.publish = self._publish

    # --- addresses ----------------------------------------------------------------------------

    @property
    def rest_url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def private_url(self) -> str:
        return f"ws://127.0.0.1:{self._port}/v5/private"

    @property
    def public_url(self) -> str:
        return f"ws://127.0.0.1:{self._port}/v5/public/linear"

    # --- what a test does ---------------------------------------------------------------------

    def key(self, name: str = "trader") -> Key:
        """One of `keys.key_ring`; its fields may be changed while it is in use."""
        return self.keys[name]

    def move(
        self,
        symbol: str,
        price: Figure,
        *,
        bid: Figure | None = None,
        ask: Figure | None = None,
        mark: Figure | None = None,
    ) -> None:
        """Let the market be at ``price`` now: best bid, best ask and mark too, unless they are given."""
        self._is_changed = symbol not in self.listed.rows
        if self._is_changed:
            self.listed.list_(symbol)
        last, low, high, fair = (Price(Decimal(str(price if one is None else one))) for one in (price, bid, ask, mark))
        self.books.hear(Quote(Symbol(symbol), low, high, last, fair, self.clock.now()))
        self.public.publish(symbol)
        if self._is_changed:  # a price that meets nothing is not worth writing a whole account down
            self.save()

    def contract(self, symbol: str, **changed: Any) -> None:
        """List a contract or change top-level fields of its instruments-info row."""
        self.listed.list_(symbol, **changed)
        self.save()

    def rule(self, symbol: str, group: str, **changed: str) -> None:
        """Change one rule: ``rule("BTCUSDT", "lotSizeFilter", qtyStep="0.01")`` (fault B29)."""
        self.contract(symbol, **{group: {**self.listed.rows[symbol][group], **changed}})

    def fund(self, symbol: str, rate: Figure) -> None:
        """Charge one funding payment (fault B34)."""
        self.books.fund(symbol, Decimal(str(rate)))
        self.save()

    def deleverage(self, symbol: str, side: Side, quantity: Figure | None = None) -> None:
        """Take a position, or a part of it, by auto-deleveraging (fault B33)."""
        held = self.books.engine.holding(Symbol(symbol), side)
        if held is None:
            raise ValueError(f"no {side} position of {symbol}")
        size = held.quantity if quantity is None else type(held.quantity)(Decimal(str(quantity)))
        ticket = self.books.protection.ticket((Symbol(symbol), side), "Adl", held.mark, size, TriggerBy.LAST)
        ticket.origin, ticket.exec_type = "CreateByAdl_PassThrough", "AdlTrade"
        self.books.place(ticket, self.books.closing((Symbol(symbol), side), size, ticket))
        self.save()

    def emit(self, kind: str, symbol: str, amount: Figure = 0) -> None:
        """Tell an execution that is no trade: Funding, Settle, CorporateAction, anything (fault B34)."""
        sides = (self.books.engine.holding(Symbol(symbol), side) for side in Side)
        held = next((one for one in sides if one is not None), None)
        exec_id = self.books.new_id(kind)
        row = other_row(kind, exec_id, symbol, Decimal(str(amount)), self.books.ms(), held=held)
        self.books.tell_other(row)
        self.save()

    def by_hand(self, answer: Callable[[Context, Asked], Reply], **words: Any) -> Row:
        """Let the owner do something in Bybit's app: an endpoint's work, without the door. Raises `No`."""
        done = answer(self._context(None, "by hand", lambda: True), Asked({"category": "linear", **words}))
        self.save()
        return done.result

    def repeat_position(self, symbol: str, side: Side) -> None:
        """The position topic fires though nothing has changed (fault B17)."""
        self.books.protection.refresh((Symbol(symbol), side))
        self.faults.met("B17")

    def truth(self) -> Truth:
        seen = self.books.engine.observe(self.clock.now())
        reports = [self.books.engine.look_up(OrderTag(name)) for name in self.books.tickets]
        return Truth(
            seen.equity,
            seen.balance,
            seen.positions,
            tuple(replace(one, tag=self._link(one.tag)) for one in reports if one is not None),
            tuple(replace(one, tag=self._link(one.tag) if one.tag else None) for one in self.books.traded),
        )

    def drop(self) -> None:
        """Cut every stream without a farewell."""
        for stream in (self.private, self.public):
            stream.drop()

    def stall(self) -> None:
        """Keep every stream open and say nothing on it."""
        for stream in (self.private, self.public):
            stream.stall()

    def resume(self) -> None:
        for stream in (self.private, self.public):
            stream.resume()

    async def shut(self) -> None:
        """Nobody listens any more: connections are refused until `reopen`."""
        if self._site is not None:
            await self._site.stop()
            self._site = None
        if self._runner is not None and self._runner.server is not None:
            for line in tuple(self._runner.server.connections):
                line.force_close()
        self.drop()

    async def reopen(self) -> None:
        """Listen again, at the same addresses."""
        if self._runner is None or self._site is not None:
            raise ValueError("it is open, or was never opened")
        self._site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await self._site.start()

    def save(self) -> None:
        self._file.save(self.books, self.listed)

    # --- inside -------------------------------------------------------------------------------

    def _publish(self, topic: str, rows: list[Row]) -> None:
        self._is_changed = True
        self.faults.see(rows)
        self.private.publish(topic, rows)

    def _link(self, tag: OrderTag) -> OrderTag:
        ticket = self.books.tickets.get(tag)
        return OrderTag(ticket.link_id) if ticket is not None and ticket.link_id else tag

    def _context(self, key: Key | None, path: str, another: Callable[[], bool]) -> Context:
        return Context(self.books, self.listed, self.faults, key, self.move, path, another)

    def _ticker(self, symbol: str) -> Row | None:
        if symbol not in self.listed.rows:
            return None
        return reads.ticker(self.books, symbol)

    async def open(self, port: int) -> None:
        app = web.Application()
        app.router.add_get("/v5/private", self.private.serve)
        app.router.add_get("/v5/public/linear", self.public.serve)
        app.router.add_route("*", "/{path:.*}", self.door.answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        self._site = web.TCPSite(self._runner, "127.0.0.1", port)
        await self._site.start()
        self._port = self._runner.addresses[0][1]

    async def close(self) -> None:
        self.door.hold.release()
        self.drop()
        if self._runner is not None:
            await self._runner.cleanup()
        if self.door.broken:
            raise ExceptionGroup("the stand-in itself went wrong", self.door.broken)


@asynccontextmanager
async def open_bybit(
    clock: Clock,
    *,
    symbols: tuple[str, ...] = ("BTCUSDT", "ETHUSDT"),
    balance: Figure = 10_000,
    hedge: bool = False,
    leverage: Figure = 10,
    depth: Depth | None = None,
    limits: bool = True,
    port: int = 0,
    data: Path | None = None,
) -> AsyncIterator[BybitV5]:
    """Open the stand-in; ``port`` 0 picks a free one.

    ``depth``: the book behind each quote. ``limits`` False: nobody is counted or banned.
    ``data``: a directory that keeps the account, so that it outlives this process.
    BTCUSDT starts at 60,000 and ETHUSDT at 3,000; any other symbol has no price until `move`.
    """
    listed = Listed()
    for symbol in symbols:
        listed.list_(symbol)
    terms = Terms(
        hedge=hedge,
        depth=depth or Depth(),
        leverage=Decimal(str(leverage)),
        orders_max=10_000,
        conditionals_max=10_000,
        targets_max=20,
    )
    books = Books(listed, clock.now, Decimal(str(balance)), terms)
    file = AccountFile(data)
    file.load(books, listed)
    venue = BybitV5(clock, books, listed, file, limits=limits)
    for symbol, price in (("BTCUSDT", 60_000), ("ETHUSDT", 3_000)):
        if symbol in symbols and books.engine.quote_of(Symbol(symbol)) is None:
            venue.move(symbol, price)
    await venue.open(port)
    try:
        yield venue
    finally:
        await venue.close()
