"""The card of a follow-up nobody can be sure about: one button for each trade it may mean, and one for none.

Separate from the approval of a call, because what is asked is another thing: not whether, but which.
Each button carries the question's nonce and a trade's name; the first answer counts (fault U05).
"""

from __future__ import annotations

from datetime import datetime

from bot.cards import STAGES
from bot.render import Look, Rich, Span, bold, clock_time, gain, lines, price, quote, rich, shorten, span_of
from bot.slash import Ask, Button, Pressed, Reply, Rows, Tap
from core.events import FollowUpAnswered, FollowUpExpired
from core.views import CandidateView, FollowUpView, Receipt, WhyView
from core.vocabulary import Nonce, PositionId, Side

ALL = "all"


def meaning_key(nonce: Nonce) -> str:
    """What names the question's card in every chat."""
    return f"mean:{nonce}"


def meaning_card(view: FollowUpView, look: Look, now: datetime, *, buttons: bool) -> Reply:
    """The card while it waits."""
    parts: list[Rich | Span | str | None] = [
        rich(bold("Which trade is meant?"), f" · {shorten(view.channel, 60)}"),
        rich("It asks: ", bold("; ".join(view.asks))),
        *(f"• {reason}" for reason in view.why),
        *(_trade(one, look) for one in view.candidates),
        quote(shorten(view.text, 600)),
        _left(view, look, now),
    ]
    return Reply(lines(*parts), _rows(view) if buttons else (), meaning_key(view.nonce))


def _name(one: CandidateView) -> str:
    return f"{'▲' if one.side is Side.LONG else '▼'} {one.symbol} {one.side}"


def _trade(one: CandidateView, look: Look) -> Rich:
    trade = one.trade
    if trade is None:
        return rich(bold(_name(one)), " — over")
    levels = f"entry {price(trade.entry)}, stop {price(trade.stop)}"
    return rich(bold(_name(one)), f" — {STAGES[trade.stage]}, {levels}, {gain(trade.profit, look)}")


def _rows(view: FollowUpView) -> Rows:
    """A row for each trade, told apart by its entry where two look alike; then all of them, and none."""
    names = [_name(one) for one in view.candidates]
    rows = tuple(
        (Button(_label(one, names.count(_name(one)) > 1), Tap.BIND, f"{view.nonce}.{one.position}"),)
        for one in view.candidates
    )
    every = (Button("All of them", Tap.BIND, f"{view.nonce}.{ALL}"),) if len(rows) > 1 else ()
    return (*rows, (*every, Button("✗ None", Tap.BIND, view.nonce)))


def _label(one: CandidateView, is_ambiguous: bool) -> str:
    entry = f" at {price(one.trade.entry)}" if is_ambiguous and one.trade is not None else ""
    return f"{_name(one)}{entry}"


def _left(view: FollowUpView, look: Look, now: datetime) -> str:
    if view.expires_at <= now:
        return "Its time is over: silence means none of them."
    return (
        f"Expires in {span_of(view.expires_at - now)} ({clock_time(view.expires_at, look, now)}); silence means none."
    )


def settled_meaning(why: WhyView, fact: FollowUpAnswered | FollowUpExpired, look: Look) -> Reply:
    """The card afterwards: no buttons but the reasons, and what became of it."""
    outcome = bold(_outcome(fact, look))
    words = lines(outcome, shorten(why.channel, 60), quote(shorten(why.text, 300)))
    return Reply(words, ((Button("Why", Tap.WHY, why.position),),), meaning_key(fact.nonce))


def _outcome(fact: FollowUpAnswered | FollowUpExpired, look: Look) -> str:
    match fact:
        case FollowUpExpired(why=why) if why:
            return f"⏸ Closed: {why}"
        case FollowUpExpired(at=at):
            return f"⏸ Expired at {clock_time(at, look)}: silence meant none of them"
        case FollowUpAnswered(chosen=(), by=by, at=at):
            return f"✗ None of them, said {look.who(by)} at {clock_time(at, look)}"
        case FollowUpAnswered(chosen=chosen, by=by, at=at):
            count = "" if len(chosen) == 1 else f" to {len(chosen)} trades"
            return f"✓ Passed on{count} by {look.who(by)} at {clock_time(at, look)}"


async def answer(ask: Ask, about: str) -> Pressed:
    """Put a user's choice to the desk and tell the truth about what it did."""
    name, _, choice = about.partition(".")
    nonce = Nonce(name)
    view = ask.desk.follow_up(nonce)
    receipt = await ask.desk.bind(nonce, _chosen(view, choice), ask.by)
    match receipt:
        case Receipt.DONE:
            return Pressed("Passed on." if choice else "Done: it is for none of them, and nothing is changed.")
        case Receipt.ALREADY:
            return Pressed("Already answered: the first answer counts. This tap did nothing.")
        case Receipt.EXPIRED:
            return Pressed("Too late: the question has expired. Nothing was changed.", loud=True)
        case Receipt.GONE:
            return Pressed("This question is closed: answered before, or expired. This tap did nothing.", loud=True)


def _chosen(view: FollowUpView | None, choice: str) -> tuple[PositionId, ...]:
    if view is None or not choice:
        return ()
    offered = tuple(one.position for one in view.candidates)
    return offered if choice == ALL else tuple(position for position in offered if position == choice)
