"""Values for tests of the pure core: each builder hides what the test does not speak of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from core import account as accounts
from core import position as positions
from core.account import Account
from core.commands import Command
from core.events import (
    AccountFact,
    CallAdmitted,
    CallDeclined,
    EntryFilled,
    EquityRead,
    ExitCause,
    ExitFilled,
    MessageRead,
    PositionFact,
    PositionPlanned,
    PriceReached,
    ReviewDue,
    RulesLoaded,
    StopConfirmed,
)
from core.fold import step
from core.instrument import Instrument, Kind
from core.limits import Standing
from core.market import Quote
from core.messages import Message
from core.orders import EntryKind, Observation, OpenPosition, OrderReport, OrderStatus
from core.plans import EntryLeg, Grant, Plan, Target
from core.position import Live, Position
from core.rules import ChannelRules, Limits, Mode, Protection, Rules
from core.signals import AtMarket, AtPrice, Entry, Level, Reading, Signal, TargetLevel
from core.vocabulary import (
    ChannelId,
    ExecutionId,
    MessageId,
    Money,
    OrderSide,
    OrderTag,
    PositionId,
    Price,
    Quantity,
    Side,
    Symbol,
    order_tag,
    position_id,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BTC = Symbol("BTCUSDT")
CHANNEL = ChannelId("-1001")
OTHER_CHANNEL = ChannelId("-1002")
CALL = PositionId("abcdefghij")
T = TypeVar("T")
Line = PositionFact | AccountFact | Command


def price(text: str | int | Decimal) -> Price:
    return Price(Decimal(text))


def quantity(text: str | int | Decimal) -> Quantity:
    return Quantity(Decimal(text))


def money(text: str | int | Decimal) -> Money:
    return Money(Decimal(text))


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def of(kind: type[T], lines: tuple[object, ...]) -> list[T]:
    """The lines of one kind, in order."""
    return [line for line in lines if isinstance(line, kind)]


def only(kind: type[T], lines: tuple[object, ...]) -> T:
    """The one line of a kind."""
    (found,) = of(kind, lines)
    return found


# --- what is traded ---------------------------------------------------------------------------


def an_instrument(symbol: str = BTC, **changes: Any) -> Instrument:
    """A USDT perpetual in ticks of 0.1 and steps of 0.001."""
    base = Instrument(
        symbol=Symbol(symbol),
        kind=Kind.LINEAR,
        base=symbol.removesuffix("USDT"),
        quote="USDT",
        tick=price("0.1"),
        step=quantity("0.001"),
        quantity_min=quantity("0.001"),
        quantity_max=quantity(1000),
        notional_min=money(5),
    )
    return replace(base, **changes)


def a_cfd(symbol: str, tick: str, point_value: str) -> Instrument:
    """A contract dealt in hundredths of a lot, without a fee of its own."""
    return an_instrument(
        symbol,
        kind=Kind.CFD,
        base=symbol[:3],
        quote=symbol[3:],
        tick=price(tick),
        step=quantity("0.01"),
        quantity_min=quantity("0.01"),
        notional_min=money(0),
        point_value=Decimal(point_value),
        pip=price(tick) * 10,
        taker_fee=Decimal(0),
        leverage_max=Decimal(500),
    )


def a_quote(mid: str | int = 100, symbol: str = BTC, spread: str = "0.2", when: datetime = NOON) -> Quote:
    half = Decimal(spread) / 2
    middle = Decimal(mid)
    return Quote(Symbol(symbol), Price(middle - half), Price(middle + half), Price(middle), Price(middle), when)


# --- what is said -----------------------------------------------------------------------------


def a_level(level: str | int | Level | None) -> Level | None:
    return AtPrice(price(level)) if isinstance(level, str | int) else level


def a_signal(
    side: Side | None = Side.LONG,
    entry: Entry = AtMarket(),  # noqa: B008 - frozen
    stop: str | int | Level | None = 95,
    targets: tuple[str | int | TargetLevel, ...] = (105, 110),
    **changes: Any,
) -> Signal:
    priced = tuple(AtPrice(price(target)) if isinstance(target, str | int) else target for target in targets)
    return replace(Signal("BTCUSDT", side, entry, a_level(stop), priced), **changes)


def a_message(id_: int = 1, channel: ChannelId = CHANNEL, when: datetime = NOON, **changes: Any) -> Message:
    return replace(Message(channel, MessageId(id_), "BTC long", when, when), **changes)


def heard(
    reading: Reading | None = None,
    id_: int = 1,
    *,
    when: datetime = NOON,
    mid: str | int = 100,
    instrument: Instrument | None = None,
    channel: ChannelId = CHANNEL,
    **message: Any,
) -> MessageRead:
    """A post as the desk hands it to the account, with a fresh price of its symbol."""
    traded = instrument or an_instrument()
    said = a_message(id_, channel, when, **message)
    quoted = a_quote(mid, traded.symbol, when=when)
    return MessageRead(position_id(channel, said.id), when, said, reading or a_signal(), traded, quoted)


# --- what is allowed --------------------------------------------------------------------------


def a_channel(mode: Mode = Mode.AUTO, id_: ChannelId = CHANNEL, **changes: Any) -> ChannelRules:
    """A channel whose calls may repeat each other, as those of tests do."""
    return replace(ChannelRules(id_, "Alpha", mode, repeat_s=0), **changes)


def some_rules(*channels: ChannelRules, **changes: Any) -> Rules:
    return replace(Rules(channels=channels or (a_channel(),)), **changes)


def some_limits(**changes: Any) -> Limits:
    return replace(Limits(), **changes)


def a_plan(
    side: Side = Side.LONG,
    *,
    size: str | int = 10,
    targets: tuple[str | int, ...] = (),
    protection: Protection = Protection(),  # noqa: B008 - frozen
    id_: PositionId = CALL,
    **changes: Any,
) -> Plan:
    """Ten of a coin at 100 with the stop five away; each target takes an equal share."""
    sign = side.sign
    shares = tuple(Target(price(target), Decimal(1) / len(targets)) for target in targets)
    plan = Plan(
        position=id_,
        channel=CHANNEL,
        symbol=BTC,
        side=side,
        kind=EntryKind.LIMIT,
        price=price(100),
        expected=price(100),
        quantity=quantity(size),
        stop=price(100 - 5 * sign),
        targets=shares,
        leverage=Decimal(5),
        notional=money(1000),
        margin=money(200),
        risk=money(50),
        protection=protection,
        instrument=an_instrument(),
        expires_at=at(86_400),
    )
    return replace(plan, **changes)


def a_ladder(*prices: str | int, each: str | int = 5, side: Side = Side.LONG, **changes: Any) -> Plan:
    """A plan of so many limit orders, nearest first; the stop lies five behind the first unless said otherwise."""
    legs = tuple(EntryLeg(EntryKind.LIMIT, price(p), quantity(each), price(p)) for p in prices)
    total = Decimal(each) * len(prices)
    return a_plan(side, size=str(total), price=price(prices[0]), expected=price(prices[0]), legs=legs, **changes)


def a_grant(notional: str | int = 100, risk: str | int = 10, symbol: str = "ETHUSDT", **changes: Any) -> Grant:
    grant = Grant(Symbol(symbol), Side.LONG, CHANNEL, money(notional), money(notional), money(risk))
    return replace(grant, **changes)


def a_standing(*grants: Grant, equity: str | int = 10_000, **changes: Any) -> Standing:
    held = {PositionId(f"grant-{number}"): grant for number, grant in enumerate(grants)}
    return replace(Standing(money(equity), NOON, money(equity), "", held), **changes)


# --- the account ------------------------------------------------------------------------------


def tell(account: Account, *facts: AccountFact) -> tuple[Account, tuple[AccountFact | Command, ...]]:
    """Hand the account facts one after another; its last answer, without the fact itself."""
    lines: tuple[AccountFact | Command, ...] = ()
    for fact in facts:
        account, lines = step(account, fact, accounts.evolve, accounts.decide)
    return account, lines[1:]


def told(account: Account, *facts: AccountFact) -> Account:
    return tell(account, *facts)[0]


def equity(worth: str | int, when: datetime = NOON) -> EquityRead:
    return EquityRead(when, money(worth), money(worth))


def an_account(rules: Rules | None = None, worth: str | int = 10_000, when: datetime = NOON) -> Account:
    """An account whose rules and worth are known."""
    return told(Account(), RulesLoaded(when, rules or some_rules()), equity(worth, when))


def opened(account: Account, read: MessageRead | None = None) -> tuple[Account, PositionId]:
    """The account after a call that it admitted, and that call's name."""
    call = read or heard()
    account, answer = tell(account, call)
    assert of(CallAdmitted, answer), of(CallDeclined, answer)
    return account, call.position


