"""The members of an enumeration where they are asked for hundreds of times a post.

Separate, because it is about the language and not about trading. Python 3.11 takes 70 ns to find
``Role.BUY``, since the class of every enumeration watches for names it does not know; under a plain
name space the same member takes 10.
"""

from __future__ import annotations

from enum import Enum
from types import SimpleNamespace
from typing import TypeVar, cast

E = TypeVar("E", bound=Enum)


def at_hand(kind: type[E]) -> type[E]:
    """The members of ``kind`` under their names, and nothing else of it."""
    return cast("type[E]", SimpleNamespace(**kind.__members__))
