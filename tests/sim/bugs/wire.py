"""Bugs of adapters and of the stream: answers taken for others, orders without their stop, fills told twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from core.events import EntryFilled, ExitFilled, FoundFlat, OrderAccepted
from core.orders import (
    Absent,
    Accepted,
    Observation,
    OrderReport,
    OrderStatus,
    Refused,
    Silent,
)
from core.runtime import watch
from core.runtime.effects import Effects
from core.runtime.reports import position_of
from core.vocabulary import ExecutionId, Money, OrderTag, Price
from tests.sim.bugs import Bug, Patch
from tests.sim.venue import FaultyVenue
from venues.matching import NewOrder, OrderKind

CALLS = ("enter", "exit")


def _answers(name: str, change: Callable[[Any], Any]) -> Callable[[Patch], None]:
    """A bug that changes what one method of the venue answers."""

    def plant(patch: Patch) -> None:
        def wrap(method: Any) -> Any:
            async def changed(self: FaultyVenue, *asked: Any) -> Any:
                return change(await method(self, *asked))

            return changed

        patch.around(FaultyVenue, name, wrap)

    return plant


def _silent_as(kind: Callable[[Silent], Any]) -> Callable[[Any], Any]:
    return lambda answer: kind(answer) if isinstance(answer, Silent) else answer


def _new_id_per_retry(patch: Patch) -> None:
    def wrap(enter: Any) -> Any:
        async def again(self: FaultyVenue, order: Any) -> Any:
            answer = await enter(self, order)
            if isinstance(answer, Silent):
                answer = await enter(self, replace(order, tag=OrderTag(f"{order.tag[:-1]}9")))
            return answer

        return again

    patch.around(FaultyVenue, "enter", wrap)


def _no_attached_stop(patch: Patch) -> None:
    async def enter(self: FaultyVenue, order: Any) -> Any:
        from tests.sim.faults import Call

        return await self._order(Call.ENTER, order, lambda: self.exchange.enter_bare(order))

    patch.put(FaultyVenue, "enter", enter)


def _cancel_then_place_stop(patch: Patch) -> None:
    def wrap(set_stop: Any) -> Any:
        async def moved(self: FaultyVenue, symbol: Any, side: Any, stop: Any) -> Any:
            self.exchange.engine.set_stop(symbol, side, None, self.exchange.clock.now())
            self.exchange.happened()
            return await set_stop(self, symbol, side, stop)

        return moved

    patch.around(FaultyVenue, "set_stop", wrap)


def _not_reduce_only(patch: Patch) -> None:
    async def _exit(self: FaultyVenue, order: Any) -> Any:
        kind = OrderKind.MARKET if order.price is None else OrderKind.LIMIT
        bare = NewOrder(order.tag, order.symbol, order.side.closing, kind, order.quantity, price=order.price)
        return await self.exchange.paper.by_hand(bare)

    patch.put(FaultyVenue, "_exit", _exit)


def _one_absence_is_proof(patch: Patch) -> None:
    def wrap(look: Any) -> Any:
        async def once(self: Any, position: Any, symbol: Any, tag: Any) -> None:
            found = await self._venue.look_up(symbol, tag)
            if isinstance(found, Absent):
                from core.events import OrderRefused

                self._post(OrderRefused(position, self._clock.now(), tag, "absent", "not found"))
                return
            await look(self, position, symbol, tag)

        return once

    patch.around(Effects, "_look_up", wrap)


def _empty_is_flat(answer: Any) -> Any:
    if isinstance(answer, Silent):
        return Observation(answer.at, Money(Decimal(10_000)), Money(Decimal(10_000)), Money(Decimal(0)), (), ())
    return answer


def _translated(change: Callable[[Any, Any], Any]) -> Callable[[Patch], None]:
    """A bug that changes the fact which a report becomes."""

    def plant(patch: Patch) -> None:
        patch.around(watch, "translate", lambda was: lambda report, owner: change(report, was(report, owner)))

    return plant


def _booked_twice(patch: Patch) -> None:
    seen: set[Any] = set()

    def change(_report: Any, fact: Any) -> Any:
        if isinstance(fact, EntryFilled | ExitFilled):
            if fact.execution in seen:
                return replace(fact, execution=ExecutionId(f"{fact.execution}-again"))
            seen.add(fact.execution)
        return fact

    _translated(change)(patch)


def _rest_forgotten(report: Any, fact: Any) -> Any:
    is_close = isinstance(report, OrderReport) and "-close-" in report.tag
    if is_close and report.status is OrderStatus.CANCELLED and report.filled:
        return FoundFlat(position_of(report.tag), report.at, Price(Decimal(1)))
    return fact


def _ack_is_fill(patch: Patch) -> None:
    def wrap(answered: Any) -> Any:
        def filled(self: Any, position: Any, tag: Any, answer: Any) -> None:
            answered(self, position, tag, answer)
            if isinstance(answer, Accepted) and "-entry" in tag:
                bought = self._venue.exchange.engine.look_up(tag)
                price = self._venue.exchange.market.last(bought.symbol)
                fill = ExecutionId(f"ack-{tag}")
                self._post(EntryFilled(position, answer.at, tag, fill, bought.quantity, price, Money(Decimal(0))))

        return filled

    patch.around(Effects, "_answered", wrap)


def _silence_is_yes(patch: Patch) -> None:
    def wrap(answered: Any) -> Any:
        def accepted(self: Any, position: Any, tag: Any, answer: Any) -> None:
            if isinstance(answer, Silent):
                self._post(OrderAccepted(position, answer.at, tag))
            else:
                answered(self, position, tag, answer)

        return accepted

    patch.around(Effects, "_answered", wrap)


def _first_row(observed: Any) -> Any:
    """`list[0]` of a symbol is the position, also when it is the empty side."""
    if not isinstance(observed, Observation):
        return observed
    first: dict[Any, Any] = {}
    for row in observed.positions:
        first.setdefault(row.symbol, row)
    return replace(observed, positions=tuple(first.values()))


def _asks_for_ever(patch: Patch) -> None:
    def wrap(wake: Any) -> Any:
        def soon(self: Any, command: Any) -> None:
            wake(self, replace(command, at=self._clock.now()))
            asyncio.get_running_loop().call_later(0.2, wake, self, replace(command, at=self._clock.now()))

        return soon

    patch.around(Effects, "_wake", wrap)


def _hour_long_backoff(patch: Patch) -> None:
    """A request that failed is not looked into again for an hour."""

    async def _look_up(_self: Any, _position: Any, _symbol: Any, _tag: Any) -> None:
        await asyncio.sleep(3600)

    patch.put(Effects, "_look_up", _look_up)


BUGS = (
    Bug(
        "time-out taken for a refusal",
        "catalyst #317, ccxt #2599 (B01)",
        "I6 I2",
        _answers("enter", _silent_as(lambda s: Refused(s.at, "timeout", s.why))),
    ),
    Bug(
        "a close's time-out taken for a refusal",
        "freqtrade #11461 (B01)",
        "I6",
        _answers("exit", _silent_as(lambda s: Refused(s.at, "timeout", s.why))),
    ),
    Bug("silence taken for yes", "nautilus (B03)", "I6", _silence_is_yes),
    Bug("new id per retry", "ccxt makes an id per call (N11)", "I3 I2", _new_id_per_retry),
    Bug("the attached stop is dropped", "ccxt binanceusdm", "I1", _no_attached_stop),
    Bug("stop cancelled before the new one", "freqtrade #11788", "I1", _cancel_then_place_stop),
    Bug("exits are not reduce-only", "freqtrade #11608", "I1 I6 I4 I11", _not_reduce_only),
    Bug("one absence is proof", "freqtrade #12681 (N03)", "I6", _one_absence_is_proof),
    Bug(
        "silence of a look-up is absence",
        "hummingbot #8457 (P07)",
        "I6",
        _answers("look_up", _silent_as(lambda s: Absent(s.at))),
    ),
    Bug("empty read taken for flat", "pybit #367 (I9)", "I9", _answers("observe", _empty_is_flat)),
    Bug("list[0] is the position", "pybit #367 (B18)", "I9", _answers("observe", _first_row)),
    Bug("fill booked twice", "QuantDinger #232 (B16)", "I13", _booked_twice),
    Bug("the rest of a capped close is forgotten", "create-order.mdx (B13)", "I9", _translated(_rest_forgotten)),
    Bug("acknowledgement taken for a fill", "freqtrade #11461 (B12)", "I13", _ack_is_fill),
    Bug("reviews without a pause", "freqtrade #11788 (I23)", "I23", _asks_for_ever),
    Bug("unknown outcomes are left alone", "hummingbot-api #243", "I6 I19", _hour_long_backoff),
)
