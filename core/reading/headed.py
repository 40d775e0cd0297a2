"""Read an order once more without the word it is headed by: "Update: at 4168 close half" waits as well as "At 4168".

Separate from the rules of conditions and rules of thumb, of which many ask what a post begins with. Only their doubts
are taken over: that a post of a single word is asked about, "Close", says nothing about "Update: close".
"""

from __future__ import annotations

import re

from core.reading.handling.leeway import REPORTS
from core.reading.judgement.verdicts import judge
from core.reading.setting import Setting
from core.reading.text.hygiene import Clean
from core.records import replace
from core.signals import Amendment, Nothing, Reading

_HEAD = re.compile(r"\W{0,4}[^\W\d]\w{0,19}(?: [^\W\d]\w{0,19}){0,2} ?: ?(?=\w)")
"""One to three words with a colon behind: "Update:", "Trade update:", "Gold:"."""
_WAITS = frozenset(
    (
        *("it may mean a part, or later", "it depends on a condition", "it speaks of a plan for later"),
        *("it explains or teaches; it is not a call", "it may not be meant now", "it may be for later"),
        *("it is left to the reader", "it leaves a choice", "it says not to"),
    )
)


def read_headed(text: Clean, whole: Reading, setting: Setting) -> Reading:
    """``whole``, with the doubts that its order has without its head; a report or a call is left as it is."""
    if not isinstance(whole, Amendment) or whole.doubts or all(said.act in REPORTS for said in whole.instructions):
        return whole
    head = _HEAD.match(text.text)
    if head is None:
        return whole
    rest = judge(text.part(head.end(), len(text.text)), setting)
    why = rest.reasons if isinstance(rest, Nothing) else rest.doubts
    return replace(whole, doubts=tuple(doubt for doubt in why if doubt.text in _WAITS))
