"""The first words: what this is, whose money it moves, and what to do next."""

from __future__ import annotations

from bot.render import bold, code, lines, rich
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.rules import Mode


async def run(ask: Ask) -> Reply:
    view = ask.desk.status()
    listed = len(view.channels)
    modes = ", ".join(
        f"{count} {mode}" for mode in Mode if (count := sum(channel.mode is mode for channel in view.channels))
    )
    profile = "PAPER: no real money moves here." if ask.look.on_paper else "LIVE: orders move real money."
    return Reply(
        lines(
            bold("Interlock"),
            "Calls from your channels, traded by your own rules; never without a stop.",
            "",
            rich("Profile ", bold(view.venue), f" — {profile}"),
            rich("You are user ", code(str(ask.user)), f", {ask.role}."),
            f"Listening to {listed} channel{'' if listed == 1 else 's'}{f' ({modes})' if modes else ''}.",
            "",
            bold("First steps"),
            "1. /status — may it trade, and is everything protected?",
            "2. Forward a call to me, or /try a text: you see what would be done, and nothing is.",
            "3. /limits — how much may be lost, and how much of that is used.",
            "4. /pause stops new trades, /panic closes everything.",
        ),
        ((Button("Status", Tap.RUN, "status"), Button("Limits", Tap.RUN, "limits")),),
    )


SLASH = Slash("start", "what this is and the first steps", Role.VIEWER, run)
