"""What was taught stands in a file a person can read, that nobody else can, and that is never half written."""

from __future__ import annotations

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from core.errors import AlreadyRunning, ConfigError
from core.events import MessageRead
from core.messages import Message
from core.ports import Batch
from core.reading import read
from core.reading.dialects import BarePrice, FollowUps, PriceRange
from core.reading.learning.teaching import Lesson
from core.reading.roles import Role
from core.vocabulary import ChannelId, MessageId, StreamId, position_id
from storage.journal import open_journal
from storage.lessons import teach
from storage.lock import hold
from storage.taught import TAUGHT, TaughtFile
from tests.builders import NOON

GOLD = ChannelId("-1001")
EVERYTHING = Lesson(
    said="всё сразу",
    by="user:42",
    at="2026-03-02T12:00:00+00:00",
    words=(("guard", Role.STOP), ("护盾", Role.STOP), ("yes: really", Role.BUY)),
    symbols=(("the yellow", "XAUUSD"),),
    symbol="XAUUSD",
    bare_price=BarePrice.MARKET,
    price_range=PriceRange.TWO_ENTRIES,
    follow_ups=FollowUps.ONLY_BY_REPLY,
    wait_s=0,
)


async def test_what_is_put_down_reads_back_as_it_was(tmp_path: Path) -> None:
    taught = {GOLD: (EVERYTHING, Lesson("wait 60", wait_s=60)), ChannelId("-1002"): (Lesson("x", symbol="US30"),)}
    await TaughtFile(tmp_path).put(taught)
    assert TaughtFile(tmp_path).load() == taught


async def test_nothing_taught_is_no_rule(tmp_path: Path) -> None:
    assert TaughtFile(tmp_path).load() == {}
    await TaughtFile(tmp_path).put({GOLD: ()})
    assert TaughtFile(tmp_path).load() == {}


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
async def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    await TaughtFile(tmp_path).put({GOLD: (EVERYTHING,)})
    assert stat.S_IMODE((tmp_path / TAUGHT).stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == [TAUGHT]


async def test_a_person_can_read_it(tmp_path: Path) -> None:
    await TaughtFile(tmp_path).put({GOLD: (Lesson("SL is 2310", words=(("护盾", Role.STOP),)),)})
    text = (tmp_path / TAUGHT).read_text(encoding="utf-8")
    assert "护盾: stop" in text
    assert text.startswith("# Taught")


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("- 1\n", "dialects.yaml: channels: "),
        ("'-1001':\n- {said: x, words: {guard: banana}}\n", "'guard' cannot mean 'banana'"),
        ("'-1001':\n- {said: x, words: {'not': buy}}\n", "never taught away"),
        ("'-1001':\n- {said: x, wait_s: 99999}\n", "wait_s: "),
        ("'-1001':\n- {said: x, sybmol: X}\n", "there is no such setting"),
        ("'-1001':\n- {words: {guard: stop}}\n", "said: it is missing"),
        ("'-1001': [{said: x, symbol: 'xau usd'}]\n", "symbol: "),
        ("'-1001': {", "not valid YAML"),
    ],
)
def test_a_file_that_was_mended_wrongly_is_named_with_the_line(tmp_path: Path, written: str, line: str) -> None:
    (tmp_path / TAUGHT).write_text(written, encoding="utf-8")
    with pytest.raises(ConfigError) as wrong:
        TaughtFile(tmp_path).load()
    assert line in str(wrong.value)
    assert TAUGHT in str(wrong.value)


# --- main.py teach ---------------------------------------------------------------------------


