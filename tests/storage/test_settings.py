"""The owner's file as it is read: a slip that YAML would pass over is one line with its place and the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import ConfigError
from storage.settings import load, read_yaml

SOUND = """
telegram:
  bot_token: file:{token}
  users: {{42: admin}}
  listener: {{api_id: 1, api_hash: file:{token}}}
channels:
  - {{id: "-1001", title: Alpha}}
"""


def mistake(path: Path) -> str:
    with pytest.raises(ConfigError) as wrong:
        read_yaml(path)
    said = str(wrong.value)
    assert "\n" not in said
    return said


def written(home: Path, text: str) -> Path:
    path = home / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_key_that_is_written_twice_is_named_and_neither_wins(tmp_path: Path) -> None:
    path = written(tmp_path, "limits:\n  leverage_max: 3\nvenue: {}\nlimits:\n  daily_loss_pct_max: 2\n")
    assert mistake(path) == f"{path}: line 4 is not valid YAML (limits is written twice; keep one of them)"


def test_a_key_is_the_same_key_with_and_without_quotes(tmp_path: Path) -> None:
    path = written(tmp_path, "telegram:\n  users:\n    42: viewer\n    '42': admin\n")
    assert "line 4 is not valid YAML (42 is written twice" in mistake(path)


def test_what_several_channels_share_may_be_written_once_and_overruled(tmp_path: Path) -> None:
    text = "a: &one {mode: ask, risk_pct: 1}\nb: &two {<<: *one, mode: auto}\nc: {<<: *two, risk_pct: 2}\n"
    path = written(tmp_path, text)
    assert read_yaml(path) == {
        "a": {"mode": "ask", "risk_pct": 1},
        "b": {"mode": "auto", "risk_pct": 1},
        "c": {"mode": "auto", "risk_pct": 2},
    }


@pytest.mark.parametrize("value", ["2026-02-30", "9" * 5000], ids=["no date", "no number"])
def test_a_value_that_only_looks_like_one_is_named_by_its_line(tmp_path: Path, value: str) -> None:
    path = written(tmp_path, f"data: ./data\nday_zone: {value}\n")
    said = mistake(path)
    assert said.startswith(f"{path}: line 2 is not valid YAML (")
    assert said.endswith("; put it in quotes if it is meant as text)")


def test_a_file_of_nothing_but_brackets_is_no_configuration(tmp_path: Path) -> None:
    assert "nested too deeply" in mistake(written(tmp_path, "[" * 100_000))


def secret_in(home: Path, raw: bytes) -> str:
    """The bot's token as it is read from a file that holds ``raw``."""
    token = home / "token"
    token.write_bytes(raw)
    token.chmod(0o600)
    return load(written(home, SOUND.format(token=token))).telegram.bot_token.get_secret_value()


@pytest.mark.parametrize("raw", [b"hush", b"hush\r\n", b"\xef\xbb\xbfhush\n"], ids=["plain", "a line", "with a mark"])
def test_a_secret_is_the_one_word_in_its_file_whatever_the_editor_added(tmp_path: Path, raw: bytes) -> None:
    assert secret_in(tmp_path, raw) == "hush"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("hush".encode("utf-16"), "is not plain text; save it again as UTF-8"),
        (b"\n", "must hold the secret and nothing else"),
        (b"key hush\n", "must hold the secret and nothing else"),
        (b"hush\nhush", "must hold the secret and nothing else"),
        ("hüsh".encode(), "must hold the secret and nothing else"),
    ],
    ids=["of another encoding", "empty", "two words", "two lines", "accented"],
)
def test_a_file_that_holds_no_single_secret_is_named_and_shown_to_nobody(
    tmp_path: Path, raw: bytes, words: str
) -> None:
    with pytest.raises(ConfigError) as wrong:
        secret_in(tmp_path, raw)
    first, second = str(wrong.value).splitlines()
    assert first.startswith("telegram.bot_token: ")
    assert second.startswith("telegram.listener.api_hash: ")
    assert words in first
    assert "hush" not in str(wrong.value)


def test_a_variable_that_holds_only_blanks_is_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERLOCK_TEST_TOKEN", "  ")
    text = SOUND.replace("file:{token}", "env:INTERLOCK_TEST_TOKEN").format()
    with pytest.raises(ConfigError, match="INTERLOCK_TEST_TOKEN must hold the secret"):
        load(written(tmp_path, text))
