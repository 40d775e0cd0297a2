"""A size says what it counts: the lots of a CFD, the coins of a perpetual, or nothing where nobody knows any more."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.adoption import propose
from core.blotter import history_of, orders_of
from core.commands import Command, PlaceEntry, PlaceExit
from core.drafting import Terms, draft
from core.events import EntryAdded, ExitCause, Fact, LadderCut, LadderRecut, QuantityDrifted, RungCut, StrangerFound
from core.instrument import LOTS, UNKNOWN, Instrument, sized
from core.orders import EntryKind, EntryOrder, ExitOrder
from core.plans import Drafted, EntryLeg
from core.ports import Recorded
from core.rules import Limits, RiskPercent
from core.showing import plan_view, position_view, stranger_view
from core.telling import tell
from core.vocabulary import Side, StreamId, Symbol, Unit
from tests.builders import (
    BTC,
    CALL,
    ENTRY,
    NOON,
    a_cfd,
    a_channel,
    a_holding,
    a_live,
    a_plan,
    a_quote,
    a_signal,
    an_account,
    an_instrument,
    at,
    filled,
    left,
    money,
    must,
    price,
    quantity,
    some_limits,
    stands,
    tag,
)

GOLD, COIN = a_cfd("XAUUSD", "0.01", "100"), an_instrument()
PEPE = an_instrument("1000PEPEUSDT", base="1000PEPE")


@pytest.mark.parametrize(
    ("instrument", "amount", "words"),
    [
        (GOLD, "0.01", "0.01 lots"),
        (GOLD, "1", "1 lot"),
        (GOLD, "1.00", "1 lot"),
        (GOLD, "2.50", "2.5 lots"),
        (GOLD, "0", "0 lots"),
        (COIN, "0.250", "0.25 BTC"),
        (COIN, "1", "1 BTC"),
        (COIN, "0.00000001", "0.00000001 BTC"),
        (an_instrument("DOGEUSDT"), "3400000", "3,400,000 DOGE"),
        (an_instrument("DOGEUSDT"), "1E+3", "1,000 DOGE"),
        (PEPE, "300", "300 × 1000PEPE"),
    ],
)
def test_a_size_is_worded_with_what_it_counts(instrument: Instrument, amount: str, words: str) -> None:
    assert instrument.size(Decimal(amount)) == words


def test_where_the_unit_is_not_known_a_size_is_its_figure_alone() -> None:
    assert sized(Decimal("0.050"), UNKNOWN) == "0.05"


LEG = EntryLeg(EntryKind.LIMIT, price(99), quantity("0.02"), price(99))
ENTERED = EntryOrder(
    ENTRY, Symbol("XAUUSD"), Side.LONG, EntryKind.LIMIT, quantity("0.02"), price(100), price(95), quantity(5)
)
EXITED = ExitOrder(tag("tp1"), Symbol("XAUUSD"), Side.LONG, quantity("0.01"), price(105))
RUNGS = tuple(RungCut(n, tag(f"tp{n}"), price(105 + n), quantity("0.01")) for n in range(2))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (PlaceEntry(CALL, ENTERED), "sent a limit buy of 0.02 lots in XAUUSD at 100, its stop 95 attached"),
        (PlaceExit(CALL, EXITED), "sent a reduce-only order: 0.01 lots at 105"),
        (filled("0.02"), "entered 0.02 lots at 100, fee 0.0000"),
        (left("0.01", cause=ExitCause.TARGET), "target: left 0.01 lots at 95, fee 0.0000"),
        (stands(95, "0.02"), "the venue holds the stop at 95 for 0.02 lots"),
        (LadderCut(CALL, NOON, quantity("0.02"), RUNGS), "targets: 0.01 lots at 105, 0.01 at 106"),
        (LadderRecut(CALL, NOON, RUNGS), "new targets: 0.01 lots at 105, 0.01 at 106"),
        (QuantityDrifted(CALL, NOON, quantity(1), price(95)), "the venue holds 1 lot, and the venue is right"),
        (EntryAdded(CALL, NOON, LEG, price(95), "user:1", "room for 10"), "added 0.02 lots: room for 10"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_journal_tells_a_trades_sizes_in_its_unit(line: Fact | Command, said: str) -> None:
    assert tell(line, LOTS) == said
    assert tell(line) == said.replace(" lots", "").replace(" lot,", ",")


def test_what_is_not_ours_says_its_unit_and_one_told_before_units_its_figure_alone() -> None:
    now = StrangerFound(NOON, Symbol("XAUUSD"), Side.LONG, quantity("0.03"), LOTS)
    before = StrangerFound(NOON, Symbol("XAUUSD"), Side.LONG, quantity("0.03"))
    assert tell(now) == "the venue holds XAUUSD long, 0.03 lots, that is not ours; it is left alone"
    assert tell(before) == "the venue holds XAUUSD long, 0.03, that is not ours; it is left alone"


def test_every_view_of_a_trade_carries_what_its_sizes_count() -> None:
    live = a_live(a_plan(instrument=GOLD, symbol=GOLD.symbol))
    assert position_view(live, "Alpha", None, "").unit == LOTS
    assert plan_view(live.plan, None).unit == LOTS
    assert stranger_view(a_holding(), COIN, an_account()).unit == Unit("BTC")


def test_the_orders_and_the_history_of_a_trade_say_the_unit() -> None:
    bodies: tuple[Fact | Command, ...] = (
        PlaceEntry(CALL, ENTERED),
        filled("0.02"),
        stands(95, "0.02"),
        PlaceExit(CALL, EXITED),
    )
    lines = [Recorded(n, StreamId(CALL), n, CALL, at(n), body) for n, body in enumerate(bodies, 1)]
    entry, stop, target = orders_of(lines, LOTS)
    assert entry.sent == "limit buy of 0.02 lots in XAUUSD at 100"
    assert (stop.state, target.sent) == ("stands for 0.02 lots", "0.01 lots at 105")
    assert history_of(lines, LOTS, None)[1].text == "entered 0.02 lots at 100, fee 0.0000"


@pytest.mark.parametrize(
    ("instrument", "arithmetic"),
    [
        (GOLD, "1 % of 10,000.00 = 100.00 at risk / 500 lost by 1 lot -> 0.2 lots"),
        (COIN, "1 % of 10,000.00 = 100.00 at risk / 5.10725 lost by 1 BTC -> 19.58 BTC"),
    ],
    ids=["lots", "coins"],
)
def test_the_arithmetic_of_a_size_says_what_loses_so_much_and_what_it_comes_to(
    instrument: Instrument, arithmetic: str
) -> None:
    channel, quote = a_channel(sizing=RiskPercent(Decimal(1))), a_quote(100, instrument.symbol, spread="0")
    drafted = draft(a_signal(), Terms(CALL, channel, some_limits(), instrument, quote, money(10_000), NOON))
    found = {check.name: check.detail for check in must(Drafted, drafted).checks}
    assert found["size"] == arithmetic


def test_the_arithmetic_of_a_stop_for_what_is_not_ours_counts_in_its_unit() -> None:
    held = a_holding(1, None, "XAUUSD")
    assert "of fees, over 1 lot: 2" in propose(held, GOLD, money(10_000), Limits()).words
    assert f"of {BTC}" not in propose(a_holding(1, None), COIN, money(10_000), Limits()).words
