"""What every test room shares: property tests that draw the same cases every time, and what the coverage counts."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.tracing import Tracing

settings.register_profile(
    "house", derandomize=True, deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Tracing())


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a good part of the tests waits for real programs."""
    return (os.cpu_count() or 1) + 1
