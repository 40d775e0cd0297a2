"""Every call gets one verdict: opened, asked, watched or declined with the reason, and never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from core.account import Account
from core.commands import Instruct, OpenPosition
from core.events import (
    AddAsked,
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    CallAdmitted,
    CallDeclined,
    CallWatched,
    Choice,
    CloseAsked,
    EquityRead,
    FollowUpApplied,
    MessageRead,
    PanicPressed,
    PositionEnded,
    ReportDue,
    RulesLoaded,
    StrangerFound,
)
from core.offering import weigh_addition
from core.rules import Entries, Mode, Rules
from core.signals import AtLimit, Nothing, Reason
from core.views import Unfit
from core.vocabulary import ChannelId, Nonce, Side
from tests.builders import (
    BTC,
    CALL,
    CHANNEL,
    Line,
    a_channel,
    a_live,
    a_plan,
    a_quote,
    a_signal,
    an_account,
    an_instrument,
    at,
    equity,
    heard,
    money,
    of,
    only,
    opened,
    price,
    quantity,
    some_limits,
    some_rules,
    tell,
    told,
)

ETH = an_instrument("ETHUSDT")
ASKING = some_rules(a_channel(Mode.ASK))
DOUBTFUL = a_signal(doubts=(Reason("a number I could not place"),))


def asked(rules: Rules = ASKING) -> tuple[Account, ApprovalAsked]:
    """An account that has put one call to its owner."""
    account, answer = tell(an_account(rules), heard())
    return account, only(ApprovalAsked, answer)


def press(nonce: Nonce, choice: Choice = Choice.APPROVE, when: float = 60, mid: int = 100) -> ApprovalAnswered:
    return ApprovalAnswered(heard().position, at(when), nonce, choice, "user:1", a_quote(mid, when=at(when)))


def reason(answer: tuple[Line, ...]) -> str:
    assert not of(OpenPosition, answer)
    return only(CallDeclined, answer).reason


# --- verdicts ---------------------------------------------------------------------------------


def test_a_sound_call_is_opened_with_its_grant_in_one_answer() -> None:
    account, answer = tell(an_account(), heard())
    admitted = only(OpenPosition, answer).admitted
    granted = only(CallAdmitted, answer)
    assert granted.grant.risk == admitted.plan.risk > 0
    assert dict(account.grants) == {heard().position: granted.grant}


def test_a_call_of_an_asking_channel_is_put_to_the_owner() -> None:
    account, question = asked()
    assert question.expires_at == at(300)
    assert dict(account.questions) == {question.nonce: question}
    assert not account.grants


def test_a_doubtful_call_is_asked_about_even_where_calls_are_opened() -> None:
    answer = tell(an_account(), heard(DOUBTFUL))[1]
    assert only(ApprovalAsked, answer).doubts == ("a number I could not place",)


def test_a_watched_channel_opens_nothing_and_says_what_it_would_have_done() -> None:
    account, answer = tell(an_account(some_rules(a_channel(Mode.WATCH))), heard(DOUBTFUL))
    assert only(CallWatched, answer).plan.symbol == BTC
    assert len(answer) == 1
    assert not account.grants


@pytest.mark.parametrize(
    ("read", "why"),
    [
        (heard(channel=ChannelId("-999")), "channel: -999 is not listed"),
        (heard(edited_at=at(0)), "edited: an edited post never opens"),
        (heard(posted_at=at(-61)), "age: posted 61 s ago"),
        (heard(a_signal(spot=True)), "market: a spot call"),
        (heard(a_signal(symbol=None)), "symbol: the call names none"),
        (replace(heard(), instrument=None), "symbol: BTCUSDT is unknown to this venue"),
        (replace(heard(), quote=None), "price: there is no current price"),
        (
            replace(heard(), instrument=an_instrument(barred="BTCUSDT is in pre-market: wait until it trades")),
            "symbol: BTCUSDT is in pre-market",
        ),
        (heard(a_signal(stop=None)), "stop: the call has none"),
        (heard(when=at(200)), "equity known: "),
    ],
)
def test_what_speaks_against_a_call_is_its_verdict(read: MessageRead, why: str) -> None:
    answer = tell(an_account(), read)[1]
    assert reason(answer).startswith(why)
    assert not only(CallDeclined, answer).checks[-1].passed


@pytest.mark.parametrize("written", [BTC, "btcusdt", "BTC", "#btc/usdt", "Bitcoin", "orange"])
def test_a_denied_symbol_is_declined_however_the_owner_spells_it(written: str) -> None:
    """`check` found BTC in the venue's list, and calls for BTCUSDT were opened."""
    rules = some_rules(symbols_denied=("ETHUSDT", written), aliases=(("orange", BTC),))
    assert "is denied" in reason(tell(an_account(rules), heard())[1])


def test_a_symbol_that_is_not_denied_is_opened() -> None:
    assert opened(an_account(some_rules(symbols_denied=("ETH", "BTCUSDC", "1000BTC", "NOWHERE"))))


