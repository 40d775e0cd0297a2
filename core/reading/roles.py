"""What a word or a number can mean in a trader's message.

Separate, so that the vocabularies (one a language) and the grammar (one for all)
share nothing but these names: a trader who speaks another language adds words, not code.
"""

from __future__ import annotations

from enum import StrEnum

from core.enums import at_hand


class Role(StrEnum):
    """The part a piece of text plays. The first groups are words, the last numbers."""

    # Levels and how to enter
    BUY = "buy"
    SELL = "sell"
    ENTRY = "entry"
    STOP = "stop"
    TARGET = "target"
    ADD = "add to a position"
    ADDED = "was added to a position"
    LEVERAGE = "leverage"
    CROSS = "cross margin"
    ISOLATED = "isolated margin"
    SPOT = "spot"
    MARKET = "at market"
    LIMIT = "limit order"
    BREAKOUT = "stop order"
    ZONE = "zone"
    RUNNER = "open target"
    LATER = "to be decided"
    SYMBOL = "symbol label"
    TICKER = "ticker"
    HEADING = "heading of a call"
    SIZE = "size or risk"
    RATIO = "reward to risk"
    TICKET = "ticket number"
    # Small words beside numbers
    PIPS = "pips"
    CLOCK = "time"
    THOUSAND = "thousand"
    MYRIAD = "ten thousand"
    HUNDREDTH = "per cent"
    TO = "up to"
    BETWEEN = "between"
    ABOVE = "above"
    BELOW = "below"
    AND = "and"
    FILLER = "filler"
    # Follow-ups
    MOVE = "move"
    EDIT = "edit"
    CLOSE = "close"
    CLOSED = "closed"
    CANCEL = "cancel"
    REMOVE = "remove"
    PART = "part"
    HALF = "half"
    ALL = "all"
    EVEN = "break-even"
    HIT = "hit"
    STOPPED = "stopped out"
    FILLED = "filled"
    HOLD = "hold"
    # Modality: who says it, when, and whether at all
    NOT = "not"
    IF = "if"
    WILL = "will"
    MAY = "may"
    YOU_CAN = "optional"
    QUESTION = "question"
    BUT = "contrast"
    EXCEPT = "exception"
    # Talk that must never trade
    RECAP = "recap"
    MEMORY = "memory"
    PAST = "day gone by"
    OTHERS = "somebody else"
    ANALYSIS = "analysis"
    LESSON = "lesson"
    AD = "advertisement"
    WAIT = "waiting"
    VENUE = "venue"
    # Numbers and what else is no word
    PRICE = "price"
    PERCENT = "percent"
    DISTANCE = "distance in pips"
    TIMES = "leverage figure"
    REWARD = "reward figure"
    TIME = "time figure"
    INDEX = "index"
    SHARE = "fraction"
    IDENT = "identifier"
    BROKEN = "malformed number"
    TICK = "tick"
    UP = "up arrow"
    DOWN = "down arrow"
    MARK = "mark"
    LINE = "new line"
    WORD = "unknown word"
    LINK = "link"


ROLE = at_hand(Role)
"""The roles where a piece is asked for its own: the same members, found faster."""
