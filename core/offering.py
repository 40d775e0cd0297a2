"""What the owner's hand would change in a trade, in numbers, before it is done.

Separate because a question card, the deed and a test must count alike: each function answers with an offer, or
with the numbers that forbid it. The position itself decides once more, by the same arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from core.account.states import Account
from core.events import AddAsked, StopMoveAsked, TargetsAsked
from core.limits import more_risk
from core.plans import Check
from core.position import Awaiting, Live, Opening, Parked, Position
from core.position.amending import replanned, stop_wish
from core.position.leaving import part_refused
from core.position.protection import is_tighter, present
from core.position.scaling import addition, at_risk, loosest
from core.position.states import part_quantity
from core.signals import AtPrice
from core.views import AddOffer, StopOffer, StopWish, TargetsOffer, TargetView, Unfit
from core.vocabulary import ZERO, Money, Price, Quantity

WAITS = Unfit("nothing is held of it yet; /close cancels an entry that waits")
LEAVING = Unfit("it is over, or on its way out")
QUARANTINED = Unfit("our own program failed on it, and only its stop is looked after; /close closes all of it")


def weigh_stop(
    position: Position | None, wish: StopWish, mark: Price | None, account: Account, at: datetime
) -> StopOffer | Unfit:
    """Another stop. ``mark``: the price now, None when it is not known."""
    if not isinstance(position, Live):
        return idle(position)
    live, plan = position, position.plan
    sign, was = plan.side.sign, present(live)
    wanted = stop_wish(live, StopMoveAsked(plan.position, at, wish.price, "", wish.level))
    if wanted is None:
        return Unfit(f"there is no target {wish.level}; it has {len(plan.targets)}")
    price = plan.instrument.tighter(plan.side, wanted)
    if price <= 0 or price == was:
        return Unfit(f"the stop stands at {was} already" if price == was else "a price is more than 0")
    if mark is not None and (mark - price) * sign <= 0:
        return Unfit(f"the price is {mark}: a stop at {price} would end it at once; /close does that")
    before, after, loosens = at_risk(live, was), at_risk(live, price), not is_tighter(live, price)
    checks: tuple[Check, ...] = ()
    if loosens:
        if (price - plan.stop) * sign < 0:
            return Unfit(
                f"granted were {plan.risk:.2f} with the stop at {plan.stop}; at {price} it would risk {after:.2f}, "
                f"so {plan.stop} is the furthest"
            )
        if after > plan.risk:
            return Unfit(f"at {price} what is held would lose {after:.2f} of {plan.risk:.2f} granted")
        checks = _limits(account, after, at)
        if failed := _failed(checks):
            return Unfit(failed)
    money = Money(before), Money(after), plan.risk
    return StopOffer(plan.position, plan.symbol, plan.side, was, price, *money, loosens, checks)


def weigh_addition(position: Position | None, asked: AddAsked, account: Account) -> AddOffer | Unfit:
    """More of it, at the price of ``asked``."""
    if not isinstance(position, Live):
        return idle(position)
    live, plan = position, position.plan
    if account.closed is not None or account.halted or account.broken:
        return Unfit(f"the doors are shut: {account.closed or account.halted or account.broken}")
    if account.merges(plan.symbol, plan.side):
        return Unfit(f"the venue holds {plan.symbol} that is not ours, and the two would merge")
    stop, instrument = loosest(live), plan.instrument
    before, held = at_risk(live, stop), live.ledger.held
    found = addition(live, asked)
    if found is None:
        worth = instrument.notional(held, asked.price)
        return Unfit(
            f"no room: {before:.2f} of {plan.risk:.2f} granted is at risk with the stop at {stop}, and {worth:.2f} "
            f"of {plan.notional:.2f} is held; the least order is {instrument.size(instrument.quantity_min)}"
        )
    leg, _ = found
    cap, quantity = leg.expected, leg.quantity
    fees = (cap + stop) * instrument.point_value * instrument.taker_fee
    more = ((cap - stop) * plan.side.sign * instrument.point_value + fees) * quantity
    checks = _limits(account, before + more, asked.at)
    if failed := _failed(checks):
        return Unfit(failed)
    entry = Price((live.ledger.entry * held + cap * quantity) / (held + quantity))
    return AddOffer(
        position=plan.position,
        symbol=plan.symbol,
        side=plan.side,
        held=held,
        quantity=Quantity(quantity),
        unit=instrument.unit,
        cap=cap,
        entry_before=instrument.price_near(live.ledger.entry),
        entry_after=instrument.price_near(entry),
        stop=stop,
        risk_before=Money(before),
        risk_after=Money(before + more),
        grant=plan.risk,
        checks=checks,
    )


def weigh_part(position: Position | None, fraction: Decimal) -> Quantity | Unfit:
    """How much a close of ``fraction`` (0 to 1) sells of what is held; 0: an entry that waits is cancelled."""
    if isinstance(position, Opening | Awaiting):
        return Quantity(ZERO)
    if not isinstance(position, Live):
        return idle(position)
    if fraction == 1:
        return position.ledger.held
    why = part_refused(position, fraction)
    return Unfit(why) if why else part_quantity(position, fraction)


def weigh_targets(position: Position | None, asked: TargetsAsked, mark: Price | None) -> TargetsOffer | Unfit:
    """Other targets, each at a price."""
    if not isinstance(position, Opening | Awaiting | Live):
        return idle(position)
    plan, sign = position.plan, position.plan.side.sign
    live = position if isinstance(position, Live) else None
    entry = live.ledger.entry if live is not None else plan.expected
    hit = frozenset(n for n in range(len(plan.targets)) if live is not None and live.is_hit(n))
    prices = [level.price for level in asked.targets if isinstance(level, AtPrice)]
    if not prices:
        return Unfit("a trade keeps at least one target")
    if len(prices) > plan.handling.exits_max:
        return Unfit(f"{len(prices)} targets: the venue takes {plan.handling.exits_max} of one trade")
    if mark is not None and (passed := [price for price in prices if (price - mark) * sign <= 0]):
        return Unfit(f"the price is {mark}, {_row(passed)} reached already; /close takes profit now")
    changed = replanned(plan, asked, entry, hit)
    if changed is None:
        beyond = "above" if sign > 0 else "below"
        return Unfit(f"targets of a {plan.side} entered at {entry} lie {beyond} it, and come after those already hit")
    views = tuple(TargetView(one.price, one.share, n in hit) for n, one in enumerate(changed.targets))
    was = tuple(target.price for target in plan.targets)
    return TargetsOffer(plan.position, plan.symbol, plan.side, was, views)


def idle(position: Position | None) -> Unfit:
    """Why nothing can be changed in a trade that is not live."""
    match position:
        case Opening() | Awaiting():
            return WAITS
        case Parked():
            return QUARANTINED
        case _:
            return LEAVING


def _row(prices: Sequence[Price]) -> str:
    return f"{', '.join(map(str, prices))} {'is' if len(prices) == 1 else 'are'}"


def _limits(account: Account, risk: Decimal, at: datetime) -> tuple[Check, ...]:
    standing = account.standing()
    if standing is None:
        return (Check("equity known", False, "the venue has not told yet what the account is worth"),)
    return more_risk(risk, standing, account.rules.limits, at)


def _failed(checks: tuple[Check, ...]) -> str:
    """The first limit that does not hold, in words; empty when all do."""
    return next((f"{check.name}: {check.detail}" for check in checks if not check.passed), "")
