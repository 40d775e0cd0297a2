"""What was heard already, in which revision: repeats of live feed and backfill are told apart for ever."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.account import Account
from core.account.states import HOLES_MAX, RECENT_MAX
from core.commands import OpenPosition
from core.events import CallDeclined, ChannelFollowed, PositionEnded
from core.runtime.advancing import advance_account
from core.signals import MarginMode, Nothing
from core.vocabulary import MessageId
from tests.builders import (
    CHANNEL,
    OTHER_CHANNEL,
    a_channel,
    a_message,
    a_signal,
    an_account,
    at,
    equity,
    heard,
    money,
    of,
    only,
    some_rules,
    tell,
    told,
)

CHATTER = Nothing(())


def after_hearing(*ids: int, account: Account | None = None) -> Account:
    return told(account or an_account(), *(heard(CHATTER, id_) for id_ in ids))


def test_a_message_is_new_once() -> None:
    account = an_account()
    assert not account.has_heard(a_message(7))
    assert after_hearing(7).has_heard(a_message(7))
    assert not after_hearing(7).has_heard(a_message(7, OTHER_CHANNEL))


def test_a_revision_is_new_and_an_older_one_is_not() -> None:
    account = told(an_account(), heard(CHATTER, edited_at=at(10)))
    assert account.has_heard(a_message(1, edited_at=at(10)))
    assert not account.has_heard(a_message(1, edited_at=at(11)))
    assert account.has_heard(a_message(1, edited_at=at(9)))
    assert account.has_heard(a_message(1)), "an edit can overtake its post (fault T06)"


def test_a_channel_that_has_said_nothing_yet_is_read_on_from_where_it_was_followed() -> None:
    account = told(an_account(), ChannelFollowed(at(0), CHANNEL, MessageId(40)))
    assert account.heard[CHANNEL].whole_to == 40
    assert account.heard[CHANNEL].at is None
    assert not account.has_heard(a_message(41))
    assert after_hearing(42, account=account).heard[CHANNEL].whole_to == 40, "41 may have been lost on the way"
    assert after_hearing(41, account=account).heard[CHANNEL].whole_to == 41


def test_following_again_forgets_nothing() -> None:
    account = after_hearing(7)
    assert advance_account(account, ChannelFollowed(at(9), CHANNEL, MessageId(3))) == (account, ())


def test_the_mark_is_the_newest_message_and_calls_are_counted_once() -> None:
    account = told(an_account(), heard(id_=9), heard(CHATTER, 4), heard(id_=9, edited_at=at(3)))
    assert account.heard[CHANNEL].mark == 9
    assert account.heard[CHANNEL].calls == 1


def test_another_spelling_or_leverage_is_no_other_call() -> None:
    account = told(an_account(some_rules(a_channel(repeat_s=86_400))), heard(), equity(10_000, at(3_600)))
    account = told(account, PositionEnded(heard().position, at(9), money(0)))
    for again in (a_signal(symbol="BTC"), a_signal(leverage=Decimal(5)), a_signal(margin_mode=MarginMode.CROSS)):
        answer = tell(account, heard(again, 3, when=at(3_600)))[1]
        assert only(CallDeclined, answer).reason == "repeat: it says again what post 1 said"
    assert of(OpenPosition, tell(account, heard(a_signal(stop=96), 3, when=at(3_600)))[1])


def test_a_gap_may_be_filled_later() -> None:
    assert not after_hearing(5, 9).has_heard(a_message(7))


def test_a_start_reads_on_from_the_first_post_that_slipped_through() -> None:
    """An update was lost, the one behind it was heard, and we died before the history was looked at (fault T01)."""
    assert after_hearing(5, 6, 7).heard[CHANNEL].whole_to == 7
    account = after_hearing(5, 6, 9)
    assert account.heard[CHANNEL].whole_to == 6
    assert not account.has_heard(a_message(7))
    assert account.has_heard(a_message(9))


def test_a_start_reads_on_from_before_a_long_silence_however_many_posts_it_hid() -> None:
    """Nothing was heard for half an hour, then the newest post alone, and we died (seed attach-170296, fault T03)."""
    account = after_hearing(5, 6, 7 + HOLES_MAX)
    assert account.heard[CHANNEL].whole_to == 6
    assert after_hearing(8 + HOLES_MAX, account=account).heard[CHANNEL].whole_to == 6
    assert after_hearing(7 + 2 * HOLES_MAX).heard[CHANNEL].whole_to == 7 + 2 * HOLES_MAX


def test_a_hole_long_ago_is_an_id_that_nobody_used() -> None:
    newest = 5 + 2 * HOLES_MAX
    account = after_hearing(5, *range(8, newest))
    assert account.heard[CHANNEL].whole_to == newest - 1


def test_a_flood_of_edits_makes_nobody_forget() -> None:
    account = after_hearing(1, 2)
    for number in range(RECENT_MAX + 5):
        account = told(account, heard(CHATTER, 1, edited_at=at(number)))
    assert account.has_heard(a_message(2))
    assert len(account.heard[CHANNEL].recent) == 2


def test_what_is_too_old_to_be_told_apart_counts_as_heard() -> None:
    account = after_hearing(*range(1000, 1001 + RECENT_MAX))
    assert account.has_heard(a_message(500))
    assert not account.has_heard(a_message(5000))


@given(st.lists(st.integers(1, 400), min_size=1, max_size=400, unique=True))
def test_nothing_that_was_heard_is_ever_new_again(ids: list[int]) -> None:
    account = after_hearing(*ids)
    assert all(account.has_heard(a_message(id_)) for id_ in ids)
    assert len(account.heard[CHANNEL].recent) <= RECENT_MAX


@given(st.lists(st.integers(1, 600), min_size=1, max_size=600, unique=True))
def test_the_newest_posts_are_remembered_in_whatever_order_they_were_told(ids: list[int]) -> None:
    remembered = after_hearing(*ids).heard[CHANNEL].recent
    assert list(remembered) == sorted(ids)[-RECENT_MAX:]
