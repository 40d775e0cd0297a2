"""What the account does about a fact: open, ask, decline, warn, close.

Every call gets a verdict with its checks. The order of the questions is the order of their
cost: who says it, how old it is, what it names, and only then the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from core.account.states import Account
from core.commands import AccountCommand, Instruct, OpenPosition
from core.drafting import Terms, draft
from core.events import (
    AccountFact,
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    CallAdmitted,
    CallDeclined,
    CallWatched,
    CancelAsked,
    Choice,
    CloseAsked,
    DayBegan,
    EquityRead,
    FollowUpApplied,
    LossWarned,
    MessageRead,
    PanicPressed,
    StopMoveAsked,
)
from core.limits import admit, grant_for
from core.market import Quote
from core.plans import Admitted, Check, Declined, Plan
from core.rules import ChannelRules, Mode
from core.signals import Act, Amendment, Instruction, Nothing, Signal
from core.vocabulary import Money, PositionId, nonce_for, position_id

Answer = tuple[AccountFact | AccountCommand, ...]

WARN_AT_PCT = (100, 90, 80)
HALF = Decimal("0.5")


def decide(account: Account, fact: AccountFact) -> Answer:
    """Answer one fact, seeing the state it led to."""
    match fact:
        case MessageRead(reading=Nothing() | Amendment()) if _takes_back(account, fact):
            return _declined(fact, "edited", "the post was edited and is no call any more")
        case MessageRead(reading=Signal()):
            return _call(account, fact)
        case MessageRead(reading=Amendment()):
            return _follow_up(account, fact)
        case ApprovalAnswered():
            return _answered(account, fact)
        case ApprovalExpired(position=position, at=at, nonce=nonce) if nonce in account.questions:
            return (CallDeclined(position, at, "nobody answered in time, and silence is no", ()),)
        case EquityRead():
            return tuple(_day(account, fact))
        case PanicPressed(at=at, by=by):
            asked = {question.position for question in account.questions.values()}
            dropped = tuple(CallDeclined(position, at, f"panic by {by}", ()) for position in asked)
            closes = tuple(Instruct(p, CloseAsked(p, at, f"panic by {by}")) for p in account.grants)
            return (*dropped, *closes)
        case _:
            return ()


def _takes_back(account: Account, read: MessageRead) -> bool:
    """Does this edit change a post somebody is still asked about? Nobody may approve what it said before."""
    asked = {question.position for question in account.questions.values()}
    return read.message.edited_at is not None and read.position in asked


def _declined(read: MessageRead, name: str, detail: str) -> Answer:
    return (CallDeclined(read.position, read.at, f"{name}: {detail}", (Check(name, False, detail),)),)


def _call(account: Account, read: MessageRead) -> Answer:
    """A call was read: find the first reason against it, or open it, or ask."""
    channel = account.rules.channel(read.message.channel)
    if channel is None:
        return _declined(read, "channel", f"{read.message.channel} is not listed in the configuration")
    if read.message.edited_at is not None:
        # "212 trades from 8 edited calls": an edit never opens, and takes back a question still open.
        return _declined(read, "edited", "an edited post never opens a trade")
    if read.message.age_s > channel.age_s_max:
        return _declined(read, "age", f"posted {read.message.age_s:.0f} s ago, at most {channel.age_s_max} s")
    verdict = judge(account, read, channel, read.quote, read.at, Decimal(1))
    if isinstance(verdict, Declined):
        return (CallDeclined(read.position, read.at, verdict.reason, verdict.checks),)
    doubts = tuple(doubt.text for doubt in _signal(read).doubts)
    if channel.mode is Mode.WATCH:
        return (CallWatched(read.position, read.at, verdict.plan, verdict.checks),)
    if channel.mode is Mode.ASK or doubts:
        return (_question(read, verdict, doubts, channel),)
    return _open(verdict, read.at)


def _question(
    read: MessageRead, verdict: Admitted[Plan], doubts: tuple[str, ...], channel: ChannelRules
) -> ApprovalAsked:
    expires_at = read.at + timedelta(seconds=channel.approval_s)
    nonce = nonce_for(read.position, 0)
    return ApprovalAsked(read.position, read.at, nonce, read, verdict.plan, verdict.checks, doubts, expires_at)


def _open(admitted: Admitted[Plan], at: datetime) -> Answer:
    position = admitted.plan.position
    granted = CallAdmitted(position, at, grant_for(admitted.plan), admitted.checks)
    return (granted, OpenPosition(position, admitted))


def _signal(read: MessageRead) -> Signal:
    assert isinstance(read.reading, Signal)  # noqa: S101 - narrowed by every caller
    return read.reading


def judge(
    account: Account, read: MessageRead, channel: ChannelRules, quote: Quote | None, at: datetime, factor: Decimal
) -> Admitted[Plan] | Declined:
    """Draft the call and prove the limits; the checks of both, in order. Also used to rehearse."""
    signal = _signal(read)
    obstacle = _obstacle(account, signal, read, quote)
    if obstacle is not None:
        return Declined(f"{obstacle.name}: {obstacle.detail}", (obstacle,))
    standing = account.standing()
    if read.instrument is None or quote is None or standing is None:
        raise AssertionError("an obstacle names each of these")  # pragma: no cover
    equity = Money(standing.equity)
    terms = Terms(read.position, channel, account.rules.limits, read.instrument, quote, equity, at, factor)
    drafted = draft(signal, terms)
    if isinstance(drafted, Declined):
        return drafted
    verdict = admit(drafted.plan, standing, account.rules.limits, at)
    return verdict.after(drafted.checks)


def _obstacle(account: Account, signal: Signal, read: MessageRead, quote: Quote | None) -> Check | None:
    """What makes arithmetic impossible."""
    if signal.spot:
        return Check("market", False, "a spot call: only perpetuals and CFDs are traded here")
    if signal.symbol is None:
        return Check("symbol", False, "the call names none")
    if read.instrument is None:
        return Check("symbol", False, f"{signal.symbol} is unknown to this venue, or means more than one thing")
    if read.instrument.symbol in account.rules.symbols_denied:
        return Check("symbol", False, f"{read.instrument.symbol} is denied in the configuration")
    if read.instrument.symbol in account.strangers:
        why = f"the venue holds {read.instrument.symbol} that is not ours, and the two would merge"
        return Check("symbol", False, why)
    if quote is None:
        return Check("price", False, f"there is no current price of {read.instrument.symbol}")
    if account.standing() is None:
        return Check("equity", False, "the venue has not told yet what the account is worth")
    return None


def _answered(account: Account, fact: ApprovalAnswered) -> Answer:
    """A button was pressed: judge the call anew at today's price, or let it go."""
    question = account.questions.get(fact.nonce)
    if question is None:
        return ()  # answered before, or expired: a second tap changes nothing (fault U05)
    if fact.choice is Choice.REJECT:
        return (CallDeclined(question.position, fact.at, f"rejected by {fact.by}", ()),)
    if fact.at > question.expires_at:
        return (CallDeclined(question.position, fact.at, "the answer came too late", ()),)
    channel = account.rules.channel(question.call.message.channel)
    if channel is None:
        return (CallDeclined(question.position, fact.at, "the channel is not listed any more", ()),)
    factor = HALF if fact.choice is Choice.HALF else Decimal(1)
    verdict = judge(account, question.call, channel, fact.quote, fact.at, factor)
    if isinstance(verdict, Declined):
        return (CallDeclined(question.position, fact.at, f"approved, but {verdict.reason}", verdict.checks),)
    return _open(verdict, fact.at)


