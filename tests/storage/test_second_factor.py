"""The file of the second factor: private, durable before a code counts, and silent about what it holds."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest

from core.errors import ConfigError
from core.second_factor import STEP_S, Locked, Passed, Spent, Unenrolled, Wrong
from core.vocabulary import UserId
from storage.second_factor import Enrolled, FactorFile, enrol, matching_step

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ME, OTHER = UserId(42), UserId(43)
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The key of RFC 6238, appendix B."""


def code(at: datetime, secret: str = RFC_SECRET) -> str:
    return pyotp.TOTP(secret).at(at)


@pytest.fixture
def factors(tmp_path: Path) -> FactorFile:
    found = FactorFile(tmp_path)
    found.enrol(ME, RFC_SECRET, Spent())
    return found


@pytest.mark.parametrize(
    ("seconds", "digits"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_the_codes_are_those_of_the_rfc(seconds: int, digits: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    assert matching_step(RFC_SECRET, digits, at) == seconds // STEP_S
    assert matching_step(RFC_SECRET, digits, at + timedelta(seconds=STEP_S)) == seconds // STEP_S
    assert matching_step(RFC_SECRET, digits, at + timedelta(seconds=2 * STEP_S)) is None


@pytest.mark.parametrize("hostile", ["", "0", "٢٨٧٠٨٢", "9" * 40, "-12345", "\x00" * 6])
def test_what_is_no_code_is_wrong_and_nothing_worse(factors: FactorFile, hostile: str) -> None:
    assert factors.spend(ME, hostile, NOW) == Wrong(4, used=False)


async def test_a_code_is_not_good_again_also_not_after_a_restart(factors: FactorFile, tmp_path: Path) -> None:
    digits = code(NOW)
    assert await factors.check(ME, digits, NOW) == Passed()
    assert await factors.check(ME, digits, NOW) == Wrong(4, used=True)
    assert await FactorFile(tmp_path).check(ME, digits, NOW + timedelta(seconds=20)) == Wrong(3, used=True)


async def test_of_the_same_code_sent_many_times_at_once_one_passes(factors: FactorFile) -> None:
    proofs = await asyncio.gather(*(factors.check(ME, code(NOW), NOW) for _ in range(5)))
    assert proofs.count(Passed()) == 1


def test_a_lock_outlives_the_program_and_opens_in_its_time(factors: FactorFile, tmp_path: Path) -> None:
    for _ in range(4):
        factors.spend(ME, "000000", NOW)
    until = NOW + timedelta(minutes=15)
    assert FactorFile(tmp_path).spend(ME, "000000", NOW) == Locked(until, newly=True)
    assert FactorFile(tmp_path).spend(ME, code(NOW), NOW) == Locked(until, newly=False)
    assert FactorFile(tmp_path).spend(ME, code(until), until) == Passed()


def test_each_has_his_own(factors: FactorFile) -> None:
    assert (factors.is_enrolled(ME), factors.is_enrolled(OTHER)) == (True, False)
    assert factors.spend(OTHER, code(NOW), NOW) == Unenrolled()


@pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")
def test_the_file_is_its_owners_alone(factors: FactorFile) -> None:
    assert stat.S_IMODE(factors.path.stat().st_mode) == 0o600


def test_the_secret_is_in_no_representation_and_no_complaint(factors: FactorFile) -> None:
    assert RFC_SECRET not in repr(Enrolled(RFC_SECRET, Spent()))
    factors.path.write_text(f'{{"42": {{"secret": "{RFC_SECRET}"', encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be read; move it away and enrol again") as caught:
        factors.is_enrolled(ME)
    assert RFC_SECRET not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_code_that_cannot_be_written_down_is_not_good(factors: FactorFile) -> None:
    # A directory where the new file would be written: the disk says no, on every system and for every user.
    factors.path.with_suffix(".part").mkdir()
    with pytest.raises(ConfigError, match="no code is good until it can"):
        factors.spend(ME, code(NOW), NOW)
    factors.path.with_suffix(".part").rmdir()
    assert factors.spend(ME, code(NOW), NOW) == Passed()


# --- enrolling ----------------------------------------------------------------------------------


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTERLOCK_BOT_TOKEN", "123456789:not-a-token-of-anybody-0123456789ab")
    monkeypatch.setenv("INTERLOCK_API_HASH", "0f" * 16)
    example = (Path(__file__).parents[2] / "config.example.yaml").read_text(encoding="utf-8")
    changed = example.replace("./data/run", str(tmp_path / "data")).replace(
        "    100000001: admin\n", "    42: admin\n    43: admin\n    44: trader\n"
    )
    path = tmp_path / "config.yaml"
    path.write_text(changed, encoding="utf-8")
    return path


class Terminal:
    """Answers with the right code, or with what it was told to answer."""

    def __init__(self, *answers: str) -> None:
        self.said: list[str] = []
        self._answers: Iterator[str] = iter(answers)

    @property
    def secret(self) -> str:
        return next(line for line in self.said if line.startswith("Or type")).split()[4]

    def ask(self, _question: str) -> str:
        return next(self._answers, "") or code(NOW, self.secret)


def test_enrolling_is_proven_by_a_code_which_is_then_used_up(config: Path, tmp_path: Path) -> None:
    terminal = Terminal("000000")
    assert enrol(config, 42, lambda: NOW, terminal.ask, terminal.said.append)
    factors = FactorFile(tmp_path / "data")
    assert factors.is_enrolled(ME)
    assert factors.spend(ME, code(NOW, terminal.secret), NOW) == Wrong(4, used=True)
    later = NOW + timedelta(minutes=1)
    assert factors.spend(ME, code(later, terminal.secret), later) == Passed()
    assert any(line.count("█") > 100 for line in terminal.said)
    assert any("otpauth://totp/Interlock:42?secret=" in line for line in terminal.said)


def test_one_who_cannot_prove_it_is_not_enrolled(config: Path, tmp_path: Path) -> None:
    terminal = Terminal("000000", "111111", "222222")
    assert not enrol(config, 42, lambda: NOW, terminal.ask, terminal.said.append)
    assert not FactorFile(tmp_path / "data").is_enrolled(ME)


def test_a_generator_is_replaced_only_after_a_yes(config: Path, tmp_path: Path) -> None:
    first = Terminal()
    enrol(config, 42, lambda: NOW, first.ask, first.said.append)
    again = Terminal("n")
    assert not enrol(config, 42, lambda: NOW, again.ask, again.said.append)
    later = NOW + timedelta(minutes=1)
    assert FactorFile(tmp_path / "data").spend(ME, code(later, first.secret), later) == Passed()
    new = Terminal("y")
    assert enrol(config, 42, lambda: NOW, new.ask, new.said.append)
    late = NOW + timedelta(minutes=2)
    assert FactorFile(tmp_path / "data").spend(ME, code(late, first.secret), late) == Wrong(4, used=False)


@pytest.mark.parametrize("named", [None, 44, 99])
def test_who_is_meant_is_not_guessed(config: Path, named: int | None) -> None:
    with pytest.raises(ConfigError, match="name one admin with --user; the configuration lists: 42, 43"):
        enrol(config, named, lambda: NOW, Terminal().ask, print)
