"""What the coverage counts: how the product is loaded, and what fixtures and tests do with it; nothing else.

A tracer makes every line of the process about twice as slow, whether it counts or not: the tests are collected,
their assertions rewritten and the cases of a property drawn without it.
Separate because this is pytest's business, and no test's. ``pytest --cov`` starts the tracer; without one, or with
one that does not work this way (``sys.monitoring``), nothing is done here.
"""

from __future__ import annotations

import os
import pkgutil
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from typing import Any

import pytest

ROOMS = ("core", "storage", "venues", "jobs", "bot")
ELSEWHERE = frozenset({"chaos", "standins"})
"""Test rooms in which the program runs in a process of its own, or none of it does."""


class Tracing:
    """A pytest plugin that lets the tracer rest wherever nothing of ours is done."""

    def __init__(self) -> None:
        self._tracer: Any = None

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Generator[None, object, object]:
        """The product is loaded first, whole and counted; of several processes by the one that has no tests to run."""
        if sys.gettrace() is not None and "PYTEST_XDIST_WORKER" not in os.environ:
            load_the_product()
        with tracing_by(None):
            return (yield)

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtestloop(self) -> Generator[None, object, object]:
        self._tracer = sys.gettrace()
        with tracing_by(None):
            return (yield)

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_fixture_setup(self, request: pytest.FixtureRequest) -> Generator[None, object, object]:
        with tracing_by(self._for(request.node)):
            return (yield)

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None, object, object]:
        with tracing_by(self._for(item)):
            return (yield)

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, object, object]:
        tracer = self._for(pyfuncitem)
        if tracer is None or (drawn := getattr(pyfuncitem.obj, "hypothesis", None)) is None:
            with tracing_by(tracer):
                return (yield)
        case = drawn.inner_test
        drawn.inner_test = traced(case, tracer)
        try:
            return (yield)
        finally:
            drawn.inner_test = case

    def _for(self, node: pytest.Item | pytest.Collector) -> Any:
        """A long story counts for nothing: each line it passes has a test of its own, and the gates say so."""
        is_counted = node.path.parent.name not in ELSEWHERE and node.get_closest_marker("untraced") is None
        return self._tracer if is_counted else None


def load_the_product() -> None:
    import_module("main")
    for room in ROOMS:
        for module in pkgutil.walk_packages(import_module(room).__path__, f"{room}."):
            if not module.name.endswith(".__main__"):  # to load one is to run it
                import_module(module.name)


@contextmanager
def tracing_by(tracer: Any) -> Iterator[None]:
    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        yield
    finally:
        sys.settrace(before)


def traced(case: Callable[..., Any], tracer: Any) -> Callable[..., Any]:
    """One case of a property, counted."""

    @wraps(case)
    def run(*args: Any, **kwargs: Any) -> Any:
        with tracing_by(tracer):
            return case(*args, **kwargs)

    return run
