"""What a channel says again, changes or takes back: repeats, summaries, edits, deletions, levels sent later."""

from __future__ import annotations

from typing import Any

from core.account import Account
from core.account.states import BOUND_MAX, TOLD_MAX
from core.commands import Instruct, OpenPosition
from core.events import (
    ApprovalAsked,
    ApprovalExpired,
    CallDeclined,
    CallHeld,
    CallRevised,
    EntryWithdrawAsked,
    FollowUpAnswered,
    FollowUpApplied,
    FollowUpAsked,
    FollowUpExpired,
    LevelsMissed,
    MessageRead,
    PanicPressed,
    PositionEnded,
    PostsDeleted,
    StopMoveAsked,
    TargetsAsked,
)
from core.reading.dialects import Dialect
from core.rules import Mode
from core.signals import Act, Amendment, AtLimit, AtPrice, Instruction, Level, Reason, Signal, TargetLevel
from core.vocabulary import MessageId, PositionId, Side, position_id
from tests.builders import (
    CHANNEL,
    Line,
    a_channel,
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
    price,
    row,
    some_rules,
    tell,
    told,
)

ETH = an_instrument("ETHUSDT")
FIRST, SECOND = (position_id(CHANNEL, MessageId(n)) for n in (1, 2))
LIMIT = AtLimit(price(99))
CLOSE = Instruction(Act.CLOSE)


def remembering(mode: Mode = Mode.AUTO, **changes: Any) -> Account:
    """An account whose channel may not repeat itself within a day."""
    return an_account(some_rules(a_channel(mode, repeat_s=86_400, **changes)))


def says(*instructions: Instruction, id_: int = 10, when: float = 5, **message: Any) -> MessageRead:
    return amends(Amendment(None, None, instructions), id_=id_, when=when, **message)


def amends(said: Amendment, *, id_: int = 10, when: float = 5, mid: int = 100, **message: Any) -> MessageRead:
    """A follow-up without a name, with the price of BTC beside it."""
    read = heard(said, id_, when=at(when), mid=mid, **message)
    return MessageRead(read.position, read.at, read.message, said, None, read.quote)


def levels(stop: Level | None = None, targets: tuple[TargetLevel, ...] = ()) -> Amendment:
    return Amendment(None, None, (Instruction(Act.SET_LEVELS),), stop, targets)


def at_price(level: int) -> AtPrice:
    return AtPrice(price(level))


def edit(signal: Signal, id_: int = 1, when: float = 20) -> MessageRead:
    return heard(signal, id_, when=at(when), edited_at=at(when - 1))


def requests(lines: tuple[Line, ...]) -> list[object]:
    return [line.request for line in of(Instruct, lines)]


def why_not(lines: tuple[Line, ...]) -> str:
    assert not of(OpenPosition, lines)
    return only(CallDeclined, lines).reason


# --- said again -------------------------------------------------------------------------------


def test_a_call_said_again_within_its_channels_window_is_refused() -> None:
    account = told(remembering(), heard())
    answer = tell(account, heard(id_=2, when=at(60)))[1]
    assert why_not(answer) == "repeat: it says again what post 1 said"


def test_the_same_call_may_be_given_again_after_the_window() -> None:
    late = at(86_401)
    account = told(remembering(), heard(), PositionEnded(FIRST, at(9), money(0)), equity(10_000, late))
    assert only(OpenPosition, tell(account, heard(id_=3, when=late))[1]).position == position_id(CHANNEL, MessageId(3))


def test_the_same_words_in_another_channel_are_another_call() -> None:
    other = a_channel(id_=type(CHANNEL)("-1002"), repeat_s=86_400)
    account = told(an_account(some_rules(a_channel(repeat_s=86_400), other)), heard())
    assert "repeat" not in why_not(tell(account, heard(channel=other.id, when=at(1)))[1])


def test_a_summary_after_its_call_is_refused_and_a_full_call_after_its_summary_adds_its_levels() -> None:
    account = told(remembering(), heard())
    assert why_not(tell(account, heard(a_signal(targets=()), 2, when=at(60)))[1]).startswith("summary: ")
    account = told(remembering(), heard(a_signal(targets=())))
    answer = tell(account, heard(a_signal(), 2, when=at(60)))[1]
    assert only(FollowUpApplied, answer).to == (FIRST,)
    assert not of(OpenPosition, answer)
    assert TargetsAsked(FIRST, at(60), a_signal().targets, f"channel:{CHANNEL}") in requests(answer)


