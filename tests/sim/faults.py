"""What can go wrong between the desk and its venue, each by name, ordered or drawn from seeded dice.

Strict: a fault that cannot befall a call is refused, and one that was ordered and never
struck is an error at the end, because a test that meets no fault proves nothing.
"""

from __future__ import annotations

import random
from collections import Counter
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
    LAGGING = "an answer from a moment ago"
    SERVER_ERROR = "an error that says nothing: it was done, or it was not"
    NO_CONNECTION = "the connection failed at once"
    EMPTY_ROW = "a row of the empty side comes first"
    CAP_PRICE = "the price of a market order is its cap"
    TRUNCATED = "only the newest fills are told"
    DUPLICATED = "told twice"
    DELAYED = "told later than what happened after it"
    DROPPED = "never told"
    STOP_DROPPED = "the stop is gone, and the stream says so"
    STOP_DROPPED_SILENTLY = "the stop is gone, and nobody says so"
    BROKEN = "the reader dies of it"


LOST = {
    Fault.ANSWER_LOST,
    Fault.REQUEST_LOST,
    Fault.REQUEST_LATE,
    Fault.REFUSED,
    Fault.SERVER_ERROR,
    Fault.NO_CONNECTION,
}
ORDERS = LOST | {Fault.ACK_THEN_REJECT, Fault.ACK_THEN_CANCEL}
POSSIBLE: Mapping[Call, set[Fault]] = {
    Call.ENTER: ORDERS,
    Call.EXIT: ORDERS,
    Call.SET_STOP: LOST,
    Call.CANCEL: LOST | {Fault.ACK_BUT_NOTHING},
    Call.LOOK_UP: {Fault.SILENT, Fault.LAGGING, Fault.CAP_PRICE},
    Call.OBSERVE: {Fault.SILENT, Fault.STALE, Fault.LAGGING, Fault.EMPTY_ROW},
    Call.EXECUTIONS: {Fault.SILENT, Fault.TRUNCATED},
    Call.REPORT: {Fault.DUPLICATED, Fault.DELAYED, Fault.DROPPED, Fault.BROKEN},
    Call.ENTRY_FILL: {Fault.STOP_DROPPED, Fault.STOP_DROPPED_SILENTLY},
}
ALWAYS = 1_000_000


@dataclass(slots=True)
class _Ordered:
    fault: Fault
    left: int
    code: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class _Rate:
    """One fault that strikes by chance, with dice of its own: taking another away changes nothing for it."""

    fault: Fault
    probability: float
    code: str
    id: str
    dice: random.Random


class Faults:
    """The list of what is to go wrong. ``seed`` feeds the dice; without rates they are never thrown."""

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self.dice = random.Random(seed)
        self._ordered: dict[Call, list[_Ordered]] = {call: [] for call in Call}
        self._rates: dict[Call, list[_Rate]] = {call: [] for call in Call}
        self.struck: list[tuple[Call, Fault]] = []
        self.hits: Counter[str] = Counter()
        """How often each fault of the catalogue struck, by its id."""

    def next(self, call: Call, fault: Fault, times: int = 1, code: str = "") -> None:
        """Let the next ``times`` calls of this kind meet ``fault``. ``code`` is the venue's, for a refusal."""
        self._possible(call, fault)
        self._ordered[call].append(_Ordered(fault, times, code))

    def always(self, call: Call, fault: Fault, code: str = "") -> None:
        """From now on, until `heal`."""
        self.next(call, fault, ALWAYS, code)

    def rate(self, call: Call, fault: Fault, probability: float, code: str = "110079", id_: str = "") -> None:
        """Let the dice decide, from now on, until `heal` or `calm`."""
        self._possible(call, fault)
        dice = random.Random(f"{self._seed} {call} {fault} {id_}")
        self._rates[call].append(_Rate(fault, probability, code, id_, dice))

    def calm(self, id_: str) -> None:
        """The fault of this id strikes no more."""
        for call, rates in self._rates.items():
            self._rates[call] = [rate for rate in rates if rate.id != id_]

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
        for rate in self._rates[call]:
            if rate.dice.random() < rate.probability:
                self.struck.append((call, rate.fault))
                if rate.id:
                    self.hits[rate.id] += 1
                return rate.fault, rate.code
        return None

    def _possible(self, call: Call, fault: Fault) -> None:
        if fault not in POSSIBLE[call]:
            raise ValueError(f"{call} cannot meet: {fault}")
