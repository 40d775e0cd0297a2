"""`main.py check` as its user meets it: each mistake in the configuration is one line with its key and the fix."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.e2e.command_line import EXAMPLE, SECRETS, Run, in_a_process
from tests.e2e.demo_process import ROOT


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("secrets")
def test_the_example_configuration_is_sound(run: Run) -> None:
    status, out, err = run("check", "--config", str(ROOT / "config.example.yaml"))
    assert (status, err) == (0, "")
    assert "is sound" in out
    assert "Alpha Crypto: ask" in out
    assert not any(secret in out for secret in SECRETS.values())


@pytest.mark.usefixtures("secrets")
def test_check_names_what_was_taught_and_what_is_wrong_with_it(run: Run, tmp_path: Path) -> None:
    config, taught = tmp_path / "config.yaml", tmp_path / "dialects.yaml"
    config.write_text(_with(r"^data: .*$", f"data: {json.dumps(str(tmp_path))}"), encoding="utf-8")
    taught.write_text("'-1001234567890':\n- {said: SL is 5, words: {guard: stop}}\n", encoding="utf-8")
    status, out, err = run("check", "--config", str(config))
    assert (status, err) == (0, "")
    assert f"{taught} adds 1 taught rule" in out
    taught.write_text("'-1001234567890':\n- {said: x, words: {guard: banana}}\n", encoding="utf-8")
    status, _, err = run("check", "--config", str(config))
    assert status == 2
    assert "dialects.yaml: channels.-1001234567890[0].words: 'guard' cannot mean" in err


@pytest.mark.usefixtures("secrets")
def test_a_title_the_console_has_no_letters_for_is_still_shown(tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(_with("title: Alpha Crypto", "title: Золото"), encoding="utf-8")
    asked = in_a_process("main.py", "check", "--config", str(config), PYTHONIOENCODING="cp1252:strict")
    assert asked.returncode == 0, asked.stderr
    assert b"is sound" in asked.stdout


@pytest.mark.parametrize(("name", "key"), [("BOT_TOKEN", "bot_token"), ("API_HASH", "listener.api_hash")])
@pytest.mark.usefixtures("secrets")
def test_check_names_a_secret_that_cannot_be_one_and_does_not_show_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, key: str
) -> None:
    monkeypatch.setenv(f"INTERLOCK_{name}", "garbage")
    status, _, err = run("check", "--config", str(ROOT / "config.example.yaml"))
    assert status == 2
    assert err.startswith(f"interlock: telegram.{key}: ")
    assert "garbage" not in err


def _with(found: str, put: str) -> str:
    text = re.sub(found, lambda _: put, EXAMPLE, count=1, flags=re.MULTILINE)
    assert text != EXAMPLE, found
    return text


WRONG = {
    "no YAML": ("channels: [1, 2", "line"),
    "a list": ("- a\n- b\n", "config.example.yaml"),
    "an unknown limit": (_with("  leverage_max:", "  leverage_maximum:"), "limits.leverage_maximum"),
    "a missing token": (_with("  bot_token:.*\n", ""), "telegram.bot_token"),
    "a token in the file": (_with("env:INTERLOCK_BOT_TOKEN", "123456:abcdef"), "telegram.bot_token"),
    "an unset variable": (_with("env:INTERLOCK_API_HASH", "env:INTERLOCK_NOT_SET"), "INTERLOCK_NOT_SET"),
    "a missing file": (_with("env:INTERLOCK_API_HASH", "file:/nowhere/at/all"), "telegram.listener.api_hash"),
    "an unknown role": (_with("100000001: admin", "100000001: boss"), "telegram.users"),
    "nobody": (_with("    100000001: admin\n", "    {}\n"), "telegram.users"),
    "an unknown mode": (_with("mode: ask", "mode: automatic"), "channels[0].mode"),
    "no risk at all": (_with("risk_pct: 1 ", "risk_pct: 0 "), "channels[0].risk_pct"),
    "an absurd risk": (_with("risk_pct: 1 ", "risk_pct: 1e999999 "), "channels[0].risk_pct"),
    "not a number": (_with("risk_pct: 1 ", "risk_pct: .nan "), "channels[0].risk_pct"),
    "two sizes": (_with("    risk_pct: 0.5\n", "    risk_pct: 0.5\n    notional: 500\n"), "channels[1]"),
    "a channel twice": (_with("-1009876543210", "-1001234567890"), "-1001234567890"),
    "a zone of another planet": (_with("day_zone: UTC", "day_zone: Mars/Olympus"), "day_zone"),
    "no channel id": (
        _with("-1009876543210", "hello"),
        "channels[1].id: 'hello' will not do; write the channel's number",
    ),
    "data under a file": (_with("^data: ./data/run", f"data: {ROOT}/main.py/data"), "data: "),
    "an id that is no number": (_with("api_id: 1", "api_id: one"), "telegram.listener.api_id"),
    "unknown prices": (_with("prices: live", "prices: made-up"), "venue.prices"),
    "a lost opening balance": (_with("opening_balance: 10000", "opening_balance: -5"), "venue.opening_balance"),
}


@pytest.mark.usefixtures("secrets")
@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_value_is_one_line_with_its_key(run: Run, tmp_path: Path, name: str) -> None:
    text, key = WRONG[name]
    path = tmp_path / "config.yaml"
    path.write_text(text, encoding="utf-8")
    for command in ("check", "run"):
        status, out, err = run(command, "--config", str(path))
        assert (status, out) == (2, "")
        assert err.count("\n") == 1, err
        assert err.startswith("interlock: ")
        assert key in err
        assert len(err) > len("interlock: ") + len(key) + 10, "the problem and the fix are told too"
        assert not any(secret in err for secret in SECRETS.values())


@pytest.mark.usefixtures("secrets")
def test_several_wrong_values_are_told_at_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(_with("api_id: 1", "api_id: one").replace("mode: ask", "mode: perhaps"), encoding="utf-8")
    status, _, err = run("check", "--config", str(path))
    assert status == 2
    assert [line.split(": ")[1] for line in err.splitlines()] == ["telegram.listener.api_id", "channels[0].mode"]


def test_every_secret_that_is_not_set_is_named_and_what_else_is_wrong(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(_with("mode: ask", "mode: perhaps"), encoding="utf-8")
    status, _, err = run("check", "--config", str(path))
    assert status == 2
    keys = ["telegram.bot_token", "telegram.listener.api_hash", "channels[0].mode"]
    assert [line.split(": ")[1] for line in err.splitlines()] == keys


@pytest.mark.usefixtures("secrets")
def test_check_leaves_no_data_directory_behind(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(_with("^data: ./data/run", f"data: {tmp_path}/new/data"), encoding="utf-8")
    assert run("check", "--config", str(path))[0] == 0
    assert sorted(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00\x01", b"a: 1\n" * 300_000], ids=["none", "binary", "huge"])
def test_a_file_that_is_no_configuration_is_named(run: Run, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "config.yaml"
    if content is not None:
        path.write_bytes(content)
    status, _, err = run("check", "--config", str(path))
    assert status == 2
    assert str(path) in err
    assert err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
@pytest.mark.usefixtures("secrets")
def test_a_secret_that_others_can_read_is_refused_with_the_remedy(run: Run, tmp_path: Path) -> None:
    secret, path = tmp_path / "token", tmp_path / "config.yaml"
    secret.write_text(SECRETS["INTERLOCK_BOT_TOKEN"])
    secret.chmod(0o644)
    path.write_text(_with("env:INTERLOCK_BOT_TOKEN", f"file:{secret}"), encoding="utf-8")
    status, _, err = run("check", "--config", str(path))
    assert status == 2
    assert f"chmod 600 {secret}" in err
    secret.chmod(0o600)
    assert run("check", "--config", str(path))[0] == 0
