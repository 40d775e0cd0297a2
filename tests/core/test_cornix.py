"""A trader from Cornix finds his settings under the names he knows, or is told what stands in their place."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.config import parse
from core.cornix import INSTEAD
from core.rules import ChannelRules
from core.strategies import Baseline, OwnStop, Protection, Source, Split, Trail, TrailKind
from tests.core.test_config import a_channel as written
from tests.core.test_config import mistake

PAGE = Path(__file__).parents[2] / "docs" / "from-cornix.md"


def channel(**changes: Any) -> ChannelRules:
    (rules,) = parse(written(**changes)).rules().channels
    return rules


@pytest.mark.parametrize("kind", [TrailKind.MOVING_TARGET, TrailKind.MOVING_TWO_TARGET])
def test_a_trail_may_stand_under_the_stop(kind: TrailKind) -> None:
    alone = channel(stop={"trailing": {"kind": str(kind), "after_target": 2}})
    assert (alone.stop, alone.protection.trail) == (None, Trail(2, kind=kind))
    own = {"source": "personal", "distance_pct": 3, "baseline": "first_entry"}
    beside = channel(stop={**own, "trailing": {"kind": str(kind), "after_target": 2}})
    assert beside.stop == OwnStop(Source.PERSONAL, Decimal(3), Baseline.FIRST)
    assert beside.protection == alone.protection


@pytest.mark.parametrize("distance", ["percent_below_trigger", "percent_below_highest"])
def test_a_trail_under_the_stop_keeps_its_distance(distance: str) -> None:
    trail = channel(stop={"trailing": {"kind": distance, "distance_pct": 0.5}}).protection.trail
    assert trail == Trail(1, Decimal("0.5"), TrailKind(distance))


@pytest.mark.parametrize(
    ("trailing", "protection"),
    [
        ({}, Protection(1)),
        ({"after_target": 2}, Protection(2)),
        ({"after_pct": 1.5}, Protection(None, None, Decimal("1.5"))),
        ({"after_target": 2, "after_pct": 1.5}, Protection(2, None, Decimal("1.5"))),
    ],
)
def test_break_even_is_a_kind_of_trailing_stop(trailing: dict[str, Any], protection: Protection) -> None:
    said = {"kind": "breakeven", **trailing}
    assert channel(stop={"trailing": said}).protection == protection
    assert channel(trail=said).protection == protection


def test_split_is_even() -> None:
    rules = channel(entries={"ratio": "split"}, take_profits={"ratio": "split"})
    assert (rules.entries.split, rules.exits.split) == (Split.EVEN, Split.EVEN)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"stop": {"trailing": {"kind": "moving_target"}}, "trail": {"kind": "moving_target"}},
            "channels[0]: stop.trailing is trail: write one of them",
        ),
        (
            {"trail": {"kind": "breakeven"}, "break_even_after": 2},
            "channels[0]: trail: kind: breakeven is break_even_after and break_even_pct: write one or the other",
        ),
        (
            {"trail": {"kind": "breakeven", "distance_pct": 1}},
            "channels[0]: trail: breakeven takes after_target or after_pct: remove distance_pct",
        ),
        ({"stop": {"trailing": {"kind": "step"}}}, "channels[0].trail: step keeps a distance: add distance_pct"),
        (
            {"trail": {"kind": "breakeven", "after_target": 0}},
            "channels[0].break_even_after: 0 will not do; write a number",
        ),
        ({"stop": {"trailing": 3}}, "channels[0].trail: "),
        (
            {"stop": {"source": "off"}},
            "channels[0].stop.source: 'off' will not do; write channel, personal or fallback",
        ),
        ({"stop": {"wide": 1}}, "channels[0].stop.source: it is missing"),
    ],
)
def test_what_cannot_be_meant_is_one_line(changes: dict[str, Any], line: str) -> None:
    assert mistake(written(**changes)).splitlines()[0].startswith(line)


@pytest.mark.parametrize("setting", INSTEAD)
def test_a_setting_that_is_not_offered_is_answered_with_what_to_do(setting: str) -> None:
    part, key = setting.split(".")
    sound: dict[str, dict[str, Any]] = {
        "stop": {"source": "personal", "distance_pct": 3},
        "leverage": {"mode": "up_to", "value": 5},
        "trail": {"kind": "moving_target"},
    }
    said = mistake(written(**{part: {**sound.get(part, {}), key: "channel"}}))
    assert said == f"channels[0].{setting}: {INSTEAD[setting]}"


def test_the_page_for_those_who_come_from_cornix_says_what_the_code_does() -> None:
    rows = dict(re.findall(r"^\| `([\w.]+)` \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {key: words for key, words in rows.items() if key in INSTEAD} == dict(INSTEAD)
