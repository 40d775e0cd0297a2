"""What the clauses of a post ask for and report, as it is gathered.

Separate from `followups`, which gathers it: what is doubted, placed and weighed later looks at this alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.reading.handling.clauses import Clause
from core.reading.handling.leeway import BARE
from core.reading.pieces.piece import Lexeme
from core.signals import ACT, Instruction, Reason
from core.vocabulary import Price


@dataclass(slots=True)
class Said:
    """All that the clauses ask for and report."""

    instructions: list[Instruction] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    doubts: list[Reason] = field(default_factory=list)
    hedged: list[Lexeme] = field(default_factory=list)
    planned: list[Instruction] = field(default_factory=list)
    """What somebody says he will do."""
    removes_stop: bool = False
    bare_stops: list[Price | None] = field(default_factory=list)
    entry: Price | None = None
    ordered: list[Clause] = field(default_factory=list)
    """The clauses that order or report."""
    every: bool = False
    """All trades are spoken of, or may be: "close all"."""

    def leave_bare_stops_out(self) -> None:
        """The stop of a call that is told again is no order, and nothing to doubt."""
        bare = [i for i in self.instructions if i.act is ACT.MOVE_STOP and i.price in self.bare_stops]
        self.instructions = [i for i in self.instructions if i not in bare]
        self.doubts = [d for d in self.doubts if d.text != BARE]
