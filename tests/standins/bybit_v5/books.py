"""The account: the one engine, and what Bybit would show and say of what happens on it.

Every request and every price goes through `absorb`: what the engine reports becomes order,
execution, position and wallet rows, and what follows from it at a real venue (a partial stop
for each fill, the other half of a pair gone, a trailing stop met) is done in the same step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from core.market import Quote
from core.orders import (
    Execution,
    FundingPaid,
    OrderReport,
    Purpose,
    Refused,
    StopReport,
    StreamGap,
    VenueHalt,
    VenueNotice,
    VenueReport,
)
from core.vocabulary import ZERO, Money, OrderTag, Quantity, Side, Symbol
from tests.standins.bybit_v5.contracts import TIERS, Listed
from tests.standins.bybit_v5.protection import News, Protection, Where
from tests.standins.bybit_v5.rows import fill_row, funding_row, position_row, pushed_position, wallet_row
from tests.standins.bybit_v5.tickets import Ticket
from tests.standins.bybit_v5.wire import SENTENCES, No, Row
from venues.matching import Code, Engine, NewOrder, OrderKind, Outcome, Terms

REFILLED_AFTER = timedelta(seconds=1)
"""So long after a price the book behind it is full again, though nobody has moved it."""
Publish = Callable[[str, list[Row]], None]


class Books:
    """One unified account. ``publish``: a topic and its rows, to whoever listens."""

    def __init__(self, listed: Listed, now: Callable[[], datetime], balance: Decimal, terms: Terms) -> None:
        self.listed = listed
        self.now = now
        self.publish: Publish = lambda _topic, _rows: None
        self.engine = Engine(listed.instruments, Money(balance), terms)
        self.tickets: dict[str, Ticket] = {}
        self.links: dict[str, str] = {}
        self._working: dict[str, Ticket] = {}
        self.fills: list[Row] = []
        self.traded: list[Execution] = []
        self.protection = Protection(self)
        self.born: dict[Where, int] = {}
        self.rows: dict[tuple[str, int], Row] = {}
        self.rows_before: dict[tuple[str, int], Row] = {}
        self.margin_mode = "REGULAR_MARGIN"
        self.seq = 0

    # --- asking ---------------------------------------------------------------------------

    @property
    def hedge(self) -> bool:
        return self.engine.terms.hedge

    def ms(self) -> int:
        return int(self.now().timestamp() * 1000)

    def index(self, side: Side) -> int:
        if not self.hedge:
            return 0
        return 1 if side is Side.LONG else 2

    def find(self, symbol: str, order_id: str, link_id: str) -> Ticket | None:
        ticket = self.tickets.get(order_id or self.links.get(link_id, ""))
        return ticket if ticket is not None and ticket.symbol == symbol else None

    def live(self, symbol: str | None = None) -> list[Ticket]:
        """Working orders, newest first."""
        return [one for one in reversed(self._working.values()) if one.is_live and symbol in (None, one.symbol)]

    def quote(self, symbol: str) -> Quote:
        """Raises `No` where there is no price yet."""
        quote = self.engine.quote_of(Symbol(symbol))
        if quote is None:
            raise No(110074)
        return quote

    def side_of(self, symbol: str, index: int) -> Side | None:
        """Which position an index means; in one-way mode whichever there is."""
        if self.hedge:
            return Side.LONG if index == 1 else Side.SHORT
        return next((side for side in Side if self.engine.holding(Symbol(symbol), side) is not None), None)

    def position(self, symbol: str, index: int) -> Row:
        side = self.side_of(symbol, index)
        held = self.engine.holding(Symbol(symbol), side) if side is not None else None
        seen = self.engine.observe(self.now())
        known = next((one for one in seen.positions if (one.symbol, one.side) == (symbol, side)), None)
        quote = self.engine.quote_of(Symbol(symbol))
        where = (Symbol(symbol), side) if side is not None else None
        trail = self.protection.trails.get(where) if where is not None else None
        leverage = self.engine.leverage_of(Symbol(symbol))
        value = held.cost if held is not None else ZERO
        tier = next((one for one in TIERS if value <= Decimal(one[1])), TIERS[-1])
        born = self.born.get(where, 0) if where is not None else 0
        return position_row(
            symbol,
            index,
            held,
            mark=quote.mark if quote is not None else ZERO,
            leverage=leverage,
            liquidation=known.liquidation if known is not None else None,
            trailing=trail.distance if trail is not None else None,
            partial=side is not None and bool(self.protection.parts(symbol, side)),
            tier=(tier[0], tier[1]),
            status="Liq" if held is not None and held.closing is Purpose.LIQUIDATION else "Normal",
            stamps=(born, self.ms()),
            seq=self.seq,
        )

    def before(self, symbol: str, index: int) -> Row:
        """The position as it was before its last change: what a stale read shows (fault B17)."""
        known = self.rows_before.get((symbol, index))
        if known is not None:
            return known
        return {**self.position(symbol, index), "side": "", "size": "0", "avgPrice": "0", "stopLoss": ""}

    def wallet(self) -> Row:
        seen = self.engine.observe(self.now())
        face = sum((one.quantity * one.mark for one in seen.positions), ZERO)
        return wallet_row(seen, face * Decimal("0.005"))

    # --- doing ----------------------------------------------------------------------------

    def new_id(self, what: str) -> str:
        """Like the venue's, but the same in every run."""
        self.seq += 1
        return str(uuid5(NAMESPACE_URL, f"{what}-{self.seq}"))

    def keep(self, ticket: Ticket) -> None:
        self.tickets[ticket.order_id] = ticket
        if ticket.is_live:
            self._working[ticket.order_id] = ticket
        if ticket.link_id:
            self.links[ticket.link_id] = ticket.order_id

    def place(self, ticket: Ticket, request: NewOrder) -> None:
        """Give an order to the engine under its order id. Raises `No` when it is not taken."""
        quote = self.quote(request.symbol)
        if self.now() - quote.at >= REFILLED_AFTER:
            self.hear(replace(quote, at=self.now()))
        outcome = self.engine.place(request, self.now())
        if isinstance(outcome.answer, Refused):
            if outcome.answer.code != Code.WOULD_TAKE:
                raise refusal(outcome.answer)
            self.stillborn(ticket, "Cancelled", "EC_PostOnlyWillTakeLiquidity")
            return
        self.keep(ticket)
        self.absorb(outcome.reports)

    def stillborn(self, ticket: Ticket, status: str, why: str) -> None:
        """Taken, and over a moment later: said on the stream only (fault B12)."""
        ticket.status, ticket.reject = status, why
        self.keep(ticket)
        self.announce(News(tickets={ticket.order_id: ticket}))

    def cancel_too_late(self, ticket: Ticket) -> None:
        """The cancel was acknowledged, and then the fill was there first: told as a second end (fault B16)."""
        late = {"cancelType": "CancelByUser", "rejectReason": "EC_OrigClOrdIDDoesNotExist"}
        self.publish("order", [ticket.pushed() | late])

    def do(self, outcome: Outcome) -> None:
        """Take over an outcome. Raises `No` for a refusal."""
        if isinstance(outcome.answer, Refused):
            raise refusal(outcome.answer)
        self.absorb(outcome.reports)

    def hear(self, quote: Quote) -> None:
        """Let the market move."""
        reports = self.engine.on_quote(quote)
        self.absorb((*reports, *self.protection.trail(quote)))

    def fund(self, symbol: str, rate: Decimal) -> None:
        self.absorb(self.engine.apply_funding(Symbol(symbol), rate, self.now()))

    def set_mode(self, *, hedge: bool) -> None:
        """Position mode of the whole account; only while it is empty."""
        quotes = [self.engine.quote_of(symbol) for symbol in self.listed.instruments]
        saved, terms = self.engine.snapshot(), replace(self.engine.terms, hedge=hedge)
        saved["live"]["hedge"] = hedge
        self.engine = Engine.restore(self.listed.instruments, saved, terms)
        for quote in quotes:
            if quote is not None:
                self.engine.on_quote(quote)

    def closing(self, where: Where, quantity: Quantity, ticket: Ticket) -> NewOrder:
        """A market order that only reduces one position, under the id of ``ticket``."""
        return NewOrder(
            OrderTag(ticket.order_id),
            where[0],
            where[1].closing,
            OrderKind.MARKET,
            quantity,
            reduce_only=True,
            position_side=where[1] if self.hedge else None,
        )

    def tell_other(self, row: Row) -> None:
        """An execution that is no trade."""
        self.announce(News(fills=[row]))

    # --- what comes of it -----------------------------------------------------------------

    def absorb(self, reports: Sequence[VenueReport]) -> None:
        """Take over what the engine reports, do what follows from it, and tell it once."""
        news = News()
        while reports:
            for report in reports:
                self._record(report, news)
            reports = self._follow_up(news)
        self.announce(news)

    def announce(self, news: News) -> None:
        """The order of the topics is the one measured at the venue; a client must not rely on it."""
        self.seq += 1
        if news.fills:
            self.fills += news.fills
            self.publish("execution", [{"category": "linear", "execPnl": "0", **row} for row in news.fills])
        for ticket in news.tickets.values():
            if not ticket.is_live:
                self._working.pop(ticket.order_id, None)
        if news.tickets:
            self.publish("order", [ticket.pushed() for ticket in news.tickets.values()])
        if news.places:
            changed = [self._reread(symbol, side) for symbol, side in news.places]
            self.publish("position", [pushed_position(row) for row in changed])
        if news.fills or news.places:
            self.publish("wallet", [self.wallet()])

    def _reread(self, symbol: Symbol, side: Side) -> Row:
        key = (symbol, self.index(side))
        row = self.position(*key)
        if key in self.rows:
            self.rows_before[key] = self.rows[key]
        self.rows[key] = row
        return row

    def _record(self, report: VenueReport, news: News) -> None:
        match report:
            case Execution():
                self._trade(report, news)
            case OrderReport():
                ticket = self.tickets[report.tag]
                news.touch(ticket)
                ticket.follow(report, self.engine.is_armed(report.tag), self.ms())
            case StopReport():
                news.places[report.symbol, report.side] = None
            case FundingPaid():
                held = next((h for s in Side if (h := self.engine.holding(report.symbol, s)) is not None), None)
                news.fills.append(funding_row(report, len(self.fills) + len(news.fills), held))
            case StreamGap() | VenueHalt() | VenueNotice():
                raise AssertionError("the engine has no stream")

    def _trade(self, execution: Execution, news: News) -> None:
        where = (execution.symbol, execution.position_side)
        ticket = self.tickets[execution.tag] if execution.tag is not None else self.protection.exit_of(execution, where)
        news.touch(ticket)
        ticket.count(execution.quantity, execution.price, execution.fee)
        ticket.updated = self.ms()
        if execution.tag is None:
            ticket.status = "PartiallyFilled"
        self.born.setdefault(where, self.ms())
        self.traded.append(execution)
        instrument = self.listed.instruments[execution.symbol]
        mark = self.quote(execution.symbol).mark
        news.fills.append(fill_row(execution, ticket, instrument, mark=mark, seq=self.seq))
        news.places[where] = None

    def _follow_up(self, news: News) -> tuple[VenueReport, ...]:
        """What the venue does by itself after this step; its reports, to be taken over as well."""
        more: list[VenueReport] = []
        for ticket in tuple(news.tickets.values()):
            more += self.protection.follow(ticket)
        for where in news.places:
            self.protection.bind(where, news)
            if self.engine.holding(*where) is None:
                self.born.pop(where, None)
        return tuple(more)


def refusal(answer: Refused) -> No:
    """The engine's no in the venue's words."""
    code = int(answer.code)
    if answer.code in (Code.ORDER_DONE, Code.ORDER_CANCELLED):
        code = 110001
    if code in SENTENCES and answer.code not in (Code.EXPECTS_RISING, Code.EXPECTS_FALLING):
        return No(code)
    return No(code, answer.reason)
