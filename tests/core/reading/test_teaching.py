"""A correction becomes the smallest rule that would have read the post rightly, or one clear line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import STANDARD
from core.reading.dialects import BarePrice, Dialect, FollowUps, PriceRange
from core.reading.learning.teaching import CORRECTION_MAX, Lesson, Puzzled, learn
from core.reading.learning.trial import Post, changed, tried
from core.reading.roles import Role

POST = "BUY gold 2340\nmy guard: 2310\n🏆 2370"


def taught(correction: str, *posts: str, dialect: Dialect = STANDARD) -> Lesson:
    found = learn(correction, posts or (POST,), dialect)
    assert isinstance(found, Lesson), found
    return found


def refused(correction: str, *posts: str, dialect: Dialect = STANDARD) -> str:
    found = learn(correction, posts or (POST,), dialect)
    assert isinstance(found, Puzzled), found
    return found.why


@pytest.mark.parametrize(
    "correction",
    [
        *("SL is 2310", "sl 2310", "Stop loss: 2310", "stop = 2310", "止损 2310", "стоп 2310", "止损：2310"),
        *("SL:2310", "the SL is 2310", "SL should be 2310", "the stop must be 2310.", "SL =2310"),
    ],
)
def test_a_number_teaches_the_word_before_it(correction: str) -> None:
    (word,) = taught(correction).words
    assert word[1] is Role.STOP
    assert "guard" in word[0]


def test_a_picture_before_a_number_may_be_the_word() -> None:
    assert taught("tp 2370").words == (("🏆", Role.TARGET),)


@pytest.mark.parametrize("correction", ["TP2 is 2360", "tp 2: 2360", "TP-2 should be 2360", "the target 2 is 2360"])
@pytest.mark.parametrize("line", ["prize 2: 2360", "prize 2360", "prize2 2360", "prize 2) 2360"])
def test_a_target_may_be_named_by_its_number(correction: str, line: str) -> None:
    assert taught(correction, f"gold buy 2340\n{line}\nSL 2330").words == (("prize", Role.TARGET),)


def test_the_newest_post_that_holds_the_number_is_meant() -> None:
    found = taught("SL is 2310", "hello 2311", "gold buy 2340 shelter 2310", "gold buy 2340 haven 2310")
    assert found.words == (("shelter", Role.STOP),)


@pytest.mark.parametrize(
    ("correction", "rule"),
    [
        ("symbol XAUUSD", Lesson("", symbol="XAUUSD")),
        ("symbol is xau/usd", Lesson("", symbol="XAUUSD")),
        ("goal means target", Lesson("", words=(("goal", Role.TARGET),))),
        ("goal is tp", Lesson("", words=(("goal", Role.TARGET),))),
        ("tp word is goal", Lesson("", words=(("goal", Role.TARGET),))),
        ("stop word is last resort", Lesson("", words=(("last resort", Role.STOP),))),
        ("yellow is gold", Lesson("", symbols=(("yellow", "XAUUSD"),))),
        ("orange means BTCUSDT", Lesson("", symbols=(("orange", "BTCUSDT"),))),
        ("entry is market", Lesson("", bare_price=BarePrice.MARKET)),
        ("100-200 is two entries", Lesson("", price_range=PriceRange.TWO_ENTRIES)),
        ("follow-ups by reply", Lesson("", follow_ups=FollowUps.ONLY_BY_REPLY)),
        ("follow ups by reply", Lesson("", follow_ups=FollowUps.ONLY_BY_REPLY)),
        ("Follow ups: last call", Lesson("", follow_ups=FollowUps.LAST_CALL)),
        ("follow-ups are for the last call", Lesson("", follow_ups=FollowUps.LAST_CALL)),
        ("wait 60", Lesson("", wait_s=60)),
        ("demo is lesson", Lesson("", words=(("demo", Role.LESSON),))),
    ],
)
def test_a_sentence_teaches_a_rule(correction: str, rule: Lesson) -> None:
    found = taught(correction)
    assert found.over(STANDARD) == rule.over(STANDARD)
    assert found.said == correction
    assert str(found)


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        ("", "I cannot make a rule of that"),
        ("hello", "I cannot make a rule of that"),
        ("the weather is nice", "I cannot make a rule of that"),
        ("SL is 9999", "9999 stands in no post"),
        ("sl 2340", "stands no word that I do not know already"),
        ("entry is a limit", "that is so already"),
        ("not means buy", "never taught away"),
        ("if it falls is buy", "never taught away"),
        ("yesterday means filler", "never taught away"),
        ("sell means buy", "as a word for sell, and that is never turned"),
        ("gold means buy", "the reader knows it as XAUUSD"),
        ("side is sell", "'side' is no word of the channel's"),
        ("the direction is sell", "'the direction' is no word of the channel's"),
        ("this is not a call", "'this' is no word of the channel's"),
        ("5 means stop", "a number is no word"),
        ("symbol is the yellow one", "name one instrument"),
        ("wait 99999", "0 to 3600"),
        ("wait for it", "0 to 3600"),
        ("x" * 300, f"at most {CORRECTION_MAX}"),
        (f"{'x' * 60} means stop", "a phrase has at most"),
        ("banana word is goal", "is nothing a word can mean"),
        ("follow-ups whenever", "by reply"),
    ],
)
def test_what_teaches_nothing_says_why(correction: str, why: str) -> None:
    assert why in refused(correction)


def test_a_word_taught_anew_means_the_new_thing() -> None:
    dialect = taught("haven means target").over(STANDARD)
    again = taught("HAVEN means stop", dialect=dialect).over(dialect)
    assert again.words == (("HAVEN", Role.STOP),)


def test_a_dialect_that_is_full_takes_no_more() -> None:
    full = Dialect(words=tuple((f"w{chr(97 + n % 26)}{chr(97 + n // 26)}", Role.STOP) for n in range(64)))
    assert "at most 64" in refused("goal means target", dialect=full)


@given(st.text(max_size=CORRECTION_MAX + 10), st.lists(st.text(max_size=60), max_size=3))
def test_no_correction_makes_the_teacher_raise(correction: str, posts: list[str]) -> None:
    found = learn(correction, posts, STANDARD)
    assert isinstance(found, Lesson | Puzzled)


# --- the trial -------------------------------------------------------------------------------


def test_a_trial_shows_what_each_post_was_and_would_be() -> None:
    posts = [Post("a", POST), Post("b", "good morning")]
    trial = tried(posts, STANDARD, taught("SL is 2310").over(STANDARD))
    (change,) = trial.changes
    assert (trial.tried, change.post.id, change.wakes) == (2, "a", False)
    assert change.before == "buy XAUUSD limit 2340 (ask)"
    assert change.after == "buy XAUUSD limit 2340 SL 2310 (ask)"


def test_a_post_that_was_left_alone_and_would_act_is_counted_as_woken() -> None:
    posts = [Post("a", "we moon BTC now, guard 59000"), Post("b", "moon is high tonight")]
    trial = tried(posts, STANDARD, Dialect(words=(("moon", Role.BUY),)))
    assert trial.seen == {"a"}
    assert [change.before for change in trial.woken] == ["nothing"]


def test_a_follow_up_that_would_be_a_call_is_woken_too() -> None:
    change = changed(Post("a", "moon BTC SL 59000 TP 61000"), STANDARD, Dialect(words=(("moon", Role.BUY),)))
    assert change is not None
    assert change.before == "BTC SL 59000 TP 61000 set levels 59000"
    assert change.after == "buy BTC market SL 59000 TP 61000"
    assert change.wakes


def test_a_post_that_would_act_where_a_human_was_asked_is_counted() -> None:
    posts = [Post("a", "BUY gold 2340\nguard 2330\nTP 2350"), Post("b", "good morning")]
    trial = tried(posts, STANDARD, taught("SL is 2330", posts[0].text).over(STANDARD))
    assert [(change.post.id, change.wakes) for change in trial.freed] == [("a", False)]
    assert trial.seen == {"a"}


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("sell gold 2340 sl 2350 tp 2330", Dialect(words=(("sell", Role.BUY),))),
        ("buy gold 2340 sl 2330 tp 2350", Dialect(symbols=(("gold", "BTCUSDT"),))),
        ("buy gold 2340 sl 2330 haven 2320 tp 2350", Dialect(words=(("sl", Role.FILLER), ("haven", Role.STOP)))),
        ("close half", Dialect(words=(("half", Role.ALL),))),
    ],
)
def test_a_post_that_would_be_another_order_than_it_was_is_woken(text: str, dialect: Dialect) -> None:
    trial = tried([Post("a", text)], STANDARD, dialect)
    assert trial.woken, trial


def test_a_rule_about_replies_changes_no_reading() -> None:
    new = taught("follow-ups by reply").over(STANDARD)
    assert changed(Post("a", POST), STANDARD, new) is None
