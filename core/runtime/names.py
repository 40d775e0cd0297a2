"""What channels may call the contracts of the venue, as its list is now: coins are listed while we run.

Separate because a catalogue is a view that its venue refreshes, while a reader wants a set of names that
is made once, not at every post.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.instrument import Instrument
from core.reading import names_of
from core.vocabulary import Symbol


class Names:
    """Of one catalogue at a time."""

    def __init__(self) -> None:
        self._symbols: frozenset[Symbol] = frozenset()
        self._names: frozenset[str] = frozenset()

    def of(self, instruments: Mapping[Symbol, Instrument]) -> frozenset[str]:
        """The names of what is listed at this moment."""
        if self._symbols != instruments.keys():
            self._symbols = frozenset(instruments)
            self._names = names_of(self._symbols)
        return self._names
