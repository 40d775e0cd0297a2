"""Which call a follow-up is about, as pure arithmetic over what was said and what is open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import read
from core.reading.dialects import FollowUps
from core.reading.dialogue import Meant, OpenCall, Unclear, Unmet, Words, bind, completed, says_no_more
from core.signals import NO_STOP, Act, Amendment, AtLimit, AtPrice, Instruction, Signal
from core.vocabulary import PositionId, Side, Symbol
from tests.builders import a_signal, must, price

GOLD, BTC = Symbol("XAUUSD"), Symbol("BTCUSDT")
OLD, SHORT, COIN = (PositionId(name) for name in ("old", "short", "coin"))
OPEN = (OpenCall(OLD, GOLD, Side.LONG), OpenCall(SHORT, GOLD, Side.SHORT), OpenCall(COIN, BTC, Side.LONG))

NUMBERED = (replace(OPEN[0], serials=frozenset({"7"})), replace(OPEN[1], serials=frozenset({"8"})))


def test_a_reply_means_the_call_it_answers_whatever_else_is_open() -> None:
    assert bind(Words(answers=(SHORT,), is_reply=True, is_ours=True), OPEN) == Meant((SHORT,))


def test_a_reply_that_names_another_instrument_is_asked_about() -> None:
    words = Words(symbol=BTC, named="BTC", answers=(OLD,), is_reply=True, is_ours=True)
    assert must(Unclear, bind(words, OPEN)).candidates == (OLD, COIN)


def test_a_reply_to_a_call_that_is_over_never_means_a_later_one_in_the_same_instrument() -> None:
    words = Words(symbol=GOLD, named="gold", answers=(PositionId("gone"),), is_reply=True, is_ours=True)
    assert bind(words, OPEN) == Unmet("the call it answers is not open")


def test_sell_only_means_the_short_and_gold_only_both_gold_trades() -> None:
    assert bind(Words(side=Side.SHORT), OPEN) == Meant((SHORT,))
    assert bind(Words(symbol=GOLD, named="gold", side=Side.SHORT), OPEN) == Meant((SHORT,))
    assert must(Unclear, bind(Words(symbol=GOLD, named="gold"), OPEN)).candidates == (OLD, SHORT)


def test_the_last_call_is_meant_only_where_the_channels_dialect_says_so() -> None:
    assert must(Unclear, bind(Words(), OPEN)).candidates == (OLD, SHORT, COIN)
    assert bind(Words(), OPEN, FollowUps.LAST_CALL) == Meant((COIN,))
    assert bind(Words(symbol=GOLD), OPEN, FollowUps.LAST_CALL) == Meant((SHORT,))


def test_all_trades_are_never_only_the_last_one() -> None:
    assert must(Unclear, bind(Words(every=True), OPEN, FollowUps.LAST_CALL)).candidates == (OLD, SHORT, COIN)
    assert bind(Words(every=True), OPEN[:1], FollowUps.LAST_CALL) == Meant((OLD,))


@pytest.mark.parametrize(
    "text",
    [
        *("Close all trades", "Move all SL to BE", "close all longs", "cancel all pending", "Close both trades"),
        *("Закрываем все сделки", "cerrar todo", "全部平仓", "すべて決済", "Alle Positionen schließen"),
        *("إغلاق جميع الصفقات", "tüm işlemleri kapat", "Fermez toutes les positions", "zamknij wszystkie"),
        *("tutup semua posisi", "Feche tudo", "sabhi trades close karo", "همه معاملات را ببندید", "chiudete tutte"),
    ],
)
def test_the_word_all_is_heard_in_every_language(text: str) -> None:
    assert must(Amendment, read(text)).every


@pytest.mark.parametrize(
    "text", ["Close now", "Close half, rest to BE", "All good! TP1 hit, close half", "平仓一半", "закрываем половину"]
)
def test_what_speaks_of_one_trade_is_not_for_all(text: str) -> None:
    assert not must(Amendment, read(text)).every


def test_the_number_of_a_signal_tells_which_of_several_is_meant() -> None:
    assert bind(Words(serials=frozenset({"8"})), NUMBERED) == Meant((SHORT,))
    assert bind(Words(serials=frozenset({"7", "8"})), NUMBERED) == Meant((OLD, SHORT))
    assert bind(Words(serials=frozenset({"8"})), NUMBERED, FollowUps.LAST_CALL) == Meant((SHORT,))


def test_the_only_open_trade_is_not_meant_where_another_number_is_named() -> None:
    assert bind(Words(serials=frozenset({"9"})), NUMBERED[:1]) == Unmet("signal #9 of this channel is not open")
    unknown = must(Unclear, bind(Words(serials=frozenset({"9"})), OPEN[:1]))
    assert unknown == Unclear((OLD,), "it names signal #9, and no open trade is known by that number")


def test_a_number_that_nobody_knows_is_no_objection_to_an_instrument_that_tells() -> None:
    named = Words(symbol=BTC, named="BTC", serials=frozenset({"9"}))
    assert bind(named, OPEN) == Meant((COIN,))
    assert bind(named, (replace(OPEN[2], serials=frozenset({"8"})),)) == Unmet("signal #9 of this channel is not open")


def test_a_number_and_another_instrument_or_side_are_asked_about() -> None:
    assert must(Unclear, bind(Words(side=Side.LONG, serials=frozenset({"8"})), NUMBERED)).candidates == (SHORT,)
    twice = (NUMBERED[0], replace(NUMBERED[1], serials=frozenset({"7"})))
    assert must(Unclear, bind(Words(serials=frozenset({"7"})), twice)).candidates == (OLD, SHORT)


def test_what_a_post_answers_goes_before_the_number_it_names() -> None:
    words = Words(answers=(OLD,), is_reply=True, is_ours=True, serials=frozenset({"8"}))
    assert bind(words, NUMBERED) == Meant((OLD,))


def test_where_follow_ups_come_by_reply_even_the_only_trade_is_asked_about() -> None:
    assert bind(Words(), OPEN[:1], FollowUps.ONLY_BY_REPLY) == Unclear(
        (OLD,), "it answers no call, and this channel's follow-ups do"
    )


names = st.sampled_from([OLD, SHORT, COIN, PositionId("gone")])
words_said = st.builds(
    Words,
    symbol=st.sampled_from([None, GOLD, BTC]),
    named=st.sampled_from([None, "gold"]),
    side=st.sampled_from([None, *Side]),
    answers=st.lists(names, max_size=2).map(tuple),
    is_reply=st.booleans(),
    is_ours=st.booleans(),
    every=st.booleans(),
    serials=st.sampled_from([frozenset(), frozenset({"7"}), frozenset({"7", "8"})]),
)


@given(words_said, st.lists(st.sampled_from((*OPEN, *NUMBERED)), unique=True), st.sampled_from(FollowUps))
def test_what_is_meant_is_always_open_and_more_than_one_is_never_guessed(
    words: Words, calls: list[OpenCall], how: FollowUps
) -> None:
    open_ = {call.position for call in calls}
    match bind(words, calls, how):
        case Meant(positions=positions):
            assert len(positions) == 1 or len(positions) <= len(words.serials)
            assert set(positions) <= open_
        case Unclear(candidates=candidates, why=why):
            assert candidates
            assert set(candidates) <= open_
            assert why
        case Unmet(why=why):
            assert why


def test_levels_complete_a_bare_call_and_take_away_the_doubt_about_its_stop() -> None:
    bare = must(Signal, read("GOLD BUY NOW"))
    assert NO_STOP in [doubt.text for doubt in bare.doubts] or not bare.doubts
    levels = must(Amendment, read("SL 2332 TP 2352"))
    whole = completed(bare, levels)
    assert whole.stop == AtPrice(price(2332))
    assert whole.targets == (AtPrice(price(2352)),)
    assert NO_STOP not in [doubt.text for doubt in whole.doubts]


def test_levels_that_name_less_leave_the_rest_as_it_was() -> None:
    later = Amendment(None, None, (Instruction(Act.SET_LEVELS),), entry=AtLimit(price(99)))
    whole = completed(a_signal(), later)
    assert (whole.stop, whole.targets, whole.entry) == (a_signal().stop, a_signal().targets, AtLimit(price(99)))


@pytest.mark.parametrize(
    ("one", "other", "less"),
    [
        (a_signal(stop=None, targets=()), a_signal(), True),
        (a_signal(), a_signal(stop=None, targets=()), False),
        (a_signal(targets=(105,)), a_signal(), True),
        (a_signal(stop=96), a_signal(), False),
        (replace(a_signal(), side=Side.SHORT), a_signal(), False),
    ],
)
def test_a_summary_says_no_more_than_its_call(one: Signal, other: Signal, less: bool) -> None:
    assert says_no_more(one, other) is less
