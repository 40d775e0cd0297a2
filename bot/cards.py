"""One live card a trade: where it stands between its stop and its targets, what it earns, how it is shielded.

Separate because a card is pure, drawn again from the newest view each time and edited in place from
the first order to the last fill, so that a chat holds one message a trade and not thirty.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.render import (
    Look,
    Rich,
    Span,
    ago,
    block,
    bold,
    change,
    clock_time,
    code,
    columns,
    gain,
    in_r,
    lines,
    money,
    number,
    percent,
    price,
    rich,
    shorten,
    span_of,
)
from bot.slash import Button, Reply, Rows, Tap
from core.instrument import sized
from core.plans import Check
from core.views import PlanView, PositionView, Shield, Stage, TargetView
from core.vocabulary import PositionId, Side

_GAUGE = 24
STAGES = {
    Stage.OPENING: "opening",
    Stage.AWAITING: "waiting for its price",
    Stage.LIVE: "live",
    Stage.CLOSING: "closing",
    Stage.OVER: "over",
    Stage.QUARANTINED: "🔒 quarantined",
}
"""What each stage is called on every screen."""


def card_key(position: PositionId) -> str:
    """What names a trade's card in every chat."""
    return f"card:{position}"


def title(view: PositionView) -> str:
    """ "▲ BTCUSDT long" """
    return f"{'▲' if view.side is Side.LONG else '▼'} {view.symbol} {view.side}"


def shield(view: PositionView, proven: str = "") -> str:
    """How sure we are of the stop, in words; ``proven``: when it was last read back."""
    stop = price(view.stop)
    match view.shield:
        case Shield.WORKING:
            return f"🛡 stop {stop} stands at the venue{f', proven {proven}' if proven else ''}"
        case Shield.MOVING:
            return f"🛡 the stop is being moved; {stop} stands meanwhile"
        case Shield.UNPROVEN:
            return f"⚠ stop {stop} is not proven: being read back or repaired now"
        case Shield.NONE:
            return "nothing held, nothing to shield" if view.stage is not Stage.OVER else "over, nothing to shield"


def result(view: PositionView, look: Look) -> str:
    """ "+12.40 USDT (+0.56R)" """
    return f"{gain(view.profit, look)} ({in_r(view.profit_r)})"


def card(view: PositionView, look: Look, now: datetime, *, buttons: bool) -> Reply:
    """The whole card; ``buttons``: this reader may trade."""
    size = f"{number(view.quantity)} of {sized(view.planned, view.unit)} at {price(view.entry)}"
    since = view.opened_at
    age = "" if since is None else f" · {span_of((view.ended_at or now) - since)}"
    parts: list[Rich | Span | str | None] = [
        rich(bold(title(view)), f" — {STAGES[view.stage]}"),
        f"{shorten(view.channel, 60)} · {size}{age}",
        rich(bold(result(view, look)), _realised(view, look)),
        shield(view, "" if view.proof_at is None else clock_time(view.proof_at, look, now)),
        block((*ladder(view), gauge(view))),
        view.note or None,
    ]
    return Reply(lines(*parts), _rows(view) if buttons else (), card_key(view.position))


def compact(view: PositionView, look: Look, now: datetime) -> Rich:
    """A position in four lines, for a list."""
    mark = "not known" if view.mark is None else price(view.mark)
    size = sized(view.quantity, view.unit) if view.quantity else f"{sized(view.planned, view.unit)} wanted"
    return lines(
        rich(bold(title(view)), f" — {STAGES[view.stage]} · ", code(view.position)),
        f"{size} at {price(view.entry)} · now {mark}",
        rich(bold(result(view, look)), f" · risk {money(view.risk, look)}"),
        shield(view, "" if view.proof_at is None else ago(view.proof_at, now)),
    )


def _realised(view: PositionView, look: Look) -> str:
    if view.stage is Stage.OVER or not view.realised:
        return f" · risk {money(view.risk, look)}"
    return f" · {gain(view.realised, look)} of it booked"


def ladder(view: PositionView) -> list[str]:
    """Every level as a row, the best on top; how far each is from the entry, as it earns."""
    levels: list[tuple[Decimal, str, str]] = [
        (target.price, f"TP{place}", _target_mark(view, target)) for place, target in enumerate(view.targets, start=1)
    ]
    levels.append((view.entry, "entry", ""))
    levels.append((view.stop, "stop", "✗" if view.shield is Shield.UNPROVEN else ""))
    if view.mark is not None and view.stage is not Stage.OVER:
        levels.append((view.mark, "now", "◀"))
    levels.sort(key=lambda level: level[0] * view.side.sign, reverse=True)
    return columns([(name, price(at), _distance(view, at), mark) for at, name, mark in levels], frozenset({1, 2}))


