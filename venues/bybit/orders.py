"""Asking Bybit to do something: open, reduce, amend, protect, cancel.

Every order has a name of ours, and what may have arrived is never sent again by itself: the
answer is `Silent` then, and whoever asked looks it up. Only what the venue said it did not do is
sent once more, under the same name, after the cause was mended (old rules, a wrong clock, a limit).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from core.orders import (
    Absent,
    Accepted,
    Answer,
    EntryOrder,
    ExitOrder,
    OrderChange,
    OrderReport,
    OrderStatus,
    Refused,
    Silent,
)
from core.ports import Clock
from core.vocabulary import OrderSide, OrderTag, Price, Quantity, Side, Symbol
from venues.bybit.account import LINEAR, Account
from venues.bybit.client import BybitClient, NoReply, Reply
from venues.bybit.codes import Meaning, sentence
from venues.bybit.memory import Memory
from venues.bybit.rules import TradingRules
from venues.bybit.translate import (
    Row,
    Unreadable,
    Words,
    change_words,
    entry_words,
    exit_words,
    held,
    plain,
    stop_words,
)

BATCH_MAX = 10
SWEEPS_MAX = 20
MARGIN_MODES = {"isolated": "ISOLATED_MARGIN", "cross": "REGULAR_MARGIN"}
BARRED = "30228"
NO_POSITION = "zero position"
"""In the text of a 10001: there is none to set a stop for."""


class Orders:
    """The writing half of the port. ``expect``: the stream is to tell of this order."""

    def __init__(
        self,
        client: BybitClient,
        account: Account,
        memory: Memory,
        rules: TradingRules,
        clock: Clock,
        *,
        hedge: bool,
        margin_mode: str,
        expect: Callable[[OrderTag], None],
    ) -> None:
        self._client, self._account, self._memory, self._rules = client, account, memory, rules
        self._clock, self._hedge, self._expect = clock, hedge, expect
        self._margin_wanted = MARGIN_MODES.get(margin_mode, "")
        self._preparing = asyncio.Lock()

    # --- opening ----------------------------------------------------------------------------

    async def enter(self, order: EntryOrder) -> Answer:
        """Leverage and margin mode first, where this trade needs another one; then one request, stop and all."""
        barred = self._rules.bar(order.symbol)
        if barred:
            return self._refused(BARRED, barred)
        if self._memory.leverage.get(order.symbol) != order.leverage or self._memory.margin_mode != self._margin_wanted:
            obstacle = await self._prepare(order.symbol, order.leverage)
            if obstacle is not None:
                return obstacle
        answer = await self._place(order.tag, entry_words(order, hedge=self._hedge))
        if isinstance(answer, Reply) and answer.meaning is Meaning.RULES:
            cut = self._rules.cut_entry(order) if await self._rules.doubt() else None
            if cut is not None:
                order = cut
                answer = await self._place(order.tag, entry_words(order, hedge=self._hedge))
        if isinstance(answer, NoReply) and not answer.sent:
            return self._refused("unsent", f"{answer.why}; nothing was sent")
        return await self._placed(answer, order.symbol, order.tag, order.side.opening, order.quantity)

    async def _prepare(self, symbol: Symbol, leverage: Decimal) -> Refused | None:
        """Whatever goes wrong here, no order has been sent."""
        async with self._preparing:
            if self._margin_wanted and self._memory.margin_mode != self._margin_wanted:
                answer = await self._client.ask("set_margin_mode", setMarginMode=self._margin_wanted)
                if (obstacle := self._obstacle(answer, "the margin mode")) is not None:
                    return obstacle
            self._memory.margin_mode = self._margin_wanted
            if self._memory.leverage.get(symbol) != leverage:
                told = plain(leverage)
                words = {**LINEAR, "symbol": symbol, "buyLeverage": told, "sellLeverage": told}
                answer = await self._client.ask("set_leverage", **words)
                if (obstacle := self._obstacle(answer, f"a leverage of {told}")) is not None:
                    return obstacle
                self._memory.leverage[symbol] = leverage
        return None

    def _obstacle(self, answer: Reply | NoReply, what: str) -> Refused | None:
        if isinstance(answer, NoReply):
            return self._refused("unset", f"{what} could not be set ({answer.why}); no order was sent")
        if answer.meaning in (Meaning.DONE, Meaning.SAME):
            return None
        said = sentence(answer.code, answer.text)
        return self._refused(str(answer.code), f"{what} was refused: {said}; no order was sent")

    # --- leaving ----------------------------------------------------------------------------

    async def exit(self, order: ExitOrder) -> Answer:
        """Reduce-only, before everything else that waits. Old rules are cut to, once."""
        order = self._within(order)
        answer = await self._place(order.tag, exit_words(order, hedge=self._hedge), urgent=True)
        if isinstance(answer, Reply) and answer.meaning is Meaning.RULES:
            cut = self._rules.cut_exit(order) if await self._rules.doubt() else None
            if cut is not None:
                order = cut
                answer = await self._place(order.tag, exit_words(order, hedge=self._hedge), urgent=True)
        return await self._placed(answer, order.symbol, order.tag, order.side.closing, order.quantity)

    def _within(self, order: ExitOrder) -> ExitOrder:
        """A market order has a largest size; what is left is closed by the next one (fault B29)."""
        rules = self._rules.instruments.get(order.symbol)
        is_small = rules is None or order.price is not None or order.quantity <= rules.quantity_max
        return order if is_small else self._rules.cut_exit(order) or order

    async def exit_many(self, orders: Sequence[ExitOrder]) -> Sequence[Answer]:
        """Up to ten in a request; each row is answered for itself."""
        answers: list[Answer] = []
        for start in range(0, len(orders), BATCH_MAX):
            answers += await self._batch(orders[start : start + BATCH_MAX])
        return answers

    async def _batch(self, orders: Sequence[ExitOrder]) -> list[Answer]:
        if len(orders) == 1:
            return [await self.exit(orders[0])]
        for order in orders:
            self._memory.sends(order.tag)
        rows = [exit_words(order, hedge=self._hedge) for order in orders]
        for row in rows:
            del row["category"]
        answer = await self._client.ask("place_batch_order", urgent=True, category="linear", request=rows)
        if isinstance(answer, Reply) and answer.code != 0:
            said: list[Reply | NoReply] = [answer] * len(orders)
        elif isinstance(answer, NoReply) or len(answer.rows_said) != len(orders):
            why = answer.why if isinstance(answer, NoReply) else "an answer that does not name each order"
            said = [NoReply(why)] * len(orders)
        else:
            said = [Reply(code, text, {}) for code, text in answer.rows_said]
        return [await self._row(each, order) for each, order in zip(said, orders, strict=True)]

    async def _row(self, said: Reply | NoReply, order: ExitOrder) -> Answer:
        """One row of a batch; what only has to be asked otherwise is asked alone."""
        if isinstance(said, Reply) and said.meaning in (Meaning.LATER, Meaning.RULES):
            return await self.exit(order)
        return await self._placed(said, order.symbol, order.tag, order.side.closing, order.quantity)

    # --- both -------------------------------------------------------------------------------

    async def _place(self, tag: OrderTag, words: dict[str, Any], *, urgent: bool = False) -> Reply | NoReply:
        self._memory.sends(tag)
        return await self._client.ask("place_order", urgent=urgent, **words)

    async def _placed(
        self, answer: Reply | NoReply, symbol: Symbol, tag: OrderTag, side: OrderSide, quantity: Quantity
    ) -> Answer:
        """What the answer to one new order means."""
        if isinstance(answer, NoReply):
            return Silent(self._clock.now(), answer.why)
        match answer.meaning:
            case Meaning.DONE:
                self._expect(tag)
                return Accepted(self._clock.now())
            case Meaning.TWICE:
                return await self._compared(answer, symbol, tag, side, quantity)
            case _:
                return self._said(answer)

    async def _compared(
        self, answer: Reply, symbol: Symbol, tag: OrderTag, side: OrderSide, quantity: Quantity
    ) -> Answer:
        """The name was used before: by this very order, or by another one (fault B09)."""
        found = await self._account.look_up(symbol, tag)
        if not isinstance(found, OrderReport):
            return Silent(self._clock.now(), f"{tag} was sent before and cannot be read yet")
        if (found.side, found.quantity) == (side, quantity):
            return Accepted(self._clock.now())
        return self._refused(str(answer.code), f"{tag} names another order")

    def _said(self, answer: Reply) -> Answer:
        """Refused when the venue did nothing, silent when it may have."""
        match answer.meaning:
            case Meaning.DONE | Meaning.SAME:
                return Accepted(self._clock.now())
            case Meaning.UNKNOWN:
                return Silent(self._clock.now(), f"{answer.text or 'a code that proves nothing'} ({answer.code})")
            case _:
                return self._refused(str(answer.code), sentence(answer.code, answer.text))

    def _refused(self, code: str, reason: str) -> Refused:
        return Refused(self._clock.now(), code, reason)

    # --- what is there already --------------------------------------------------------------

    async def amend(self, change: OrderChange) -> Answer:
        """In place. No change at all is told with 10001, by its text alone."""
        answer = await self._client.ask("amend_order", **change_words(change))
        if isinstance(answer, NoReply):
            return Silent(self._clock.now(), answer.why)
        if answer.meaning is Meaning.RULES and "unchanged" in answer.text.lower().replace("not modified", "unchanged"):
            return Accepted(self._clock.now())
        return self._said(answer)

    async def set_stop(self, symbol: Symbol, side: Side, stop: Price) -> Answer:
        """34040 means "the same", and also "something is missing": the stop is read back then (fault B20)."""
        answer = await self._client.ask(
            "set_trading_stop", urgent=True, **stop_words(symbol, side, stop, hedge=self._hedge)
        )
        if isinstance(answer, NoReply):
            return Silent(self._clock.now(), answer.why)
        if answer.meaning is Meaning.SAME:
            return await self._read_back(answer, symbol, side, stop)
        if answer.meaning in (Meaning.LATER, Meaning.CLOCK, Meaning.KEY) or NO_POSITION in answer.text:
            # The position is being closed or, right after its fill, not shown yet (fault B17); the venue is busy, the
            # clock or the key is refused: no word of the stop.
            return Silent(self._clock.now(), sentence(answer.code, answer.text))
        return self._said(answer)

    async def guard(self, words: Words) -> Answer:
        """Place a stop beside a position, under a name of its own."""
        answer = await self._client.ask("place_order", urgent=True, **words)
        return Silent(self._clock.now(), answer.why) if isinstance(answer, NoReply) else self._said(answer)

    async def _read_back(self, answer: Reply, symbol: Symbol, side: Side, stop: Price) -> Answer:
        seen = await self._client.ask("get_positions", urgent=True, **LINEAR, symbol=symbol)
        if isinstance(seen, NoReply) or seen.code != 0:
            return Silent(self._clock.now(), "the stop could not be read back")
        if any(_has_stop(row, side, stop) for row in seen.rows()):
            return Accepted(self._clock.now())
        return self._refused(str(answer.code), f"{answer.text}, and the stop is not at {stop}")

    async def cancel(self, symbol: Symbol, tag: OrderTag) -> Answer:
        """Gone already is as good; that it ever was is read from the lists (fault B11)."""
        answer = await self._client.ask("cancel_order", urgent=True, **LINEAR, symbol=symbol, orderLinkId=tag)
        if isinstance(answer, NoReply):
            return Silent(self._clock.now(), answer.why)
        if answer.meaning is not Meaning.GONE:
            return self._said(answer)
        found = await self._account.look_up(symbol, tag)
        match found:
            case OrderReport(status=OrderStatus.WORKING):
                return Silent(self._clock.now(), f"{tag} was not cancelled and still works")
            case OrderReport():
                return Accepted(self._clock.now())
            case Absent():
                return self._refused(str(answer.code), f"there is no order {tag} on {symbol}")
            case Silent():
                return found

    async def cancel_all(self, symbol: Symbol) -> Answer:
        """Ours alone, ten in a request, until the list shows none (fault B44: one sweep may not reach all)."""
        for _ in range(SWEEPS_MAX):
            working = await self._account.working(symbol)
            if isinstance(working, Silent):
                return working
            ours = [report.tag for report in working if self._memory.is_ours(report.tag)]
            if not ours:
                return Accepted(self._clock.now())
            for start in range(0, len(ours), BATCH_MAX):
                rows = [{"symbol": symbol, "orderLinkId": tag} for tag in ours[start : start + BATCH_MAX]]
                answer = await self._client.ask("cancel_batch_order", urgent=True, category="linear", request=rows)
                if isinstance(answer, NoReply):
                    return Silent(self._clock.now(), answer.why)
            await asyncio.sleep(0.05)
        return Silent(self._clock.now(), f"orders of {symbol} still work after {SWEEPS_MAX} sweeps")


def _has_stop(row: Row, side: Side, stop: Price) -> bool:
    try:
        found = held(row)
    except Unreadable:
        return False
    return found.side is side and found.stop == stop
