"""What every test room shares: properties that draw the same cases every time, and how the tests are run."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.sharing import Sharing
from tests.tracing import Tracing

settings.register_profile(
    "house", derandomize=True, deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Sharing())
    config.pluginmanager.register(Tracing())  # around the other: the tracer rests while modules are prepared


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a good part of the tests waits for real programs."""
    return (os.cpu_count() or 1) + 1
