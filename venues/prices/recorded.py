"""Plays a file of old prices again, as if they were happening now.

For simulating a channel's calls over a market that was, and for a paper account that trades
yesterday. A candle does not tell whether its high or its low came first, so here it is always
told to the holder's disadvantage: what cannot be known is never counted as luck.
"""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from loguru import logger

from core.errors import ConfigError
from core.instrument import Instrument
from core.market import Candle, Quote
from core.ports import Clock
from core.vocabulary import ZERO, Price, Quantity, Side, Symbol
from venues.prices import Reader, Tape

COLUMNS = ("timestamp", "open", "high", "low", "close", "volume")
ROWS_MAX = 5_000_000
"""Nine years of minutes."""
LINE_MAX = 512
NUMBER_MAX = Decimal(10) ** 15
SPEED = 60.0
"""As which a desk is played to: a recorded minute takes a second."""
PAUSE_S_MAX = 2.0
"""For a desk: well below the age at which it takes a price for none."""
FIRST_QUOTE_S = 1.0
"""How long `RecordedMarket.quote` waits for a symbol that has not been played yet."""

_LENGTH = timedelta(minutes=1)
"""Taken for a candle's length where the file has only one."""


def candles(path: Path, symbol: Symbol) -> Generator[Candle, None, None]:
    """Read ``timestamp,open,high,low,close,volume`` with that line first, oldest candle first.

    A timestamp is seconds or milliseconds since 1970, or ISO 8601 with its zone. Raises
    `core.errors.ConfigError`, naming file and line, for the first row that is not a candle.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(path, file, symbol)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}): name an existing CSV file") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 text: save it as CSV in UTF-8") from error


def _rows(path: Path, file: TextIO, symbol: Symbol) -> Iterator[Candle]:
    before: datetime | None = None
    number = 0
    while line := file.readline(LINE_MAX + 1):
        number += 1
        try:
            cells = _cells(line)
            if number == 1:
                _check_header(cells)
            elif cells:
                candle = _candle(cells, symbol, before)
                before = candle.at
                yield candle
            if number > ROWS_MAX:
                raise ValueError(f"more than {ROWS_MAX} rows: split the file")
        except ValueError as error:
            raise ConfigError(f"{path}:{number}: {error}") from error
    if before is None:
        raise ConfigError(
            f"{path}:{max(number, 1)}: no candle: expected the line {','.join(COLUMNS)} and rows under it"
        )


def _cells(line: str) -> list[str]:
    """One line's values; an empty line has none."""
    if len(line) > LINE_MAX:
        raise ValueError(f"longer than {LINE_MAX} letters: a row is {','.join(COLUMNS)}")
    if not line.strip():
        return []
    try:
        return [cell.strip() for cell in next(csv.reader([line], strict=True))]
    except csv.Error as error:
        raise ValueError(f"not a CSV row ({error})") from error


def _check_header(cells: list[str]) -> None:
    if tuple(cell.lower() for cell in cells) != COLUMNS:
        raise ValueError(f"the first line must be {','.join(COLUMNS)}, not {','.join(cells)[:80]!r}")


def _candle(cells: list[str], symbol: Symbol, before: datetime | None) -> Candle:
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} values: a row has {len(COLUMNS)}: {','.join(COLUMNS)}")
    at = _moment(cells[0])
    if before is not None and at <= before:
        raise ValueError(f"{at.isoformat()} is not after the row before it: sort the file, oldest first")
    first, high, low, close, volume = (_number(name, cell) for name, cell in zip(COLUMNS[1:], cells[1:], strict=True))
    if min(first, high, low, close) <= 0:
        raise ValueError("a price must be above 0")
    if not low <= min(first, close) <= max(first, close) <= high:
        raise ValueError(f"open {first} and close {close} must lie between low {low} and high {high}")
    return Candle(symbol, at, Price(first), Price(high), Price(low), Price(close), Quantity(volume))


def _moment(cell: str) -> datetime:
    wrong = f"timestamp {cell[:40]!r}: write 1767225600, 1767225600000 or 2026-01-01T00:00:00Z"
    try:
        if cell.isascii() and cell.isdigit() and len(cell) <= 13:
            count = int(cell)
            return datetime.fromtimestamp(count // 1000 if len(cell) > 11 else count, UTC) + timedelta(
                milliseconds=count % 1000 if len(cell) > 11 else 0
            )
        at = datetime.fromisoformat(cell)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(wrong) from error
    if at.tzinfo is None:
        raise ValueError(f"{wrong} (a time without its zone could mean any hour)")
    return at.astimezone(UTC)


