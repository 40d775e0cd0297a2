"""Tell the number that counts a target from the target's price: TP1 4412, 1) 0.02, Target 2: 4412.

Separate from the places where numbers go, because a list number must be known before any of them is placed.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from core.reading.lexing.reached import REACHED, reached_together
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.text.figures import figure
from core.reading.words.lexicon import listed, meaning_of
from core.records import replace

QUIET = frozenset((Role.MARK, Role.TICK, Role.UP, Role.DOWN, Role.FILLER, Role.ABOVE, Role.BELOW))
_PICTURES = (Role.MARK, Role.TICK, Role.UP, Role.DOWN)
_INDEX_MAX, _DIGITS_MAX, _HUNDRED, _COUNTED_WITHIN = 20, 2, "00", 12
_APART, _FAR = 100, 3
_DIGITS = frozenset("0123456789.,'")
_SHORT_FORM_MAX = 5
_OF, _AT = frozenset(listed("OF")), frozenset(listed("AT"))
_GLUED = (Role.TARGET, Role.ENTRY)
_COUNTED = (Role.TARGET, Role.ENTRY, Role.STOP, Role.ADD)
_HAN, _LEADING, _LEAD_MAX = "\u3040", (Role.TO, Role.FILLER, Role.ZONE, Role.MARKET), 4
_HANDLED = (Role.EVEN, Role.CLOSE, Role.HALF, Role.PART, Role.CANCEL, Role.LATER, Role.WILL)
_HANDLED_TO = (Role.EVEN, Role.TO, Role.MOVE, Role.ENTRY)
_COUNTED_BEFORE = ((Role.ENTRY, Role.MARKET), *((Role.TARGET, role) for role in (Role.TO, Role.MOVE, Role.HOLD)))


def indexed(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    """Tell list numbers from prices: TP1, "1) 0.02", "TP 2:4412", "1/ Take Profit"."""
    out = list(pieces)
    roles = [p.role for p in out]
    priced = [at for at, role in enumerate(roles) if role is ROLE.PRICE]
    enumerated = frozenset(_enumerated(out, priced))
    for at in enumerated:
        out[at] = out[at].recast(ROLE.INDEX)
    counted = dict.fromkeys(_COUNTED, 0)
    for at in priced:
        piece = out[at]
        before = out[at - 1].role if at else ROLE.LINE
        if at in enumerated:
            if before in counted and piece.value is not None:
                counted[before] = int(piece.value)  # "Target 3 - 2.47" may go on with it below a heading
            continue
        glued = _glued_label(out, at) if before is ROLE.MARK or before in _GLUED else None
        counted_on = _behind_its_count(piece, counted[glued] + 1) if glued is not None else None
        if glued is not None and counted_on is not None:
            out[at] = counted_on
            counted[glued] += 1
        elif len(piece.text) <= _DIGITS_MAX and piece.text.isdigit():
            if piece.value is None or piece.value > _INDEX_MAX or piece.text == _HUNDRED or _ends_a_range(out, at):
                continue
            if (
                _precedes_label(out, at, counted[ROLE.TARGET])
                or (_begins_a_line(out, at) and _heads_a_line(out, at))
                or _counts_its_target(out, at)
                or _follows_label(out, at, counted)
                or _counts_the_entry(out, at)
                or _counts_on_without_its_mark(out, at)
            ):
                out[at] = piece.recast(ROLE.INDEX)
                before = out[_label_before(out, at)].role if at else ROLE.LINE
                behind = next((p.role for p in out[at + 1 : at + 3] if p.role is not ROLE.MARK), ROLE.LINE)
                label = next((role for role in (before, _titled(out, at), behind) if role in counted), None)
                if label is not None:
                    counted[label] = int(piece.value)
        elif "," in piece.text and _lists_targets(out, at):
            out[at] = piece.recast(ROLE.INDEX, Decimal(max(piece.text.split(","), key=int)))
        elif at and out[at - 1].role is ROLE.TARGET and not counted[ROLE.TARGET]:
            counted[ROLE.TARGET] = 1  # "TP 2423", and below it "TP 2 2425"
    return out if ROLE.TARGET not in roles or REACHED.isdisjoint(roles) else reached_together(out)


def _counts_on_without_its_mark(pieces: Sequence[Lexeme], at: int) -> bool:
    """The 4 of "3: 0.0340", "4  0.0350", each at the head of its line: the next number, before a price far from it."""
    price, value = pieces[at + 1] if at + 1 < len(pieces) else pieces[at], pieces[at].value
    if price.role is not ROLE.PRICE or not price.value or not value or not _begins_a_line(pieces, at):
        return False
    if price.start == pieces[at].end or not (price.value * _FAR < value or value * _FAR < price.value):
        return False
    back = at - 1
    while back > 0 and pieces[back].role in _PICTURES:
        back -= 1
    above = takewhile(lambda p: p.role is not ROLE.LINE, reversed(pieces[:back])) if back > 0 else ()
    first = next((p for p in reversed(list(above)) if p.role not in _PICTURES), pieces[at])
    return first.role is ROLE.INDEX and first.value == value - 1


_LIST_MIN = 3
_COUNT_MARKS, _INLINE = frozenset("-:=./"), range(3, 6)


def _enumerated(pieces: Sequence[Lexeme], priced: Sequence[int]) -> list[int]:
    """ "1. No spam 2. Set your stop 3. Be kind", wherever they stand; "1- 1.16", and below it "2- 1.22".

    And "Targets: 1-6.41 2-6.47 3-6.53", all on one line behind their label.
    """
    words: list[int] = []
    dashed: list[list[int]] = [[]]
    inline: list[list[int]] = [[]]
    for at in priced:
        piece = pieces[at]
        if at + 2 >= len(pieces) or len(piece.text) > _DIGITS_MAX:
            continue
        mark, after = pieces[at + 1], pieces[at + 2]
        if mark.text == "-" and after.role is ROLE.PRICE and _stands_before_its_price(pieces, at):
            if piece.text == "1":
                dashed.append([at])
            elif piece.text == str(len(dashed[-1]) + 1):
                dashed[-1].append(at)
            continue
        if mark.text in _COUNT_MARKS and after.role is ROLE.PRICE:
            if piece.text == "1" and _stands_behind_its_label(pieces, at):
                inline.append([at])
            elif inline[-1] and at - inline[-1][-1] in _INLINE and piece.text == str(len(inline[-1]) + 1):
                inline[-1].append(at)
            continue
        counts_on = mark.text in ".)" and piece.text == str(len(words) + 1) and mark.start == piece.end
        if counts_on and after.role not in _NO_WORDS:
            words.append(at)
    counts = words if len(words) >= _LIST_MIN else []
    return counts + [at for row in (*dashed, *inline) if len(row) > 1 for at in row]


def _stands_behind_its_label(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether nothing but marks stands between a count and the label of targets or entries, on the line or above."""
    back = at - 1
    while back >= 0 and (pieces[back].role in QUIET or pieces[back].role is ROLE.LINE):
        back -= 1
    return back >= 0 and pieces[back].role in _GLUED


