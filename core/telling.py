"""One sentence for each line of the journal, in a trader's words.

Chat, command line and the history of /why use the same sentences; a line that a trader need
not see has none. What is told apart case by case is any object here: a type checker that takes the union of all lines
apart, case after case, needs a quarter of a minute for this page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain

from core.commands import CancelOrder, Command, MoveStop, PlaceEntry, PlaceExit
from core.events import (
    AddAsked,
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    CallAdmitted,
    CallDeclined,
    CallHeld,
    CallRevised,
    CallWatched,
    CancelAsked,
    ChannelFollowed,
    CloseAsked,
    DayBegan,
    EntriesReleased,
    EntryAdded,
    EntryFilled,
    EntryWithdrawAsked,
    ExitFilled,
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
    LossWarned,
    MessageRead,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PanicPressed,
    Paused,
    PositionAdopted,
    PositionEnded,
    PositionReopened,
    PostsDeleted,
    QuantityDrifted,
    Quarantined,
    ReportDue,
    RequestRefused,
    Resumed,
    RulesLoaded,
    RungCut,
    ShieldMissing,
    ShieldRestored,
    StopConfirmed,
    StopLoosenAsked,
    StopLost,
    StopMoveAsked,
    StopMoveDecided,
    StopMovedOutside,
    StrangerAdopted,
    StrangerFound,
    StrangerIgnored,
    TargetsAsked,
    VenueHalted,
    VenueNoticed,
)
from core.instrument import UNKNOWN, sized
from core.orders import EntryOrder, TimeInForce
from core.signals import Amendment, Nothing, Reading, Signal
from core.vocabulary import Unit
from core.wording import level_words

Size = Callable[[Decimal], str]
"""A quantity in words."""


def tell(line: Fact | Command, unit: Unit = UNKNOWN) -> str | None:
    """The sentence for one line, or None when there is nothing to tell; ``unit``: what its trade's quantities count."""
    size = partial(sized, unit=unit)
    plain = (part(line) for part in (_of_account, _of_doors, _of_guard, _of_dialogue))
    counting = (part(line, size) for part in (_of_orders, _of_position, _of_wishes))
    return next((text for text in chain(plain, counting) if text is not None), None)


def _of_account(line: object) -> str | None:
    match line:
        case MessageRead(reading=reading):
            return f"heard and read: {_kind(reading)}"
        case CallAdmitted(grant=grant):
            return f"admitted: {grant.risk:,.2f} at risk, {grant.notional:,.2f} notional"
        case CallDeclined(reason=reason):
            return f"declined: {reason}"
        case CallWatched():
            return "watched only: this channel may not open trades"
        case ApprovalAsked(expires_at=until):
            return f"asked the owner, until {until:%H:%M:%S}"
        case ApprovalAnswered(choice=choice, by=by):
            return f"{by} answered: {choice}"
        case LossWarned(percent=percent, lost=lost, allowed=allowed):
            return f"{percent} % of the daily loss used: {lost:,.2f} of {allowed:,.2f}"
        case DayBegan(day=day, equity=equity):
            return f"{day} began with {equity:,.2f}"
        case PositionEnded(profit=profit):
            return f"the slot is free again; result {profit:+,.2f}"
        case PositionReopened():
            return "a fill came after the end: it is looked after again"
        case StrangerFound(symbol=symbol, quantity=quantity) if quantity == 0:
            return f"what was not ours in {symbol} is gone"
        case StrangerFound(symbol=symbol, side=side, quantity=quantity, unit=unit):
            return f"the venue holds {symbol} {side}, {sized(quantity, unit)}, that is not ours; it is left alone"
        case ReportDue(day=day, equity=equity, day_equity=began):
            return f"{day}: {equity - began:+,.2f}, equity {equity:,.2f}"
        case RulesLoaded():
            return "the rules were loaded"
        case _:
            return None


