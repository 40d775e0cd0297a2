"""Which trade a channel's follow-up means: by reply, by symbol and side, or the only one; never a guess."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from core.account import Account
from core.commands import Instruct
from core.events import (
    ApprovalAsked,
    CallDeclined,
    CancelAsked,
    CloseAsked,
    FollowUpAnswered,
    FollowUpApplied,
    FollowUpAsked,
    MessageRead,
    PositionEnded,
    StopMoveAsked,
    TargetsAsked,
)
from core.reading import read
from core.reading.dialects import Dialect
from core.signals import Act, Amendment, AtPrice, Instruction, Pips, Reason
from core.vocabulary import ChannelId, MessageId, PositionId, Price, Side, position_id
from tests.builders import (
    CHANNEL,
    OTHER_CHANNEL,
    Line,
    a_channel,
    a_message,
    a_signal,
    an_account,
    an_instrument,
    at,
    heard,
    money,
    of,
    only,
    price,
    row,
    some_rules,
    tell,
    told,
)

BTC, ETH = an_instrument("BTCUSDT"), an_instrument("ETHUSDT")
FIRST, SECOND = (position_id(CHANNEL, MessageId(n)) for n in (1, 2))
BY = f"channel:{CHANNEL}"
CLOSE = Instruction(Act.CLOSE)


def two_open() -> Account:
    """A long in BTC (message 1) and a short in ETH (message 2) of one channel, a long in SOL of another."""
    rules = some_rules(a_channel(), a_channel(id_=OTHER_CHANNEL))
    short = a_signal(Side.SHORT, stop=105, targets=(95,))
    theirs = heard(id_=1, channel=OTHER_CHANNEL, instrument=an_instrument("SOLUSDT"))
    account = told(an_account(rules), heard(), heard(short, id_=2, instrument=ETH), theirs)
    assert len(account.grants) == 3
    return account


def one_open() -> Account:
    return told(an_account(), heard())


def said(
    *instructions: Instruction,
    symbol: str | None = None,
    side: Side | None = None,
    doubts: tuple[Reason, ...] = (),
    channel: ChannelId = CHANNEL,
    **message: Any,
) -> MessageRead:
    """A follow-up; a symbol it names is one the venue knows."""
    amendment = Amendment(symbol, side, instructions or (CLOSE,), doubts=doubts)
    read = heard(amendment, 10, channel=channel, **message)
    known = {"BTCUSDT": BTC, "ETHUSDT": ETH}.get(symbol or "")
    return MessageRead(read.position, read.at, read.message, amendment, known, None)


def meant(account: Account, read: MessageRead) -> list[PositionId]:
    answer = tell(account, read)[1]
    assert not of(CallDeclined, answer), answer
    bound = {request.position for request in of(Instruct, answer)}
    assert set(only(FollowUpApplied, answer).to) == bound
    return sorted(bound)


def reason(account: Account, read: MessageRead) -> str:
    answer: tuple[Line, ...] = tell(account, read)[1]
    assert not of(Instruct, answer)
    return only(CallDeclined, answer).reason


def test_a_reply_means_the_call_it_answers() -> None:
    assert meant(two_open(), said(reply_to=MessageId(2))) == [SECOND]


def test_without_a_reply_the_symbol_or_the_side_tells() -> None:
    assert meant(two_open(), said(symbol="ETHUSDT")) == [SECOND]
    assert meant(two_open(), said(side=Side.LONG)) == [FIRST]


def test_the_channels_only_trade_needs_no_name() -> None:
    assert meant(one_open(), said()) == [FIRST]


def asked(account: Account, read: MessageRead) -> FollowUpAsked:
    answer = tell(account, read)[1]
    assert not of(Instruct, answer)
    return only(FollowUpAsked, answer)


def test_the_number_a_channel_gave_its_signal_tells_which_trade_is_meant() -> None:
    one, other = heard(text="SIGNAL ID: #1047 BTC long"), heard(id_=2, instrument=ETH, text="SIGNAL ID: #1048 ETH long")
    account = told(an_account(), one, other)
    assert meant(account, said(text="Signal ID: #1048, close")) == [SECOND]
    assert meant(account, said(text="#1047 close", symbol="BTCUSDT")) == [FIRST]
    assert "signal #1046 of this channel is not open" in reason(account, said(text="Signal #1046: close"))


def test_a_numbered_order_never_takes_the_only_trade_for_the_one_it_names() -> None:
    asked = only(FollowUpAsked, tell(one_open(), said(text="Signal #14: close"))[1])
    assert "no open trade is known by that number" in asked.why[0]


def test_what_could_mean_two_trades_is_asked_and_not_guessed() -> None:
    question = asked(two_open(), said())
    assert [candidate.position for candidate in question.candidates] == [FIRST, SECOND]
    assert "could mean 2 open trades" in question.why[0]


@pytest.mark.parametrize(
    ("read", "why"),
    [
        (said(symbol="XRPUSDT"), "nothing of this channel is open in XRPUSDT"),
        (said(symbol="ETHUSDT", side=Side.LONG), "nothing of this channel is open that it could mean"),
        (said(channel=ChannelId("-9")), "channel: -9 is not listed"),
    ],
)
def test_a_follow_up_that_means_no_open_trade_for_certain_is_declined(read: MessageRead, why: str) -> None:
    assert why in reason(two_open(), read)


def test_a_reply_to_an_unknown_post_is_asked_about_and_never_taken_for_the_only_trade() -> None:
    question = asked(one_open(), said(reply_to=MessageId(77)))
    assert [candidate.position for candidate in question.candidates] == [FIRST]
    assert "nothing open came from" in question.why[0]


def test_a_reply_to_what_went_to_two_trades_is_asked_about_them_and_means_the_one_that_is_left() -> None:
    third = heard(a_signal(), 3, instrument=an_instrument("XRPUSDT"))
    account, question = tell(two_open(), third, said(Instruction(Act.BREAK_EVEN)))
    both = FollowUpAnswered(said().position, at(5), only(FollowUpAsked, question).nonce, (FIRST, SECOND), "user:1")
    account = told(account, both)
    close = replace(said(), message=a_message(11, when=at(6), reply_to=MessageId(10)))
    assert [each.position for each in asked(account, close).candidates] == [FIRST, SECOND]
    account = told(account, PositionEnded(FIRST, at(7), money(0)))
    assert meant(account, close) == [SECOND]
    account = told(account, PositionEnded(SECOND, at(8), money(0)))
    assert "the call it answers is not open" in reason(account, close)


def test_a_reply_to_a_later_post_may_name_its_symbol_instead() -> None:
    assert meant(two_open(), said(symbol="ETHUSDT", reply_to=MessageId(77))) == [SECOND]


def test_another_channels_trade_is_never_meant() -> None:
    assert reason(one_open(), said(symbol="BTCUSDT", channel=ChannelId("-7"))).startswith("channel")
    theirs = told(an_account(some_rules(a_channel(), a_channel(id_=OTHER_CHANNEL))), heard())
    assert "nothing of this channel" in reason(theirs, said(channel=OTHER_CHANNEL))


@pytest.mark.parametrize(
    ("instruction", "request_"),
    [
        (CLOSE, CloseAsked(FIRST, at(0), BY)),
        (Instruction(Act.CLOSE_PART), CloseAsked(FIRST, at(0), BY, Decimal("0.5"))),
        (Instruction(Act.CLOSE_PART, percent=Decimal(30)), CloseAsked(FIRST, at(0), BY, Decimal("0.3"))),
        (Instruction(Act.CLOSE_PART, percent=Decimal(250)), CloseAsked(FIRST, at(0), BY, Decimal(1))),
        (Instruction(Act.CANCEL), CancelAsked(FIRST, at(0), BY)),
        (Instruction(Act.BREAK_EVEN), StopMoveAsked(FIRST, at(0), None, BY)),
        (Instruction(Act.MOVE_STOP, price=price(98)), StopMoveAsked(FIRST, at(0), price(98), BY)),
        (
            Instruction(Act.MOVE_STOP, beyond=Pips(Decimal(20))),
            StopMoveAsked(FIRST, at(0), None, BY, beyond=Pips(Decimal(20))),
        ),
    ],
)
def test_each_instruction_becomes_one_request(
    instruction: Instruction, request_: CloseAsked | CancelAsked | StopMoveAsked
) -> None:
    assert only(Instruct, tell(one_open(), said(instruction))[1]).request == request_


@pytest.mark.parametrize(
    "instruction",
    [
        Instruction(Act.TARGET_HIT, target=1),
        Instruction(Act.STOP_HIT),
        Instruction(Act.ENTRY_FILLED),
        Instruction(Act.MOVE_STOP),
        Instruction(Act.EDIT_TARGETS),
        Instruction(Act.SET_LEVELS),
        Instruction(Act.OTHER),
        Instruction(Act.CLOSE_PART, percent=Decimal(0)),
    ],
)
def test_what_only_reports_moves_nothing(instruction: Instruction) -> None:
    assert "our own orders decide" in reason(one_open(), said(instruction))


def test_targets_alone_are_taken_while_a_call_waits_for_its_stop() -> None:
    bare = heard(a_signal(stop=None, targets=()))
    account = told(an_account(some_rules(a_channel(dialect=Dialect(wait_s=60)))), bare)
    assert account.held
    targets, stop = (heard(levels, id_) for id_, levels in ((10, read("TP 105")), (11, read("SL 95"))))
    plan = only(ApprovalAsked, tell(told(account, targets), stop)[1]).plan
    assert row(plan.stop, [target.price for target in plan.targets]) == (95, [105])


@pytest.mark.parametrize(
    "text", ["TP1 105\nTP2 110", "Targets: 105 / 110", "TP 105, 110", "Цели 105 110", "目标 105 110"]
)
def test_targets_alone_are_for_the_call_they_answer_and_asked_about_without_a_reply(text: str) -> None:
    later = replace(heard(read(text), 10, reply_to=MessageId(1)), instrument=None)
    levels = tuple(AtPrice(price(each)) for each in (105, 110))
    assert only(Instruct, tell(one_open(), later)[1]).request == TargetsAsked(FIRST, at(0), levels, BY)
    question = asked(one_open(), replace(later, message=a_message(10)))
    assert question.why == ("it names targets only, and answers no call",)


@pytest.mark.parametrize(
    "text",
    [
        "Next target 107",
        "take profit 107?",
        "TP1: 50%",
        "TP 30 pips",
        "TP open",
        "TP2 110",
        "our target was 107",
        "TP 107 ✅",
    ],
)
def test_talk_of_targets_sets_none(text: str) -> None:
    answer = tell(one_open(), heard(read(text), 10, reply_to=MessageId(1)))[1]
    assert not of(Instruct, answer)


@pytest.mark.parametrize("text", ["Cancel target 3", "Remove TP 107", "remove tp 1 and tp 2", "Cancel TP3"])
def test_a_target_that_is_taken_away_is_never_asked_about_as_one_to_set(text: str) -> None:
    assert reason(one_open(), heard(read(text), 10, reply_to=MessageId(1))) == "follow-up: it takes a target away"


@pytest.mark.parametrize(
    "text",
    ["Close all BTC sells 👍 and on the ETH buys move SL to 94", "Delete the BTC sell limit 104 ❌ ETH buys: SL to 96"],
)
def test_orders_for_different_trades_are_never_given_to_one_of_them(text: str) -> None:
    assert (
        reason(two_open(), heard(read(text), 10))
        == "follow-up: its orders are for different trades: handle each by hand"
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Add more at 98", "adding to a trade is for a human to decide"),
        ("Trail stop", "it does not say where the stop goes"),
        ("Move SL to", "it does not say where the stop goes"),
        ("TP1 hit", "it reports, and our own orders decide"),
    ],
)
def test_a_wish_that_nothing_can_be_made_of_is_declined_for_what_it_lacks(text: str, why: str) -> None:
    assert reason(one_open(), heard(read(text), 10)) == f"follow-up: {why}"


@pytest.mark.parametrize("text", ["Close now", "Close half", "Close half, SL to BE", "New TP 110", "SL 96 TP 110"])
def test_an_order_that_is_heard_late_is_asked_about(text: str) -> None:
    late = heard(read(text), 10, when=at(7_200), posted_at=at(0), reply_to=MessageId(1))
    question = asked(one_open(), late)
    assert question.why == ("it was posted 7200 s ago, and an order older than 60 s may be over",)
    yes = FollowUpAnswered(late.position, at(7_210), question.nonce, (FIRST,), "user:1")
    assert of(Instruct, tell(told(one_open(), late), yes)[1])


@pytest.mark.parametrize("text", ["Move SL to BE", "Move SL to 98", "Cancel the order", "TP1 hit, SL to BE"])
def test_what_only_protects_is_carried_out_however_late_it_is_heard(text: str) -> None:
    late = heard(read(text), 10, when=at(7_200), posted_at=at(0), reply_to=MessageId(1))
    assert meant(one_open(), late) == [FIRST]


def test_two_instructions_in_one_post_are_both_passed_on() -> None:
    answer = tell(one_open(), said(Instruction(Act.CLOSE_PART), Instruction(Act.BREAK_EVEN)))[1]
    assert [type(line.request) for line in of(Instruct, answer)] == [CloseAsked, StopMoveAsked]


def test_an_edited_follow_up_closes_no_second_part_but_may_tighten() -> None:
    half, even = Instruction(Act.CLOSE_PART), Instruction(Act.BREAK_EVEN)
    assert "closes no part" in reason(one_open(), said(half, even, edited_at=at(5)))
    assert meant(one_open(), said(even, edited_at=at(5))) == [FIRST]


@pytest.mark.parametrize(
    "text", ["SL 0.95", "Move SL to 950", "SL 95\nTP 1.05 / 110", "Change entry to 1010", "TP1 hit, SL to 1"]
)
def test_a_price_of_another_scale_than_the_calls_is_asked_about(text: str) -> None:
    """Short at 19,900 and told "SL 19.85": taken to the letter it would close the trade, or take its entry off."""
    question = asked(one_open(), replace(heard(read(text), 10, reply_to=MessageId(1)), instrument=None))
    assert [each.position for each in question.candidates] == [FIRST]
    assert any("is no price of the call that it is about" in why for why in question.why)


@pytest.mark.parametrize("text", ["SL to 99", "TP 120 / 250", "TP1 hit at 1050!! SL to entry"])
def test_a_price_that_its_call_could_have_is_taken(text: str) -> None:
    assert meant(one_open(), replace(heard(read(text), 10, reply_to=MessageId(1)), instrument=None)) == [FIRST]


@pytest.mark.parametrize(("named", "is_asked"), [("100.5", True), ("100.1", False), ("99.6", False), ("98", True)])
@pytest.mark.parametrize("act", [Act.CLOSE, Act.CLOSE_PART])
def test_an_order_to_close_at_a_price_that_the_market_is_not_at_is_asked_about(
    act: Act, named: str, is_asked: bool
) -> None:
    """The long's market is at 100: at 100.5 it may be meant to close later, at 99.6 it was seen a moment ago."""
    order = Amendment("BTCUSDT", None, (Instruction(act, Price(Decimal(named))),))
    lines = tell(one_open(), heard(order, 10, instrument=BTC))[1]
    asked = of(FollowUpAsked, lines)
    assert [question.why for question in asked] == [(f"it closes at {named}, and the market is at 100",)] * is_asked
    assert len(of(Instruct, lines)) == (not is_asked)
