"""What stands behind a number and says of what it is: a per cent, pips, an R, money, so many trades.

Separate, because two rooms ask: what a word may be by itself, and what a number is where it stands.
"""

from __future__ import annotations

from core.reading.roles import Role
from core.reading.words.lexicon import listed

UNITS = {
    Role.PIPS: Role.DISTANCE,
    Role.CLOCK: Role.TIME,
    Role.THOUSAND: Role.PRICE,
    Role.LEVERAGE: Role.TIMES,
    Role.MYRIAD: Role.PRICE,
    Role.HUNDREDTH: Role.PERCENT,
}
"""What a number becomes before a word of such a meaning."""
TIMES = ("x", "х", "배")
REWARDS = ("r", "rr", "rrr", "р", "рр")
MONEY = ("$", "€", "usd", "usdt", "sat", "sats", "satoshi", "satoshis", "rub", "руб", "₽", "eur", "gbp")
COUNTED_NOUNS = frozenset(listed("COUNTED"))
WORDS = COUNTED_NOUNS.union(TIMES, REWARDS, MONEY)
MARKS = frozenset("%-/_")
"""A dash and a slash may end a range, begin a fraction or a date, or join a number to a name."""

HALVES_OF_A_DAY = ("am", "pm")
"""Behind an hour: "5pm", "9 am"."""
MINUTES = "min"
"""Behind a count of them: "in 10 min"; it may also be the least of something."""
