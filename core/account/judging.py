"""One call before the rules: the first reason against it, or the order it becomes.

Separate, because a call is judged at four moments, each time anew at the price of that moment:
when it is heard, when its levels have come, when a human says yes, when its changed words replace it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from core.account.states import Account
from core.commands import AccountCommand, OpenPosition
from core.drafting import Terms, draft
from core.events import (
    AccountFact,
    ApprovalAsked,
    ApprovalExpired,
    CallAdmitted,
    CallDeclined,
    CallWatched,
    FollowUpExpired,
    MessageRead,
)
from core.limits import admit, grant_for
from core.market import Quote
from core.personal import settled
from core.plans import Admitted, Check, Declined, Plan
from core.position.listening import forgone
from core.rules import ChannelRules, Mode
from core.signals import Signal
from core.spelling import may_mean
from core.vocabulary import Money, PositionId, nonce_for

Answer = tuple[AccountFact | AccountCommand, ...]


def declined(read: MessageRead, name: str, detail: str) -> Answer:
    """No, by one check."""
    return (CallDeclined(read.position, read.at, f"{name}: {detail}", (Check(name, False, detail),)),)


def dropped(account: Account, position: PositionId, at: datetime, reason: str) -> Answer:
    """Nothing comes of what waits for an answer about this post, and its card says so."""
    return (*closed(account, position, at, reason), CallDeclined(position, at, reason, ()))


def closed(account: Account, position: PositionId, at: datetime, why: str) -> Answer:
    """The questions about a post that nobody needs to answer any more."""
    calls = [q.nonce for q in account.questions.values() if q.position == position]
    follow_ups = [q.nonce for q in account.unclear.values() if q.position == position]
    return (
        *(ApprovalExpired(position, at, nonce, why) for nonce in calls),
        *(FollowUpExpired(position, at, nonce, why) for nonce in follow_ups),
    )


def verdict(
    account: Account, read: MessageRead, channel: ChannelRules, *, version: int = 0, asks: bool = False
) -> Answer:
    """Open it, ask, or decline. ``version`` tells the questions about one post apart; ``asks``: it never just opens."""
    judged = judge(account, read, channel, read.quote, read.at, Decimal(1))
    if isinstance(judged, Declined):
        return (CallDeclined(read.position, read.at, judged.reason, judged.checks),)
    doubts = tuple([doubt.text for doubt in settled(signal_of(read), channel).doubts])
    if channel.mode is Mode.WATCH:
        return (CallWatched(read.position, read.at, judged.plan, judged.checks),)
    if channel.mode is Mode.ASK or doubts or asks:
        return (_question(read, judged, doubts, channel, version),)
    return opened(judged, read.at)


def _question(
    read: MessageRead, judged: Admitted[Plan], doubts: tuple[str, ...], channel: ChannelRules, version: int
) -> ApprovalAsked:
    expires_at = read.at + timedelta(seconds=channel.approval_s)
    nonce = nonce_for(read.position, version)
    return ApprovalAsked(read.position, read.at, nonce, read, judged.plan, judged.checks, doubts, expires_at)


def opened(admitted: Admitted[Plan], at: datetime) -> Answer:
    position = admitted.plan.position
    granted = CallAdmitted(position, at, grant_for(admitted.plan), admitted.checks)
    return (granted, OpenPosition(position, admitted))


def signal_of(read: MessageRead) -> Signal:
    assert isinstance(read.reading, Signal)  # noqa: S101 - narrowed by every caller
    return read.reading


def judge(
    account: Account, read: MessageRead, channel: ChannelRules, quote: Quote | None, at: datetime, factor: Decimal
) -> Admitted[Plan] | Declined:
    """Draft the call and prove the limits; the checks of both, in order. Also used to rehearse."""
    signal = signal_of(read)
    obstacle = obstacle_to(account, read, quote)
    if obstacle is not None:
        return Declined(f"{obstacle.name}: {obstacle.detail}", (obstacle,))
    standing = account.standing()
    if read.instrument is None or quote is None or standing is None:
        raise AssertionError("an obstacle names each of these")  # pragma: no cover
    equity = Money(standing.equity)
    zone = account.rules.day_zone
    terms = Terms(read.position, channel, account.rules.limits, read.instrument, quote, equity, at, factor, zone)
    drafted = draft(signal, terms)
    if isinstance(drafted, Declined):
        return drafted
    admitted = admit(drafted.plan, standing, account.rules.limits, at)
    return admitted.after(drafted.checks)


def run_away(plan: Plan, quote: Quote | None) -> Declined | None:
    """Has the price reached the first target of a call since it was heard? Then it has run while somebody was asked."""
    target = forgone(plan)
    if quote is None or target is None or (quote.last - target) * plan.side.sign < 0:
        return None
    check = Check("first target", False, f"{target} was reached while you were asked, the price is {quote.last}")
    return Declined(f"{check.name}: {check.detail}", (check,))


def obstacle_to(account: Account, read: MessageRead, quote: Quote | None) -> Check | None:
    """What makes arithmetic impossible."""
    signal = signal_of(read)
    if signal.spot:
        return Check("market", False, "a spot call: only perpetuals and CFDs are traded here")
    if signal.symbol is None:
        return Check("symbol", False, "the call names none")
    if read.instrument is None:
        return Check(
            "symbol", False, f"{signal.symbol} is unknown to this venue, or means more than one thing; see aliases"
        )
    if read.instrument.barred:
        return Check("symbol", False, read.instrument.barred)
    rules = account.rules
    if any(may_mean(denied, read.instrument, rules.aliases) for denied in rules.symbols_denied):
        return Check("symbol", False, f"{read.instrument.symbol} is denied in the configuration")
    if read.instrument.symbol in account.strangers:
        # In hedge mode the other side is another position; but sending the entry sets the leverage of both (I18).
        is_apart = signal.side is not None and not account.merges(read.instrument.symbol, signal.side)
        why = "both sides have one leverage, which ours would change" if is_apart else "the two would merge"
        return Check("symbol", False, f"the venue holds {read.instrument.symbol} that is not ours, and {why}")
    if quote is None:
        return Check("price", False, f"there is no current price of {read.instrument.symbol}")
    if account.standing() is None:
        return Check("equity", False, "the venue has not told yet what the account is worth")
    return None
