"""The Telegram account that listens: its keys, its session file, and how it signs in.

Kept apart from the listening because of what it guards: whoever holds the session file *is* that
account. The file lies alone in a directory only its owner can enter, and exists with the right
mode before Telethon writes the first byte into it. Use an account that is never on the list of
people who may command the bot.

Everything Telegram may say against the account is turned into one line the owner can act on here.
"""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import stat
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import oschmod
from loguru import logger
from pydantic import SecretStr
from telethon import TelegramClient, errors
from telethon.network import ConnectionTcpFull
from telethon.sessions import SQLiteSession

from core.config import Config
from core.errors import AlreadyRunning, ConfigError, InterlockError, OutsideError
from core.vocabulary import ChannelId

T = TypeVar("T")

CONNECT_S_MAX = 30.0
"""Telethon retries inside this; afterwards we say so and begin anew."""
LOGIN_TRIES = 3
FLOOD_SAID_FROM_S = 5
_SUFFIX = ".session"
_PRIVATE_DIR, _PRIVATE_FILE = 0o700, 0o600
_LOGIN_AGAIN = "run `main.py login`"
_KEYS = "telegram.listener.api_id and telegram.listener.api_hash"
_CHANNEL = re.compile(r"-[0-9]{1,19}", re.ASCII)

OpenSession = Callable[[], Any]
"""Opens where the account's key is kept: a Telethon session, closed by the client that uses it."""
Ask = Callable[[], Awaitable[str]]
"""Asks the owner for one line."""

TROUBLE = (OSError, TimeoutError, ValueError, BufferError, sqlite3.Error, errors.RPCError, errors.AuthKeyNotFound)
"""What a request to Telegram may raise. `ValueError` is Telethon's word for "gave up after five tries"."""


class LineLost(OutsideError):
    """Telegram cannot be reached, or hung up for good; trying again later may help."""


@dataclass(frozen=True, slots=True)
class ListenerSettings:
    """Who listens, and to what.

    ``api_id`` and ``api_hash`` come from my.telegram.org/apps. ``channels`` are numeric ids as text,
    such as "-1001234567890": names can be given to somebody else. ``poll_s`` is the pause between
    two looks at a channel's history, 20 to 60 seconds in real life. Raises `ConfigError`, a line for each mistake.
    """

    api_id: int
    api_hash: SecretStr
    session: Path
    channels: tuple[ChannelId, ...]
    poll_s: float = 30.0
    commanders: frozenset[int] = frozenset()
    """Who may command the bot; the listening account is none of them, or its session would be a key to the desk."""
    titles: Mapping[ChannelId, str] = field(default_factory=dict)
    """What the owner calls the channels."""

    def __post_init__(self) -> None:
        if not self.poll_s > 0:
            raise ValueError(f"{self.poll_s} is no pause; use 20 to 60 seconds")
        wrong = []
        if self.api_id <= 0 or not self.api_hash.get_secret_value():
            wrong.append(f"{_KEYS}: copy both from my.telegram.org/apps")
        if not self.channels:
            wrong.append("channels: name at least one, such as -1001234567890")
        for place, channel in enumerate(self.channels):
            if not _CHANNEL.fullmatch(channel):
                wrong.append(f"channels[{place}].id: {channel[:40]!r} is no channel id; write it as -1001234567890")
            if channel in self.channels[:place]:
                wrong.append(f"channels[{place}].id: {channel} is listed twice; keep one of them")
        if wrong:
            raise ConfigError("\n".join(wrong))

    def name(self, channel: ChannelId) -> str:
        """How its owner calls it."""
        return f"{self.titles[channel]} ({channel})" if channel in self.titles else str(channel)


def listener_settings(config: Config) -> ListenerSettings:
    """Those of a configuration; the session file lies in its data directory. Raises `ConfigError`."""
    listener = config.telegram.listener
    return ListenerSettings(
        api_id=listener.api_id,
        api_hash=listener.api_hash,
        session=Path(config.data) / "session" / "listener.session",
        channels=tuple(ChannelId(channel.id) for channel in config.channels),
        commanders=frozenset(config.telegram.users),
        titles={ChannelId(channel.id): channel.title for channel in config.channels},
    )


