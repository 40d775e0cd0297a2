"""Each limit as arithmetic: used, allowed, left, and a bar to see it at a glance."""

from __future__ import annotations

from decimal import Decimal

from bot.render import Look, Rich, bar, bold, code, lines, number, rich
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.views import LimitView


async def run(ask: Ask) -> Reply:
    views = ask.desk.limits()
    blocks = [part for view in views[:20] for part in ("", limit(view, ask.look))]
    return Reply(lines(bold("Limits"), *blocks), ((Button("Refresh", Tap.RUN, "limits"),),))


def limit(view: LimitView, look: Look) -> Rich:
    left = max(view.allowed - view.used, Decimal(0))
    # The account's money has a name here; counts and ratios keep their own unit.
    unit = look.currency if view.unit in ("money", look.currency) else view.unit
    places = 2 if unit == look.currency else None
    full = " ✗ used up" if view.allowed > 0 and view.used >= view.allowed else ""
    allowed = f"{number(view.allowed, places)} {unit}".rstrip()
    return lines(
        bold(view.name[:1].upper() + view.name[1:]),
        rich(code(bar(view.used, view.allowed)), full),
        f"{number(view.used, places)} of {allowed}, {number(left, places)} left",
        view.detail or None,
    )


SLASH = Slash("limits", "what may be lost, and how much of it is used", Role.VIEWER, run)
