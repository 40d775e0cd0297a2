"""What an endpoint is given: the account, the contracts, the faults, and the key that asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from tests.standins.bybit_v5.books import Books
from tests.standins.bybit_v5.contracts import Listed
from tests.standins.bybit_v5.faults import Faults
from tests.standins.bybit_v5.keys import Key, Right
from tests.standins.bybit_v5.wire import Asked, Reply


@dataclass(frozen=True, slots=True)
class Context:
    """``move``: sets the price of a symbol at once, for the faults that let the price gap.

    ``another``: may this key ask once more in this second? Every order of a batch counts.
    """

    books: Books
    listed: Listed
    faults: Faults
    key: Key | None
    move: Callable[[str, Decimal], None]
    path: str
    another: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``right`` None: public. ``per_second``: how often a key may ask, as the rate limit page has it."""

    answer: Callable[[Context, Asked], Reply]
    right: Right | None = None
    per_second: int = 50
    writes: bool = False
