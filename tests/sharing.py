"""How several workers share the tests: each prepares some of the modules for all, and the long tests come first.

Separate because this is pytest's business, and no test's. To rewrite the assertions of all modules takes longer than
all else a worker does before its first test; kept as byte code, each is rewritten once and read by the others.
``PYTHONDONTWRITEBYTECODE`` forbids to keep anything: then each worker rewrites all, as without this.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest

LONG = frozenset({"chaos", "e2e", "sim"})
"""Rooms whose tests take seconds each."""


class Sharing:
    """A pytest plugin for whoever runs the tests with ``-n``; alone it only puts them in order."""

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self, session: pytest.Session) -> Generator[None, object, object]:
        gc.disable()  # what is loaded stays: to look for garbage among it takes a third of the time
        try:
            if not sys.dont_write_bytecode:
                prepare(share_of(session.config))
            return (yield)
        finally:
            gc.freeze()  # nor is it looked through when the tests leave some
            gc.enable()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """What is left over at the end is short, and no worker waits long for the last one."""
        items.sort(key=lambda item: not is_long(item))


def is_long(item: pytest.Item) -> bool:
    return item.path.parent.name in LONG or item.get_closest_marker("untraced") is not None


def share_of(config: pytest.Config) -> list[str]:
    """The modules that this worker prepares, of all in the directories that were asked for; none without others."""
    worker, workers = os.environ.get("PYTEST_XDIST_WORKER", ""), int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if not worker or workers == 1:
        return []
    found = sorted({path for asked in config.args for path in Path(asked).rglob("test_*.py")})
    names = [".".join(path.resolve().relative_to(config.rootpath).with_suffix("").parts) for path in found]
    return names[int(worker.removeprefix("gw")) :: workers]


def prepare(modules: Iterable[str]) -> None:
    """Import them under the names that pytest gives them."""
    for name in modules:
        with suppress(Exception):  # one that cannot be imported is pytest's to report
            import_module(name)
