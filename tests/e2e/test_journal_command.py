"""`main.py journal` as its user meets it: the story of one trade, whole or as it grows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from storage.reader import DEMO, RUN, whose
from tests.e2e.command_line import Run
from tests.e2e.demo_process import ROOT, call, running, until


def test_a_directory_without_a_journal_is_named(run: Run, tmp_path: Path) -> None:
    status, out, err = run("journal", "--data", str(tmp_path))
    assert (status, out) == (2, "")
    assert str(tmp_path) in err
    assert "there is no journal in it" in err


def test_the_journal_tells_the_story_of_one_trade_while_the_demo_runs(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data, "--no-script") as (_, visitor):
        visitor.say("Gold Room", call("BTCUSDT", visitor.price("BTCUSDT")))
        visitor.say("Gold Room", call("ETHUSDT", visitor.price("ETHUSDT")))
        visitor.holds("BTCUSDT")
        visitor.holds("ETHUSDT")
        status, out, err = run("journal", "--data", str(data))
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert any("admitted" in line for line in lines)
    trades = {found[1] for line in lines if (found := re.search(r"  ([a-z2-7]{10})  ", line))}
    assert len(trades) == 2
    for trade in trades:
        status, out, _ = run("journal", "--data", str(data), "--trade", trade)
        own = out.splitlines()
        assert status == 0
        assert re.search(r"entered [0-9.,]+ (BTC|ETH) at ", out), "a size says what it counts"
        assert own == [line for line in lines if f"  {trade}  " in line]
        assert ("BTCUSDT" in out) is (own == run("journal", "--data", str(data), "--trade", "btcusdt")[1].splitlines())
    status, out, err = run("journal", "--data", str(data), "--trade", "nosuchid")
    assert (status, out) == (2, "")
    assert err.startswith("interlock: --trade nosuchid: this journal knows no trade of that id or symbol")


def test_the_journal_of_a_demo_is_found_where_nothing_else_ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = Path("config.yaml")
    assert whose(None, config) == RUN
    DEMO.mkdir(parents=True)
    assert whose(None, config) == DEMO
    config.write_text("data: ./elsewhere")
    assert whose(None, config) == Path("elsewhere")
    assert whose(RUN, config) == RUN


def test_the_journal_is_followed_while_it_grows(tmp_path: Path) -> None:
    data, told = tmp_path / "data", tmp_path / "told.txt"
    with running(data, "--no-script") as (_, visitor), told.open("wb") as out:
        following = subprocess.Popen(  # noqa: S603 - this interpreter, our own program
            [sys.executable, "main.py", "journal", "--data", str(data), "--follow"], cwd=ROOT, stdout=out
        )
        try:
            until("the past is told", lambda: told.stat().st_size, lambda: "")
            visitor.say("Gold Room", call("BTCUSDT", visitor.price("BTCUSDT")))
            until("the news is told", lambda: "admitted" in told.read_text(encoding="utf-8"), told.read_text)
            assert following.poll() is None
        finally:
            following.kill()
            following.wait(30)