def _number(name: str, cell: str) -> Decimal:
    try:
        value = Decimal(cell) if cell.isascii() and "_" not in cell and len(cell) <= 40 else None
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite() or not 0 <= value <= NUMBER_MAX:
        raise ValueError(f"{name} {cell[:40]!r}: must be a number from 0 to {NUMBER_MAX:f}")
    return value


def quotes(
    played: Iterable[Candle], instrument: Instrument, spread: Decimal = ZERO, against: Side = Side.LONG
) -> Iterator[Quote]:
    """Four quotes a candle: open, the two extremes, close, each a quarter of the candle apart.

    The extreme that hurts ``against`` comes first: the low for a long, the high for a short.
    So where one candle reaches both stop and target, the stop is met. ``spread``, in units of
    price, lies around the recorded price and is rounded outward to whole ticks. Raises
    ``ValueError`` for a spread that is negative or not finite.
    """
    if not spread.is_finite() or spread < 0:
        raise ValueError(f"a spread is 0 or more, not {spread}")
    for candle, length in _with_lengths(played):
        worst, best = (candle.low, candle.high) if against is Side.LONG else (candle.high, candle.low)
        for quarter, price in enumerate((candle.open, worst, best, candle.close)):
            bid = max(instrument.price_below(Price(price - spread / 2)), instrument.tick)
            ask = max(instrument.price_above(Price(price + spread / 2)), bid)
            yield Quote(instrument.symbol, bid, ask, price, price, candle.at + quarter * length / 4)


def _with_lengths(played: Iterable[Candle]) -> Iterator[tuple[Candle, timedelta]]:
    """Each candle with its length: up to the next one, but a gap (a weekend) is no long candle."""
    length: timedelta | None = None
    waiting: Candle | None = None
    for candle in played:
        if waiting is not None:
            gap = candle.at - waiting.at
            length = gap if length is None else min(length, gap)
            yield waiting, length
        waiting = candle
    if waiting is not None:
        yield waiting, length or _LENGTH


class RecordedMarket:
    """Plays quotes, oldest first (`heapq.merge` several symbols by ``at``), and then ends.

    ``speed`` multiplies recorded time; 0 plays as fast as the readers take them and then no
    reader misses one. Pauses of the recording longer than ``pause_s_max`` seconds, once sped
    up, are cut to that. With a ``clock`` quotes carry its moment instead of the recorded one.
    When the recording has ended, readers end and the last prices stay. A recording that turns
    out to be broken ends it too; leaving the ``async with`` then raises its `ConfigError`.
    """

    def __init__(
        self, played: Iterable[Quote], *, speed: float = 0.0, clock: Clock | None = None, pause_s_max: float = 5.0
    ) -> None:
        if not 0 <= speed <= 1_000_000:
            raise ValueError(f"the speed of a recording is from 0 (as fast as it is read) to 1000000, not {speed}")
        self._played = iter(played)
        self._speed = speed
        self._clock = clock
        self._pause_s_max = pause_s_max
        self._tape = Tape()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._play(), name="recorded-market")
        self._task.add_done_callback(self._ended)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.wait([self._task])
        self._tape.close()
        if not self._task.cancelled() and (broken := self._task.exception()) is not None and error is None:
            raise broken

    async def quote(self, symbol: Symbol) -> Quote | None:
        """The quote played last, waiting up to `FIRST_QUOTE_S` for the first; None when there is none."""
        return self._tape.newest(symbol) or await self._tape.awaited(lambda: self._tape.newest(symbol), FIRST_QUOTE_S)

    def ticks(self) -> Reader:
        """Every quote from now on; above speed 0 a slow reader skips to the newest."""
        return self._tape.read()

    async def _play(self) -> None:
        before: datetime | None = None
        for quote in self._played:
            await self._pause(quote.at, before)
            before = quote.at
            self._tape.print(quote if self._clock is None else replace(quote, at=self._clock.now()))
        if self._speed == 0:
            await self._tape.all_read()

    async def _pause(self, at: datetime, before: datetime | None) -> None:
        if self._speed == 0:
            await self._tape.all_read()
        elif before is not None:
            pause = (at - before).total_seconds() / self._speed
            await asyncio.sleep(min(max(pause, 0.0), self._pause_s_max))

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tape.close()
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("The recording cannot be played on: {}", error)
