"""The card of what the venue holds and we do not own: adopt it, leave it alone, or get out of it.

Separate because it is the one card about something that is not ours: nothing happens to it unless
its owner presses, and what would be set on it is shown with its arithmetic first (invariant I18).
"""

from __future__ import annotations

from bot.render import Look, Rich, bold, lines, money, price, rich, shorten
from bot.slash import Ask, Button, CloseStranger, Pressed, Reply, Rows, Tap
from core.events import StrangerAdopted, StrangerFound, StrangerIgnored
from core.instrument import sized
from core.views import Receipt, StrangerView

GONE = "It is gone from the venue, or ours by now: nothing was done."


def stranger_key(key: str) -> str:
    """What names its card in every chat."""
    return f"stranger:{key}"


def stranger_card(view: StrangerView, look: Look, *, buttons: bool) -> Reply:
    """While it waits for a word of its owner."""
    return Reply(
        lines(
            bold(f"⚠ The venue holds {view.symbol} {view.side}, which is not ours"),
            f"{sized(view.quantity, view.unit)} at {price(view.entry)}, now {price(view.mark)}",
            "It is not touched, and no call opens anything in this symbol meanwhile.",
            rich(bold("Adopt: "), _stop(view), f" At risk then: {money(view.risk, look)}."),
            rich(bold("Close: "), "out of it at market, after one question."),
            "If it is not yours either, find out who else can use this account.",
        ),
        rows(view) if buttons else (),
        stranger_key(view.key),
    )


def _stop(view: StrangerView) -> str:
    if view.standing:
        return f"its stop {price(view.stop)} is taken over and guarded."
    return f"it has no stop; one is set at {price(view.stop)}: {shorten(view.arithmetic, 500)}."


def rows(view: StrangerView, name: str = "") -> Rows:
    """What its owner may say; ``name`` tells several of them apart."""
    said = f" {name}"[:24].rstrip()
    return (
        (
            Button(f"Adopt{said}", Tap.ADOPT, view.key),
            Button(f"Ignore{said}", Tap.IGNORE, view.key),
            Button(f"Close{said}", Tap.CLOSE_STRANGER, view.key),
        ),
    )


def settled(fact: StrangerFound | StrangerIgnored | StrangerAdopted, look: Look) -> Reply:
    """The same card once it waits no more: no buttons, and what became of it."""
    name = f"{fact.plan.symbol} {fact.plan.side}" if isinstance(fact, StrangerAdopted) else f"{fact.symbol} {fact.side}"
    return Reply(rich(bold(f"{name} {_outcome(fact, look)}")), key=stranger_key(name))


def _outcome(fact: StrangerFound | StrangerIgnored | StrangerAdopted, look: Look) -> str:
    match fact:
        case StrangerFound():
            return "was not ours, and is gone"
        case StrangerIgnored(by=by):
            return f"is left alone, said {look.who(by)}"
        case StrangerAdopted(by=by, close=True):
            return f"is being closed, said {look.who(by)}"
        case StrangerAdopted(by=by):
            return f"is ours to look after now, said {look.who(by)}"


def _find(ask: Ask, key: str) -> StrangerView | None:
    return next((view for view in ask.desk.strangers() if view.key == key), None)


async def press(ask: Ask, tap: Tap, key: str) -> Pressed:
    """Adopt, ignore, or ask whether it shall be closed."""
    view = _find(ask, key)
    if view is None:
        return Pressed(GONE, loud=True)
    if tap is Tap.CLOSE_STRANGER:
        return Pressed("Confirm below.", reply=_question(ask, view))
    if tap is Tap.IGNORE:
        return _said(await ask.desk.ignore(key, ask.by), "It is left alone, and told no more.", view)
    words = f"Adopted. Its stop {price(view.stop)} is {'guarded' if view.standing else 'being set'}; its card follows."
    return _said(await ask.desk.adopt(key, ask.by), words, view)


def _question(ask: Ask, view: StrangerView) -> Reply:
    nonce = ask.questions.put(ask.user, CloseStranger(view.key))
    return Reply(
        lines(
            bold(f"Close {view.symbol} {view.side}, {sized(view.quantity, view.unit)}, at market?"),
            "It was not opened here: look twice whose it is.",
            "The button works once, for 60 seconds.",
        ),
        ((Button("Yes, close it", Tap.YES, nonce), Button("No", Tap.NO, nonce)),),
    )


async def close(ask: Ask, intent: CloseStranger) -> Pressed:
    """The question was answered with yes."""
    receipt = await ask.desk.adopt(intent.key, ask.by, close=True)
    pressed = _said(receipt, "✓ It is being closed; its card shows how it goes.")
    words: Rich = rich(pressed.toast)
    return Pressed(pressed.toast, edit=Reply(words), loud=pressed.loud)


def _said(receipt: Receipt, done: str, view: StrangerView | None = None) -> Pressed:
    """``view``: whose card loses its buttons at once; the journal's own fact draws it again for everybody."""
    match receipt:
        case Receipt.DONE if view is not None:
            redrawn = lines(bold(f"{view.symbol} {view.side}, which was not ours"), done)
            return Pressed(done, edit=Reply(redrawn, key=stranger_key(view.key)))
        case Receipt.DONE:
            return Pressed(done)
        case Receipt.ALREADY:
            return Pressed("It was so already: this tap did nothing.")
        case Receipt.GONE | Receipt.EXPIRED:
            return Pressed(GONE, loud=True)
