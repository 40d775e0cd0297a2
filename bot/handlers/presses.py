"""What a tap on a button does: one row for each kind, and the truth about what came of it.

Separate because buttons are the only commands that can be old: each names a trade or a one-time
nonce, so an old card, a second tap, another user or a restart can do nothing twice.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from bot import approvals, meaning, strangers
from bot.cards import title
from bot.handlers import BY_NAME, add, close, panic, resume, stop, targets, teach, why
from bot.render import TOAST_MAX, bold, lines, number, rich, to_plain
from bot.slash import (
    AddTo,
    Ask,
    CloseStranger,
    CloseThese,
    ExchangeTargets,
    ForgetLesson,
    KeepLesson,
    LoosenStop,
    MoveStop,
    OpenTheDoors,
    Pressed,
    PressPanic,
    Reply,
    Role,
    Tap,
    Unasked,
)
from core.views import Receipt, StopWish, Unfit
from core.vocabulary import Nonce, PositionId

NEEDS: Mapping[Tap, Role] = {tap: Role.VIEWER if tap in (Tap.WHY, Tap.RUN) else Role.TRADER for tap in Tap}
ACTS = frozenset(
    {Tap.APPROVE, Tap.HALF, Tap.REJECT, Tap.BIND, Tap.YES, Tap.PANIC, Tap.ADOPT, Tap.IGNORE, Tap.STOP_TO_ENTRY}
)
"""Taps that change something: each update does so at most once."""
RISKY_WHEN_OLD = frozenset({Tap.APPROVE, Tap.HALF})
"""Taps that open something, and whose nonce may be older than this program's start."""
_RAISES = frozenset({Tap.APPROVE, Tap.HALF, Tap.BIND, Tap.ADOPT})
_CALMING = CloseThese | CloseStranger | PressPanic | MoveStop
READS = frozenset({"status", "positions", "limits", "signals"})

_UNASKED = {
    Unasked.UNKNOWN: "This question is from before a restart, or long gone: this tap did nothing. Send it again.",
    Unasked.SPENT: "Already answered: this tap did nothing.",
    Unasked.LATE: "Too late: the button was good for 60 seconds. Nothing was done; send the command again.",
    Unasked.OTHERS: "This question was put to another user. Nothing was done.",
}
_CLOSED = {
    Receipt.DONE: "✓ {}is being closed; its card shows how it goes",
    Receipt.ALREADY: "✓ was being closed already",
    Receipt.GONE: "was over already",
    Receipt.EXPIRED: "was over already",
}
_CANCELLED = "✓ its entry is being cancelled; its card shows how it goes"


def may_raise(ask: Ask, tap: Tap, about: str) -> bool:
    """Could this tap do anything else than get out of a trade, read, or say no?"""
    if tap is not Tap.YES:
        return tap in _RAISES
    intent = ask.questions.about(Nonce(about))
    return intent is not None and not isinstance(intent, _CALMING)


async def press(ask: Ask, tap: Tap, about: str) -> Pressed:
    """Do what a button says. The role has been looked at by the caller's table, `NEEDS`."""
    if not ask.role.may(NEEDS[tap]):
        return Pressed(f"This needs the role {NEEDS[tap]}; you are {ask.role}.", loud=True)
    return await _PRESSES[tap](ask, tap, about)


async def _approval(ask: Ask, tap: Tap, about: str) -> Pressed:
    return await approvals.answer(ask, tap, Nonce(about))


async def _bind(ask: Ask, _tap: Tap, about: str) -> Pressed:
    return await meaning.answer(ask, about)


async def _close(ask: Ask, tap: Tap, about: str) -> Pressed:
    share = Decimal("0.5") if tap is Tap.CLOSE_HALF else Decimal(1)
    reply = close.about(ask, PositionId(about), share)
    return (
        Pressed("Confirm below.", reply=reply) if reply.rows else Pressed(to_plain(reply.text)[:TOAST_MAX], loud=True)
    )


async def _why(ask: Ask, _tap: Tap, about: str) -> Pressed:
    return Pressed("", reply=await why.about(ask, PositionId(about)))


async def _run(ask: Ask, _tap: Tap, about: str) -> Pressed:
    slash = BY_NAME.get(about)
    if slash is None or slash.name not in READS:
        return Pressed("This button is from another version. Send the command instead.")
    return Pressed("", edit=await slash.run(replace(ask, words="")))


async def _no(ask: Ask, tap: Tap, about: str) -> Pressed:
    taken = ask.questions.take(Nonce(about), ask.user)
    if isinstance(taken, Unasked) and taken is not Unasked.LATE:
        return _too_late(ask, tap, taken)  # of a question from before a restart: it may have been answered with yes
    return Pressed("Nothing was done.", edit=Reply(rich("✗ Not done: you said no.")))