def test_a_full_call_takes_the_place_of_its_summary_that_is_still_asked_about() -> None:
    account = told(remembering(Mode.ASK), heard(a_signal(targets=())))
    account, answer = tell(account, heard(a_signal(), 2, when=at(60)))
    assert only(CallDeclined, answer).position == FIRST
    assert [question.position for question in account.questions.values()] == [SECOND]


def test_a_summary_before_a_call_that_was_declined_stops_nothing() -> None:
    account = told(remembering(), heard(a_signal(stop=None, targets=())))
    assert of(OpenPosition, tell(account, heard(a_signal(), 2, when=at(60)))[1])


def test_memory_is_bounded_however_much_is_told() -> None:
    account = remembering()
    for number in range(1, TOLD_MAX + 50):
        account = told(account, heard(a_signal(stop=None), number, reply_to=MessageId(1)))
    memory = account.heard[CHANNEL]
    assert len(memory.told) == TOLD_MAX
    account = told(remembering(), heard())
    for number in range(2, BOUND_MAX + 50):
        account = told(account, says(Instruction(Act.BREAK_EVEN), id_=number))
    assert len(account.bound) <= BOUND_MAX


# --- replies ----------------------------------------------------------------------------------


def two_open() -> Account:
    short = a_signal(Side.SHORT, stop=105, targets=(95,))
    return told(an_account(), heard(), heard(short, 2, instrument=ETH))


def test_a_reply_to_a_follow_up_of_a_call_means_that_call() -> None:
    reports = says(Instruction(Act.TARGET_HIT, target=1), id_=10, reply_to=MessageId(2))
    again = says(Instruction(Act.TARGET_HIT, target=2), id_=11, reply_to=MessageId(10))
    close = says(CLOSE, id_=12, reply_to=MessageId(11))
    assert only(FollowUpApplied, tell(told(two_open(), reports, again), close)[1]).to == (SECOND,)


def test_a_reply_to_a_follow_up_that_was_passed_on_by_name_means_the_same_trade() -> None:
    named = heard(Amendment("ETHUSDT", None, (Instruction(Act.BREAK_EVEN),)), 10, instrument=ETH)
    close = says(CLOSE, id_=12, reply_to=MessageId(10))
    assert only(FollowUpApplied, tell(told(two_open(), named), close)[1]).to == (SECOND,)


def test_a_reply_to_a_call_that_is_over_moves_no_other_trade_in_its_symbol() -> None:
    account = told(an_account(), heard(), PositionEnded(FIRST, at(2), money(0)), heard(id_=2, when=at(3)))
    late = heard(Amendment("BTCUSDT", None, (CLOSE,)), 12, reply_to=MessageId(1), when=at(4))
    assert "is not open" in why_not(tell(account, late)[1])


# --- asking what is meant ---------------------------------------------------------------------


def asked(account: Account | None = None, read: MessageRead | None = None) -> tuple[Account, FollowUpAsked]:
    account, answer = tell(account or two_open(), read or says(CLOSE))
    return account, only(FollowUpAsked, answer)


def answered(question: FollowUpAsked, *chosen: PositionId, when: float = 30) -> FollowUpAnswered:
    return FollowUpAnswered(question.position, at(when), question.nonce, chosen, "user:1")


def test_the_chosen_trade_is_closed_and_the_question_is_spent() -> None:
    account, question = asked()
    account, answer = tell(account, answered(question, SECOND))
    assert only(Instruct, answer).position == SECOND
    assert not account.unclear
    assert tell(account, answered(question, FIRST))[1] == ()


def test_none_and_silence_and_a_late_answer_do_nothing() -> None:
    for ends, why in (
        (answered, "rejected by user:1"),
        (lambda q: answered(q, FIRST, when=301 + 5), "too late"),
        (lambda q: FollowUpExpired(q.position, q.expires_at, q.nonce), "silence is no"),
    ):
        account, question = asked()
        account, answer = tell(account, ends(question))
        assert not of(Instruct, answer)
        assert why in only(CallDeclined, answer).reason
        assert not account.unclear


def test_all_of_them_closes_each_that_is_still_open() -> None:
    account, question = asked()
    account = told(account, PositionEnded(FIRST, at(20), money(0)))
    assert only(Instruct, tell(account, answered(question, FIRST, SECOND))[1]).position == SECOND


