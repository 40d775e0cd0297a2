"""What a stranger does wrong with Bybit: one sentence each, in the chat and from `check --online`, and nothing sent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from main import main
from tests.standins.bybit_v5 import BybitV5
from tests.standins.outside import Outside, outside

Check = Callable[..., Awaitable[tuple[int, str]]]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """`main.py check --online`: its exit status and what it says.

    In a thread, and in no process of its own: what a process is told apart by is another test's business.
    """

    async def checked(world: Outside, **secrets: str) -> tuple[int, str]:
        for name, secret in {**world.environment, **secrets}.items():
            monkeypatch.setenv(name, secret)
        status = await asyncio.to_thread(main, ("check", "--online", "--config", str(world.config)))
        return status, "".join(capsys.readouterr())

    return checked


def revoke(there: BybitV5) -> None:
    there.key().known = False


def let_withdraw(there: BybitV5) -> None:
    there.key().wallet_rights = ("Withdraw",)


def let_only_read(there: BybitV5) -> None:
    there.key().read_only = True


def change_mode(there: BybitV5) -> None:
    there.books.set_mode(hedge=True)


def run_ahead(there: BybitV5) -> None:
    now = there.books.now
    there.books.now = lambda: now() + timedelta(seconds=3)


WRONG: dict[str, tuple[Callable[[BybitV5], None], str]] = {
    "revoked, or of another environment": (revoke, "(live, testnet and demo have separate keys)"),
    "may withdraw": (let_withdraw, "the key may move money (Withdraw): make one that may only trade contracts"),
    "may only read": (let_only_read, "make one with Read-Write and Contract: Orders and Positions"),
    "other position mode": (change_mode, "the account is in hedge mode, the configuration says one-way: write"),
    "clock": (run_ahead, "s behind Bybit's: switch its time synchronisation on"),
}


@pytest.mark.parametrize("wrong", WRONG)
async def test_what_must_not_trade_is_one_sentence_in_the_chat_and_from_check(
    wrong: str, tmp_path: Path, check: Check
) -> None:
    spoil, words = WRONG[wrong]
    async with outside(tmp_path, exchange=True) as world:
        spoil(world.exchange)
        status, said = await check(world)
        assert status == 2
        assert words in said
        assert "bybit-demo (bybit demo): " in said
        async with world.running():
            told = await world.until_told("Nothing is opened")
        assert words in told
        assert world.exchange.key().secret not in told + said


async def test_a_wrong_key_and_a_wrong_secret_are_told_apart(tmp_path: Path, check: Check) -> None:
    async with outside(tmp_path, exchange=True) as world:
        status, said = await check(world, INTERLOCK_TEST_SECRET="wrong-secret-wrong-secret")
        assert (status, "the secret does not belong to the key: copy both again" in said) == (2, True)
        assert "wrong-secret" not in said
        status, said = await check(world, INTERLOCK_TEST_KEY="wrongKeyWrongKey12")
        assert (status, "live, testnet and demo have separate keys" in said) == (2, True)


CALLS = {
    "NONEUSDT LONG\nEntry: market\nStop loss: 9\nTP1: 12": "NONEUSDT is unknown to this venue",
    "NEWUSDT LONG\nEntry: market\nStop loss: 9\nTP1: 12": "NEWUSDT is in Bybit's pre-market: wait until it trades",
    "BIGUSDT LONG\nEntry: market\nStop loss: 9.5\nTP1: 12": "of at least 100,000 BIG, which would risk",
}


async def test_a_call_that_bybit_would_refuse_is_declined_with_the_reason(tmp_path: Path) -> None:
    async with outside(tmp_path, exchange=True) as world:
        there = world.exchange
        there.contract("NEWUSDT", status="PreLaunch", isPreListing=True)
        there.move("BIGUSDT", 10)
        there.rule("BIGUSDT", "lotSizeFilter", minOrderQty="100000")
        async with world.running():
            await world.telegram.asked("messages.getHistory", 1)
            for call, words in CALLS.items():
                world.telegram.post(world.channel, call)
                assert "Declined" in await world.until_told(words)
        assert there.truth().orders == ()


async def test_a_configuration_of_contracts_that_bybit_does_not_list_is_told_before_a_call_meets_it(
    tmp_path: Path, check: Check
) -> None:
    async with outside(tmp_path, exchange=True) as world:
        world.exchange.contract("NEWUSDT", status="PreLaunch", isPreListing=True)
        rewrite(world, aliases={"NEW": "NEWUSDT"})
        status, said = await check(world)
        assert (status, "'NEW': NEWUSDT is in Bybit's pre-market: wait until it trades" in said) == (0, True)
        rewrite(world, aliases={"GOLD": "XAUUSD"})
        status, said = await check(world)
        assert (status, "aliases 'GOLD': the venue lists no XAUUSD; check the spelling" in said) == (2, True)
        async with world.running():
            await world.until_told("the venue lists no XAUUSD; check the spelling")


def rewrite(world: Outside, **changes: object) -> None:
    config = yaml.safe_load(world.config.read_text(encoding="utf-8"))
    world.config.write_text(yaml.safe_dump({**config, **changes}), encoding="utf-8")
