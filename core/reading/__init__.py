"""Read a channel's post: a call, a follow-up, or nothing to act on, and why.

Separate, because here a stranger's words become something that may move money. A post goes from room to room, and no
room asks a later one (tests/test_house.py holds it):

- `text`: typed and decorated text made plain, cut into tokens, its figures read;
- `words`: what a word means wherever it stands, in all `languages`, and by a channel's own `dialects`;
- `pieces`, `names`, `aside`, `lexing`: the `roles` that tokens play where they stand: a price, a label, an instrument,
  a figure that is no level, and what neighbours lend each other (`lexing.lexemes` is the way in);
- `plan`: levels put in their places, a side and an instrument, and what contradicts itself (`plan.calls`);
- `handling`: verbs: what a clause orders or reports of a trade already called (`handling.followups`);
- `talk`: sentences beside the plan, and what they take from it;
- `judgement`: the verdict, and the order of the questions that lead to it (`judgement.verdicts`).

What is doubtful as a whole is read once more `apart`, sentence by sentence, and what is not, `bared` of what stands
around it. Beside that way: `learning` (a correction becomes a rule of a dialect), `showing` (a reading in words,
colours, JSON), `dialogue` (which call a later post is about), `serials` (the number it calls it by), `fingerprint` (a
post told again).
docs/reading.md walks one post through all of it. No text, in any language, makes it raise, wait or emit anything else.
"""

from __future__ import annotations

from core.reading.apart import read_apart
from core.reading.bared import read_bared
from core.reading.dialects import STANDARD, Dialect
from core.reading.dialogue import off_scale
from core.reading.fingerprint import fingerprint
from core.reading.judgement.verdicts import judge
from core.reading.names.rivals import names_of
from core.reading.setting import PLAIN, Setting
from core.reading.showing.wire import as_json
from core.reading.text.hygiene import Clean, clean
from core.reading.words.replies import quoted_above
from core.records import replace
from core.signals import Amendment, Reading, Reason, Signal

__all__ = ["STANDARD", "Clean", "Dialect", "as_json", "clean", "fingerprint", "names_of", "read"]
_SINGLE = "it is a single word"
"""No doubt where it answers a post."""
_QUOTES = "it quotes somebody"
"""The call stands in the quoted lines, and only a comment below them."""


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
    plain = clean(text)
    reading = read_bared(plain, read_apart(plain, judge(plain, setting), setting), setting)
    if text.startswith(">") and isinstance(reading, Signal) and (ends := _end_of_the_quotation(text)) < len(text):
        doubts = [Reason(_QUOTES)] if all(r.start < ends for r in reading.reasons) else []
        reading = replace(reading, doubts=(*reading.doubts, *doubts))
    return reading if reply_text is None else _in_reply(reading, reply_text, setting)


def _to_a_quotation(text: str, setting: Setting) -> Reading | None:
    """ "> BTC long 60000", and below it "Cancel this one": the quoted lines are what is replied to."""
    quoted = _end_of_the_quotation(text)
    said = judge(clean(" " * quoted + text[quoted:]), setting)
    return _in_reply(said, text[:quoted].replace(">", " "), setting) if isinstance(said, Amendment) else None


def _end_of_the_quotation(text: str) -> int:
    quoted = 0
    for line in text.splitlines(keepends=True):
        if not line.startswith(">"):
            break
        quoted += len(line)
    return quoted


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
