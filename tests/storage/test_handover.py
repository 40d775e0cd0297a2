"""The request file of a panic: whole or not at all, its owner's alone, checked to the last key, never old."""

from __future__ import annotations

import asyncio
import json
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.errors import ConfigError, JournalUnwritable
from core.runtime.clock import SystemClock
from storage import handover
from storage.lock import hold, is_held

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
NAME = "0123456789"


def test_what_is_left_is_taken_once_dropped_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    handover.leave(tmp_path, NAME, NOW)
    assert [path.name for path in tmp_path.iterdir()] == [handover.REQUEST]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / handover.REQUEST).stat().st_mode) == 0o600
    assert handover.take(tmp_path, NOW + timedelta(seconds=30)) == NAME
    handover.drop(tmp_path)
    assert handover.take(tmp_path, NOW) is None


def test_what_was_asked_more_than_a_minute_ago_is_not_done(tmp_path: Path) -> None:
    handover.leave(tmp_path, NAME, NOW)
    assert handover.take(tmp_path, NOW + timedelta(seconds=61)) is None
    assert not (tmp_path / handover.REQUEST).exists()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "panic",
        "[]",
        '{"panic": "0123456789"}',
        '{"panic": 7, "at": "2026-03-02T12:00:00+00:00"}',
        '{"panic": "../../etc", "at": "2026-03-02T12:00:00+00:00"}',
        '{"panic": "0123456789", "at": "yesterday"}',
        '{"panic": "0123456789", "at": "2026-03-02T12:00:00"}',
        '{"panic": "0123456789", "at": "2026-03-02T12:00:00+00:00", "by": "user:42"}',
        json.dumps({"panic": NAME, "at": NOW.isoformat()}) + " " * 200,
    ],
)
def test_what_is_not_a_request_is_thrown_away(tmp_path: Path, words: str) -> None:
    path = tmp_path / handover.REQUEST
    path.write_text(words, encoding="utf-8")
    path.chmod(0o600)
    assert handover.take(tmp_path, NOW) is None
    assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_request_that_others_could_have_written_is_not_obeyed(tmp_path: Path) -> None:
    handover.leave(tmp_path, NAME, NOW)
    (tmp_path / handover.REQUEST).chmod(0o666)
    assert handover.take(tmp_path, NOW) is None


@pytest.mark.skipif(os.name != "posix", reason="links are POSIX's")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    handover.leave(elsewhere, NAME, NOW)
    (tmp_path / handover.REQUEST).symlink_to(elsewhere / handover.REQUEST)
    assert handover.take(tmp_path, NOW) is None
    assert (elsewhere / handover.REQUEST).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are POSIX's")
async def test_a_pipe_in_its_place_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / handover.REQUEST, 0o600)
    taking = asyncio.create_task(asyncio.to_thread(handover.take, tmp_path, NOW))
    done, _ = await asyncio.wait({taking}, timeout=5)
    if not done:  # let it go, or this process could not end
        os.close(os.open(tmp_path / handover.REQUEST, os.O_WRONLY | os.O_NONBLOCK))
    assert done
    assert taking.result() is None
    assert not (tmp_path / handover.REQUEST).exists()


def test_a_directory_that_is_not_ours_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no request can be left there"):
        handover.leave(tmp_path / "missing", NAME, NOW)


async def test_a_request_is_pressed_within_a_second_and_kept_until_it_is_durable(tmp_path: Path) -> None:
    pressed: asyncio.Queue[str] = asyncio.Queue()
    disk_is_full = True

    async def press(by: str) -> None:
        await pressed.put(by)
        if disk_is_full:
            raise JournalUnwritable("the disk is full")

    handover.leave(tmp_path, NAME, SystemClock().now())
    with pytest.raises(JournalUnwritable):
        await handover.obey(tmp_path, press, SystemClock())
    assert (tmp_path / handover.REQUEST).exists()
    disk_is_full = False
    task = asyncio.create_task(handover.obey(tmp_path, press, SystemClock()))
    async with asyncio.timeout(5):
        assert [await pressed.get(), await pressed.get()] == [f"command line:{NAME}"] * 2
    second = handover.mint()
    began = SystemClock().monotonic()
    handover.leave(tmp_path, second, SystemClock().now())
    async with asyncio.timeout(5):
        assert await pressed.get() == f"command line:{second}"
    assert SystemClock().monotonic() - began < 1.0
    await asyncio.sleep(0)
    assert not (tmp_path / handover.REQUEST).exists()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def test_whether_somebody_is_at_work_can_be_asked_without_disturbing_him(tmp_path: Path) -> None:
    assert not is_held(tmp_path)
    with hold(tmp_path):
        assert is_held(tmp_path)
    assert not is_held(tmp_path)
