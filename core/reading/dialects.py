"""How one channel speaks: its own words, its instrument, and what it means where others would be asked.

Separate, because a dialect is the owner's to write and a language is everybody's. It holds literal
words only, never a pattern, and says what they mean in the reader's own terms: whatever it holds,
a post can still become nothing but a call, a follow-up or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.reading.roles import Role

WORDS_MAX = 64
WORD_LENGTH_MAX = 40
WAIT_S_MAX = 3600


class FollowUps(StrEnum):
    """Which call a follow-up of this channel means."""

    ONLY_BY_REPLY = "reply"
    """The one it answers; without a reply a human is asked."""
    THE_ONLY_OPEN = "only-open"
    """The one it answers or names, else the channel's only open one."""
    LAST_CALL = "last-call"
    """The one it answers or names, else the channel's newest."""


class BarePrice(StrEnum):
    """What a single price is beside which no word says how to enter."""

    LIMIT = "limit"
    MARKET = "market"


class PriceRange(StrEnum):
    """What "100-200" is as an entry."""

    ZONE = "zone"
    TWO_ENTRIES = "two-entries"
    """As Cornix reads it: one order at each end."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One channel's way of writing; as it stands by default it changes nothing.

    ``words``: (its phrase, what it means). ``symbols``: (its name, the instrument). ``symbol``: what a
    call is about that names no instrument. ``wait_s``: how long the levels of a bare "buy now" are
    waited for, 0 to 3600; 0: not at all.
    """

    words: tuple[tuple[str, Role], ...] = ()
    symbols: tuple[tuple[str, str], ...] = ()
    symbol: str | None = None
    bare_price: BarePrice = BarePrice.LIMIT
    price_range: PriceRange = PriceRange.ZONE
    follow_ups: FollowUps = FollowUps.THE_ONLY_OPEN
    wait_s: int = 0


STANDARD = Dialect()
"""The language everybody writes."""

_BY_LABEL = (Role.BUY, Role.SELL, Role.ENTRY, Role.STOP, Role.TARGET, Role.ADD, Role.LEVERAGE, Role.SIZE, Role.RATIO)
_BY_KIND = (Role.CROSS, Role.ISOLATED, Role.SPOT, Role.MARKET, Role.LIMIT, Role.BREAKOUT, Role.ZONE, Role.RUNNER)
_BY_VERB = (Role.MOVE, Role.EDIT, Role.CLOSE, Role.CLOSED, Role.CANCEL, Role.REMOVE, Role.PART, Role.HALF, Role.ALL)
_BY_STATE = (Role.EVEN, Role.HIT, Role.FILLED, Role.HOLD, Role.ADDED, Role.LATER)
_BY_DOUBT = (Role.NOT, Role.IF, Role.WILL, Role.MAY, Role.YOU_CAN, Role.QUESTION, Role.WAIT)
_BY_TALK = (Role.RECAP, Role.ANALYSIS, Role.LESSON, Role.AD, Role.VENUE, Role.FILLER, Role.SYMBOL, Role.TICKET)
MEANINGS = {role.name.lower(): role for role in (*_BY_LABEL, *_BY_KIND, *_BY_VERB, *_BY_STATE, *_BY_DOUBT, *_BY_TALK)}
"""What an owner may say that a word means, by the name written in the configuration."""
