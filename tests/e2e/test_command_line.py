"""The command line as its user meets it: quick to answer, exact about what is wrong, one line for each mistake."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from main import main
from storage.reader import DEMO, RUN, whose
from tests.e2e.demo_process import ROOT, call, running, until

HEAVY = (
    "telethon",
    "telegram",
    "pyotp",
    "segno",
    "ccxt",
    "pybit",
    "aiohttp",
    "pydantic",
    "aiosqlite",
    "apscheduler",
    "yaml",
    "loguru",
)
SECRETS = {"INTERLOCK_BOT_TOKEN": "123456789:not-a-token-of-anybody-0123456789ab", "INTERLOCK_API_HASH": "0f" * 16}
EXAMPLE = (ROOT / "config.example.yaml").read_text(encoding="utf-8")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; its status, what it printed, and what it complained of."""

    def ran(*words: str, heard: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(heard))
        try:
            status = main(words)
        except SystemExit as ended:  # argparse ends the program itself
            status = int(ended.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return ran


def in_a_process(*words: str, heard: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - this interpreter, our own program
        [sys.executable, *words],
        cwd=ROOT,
        input=heard,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )


# --- help ----------------------------------------------------------------------------------------


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


# --- parse ---------------------------------------------------------------------------------------


def test_parse_answers_each_line_with_one(run: Run) -> None:
    asked = [
        {"id": 1, "text": "BTCUSDT LONG\nEntry 68000\nSL 67000\nTP 70000"},
        {"id": "b", "text": "good morning"},
        {"id": "c", "text": "close half", "reply_to": "BTCUSDT LONG\nEntry 68000\nSL 67000\nTP 70000", "channel": "x"},
    ]
    status, out, err = run("parse", "--jsonl", heard="\n\n".join(map(json.dumps, asked)) + "\n")
    assert (status, err) == (0, "")
    call_, noise, close = map(json.loads, out.splitlines())
    assert (call_["id"], call_["kind"], call_["verdict"]) == (1, "signal", "open")
    assert (call_["symbol"], call_["side"], call_["stop"], call_["targets"]) == ("BTCUSDT", "buy", "67000", ["70000"])
    assert (noise["id"], noise["kind"], noise["verdict"]) == ("b", "nothing", "ignore")
    assert noise["reasons"]
    assert (close["kind"], close["verdict"], close["symbol"]) == ("amendment", "apply", "BTCUSDT")
    assert close["actions"][0]["action"] == "close_partial"


NO_MESSAGES = (
    "nonsense",
    "[1]",
    "7",
    '{"text": "x"}',
    '{"id": 1}',
    '{"id": 1, "text": 5}',
    '{"id": 1, "text": "x", "reply_to": 7}',
    "[" * 100_000,
    '{"id": ' + "9" * 5000 + ', "text": "x"}',
)


@pytest.mark.parametrize("line", NO_MESSAGES, ids=range(len(NO_MESSAGES)))
def test_parse_names_the_line_that_is_no_message(run: Run, line: str) -> None:
    sound = json.dumps({"id": 1, "text": "good morning"})
    status, out, err = run("parse", "--jsonl", heard=f"{sound}\n{line}\n{sound}\n")
    assert status == 2
    assert len(out.splitlines()) == 1, "what came before was answered"
    assert err.startswith("interlock: line 2 is not a message")
    assert err.count("\n") == 1


def test_parse_speaks_utf_8_whatever_the_console_speaks() -> None:
    sound = json.dumps({"id": "п", "text": "BTCUSDT ЛОНГ вход 68000 стоп 67000"}, ensure_ascii=False).encode()
    answered = in_a_process("main.py", "parse", "--jsonl", heard=sound + b"\n", PYTHONIOENCODING="cp1252:strict")
    assert answered.returncode == 0, answered.stderr
    assert json.loads(answered.stdout)["id"] == "п"
    broken = in_a_process("main.py", "parse", "--jsonl", heard=b"\xff\xfe{}\n", PYTHONIOENCODING="utf-8:strict")
    assert broken.returncode == 2
    assert b"line 1 is not a message" in broken.stderr


def test_parse_without_flags_reads_one_text(run: Run) -> None:
    status, out, _ = run("parse", heard="BTCUSDT LONG\nEntry 68000\nSL 67000\nTP 70000")
    assert status == 0
    assert json.loads(out)["symbol"] == "BTCUSDT"


def test_parse_reads_in_the_dialect_of_a_file(run: Run, tmp_path: Path) -> None:
    dialect = tmp_path / "dialect.yaml"
    dialect.write_text("words: {guard: stop}\nsymbol: XAUUSD\n", encoding="utf-8")
    status, out, _ = run("parse", "--dialect", str(dialect), heard="buy 2340 guard 2330 tp 2350")
    assert status == 0
    assert [json.loads(out)[field] for field in ("verdict", "symbol", "stop")] == ["open", "XAUUSD", "2330"]


CHANNELS = """
data: {data}
telegram: {{bot_token: "env:NEVER_SET", users: {{1: admin}}, listener: {{api_id: 1, api_hash: "env:NEVER_SET"}}}}
channels:
- {{id: "-1001", title: Gold Room, dialect: {{symbol: XAUUSD}}}}
- {{id: "-1002", title: Other}}
"""


@pytest.mark.parametrize("named", ["-1001", "gold room"])
def test_parse_reads_as_a_channel_writes_and_was_taught(run: Run, tmp_path: Path, named: str) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(CHANNELS.format(data=json.dumps(str(tmp_path))), encoding="utf-8")
    taught = "'-1001':\n- {said: SL is 2330, words: {guard: stop}}\n"
    (tmp_path / "dialects.yaml").write_text(taught, encoding="utf-8")
    words = ("parse", "--channel", named, "--config", str(config))
    status, out, err = run(*words, heard="buy 2340 guard 2330 tp 2350")
    assert (status, err) == (0, "")
    assert [json.loads(out)[field] for field in ("verdict", "symbol", "stop")] == ["open", "XAUUSD", "2330"]


def test_parse_reads_each_message_as_the_channel_it_names_writes(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(CHANNELS.format(data=json.dumps(str(tmp_path))), encoding="utf-8")
    (tmp_path / "dialects.yaml").write_text("'-1001':\n- {said: SL is 2330, words: {guard: stop}}\n", encoding="utf-8")
    named = ["-1001", -1001, "Gold Room", "-1002", "stranger", None]
    asked = [{"id": n, "text": "buy 2340 guard 2330 tp 2350", "channel": name} for n, name in enumerate(named)]
    heard = "\n".join(map(json.dumps, asked)) + "\n"
    status, out, err = run("parse", "--jsonl", "--config", str(config), heard=heard)
    assert (status, err) == (0, "")
    assert [json.loads(line)["stop"] for line in out.splitlines()] == ["2330"] * 3 + [None] * 3
    status, out, _ = run("parse", "--jsonl", heard=heard)
    assert [json.loads(line)["stop"] for line in out.splitlines()] == [None] * 6, "no configuration is looked for"


def test_parse_names_the_channels_there_are(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(CHANNELS.format(data=json.dumps(str(tmp_path))), encoding="utf-8")
    status, out, err = run("parse", "--channel", "silver", "--config", str(config), heard="buy")
    assert (status, out) == (2, "")
    assert "no one channel is called silver; write one of -1001 (Gold Room), -1002 (Other)" in err


def test_a_dialect_that_is_not_there_is_not_taken_for_a_configuration(run: Run, tmp_path: Path) -> None:
    status, out, err = run("parse", "--dialect", str(tmp_path / "missing.yaml"), heard="buy")
    assert (status, out) == (2, "")
    assert "there is no such file; write one as it stands under a channel's dialect" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("words: {guard: banana}", "words: 'guard' cannot mean 'banana'; write one of buy, sell"),
        ("words: {'not': buy}", "never taught away"),
        ("words: {2310: stop}", "words"),
        ("symbols: {yellow: 'x au'}", "symbols.yellow"),
        ("wait_s: -1", "wait_s: -1 will not do; write a number of at least 0"),
        ("wait_s: 3601", "wait_s: 3601 will not do; write a number of at most 3600"),
        ("price_range: ladder", "price_range: 'ladder' will not do; write zone or two-entries"),
        ("regex: '.*'", "regex: there is no such setting"),
        ("- 1", "it must be a list of 'key: value' lines"),
        ("", "it must be a list of 'key: value' lines"),
        ("{", "is not valid YAML"),
    ],
)
def test_a_mistake_in_a_dialect_is_one_line_that_names_the_file(
    run: Run, tmp_path: Path, written: str, line: str
) -> None:
    dialect = tmp_path / "dialect.yaml"
    dialect.write_text(written, encoding="utf-8")
    status, out, err = run("parse", "--dialect", str(dialect), heard="buy")
    assert (status, out) == (2, "")
    assert line in err
    assert "dialect.yaml" in err
    assert len(err.splitlines()) == 1


def test_parse_explains_with_plain_marks_where_there_is_no_terminal() -> None:
    asked = in_a_process("main.py", "parse", "--explain", heard="الذهب شراء 2340\nوقف 2330\n".encode())
    said = asked.stdout.decode()
    assert asked.returncode == 0, asked.stderr
    assert "[instrument: الذهب] [side: شراء] [entry: 2340]" in said
    assert "stop        2330" in said
    assert "\x1b" not in said


# --- check ---------------------------------------------------------------------------------------


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


# --- journal -------------------------------------------------------------------------------------


def test_a_directory_without_a_journal_is_named(run: Run, tmp_path: Path) -> None:
    status, out, err = run("journal", "--data", str(tmp_path))
    assert (status, out) == (2, "")
    assert str(tmp_path) in err
    assert "there is no journal in it" in err


def test_the_journal_tells_the_story_of_one_trade_while_the_demo_runs(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data, "--no-script") as (_, visitor):
        visitor.say("Gold Room", call("BTCUSDT", visitor.price("BTCUSDT")))
        visitor.say("Gold Room", call("ETHUSDT", visitor.price("ETHUSDT")))
        visitor.holds("BTCUSDT")
        visitor.holds("ETHUSDT")
        status, out, err = run("journal", "--data", str(data))
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert any("admitted" in line for line in lines)
    trades = {found[1] for line in lines if (found := re.search(r"  ([a-z2-7]{10})  ", line))}
    assert len(trades) == 2
    for trade in trades:
        status, out, _ = run("journal", "--data", str(data), "--trade", trade)
        own = out.splitlines()
        assert status == 0
        assert own == [line for line in lines if f"  {trade}  " in line]
        assert ("BTCUSDT" in out) is (own == run("journal", "--data", str(data), "--trade", "btcusdt")[1].splitlines())
    status, out, err = run("journal", "--data", str(data), "--trade", "nosuchid")
    assert (status, out) == (2, "")
    assert err.startswith("interlock: --trade nosuchid: this journal knows no trade of that id or symbol")


def test_the_journal_of_a_demo_is_found_where_nothing_else_ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = Path("config.yaml")
    assert whose(None, config) == RUN
    DEMO.mkdir(parents=True)
    assert whose(None, config) == DEMO
    config.write_text("data: ./elsewhere")
    assert whose(None, config) == Path("elsewhere")
    assert whose(RUN, config) == RUN


def test_the_journal_is_followed_while_it_grows(tmp_path: Path) -> None:
    data, told = tmp_path / "data", tmp_path / "told.txt"
    with running(data, "--no-script") as (_, visitor), told.open("wb") as out:
        following = subprocess.Popen(  # noqa: S603 - this interpreter, our own program
            [sys.executable, "main.py", "journal", "--data", str(data), "--follow"], cwd=ROOT, stdout=out
        )
        try:
            until("the past is told", lambda: told.stat().st_size, lambda: "")
            visitor.say("Gold Room", call("BTCUSDT", visitor.price("BTCUSDT")))
            until("the news is told", lambda: "admitted" in told.read_text(encoding="utf-8"), told.read_text)
            assert following.poll() is None
        finally:
            following.kill()
            following.wait(30)
