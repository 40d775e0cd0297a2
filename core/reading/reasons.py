"""Point at the words behind a field, once for all posts that have them in the same place.

Separate, because a channel writes to a pattern: the same labels in the same places, post after post. A
reason is a frozen value that anybody may hold, and to find one takes a fifth of the time to make one.
"""

from __future__ import annotations

from functools import lru_cache

from core.signals import Reason


@lru_cache(maxsize=4096)
def reason(text: str, start: int = 0, end: int = 0, field: str = "") -> Reason:
    """The reason of these words; ``start`` and ``end`` slice the original text."""
    return Reason(text, start, end, field)
