"""`main.py parse` as its user meets it: an answer to each line, in the dialect of a file or of a channel."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.command_line import Run, in_a_process


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
