"""From states to views: what a phone is shown of an account and its positions. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from core.account import Account
from core.adoption import propose
from core.events import ApprovalAsked, FollowUpAsked, MessageRead, PositionAdopted
from core.instrument import Instrument
from core.ledger import Ledger
from core.limits import Standing, slot
from core.market import Quote
from core.orders import OpenPosition, TimeInForce
from core.plans import EntryLeg, Plan
from core.position import Awaiting, Closing, Live, Opening, Over, Parked, Position, Unconfirmed
from core.rules import Limits
from core.signals import Amendment, Nothing
from core.views import (
    CandidateView,
    FollowUpView,
    LimitView,
    Moment,
    OrderView,
    PlanView,
    PositionView,
    QuestionView,
    Shield,
    Stage,
    StrangerView,
    TargetView,
    Verdict,
    WhyView,
)
from core.vocabulary import ZERO, ChannelId, Money, PositionId, Price, Quantity
from core.wording import instruction_words

HUNDRED = Decimal(100)


def title_of(account: Account, channel: ChannelId) -> str:
    """The owner's name for a channel, its id when it is not listed."""
    rules = account.rules.channel(channel)
    return rules.title if rules is not None else str(channel)


def symbol_of(read: MessageRead) -> str:
    """What a message names, as the venue calls it if it knows it; empty for nothing."""
    if isinstance(read.reading, Nothing):
        return ""
    return read.instrument.symbol if read.instrument is not None else read.reading.symbol or ""


def position_view(
    position: Position, channel: str, quote: Quote | None, note: str, proof_at: datetime | None = None
) -> PositionView:
    """One trade as it stands; ``note``: the last thing that happened; ``proof_at``: when its stop was read back."""
    plan = position.plan
    live = life_of(position)
    ledger = live.ledger if live is not None else Ledger(plan.side, plan.instrument)
    mark = quote.mark if quote is not None else None
    profit = Money(ledger.net + (ledger.floating(mark) if mark is not None else ZERO))
    return PositionView(
        position=plan.position,
        channel=channel,
        symbol=plan.symbol,
        side=plan.side,
        stage=_stage(position),
        quantity=ledger.held,
        planned=plan.quantity,
        unit=plan.instrument.unit,
        entry=ledger.entry if ledger.entered else plan.price or plan.expected,
        mark=mark,
        stop=live.stop.price if live is not None else plan.stop,
        shield=_shield(position),
        targets=_targets(plan, live),
        risk=plan.risk,
        realised=ledger.net,
        profit=profit,
        profit_r=(profit / plan.risk).quantize(Decimal("0.01")) if plan.risk else ZERO,
        opened_at=live.opened_at if live is not None else None,
        ended_at=position.at if isinstance(position, Over) else None,
        note=note or (_ended(position.reason) if isinstance(position, Over) else ""),
        proof_at=proof_at,
        left_at=plan.instrument.price_near(ledger.left) if ledger.left is not None else None,
    )


def _ended(reason: str) -> str:
    """Why it ended; where somebody wanted it, by whom."""
    return f"ended by {reason}" if reason.startswith(("user:", "channel:")) else reason


def life_of(position: Position) -> Live | None:
    """What it holds or has held; None: nothing of it has filled yet."""
    match position:
        case Live():
            return position
        case Closing(live=live) | Over(live=live):
            return live
        case Parked(last=last):
            return life_of(last)
        case Opening() | Awaiting():
            return None


def _stage(position: Position) -> Stage:
    match position:
        case Opening():
            return Stage.OPENING
        case Awaiting():
            return Stage.AWAITING
        case Live():
            return Stage.LIVE
        case Closing():
            return Stage.CLOSING
        case Over():
            return Stage.OVER
        case Parked():
            return Stage.QUARANTINED


