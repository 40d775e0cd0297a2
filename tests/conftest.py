"""What every test room shares: property tests that draw the same cases every time, and stories nobody traces."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house", derandomize=True, deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a good part of the tests waits for real programs."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def _untraced(request: pytest.FixtureRequest) -> Iterator[None]:
    """A long story counts for nothing in the coverage: tracing would double its time.

    Each line it passes has a test of its own, and the figures say so without it.
    """
    tracer = sys.gettrace() if request.node.get_closest_marker("untraced") else None
    if tracer is None:
        yield
        return
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