def test_a_trade_that_was_not_offered_cannot_be_chosen() -> None:
    account, question = asked()
    assert not of(Instruct, tell(account, answered(question, PositionId("elsewhere0")))[1])


def test_a_doubtful_order_is_asked_about_even_when_only_one_trade_is_open() -> None:
    doubtful = Amendment(None, None, (CLOSE,), doubts=(Reason("it may be a report"),))
    _, question = asked(told(an_account(), heard()), amends(doubtful))
    assert [one.position for one in question.candidates] == [FIRST]
    assert question.why == ("it may be a report",)


def test_a_doubtful_report_and_a_doubt_with_nothing_open_ask_nobody() -> None:
    doubt = (Reason("it may be a report"),)
    report = Amendment(None, None, (Instruction(Act.TARGET_HIT),), doubts=doubt)
    assert not of(FollowUpAsked, tell(two_open(), amends(report))[1])
    assert not of(FollowUpAsked, tell(an_account(), amends(Amendment(None, None, (CLOSE,), doubts=doubt)))[1])


def test_panic_drops_what_is_asked_and_what_waits() -> None:
    account, question = asked()
    account, answer = tell(account, PanicPressed(at(40), "user:1"))
    assert question.position in {declined.position for declined in of(CallDeclined, answer)}
    assert not account.unclear


def test_a_changed_follow_up_is_asked_about_anew_and_its_old_card_is_closed() -> None:
    account, question = asked()
    changed = says(CLOSE, Instruction(Act.BREAK_EVEN), when=9, edited_at=at(8))
    account, answer = tell(account, changed)
    assert only(FollowUpExpired, answer).nonce == question.nonce
    assert list(account.unclear) == [only(FollowUpAsked, answer).nonce] != [question.nonce]


# --- edits ------------------------------------------------------------------------------------


def test_an_edit_without_a_change_of_meaning_does_nothing_at_all() -> None:
    for account in (told(an_account(), heard()), told(an_account(some_rules(a_channel(Mode.ASK))), heard())):
        after, answer = tell(account, edit(a_signal(reasons=(Reason("other words"),))))
        assert answer == ()
        assert after.questions == account.questions


def test_an_edit_of_a_call_that_is_asked_about_asks_anew_under_another_name() -> None:
    account = told(an_account(some_rules(a_channel(Mode.ASK))), heard())
    (old,) = account.questions
    account, answer = tell(account, edit(a_signal(stop=96)))
    assert only(ApprovalExpired, answer).why == "the post was edited"
    assert only(ApprovalAsked, answer).plan.stop == 96
    assert list(account.questions) == [only(ApprovalAsked, answer).nonce] != [old]


def test_an_edit_never_opens_even_when_its_doubts_are_gone() -> None:
    account = told(an_account(), heard(a_signal(doubts=(Reason("is it one?"),))))
    assert account.questions
    answer = tell(account, edit(a_signal(stop=96)))[1]
    assert of(ApprovalAsked, answer)
    assert not of(OpenPosition, answer)


def test_changed_targets_are_exchanged_and_a_changed_stop_is_asked_of_the_position() -> None:
    account = told(an_account(), heard(a_signal(entry=LIMIT)))
    answer = tell(account, edit(a_signal(entry=LIMIT, targets=(106, 112))))[1]
    assert requests(answer) == [TargetsAsked(FIRST, at(20), (at_price(106), at_price(112)), f"channel:{CHANNEL}")]
    answer = tell(account, edit(a_signal(entry=LIMIT, stop=96)))[1]
    assert [type(one) for one in requests(answer)] == [EntryWithdrawAsked, StopMoveAsked]


def revised() -> tuple[Account, CallRevised]:
    """A limit at 99 that was moved to 98 while it waited."""
    account = told(an_account(), heard(a_signal(entry=LIMIT)))
    account, answer = tell(account, edit(a_signal(entry=AtLimit(price(98)), stop=96)))
    return account, only(CallRevised, answer)


def ended(when: float = 21, *, untouched: bool = True) -> PositionEnded:
    return PositionEnded(FIRST, at(when), money(0), untouched, a_quote(100, when=at(when)))


def test_a_changed_entry_is_planned_anew_once_the_old_one_is_off_the_book() -> None:
    account, revision = revised()
    assert FIRST in account.grants, "until then the old entry may still fill, and holds its slot"
    account, answer = tell(account, ended())
    plan = only(OpenPosition, answer).admitted.plan
    assert row(plan.price, plan.stop, plan.position) == (98, 96, revision.call.position)
    assert plan.position != FIRST
    assert list(account.grants) == [plan.position]
    close = says(CLOSE, id_=30, when=25, reply_to=MessageId(1))
    assert only(FollowUpApplied, tell(account, close)[1]).to == (plan.position,)


