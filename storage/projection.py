"""What each fact changes in the tables a report is made from.

Separate from `storage.tables` because this is the whole meaning of the read models and can
be read without a database: a fact in, the statements it leads to out. Amounts are added in
SQL by ``plus``, which counts in decimals; SQLite's own ``+`` would count in floats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from core.commands import PlaceEntry, PlaceExit
from core.events import (
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    CallAdmitted,
    CallDeclined,
    CallHeld,
    CallWatched,
    Choice,
    EntryFilled,
    EquityRead,
    ExitFilled,
    FollowUpApplied,
    FollowUpAsked,
    FoundFlat,
    FundingBooked,
    MessageRead,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionAdopted,
    PositionEnded,
    PositionPlanned,
    QuantityDrifted,
    Quarantined,
    StopConfirmed,
    StopLost,
)
from core.ports import Recorded
from core.position.outside import adopted_as
from core.signals import Amendment, Nothing, Signal
from core.views import Verdict
from core.vocabulary import OrderTag, PositionId
from storage.schema import Statement


def statements(line: Recorded) -> list[Statement]:
    """What one line of the journal changes; most intentions and many facts change nothing."""
    project = PROJECTIONS.get(type(line.body))
    changes = project(line.seq, line.body) if project else []
    return [(sql, [tuple(map(_storable, row)) for row in rows]) for sql, rows in changes]


def _storable(value: Any) -> Any:
    """Half an emoji, which channels and venues do send, is no text for SQLite."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def text(amount: Decimal | None) -> str | None:
    """An amount without an exponent, for whoever opens the table with another program."""
    return None if amount is None else format(amount, "f")


def plus(one: str, other: str) -> str:
    """Add two amounts exactly; the tables' connection knows it by this name."""
    return format(Decimal(one) + Decimal(other), "f")


