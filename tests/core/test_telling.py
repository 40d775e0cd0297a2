"""One sentence for each line of the journal, or none: never an error."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from core.account import Account
from core.commands import CancelOrder, Command, LookUp, MoveStop, PlaceEntry, PlaceExit, ProveStop, TakeOver, WakeAt
from core.events import (
    AddAsked,
    ApprovalAnswered,
    ApprovalExpired,
    Breach,
    CallHeld,
    CallRevised,
    CancelAsked,
    Candidate,
    ChannelFollowed,
    Choice,
    CloseAsked,
    DayBegan,
    EntriesReleased,
    EntryAdded,
    EntryWithdrawAsked,
    ExitCause,
    Fact,
    FollowUpAnswered,
    FollowUpApplied,
    FollowUpAsked,
    FollowUpExpired,
    FoundFlat,
    FundingBooked,
    InvariantBroken,
    LadderCut,
    LadderRecut,
    LevelsMissed,
    LossWarned,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PanicPressed,
    Paused,
    PositionAdopted,
    PositionEnded,
    PositionReopened,
    PostsDeleted,
    PriceReached,
    QuantityDrifted,
    Quarantined,
    RangeMeasured,
    ReportDue,
    RequestRefused,
    Resumed,
    ReviewDue,
    RulesLoaded,
    RungCut,
    ShieldMissing,
    ShieldRestored,
    StopLoosenAsked,
    StopLost,
    StopMoveAsked,
    StopMoveDecided,
    StopMovedOutside,
    StrangerAdopted,
    StrangerFound,
    StrangerIgnored,
    TargetsAsked,
    TelegramUpdateTaken,
    Told,
    VenueHalted,
    VenueNoticed,
)
from core.orders import EntryKind, EntryOrder, ExitOrder
from core.plans import EntryLeg, Plan
from core.position.entering import order
from core.position.entering import planned as legs_of
from core.rules import Mode
from core.signals import Act, Amendment, AtPrice, Instruction, Nothing, OpenEnded, Pips, Reason
from core.telling import tell as sentence
from core.vocabulary import MessageId, Nonce, Price, Side, UserId
from tests.builders import (
    BTC,
    CALL,
    CHANNEL,
    ENTRY,
    Line,
    a_channel,
    a_grant,
    a_plan,
    a_signal,
    an_account,
    at,
    equity,
    filled,
    heard,
    left,
    money,
    planned,
    price,
    quantity,
    some_rules,
    stands,
    tag,
    tell,
    told,
)

ME, NOW = CALL, at(0)


def verdicts() -> list[Line]:
    """What an account answers to a call that is opened, watched, asked about, declined, and to a follow-up."""
    lines: list[Line] = []
    for mode in Mode:
        lines += tell(an_account(some_rules(a_channel(mode))), heard())[1]
    lines += tell(an_account(), heard(a_signal(stop=None)))[1]
    account: Account = told(an_account(), heard())
    lines += tell(account, heard(Amendment(None, None, (Instruction(Act.CLOSE),)), 2))[1]
    return lines


def an_exit(leg: str, at_price: Price | None) -> ExitOrder:
    return ExitOrder(tag(leg), BTC, Side.LONG, quantity(5), at_price)


def an_entry(plan: Plan) -> EntryOrder:
    return order(plan, legs_of(plan).legs[0])


LEG = EntryLeg(EntryKind.LIMIT, price(99), quantity(2), price(99))

SENTENCES: list[tuple[Fact | Command, str | None]] = [
    (heard(), "heard and read: a call"),
    (heard(Amendment(None, None, ())), "heard and read: a follow-up"),
    (heard(Nothing((Reason("chatter"),))), "heard and read: nothing to act on (chatter)"),
    (heard(Nothing(())), "heard and read: nothing to act on (no reason given)"),
    (ApprovalAnswered(ME, NOW, Nonce("n"), Choice.HALF, "user:1", None), "user:1 answered: half"),
    (ApprovalExpired(ME, NOW, Nonce("n")), None),
    (FollowUpApplied(ME, NOW, (CALL,)), "passed on to abcdefghij"),
    (RulesLoaded(NOW, some_rules()), "the rules were loaded"),
    (Paused(NOW, "user:1"), "paused by user:1"),
    (Resumed(NOW, "user:1"), "resumed by user:1"),
    (PanicPressed(NOW, "user:1"), "panic by user:1: everything is closed"),
    (LossWarned(NOW, 80, money(400), money(500)), "80 % of the daily loss used: 400.00 of 500.00"),
    (DayBegan(NOW, "2026-03-02", money(10_000)), "2026-03-02 began with 10,000.00"),
    (ReportDue(NOW, "2026-03-02", money(10_100), money(10_000)), "2026-03-02: +100.00, equity 10,100.00"),
    (PositionEnded(ME, NOW, money(-3)), "the slot is free again; result -3.00"),
    (
        StrangerFound(NOW, BTC, Side.LONG, quantity(2)),
        "the venue holds BTCUSDT long, 2, that is not ours; it is left alone",
    ),
    (
        VenueHalted(NOW, "bybit (Bybit demo): the key has expired"),
        "nothing is opened: bybit (Bybit demo): the key has expired",
    ),
    (VenueHalted(NOW, ""), "the venue can be traded on again"),
    (VenueNoticed(NOW, "the key expires in 5 days"), "the key expires in 5 days"),
    (equity(1), None),
    (PlaceEntry(ME, an_entry(a_plan())), "sent a limit buy of 10 in BTCUSDT at 100, its stop 95 attached"),
    (
        PlaceEntry(ME, an_entry(a_plan(Side.SHORT, kind=EntryKind.MARKET, price=None))),
        "sent a market sell of 10 in BTCUSDT, its stop 105 attached",
    ),
    (PlaceExit(ME, an_exit("tp1", price(105))), "sent a reduce-only order: 5 at 105"),
    (PlaceExit(ME, an_exit("close", None)), "sent a reduce-only order: 5 at market"),
    (MoveStop(ME, tag("stop", 1), BTC, Side.LONG, price(98)), "asked the venue to move the stop to 98"),
    (CancelOrder(ME, BTC, tag("tp2")), "asked the venue to cancel target 2"),
    (OrderRefused(ME, NOW, tag("stop"), "1", "past it"), "the venue refused the stop: past it (1)"),
    (OutcomeUnknown(ME, NOW, ENTRY, "timeout"), "no answer about the entry (timeout): being looked up"),
    (OrderEnded(ME, NOW, tag("part", 1), quantity(0), "cancelled"), "the partial close is off the book: cancelled"),
    (LookUp(ME, BTC, ENTRY), None),
    (ProveStop(ME, BTC, Side.LONG), None),
    (WakeAt(ME, NOW), None),
    (OrderAccepted(ME, NOW, ENTRY), None),
    (planned(), None),
    (PriceReached(ME, NOW, price(1)), None),
    (ReviewDue(ME, NOW), None),
    (filled(), "entered 10 at 100, fee 0.0000"),
    (left(5, cause=ExitCause.TARGET), "target: left 5 at 95, fee 0.0000"),
    (stands(), "the venue holds the stop at 95 for 10"),
    (StopLost(ME, NOW, "gone"), "no stop: gone"),
    (StopMoveDecided(ME, NOW, price(98), "rule:guard", "asked"), "stop to 98: asked"),
    (StopMoveAsked(ME, NOW, price(98), "user:1"), "user:1 wants the stop at 98"),
    (StopMoveAsked(ME, NOW, None, f"channel:{CHANNEL}"), "channel:-1001 wants the stop at the entry"),
    (CloseAsked(ME, NOW, "user:1"), "close asked by user:1"),
    (CloseAsked(ME, NOW, "user:1", Decimal("0.25")), "close of 25 % asked by user:1"),
    (CancelAsked(ME, NOW, "user:1"), "user:1 wants the entry cancelled"),
    (StopLoosenAsked(ME, NOW, price(96), "user:1"), "user:1 gives it room: the stop at 96"),
    (AddAsked(ME, NOW, "user:1", Decimal("0.5"), price(99)), "user:1 wants to add 50 % at 99"),
    (EntryAdded(ME, NOW, LEG, price(95), "user:1", "room for 10"), "added 2: room for 10"),
    (EntriesReleased(ME, NOW, (tag("entry2"),), price(95)), "entry 2 sent: its turn has come"),
    (EntriesReleased(ME, NOW, (ENTRY,), price(95), at_market=True), "the entry sent: the price has turned"),
    (RangeMeasured(ME, NOW, price(2)), None),
    (LadderCut(ME, NOW, quantity(1), (RungCut(0, tag("tp1"), price(105), quantity(1)),)), "targets: 1 at 105"),
    (FoundFlat(ME, NOW, price(95)), "the venue holds nothing any more; booked at 95"),
    (QuantityDrifted(ME, NOW, quantity(7), price(95)), "the venue holds 7, and the venue is right"),
    (FundingBooked(ME, NOW, money(-1)), "funding -1.0000"),
    (Quarantined(ME, NOW, "bug"), "quarantined, the stop stays at the venue: bug"),
    (PositionReopened(ME, NOW, a_grant()), "a fill came after the end: it is looked after again"),
    (
        StrangerAdopted(ME, NOW, a_plan(), "user:1"),
        "user:1 handed over BTCUSDT long, 10 BTC, to be looked after, its stop at 95",
    ),
    (StrangerAdopted(ME, NOW, a_plan(), "user:1", close=True), "user:1 handed over BTCUSDT long, 10 BTC, to be closed"),
    (StrangerIgnored(NOW, BTC, Side.LONG, "user:1"), "user:1 knows of BTCUSDT long: it is left alone"),
    (TakeOver(ME, a_plan()), None),
    (PositionAdopted(ME, NOW, a_plan()), "taken over: BTCUSDT long, 10 BTC at 100"),
    (
        StopMovedOutside(ME, NOW, price(95), price(97)),
        "somebody moved the stop from 95 to 97 at the venue: it is respected",
    ),
    (ShieldMissing(ME, NOW, NOW), "ALARM: no proven stop since 12:00:00"),
    (ShieldRestored(ME, NOW), "all clear: the stop stands again"),
    (InvariantBroken(NOW, (Breach("I5", "too much", "Close."),)), "nothing is opened, because I5: too much"),
    (InvariantBroken(NOW, ()), "all invariants hold again"),
    (CallHeld(ME, NOW, heard(), at(30)), "its levels are waited for until 12:00:30"),
    (
        CallRevised(ME, NOW, heard()),
        "the call was changed: an entry that waits is withdrawn and judged again; what is held stays",
    ),
    (ApprovalExpired(ME, NOW, Nonce("n"), "the post was edited"), "the question is closed: the post was edited"),
    (LevelsMissed(ME, NOW), None),
    (ChannelFollowed(NOW, CHANNEL, MessageId(7)), f"channel {CHANNEL} is followed from its post 7 on"),
    (PostsDeleted(NOW, CHANNEL, (MessageId(7),)), "posts 7 were deleted"),
    (
        FollowUpAsked(ME, NOW, Nonce("n"), heard(), (Candidate(CALL, BTC, Side.LONG),), ("two",), at(300)),
        "asked the owner what it means (two), until 12:05:00",
    ),
    (FollowUpAnswered(ME, NOW, Nonce("n"), (CALL,), "user:1"), "user:1 answered: abcdefghij"),
    (FollowUpAnswered(ME, NOW, Nonce("n"), (), "user:1"), "user:1 answered: none of them"),
    (FollowUpExpired(ME, NOW, Nonce("n")), None),
    (StopMoveAsked(ME, NOW, None, "user:1", 2), "user:1 wants the stop at target 2"),
    (
        StopMoveAsked(ME, NOW, None, "user:1", distance=Pips(Decimal(30))),
        "user:1 wants the stop at 30 pips from the entry",
    ),
    (StopMoveAsked(ME, NOW, None, "user:1", beyond=Pips(Decimal(20))), "user:1 wants the stop at 20 pips in profit"),
    (TargetsAsked(ME, NOW, (AtPrice(price(105)), OpenEnded()), "user:1"), "user:1 wants the targets at 105, open"),
    (TargetsAsked(ME, NOW, (AtPrice(price(105)),), "user:1", 2), "user:1 wants target 2 at 105"),
    (LadderRecut(ME, NOW, (RungCut(0, tag("tp1"), price(105), quantity(1)),)), "new targets: 1 at 105"),
    (EntryWithdrawAsked(ME, NOW, "channel:-1", "deleted"), "channel:-1 withdraws what waits of the entry: deleted"),
    (RequestRefused(ME, NOW, "channel:-1", "looser"), "not done for channel:-1: looser"),
    (Told(NOW, UserId(1), "k", 1, 1), None),
    (TelegramUpdateTaken(NOW, 1, UserId(1)), None),
]


@pytest.mark.parametrize(("line", "said"), SENTENCES, ids=lambda value: type(value).__name__)
def test_a_line_of_the_journal_is_told_in_one_sentence(line: Fact | Command, said: str | None) -> None:
    assert sentence(line) == said


def test_every_verdict_has_its_sentence() -> None:
    said = [sentence(line) for line in verdicts()]
    for start in ("admitted: ", "watched only", "asked the owner, until 12:05:00", "declined: stop: ", "passed on to"):
        assert any(each is not None and each.startswith(start) for each in said), start


def test_no_kind_of_line_was_forgotten_here() -> None:
    told_here = {type(line) for line, _ in SENTENCES} | {type(line) for line in verdicts()}
    assert {*get_args(Fact), *get_args(Command)} <= told_here
