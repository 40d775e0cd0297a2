"""What Bybit's numbers mean for an order, and what its owner can do about them.

One table: whether the venue did what was asked, did nothing, or may have done it. A number that
is not in it proves nothing (fault B08). Source: Bybit V5 documentation, page "Error Codes"
(v5/error); the ids in the comments are of the catalogue of faults this venue is tested with.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Meaning(Enum):
    DONE = auto()
    SAME = auto()
    """It is so already: nothing had to be changed."""
    REFUSED = auto()
    """Nothing was done."""
    RULES = auto()
    """Nothing was done, perhaps because the trading rules have changed: refresh them, cut to them, once."""
    LATER = auto()
    """Nothing was done: too often, or busy. Ask again after a moment."""
    CLOCK = auto()
    """Nothing was done: the request looked too old or too new. Measure the clock, ask again."""
    KEY = auto()
    """Nothing was done, and nothing will be with this key: the owner has to mend it."""
    GONE = auto()
    """The order is closed or was never taken; which of the two has to be read."""
    TWICE = auto()
    """The name was used before: read that order and compare."""
    UNKNOWN = auto()
    """It may or may not have been done."""


@dataclass(frozen=True, slots=True)
class Code:
    meaning: Meaning
    advice: str = ""
    """What the owner can do, as the end of a sentence."""


_KEY_ADVICE = "make a new key at Bybit for this environment (live, testnet and demo have separate keys)"
_MARGIN = "put more money into the account, or lower risk_pct"
_LEVERAGE = "lower limits.leverage_max, or trade smaller: the tier allows less leverage for this size"
_DELISTING = "this contract only takes orders that reduce; trade another one"

CODES: dict[int, Code] = {
    0: Code(Meaning.DONE),
    # B03: the venue's own trouble
    10000: Code(Meaning.UNKNOWN),
    10016: Code(Meaning.UNKNOWN),
    # B45: busy; nothing was done
    110079: Code(Meaning.LATER),
    40004: Code(Meaning.LATER),
    # B04: the clock
    10002: Code(Meaning.CLOCK, "set this machine's clock"),
    -1: Code(Meaning.CLOCK, "set this machine's clock"),
    # B05, B40, B41: the key and the account
    10003: Code(Meaning.KEY, _KEY_ADVICE),
    10004: Code(Meaning.KEY, "the secret does not belong to the key: copy both again"),
    10005: Code(Meaning.KEY, "allow the key Contract: Orders and Positions, and nothing else"),
    10007: Code(Meaning.KEY, _KEY_ADVICE),
    10009: Code(Meaning.KEY, "this address is not served by Bybit; trade from where it is allowed"),
    10010: Code(Meaning.KEY, "add this machine's address to the key's addresses at Bybit"),
    10024: Code(Meaning.KEY, "Bybit asks for more about the account's owner; log in there"),
    10028: Code(Meaning.KEY, "upgrade the account to a unified trading account at Bybit"),
    33004: Code(Meaning.KEY, "the key has expired: make a new one, bound to this machine's address"),
    100028: Code(Meaning.KEY, "upgrade the account to a unified trading account at Bybit"),
    3100197: Code(Meaning.KEY, "upgrade the account to a unified trading account at Bybit"),
    110123: Code(Meaning.REFUSED, "accept Bybit's new agreement in its app"),
    110124: Code(Meaning.REFUSED, "Bybit has set this account a cooling-off time"),
    110125: Code(Meaning.REFUSED, "accept Bybit's new agreement in its app"),
    110132: Code(Meaning.REFUSED, "Bybit does not offer this contract where you are"),
    # B06: how often
    10006: Code(Meaning.LATER),
    10018: Code(Meaning.LATER),
    # B09
    110072: Code(Meaning.TWICE),
    # B10, B19, B24, B29: a value that cannot be; the text says which
    10001: Code(Meaning.RULES),
    110092: Code(Meaning.REFUSED, "the price is past the trigger already"),
    110093: Code(Meaning.REFUSED, "the price is past the trigger already"),
    110003: Code(Meaning.RULES, "the price is too far from the market for Bybit"),
    110094: Code(Meaning.RULES, "the order is worth less than Bybit's minimum: raise risk_pct or notional"),
    30208: Code(Meaning.REFUSED, "the price is too far from the market for Bybit"),
    30209: Code(Meaning.REFUSED, "the price is too far from the market for Bybit"),
    110120: Code(Meaning.REFUSED, "the price is too far from the market for Bybit"),
    110121: Code(Meaning.REFUSED, "the price is too far from the market for Bybit"),
    # B11
    110001: Code(Meaning.GONE),
    110008: Code(Meaning.GONE),
    110010: Code(Meaning.GONE),
    # B20
    110025: Code(Meaning.SAME),
    110026: Code(Meaning.SAME),
    110027: Code(Meaning.SAME),
    110043: Code(Meaning.SAME),
    34036: Code(Meaning.SAME),
    34040: Code(Meaning.SAME),
    # B21, B22
    110004: Code(Meaning.REFUSED, _MARGIN),
    110007: Code(Meaning.REFUSED, _MARGIN),
    110012: Code(Meaning.REFUSED, _MARGIN),
    110044: Code(Meaning.REFUSED, _MARGIN),
    110045: Code(Meaning.REFUSED, _MARGIN),
    110052: Code(Meaning.REFUSED, _MARGIN),
    110017: Code(Meaning.REFUSED),
    # B26, B27
    110009: Code(Meaning.REFUSED, "too many conditional orders wait on this contract"),
    110020: Code(Meaning.REFUSED, "too many orders are open at Bybit: cancel some"),
    110054: Code(Meaning.REFUSED),
    110055: Code(Meaning.REFUSED),
    110056: Code(Meaning.REFUSED),
    110060: Code(Meaning.REFUSED),
    110061: Code(Meaning.REFUSED, "the position has 20 stops and targets already"),
    # B31
    110013: Code(Meaning.REFUSED, _LEVERAGE),
    110086: Code(Meaning.REFUSED, _LEVERAGE),
    110090: Code(Meaning.REFUSED, _LEVERAGE),
    3400139: Code(Meaning.REFUSED, _LEVERAGE),
    # B32, B42
    110023: Code(Meaning.REFUSED, _DELISTING),
    110042: Code(Meaning.REFUSED, _DELISTING),
    30228: Code(Meaning.REFUSED, _DELISTING),
    110066: Code(Meaning.REFUSED, "the contract is not trading at the moment"),
    **dict.fromkeys(range(110095, 110104), Code(Meaning.REFUSED, "the contract is in its opening auction; wait")),
    110064: Code(Meaning.REFUSED),
    # B19: the account is in the other position mode
    110028: Code(Meaning.REFUSED, "close positions and orders first, then change the mode"),
}
STRANGE = Code(Meaning.UNKNOWN)


def meaning_of(code: int) -> Code:
    """What a number means; one that is not in the table proves nothing."""
    return CODES.get(code, STRANGE)


def sentence(code: int, text: str) -> str:
    """The venue's own words and what to do about them, on one line."""
    advice = meaning_of(code).advice
    said = " ".join(text.split())[:160] or "no reason given"
    return f"{said}: {advice}" if advice else said
