"""Opening the doors again: at once after a pause, asked first after a panic or a lost day."""

from __future__ import annotations

from bot.render import bold, gain, lines, rich, shorten
from bot.slash import Ask, Button, OpenTheDoors, Reply, Role, Slash, Tap
from core.views import Doors, Receipt

BARRED = "🔒 Locked by a panic: only an admin opens the doors again."
BY_THEMSELVES = "The doors open by themselves once this is mended; see /status."


async def run(ask: Ask) -> Reply:
    view = ask.desk.status()
    if view.doors is Doors.OPEN and not view.doors_by:
        return Reply(rich("✓ The doors are open already."))
    if view.doors is Doors.STARTING:
        return Reply(rich("⏸ Still starting: the doors open by themselves once recovery is finished."))
    if view.doors in (Doors.UNSOUND, Doors.HALTED, Doors.OPEN):
        return Reply(rich(f"⛔ {shorten(view.doors_by, 300)}. {BY_THEMSELVES}"))
    if is_barred(ask):
        return Reply(rich(BARRED))
    if view.doors is Doors.PAUSED and not ask.is_late:
        return Reply(rich(await opened(ask)))
    reason = {
        Doors.LOCKED: "They were locked by a panic.",
        Doors.LOSS: f"The day's loss is used up: today {gain(view.pnl_today, ask.look)}.",
        Doors.PAUSED: "They are paused.",
    }[view.doors]
    nonce = ask.questions.put(ask.user, OpenTheDoors())
    return Reply(
        lines(bold("Open the doors again?"), reason, f"{view.open_positions} open, {view.protected} protected."),
        ((Button("Yes, open them", Tap.YES, nonce), Button("No", Tap.NO, nonce)),),
    )


def is_barred(ask: Ask) -> bool:
    """After a panic the unlocking is an admin's alone."""
    return ask.desk.status().doors is Doors.LOCKED and not ask.role.may(Role.ADMIN)


async def opened(ask: Ask) -> str:
    """Take back what shut the doors, and say whether they are open now: the venue may keep them shut besides."""
    receipt = await ask.desk.resume(ask.by)
    view = ask.desk.status()
    if receipt in (Receipt.GONE, Receipt.EXPIRED):
        return "✗ The doors stay closed: see /status."
    if view.doors is not Doors.OPEN or view.doors_by:
        why = f": {shorten(view.doors_by, 300)}" if view.doors_by else ""
        return f"⏸ Resumed, but nothing is opened yet{why}. {BY_THEMSELVES}"
    return f"✓ The doors are open{' already' if receipt is Receipt.ALREADY else ': calls may be taken'}."


SLASH = Slash("resume", "take calls again; asks first after a panic", Role.TRADER, run, changes=True)
