"""What the owner may write: each mistake is one line with the key, the problem and the fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from core.config import ChannelConfig, Config, LimitsConfig, parse
from core.errors import ConfigError
from core.reading.dialects import STANDARD, Dialect, FollowUps, PriceRange
from core.reading.roles import Role
from core.rules import FixedNotional, FixedQuantity, Limits, Mode, Protection, RiskPercent, Trail

EXAMPLE = Path(__file__).parents[2] / "config.example.yaml"
TELEGRAM: dict[str, Any] = {
    "bot_token": "a-bot-token",
    "users": {100000001: "admin"},
    "listener": {"api_id": 1, "api_hash": "a-hash"},
}
CHANNEL: dict[str, Any] = {"id": "-1001", "title": "Alpha"}


def written(**changes: Any) -> dict[str, Any]:
    return {"telegram": deepcopy(TELEGRAM), "channels": [dict(CHANNEL)], **changes}


def a_channel(**changes: Any) -> dict[str, Any]:
    return written(channels=[{**CHANNEL, **changes}])


def mistake(raw: object) -> str:
    with pytest.raises(ConfigError) as wrong:
        parse(raw)
    return str(wrong.value)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (written(limts={}), "limts: there is no such setting; check the spelling, or remove it"),
        (written(limits={"leverage": 5}), "limits.leverage: there is no such setting"),
        ({"channels": [CHANNEL]}, "telegram: it is missing; add it as in config.example.yaml"),
        (a_channel(mode="yolo"), "channels[0].mode: 'yolo' will not do; write auto, ask or watch"),
        (a_channel(risk_pct=0), "channels[0].risk_pct: 0 will not do; write a number above 0"),
        (a_channel(risk_pct=101), "channels[0].risk_pct: 101 will not do; write a number of at most 100"),
        (a_channel(risk_pct=".nan"), "channels[0].risk_pct: '.nan' will not do; write a number, such as 1"),
        (a_channel(risk_pct=float("inf")), "channels[0].risk_pct: inf will not do; write a number"),
        (a_channel(risk_pct=1, quantity=1), "channels[0]: give only one of risk_pct, notional and quantity"),
        (written(channels=[CHANNEL, CHANNEL]), "channels: -1001 is listed twice; keep one of them"),
        (written(channels=[]), "channels: an empty list will not do; it needs at least one entry"),
        (written(day_zone="Mars/Olympus"), "day_zone: write a zone such as UTC or Europe/Berlin"),
        (written(day_zone=""), "day_zone: write a zone such as UTC or Europe/Berlin"),
        (written(venue={"kind": "moon"}), "venue.kind: 'moon' will not do; write paper or bybit"),
        (
            written(telegram={**TELEGRAM, "users": {}}),
            "telegram.users: an empty group will not do; it needs at least one",
        ),
        (written(telegram={**TELEGRAM, "users": {1: "boss"}}), "telegram.users[1]: 'boss' will not do; write viewer,"),
        (
            written(telegram={**TELEGRAM, "users": {"me": "admin"}}),
            "telegram.users.me: 'me' will not do; write a whole",
        ),
        (written(telegram="yes"), "telegram: 'yes' will not do; write 'key: value' lines under it"),
        (
            written(telegram={**TELEGRAM, "bot_token": 5}),
            "telegram.bot_token: this will not do; write env:NAME or file:",
        ),
        (written(channels="-1001"), "channels: '-1001' will not do; write a list"),
        (written(channels=["-1001"]), "channels[0]: '-1001' will not do; write 'key: value' lines under it"),
        (written(symbols_denied="PEPEUSDT"), "symbols_denied: 'PEPEUSDT' will not do; write a list"),
        (written(venue={"hedge": "maybe"}), "venue.hedge: 'maybe' will not do; write true or false"),
        (written(venue={"name": "My Account"}), "venue.name: 'My Account' will not do; write small letters, digits"),
        (written(data=5), "data: 5 will not do; write text, in quotes where it looks like a number"),
        (written(data=None), "data: nothing will not do; write text"),
        (a_channel(approval_s=1.5), "channels[0].approval_s: 1.5 will not do; write a whole number"),
        (a_channel(title="x" * 65), "channels[0].title: this will not do; write at most 64 characters"),
        (
            a_channel(take_profits={"session_end": "9pm"}),
            "channels[0].take_profits.session_end: '9pm' will not do; write",
        ),
        ([], "config: it must be a list of 'key: value' lines"),
        (None, "config: it must be a list of 'key: value' lines"),
    ],
)
def test_a_mistake_is_one_line_that_names_the_key_and_the_fix(raw: object, line: str) -> None:
    said = mistake(raw)
    assert said.startswith(line)
    assert "\n" not in said


def test_a_risk_that_every_call_would_be_declined_for_is_a_mistake_of_the_file() -> None:
    """`check` called it sound, and no call was ever opened."""
    said = mistake({**a_channel(risk_pct=3), "limits": {"risk_pct_max": 2}})
    assert said == "config: channel -1001: risk_pct 3 is over limits.risk_pct_max 2"
    unsaid = mistake({**written(), "limits": {"risk_pct_max": 0.5}})
    assert unsaid == "config: channel -1001: the usual risk_pct 1 is over limits.risk_pct_max 0.5"
    sized = (a_channel(risk_pct=2), a_channel(notional=500), a_channel(quantity=1))
    assert all(parse({**each, "limits": {"risk_pct_max": 2}}) for each in sized)


def test_every_mistake_is_told_at_once_each_on_its_line() -> None:
    said = mistake(written(extra=1, data=5, limits={"risk_pct_max": -1})).splitlines()
    assert sorted(line.split(":")[0] for line in said) == ["data", "extra", "limits.risk_pct_max"]


def test_a_secret_is_shown_nowhere() -> None:
    config = parse(written())
    for shown in (repr(config), str(config), repr(config.telegram), config.model_dump_json()):
        assert "a-bot-token" not in shown
        assert "a-hash" not in shown
    assert config.telegram.bot_token.get_secret_value() == "a-bot-token"
    leaked = mistake(written(telegram={**TELEGRAM, "bot_token": {"live": "hush-hush"}, "users": {1: "a" * 32}}))
    assert "hush-hush" not in leaked
    assert "a" * 32 not in leaked, "what may be a key in the wrong place is not shown either"


def test_what_is_not_written_is_the_house_default() -> None:
    rules = parse(written()).rules()
    assert rules.limits == Limits()
    (channel,) = rules.channels
    assert (channel.mode, channel.sizing, channel.protection) == (Mode.ASK, RiskPercent(Decimal(1)), Protection())
    assert (rules.day_zone, rules.symbols_denied, rules.aliases) == ("UTC", (), ())


def test_the_rules_say_what_was_written() -> None:
    said = a_channel(
        id=-1001, mode="auto", risk_pct=0.3, break_even_after=None, trail={"after_target": 2, "distance_pct": 0.4},
        age_s_max=30, approval_s=60, entry_s=600, drift_pct_max=1,
    )  # fmt: skip
    rules = parse({**said, "limits": {"leverage_max": 3}, "symbols_denied": ["X"], "aliases": {"G": "XAUUSD"}}).rules()
    (channel,) = rules.channels
    assert (channel.id, channel.mode, channel.sizing) == ("-1001", Mode.AUTO, RiskPercent(Decimal("0.3")))
    assert channel.protection == Protection(None, Trail(2, Decimal("0.4")))
    assert (channel.age_s_max, channel.approval_s, channel.entry_s) == (30, 60, 600)
    assert (channel.drift_pct_max, rules.limits.leverage_max) == (Decimal(1), Decimal(3))
    assert (rules.symbols_denied, rules.aliases) == (("X",), (("G", "XAUUSD"),))


def test_an_account_in_hedge_mode_counts_each_side_of_a_symbol_by_itself() -> None:
    assert parse(written(venue={"hedge": True})).rules().limits == replace(Limits(), hedge=True)


@pytest.mark.parametrize(("size", "sizing"), [({"notional": 500}, FixedNotional), ({"quantity": 0.01}, FixedQuantity)])
def test_a_channel_may_be_sized_by_an_amount_or_a_quantity(size: dict[str, Any], sizing: type) -> None:
    (channel,) = parse(a_channel(**size)).rules().channels
    assert isinstance(channel.sizing, sizing)


def test_the_example_is_accepted_and_its_limits_are_the_defaults() -> None:
    example: Config = parse(yaml.safe_load(EXAMPLE.read_text(encoding="utf-8")))
    assert example.rules().limits == Limits()
    assert [channel.mode for channel in example.rules().channels] == [Mode.ASK, Mode.AUTO]


def settings_of(model: type[BaseModel]) -> Iterator[str]:
    """Every key that may stand under it, at any depth."""
    for name, field in model.model_fields.items():
        yield name
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from settings_of(part)


def test_the_example_names_every_setting_of_a_channel_and_every_limit() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    wanted = {*settings_of(ChannelConfig), *LimitsConfig.model_fields}
    assert {"entry_s", "distance_pct", "zone_orders", "wait_s", "daily_loss_pct_max"} <= wanted
    written_out = set(re.findall(r"^ *(?:- |# +)?(\w+):", text, re.MULTILINE)) | set(re.findall(r"[{,] ?(\w+):", text))
    assert wanted - written_out == set()


def test_a_channel_may_carry_its_own_words() -> None:
    raw = {"words": {"guard": "stop"}, "symbol": "XAUUSD", "price_range": "two-entries", "follow_ups": "reply"}
    rules = parse(a_channel(dialect=raw | {"wait_s": 60})).rules().channels[0]
    assert rules.dialect == Dialect(
        words=(("guard", Role.STOP),),
        symbol="XAUUSD",
        price_range=PriceRange.TWO_ENTRIES,
        follow_ups=FollowUps.ONLY_BY_REPLY,
        wait_s=60,
    )


def test_a_channel_without_a_dialect_writes_as_everybody_does() -> None:
    assert parse(a_channel()).rules().channels[0].dialect == STANDARD


BYBIT: dict[str, Any] = {"kind": "bybit", "name": "bybit-demo", "key": "k", "secret": "s"}


def test_a_real_venue_begins_on_demo_and_its_secrets_print_as_stars() -> None:
    venue = parse(written(venue=BYBIT)).venue
    assert (venue.environment, venue.live, venue.label) == ("demo", False, "bybit-demo (bybit demo)")
    assert "SecretStr('**********')" in repr(venue)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"key": None}, "bybit needs key and secret; write env:NAME or file:PATH for each"),
        ({"environment": "live"}, "environment: live trades real money; write live: true as well"),
        ({"environment": "testnet", "live": True}, "live: true contradicts environment: testnet"),
        ({"prices": "synthetic"}, "bybit trades at its own prices"),
        ({"prices": "recorded", "candles": {"BTCUSDT": "btc.csv"}}, "bybit trades at its own prices"),
        ({"prices": "recorded"}, "prices: recorded and candles go together"),
        ({"candles": {"BTCUSDT": "btc.csv"}}, "prices: recorded and candles go together"),
        ({"speed": 2}, "speed is that of recorded prices"),
        ({"environment": "spot"}, "venue.environment: 'spot' will not do; write live, testnet or demo"),
        ({"margin_mode": "portfolio"}, "venue.margin_mode: 'portfolio' will not do; write isolated or cross"),
    ],
)
def test_a_real_venue_that_contradicts_itself_is_refused(change: dict[str, Any], said: str) -> None:
    assert said in mistake(written(venue={**BYBIT, **change}))


def test_live_needs_to_be_said_twice() -> None:
    assert parse(written(venue={**BYBIT, "environment": "live", "live": True})).venue.live
