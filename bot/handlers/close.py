"""Getting out of one trade, or of all of them: always asked once, named by the trade and not by its place."""

from __future__ import annotations

from decimal import Decimal

from bot.cards import result, title
from bot.handlers.trades import fraction, matching, not_open
from bot.render import Rich, bold, code, lines, money, number, price, rich
from bot.slash import Ask, Button, CloseThese, Reply, Role, Slash, Tap
from core.instrument import sized
from core.views import PositionView, Unfit
from core.vocabulary import PositionId, Quantity


async def run(ask: Ask) -> Reply:
    words = list(ask.args)
    names_none = len(words) == 1 and not matching(ask.desk, words[0]) and fraction(words[0]) is not None
    share = fraction(words.pop()) if len(words) > 1 or names_none else Decimal(1)
    if share is None:
        return Reply(rich("How much of it? For example: /close BTCUSDT half, or 25%."))
    if words:
        found = matching(ask.desk, words[0])
        return (
            confirm(ask, found, share)
            if found
            else Reply(rich(f"No open trade is called {words[0]!r}. See /positions."))
        )
    if ask.about:
        return about(ask, ask.about, share)
    open_now = tuple(ask.desk.positions())
    return _choose(ask) if share == 1 or len(open_now) != 1 else confirm(ask, open_now, share)


def about(ask: Ask, position: PositionId, share: Decimal) -> Reply:
    """Ask about one trade, named by its id."""
    view = ask.desk.position(position)
    if view is None or view.position not in {each.position for each in ask.desk.positions()}:
        return Reply(rich(f"{not_open(ask.desk, position)}: there is nothing to close."))
    return confirm(ask, (view,), share)


def confirm(ask: Ask, views: tuple[PositionView, ...], share: Decimal) -> Reply:
    """The question; its button is good once, for 60 seconds, for this user. What is too small to part is not asked."""
    parts = [(view, ask.desk.hands.weigh_part(view.position, share)) for view in views] if share < 1 else []
    unfit = [rich(bold(title(view)), f" ✗ {part.why}.") for view, part in parts if isinstance(part, Unfit)]
    sold = {view.position: part for view, part in parts if not isinstance(part, Unfit)}
    if parts:
        views = tuple(view for view in views if view.position in sold)
    if not views:
        return Reply(lines(bold("✗ Nothing is closed"), *unfit[:10]))
    nonce = ask.questions.put(ask.user, CloseThese(tuple(view.position for view in views), share))
    part = "" if share == 1 else f"{number(share * 100)}%"
    what = title(views[0]) if len(views) == 1 else f"{len(views)} trades"
    asked = f"Close {part} of {what} at market?" if part else f"Close {what} at market?"
    yes = f"Yes, close {part}".rstrip()
    if not any(view.quantity for view in views):
        asked, yes = f"Cancel the entry of {what}?", "Yes, cancel it"
    rows = (_row(ask, view, sold.get(view.position)) for view in views[:10])
    more = f"… and {len(views) - 10} more" if len(views) > 10 else None
    return Reply(
        lines(bold(asked), *rows, more, *unfit[:10], "The button works once, for 60 seconds."),
        ((Button(yes, Tap.YES, nonce), Button("No", Tap.NO, nonce)),),
    )


def _row(ask: Ask, view: PositionView, sold: Quantity | None) -> Rich:
    if not view.quantity:
        return rich(bold(title(view)), f" · entry not filled: it is cancelled · risk {money(view.risk, ask.look)}")
    held = sized(view.quantity, view.unit)
    size = held if sold is None else f"{number(sold)} of {held}"
    return rich(
        bold(title(view)), f" · {size} at {price(view.entry)} · {result(view, ask.look)} · ", code(view.position)
    )


def _choose(ask: Ask) -> Reply:
    views = ask.desk.positions()
    if not views:
        return Reply(rich("Nothing is open."))
    rows = tuple(
        (Button(f"{title(view)} · {result(view, ask.look)}", Tap.CLOSE, view.position),) for view in views[:20]
    )
    return Reply(rich(bold("Close which?"), " Or /close all. A part: /close SYMBOL half."), rows)


SLASH = Slash(
    "close", "get out of a trade; asks first", Role.TRADER, run, usage="[id|symbol|all] [half|25%]", urgent=True
)
