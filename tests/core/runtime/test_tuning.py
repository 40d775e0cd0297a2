"""The interpreter as a desk wants it: no pause that an order would notice."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from core.runtime.tuning import tune


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    switch_s, thresholds = sys.getswitchinterval(), gc.get_threshold()
    yield
    sys.setswitchinterval(switch_s)
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_a_collection_of_the_young_looks_at_few_and_the_old_are_left_alone_as_long_as_ever() -> None:
    tune()
    young, turns, _ = gc.get_threshold()
    assert young <= 2_000
    assert young * turns >= 200_000


def test_a_thread_with_a_commit_waits_a_tenth_of_a_millisecond_for_a_busy_loop() -> None:
    tune()
    assert sys.getswitchinterval() <= 0.0001
