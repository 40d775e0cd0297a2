"""No plan becomes an order before every limit holds: each below, at and above its bound."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.limits import EQUITY_AGE_S_MAX, Standing, admit, grant_for
from core.plans import Admitted, Declined, Plan
from core.rules import Limits
from core.vocabulary import Money, Side
from tests.builders import BTC, NOON, a_grant, a_plan, a_standing, at, money, must, some_limits

PLAN = a_plan(notional=money(1000), margin=money(200), risk=money(50), leverage=Decimal(5))


def verdict(
    standing: Standing | None = None, *, plan: Plan = PLAN, when: float = 0, **limits: Any
) -> Admitted[Plan] | Declined:
    return admit(plan, standing or a_standing(), some_limits(**limits), at(when))


def refusal(*args: Any, **named: Any) -> str:
    """The name of the check that failed, which is the last one."""
    declined = must(Declined, verdict(*args, **named))
    assert [check.passed for check in declined.checks] == [True] * (len(declined.checks) - 1) + [False]
    assert declined.reason.startswith(declined.checks[-1].name)
    return declined.checks[-1].name


def test_a_plan_within_every_limit_is_admitted_with_all_its_arithmetic() -> None:
    admitted = must(Admitted, verdict())
    assert admitted.plan == PLAN
    assert len(admitted.checks) == 10
    assert all(check.passed and check.detail for check in admitted.checks)


def test_a_grant_is_what_the_plan_holds_of_the_account() -> None:
    grant = grant_for(PLAN)
    assert (grant.notional, grant.margin, grant.risk) == (PLAN.notional, PLAN.margin, PLAN.risk)


@pytest.mark.parametrize(
    ("name", "standing", "at_bound", "above"),
    [
        ("open positions", a_standing(a_grant()), {"open_positions_max": 2}, {"open_positions_max": 1}),
        (f"positions in {BTC}", a_standing(a_grant(symbol=BTC)), {"per_symbol_max": 2}, {"per_symbol_max": 1}),
        ("leverage", a_standing(), {"leverage_max": Decimal(5)}, {"leverage_max": Decimal("4.99")}),
        ("risk of this trade", a_standing(), {"risk_pct_max": Decimal("0.5")}, {"risk_pct_max": Decimal("0.49")}),
        (
            "exposure",
            a_standing(a_grant(500)),
            {"exposure_pct_max": Decimal(15)},
            {"exposure_pct_max": Decimal("14.9")},
        ),
        (
            f"exposure in {BTC}",
            a_standing(a_grant(500, symbol=BTC), a_grant(9000)),
            {"symbol_exposure_pct_max": Decimal(15), "per_symbol_max": 2},
            {"symbol_exposure_pct_max": Decimal("14.9"), "per_symbol_max": 2},
        ),
        (
            "daily loss if every stop is hit",
            a_standing(a_grant(risk=50)),
            {"daily_loss_pct_max": Decimal(1)},
            {"daily_loss_pct_max": Decimal("0.99")},
        ),
    ],
)
def test_a_limit_holds_at_its_bound_and_not_above_it(
    name: str, standing: Standing, at_bound: dict[str, Any], above: dict[str, Any]
) -> None:
    assert isinstance(verdict(standing, **at_bound), Admitted)
    assert refusal(standing, **above) == name


@pytest.mark.parametrize(("margin", "is_admitted"), [(9799, True), (9800, True), (9801, False)])
def test_margin_that_is_granted_is_not_granted_again(margin: int, is_admitted: bool) -> None:
    held = a_standing(a_grant(margin=money(margin)))
    assert isinstance(verdict(held), Admitted) is is_admitted


def test_closed_doors_come_before_every_number() -> None:
    closed = a_standing(closed_by="paused by user:1 since 12:00:00")
    assert refusal(closed, open_positions_max=0) == "doors"


@pytest.mark.parametrize(("age_s", "is_admitted"), [(EQUITY_AGE_S_MAX, True), (EQUITY_AGE_S_MAX + 1, False)])
def test_an_old_equity_is_not_known(age_s: int, is_admitted: bool) -> None:
    assert isinstance(verdict(when=age_s), Admitted) is is_admitted


def test_an_empty_account_opens_nothing() -> None:
    assert refusal(a_standing(equity=0)) == "equity known"
    assert refusal(a_standing(equity=-5)) == "equity known"


def test_the_daily_loss_counts_what_floats_and_every_open_stop() -> None:
    floating = a_standing(a_grant(risk=200), equity=9_800, day_equity=money(10_000))
    assert floating.lost_today == 200
    assert isinstance(verdict(floating, daily_loss_pct_max=Decimal("4.5")), Admitted)
    assert refusal(floating, daily_loss_pct_max=Decimal("4.49")) == "daily loss if every stop is hit"


def test_a_winning_day_gives_no_room_for_a_larger_loss() -> None:
    assert a_standing(equity=12_000, day_equity=money(10_000)).lost_today == 0


def test_a_grant_counts_until_its_position_has_ended_whatever_the_venue_answered() -> None:
    unknown = a_standing(*(a_grant() for _ in range(5)))
    assert refusal(unknown) == "open positions"


def test_in_hedge_mode_each_side_of_a_symbol_has_its_own_slot() -> None:
    """The venue keeps the two apart, so the call of one channel leaves the other side to another's."""
    long, short = a_grant(200, symbol=BTC, margin=money(40)), replace(PLAN, side=Side.SHORT)
    assert refusal(a_standing(long), plan=short) == f"positions in {BTC}"
    assert isinstance(verdict(a_standing(long), plan=short, hedge=True), Admitted)
    assert refusal(a_standing(long), hedge=True) == f"long positions in {BTC}"
    both = a_standing(long, replace(long, side=Side.SHORT))
    assert refusal(both, plan=short, hedge=True) == f"short positions in {BTC}"
    assert refusal(a_standing(replace(long, notional=money(14_500), margin=money(2_900))), plan=short, hedge=True) == (
        f"exposure in {BTC}"
    )


