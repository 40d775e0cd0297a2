"""Everything that is said goes out through here: the urgent first, a card's newest state only, nothing lost.

Separate because Telegram is slow, limited and sometimes away, and none of that may reach trading: `post`
returns at once, one worker a chat does the waiting. What it knows of the Bot API's refusals:
`BadRequest` and `TimedOut` are subclasses of `NetworkError`, so they are told apart first; a `TimedOut` may
have been delivered, so a new message may then appear twice (an edit cannot); FACTS of python-telegram-bot 22.8.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import IntEnum
from typing import Protocol, TypeVar

from loguru import logger
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.diary import Diary
from bot.render import TOAST_MAX, Rich, rich, shorten
from bot.slash import Reply, Rows
from core.ports import Clock
from core.runtime.supervisor import Supervisor
from core.vocabulary import UserId

# Otherwise python-telegram-bot 22 warns, at every flood refusal, of what its next version does anyway.
os.environ.setdefault("PTB_TIMEDELTA", "true")

Sleep = Callable[[float], Awaitable[None]]
T = TypeVar("T")

_SKIPPED = "skipped"
"""The one letter that says how many others had to go."""


class Priority(IntEnum):
    """Who goes first when a chat must wait its turn."""

    CRITICAL = 0
    """A stop is lost, a loss limit, a panic."""
    ANSWER = 1
    """Somebody asked, or is asked."""
    NEWS = 2
    QUIET = 3
    """A redrawn card; it never uses the chat's last free turn."""


@dataclass(frozen=True, slots=True)
class Body:
    """A message as it is shown. ``rings``: the phone may make a sound; ``plain``: without markup."""

    text: Rich
    rows: Rows = ()
    rings: bool = False
    plain: bool = False
    under: int | None = None
    """The message it answers."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Something to be shown to one user.

    ``key``: edit the message that shows it, if there is one; ``message``: edit exactly this one;
    ``under``: the key of the message it belongs to; ``seq``: the first journal line it tells, 0 for none.
    """

    user: UserId
    reply: Reply
    priority: Priority = Priority.NEWS
    rings: bool = False
    seq: int = 0
    message: int | None = None
    under: str = ""

    @property
    def name(self) -> str:
        """Two letters of one name: only the newer is sent."""
        return self.reply.key or (f"message:{self.message}" if self.message else "")


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast one chat is written to. Telegram: about one message a second and chat, with short bursts."""

    per_s: float = 1.0
    burst: int = 3
    waiting_max: int = 200
    backoff_s: tuple[float, ...] = (1.0, 2.0, 5.0, 10.0, 30.0)


class Wire(Protocol):
    """What carries the words; every method raises `telegram.error.TelegramError`."""

    async def send(self, user: UserId, body: Body) -> int:
        """Show a new message; return its number."""

    async def edit(self, user: UserId, message: int, body: Body) -> None: ...

    async def toast(self, query: str, text: str, loud: bool) -> None:
        """Answer a tap."""

    async def erase(self, user: UserId, message: int) -> None:
        """Take a message out of the chat, also one of the user's own."""


@dataclass(slots=True)
class _Lane:
    """One chat: what waits, how far it was told, and how many turns it has."""

    user: UserId
    waiting: list[Letter] = field(default_factory=list)
    sending: Letter | None = None
    seen: int = 0
    skipped: int = 0
    turns: float = 0.0
    counted_at: float = 0.0
    deaf: bool = False
    failures: int = 0
    grown: asyncio.Event = field(default_factory=asyncio.Event)
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    shown: dict[int, Body] = field(default_factory=dict)