def test_nothing_is_opened_before_the_venue_told_what_the_account_is_worth() -> None:
    account = told(Account(), RulesLoaded(at(0), some_rules()))
    assert reason(tell(account, heard())[1]).startswith("equity: ")


def test_chatter_is_heard_and_needs_no_answer() -> None:
    account, answer = tell(an_account(), heard(Nothing(())))
    assert answer == ()
    assert account.heard[CHANNEL].mark == 1


def test_facts_that_only_tell_change_nothing() -> None:
    account = an_account()
    for fact in (
        ReportDue(at(1), "2026-03-02", money(1), money(1)),
        FollowUpApplied(CALL, at(1), (CALL,)),
    ):
        assert tell(account, fact) == (account, ())


def test_a_symbol_of_which_the_venue_holds_what_is_not_ours_is_left_alone_until_it_is_gone() -> None:
    blocked, _ = tell(an_account(), StrangerFound(at(1), BTC, Side.LONG, quantity(1)))
    _, answer = tell(blocked, heard(a_signal()))
    assert "is not ours" in only(CallDeclined, answer).reason
    free, _ = tell(blocked, StrangerFound(at(3), BTC, Side.LONG, quantity(0)))
    assert free.strangers == frozenset()


def test_in_hedge_mode_what_is_not_ours_on_the_other_side_is_not_said_to_merge() -> None:
    hedged = an_account(some_rules(limits=some_limits(hedge=True)))
    for side, words in ((Side.LONG, "the two would merge"), (Side.SHORT, "both sides have one leverage")):
        known = told(hedged, StrangerFound(at(1), BTC, side, quantity(1)))
        assert words in only(CallDeclined, tell(known, heard(a_signal()))[1]).reason
    netted = told(an_account(), StrangerFound(at(1), BTC, Side.SHORT, quantity(1)))
    assert "the two would merge" in only(CallDeclined, tell(netted, heard(a_signal()))[1]).reason


@pytest.mark.parametrize(
    ("side", "hedge", "blocks"), [("long", True, True), ("short", True, False), ("short", False, True)]
)
def test_an_addition_is_held_back_by_what_it_would_merge_with(side: str, hedge: bool, blocks: bool) -> None:
    account = told(
        an_account(some_rules(limits=some_limits(hedge=hedge))), StrangerFound(at(1), BTC, Side(side), quantity(1))
    )
    live = a_live(a_plan(notional=money(3000), risk=money(200)))
    offer = weigh_addition(live, AddAsked(CALL, at(60), "user:1", Decimal("0.1"), price(101)), account)
    assert isinstance(offer, Unfit) is blocks
    assert not isinstance(offer, Unfit) or "the two would merge" in offer.why


# --- one slot, one opening --------------------------------------------------------------------


def test_two_calls_cannot_take_the_last_slot() -> None:
    account, _ = opened(an_account(some_rules(limits=some_limits(open_positions_max=1))))
    assert reason(tell(account, heard(id_=2, instrument=ETH))[1]).startswith("open positions: 2 of 1")


def test_two_questions_do_not_both_get_the_last_slot() -> None:
    rules = some_rules(a_channel(Mode.ASK), limits=some_limits(open_positions_max=1))
    account = told(an_account(rules), heard(), heard(id_=2, instrument=ETH))
    first, second = account.questions.values()
    account = told(account, press(first.nonce))
    late = replace(press(second.nonce), position=second.position, quote=a_quote(100, "ETHUSDT", when=at(60)))
    assert reason(tell(account, late)[1]).startswith("approved, but open positions: 2 of 1")


def test_a_slot_is_free_again_once_its_position_ended() -> None:
    account, position = opened(an_account(some_rules(limits=some_limits(open_positions_max=1))))
    account = told(account, PositionEnded(position, at(5), money(-10)))
    assert not account.grants
    opened(account, heard(id_=2))


def test_a_loss_counts_before_the_equity_is_read_again() -> None:
    """A stop was hit between two readings: its grant is gone, and so is the money (found by simulation, I5)."""
    rules = some_rules(limits=some_limits(daily_loss_pct_max=Decimal(3)))
    account, position = opened(an_account(rules))
    account = told(account, PositionEnded(position, at(5), money(-250)))
    assert reason(tell(account, heard(id_=2, when=at(6)))[1]).startswith("daily loss")
    account = told(account, EquityRead(at(4), money(10_000), money(10_000)))
    assert account.unread_loss == money(250), "read before it was lost"
    account = told(account, EquityRead(at(7), money(9_950), money(9_950)))
    opened(account, heard(id_=3, when=at(8)))


def test_a_panic_closes_all_and_drops_every_question() -> None:
    account = told(an_account(some_rules(a_channel(Mode.AUTO))), heard(), heard(DOUBTFUL, id_=2, instrument=ETH))
    account, answer = tell(account, PanicPressed(at(5), "user:1"))
    request = only(Instruct, answer).request
    assert isinstance(request, CloseAsked)
    assert (request.position, request.fraction) == (heard().position, Decimal(1))
    assert only(CallDeclined, answer).reason == "panic by user:1"
    assert not account.questions
    assert reason(tell(account, heard(id_=3, instrument=ETH))[1]).startswith("doors: locked by user:1")