def _shield(position: Position) -> Shield:
    match position:
        case Live() | Closing():
            live = position if isinstance(position, Live) else position.live
            if live.ledger.held == 0:
                return Shield.NONE
            if isinstance(live.stop, Unconfirmed):
                return Shield.UNPROVEN
            return Shield.MOVING if live.wanted is not None else Shield.WORKING
        case Parked():
            return Shield.UNPROVEN
        case Opening() | Awaiting() | Over():
            return Shield.NONE


def _targets(plan: Plan, live: Live | None) -> tuple[TargetView, ...]:
    """The plan's targets, and once a ladder was cut the orders that stand for them."""
    if live is None:
        return tuple(TargetView(target.price, target.share, hit=False) for target in plan.targets)
    return tuple(
        TargetView(target.price, target.share, live.is_hit(index), _resting(live, index, target.price))
        for index, target in enumerate(plan.targets)
    )


def _resting(live: Live, index: int, price: Price) -> Quantity | None:
    """What the order of a target still sells. One of an exchanged target is on its way off the book, and not shown."""
    if not live.laddered:
        return None
    mine = (rung for rung in live.working_rungs if (rung.index, rung.price) == (index, price))
    return Quantity(sum((rung.quantity - rung.filled for rung in mine), ZERO))


def stranger_view(held: OpenPosition, instrument: Instrument, account: Account) -> StrangerView:
    """What is not ours, with the stop it would have with us and the arithmetic of it."""
    proposal = propose(held, instrument, account.equity or Money(ZERO), account.rules.limits)
    return StrangerView(
        key=f"{held.symbol} {held.side}",
        symbol=held.symbol,
        side=held.side,
        quantity=held.quantity,
        unit=instrument.unit,
        entry=held.entry,
        mark=held.mark,
        stop=proposal.stop,
        standing=proposal.standing,
        risk=proposal.risk,
        arithmetic=proposal.words,
        ignored=(held.symbol, held.side) in account.ignored,
    )


def adopted_why(
    fact: PositionAdopted, account: Account, history: tuple[Moment, ...], orders: tuple[OrderView, ...]
) -> WhyView:
    """The trail of a trade that nobody called: it was at the venue, and its owner handed it over."""
    return WhyView(
        position=fact.position,
        channel=title_of(account, fact.plan.channel),
        text="",
        heard_at=fact.at,
        reading=("nobody called this: it was held at the venue already",),
        verdict=Verdict.OPENED,
        reason="handed over by its owner",
        checks=(),
        plan=plan_view(fact.plan, account.equity),
        history=history,
        orders=orders,
    )


def plan_view(plan: Plan, equity: Money | None) -> PlanView:
    """What is to be sent, with its risk and its rewards in units of that risk."""
    distance = abs(plan.expected - plan.stop)
    rewards = tuple((abs(t.price - plan.expected) / distance).quantize(Decimal("0.01")) for t in plan.targets)
    risk_pct = (plan.risk / equity * HUNDRED).quantize(Decimal("0.01")) if equity else None
    entry = " + ".join(_way(leg) for leg in plan.legs) or _way(plan)
    prices = tuple(target.price for target in plan.targets)
    return PlanView(
        plan.symbol,
        plan.side,
        entry,
        plan.expected,
        plan.quantity,
        plan.instrument.unit,
        plan.stop,
        prices,
        rewards,
        plan.leverage,
        plan.notional,
        plan.margin,
        plan.risk,
        risk_pct,
    )


def _way(order: EntryLeg | Plan) -> str:
    """One entry order in a few words."""
    if order.price is None:
        return "market"
    if isinstance(order, EntryLeg) and order.time_in_force is TimeInForce.IOC:
        return f"market up to {order.price:,}"
    return f"{order.kind} {order.price:,}"


def question_view(asked: ApprovalAsked, account: Account, quote: Quote | None) -> QuestionView:
    """An approval with what the account would hold after it."""
    standing = account.standing()
    held = standing.total_notional() if standing is not None else Money(ZERO)
    same = sum(grant.symbol == asked.plan.symbol for grant in account.grants.values())
    return QuestionView(
        position=asked.position,
        nonce=asked.nonce,
        channel=title_of(account, asked.plan.channel),
        text=asked.call.message.text,
        plan=plan_view(asked.plan, account.equity),
        checks=asked.checks,
        doubts=asked.doubts,
        asked_at=asked.at,
        expires_at=asked.expires_at,
        price=quote.taker(asked.plan.side.opening) if quote is not None else None,
        exposure_after=Money(held + asked.plan.notional),
        same_symbol=same,
    )


