"""What each command answers, asked without any Telegram."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.handlers import BY_NAME, SLASHES, commands_markdown, nearest, rehearse, said, split, unknown
from bot.handlers.presses import press
from bot.render import to_plain
from bot.slash import Ask, Reply, Role, Tap
from core.events import CloseAsked
from core.position import Live
from core.views import Doors, OrderView, SignalView, Stage, Verdict
from core.vocabulary import ChannelId, PositionId, Price, Quantity, Symbol
from tests.bot.desk_for_tests import GOLD, START, DeskForTests, PlayedClock, a_position, an_ask
from tests.builders import CALL, must

D = Decimal


@pytest.fixture
def clock() -> PlayedClock:
    return PlayedClock()


@pytest.fixture
def desk(clock: PlayedClock) -> DeskForTests:
    return DeskForTests(clock)


async def run(name: str, ask: Ask) -> tuple[str, Reply]:
    reply = await BY_NAME[name].run(ask)
    return to_plain(reply.text), reply


def taps(reply: Reply) -> list[tuple[Tap, str]]:
    return [(button.tap, button.about) for row in reply.rows for button in row]


async def test_every_command_answers_on_an_empty_and_on_a_full_desk(desk: DeskForTests) -> None:
    for _ in range(2):
        for slash in SLASHES:
            shown = to_plain((await slash.run(an_ask(desk))).text)
            assert shown.strip()
            assert len(slash.help) <= 60
        desk.hold(*(a_position(f"p{number:09d}", symbol=Symbol(f"S{number}USDT")) for number in range(30)))


def test_the_table_holds_every_command_once_and_makes_the_documents() -> None:
    names = [slash.name for slash in SLASHES]
    assert sorted(names) == sorted(set(names))
    assert set(names) >= {
        "start", "help", "status", "positions", "signals", "close", "pause", "resume", "limits", "panic", "why", "try",
    }  # fmt: skip
    assert all(f"`/{name}" in commands_markdown() for name in names)
    assert all(line.count("|") - line.count("\\|") == 4 for line in commands_markdown().splitlines() if "|" in line)


async def test_help_shows_only_what_the_role_may_use(desk: DeskForTests) -> None:
    viewer, _ = await run("help", an_ask(desk, role=Role.VIEWER))
    trader, _ = await run("help", an_ask(desk))
    assert "/panic" not in viewer
    assert "/status" in viewer
    assert "/panic" in trader


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/close@my_bot BTC half", ("close", "BTC half")),
        ("/TRY long\nbtc", ("try", "long\nbtc")),
        ("/", ("?", "")),
        ("hello /close", ("", "hello /close")),
    ],
)
def test_a_line_is_split_into_its_command_and_its_words(text: str, found: tuple[str, str]) -> None:
    assert split(text) == found


def test_an_unknown_command_names_the_nearest_the_user_may_use() -> None:
    assert "/positions" in to_plain(unknown("postions", Role.VIEWER).text)
    assert nearest("panik", Role.TRADER) == "panic"
    assert nearest("panik", Role.VIEWER) != "panic"
    assert nearest("zzzzzz", Role.ADMIN) is None


async def test_start_says_whose_money_moves_and_who_one_is(desk: DeskForTests) -> None:
    shown, _ = await run("start", an_ask(desk))
    assert "paper — PAPER: no real money moves here." in shown
    assert "user 42, trader" in shown


async def test_status_counts_the_shields_and_names_the_doors(desk: DeskForTests) -> None:
    desk.hold(a_position())
    desk.doors, desk.closed_by = Doors.LOCKED, "user:42"
    shown, _ = await run("status", an_ask(desk))
    assert "🔒 locked after a panic, until /resume (since 12:00:00 by you)" in shown
    assert "🛡 1 of 1 stops proven 4 s ago" in shown
    assert "Gold Room · asks · 3 calls · heard 12:00:00, 0 s ago" in shown


async def test_limits_are_arithmetic_with_a_bar(desk: DeskForTests) -> None:
    shown, _ = await run("limits", an_ask(desk))
    assert "12.40 of 500.00 USDT, 487.60 left" in shown
    assert "█░░░░░░░░░░░" in shown
    assert "Leverage: at most 10 x; the most open has 10\n" in shown
    assert "Stop distance: at most 20 %, from the entry to the stop\n" in shown + "\n"
    assert "used up" not in shown


async def test_positions_offer_buttons_that_name_the_trade_itself(desk: DeskForTests) -> None:
    desk.hold(a_position("aaaaaaaaaa"), a_position("bbbbbbbbbb", stage=Stage.CLOSING))
    _, reply = await run("positions", an_ask(desk))
    assert taps(reply) == [
        (Tap.CLOSE, "aaaaaaaaaa"),
        (Tap.CLOSE_HALF, "aaaaaaaaaa"),
        (Tap.WHY, "aaaaaaaaaa"),
        (Tap.WHY, "bbbbbbbbbb"),
        (Tap.RUN, "positions"),
    ]
    _, seen = await run("positions", an_ask(desk, role=Role.VIEWER))
    assert {tap for tap, _ in taps(seen)} == {Tap.WHY, Tap.RUN}


@pytest.mark.parametrize("words", ["0", "99", "-1", "x", "٣", "9" * 5000])
async def test_a_silly_number_of_signals_is_explained(desk: DeskForTests, words: str) -> None:
    shown, _ = await run("signals", an_ask(desk, words))
    assert "from 1 to 15" in shown


async def test_signals_show_the_newest_first_with_their_verdict(desk: DeskForTests) -> None:
    desk.heard = [
        SignalView(PositionId(f"s{number}"), START, "Gold Room", f"call {number}", Verdict.DECLINED, "too old")
        for number in range(12)
    ]
    shown, reply = await run("signals", an_ask(desk, "2"))
    assert shown.index("call 11") < shown.index("call 10")
    assert "call 9" not in shown
    assert taps(reply) == [(Tap.WHY, "s11"), (Tap.WHY, "s10")]


@pytest.mark.parametrize("words", ["aaaaaaaaaa", "btcusdt", "BTC/USDT", "all"])
async def test_close_finds_a_trade_by_id_symbol_or_all_and_asks_first(desk: DeskForTests, words: str) -> None:
    desk.hold(a_position())
    ask = an_ask(desk, words)
    shown, reply = await run("close", ask)
    assert "Close ▲ BTCUSDT long at market?" in shown or "Close 1 trades" in shown
    assert desk.closes == []
    pressed = await press(ask, Tap.YES, taps(reply)[0][1])
    assert desk.closes == [("aaaaaaaaaa", D(1), "user:42")]
    assert pressed.toast == "Closing 1."


async def test_a_second_yes_closes_nothing_twice(desk: DeskForTests) -> None:
    desk.hold(a_position())
    ask = an_ask(desk, "all")
    _, reply = await run("close", ask)
    nonce = taps(reply)[0][1]
    await press(ask, Tap.YES, nonce)
    again = await press(ask, Tap.YES, nonce)
    assert again.toast == "Already answered: this tap did nothing."
    assert len(desk.closes) == 1


async def test_a_yes_after_sixty_seconds_does_nothing(desk: DeskForTests, clock: PlayedClock) -> None:
    desk.hold(a_position())
    ask = an_ask(desk, "all")
    _, reply = await run("close", ask)
    clock.forward(61)
    late = await press(ask, Tap.YES, taps(reply)[0][1])
    assert "Too late" in late.toast
    assert desk.closes == []


async def test_another_users_yes_does_nothing(desk: DeskForTests) -> None:
    desk.hold(a_position())
    ask = an_ask(desk, "all")
    _, reply = await run("close", ask)
    other = an_ask(desk, user=7, questions=ask.questions)
    assert "another user" in (await press(other, Tap.YES, taps(reply)[0][1])).toast
    assert desk.closes == []


async def test_the_position_that_is_closed_is_the_one_on_the_button_whatever_the_list_is_now(
    desk: DeskForTests,
) -> None:
    desk.hold(a_position("aaaaaaaaaa"), a_position("bbbbbbbbbb", symbol=Symbol("ETHUSDT")))
    ask = an_ask(desk)
    asked = await press(ask, Tap.CLOSE, "bbbbbbbbbb")
    assert asked.reply is not None
    del desk.all[PositionId("aaaaaaaaaa")]
    await press(ask, Tap.YES, taps(asked.reply)[0][1])
    assert [position for position, _, _ in desk.closes] == ["bbbbbbbbbb"]


async def test_half_of_a_trade_can_be_closed_by_word_and_by_button(desk: DeskForTests) -> None:
    desk.hold(a_position())
    ask = an_ask(desk, "BTCUSDT 25%")
    shown, reply = await run("close", ask)
    assert "Close 25% of ▲ BTCUSDT long" in shown
    await press(ask, Tap.YES, taps(reply)[0][1])
    asked = await press(ask, Tap.CLOSE_HALF, "aaaaaaaaaa")
    assert asked.reply is not None
    await press(ask, Tap.YES, taps(asked.reply)[0][1])
    assert [fraction for _, fraction, _ in desk.closes] == [D("0.25"), D("0.5")]


@pytest.mark.parametrize("words", ["BTCUSDT 0%", "BTCUSDT 200%", "BTCUSDT much", "BTCUSDT NaN"])
async def test_a_share_nobody_can_close_is_explained(desk: DeskForTests, words: str) -> None:
    desk.hold(a_position())
    shown, reply = await run("close", an_ask(desk, words))
    assert "How much of it?" in shown
    assert reply.rows == ()


async def test_a_part_too_small_to_sell_is_explained_by_word_and_by_button_and_asked_of_nobody(
    desk: DeskForTests,
) -> None:
    desk.hold(a_position(str(CALL)))
    ask = an_ask(desk, "BTCUSDT 0.001%")
    shown, reply = await run("close", ask)
    assert "0.001 % of 10 BTC is 0.0001; the least order is 0.001 BTC, in steps of 0.001" in shown
    assert reply.rows == ()
    tapped = an_ask(desk, "BTCUSDT half")
    _, asked = await run("close", tapped)
    held = must(Live, desk.hands.trades[CALL])
    faster = CloseAsked(CALL, START, "user:2", Decimal("0.5"))
    desk.hands.trades[CALL] = replace(held, parting=faster)
    pressed = await press(tapped, Tap.YES, taps(asked)[0][1])
    assert pressed.toast == "Nothing was closed."
    assert pressed.edit is not None
    assert "is on its way out" in to_plain(pressed.edit.text)
    again = await press(ask, Tap.CLOSE_HALF, str(CALL))
    assert "is on its way out" in again.toast
    assert desk.closes == []


async def test_close_as_a_reply_means_the_trade_of_that_card(desk: DeskForTests) -> None:
    desk.hold(a_position("aaaaaaaaaa"), a_position("bbbbbbbbbb", symbol=Symbol("ETHUSDT")))
    shown, _ = await run("close", an_ask(desk, about=PositionId("bbbbbbbbbb")))
    assert "Close ▲ ETHUSDT long" in shown


async def test_a_button_of_a_trade_that_is_over_says_so(desk: DeskForTests) -> None:
    desk.hold(a_position(stage=Stage.OVER))
    pressed = await press(an_ask(desk), Tap.CLOSE, "aaaaaaaaaa")
    assert pressed.toast == "This trade is over: there is nothing to close."
    assert pressed.reply is None


async def test_pause_acts_at_once_and_says_what_stays_managed(desk: DeskForTests) -> None:
    desk.hold(a_position())
    shown, _ = await run("pause", an_ask(desk))
    assert desk.doors is Doors.PAUSED
    assert "1 open, still managed" in shown
    assert "Already paused" in (await run("pause", an_ask(desk)))[0]


async def test_resume_acts_at_once_after_a_pause_and_asks_after_a_panic(desk: DeskForTests) -> None:
    await desk.pause("user:42")
    await run("resume", an_ask(desk))
    assert desk.status().doors is Doors.OPEN
    await desk.panic("user:42")
    shown, reply = await run("resume", an_ask(desk))
    assert (shown, reply.rows) == ("🔒 Locked by a panic: only an admin opens the doors again.", ())
    ask = an_ask(desk, role=Role.ADMIN)
    shown, reply = await run("resume", ask)
    assert "locked by a panic" in shown
    assert desk.status().doors is Doors.LOCKED
    await press(ask, Tap.YES, taps(reply)[0][1])
    assert desk.status().doors is Doors.OPEN


async def test_a_resume_sent_long_ago_asks_even_after_a_mere_pause(desk: DeskForTests) -> None:
    await desk.pause("user:42")
    _, reply = await run("resume", an_ask(desk, sent_at=START - timedelta(minutes=5)))
    assert desk.status().doors is Doors.PAUSED
    assert taps(reply)[0][0] is Tap.YES


async def test_panic_asks_once_and_then_acts_on_a_single_tap(desk: DeskForTests) -> None:
    desk.hold(a_position(), a_position("bbbbbbbbbb", stage=Stage.AWAITING, quantity=Quantity(D(0))))
    ask = an_ask(desk)
    shown, reply = await run("panic", ask)
    assert "It closes 1 position (now +24.10 USDT) and cancels 1 waiting entry. Nothing is done yet." in shown
    assert desk.panics == 0
    pressed = await press(ask, Tap.PANIC, taps(reply)[0][1])
    assert desk.panics == 1
    assert "Panic is pressed" in pressed.toast


async def test_a_panic_button_from_before_a_restart_asks_anew_at_once(desk: DeskForTests) -> None:
    pressed = await press(an_ask(desk), Tap.PANIC, "of-an-earlier-life")
    assert desk.panics == 0
    assert pressed.reply is not None
    assert taps(pressed.reply)[0][0] is Tap.PANIC


async def test_why_tells_the_whole_trail_of_an_id_a_symbol_or_the_latest(desk: DeskForTests) -> None:
    desk.hold(a_position())
    desk.heard = [SignalView(PositionId("aaaaaaaaaa"), START, "Gold Room", "x", Verdict.OPENED, "")]
    for ask in (an_ask(desk), an_ask(desk, "aaaaaaaaaa"), an_ask(desk, "BTCUSDT"), an_ask(desk, about="aaaaaaaaaa")):
        shown, _ = await run("why", ask)
        for words in (
            "side long from 'long'",
            "✓ risk — 52.10 of 200.00 USDT",
            "At risk 52.10 USDT",
            "entry filled 0.05",
        ):
            assert words in shown
    assert "Nothing is known" in (await run("why", an_ask(desk, "zzz")))[0]


@pytest.mark.parametrize("verdict", Verdict)
async def test_signals_and_why_have_a_word_for_every_verdict(desk: DeskForTests, verdict: Verdict) -> None:
    desk.hold(a_position())
    desk.trails[PositionId("aaaaaaaaaa")] = replace(desk.trails[PositionId("aaaaaaaaaa")], verdict=verdict)
    desk.heard = [SignalView(PositionId("aaaaaaaaaa"), START, "Gold Room", "GOLD BUY NOW", verdict, "its reason")]
    for name in ("signals", "why"):
        shown, _ = await run(name, an_ask(desk))
        assert str(verdict) in shown
    assert verdict in rehearse.ENDS


async def test_why_of_a_symbol_finds_also_what_was_never_opened_the_newest_first(desk: DeskForTests) -> None:
    for name, verdict in (("older", Verdict.OPENED), ("declined", Verdict.DECLINED)):
        desk.hold(a_position(name, symbol=Symbol("ETHUSDT"), stage=Stage.OVER))
        desk.heard.append(SignalView(PositionId(name), START, "Gold Room", "x", verdict, "", "ETHUSDT"))
    for word in ("ETHUSDT", "#eth/usdt"):
        assert "Why · declined" in (await run("why", an_ask(desk, word)))[0]
    desk.hold(a_position("open", symbol=Symbol("ETHUSDT")))
    assert "Why · open" in (await run("why", an_ask(desk, "ETHUSDT")))[0]


async def test_why_keeps_the_entry_and_the_stop_in_sight_among_many_orders(desk: DeskForTests) -> None:
    name = PositionId("aaaaaaaaaa")
    desk.hold(a_position())
    held = OrderView("entry", "market buy of 0.05 BTC in BTCUSDT", Quantity(D("0.05")), Price(D(65000)), "filled")
    stop = OrderView("stop", "64000 → 64500, 3 moves", Quantity(D(0)), None, "stands for 0.05")
    closes = [OrderView(f"close {n}", "0.05 at market", Quantity(D(0)), None, "refused: halted") for n in range(20)]
    desk.trails[name] = replace(desk.trails[name], orders=(held, stop, *closes))
    shown, _ = await run("why", an_ask(desk, name))
    assert "Entry · market buy of 0.05 BTC in BTCUSDT · filled 0.05 BTC at 65,000\n" in shown
    assert "Stop · 64000 → 64500, 3 moves · stands for 0.05\n" in shown
    assert "Close 19 · 0.05 at market · refused: halted\n… 6 between them" in shown
    assert "Close 5 " not in shown


async def test_try_rehearses_words_replies_and_forwarded_posts_by_the_right_rules(desk: DeskForTests) -> None:
    shown, _ = await run("try", an_ask(desk, "btc long"))
    assert "You would be asked." in shown
    assert "nothing is done; by the strictest rules" in shown
    await run("try", an_ask(desk, quoted="eth long"))
    await said(an_ask(desk, "sol long", quoted="sol long", origin=GOLD), forwarded=True)
    await said(an_ask(desk, "ada long", origin=ChannelId("-999")), forwarded=True)
    assert desk.rehearsed == [("btc long", None), ("eth long", None), ("sol long", GOLD), ("ada long", None)]


async def test_plain_words_get_a_hint_and_do_nothing(desk: DeskForTests) -> None:
    assert "see /help" in to_plain((await said(an_ask(desk, "close everything!"), forwarded=False)).text)
    assert desk.rehearsed == []
    assert desk.closes == []


async def test_a_viewer_cannot_press_what_only_a_trader_may(desk: DeskForTests) -> None:
    desk.hold(a_position())
    ask = an_ask(desk, role=Role.VIEWER)
    for tap in (Tap.APPROVE, Tap.HALF, Tap.REJECT, Tap.YES, Tap.NO, Tap.PANIC, Tap.CLOSE, Tap.CLOSE_HALF):
        assert "needs the role trader" in (await press(ask, tap, "aaaaaaaaaa")).toast
    assert (desk.closes, desk.panics) == ([], 0)


async def test_a_button_runs_only_commands_that_read(desk: DeskForTests) -> None:
    assert (await press(an_ask(desk), Tap.RUN, "status")).edit is not None
    for name in ("pause", "panic", "close", "resume", "nonsense"):
        assert (await press(an_ask(desk), Tap.RUN, name)).edit is None
    assert desk.doors is Doors.OPEN


async def test_no_is_taken_as_no(desk: DeskForTests) -> None:
    desk.hold(a_position())
    ask = an_ask(desk, "all")
    _, reply = await run("close", ask)
    nonce = taps(reply)[0][1]
    assert (await press(ask, Tap.NO, nonce)).toast == "Nothing was done."
    assert "Already answered" in (await press(ask, Tap.YES, nonce)).toast
    assert desk.closes == []