def _stands_before_its_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a count heads its line, with a dash glued to it and not to the price behind."""
    count, dash, price = pieces[at : at + 3]
    return bool(at) and pieces[at - 1].role is ROLE.LINE and dash.start == count.end and dash.end < price.start


def _glued_label(pieces: Sequence[Lexeme], at: int) -> Role | None:
    """The label that a number is written in one with, a dash between them or not: "TP24071", "TP-24071"."""
    back = _label_before(pieces, at)
    if back < 0 or pieces[back].role not in _GLUED:
        return None
    return pieces[back].role if back == at - 2 or pieces[back].end == pieces[at].start else None


def _behind_its_count(piece: Lexeme, count: int) -> Lexeme | None:
    """ "TP3 1.28, TP41.31": with the count of its label glued to it 41.31 may be 1.31; the other prices decide."""
    written, text = str(count), piece.text
    if piece.other is not None or len(text) <= _DIGITS_MAX or not text.startswith(written):
        return None
    price = text.removeprefix(written)
    if not (price[:1].isdigit() and _DIGITS.issuperset(price)):
        return None  # "TP15 usdt", "TP111k"
    rest = figure(price)
    return replace(piece, other=rest.value) if rest is not None else None


def _precedes_label(pieces: Sequence[Lexeme], at: int, count: int) -> bool:
    """ "✅ 1 цель": the first target, and that is all there is; "SL 61000, 1. hedef 65000", one in a row."""
    row = [p for p in pieces[at + 1 : at + 6] if p.text not in ".):"]
    if not row or row[0].role is not ROLE.TARGET:
        return False
    if row[1:] and row[1].role is ROLE.PRICE and at and (pieces[at - 1].text in ",;|" or _ends_a_price(pieces, at)):
        return pieces[at].value == count + 1
    if row[0] is not pieces[at + 1]:
        return False
    if len(pieces[at].text) == 1 and _takes_the_stop(pieces, at) and all(p.role is not ROLE.PRICE for p in row[1:3]):
        return True  # "передвигаем стоп на 2 цель"
    return at + 2 == len(pieces) or pieces[at + 2].role in (ROLE.LINE, ROLE.HIT, ROLE.TICK)


def _ends_a_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a number stands behind a price that is written longer than a count is."""
    return pieces[at - 1].role is ROLE.PRICE and len(pieces[at - 1].text) > _DIGITS_MAX


