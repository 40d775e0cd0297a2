"""What every test room shares: property tests that draw the same cases every time, and stories nobody traces."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house", derandomize=True, deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


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