def follow_up_view(
    asked: FollowUpAsked, channel: str, trades: Mapping[PositionId, PositionView | None]
) -> FollowUpView:
    """A follow-up that waits to be told what it means, with the trades it may mean as they stand."""
    found = (CandidateView(one.position, one.symbol, one.side, trades.get(one.position)) for one in asked.candidates)
    asks = _asks(asked.read.reading) if isinstance(asked.read.reading, Amendment) else ()
    text = asked.read.message.text
    return FollowUpView(
        asked.position, asked.nonce, channel, text, asks, tuple(found), asked.why, asked.at, asked.expires_at
    )


def _asks(said: Amendment) -> tuple[str, ...]:
    """Each thing it wants, with its figures."""
    return tuple(instruction_words(one, said) for one in said.instructions)


def limit_views(account: Account) -> tuple[LimitView, ...]:
    """Each limit that may decline a call, with what is used of it; empty while the equity is not known."""
    standing, limits = account.standing(), account.rules.limits
    if standing is None:
        return ()
    equity, grants = standing.equity, standing.grants.values()
    loss = Money(standing.day_equity * limits.daily_loss_pct_max / HUNDRED)
    worst = Money(standing.lost_today + standing.total_risk())
    exposure = Money(equity * limits.exposure_pct_max / HUNDRED)
    risk = Money(equity * limits.risk_pct_max / HUNDRED)
    leverage = max((grant.notional / grant.margin for grant in grants if grant.margin), default=None)
    riskiest = max((grant.risk for grant in grants), default=None)
    stop_pct, entry_pct = limits.stop_distance_pct_max, limits.entry_off_market_pct_max
    return (
        LimitView("open positions", Decimal(len(grants)), Decimal(limits.open_positions_max), "", "at once"),
        LimitView(
            "daily loss", standing.lost_today, loss, "money", f"{limits.daily_loss_pct_max} % of the day's start"
        ),
        LimitView("daily loss, every stop hit", worst, loss, "money", "today's loss and all open risk"),
        LimitView("exposure", standing.total_notional(), exposure, "money", f"{limits.exposure_pct_max} % of equity"),
        LimitView("margin", standing.total_margin(), equity, "money", "of equity"),
        *_symbol_limits(standing, limits),
        LimitView("leverage", leverage, limits.leverage_max, "x", "", each=True),
        LimitView("risk of one trade", riskiest, risk, "money", f"{limits.risk_pct_max} % of equity", each=True),
        LimitView("stop distance", None, stop_pct, "%", "from the entry to the stop", each=True),
        LimitView("entry off the market", None, entry_pct, "%", "from the price to a limit or a zone", each=True),
    )


def _symbol_limits(standing: Standing, limits: Limits) -> Iterable[LimitView]:
    """What each symbol that is held or waited for takes; with nothing open, what one may take."""
    share = limits.symbol_exposure_pct_max
    exposure, most = Money(standing.equity * share / HUNDRED), Decimal(limits.per_symbol_max)
    detail, grants = f"{share} % of equity", standing.grants.values()
    if not grants:
        yield LimitView("positions in one symbol", None, most, "", "", each=True)
        yield LimitView("exposure in one symbol", None, exposure, "money", detail, each=True)
    for symbol in sorted({grant.symbol for grant in grants}):
        same = [grant for grant in grants if grant.symbol == symbol]
        for name, count in Counter(slot(symbol, grant.side, limits) for grant in same).items():
            yield LimitView(name, Decimal(count), most, "", "")
        yield LimitView(
            f"exposure in {symbol}", sum((grant.notional for grant in same), ZERO), exposure, "money", detail
        )
