"""The shipped script is sound whatever the market, plays once, and never presses a button."""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.demo.script import Player, read_script, shipped
from core.errors import ConfigError
from core.messages import Message, Word
from core.reading import read
from core.signals import AtLimit, AtPrice, Nothing, Signal
from core.vocabulary import Price, Side, Symbol
from tests.bot.test_bot_api_strict import button, keyboard
from tests.bot.test_demo_world import World, opened, until

NUMBER = re.compile(r"\d+(?:\.\d+)?$")


@dataclass(slots=True)
class TinyDesk:
    """The least of a desk that the script needs: asks for bitcoin, buys gold, follows it with a stop."""

    world: World
    heard: list[Message] = field(default_factory=list)
    stops: list[Decimal] = field(default_factory=list)

    async def hear(self, message: Word) -> None:
        if not isinstance(message, Message):
            return
        self.heard.append(message)
        if message.text.startswith("BTCUSDT"):
            markup = keyboard([button("yes", "Approve"), button("no", "Reject")])
            await self.world.result("sendMessage", chat_id=42, text="BTCUSDT?", reply_markup=markup)
        if message.text.startswith("XAUUSD"):
            entry, stop, *targets = numbers(message.text)
            row = {"symbol": "XAUUSD", "side": "long", "quantity": "1", "entry": str(entry), "stop": str(stop)}
            self.world.venue.positions = [row | {"targets": [str(target) for target in targets]}]

    async def notice(self, words: str) -> None:
        raise AssertionError(words)

    async def follow(self) -> None:
        """Break even at the first target, then trail by half a percent, then stopped out."""
        peak = Decimal(0)
        while True:
            for row in list(self.world.venue.positions):
                price, stop = self.world.venue.prices["XAUUSD"], Decimal(row["stop"])
                peak = max(peak, price)
                wanted = stop
                if peak >= Decimal(row["targets"][0]):
                    wanted = max(stop, Decimal(row["entry"]), peak * Decimal("0.995"))
                if wanted != stop:
                    self.stops.append(wanted)
                    row["stop"] = str(wanted)
                if price <= wanted:
                    self.world.venue.positions = []
            await asyncio.sleep(0.001)


def numbers(text: str) -> list[Decimal]:
    """The last number of each line."""
    return [Decimal(found[0]) for line in text.splitlines() if (found := NUMBER.search(line))]


async def play(world: World, script: str | None = None, speed: float = 200) -> None:
    steps = shipped() if script is None else read_script(script)
    await Player(world.demo.chats, world.demo.page.say, world.venue, speed).play(steps)


@pytest.mark.parametrize("scale", ["1", "0.013", "37.7"])
async def test_the_shipped_script_plays_to_its_end_whatever_the_prices(tmp_path: Path, scale: str) -> None:
    async with opened(tmp_path) as world:
        for symbol, price in world.venue.prices.items():
            world.venue.prices[symbol] = (price * Decimal(scale)).quantize(Decimal("0.00001"))
        desk = TinyDesk(world)
        hearing = world.demo.ear.listen({}, desk.hear, desk.notice)
        tasks = [asyncio.create_task(hearing), asyncio.create_task(desk.follow())]
        try:
            async with asyncio.timeout(30):
                await play(world, speed=100)
            await until(lambda: len(desk.heard) == 4)
        finally:
            for task in tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        bitcoin, gold, recap, wrong = desk.heard
        entry, stop, *targets = numbers(gold.text)
        assert stop < entry < targets[0] < targets[1] < targets[2]
        _, _, *rest = numbers(bitcoin.text)
        assert rest == sorted(rest)
        assert "recap" in recap.text.casefold()
        entry, stop, *_ = numbers(wrong.text)
        assert stop > entry
        assert world.venue.positions == []  # closed by its trailing stop
        assert desk.stops[-1] > numbers(gold.text)[0]  # in profit
        assert [update["update_id"] for update in await world.result("getUpdates")] == []  # nothing was pressed


