"""The walk of a call through the real program: from a channel's post to the venue and back to the phone.

Each test starts ``main.py demo`` as its visitor does and looks at what the venue itself holds.
"""

from __future__ import annotations

import contextlib
from decimal import Decimal
from pathlib import Path

import pytest

from tests.e2e.demo_process import ALPHA, DESK, GOLD, NEW, DemoProcess, Held, SaidNo, Visitor, call, percent, running

RECAP = """Weekly recap
ETHUSDT long: all targets reached, +4.2%
SOLUSDT short: stopped out, -1.0%
5 winners, 2 losers. See you on Monday!"""
TIGHT = ("-0.3", ("0.4", "3"))
"""Levels near enough for gold's smallest lot to fit half a percent of the account."""


def gold_call(visitor: Visitor) -> str:
    return call("XAUUSD", visitor.price("XAUUSD"), *TIGHT)


def at_break_even(visitor: Visitor, symbol: str) -> Held | None:
    """The position, once its stop stands at its entry or beyond."""
    held = visitor.venue().held(symbol)
    if held is None or held.stop is None:
        return None
    sign = 1 if held.side == "long" else -1
    return held if (held.stop - held.entry) * sign >= 0 else None


def verdicts(visitor: Visitor, count: int) -> list[str]:
    """What became of the channels' posts, the newest first, once all of them have been heard."""

    def look() -> list[str] | None:
        told = visitor.ask_desk("/signals", "message").text
        return told.split("\n\n")[1:] if f"Last {count} " in told else None

    return visitor.until(f"{count} posts have a verdict", look)


def test_a_call_is_approved_protected_led_to_its_target_and_ended_by_a_panic(visitor: Visitor) -> None:
    posted = call("BTCUSDT", visitor.price("BTCUSDT"))
    visitor.say(ALPHA, posted)
    card = visitor.question("BTCUSDT")
    assert [card.key(words) is not None for words in ("Approve", "Half", "Reject")] == [True] * 3
    assert not visitor.venue().positions, "nothing is opened before somebody says yes"

    settled = visitor.answer(card, "Approve")
    held = visitor.holds("BTCUSDT", targets_min=3)
    assert held.stop is not None
    assert held.side == "long"
    assert held.stop < held.entry < held.targets[0]
    assert len(held.targets) == 3
    assert "Approved" in visitor.message(settled.id).text
    live = visitor.said("BTCUSDT", "live")
    assert live.id != card.id

    visitor.move("BTCUSDT", held.targets[0])
    safe = visitor.until("the stop is at the entry", lambda: at_break_even(visitor, "BTCUSDT"))
    assert 0 < safe.quantity < held.quantity
    assert len(safe.targets) == 2

    question = visitor.ask_desk("/panic", "close everything")
    assert visitor.venue().held("BTCUSDT"), "a panic asks once before it acts"
    visitor.answer(question, "YES")
    visitor.until("the venue is flat", visitor.is_flat)
    assert "1 of 1" in visitor.said("PANIC", "All flat", since=question.id).text

    visitor.say(GOLD, gold_call(visitor))
    assert "doors: locked" in verdicts(visitor, 2)[0], "nothing is opened until somebody resumes"
    assert visitor.is_flat()


def test_a_trusted_channel_opens_by_itself_and_its_follow_up_closes(visitor: Visitor) -> None:
    number = visitor.say(GOLD, gold_call(visitor))
    held = visitor.holds("XAUUSD")
    assert held.stop is not None
    assert held.stop < held.entry
    visitor.say(GOLD, "Close now", reply_to=number)
    visitor.until("the venue is flat", visitor.is_flat)


