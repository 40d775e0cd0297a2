"""A coverage-guided fuzzer, let loose on the reader for a few thousand texts, finds nothing."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from core.messages import TEXT_MAX
from tests.posts import texts

RUNS = 2000
LIMIT_S = 300
HERE = Path(__file__).parent


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Every seventh post of the corpus, a file each, for the fuzzer to begin with."""
    for number, text in enumerate(texts()[::7]):
        (tmp_path / f"{number:03d}").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is made for Linux on x86-64 only")
def test_no_text_a_fuzzer_finds_makes_the_reader_raise_or_work_without_bound(seeds: Path) -> None:
    options = [f"-runs={RUNS}", "-seed=20260101", f"-max_len={TEXT_MAX}", f"-artifact_prefix={seeds}/"]
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, HERE / "fuzz.py", *options, seeds],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert f"Done {RUNS} runs" in done.stderr
