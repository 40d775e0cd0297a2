"""What a phone is shown: stages, shields, profits, limits as arithmetic, a reading in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.account import Account
from core.events import (
    ApprovalAsked,
    CloseAsked,
    ExitCause,
    FoundFlat,
    OrderAccepted,
    Quarantined,
    RulesLoaded,
    StopMoveAsked,
)
from core.limits import admit
from core.orders import EntryKind, TimeInForce
from core.plans import EntryLeg
from core.position import Position
from core.rules import Mode
from core.showing import limit_views, plan_view, position_view, question_view, title_of
from core.signals import (
    Act,
    Amendment,
    AtLimit,
    AtMarket,
    AtStop,
    Entry,
    Instruction,
    InZone,
    Ladder,
    Nothing,
    OpenEnded,
    Percent,
    Pips,
    Reading,
    Reason,
    SizeAdvice,
    SizeKind,
)
from core.views import PositionView, Shield, Stage
from core.vocabulary import ChannelId, Side
from core.wording import reading_lines
from tests.builders import (
    CALL,
    CHANNEL,
    ENTRY,
    a_channel,
    a_ladder,
    a_live,
    a_plan,
    a_quote,
    a_signal,
    after,
    an_account,
    an_instrument,
    at,
    filled,
    heard,
    left,
    live_through,
    money,
    only,
    price,
    quantity,
    row,
    some_limits,
    some_rules,
    tag,
    tell,
    told,
)

CLOSE = CloseAsked(CALL, at(20), "user:1")
QUARANTINED = Quarantined(CALL, at(20), "bug")
ACCEPTED = OrderAccepted(CALL, at(1), ENTRY)
MOVE = StopMoveAsked(CALL, at(20), price(98), "user:1")


def view(position: Position, mid: str | int | None = None, note: str = "") -> PositionView:
    return position_view(position, "Alpha", a_quote(mid) if mid is not None else None, note)


@pytest.mark.parametrize(
    ("position", "stage", "shield"),
    [
        (after(), Stage.OPENING, Shield.NONE),
        (after(ACCEPTED), Stage.AWAITING, Shield.NONE),
        (after(filled()), Stage.LIVE, Shield.UNPROVEN),
        (a_live(), Stage.LIVE, Shield.WORKING),
        (live_through(a_live(), MOVE)[0], Stage.LIVE, Shield.MOVING),
        (live_through(a_live(), CLOSE)[0], Stage.CLOSING, Shield.WORKING),
        (live_through(after(filled(4)), left(4))[0], Stage.CLOSING, Shield.NONE),
        (live_through(a_live(), left(10))[0], Stage.OVER, Shield.NONE),
        (live_through(a_live(), QUARANTINED)[0], Stage.QUARANTINED, Shield.UNPROVEN),
        (live_through(after(), QUARANTINED)[0], Stage.QUARANTINED, Shield.UNPROVEN),
    ],
)
def test_every_state_has_its_stage_and_its_shield(position: Position, stage: Stage, shield: Shield) -> None:
    assert (view(position).stage, view(position).shield) == (stage, shield)


def test_a_live_trade_shows_what_it_earns_in_money_and_in_risks() -> None:
    shown = view(a_live(), mid=110)
    assert row(shown.entry, shown.mark, shown.profit, shown.profit_r) == (100, 110, 100, 2)


def test_without_a_price_only_what_is_realised_is_shown() -> None:
    live = a_live(a_plan(targets=(105, 110)))
    hit = live_through(live, left(5, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105))[0]
    shown = view(hit)
    assert row(shown.mark, shown.realised, shown.profit, shown.quantity) == (None, 25, 25, 5)
    assert [target.hit for target in shown.targets] == [True, False]


def test_targets_are_shown_by_the_orders_that_stand_for_them() -> None:
    plan = a_plan(targets=(105, 110))
    assert [target.order for target in view(after(plan=plan)).targets] == [None, None]
    live = a_live(plan)
    assert [target.order for target in view(live).targets] == [5, 5]
    half_hit = live_through(live, left(2, by=tag("tp1"), cause=ExitCause.TARGET, at_price=105))[0]
    assert [target.order for target in view(half_hit).targets] == [3, 5]
    dust = live_through(after(plan=a_plan(quantity=quantity("0.001"), targets=(105, 110))), filled("0.001"))[0]
    assert [target.order for target in view(dust).targets] == [quantity("0.001"), 0]


def test_a_waiting_entry_shows_its_planned_price() -> None:
    market = a_plan(kind=EntryKind.MARKET, price=None, expected=price(101), risk=money(0))
    assert row(view(after(plan=market)).entry, view(after(plan=market)).profit_r) == (101, 0)
    assert view(after()).entry == 100


def test_a_finished_trade_says_why_it_ended() -> None:
    over = live_through(a_live(), FoundFlat(CALL, at(50), price(95)))[0]
    assert row(view(over).note, view(over).ended_at) == ("closed outside our sight", at(50))
    assert view(over, note="told").note == "told"


def test_a_trade_that_somebody_ended_says_by_whom() -> None:
    closing = live_through(a_live(), CloseAsked(CALL, at(20), "channel:-1001"))[0]
    over = live_through(closing, left(10, by=tag("close"), cause=ExitCause.CLOSE))[0]
    assert view(over).note == "ended by channel:-1001"


def test_a_plan_shows_its_rewards_in_units_of_its_risk() -> None:
    shown = plan_view(a_plan(targets=(105, 110)), money(10_000))
    assert row(shown.entry, shown.reward_r, shown.risk_pct) == ("limit 100", (1, 2), Decimal("0.5"))
    market = plan_view(a_plan(kind=EntryKind.MARKET, price=None), None)
    assert row(market.entry, market.risk_pct) == ("market", None)


def asked(account: Account) -> tuple[Account, ApprovalAsked]:
    account, answer = tell(account, heard(id_=2))
    return account, only(ApprovalAsked, answer)


def test_a_question_shows_what_the_account_would_hold_after_it() -> None:
    account = told(an_account(), heard(instrument=an_instrument("ETHUSDT")))
    held = sum(grant.notional for grant in account.grants.values())
    account, question = asked(told(account, RulesLoaded(at(0), some_rules(a_channel(Mode.ASK)))))
    shown = question_view(question, account, a_quote(100))
    assert row(shown.channel, shown.price, shown.same_symbol) == ("Alpha", Decimal("100.1"), 0)
    assert shown.exposure_after == held + question.plan.notional
    assert question_view(question, Account(), None).exposure_after == question.plan.notional


def test_limits_are_shown_as_used_of_allowed() -> None:
    assert limit_views(Account()) == ()
    account = told(an_account(), heard())
    (grant,) = account.grants.values()
    views = {limit.name: limit for limit in limit_views(account)}
    used = {name: (view.used, view.allowed) for name, view in views.items()}
    assert row(*used["open positions"]) == (1, 5)
    assert row(*used["exposure"]) == (grant.notional, 30_000)
    assert row(*used["exposure in BTCUSDT"]) == (grant.notional, 15_000)
    assert row(*used["positions in BTCUSDT"]) == (1, 1)
    assert row(*used["daily loss, every stop hit"]) == (grant.risk, 500)
    assert row(*used["risk of one trade"]) == (grant.risk, 200)
    assert used["leverage"][0] == pytest.approx(10, abs=Decimal("0.01"))
    assert [name for name, view in views.items() if view.each] == [
        "leverage",
        "risk of one trade",
        "stop distance",
        "entry off the market",
    ]


def test_in_hedge_mode_the_slots_of_a_symbol_are_shown_by_side() -> None:
    account = told(an_account(some_rules(limits=some_limits(hedge=True))), heard())
    shown = {limit.name: limit for limit in limit_views(account)}
    assert row(shown["long positions in BTCUSDT"].used, shown["long positions in BTCUSDT"].allowed) == (1, 1)


def test_with_nothing_open_the_bounds_of_one_symbol_and_of_one_trade_are_shown_all_the_same() -> None:
    bounds = {limit.name: (limit.used, limit.allowed) for limit in limit_views(an_account()) if limit.each}
    assert row(*bounds["positions in one symbol"]) == (None, 1)
    assert row(*bounds["exposure in one symbol"]) == (None, 15_000)
    assert row(*bounds["stop distance"]) == (None, 20)
    assert row(*bounds["entry off the market"]) == (None, 10)
    assert row(*bounds["leverage"]) == (None, 10)


def test_every_limit_that_can_decline_a_call_is_shown() -> None:
    """By the name its check has: "exposure in BTCUSDT" and so on."""
    account = told(an_account(), heard())
    standing = account.standing()
    assert standing is not None
    answer = admit(a_plan(), standing, account.rules.limits, at(0))
    shown = {limit.name for limit in limit_views(account)} | {"doors", "equity known"}
    names = {check.name for check in answer.checks}
    assert names - shown <= {"free margin", "risk of this trade", "daily loss if every stop is hit"}


def test_a_channel_goes_by_the_owners_name_for_it() -> None:
    account = an_account()
    assert title_of(account, CHANNEL) == "Alpha"
    assert title_of(account, ChannelId("-9")) == "-9"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (AtMarket(), "at market"),
        (AtMarket(price(99)), "at market, near 99"),
        (AtLimit(price(99)), "limit 99"),
        (AtStop(price(101)), "once it breaks 101"),
        (InZone(price(98), price(99)), "zone 98 to 99"),
        (Ladder((price(98), price(99))), "ladder 98, 99"),
        (Ladder((price(101), price(102)), breakout=True), "as it breaks 101, 102"),
    ],
)
def test_an_entry_is_read_back_in_words(entry: Entry, said: str) -> None:
    assert reading_lines(a_signal(entry=entry))[0] == f"BTCUSDT long, {said}"


@pytest.mark.parametrize(
    ("reading", "lines"),
    [
        (Nothing((Reason("chatter"),)), ("chatter",)),
        (
            a_signal(None, stop=Pips(Decimal(30)), targets=(Percent(Decimal(2)), OpenEnded()), symbol=None),
            ("no symbol no side, at market", "stop 30 pips", "targets 2 %, open"),
        ),
        (
            a_signal(Side.SHORT, stop=None, targets=(), reasons=(Reason("why"),), doubts=(Reason("hm"),)),
            ("BTCUSDT short, at market", "no stop", "why", "doubt: hm"),
        ),
        (
            a_signal(
                entry_weights=(Decimal(30), Decimal(70)),
                stop_condition="H4 close below",
                target_weights=(Decimal(50), Decimal(50)),
                size=SizeAdvice(SizeKind.ACCOUNT, Decimal(3), Decimal(3)),
            ),
            (
                "BTCUSDT long, at market",
                "shared out 30 %, 70 %",
                'stop 95, "H4 close below"',
                "targets 105, 110",
                "shared out 50 %, 50 %",
                "size advised: 3 % of the account",
            ),
        ),
        (
            Amendment(None, None, (Instruction(Act.CLOSE), Instruction(Act.BREAK_EVEN)), doubts=(Reason("hm"),)),
            ("close, move stop to breakeven", "doubt: hm"),
        ),
    ],
)
def test_a_reading_is_told_with_its_reasons_and_its_doubts(reading: Reading, lines: tuple[str, ...]) -> None:
    assert reading_lines(reading) == lines


def test_a_follow_up_is_told_with_its_figures_and_in_no_names_of_the_code() -> None:
    said = (Instruction(Act.CLOSE_PART, percent=Decimal(50)), Instruction(Act.BREAK_EVEN))
    reasons = (Reason("close_partial", 0, 10), Reason("why"))
    told = reading_lines(Amendment("SOL", None, said, reasons=reasons))
    assert told == ("close partial 50 %, move stop to breakeven", "why")


def test_a_plan_shows_every_entry_order_it_would_send() -> None:
    ladder = a_ladder(100, 98)
    assert plan_view(ladder, None).entry == "limit 100 + limit 98"
    capped = EntryLeg(EntryKind.LIMIT, price(101), quantity(5), price(101), TimeInForce.IOC)
    assert plan_view(replace(ladder, legs=(capped, ladder.legs[1])), None).entry == "market up to 101 + limit 98"
    assert plan_view(a_plan(), None).entry == "limit 100"
