"""Read a channel's post: a call, a follow-up, or nothing to act on, and why.

Separate, because here a stranger's words become something that may move money. The way of a text: `hygiene` makes it
plain, `tokens` cuts it, `own_words` puts a channel's `dialects` into the common language, `facts` knows what a piece
is by itself (`units` what counts a number), `lexemes` and `numerals` name the part each plays where it stands (with
the vocabularies of `languages` and the instruments of `symbols`), `pieces`, `labels`, `syllables`, `tongues`,
`quotes`, `steps`, `sales`, `strikes`, `changes` and `outcomes` let neighbours lend theirs (`notes`, `gauges`,
`fields`, `sums`, `lots`, `stops`, `denials` and `restated` what is no level, `ways_out` the exits under a heading,
`twofold` what is no side, `ranges` and `listed_lines` what lines part, `reached` which targets a report counts),
`levels` puts every number in its place, `rows` keeps the talk around a plan out of it (`charts`: what is only seen),
`loose` finds what unlabelled prices are for (`asides`: what is none), `scale` settles ambiguous figures, `sides`
tells the side, `hashtags` which names are tags, `cuts` and `breaths` make the `clauses` and tell orders from talk,
`calls`, `besides`, `orders`, `parts`, `remainders`, `curt` and `followups` say what is meant, `leeway` and
`alternatives` what an order leaves open, `unrelated` what means no trade, `scope` for which trade, `soundness`
(`sequence`: its targets) what is wrong with it, `telling` what the `sentences` around it take from it (`idle`: what
takes nothing), `ruling` which orders are its own rules, `verdicts`, `bare`, `lookalikes`, `cards`, `stop_lists` and
`amendments` (`edits`: which targets, `diaries`: days gone by) decide, `behind` finds the words again, which `reasons`
remembers. `replies` finds what a post repeats of another, `fingerprint` tells repeats.
docs/reading.md walks one post through all of it. No text, in any language, makes it raise, wait or
emit anything else.
"""

from __future__ import annotations

from core.reading.dialects import STANDARD, Dialect
from core.reading.dialogue import off_scale
from core.reading.fingerprint import fingerprint
from core.reading.hygiene import Clean, clean
from core.reading.replies import quoted_above
from core.reading.rivals import names_of
from core.reading.setting import PLAIN, Setting
from core.reading.verdicts import judge
from core.reading.wire import as_json
from core.records import replace
from core.signals import Amendment, Reading, Signal

__all__ = ["STANDARD", "Clean", "Dialect", "as_json", "clean", "fingerprint", "names_of", "read"]
_SINGLE = "it is a single word"
"""No doubt where it answers a post."""


def read(
    text: str, *, reply_text: str | None = None, dialect: Dialect = STANDARD, listed: frozenset[str] = frozenset()
) -> Reading:
    """What the post says; every reason's span slices ``text`` as it was given.

    At most `core.messages.TEXT_MAX` characters are read. ``reply_text``, the post it answers,
    lends a follow-up its instrument when it names none itself, and a single word its meaning; empty when
    it answers one whose text is not known.
    ``dialect``: how its channel writes. ``listed``: the names in capitals that the venue trades, such as
    BTC and BTCUSDT (`names_of`); an unknown word in capitals is then an instrument only if it is one of them.
    """
    setting = PLAIN if dialect is STANDARD and not listed else Setting(dialect, listed)
    if text.startswith(">") and reply_text is None:
        answer = _to_a_quotation(text, setting)
        if answer is not None:
            return answer
    elif reply_text is None and (quoted := quoted_above(text)):
        return _below_a_quotation(text, quoted, setting)
    reading = judge(clean(text), setting)
    return reading if reply_text is None else _in_reply(reading, reply_text, setting)


def _to_a_quotation(text: str, setting: Setting) -> Reading | None:
    """ "> BTC long 60000", and below it "Cancel this one": the quoted lines are what is replied to."""
    quoted = 0
    for line in text.splitlines(keepends=True):
        if not line.startswith(">"):
            break
        quoted += len(line)
    said = judge(clean(" " * quoted + text[quoted:]), setting)
    return _in_reply(said, text[:quoted].replace(">", " "), setting) if isinstance(said, Amendment) else None


def _below_a_quotation(text: str, quoted: int, setting: Setting) -> Reading:
    """ "Reply to: [BUY GOLD SL 2622 TP 2642]", and below it "200 pips": only what stands below is said now."""
    said = judge(clean(" " * quoted + text[quoted:]), setting)
    return _in_reply(said, text[:quoted], setting)


def _in_reply(reading: Reading, reply_text: str, setting: Setting) -> Reading:
    if not isinstance(reading, Amendment):
        return reading
    if any(d.text == _SINGLE for d in reading.doubts):
        reading = replace(reading, doubts=tuple(d for d in reading.doubts if d.text != _SINGLE))
    if reading.symbol is not None:
        return reading
    earlier = judge(clean(reply_text), setting)
    if not isinstance(earlier, Signal | Amendment):
        return reading
    if isinstance(earlier, Signal) and (odd := off_scale(earlier, reading, None)):
        reading = replace(reading, doubts=(*reading.doubts, *odd))
    return replace(reading, symbol=earlier.symbol, side=reading.side or earlier.side)
