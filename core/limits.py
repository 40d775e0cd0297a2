"""The interlocking: no plan becomes an order before every limit has been proven to hold.

`admit` is the only maker of `Admitted`, and only an `Admitted` plan can be opened. Every
limit is answered as arithmetic, passed or not, so that /why and /limits show the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core.plans import Admitted, Check, Declined, Grant, Plan
from core.records import quick
from core.rules import Limits
from core.vocabulary import ZERO, Money, PositionId, Side, Symbol

EQUITY_AGE_S_MAX = 180
"""Equity is read every few seconds; older than this it is not known (invariant I8)."""
HUNDRED = Decimal(100)


@quick
@dataclass(frozen=True, slots=True)
class Standing:
    """What the account stands at: its worth, its day, and what is already granted.

    ``day_equity``: equity when the trading day began. ``closed_by``: why nothing may be
    opened, empty when the doors are open. A grant lives until its position is over, so an
    order whose outcome is unknown counts as filled (invariant I6).
    """

    equity: Money
    equity_at: datetime
    day_equity: Money
    closed_by: str
    grants: Mapping[PositionId, Grant]

    @property
    def lost_today(self) -> Money:
        """Floating losses included; never below 0."""
        return Money(max(ZERO, self.day_equity - self.equity))

    def total_notional(self) -> Money:
        return Money(sum((grant.notional for grant in self.grants.values()), ZERO))

    def total_margin(self) -> Money:
        return Money(sum((grant.margin for grant in self.grants.values()), ZERO))

    def total_risk(self) -> Money:
        return Money(sum((grant.risk for grant in self.grants.values()), ZERO))


def grant_for(plan: Plan) -> Grant:
    """What a plan would hold of the account."""
    return Grant(plan.symbol, plan.side, plan.channel, plan.notional, plan.margin, plan.risk)


def admit(plan: Plan, standing: Standing, limits: Limits, at: datetime) -> Admitted[Plan] | Declined:
    """Prove every limit for this plan, or decline it by the first that does not hold."""
    checks = tuple(_checks(plan, standing, limits, at))
    for place, check in enumerate(checks, 1):
        if not check.passed:
            return Declined(f"{check.name}: {check.detail}", checks[:place])
    return Admitted(plan, checks)


def more_risk(risk: Decimal, standing: Standing, limits: Limits, at: datetime) -> tuple[Check, ...]:
    """May a trade that holds its grant already risk ``risk`` again? Its grant is among those of ``standing``."""
    age_s = (at - standing.equity_at).total_seconds()
    allowed_loss = standing.day_equity * limits.daily_loss_pct_max / HUNDRED
    worst_day = standing.lost_today + standing.total_risk()
    return (
        Check("equity known", standing.equity > 0 and age_s <= EQUITY_AGE_S_MAX, f"read {age_s:.0f} s ago"),
        _at_most("risk of this trade", risk, standing.equity * limits.risk_pct_max / HUNDRED, ""),
        _at_most("daily loss if every stop is hit", worst_day, allowed_loss, ""),
    )


def _checks(plan: Plan, standing: Standing, limits: Limits, at: datetime) -> list[Check]:
    equity, grants = standing.equity, standing.grants
    age_s = (at - standing.equity_at).total_seconds()
    same = [grant for grant in grants.values() if grant.symbol == plan.symbol]
    merging = [grant for grant in same if not limits.hedge or grant.side is plan.side]
    exposure = standing.total_notional() + plan.notional
    symbol_exposure = sum([grant.notional for grant in same], ZERO) + plan.notional
    worst_day = standing.lost_today + standing.total_risk() + plan.risk
    free = equity - standing.total_margin()
    allowed_loss = standing.day_equity * limits.daily_loss_pct_max / HUNDRED
    return [
        Check("doors", not standing.closed_by, standing.closed_by or "open"),
        Check("equity known", equity > 0 and age_s <= EQUITY_AGE_S_MAX, f"{equity:,.2f}, read {age_s:.0f} s ago"),
        _counted("open positions", len(grants) + 1, limits.open_positions_max),
        _counted(slot(plan.symbol, plan.side, limits), len(merging) + 1, limits.per_symbol_max),
        _at_most("leverage", plan.leverage, limits.leverage_max, "x"),
        *(_shared_leverage(plan, same) if limits.hedge and same else ()),
        _at_most("risk of this trade", plan.risk, equity * limits.risk_pct_max / HUNDRED, ""),
        _at_most("exposure", exposure, equity * limits.exposure_pct_max / HUNDRED, ""),
        _at_most(f"exposure in {plan.symbol}", symbol_exposure, equity * limits.symbol_exposure_pct_max / HUNDRED, ""),
        _at_most("free margin", plan.margin, free, ""),
        _at_most("daily loss if every stop is hit", worst_day, allowed_loss, ""),
    ]


def slot(symbol: Symbol, side: Side, limits: Limits) -> str:
    """What `Limits.per_symbol_max` counts, by the name its check has."""
    return f"{side} positions in {symbol}" if limits.hedge else f"positions in {symbol}"


def _shared_leverage(plan: Plan, same: list[Grant]) -> list[Check]:
    """Both sides of a symbol have one leverage: raising it would bring the liquidation of the other side nearer."""
    held = [round(grant.notional / grant.margin, 2) for grant in same if grant.margin]
    return [_at_most(f"leverage in {plan.symbol}", plan.leverage, min(held), "x")] if held else []


def _counted(name: str, used: int, allowed: int) -> Check:
    return Check(name, used <= allowed, f"{used:,} of {allowed:,}")


def _at_most(name: str, used: Decimal, allowed: Decimal, unit: str) -> Check:
    return Check(name, used <= allowed, f"{_short(used)}{unit} of {_short(allowed)}{unit}")


def _short(amount: Decimal) -> str:
    """In thousands, with two places or none."""
    text = f"{amount:,.2f}"
    return text[:-3] if text.endswith(".00") and amount == int(amount) else text
