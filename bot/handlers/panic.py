"""Out of everything: asked once, then one fact in the journal, then proof for each trade until all are flat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.cards import result, title
from bot.render import Look, bold, clock_time, code, gain, lines, price, rich
from bot.slash import Ask, Button, PressPanic, Reply, Role, Slash, Tap
from core.views import PositionView, Stage
from core.vocabulary import ZERO, Money


async def run(ask: Ask) -> Reply:
    return question(ask)


def question(ask: Ask) -> Reply:
    """The one confirmation; good once, for 60 seconds."""
    views = ask.desk.positions()
    held = [view for view in views if view.quantity]
    floating = Money(sum((view.profit for view in held), ZERO))
    nonce = ask.questions.put(ask.user, PressPanic())
    return Reply(
        lines(
            bold("🔒 PANIC: close everything at market?"),
            f"{len(held)} position{'' if len(held) == 1 else 's'} closed (now {gain(floating, ask.look)}), "
            f"{len(views) - len(held)} waiting entries cancelled.",
            "Then nothing is opened until /resume.",
            "The button works once, for 60 seconds.",
        ),
        ((Button("YES, CLOSE EVERYTHING", Tap.PANIC, nonce),), (Button("No", Tap.NO, nonce),)),
    )


def is_flat(view: PositionView) -> bool:
    """Nothing is held and nothing waits to be."""
    return view.stage is Stage.OVER


def proof(views: Sequence[PositionView], by: str, at: datetime, look: Look, now: datetime) -> Reply:
    """Position by position, what is flat and what is not; drawn again until all are."""
    left = [view for view in views if not is_flat(view)]
    if not views:
        head = "✓ All flat: nothing was open."
    elif not left:
        took = max((view.ended_at for view in views if view.ended_at), default=now) - at
        head = f"✓ All flat: {len(views)} of {len(views)}, after {max(took.total_seconds(), 0):.1f} s."
    else:
        head = f"Closing: {len(views) - len(left)} of {len(views)} flat. Still trying, nothing else is needed."
    rows = (
        rich("✓ ", bold(title(view)), f" flat, {result(view, look)}")
        if is_flat(view)
        else rich(
            "✗ ",
            bold(title(view)),
            f" {view.stage}, stop {price(view.stop)}: {view.note or 'no answer yet'} · ",
            code(view.position),
        )
        for view in (*left, *(view for view in views if is_flat(view)))
    )
    return Reply(
        lines(
            bold("🔒 PANIC"),
            f"pressed at {clock_time(at, look, now)} by {look.who(by)}",
            bold(head),
            *rows,
            "The doors are locked until /resume.",
        )
    )


SLASH = Slash("panic", "close everything and lock; asks once", Role.TRADER, run, urgent=True)
