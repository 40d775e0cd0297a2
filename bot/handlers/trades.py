"""Which trades a user means, by id, symbol, side or "all".

Separate because all commands about a trade must understand the same words. A trade is never named by its
place in a list: the list changes between reading and tapping.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bot.render import rich
from bot.slash import Ask, Reply
from core.ports import Desk
from core.views import PositionView
from core.vocabulary import PositionId, Price

_PRICE = re.compile(r"(?:[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.[0-9]{1,12})?", re.ASCII)

_HOW = "Write its id or symbol first, or reply to its card. See /positions."


def as_symbol(word: str) -> str:
    """A symbol however it is written: "#btc/usdt" is BTCUSDT."""
    return word.strip().lstrip("#").replace("/", "").upper()


def matching(desk: Desk, word: str) -> tuple[PositionView, ...]:
    """The open trades ``word`` may mean: one id, all of a symbol, or "all"."""
    wanted = as_symbol(word)
    open_now = desk.positions()
    if wanted == "ALL":
        return tuple(open_now)
    exact = tuple(view for view in open_now if view.position.upper() == wanted)
    return exact or tuple(view for view in open_now if as_symbol(view.symbol) == wanted)


@dataclass(frozen=True, slots=True)
class Meant:
    """The one trade that is meant, and the words that follow its name."""

    view: PositionView
    rest: tuple[str, ...]


def one_meant(ask: Ask) -> Meant | Reply:
    """The trade of the card this replies to, or the one the first word names; else what to write instead."""
    words = ask.args
    if ask.about is not None:
        view = next((view for view in ask.desk.positions() if view.position == ask.about), None)
        if view is not None and not (words and _is_name_of(words[0], view)):
            return Meant(view, words)
        if view is None:
            return Reply(rich(f"{not_open(ask.desk, ask.about)}. See /positions."))
    if not ask.desk.positions():
        return Reply(rich("Nothing is open."))
    if not words:
        return Reply(rich(f"Which trade? {_HOW}"))
    found = matching(ask.desk, words[0]) if words[0].lower() != "all" else ()
    if len(found) == 1:
        return Meant(found[0], words[1:])
    if not found:
        return Reply(rich(f"No open trade is called {words[0]!r}. {_HOW}"))
    ids = ", ".join(view.position for view in found[:5])
    return Reply(rich(f"{words[0]} is {len(found)} trades: write the id of one, {ids}."))


def not_open(desk: Desk, position: PositionId) -> str:
    """Why there is nothing to do in it, without a full stop."""
    return "No trade is open behind that message" if desk.position(position) is None else "This trade is over"


def _is_name_of(word: str, view: PositionView) -> bool:
    return as_symbol(word) in (view.position.upper(), as_symbol(view.symbol))


def level(word: str) -> Price | None:
    """A price as a person writes it, such as 1,850.5; None for anything else."""
    if not _PRICE.fullmatch(word):
        return None
    found = Decimal(word.replace(",", ""))
    return Price(found) if found > 0 else None


def fraction(word: str) -> Decimal | None:
    """ "half", "25%" or "0.25" as a share of the position; None for anything else."""
    if word.lower() in ("half", "½"):
        return Decimal("0.5")
    try:
        share = Decimal(word[:12].rstrip("%")) / (100 if word.endswith("%") else 1)
    except InvalidOperation:
        return None
    return share if share.is_finite() and 0 < share <= 1 else None
