"""The desk in the owner's pocket: opens the bot, keeps it connected, and closes it in order.

Separate because it is where everything of the chat is put together. Telegram may be away at the start, for
hours, or for good: nothing here blocks or raises into trading, it only tries again (faults U12, U01).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import httpx
from loguru import logger
from telegram import Bot as TelegramBot
from telegram import BotCommand, BotCommandScopeChat, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    ApplicationHandlerStop,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot import wire
from bot.auth import Gate, Reader
from bot.credentials import REFUSED
from bot.diary import open_diary
from bot.dispatch import CONFLICT, Dispatch
from bot.handlers import SLASHES
from bot.notifier import Notifier, Rhythm
from bot.outbox import Letter, Outbox, Pace, Priority
from bot.polling import PollRequest, PollWatch
from bot.render import Look, Rich, rich, stamped
from bot.second_factor import NobodyEnrolled
from bot.slash import Questions, Reply, Role
from core.config import Config
from core.errors import ConfigError
from core.ports import Clock, Desk, Journal, SecondFactor
from core.runtime.supervisor import Supervisor
from core.vocabulary import Nonce, UserId

_UPDATES = ["message", "callback_query"]
CONNECTIONS_MAX = 256
"""To the Bot API, as python-telegram-bot itself would have it."""
_Telegram = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class BotSettings:
    """How the bot is reached and by whom. ``zone``: the users' clock, such as "Europe/Vienna".

    ``poll_s``: how long one fetch of updates waits; ``silence_s``: without an answer for so much longer the
    connection is made anew; ``retry_s``: the pauses between attempts to connect, the last one repeated.
    """

    token: str = field(repr=False)
    users: Mapping[UserId, Role]
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    zone: str = "UTC"
    currency: str = "USDT"
    poll_s: int = 10
    silence_s: float = 30.0
    retry_s: tuple[float, ...] = (1.0, 2.0, 5.0, 10.0, 30.0)
    drain_s: float = 5.0
    rhythm: Rhythm = field(default_factory=Rhythm)
    pace: Pace = field(default_factory=Pace)
    factor: SecondFactor = field(default_factory=NobodyEnrolled)

    async def prove(self) -> None:
        """Ask Telegram who this token is. Raises `ConfigError` when it refuses it; its silence proves nothing."""
        try:
            async with TelegramBot(self.token, self.base_url, self.base_file_url):
                return
        except InvalidToken:
            raise ConfigError(REFUSED) from None  # its text holds the token
        except TelegramError as error:
            logger.warning("Telegram cannot be reached ({}); the bot's token is not proven", type(error).__name__)


def bot_settings(config: Config, factor: SecondFactor) -> BotSettings:
    """Those of a configuration."""
    telegram = config.telegram
    return BotSettings(
        token=telegram.bot_token.get_secret_value(),
        users={UserId(user): Role(role) for user, role in telegram.users.items()},
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        zone=config.day_zone,
        factor=factor,
    )


@dataclass(frozen=True, slots=True)
class BotHealth:
    """``deaf``: listed users whom nothing reaches; ``waiting``: messages not yet delivered."""

    is_connected: bool
    is_refused: bool
    in_conflict: bool
    deaf: tuple[UserId, ...]
    waiting: int


class Bot:
    """The open bot. Made by `open_bot`."""

    def __init__(
        self,
        settings: BotSettings,
        outbox: Outbox,
        gate: Gate,
        readers: Mapping[UserId, Reader],
        carrier: wire.TelegramWire,
        clock: Clock,
    ) -> None:
        self.connected = asyncio.Event()
        """Set while updates are fetched."""
        self._settings, self._outbox, self._gate, self._readers = settings, outbox, gate, readers
        self._carrier, self._clock = carrier, clock
        self._watch = PollWatch(clock)
        self._stopping, self._drained = asyncio.Event(), asyncio.Event()
        self._quiet, self._hung_up = asyncio.Event(), asyncio.Event()
        self._quiet.set()
        self._hung_up.set()
        self._warned_of_conflict = False

    def health(self) -> BotHealth:
        """How it goes, for /status of other programs and the log."""
        return BotHealth(
            self.connected.is_set(),
            self._watch.is_refused,
            self._watch.in_conflict,
            self._outbox.deaf,
            sum(self._outbox.waiting.values()),
        )

    def tell(self, text: str, *, critical: bool = False) -> None:
        """Say something to every listed user; returns at once."""
        priority = Priority.CRITICAL if critical else Priority.NEWS
        for user in self._readers:
            self._outbox.post(Letter(user, Reply(rich(text)), priority, rings=critical))

    # --- the connection ------------------------------------------------------------------------

    async def keep_connected(self, dispatch: Dispatch) -> None:
        """Connect, watch, and connect again with growing pauses, until `close`. Raises what no request should."""
        failures, was_refused = 0, False
        while not self._stopping.is_set():
            try:
                await self._session(dispatch)
                failures, was_refused = 0, False
            except InvalidToken:
                # Its text holds the token: it is not even looked at.
                logger.log("DEBUG" if was_refused else "ERROR", REFUSED)
                was_refused = True
            except TelegramError as error:
                logger.warning("Telegram cannot be reached ({}); trading goes on", type(error).__name__)
            pause = self._settings.retry_s[min(failures, len(self._settings.retry_s) - 1)]
            failures += 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def _session(self, dispatch: Dispatch) -> None:
        """One connection, from getMe to the moment it is broken or no longer wanted."""
        app = self._build(dispatch)
        self._quiet.clear()
        self._hung_up.clear()
        try:
            await app.initialize()
            self._carrier.bot = app.bot
            await self._introduce(app)
            await app.start()
            self._watch.began()
            since = self._clock.monotonic()
            if app.updater is not None:
                await app.updater.start_polling(
                    timeout=self._settings.poll_s, allowed_updates=_UPDATES, error_callback=_poll_failed
                )
            self.connected.set()
            self._outbox.go_online()
            await self._until_broken(since)
        finally:
            self.connected.clear()
            await self._stop_polling(app)
            if self._stopping.is_set():
                self._quiet.set()
                await self._drained.wait()
            await _shut(app)
            self._carrier.bot = None
            self._quiet.set()
            self._hung_up.set()
        if self._watch.is_refused:
            raise InvalidToken

    async def _until_broken(self, since: float) -> None:
        """Return when polling has died silently, or when the bot is to be closed."""
        while not self._stopping.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), 0.5)
            if self._watch.is_refused:
                return
            if self._watch.silent_s(since) > self._settings.poll_s + self._settings.silence_s:
                logger.warning(
                    "Telegram has answered no poll for {:.0f} s: connecting anew", self._watch.silent_s(since)
                )
                return
            if self._watch.in_conflict and not self._warned_of_conflict:
                logger.error(CONFLICT)
                self.tell(CONFLICT, critical=True)
            self._warned_of_conflict = self._watch.in_conflict

    def _build(self, dispatch: Dispatch) -> _Telegram:
        trust = httpx.create_ssl_context()  # one for both clients: each holds every authority there is, 0.7 MB
        app = (
            ApplicationBuilder()
            .token(self._settings.token)
            .base_url(self._settings.base_url)
            .base_file_url(self._settings.base_file_url)
            .request(HTTPXRequest(connection_pool_size=CONNECTIONS_MAX, httpx_kwargs={"verify": trust}))
            .get_updates_request(PollRequest(self._watch, self._clock, trust))
            .concurrent_updates(16)
            .job_queue(None)
            .build()
        )

        async def admit(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
            user, private = wire.sender(update)
            if self._gate.role(user, private=private) is None:
                raise ApplicationHandlerStop

        async def hear(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
            if (heard := wire.heard(update, self._reader(update))) is not None:
                await dispatch.hear(heard)

        async def tap(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
            tapped = wire.tapped(update, self._reader(update), piled_up=self._watch.may_be_old)
            if tapped is not None:
                await dispatch.tap(tapped)

        app.add_handler(TypeHandler(Update, admit), group=-1)
        app.add_handler(MessageHandler(filters.UpdateType.MESSAGE, hear))
        app.add_handler(CallbackQueryHandler(tap))
        app.add_error_handler(_handler_failed)
        return app

    def _reader(self, update: Update) -> Reader:
        """The listed user behind an admitted update."""
        user, _ = wire.sender(update)
        return self._readers[UserId(user or 0)]

    async def _introduce(self, app: _Telegram) -> None:
        """Look for a foreign webhook, and give every user the menu of his role. Neither may hinder the start."""
        with contextlib.suppress(TelegramError):
            if (await app.bot.get_webhook_info()).url:
                self.tell(
                    "A webhook was set for this bot by another program: is its token in other hands?", critical=True
                )
        for user, reader in self._readers.items():
            menu = [BotCommand(slash.name, slash.help) for slash in SLASHES if reader.role.may(slash.role)]
            with contextlib.suppress(TelegramError):
                await app.bot.set_my_commands(menu, BotCommandScopeChat(user))

    async def _stop_polling(self, app: _Telegram) -> None:
        if app.updater is not None and app.updater.running:
            # After a 401 the updater hands it on from here, seconds or hours later.
            with contextlib.suppress(TelegramError):
                await app.updater.stop()

    async def close(self) -> None:
        """Stop hearing, say what is still to be said, hang up: in this order, each within its time."""
        self._stopping.set()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._quiet.wait(), 3.0)
        can_send = self._carrier.bot is not None and not self._watch.is_refused
        if can_send and not await self._outbox.drain(self._settings.drain_s):
            logger.warning("{} messages were not delivered; they are told after the next start", self.health().waiting)
        self._drained.set()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._hung_up.wait(), 10.0)


async def _shut(app: _Telegram) -> None:
    # The last one for a start that failed half way: the application then closes nothing.
    steps = ((app.running, app.stop), (True, app.shutdown), (True, app.bot.shutdown))
    for due, stop in steps:
        if due:
            try:
                async with asyncio.timeout(5.0):
                    await stop()
            except (TelegramError, TimeoutError, RuntimeError) as error:
                logger.warning("the bot did not close cleanly: {}", type(error).__name__)


def _poll_failed(error: TelegramError) -> None:
    logger.debug("a poll failed: {}", type(error).__name__)


async def _handler_failed(_: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    logger.opt(exception=context.error).error("an update could not be handled")


def readers_of(settings: BotSettings, desk: Desk) -> dict[UserId, Reader]:
    """Each listed user with the look of his screens. Raises `ConfigError` for a zone nobody knows."""
    try:
        zone = ZoneInfo(settings.zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ConfigError(f"day_zone: {settings.zone!r} is no time zone; write one such as Europe/Vienna") from error
    status = desk.status()
    titles = {channel.id: channel.title for channel in status.channels}
    return {
        user: Reader(user, role, Look(status.venue, settings.currency, zone, user, titles))
        for user, role in settings.users.items()
    }


@contextlib.asynccontextmanager
async def open_bot(settings: BotSettings, desk: Desk, journal: Journal, clock: Clock) -> AsyncIterator[Bot]:
    """Open the bot and yield at once, connected or not; on leaving, what is said is delivered first.

    Raises `ConfigError` when no user is listed or the zone is unknown, and nothing else.
    """
    if not settings.users:
        raise ConfigError("telegram.users: list at least one Telegram user id; the bot obeys nobody else")
    # They write the bot's token at INFO, in every URL.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    diary = await open_diary(journal, clock)
    carrier = wire.TelegramWire()
    listed = readers_of(settings, desk)
    gate = Gate(settings.users, clock)

    def stamp(user: UserId, text: Rich) -> Rich:
        return stamped(text, listed[user].look)

    async with contextlib.AsyncExitStack() as stack:
        outbox = await stack.enter_async_context(Outbox(carrier, diary, clock, stamp, settings.pace))
        bot = Bot(settings, outbox, gate, listed, carrier, clock)
        questions = Questions(clock, lambda: Nonce(secrets.token_hex(8)))
        dispatch = Dispatch(
            desk, diary, outbox, gate, questions, clock, settings.factor, lambda: bot.health().in_conflict
        )
        notifier = Notifier(desk, journal, diary, outbox, listed, clock, settings.rhythm)
        tasks = await stack.enter_async_context(Supervisor(_task_failed))
        tasks.watch("bot connection", lambda: bot.keep_connected(dispatch))
        stack.push_async_callback(bot.close)
        telling = await stack.enter_async_context(Supervisor(_task_failed))
        telling.watch("bot notifier", notifier.follow)
        telling.watch("bot redraw", notifier.redraw)
        yield bot


def _task_failed(name: str, error: Exception) -> None:
    # The type only: what Telegram's own errors say may hold the token.
    logger.error("{} failed: {}", name, type(error).__name__)
