"""What must hold while real money is at stake; a breach shuts the doors and never takes a stop away.

The invariants of the house, and who holds each. The starred ones are asserted in production too:
where "reading" stands, `INVARIANTS` checks it after each reading of the venue, and what lasts longer
than its patience is a breach; where "door" stands, it is asked before a call is judged; where
"construction" stands, no code can say the contrary.

    I1*  what is held has a stop at the venue, or gets one within 10 s     reading
    I2*  a call opens at most once, an order exists at most once           reading, construction (deterministic tags)
    I3*  nothing is sent that is not in the journal                        construction (`core.runtime.actor`)
    I4*  exits on the book never exceed what is held                       reading, construction (reduce-only)
    I5*  a trade loses no more than it was granted, all no more than a day reading, `core.limits`
    I6*  what may be held counts as held until the venue disproves it      reading
    I7   a stop is only tightened, except by the owner                     construction (`core.position.protection`)
    I8*  nothing is opened on old or doubtful knowledge                    door, `core.limits`, `core.drafting`
    I9   silence is never "flat"                                           construction (`core.reconcile`)
    I10  prices and quantities lie on the venue's grid                     construction (`core.instrument`)
    I11  nothing of ours rests for a position that is over                 `core.reconcile` sweeps
    I12* one desk on one account                                           construction (`storage.lock`)
    I13  every change names who caused it                                  construction (``by`` on facts)
    I14  no secret is written anywhere                                     `core.runtime.logs`
    I15  a replay gives the same state                                     `core.runtime.replay`
    I16  a death at any instant changes nothing in the end                 `core.runtime.recovery`
    I17  a second reconciliation does nothing                              `core.reconcile`
    I18  what is the owner's own is never touched                          construction (`core.account.guarding`)
    I19-I23  once faults stop: mended, heard, flat, told, and no flood     the simulator's oracle

Separate because what must be true is one thing and who mends it another: these functions only look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from core.account import Account
from core.events import Breach
from core.instrument import Instrument
from core.orders import Observation, OpenPosition, OrderReport
from core.position import Awaiting, Closing, Live, Opening, Over, Parked, Position, Unconfirmed, Working
from core.vocabulary import ZERO, Holding, PositionId, Price, Symbol

NAKED_S_MAX = 10
"""I1: within this the stop is back, or the position is on its way out."""
BOOK_S_MAX = 30
"""I4, I5: two rounds of the reconciler; somebody else's trade is believed when it was read twice."""
GRANT_S_MAX = 5
OFFSET_S_MAX = 0.5
"""I8: a venue refuses requests of a clock that is further off (fault B04)."""
READING_AGE_S_MAX = 60
"""I8: older knowledge of the venue opens nothing."""
SLIPPAGE = Decimal("1.25")
"""I5: a fill may be this much worse than was planned."""
HUNDRED, INFINITE = Decimal(100), Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is believed, and one reading of the venue beside it.

    ``offset_s``: how far the venue's clock stood from ours when it answered.
    """

    account: Account
    positions: Mapping[PositionId, Position]
    observed: Observation
    at: datetime
    offset_s: float = 0.0
    lives: tuple[Live, ...] = field(init=False)
    """Everything that holds something now."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lives", tuple(_lives(self.positions.values())))


Found = Iterator[tuple[str, str]]
"""(whom it is about, what is so)"""


@dataclass(frozen=True, slots=True)
class Invariant:
    """``find`` yields every exception; one that lasts longer than ``patience_s`` is a breach.

    ``of_prices``: it may be broken by a price alone, while nothing else has changed.
    """

    name: str
    patience_s: float
    find: Callable[[Picture], Found]
    remedy: str
    of_prices: bool = False


Since = Mapping[tuple[str, str], datetime]
"""When each exception was first seen."""


def check(picture: Picture, since: Since, *, only_prices_moved: bool = False) -> tuple[tuple[Breach, ...], Since]:
    """The breaches of this reading, and since when each exception has lasted.

    ``only_prices_moved``: nothing else has changed since a reading against which nothing was found.
    """
    seen: dict[tuple[str, str], datetime] = {}
    breaches: list[Breach] = []
    for invariant in OF_PRICES if only_prices_moved else INVARIANTS:
        for whom, words in invariant.find(picture):
            key = (invariant.name, whom)
            seen[key] = since.get(key, picture.at)
            if picture.at - seen[key] >= timedelta(seconds=invariant.patience_s):
                breaches.append(Breach(invariant.name, words, invariant.remedy))
    return tuple(breaches), seen


