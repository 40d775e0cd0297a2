"""Whatever is thrown at the running program: a clear sentence, nothing lost, nothing opened, and it runs on."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.rules import DEMO_RULES as RULES
from core.messages import Message
from core.orders import Observation
from core.position import Live
from core.runtime.clock import SystemClock
from core.runtime.desk import ACCOUNT, Parts
from core.runtime.front import FrontDesk
from core.runtime.lessons import Teaching
from core.runtime.recovery import open_desk
from core.views import Doors
from core.vocabulary import ChannelId, MessageId, Symbol
from storage.journal import open_journal
from storage.reserve import Reserve, watch_room
from storage.taught import TaughtFile
from tests.e2e.demo_process import ALPHA, DESK, GOLD, ROOT, DemoProcess, SaidNo, Visitor, call, running
from venues.catalogue import CATALOGUE
from venues.paper import PaperVenue, open_paper
from venues.prices.synthetic import SyntheticMarket

AUTO = ChannelId("-1001000000002")
"""Gold Room, as the demo's rules know it."""
ABSURD = ("1e999999", "-1e999999", "9" * 60, "NaN", "Infinity", "0x10", "1,2,3.4.5", "0", "-5")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """One demo for all that is only said: each test must leave it running."""
    with running(tmp_path_factory.mktemp("said") / "data", "--no-script") as (process, visitor):
        yield visitor
        assert process.is_running()
        assert "CRITICAL" not in process.words
        assert "Traceback" not in process.words


def verdict(visitor: Visitor, channel: str, text: str) -> str:
    """Post, and return what /signals says of it."""
    first = " ".join(text.split())[:25]
    visitor.say(channel, text)

    def look() -> str | None:
        told = visitor.ask_desk("/signals 1", "message").text  # before the post is heard: "No message …"
        return told if first in told else None

    return visitor.until("the post has a verdict", look)


# --- said in a chat ------------------------------------------------------------------------------


def test_an_unknown_command_is_answered_with_the_way_to_help(desk: Visitor) -> None:
    assert "/help" in desk.ask_desk("/frobnicate now", "/frobnicate").text


def test_a_call_for_an_unknown_symbol_is_declined_by_name(desk: Visitor) -> None:
    told = verdict(desk, GOLD, "QQQXUSDT LONG\nEntry: 10\nStop loss: 9\nTP1: 12")
    assert "declined" in told
    assert "QQQXUSDT is unknown" in told
    assert desk.is_flat()


def test_a_close_of_something_unknown_names_it(desk: Visitor) -> None:
    assert "No open trade" in desk.ask_desk("/close QQQX", "QQQX").text


def test_a_text_longer_than_telegram_takes_is_refused_with_its_length(desk: Visitor) -> None:
    for chat in (DESK, ALPHA):
        with pytest.raises(SaidNo, match="at most 4096 characters, this one has 5000"):
            desk.say(chat, "x" * 5000)
    longest = "BTCUSDT LONG " + "entry 1 " * 510
    assert "BTCUSDT" in verdict(desk, GOLD, longest[:4096])
    assert "Rehearsal" in desk.ask_desk(("/try " + longest)[:4096], "Rehearsal").text
    assert desk.is_flat()


def test_markup_in_a_post_stays_text(desk: Visitor) -> None:
    hostile = "<script>alert(1)</script> <b>ETHUSDT</b> & *bold* _it_ [a](tg://x) ``` </pre>\nweekly recap, +300%"
    told = verdict(desk, ALPHA, hostile)
    assert "<script>alert(1)</script> <b>ETHUSDT</b> & *bold*" in told
    newest = desk.get("/demo/messages?chat=desk")[-1]
    assert "<script>" not in newest["html"]
    assert "&lt;script&gt;" in newest["html"]
    assert desk.get("/demo/health")["status"] == "ok"


@pytest.mark.parametrize("number", ["1e999999", "9" * 60, "0." + "0" * 40 + "1"])
def test_absurd_numbers_in_a_call_open_nothing(desk: Visitor, number: str) -> None:
    price = desk.price("SOLUSDT")
    sound = call("SOLUSDT", price)
    stop = next(line for line in sound.splitlines() if line.startswith("Stop")).split()[-1]
    for text in (sound.replace(stop, number), f"SOLUSDT LONG\nEntry: {number}\nStop loss: {stop}\nTP1: {number}"):
        desk.say(GOLD, text)
    assert "Rehearsal" in desk.ask_desk(f"/try SOLUSDT LONG entry {number} sl {number} tp {number}", "Rehearsal").text
    assert desk.is_flat()


