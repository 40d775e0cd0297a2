"""Read what is plain once more without what stands around it: "Update: at 4168 close half" waits as "At 4168" does.

Separate from the rules of conditions, of what is withdrawn and of rules of thumb, of which many ask what a post begins
or ends with. Only their doubts are taken over: that a post of a single word is asked about, "Close", says nothing
about "Update: close", and what a part of a card lacks stands in the rest of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.reading.handling.leeway import REPORTS
from core.reading.judgement.verdicts import judge
from core.reading.setting import Setting
from core.reading.text.hygiene import Clean
from core.reading.words.lexicon import listed
from core.records import replace
from core.signals import Act, Amendment, Nothing, Reading, Reason, Signal

_HEAD = re.compile(r"\W{0,4}[^\W\d]\w{0,19}(?: [^\W\d]\w{0,19}){0,2} ?: ?(?=\w)")
"""One to three words with a colon behind: "Update:", "Trade update:", "Gold:"."""
_BREAK = re.compile(r"[.!?,](?=\s)|\n")
"""Where a sentence, a clause or a line ends."""
_BREAK_BEHIND = re.compile(r"[.!?,](?=\s)|\n| [-–—(|]")
"""Behind the last level also a dash, a bar and a bracket."""
_TAG = re.compile(r"[#$]\w{2,12}(?:/\w{2,6})? +(?=\w)")
_FULL_STOPS = (".", "!")
_LAST_WORD = re.compile(r"\s(\w{2,12})\W{0,3}\Z")
_APPROVED = re.compile(r"(?<=[^\W_])[ \n]{0,3}[✅☑✔👍\ufe0f]{1,6}\Z")
"""A tick or a thumb, the last thing in a post: "close gold, if it breaks 4160 ✅" has not broken it."""
_NOWS = frozenset(listed("NOWS"))
_WAITS = frozenset(
    (
        *("it may mean a part, or later", "it depends on a condition", "it speaks of a plan for later"),
        *("it may be for later", "it leaves a choice", "it is left to the reader"),
    )
)
"""A report that stands before the order may settle these: "TP1 hit. At TP1 we close half", and so does a "now"."""
_IS_NONE = frozenset(
    (
        *("it explains or teaches; it is not a call", "it may not be meant now", "it may no longer be meant"),
        *("it says not to", "it is crossed out", "it may be an example", "it is put as a question"),
        *("it may be about an earlier call", "it speaks of a trade that is already open"),
        *("it counts what a trade has made or lost", "a target is marked as reached", "it takes a target away"),
    )
)
"""What keeps an order from being one, and nothing around it settles."""
_UNHEARD = frozenset(("one of its orders is not understood",))
"""A tick at the end hides this too: "stop to entry, drop the bid to 5.90 ✅"."""
HOLDING = _WAITS | _IS_NONE
"""The doubts that are taken over."""
_IS_OVER = _IS_NONE - {"it says not to"}
"""What "no SL, no trade" says by its last words alone it does not say before them."""
_OTHERWISE = Reason("without its first sentence it reads otherwise")
_NAMES = frozenset(("side", "symbol"))
_TALK_MAX, _READ_MAX, _SHORT_MAX = 600, 1000, 300
"""Characters: where the ends of sentences before an order are looked for; of a post that is read again; and without its
tail, which every long card has."""


def read_bared(text: Clean, whole: Reading, setting: Setting) -> Reading:
    """``whole``, with the doubts that it has without its head, the talk around it, or the "now" at its end."""
    if isinstance(whole, Nothing) or whole.doubts or len(text.text) > _READ_MAX:
        return whole
    if isinstance(whole, Amendment) and all(said.act in REPORTS for said in whole.instructions):
        return whole
    doubts: dict[Reason, None] = {}
    for begins, ends, taken in _bodies(text, whole):
        rest = judge(text.part(begins, ends), setting)
        why = rest.reasons if isinstance(rest, Nothing) else rest.doubts
        doubts.update((doubt, None) for doubt in why if doubt.text in taken)
        if text.text[:begins].endswith(_FULL_STOPS) and _is_another(whole, rest):
            doubts.update(dict.fromkeys((_OTHERWISE, *why)))  # "several instruments are named" says what is otherwise
    return replace(whole, doubts=tuple(doubts)) if doubts else whole


def _bodies(text: Clean, whole: Signal | Amendment) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where each of the rests begins and ends, and which doubts hold for the whole as well."""
    size = len(text.text)
    read = [reason for reason in whole.reasons if reason.end > reason.start]
    named = _sentences_before(text, [reason.start for reason in read if reason.text in _NAMES])
    if isinstance(whole, Signal):
        for talk in named[:1]:  # a second sentence that nothing was taken from may be another call
            yield talk, size, HOLDING
    else:
        head = _HEAD.match(text.text)
        if head is not None:
            yield head.end(), size, HOLDING
        before = [] if _moves_an_entry(whole) else _sentences_before(text, [reason.start for reason in read])
        for talk in dict.fromkeys((*before[:1], *before[-1:])):  # "Hi. News soon. At 4168 close half"
            yield talk, size, HOLDING
        if (tag := _behind_its_tag(text, read)) is not None:
            yield tag, size, HOLDING
        for talk in [] if before else named[:1]:  # "Price is moving. STOP NEARBY": the verb stands before the card
            yield talk, size, frozenset()
    if (tail := _talk_behind(text, max((reason.end for reason in read), default=0))) is not None:
        yield 0, tail, _IS_OVER
    approved = _APPROVED.search(text.text)
    reports = isinstance(whole, Amendment) and any(said.act in REPORTS for said in whole.instructions)
    if approved is not None and not reports:
        yield 0, approved.start(), HOLDING | _UNHEARD
    last = _LAST_WORD.search(text.lower)
    if last is not None and last[1] in _NOWS:
        yield 0, last.start(), _IS_NONE


