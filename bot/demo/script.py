"""The short play that shows what the desk is for before the visitor has touched anything.

The script is data (script.yaml); here is how it is read and played. It speaks for the channels'
owners and moves the synthetic market, and waits for what the desk and the venue then do. It has
no way to press a button, so it cannot approve anything.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any, Protocol

import yaml
from loguru import logger
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from bot.demo.page_api import BadInput, Truth
from bot.demo.posts import DESK, Author, Post
from bot.demo.store import Chats
from core.errors import ConfigError
from core.vocabulary import Price, Symbol

SCRIPT = Path(__file__).with_name("script.yaml")
PLAYED = "script played"
LOOK_S = 0.2
"""How often the venue is looked at while a wait is on."""
MOVE_S = 0.25
"""How often a gliding price moves."""
_TEMPLATE = re.compile(r"\{([^{}\n]{1,60})\}")
Seconds = Annotated[float, Field(ge=0, le=600)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Say(_Strict):
    """A channel's owner posts ``text``."""

    chat: str
    text: str


class Wait(_Strict):
    """Go on once this is so: exactly one of the first five is given.

    ``desk_button``, ``desk_text``: the bot has said so since the last post.
    ``stop_beyond_entry``: the stop is at least ``by_pct`` percent on the winning side of the entry.
    """

    desk_button: str | None = None
    desk_text: str | None = None
    position: Symbol | None = None
    no_position: Symbol | None = None
    stop_beyond_entry: Symbol | None = None
    by_pct: Decimal = Decimal(0)
    at_most: Seconds = 20
    or_end: bool = False

    @model_validator(mode="after")
    def _one_condition(self) -> Wait:
        given = (self.desk_button, self.desk_text, self.position, self.no_position, self.stop_beyond_entry)
        if sum(value is not None for value in given) != 1:
            raise ValueError("a wait names exactly one condition")
        return self


class Glide(_Strict):
    """Move a price to ``to`` in small steps; ``until``: stop on the way when this is so."""

    symbol: Symbol
    to: str
    seconds: Seconds
    until: Wait | None = None


class Step(_Strict):
    """One of the four things a script can do."""

    pause: Seconds | None = None
    say: Say | None = None
    wait: Wait | None = None
    glide: Glide | None = None

    @model_validator(mode="after")
    def _one_action(self) -> Step:
        if sum(value is not None for value in (self.pause, self.say, self.wait, self.glide)) != 1:
            raise ValueError("a step does exactly one thing")
        return self


class Voice(Protocol):
    """Says something in a chat; `bot.demo.page_api.PageApi.say`."""

    def __call__(self, chat_name: str, text: str, *, memory: tuple[str, str] | None = None) -> Awaitable[int]: ...