def test_an_entry_that_filled_first_is_not_planned_again() -> None:
    assert tell(revised()[0], ended(untouched=False))[1] == ()


def test_a_changed_call_is_not_opened_minutes_later() -> None:
    assert why_not(tell(revised()[0], ended(when=120))[1]).startswith("age: ")


def test_an_edit_that_turns_the_trade_round_withdraws_the_entry_and_opens_nothing() -> None:
    account = told(an_account(), heard(a_signal(entry=LIMIT)))
    account, answer = tell(account, edit(a_signal(Side.SHORT, stop=105, targets=(90,))))
    assert [type(one) for one in requests(answer)] == [EntryWithdrawAsked]
    assert not account.revised


def test_a_follow_up_may_move_a_waiting_entry() -> None:
    account = told(an_account(), heard(a_signal(entry=LIMIT)))
    said = Amendment(None, None, (Instruction(Act.SET_LEVELS),), entry=AtLimit(price(98)))
    account, answer = tell(account, amends(said))
    assert only(CallRevised, answer).call.reading == a_signal(entry=AtLimit(price(98)))
    assert [type(one) for one in requests(answer)] == [EntryWithdrawAsked]


# --- levels sent later ------------------------------------------------------------------------

BARE = a_signal(stop=None, targets=())


def waiting(mode: Mode = Mode.AUTO) -> Account:
    account, answer = tell(remembering(mode, dialect=Dialect(wait_s=60)), heard(BARE))
    assert only(CallHeld, answer).until == at(60)
    return account


def test_a_bare_call_waits_for_its_levels_and_is_then_judged_whole() -> None:
    account, answer = tell(waiting(), amends(levels(at_price(95), (at_price(105),)), when=30))
    plan = only(OpenPosition, answer).admitted.plan
    assert row(plan.position, plan.stop, [target.price for target in plan.targets]) == (FIRST, 95, [105])
    assert not account.held
    assert only(FollowUpApplied, answer).to == (FIRST,)


def test_levels_are_judged_at_the_price_of_their_moment() -> None:
    assert why_not(tell(waiting(), amends(levels(at_price(95)), when=30, mid=94))[1]).startswith("stop side")


def test_without_levels_in_time_a_bare_call_is_declined() -> None:
    account, answer = tell(waiting(), LevelsMissed(FIRST, at(60)))
    assert only(CallDeclined, answer).reason == "levels: none came within 60 s"
    assert not account.held
    assert not of(OpenPosition, tell(account, amends(levels(at_price(95)), when=61))[1])


def test_an_edit_may_bring_the_levels_of_a_call_that_waits_for_them() -> None:
    assert only(OpenPosition, tell(waiting(), edit(a_signal()))[1]).position == FIRST


def test_a_full_call_may_follow_its_bare_beginning() -> None:
    answer = tell(waiting(), heard(a_signal(), 2, when=at(20)))[1]
    assert only(OpenPosition, answer).position == SECOND
    assert only(CallDeclined, answer).position == FIRST


def test_where_nothing_is_waited_for_a_bare_call_is_declined_at_once() -> None:
    assert why_not(tell(remembering(), heard(BARE))[1]).startswith("stop: ")


# --- deletions --------------------------------------------------------------------------------


def gone(*ids: int, when: float = 40) -> PostsDeleted:
    return PostsDeleted(at(when), CHANNEL, tuple(MessageId(one) for one in ids))


def test_a_deleted_call_withdraws_its_entry_and_never_closes() -> None:
    answer = tell(two_open(), gone(1, 7))[1]
    assert requests(answer) == [EntryWithdrawAsked(FIRST, at(40), f"channel:{CHANNEL}", "its post was deleted")]


def test_a_deleted_post_is_asked_about_no_more() -> None:
    account, question = asked()
    account, answer = tell(account, gone(10))
    assert only(CallDeclined, answer).position == question.position
    assert only(FollowUpExpired, answer).why == "its post was deleted"
    assert not account.unclear
    assert not told(waiting(), gone(1)).held
    assert not told(revised()[0], gone(1)).revised


def test_a_deletion_of_chatter_asks_for_nothing() -> None:
    assert tell(two_open(), gone(99))[1] == ()
