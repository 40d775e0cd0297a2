"""What must hold: each exception is found, given its patience, and is a breach no longer once it is mended."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.account import Account
from core.events import Breach, InvariantBroken, PositionPlanned
from core.invariants import INFINITE, INVARIANTS, Picture, asked_of, at_the_door, check, unharmed_from
from core.orders import Observation
from core.position import Closing, Live, Parked, Position, Unconfirmed, Working
from core.vocabulary import PositionId
from tests.builders import (
    BTC,
    CALL,
    a_grant,
    a_holding,
    a_live,
    a_plan,
    after,
    an_account,
    an_observation,
    an_order,
    at,
    heard,
    left,
    live_through,
    money,
    must,
    price,
    quantity,
    tag,
    tell,
)

GRANTED = replace(an_account(), grants={CALL: a_grant()})


def a_picture(
    position: Position | None, observed: Observation, when: float = 100, account: Account = GRANTED, offset_s: float = 0
) -> Picture:
    return Picture(account, {CALL: position} if position is not None else {}, observed, at(when), offset_s)


def broken(picture: Picture, patience_s: float) -> list[str]:
    """What is a breach once it has lasted for ``patience_s``, and was none before."""
    first, since = check(picture, {})
    assert patience_s == 0 or not first
    nearly = replace(picture, at=at(100 + patience_s - 0.1))
    assert patience_s == 0 or not check(nearly, since)[0]
    breaches, _ = check(replace(picture, at=at(100 + patience_s)), since)
    assert all(breach.words and breach.remedy for breach in breaches)
    return [breach.invariant for breach in breaches]


def test_a_sound_account_breaks_nothing() -> None:
    live = a_live(a_plan(targets=(105, 110)))
    orders = tuple(an_order(rung.tag) for rung in live.working_rungs)
    assert check(a_picture(live, an_observation(a_holding(), orders=orders)), {}) == ((), {})


class Watched:
    """An account that keeps what it was asked for."""

    def __init__(self, account: Account) -> None:
        self.account, self.asked = account, list[object]()

    def __getattr__(self, name: str) -> object:
        self.asked.append(getattr(self.account, name))
        return self.asked[-1]


def test_all_that_is_asked_of_an_account_is_named_so_that_another_equity_alone_is_no_new_picture() -> None:
    watched = Watched(replace(GRANTED, day_equity=money(1000), heirs={CALL: PositionId("other")}))
    live, account = a_live(), cast("Account", watched)
    check(a_picture(live, an_observation(a_holding()), account=account), {})
    unharmed_from(account, [live])
    named = asked_of(watched.account)
    assert len(watched.asked) > 5
    assert all(any(one is each for each in named) for one in watched.asked)
    richer = replace(watched.account, equity=money(5000), equity_at=at(50))
    assert all(one is each for one, each in zip(asked_of(richer), named, strict=True))
    shut = replace(watched.account, breaches=(Breach("I8", "old", "wait"),))
    assert asked_of(shut) != named, "what is to be opened again has to be looked at again"


def test_i1_what_is_held_without_a_stop_is_a_breach_after_ten_seconds() -> None:
    naked = a_picture(a_live(), an_observation(a_holding(stop=None)))
    assert broken(naked, 10) == ["I1"]
    unproven = replace(a_live(), stop=Unconfirmed(price(95), at(90), 1))
    assert broken(a_picture(unproven, an_observation(a_holding())), 10) == ["I1"]


def test_i1_what_is_quarantined_is_guarded_by_nobody_so_its_missing_stop_is_a_breach() -> None:
    parked = Parked(a_live(), "a bug")
    assert broken(a_picture(parked, an_observation(a_holding(stop=None))), 10) == ["I1"]
    assert check(a_picture(parked, an_observation(a_holding())), {}) == ((), {})


def test_i1_what_is_mended_in_between_starts_anew() -> None:
    naked, whole = an_observation(a_holding(stop=None)), an_observation(a_holding())
    _, since = check(a_picture(a_live(), naked, 100), {})
    _, since = check(a_picture(a_live(), whole, 105), since)
    breaches, _ = check(a_picture(a_live(), naked, 112), since)
    assert breaches == ()


def test_i2_the_same_order_twice_on_the_book_is_a_breach_at_once() -> None:
    twice = an_observation(a_holding(), orders=(an_order(tag("tp1")), an_order(tag("tp1"))))
    assert broken(a_picture(a_live(), twice), 0) == ["I2"]


def test_i2_somebody_elses_orders_are_not_counted() -> None:
    foreign = an_observation(a_holding(), orders=(an_order(tag("tp1")), *(2 * (an_order(tag("tp9")),))))
    others = replace(foreign, orders=tuple(replace(o, tag=o.tag.replace(CALL, "web")) for o in foreign.orders))  # type: ignore[arg-type]
    assert check(a_picture(a_live(), others), {}) == ((), {})


def test_i2_a_call_that_is_open_twice_is_a_breach_at_once() -> None:
    heir = PositionId("call-again")
    account = replace(GRANTED, grants={CALL: a_grant(), heir: a_grant()}, heirs={CALL: heir})
    second = live_through(None, PositionPlanned(heir, at(0), a_plan(id_=heir)))[0]
    whole = an_observation(a_holding())

    def found(first: Position) -> list[str]:
        pictured = Picture(account, {CALL: first, heir: second}, whole, at(100))
        return [breach.invariant for breach in check(pictured, {})[0]]

    assert found(a_live()) == found(after()) == ["I2"]
    assert found(Closing(a_live(), "user:1", at(20), 0, asked=True)) == []
    assert found(live_through(a_live(), left(10))[0]) == []


def test_i4_exits_for_more_than_is_held_are_a_breach_after_two_rounds() -> None:
    many = tuple(an_order(tag(f"tp{number}")) for number in range(1, 12))
    assert broken(a_picture(a_live(), an_observation(a_holding(), orders=many)), 30) == ["I4"]


def test_i5_a_position_that_would_lose_more_than_it_was_granted_is_a_breach() -> None:
    loosened = replace(a_live(), stop=Working(price(80), quantity(10)))
    assert broken(a_picture(loosened, an_observation(a_holding(stop=80))), 30) == ["I5"]


def test_i5_the_fees_count_and_a_fill_may_be_a_quarter_worse_than_was_planned() -> None:
    for stop, is_broken in (("94", False), ("93.9", False), ("93.8", True), ("93.7", True)):
        live = replace(a_live(), stop=Working(price(stop), quantity(10)))
        found, _ = check(a_picture(live, an_observation(a_holding(stop=stop)), 100), {})
        assert found == ()
        lasting, _ = check(a_picture(live, an_observation(a_holding(stop=stop)), 140), {("I5", CALL): at(100)})
        assert bool(lasting) is is_broken, stop


def a_day(lost: int = 0, floats: int = 0, mark: int = 101, stop: int = 95) -> Observation:
    """What the venue shows of ten of a coin at 100, of which ``floats`` is lost or earned, after a day like that."""
    held = replace(a_holding(stop=stop), mark=price(mark), unrealised=money(floats))
    return replace(an_observation(held), equity=money(10_000 - lost + floats))


def of_the_day(observed: Observation, position: Position | None, *others: int) -> bool:
    """Is it a breach, with a limit of 500 for the day, and grants that risk ``others`` beside it?"""
    grants = {PositionId(f"other-{number}"): a_grant(risk=risk) for number, risk in enumerate(others)}
    account = replace(an_account(), grants={CALL: a_grant(symbol=BTC, risk=50), **grants})
    pictured = a_picture(position, observed, 140, account=account)
    return any("if every stop is hit" in breach.words for breach in check(pictured, {("I5", "the day"): at(100)})[0])


def test_i5_all_together_may_lose_no_more_than_the_day_allows() -> None:
    assert not of_the_day(a_day(lost=450), a_live()), "500 are allowed, and a fill may be a quarter worse"
    assert not of_the_day(a_day(lost=570), a_live())
    assert of_the_day(a_day(lost=580), a_live())
    assert not of_the_day(a_day(), a_live(), 250, 300)
    assert of_the_day(a_day(), a_live(), 250, 330)


def test_i5_what_nothing_is_known_of_counts_with_its_whole_grant() -> None:
    assert of_the_day(a_day(lost=580), after())
    assert of_the_day(a_day(lost=580), None)
    assert of_the_day(a_day(lost=580), replace(a_live(), stop=Unconfirmed(price(95), at(90), 1)))


def test_i5_what_floats_is_counted_once_and_profit_given_back_is_no_loss() -> None:
    assert not of_the_day(a_day(lost=550, floats=-40, mark=96), a_live()), "of 50 at risk 40 float already"
    risen = replace(a_live(), stop=Working(price(101), quantity(10)))
    assert not of_the_day(a_day(floats=2_000, mark=300, stop=101), risen)


def test_i5_a_day_that_is_lost_with_nothing_left_at_risk_is_the_daily_limits_affair() -> None:
    account = an_account()
    assert check(a_picture(None, replace(an_observation(), equity=money(9_000)), account=account), {}) == ((), {})


@given(st.integers(1, 400), st.integers(80, 110), st.integers(-3_000, 3_000), st.booleans())
def test_only_what_is_looked_at_with_every_price_depends_on_one(
    mark: int, stop: int, floats: int, is_on_the_book: bool
) -> None:
    live = replace(a_live(), stop=Working(price(stop), quantity(10)))
    orders = (an_order(tag("tp1")),) * (1 + is_on_the_book)
    still, moved = (replace(a_day(stop=stop), orders=orders), replace(a_day(0, floats, mark, stop), orders=orders))

    def found(observed: Observation, *, of_prices: bool) -> list[tuple[str, str]]:
        table = [one for one in INVARIANTS if one.of_prices is of_prices]
        return [found for one in table for found in one.find(a_picture(live, observed))]

    assert found(still, of_prices=False) == found(moved, of_prices=False)
    _, since = check(a_picture(live, moved), {}, only_prices_moved=True)
    assert set(since) == {("I5", whom) for whom, _ in found(moved, of_prices=True)}


@given(st.integers(1, 400), st.integers(80, 110), st.integers(-3_000, 3_000), st.integers(-1_000, 1_000), st.booleans())
def test_from_the_unharmed_equity_on_no_price_breaks_anything(
    mark: int, stop: int, floats: int, lost: int, is_proven: bool
) -> None:
    live = replace(
        a_live(), stop=Working(price(stop), quantity(10)) if is_proven else Unconfirmed(price(95), at(90), 1)
    )
    picture = a_picture(live, a_day(lost, floats, mark, stop))
    is_unharmed = picture.observed.equity >= unharmed_from(picture.account, picture.lives)
    assert not (is_unharmed and check(picture, {}, only_prices_moved=True)[1])


def test_the_unharmed_equity_is_the_last_that_bears_every_stop() -> None:
    bears = unharmed_from(GRANTED, [a_live()])
    assert bears < 9_500
    assert not of_the_day(replace(a_day(), equity=money(bears)), a_live())
    assert of_the_day(replace(a_day(), equity=money(bears - 1)), a_live())
    assert unharmed_from(replace(GRANTED, grants={CALL: a_grant(risk=1_000)}), []) == INFINITE
    assert unharmed_from(replace(GRANTED, day_equity=None), [a_live()]) == -INFINITE


def test_i6_what_lives_without_a_grant_is_a_breach() -> None:
    assert broken(a_picture(a_live(), an_observation(a_holding()), account=an_account()), 5) == ["I6"]


@pytest.mark.parametrize("offset_s", [0.6, 5.0])
def test_i8_a_clock_that_is_off_in_two_readings_is_a_breach(offset_s: float) -> None:
    assert broken(a_picture(None, an_observation(), offset_s=offset_s), 1) == ["I8"]
    assert check(a_picture(None, an_observation(), offset_s=0.4), {}) == ((), {})


def test_i8_old_or_no_knowledge_of_the_venue_shuts_the_door() -> None:
    assert at_the_door(60) == ()
    assert [breach.invariant for breach in at_the_door(60.1)] == ["I8"]
    assert [breach.invariant for breach in at_the_door(None)] == ["I8"]


def test_a_breach_opens_nothing_and_closes_nothing() -> None:
    account = an_account()
    shut, answer = tell(account, InvariantBroken(at(1), (Breach("I5", "too much at risk", "Close a part."),)))
    assert answer == ()
    _, verdict = tell(shut, heard())
    assert "doors: I5: too much at risk" in str(verdict)
    free, _ = tell(shut, InvariantBroken(at(2), ()))
    assert free == account


def test_each_invariant_has_one_patience_and_says_what_to_do() -> None:
    names = [invariant.name for invariant in INVARIANTS]
    assert names == sorted(names)
    assert len({(one.name, one.patience_s, one.remedy) for one in INVARIANTS}) == len(set(names))
    assert all(invariant.remedy.endswith(".") for invariant in INVARIANTS)
    assert must(Live, a_live()).ledger.held == 10
