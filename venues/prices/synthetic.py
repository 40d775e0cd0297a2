"""A market that needs no network: the same seed makes the same prices on every machine.

For the demo, the paper venue and the tests. Each symbol wanders around a centre as its real
counterpart would, in steps of `STEP_S` seconds of market time; where it is after so many
steps depends on the seed and the symbol alone. So the arithmetic is plain: hashed seeds, one
draw of bits a step, sums and products, and no logarithm that two C libraries round apart.
A script moves a price where it wants it; the wandering then goes on from there.
"""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from types import TracebackType
from typing import Self

from loguru import logger

from core.instrument import Instrument
from core.market import Candle, Quote
from core.ports import Clock
from core.vocabulary import ZERO, Price, Quantity, Symbol
from venues.catalogue import CATALOGUE
from venues.prices import Reader, Tape

STEP_S = 0.25
"""Seconds of market time between two steps."""
CANDLE_STEPS = 20
"""Steps in one candle of `SyntheticMarket.history`: five seconds."""
CANDLES_MAX = 240
"""Candles kept for each symbol: twenty minutes."""
SPEED_MAX = 100
"""Faster, and one turn of the loop would take more than a few milliseconds."""

_ACTIVE_OF_16 = 11
"""In how many of sixteen steps somebody trades: 2.75 ticks a second, some of them at an unchanged price."""
_HOMEWARD = 1.75e-5
"""The part of its distance from the centre a price loses with each step: half in four hours."""
_REACH = 0.5
"""A price never leaves its centre by more than this part of it."""
_YEAR_S = 365 * 86_400
_DRAWS_MEAN = 4 * 65_535 / 2
_DRAWS_SPREAD = 37_837.2
"""The standard deviation of a sum of four draws of sixteen bits."""


@dataclass(frozen=True, slots=True)
class Character:
    """How a symbol behaves: its centre, percent a year it swings, and the spread in ticks."""

    centre: Decimal
    volatility_pct: int
    spread_ticks: int


CHARACTERS: Mapping[Symbol, Character] = {
    Symbol(name): Character(Decimal(centre), volatility, spread)
    for name, centre, volatility, spread in (
        ("BTCUSDT", "68500", 45, 1),
        ("ETHUSDT", "2080", 65, 1),
        ("SOLUSDT", "88", 75, 1),
        ("XRPUSDT", "1.42", 75, 1),
        ("BNBUSDT", "640", 55, 1),
        ("DOGEUSDT", "0.098", 85, 1),
        ("ADAUSDT", "0.28", 85, 1),
        ("AVAXUSDT", "9.4", 85, 1),
        ("LINKUSDT", "9.1", 80, 1),
        ("LTCUSDT", "56", 70, 1),
        ("1000PEPEUSDT", "0.0042", 100, 1),
        ("SUIUSDT", "0.98", 95, 1),
        ("XAUUSD", "4400", 20, 20),
        ("XAGUSD", "72", 40, 20),
        ("EURUSD", "1.17", 7, 8),
        ("GBPUSD", "1.34", 8, 10),
        ("USDJPY", "156.2", 9, 9),
        ("GBPJPY", "209.3", 10, 18),
        ("US30", "48500", 16, 20),
        ("NAS100", "25300", 22, 12),
        ("GER40", "24400", 17, 12),
        ("USOIL", "61.5", 35, 3),
    )
}


@dataclass(slots=True)
class _Glide:
    """On the way to a price a script asked for."""

    target: int
    steps_left: int
    arrived: asyncio.Event


@dataclass(slots=True)
class _Bar:
    """A candle in the making, in ticks."""

    at: datetime
    open: int
    high: int
    low: int
    close: int

    def take(self, ticks: int) -> None:
        self.high = max(self.high, ticks)
        self.low = min(self.low, ticks)
        self.close = ticks

    def candle(self, instrument: Instrument) -> Candle:
        first, high, low, last = (
            Price(ticks * instrument.tick) for ticks in (self.open, self.high, self.low, self.close)
        )
        return Candle(instrument.symbol, self.at, first, high, low, last, Quantity(ZERO))