def test_the_other_side_may_not_raise_the_leverage_of_what_is_open() -> None:
    """A symbol has one leverage for both sides: more of it brings the liquidation of the open trade nearer."""
    short = replace(PLAN, side=Side.SHORT)
    for times, is_admitted in ((4, False), (5, True), (6, True)):
        held = a_standing(a_grant(200, symbol=BTC, margin=Money(Decimal(200) / times)))
        assert isinstance(verdict(held, plan=short, hedge=True), Admitted) is is_admitted
    assert refusal(a_standing(a_grant(200, symbol=BTC)), plan=short, hedge=True) == f"leverage in {BTC}"


AMOUNTS = st.integers(0, 20_000).map(money)
GRANTS = st.lists(
    st.builds(a_grant, AMOUNTS, AMOUNTS, st.sampled_from(["BTCUSDT", "ETHUSDT"]), margin=AMOUNTS), max_size=6
)


@given(grants=GRANTS, notional=AMOUNTS, margin=AMOUNTS, risk=AMOUNTS, worth=st.integers(-100, 30_000))
def test_whatever_is_admitted_keeps_every_sum_within_its_limit(
    grants: list[Any], notional: Any, margin: Any, risk: Any, worth: int
) -> None:
    standing = a_standing(*grants, equity=worth, day_equity=money(10_000))
    plan = replace(PLAN, notional=notional, margin=margin, risk=risk)
    if isinstance(admit(plan, standing, Limits(), NOON), Declined):
        return
    assert len(grants) < 5
    assert all(grant.symbol != BTC for grant in grants)
    assert standing.total_notional() + notional <= worth * 3
    assert standing.total_margin() + margin <= worth
    assert max(0, 10_000 - worth) + standing.total_risk() + risk <= 500
    assert risk <= worth * Decimal("0.02")
