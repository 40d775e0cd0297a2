"""What must hold: each exception is found, given its patience, and is a breach no longer once it is mended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.account import Account
from core.events import Breach, InvariantBroken
from core.invariants import INVARIANTS, Picture, at_the_door, check
from core.orders import Observation
from core.position import Live, Parked, Position, Unconfirmed, Working
from tests.builders import (
    CALL,
    a_grant,
    a_holding,
    a_live,
    a_plan,
    an_account,
    an_observation,
    an_order,
    at,
    heard,
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


def test_i4_exits_for_more_than_is_held_are_a_breach_after_two_rounds() -> None:
    many = tuple(an_order(tag(f"tp{number}")) for number in range(1, 12))
    assert broken(a_picture(a_live(), an_observation(a_holding(), orders=many)), 30) == ["I4"]


def test_i5_a_position_that_would_lose_more_than_it_was_granted_is_a_breach() -> None:
    loosened = replace(a_live(), stop=Working(price(80), quantity(10)))
    assert broken(a_picture(loosened, an_observation(a_holding(stop=80))), 30) == ["I5"]


def test_i6_what_lives_without_a_grant_is_a_breach() -> None:
    assert broken(a_picture(a_live(), an_observation(a_holding()), account=an_account()), 5) == ["I6"]


@pytest.mark.parametrize("offset_s", [0.6, 5.0])
def test_i8_a_clock_that_is_off_in_two_readings_is_a_breach(offset_s: float) -> None:
    assert broken(a_picture(None, an_observation(), offset_s=offset_s), 1) == ["I8"]
    assert check(a_picture(None, an_observation(), offset_s=0.4), {}) == ((), {})


def test_i8_old_or_no_knowledge_of_the_venue_shuts_the_door() -> None:
    assert at_the_door(at(0), at(60)) == ()
    assert [breach.invariant for breach in at_the_door(at(0), at(61))] == ["I8"]
    assert [breach.invariant for breach in at_the_door(None, at(0))] == ["I8"]


def test_a_breach_opens_nothing_and_closes_nothing() -> None:
    account = an_account()
    shut, answer = tell(account, InvariantBroken(at(1), (Breach("I5", "too much at risk", "Close a part."),)))
    assert answer == ()
    _, verdict = tell(shut, heard())
    assert "doors: I5: too much at risk" in str(verdict)
    free, _ = tell(shut, InvariantBroken(at(2), ()))
    assert free == account


def test_each_invariant_has_one_row_and_says_what_to_do() -> None:
    names = [invariant.name for invariant in INVARIANTS]
    assert names == sorted(set(names))
    assert all(invariant.remedy.endswith(".") for invariant in INVARIANTS)
    assert must(Live, a_live()).ledger.held == 10