# -- the file


def private_session(path: Path) -> Any:
    """Open the session file, 0600 in a directory of its own with 0700; create both when missing.

    Raises `ConfigError` for a directory shared with other files or a damaged session, and
    `AlreadyRunning` when another process has it open.
    """
    file = path if path.name.endswith(_SUFFIX) else path.with_name(path.name + _SUFFIX)
    try:
        _make_private(file)
        return SQLiteSession(str(file))
    except (OSError, sqlite3.Error) as error:
        raise explained(error) or ConfigError(f"data: the session {file} cannot be used: {error}") from error


def _make_private(file: Path) -> None:
    home = file.parent
    for part in (home.parent, home):  # the data directory too, when signing in is the first thing that is done
        part.mkdir(mode=_PRIVATE_DIR, parents=True, exist_ok=True)
    if _is_open_to_others(home):
        strangers = [entry.name for entry in home.iterdir() if not entry.name.startswith(file.stem)]
        if strangers:
            raise ConfigError(f"data: {home} is open to others; move what is not the session's out of it")
        oschmod.set_mode(str(home), _PRIVATE_DIR)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, _PRIVATE_FILE))
    if _is_open_to_others(file):
        oschmod.set_mode(str(file), _PRIVATE_FILE)


def _is_open_to_others(path: Path) -> bool:
    return bool(oschmod.get_mode(str(path)) & (stat.S_IRWXG | stat.S_IRWXO))


# -- the line


@asynccontextmanager
async def connected(
    settings: ListenerSettings, session: Any, connection: type[Any] = ConnectionTcpFull
) -> AsyncIterator[Any]:
    """Give a connected client, and hang up at the end.

    The client reconnects for ever by itself, keeps the order of updates, and never sleeps through
    a flood wait in silence. Raises `LineLost`, or what `explained` makes of a refusal.
    """
    client = TelegramClient(
        session,
        settings.api_id,
        settings.api_hash.get_secret_value(),
        connection=connection,
        connection_retries=-1,
        flood_sleep_threshold=0,
        sequential_updates=True,
        device_model="Interlock",
    )
    try:
        await asked(client.connect, CONNECT_S_MAX)
        yield client
    finally:
        await client.disconnect()


async def check_apart(client: Any, settings: ListenerSettings) -> None:
    """Raise `ConfigError` when the account that listens is nobody's any more, or may also command the bot."""
    me = await client.get_me(input_peer=True)
    if me is None:
        raise not_accepted()
    if me.user_id in settings.commanders:
        raise ConfigError(
            f"telegram.users: {me.user_id} is the listening account; whoever steals its session would command the bot: "
            "listen with an account of its own, or take it off the list"
        )


async def asked(request: Callable[[], Awaitable[T]], within_s: float) -> T:
    """Ask Telegram something, bounded in time. Raises `LineLost`, `FloodWaitError` or what `explained` says."""
    with translated():
        return await asyncio.wait_for(request(), within_s)


@contextmanager
def translated() -> Iterator[None]:
    """Speak the house's language about trouble; only a flood wait stays what it is, for it names its seconds."""
    try:
        yield
    except errors.FloodWaitError:
        raise
    except TROUBLE as error:
        line_lost = LineLost(f"Telegram cannot be reached ({type(error).__name__}: {error})")
        raise explained(error) or line_lost from error


def waiting_out(flood: Any) -> float:
    """The seconds a flood wait asks for; a wait somebody would notice is said (fault T12)."""
    if flood.seconds > FLOOD_SAID_FROM_S:
        logger.warning("Telegram asks the listening account to wait {} s", flood.seconds)
    return float(flood.seconds)


def connection_telling(is_up: asyncio.Event) -> type[Any]:
    """Telethon reconnects without a word (Telethon #4235); this is the one place where it can be noticed."""

    class TellingConnection(ConnectionTcpFull):  # type: ignore[misc] # the library is untyped
        async def connect(self, *args: Any, **options: Any) -> None:
            await super().connect(*args, **options)
            is_up.set()

    return TellingConnection


