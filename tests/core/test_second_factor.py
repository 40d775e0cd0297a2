"""A code is good once, in its time; five wrong ones shut the door for fifteen minutes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.second_factor import LOCK_S, STEP_S, TRIES_MAX, Locked, Passed, Spent, Wrong, judge, steps

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STEP = int(NOW.timestamp()) // STEP_S
LATER = NOW + timedelta(seconds=LOCK_S)


def test_codes_of_one_step_to_either_side_are_good() -> None:
    assert steps(NOW) == (STEP - 1, STEP, STEP + 1)
    assert steps(NOW + timedelta(seconds=STEP_S - 1)) == steps(NOW)


def test_a_code_is_good_once_and_so_is_none_before_it() -> None:
    spent, proof = judge(Spent(), STEP, NOW)
    assert proof == Passed()
    assert judge(spent, STEP, NOW)[1] == Wrong(TRIES_MAX - 1, used=True)
    assert judge(spent, STEP - 1, NOW)[1] == Wrong(TRIES_MAX - 1, used=True)
    assert judge(spent, STEP + 1, NOW)[1] == Passed()


def test_the_fifth_wrong_code_locks_and_no_right_one_opens_before_its_time() -> None:
    spent = Spent()
    for left in (4, 3, 2, 1):
        spent, proof = judge(spent, None, NOW)
        assert proof == Wrong(left, used=False)
    spent, proof = judge(spent, None, NOW)
    assert proof == Locked(LATER, newly=True)
    assert judge(spent, STEP, NOW) == (spent, Locked(LATER, newly=False))
    assert judge(spent, STEP + 40, LATER)[1] == Passed()
    assert judge(spent, None, LATER)[1] == Wrong(4, used=False)


def test_a_right_code_forgives_the_wrong_ones() -> None:
    spent, _ = judge(Spent(wrong=4), STEP, NOW)
    assert spent == Spent(last_step=STEP)


def test_a_clock_put_back_by_a_day_does_not_lock_for_a_day() -> None:
    spent = Spent(locked_until=NOW + timedelta(days=1))
    assert judge(spent, STEP, NOW)[1] == Passed()


@given(st.lists(st.tuples(st.none() | st.integers(-1, 1), st.integers(0, 60)), max_size=60))
def test_whatever_is_tried_no_step_passes_twice_and_guesses_stay_few(tries: list[tuple[int | None, int]]) -> None:
    spent, at, passed = Spent(), NOW, []
    wrong: list[datetime] = []
    for offset, pause_s in tries:
        at += timedelta(seconds=pause_s)
        step = None if offset is None else int(at.timestamp()) // STEP_S + offset
        spent, proof = judge(spent, step, at)
        if isinstance(proof, Passed):
            passed.append(step)
            wrong.clear()
        elif isinstance(proof, Wrong) or (isinstance(proof, Locked) and proof.newly):
            wrong.append(at)
            recent = [one for one in wrong if (at - one).total_seconds() < LOCK_S]
            assert len(recent) <= 2 * TRIES_MAX
    assert len(passed) == len(set(passed))
