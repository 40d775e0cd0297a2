"""What the account does about a fact: open, ask, decline, warn, close.

Every call gets a verdict with its checks. The order of the questions is the order of their
cost: who says it, whether it is new, how old it is, what it names, and only then the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from core.account.followups import answered_follow_up, follow_up, levels_for
from core.account.guarding import take_over
from core.account.hearing import kin
from core.account.judging import Answer, declined, dropped, judge, obstacle_to, opened, run_away, signal_of, verdict
from core.account.opposite import contradicted
from core.account.revising import (
    added_order,
    deleted,
    disowned,
    edited_call,
    is_echo,
    revised_call,
    taken_back,
)
from core.account.states import Account
from core.commands import Instruct
from core.events import (
    AccountFact,
    ApprovalAnswered,
    ApprovalExpired,
    CallDeclined,
    CallHeld,
    Choice,
    CloseAsked,
    DayBegan,
    EquityRead,
    FollowUpAnswered,
    FollowUpExpired,
    LevelsMissed,
    LossWarned,
    MessageRead,
    PanicPressed,
    PositionEnded,
    PositionReopened,
    PostsDeleted,
    StrangerAdopted,
)
from core.personal import settled
from core.plans import Declined
from core.reading.dialogue import says_no_more
from core.signals import Amendment, Nothing, Signal
from core.views import Doors
from core.vocabulary import Money

WARN_AT_PCT = (100, 90, 80)
HALF = Decimal("0.5")
NOBODY = "nobody answered in time, and silence is no"


def decide(account: Account, fact: AccountFact) -> Answer:
    """Answer one fact, seeing the state it led to."""
    match fact:
        case MessageRead():
            return _heard(account, fact)
        case PostsDeleted():
            return deleted(account, fact)
        case EquityRead():
            return tuple(_day(account, fact))
        case PositionEnded():
            return revised_call(account, fact)
        case PanicPressed():
            return _panic(account, fact)
        case PositionReopened(position=position, at=at) if account.closed and account.closed.doors is Doors.LOCKED:
            return (Instruct(position, CloseAsked(position, at, f"panic by {account.closed.by}")),)
        case StrangerAdopted():
            return take_over(fact)
        case _:
            return _rung(account, fact)


def _heard(account: Account, read: MessageRead) -> Answer:
    """A post, or an edit of one: what it takes back comes first, then what it adds, then what it is."""
    if why := taken_back(account, read):
        return dropped(account, account.named(read.message.channel, read.message.id), read.at, f"edited: {why}")
    if (order := added_order(account, read)) is not None:
        return (*disowned(account, order), *follow_up(account, order))
    if is_echo(account, read):
        return ()  # other words, the same meaning
    match read.reading:
        case Signal():
            answer = _call(account, read)
            return answer if _is_old_news(account, read) else (*answer, *contradicted(account, read, _call))
        case Amendment():
            return (*disowned(account, read), *follow_up(account, read))
        case Nothing():
            return disowned(account, read)


def _rung(account: Account, fact: AccountFact) -> Answer:
    """A button was pressed, or the bell of something that waited has rung."""
    match fact:
        case ApprovalAnswered():
            return _answered(account, fact)
        case FollowUpAnswered():
            return answered_follow_up(account, fact)
        case ApprovalExpired(position=position, at=at, nonce=nonce) if nonce in account.questions:
            return (CallDeclined(position, at, NOBODY, ()),)
        case FollowUpExpired(position=position, at=at, nonce=nonce) if nonce in account.unclear:
            return (CallDeclined(position, at, NOBODY, ()),)
        case LevelsMissed(position=position, at=at) if position in account.held:
            held = account.held[position]
            waited_s = (held.until - held.at).total_seconds()
            return (CallDeclined(position, at, f"levels: none came within {waited_s:.0f} s", ()),)
        case _:
            return ()


def _panic(account: Account, fact: PanicPressed) -> Answer:
    """Nothing waits for an answer any more, and everything granted is closed."""
    why = f"panic by {fact.by}"
    asked = [question.position for question in account.questions.values()]
    asked += [question.position for question in account.unclear.values()]
    waiting = dict.fromkeys((*asked, *account.held))
    drops = tuple(line for position in waiting for line in dropped(account, position, fact.at, why))
    closes = tuple(Instruct(p, CloseAsked(p, fact.at, why)) for p in account.grants)
    return (*drops, *closes)


def _call(account: Account, read: MessageRead) -> Answer:
    """A call was read: find the first reason against it, or open it, or ask."""
    channel = account.rules.channel(read.message.channel)
    if channel is None:
        return declined(read, "channel", f"{read.message.channel} is not listed in the configuration")
    told = account.told(read.message)
    if read.message.edited_at is not None:
        return edited_call(account, read, channel, told)
    if told is not None and told.echo is not None:
        return declined(read, "repeat", f"it says again what post {told.echo} said")
    if read.age_s > channel.age_s_max:
        return declined(read, "age", f"posted {read.age_s:.0f} s ago, at most {channel.age_s_max} s")
    earlier = kin(account, read)
    if earlier is not None:
        return _said_again(account, read, earlier)
    lacks_stop = settled(signal_of(read), channel).stop is None
    if lacks_stop and channel.dialect.wait_s and obstacle_to(account, read, read.quote) is None:
        return (CallHeld(read.position, read.at, read, read.at + timedelta(seconds=channel.dialect.wait_s)),)
    return verdict(account, read, channel)


def _is_old_news(account: Account, read: MessageRead) -> bool:
    """Is it a repeat or a summary? What a channel said before its newest call contradicts nothing."""
    told, earlier = account.told(read.message), kin(account, read)
    if told is not None and told.echo is not None:
        return True
    return earlier is not None and says_no_more(signal_of(read), signal_of(earlier))


def _said_again(account: Account, read: MessageRead, earlier: MessageRead) -> Answer:
    """A call and its summary are one call: whichever came first is it, and the other may add its levels."""
    if says_no_more(signal_of(read), signal_of(earlier)):
        return declined(read, "summary", f"it says in short what post {earlier.message.id} said")
    position = account.named(earlier.message.channel, earlier.message.id)
    if position in account.grants:
        return levels_for(account, read, position)
    channel = account.rules.channel(read.message.channel)
    assert channel is not None  # noqa: S101 - looked at by the caller
    superseded = f"post {read.message.id} says it with its levels"
    waits = position in account.held or any(q.position == position for q in account.questions.values())
    drops = dropped(account, position, read.at, superseded) if waits else ()
    return (*drops, *verdict(account, read, channel))


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
    missed = run_away(question.plan, fact.quote)
    verdict = missed or judge(account, question.call, channel, fact.quote, fact.at, factor)
    if isinstance(verdict, Declined):
        return (CallDeclined(question.position, fact.at, f"approved, but {verdict.reason}", verdict.checks),)
    return opened(verdict, fact.at)


def _day(account: Account, fact: EquityRead) -> Iterator[AccountFact]:
    """A new day, or another step of the allowed daily loss used up."""
    today = fact.at.astimezone(ZoneInfo(account.rules.day_zone)).date().isoformat()
    if today > account.day or account.day_equity is None:  # a clock set back begins no second day
        yield DayBegan(fact.at, today, fact.equity)
        return
    lost = Money(account.day_equity - fact.equity)
    if lost <= 0 < account.day_equity:
        return  # as half of all readings say
    allowed = Money(account.day_equity * account.rules.limits.daily_loss_pct_max / 100)
    used_pct = lost / allowed * 100 if allowed else Decimal(0)
    step = next((pct for pct in WARN_AT_PCT if used_pct >= pct), 0)
    if step > account.warned_pct:
        yield LossWarned(fact.at, step, lost, allowed)
