"""Nothing new from now on: done at once, because it can only lower risk."""

from __future__ import annotations

from bot.render import bold, lines, rich
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.views import Doors, Receipt

_HEADS = ("⏸ Paused.", "⏸ Already paused.")


async def run(ask: Ask) -> Reply:
    receipt = await ask.desk.pause(ask.by)
    view = ask.desk.status()
    open_now, locked = view.open_positions, view.doors is Doors.LOCKED
    head = "🔒 Locked by a panic already." if locked else _HEADS[receipt is Receipt.ALREADY]
    back = "An admin's /resume opens the doors again." if locked else "/resume opens the doors again."
    kept = f"{open_now} open, still managed: stops, targets and follow-ups go on." if open_now else "Nothing is open."
    return Reply(
        lines(rich(bold(head), " Nothing new is opened."), kept, back),
        ((Button("Status", Tap.RUN, "status"),),),
    )


SLASH = Slash("pause", "open nothing new, at once", Role.TRADER, run, changes=True, urgent=True)