def moment(at: datetime) -> str:
    """UTC in a fixed width, so that the order of the texts is the order of the moments."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


# --- calls ------------------------------------------------------------------------------------


def _heard(seq: int, fact: MessageRead) -> list[Statement]:
    message, reading = fact.message, fact.reading
    what: tuple[object, ...]
    match reading:
        case Signal():
            what = ("call", reading.symbol, reading.side, None, "")
        case Amendment():
            what = ("follow-up", reading.symbol, reading.side, None, "")
        case Nothing():
            what = ("nothing", None, None, Verdict.IGNORED, "; ".join(one.text for one in reading.reasons))
    sql = """INSERT INTO calls
               (position, channel, message, text, kind, symbol, side, verdict, reason, posted_at, at, seq)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (position) DO UPDATE SET text = excluded.text, kind = excluded.kind,
               symbol = excluded.symbol, side = excluded.side, at = excluded.at, seq = excluded.seq,
               verdict = coalesce(excluded.verdict, verdict), reason = coalesce(nullif(excluded.reason, ''), reason)"""
    row = (fact.position, message.channel, message.id, message.text, *what)
    return [(sql, [(*row, moment(message.posted_at), moment(fact.at), seq)])]


def _verdict(position: PositionId, verdict: Verdict, reason: str) -> list[Statement]:
    return [("UPDATE calls SET verdict = ?, reason = ? WHERE position = ?", [(verdict, reason, position)])]


def _answered(_: int, fact: ApprovalAnswered) -> list[Statement]:
    if fact.choice is Choice.REJECT:
        return _verdict(fact.position, Verdict.DECLINED, f"rejected by {fact.by}")
    return []  # what an approval leads to is said by the admission or the refusal that follows


# --- positions and their orders ---------------------------------------------------------------


def _planned(_: int, fact: PositionPlanned | PositionAdopted) -> list[Statement]:
    plan = fact.plan
    sql = """INSERT INTO positions (id, channel, symbol, side, status, planned, risk, stop, planned_at)
             VALUES (?, ?, ?, ?, 'planned', ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"""
    row = (fact.position, plan.channel, plan.symbol, plan.side, text(plan.quantity), text(plan.risk), text(plan.stop))
    return [(sql, [(*row, moment(fact.at))])]


def _adopted(seq: int, fact: PositionAdopted) -> list[Statement]:
    """It begins as if its whole holding had been one fill of ours."""
    return [*_planned(seq, fact), *_entered(seq, adopted_as(fact))]


def _entered(_: int, fact: EntryFilled) -> list[Statement]:
    """The same execution told twice counts once (fault B16): the sums change before the fill is there."""
    sums = """UPDATE positions SET status = CASE WHEN ? THEN 'open' ELSE status END,
                opened = plus(opened, ?), cost = plus(cost, ?), held = plus(held, ?),
                fees = plus(fees, ?), opened_at = coalesce(opened_at, ?)
              WHERE id = ? AND NOT EXISTS (SELECT 1 FROM fills WHERE position = ? AND execution = ?)"""
    opened, cost = text(fact.opened), text(fact.opened * fact.price)
    row = (fact.opened > 0, opened, cost, opened, text(fact.fee), moment(fact.at))
    return [(sums, [(*row, fact.position, fact.position, fact.execution)]), *_fill(fact, "entry", fact.tag, None)]


def _exited(_: int, fact: ExitFilled) -> list[Statement]:
    sums = """UPDATE positions SET closed = plus(closed, ?), proceeds = plus(proceeds, ?), held = plus(held, ?),
                fees = plus(fees, ?), cause = ?
              WHERE id = ? AND NOT EXISTS (SELECT 1 FROM fills WHERE position = ? AND execution = ?)"""
    row = (text(fact.quantity), text(fact.quantity * fact.price), text(-fact.quantity), text(fact.fee), fact.cause)
    return [(sums, [(*row, fact.position, fact.position, fact.execution)]), *_fill(fact, "exit", fact.tag, fact.cause)]


def _fill(fact: EntryFilled | ExitFilled, leg: str, tag: OrderTag | None, cause: str | None) -> list[Statement]:
    order = """UPDATE orders SET filled = plus(filled, ?)
               WHERE tag = ? AND NOT EXISTS (SELECT 1 FROM fills WHERE position = ? AND execution = ?)"""
    fill = """INSERT INTO fills (position, execution, leg, tag, quantity, price, fee, cause, at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (position, execution) DO NOTHING"""
    row = (fact.position, fact.execution, leg, tag, text(fact.quantity), text(fact.price), text(fact.fee), cause)
    return [
        (order, [(text(fact.quantity), tag, fact.position, fact.execution)]),
        (fill, [(*row, moment(fact.at))]),
    ]


def _ended(_: int, fact: PositionEnded) -> list[Statement]:
    sql = "UPDATE positions SET status = 'over', held = '0', profit = ?, closed_at = ? WHERE id = ?"
    return [(sql, [(text(fact.profit), moment(fact.at), fact.position)])]


def _ordered(seq: int, intention: PlaceEntry | PlaceExit) -> list[Statement]:
    order = intention.order
    leg = "entry" if isinstance(intention, PlaceEntry) else "exit"
    sql = """INSERT INTO orders (tag, position, leg, quantity, price, status, seq)
             VALUES (?, ?, ?, ?, ?, 'sent', ?) ON CONFLICT (tag) DO NOTHING"""
    return [(sql, [(order.tag, intention.position, leg, text(order.quantity), text(order.price), seq)])]


def _order(tag: OrderTag, status: str, reason: str) -> list[Statement]:
    return [("UPDATE orders SET status = ?, reason = ? WHERE tag = ?", [(status, reason, tag)])]


def _order_ended(_: int, fact: OrderEnded) -> list[Statement]:
    sql = "UPDATE orders SET status = 'ended', reason = ?, filled = ? WHERE tag = ?"
    return [(sql, [(fact.reason, text(fact.filled), fact.tag)])]


def _stop(position: PositionId, price: Decimal | None) -> list[Statement]:
    return [("UPDATE positions SET stop = ? WHERE id = ?", [(text(price), position)])]


def _held(position: PositionId, quantity: Decimal) -> list[Statement]:
    return [("UPDATE positions SET held = ? WHERE id = ?", [(text(quantity), position)])]


def _funded(_: int, fact: FundingBooked) -> list[Statement]:
    return [("UPDATE positions SET funding = plus(funding, ?) WHERE id = ?", [(text(fact.amount), fact.position)])]


def _quarantined(_: int, fact: Quarantined) -> list[Statement]:
    return [("UPDATE positions SET status = 'quarantined' WHERE id = ?", [(fact.position,)])]


def _valued(seq: int, fact: EquityRead) -> list[Statement]:
    sql = "INSERT INTO equity (seq, at, equity, balance) VALUES (?, ?, ?, ?)"
    return [(sql, [(seq, moment(fact.at), text(fact.equity), text(fact.balance))])]


PROJECTIONS: Mapping[type, Callable[[int, Any], list[Statement]]] = {
    MessageRead: _heard,
    CallAdmitted: lambda _, fact: _verdict(fact.position, Verdict.OPENED, ""),
    CallDeclined: lambda _, fact: _verdict(fact.position, Verdict.DECLINED, fact.reason),
    CallWatched: lambda _, fact: _verdict(fact.position, Verdict.WATCHED, "this channel is only watched"),
    ApprovalAsked: lambda _, fact: _verdict(fact.position, Verdict.ASKED, ""),
    ApprovalAnswered: _answered,
    ApprovalExpired: lambda _, fact: _verdict(fact.position, Verdict.DECLINED, fact.why or "nobody answered in time"),
    CallHeld: lambda _, fact: _verdict(fact.position, Verdict.WAITING, f"for its levels, until {moment(fact.until)}"),
    FollowUpAsked: lambda _, fact: _verdict(fact.position, Verdict.ASKED, "; ".join(fact.why)),
    FollowUpApplied: lambda _, fact: _verdict(fact.position, Verdict.APPLIED, "passed on to " + ", ".join(fact.to)),
    PositionPlanned: _planned,
    PositionAdopted: _adopted,
    EntryFilled: _entered,
    ExitFilled: _exited,
    FundingBooked: _funded,
    StopConfirmed: lambda _, fact: _stop(fact.position, fact.price),
    StopLost: lambda _, fact: _stop(fact.position, None),
    FoundFlat: lambda _, fact: _held(fact.position, Decimal(0)),
    QuantityDrifted: lambda _, fact: _held(fact.position, fact.quantity),
    Quarantined: _quarantined,
    PositionEnded: _ended,
    PlaceEntry: _ordered,
    PlaceExit: _ordered,
    OrderAccepted: lambda _, fact: _order(fact.tag, "accepted", ""),
    OrderRefused: lambda _, fact: _order(fact.tag, "refused", fact.reason),
    OutcomeUnknown: lambda _, fact: _order(fact.tag, "unknown", fact.why),
    OrderEnded: _order_ended,
    EquityRead: _valued,
}
"""What changes the tables, by the type of the line."""
