"""The question card: a call that waits for a human, with everything needed to say yes or no to it.

Separate because an approval is the one place where a tap opens a position: the button carries nothing but
a nonce, the desk decides at the tap with the price of that moment, and the first answer counts (fault U05).
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from bot.cards import check_lines, ticket
from bot.render import (
    Look,
    Rich,
    Span,
    bold,
    change,
    clock_time,
    lines,
    money,
    price,
    quote,
    rich,
    shorten,
    span_of,
)
from bot.slash import Ask, Button, Pressed, Reply, Rows, Tap
from core.events import Choice
from core.views import QuestionView, Receipt, WhyView
from core.vocabulary import Nonce

MARKET = "market"
"""How a plan says that it enters at the price of the moment."""
CHOICES = {Tap.APPROVE: Choice.APPROVE, Tap.HALF: Choice.HALF, Tap.REJECT: Choice.REJECT}


def question_key(nonce: Nonce) -> str:
    """What names a question's card in every chat."""
    return f"ask:{nonce}"


def question_card(view: QuestionView, look: Look, now: datetime, *, buttons: bool) -> Reply:
    """The card while it waits; drawn again every few seconds with the price of the moment."""
    others = "none" if not view.same_symbol else str(view.same_symbol)
    parts: list[Rich | Span | str | None] = [
        rich(bold("Approve this trade?"), f" · {shorten(view.channel, 60)}"),
        ticket(view.plan, look),
        f"Exposure after: {money(view.exposure_after, look)} · open in {view.plan.symbol}: {others}",
        _drift(view),
        rich(bold("Doubts"), *(f"\n• {doubt}" for doubt in view.doubts)) if view.doubts else None,
        check_lines([check for check in view.checks if check.warns or not check.passed]) or None,
        quote(shorten(view.text, 600)),
        _left(view.expires_at, look, now),
    ]
    return Reply(lines(*parts), _rows(view.nonce) if buttons else (), question_key(view.nonce))


def _rows(nonce: Nonce) -> Rows:
    return (
        (
            Button("✓ Approve", Tap.APPROVE, nonce),
            Button("½ Half", Tap.HALF, nonce),
            Button("✗ Reject", Tap.REJECT, nonce),
        ),
    )


def _left(expires_at: datetime, look: Look, now: datetime) -> str:
    if expires_at <= now:
        return "Its time is over: silence means no."
    return f"Expires in {span_of(expires_at - now)} ({clock_time(expires_at, look, now)}); silence means no."


def _drift(view: QuestionView) -> str:
    if view.price is None:
        return "Price now: not known"
    plan = view.plan
    moved = round((view.price - plan.expected) / plan.expected * 100, 2) if plan.expected else Decimal(0)
    worse = moved * plan.side.sign > 0
    beyond = (view.price - plan.stop) * plan.side.sign <= 0
    sign = "▲" if moved >= 0 else "▼"
    now = f"Price now: {price(view.price)} {sign} {change(moved)}"
    if plan.entry != MARKET:  # what waits for its price says nothing of the price at which it was called
        return f"{now} from the entry{f' (beyond the stop for a {plan.side})' if beyond else ''}"
    feeling = "beyond the stop" if beyond else "no change" if not moved else "worse" if worse else "better"
    return f"{now} since the call ({feeling} for a {plan.side})"


def settled_card(why: WhyView, nonce: Nonce, outcome: str, look: Look) -> Reply:
    """The card afterwards: no buttons, and what became of it."""
    return Reply(
        lines(
            bold(outcome),
            shorten(why.channel, 60),
            None if why.plan is None else ticket(why.plan, look),
            quote(shorten(why.text, 300)),
        ),
        ((Button("Why", Tap.WHY, why.position),),),
        question_key(nonce),
    )


async def answer(ask: Ask, tap: Tap, nonce: Nonce) -> Pressed:
    """Put a user's choice to the desk and tell the truth about what it did."""
    choice = CHOICES[tap]
    waiting = ask.desk.question(nonce)
    receipt = await ask.desk.answer(nonce, choice, ask.by)
    match receipt:
        case Receipt.DONE:
            said = {
                Choice.APPROVE: "Approved. It is checked once more at this moment's price, then opened.",
                Choice.HALF: "Approved at half size. It is checked once more, then opened.",
                Choice.REJECT: "Rejected. Nothing is opened.",
            }[choice]
            return Pressed(said, _redrawn(waiting, ask, said))
        case Receipt.ALREADY:
            return Pressed("Already answered: the first answer counts. This tap did nothing.")
        case Receipt.EXPIRED:
            return Pressed(
                "Too late: the question has expired. Nothing was opened.",
                _redrawn(waiting, ask, "⏸ Expired: silence meant no."),
                loud=True,
            )
        case Receipt.GONE:
            # No redrawing: the card of an answered question says already what became of it.
            return Pressed("This question is closed: answered before, or expired. This tap did nothing.", loud=True)


def _redrawn(waiting: QuestionView | None, ask: Ask, outcome: str) -> Reply | None:
    """At once, for the one who tapped; the journal's own fact draws it again for everybody."""
    if waiting is None:
        return None
    return Reply(
        lines(bold(outcome), ticket(waiting.plan, ask.look), quote(shorten(waiting.text, 300))),
        ((Button("Why", Tap.WHY, waiting.position),),),
        question_key(nonce=waiting.nonce),
    )
