"""What Bybit's USDT perpetuals cost right now, read without any key.

The paper account trades real prices through this. It is separate from the Bybit venue because
it knows no account, and it uses no pybit because pybit's public stream gives up for good after
ten refused connections and dies of a delta that comes before its snapshot. Silence is taken
for a broken line: no price is better than an old one.

Sources: bybit-exchange.github.io/docs/v5/websocket/public/ticker (snapshot, then deltas that
hold only what changed), /v5/ws/connect (ping every 20 s).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from types import MappingProxyType, TracebackType
from typing import Annotated, Literal, Self

from loguru import logger
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WrapValidator
from pydantic.alias_generators import to_camel
from pydantic_core.core_schema import ValidatorFunctionWrapHandler

from core.market import Funding, Quote
from core.ports import Clock
from core.runtime.together import together
from core.vocabulary import Price, Symbol
from venues.line import Line, Lost, open_line
from venues.prices import Reader, Tape
from venues.prices.contracts import REST, instruments

__all__ = ["FOLLOWED_MAX", "REST", "STREAM", "LiveMarket", "Pace", "instruments"]

STREAM = "wss://stream.bybit.com/v5/public/linear"
FOLLOWED_MAX = 800
"""Symbols: more than Bybit lists, and their topics fit into the 21,000 letters of one connection."""
FUNDING_HOURS = 8
"""Between two payments, where the ticker does not say."""
MESSAGE_BYTES_MAX = 256 * 1024


@dataclass(frozen=True, slots=True)
class Pace:
    """How long is too long, in seconds."""

    ping: float = 20.0
    silent: float = 5.0
    """No price of any followed symbol for so long: reconnect. A quote of this age is not handed out."""
    quiet: float = 30.0
    """No price of one followed symbol for so long, while others go on: reconnect."""
    first_quote: float = 3.0
    connect: float = 10.0
    refused: float = 60.0
    """A symbol the venue did not know is not asked for again before."""
    retry: float = 0.25
    retry_max: float = 5.0
    """Pauses between two attempts double from one to the other, each cut by up to half at random."""


def _blank_is_none(raw: object) -> object:
    return None if raw == "" else raw


_Above = Annotated[Decimal, Field(gt=0, le=Decimal(10) ** 15, max_digits=40)]


def _none_if_odd(raw: object, read: ValidatorFunctionWrapHandler) -> object:
    """What only says what holding costs must never cost us a price."""
    try:
        return read(raw)
    except ValidationError:
        return None


_Rate = Annotated[Decimal | None, Field(ge=-1, le=1, max_digits=40), WrapValidator(_none_if_odd)]
_Moment = Annotated[int | None, Field(gt=0, le=10**14), WrapValidator(_none_if_odd)]
_Hours = Annotated[int | None, Field(gt=0, le=24), WrapValidator(_none_if_odd)]
_Listed = Annotated[_Above | None, BeforeValidator(_blank_is_none)]


class _Ticker(BaseModel):
    """The part of a ticker we use; a delta leaves out what has not changed."""

    model_config = ConfigDict(alias_generator=to_camel)

    symbol: str = Field(max_length=40)
    bid1_price: _Listed = None
    ask1_price: _Listed = None
    last_price: _Listed = None
    mark_price: _Listed = None
    funding_rate: _Rate = None
    next_funding_time: _Moment = None
    funding_interval_hour: _Hours = None


class _Frame(BaseModel):
    """Any message of the public stream."""

    op: str = Field(default="", max_length=40)
    success: bool = True
    ret_msg: str = ""
    req_id: str = Field(default="", max_length=80)
    topic: str = Field(default="", max_length=80)
    type: Literal["snapshot", "delta", ""] = ""
    data: _Ticker | None = None


class LiveMarket:
    """Bybit's public tickers of USDT perpetuals, for the symbols somebody asked for.

    ``async with`` it; it reconnects by itself until it is left. ``tally`` counts what went
    wrong and was survived: "reconnect", "delta first", "garbage", "crossed" (or one side empty), "refused" and
    "unforeseen".
    """

    def __init__(
        self,
        clock: Clock,
        dice: Random,
        *,
        url: str = STREAM,
        pace: Pace = Pace(),
        followed_max: int = FOLLOWED_MAX,
    ) -> None:
        self._clock = clock
        self._dice = dice
        self._url = url
        self._pace = pace
        self._followed_max = followed_max
        self._followed: dict[Symbol, float] = {}  # since when a price of it is due
        self._refused: dict[Symbol, float] = {}
        self._known: dict[Symbol, _Ticker] = {}
        self._heard: dict[Symbol, float] = {}  # when it was last spoken of
        self._quoted: dict[Symbol, float] = {}  # when it last had two sides
        self._heard_anything = 0.0
        self._wanted: asyncio.Queue[Symbol] = asyncio.Queue(followed_max)
        self._tape = Tape()
        self._task: asyncio.Task[None] | None = None
        self._tally: Counter[str] = Counter()

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._live(), name="live-market")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        self._tape.close()

    @property
    def tally(self) -> Mapping[str, int]:
        return MappingProxyType(self._tally)

    async def quote(self, symbol: Symbol) -> Quote | None:
        """The newest price, at most `Pace.silent` seconds old, waiting `Pace.first_quote` for one.

        Follows the symbol. None for a symbol the venue does not know, during an outage, and
        when `FOLLOWED_MAX` symbols are followed already.
        """
        fresh = self._fresh(symbol)
        if fresh is not None or not self.follow(symbol):
            return fresh
        return await self._tape.awaited(
            lambda: self._fresh(symbol), self._pace.first_quote, lambda: symbol in self._followed
        )

    def funding(self, symbol: Symbol) -> Funding | None:
        """What the ticker says of the next payment; None while it says nothing."""
        ticker = self._known.get(symbol)
        if ticker is None or ticker.funding_rate is None or ticker.next_funding_time is None:
            return None
        next_at = datetime.fromtimestamp(ticker.next_funding_time // 1000, UTC)
        return Funding(ticker.funding_rate, next_at, timedelta(hours=ticker.funding_interval_hour or FUNDING_HOURS))

    def ticks(self) -> Reader:
        """Every change of every followed symbol; a slow reader skips to the newest."""
        return self._tape.read()

    def follow(self, symbol: Symbol) -> bool:
        """Tick this symbol from now on; False when that is not to be had."""
        if symbol in self._followed:
            return True
        now = self._clock.monotonic()
        if (
            not _is_spelled_like_one(symbol)
            or now - self._refused.get(symbol, -self._pace.refused) < self._pace.refused
        ):
            return False
        if len(self._followed) >= self._followed_max or self._wanted.full():
            logger.warning("{} is not followed: {} symbols are the limit", symbol, self._followed_max)
            return False
        self._followed[symbol] = now
        self._wanted.put_nowait(symbol)
        return True

    def _fresh(self, symbol: Symbol) -> Quote | None:
        quoted = self._quoted.get(symbol)
        if quoted is None or self._clock.monotonic() - quoted > self._pace.silent:
            return None
        return self._tape.newest(symbol)

    # --- the connection -----------------------------------------------------------------------

    async def _live(self) -> None:
        """Connect, read until the line breaks, pause, again."""
        failures = 0
        while True:
            began = self._clock.monotonic()
            try:
                why = await self._one_connection()
            except Exception as error:  # without prices the desk opens nothing and trails nothing: never for good
                logger.opt(exception=error).critical("Bybit's price stream met what nobody foresaw: {}", error)
                self._tally["unforeseen"] += 1
                why = type(error).__name__
            self._forget()
            self._tally["reconnect"] += 1
            failures = 1 if self._clock.monotonic() - began > self._pace.retry_max else failures + 1
            pause = min(self._pace.retry_max, self._pace.retry * 2 ** min(failures - 1, 10))
            pause *= 1 - self._dice.random() / 2
            if failures % 20 == 1:  # an outage is told when it begins, then every two minutes or so
                logger.warning("Bybit's price stream is down ({}); tried again in {:.1f} s", why, pause)
            await asyncio.sleep(pause)

    async def _one_connection(self) -> str:
        """Why it ended; nothing of a half-open line is left."""
        try:
            async with open_line(self._url, bytes_max=MESSAGE_BYTES_MAX, open_s=self._pace.connect) as line:
                self._restart()
                await together(self._read(line), self._subscribe(line), self._ping(line), self._watch())
        except Lost as lost:
            return str(lost)
        return "closed"

    def _restart(self) -> None:
        """A new line: everything followed is asked for anew, and its price is due from now."""
        now = self._heard_anything = self._clock.monotonic()
        while not self._wanted.empty():
            self._wanted.get_nowait()
        for symbol in self._followed:
            self._followed[symbol] = now
            self._wanted.put_nowait(symbol)

    def _forget(self) -> None:
        """A delta must not be laid over what an earlier connection knew."""
        self._known.clear()
        self._heard.clear()
        self._quoted.clear()

    async def _subscribe(self, line: Line) -> None:
        """One request a symbol: a refusal then names the one that the venue does not know."""
        while True:
            symbol = await self._wanted.get()
            await line.say({"op": "subscribe", "req_id": symbol, "args": [f"tickers.{symbol}"]})

    async def _ping(self, line: Line) -> None:
        while True:
            asked = self._clock.monotonic()
            await line.say({"op": "ping"})
            await asyncio.sleep(self._pace.ping)
            if self._heard_anything < asked:
                raise Lost(f"no answer to a ping for {self._pace.ping:g} s")

    async def _watch(self) -> None:
        """The age of the prices is the only proof of life: sockets stay half-open for days (fault B35)."""
        while True:
            await asyncio.sleep(self._pace.silent / 5)
            if not self._followed:
                continue
            now = self._clock.monotonic()
            ages = {symbol: now - self._heard.get(symbol, since) for symbol, since in self._followed.items()}
            if min(ages.values()) > self._pace.silent:
                raise Lost(f"no price for {self._pace.silent:g} s")
            stalest = max(ages, key=ages.__getitem__)
            if ages[stalest] > self._pace.quiet:
                raise Lost(f"no price of {stalest} for {self._pace.quiet:g} s")

    async def _read(self, line: Line) -> None:
        while True:
            message = await line.hear()
            self._heard_anything = self._clock.monotonic()
            if isinstance(message, str):
                self._take(message)
            else:
                self._survive("garbage", "binary")

    # --- what it says -------------------------------------------------------------------------

    def _take(self, text: str) -> None:
        try:
            frame = _Frame.model_validate_json(text)
        except ValidationError as error:
            self._survive("garbage", f"{error.errors()[0]['msg']}: {text[:80]!r}")
            return
        if frame.op == "subscribe" and not frame.success:
            self._refuse(Symbol(frame.req_id), frame.ret_msg)
        elif frame.data is not None and frame.topic == f"tickers.{frame.data.symbol}":
            self._merge(Symbol(frame.data.symbol), frame.data, frame.type)

    def _refuse(self, symbol: Symbol, why: str) -> None:
        if self._followed.pop(symbol, None) is None:
            return
        self._refused[symbol] = self._clock.monotonic()
        self._tape.stir()
        if len(self._refused) > self._followed_max:
            del self._refused[next(iter(self._refused))]
        self._survive("refused", f"{symbol}: {why[:80]}")

    def _merge(self, symbol: Symbol, ticker: _Ticker, kind: Literal["snapshot", "delta", ""]) -> None:
        if symbol not in self._followed:
            return
        if kind != "snapshot":
            known = self._known.get(symbol)
            if known is None:
                self._survive("delta first", symbol)
                return
            changed = {name: getattr(ticker, name) for name in ticker.model_fields_set}
            ticker = known.model_copy(update=changed)
        self._known[symbol] = ticker
        self._heard[symbol] = self._clock.monotonic()
        bid, ask, last = ticker.bid1_price, ticker.ask1_price, ticker.last_price
        if bid is None or ask is None or last is None or bid > ask:
            self._quoted.pop(symbol, None)  # nothing could be traded at such prices, nor at the old ones
            self._survive("crossed", f"{symbol}: bid {bid}, ask {ask}, last {last}")
            return
        self._quoted[symbol] = self._heard[symbol]
        mark = last if ticker.mark_price is None else ticker.mark_price
        self._tape.print(Quote(symbol, Price(bid), Price(ask), Price(last), Price(mark), self._clock.now()))

    def _survive(self, what: str, detail: str) -> None:
        """Count it; say it once, then at every hundredth: a broken stream must not flood the log."""
        if self._tally[what] % 100 == 0:
            logger.warning("Bybit's price stream, {}: {}", what, detail)
        self._tally[what] += 1


def _is_spelled_like_one(symbol: str) -> bool:
    return 2 <= len(symbol) <= 30 and symbol.isascii() and symbol.replace("-", "").isalnum()
