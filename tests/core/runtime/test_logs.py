"""What is written to the log, and what never is: no secret gets past the redactor, however it comes."""

from __future__ import annotations

import errno
import io
import logging
import os
import stat
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from loguru import logger

from core.runtime.logs import LINES_MAX, STARS, Redactor, _Forgiving, hide, set_up

TOKEN = "1234567890" + ":" + "AA" + "b1" * 16
SECRET = "correct-horse-battery"
SESSION = "1" + "Ab0_-" * 70


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log file in use; afterwards the log is as it was."""
    file = tmp_path / "interlock.log"
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    hide(SECRET)
    set_up("INFO", file)
    yield file
    logger.remove()
    logger.add(sys.stderr)
    root.handlers[:] = handlers
    root.setLevel(level)


def written(file: Path) -> str:
    """What stands in the file once every sink was closed."""
    logger.remove()
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("secret", [TOKEN, SECRET, SESSION])
def test_a_secret_in_a_message_becomes_stars(log: Path, secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    glue = "" if secret == TOKEN else "/"  # a token stands in a URL like this: /bot<token>/
    logger.info("posting to https://api.example.org/bot{}{}/getUpdates", glue, secret)
    text = written(log)
    assert secret not in text
    assert STARS in text
    assert "getUpdates" in text
    assert secret not in capsys.readouterr().err


@pytest.mark.parametrize("secret", [TOKEN, SECRET])
def test_a_secret_in_a_traceback_becomes_stars_and_no_variable_is_shown(log: Path, secret: str) -> None:
    def connect(token: str) -> None:
        raise OSError(f"401 for /bot{token}/getMe")

    try:
        connect(secret)
    except OSError:
        logger.exception("the bot cannot sign in")
    text = written(log)
    assert secret not in text
    assert "OSError: 401" in text
    assert "in connect" in text


def test_what_libraries_log_goes_through_the_same_redactor(log: Path) -> None:
    library = logging.getLogger("some_library")
    library.warning("GET https://api.example.org/bot%s/getMe", TOKEN)
    try:
        raise ValueError(f"bad key {SECRET}")
    except ValueError:
        library.exception("request failed")
    logging.getLogger("httpx").info("not even this line")
    for quiet in ("websockets.client", "httpcore.connection"):
        assert not logging.getLogger(quiet).isEnabledFor(logging.INFO)
    text = written(log)
    assert TOKEN not in text
    assert SECRET not in text
    assert "request failed" in text
    assert "ValueError: bad key" in text
    assert "not even this line" not in text


def test_braces_and_markup_in_a_message_are_only_words(log: Path) -> None:
    logger.info("{extra[text]} <red>{0}</red> {{}}")
    logger.info("a post said {}", "{record} <b>")
    text = written(log)
    assert "<red>{0}</red>" in text
    assert "{record} <b>" in text


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in lists, not in a mode")
def test_the_log_file_is_for_its_owner_only(log: Path) -> None:
    logger.info("hello")
    written(log)
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_sink_that_nobody_set_up_shows_no_secret_and_no_variable(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logger.remove()
    logger.add(sys.stderr)  # as loguru begins, with the values of variables in every traceback
    try:
        key = SECRET
        raise RuntimeError(f"POST https://api.example.org/{key} failed")
    except RuntimeError as failure:
        logger.opt(exception=failure).critical("the stream failed")
    told = capsys.readouterr().err
    assert "RuntimeError: POST" in told
    assert SECRET not in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_gives_away_no_line_and_stays_silent(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up("ERROR", Path("/dev/full"))
    try:
        raise RuntimeError(f"POST https://api.example.org/{SECRET} failed")
    except RuntimeError as failure:
        logger.opt(exception=failure).warning("with key {}", SECRET)
    logger.remove()
    assert capsys.readouterr().err == ""


def test_a_log_file_that_cannot_be_opened_stops_nobody(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up("INFO", tmp_path)
    logger.info("the doors are open")
    logger.remove()
    assert capsys.readouterr().err.endswith(": the doors are open\n")


def test_the_first_line_after_a_full_disk_says_how_many_are_missing() -> None:
    disk = FullDisk()
    sink = logger.add(_Forgiving(disk), format="{message}")
    for number in range(3):
        logger.info("line {}", number)
    disk.is_full = False
    logger.info("room again")
    logger.remove(sink)
    assert disk.getvalue() == "(3 lines before this one could not be written)\nroom again\n"


def test_a_terminal_that_is_held_up_costs_lines_and_stops_nobody(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody marks a word in it, or presses Ctrl+S: after 64 kB of lines the desk stood still as well."""
    terminal = HeldUp()
    monkeypatch.setattr(sys, "stderr", terminal)
    set_up("INFO")
    desk = threading.Thread(target=work, args=(8_000,), daemon=True)
    desk.start()
    desk.join(30)
    stood_still = desk.is_alive()
    terminal.goes_on.set()
    assert not stood_still
    desk.join(30)
    deadline = time.monotonic() + 10
    while f"line {LINES_MAX} " not in terminal.getvalue() and time.monotonic() < deadline:
        time.sleep(0.01)
    logger.info("and this one")
    logger.remove()
    *_, lost, last = terminal.getvalue().splitlines()
    assert lost.endswith("lines before this one could not be written)")
    assert last.endswith(": and this one")


def work(lines: int) -> None:
    for number in range(lines):
        logger.info("line {} {}", number, "." * 100)


class HeldUp(io.StringIO):
    """A terminal that takes nothing until it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = threading.Event()

    def write(self, text: str) -> int:
        self.goes_on.wait(60)
        return super().write(text)


class FullDisk(io.StringIO):
    """A file on a disk that has no room."""

    is_full = True

    def write(self, text: str) -> int:
        if self.is_full:
            raise OSError(errno.ENOSPC, "no space left on device")
        return super().write(text)


def test_short_words_are_no_secrets_and_the_longest_secret_goes_first() -> None:
    redact = Redactor(("long", "", "longer-one", "longer-one-still"))
    assert redact("a long story") == "a long story"
    assert redact("longer-one-still and longer-one") == f"{STARS} and {STARS}"
