"""Moving a stop: closer at once, further away by an admin with a one-time code and only within the grant."""

from __future__ import annotations

import re

from bot.handlers.trades import level, one_meant
from bot.render import bold, lines, rich
from bot.second_factor import loosening, sum_of
from bot.slash import Ask, Button, MoveStop, Reply, Role, Slash, Tap
from core.views import StopOffer, StopWish, Unfit
from core.vocabulary import PositionId

HOW = "Where to? For example: /stop BTCUSDT 64000, or be (the entry), or tp1 (the price of target 1)."
_TARGET = re.compile(r"tp([1-9][0-9]?)", re.ASCII | re.IGNORECASE)


async def run(ask: Ask) -> Reply:
    meant = one_meant(ask)
    if isinstance(meant, Reply):
        return meant
    wish = wished(meant.rest[0]) if len(meant.rest) == 1 else None
    if wish is None:
        return Reply(rich(HOW))
    position = meant.view.position
    offer = await ask.desk.hands.weigh_stop(position, wish)
    if isinstance(offer, Unfit):
        return _unfit(offer)
    if offer.loosens:
        return loosening(ask, offer)
    return _asked_again(ask, offer, wish) if ask.is_late else await moved(ask, position, wish)


def wished(word: str) -> StopWish | None:
    """ "be", "tp1" or a price; None for anything else."""
    if word.lower() in ("be", "entry"):
        return StopWish()
    if found := _TARGET.fullmatch(word):
        return StopWish(level=int(found[1]))
    price = level(word)
    return StopWish(price) if price is not None else None


async def moved(ask: Ask, position: PositionId, wish: StopWish) -> Reply:
    """Tighten now, and say what it changed or why not."""
    done = await ask.desk.hands.tighten(position, wish, ask.by)
    if isinstance(done, Unfit):
        return _unfit(done)
    words = bold(f"✓ The stop of {done.symbol} {done.side} is being moved")
    return Reply(lines(words, sum_of(done, ask.look), "Its card shows when it is proven."))


def _unfit(unfit: Unfit) -> Reply:
    return Reply(rich(f"✗ Not moved: {unfit.why}."))


def _asked_again(ask: Ask, offer: StopOffer, wish: StopWish) -> Reply:
    nonce = ask.questions.put(ask.user, MoveStop(offer.position, wish))
    return Reply(
        lines(bold(f"Move the stop of {offer.symbol} {offer.side}?"), sum_of(offer, ask.look)),
        ((Button("Yes, move it", Tap.YES, nonce), Button("No", Tap.NO, nonce)),),
    )


SLASH = Slash(
    "stop",
    "move a stop; looser: one-time code",
    Role.TRADER,
    run,
    usage="[id|symbol] PRICE|be|tp1",
    changes=True,
)
