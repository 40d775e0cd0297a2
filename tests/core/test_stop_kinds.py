"""A stop that trailed into profit has not lost: the end of a trade and its history say where it stood to the entry."""

from __future__ import annotations

import pytest

from core.blotter import history_of
from core.commands import Command
from core.events import ExitCause, Fact
from core.ports import Recorded
from core.position import Over
from core.rules import Protection
from core.showing import life_of, position_view
from core.vocabulary import Side, StreamId, Unit
from tests.builders import CALL, a_live, a_plan, an_instrument, at, left, live_through, must, stands

LONG, SHORT = Side.LONG, Side.SHORT


def ended(side: Side, stood: str, filled_at: str, protection: Protection = Protection()) -> Over:  # noqa: B008 - frozen
    """Ten entered at 100, the stop proven at ``stood``, all of it sold by that stop."""
    live = a_live(a_plan(side, protection=protection, instrument=an_instrument()))
    state, _ = live_through(live, stands(stood), left(10, cause=ExitCause.STOP, at_price=filled_at))
    return must(Over, state)


@pytest.mark.parametrize(
    ("side", "stood", "filled_at", "words"),
    [
        (LONG, "95", "95", "stop at 95"),
        (LONG, "95", "94.2", "stop at 94.2"),
        (LONG, "104", "104", "stop in profit at 104"),
        (LONG, "104", "103.1", "stop in profit at 103.1"),
        (LONG, "104", "99", "stop at 99"),
        (LONG, "100", "100", "break-even stop at 100"),
        (LONG, "100", "99.7", "break-even stop at 99.7"),
        (SHORT, "105", "105.5", "stop at 105.5"),
        (SHORT, "96", "96", "stop in profit at 96"),
        (SHORT, "100", "100.2", "break-even stop at 100.2"),
    ],
)
def test_the_end_by_a_stop_says_what_it_was_to_the_entry(side: Side, stood: str, filled_at: str, words: str) -> None:
    over = ended(side, stood, filled_at)
    assert over.reason == words
    assert position_view(over, "Alpha", None, "").note == words


def test_a_stop_at_the_entry_with_its_fees_is_a_break_even_stop() -> None:
    assert ended(LONG, "100.2", "100.2", Protection(break_even_fees=True)).reason == "break-even stop at 100.2"
    assert ended(LONG, "100.2", "100.2", Protection(break_even_fees=False)).reason == "stop in profit at 100.2"


def test_a_better_stop_that_was_met_before_it_was_read_back_counts_by_its_price() -> None:
    assert ended(LONG, "95", "104").reason == "stop in profit at 104"


def test_the_history_says_so_too_and_one_whose_trade_is_not_known_says_stop() -> None:
    bodies: tuple[Fact | Command, ...] = (stands("104"), left(10, cause=ExitCause.STOP, at_price="104"))
    lines = [Recorded(n, StreamId(CALL), n, CALL, at(n), body) for n, body in enumerate(bodies, 1)]
    unit = Unit("BTC")
    known = history_of(lines, unit, life_of(ended(LONG, "104", "104")))
    assert known[-1].text == "stop in profit: left 10 BTC at 104, fee 0.0000"
    assert history_of(lines, unit, None)[-1].text == "stop: left 10 BTC at 104, fee 0.0000"


def test_other_ways_out_keep_their_name() -> None:
    live = a_live(a_plan())
    state, _ = live_through(live, left(10, cause=ExitCause.LIQUIDATION, at_price=90))
    assert must(Over, state).reason == "liquidation at 90"