def _of_guard(line: object) -> str | None:
    match line:
        case StrangerIgnored(symbol=symbol, side=side, by=by):
            return f"{by} knows of {symbol} {side}: it is left alone"
        case StrangerAdopted(plan=plan, by=by, close=close):
            wish = "to be closed" if close else f"to be looked after, its stop at {plan.stop}"
            return f"{by} handed over {plan.symbol} {plan.side}, {plan.instrument.size(plan.quantity)}, {wish}"
        case ShieldMissing(since=since):
            return f"ALARM: no proven stop since {since:%H:%M:%S}"
        case ShieldRestored():
            return "all clear: the stop stands again"
        case InvariantBroken(breaches=breaches) if breaches:
            broken = "; ".join(f"{breach.invariant}: {breach.words}" for breach in breaches)
            return f"nothing is opened, because {broken}"
        case InvariantBroken():
            return "all invariants hold again"
        case _:
            return None


def _of_dialogue(line: object) -> str | None:
    match line:
        case CallHeld(until=until):
            return f"its levels are waited for until {until:%H:%M:%S}"
        case CallRevised():
            return "the call was changed: an entry that waits is withdrawn and judged again; what is held stays"
        case ApprovalExpired(why=why) | FollowUpExpired(why=why) if why:
            return f"the question is closed: {why}"
        case PostsDeleted(messages=messages):
            return f"posts {', '.join(map(str, messages))} were deleted"
        case ChannelFollowed(channel=channel, newest=newest):
            return f"channel {channel} is followed from its post {newest} on"
        case FollowUpAsked(why=why, expires_at=until):
            return f"asked the owner what it means ({'; '.join(why)}), until {until:%H:%M:%S}"
        case FollowUpAnswered(chosen=chosen, by=by):
            return f"{by} answered: {', '.join(chosen) or 'none of them'}"
        case FollowUpApplied(to=to):
            return f"passed on to {', '.join(to)}"
        case _:
            return None


def _of_doors(line: object) -> str | None:
    match line:
        case Paused(by=by):
            return f"paused by {by}"
        case Resumed(by=by):
            return f"resumed by {by}"
        case PanicPressed(by=by):
            return f"panic by {by}: everything is closed"
        case VenueHalted(why=""):
            return "the venue can be traded on again"
        case VenueHalted(why=why):
            return f"nothing is opened: {why}"
        case VenueNoticed(words=words):
            return words
        case _:
            return None


def _kind(reading: Reading) -> str:
    match reading:
        case Signal():
            return "a call"
        case Amendment():
            return "a follow-up"
        case Nothing(reasons=reasons):
            return f"nothing to act on ({reasons[0].text if reasons else 'no reason given'})"


def _of_orders(line: object, size: Size) -> str | None:
    match line:
        case PlaceEntry(order=order):
            return f"sent a {entry_words(order, size)}, its stop {order.stop} attached"
        case PlaceExit(order=order):
            price = f"at {order.price}" if order.price is not None else "at market"
            return f"sent a reduce-only order: {size(order.quantity)} {price}"
        case MoveStop(price=price):
            return f"asked the venue to move the stop to {price}"
        case CancelOrder(tag=tag):
            return f"asked the venue to cancel {leg_words(tag)}"
        case OrderRefused(tag=tag, reason=reason, code=code):
            return f"the venue refused {leg_words(tag)}: {reason} ({code})"
        case OutcomeUnknown(tag=tag, why=why):
            return f"no answer about {leg_words(tag)} ({why}): being looked up"
        case OrderEnded(tag=tag, reason=reason):
            return f"{leg_words(tag)} is off the book: {reason}"
        case _:
            return None


def entry_words(order: EntryOrder, size: Size) -> str:
    """ "limit buy of 0.05 BTC in BTCUSDT at 60000" """
    price = f" at {order.price}" if order.price is not None else ""
    price += " or not at all" if order.time_in_force is TimeInForce.IOC else ""
    return f"{order.kind} {order.side.opening} of {size(order.quantity)} in {order.symbol}{price}"


def _stop_place(asked: StopMoveAsked) -> str:
    if asked.level is not None:
        return f"target {asked.level}"
    if asked.distance is not None:
        return f"{level_words(asked.distance)} from the entry"
    if asked.beyond is not None:
        return f"{level_words(asked.beyond)} in profit"
    return str(asked.price) if asked.price is not None else "the entry"


