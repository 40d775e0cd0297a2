"""Out of everything: asked once, then one fact in the journal, then proof for each trade until all are flat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.cards import result, shield, title
from bot.render import Look, Rich, bold, clock_time, code, gain, lines, price, rich, shorten
from bot.slash import Ask, Button, PressPanic, Reply, Role, Slash, Tap
from core.instrument import sized
from core.views import PositionView, Stage, StrangerView
from core.vocabulary import ZERO, Money


async def run(ask: Ask) -> Reply:
    return question(ask)


def question(ask: Ask) -> Reply:
    """The one confirmation; good once, for 60 seconds."""
    views = ask.desk.positions()
    held = [view for view in views if view.quantity]
    waiting = len(views) - len(held)
    floating = Money(sum((view.profit for view in held), ZERO))
    nonce = ask.questions.put(ask.user, PressPanic())
    return Reply(
        lines(
            bold("🔒 PANIC: close everything at market?"),
            f"It closes {len(held)} position{'' if len(held) == 1 else 's'} (now {gain(floating, ask.look)}) "
            f"and cancels {waiting} waiting entr{'y' if waiting == 1 else 'ies'}. Nothing is done yet.",
            "Then nothing is opened until an admin sends /resume.",
            "The button works once, for 60 seconds.",
        ),
        ((Button("YES, CLOSE EVERYTHING", Tap.PANIC, nonce),), (Button("No", Tap.NO, nonce),)),
    )


def is_flat(view: PositionView) -> bool:
    """Nothing is held and nothing waits to be."""
    return view.stage is Stage.OVER


def proof(
    views: Sequence[PositionView],
    by: str,
    at: datetime,
    look: Look,
    now: datetime,
    strangers: Sequence[StrangerView] = (),
) -> Reply:
    """Position by position, what is flat and what is not; drawn again until all are."""
    left = [view for view in views if not is_flat(view)]
    if not views:
        head = "✓ All flat: nothing was open."
    elif not left:
        took = max((view.ended_at for view in views if view.ended_at), default=now) - at
        head = f"✓ All flat: {len(views)} of {len(views)}, after {max(took.total_seconds(), 0):.1f} s."
    else:
        by_hand = any(view.stage is Stage.QUARANTINED for view in left)
        needed = "; what is quarantined needs your hand" if by_hand else ", nothing else is needed"
        head = f"Closing: {len(views) - len(left)} of {len(views)} flat. Still trying{needed}."
    ordered = (*left, *(view for view in views if is_flat(view)))
    rows = (_flat(view, look) if is_flat(view) else _not_flat(view) for view in ordered)
    return Reply(
        lines(
            bold("🔒 PANIC"),
            f"pressed at {clock_time(at, look, now)} by {look.who(by)}",
            bold(head),
            *rows,
            *(f"○ {each.symbol} {each.side} is not ours: not touched" for each in strangers),
            "The doors are locked until an admin sends /resume.",
        )
    )


def _flat(view: PositionView, look: Look) -> Rich:
    price_ = f" at {price(view.left_at)}" if view.left_at is not None else ", its entry never filled"
    return rich("✓ ", bold(title(view)), f" flat{price_}, {result(view, look)}")


def _not_flat(view: PositionView) -> Rich:
    """Where it stands, what the last answer was, and what is done next."""
    doing, then = _STEPS[view.stage]
    stop = f", {shield(view)}" if view.quantity else ""
    why = f" Last: {shorten(view.note, 200)}." if view.note else ""
    held = f" {sized(view.quantity, view.unit)}" if view.quantity else ""
    return rich("✗ ", bold(f"{title(view)}{held}"), f" {doing}{stop}.{why} Next: {then} · ", code(view.position))


_STEPS = {
    Stage.OPENING: ("asked: its entry is being cancelled", "asked again every 5 s, and looked up"),
    Stage.AWAITING: ("asked: its entry is being cancelled", "asked again every 5 s, and looked up"),
    Stage.LIVE: ("asked", "its exits are cancelled, then it is closed at market"),
    Stage.CLOSING: ("closing at market", "looked up, its stop read back, and asked again every 5 s"),
    Stage.QUARANTINED: ("not flat: our own program failed on it", "close it at the venue by hand"),
    Stage.OVER: ("flat", "nothing"),
}


SLASH = Slash("panic", "close everything and lock; asks once", Role.TRADER, run, urgent=True)
