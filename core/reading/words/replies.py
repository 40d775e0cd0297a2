"""Find the lines above a post that only repeat what it answers: "Reply to: [BUY GOLD SL 2622 TP 2642]".

Separate from the words of the post, because these were said before: what stands below is read alone, and about them.
"""

from __future__ import annotations

from core.reading.words.lexicon import listed

_REPLIED = listed("REPLIED")
_LEADING = "↩️⤴️↪️ *_[("
_NAME_MAX, _HEAD_MAX = 32, 48
_COLONS = (":", "：", "[")


def quoted_above(text: str) -> int:
    """Where the post itself begins, behind the line that repeats another one; 0 where nothing is repeated."""
    head = text[:_HEAD_MAX].lstrip(_LEADING).lower()
    if not head.startswith(_REPLIED):
        return 0
    phrase = max((p for p in _REPLIED if head.startswith(p)), key=len)
    named = head[len(phrase) : len(phrase) + _NAME_MAX].partition("\n")[0]
    colon = min((at for mark in _COLONS if (at := named.find(mark)) >= 0), default=-1)
    if colon < 0 or not (colon == 0 or named[0] in " @["):
        return 0
    first, _, rest = text.partition("\n")
    closed = text.find("]", len(first)) if first.count("[") > first.count("]") else len(first)
    begins = text.find("\n", closed) + 1 if closed >= 0 else 0
    return begins if rest.strip() and text[begins:].strip() else 0