def _moves_an_entry(whole: Amendment) -> bool:
    """ "Move it to 97000-97500, target unchanged, stop 98100": what is read is not told by spans."""
    return any(said.act is Act.OTHER for said in whole.instructions)


def _sentences_before(text: Clean, spans: list[int]) -> list[int]:
    """Where each sentence before the first of ``spans`` ends; those are of the message as it was written."""
    first, ends = min(spans, default=0), list[int]()
    for found in _BREAK.finditer(text.text, 0, _TALK_MAX) if first else ():
        if text.span(found.start(), found.end())[1] > first:
            break
        begun = text.text[: found.start()]
        if begun.count("(") == begun.count(")"):
            ends.append(found.end())
    return ends


def _behind_its_tag(text: Clean, read: Sequence[Reason]) -> int | None:
    """ "#XAUUSD at 4168 close half": where the order begins, if a tag names the instrument first."""
    found = _TAG.match(text.text)
    name = next((reason for reason in read if reason.text == "symbol"), None)
    if found is None or name is None:
        return None
    return found.end() if name.end <= text.span(0, found.end())[1] else None


def _talk_behind(text: Clean, ends: int) -> int | None:
    """Where the talk begins of which nothing was read: "... - removed, guys"."""
    if not ends or len(text.text) > _SHORT_MAX:
        return None
    begins = max((found.start() for found in _BREAK_BEHIND.finditer(text.text)), default=0)
    tail = text.text[begins:]
    if not begins or text.span(begins, begins + 1)[0] < ends or any(map(str.isdigit, tail)):
        return None  # a figure behind the last level is a part of it: "TP2 2410 (2R)"
    return begins if any(map(str.isalpha, tail)) else None


def _is_another(whole: Signal | Amendment, rest: Reading) -> bool:
    """Whether the rest is a call, and not the one that was read."""
    if not isinstance(rest, Signal):
        return False
    if isinstance(whole, Amendment):
        return True
    return any(getattr(whole, field) != getattr(rest, field) for field in ("side", "entry", "stop", "targets"))
