"""Every open trade with its result and its shield, and buttons that name the trade itself."""

from __future__ import annotations

from bot.cards import compact
from bot.render import bold, lines, rich
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.views import PositionView, Stage

_SHOWN = 10


async def run(ask: Ask) -> Reply:
    views = ask.desk.positions()
    if not views:
        return Reply(rich("Nothing is open."), ((Button("Refresh", Tap.RUN, "positions"),),))
    shown = views[:_SHOWN]
    blocks = [part for view in shown for part in ("", compact(view, ask.look, ask.now))]
    more = f"… and {len(views) - _SHOWN} more; /close SYMBOL finds any of them" if len(views) > _SHOWN else None
    return Reply(
        lines(bold(f"{len(views)} open"), *blocks, more),
        (*(_row(view, ask.role) for view in shown), (Button("Refresh", Tap.RUN, "positions"),)),
    )


def _row(view: PositionView, role: Role) -> tuple[Button, ...]:
    why = Button(f"Why {view.symbol}"[:30], Tap.WHY, view.position)
    if not role.may(Role.TRADER) or view.stage in (Stage.CLOSING, Stage.OVER, Stage.QUARANTINED):
        return (why,)
    close = Button(f"{'Close' if view.quantity else 'Cancel'} {view.symbol}"[:30], Tap.CLOSE, view.position)
    return (close, Button("Half", Tap.CLOSE_HALF, view.position), why) if view.stage is Stage.LIVE else (close, why)


SLASH = Slash("positions", "every open trade, with buttons", Role.VIEWER, run)
