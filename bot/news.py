"""A fact of the journal in a trader's words, and how loudly it is to be said.

Separate because it is pure and one table: what rings the phone, what only stands there, and what is
left to the trade's own card. What is not here is routine, and routine edits a card silently.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from bot.cards import card_key, result, title
from bot.outbox import Priority
from bot.render import (
    Look,
    Rich,
    arrow,
    bold,
    change,
    clock_time,
    gain,
    lines,
    money,
    price,
    rich,
    shorten,
    span_of,
)
from bot.slash import Button, Rows, Tap
from core.events import (
    CallDeclined,
    CallHeld,
    CallWatched,
    EntryWithdrawAsked,
    ExitCause,
    ExitFilled,
    FoundFlat,
    InvariantBroken,
    LossWarned,
    OrderRefused,
    PanicPressed,
    Paused,
    PositionEnded,
    PositionPlanned,
    QuantityDrifted,
    Quarantined,
    ReportDue,
    RequestRefused,
    Resumed,
    ShieldMissing,
    ShieldRestored,
    StopMovedOutside,
    StrangerFound,
    VenueHalted,
    VenueNoticed,
)
from core.instrument import UNKNOWN, sized
from core.views import PositionView
from core.vocabulary import ZERO, Money, PositionId


@dataclass(frozen=True, slots=True)
class News:
    """``by``: whoever did it is not told again; ``position``: whose card it belongs under."""

    words: Callable[[Look], Rich]
    priority: Priority = Priority.NEWS
    rings: bool = False
    position: PositionId | None = None
    by: str = ""

    @property
    def rows(self) -> Rows:
        return ((Button("Why", Tap.WHY, self.position),),) if self.position else ()

    @property
    def under(self) -> str:
        return card_key(self.position) if self.position else ""


def news_of(body: object, view: PositionView | None, source: str) -> News | None:
    """What to say of a fact, None for routine. ``view``: its trade now; ``source``: the channel that called it."""
    name, unit = (title(view), view.unit) if view else ("A trade", UNKNOWN)
    match body:
        case CallDeclined(position=position, reason=reason):
            said = f" · {shorten(source, 60)}: {shorten(reason, 300)}"
            return News(lambda _: rich(bold("✗ Declined"), said), position=position)
        case CallWatched(position=position, plan=plan):
            words = rich(
                bold("○ Watched"), f" · {shorten(source, 60)}: {plan.symbol} {plan.side} would have been opened"
            )
            return News(lambda _: words, position=position)
        case CallHeld(position=position, until=until):
            return News(lambda look: _held(source, until, look), position=position)
        case EntryWithdrawAsked(position=position, why=why) if view is not None and not view.quantity:
            words = rich(bold(f"○ {name}: the waiting entry is withdrawn"), f", {shorten(why, 200)}.")
            return News(lambda _: words, position=position)
        case RequestRefused(position=position, why=why):
            words = rich(bold(f"✗ {name}: not done"), f", {shorten(why, 300)}.")
            return News(lambda _: words, position=position)
        case ExitFilled(position=position, quantity=quantity, price=at, cause=cause):
            return _exit(name, position, f"{sized(quantity, unit)} at {price(at)}", cause)
        case OrderRefused(tag=tag) if "-stop-" in tag and (view is None or view.quantity == 0):
            return None  # the position was gone before its stop could be moved: there is nothing to protect
        case OrderRefused(position=position, code=code, reason=reason):
            words = rich(
                bold(f"✗ {name}: the venue refused an order"), f" ({shorten(code, 30)}): {shorten(reason, 300)}"
            )
            return News(lambda _: words, rings=True, position=position)
        case FoundFlat(position=position):
            words = rich(bold(f"{name} was closed outside"), ": the venue holds nothing of it any more.")
            return News(lambda _: words, rings=True, position=position)
        case QuantityDrifted(position=position, quantity=quantity):
            words = rich(
                bold(f"⚠ {name}: the venue holds {sized(quantity, unit)}"),
                ", our fills say otherwise. The venue counts.",
            )
            return News(lambda _: words, Priority.ANSWER, rings=True, position=position)
        case PositionEnded(position=position, profit=profit):
            return News(lambda look: _ended(view, position, profit, look), rings=True, position=position)
        case ReportDue():
            return News(lambda look: _report(body, look))
        case _:
            return _alarm(body, name) or _doors(body)


def _held(source: str, until: datetime, look: Look) -> Rich:
    said = f" · {shorten(source, 60)}: without them by {clock_time(until, look)} nothing is opened."
    return rich(bold("○ A call waits for its levels"), said)


def _exit(name: str, position: PositionId, what: str, cause: ExitCause) -> News | None:
    match cause:
        case ExitCause.TARGET:
            return News(lambda _: rich(bold(f"✓ {name}: target hit"), f", {what}"), position=position)
        case ExitCause.LIQUIDATION:
            words = rich(bold(f"✗ {name}: LIQUIDATED by the venue"), f", {what}")
            return News(lambda _: words, Priority.CRITICAL, rings=True, position=position)
        case ExitCause.OUTSIDE:
            words = rich(bold(f"{name}: closed by hand or by another program"), f", {what}")
            return News(lambda _: words, rings=True, position=position)
        case ExitCause.STOP | ExitCause.CLOSE:
            return None  # the end of the trade says it, with the result


def _alarm(body: object, name: str) -> News | None:
    match body:
        case ShieldMissing(position=position, at=at, since=since):
            words = lines(
                bold(f"⚠ {name}: no stop is proven for {span_of(at - since)}"),
                "It is being set again; if that fails, the trade is closed. Nothing else is needed.",
            )
            return News(lambda _: words, Priority.CRITICAL, rings=True, position=position)
        case ShieldRestored(position=position):
            words = rich(bold(f"✓ {name}: the stop stands again"), ", read back from the venue.")
            return News(lambda _: words, Priority.CRITICAL, rings=True, position=position)
        case StopMovedOutside(position=position, was=was, price=to):
            words = rich(
                bold(f"{name}: the stop was moved at the venue"),
                f" from {price(was)} to {price(to)}, not by us. It stays so; our rules only tighten it from there.",
            )
            return News(lambda _: words, Priority.ANSWER, rings=True, position=position)
        case InvariantBroken(breaches=()):
            return News(lambda _: rich(bold("✓ All holds again"), ": this no longer keeps the doors shut."), rings=True)
        case InvariantBroken(breaches=breaches):
            words = lines(
                bold("⛔ Nothing new is opened: something that must hold does not"),
                *(rich(bold(each.invariant), f" {shorten(each.words, 200)}. {each.remedy}") for each in breaches[:8]),
                "What is open stays protected and managed.",
            )
            return News(lambda _: words, Priority.CRITICAL, rings=True)
        case Quarantined(position=position, why=why):
            words = lines(
                bold(f"🔒 {name} is quarantined: our own program failed on it"),
                shorten(why, 300),
                "Its stop stays at the venue. Look after it there, and send us the log.",
            )
            return News(lambda _: words, Priority.CRITICAL, rings=True, position=position)
        case StrangerFound(symbol=symbol, side=side, quantity=quantity, unit=unit) if quantity:
            words = lines(
                bold(f"⚠ The venue holds {symbol} {side}, {sized(quantity, unit)}, which is not ours"),
                "It is not touched. If it is not yours either, check who else can use this account.",
            )
            return News(lambda _: words, Priority.CRITICAL, rings=True)
        case LossWarned(percent=percent, lost=lost, allowed=allowed):
            end = " Nothing more is opened today." if percent >= 100 else ""
            return News(
                lambda look: rich(
                    bold(f"⚠ {percent}% of the day's loss is used up"),
                    f": {money(lost, look)} of {money(allowed, look)}.{end}",
                ),
                Priority.CRITICAL,
                rings=True,
            )
        case _:
            return None


def _doors(body: object) -> News | None:
    match body:
        case Paused(by=by):
            return News(
                lambda look: rich(bold("⏸ Paused"), f" by {look.who(by)}. Nothing new is opened."), rings=True, by=by
            )
        case VenueHalted(why=""):
            return News(lambda _: rich(bold("✓ The venue is back"), ": it no longer keeps the doors shut."), rings=True)
        case VenueHalted(why=why):
            words = lines(bold("⛔ Nothing is opened: the venue"), shorten(why, 500), "Stops stay where they are.")
            return News(lambda _: words, Priority.CRITICAL, rings=True)
        case VenueNoticed(words=said):
            return News(lambda _: rich(bold("⚠ Notice"), f": {shorten(said, 500)}"), Priority.ANSWER, rings=True)
        case Resumed(by=by):
            end = ": nobody keeps the doors shut any more."
            return News(lambda look: rich(bold("✓ Resumed"), f" by {look.who(by)}{end}"), rings=True, by=by)
        case _:
            return None


def _report(fact: ReportDue, look: Look) -> Rich:
    earned = fact.equity - fact.day_equity
    share = f" ({change(earned / fact.day_equity * 100)})" if fact.day_equity else ""
    return lines(
        rich(bold(f"{arrow(earned)} The day {fact.day}: {gain(earned, look)}"), f"{share}, open profits included"),
        f"Equity {money(fact.equity, look)}; it began with {money(fact.day_equity, look)}.",
    )


def _ended(view: PositionView | None, position: PositionId, profit: Money, look: Look) -> Rich:
    sign = "✓" if profit >= 0 else "✗"
    if view is None:
        return rich(f"{sign} ", bold(f"{position} is over: {gain(profit, look)}"))
    return lines(rich(f"{sign} ", bold(f"{title(view)} is over: {result(view, look)}")), view.note or None)


# --- after a long silence -----------------------------------------------------------------------


@dataclass(slots=True)
class Recap:
    """What happened while nobody could be told, on one message instead of a hundred."""

    first: int = 0
    began: datetime | None = None
    ended: datetime | None = None
    opened: int = 0
    over: int = 0
    profit: Decimal = ZERO
    declined: int = 0
    watched: int = 0
    loud: list[tuple[datetime, Callable[[Look], Rich]]] = field(default_factory=list)
    left_out: int = 0

    def add(self, seq: int, at: datetime, body: object, view: PositionView | None) -> None:
        """Count one fact in; keep the words of those that would have rung."""
        self.first = self.first or seq
        self.began = self.began or at
        self.ended = at
        match body:
            case PositionPlanned():
                self.opened += 1
            case PositionEnded(profit=profit):
                self.over += 1
                self.profit += profit
            case CallDeclined():
                self.declined += 1
            case CallWatched():
                self.watched += 1
            case PanicPressed(by=by):
                self._keep(at, lambda look: rich(bold("🔒 PANIC"), f" pressed by {look.who(by)}"))
            case _:
                news = news_of(body, view, "")
                if news is not None and (news.rings or isinstance(body, ReportDue)):
                    self._keep(at, news.words)

    def _keep(self, at: datetime, words: Callable[[Look], Rich]) -> None:
        if len(self.loud) < 12:
            self.loud.append((at, words))
        else:
            self.left_out += 1

    @property
    def is_worth_telling(self) -> bool:
        return bool(self.opened or self.over or self.declined or self.watched or self.loud)

    def words(self, look: Look, now: datetime) -> Rich:
        if self.began is None or self.ended is None:
            return rich()
        return lines(
            rich(
                bold("While you could not be told"),
                f" ({clock_time(self.began, look, now)} to {clock_time(self.ended, look, now)},"
                f" {span_of(self.ended - self.began)})",
            ),
            f"{self.opened} opened, {self.over} over ({gain(self.profit, look)}), "
            f"{self.declined} declined, {self.watched} watched",
            *(rich(f"{clock_time(at, look, now)} ", words(look)) for at, words in self.loud),
            f"… and {self.left_out} more" if self.left_out else None,
        )