def read_script(text: str) -> tuple[Step, ...]:
    """Raises `ConfigError` naming the step that cannot be understood."""
    try:
        return tuple(TypeAdapter(list[Step]).validate_python(yaml.safe_load(text)))
    except yaml.YAMLError as error:
        raise ConfigError(f"the demo's script is not YAML: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"the demo's script, step {where}: {first['msg']}") from None


def shipped() -> tuple[Step, ...]:
    """The script that comes with the program."""
    return read_script(SCRIPT.read_text(encoding="utf-8"))


class Player:
    """Plays one script. ``speed`` 2: pauses and glides take half the time."""

    def __init__(self, chats: Chats, say: Voice, truth: Truth, speed: float = 1.0) -> None:
        if not 0 < speed <= 1000:
            raise ConfigError(f"--speed is above 0 and at most 1000, not {speed}")
        self._chats, self._say, self._truth, self._speed = chats, say, truth, speed
        self._remembered: dict[str, Decimal] = {}
        self._since = 0

    async def play(self, steps: Sequence[Step]) -> None:
        """Play, unless it was begun before in this data directory."""
        if await self._chats.recall(PLAYED) is not None:
            return
        for number, step in enumerate(steps, 1):
            try:
                if not await self._perform(step):
                    logger.info("the demo's script ends at step {}: what it waited for did not happen", number)
                    return
            except (BadInput, ValueError) as error:
                logger.warning("the demo's script skips step {}: {}", number, error)

    async def _perform(self, step: Step) -> bool:
        """False when the script is to end here."""
        if step.pause is not None:
            await asyncio.sleep(step.pause / self._speed)
        if step.say is not None:
            text = self._filled(step.say.text, await self._prices())
            self._since = await self._chats.newest_change()
            # In one commit with the post: killed at any moment, nothing is said twice.
            await self._say(step.say.chat, text.strip(), memory=(PLAYED, "begun"))
        if step.glide is not None:
            await self._glide(step.glide)
        if step.wait is not None:
            return await self._wait(step.wait) or not step.wait.or_end
        return True

    async def _wait(self, wait: Wait) -> bool:
        try:
            async with asyncio.timeout(wait.at_most):
                while not await self._is_so(wait):  # noqa: ASYNC110 - the venue tells nobody when it changes
                    await asyncio.sleep(LOOK_S)
        except TimeoutError:
            return False
        return True

    async def _is_so(self, wait: Wait) -> bool:
        if wait.desk_button is not None or wait.desk_text is not None:
            posts = await self._chats.changes(DESK, self._since, 100)
            return any(_says(post, wait) for post in posts if post.author is Author.BOT)
        held = {str(row["symbol"]): row for row in (await self._truth.venue())["positions"]}
        if wait.position is not None:
            return wait.position in held
        if wait.no_position is not None:
            return wait.no_position not in held
        row = held.get(wait.stop_beyond_entry or "")
        return row is not None and _is_beyond(row, wait.by_pct)

    async def _glide(self, glide: Glide) -> None:
        prices = await self._prices()
        start = prices.get(glide.symbol)
        if start is None:
            raise ValueError(f"there is no price of {glide.symbol}")
        goal = Decimal(self._filled(glide.to, prices))
        count = max(1, round(glide.seconds / self._speed / MOVE_S))
        for step in range(1, count + 1):
            price = (start + (goal - start) * step / count).quantize(_grid(start))
            await self._truth.move_price(glide.symbol, Price(price))
            if glide.until is not None and await self._is_so(glide.until):
                return
            await asyncio.sleep(glide.seconds / self._speed / count)

    async def _prices(self) -> dict[str, Decimal]:
        return {str(row["symbol"]): Decimal(str(row["price"])) for row in (await self._truth.venue())["prices"]}

    def _filled(self, text: str, prices: Mapping[str, Decimal]) -> str:
        """The text with its prices computed; each has as many decimals as the price it comes from."""
        return _TEMPLATE.sub(lambda found: str(self._price(found[1], prices)), text)

    def _price(self, template: str, prices: Mapping[str, Decimal]) -> Decimal:
        head, *rest = template.split(":")
        if head == "price":
            symbol = rest.pop(0) if rest else ""
            base = prices.get(symbol)
        else:
            base = self._remembered.get(head)
        if base is None:
            raise ValueError(f"{{{template}}} names no known price")
        price = base * (1 + _percent(rest.pop(0)) / 100) if rest else base
        price = price.quantize(_grid(base))
        if rest:
            self._remembered[rest[0]] = price
        return price


def _grid(price: Decimal) -> Decimal:
    """One unit of the last decimal this price is told with."""
    exponent = price.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)


def _percent(text: str) -> Decimal:
    try:
        return Decimal(text.removesuffix("%"))
    except InvalidOperation:
        raise ValueError(f"{text!r} is not a percentage such as -0.4%") from None


def _says(post: Post, wait: Wait) -> bool:
    if wait.desk_text is not None:
        return wait.desk_text.casefold() in post.body.text.casefold()
    sought = (wait.desk_button or "").casefold()
    return any(sought in button.text.casefold() for row in post.keyboard for button in row)


def _is_beyond(position: Mapping[str, Any], percent: Decimal) -> bool:
    if position.get("stop") is None:
        return False
    entry, stop = Decimal(str(position["entry"])), Decimal(str(position["stop"]))
    gained = (stop - entry) / entry * 100
    return (gained if position["side"] == "long" else -gained) >= percent


__all__ = ["Player", "Step", "read_script", "shipped"]