def test_absurd_prices_do_not_move_the_market(desk: Visitor) -> None:
    for number in ABSURD:
        with pytest.raises(SaidNo, match="price") as no:
            desk.post("/demo/price", {"symbol": "BTCUSDT", "price": number})
        assert no.value.status == 400
    with pytest.raises(SaidNo, match="NOSUCH"):
        desk.post("/demo/price", {"symbol": "NOSUCH", "price": "5"})
    assert 30_000 < desk.price("BTCUSDT") < 150_000


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/demo/say", {"chat": "nowhere", "text": "x"}),
        ("/demo/say", {"chat": DESK}),
        ("/demo/say", {"chat": DESK, "text": "   "}),
        ("/demo/say", {"chat": ALPHA, "text": "x", "reply_to": 10**30}),
        ("/demo/say", ["x"]),
        ("/demo/press", {"message_id": 10**9, "data": "a:x"}),
        ("/demo/press", {"message_id": "1", "data": "a:x"}),
        ("/demo/price", {"symbol": "BTCUSDT"}),
    ],
)
def test_a_request_that_makes_no_sense_gets_a_sentence(desk: Visitor, path: str, body: object) -> None:
    with pytest.raises(SaidNo) as no:
        desk.post(path, body)
    assert no.value.status == 400
    assert len(str(no.value)) > 10


def test_a_button_of_an_answered_card_is_gone(desk: Visitor) -> None:
    desk.say(ALPHA, call("BTCUSDT", desk.price("BTCUSDT")))
    card = desk.question("BTCUSDT")
    desk.answer(card, "Reject")
    for words in ("Approve", "Half", "Reject"):
        with pytest.raises(SaidNo, match="no button"):
            desk.press(card, words)
    assert desk.is_flat()


# --- starting ------------------------------------------------------------------------------------


def ended(data: Path, *options: str) -> str:
    """Start a demo that cannot start; what it says, once it has ended with status 2."""
    process = DemoProcess(data, *options)
    try:
        assert process.ended() == 2, process.words
    finally:
        process.kill()
    assert "Traceback" not in process.words
    return process.words