async def test_the_reader_takes_the_calls_and_leaves_the_recap_and_doubts_the_wrong_stop(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        says = [step.say for step in shipped() if step.say]
        script = "\n".join(f"- say: {json.dumps(say.model_dump())}" for say in says)
        await play(world, script)
        posts = [
            post["text"]
            for chat in ("Alpha Crypto", "Gold Room")
            for post in await world.get(f"/demo/messages?chat={chat}")
        ]
        bitcoin, recap, wrong, gold = (read(text) for text in posts)
        for call, symbol, count in ((bitcoin, "BTCUSDT", 3), (gold, "XAUUSD", 3)):
            assert isinstance(call, Signal)
            assert (call.symbol, call.side, len(call.targets), call.doubts) == (symbol, Side.LONG, count, ())
        assert isinstance(recap, Nothing)
        assert isinstance(wrong, Signal)
        assert isinstance(wrong.entry, AtLimit)
        assert isinstance(wrong.stop, AtPrice)
        assert wrong.stop.price > wrong.entry.price


async def test_the_script_is_played_once_in_the_life_of_a_directory(tmp_path: Path) -> None:
    script = '- say: {chat: Gold Room, text: "gold at {price:XAUUSD}"}'
    for _ in range(2):
        async with opened(tmp_path) as world:
            await play(world, script)
            posts = await world.get("/demo/messages?chat=Gold%20Room")
            assert [post["text"] for post in posts] == ["gold at 2650.00"]


async def test_the_demo_plays_the_shipped_script_itself(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        playing = asyncio.create_task(world.demo.play(speed=100))
        posts: list[dict[str, Any]] = []

        async def posted() -> bool:
            posts[:] = await world.get("/demo/messages?chat=Alpha%20Crypto")
            return bool(posts)

        await until(posted)
        playing.cancel()
        with suppress(asyncio.CancelledError):
            await playing
        assert posts[0]["text"].startswith("BTCUSDT LONG\nEntry: 96903.0 - 97097.0\n")


async def test_a_step_that_cannot_be_done_is_skipped_and_the_rest_is_played(tmp_path: Path) -> None:
    script = """
    - say: {chat: Nowhere, text: "unheard"}
    - say: {chat: Gold Room, text: "{price:FROGS}"}
    - say: {chat: Gold Room, text: "{t9}"}
    - say: {chat: Gold Room, text: "{price:XAUUSD:lots}"}
    - glide: {symbol: FROGS, to: "{price:XAUUSD}", seconds: 0}
    - wait: {position: XAUUSD, at_most: 0.05}
    - wait: {desk_text: hello, at_most: 0.05}
    - say: {chat: Gold Room, text: "{price:XAUUSD:+1%:up} then {up:-1%}"}
    - wait: {stop_beyond_entry: XAUUSD, at_most: 0.05, or_end: true}
    - say: {chat: Gold Room, text: "never"}
    """
    async with opened(tmp_path) as world:
        await play(world, script)
        posts = await world.get("/demo/messages?chat=Gold%20Room")
        assert [post["text"] for post in posts] == ["2676.50 then 2649.74"]


async def test_a_wait_ends_as_soon_as_the_bot_has_said_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.result("sendMessage", chat_id=42, text="Hello, from before the last post")
        script = """
        - say: {chat: Gold Room, text: "anybody?"}
        - wait: {desk_text: hello, at_most: 10, or_end: true}
        - say: {chat: Gold Room, text: "thanks"}
        """
        playing = asyncio.create_task(play(world, script))

        async def posts(count: int) -> bool:
            return len(await world.get("/demo/messages?chat=Gold%20Room")) == count

        await until(lambda: posts(1))
        assert not playing.done()
        await world.result("sendMessage", chat_id=42, text="HELLO there")
        await until(lambda: posts(2))
        await playing


async def test_a_short_position_gains_when_its_stop_is_below_the_entry(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        row = {"symbol": "XAUUSD", "side": "short", "entry": "2650", "stop": "2640"}
        world.venue.positions = [row, {"symbol": "BTCUSDT", "side": "long", "entry": "1", "stop": None}]
        script = """
        - wait: {stop_beyond_entry: XAUUSD, by_pct: 0.3, at_most: 5, or_end: true}
        - wait: {stop_beyond_entry: BTCUSDT, at_most: 0.05}
        - glide: {symbol: XAUUSD, to: "{price:XAUUSD:-2%}", seconds: 2, until: {position: XAUUSD}}
        """
        await play(world, script, speed=1)
        assert Decimal(2597) < world.venue.prices["XAUUSD"] < Decimal(2650)  # the first step only
        await world.venue.move_price(Symbol("XAUUSD"), Price(Decimal(1)))


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("- [", "not YAML"),
        ("- pause: long", "step 0.pause"),
        ("- {pause: 1, say: {chat: a, text: b}}", "exactly one thing"),
        ("- wait: {position: A, no_position: B}", "exactly one condition"),
        ("- dance: 1", "step 0.dance"),
        ("hello", "valid list"),
    ],
)
def test_a_script_that_cannot_be_understood_names_the_step(script: str, why: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(why)):
        read_script(script)


async def test_an_impossible_speed_is_refused(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        for speed in (0, -1, float("nan"), 1e9):
            with pytest.raises(ConfigError, match="--speed"):
                await world.demo.play(speed)
