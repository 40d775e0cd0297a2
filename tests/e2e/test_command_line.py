"""The command line as its user meets it: quick to answer, and exact about a word that is wrong."""

from __future__ import annotations

import pytest

from tests.e2e.command_line import Run, in_a_process

HEAVY = (
    "telethon",
    "telegram",
    "pyotp",
    "segno",
    "ccxt",
    "pybit",
    "aiohttp",
    "httpx",
    "websockets",
    "pydantic",
    "aiosqlite",
    "apscheduler",
    "yaml",
    "loguru",
)


def test_help_loads_no_library_that_takes_its_time() -> None:
    asked = in_a_process("-X", "importtime", "main.py", "--help")
    assert asked.returncode == 0
    assert b"demo" in asked.stdout
    said = asked.stderr.decode().splitlines()
    loaded = {line.rpartition("|")[2].strip() for line in said if line.startswith("import time:")}
    assert "argparse" in loaded, "the list of imports is there"
    assert not [name for name in loaded if name.partition(".")[0] in HEAVY]


@pytest.mark.parametrize(
    "command", ["demo", "run", "check", "login", "second-factor", "parse", "teach", "journal", "panic", "bench"]
)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"main.py {command}" in out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["frobnicate"], "frobnicate"),
        ([], "COMMAND"),
        (["demo", "--port", "99999"], "99999"),
        (["demo", "--port", "eighty"], "eighty"),
        (["demo", "--speed", "0"], "--speed"),
        (["demo", "--speed", "nan"], "nan"),
        (["demo", "--speed", "1e9"], "1e9"),
        (["parse", "--jsonk"], "--jsonk"),
        (["parse", "--jsonl", "--explain"], "--explain"),
        (["teach", "-1001"], "correction"),
    ],
)
def test_a_wrong_word_ends_with_status_2_and_is_named(run: Run, words: list[str], named: str) -> None:
    status, out, err = run(*words)
    assert status == 2
    assert not out
    assert named in err.splitlines()[-1]
