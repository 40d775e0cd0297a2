"""Each limit as arithmetic: used, allowed, left, and a bar to see it at a glance."""

from __future__ import annotations

from decimal import Decimal

from bot.render import Look, Rich, bar, bold, code, lines, number, rich
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.views import LimitView

_SHOWN = 30
_AGAIN = (Button("Refresh", Tap.RUN, "limits"),)


async def run(ask: Ask) -> Reply:
    views = ask.desk.limits()
    if not views:
        unknown = "Not known yet: the venue has not told what the account is worth, and nothing is opened before."
        return Reply(lines(bold("Limits"), unknown, "See /status."), (_AGAIN,))
    shared = [part for view in views[:_SHOWN] if not view.each for part in ("", limit(view, ask.look))]
    bounds = [bound(view, ask.look) for view in views[:_SHOWN] if view.each]
    heading = ("", bold("Of each trade")) if bounds else ()
    return Reply(lines(bold("Limits"), *shared, *heading, *bounds), (_AGAIN,))


def limit(view: LimitView, look: Look) -> Rich:
    """What all trades share: a bar, and what is left of it."""
    used = view.used or Decimal(0)
    left = max(view.allowed - used, Decimal(0))
    unit, places = _unit(view, look)
    full = " ✗ used up" if view.allowed > 0 and used >= view.allowed else ""
    allowed = f"{number(view.allowed, places)} {unit}".rstrip()
    return lines(
        bold(_name(view)),
        rich(code(bar(used, view.allowed)), full),
        f"{number(used, places)} of {allowed}, {number(left, places)} left",
        view.detail or None,
    )


def bound(view: LimitView, look: Look) -> Rich:
    """What no trade may exceed: nothing is used up by another that comes close."""
    unit, places = _unit(view, look)
    most = f"; the most open has {number(round(view.used, 2), places)}" if view.used is not None else ""
    detail = f", {view.detail}" if view.detail else ""
    return rich(bold(_name(view)), f": at most {number(view.allowed, places)} {unit}".rstrip(), f"{detail}{most}")


def _name(view: LimitView) -> str:
    return view.name[:1].upper() + view.name[1:]


def _unit(view: LimitView, look: Look) -> tuple[str, int | None]:
    """The account's money has a name here, and cents; counts and ratios keep their own unit."""
    return (look.currency, 2) if view.unit in ("money", look.currency) else (view.unit, None)


SLASH = Slash("limits", "what may be lost, and how much of it is used", Role.VIEWER, run)