# --- a position -------------------------------------------------------------------------------

ENTRY = order_tag(CALL, "entry", 0)


def tag(leg: str, number: int = 0) -> OrderTag:
    return order_tag(CALL, leg, number)


def planned(plan: Plan | None = None, when: datetime = NOON) -> PositionPlanned:
    shown = plan or a_plan()
    return PositionPlanned(shown.position, when, shown)


def filled(
    amount: str | int | Decimal = 10,
    *,
    when: float = 1,
    execution: str = "",
    at_price: str | int = 100,
    id_: PositionId = CALL,
    leg: str = "entry",
) -> EntryFilled:
    named = ExecutionId(execution or f"in-{when}-{amount}")
    return EntryFilled(id_, at(when), order_tag(id_, leg, 0), named, quantity(amount), price(at_price), money(0))


def left(
    amount: str | int | Decimal,
    *,
    when: float = 10,
    by: OrderTag | None = None,
    cause: ExitCause = ExitCause.STOP,
    at_price: str | int = 95,
    execution: str = "",
) -> ExitFilled:
    named = ExecutionId(execution or f"out-{when}-{amount}-{by}")
    return ExitFilled(CALL, at(when), by, named, quantity(amount), price(at_price), money(0), cause)


def stands(stop: str | int = 95, amount: str | int | Decimal = 10, when: float = 2) -> StopConfirmed:
    return StopConfirmed(CALL, at(when), price(stop), quantity(amount))