async def _yes(ask: Ask, tap: Tap, about: str) -> Pressed:
    taken = ask.questions.take(Nonce(about), ask.user)
    match taken:
        case Unasked():
            return _too_late(ask, tap, taken)
        case CloseThese():
            return await _close_these(ask, taken)
        case OpenTheDoors() if resume.is_barred(ask):
            return Pressed(resume.BARRED, edit=Reply(rich(resume.BARRED)), loud=True)
        case OpenTheDoors():
            words = await resume.opened(ask)
            return Pressed(words[:TOAST_MAX], edit=Reply(rich(words)))
        case PressPanic():
            return await _panic(ask)
        case CloseStranger():
            return await strangers.close(ask, taken)
        case KeepLesson(proposal=proposal):
            words = teach.kept(await ask.desk.lessons.keep(proposal, ask.by), proposal)
            return Pressed(words[:TOAST_MAX], edit=Reply(rich(words)))
        case MoveStop(position=position, wish=wish):
            return _done(await stop.moved(ask, position, wish))
        case LoosenStop():
            return Pressed("Only a one-time code loosens a stop.", loud=True)
        case ExchangeTargets(position=position, prices=prices):
            return _done(await targets.exchanged(ask, position, prices))
        case AddTo():
            return _done(await add.added(ask, taken))
        case ForgetLesson(channel=channel):
            words = teach.forgotten(await ask.desk.lessons.undo(channel, ask.by))
            return Pressed(words[:TOAST_MAX], edit=Reply(rich(words)))
        case _:
            assert_never(taken)


def _done(reply: Reply) -> Pressed:
    return Pressed(_head(reply), edit=reply)


def _head(reply: Reply) -> str:
    return to_plain(reply.text).partition("\n")[0][:TOAST_MAX]


async def _stop_to_entry(ask: Ask, _tap: Tap, about: str) -> Pressed:
    reply = await stop.moved(ask, PositionId(about), StopWish())
    return Pressed(_head(reply), reply=reply)


def _too_late(ask: Ask, tap: Tap, why_not: Unasked) -> Pressed:
    if tap is Tap.PANIC and why_not is not Unasked.SPENT:
        # Nobody in a hurry should have to find the command again.
        return Pressed("This button is too old. Asked again below.", reply=panic.question(ask), loud=True)
    edit = None if why_not in (Unasked.OTHERS, Unasked.SPENT) else Reply(rich("⏸ " + _UNASKED[why_not]))
    return Pressed(_UNASKED[why_not], edit=edit, loud=why_not is not Unasked.SPENT)


async def _close_these(ask: Ask, intent: CloseThese) -> Pressed:
    rows = []
    closing = 0
    share = "" if intent.fraction == 1 else f"{number(intent.fraction * 100)}% "
    for position in intent.positions:
        view = ask.desk.position(position)
        name = bold(title(view) if view else position)
        part = ask.desk.hands.weigh_part(position, intent.fraction) if intent.fraction < 1 else None
        if isinstance(part, Unfit):
            rows.append(rich(name, f" ✗ is not closed: {part.why}"))
            continue
        receipt = await ask.desk.close(position, ask.by, intent.fraction)
        closing += receipt is Receipt.DONE
        waits = receipt is Receipt.DONE and view is not None and not view.quantity
        rows.append(rich(name, f" {_CANCELLED if waits else _CLOSED[receipt].format(share)}"))
    toast = f"Closing {share}{'of ' if share else ''}{closing}." if closing else "Nothing was closed."
    return Pressed(toast, edit=Reply(lines(*rows)))


async def _panic(ask: Ask) -> Pressed:
    receipt = await ask.desk.panic(ask.by)
    done = (
        "🔒 Panic is pressed: everything is being closed."
        if receipt is Receipt.DONE
        else "🔒 Panic was pressed already."
    )
    return Pressed(done, edit=Reply(lines(bold(done), "The proof, trade by trade, follows in its own message.")))


_PRESSES: Mapping[Tap, Callable[[Ask, Tap, str], Awaitable[Pressed]]] = {
    Tap.APPROVE: _approval,
    Tap.HALF: _approval,
    Tap.REJECT: _approval,
    Tap.BIND: _bind,
    Tap.CLOSE: _close,
    Tap.CLOSE_HALF: _close,
    Tap.YES: _yes,
    Tap.PANIC: _yes,
    Tap.NO: _no,
    Tap.ADOPT: strangers.press,
    Tap.IGNORE: strangers.press,
    Tap.CLOSE_STRANGER: strangers.press,
    Tap.STOP_TO_ENTRY: _stop_to_entry,
    Tap.WHY: _why,
    Tap.RUN: _run,
}
