"""Views as the chat's tests need them: each builder hides what the test does not speak of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from core.plans import Check
from core.views import (
    CandidateView,
    FollowUpView,
    PlanView,
    PositionView,
    QuestionView,
    Shield,
    Stage,
    StrangerView,
    TargetView,
)
from core.vocabulary import ChannelId, Money, Nonce, PositionId, Price, Quantity, Side, Symbol, Unit

D = Decimal
START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
GOLD = ChannelId("-1001")


def a_plan(**changes: object) -> PlanView:
    plan = PlanView(
        symbol=Symbol("BTCUSDT"),
        side=Side.LONG,
        entry="market",
        expected=Price(D(65000)),
        quantity=Quantity(D("0.05")),
        unit=Unit("BTC"),
        stop=Price(D(64000)),
        targets=(Price(D(67000)), Price(D(70000))),
        reward_r=(D(2), D(5)),
        leverage=D(5),
        notional=Money(D(3250)),
        margin=Money(D(650)),
        risk=Money(D("52.10")),
        risk_pct=D("0.52"),
    )
    return replace(plan, **changes)  # type: ignore[arg-type]


def a_position(name: str = "aaaaaaaaaa", **changes: object) -> PositionView:
    view = PositionView(
        position=PositionId(name),
        channel="Gold Room",
        symbol=Symbol("BTCUSDT"),
        side=Side.LONG,
        stage=Stage.LIVE,
        quantity=Quantity(D("0.05")),
        planned=Quantity(D("0.05")),
        unit=Unit("BTC"),
        entry=Price(D(65000)),
        mark=Price(D(65500)),
        stop=Price(D(64000)),
        shield=Shield.WORKING,
        targets=(TargetView(Price(D(67000)), D("0.5"), False), TargetView(Price(D(70000)), D("0.5"), False)),
        risk=Money(D("52.10")),
        realised=Money(D(0)),
        profit=Money(D("24.10")),
        profit_r=D("0.46"),
        opened_at=START,
        ended_at=None,
        note="",
    )
    return replace(view, **changes)  # type: ignore[arg-type]


def a_question(name: str = "qqqqqqqqqq", nonce: str = "nnnnnnnnnn", **changes: object) -> QuestionView:
    view = QuestionView(
        position=PositionId(name),
        nonce=Nonce(nonce),
        channel="Gold Room",
        text="BTCUSDT long, stop 64000, targets 67000 and 70000",
        plan=a_plan(),
        checks=(Check("age", True, "2 s of at most 60 s"),),
        doubts=("two prices look like an entry",),
        asked_at=START,
        expires_at=START + timedelta(seconds=300),
        price=Price(D(65130)),
        exposure_after=Money(D(3250)),
        same_symbol=0,
    )
    return replace(view, **changes)  # type: ignore[arg-type]


def a_follow_up(name: str = "ffffffffff", nonce: str = "mmmmmmmmmm", *trades: PositionView) -> FollowUpView:
    """ "Close it", said while these are open."""
    shown = trades or (a_position("aaaaaaaaaa"), a_position("bbbbbbbbbb", side=Side.SHORT))
    return FollowUpView(
        position=PositionId(name),
        nonce=Nonce(nonce),
        channel="Gold Room",
        text="close it now",
        asks=("close",),
        candidates=tuple(CandidateView(one.position, one.symbol, one.side, one) for one in shown),
        why=(f"it could mean {len(shown)} open trades, and is not guessed",),
        asked_at=START,
        expires_at=START + timedelta(seconds=300),
    )


def a_stranger(symbol: str = "XRPUSDT", **changes: object) -> StrangerView:
    view = StrangerView(
        key=f"{symbol} long",
        symbol=Symbol(symbol),
        side=Side.LONG,
        quantity=Quantity(D(500)),
        unit=Unit("XRP"),
        entry=Price(D(2)),
        mark=Price(D("2.01")),
        stop=Price(D("1.71")),
        standing=False,
        risk=Money(D("145.47")),
        arithmetic="2 % of 10,000.00 = 200.00 may be lost",
        ignored=False,
    )
    return replace(view, **changes)  # type: ignore[arg-type]