def reached(level: str | int | Decimal, when: float = 20) -> PriceReached:
    return PriceReached(CALL, at(when), price(level))


def review(when: float) -> ReviewDue:
    return ReviewDue(CALL, at(when))


def live_through(position: Position | None, *facts: PositionFact) -> tuple[Position, tuple[Line, ...]]:
    """Hand a position facts one after another; its last answer, without the fact itself."""
    lines: tuple[Line, ...] = ()
    for fact in facts:
        next_, answered = step(position, fact, positions.evolve, positions.decide)
        position, lines = next_, answered
    assert position is not None
    return position, lines[1:]


def after(*facts: PositionFact, plan: Plan | None = None) -> Position:
    """A planned position after these facts."""
    return live_through(None, planned(plan), *facts)[0]


def answer_to(position: Position, fact: PositionFact) -> tuple[Line, ...]:
    return live_through(position, fact)[1]


def a_live(plan: Plan | None = None, *facts: PositionFact) -> Live:
    """Filled whole, its stop proven, its targets on the book; then these facts."""
    shown = plan or a_plan()
    proven = StopConfirmed(CALL, at(2), shown.stop, shown.quantity)
    state = after(filled(shown.quantity), proven, *facts, plan=shown)
    assert isinstance(state, Live)
    return state


def must(kind: type[T], value: object) -> T:
    """The value, which must be of this kind."""
    assert isinstance(value, kind), value
    return value


# --- the venue --------------------------------------------------------------------------------


def an_observation(*holdings: OpenPosition, orders: tuple[OrderReport, ...] = (), when: float = 100) -> Observation:
    return Observation(at(when), money(10_000), money(10_000), money(0), holdings, orders)


def a_holding(
    amount: str | int = 10, stop: str | int | None = 95, symbol: str = BTC, side: Side = Side.LONG
) -> OpenPosition:
    shown = price(stop) if stop is not None else None
    return OpenPosition(Symbol(symbol), side, quantity(amount), price(100), price(101), shown, money(0), None)


def an_order(tag_: OrderTag, symbol: str = BTC) -> OrderReport:
    """A working exit."""
    kind = OrderStatus.WORKING
    return OrderReport(tag_, Symbol(symbol), OrderSide.SELL, kind, quantity(1), quantity(0), price(105), True, NOON)


def row(*values: object) -> tuple[object, ...]:
    """Values side by side, to be compared in one line."""
    return values