def leg_words(tag: str) -> str:
    """What an order of ours is for, from its name."""
    leg = tag.partition("-")[2].partition("-")[0]
    if leg.startswith("tp"):
        return f"target {leg[2:]}"
    if leg.startswith("entry") and leg != "entry":
        return f"entry {leg[5:]}"
    return {"entry": "the entry", "stop": "the stop", "close": "the close", "part": "the partial close"}.get(leg, tag)


def _of_position(line: object, size: Size) -> str | None:
    match line:
        case EntryFilled(quantity=quantity, price=price, fee=fee, netted=netted):
            against = f"; {size(netted)} of it against what somebody else held" if netted else ""
            return f"entered {size(quantity)} at {price}, fee {fee:.4f}{against}"
        case ExitFilled(quantity=quantity, price=price, cause=cause, fee=fee):
            return f"{cause}: left {size(quantity)} at {price}, fee {fee:.4f}"
        case StopConfirmed(price=price, quantity=quantity):
            return f"the venue holds the stop at {price} for {size(quantity)}"
        case StopLost(why=why):
            return f"no stop: {why}"
        case PositionAdopted(plan=plan):
            return f"taken over: {plan.symbol} {plan.side}, {plan.instrument.size(plan.quantity)} at {plan.expected}"
        case StopMovedOutside(was=was, price=price):
            return f"somebody moved the stop from {was} to {price} at the venue: it is respected"
        case StopMoveDecided(price=price, why=why):
            return f"stop to {price}: {why}"
        case LadderCut(rungs=rungs):
            return f"targets: {_rungs(rungs, size)}"
        case FoundFlat(price=price):
            return f"the venue holds nothing any more; booked at {price}"
        case QuantityDrifted(quantity=quantity):
            return f"the venue holds {size(quantity)}, and the venue is right"
        case FundingBooked(amount=amount):
            return f"funding {amount:+,.4f}"
        case Quarantined(why=why):
            return f"quarantined, the stop stays at the venue: {why}"
        case _:
            return None


def _rungs(rungs: Sequence[RungCut], size: Size) -> str:
    """ "0.2 lots at 4430, 0.1 at 4440": what they count is said once."""
    words = ((sized if place else size)(rung.quantity) + f" at {rung.price}" for place, rung in enumerate(rungs))
    return ", ".join(words)


def _of_wishes(line: object, size: Size) -> str | None:
    """What somebody wants of a trade, and what came of it."""
    match line:
        case StopMoveAsked() as asked:
            return f"{asked.by} wants the stop at {_stop_place(asked)}"
        case TargetsAsked(targets=targets, by=by, target=target):
            which = "the targets" if target is None else f"target {target}"
            return f"{by} wants {which} at {', '.join(map(level_words, targets))}"
        case LadderRecut(rungs=rungs):
            return f"new targets: {_rungs(rungs, size)}"
        case EntryWithdrawAsked(by=by, why=why):
            return f"{by} withdraws what waits of the entry: {why}"
        case RequestRefused(by=by, why=why):
            return f"not done for {by}: {why}"
        case CloseAsked(by=by, fraction=fraction):
            return f"close asked by {by}" if fraction == 1 else f"close of {fraction * 100:.0f} % asked by {by}"
        case CancelAsked(by=by):
            return f"{by} wants the entry cancelled"
        case StopLoosenAsked(price=price, by=by):
            return f"{by} gives it room: the stop at {price}"
        case AddAsked(by=by, fraction=fraction, price=price):
            return f"{by} wants to add {fraction * 100:.0f} % at {price}"
        case EntryAdded(leg=leg, why=why):
            return f"added {size(leg.quantity)}: {why}"
        case EntriesReleased(tags=tags, at_market=at_market):
            when = "the price has turned" if at_market else "its turn has come"
            return f"{', '.join(map(leg_words, tags))} sent: {when}"
        case _:
            return None
