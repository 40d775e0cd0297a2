"""How a channel's calls are traded, as the owner writes it in config.yaml; the names are those of Cornix.

Separate from `core.config` because a strategy is checked by arithmetic of its own: weights that
do not sum to 100 are refused with their sum, before any call meets them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from core.strategies import (
    Baseline,
    Chase,
    Entries,
    Exits,
    Multiplier,
    OwnLeverage,
    OwnStop,
    Source,
    Split,
    Trail,
    TrailKind,
)

Percent = Annotated[Decimal, Field(gt=0, le=100)]
Weights = Annotated[tuple[Percent, ...], Field(max_length=10)]
PCT_MIN = Decimal("0.01")
"""A distance below a pip of most pairs is a slip of the pen; where a tick is wider, the draft of a call refuses it."""
RANGES_MIN = Decimal("0.1")
NEEDS_DISTANCE = (TrailKind.HIGHEST, TrailKind.TRIGGER, TrailKind.STEP)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class TrailConfig(_Strict):
    """`core.strategies.Trail`; percent_below_highest, percent_below_trigger and step need a distance_pct."""

    kind: TrailKind = TrailKind.HIGHEST
    after_target: Annotated[int, Field(ge=0, le=10)] = 1
    after_pct: Annotated[Decimal, Field(ge=0, le=100)] = Decimal(0)
    distance_pct: Annotated[Decimal, Field(ge=PCT_MIN, le=100)] | None = None
    ranges: Annotated[Decimal, Field(ge=RANGES_MIN, le=20)] = Decimal(3)

    @model_validator(mode="after")
    def _a_distance_to_keep(self) -> TrailConfig:
        if self.distance_pct is None and self.kind in NEEDS_DISTANCE:
            raise ValueError(f"{self.kind} keeps a distance: add distance_pct, such as 0.5")
        if self.distance_pct is not None and self.kind not in NEEDS_DISTANCE:
            raise ValueError(f"{self.kind} keeps no distance in percent: remove distance_pct")
        return self

    def trail(self) -> Trail:
        distance = self.distance_pct if self.distance_pct is not None else Decimal(1)
        return Trail(self.after_target, distance, self.kind, self.after_pct, self.ranges)


class _Shared(_Strict):
    """A size shared out over several prices."""

    weights: Weights = ()

    @model_validator(mode="after")
    def _weights_are_whole(self) -> _Shared:
        custom = getattr(self, "ratio", None) == Split.CUSTOM
        if custom is not bool(self.weights):
            raise ValueError("ratio: custom and weights go together, such as weights: [50, 30, 20]")
        if self.weights and sum(self.weights) != 100:
            added = " + ".join(map(str, self.weights))
            raise ValueError(f"weights {added} = {sum(self.weights)}: they have to sum to 100")
        return self


class EntriesConfig(_Shared):
    """`core.strategies.Entries`."""

    ratio: Literal[Split.EVEN, Split.DECREASING, Split.INCREASING, Split.CUSTOM, Split.AS_CALLED] = Split.EVEN
    zone_orders: Annotated[int, Field(ge=1, le=10)] = 1
    active_orders: Annotated[int, Field(ge=1, le=10)] = 10
    first_as_market_pct: Annotated[Decimal, Field(ge=PCT_MIN, le=5)] | None = None
    trailing_pct: Annotated[Decimal, Field(ge=PCT_MIN, le=10)] | None = None
    cancel_on_target: bool = True
    chase: Chase = Chase.SKIP

    @model_validator(mode="after")
    def _a_weight_for_each_order(self) -> EntriesConfig:
        if self.weights and len(self.weights) < self.zone_orders:
            raise ValueError(f"{len(self.weights)} weights for zone_orders {self.zone_orders}: write one for each")
        return self

    def entries(self) -> Entries:
        return Entries(
            self.ratio,
            _parts(self.weights),
            self.zone_orders,
            self.active_orders,
            self.first_as_market_pct,
            self.trailing_pct,
            self.cancel_on_target,
            self.chase,
        )


class TakeProfitsConfig(_Shared):
    """`core.strategies.Exits`; at_pct belongs to a source of personal or fallback."""

    source: Source = Source.CHANNEL
    at_pct: Annotated[tuple[Annotated[Decimal, Field(gt=0, le=1000)], ...], Field(max_length=10)] = ()
    ratio: Split = Split.EVEN
    hold_s_max: Annotated[int, Field(ge=60, le=30 * 86_400)] | None = None
    session_end: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = None
    close_on_opposite: bool = False

    @model_validator(mode="after")
    def _targets_of_the_owner(self) -> TakeProfitsConfig:
        if bool(self.at_pct) is (self.source is Source.CHANNEL):
            raise ValueError("source: personal or fallback and at_pct go together, such as at_pct: [1, 2, 4]")
        if self.source is Source.PERSONAL and self.ratio is Split.AS_CALLED:
            raise ValueError("ratio: as_called is for the call's targets, and these are yours: write another ratio")
        if self.weights and len(self.weights) < len(self.at_pct):
            raise ValueError(f"{len(self.weights)} weights for {len(self.at_pct)} at_pct: write one for each")
        if list(self.at_pct) != sorted(set(self.at_pct)):
            raise ValueError(f"at_pct {', '.join(map(str, self.at_pct))}: write the nearest first, each once")
        return self

    def exits(self) -> Exits:
        return Exits(
            self.ratio,
            _parts(self.weights),
            self.hold_s_max,
            self.session_end,
            self.close_on_opposite,
            self.source,
            self.at_pct,
        )


class StopConfig(_Strict):
    """`core.strategies.OwnStop`."""

    source: Source
    distance_pct: Annotated[Decimal, Field(gt=0, lt=100)] | None = None
    baseline: Baseline = Baseline.AVERAGE

    @model_validator(mode="after")
    def _a_stop_of_the_owner(self) -> StopConfig:
        if (self.distance_pct is None) is not (self.source is Source.CHANNEL):
            raise ValueError("source: personal or fallback and distance_pct go together, such as distance_pct: 3")
        return self

    def stop(self) -> OwnStop | None:
        if self.distance_pct is None:
            return None
        return OwnStop(self.source, self.distance_pct, self.baseline)


class LeverageConfig(_Strict):
    """`core.strategies.OwnLeverage`."""

    mode: Multiplier
    value: Annotated[Decimal, Field(ge=1, le=125)]

    def leverage(self) -> OwnLeverage:
        return OwnLeverage(self.mode, self.value)


def _parts(weights: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    return tuple(weight / 100 for weight in weights)
