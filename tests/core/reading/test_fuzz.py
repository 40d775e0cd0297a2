"""A coverage-guided fuzzer, let loose on the reader for a few thousand texts, finds nothing; nor does gluing words."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
from pathlib import Path

import pytest

from core.messages import TEXT_MAX
from core.reading import read
from core.reading.text.hygiene import clean
from core.reading.text.tokens import tokenize
from tests.posts import texts

RUNS, OF_THE_CORPUS = 1500, 14
"""A thousand texts of its own; the corpus is read by other tests, and here only begins them."""
LIMIT_S = 300
HERE = Path(__file__).parent
GLUED = 2500
"""So many posts are put together from words of the corpus, with and without a mark between them."""
GLUE = (" ", "", "", "\n", " - ", "/", ".", ",", " (")
FIGURES = ("1", "2", "10", "0.5", "12.5", "1,234", "1'234.5", "68k", "2340")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Some posts of the corpus, a file each, for the fuzzer to begin with."""
    for number, text in enumerate(texts()[::OF_THE_CORPUS]):
        (tmp_path / f"{number:03d}").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is made for Linux on x86-64 only")
def test_no_text_a_fuzzer_finds_makes_the_reader_raise_or_work_without_bound(seeds: Path) -> None:
    options = [f"-runs={RUNS}", "-seed=20260101", f"-max_len={TEXT_MAX}", f"-artifact_prefix={seeds}/"]
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, HERE / "fuzz.py", *options, seeds],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert f"Done {RUNS} runs" in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "close gold, we prefer",
        "close gold 0.5/1",
        "sell gold 2'345.5-60 sl 2'370 tp 2'330",
        "buy btc 9 sl 8 TP1.1.96600-70",
        "buy btc 9 sl 8 TP15 usdt",
    ],
)
def test_what_once_raised_is_read(text: str) -> None:
    assert read(text).reasons


def test_words_of_the_corpus_are_read_in_any_order_glued_or_not() -> None:
    dice = random.Random(20260101)
    posts = texts()
    words = sorted({word for text in posts for word in tokenize(clean(text)).texts if word})
    for _ in range(GLUED):
        text = dice.choice(("", *dice.choices(posts)))
        for _ in range(dice.randrange(2, 25)):
            text += dice.choice(GLUE) + dice.choice((dice.choice(words), dice.choice(words), dice.choice(FIGURES)))
        read(text)