def asked_of(account: Account) -> tuple[object, ...]:
    """All of an account that these look at: another equity, while these stay, alters nothing."""
    return account.rules, account.day_equity, account.grants, account.heirs, account.breaches


def at_the_door(age_s: float | None) -> tuple[Breach, ...]:
    """I8: may a call be judged on what is known of the venue now?

    ``age_s``: seconds since it was read; None: it never was.
    """
    if age_s is not None and age_s <= READING_AGE_S_MAX:
        return ()
    words = f"the venue was not read for more than {READING_AGE_S_MAX} s"
    return (Breach("I8", words, "Check the connection and the venue's own page; the doors open by themselves."),)


def unharmed_from(account: Account, lives: Iterable[Live]) -> Decimal:
    """The equity from which on no price alone breaks anything (I5), as long as nothing but prices changes.

    Infinite when only a closer look can tell.
    """
    if account.day_equity is None:
        return -INFINITE
    allowed = account.day_equity * account.rules.limits.daily_loss_pct_max / HUNDRED * SLIPPAGE
    at_risk = _at_risk(account, lives, {})
    return account.day_equity - allowed + at_risk if at_risk <= allowed else INFINITE


# --- the table --------------------------------------------------------------------------------


def _naked(picture: Picture) -> Found:
    shown = {(held.symbol, held.side): held for held in picture.observed.positions if held.quantity > 0}
    for live in picture.lives:
        held = shown.get((live.plan.symbol, live.plan.side))
        if held is not None and (held.stop is None or isinstance(live.stop, Unconfirmed)):
            yield live.plan.position, f"{_name(live)} has no proven stop"
    for id_, position in picture.positions.items():
        if isinstance(position, Parked):
            found = shown.get((position.plan.symbol, position.plan.side))
            if found is not None and found.stop is None:
                yield id_, f"{position.plan.symbol} {position.plan.side} is quarantined and has no stop"


def _twice(picture: Picture) -> Found:
    """An order that stands on the book twice, and a call that was opened twice."""
    yield from _doubled(picture)
    for origin, heir in picture.account.heirs.items():
        before, after = picture.positions.get(origin), picture.positions.get(heir)
        if before is not None and after is not None and _is_wanted(before) and _is_wanted(after):
            yield origin, f"one call is open twice: {before.plan.symbol} as {origin}, {after.plan.symbol} as {heir}"


def _is_wanted(position: Position) -> bool:
    """Is something held or waited for, and meant to be? What fills after it was taken back is on its way out."""
    match position:
        case Opening(leaving=leaving) | Awaiting(leaving=leaving):
            return not leaving
        case Live():
            return True
        case Closing() | Over() | Parked():
            return False


def _doubled(picture: Picture) -> Found:
    orders = picture.observed.orders
    if len({order.tag for order in orders}) == len(orders):
        return
    tags = [order.tag for order in orders if _is_ours(picture, order)]
    for tag in sorted(set(tags)):
        if tags.count(tag) > 1:
            yield tag, f"the order {tag} stands on the book {tags.count(tag)} times"


def _overbooked(picture: Picture) -> Found:
    booked: dict[Holding, Decimal] = {}
    traded: dict[Symbol, Instrument] = {}
    for order in picture.observed.orders:
        owner = picture.positions.get(PositionId(order.tag.partition("-")[0])) if order.reduce_only else None
        if owner is not None:
            holding = (order.symbol, owner.plan.side)
            booked[holding] = booked.get(holding, ZERO) + order.quantity - order.filled
            traded[order.symbol] = owner.plan.instrument
    held = {(p.symbol, p.side): p.quantity for p in picture.observed.positions} if booked else {}
    for (symbol, side), quantity in booked.items():
        if quantity > held.get((symbol, side), ZERO):
            yield f"{symbol} {side}", f"exits for {traded[symbol].size(quantity)} of {symbol} rest, more than is held"


def _overrisked(picture: Picture) -> Found:
    """A trade that may lose more than its grant, with its fees: whatever the price is, as its stop stands."""
    for live in picture.lives:
        plan, stop = live.plan, live.stop
        if not isinstance(stop, Working):
            continue
        loss = _further(live, live.ledger.entry, stop) - live.ledger.net
        if loss > plan.risk * SLIPPAGE:
            yield plan.position, f"{_name(live)} would lose {loss:,.2f} at its stop, {plan.risk:,.2f} were granted"