class Outbox:
    """Posts to many chats; an async context whose end delivers what it can within ``drain_s``."""

    def __init__(
        self,
        wire: Wire,
        diary: Diary,
        clock: Clock,
        stamp: Callable[[UserId, Rich], Rich] = lambda _user, text: text,
        pace: Pace = Pace(),
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._wire = wire
        self._diary = diary
        self._clock = clock
        self._stamp = stamp
        self._pace = pace
        self._sleep = sleep
        self._lanes: dict[UserId, _Lane] = {}
        self._tasks = Supervisor(lambda name, error: logger.error("{} failed: {!r}", name, error))
        self._toasts: set[asyncio.Task[None]] = set()
        self._online = asyncio.Event()

    async def __aenter__(self) -> Outbox:
        await self._tasks.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        for toast in tuple(self._toasts):
            toast.cancel()
        await asyncio.gather(*self._toasts, return_exceptions=True)
        await self._tasks.__aexit__(None, None, None)
        await self._diary.settle()

    def go_online(self) -> None:
        """Telegram answers: begin to send what waits."""
        self._online.set()

    @property
    def deaf(self) -> tuple[UserId, ...]:
        """Users who have blocked the bot or never spoken to it: nothing reaches them."""
        return tuple(lane.user for lane in self._lanes.values() if lane.deaf)

    @property
    def waiting(self) -> Mapping[UserId, int]:
        """How many messages wait for each user."""
        return {user: len(lane.waiting) for user, lane in self._lanes.items()}

    def post(self, letter: Letter) -> None:
        """Take a letter; never waits, never raises for what Telegram does."""
        lane = self._lane(letter.user)
        _put(lane, letter)
        if len(lane.waiting) > self._pace.waiting_max:
            _skip_one(lane)
        lane.idle.clear()
        lane.grown.set()

    def passed(self, user: UserId, seq: int) -> None:
        """Everything up to ``seq`` has been looked at for this user, and posted if it is to be told."""
        lane = self._lane(user)
        lane.seen = max(lane.seen, seq)

    def toast(self, query: str, text: str, loud: bool = False) -> None:
        """Answer a tap at once, past every queue; one that is too old is simply not answered (fault U04)."""
        if len(self._toasts) >= 64:
            return
        task = asyncio.ensure_future(self._toast(query, shorten(text, TOAST_MAX), loud))
        self._toasts.add(task)
        task.add_done_callback(self._toasts.discard)

    def erase(self, user: UserId, message: int) -> None:
        """Take a message out of the chat at once, past every queue; one that Telegram keeps stays."""
        if len(self._toasts) >= 64:
            return
        task = asyncio.ensure_future(self._erase(user, message))
        self._toasts.add(task)
        task.add_done_callback(self._toasts.discard)

    async def drain(self, within_s: float) -> bool:
        """Wait until nothing waits, at most so long; True when all is sent."""
        try:
            async with asyncio.timeout(within_s):
                for lane in list(self._lanes.values()):
                    await lane.idle.wait()
                await asyncio.gather(*self._toasts, return_exceptions=True)
        except TimeoutError:
            return False
        return True

    async def _toast(self, query: str, text: str, loud: bool) -> None:
        try:
            await self._wire.toast(query, text, loud)
        except TelegramError as error:
            logger.debug("a tap was not answered: {}", type(error).__name__)

    async def _erase(self, user: UserId, message: int) -> None:
        for pause_s in (*self._pace.backoff_s[:3], None):
            try:
                await self._wire.erase(user, message)
                return
            except (BadRequest, Forbidden) as refused:
                logger.warning("a message with a code could not be deleted: {}", type(refused).__name__)
                return
            except TelegramError as error:
                if pause_s is None:
                    logger.warning("a message with a code was not deleted: {}", type(error).__name__)
                    return
            await self._sleep(pause_s)

    # --- one chat -----------------------------------------------------------------------------

    def _lane(self, user: UserId) -> _Lane:
        lane = self._lanes.get(user)
        if lane is None:
            lane = _Lane(user, turns=float(self._pace.burst), counted_at=self._clock.monotonic())
            lane.seen = self._diary.told_to(user)
            lane.idle.set()
            self._lanes[user] = lane
            self._tasks.watch(f"chat of user {user}", lambda: self._work(lane))
        return lane

    async def _work(self, lane: _Lane) -> None:
        await self._online.wait()
        while True:
            if not lane.waiting:
                lane.idle.set()
                lane.grown.clear()
                await lane.grown.wait()
                continue
            letter = min(lane.waiting, key=lambda each: each.priority)
            if wait_s := self._until_turn(lane, letter.priority):
                # Something more urgent may arrive meanwhile; it is looked at again after the wait.
                await self._sleep(wait_s)
                continue
            lane.waiting.remove(letter)
            lane.sending = letter
            try:
                pause_s = await self._deliver(lane, letter)
            finally:
                lane.sending = None
            if pause_s:
                await self._sleep(pause_s)

    def _until_turn(self, lane: _Lane, priority: Priority) -> float:
        """Seconds until this chat may be written to; 0: now."""
        now = self._clock.monotonic()
        lane.turns = min(self._pace.burst, lane.turns + (now - lane.counted_at) * self._pace.per_s)
        lane.counted_at = now
        needed = 1.0 if priority < Priority.QUIET else min(2.0, float(self._pace.burst))
        # A hair of float dust must not make a wait of nothing.
        return 0.0 if lane.turns + 1e-9 >= needed else max((needed - lane.turns) / self._pace.per_s, 0.001)

    async def _deliver(self, lane: _Lane, letter: Letter) -> float:
        """Send one letter; return the seconds to wait when it did not go out."""
        body = self._body(lane, letter)
        message = letter.message or self._diary.message(lane.user, letter.reply.key)
        if message is not None and lane.shown.get(message) == body:
            await self._noted(lane, letter, message)
            return 0.0
        lane.turns -= 1
        try:
            await self._noted(lane, letter, await self._show(lane, letter, body, message), body)
        except RetryAfter as error:
            self._again(lane, letter)
            wait = error.retry_after
            return (wait.total_seconds() if isinstance(wait, timedelta) else float(wait)) + 0.1
        except Forbidden:
            if not lane.deaf:
                logger.error("user {} cannot be reached: the bot is blocked, or /start was never sent", lane.user)
            lane.deaf = True
            return 0.0
        except (NetworkError, InvalidToken) as error:
            if isinstance(error, BadRequest):
                # Nothing known and nothing plain helped: dropping it keeps the chat alive.
                logger.error("Telegram refused a message to user {}: {}", lane.user, error.message)
                return 0.0
            self._again(lane, letter)
            pause = self._pace.backoff_s[min(lane.failures, len(self._pace.backoff_s) - 1)]
            lane.failures += 1
            logger.warning("a message to user {} waits {} s: {}", lane.user, pause, type(error).__name__)
            return pause
        except TelegramError as error:
            logger.error("Telegram refused a message to user {}: {}", lane.user, type(error).__name__)
            return 0.0
        lane.failures = 0
        lane.deaf = False
        return 0.0

    async def _show(self, lane: _Lane, letter: Letter, body: Body, message: int | None) -> int:
        """Edit or send, taking the refusals that have a cure; return the message that shows it now."""
        if message is not None:
            try:
                await self._plainly(body, lambda form: self._wire.edit(lane.user, message, form))
            except BadRequest as error:
                said = error.message.lower()
                if "not modified" in said:
                    return message
                if not any(gone in said for gone in ("not found", "can't be edited", "message_id_invalid")):
                    raise
                self._diary.forget(lane.user, letter.reply.key)
                lane.shown.pop(message, None)
            else:
                return message
        return await self._plainly(body, lambda form: self._wire.send(lane.user, form))

    async def _plainly(self, body: Body, show: Callable[[Body], Awaitable[T]]) -> T:
        """Once as it is; once more without markup when Telegram cannot read the markup (fault U08)."""
        try:
            return await show(body)
        except BadRequest as error:
            if "parse" not in error.message.lower() and "entit" not in error.message.lower():
                raise
            logger.error("Telegram could not read our markup, sent plain: {}", error.message)
        return await show(replace(body, plain=True))

    def _body(self, lane: _Lane, letter: Letter) -> Body:
        text = letter.reply.text
        if letter.reply.key == _SKIPPED:
            text = rich(f"⚠ {lane.skipped} messages were skipped while Telegram was away. See /status and /signals.")
        under = self._diary.message(lane.user, letter.under)
        return Body(self._stamp(lane.user, text), letter.reply.rows, letter.rings, under=under)

    async def _noted(self, lane: _Lane, letter: Letter, message: int, body: Body | None = None) -> None:
        """It stands in the chat: remember where, and how far this user has been told."""
        if body is not None:
            lane.shown[message] = body
            if len(lane.shown) > 200:
                lane.shown.pop(next(iter(lane.shown)))
        key = letter.reply.key
        if key == _SKIPPED:
            lane.skipped, key = 0, ""
        if letter.seq or (key and self._diary.message(lane.user, key) != message):
            first = min((each.seq for each in lane.waiting if each.seq), default=lane.seen + 1)
            await self._diary.told(lane.user, key, message, min(first - 1, lane.seen))

    def _again(self, lane: _Lane, letter: Letter) -> None:
        """Back to the head of the queue, unless a newer one of its name has come meanwhile."""
        for place, newer in enumerate(lane.waiting):
            if letter.name and newer.name == letter.name:
                lane.waiting[place] = _merged(letter, newer)
                return
        lane.waiting.insert(0, letter)


def _put(lane: _Lane, letter: Letter) -> None:
    """Into the queue, in the place of an older one of its name."""
    for place, old in enumerate(lane.waiting):
        if letter.name and old.name == letter.name:
            lane.waiting[place] = _merged(old, letter)
            return
    lane.waiting.append(letter)


def _skip_one(lane: _Lane) -> None:
    """Make room by dropping the least urgent and oldest; one letter says how many."""
    places = [place for place, letter in enumerate(lane.waiting) if letter.reply.key != _SKIPPED]
    dropped = lane.waiting.pop(max(places, key=lambda place: (lane.waiting[place].priority, -place)))
    lane.skipped += 1
    logger.warning("{} messages to user {} were skipped: the queue is full", lane.skipped, lane.user)
    _put(lane, Letter(lane.user, Reply(rich(), key=_SKIPPED), Priority.ANSWER, seq=dropped.seq))


def _merged(old: Letter, new: Letter) -> Letter:
    """The newer words, the higher urgency, the earlier line."""
    first = min((seq for seq in (old.seq, new.seq) if seq), default=0)
    return replace(new, priority=min(old.priority, new.priority), rings=old.rings or new.rings, seq=first)
