"""Nothing new from now on: done at once, because it can only lower risk."""

from __future__ import annotations

from bot.render import bold, lines, rich
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.views import Receipt


async def run(ask: Ask) -> Reply:
    receipt = await ask.desk.pause(ask.by)
    open_now = ask.desk.status().open_positions
    head = "⏸ Already paused." if receipt is Receipt.ALREADY else "⏸ Paused."
    kept = f"{open_now} open, still managed: stops, targets and follow-ups go on." if open_now else "Nothing is open."
    return Reply(
        lines(rich(bold(head), " Nothing new is opened."), kept, "/resume opens the doors again."),
        ((Button("Status", Tap.RUN, "status"),),),
    )


SLASH = Slash("pause", "open nothing new, at once", Role.TRADER, run, changes=True, urgent=True)
