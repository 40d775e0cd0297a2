"""Paper money on real prices: everything a venue does, except that nobody is paid.

The account lives in a file of its own, as a real one lives at the exchange: it survives
the death of this program, and stops that were met meanwhile have been met when it comes
back. An answer is given only after what it says is durable. What happened but was not
written never happened, and nobody was ever told that it did.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from core.instrument import Instrument
from core.market import Funding, Quote
from core.orders import (
    Absent,
    Accepted,
    Answer,
    EntryKind,
    EntryOrder,
    ExitOrder,
    Observation,
    OrderChange,
    OrderReport,
    Refused,
    Silent,
    StopTicket,
    StreamGap,
    Transaction,
    VenueReport,
)
from core.ports import Capabilities, Clock, Prices
from core.vocabulary import Money, OrderTag, Price, Side, Symbol
from venues.mailbox import Mail
from venues.matching import Amendment, Code, Engine, NewOrder, OrderKind, Outcome, Terms
from venues.paper_file import AccountFile, Line, line_key, open_account_file, transaction_line, unreadable

FundingOf = Callable[[Symbol], Funding | None]
"""What the market says of a symbol's funding; None: nothing."""
MARKS_EVERY_S = 10.0
"""How often mere price changes of a held symbol are written: they only matter if no price comes after a restart."""


KINDS = {
    EntryKind.MARKET: OrderKind.MARKET,
    EntryKind.LIMIT: OrderKind.LIMIT,
    EntryKind.STOP: OrderKind.STOP_MARKET,
    EntryKind.STOP_LIMIT: OrderKind.STOP_LIMIT,
}


def capabilities(*, hedge: bool) -> Capabilities:
    """What every paper account can do, also one that is not open yet."""
    return Capabilities(attached_stop=True, hedge_mode=hedge, absence_proof_s=0.2)


