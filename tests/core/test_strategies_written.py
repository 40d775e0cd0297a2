"""How the owner writes a strategy down: in Cornix's words, and what cannot be is refused with its sum."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.config import parse
from core.strategies import Chase, Entries, Exits, Protection, Split, Trail, TrailKind
from tests.core.test_config import a_channel as written
from tests.core.test_config import mistake


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"entries": {"ratio": "custom", "weights": [50, 30, 10]}},
            "channels[0].entries: weights 50 + 30 + 10 = 90: they have to sum to 100",
        ),
        (
            {"take_profits": {"ratio": "custom", "weights": [60, 60]}},
            "channels[0].take_profits: weights 60 + 60 = 120: they have to sum to 100",
        ),
        (
            {"entries": {"ratio": "custom", "weights": [60, 40], "zone_orders": 5}},
            "channels[0].entries: 2 weights for zone_orders 5: write one for each",
        ),
        (
            {"take_profits": {"ratio": "custom", "weights": [60, 40], "source": "fallback", "at_pct": [1, 2, 3]}},
            "channels[0].take_profits: 2 weights for 3 at_pct: write one for each",
        ),
        (
            {"take_profits": {"source": "personal", "at_pct": [1, 2]}, "break_even_after": 3},
            "channels[0]: break_even_after 3 never comes: take_profits.at_pct has 2",
        ),
        (
            {"take_profits": {"source": "personal", "at_pct": [1]}, "trail": {"kind": "moving_2_target"}},
            "channels[0]: trail from target 2 never comes: take_profits.at_pct has 1",
        ),
        ({"entries": {"weights": [100]}}, "channels[0].entries: ratio: custom and weights go together"),
        ({"take_profits": {"ratio": "custom"}}, "channels[0].take_profits: ratio: custom and weights go together"),
        ({"entries": {"ratio": "sniper"}}, "channels[0].entries.ratio: "),
        ({"entries": {"trailing_pct": 0.001}}, "channels[0].entries.trailing_pct: 0.001 will not do; write"),
        (
            {"entries": {"first_as_market_pct": 0.001}},
            "channels[0].entries.first_as_market_pct: 0.001 will not do; write",
        ),
        ({"trail": {"distance_pct": 0.001}}, "channels[0].trail.distance_pct: 0.001 will not do; write"),
        ({"trail": {"kind": "atr", "ranges": 0.0001}}, "channels[0].trail.ranges: 0.0001 will not do; write"),
        ({"entries": {"zone_orders": 11}}, "channels[0].entries.zone_orders: "),
        ({"trail": {"kind": "step"}}, "channels[0].trail: step keeps a distance: add distance_pct, such as 0.5"),
        (
            {"trail": {"kind": "moving_target", "distance_pct": 1}},
            "channels[0].trail: moving_target keeps no distance in percent: remove distance_pct",
        ),
        ({"take_profits": {"session_end": "25:00"}}, "channels[0].take_profits.session_end: "),
        ({"take_profits": {"hold_s_max": 5}}, "channels[0].take_profits.hold_s_max: "),
    ],
)
def test_a_strategy_that_cannot_be_is_refused_in_the_file(changes: dict[str, Any], line: str) -> None:
    said = mistake(written(**changes))
    assert said.startswith(line), said
    assert "\n" not in said


def test_the_file_names_every_strategy_as_cornix_does() -> None:
    raw = written(
        entries={"ratio": "custom", "weights": [70, 30], "zone_orders": 2, "active_orders": 1,
                 "first_as_market_pct": 0.3, "trailing_pct": 0.2, "cancel_on_target": False, "chase": "shrink"},
        take_profits={"ratio": "hybrid", "hold_s_max": 600, "session_end": "21:55", "close_on_opposite": True},
        trail={"kind": "percent_below_trigger", "after_target": 2, "distance_pct": 0.5, "after_pct": 1},
        break_even_pct=1.5,
    )  # fmt: skip
    (channel,) = parse(raw).rules().channels
    assert channel.entries == Entries(
        Split.CUSTOM, (Decimal("0.7"), Decimal("0.3")), 2, 1, Decimal("0.3"), Decimal("0.2"), False, Chase.SHRINK
    )
    assert channel.exits == Exits(Split.HYBRID, (), 600, "21:55", True)
    trail = Trail(2, Decimal("0.5"), TrailKind.TRIGGER, Decimal(1))
    assert channel.protection == Protection(1, trail, Decimal("1.5"))
