"""What can go wrong between the desk and its venue, each by name, ordered or drawn from seeded dice.

Strict: a fault that cannot befall a call is refused, and one that was ordered and never
struck is an error at the end, because a test that meets no fault proves nothing.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Call(StrEnum):
    """Where a fault can strike."""

    ENTER = "enter"
    EXIT = "exit"
    SET_STOP = "set_stop"
    CANCEL = "cancel"
    LOOK_UP = "look_up"
    OBSERVE = "observe"
    EXECUTIONS = "executions"
    REPORT = "report"
    """One line of the private stream."""
    ENTRY_FILL = "entry_fill"
    """The moment after an entry of ours has filled."""


class Fault(StrEnum):
    ANSWER_LOST = "the request was executed, its answer was lost"
    REQUEST_LOST = "the request never arrived, nobody said so"
    REQUEST_LATE = "the request arrived after we had stopped waiting"
    REFUSED = "the venue said no"
    ACK_THEN_REJECT = "accepted, then rejected a moment later"
    ACK_THEN_CANCEL = "accepted, then cancelled a moment later without a fill"
    ACK_BUT_NOTHING = "accepted, and not done"
    SILENT = "no answer"
    STALE = "an answer from some seconds ago"
    DUPLICATED = "told twice"
    DELAYED = "told later than what happened after it"
    DROPPED = "never told"
    STOP_DROPPED = "the stop is gone, and the stream says so"
    STOP_DROPPED_SILENTLY = "the stop is gone, and nobody says so"


LOST = {Fault.ANSWER_LOST, Fault.REQUEST_LOST, Fault.REQUEST_LATE, Fault.REFUSED}
ORDERS = LOST | {Fault.ACK_THEN_REJECT, Fault.ACK_THEN_CANCEL}
POSSIBLE: Mapping[Call, set[Fault]] = {
    Call.ENTER: ORDERS,
    Call.EXIT: ORDERS,
    Call.SET_STOP: LOST,
    Call.CANCEL: LOST | {Fault.ACK_BUT_NOTHING},
    Call.LOOK_UP: {Fault.SILENT},
    Call.OBSERVE: {Fault.SILENT, Fault.STALE},
    Call.EXECUTIONS: {Fault.SILENT},
    Call.REPORT: {Fault.DUPLICATED, Fault.DELAYED, Fault.DROPPED},
    Call.ENTRY_FILL: {Fault.STOP_DROPPED, Fault.STOP_DROPPED_SILENTLY},
}
ALWAYS = 1_000_000


@dataclass(slots=True)
class _Ordered:
    fault: Fault
    left: int
    code: str
    struck: bool = False


class Faults:
    """The list of what is to go wrong. ``seed`` feeds the dice; without rates they are never thrown."""

    def __init__(self, seed: int = 0) -> None:
        self.dice = random.Random(seed)
        self._ordered: dict[Call, list[_Ordered]] = {call: [] for call in Call}
        self._rates: dict[Call, list[tuple[Fault, float]]] = {call: [] for call in Call}
        self.struck: list[tuple[Call, Fault]] = []

    def next(self, call: Call, fault: Fault, times: int = 1, code: str = "") -> None:
        """Let the next ``times`` calls of this kind meet ``fault``. ``code`` is the venue's, for a refusal."""
        self._possible(call, fault)
        self._ordered[call].append(_Ordered(fault, times, code))

    def always(self, call: Call, fault: Fault, code: str = "") -> None:
        """From now on, until `heal`."""
        self.next(call, fault, ALWAYS, code)

    def rate(self, call: Call, fault: Fault, probability: float) -> None:
        """Let the dice decide, from now on, until `heal`."""
        self._possible(call, fault)
        self._rates[call].append((fault, probability))

    def heal(self, call: Call | None = None) -> None:
        """Nothing goes wrong any more (with this kind of call). Raises if something ordered never struck."""
        for one in Call if call is None else (call,):
            idle = [order.fault for order in self._ordered[one] if not order.struck]
            assert not idle, f"ordered for {one} and never struck: {idle}"
            self._ordered[one].clear()
            self._rates[one].clear()

    def strike(self, call: Call) -> tuple[Fault, str] | None:
        """What befalls this call: a fault and the venue's code, or nothing."""
        for order in self._ordered[call]:
            if order.left > 0:
                order.left, order.struck = order.left - 1, True
                self.struck.append((call, order.fault))
                return order.fault, order.code or "10001"
        for fault, probability in self._rates[call]:
            if self.dice.random() < probability:
                self.struck.append((call, fault))
                return fault, "110079"
        return None

    def _possible(self, call: Call, fault: Fault) -> None:
        if fault not in POSSIBLE[call]:
            raise ValueError(f"{call} cannot meet: {fault}")
