"""There is one way to start, and it is recovery.

verify the journal -> replay it -> fetch the fills we missed -> ask what became of everything
in flight -> hold the venue against what we believe -> only then open the doors.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

from loguru import logger

from core.commands import CancelOrder, Instruct, PlaceExit
from core.errors import InterlockError, OwnFault, VenueUnreachable
from core.events import (
    CloseAsked,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    PositionAdopted,
    PositionPlanned,
    ReviewDue,
    RulesLoaded,
    VenueHalted,
    VenueNoticed,
)
from core.fitting import misfits
from core.ports import Recorded
from core.position import Closing, Over, Parked
from core.rules import Rules
from core.runtime.desk import ACCOUNT, Parts, TradingDesk
from core.runtime.effects import SECOND_LOOK_S
from core.runtime.replay import replay_account, replay_position, version_after
from core.runtime.supervisor import Supervisor
from core.views import Doors
from core.vocabulary import PositionId, StreamId

RETRY_S, RETRY_S_MAX = 2.0, 30.0
"""How long a venue that could not be opened is left alone before it is asked again: doubling from one to the other."""
FIRST_S_MAX = 5.0
"""So long everything else waits for the doors; after it, their owner has to hear why they are shut."""


@asynccontextmanager
async def open_desk(parts: Parts, rules: Rules, *, patient: bool = False) -> AsyncIterator[TradingDesk]:
    """Recover, then open the doors; leaving closes them and leaves every stop where it is.

    ``patient``: do not wait for the venue. The desk is handed out with its doors shut, so that its
    owner can be told why, and recovers as soon as the venue answers; ``desk.opened`` says when.

    Raises `JournalCorrupt`, `UnknownEntry` or `ImpossibleFact` for a journal that cannot be
    trusted, and unless patient `VenueUnreachable` when the venue gives no catalogue.
    """
    lines = await parts.journal.verify()
    history = await parts.journal.read(ACCOUNT)
    account = replay_account(history)
    async with Supervisor(_fell) as roof:
        desk = TradingDesk(parts, roof, account, version_after(history))
        try:
            desk.start_account()
            if account.rules != rules:
                await desk.tell(RulesLoaded(parts.clock.now(), rules))
            if patient:
                roof.spawn("recovery", _recover_at_last(desk, history, lines))
            else:
                await _recover(desk, history, lines)
            yield desk
        finally:
            desk.ready = False
            desk.close()


async def protected_first(desk: TradingDesk) -> None:
    """Wait until what is open is proven to be protected, or the venue refuses us; its silence is not waited for."""
    with suppress(TimeoutError):
        async with asyncio.timeout(FIRST_S_MAX):
            await desk.tried.wait()


async def _recover(desk: TradingDesk, history: Sequence[Recorded], lines: int) -> None:
    """From the catalogue to open doors."""
    venue, roof = desk.parts.venue, desk.roof
    desk.instruments = await venue.instruments()
    if not desk.instruments:
        raise VenueUnreachable(f"{venue.name} lists nothing that can be traded")
    said = await _said(desk, history)
    streams = await _bring_back(desk)
    # Behind the lives: a stream that connects looks for missed fills, and gives an unknown one of ours a writer.
    roof.watch("prices", desk.watch.follow_prices)
    roof.watch("venue reports", desk.watch.follow_venue)
    roof.watch("gaps", desk.watch.mend_gaps)
    found = await _resume(desk, history, said, streams)
    roof.watch("messages", desk.take_messages)
    roof.watch("rounds", desk.watch.make_rounds)
    desk.ready = True
    desk.opened.set()
    desk.tried.set()
    logger.info("recovered: {} journal lines, {} open positions; the doors are open", lines, found)
    await _tell_misfits(desk, history)


async def _tell_misfits(desk: TradingDesk, history: Sequence[Recorded]) -> None:
    """What the rules say of contracts that this venue does not know: once, however often we start."""
    found = misfits(desk.account.rules, desk.instruments)
    told = {line.body.words for line in history if isinstance(line.body, VenueNoticed)} if found else ()
    for misfit in found:
        if misfit.words not in told:
            await desk.tell(VenueNoticed(desk.parts.clock.now(), misfit.words))


async def _recover_at_last(desk: TradingDesk, history: Sequence[Recorded], lines: int) -> None:
    """Ask a venue that does not answer, or refuses us, again and again; the first time and each new reason is told."""
    pause_s = RETRY_S
    while True:
        try:
            await _recover(desk, history, lines)
        except VenueUnreachable as trouble:
            await _halt(desk, str(trouble))
            desk.tried.set()
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 2, RETRY_S_MAX)
        except Exception as failure:  # the roof of the start: its owner has to be told that it will not open
            await _halt(desk, f"recovery failed ({type(failure).__name__}: {failure}); see the log and start again")
            raise
        else:
            await _halt(desk, "")
            return


async def _halt(desk: TradingDesk, why: str) -> None:
    if desk.account.halted != why:
        await desk.tell(VenueHalted(desk.parts.clock.now(), why))


def _fell(name: str, failure: Exception) -> None:
    if isinstance(failure, InterlockError) and not isinstance(failure, OwnFault):
        logger.error("{} failed and is started again: {}", name, failure)  # the line says all: no trace is of use
    else:
        logger.opt(exception=failure).error("{} failed and is started again", name)


async def _said(desk: TradingDesk, history: Sequence[Recorded]) -> Sequence[Recorded]:
    """The account's lines, with those of this life: what was said while the venue was shut was passed on to nobody."""
    said, seq = [*history], history[-1].seq if history else 0
    while page := await desk.parts.journal.since(seq):
        said += (line for line in page if line.stream == ACCOUNT)
        seq = page[-1].seq
    return said


