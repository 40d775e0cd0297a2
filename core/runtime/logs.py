"""What is written to the log, and what never is.

One redactor stands before every sink and sees the finished text, tracebacks included. A
queue stands behind it, so that a slow disk never stops the loop. Tracebacks never show the
values of variables: with them loguru prints keys (measured).
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from loguru import logger

if TYPE_CHECKING:
    from loguru import Record

SHAPES = (
    re.compile(r"(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,64}"),  # a bot token, also as httpx writes it: /bot<token>/
    re.compile(r"\b1[A-Za-z0-9_=-]{300,500}"),  # a Telethon string session
)
QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "aiosqlite", "asyncio", "telethon", "hpack", "urllib3")
STARS = "***"


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


def set_up(level: str, secrets: Iterable[str], file: Path | None = None) -> None:
    """Send the log to the terminal and to ``file`` (rotated, a week kept); call once, before anything is logged."""
    redact = Redactor(secrets)

    def written(record: Record) -> str:
        text = f"{record['time']:HH:mm:ss.SSS} {record['level'].name:<8} {record['name']}: {record['message']}"
        failure = record["exception"]
        if failure is not None:
            text += "\n" + "".join(traceback.format_exception(failure.type, failure.value, failure.traceback))
        record["extra"]["text"] = redact(text.rstrip())
        return "{extra[text]}\n"

    logger.remove()
    logger.add(sys.stderr, level=level, format=written, diagnose=False, backtrace=False, enqueue=True)
    if file is not None:
        logger.add(
            file,
            level="DEBUG",
            format=written,
            rotation="10 MB",
            retention="7 days",
            diagnose=False,
            backtrace=False,
            enqueue=True,
            opener=_private,
        )
    logging.basicConfig(handlers=[_Intercept()], level=logging.INFO, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _private(path: str, flags: int) -> int:
    import os

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