def _day(account: Account, fact: EquityRead) -> Iterator[AccountFact]:
    """A new day, or another step of the allowed daily loss used up."""
    today = fact.at.astimezone(ZoneInfo(account.rules.day_zone)).date().isoformat()
    if today > account.day or account.day_equity is None:  # a clock set back begins no second day
        yield DayBegan(fact.at, today, fact.equity)
        return
    allowed = Money(account.day_equity * account.rules.limits.daily_loss_pct_max / 100)
    lost = Money(account.day_equity - fact.equity)
    used_pct = lost / allowed * 100 if allowed else Decimal(0)
    step = next((pct for pct in WARN_AT_PCT if used_pct >= pct), 0)
    if step > account.warned_pct:
        yield LossWarned(fact.at, step, lost, allowed)


@dataclass(frozen=True, slots=True)
class _Bound:
    """The positions a follow-up means, or why that cannot be told."""

    positions: tuple[PositionId, ...]
    trouble: str = ""


def _follow_up(account: Account, read: MessageRead) -> Answer:
    """Pass a channel's follow-up on to the one trade it means; it may tighten and close, never loosen."""
    amendment = read.reading
    assert isinstance(amendment, Amendment)  # noqa: S101 - narrowed by the caller
    if account.rules.channel(read.message.channel) is None:
        return _declined(read, "channel", f"{read.message.channel} is not listed in the configuration")
    if amendment.doubts:
        return _declined(read, "doubt", amendment.doubts[0].text)
    if read.message.edited_at is not None and any(i.act is Act.CLOSE_PART for i in amendment.instructions):
        return _declined(read, "edited", "an edited post closes no part: it may have been done already")
    bound = _bind(account, read, amendment)
    if bound.trouble:
        return _declined(read, "follow-up", bound.trouble)
    by = f"channel:{read.message.channel}"
    requests = tuple(
        Instruct(position, request)
        for position in bound.positions
        for instruction in amendment.instructions
        if (request := _request(position, instruction, read.at, by)) is not None
    )
    if not requests:
        return _declined(read, "follow-up", "it reports, and our own orders decide")
    return (FollowUpApplied(read.position, read.at, bound.positions), *requests)