async def _bring_back(desk: TradingDesk) -> dict[PositionId, Sequence[Recorded]]:
    """Give every position that holds a grant its one writer again; what is in their streams."""
    streams: dict[PositionId, Sequence[Recorded]] = {}
    for id_ in desk.account.grants:
        streams[id_] = await desk.parts.journal.read(StreamId(id_))
        actor = desk.adopt(id_, replay_position(streams[id_]), version_after(streams[id_]))
        desk.watch.reconciler.shield(id_, actor.state)
    return streams


async def _resume(
    desk: TradingDesk,
    history: Sequence[Recorded],
    said: Sequence[Recorded],
    streams: dict[PositionId, Sequence[Recorded]],
) -> int:
    """Finish what was in flight, and hold what we believe against the venue.

    ``history``: the account's lines of the lives before this one; ``said``: with those of this one.
    """
    planned = [
        line.at
        for lines in streams.values()
        for line in lines
        if isinstance(line.body, PositionPlanned | PositionAdopted)
    ]
    if history:
        desk.watch.lived_to(history[-1].at)
        read_fills = desk.watch.backfill(since=min(planned, default=None))
        await asyncio.gather(read_fills, _follow_symbols(desk))
    for id_, lines in streams.items():
        await _finish(desk, id_, lines)
    _pass_on(desk, said, streams)
    _wind_up(desk)
    while True:  # silence is not "nothing held": the doors stay shut until the venue answers (invariants I8, I9)
        if await desk.watch.reconcile():
            break
        await asyncio.sleep(SECOND_LOOK_S)
    if desk.watch.reconciler.suspects:
        await asyncio.sleep(SECOND_LOOK_S)  # one reading proves nothing: look again before anything is opened
        await desk.watch.reconcile()
    return sum(not isinstance(actor.state, Over) for actor in desk.positions.values())


async def _follow_symbols(desk: TradingDesk) -> None:
    """Have the prices of what is on the desk told: a symbol is followed once it was asked for."""
    states = [actor.state for actor in desk.positions.values()]
    symbols = dict.fromkeys(state.plan.symbol for state in states if state is not None)
    await asyncio.gather(*map(desk.parts.prices.quote, symbols))


def _wind_up(desk: TradingDesk) -> None:
    """Whatever waits for an answer waits as long as it was told to."""
    for question in desk.account.questions.values():
        desk.expire_later(question)
    for unclear in desk.account.unclear.values():
        desk.expire_later(unclear)
    for held in desk.account.held.values():
        desk.expire_later(held)


async def _finish(desk: TradingDesk, id_: PositionId, lines: Sequence[Recorded]) -> None:
    """Send again the exits whose answer is not in the journal (a tag is never two orders); review the rest.

    An entry is never sent again: its price has moved on. It is looked up, and absent means refused.
    """
    state = desk.positions[id_].state
    if state is None or isinstance(state, Parked):
        return
    if isinstance(state, Over):
        desk.settle(state)  # the account had not heard of its end
    # On the way out the review sends what is needed, and first takes back what keeps a close out (fault N07); after the
    # end it takes off the book what has stayed on it.
    for command in dict.fromkeys(_in_flight(lines)) if not isinstance(state, Closing | Over) else ():
        desk.perform(command)
    with suppress(Exception):  # one that fails is told of and parked by its writer; the others are brought back
        await desk.tell_position(ReviewDue(id_, desk.parts.clock.now()))


def _in_flight(lines: Sequence[Recorded]) -> Iterator[PlaceExit | CancelOrder]:
    """Exits whose answer is not in the journal, each behind what was to leave the book before it (fault N07)."""
    ended = {line.body.tag for line in lines if isinstance(line.body, OrderRefused | OrderEnded)}
    answered = ended | {line.body.tag for line in lines if isinstance(line.body, OrderAccepted)}
    cancels: list[tuple[int, CancelOrder]] = []
    for line in lines:
        if isinstance(line.body, CancelOrder) and line.body.tag not in ended:
            cancels.append((line.version, line.body))
        if isinstance(line.body, PlaceExit) and line.body.order.tag not in answered:
            yield from (command for version, command in cancels if version == line.version)
            yield replace(line.body, again=True)


def _pass_on(desk: TradingDesk, said: Sequence[Recorded], streams: dict[PositionId, Sequence[Recorded]]) -> None:
    """Requests the account had written down but not handed over before the end; a panic outlives everything."""
    for told in [line.body for line in said if isinstance(line.body, Instruct)]:
        if told.position in streams and all(known.body != told.request for known in streams[told.position]):
            desk.post(told.request)
    closed = desk.account.closed
    if closed is not None and closed.doors is Doors.LOCKED:
        for id_, actor in desk.positions.items():
            # What the owner gave to the desk after his panic is to be looked after, and not closed.
            born = streams[id_][0].at if id_ in streams else closed.at
            if not isinstance(actor.state, Over) and born <= closed.at:
                desk.post(CloseAsked(id_, desk.parts.clock.now(), f"panic by {closed.by}"))
