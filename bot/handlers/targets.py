"""Exchanging a trade's targets for others; those that were hit stay hit."""

from __future__ import annotations

from bot.handlers.trades import level, one_meant
from bot.render import bold, lines, percent, price, rich
from bot.slash import Ask, Button, ExchangeTargets, Reply, Role, Slash, Tap
from core.views import Unfit
from core.vocabulary import PositionId, Price

HOW = "Which prices? For example: /targets BTCUSDT 67000 70000. As many as now keep their shares, else all are equal."


async def run(ask: Ask) -> Reply:
    meant = one_meant(ask)
    if isinstance(meant, Reply):
        return meant
    prices = tuple(found for word in meant.rest if (found := level(word)) is not None)
    if not prices or len(prices) < len(meant.rest) or len(ask.args) < len(ask.words.split()):
        return Reply(rich(HOW))
    if not ask.is_late:
        return await exchanged(ask, meant.view.position, prices)
    nonce = ask.questions.put(ask.user, ExchangeTargets(meant.view.position, prices))
    return Reply(
        lines(bold(f"Exchange the targets of {meant.view.symbol}?"), f"for {', '.join(map(price, prices))}"),
        ((Button("Yes, exchange them", Tap.YES, nonce), Button("No", Tap.NO, nonce)),),
    )


async def exchanged(ask: Ask, position: PositionId, prices: tuple[Price, ...]) -> Reply:
    """Do it, and say what the trade has now, or why not."""
    done = await ask.desk.hands.retarget(position, prices, ask.by)
    if isinstance(done, Unfit):
        return Reply(rich(f"✗ Not exchanged: {done.why}."))
    rows = (
        f"TP{place} {price(one.price)} · {percent(one.share * 100, 0)}{' ✓' if one.hit else ''}"
        for place, one in enumerate(done.targets, start=1)
    )
    was = ", ".join(map(price, done.was)) or "none"
    return Reply(lines(bold(f"✓ The targets of {done.symbol} {done.side} are being exchanged"), *rows, f"Were: {was}"))


SLASH = Slash(
    "targets", "exchange a trade's targets", Role.TRADER, run, usage="[id|symbol] PRICE [PRICE ...]", changes=True
)
