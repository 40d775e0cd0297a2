"""The simulator itself: time jumps, waits have an end, faults are strict, and the same seed is the same story."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.sim.faults import POSSIBLE, Call, Fault, Faults
from tests.sim.loop import BEGINNING, Deadlock, SimClock, in_virtual_time, play, running_loop


@in_virtual_time
async def test_a_day_passes_in_no_time() -> None:
    began, clock = time.perf_counter(), SimClock()
    await asyncio.sleep(86_400)
    assert (clock.now() - BEGINNING).total_seconds() == pytest.approx(86_400)
    assert time.perf_counter() - began < 5


def test_everybody_waiting_for_everybody_is_an_error_and_not_a_hanging_test() -> None:
    async def story() -> None:
        await asyncio.Event().wait()

    with pytest.raises(Deadlock):
        play(story())


def test_a_desk_that_does_not_rest_is_an_error_too_and_may_still_clear_up() -> None:
    is_cleared_up = False

    async def story() -> None:
        loop = asyncio.get_running_loop()

        def again() -> None:
            loop.call_soon(again)

        again()
        try:
            await asyncio.sleep(1)
        finally:
            nonlocal is_cleared_up
            is_cleared_up = True

    with pytest.raises(Deadlock, match="no time passes"):
        play(story())
    assert is_cleared_up


def test_a_pause_ends_in_its_moment_and_is_over_when_it_is_given_up() -> None:
    moments: list[float] = []

    async def story() -> None:
        loop = running_loop()
        given_up = asyncio.create_task(loop.pause(100))
        await loop.pause(0)
        await loop.pause(5)
        moments.append(loop.time())
        given_up.cancel()
        try:
            await given_up
        finally:
            moments.append(loop.time())

    with pytest.raises(asyncio.CancelledError):
        play(story())
    assert moments == [5, 5]


@in_virtual_time
async def test_timers_ring_in_their_order() -> None:
    rung: list[int] = []
    loop = asyncio.get_running_loop()
    for number in (3, 1, 2):
        loop.call_later(number * 1000, rung.append, number)
    await asyncio.sleep(5000)
    assert rung == [1, 2, 3]


@in_virtual_time
async def test_timers_of_one_moment_are_different_timers() -> None:
    rung: list[str] = []
    loop = asyncio.get_running_loop()
    timers = {loop.call_later(5, rung.append, name) for name in ("one", "other", "third")}
    assert len(timers) == 3
    assert {timer.when() for timer in timers} == {loop.time() + 5}
    min(timers, key=id).cancel()
    await asyncio.sleep(6)
    assert len(rung) == 2


def test_calls_come_in_the_order_of_the_real_loop() -> None:
    async def story() -> list[str]:
        heard: list[str] = []
        loop = asyncio.get_running_loop()

        def twice(name: str) -> None:
            heard.append(name)
            if len(name) < 4:
                loop.call_soon(twice, f"{name}.soon")
                loop.call_later(0, twice, f"{name}.timer")

        for name in ("a", "b"):
            twice(name)
            loop.call_later(0.01 * len(heard), heard.append, f"{name} in the end")
        loop.call_soon(heard.append, "never").cancel()
        loop.call_later(0, heard.append, "never").cancel()
        loop.call_at(loop.time() - 1, heard.append, "late already")
        await asyncio.sleep(0.05)
        return heard

    told = play(story())
    assert told == asyncio.run(story())
    assert len(told) == 9


def test_a_fault_that_cannot_befall_a_call_is_refused() -> None:
    faults = Faults()
    for call in Call:
        for fault in set(Fault) - POSSIBLE[call]:
            with pytest.raises(ValueError, match="cannot meet"):
                faults.next(call, fault)


def test_a_fault_that_never_struck_is_an_error() -> None:
    faults = Faults()
    faults.next(Call.ENTER, Fault.REFUSED)
    with pytest.raises(AssertionError, match="never struck"):
        faults.heal()
    assert faults.strike(Call.ENTER) is not None
    faults.heal()
    assert faults.strike(Call.ENTER) is None