def test_a_second_start_says_who_holds_the_directory(tmp_path: Path) -> None:
    with running(tmp_path / "data", "--no-script") as (first, visitor):
        second = subprocess.run(  # noqa: S603 - this interpreter, our own program
            [sys.executable, "main.py", "demo", "--port", "0", "--data", str(tmp_path / "data")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert second.returncode == 2
        assert f"is in use by process {first.pid}" in second.stderr
        assert "stop it first" in second.stderr
        assert visitor.health()["status"] == "ok"


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with contextlib.closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = ended(tmp_path / "data", "--port", str(port))
    assert f"port {port}" in said
    assert "choose another --port" in said


def test_a_file_where_the_directory_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a directory")
    assert "is a file" in ended(tmp_path / "data")
    assert "cannot be used" in ended(tmp_path / "data" / "deeper")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything; Windows has no modes")
def test_a_directory_that_is_not_ours_is_named(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir(mode=0o500)
    assert "cannot be used" in ended(tmp_path / "theirs" / "data")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has a directory that not even root may fill")
def test_a_directory_that_not_even_root_may_use_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to("/proc/self")
    assert "cannot be used" in ended(tmp_path / "data")


def test_a_journal_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "data" / "journal.sqlite3").mkdir(parents=True)
    assert "cannot open the journal" in ended(tmp_path / "data")


def test_a_file_that_is_no_journal_is_named_and_kept(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "journal.sqlite3").write_bytes(b"this was never a database" * 400)
    assert "journal.sqlite3" in ended(data)
    assert (data / "journal.sqlite3").read_bytes().startswith(b"this was never")


# --- the disk ------------------------------------------------------------------------------------


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a database as a careless browser of it would."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("ROLLBACK")


def test_a_journal_that_is_locked_at_the_start_is_named(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with locked(data / "journal.sqlite3"):
        said = ended(data, "--no-script")
    assert "journal.sqlite3" in said
    assert "another program holds it locked" in said


def test_a_journal_that_is_locked_meanwhile_delays_a_call_and_loses_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data, "--no-script") as (process, visitor):
        with locked(data / "journal.sqlite3"):
            visitor.say(GOLD, call("BTCUSDT", visitor.price("BTCUSDT")))
            visitor.until("it says that nothing is sent", lambda: "nothing new is sent" in process.words)
            assert visitor.is_flat(), "no order leaves before its line is durable"
        held = visitor.holds("BTCUSDT")
        assert held.stop is not None


async def test_a_full_disk_sends_nothing_and_the_call_is_heard_once_there_is_room(tmp_path: Path) -> None:
    """A quota for the journal's file stands for the disk: the same answer of SQLite, on every system."""
    clock, journal = SystemClock(), tmp_path / "journal.sqlite3"
    async with (
        asyncio.timeout(60),
        SyntheticMarket(clock, "7") as market,
        open_paper(tmp_path / "paper.sqlite3", CATALOGUE, market, clock) as venue,
    ):
        quote = await market.quote(Symbol("BTCUSDT"))
        assert quote is not None
        posts = [_post(number, "good morning, nothing to trade yet " * 20) for number in range(1, 200)]
        posts.append(_post(200, call("BTCUSDT", quote.last)))
        async with (
            open_journal(journal, pages_max=48) as full,
            open_desk(Parts(venue, full, market, clock), RULES) as desk,
        ):
            for post in posts:
                await desk.hear(post)
            await _until(lambda: bool(desk.trouble))
            assert "the disk is full" in desk.trouble
            heard = desk.account.heard[AUTO].mark
            assert 0 < heard < 200
            assert not (await _seen(venue)).positions
        async with open_journal(journal) as roomy, open_desk(Parts(venue, roomy, market, clock), RULES) as desk:
            assert desk.account.heard[AUTO].mark == heard, "what was written is there, and no more"
            for post in posts[heard:]:
                await desk.hear(post)
            await _until(lambda: any(isinstance(actor.state, Live) for actor in desk.positions.values()))
            assert desk.account.heard[AUTO].mark == 200
            await roomy.verify()
        assert [held.stop is not None for held in (await _seen(venue)).positions] == [True]


async def test_on_a_full_disk_a_trade_is_still_closed_and_the_doors_are_shut(tmp_path: Path) -> None:
    """Fault S04: the room that was kept is for the way out."""
    clock, journal = SystemClock(), tmp_path / "journal.sqlite3"
    reserve = Reserve(tmp_path / "reserve.bin", 2**20)
    async with (
        asyncio.timeout(60),
        SyntheticMarket(clock, "7") as market,
        open_paper(tmp_path / "paper.sqlite3", CATALOGUE, market, clock) as venue,
        open_journal(journal) as roomy,
    ):
        quote = await market.quote(Symbol("BTCUSDT"))
        assert quote is not None
        async with open_desk(Parts(venue, roomy, market, clock), RULES) as desk:
            await desk.hear(_post(1, call("BTCUSDT", quote.last)))
            await _until(lambda: any(isinstance(actor.state, Live) for actor in desk.positions.values()))
        with sqlite3.connect(journal, isolation_level=None) as hog:
            hog.execute("CREATE TABLE hog (x)")
            hog.execute("INSERT INTO hog VALUES (zeroblob(20000000))")
            (pages,) = hog.execute("PRAGMA page_count").fetchone()

            async def give_away() -> bool:
                hog.execute("DROP TABLE IF EXISTS hog")
                return await reserve.give_away()

            async with (
                open_journal(journal, pages_max=pages, make_room=give_away) as full,
                open_desk(Parts(venue, full, market, clock), RULES) as desk,
            ):
                front = FrontDesk(
                    desk, await full.read(ACCOUNT), "paper", Teaching(desk, RULES, {}, TaughtFile(tmp_path))
                )
                watching = asyncio.create_task(watch_room(reserve, front.pause, front.notice, look_s=0.05))
                chatter = (_post(number, "nothing to trade yet " * 40) for number in range(2, 2000))
                while front.status().doors is not Doors.PAUSED:
                    await desk.hear(next(chatter))
                    await asyncio.sleep(0)
                assert "the disk is full" in front.status().doors_by
                assert not desk.trouble
                await front.panic("user:1")
                while (await _seen(venue)).positions:  # noqa: ASYNC110 - the venue has no bell
                    await asyncio.sleep(0.05)
                watching.cancel()
        hog.close()


def test_reports_that_cannot_be_kept_keep_nobody_from_trading(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "tables.sqlite3").mkdir(mode=0o700, parents=True)
    with running(data, "--no-script") as (process, visitor):
        visitor.say(GOLD, call("SOLUSDT", visitor.price("SOLUSDT")))
        assert visitor.holds("SOLUSDT").stop is not None
        assert process.is_running()


async def _seen(venue: PaperVenue) -> Observation:
    seen = await venue.observe()
    assert isinstance(seen, Observation)
    return seen


def _post(number: int, text: str) -> Message:
    now = datetime.now(UTC)
    return Message(AUTO, MessageId(number), text, now, now)


async def _until(so: Callable[[], bool]) -> None:
    while not so():  # noqa: ASYNC110 - the desk has no bell for this; the caller has a timeout
        await asyncio.sleep(0.01)
