"""Feed the reader what a coverage-guided fuzzer makes of the corpus: `python fuzz.py [libFuzzer's options] SEEDS`.

A program of its own, because libFuzzer ends the process it runs in; `test_fuzz.py` starts it.
"""

from __future__ import annotations

import json
import sys
from cProfile import Profile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

import atheris

with atheris.instrument_imports(include=["core.reading"]):
    from core.messages import TEXT_MAX
    from core.reading import as_json, read
    from core.signals import Amendment, Nothing, Signal

CALLS_A_CHARACTER, CALLS_AT_LEAST = 30, 3000
"""Functions of ours that a reading may call: work is counted, since time on a busy machine tells nothing."""


class Counted:
    """Counts the calls of Python functions while it is open; in C, since each line is watched by the fuzzer too."""

    def __init__(self) -> None:
        self._profile = Profile(builtins=False)

    def __enter__(self) -> Counted:
        self._profile.enable()
        return self

    def __exit__(self, *_: object) -> None:
        self._profile.disable()

    @property
    def calls(self) -> int:
        return sum(function.callcount for function in self._profile.getstats())


def one(made: bytes) -> None:
    """A text of the fuzzer becomes a call, a follow-up or nothing, in bounded work; anything else ends the process."""
    text = made.decode("utf-8", errors="ignore")
    with Counted() as work:
        reading = read(text)
    assert type(reading) in (Signal, Amendment, Nothing), type(reading)
    assert work.calls <= CALLS_AT_LEAST + CALLS_A_CHARACTER * min(len(text), TEXT_MAX), work.calls
    wire = as_json(reading)
    assert json.loads(json.dumps(wire)) == wire
    if wire["verdict"] == "open":
        assert None not in (wire["symbol"], wire["side"], wire["stop"]), wire


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
