"""What an edit adds to a call or takes from it: CANCELLED beside it, an order under it, nothing left of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.account import Account
from core.commands import Instruct, OpenPosition
from core.events import (
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    CallDeclined,
    CallRevised,
    CancelAsked,
    Choice,
    CloseAsked,
    EntryWithdrawAsked,
    FollowUpApplied,
    FollowUpAsked,
    FollowUpExpired,
    MessageRead,
    PositionEnded,
    StopMoveAsked,
    TargetsAsked,
)
from core.reading import read
from core.reading.dialects import Dialect
from core.rules import Mode
from core.signals import Signal
from core.strategies import Multiplier, OwnLeverage
from core.vocabulary import MessageId, position_id
from tests.builders import (
    CHANNEL,
    Line,
    a_channel,
    a_quote,
    an_account,
    at,
    heard,
    money,
    must,
    of,
    only,
    some_rules,
    tell,
    told,
)

CALL = "BTCUSDT LONG\nEntry: 59900\nSL 59000\nTP1 61000\nTP2 62000"
FIRST = position_id(CHANNEL, MessageId(1))
TAKEN_BACK = [
    f"{CALL}\n\nCANCELLED",
    f"CANCELLED\n{CALL}",
    f"{CALL}\nINVALID - do not enter",
    f"{CALL}\nOrder cancelled",
    f"{CALL}\nvoid",
    f"{CALL}\nexpired",
    ".",
]


def post(text: str, id_: int = 1, when: float = 0, **message: Any) -> MessageRead:
    """A post as the reader reads it."""
    return heard(read(text), id_, when=at(when), mid=60_000, text=text, **message)


def edit(text: str, when: float = 20) -> MessageRead:
    return post(text, when=when, edited_at=at(when - 1))


def waiting_at_the_venue() -> Account:
    account = told(an_account(), post(CALL))
    assert FIRST in account.grants
    return account


def requests(lines: tuple[Line, ...]) -> list[type]:
    assert {line.position for line in of(Instruct, lines)} <= {FIRST}
    return [type(line.request) for line in of(Instruct, lines)]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_an_edit_that_takes_a_call_back_takes_its_entry_off_the_book(text: str) -> None:
    answer = tell(waiting_at_the_venue(), edit(text))[1]
    assert len(answer) in (1, 2), answer
    assert requests(answer) in ([EntryWithdrawAsked], [CancelAsked])


@pytest.mark.parametrize("text", [*TAKEN_BACK, f"{CALL}\nCLOSE NOW", f"{CALL}\nTP1 hit, move SL to BE"])
def test_an_edit_that_takes_a_call_back_ends_the_question_about_it(text: str) -> None:
    account = told(an_account(some_rules(a_channel(Mode.ASK))), post(CALL))
    account, answer = tell(account, edit(text))
    assert only(ApprovalExpired, answer).position == FIRST
    assert only(CallDeclined, answer).reason.startswith("edited: the post was edited")
    assert not account.questions


def test_an_edit_that_changes_its_levels_and_adds_a_doubt_withdraws_the_entry_and_says_why() -> None:
    answer = tell(waiting_at_the_venue(), edit(CALL.replace("SL 59000", "SL 60200")))[1]
    assert requests(answer) == [EntryWithdrawAsked]
    assert "the stop is on the wrong side" in only(CallDeclined, answer).reason


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("CLOSE NOW", [CloseAsked]),
        ("Move SL to BE", [StopMoveAsked]),
        ("TP1 hit, move SL to BE", [StopMoveAsked]),
        ("TP1 hit ✅\nMove SL to 59900", [StopMoveAsked]),
    ],
)
def test_an_order_that_an_edit_adds_to_its_call_is_a_follow_up_on_it(words: str, asked: list[type]) -> None:
    for text in (f"{CALL}\n{words}", f"{CALL}\n\n{words}", f"{words}\n{CALL}"):
        answer = tell(waiting_at_the_venue(), edit(text))[1]
        assert only(FollowUpApplied, answer).to == (FIRST,)
        assert requests(answer) == asked


@pytest.mark.parametrize("text", [f"{CALL}\n\nDelete", f"CLOSED\n{CALL}", f"{CALL}\nNot filled, cancelled"])
def test_while_a_doubtful_order_of_an_edit_is_asked_about_nothing_can_fill(text: str) -> None:
    answer = tell(waiting_at_the_venue(), edit(text))[1]
    assert only(FollowUpAsked, answer).why
    assert requests(answer) == [EntryWithdrawAsked]


def test_each_order_of_an_edit_that_grows_is_carried_out_once() -> None:
    account = told(waiting_at_the_venue(), edit(f"{CALL}\nMove SL to BE"))
    assert tell(account, edit(f"{CALL}\nMove SL to BE 🔥", when=30))[1] == ()
    answer = tell(account, edit(f"{CALL}\nMove SL to BE\nCLOSE NOW", when=30))[1]
    assert requests(answer) == [CloseAsked]


def test_a_part_is_never_closed_by_an_edit_of_the_call() -> None:
    answer = tell(waiting_at_the_venue(), edit(f"{CALL}\nClose half"))[1]
    assert "closes no part" in only(CallDeclined, answer).reason
    assert not of(Instruct, answer)


def test_an_order_for_another_instrument_is_not_carried_out_on_this_one() -> None:
    answer = tell(waiting_at_the_venue(), edit(f"{CALL}\nETHUSDT: close now"))[1]
    assert CloseAsked not in requests(answer)


def test_a_call_that_is_taken_back_and_put_back_opens_nothing() -> None:
    account = told(waiting_at_the_venue(), edit(f"{CALL}\nexpired"))
    assert tell(account, edit(CALL, when=30))[1] == ()


def test_a_call_may_be_taken_back_however_late_that_is_heard() -> None:
    late = post(f"{CALL}\nexpired", when=4_000, edited_at=at(20))
    assert requests(tell(waiting_at_the_venue(), late)[1]) == [EntryWithdrawAsked]


def test_an_edited_leverage_is_judged_anew_while_the_entry_waits_and_the_rest_is_told() -> None:
    account = told(an_account(), post(f"{CALL}\nLeverage 10x"))
    answer = tell(account, edit(f"{CALL}\nLeverage 3x"))[1]
    assert requests(answer) == [EntryWithdrawAsked]
    revised = must(Signal, only(CallRevised, answer).call.reading)
    assert revised.leverage == 3
    assert "what is held keeps its own" in only(CallDeclined, answer).reason
    plan = only(OpenPosition, tell(told(account, edit(f"{CALL}\nLeverage 3x")), ended())[1]).admitted.plan
    assert plan.leverage == 3


def test_a_leverage_that_the_limits_cut_to_the_same_changes_nothing() -> None:
    exactly = OwnLeverage(Multiplier.EXACTLY, Decimal(5))
    account = told(an_account(some_rules(a_channel(leverage=exactly))), post(f"{CALL}\nLeverage 10x"))
    assert tell(account, edit(f"{CALL}\nLeverage 3x"))[1] == ()


def test_targets_that_an_edit_takes_away_and_a_margin_mode_are_left_alone_and_told() -> None:
    answer = tell(waiting_at_the_venue(), edit(f"{CALL.split('TP1', maxsplit=1)[0]}\nCross"))[1]
    assert not of(Instruct, answer)
    why = only(CallDeclined, answer).reason
    assert "its targets were taken away, and the trade keeps them" in why
    assert "its margin mode was changed" in why


def test_a_doubt_that_the_owner_has_approved_withdraws_nothing() -> None:
    doubted = f"{CALL}\nmaybe"
    account = told(an_account(), post(doubted))
    (question,) = account.questions.values()
    yes = ApprovalAnswered(FIRST, at(3), question.nonce, Choice.APPROVE, "user:1", a_quote(60_000, when=at(3)))
    account = told(account, yes)
    assert FIRST in account.grants
    answer = tell(account, edit(doubted.replace("62000", "63000")))[1]
    assert only(CallDeclined, answer).reason.startswith("doubt: ")
    assert not of(Instruct, answer)


def test_another_spelling_of_the_instrument_is_no_other_trade() -> None:
    answer = tell(waiting_at_the_venue(), edit(CALL.replace("BTCUSDT", "BTC").replace("62000", "63000")))[1]
    assert requests(answer) == [TargetsAsked]


def ended() -> PositionEnded:
    return PositionEnded(FIRST, at(21), money(0), untouched=True, quote=a_quote(60_000, when=at(21)))


@pytest.mark.parametrize("text", [f"{CALL} 🔥🔥", f"🔥\n{CALL}\nManage your risk!", CALL.replace("59000", "59000.0")])
def test_other_words_are_no_news(text: str) -> None:
    assert tell(waiting_at_the_venue(), edit(text))[1] == ()


def test_a_call_that_waits_for_its_levels_is_taken_back_by_an_edit() -> None:
    account = told(an_account(some_rules(a_channel(dialect=Dialect(wait_s=60)))), post("BTCUSDT LONG now"))
    assert account.held
    account, answer = tell(account, edit("BTCUSDT LONG now - CANCELLED"))
    assert only(CallDeclined, answer).reason.startswith("edited: ")
    assert not account.held


def test_a_follow_up_that_is_edited_into_talk_is_asked_about_no_more() -> None:
    account = told(an_account(), post(CALL), post("Delete", 2, when=5))
    assert account.unclear
    account, answer = tell(account, post(".", 2, when=20, edited_at=at(19)))
    assert only(FollowUpExpired, answer).why.startswith("edited: ")
    assert not account.unclear
    assert not of(ApprovalAsked, answer)
