"""What ends a position without its owner: stop, target, partial pairs, trailing stop, liquidation.

The engine keeps a stop and targets on the position itself. Bybit lists each of them as an order
with an id of its own that can be cancelled, keeps partial ones in pairs, and trails; this is
where the one is made to look like the other (page "Set Trading Stop", v5/position/trading-stop).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from core.market import Quote
from core.orders import Execution, Purpose, VenueReport
from core.vocabulary import ZERO, OrderTag, Price, Quantity, Side, Symbol
from tests.standins.bybit_v5.rows import watched
from tests.standins.bybit_v5.tickets import BuySell, OrderType, Ticket, Trail, Watched
from tests.standins.bybit_v5.wire import No, Row
from venues.matching import Amendment, Crossing, NewOrder, OrderKind, Target, TriggerBy
from venues.matching.book import is_met

if TYPE_CHECKING:
    from tests.standins.bybit_v5.books import Books

Where = tuple[Symbol, Side]
PARTS_MAX = 20


@dataclass(slots=True)
class News:
    """What one step touched, to be told once."""

    tickets: dict[str, Ticket] = field(default_factory=dict)
    fills: list[Row] = field(default_factory=list)
    places: dict[Where, None] = field(default_factory=dict)

    def touch(self, ticket: Ticket) -> None:
        """To be called before a ticket changes: a stale read shows it as it was before this step."""
        if ticket.order_id not in self.tickets:
            ticket.before = ticket.row()
            self.tickets[ticket.order_id] = ticket


class Protection:
    """Of all positions of one account. ``bound``: ids of what covers a position whole."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self.bound: dict[Where, dict[str, str]] = {}
        self.trails: dict[Where, Trail] = {}

    def ticket(self, where: Where, kind: str, price: Decimal, quantity: Decimal, by: TriggerBy) -> Ticket:
        """An order of the venue's own that closes a position when ``price`` is met."""
        symbol, side = where
        books = self._books
        listed = kind in ("StopLoss", "TakeProfit", "TrailingStop", "PartialStopLoss", "PartialTakeProfit")
        falling = kind.endswith("TakeProfit") is (side is Side.SHORT)
        return Ticket(
            books.new_id("order"),
            "",
            symbol,
            BuySell.of(side.closing),
            OrderType.MARKET,
            quantity,
            books.ms(),
            books.ms(),
            reduce_only=True,
            close_on_trigger=True,
            index=books.index(side),
            trigger=price if listed else None,
            direction=(2 if falling else 1) if listed else 0,
            trigger_by=watched(by) if listed else "",
            mode=("Partial" if kind.startswith("Partial") else "Full") if listed else "",
            origin=f"CreateBy{kind}",
            stop_kind=kind if listed else "",
            status="Untriggered" if listed else "New",
        )

    # --- the stop and the target of a whole position ----------------------------------------

    def set_targets(self, where: Where, targets: tuple[Target, ...]) -> None:
        """Give a position its target or take it away. Raises `No`."""
        self._books.do(self._books.engine.set_targets(*where, targets, self._books.now()))
        self.refresh(where)

    def refresh(self, where: Where) -> None:
        """Tell what has changed of a position without a report of the engine."""
        news = News(places={where: None})
        self.bind(where, news)
        self._books.announce(news)

    def bind(self, where: Where, news: News) -> None:
        """Bring the listed stop and target of a position up to date with the position."""
        books = self._books
        held = books.engine.holding(*where)
        bound = self.bound.setdefault(where, {})
        wanted: dict[str, tuple[Decimal, TriggerBy]] = {}
        if held is not None and held.stop is not None:
            wanted["StopLoss"] = (held.stop, held.stop_by)
        if held is not None and held.targets:
            wanted["TakeProfit"] = (held.targets[0].price, held.targets[0].by)
        for kind, order_id in tuple(bound.items()):
            if kind not in wanted and (held is None or kind != "Liq"):
                self._over(books.tickets[order_id], news)
                del bound[kind]
        for kind, (price, by) in wanted.items():
            size = held.quantity if held is not None else ZERO
            if kind not in bound:
                ticket = self.ticket(where, kind, price, size, by)
                books.keep(ticket)
                bound[kind] = ticket.order_id
                news.tickets[ticket.order_id] = ticket
            ticket = books.tickets[bound[kind]]
            if (ticket.trigger, ticket.trigger_by, ticket.qty - ticket.filled) != (price, watched(by), size):
                news.touch(ticket)
                ticket.trigger, ticket.trigger_by, ticket.qty = price, watched(by), size + ticket.filled
                ticket.updated = books.ms()
        if held is None:
            self._end_trail(where, news)

    def _over(self, ticket: Ticket, news: News) -> None:
        news.touch(ticket)
        ticket.updated = self._books.ms()
        ticket.status = "Filled" if ticket.filled else "Deactivated"
        ticket.qty = ticket.filled or ticket.qty
        ticket.cancel = "UNKNOWN" if ticket.filled else "CancelByTpSlTsClear"

    def exit_of(self, execution: Execution, where: Where) -> Ticket:
        """The venue's own order behind a fill that nobody ordered."""
        books, bound = self._books, self.bound.setdefault(where, {})
        if execution.purpose is Purpose.LIQUIDATION:
            kind = "Liq"
        else:
            stop = books.tickets[bound["StopLoss"]] if "StopLoss" in bound else None
            stopped = "TakeProfit" not in bound or (stop is not None and self._is_met(stop))
            kind = "StopLoss" if stopped else "TakeProfit"
        if kind not in bound:
            ticket = self.ticket(where, kind, execution.price, execution.quantity, TriggerBy.LAST)
            ticket.exec_type = "BustTrade" if kind == "Liq" else "Trade"
            books.keep(ticket)
            bound[kind] = ticket.order_id
        return books.tickets[bound[kind]]

    def _is_met(self, ticket: Ticket) -> bool:
        crossing = Crossing.RISING if ticket.direction == 1 else Crossing.FALLING
        quote = self._books.quote(ticket.symbol)
        return is_met(quote, trigger_by(ticket.trigger_by), crossing, Price(ticket.trigger or ZERO))

    # --- partial ones -----------------------------------------------------------------------

    def parts(self, symbol: str, side: Side) -> list[Ticket]:
        """The working partial stops and targets of one position."""
        live = self._books.live(symbol)
        return [one for one in live if one.stop_kind.startswith("Partial") and one.closes is side]

    def pair(
        self, where: Where, stop: Decimal | None, target: Decimal | None, size: Decimal, stop_by: str, target_by: str
    ) -> tuple[str, ...]:
        """A partial stop, a partial target, or both, of which one ends the other. Raises `No`."""
        made: list[str] = []
        for kind, price, by in (("StopLoss", stop, stop_by), ("TakeProfit", target, target_by)):
            if price is not None:
                made.append(self._add_part(where, f"Partial{kind}", price, trigger_by(by), size))
        if len(made) == 2:
            for one, other in (made, reversed(made)):
                self._books.tickets[one].twin = other
        return tuple(made)

    def _add_part(self, where: Where, kind: str, price: Decimal, by: TriggerBy, quantity: Decimal) -> str:
        symbol, side = where
        if len(self.parts(symbol, side)) >= PARTS_MAX:
            raise No(110061)
        ticket = self.ticket(where, kind, price, quantity, by)
        request = NewOrder(
            OrderTag(ticket.order_id),
            symbol,
            side.closing,
            OrderKind.STOP_MARKET,
            Quantity(quantity),
            trigger=Price(price),
            trigger_by=by,
            crossing=Crossing.FALLING if ticket.direction == 2 else Crossing.RISING,
            reduce_only=True,
            position_side=side if self._books.hedge else None,
        )
        self._books.place(ticket, request)
        return ticket.order_id

    def follow(self, ticket: Ticket) -> tuple[VenueReport, ...]:
        """What an order's change does to the parts it belongs to or gave."""
        books = self._books
        twin = books.tickets.get(ticket.twin)
        if ticket.status == "Filled" and twin is not None and twin.is_live:
            twin.cancel = "CancelByTpSlTsClear"
            return books.engine.cancel(OrderTag(twin.order_id), books.now()).reports
        if ticket.mode != "Partial" or ticket.stop_kind.startswith("Partial") or not ticket.filled:
            return ()
        if not ticket.parts:
            where = (Symbol(ticket.symbol), ticket.closes.opposite)
            with suppress(No):  # the price is past it already: the position stays without (fault B23)
                ticket.parts = self.pair(
                    where, ticket.stop, ticket.target, ticket.filled, ticket.stop_by, ticket.target_by
                )
        changes: list[VenueReport] = []
        for name in ticket.parts:
            part = books.tickets[name]
            if part.is_live and part.qty != ticket.filled:
                grown = Amendment(OrderTag(name), quantity=Quantity(ticket.filled))
                changes += books.engine.amend(grown, books.now()).reports
        return tuple(changes)

    # --- trailing stops ---------------------------------------------------------------------

    def set_trail(self, where: Where, distance: Decimal | None, active: Decimal | None) -> None:
        """Give a position a trailing stop, change it, or (None) take it away."""
        books, news = self._books, News(places={where: None})
        self._end_trail(where, news)
        if distance is not None:
            held = books.engine.holding(*where)
            size = held.quantity if held is not None else ZERO
            last = books.quote(where[0]).last
            ticket = self.ticket(where, "TrailingStop", active or last, size, TriggerBy.LAST)
            books.keep(ticket)
            self.trails[where] = Trail(distance, active, None, ticket.order_id)
            self.trails[where].heed(where[1], last)
            news.tickets[ticket.order_id] = ticket
        books.announce(news)

    def _end_trail(self, where: Where, news: News) -> None:
        trail = self.trails.pop(where, None)
        if trail is not None and self._books.tickets[trail.order_id].is_live:
            self._over(self._books.tickets[trail.order_id], news)

    def trail(self, quote: Quote) -> tuple[VenueReport, ...]:
        """Let the trailing stops of one symbol follow the price; what was met is sold."""
        books, reports = self._books, list[VenueReport]()
        for where, trail in tuple(self.trails.items()):
            held = books.engine.holding(*where)
            if where[0] != quote.symbol or held is None:
                continue
            met = trail.heed(where[1], quote.last)
            ticket = books.tickets[trail.order_id]
            if met:
                del self.trails[where]
                ticket.qty = held.quantity
                reports += books.engine.place(books.closing(where, held.quantity, ticket), books.now()).reports
        return tuple(reports)


def trigger_by(said: str) -> TriggerBy:
    """The engine knows no index price; a stand-in's index is its mark."""
    return TriggerBy.LAST if said in ("", Watched.LAST) else TriggerBy.MARK
