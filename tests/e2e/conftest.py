"""What the tests at the outer doors share: a demo that is open and quiet, and the command line in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.command_line import Run, run_here
from tests.e2e.demo_process import Visitor, running


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    """Somebody with the page of a fresh demo open; nothing happens in it by itself."""
    with running(tmp_path / "data", "--no-script") as (_, opened):
        yield opened


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command, in this process."""
    return run_here(capsys, monkeypatch)
