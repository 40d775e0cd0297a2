"""A command as its user types it: in this process, which is quick, or in one of its own, where the console matters.

Separate because each command has its tests in a module of its own.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from main import main
from tests.e2e.demo_process import ROOT

SECRETS = {"INTERLOCK_BOT_TOKEN": "123456789:not-a-token-of-anybody-0123456789ab", "INTERLOCK_API_HASH": "0f" * 16}
EXAMPLE = (ROOT / "config.example.yaml").read_text(encoding="utf-8")

Run = Callable[..., tuple[int, str, str]]
"""A command's words, and what it hears; its status, what it printed, and what it complained of."""


def run_here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def ran(*words: str, heard: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(heard))
        try:
            status = main(words)
        except SystemExit as ended:  # argparse ends the program itself
            status = int(ended.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return ran


def in_a_process(*words: str, heard: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - this interpreter, our own program
        [sys.executable, *words],
        cwd=ROOT,
        input=heard,
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **environment},
    )