class PaperVenue:
    """One paper account. Made by `open_paper`; implements `core.ports.Venue`."""

    def __init__(
        self,
        name: str,
        engine: Engine,
        prices: Prices,
        clock: Clock,
        file: AccountFile,
        funding: FundingOf = lambda _: None,
    ) -> None:
        self.name = name
        self.capabilities = capabilities(hedge=engine.terms.hedge)
        self._engine = engine
        self._prices = prices
        self._clock = clock
        self._file = file
        self._funding = funding
        self._instruments: Mapping[Symbol, Instrument] = engine.instruments
        self._unwritten: list[VenueReport] = []
        self._closed_written = engine.closed_count
        self._changes, self._written = 1, 0  # every life begins with a write
        self._written_at = clock.monotonic()
        self._wake = asyncio.Event()
        self._waiting: list[asyncio.Future[bool]] = []
        self._trouble = ""
        self._halted = False
        self._mail = Mail()

    # --- the port -------------------------------------------------------------------------

    async def instruments(self) -> Mapping[Symbol, Instrument]:
        return self._instruments

    async def enter(self, order: EntryOrder) -> Answer:
        """Sets the leverage, then opens. A repetition is answered as the first was."""
        price, trigger = (None, order.price) if order.kind is EntryKind.STOP else (order.price, order.trigger)
        request = NewOrder(
            order.tag,
            order.symbol,
            order.side.opening,
            KINDS[order.kind],
            order.quantity,
            price=price,
            trigger=trigger,
            time_in_force=order.time_in_force,
            position_side=self._position_side(order.side),
            stop=order.stop,
        )
        return await self._place(request, order.leverage)

    async def exit(self, order: ExitOrder) -> Answer:
        return await self._place(
            NewOrder(
                order.tag,
                order.symbol,
                order.side.closing,
                OrderKind.MARKET if order.price is None else OrderKind.LIMIT,
                order.quantity,
                price=order.price,
                time_in_force=order.time_in_force,
                reduce_only=True,
                position_side=self._position_side(order.side),
            )
        )

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        return [await self.exit(order) for order in orders]

    async def amend(self, change: OrderChange) -> Answer:
        await self._freshen(change.symbol)
        if self._halted:
            return self._silent()
        wanted = Amendment(change.tag, change.quantity, change.price, change.trigger)
        return await self._answer(self._engine.amend(wanted, self._clock.now()))

    async def by_hand(self, request: NewOrder) -> Answer:
        """What the owner does in the exchange's own app: any order, also one without a stop."""
        return await self._place(request)

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price, ticket: StopTicket | None = None) -> Answer:
        await self._freshen(symbol)
        if self._halted:
            return self._silent()
        outcome = self._engine.set_stop(symbol, side, stop, self._clock.now())
        answer = await self._answer(outcome, same=(Code.NOT_MODIFIED,))
        if isinstance(answer, Refused) and answer.code == Code.BUSY:
            return Silent(answer.at, answer.reason)  # it is no word of the stop that is selling it
        return answer

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        if self._halted:
            return self._silent()
        known = self._engine.look_up(tag)
        if known is None or known.symbol != symbol:
            return await self._answer(
                Outcome(Refused(self._clock.now(), Code.NO_SUCH_ORDER.value, f"there is no order {tag} on {symbol}"))
            )
        outcome = self._engine.cancel(tag, self._clock.now())
        return await self._answer(outcome, same=(Code.ORDER_DONE, Code.ORDER_CANCELLED))

    async def cancel_all(self, symbol: Symbol) -> Answer:
        """All of them are ours: nobody else trades this account but its owner, by `by_hand` without a name."""
        if self._halted:
            return self._silent()
        at = self._clock.now()
        ours = [
            order.tag for order in self._engine.observe(at).orders if order.symbol == symbol and _is_ours(order.tag)
        ]
        for tag in ours:
            self._tell(self._engine.cancel(tag, at).reports)
        return await self._answer(Outcome(Accepted(at)))

    async def look_up(self, symbol: Symbol, tag: OrderTag) -> OrderReport | Absent | Silent:
        report = self._engine.look_up(tag)
        if not await self._is_durable():
            return self._silent()
        if report is None or report.symbol != symbol:
            return Absent(self._clock.now())
        return report

    async def observe(self) -> Observation | Silent:
        seen = self._engine.observe(self._clock.now())
        return seen if await self._is_durable() else self._silent()

    async def executions(self, since: datetime) -> Sequence[Transaction] | Silent:
        """From the file, so also those of earlier lives of this program."""
        if not await self._is_durable():
            return self._silent()
        try:
            return await self._file.executions(since)
        except sqlite3.Error as error:
            return Silent(self._clock.now(), f"the paper account {self._file.path} cannot be read ({error})")

    def reports(self) -> AsyncIterator[VenueReport]:
        """The first reader also gets what happened before it came, such as a stop met while this program was dead."""
        return self._mail.read()

    # --- requests -------------------------------------------------------------------------

    def _position_side(self, side: Side) -> Side | None:
        return side if self.capabilities.hedge_mode else None

    async def _place(self, request: NewOrder, leverage: Decimal | None = None) -> Answer:
        await self._freshen(request.symbol)
        if self._halted:
            return self._silent()
        at = self._clock.now()
        before = self._engine.request_of(request.tag) if request.tag is not None else None
        if before is not None:
            # What a client of a real venue does with 110072: read the order, and compare (fault B09).
            known = Accepted(at) if before == request else None
            other = Refused(at, Code.DUPLICATE.value, f"{request.tag} names another order")
            return await self._answer(Outcome(known or other))
        if leverage is not None:
            set_ = self._engine.set_leverage(request.symbol, leverage, at).answer
            if isinstance(set_, Accepted):
                self._changes += 1
            elif set_.code != Code.LEVERAGE_NOT_MODIFIED:
                return set_
        return await self._answer(self._engine.place(request, at))

    async def _answer(self, outcome: Outcome, same: tuple[Code, ...] = ()) -> Answer:
        """Answer once it is durable; a refusal named in ``same`` means that it is so already."""
        self._tell(outcome.reports)
        answer = outcome.answer
        if not await self._is_durable():
            return self._silent()
        if isinstance(answer, Refused) and answer.code in same:
            return Accepted(answer.at)
        return answer

    def _silent(self) -> Silent:
        return Silent(self._clock.now(), self._trouble)

    # --- prices ---------------------------------------------------------------------------

    async def _freshen(self, symbol: Symbol) -> None:
        """Trade on the newest price, also when its tick is still on the way."""
        quote = await self._prices.quote(symbol)
        if quote is not None:
            self.hear(quote)

    def hear(self, quote: Quote) -> None:
        """Let one quote work on the account."""
        if self._halted:
            return
        funding = self._funding(quote.symbol)
        if funding is not None:
            self._engine.hear_funding(quote.symbol, funding)
        reports = self._engine.on_quote(quote)
        if reports:
            self._tell(reports)
        elif self._engine.is_busy(quote.symbol) and self._clock.monotonic() - self._written_at > MARKS_EVERY_S:
            self._written_at = self._clock.monotonic()
            self._changes += 1
            self._wake.set()

    async def follow(self) -> None:
        """Live on the price source until cancelled."""
        async for quote in self._prices.ticks():
            self.hear(quote)

    # --- durability -----------------------------------------------------------------------

    def _tell(self, reports: Sequence[VenueReport]) -> None:
        if reports:
            self._unwritten.extend(reports)
            self._changes += 1
            self._wake.set()

    async def _is_durable(self) -> bool:
        """Wait until everything up to now is written; False when it cannot be."""
        if self._halted:
            return False
        if self._changes == self._written:
            return True
        written: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append(written)
        self._wake.set()
        return await written

    async def save_always(self) -> None:
        """The only writer: one commit for all who wait. Runs until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            await self.save()

    async def save(self) -> None:
        """Write what is new, then publish the reports, then let the answers go."""
        if self._changes == self._written:
            self._release(len(self._waiting), durable=True)
            return
        waiting = len(self._waiting)
        changes, closed, fresh = self._changes, self._engine.closed_count, tuple(self._unwritten)
        lines: list[Line] = [("live", line_key(0), self._engine.live)]
        for number, order in enumerate(self._engine.closed_after(self._closed_written), self._closed_written + 1):
            lines.append(("order", line_key(number), order))
        lines += [transaction_line(report) for report in fresh if isinstance(report, Transaction)]
        try:
            await self._file.write(lines)
        except (sqlite3.Error, OSError) as error:
            # The account in memory is ahead of its file: nobody is told anything until a write succeeds.
            self._trouble = f"the paper account {self._file.path} cannot be written ({error})"
            self._release(waiting, durable=False)
            return
        self._written, self._closed_written, self._written_at = changes, closed, self._clock.monotonic()
        del self._unwritten[: len(fresh)]
        self._mail.publish(fresh)
        self._release(waiting, durable=True)

    def _release(self, count: int, *, durable: bool) -> None:
        """Let the longest waiting go; they stay in the list until here, so that none is lost by a cancellation."""
        for written in self._waiting[:count]:
            if not written.done():
                written.set_result(durable)
        del self._waiting[:count]

    def halt(self, why: str) -> None:
        """Answer nothing any more: the account is no longer looked after."""
        if self._halted:
            return
        self._halted, self._trouble = True, why
        self._release(len(self._waiting), durable=False)
        self._mail.publish([StreamGap(self._clock.now(), why)])

    def notice(self, task: asyncio.Task[None]) -> None:
        """A background task ended; only a cancelled one, or a price source that has no more, did so well."""
        if not task.cancelled() and (error := task.exception()) is not None:
            self.halt(f"{task.get_name()} failed: {type(error).__name__}: {error}")


@asynccontextmanager
async def open_paper(
    path: Path,
    instruments: Mapping[Symbol, Instrument],
    prices: Prices,
    clock: Clock,
    *,
    opening_balance: Money = Money(Decimal(10_000)),
    name: str = "paper",
    hedge: bool = False,
    terms: Terms | None = None,
    funding: FundingOf = lambda _: None,
) -> AsyncIterator[PaperVenue]:
    """Open the paper account kept at ``path``; a new one begins with ``opening_balance``.

    ``terms``: how the exchange deals; by default with 0.01 % funding every eight hours,
    which is for symbols of which ``funding`` knows nothing; what falls due while nobody looks is paid at the next rate.
    Raises `ConfigError` for a file that cannot be carried on, `AlreadyRunning` for one in use.
    A price source or a writer that dies is not hidden: every answer is `Silent` from then on,
    readers get a `StreamGap`, and the error is raised when the account is closed.
    """
    dealing = replace(terms or Terms(funding_rate=Decimal("0.0001")), hedge=hedge)
    async with open_account_file(path) as file:
        engine = await _restore(file, instruments, dealing, opening_balance)
        venue = PaperVenue(name, engine, prices, clock, file, funding)
        # What was met while we were dead is met at the first price there is, before anything is answered.
        for symbol in engine.busy_symbols:
            quote = await prices.quote(symbol)
            if quote is not None:
                venue.hear(quote)
        await venue.save()
        tasks = (
            asyncio.create_task(venue.save_always(), name=f"{name}: account file"),
            asyncio.create_task(venue.follow(), name=f"{name}: prices"),
        )
        for task in tasks:
            task.add_done_callback(venue.notice)
        try:
            yield venue
        finally:
            for task in reversed(tasks):
                task.cancel()
            ends = await asyncio.gather(*tasks, return_exceptions=True)
            venue.halt(f"the paper account {path} was closed")
            await venue.save()
        for end in ends:
            if isinstance(end, Exception):
                raise end


def _is_ours(tag: OrderTag) -> bool:
    """An order placed by hand has no name of its owner's: the exchange gave it one."""
    return not tag.startswith("venue-")


async def _restore(file: AccountFile, instruments: Mapping[Symbol, Instrument], terms: Terms, balance: Money) -> Engine:
    try:
        saved = await file.load()
        if saved is None:
            return Engine(instruments, balance, terms)
        return Engine.restore(instruments, saved, terms)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise unreadable(file.path, f"cannot be carried on: {error}") from None