def explained(error: BaseException) -> InterlockError | None:
    """What the owner must do about it; None for what time may heal."""
    match error:
        case errors.UserDeactivatedBanError() | errors.UserDeactivatedError() | errors.PhoneNumberBannedError():
            return ConfigError(
                f"Telegram has banned or deleted the listening account: use another, then {_LOGIN_AGAIN}"
            )
        case errors.AuthKeyDuplicatedError():
            return ConfigError(
                f"the session was used in two places, so Telegram ended it: stop one, then {_LOGIN_AGAIN}"
            )
        case errors.UnauthorizedError() | errors.AuthKeyError() | errors.AuthKeyNotFound():
            return not_accepted()
        case errors.ApiIdInvalidError() | errors.ApiIdPublishedFloodError():
            return ConfigError(f"{_KEYS} are no pair: copy both from my.telegram.org/apps")
        case errors.PhoneNumberInvalidError() | errors.PhoneNumberUnoccupiedError():
            return ConfigError(
                "Telegram does not know this phone number: write it with its country code, as +12025550100"
            )
        case sqlite3.OperationalError() if "locked" in str(error):
            return AlreadyRunning("another process uses this Telegram session; stop it first")
        case sqlite3.DatabaseError():
            return ConfigError(f"the session file is damaged ({error}): delete it, then {_LOGIN_AGAIN}")
        case _:
            return None


def not_signed_in() -> ConfigError:
    return ConfigError(f"the listening account has not signed in yet: {_LOGIN_AGAIN}")


def not_accepted() -> ConfigError:
    return ConfigError(f"Telegram no longer accepts the listening account's session (revoked): {_LOGIN_AGAIN}")


# -- signing in


async def login(
    settings: ListenerSettings,
    ask_phone: Ask,
    ask_code: Ask,
    ask_password: Ask,
    open_session: OpenSession | None = None,
) -> str:
    """Sign the listening account in, and return its name; prints nothing.

    Asks for the phone number, the code Telegram sends, and the two-step password if there is one;
    a wrong code or password is asked again, three times in all. An account that is signed in
    already is not asked anything. Raises `ConfigError` or `OutsideError`.
    """
    session = open_session() if open_session else private_session(settings.session)
    async with connected(settings, session) as client:
        try:
            with translated():
                me = await client.get_me() or await _sign_in(client, ask_phone, ask_code, ask_password)
        except errors.FloodWaitError as flood:
            raise OutsideError(f"Telegram asks to wait {flood.seconds} s before the next try to sign in") from flood
        return " ".join(filter(None, (me.first_name, me.last_name))) or str(me.id)


async def login_here(settings: ListenerSettings) -> str:
    """`login`, asking at the terminal."""
    import getpass

    return await login(
        settings,
        ask_phone=lambda: asyncio.to_thread(input, "Phone number of the listening account: "),
        ask_code=lambda: asyncio.to_thread(input, "Code that Telegram just sent: "),
        ask_password=lambda: asyncio.to_thread(getpass.getpass, "Two-step password: "),
    )


async def _sign_in(client: Any, ask_phone: Ask, ask_code: Ask, ask_password: Ask) -> Any:
    phone = (await ask_phone()).strip()
    await client.send_code_request(phone)
    for _ in range(LOGIN_TRIES):
        code = (await ask_code()).strip()
        if not code:  # Telethon would send another code instead
            continue
        try:
            return await client.sign_in(phone, code)
        except errors.SessionPasswordNeededError:
            return await _prove_password(client, ask_password)
        except (errors.PhoneCodeInvalidError, errors.PhoneCodeEmptyError):
            continue
        except errors.PhoneCodeExpiredError as error:
            raise ConfigError(f"the code has expired: {_LOGIN_AGAIN} again") from error
    raise ConfigError(f"{LOGIN_TRIES} wrong codes: {_LOGIN_AGAIN} again for a new one")


async def _prove_password(client: Any, ask_password: Ask) -> Any:
    for _ in range(LOGIN_TRIES):
        password = await ask_password()
        if not password:
            continue
        try:
            return await client.sign_in(password=password)
        except errors.PasswordHashInvalidError:
            continue
    raise ConfigError(f"{LOGIN_TRIES} wrong passwords: {_LOGIN_AGAIN} again")
