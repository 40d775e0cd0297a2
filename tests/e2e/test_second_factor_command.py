"""`main.py second-factor`, in a process of its own and here: shown once, proven by a code, kept where only we read."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pyotp
import pytest

from core.second_factor import Spent
from core.vocabulary import UserId
from storage.lock import prepare
from storage.second_factor import FactorFile
from tests.e2e.command_line import EXAMPLE, SECRETS, Run
from tests.e2e.demo_process import ROOT


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.yaml"
    data = f"data: {json.dumps(str(tmp_path / 'data'))}"
    path.write_text(re.sub(r"^data: .*$", lambda _: data, EXAMPLE, flags=re.MULTILINE), encoding="utf-8")
    return path


def begun(config: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - this interpreter, our own program
        [sys.executable, "main.py", "second-factor", "--config", str(config)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, **SECRETS, "PYTHONIOENCODING": "utf-8"},
    )


def secret_shown(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Read what is printed up to the secret; all of it, and the secret."""
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line)
        if found := re.match(r"Or type it in: ([A-Z2-7]{32})$", line):
            return "".join(said), found[1]
    raise AssertionError("".join(said))


def test_an_admin_enrols_at_the_terminal(config: Path, tmp_path: Path) -> None:
    process = begun(config)
    try:
        said, secret = secret_shown(process)
        assert "A second factor for user 100000001" in said
        assert said.count("█") > 200
        rest, complaint = process.communicate(f"000000\n{pyotp.TOTP(secret).now()}\n", timeout=60)
    finally:
        process.kill()
        process.wait(10)
    assert (process.returncode, complaint) == (0, "")
    assert "That is not it." in rest
    assert "Proven and kept in" in rest
    kept = tmp_path / "data" / "second-factor.json"
    assert secret in kept.read_text(encoding="utf-8")
    if os.name == "posix":
        assert (stat.S_IMODE(kept.stat().st_mode), stat.S_IMODE(kept.parent.stat().st_mode)) == (0o600, 0o700)
    again = begun(config)
    out, _ = again.communicate("n\n", timeout=60)
    assert (again.returncode, secret in out) == (1, False)
    assert "Nothing was changed." in out


def test_a_terminal_that_goes_away_keeps_nothing_and_complains_in_a_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, config: Path, tmp_path: Path
) -> None:
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name, secret)
    status, out, err = run("second-factor", "--config", str(config), heard="")
    assert status == 1
    assert "Nothing was kept" in out
    assert err == ""
    assert not (tmp_path / "data" / "second-factor.json").exists()


def test_who_is_no_admin_is_named_with_those_who_are(run: Run, monkeypatch: pytest.MonkeyPatch, config: Path) -> None:
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name, secret)
    status, out, err = run("second-factor", "--config", str(config), "--user", "7", heard="")
    assert (status, out) == (2, "")
    assert err == "interlock: telegram.users: name one admin with --user; the configuration lists: 100000001\n"


def test_a_question_that_nobody_is_there_to_answer_is_one_line_and_no_traceback(
    run: Run, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    FactorFile(prepare(tmp_path / "data")).enrol(UserId(100000001), pyotp.random_base32(), Spent())
    status, _, complaint = run("second-factor", "--config", str(config))
    assert status == 2
    assert complaint.startswith("interlock: a question was to be answered and nobody is at the terminal")
