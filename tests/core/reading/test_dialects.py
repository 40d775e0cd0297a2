"""A channel's own words are read like words the reader always knew, and change nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.reading import as_json, names_of, read
from core.reading.dialects import MEANINGS, WORD_LENGTH_MAX, WORDS_MAX, BarePrice, Dialect, PriceRange
from core.reading.learning.teachable import objection
from core.reading.roles import Role
from core.signals import Amendment, AtLimit, AtMarket, AtPrice, InZone, Ladder, Nothing, Reading, Signal
from core.vocabulary import Side
from tests.core.reading.monsters import MONSTERS, is_near_linear
from tests.posts import reading_of, texts

HOUSE = Dialect(
    words=(
        ("guard", Role.STOP),
        ("safety line", Role.STOP),
        ("🛡", Role.STOP),
        ("护盾", Role.STOP),
        ("goal", Role.TARGET),
        ("crédit", Role.BUY),
    ),
    symbols=(("the yellow", "XAUUSD"), ("橙子", "BTCUSDT")),
)


def call(text: str, dialect: Dialect = HOUSE) -> Signal:
    found = read(text, dialect=dialect)
    assert isinstance(found, Signal)
    return found


def stop_of(found: Signal) -> Decimal | None:
    return found.stop.price if isinstance(found.stop, AtPrice) else None


@pytest.mark.parametrize(
    "text",
    [
        "BTCUSDT LONG 60000\nGuard 59000\nGoal 61000",
        "BTCUSDT LONG 60000\nguard59000\ngoal1 61000",
        "BTCUSDT LONG 60000\nSafety   **Line**: 59000\n🎯 61000",
        "BTCUSDT LONG 60000\n🛡 59000\ngoal: 61000",
        "BTC 做多 60000 护盾59000 止盈 61000",
        "BTC 做多 60000 我的护盾 59000 止盈 61000",
        "橙子 做多 60000 护盾 59000 止盈 61000",
        "BTCUSDT Credit 60000\ngu\u200bard 59000\ngoal 61000",
    ],
)
def test_a_word_of_the_channel_is_read_wherever_it_stands(text: str) -> None:
    found = call(text)
    assert (stop_of(found), found.side, found.doubts) == (Decimal(59000), Side.LONG, ())


def test_a_word_is_never_found_inside_another() -> None:
    found = call("BTCUSDT LONG 60000\nbodyguard 58000\nSL 59000 TP 61000")
    assert stop_of(found) == Decimal(59000)


def test_a_name_of_the_channel_points_to_its_words() -> None:
    text = "sell **the** yellow 2340 guard 2350 goal 2330"
    found = call(text)
    assert found.symbol == "XAUUSD"
    assert {text[r.start : r.end] for r in found.reasons if r.field == "symbol"} == {"the** yellow"}


def test_the_longest_phrase_of_the_channel_wins() -> None:
    dialect = Dialect(words=(("red", Role.STOP), ("red line", Role.TARGET)))
    found = call("BTC long 60000 red 59000 red line 61000", dialect)
    assert (stop_of(found), found.targets) == (Decimal(59000), (AtPrice(found.targets[0].price),))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["buy 2340 sl 2330 tp 2350", "buy now sl 2330 tp 2350", "sell limit 2340, sl 2350, tp 2330"]
)
def test_a_call_that_names_nothing_is_about_the_channels_instrument(text: str) -> None:
    found = call(text, Dialect(symbol="XAUUSD"))
    assert (found.symbol, found.doubts) == ("XAUUSD", ())


def test_the_channels_instrument_never_overrules_a_named_one() -> None:
    assert call("BTCUSDT long 60000 sl 59000 tp 61000", Dialect(symbol="XAUUSD")).symbol == "BTCUSDT"


@pytest.mark.parametrize("text", ["SL 2330 TP 2350", "close half", "good morning", "gold may go up", "move sl to be"])
def test_the_channels_instrument_makes_no_call_of_what_is_none(text: str) -> None:
    assert as_json(read(text, dialect=Dialect(symbol="XAUUSD"))) == as_json(read(text))


def test_a_bare_price_may_mean_now() -> None:
    text = "gold buy 2340 sl 2330 tp 2350"
    assert call(text).entry == AtLimit(Decimal(2340))  # type: ignore[arg-type]
    now = Dialect(bare_price=BarePrice.MARKET)
    assert call(text, now).entry == AtMarket(Decimal(2340))  # type: ignore[arg-type]
    assert call(text.replace("buy", "buy limit"), now).entry == AtLimit(Decimal(2340))  # type: ignore[arg-type]


def test_a_range_may_be_two_entries() -> None:
    text = "gold buy 2345-2340 sl 2330 tp 2350"
    assert isinstance(call(text).entry, InZone)
    two = call(text, Dialect(price_range=PriceRange.TWO_ENTRIES)).entry
    assert two == Ladder((Decimal(2345), Decimal(2340)))  # type: ignore[arg-type]


def test_a_reply_is_read_in_the_dialect_too() -> None:
    found = read("close half", reply_text="the yellow buy 2340 guard 2330", dialect=HOUSE)
    assert isinstance(found, Amendment)
    assert found.symbol == "XAUUSD"


def test_the_corpus_is_read_as_before_in_a_dialect_that_says_nothing() -> None:
    spoken = Dialect(words=(("zyxwv", Role.STOP),), symbols=(("qqqqqq", "BTCUSDT"),))
    silent = Dialect()
    for text in texts():
        assert read(text, dialect=spoken) == read(text, dialect=silent) == reading_of(text)


# --- what the venue trades -------------------------------------------------------------------


def test_a_name_in_capitals_is_put_to_a_human_where_the_venue_trades_it() -> None:
    text = "🔥🔥 NEWCOIN is ready\nlong entry 1.20\nsl 1.10\ntp 1.40"
    assert call(text).symbol is None
    found = read(text, listed=names_of(["NEWCOINUSDT", "BTCUSDT"]))
    assert isinstance(found, Signal)
    assert found.symbol == "NEWCOIN"
    assert [d.text for d in found.doubts] == ["only the venue's list says that this is an instrument"]


@pytest.mark.parametrize("text", ["BUY THE DIP NOW", "LONG AND HIGH, to the moon", "WIN WITH US, buy now 5"])
def test_shouting_is_no_instrument(text: str) -> None:
    assert read(text, listed=names_of(["THEUSDT", "HIGHUSDT", "WINUSDT", "DIPUSDT"])) == read(text)


def test_two_names_the_venue_trades_are_a_doubt_and_no_guess() -> None:
    text = "🔥🔥 NEWCOIN beats OLDCOIN\nlong entry 1.20\nsl 1.10\ntp 1.40"
    found = read(text, listed=names_of(["NEWCOINUSDT", "OLDCOINUSDT"]))
    assert isinstance(found, Signal)
    assert [d.text for d in found.doubts] == ["several instruments are named: NEWCOIN, OLDCOIN"]


# --- hostile dialects ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("2310", "a number is no word"),
        ("tp 1", "a number is no word"),
        ("①", "a list number is no word"),
        ("", "nothing in it is a word"),
        ("  ", "nothing in it is a word"),
        (":", "nothing in it is a word"),
        ("\u200b\u202e", "nothing in it is a word"),
        ("\ue100", "nothing in it is a word"),
        ("a\nb", "it must stand on one line"),
        ("https://a.example", "a link or a handle is never read"),
        ("@somebody", "a link or a handle is never read"),
    ],
)
def test_what_is_no_word_is_no_word_of_a_dialect(phrase: str, why: str) -> None:
    assert objection(phrase, Role.STOP) == why


SILENCERS = (
    *("not", "NO", "if", "would not", "don't", "maybe", "不要", "nicht", "remove", "analysis"),
    *("yesterday", "was", "last night", "he", "according to", "wait", "hold", "closed", "hit", "cancel", "you can"),
    *("вчера", "soon", "except", "just kidding"),
)


@pytest.mark.parametrize("phrase", SILENCERS)
def test_a_word_that_keeps_a_post_from_trading_is_never_taught_away(phrase: str) -> None:
    assert "never taught away" in (objection(phrase, Role.BUY) or "")
    assert objection(phrase, None) is not None


def test_a_word_may_always_be_made_to_keep_posts_from_trading() -> None:
    assert objection("maybe", Role.LESSON) is None
    assert isinstance(
        read("BTC long 60000 sl 59000 tp 61000 demo", dialect=Dialect(words=(("demo", Role.LESSON),))), Nothing
    )


@pytest.mark.parametrize("phrase", SILENCERS)
@pytest.mark.parametrize("place", ["{} XAUUSD buy 2340 sl 2330 tp 2350", "XAUUSD buy 2340 sl 2330 tp 2350 {}"])
def test_no_meaning_that_may_be_taught_makes_a_silenced_call_open(phrase: str, place: str) -> None:
    text = place.format(phrase)
    if as_json(read(text))["verdict"] == "open":
        return
    for meaning in MEANINGS.values():
        if objection(phrase, meaning) is None:
            assert as_json(read(text, dialect=Dialect(words=((phrase, meaning),))))["verdict"] != "open", meaning


@pytest.mark.parametrize(
    ("phrase", "role", "known"),
    [
        ("sell", Role.BUY, "sell"),
        ("sell now", Role.BUY, "sell"),
        ("лонг", Role.SELL, "buy"),
        ("做空", Role.BUY, "sell"),
        ("sl", Role.TARGET, "stop"),
        ("TP", Role.FILLER, "target"),
        ("long", None, "buy"),
    ],
)
def test_a_word_for_a_side_or_a_level_is_never_turned(phrase: str, role: Role | None, known: str) -> None:
    assert objection(phrase, role) == f"the reader knows it as a word for {known}, and that is never turned"


def test_a_word_the_reader_knows_may_be_written_down_again() -> None:
    assert [objection(word, role) for word, role in (("sl", Role.STOP), ("long", Role.BUY))] == [None, None]


def test_a_word_is_a_word_and_never_a_pattern() -> None:
    dialect = Dialect(words=((".*", Role.STOP), ("(a+)+$", Role.STOP), ("[", Role.TARGET), ("g.ard", Role.STOP)))
    assert stop_of(call("BTC long 60000 guard 59000 tp 61000", dialect)) is None


PHRASES = st.one_of(
    st.text(max_size=WORD_LENGTH_MAX), st.sampled_from(["long", "sl", "tp", "if", "x", "k", "止损", "-", "🎯"])
)
DIALECTS = st.builds(
    Dialect,
    words=st.lists(st.tuples(PHRASES, st.sampled_from(list(MEANINGS.values()))), max_size=6).map(tuple),
    symbols=st.lists(st.tuples(PHRASES, st.sampled_from(["XAUUSD", "BTCUSDT", "1"])), max_size=3).map(tuple),
    symbol=st.none() | st.just("XAUUSD"),
    bare_price=st.sampled_from(BarePrice),
    price_range=st.sampled_from(PriceRange),
)
POSTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*MONSTERS, "long ", "sl 1 ", "tp 3 ", "2 "]), max_size=40).map("".join),
)


@given(POSTS, DIALECTS)
@settings(max_examples=300, deadline=None)
def test_no_dialect_makes_the_reader_raise_or_point_beside_the_text(text: str, dialect: Dialect) -> None:
    found: Reading = read(text, reply_text=text, dialect=dialect)
    assert isinstance(found, Signal | Amendment | Nothing)
    doubts = () if isinstance(found, Nothing) else found.doubts
    assert all(0 <= r.start <= r.end <= len(text) for r in (*found.reasons, *doubts))
    as_json(found)


@pytest.mark.untraced
def test_with_the_largest_dialect_four_times_the_length_takes_nowhere_near_sixteen_times_as_long() -> None:
    words = tuple((f"{'a' * 30}{chr(97 + n % 26)}{chr(97 + n // 26)}", Role.STOP) for n in range(WORDS_MAX))
    han = tuple((f"护{chr(0x4E00 + n)}", "BTCUSDT") for n in range(WORDS_MAX))
    dialect = Dialect(words=words, symbols=han)
    for unit in ("a" * 31 + " ", "护", "护一", "buy ", "🔥"):
        assert is_near_linear(unit, 7, 0.001, dialect), repr(unit)