def test_a_short_call_is_the_mirror_of_a_long_one(visitor: Visitor) -> None:
    visitor.say(GOLD, call("SOLUSDT", visitor.price("SOLUSDT"), "1.5", ("-1.2", "-2.4")))
    held = visitor.holds("SOLUSDT")
    assert held.stop is not None
    assert held.side == "short"
    assert held.targets[0] < held.entry < held.stop
    visitor.move("SOLUSDT", percent(held.targets[0], "-0.05"))
    safe = visitor.until("the stop is at the entry", lambda: at_break_even(visitor, "SOLUSDT"))
    assert 0 < safe.quantity < held.quantity


def test_a_stop_that_is_met_ends_the_position_and_its_targets(visitor: Visitor) -> None:
    visitor.say(GOLD, call("ETHUSDT", visitor.price("ETHUSDT")))
    held = visitor.holds("ETHUSDT")
    assert held.stop is not None
    visitor.move("ETHUSDT", percent(held.stop, "-0.2"))
    visitor.until("the venue is flat", visitor.is_flat)
    visitor.said("ETHUSDT", "over")
    lost = Decimal(10_000) - visitor.venue().equity
    assert 0 < lost < Decimal(10_000) * Decimal("0.5") / 100 * Decimal("1.5"), "about half a percent was at risk"


def test_what_is_no_sound_call_opens_nothing_and_says_why(visitor: Visitor) -> None:
    visitor.say(ALPHA, RECAP)
    visitor.say(GOLD, call("ETHUSDT", visitor.price("ETHUSDT"), stop="1.8", targets=("3", "5")))
    visitor.say(NEW, call("BTCUSDT", visitor.price("BTCUSDT")))
    watched, wrong, recap = verdicts(visitor, 3)
    assert "watched" in watched
    assert "ignored" in recap
    assert "it reports results" in recap
    assert "declined" in wrong
    assert "must lie below the entry" in wrong

    told = visitor.ask_desk("/why", "Verdict").text
    for words in ("BTCUSDT", "watched", "Checks", "fresh price", "stop side", "size"):
        assert words in told
    tried = visitor.ask_desk(f"/try {call('SOLUSDT', visitor.price('SOLUSDT'))}", "Rehearsal")
    assert "nothing is done" in tried.text
    assert "SOLUSDT" in tried.text
    assert visitor.is_flat()
    assert visitor.venue().equity == 10_000


def test_half_is_half_and_a_rejected_call_is_never_opened(visitor: Visitor) -> None:
    price = visitor.price("BTCUSDT")
    visitor.say(ALPHA, call("ETHUSDT", visitor.price("ETHUSDT")))
    visitor.answer(visitor.question("ETHUSDT"), "Reject")
    visitor.say(ALPHA, call("BTCUSDT", price))
    card = visitor.question("BTCUSDT")
    planned = next(Decimal(line.split()[1]) for line in card.text.splitlines() if line.startswith("size"))
    visitor.answer(card, "Half")
    held = visitor.holds("BTCUSDT")
    assert abs(held.quantity * 2 - planned) <= Decimal("0.002"), f"half of {planned}, and not {held.quantity}"
    assert visitor.venue().held("ETHUSDT") is None


def test_a_second_tap_on_approve_does_nothing(visitor: Visitor) -> None:
    visitor.say(ALPHA, call("BTCUSDT", visitor.price("BTCUSDT")))
    card = visitor.question("BTCUSDT")
    key = card.key("Approve")
    assert key is not None
    for _ in range(5):
        with contextlib.suppress(SaidNo):  # once the card is redrawn, the button is not there any more
            visitor.press_data(card.id, key.data)
    if (now := visitor.message(card.id)).key("Approve"):
        visitor.answer(now, "Approve")
    held = visitor.holds("BTCUSDT")
    planned = next(Decimal(line.split()[1]) for line in card.text.splitlines() if line.startswith("size"))
    assert held.quantity == planned
    visitor.until("every tap has been taken", lambda: visitor.health()["updates_waiting"] == 0)
    after = visitor.venue()
    assert [position.quantity for position in after.positions] == [planned]
    with pytest.raises(SaidNo, match="no button"):
        visitor.press_data(card.id, key.data)