def _overspent(picture: Picture) -> Found:
    """All of them may lose more than the day may."""
    account = picture.account
    if account.day_equity is None:
        return
    allowed = account.day_equity * account.rules.limits.daily_loss_pct_max / HUNDRED
    lost = max(ZERO, account.day_equity - picture.observed.equity)
    shown = {(held.symbol, held.side): held for held in picture.observed.positions if held.quantity > 0}
    at_risk = _at_risk(account, picture.lives, shown)
    if at_risk and lost + at_risk > allowed * SLIPPAGE:
        words = f"{lost:,.2f} lost today, {at_risk:,.2f} more if every stop is hit: {allowed:,.2f} are allowed"
        yield "the day", words


def _at_risk(account: Account, lives: Iterable[Live], shown: Mapping[Holding, OpenPosition]) -> Decimal:
    """What all that is granted may still lose, beyond what floats: profit that is given back is no loss.

    What may fill yet, or has no proven stop, counts with its whole grant (invariant I6). With nothing ``shown``
    it is the most that this can be, wherever the prices are.
    """
    known = {live.plan.position: live for live in lives}
    total = ZERO
    for id_, grant in account.grants.items():
        live, held = known.get(id_), shown.get((grant.symbol, grant.side))
        floats = held.unrealised if held is not None else ZERO
        if live is None or live.may_grow or not isinstance(live.stop, Working):
            total += max(ZERO, grant.risk + min(ZERO, floats))
            continue
        sign, entry = grant.side.sign, live.ledger.entry
        start = held.mark if held is not None and (held.mark - entry) * sign < 0 else entry
        total += max(ZERO, _further(live, start, live.stop))
    return total


def _further(live: Live, start: Price, stop: Working) -> Decimal:
    """What leaving at the stop loses from the price ``start``, with the fee of leaving."""
    plan, held = live.plan, live.ledger.held
    fee = plan.instrument.notional(held, stop.price) * plan.instrument.taker_fee
    return fee - plan.instrument.profit(plan.side, held, start, stop.price)


def _ungranted(picture: Picture) -> Found:
    for id_, position in picture.positions.items():
        if not isinstance(position, (Over, Parked)) and id_ not in picture.account.grants:
            yield id_, f"{position.plan.symbol} {position.plan.side} lives and no limit counts it"


def _off_time(picture: Picture) -> Found:
    if abs(picture.offset_s) > OFFSET_S_MAX:
        yield "clock", f"the venue's clock and ours are {abs(picture.offset_s):.1f} s apart"


INVARIANTS = (
    Invariant("I1", NAKED_S_MAX, _naked, "Set a stop at the venue by hand, or close the position."),
    Invariant("I2", 0, _twice, "Cancel or close the second one at the venue, and send us the log."),
    Invariant("I4", BOOK_S_MAX, _overbooked, "Cancel the exits that are too many at the venue."),
    Invariant("I5", BOOK_S_MAX, _overrisked, "Tighten its stop, or close a part of it."),
    Invariant("I5", BOOK_S_MAX, _overspent, "Tighten its stop, or close a part of it.", of_prices=True),
    Invariant("I6", GRANT_S_MAX, _ungranted, "Close it, or start the program again, and send us the log."),
    Invariant("I8", 1, _off_time, "Let the system's clock be set by NTP; the doors open by themselves."),
)
"""I8: twice is a clock, once may be an old page."""
OF_PRICES = tuple(invariant for invariant in INVARIANTS if invariant.of_prices)


def _lives(positions: Iterable[Position]) -> Iterator[Live]:
    for position in positions:
        match position:
            case Over():  # most of them: they stay on the desk for an hour
                pass
            case Live() if position.ledger.held:
                yield position
            case Closing(live=live) if live.ledger.held:
                yield live
            case Opening() | Awaiting() | Live() | Closing() | Parked():
                pass


def _is_ours(picture: Picture, order: OrderReport) -> bool:
    return PositionId(order.tag.partition("-")[0]) in picture.positions


def _name(live: Live) -> str:
    return f"{live.plan.symbol} {live.plan.side}"
