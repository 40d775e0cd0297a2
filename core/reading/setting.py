"""What is known before a post is read: how its channel writes, and what its venue trades.

Separate, so that the stages hand one value on and not a row of options.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.reading.dialects import STANDARD, Dialect


@dataclass(frozen=True, slots=True)
class Setting:
    """``listed``: names in capitals that the venue trades; empty: not known."""

    dialect: Dialect = STANDARD
    listed: frozenset[str] = frozenset()


PLAIN = Setting()
"""Everybody's language, and no venue."""