def test_a_restart_in_the_middle_keeps_positions_questions_and_cards(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = DemoProcess(data, "--no-script")
    try:
        visitor = first.open()
        visitor.say(GOLD, call("BTCUSDT", visitor.price("BTCUSDT")))
        before = visitor.holds("BTCUSDT", targets_min=3)
        card = visitor.said("BTCUSDT", "live")
        visitor.say(ALPHA, call("ETHUSDT", visitor.price("ETHUSDT")))
        asked = visitor.question("ETHUSDT")
    finally:
        first.kill()
    with running(data, "--no-script") as (_, visitor):
        after = visitor.holds("BTCUSDT")
        assert (after.quantity, after.entry, after.stop, after.targets) == (
            before.quantity,
            before.entry,
            before.stop,
            before.targets,
        )
        visitor.answer(visitor.message(asked.id), "Approve")
        visitor.holds("ETHUSDT")
        visitor.move("BTCUSDT", before.targets[0])
        visitor.until("the stop is at the entry", lambda: at_break_even(visitor, "BTCUSDT"))
        visitor.until("its card tells so", lambda: "✓" in visitor.message(card.id).text)
        cards = [m.id for m in visitor.messages() if m.text.startswith("▲ BTCUSDT long")]
        assert cards == [card.id], "a card is edited in place, not repeated"
        asking = [m.id for m in visitor.messages() if "ETHUSDT" in m.text and m.text.startswith(("Approve", "✓ Appr"))]
        assert asking == [asked.id]


def test_a_button_from_before_a_restart_asks_again_and_closes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with running(data, "--no-script") as (_, visitor):
        visitor.say(GOLD, call("BTCUSDT", visitor.price("BTCUSDT")))
        visitor.holds("BTCUSDT")
        old = visitor.ask_desk("/panic", "close everything")
    with running(data, "--no-script") as (_, visitor):
        visitor.press(old, "YES")
        again = visitor.said("PANIC", "close everything", since=old.id)
        assert visitor.venue().held("BTCUSDT"), "an old button does nothing by itself"
        visitor.answer(again, "YES")
        visitor.until("the venue is flat", visitor.is_flat)


def test_the_shipped_script_shows_all_six_moments(tmp_path: Path) -> None:
    with running(tmp_path / "data", "--speed", "20") as (_, visitor):
        visitor.question("BTCUSDT")
        assert "stop" in visitor.said("XAUUSD", "is over", bound_s=60).text
        visitor.said("XAUUSD", "target hit")
        wrong, recap, opened, asked = verdicts(visitor, 4)
        assert "asked" in asked
        assert "opened" in opened
        assert "it reports results" in recap
        assert "must lie below the entry" in wrong
        trade = opened.split("Gold Room · ")[1].split()[0]
        history = visitor.ask_desk(f"/why {trade}", "History").text
        assert "trail" in history
        truth = visitor.venue()
        assert not truth.positions, "gold was closed by its trailing stop; bitcoin waits for its answer"
        assert truth.equity > 10_000


def test_a_correction_in_the_chat_makes_the_channels_next_call_open(visitor: Visitor) -> None:
    def guarded() -> str:
        return gold_call(visitor).replace("Stop loss:", "guard")

    first = guarded()
    stop = next(line.split()[-1] for line in first.splitlines() if line.startswith("guard"))
    visitor.say(GOLD, first)
    assert len(verdicts(visitor, 1)) == 1
    assert visitor.is_flat()
    why = visitor.ask_desk("/why", "Why", "Marked")
    asked = visitor.say(DESK, f"SL is {stop}", reply_to=why.id)
    card = visitor.said("A rule for", '"guard" means stop', since=asked)
    visitor.answer(card, "Keep it")
    visitor.said("Kept", since=asked)
    visitor.say(GOLD, guarded())
    held = visitor.holds("XAUUSD")
    assert held.stop is not None
    assert held.stop < held.entry