def _begins_a_line(pieces: Sequence[Lexeme], at: int) -> bool:
    back = at - 1
    while back >= 0 and pieces[back].role in QUIET:
        back -= 1
    return back < 0 or pieces[back].role is ROLE.LINE


def _lists_targets(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Target 5,6 done" is two targets, not 5.6."""
    parts = pieces[at].text.split(",")
    following = next_on_line(pieces, at)
    short = all(part.isdigit() and len(part) == 1 for part in parts)
    return (
        short and at > 0 and pieces[at - 1].role is ROLE.TARGET and following is not None and following.role is ROLE.HIT
    )


def next_on_line(pieces: Sequence[Lexeme], at: int) -> Lexeme | None:
    for piece in pieces[at + 1 : at + 7]:
        if piece.role is ROLE.LINE:
            return None
        if piece.role not in QUIET and piece.role is not ROLE.ZONE:
            return piece
    return None


def _stands_above_its_price(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "T.P 1", and the price on a line of its own below."""
    row = [p for p in pieces[at + 1 : at + 5] if p.text != ":"][:3]
    return [p.role for p in row[:2]] == [ROLE.LINE, ROLE.PRICE] and (not row[2:] or row[2].text in "\n-")


def _heads_a_line(pieces: Sequence[Lexeme], at: int) -> bool:
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is None:
        return False
    if after.role in (ROLE.TARGET, ROLE.ENTRY, ROLE.STOP):
        return True
    if after.role is not ROLE.MARK or after.text not in ")./:]":
        return False
    following = pieces[at + 2] if at + 2 < len(pieces) else None
    return after.text in ")]" or following is None or following.role is not ROLE.PRICE or following.start > after.end


def _label_before(pieces: Sequence[Lexeme], at: int) -> int:
    """Where the label of a number stands: before it, the dot of "T.p.1", the dash of "TP-1:" or a short form "(TP)"."""
    mark = pieces[at - 1]
    if at < 2 or mark.role is not ROLE.MARK:
        return at - 1
    if mark.text in ".-_" and mark.end == pieces[at].start and mark.start == pieces[at - 2].end:
        return at - 2  # "T.p.1", "TAKE_PROFIT_1"
    if mark.text == ")":
        opened = next((n for n in range(at - 2, max(at - _SHORT_FORM_MAX, 0), -1) if pieces[n].text == "("), at)
        return opened - 1
    return at - 1


def _is_titled(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Goal 4 - the sky!: 7.80": a title between the count and a colon before the price."""
    row = pieces[at + 1 : at + 7]
    return any(mark.text == ":" and price.role is ROLE.PRICE for mark, price in pairwise(row)) and all(
        p.role is not ROLE.LINE for p in row[:3]
    )


def _ends_a_range(pieces: Sequence[Lexeme], at: int) -> bool:
    """The 0 of "2338-0 SL 2330": what is glued to a price counts nothing."""
    row = pieces[at - 2 : at + 1] if at > 1 else ()
    glued = len(row) > 1 and row[0].end == row[1].start and row[1].end == row[2].start
    return glued and row[0].role is ROLE.PRICE and row[1].text in "-/" and len(row[0].text) > _DIGITS_MAX


def _counts_its_target(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "INJ 2. hedef": a dot glued to a count behind the name, then the label, and no price of its own."""
    row = pieces[at - 1 : at + 4] if at else ()
    if len(row) < 4 or row[0].role is not ROLE.TICKER or row[2].text != "." or row[2].start != row[1].end:
        return False
    return row[3].role is ROLE.TARGET and all(p.role is not ROLE.PRICE for p in row[4:])


_NO_WORDS = (Role.PRICE, Role.LINE, Role.MARK)
_ORDERS = (Role.BUY, Role.SELL, Role.LIMIT)
_IN_A_TITLE = frozenset((Role.WORD, Role.FILLER, Role.ZONE, Role.ANALYSIS))
_TITLE_MAX = 4


def _counts_the_entry(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Stop to entry 1": which of the entries, and no price."""
    even = pieces[at - 1] if at and len(pieces[at].text) == 1 else None
    return even is not None and even.role is ROLE.EVEN and meaning_of(even.text.split()[-1]) is ROLE.ENTRY


def _titled(pieces: Sequence[Lexeme], at: int) -> Role:
    """ "Цель движения 2: 64000": the label of a count that stands behind words and before a colon and its price."""
    back = at - 1
    while back > 0 and at - back < _TITLE_MAX and pieces[back].role in _IN_A_TITLE:
        back -= 1
    marked = [p.role for p in pieces[at + 2 : at + 3]] == [ROLE.PRICE] and pieces[at + 1].text in ":)="
    return pieces[back].role if marked and back >= 0 else ROLE.LINE


def _is_noted(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Target 1 (base): 1010": a count with a note in brackets, and its price behind a colon."""
    if at + 1 >= len(pieces) or pieces[at + 1].text != "(":
        return False
    ends = next((n for n in range(at + 2, min(at + 8, len(pieces))) if pieces[n].text == ")"), 0)
    return ends > 0 and ends + 1 < len(pieces) and pieces[ends + 1].text == ":"


def _is_put_at(pieces: Sequence[Lexeme], at: int, label: Lexeme) -> bool:
    """ "Take profit 2 at 1.0930"."""
    put = label.role is ROLE.TARGET and [p.role for p in pieces[at + 1 : at + 3]] == [ROLE.ZONE, ROLE.PRICE]
    return put and pieces[at + 1].text in _AT


def _follows_label(pieces: Sequence[Lexeme], at: int, counted: dict[Role, int]) -> bool:
    back = _label_before(pieces, at)
    while back > 0 and pieces[back].role in _PICTURES and not pieces[back].text.isascii():
        back -= 1  # "Target 🎯 1"
    if at > 1 and pieces[at - 1].text == "-" and pieces[at - 2].end == pieces[at - 1].start == pieces[at].start - 1:
        back = at - 2 if at + 1 < len(pieces) and pieces[at + 1].text in "@:=" else back  # "TP-2@2660"
    label = pieces[back] if at else None
    if label is not None and label.role in _ORDERS and _titled(pieces, at) is label.role:
        return True  # "Satım 1: 3200", "Limit 2: 98200"
    if label is not None and label.text == "(" and at > 1 and pieces[at - 2].role in counted:
        return at + 1 < len(pieces) and pieces[at + 1].text == ")"
    if label is None or label.role not in counted:
        return pieces[at].value == counted.get(_titled(pieces, at), -1) + 1
    if label.end == pieces[at].start:
        return True
    if label.role is ROLE.TARGET and len(pieces[at].text) == 1 and _takes_the_stop(pieces, back):
        return True  # "Move SL to target 1"
    following = next_on_line(pieces, at)
    if following is None and pieces[at].value == counted[label.role] + 1 and _stands_above_its_price(pieces, at):
        return True
    ticked = at + 1 < len(pieces) and any(p.role is ROLE.TICK for p in pieces[at + 1 : at + 3])
    if pieces[at - 1].text == "-" and following is not None and following.role is label.role:
        return False  # "TP-2 TP-3": two prices
    if following is None or following.role in (ROLE.HIT, ROLE.CLOSED, label.role):
        counted_on = pieces[at].value == counted[label.role] + 1 and _counts_on_from_its_label(pieces, at)
        return ticked or following is not None or counted_on
    if following.role is ROLE.TICKER and len(pieces[at].text) == 1 and pieces[at + 1].text in _OF:
        return True  # "taking TP 1 on SOL"
    if label.role is ROLE.TARGET and (
        following.role is ROLE.FILLED
        or _is_ticked_off(pieces, at, following)
        or (len(pieces[at].text) == 1 and _is_followed_up(pieces, at, following))
    ):
        return True  # "TP 2 filled", "TP 3 ✅✅ trade closed", "TP 1 close half", "TP 2 🥳 SL to BE"
    counts_on = counted[label.role] > 0 and pieces[at].value == counted[label.role] + 1
    if (label.role, following.role) in _COUNTED_BEFORE:
        return True  # "Entry 1: market", "TP 2 to 62500", "TP 3 hold to 63000"
    if (label.role, following.role) == (ROLE.TARGET, ROLE.MARKET) and len(pieces[at].text) == 1:
        return True  # "TP 2 now 62500"
    if len(pieces[at].text) == 1 and (_is_noted(pieces, at) or _is_put_at(pieces, at, label)):
        return True
    if following.role not in (ROLE.PRICE, ROLE.PERCENT, ROLE.DISTANCE, ROLE.RUNNER):
        if len(pieces[at].text) == 1 and pieces[at + 1].text == ":" and not _is_titled(pieces, at):
            return True  # "Target 2: a lot lower"
        priceless = following.role is ROLE.ADD or _is_titled(pieces, at) or _counts_on_from_its_label(pieces, at)
        return counts_on and priceless
    after = pieces[at + 1]
    if after.role is ROLE.TICK:
        return True  # "Target 2 ✅ 2.305"
    if _is_no_price_beside(pieces[at], following):
        return True  # "Long 64000, entry 2 63000", "TP 3 is 2400"
    return pieces[at].value in (1, counted[label.role] + 1) or (after.role is ROLE.MARK and after.text in ":@=)")


def _counts_on_from_its_label(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "TP 1 198.6, TP 2 198.4, TP 3 close all": the next count behind one that had its label and its price."""
    told = [p for p in pieces[max(0, at - _COUNTED_WITHIN) : at] if p.role in (ROLE.INDEX, ROLE.PRICE)][-2:]
    return [p.role for p in told] == [ROLE.INDEX, ROLE.PRICE] and pieces[at].value == (told[0].value or 0) + 1


def _is_followed_up(pieces: Sequence[Lexeme], at: int, following: Lexeme) -> bool:
    """Whether an order or its time stands behind a count; "TP 1 SL 0.9" may be two prices, and "TP 1 SL 88800" not."""
    if any(p.role is ROLE.BUY or p.role is ROLE.SELL for p in pieces):
        return False  # "XRP buy 0.95 TP 1 close half there": a call may have its target at 1
    if following.role is ROLE.TICKER:
        begin = pieces.index(following, at)
        following = next((p for p in pieces[begin + 1 : begin + _LEAD_MAX] if p.role not in QUIET), following)
    if following.role in _HANDLED:
        return True
    if following.role is not ROLE.STOP:
        return False
    begin = pieces.index(following, at)
    level = next((p for p in pieces[begin + 1 : begin + _LEAD_MAX] if p.role not in QUIET), None)
    if level is None or level.role is not ROLE.PRICE:
        return level is not None and level.role in _HANDLED_TO
    return _is_no_price_beside(pieces[at], level)


def _takes_the_stop(pieces: Sequence[Lexeme], label: int) -> bool:
    """Whether a stop is sent to the target named here: the stop, a little word that leads on, and the label."""
    lead = label - 1
    while lead > 0 and label - lead < _LEAD_MAX and (pieces[lead].role in _LEADING or _moves_to(pieces[lead])):
        lead -= 1
    return 0 <= lead < label - 1 and pieces[lead].role is ROLE.STOP


def _moves_to(piece: Lexeme) -> bool:
    """止损移到止盈1: Chinese has the verb in one with "to"."""
    return piece.role is ROLE.MOVE and piece.text >= _HAN


def _is_no_price_beside(count: Lexeme, price: Lexeme) -> bool:
    """Whether a single digit is so small, or so large, beside the price behind it that both cannot be prices."""
    short = len(count.text) == 1 and count.value is not None and price.role is ROLE.PRICE and price.value is not None
    one, other = count.value or 0, price.value or 0
    return short and (one * _APART < other or other * _APART < one)


def _is_ticked_off(pieces: Sequence[Lexeme], at: int, following: Lexeme) -> bool:
    """Whether a tick stands right behind a small count, and behind it no price that could be its own."""
    ticked = len(pieces[at].text) == 1 and at + 1 < len(pieces) and pieces[at + 1].role is ROLE.TICK
    return ticked and following.role in (ROLE.HEADING, ROLE.WORD, ROLE.RECAP, ROLE.MOVE, ROLE.STOP)
