"""Adding to a trade: as far as its grant has room, weighed in numbers and confirmed by a button."""

from __future__ import annotations

from decimal import Decimal

from bot.cards import check_lines
from bot.handlers.trades import fraction, one_meant
from bot.render import Look, Rich, bold, lines, money, number, price, rich
from bot.slash import AddTo, Ask, Button, Reply, Role, Slash, Tap
from core.instrument import sized
from core.views import AddOffer, Unfit

HOW = "How much of the planned size? For example: /add BTCUSDT 25%. Without a share: all its grant has room for."


async def run(ask: Ask) -> Reply:
    meant = one_meant(ask)
    if isinstance(meant, Reply):
        return meant
    share = fraction(meant.rest[0]) if len(meant.rest) == 1 else None if meant.rest else Decimal(1)
    if share is None:
        return Reply(rich(HOW))
    position = meant.view.position
    offer = await ask.desk.hands.weigh_addition(position, share)
    if isinstance(offer, Unfit):
        return _unfit(offer)
    nonce = ask.questions.put(ask.user, AddTo(position, share))
    return Reply(
        lines(
            bold(f"Add {sized(offer.quantity, offer.unit)} to {offer.symbol} {offer.side}?"),
            sum_of(offer, ask.look),
            check_lines(offer.checks),
            "Weighed again at the tap. The button works once, for 60 seconds.",
        ),
        ((Button("Yes, add", Tap.YES, nonce), Button("No", Tap.NO, nonce)),),
    )


def sum_of(offer: AddOffer, look: Look) -> Rich:
    before, after = money(offer.risk_before, look), money(offer.risk_after, look)
    return lines(
        f"Size {number(offer.held)} → {sized(offer.held + offer.quantity, offer.unit)}, at {price(offer.cap)} at worst",
        f"Entry {price(offer.entry_before)} → {price(offer.entry_after)} · stop {price(offer.stop)}",
        f"At risk {before} → {after} of {money(offer.grant, look)} granted",
    )


async def added(ask: Ask, intent: AddTo) -> Reply:
    """Do it at this moment's price, and say what was sent or why nothing was."""
    done = await ask.desk.hands.add(intent.position, intent.fraction, ask.by)
    if isinstance(done, Unfit):
        return _unfit(done)
    words = bold(f"✓ {sized(done.quantity, done.unit)} more of {done.symbol} {done.side} is being added")
    return Reply(lines(words, sum_of(done, ask.look), "Its card shows what fills."))


def _unfit(unfit: Unfit) -> Reply:
    return Reply(rich(f"✗ Nothing added: {unfit.why}."))


SLASH = Slash("add", "add to a trade within its grant; asks first", Role.TRADER, run, usage="[id|symbol] [25%]")
