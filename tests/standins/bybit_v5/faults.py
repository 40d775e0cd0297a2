"""What goes wrong at a venue, asked for by name, aimed or by dice, and counted when it was met.

Kept apart so that a test reads as the incident it replays. The ids are those of the fault
catalogue (B01-B45). Most are a switch: `aim` it at an endpoint or a topic, or let a seed `draw`
it. The others are the venue's ordinary rules; they need no switch and are counted all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

SWITCHES: dict[str, tuple[str, ...]] = {
    # the request does not arrive, or not now
    "B02": ("hold",),
    "B37": ("503", "abort"),
    # it is refused whatever it says
    "B04": ("ahead", "behind"),
    "B05": ("10003", "10004", "10005", "10007", "10010", "33004"),
    "B06": ("10006", "403", "429"),
    "B07": ("past",),
    "B45": ("110079",),
    # it is done, or not, and the answer does not tell
    "B03": ("10016-done", "10016-lost", "10000-done", "10000-lost"),
    "B01": ("abort", "502", "504", "html"),
    "B08": ("string", "no-message", "unknown", "no-code"),
    "B43": ("extra", "missing"),
    # an order is taken, and then
    "B12": ("EC_NoEnoughQtyToFill", "EC_ReachRiskPriceLimit", "EC_PostOnlyWillTakeLiquidity"),
    "B13": ("part", "none"),
    "B23": ("drop",),
    "B24": ("gap",),
    "B25": ("cross",),
    # what is read is not what is
    "B15": ("stale",),
    "B17": ("stale", "not-yet"),
    "B18": ("empty-first",),
    "B38": ("purge",),
    "B44": ("some",),
    # the stream
    "B16": ("duplicate", "reorder", "cancel-race", "answer-last"),
    "B35": ("drop", "stall", "lose", "partial"),
    "B36": ("garbage", "refuse", "auth"),
}
"""The faults that are switched, each with its ways; the first way is the default."""

NATURAL: dict[str, str] = {
    "B09": "110072: a client order id used before",
    "B10": "a client order id too long or of other letters",
    "B11": "cancel or amend of an order that is gone",
    "B14": "the REST price of a market order is its cap",
    "B19": "a position index that does not fit the position mode",
    "B20": "not modified: stop, leverage, mode",
    "B21": "not enough balance",
    "B22": "reduce-only against nothing",
    "B26": "more conditional orders or partial stops than allowed",
    "B27": "the two ways of protecting a position mixed",
    "B28": "one of a pair of partial stops moved alone",
    "B29": "off the grid, too small, too large, outside the price limit",
    "B30": "a conditional order met its trigger without margin",
    "B31": "leverage or size over the tier",
    "B32": "delisting: positions may only be reduced",
    "B33": "liquidation or auto-deleveraging",
    "B34": "funding, settlements and corporate actions among the executions",
    "B39": "the dead man's switch is for institutions",
    "B40": "a key of another environment",
    "B41": "a classic account",
    "B42": "pre-market, call auction, region",
}
"""The faults that are rules: asked for by doing what the rule forbids."""

DRAWABLE = ("B01", "B02", "B03", "B06", "B08", "B12", "B15", "B16", "B17", "B35", "B37", "B43", "B45")
"""What a seed may draw by default: faults a client must survive at any moment."""


@dataclass(slots=True)
class Aim:
    """``at``: an endpoint or a topic; empty: wherever the fault can be."""

    at: str
    how: str
    times: int
    size: float


class Faults:
    """``hits`` counts how often each fault was really met by a client."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self._aims: dict[str, list[Aim]] = {}
        self._chances: Mapping[str, float] = {}
        self._dice = Random(0)

    def aim(self, fault: str, at: str = "", *, how: str = "", times: int = 1, size: float = 0.0) -> None:
        """Let ``fault`` happen to the next ``times`` requests of an endpoint (or messages of a topic).

        ``how``: one of its ways in `SWITCHES`, the first by default. ``size``: seconds of B02, B04
        and B16 (answer-last), the price of B24 and B25. Raises ``ValueError`` for what cannot be asked for.
        """
        ways = SWITCHES.get(fault)
        if ways is None:
            raise ValueError(f"{fault} is not a switch: {NATURAL.get(fault, 'there is no such fault')}")
        if how and how not in ways:
            raise ValueError(f"{fault} happens as one of {', '.join(ways)}; not as {how}")
        self._aims.setdefault(fault, []).append(Aim(at, how or ways[0], times, size))

    def draw(self, seed: int, chances: Mapping[str, float] | None = None, *, chance: float = 0.01) -> None:
        """From now on let faults happen by dice: ``chances`` each, or those of `DRAWABLE`."""
        self._dice = Random(seed)
        self._chances = dict(chances) if chances is not None else dict.fromkeys(DRAWABLE, chance)
        unknown = self._chances.keys() - SWITCHES.keys()
        if unknown:
            raise ValueError(f"not to be drawn: {', '.join(sorted(unknown))}")

    def calm(self) -> None:
        """No more faults, neither aimed nor drawn; the count stays."""
        self._aims.clear()
        self._chances = {}

    def strike(self, fault: str, at: str, *ways: str) -> Aim | None:
        """Does ``fault`` happen here and now? It is counted if so, and an aim is used up.

        ``ways``: those that can happen here; none given: all of them.
        """
        ways = ways or SWITCHES[fault]
        for aim in self._aims.get(fault, []):
            if aim.at in ("", at) and aim.times > 0 and aim.how in ways:
                aim.times -= 1
                self.hits[fault] += 1
                return aim
        chance = self._chances.get(fault, 0.0)
        if chance and self._dice.random() < chance:
            self.hits[fault] += 1
            return Aim(at, self._dice.choice(ways), 1, 0.0)
        return None

    def see(self, rows: list[dict[str, Any]]) -> None:
        """Count what is a fault among the rows of a stream."""
        for row in rows:
            for (name, value), fault in SIGNS.items():
                if row.get(name) == value:
                    self.hits[fault] += 1

    def pick(self, several: Sequence[T], most: int) -> list[T]:
        """So many of them, by dice."""
        return self._dice.sample(list(several), min(most, len(several)))

    def met(self, fault: str) -> None:
        """Count a fault that came of the venue's rules."""
        self.hits[fault] += 1


RULES = {
    10002: "B04",
    10024: "B42",
    10028: "B41",
    30228: "B32",
    34040: "B20",
    110001: "B11",
    110003: "B29",
    110007: "B21",
    110009: "B26",
    110012: "B21",
    110013: "B31",
    110017: "B22",
    110020: "B26",
    110023: "B32",
    110025: "B20",
    110026: "B20",
    110043: "B20",
    110054: "B27",
    110055: "B27",
    110059: "B27",
    110061: "B26",
    110072: "B09",
    110074: "B32",
    110090: "B31",
    110092: "B24",
    110093: "B24",
    110094: "B29",
    110095: "B42",
    110099: "B42",
    10003: "B05",
    10004: "B05",
    10005: "B05",
    10006: "B06",
    10010: "B05",
    33004: "B05",
}
"""Which fault a refusal is."""

SIGNS = {
    ("execType", "BustTrade"): "B33",
    ("execType", "AdlTrade"): "B33",
    ("execType", "Funding"): "B34",
    ("execType", "Settle"): "B34",
    ("execType", "CorporateAction"): "B34",
    ("execType", "Mystery"): "B34",
    ("cancelType", "CancelByCannotAffordOrderCost"): "B30",
    ("cancelType", "CancelBySmp"): "B44",
}
"""Which fault a row of a stream is."""
