"""Why something was done or not: the words, the reading, every check with its numbers, the orders, the history."""

from __future__ import annotations

from bot.cards import check_lines, ticket
from bot.explained import explained
from bot.handlers.signals import verdict_words
from bot.handlers.trades import as_symbol, matching
from bot.render import Look, Rich, Span, bold, clock_time, code, lines, price, quote, rich, shorten
from bot.slash import Ask, Reply, Role, Slash
from core.instrument import UNKNOWN, sized
from core.views import OrderView, WhyView
from core.vocabulary import PositionId, Unit

_HISTORY = 25
_ORDERS = 16
_REMEMBERED = 200


async def run(ask: Ask) -> Reply:
    if ask.args:
        word = ask.args[0].lstrip("#")
        found = await ask.desk.why(PositionId(word.lower()))
        if found is None and (trades := matching(ask.desk, word)):
            found = await ask.desk.why(trades[-1].position)
        if found is None and (named := await _named(ask, word)):
            found = await ask.desk.why(named)
        return (
            Reply(trail(found, ask))
            if found
            else Reply(rich(f"Nothing is known of {word!r}. See /signals for the ids."))
        )
    if ask.about:
        return await about(ask, ask.about)
    latest = await ask.desk.signals(1)
    return await about(ask, latest[0].position) if latest else Reply(rich("No message has been heard yet."))


async def _named(ask: Ask, word: str) -> PositionId | None:
    """The newest message that names this symbol and is still remembered, whatever became of it."""
    for signal in await ask.desk.signals(_REMEMBERED):
        if signal.symbol and as_symbol(signal.symbol) == as_symbol(word):
            return signal.position
    return None


async def about(ask: Ask, position: PositionId) -> Reply:
    """The trail of one message, named by its id."""
    found = await ask.desk.why(position)
    return Reply(trail(found, ask)) if found else Reply(rich("Nothing is known of this message any more."))


def trail(view: WhyView, ask: Ask) -> Rich:
    look, now = ask.look, ask.now
    parts: list[Rich | Span | str | None] = [
        rich(bold("Why"), " · ", code(view.position)),
        f"{shorten(view.channel, 60)} · heard {clock_time(view.heard_at, look, now)}",
        explained(view.marked, 700) if view.marked else quote(shorten(view.text, 700)),
        rich("Verdict: ", bold(verdict_words(view.verdict)), f" — {view.reason}" if view.reason else ""),
        reading(view.reading),
        lines("", bold("Checks"), check_lines(view.checks)) if view.checks else None,
        lines("", bold("Plan"), ticket(view.plan, look)) if view.plan else None,
        _orders(view) if view.orders else None,
        _history(view, look) if view.history else None,
    ]
    return lines(*parts)


def reading(reasons: tuple[str, ...]) -> Rich | None:
    """What the reader understood, and from which words."""
    return lines("", bold("Reading"), *(f"• {reason}" for reason in reasons[:30])) if reasons else None


def _orders(view: WhyView) -> Rich:
    """The entry and the stop always, then the newest of the others."""
    orders, unit = view.orders, view.plan.unit if view.plan is not None else UNKNOWN
    left_out = len(orders) - _ORDERS
    shown = (*orders[:2], *orders[2:][-(_ORDERS - 2) :])
    return lines(
        "",
        bold("Orders"),
        *(_order(order, unit) for order in shown),
        f"… {left_out} between them" if left_out > 0 else None,
    )


def _order(order: OrderView, unit: Unit) -> Rich:
    name = order.name[:1].upper() + order.name[1:]
    at = f" at {price(order.price)}" if order.price is not None else ""
    filled = f"filled {sized(order.filled, unit)}{at}" if order.filled else ""
    state = "" if order.filled and order.state == "filled" else shorten(order.state, 120)
    return rich(bold(name), " · ", " · ".join(filter(None, (order.sent, filled, state))))


def _history(view: WhyView, look: Look) -> Rich:
    left_out = len(view.history) - _HISTORY
    return lines(
        "",
        bold("History"),
        f"… {left_out} earlier" if left_out > 0 else None,
        *(f"{clock_time(moment.at, look)} {moment.text}" for moment in view.history[-_HISTORY:]),
    )


SLASH = Slash("why", "the full trail of a message or trade", Role.VIEWER, run, usage="[id|symbol]")