def _target_mark(view: PositionView, target: TargetView) -> str:
    """Hit, or what its order still sells; before there are orders its share of the plan."""
    if target.hit:
        return "✓"
    if target.order is None:
        return percent(target.share * 100, 0)
    if target.order:
        return sized(target.order, view.unit)
    return "no order" if view.stage is Stage.LIVE else ""


def _distance(view: PositionView, at: Decimal) -> str:
    return "" if at == view.entry or not view.entry else change((at - view.entry) * view.side.sign / view.entry * 100)


def gauge(view: PositionView) -> str:
    """The same levels on one line, loss left and profit right: stop x, entry |, price ●, targets ○ or ✓."""
    marks: list[tuple[Decimal, str]] = [(target.price, "✓" if target.hit else "○") for target in view.targets]
    marks += [(view.stop, "x"), (view.entry, "|")]
    if view.mark is not None and view.stage is not Stage.OVER:
        marks.append((view.mark, "●"))
    values = [at * view.side.sign for at, _ in marks]
    low, high = min(values), max(values)
    cells = ["─"] * _GAUGE
    for value, (_, sign) in zip(values, marks, strict=True):
        place = int((value - low) / (high - low) * (_GAUGE - 1)) if high > low else 0
        cells[place] = sign
    return "".join(cells)


def _rows(view: PositionView) -> Rows:
    about = view.position
    why = Button("Why", Tap.WHY, about)
    match view.stage:
        case Stage.OPENING | Stage.AWAITING:
            label = "Cancel entry" if not view.quantity else "Close"
            return ((Button(label, Tap.CLOSE, about), why),)
        case Stage.LIVE:
            closing = (Button("Close", Tap.CLOSE, about), Button("Close half", Tap.CLOSE_HALF, about), why)
            even = (Button("Stop to entry", Tap.STOP_TO_ENTRY, about),)
            return (closing, even) if _may_be_even(view) else (closing,)
        case Stage.CLOSING | Stage.OVER | Stage.QUARANTINED:
            return ((why,),)


def _may_be_even(view: PositionView) -> bool:
    """Does the stop still risk something, while the price is on the good side of the entry?"""
    sign = view.side.sign
    return view.mark is not None and (view.entry - view.stop) * sign > 0 and (view.mark - view.entry) * sign > 0


# --- what other screens share -------------------------------------------------------------------


def ticket(plan: PlanView, look: Look) -> Rich:
    """A plan with its arithmetic: what is sent, what it risks, what each target pays."""
    rows = [
        ("entry", plan.entry),
        ("stop", f"{price(plan.stop)} ({change(_from(plan.expected, plan.stop))})"),
    ]
    for place, target in enumerate(plan.targets, start=1):
        reward = f" {in_r(plan.reward_r[place - 1])}" if place <= len(plan.reward_r) else ""
        rows.append((f"TP{place}", f"{price(target)}{reward}"))
    rows += [
        ("size", sized(plan.quantity, plan.unit)),
        ("value", f"{money(plan.notional, look)}"),
        ("margin", f"{money(plan.margin, look)} at {number(plan.leverage)}x"),
    ]
    share = "" if plan.risk_pct is None else f" = {percent(plan.risk_pct)} of equity"
    return lines(
        bold(f"{'▲' if plan.side is Side.LONG else '▼'} {plan.symbol} {plan.side}"),
        block(columns(rows)),
        rich("At risk ", bold(money(plan.risk, look)), share),
    )


def _from(entry: Decimal, other: Decimal) -> Decimal:
    return (other - entry) / entry * 100 if entry else Decimal(0)


def check_lines(checks: Sequence[Check]) -> Rich:
    """Every question that was asked of a call, with its numbers."""
    return lines(*(rich(_mark(check), bold(check.name), f" — {check.detail}") for check in checks))


def _mark(check: Check) -> str:
    return "✗ " if not check.passed else "⚠ " if check.warns else "✓ "


def heard(at: datetime | None, look: Look, now: datetime) -> str:
    """ "12:03:04, 5 s ago" """
    return "never" if at is None else f"{clock_time(at, look, now)}, {ago(at, now)}"
