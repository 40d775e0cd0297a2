"""The life of a position as one table: which fact leads from which state to which, in a trader's words.

`evolving` is the code; this is the map of it. A test walks every state with every fact and holds
the two against each other, and the picture in docs/life-of-a-position.md is drawn from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.events import (
    CancelAsked,
    CloseAsked,
    EntryFilled,
    EntryWithdrawAsked,
    ExitFilled,
    FoundFlat,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    PositionAdopted,
    PositionPlanned,
    QuantityDrifted,
    Quarantined,
)
from core.position.states import Awaiting, Closing, Live, Opening, Over, Parked


@dataclass(frozen=True, slots=True)
class Transition:
    """``before`` None: it begins here. ``words``: why, as a trader would say it."""

    before: type | None
    after: type
    facts: tuple[type, ...]
    words: str


FILLS = (EntryFilled, QuantityDrifted)
WITHOUT_A_FILL = (OrderRefused, OrderEnded, CloseAsked, CancelAsked, EntryWithdrawAsked, FoundFlat)

TRANSITIONS: tuple[Transition, ...] = (
    Transition(None, Opening, (PositionPlanned,), "admitted, entry orders sent"),
    Transition(None, Awaiting, (PositionPlanned,), "admitted, the entry trails its price"),
    Transition(None, Live, (PositionAdopted,), "held by the owner already, taken over"),
    Transition(Opening, Awaiting, (OrderAccepted,), "the venue took an entry order"),
    Transition(Opening, Live, FILLS, "first fill, faster than the answer"),
    Transition(Awaiting, Live, FILLS, "first fill, the stop is to be proven"),
    Transition(Opening, Closing, FILLS, "filled though it was taken back"),
    Transition(Awaiting, Closing, FILLS, "filled though it was taken back"),
    Transition(Opening, Over, WITHOUT_A_FILL, "refused, cancelled or taken back"),
    Transition(Awaiting, Over, WITHOUT_A_FILL, "expired, cancelled or taken back"),
    Transition(Live, Closing, (CloseAsked,), "somebody wants out, the clock says so, or no stop can be proven"),
    Transition(Live, Closing, (ExitFilled, QuantityDrifted), "flat, but an entry rests or misses fills"),
    Transition(Live, Over, (ExitFilled, QuantityDrifted, FoundFlat), "stop or last target filled, or closed by hand"),
    Transition(
        Closing,
        Over,
        (ExitFilled, OrderEnded, OrderRefused, QuantityDrifted, FoundFlat),
        "flat, and nothing rests or misses fills",
    ),
    Transition(Over, Live, (EntryFilled,), "a fill after the cancel, looked after again"),
    Transition(Over, Closing, (EntryFilled,), "a fill after the cancel, and another trade has its symbol"),
    *(
        Transition(state, Parked, (Quarantined,), "our own failure, the stop stays, a human looks")
        for state in (Opening, Awaiting, Live, Closing, Over)
    ),
    *(
        Transition(Parked, state, (CloseAsked,), "the owner wants out")
        for state in (Opening, Awaiting, Live, Closing, Over)
    ),
)


def mermaid() -> str:
    """The table as a Mermaid state diagram; the ways in and out of quarantine are drawn once."""
    lines = ["stateDiagram-v2"]
    for transition in TRANSITIONS:
        if Parked in (transition.before, transition.after) and Live not in (transition.before, transition.after):
            continue
        before = transition.before.__name__ if transition.before is not None else "[*]"
        facts = ", ".join(fact.__name__ for fact in transition.facts)
        lines.append(f"    {before} --> {transition.after.__name__}: {transition.words}<br/>({facts})")
    lines.append("    Over --> [*]")
    return "\n".join(lines) + "\n"
