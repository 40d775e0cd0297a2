"""The listening account: its file is its owner's alone, and signing in says clearly what went wrong."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import oschmod
import pytest
from pydantic import SecretStr

from bot.session import LOGIN_TRIES, ListenerSettings, explained, login, private_session
from core.errors import AlreadyRunning, ConfigError, OutsideError
from core.vocabulary import ChannelId
from tests.standins.telegram_dc import TelegramDataCentre
from tests.standins.telegram_dc_crypto import trust_the_stand_in
from tests.standins.telegram_dc_desk import listening
from tests.standins.telegram_dc_methods import API_HASH, API_ID, LOGIN_CODE

PHONE = "+99900001"
CHANNEL = ChannelId("-1001500000001")


@pytest.fixture
async def dc() -> AsyncIterator[TelegramDataCentre]:
    trust_the_stand_in()
    async with TelegramDataCentre() as running:
        yield running


def settings(session: Path) -> ListenerSettings:
    return ListenerSettings(API_ID, SecretStr(API_HASH), session, (CHANNEL,))


def answering(*answers: str) -> Callable[[], Awaitable[str]]:
    left = list(answers)

    async def ask() -> str:
        return left.pop(0)

    return ask


async def never_asked() -> str:
    pytest.fail("this was not to be asked")


# -- the file


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists, which oschmod only imitates")
def test_the_session_file_is_private_before_it_holds_anything(tmp_path: Path) -> None:
    home = tmp_path / "telegram"
    private_session(home / "listener.session").close()
    assert oschmod.get_mode(str(home)) == 0o700
    assert oschmod.get_mode(str(home / "listener.session")) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists, which oschmod only imitates")
def test_a_data_directory_that_signing_in_makes_is_its_owners_alone(tmp_path: Path) -> None:
    data = tmp_path / "data" / "run"
    private_session(data / "session" / "listener.session").close()
    assert oschmod.get_mode(str(data)) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists, which oschmod only imitates")
def test_a_session_file_somebody_opened_up_is_closed_again(tmp_path: Path) -> None:
    home = tmp_path / "telegram"
    private_session(home / "listener").close()
    oschmod.set_mode(str(home), 0o755)
    oschmod.set_mode(str(home / "listener.session"), 0o644)
    private_session(home / "listener").close()
    assert oschmod.get_mode(str(home)) == 0o700
    assert oschmod.get_mode(str(home / "listener.session")) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists, which oschmod only imitates")
def test_a_directory_with_other_things_in_it_is_left_alone_and_refused(tmp_path: Path) -> None:
    oschmod.set_mode(str(tmp_path), 0o755)
    (tmp_path / "holiday.jpg").touch()
    with pytest.raises(ConfigError, match=r"^data: .*is open to others; move what is not the session's out of it"):
        private_session(tmp_path / "listener.session")
    assert oschmod.get_mode(str(tmp_path)) == 0o755
    assert not (tmp_path / "listener.session").exists()


def test_a_damaged_session_file_is_said_in_one_line(tmp_path: Path) -> None:
    home = tmp_path / "telegram"
    home.mkdir(mode=0o700)
    (home / "listener.session").write_bytes(b"this is no database" * 100)
    with pytest.raises(ConfigError, match=r"damaged.*main.py login"):
        private_session(home / "listener.session")


def test_a_session_in_use_by_another_process_is_said_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "listener.session"
    with closing(sqlite3.connect(file)) as other, closing(sqlite3.connect(file, timeout=0)) as ours:
        other.execute("begin exclusive")
        with pytest.raises(sqlite3.OperationalError) as locked:
            ours.execute("create table sessions (dc_id integer)")
    told = explained(locked.value)
    assert isinstance(told, AlreadyRunning)
    assert "another process" in str(told)


# -- signing in


async def test_signing_in_once_is_enough_to_listen_from_then_on(dc: TelegramDataCentre, tmp_path: Path) -> None:
    file = tmp_path / "telegram" / "listener.session"
    reader = dc.add_person(PHONE.lstrip("+"), "Reader")
    channel = dc.add_channel("Calls", reader)

    name = await login(
        settings(file),
        answering(PHONE),
        answering(LOGIN_CODE),
        never_asked,
        lambda: dc.session_of(session=private_session(file)),
    )
    assert name == "Reader"
    async with listening(dc, reader, channel, open_session=lambda: private_session(file)) as desk:
        dc.post(channel, "heard with the file alone")
        assert await desk.texts(1) == ["heard with the file alone"]


async def test_an_account_that_is_signed_in_is_asked_nothing(dc: TelegramDataCentre, tmp_path: Path) -> None:
    reader = dc.add_person(PHONE.lstrip("+"), "Reader")
    name = await login(settings(tmp_path), never_asked, never_asked, never_asked, lambda: dc.session_of(reader))
    assert name == "Reader"


async def test_a_wrong_or_empty_code_is_asked_again(dc: TelegramDataCentre, tmp_path: Path) -> None:
    dc.add_person(PHONE.lstrip("+"), "Reader")
    codes = answering("", "00000", f" {LOGIN_CODE} ")
    assert await login(settings(tmp_path), answering(PHONE), codes, never_asked, dc.session_of) == "Reader"
    assert dc.times_asked("auth.sendCode") == 1


async def test_too_many_wrong_codes_end_the_matter(dc: TelegramDataCentre, tmp_path: Path) -> None:
    dc.add_person(PHONE.lstrip("+"), "Reader")
    codes = answering(*["00000"] * LOGIN_TRIES)
    with pytest.raises(ConfigError, match="3 wrong codes"):
        await login(settings(tmp_path), answering(PHONE), codes, never_asked, dc.session_of)


async def test_a_two_step_password_is_asked_for_and_may_be_mistyped(dc: TelegramDataCentre, tmp_path: Path) -> None:
    dc.add_person(PHONE.lstrip("+"), "Careful", password="right horse")
    passwords = answering("wrong horse", "", "right horse")
    name = await login(settings(tmp_path), answering(PHONE), answering(LOGIN_CODE), passwords, dc.session_of)
    assert name == "Careful"


async def test_too_many_wrong_passwords_end_the_matter(dc: TelegramDataCentre, tmp_path: Path) -> None:
    dc.add_person(PHONE.lstrip("+"), "Careful", password="right horse")
    passwords = answering(*["wrong horse"] * LOGIN_TRIES)
    with pytest.raises(ConfigError, match="3 wrong passwords") as refused:
        await login(settings(tmp_path), answering(PHONE), answering(LOGIN_CODE), passwords, dc.session_of)
    assert "horse" not in str(refused.value)


async def test_a_number_telegram_does_not_know_is_said(dc: TelegramDataCentre, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="country code"):
        await login(settings(tmp_path), answering("+4400"), never_asked, never_asked, dc.session_of)


async def test_a_wrong_pair_of_api_keys_is_said(dc: TelegramDataCentre, tmp_path: Path) -> None:
    wrong = replace(settings(tmp_path), api_hash=SecretStr("1" * 32))
    with pytest.raises(ConfigError, match=r"my\.telegram\.org"):
        await login(wrong, answering(PHONE), never_asked, never_asked, dc.session_of)


async def test_a_flood_wait_while_signing_in_names_the_seconds(dc: TelegramDataCentre, tmp_path: Path) -> None:
    dc.add_person(PHONE.lstrip("+"), "Reader")
    dc.refuse("auth.sendCode", 420, "FLOOD_WAIT_3600")
    with pytest.raises(OutsideError, match="wait 3600 s"):
        await login(settings(tmp_path), answering(PHONE), never_asked, never_asked, dc.session_of)


# -- the settings


def test_the_settings_never_show_the_api_hash(tmp_path: Path) -> None:
    shown = settings(tmp_path)
    secret = shown.api_hash.get_secret_value()
    assert secret not in repr(shown)
    assert secret not in str(shown)


@pytest.mark.parametrize(
    ("changes", "advice"),
    [
        ({"channels": ()}, "^channels: name at least one"),
        ({"channels": (ChannelId("@calls"),)}, r"^channels\[0\]\.id: '@calls' is no channel id; write it as -100"),
        ({"channels": (CHANNEL, ChannelId("-"))}, r"^channels\[1\]\.id: '-' is no channel id; write it as -100"),
        ({"channels": (CHANNEL, CHANNEL)}, r"^channels\[1\]\.id: -\d+ is listed twice; keep one"),
        ({"api_id": 0}, r"^telegram\.listener\.api_id and .*my\.telegram\.org"),
        ({"api_hash": SecretStr("")}, r"my\.telegram\.org"),
        ({"api_id": 0, "channels": (ChannelId("hello"),)}, r"(?s)api_id.*\nchannels\[0\]\.id: 'hello'"),
    ],
)
def test_settings_that_cannot_work_say_what_to_write_instead(
    tmp_path: Path, changes: dict[str, object], advice: str
) -> None:
    with pytest.raises(ConfigError, match=advice):
        replace(settings(tmp_path), **changes)  # type: ignore[arg-type] # wrong on purpose


@pytest.mark.parametrize("pause", [0.0, float("nan")])
def test_a_pause_that_is_none_is_our_own_mistake(tmp_path: Path, pause: float) -> None:
    with pytest.raises(ValueError, match="20 to 60"):
        replace(settings(tmp_path), poll_s=pause)
