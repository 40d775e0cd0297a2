"""The arithmetic behind a verdict as it is written down: one check a line, and the first that fails ends it.

Separate from `core.drafting` because every part of a draft writes on the same sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import NoReturn

from core.plans import Check

_SIX_DIGITS = Context(prec=6)


def in_figures(amount: Decimal) -> str:
    """An amount that a sum came to, to six significant digits: "1,444.18", "0.00000412"; never a power of ten."""
    return f"{_SIX_DIGITS.create_decimal(amount).normalize():,f}"


class No(Exception):
    """Ends a draft; never leaves `core.drafting`."""


@dataclass(slots=True)
class Sheet:
    """Checks in the order they were made."""

    checks: list[Check] = field(default_factory=list)

    def ask(self, name: str, passed: bool, detail: str) -> None:
        """Write a check down; the draft ends here unless it passed."""
        self.checks.append(Check(name, passed, detail))
        if not passed:
            raise No

    def refuse(self, name: str, detail: str) -> NoReturn:
        self.checks.append(Check(name, False, detail))
        raise No

    def note(self, name: str, detail: str) -> None:
        """Write down what was computed."""
        self.checks.append(Check(name, True, detail))

    def warn(self, name: str, detail: str) -> None:
        """Write down what is no reason against the call, and no surprise to whoever agrees to it."""
        self.checks.append(Check(name, True, detail, warns=True))