def _bind(account: Account, read: MessageRead, amendment: Amendment) -> _Bound:
    """By reply, else by symbol and side, else the channel's only trade; never the last one by default."""
    channel = read.message.channel
    if read.message.reply_to is not None:
        answered = position_id(channel, read.message.reply_to)
        grant = account.grants.get(answered)
        if grant is not None and read.instrument is not None and read.instrument.symbol != grant.symbol:
            return _Bound((), f"it answers a call in {grant.symbol} and speaks of {read.instrument.symbol}")
        if grant is not None:
            return _Bound((answered,))
        if amendment.symbol is None:
            return _Bound((), "it answers a post that nothing open came from")
    mine = {p: g for p, g in account.grants.items() if g.channel == channel}
    if read.instrument is not None:
        mine = {p: g for p, g in mine.items() if g.symbol == read.instrument.symbol}
    elif amendment.symbol is not None:
        return _Bound((), f"nothing of this channel is open in {amendment.symbol}")
    if amendment.side is not None:
        mine = {p: g for p, g in mine.items() if g.side is amendment.side}
    if not mine:
        return _Bound((), "nothing of this channel is open that it could mean")
    if len(mine) > 1:
        return _Bound((), f"it could mean {len(mine)} open trades, and is not guessed")
    return _Bound(tuple(mine))


def _request(
    position: PositionId, instruction: Instruction, at: datetime, by: str
) -> CloseAsked | CancelAsked | StopMoveAsked | None:
    match instruction.act:
        case Act.BREAK_EVEN:
            return StopMoveAsked(position, at, None, by)
        case Act.MOVE_STOP:
            return StopMoveAsked(position, at, instruction.price, by) if instruction.price is not None else None
        case Act.CLOSE:
            return CloseAsked(position, at, by)
        case Act.CLOSE_PART:
            fraction = (instruction.percent if instruction.percent is not None else Decimal(50)) / 100
            return CloseAsked(position, at, by, min(fraction, Decimal(1))) if fraction > 0 else None
        case Act.CANCEL:
            return CancelAsked(position, at, by)
        case Act.TARGET_HIT | Act.STOP_HIT | Act.ENTRY_FILLED | Act.EDIT_TARGETS | Act.SET_LEVELS | Act.OTHER:
            return None