# --- answers ----------------------------------------------------------------------------------


def test_an_approved_call_is_opened_at_the_price_of_that_moment() -> None:
    account, question = asked()
    answer = tell(account, press(question.nonce, mid=101))[1]
    plan = only(OpenPosition, answer).admitted.plan
    assert plan.expected == Decimal("101.1")
    assert plan.expires_at == at(60) + timedelta(days=1)


@pytest.mark.parametrize(
    ("side", "limit", "stop", "first", "past"), [(Side.LONG, 99, 95, 103, 104), (Side.SHORT, 101, 105, 97, 96)]
)
def test_a_call_whose_first_target_traded_while_its_owner_was_asked_has_run_without_us(
    side: Side, limit: int, stop: int, first: int, past: int
) -> None:
    call = a_signal(side, AtLimit(price(limit)), stop, (first,))
    account, answer = tell(an_account(ASKING), heard(call))
    nonce = only(ApprovalAsked, answer).nonce
    for choice in (Choice.APPROVE, Choice.HALF):
        declined = reason(tell(account, press(nonce, choice, mid=past))[1])
        assert declined == f"approved, but first target: {first} was reached while you were asked, the price is {past}"
    back = only(OpenPosition, tell(account, press(nonce, mid=100))[1]).admitted.plan
    assert back.price == limit


def test_a_channel_that_does_not_mind_its_first_target_is_approved_beyond_it() -> None:
    patient = some_rules(a_channel(Mode.ASK, entries=Entries(cancel_on_target=False)))
    account, answer = tell(an_account(patient), heard(a_signal(entry=AtLimit(price(99)), targets=(103,))))
    assert of(OpenPosition, tell(account, press(only(ApprovalAsked, answer).nonce, mid=104))[1])


def test_half_an_approval_risks_half() -> None:
    account, question = asked()
    half = only(OpenPosition, tell(account, press(question.nonce, Choice.HALF))[1]).admitted.plan
    assert half.risk <= question.plan.risk / 2


def test_a_double_tap_opens_once() -> None:
    account, question = asked()
    account = told(account, press(question.nonce))
    again, answer = tell(account, press(question.nonce, when=60.001))
    assert answer == ()
    assert again == account


def test_two_who_answer_differently_are_answered_once() -> None:
    account, question = asked()
    account, answer = tell(account, press(question.nonce, Choice.REJECT))
    assert reason(answer) == "rejected by user:1"
    assert tell(account, press(question.nonce))[1] == ()


def test_an_answer_that_came_too_late_opens_nothing() -> None:
    account, question = asked()
    assert reason(tell(account, press(question.nonce, when=300.5))[1]) == "the answer came too late"
    assert of(OpenPosition, tell(told(account, equity(10_000, at(299))), press(question.nonce, when=300))[1])


def test_silence_is_no_and_an_expired_question_is_gone() -> None:
    account, question = asked()
    gone = ApprovalExpired(question.position, question.expires_at, question.nonce)
    account, answer = tell(account, gone)
    assert "silence is no" in reason(answer)
    assert not account.questions
    assert tell(account, gone)[1] == ()
    assert tell(account, press(question.nonce))[1] == ()


@pytest.mark.parametrize(
    ("spoiled", "why"),
    [
        (lambda answer: replace(answer, quote=None), "approved, but price: "),
        (lambda answer: replace(answer, quote=a_quote(94, when=at(60))), "approved, but stop side: "),
        (lambda answer: replace(answer, quote=a_quote(100)), "approved, but fresh price: "),
    ],
)
def test_an_approval_is_judged_anew(spoiled, why: str) -> None:  # type: ignore[no-untyped-def]
    account, question = asked()
    assert reason(tell(account, spoiled(press(question.nonce)))[1]).startswith(why)


def test_an_approval_finds_closed_doors_and_a_channel_that_was_taken_off_the_list() -> None:
    account, question = asked()
    unlisted = told(account, RulesLoaded(at(30), some_rules(a_channel(id_=ChannelId("-5")))))
    assert reason(tell(unlisted, press(question.nonce))[1]) == "the channel is not listed any more"


# --- repeats and edits ------------------------------------------------------------------------


def test_an_edit_takes_back_the_question_it_changes() -> None:
    account, question = asked()
    account, answer = tell(account, heard(Nothing(()), edited_at=at(5), when=at(6)))
    assert reason(answer).startswith("edited: ")
    assert not account.questions
    assert tell(account, press(question.nonce))[1] == ()


def test_an_edit_of_chatter_needs_no_answer() -> None:
    assert tell(an_account(), heard(Nothing(()), edited_at=at(5)))[1] == ()


def test_an_edit_of_a_call_that_is_open_leaves_it_open() -> None:
    account, position = opened(an_account())
    account = told(account, heard(a_signal(stop=90), edited_at=at(5), when=at(6)))
    assert position in account.grants