class _Path:
    """One symbol's wandering, in ticks.

    ``away`` is the distance from the centre as a part of it, ``offset`` the factor by which
    scripts have moved the price off the path.
    """

    def __init__(self, instrument: Instrument, character: Character, seed: str) -> None:
        self.instrument = instrument
        self.character = character
        self.seed = seed
        self.glide: _Glide | None = None
        self.bars: deque[_Bar] = deque(maxlen=CANDLES_MAX)
        self.earlier: tuple[_Bar, ...] = ()
        self._dice = Random(seed)  # noqa: S311 -- a made-up market, not a secret
        self._centre = float(character.centre / instrument.tick)
        self._sigma = character.volatility_pct / 100 * math.sqrt(STEP_S / _YEAR_S * 16 / _ACTIVE_OF_16)
        self._least = character.spread_ticks + 1  # the bid stays above zero
        self._away = 0.0
        self._offset = 1.0
        self.now = round(self._centre)
        self.pushed = 0
        """Which way the price was just moved: whoever moves it trades there, so the touch stands at the price."""
        self.traded = False

    def step(self) -> int:
        """One step of market time: the price in ticks. One draw, whatever else happens."""
        self.pushed = 0
        bits = self._dice.getrandbits(68)
        if bits & 15 < _ACTIVE_OF_16:
            self._away = wander(self._away, bits >> 4, self._sigma)
            self.traded = True
        if self.glide is not None:
            self._approach(self.glide)
        self.now = max(self._least, round(self._unmoved() * self._offset))
        return self.now

    def put(self, target: int) -> None:
        """Be at so many ticks now, and keep the proportion to the unmoved path from here on."""
        target = max(self._least, target)
        self.pushed = (target > self.now) - (target < self.now)
        self._offset = target / self._unmoved()
        self.now = target

    def stop_gliding(self) -> None:
        if self.glide is not None:
            self.glide.arrived.set()
            self.glide = None

    def quote(self, at: datetime) -> Quote:
        tick, spread = self.instrument.tick, self.character.spread_ticks
        below = {1: 0, 0: spread // 2, -1: spread}[self.pushed]
        bid = self.now - below
        ask = bid + spread
        last = Price(self.now * tick)
        return Quote(self.instrument.symbol, Price(bid * tick), Price(ask * tick), last, last, at)

    def before(self, at: datetime, length: timedelta) -> Iterator[_Bar]:
        """Bars before the first step, newest first: a walk that reverts to a centre looks alike both ways."""
        dice = Random(f"{self.seed}:before")  # noqa: S311 -- a made-up market, not a secret
        sigma = self.character.volatility_pct / 100 * math.sqrt(STEP_S / _YEAR_S * CANDLE_STEPS / 4)
        away, first = 0.0, round(self._centre)
        for _ in range(CANDLES_MAX):
            at -= length
            bar = _Bar(at, first, first, first, close=first)
            for _ in range(4):
                away = wander(away, dice.getrandbits(64), sigma)
                first = max(self._least, round(self._centre * (1.0 + away)))
                bar.high, bar.low = max(bar.high, first), min(bar.low, first)
            bar.open = first
            yield bar

    def _unmoved(self) -> float:
        return self._centre * (1.0 + self._away)

    def _approach(self, glide: _Glide) -> None:
        self._offset += (glide.target / self._unmoved() - self._offset) / glide.steps_left
        glide.steps_left -= 1
        if glide.steps_left == 0:
            self.put(glide.target)
            self.stop_gliding()


def wander(away: float, bits: int, sigma: float) -> float:
    """One step of a mean-reverting walk: four draws of sixteen bits make a bell near enough."""
    drawn = (bits & 65_535) + (bits >> 16 & 65_535) + (bits >> 32 & 65_535) + (bits >> 48 & 65_535)
    walked = away - _HOMEWARD * away + sigma * ((drawn - _DRAWS_MEAN) / _DRAWS_SPREAD)
    return max(-_REACH, min(_REACH, walked))


class SyntheticMarket:
    """Prices made up from a seed; all symbols of its catalogue always have one.

    ``speed`` multiplies market time (0 < speed <= 100): the path is the same, only walked
    faster; of the steps between two ticks a reader sees the last. Raises ``ValueError`` for a
    speed out of range and for a symbol without a character. Nothing is persisted.

    ``async with`` it to let time run, or call `advance` to be the time yourself.
    """

    def __init__(
        self,
        clock: Clock,
        seed: str,
        *,
        speed: float = 1.0,
        catalogue: Mapping[Symbol, Instrument] = CATALOGUE,
        characters: Mapping[Symbol, Character] = CHARACTERS,
    ) -> None:
        if not 0 < speed <= SPEED_MAX:
            raise ValueError(f"the speed of a made-up market is above 0 and at most {SPEED_MAX}, not {speed}")
        missing = sorted(catalogue.keys() - characters.keys())
        if missing:
            raise ValueError(f"no price character for {', '.join(missing)}: add one to CHARACTERS")
        self._clock = clock
        self._speed = speed
        self._began = clock.now()
        self._paths = {
            symbol: _Path(instrument, characters[symbol], f"{seed}:{symbol}")
            for symbol, instrument in catalogue.items()
        }
        self._followed: dict[Symbol, _Path] = {}
        self._tape = Tape()
        self._steps = 0
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._live(), name="synthetic-market")
        self._task.add_done_callback(self._ended)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        self._close()

    async def quote(self, symbol: Symbol) -> Quote | None:
        """The price now, at once; None for a symbol that is not in the catalogue. Follows the symbol."""
        if symbol not in self._paths:
            return None
        self.follow(symbol)
        return self._paths[symbol].quote(self._clock.now())

    def ticks(self) -> Reader:
        """Every trade of every followed symbol; a slow reader skips to the newest."""
        return self._tape.read()

    def follow(self, symbol: Symbol) -> None:
        """Tick this symbol from now on. Raises ``ValueError`` when the catalogue has none of that name."""
        self._followed[symbol] = self._path(symbol)

    def move(self, symbol: Symbol, price: Price) -> None:
        """Jump to the tick nearest to ``price`` and print it at once; the path goes on from there.

        Raises ``ValueError`` for an unknown symbol or a price that is not finite and above zero.
        """
        path = self._path(symbol)
        target = self._whole_ticks(path, price)
        path.stop_gliding()
        path.put(target)
        self._followed[symbol] = path
        if path.bars:
            path.bars[-1].take(path.now)
        self._tape.print(path.quote(self._clock.now()))

    async def glide(self, symbol: Symbol, price: Price, seconds: float) -> None:
        """Go to ``price`` within so many seconds of market time, wandering on the way; returns on arrival.

        A later move or glide of the symbol, or the end of the market, ends it early, and so does
        cancelling it. Raises ``ValueError`` as `move` does.
        """
        path = self._path(symbol)
        target = self._whole_ticks(path, price)
        if not 0 < seconds <= 86_400:
            raise ValueError(f"a glide takes more than 0 and at most 86400 seconds, not {seconds}")
        path.stop_gliding()
        if self._tape.closed:
            return
        self.follow(symbol)
        glide = path.glide = _Glide(target, max(1, round(seconds / STEP_S)), asyncio.Event())
        try:
            await glide.arrived.wait()
        finally:
            if path.glide is glide:
                path.glide = None

    def history(self, symbol: Symbol, n: int = 60) -> tuple[Candle, ...]:
        """The last ``n`` candles (at most `CANDLES_MAX`) of five seconds, oldest first; empty for an unknown symbol.

        What lies before the market began is walked backwards from its first price, so that a
        chart is never empty. Volume is 0: nobody trades here.
        """
        path = self._paths.get(symbol)
        wanted = max(0, min(n, CANDLES_MAX))
        if path is None or wanted == 0:
            return ()
        bars = tuple(path.bars)
        if len(bars) < wanted:
            if not path.earlier:
                length = timedelta(seconds=STEP_S * CANDLE_STEPS / self._speed)
                path.earlier = tuple(path.before(self._began, length))[::-1]
            bars = path.earlier + bars
        return tuple(bar.candle(path.instrument) for bar in bars[-wanted:])

    def advance(self, steps: int = 1) -> None:
        """Let ``steps`` steps of market time pass at once and print what has traded."""
        at = self._clock.now()
        for ahead in range(steps - 1, -1, -1):
            begins = self._steps % CANDLE_STEPS == 0
            for path in self._paths.values():
                ticks = path.step()
                if begins:
                    began = at - timedelta(seconds=ahead * STEP_S / self._speed)
                    path.bars.append(_Bar(began, ticks, ticks, ticks, ticks))
                else:
                    path.bars[-1].take(ticks)
            self._steps += 1
        for path in self._followed.values():
            if path.traded:
                path.traded = False
                self._tape.print(path.quote(at))

    async def _live(self) -> None:
        due = 0.0
        while True:
            await asyncio.sleep(STEP_S)
            due += self._speed
            self.advance(int(due))
            due -= int(due)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._close()
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.opt(exception=error).critical("The made-up market has stopped: {}", error)

    def _close(self) -> None:
        self._tape.close()
        for path in self._paths.values():
            path.stop_gliding()

    def _path(self, symbol: Symbol) -> _Path:
        path = self._paths.get(symbol)
        if path is None:
            raise ValueError(f"the made-up market has no {symbol}; it has {', '.join(self._paths)}")
        return path

    @staticmethod
    def _whole_ticks(path: _Path, price: Price) -> int:
        if not price.is_finite() or not 0 < price < 1_000_000_000:
            raise ValueError(f"a price of {path.instrument.symbol} is above 0 and below a billion, not {price}")
        return int(path.instrument.price_near(price) / path.instrument.tick)
