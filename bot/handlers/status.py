"""The whole desk on one screen: may anything be opened, is everything shielded, who was heard when."""

from __future__ import annotations

from bot.cards import heard
from bot.render import Look, Rich, Span, ago, bold, clock_time, code, gain, lines, money, rich, shorten
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.rules import Mode
from core.views import Doors, StatusView

_DOORS = {
    Doors.OPEN: "✓ open: calls may be taken",
    Doors.PAUSED: "⏸ paused: nothing new is opened, what is open stays managed",
    Doors.LOCKED: "🔒 locked after a panic, until /resume",
    Doors.LOSS: "🔒 the day's loss is used up, until the next day",
    Doors.STARTING: "⏸ starting: recovery is not finished",
    Doors.HALTED: "⛔ the venue cannot be traded on; what is open keeps its stop there",
}
_MODES = {Mode.AUTO: "auto", Mode.ASK: "asks", Mode.WATCH: "watches"}
_CHANNELS_SHOWN = 20


async def run(ask: Ask) -> Reply:
    return screen(ask.desk.status(), ask.look)


def screen(view: StatusView, look: Look) -> Reply:
    since = ""
    if view.doors_since is not None and view.doors is not Doors.OPEN:
        since = f" (since {clock_time(view.doors_since, look, view.at)} by {look.who(view.doors_by)})"
    naked = view.open_positions - view.protected
    proof = f"proven {ago(view.proof_at, view.at)}" if view.proof_at else "not proven yet"
    parts: list[Rich | Span | str | None] = [
        rich(bold("Status"), f" at {clock_time(view.at, look)}"),
        f"Doors: {_DOORS[view.doors]}{since}",
        rich("Equity ", bold(money(view.equity, look)), " · today ", bold(gain(view.pnl_today, look))),
        f"Exposure {money(view.exposure, look)}",
        f"{'🛡' if not naked else '⚠'} {view.protected} of {view.open_positions} protected, {proof}",
        f"Questions waiting: {view.questions}",
        rich("🔒 Quarantined: ", *(code(f"{position} ") for position in view.quarantined))
        if view.quarantined
        else None,
        "",
        bold("Channels"),
        *(
            f"{shorten(channel.title, 40)} · {_MODES[channel.mode]} · {channel.calls} calls"
            f" · heard {heard(channel.heard_at, look, view.at)}"
            for channel in view.channels[:_CHANNELS_SHOWN]
        ),
        f"… and {len(view.channels) - _CHANNELS_SHOWN} more" if len(view.channels) > _CHANNELS_SHOWN else None,
        None if view.channels else "none listed in config.yaml: nothing will be heard",
    ]
    return Reply(lines(*parts), ((Button("Refresh", Tap.RUN, "status"), Button("Positions", Tap.RUN, "positions")),))


SLASH = Slash("status", "doors, equity, shields, channels", Role.VIEWER, run)
