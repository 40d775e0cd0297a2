"""The whole desk on one screen: may anything be opened, is everything shielded, who was heard when."""

from __future__ import annotations

from datetime import datetime

from bot.cards import heard
from bot.render import Look, Rich, Span, ago, bold, clock_time, code, gain, lines, money, rich, shorten
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.rules import Mode
from core.views import ChannelView, Doors, StatusView

_DOORS = {
    Doors.OPEN: "✓ open: calls may be taken",
    Doors.PAUSED: "⏸ paused: nothing new is opened, what is open stays managed",
    Doors.LOCKED: "🔒 locked after a panic, until /resume",
    Doors.LOSS: "🔒 the day's loss is used up, until the next day",
    Doors.STARTING: "⏸ starting: recovery is not finished",
    Doors.UNSOUND: "⛔ shut: something that must hold does not",
    Doors.HALTED: "⛔ the venue cannot be traded on; what is open keeps its stop there",
}
_MODES = {Mode.AUTO: "auto", Mode.ASK: "asks", Mode.WATCH: "watches"}
_CHANNELS_SHOWN = 20


async def run(ask: Ask) -> Reply:
    return screen(ask.desk.status(), ask.look)


def screen(view: StatusView, look: Look) -> Reply:
    doors = _DOORS[view.doors]
    if view.doors is Doors.OPEN and view.doors_by:
        doors = "⛔ open, but nothing new can be sent"
    since = f" ({shorten(view.doors_by, 300)})" if view.doors_by else ""
    if view.doors_since is not None and view.doors is not Doors.OPEN:
        since = f" (since {clock_time(view.doors_since, look, view.at)} by {look.who(view.doors_by)})"
    parts: list[Rich | Span | str | None] = [
        rich(bold("Status"), f" at {clock_time(view.at, look)}"),
        f"Doors: {doors}{since}",
        rich("Equity ", bold(money(view.equity, look)), " · today ", bold(gain(view.pnl_today, look))),
        f"Exposure {money(view.exposure, look)}",
        shields(view),
        f"○ {view.strangers} at the venue not ours, not touched: /reconcile" if view.strangers else None,
        f"Questions waiting: {view.questions}",
        rich("🔒 Quarantined: ", *(code(f"{position} ") for position in view.quarantined))
        if view.quarantined
        else None,
        "",
        bold("Channels"),
        *(_channel(channel, look, view.at) for channel in view.channels[:_CHANNELS_SHOWN]),
        f"… and {len(view.channels) - _CHANNELS_SHOWN} more" if len(view.channels) > _CHANNELS_SHOWN else None,
        None if view.channels else "none listed in config.yaml: nothing will be heard",
    ]
    return Reply(lines(*parts), ((Button("Refresh", Tap.RUN, "status"), Button("Positions", Tap.RUN, "positions")),))


def _channel(view: ChannelView, look: Look, at: datetime) -> str:
    calls = f"{view.calls} call{'' if view.calls == 1 else 's'}"
    return f"{shorten(view.title, 40)} · {_MODES[view.mode]} · {calls} · heard {heard(view.heard_at, look, at)}"


def shields(view: StatusView) -> str:
    """ "🛡 5 of 5 stops proven 4 s ago" """
    if not view.open_positions:
        read = f"; the venue was read {ago(view.proof_at, view.at)}" if view.proof_at else ""
        return f"🛡 nothing held, nothing to shield{read}"
    sign = "🛡" if view.protected == view.open_positions else "⚠"
    proof = f"proven {ago(view.proof_at, view.at)}" if view.proof_at else "proven, not all read back yet"
    return f"{sign} {view.protected} of {view.open_positions} stops {proof}"


SLASH = Slash("status", "doors, equity, shields, channels", Role.VIEWER, run)
