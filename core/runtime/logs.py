"""What is written to the log, and what never is.

One redactor stands before every sink: a secret is known to it from the moment it is read, and a
line is stars and text before any sink, or loguru's own complaint about one, gets to see it. A
queue stands behind it, so that a slow disk or a terminal that is held up never stops the loop.
Tracebacks never show the values of variables: with them loguru prints keys (measured).
"""

from __future__ import annotations

import logging
import os
import queue
import re
import sys
import threading
import traceback
from collections.abc import Iterable
from contextlib import suppress
from io import FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loguru import logger

if TYPE_CHECKING:
    from loguru import Record

SHAPES = (
    re.compile(r"(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,64}"),  # a bot token, also as httpx writes it: /bot<token>/
    re.compile(r"\b1[A-Za-z0-9_=-]{300,500}"),  # a Telethon string session
)
QUIET = (
    *("httpx", "httpcore", "telegram", "apscheduler", "aiosqlite", "asyncio", "telethon", "hpack", "urllib3"),
    "websockets",  # at DEBUG it writes every frame, and so the login of a stream
)
STARS = "***"
FILE_BYTES = 10_000_000
FILES_OLD = 7
LINES_MAX = 5_000
"""So many lines wait for a sink; what comes beyond them is counted and lost."""
CLOSE_S = 2.0
"""So long the end of the program waits until they are written."""
LINE = "{time:HH:mm:ss.SSS} {level:<8} {name}: {message}"


class Redactor:
    """Replaces every known secret, and everything shaped like one, by stars."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = sorted({s for s in secrets if len(s) >= 6}, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, STARS)
        for shape in SHAPES:
            text = shape.sub(STARS, text)
        return text


_known: set[str] = set()


def hide(*secrets: str) -> None:
    """From now on no sink shows these, wherever they stand in a message or a traceback."""
    _known.update(secrets)
    redact = Redactor(_known)

    def patch(record: Record) -> None:
        text, failure = record["message"], record["exception"]
        if failure is not None:
            # As text, and nothing else: whoever is given the exception itself prints it as he likes.
            text += "\n" + "".join(traceback.format_exception(failure.type, failure.value, failure.traceback)).rstrip()
            record["exception"] = None
        record["message"] = redact(text)

    logger.configure(patcher=patch)


def set_up(level: str, file: Path | None = None) -> None:
    """Send the log to the terminal and to ``file`` (eight of 10 MB); call once, before anything is logged."""
    hide()
    logger.remove()
    logger.add(_Aside(_Forgiving(sys.stderr)), level=level, format=LINE, diagnose=False, backtrace=False)
    if file is not None:
        kept = _File(
            file, maxBytes=FILE_BYTES, backupCount=FILES_OLD, encoding="utf-8", errors="backslashreplace", delay=True
        )
        logger.add(_Aside(kept), level="DEBUG", format=LINE, diagnose=False, backtrace=False)
    logging.basicConfig(handlers=[_Intercept()], level=logging.INFO, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


class _Forgiving(logging.StreamHandler[Any]):
    """A full disk or a closed terminal costs lines; the next one that is written says how many."""

    lost = 0

    def emit(self, record: logging.LogRecord) -> None:
        lost, self.lost = self.lost, 0
        if lost:
            record.msg = f"({lost} lines before this one could not be written)\n{record.msg}"
        super().emit(record)
        if self.lost:
            self.lost += lost

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        self.lost = 1


class _Aside(logging.Handler):
    """Hands each line to a thread that writes it: whoever holds the terminal up, or the disk, costs lines at most.

    Loguru's own queue is a pipe of 64 kB, 8 on Windows; when that is full, whoever logs waits, and so did the loop.
    """

    def __init__(self, sink: _Forgiving) -> None:
        super().__init__()
        self._sink, self._lost = sink, 0
        self._waiting: queue.Queue[tuple[logging.LogRecord, int] | None] = queue.Queue(LINES_MAX)
        self._writer = threading.Thread(target=self._write, name="log", daemon=True)
        self._writer.start()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._waiting.put_nowait((record, self._lost))
        except queue.Full:
            self._lost += 1
        else:
            self._lost = 0

    def _write(self) -> None:
        while (line := self._waiting.get()) is not None:
            record, lost = line
            self._sink.lost += lost
            self._sink.handle(record)

    def close(self) -> None:
        """Write what waits, for a moment; a sink that hangs is left to the end of the process."""
        with suppress(queue.Full):
            self._waiting.put_nowait(None)
            self._writer.join(CLOSE_S)
        if not self._writer.is_alive():
            self._sink.close()
        super().close()


class _File(_Forgiving, RotatingFileHandler):
    """A file for its owner only, of a bounded size."""

    def _open(self) -> TextIOWrapper:
        raw = FileIO(self.baseFilename, "a", opener=_private)  # not kept back: a line without room is gone
        return TextIOWrapper(raw, encoding=self.encoding, errors=self.errors, write_through=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _Intercept(logging.Handler):
    """Hands what libraries log to loguru, and so to the redactor."""

    def emit(self, record: logging.LogRecord) -> None:
        level: str | int
        try:
            level = logger.level(record.levelname).name
        except ValueError:
            level = record.levelno
        logger.opt(exception=record.exc_info, depth=6).log(level, "{}", record.getMessage())
