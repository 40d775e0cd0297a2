"""What the tests at the demo's door share: a demo that is open and quiet, over a directory of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.demo_process import Visitor, running


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    """Somebody with the page of a fresh demo open; nothing happens in it by itself."""
    with running(tmp_path / "data", "--no-script") as (_, opened):
        yield opened