async def a_house(tmp_path: Path, *posts: str) -> Path:
    """A configuration, and a journal in which channel -1001 has posted."""
    raw = {
        "data": str(tmp_path / "data"),
        "telegram": {
            "bot_token": "env:TAUGHT_TOKEN",
            "users": {1: "admin"},
            "listener": {"api_id": 1, "api_hash": "env:TAUGHT_TOKEN"},
        },
        "channels": [{"id": "-1001", "title": "Gold Room"}, {"id": "-1002", "title": "Other"}],
    }
    (tmp_path / "config.yaml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    (tmp_path / "data").mkdir()
    async with open_journal(tmp_path / "data" / "journal.sqlite3") as journal:
        for number, text in enumerate(posts, 1):
            at = NOON + timedelta(minutes=number)
            message = Message(GOLD, MessageId(number), text, at, at)
            fact = MessageRead(position_id(GOLD, message.id), at, message, read(text), None, None)
            await journal.append(Batch(StreamId("account"), number - 1, at, (fact,)))
    return tmp_path / "config.yaml"


@pytest.fixture(autouse=True)
def _a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUGHT_TOKEN", "a-token")


class Owner:
    """Somebody at the machine: what he answers, and what he was shown."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.shown = ""

    def ask(self, question: str) -> str:
        self.asked.append(question)
        return self.answers.pop(0)

    def say(self, line: str) -> None:
        self.shown += line + "\n"


async def taught(config: Path, correction: str, owner: Owner, channel: str = "-1001") -> bool:
    import asyncio

    return await asyncio.to_thread(teach, config, channel, correction, NOON, owner.ask, owner.say)


async def test_the_owner_sees_what_changes_and_says_yes(tmp_path: Path) -> None:
    config = await a_house(tmp_path, "gold buy 2340\nguard 2310\ntp 2370", "good morning")
    owner = Owner("1")
    assert await taught(config, "SL is 2310", owner, "gold room")
    assert "1 that you were asked about would act unasked." in owner.shown
    assert '"guard" means stop' in owner.shown
    assert "Of 2 posts heard, 1 would be read otherwise." in owner.shown
    assert "They are read without the venue's list" in owner.shown
    assert "was: buy XAUUSD limit 2340 TP 2370 (ask)" in owner.shown
    assert "now: buy XAUUSD limit 2340 SL 2310 TP 2370" in owner.shown
    (lesson,) = TaughtFile(tmp_path / "data").load()[GOLD]
    assert (lesson.words, lesson.at) == ((("guard", Role.STOP),), NOON.isoformat(timespec="seconds"))


@pytest.mark.parametrize("answer", ["", "n", "no", "maybe", "2"])
async def test_anything_but_yes_keeps_nothing(tmp_path: Path, answer: str) -> None:
    config = await a_house(tmp_path, "gold buy 2340\nguard 2310")
    assert not await taught(config, "SL is 2310", Owner(answer))
    assert not (tmp_path / "data" / TAUGHT).exists()


@pytest.mark.parametrize(("answer", "is_kept"), [("y", False), ("2", False), ("1", True)])
async def test_a_rule_that_wakes_posts_is_kept_only_by_who_counts_them(
    tmp_path: Path, answer: str, is_kept: bool
) -> None:
    config = await a_house(tmp_path, "moon BTCUSDT now", "the moon is high")
    owner = Owner(answer)
    assert await taught(config, "moon means buy", owner) is is_kept
    assert "1 would act anew or otherwise:" in owner.shown
    assert "moon BTCUSDT now" in owner.shown


async def test_the_last_rule_is_taken_back(tmp_path: Path) -> None:
    config = await a_house(tmp_path, "hello")
    assert await taught(config, "wait 60", Owner("y"))
    assert await taught(config, "symbol XAUUSD", Owner("y"))
    assert not await taught(config, "undo", Owner("n"))
    assert await taught(config, "undo", Owner("y"))
    (lesson,) = TaughtFile(tmp_path / "data").load()[GOLD]
    assert lesson.wait_s == 60
    assert await taught(config, "undo", Owner("y"))
    assert not await taught(config, "undo", Owner())


@pytest.mark.parametrize(
    ("channel", "correction", "line"),
    [
        ("Nobody", "wait 60", "no one channel is called Nobody; write one of -1001 (Gold Room), -1002 (Other)"),
        ("-1001", "what?", "I cannot make a rule of that"),
        ("-1001", "SL is 5", "stands in no post"),
    ],
)
async def test_a_mistake_is_one_line(tmp_path: Path, channel: str, correction: str, line: str) -> None:
    config = await a_house(tmp_path, "hello")
    with pytest.raises(ConfigError) as wrong:
        await taught(config, correction, Owner(), channel)
    assert line in str(wrong.value)
    assert "\n" not in str(wrong.value)


async def test_a_running_desk_is_taught_in_the_chat(tmp_path: Path) -> None:
    config = await a_house(tmp_path, "hello")
    with hold(tmp_path / "data"), pytest.raises(AlreadyRunning):
        await taught(config, "wait 60", Owner("y"))
