"""The map of a position's life is the territory: every state met with every fact, and the drawn picture."""

from __future__ import annotations

import re
import typing
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from core import position as positions
from core.events import (
    AddAsked,
    CancelAsked,
    CloseAsked,
    EntriesReleased,
    EntryAdded,
    EntryWithdrawAsked,
    FoundFlat,
    FundingBooked,
    LadderCut,
    LadderRecut,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PositionAdopted,
    PositionFact,
    PositionPlanned,
    PriceReached,
    QuantityDrifted,
    Quarantined,
    RangeMeasured,
    RequestRefused,
    ReviewDue,
    StopConfirmed,
    StopLoosenAsked,
    StopLost,
    StopMoveAsked,
    StopMoveDecided,
    StopMovedOutside,
    TargetsAsked,
)
from core.orders import EntryKind
from core.plans import EntryLeg, Plan
from core.position.diagram import TRANSITIONS, mermaid
from core.signals import AtPrice
from core.strategies import Entries
from tests.builders import CALL, ENTRY, a_ladder, a_plan, at, filled, left, money, planned, price, quantity, tag

DOCUMENT = Path(__file__).parents[2] / "docs" / "life-of-a-position.md"
SECOND = tag("entry2")
LEG = EntryLeg(EntryKind.LIMIT, price(99), quantity(1), price(99))
PLANS = (
    a_plan(size=5),
    a_ladder(100, 98, entries=Entries(active_max=1)),
    a_ladder(100, 98, entries=Entries(trailing_pct=Decimal(1)), targets=(105,), quoted=price(100)),
)
Step = tuple[str | None, str, str]


def every_fact(when: int) -> list[PositionFact]:
    moment: datetime = at(when)
    return [
        *(OrderAccepted(CALL, moment, name) for name in (ENTRY, SECOND)),
        *(OrderRefused(CALL, moment, name, "1", "no") for name in (ENTRY, SECOND, tag("stop", 1))),
        *(OrderEnded(CALL, moment, name, quantity(0), "cancelled") for name in (ENTRY, SECOND, tag("close"))),
        OutcomeUnknown(CALL, moment, ENTRY, "timeout"),
        filled(5, when=when),
        filled(5, when=when, leg="entry2", execution=f"second-{when}"),
        replace(filled(5, when=when, execution=f"unwanted-{when}"), unwanted=True),
        left(5, when=when),
        left(10, when=when),
        FundingBooked(CALL, moment, money(1)),
        StopConfirmed(CALL, moment, price(95), quantity(10)),
        StopLost(CALL, moment, "gone"),
        FoundFlat(CALL, moment, price(95)),
        *(QuantityDrifted(CALL, moment, quantity(held), price(100)) for held in (0, 10)),
        *(PriceReached(CALL, moment, price(level)) for level in (94, 99, 106)),
        ReviewDue(CALL, moment),
        ReviewDue(CALL, at(90_000)),
        StopMoveAsked(CALL, moment, price(97), "user:1"),
        StopMoveDecided(CALL, moment, price(96), "user:1", "asked"),
        StopLoosenAsked(CALL, moment, price(95), "user:1"),
        LadderCut(CALL, moment, quantity(5), ()),
        *(CloseAsked(CALL, moment, "user:1", Decimal(fraction)) for fraction in ("0.5", "1")),
        CancelAsked(CALL, moment, "user:1"),
        EntryWithdrawAsked(CALL, moment, "channel:-1001", "edited"),
        TargetsAsked(CALL, moment, (AtPrice(price(107)),), "channel:-1001"),
        EntriesReleased(CALL, moment, (SECOND,), price(95)),
        AddAsked(CALL, moment, "user:1", Decimal(1), price(100)),
        EntryAdded(CALL, moment, LEG, price(95), "user:1", "room"),
        RangeMeasured(CALL, moment, price(1)),
        StopMovedOutside(CALL, moment, price(95), price(94)),
        LadderRecut(CALL, moment, ()),
        RequestRefused(CALL, moment, "channel:-1001", "it would loosen"),
        Quarantined(CALL, moment, "bug"),
    ]


def walked(plan: Plan, depth: int = 3) -> set[Step]:
    """Every change of state within so many facts of the plan."""
    first = positions.evolve(None, planned(plan))
    found: set[Step] = {(None, "PositionPlanned", type(first).__name__)}
    frontier, seen = [first], {repr(first)}
    for when in range(1, depth + 1):
        reached = []
        for state in frontier:
            for fact in every_fact(when):
                after = positions.evolve(state, fact)
                if type(after) is not type(state):
                    found.add((type(state).__name__, type(fact).__name__, type(after).__name__))
                if (shown := repr(after)) not in seen:
                    seen.add(shown)
                    reached.append(after)
        frontier = reached
    return found


def test_no_fact_is_left_out_of_the_walk() -> None:
    walked_with = {type(fact) for fact in every_fact(1)} | {PositionPlanned, PositionAdopted}
    assert walked_with == set(typing.get_args(PositionFact))


def test_the_table_is_exactly_what_facts_can_do() -> None:
    table: set[Step] = {
        (row.before.__name__ if row.before is not None else None, fact.__name__, row.after.__name__)
        for row in TRANSITIONS
        for fact in row.facts
    }
    adopted = positions.evolve(None, PositionAdopted(CALL, at(0), PLANS[0]))
    taken_over: Step = (None, "PositionAdopted", type(adopted).__name__)
    assert {taken_over}.union(*map(walked, PLANS)) == table


def test_the_picture_in_the_document_is_drawn_from_the_table() -> None:
    (drawn,) = re.findall(r"```mermaid\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert drawn == mermaid()
