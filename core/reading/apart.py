"""Read a doubtful follow-up once more, sentence by sentence: "TP1 done, take half. Gold: SL to entry. Delete the rest".

Separate from the judgement of a whole post, because there a word of one sentence throws its doubt on all the others,
and a limit that is withdrawn beside another trade's stop has the shape of a call. What comes of it is always asked
about: nothing is made plain by being cut, but whoever is asked sees every order that was given.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from core.reading.handling.leeway import BARE, REPORTS
from core.reading.judgement.verdicts import judge
from core.reading.setting import Setting
from core.reading.text.hygiene import Clean
from core.signals import Act, Amendment, Instruction, Nothing, Reading, Reason, Signal

_READ_MAX, _PARTS_MAX = 600, 6
"""A longer post is a report or a lesson, and every part costs as much as a post of its own."""
_ENDS = re.compile(r"(?<=[.!?;؛؟。！；])\s+|(?<=[。！；])|\n+|(?<=[\u2600-\u27bf\U0001f300-\U0001faff])\s+(?=\w)")
"""Where one thing is said and the next begins: a full stop with its space, a line, a picture before a word."""
_COMMAS = re.compile("[,،、，]")
_ORDERS = frozenset((Act.CLOSE, Act.CLOSE_PART, Act.MOVE_STOP, Act.BREAK_EVEN, Act.CANCEL, Act.EDIT_TARGETS))
_LEAVES = _ORDERS - {Act.MOVE_STOP, Act.EDIT_TARGETS}
"""What no call says: a post without targets that orders one of these may be no call, whatever its prices look like."""
_TOLD = _ORDERS | REPORTS
_KNOWN = _TOLD | {Act.OTHER}
_UNSIDED = ("no word says buy or sell", "only the levels say which side")
_STOPPING = (Act.MOVE_STOP, Act.BREAK_EVEN)


def read_apart(text: Clean, whole: Reading, setting: Setting) -> Reading:
    """``whole``, or every order that its sentences give by themselves where they give more than it says."""
    if isinstance(whole, Nothing) or len(text.text) > _READ_MAX or not _may_say_more(whole):
        return whole
    bounds = list(_sentences(text.text))
    if not 1 < len(bounds) <= _PARTS_MAX or _says_enough(whole, text.text, len(bounds)):
        return whole
    parts: list[Amendment] = []
    for start, end in bounds:
        said = judge(text.part(start, end), setting)
        if isinstance(said, Signal):
            return whole
        if isinstance(said, Amendment):
            if any(i.act not in _TOLD for i in said.instructions):
                return whole
            parts.append(said)
    return _together(parts, whole) if _say_more(parts, whole, alone=len(parts) == len(bounds)) else whole


def _may_say_more(whole: Signal | Amendment) -> bool:
    if isinstance(whole, Signal):
        return bool(whole.doubts) and not whole.targets
    return bool(whole.doubts) and all(i.act in _KNOWN for i in whole.instructions)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each of them begins and ends; what holds no letter is none."""
    begins = 0
    for bound in _ENDS.finditer(text):
        if any(map(str.isalnum, text[begins : bound.start()])):
            yield begins, bound.start()
            begins = bound.end()
    if any(map(str.isalnum, text[begins:])):
        yield begins, len(text)


def _says_enough(whole: Signal | Amendment, text: str, sentences: int) -> bool:
    """As many orders and reports as there are sentences and commas between them, each with a name."""
    if isinstance(whole, Signal) or any(i.act not in _TOLD for i in whole.instructions):
        return False
    return len(whole.instructions) >= sentences + len(_COMMAS.findall(text))


def _say_more(parts: Sequence[Amendment], whole: Signal | Amendment, *, alone: bool) -> bool:
    """Whether every act of the whole is given again, and another beside them.

    One it had no name for ("it cancels and opens") is gone only where the parts stand ``alone``, with nothing between.

    A call is none only where one sentence orders what no call says: "take 75 % here"; and plainly, where a word
    says that it buys or sells.
    """
    if isinstance(whole, Amendment):
        said = Counter(i.act for i in whole.instructions if i.act in _TOLD)
        found = Counter({i.act for part in parts for i in part.instructions})
        unnamed = len(whole.instructions) > said.total()
        more = any(i.act in found - said for part in parts for i in _ordered(part))
        return said <= found and (alone if unnamed else more)
    sided = not any(doubt.text in _UNSIDED for doubt in whole.doubts)
    return any(i.act in _LEAVES for part in parts if _is_plain(part) or not sided for i in _ordered(part))


def _ordered(part: Amendment) -> list[Instruction]:
    """Its orders; "BREAK EVEN", a headline above what happened, moves no stop."""
    moves = not any(doubt.text == BARE for doubt in part.doubts)
    return [i for i in part.instructions if i.act in _ORDERS and (moves or i.act not in _STOPPING)]


def _is_plain(part: Amendment) -> bool:
    return all(doubt.text == BARE for doubt in part.doubts)


def _together(parts: Sequence[Amendment], whole: Signal | Amendment) -> Amendment:
    """All of it in the order of the post, reports behind orders; several trades are never handled as one."""
    ordering = [part for part in parts if any(i.act in _ORDERS for i in part.instructions)]
    named = {part.symbol for part in parts if part.symbol is not None}
    symbols = {part.symbol for part in ordering}
    sides = {part.side for part in ordering if part.side is not None}
    mixed = (len(named) > 1 and len(symbols) > 1) or len(sides) > 1
    given = dict.fromkeys(i for part in parts for i in part.instructions)
    doubts = [doubt for part in parts for doubt in part.doubts]
    if isinstance(whole, Amendment):
        doubts += whole.doubts
    doubts.append(Reason("each of its sentences was read by itself"))
    stops = [part.stop for part in parts if part.stop is not None]
    symbols.discard(None)
    return Amendment(
        None if mixed else symbols.pop() if symbols else whole.symbol,
        None if mixed or not sides else sides.pop(),
        tuple(sorted(given, key=lambda i: i.act in REPORTS)),
        stops[0] if len(stops) == 1 else None,
        next((part.targets for part in parts if part.targets), ()),
        tuple(reason for part in parts for reason in part.reasons),
        tuple(dict.fromkeys(doubts)),
        several=mixed or (isinstance(whole, Amendment) and whole.several),
    )
