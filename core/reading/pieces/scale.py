"""Let the prices of one call settle each other: 112.191 beside 113k is 112191, "4562/68" ends at 4568.

Separate, because these are the only places where a written figure is not taken literally.
Each rule needs a witness in the same message; without one the figure stays as it was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from core.reading.pieces.piece import Lexeme
from core.reading.pieces.places import SLOT, Point, Slot
from core.reading.text.figures import plain

_NEAR, _THOUSAND = Decimal("1.5"), Decimal(1000)
_ENDS_NEAR = Decimal("1.03")
"""A figure so near the other end of its zone repeats no digits of it."""
_K, _CYRILLIC_K = "k", "к"
"""In 60k, and in 68k8."""
COMMA, SHORT, SLIP = "comma", "short", "slip"
_RANGES = frozenset(("range", "slash"))
_ENTERED = (Slot.ENTRY, Slot.SIDE)
_MANY_TIMES, _RUNG, _ZONE = 10, Decimal(2), Decimal("1.25")
"""How much more a figure is than the one before it, where it can only be short; how far off the rung may be then."""
_SHORT, _WHOLE_MIN, _ROUND = 2, 1000, 5
"""How many digits are left of a price of at least so much, and what figures that count pips end in."""
_CARRIED = 3
"""So much nearer is the end of a zone in the next hundred, where its digits are of that one."""
_SPACED_MIN = 3
"""So far from each other stand two figures with a space on either side of their dash."""
_MANY_STEPS, _FEW_STEPS = 5, 3
_STEPS_MAX = 20
"""No room for a loss is so many steps of targets wide."""


Bounds = tuple[int | None, int | None]
"""The least and the most an instrument costs, where that is certain."""
UNBOUNDED: Bounds = (None, None)


def settled(points: Sequence[Point], bounds: Bounds = UNBOUNDED, sign: int = 0) -> list[Point]:
    """The points with every ambiguous figure decided. ``sign``: +1 long, -1 short, 0 unknown."""
    decided = list(points)
    if [p for p in decided if p.piece.other is not None or (p.slot is SLOT.TARGET and _may_be_indexed(p))]:
        decided = _decimal_marks([_bounded(p, *bounds) for p in decided], bounds[1])
    if len(decided) < 2:
        return decided
    decided = _thousands_left_out(decided)
    if not _RANGES.isdisjoint([p.joint for p in decided]):
        decided = _short_ends(decided, sign)
    return _short_levels(_short_stop(decided), sign)


def unsettled(points: Sequence[Point], bounds: Bounds) -> str:
    """What leaves a figure open, `COMMA`, `SHORT` or `SLIP`; empty where nothing does."""
    unwitnessed = bool(points) and bounds == UNBOUNDED and all(p.piece.other is not None for p in points)
    if unwitnessed and any("," in p.piece.text for p in points):  # 1,701 for a coin of which nobody knows the price
        return COMMA
    if any(_may_be_two(p, points) for p in points):
        return COMMA
    if _misses_its_thousands(points, sure=bounds[0] is not None):
        return SLIP
    short = _short(points)
    if not short or any(p.slot in _ENTERED for p in short):
        return ""
    longer = [p.value for p in short if p.value != Decimal(p.piece.text)]
    if longer and (not any(value % _ROUND for value in longer) or _are_too_near(points)):
        return SHORT  # "sell 4071, TP 50 30"
    return ""


def _may_be_two(point: Point, points: Sequence[Point]) -> bool:
    """ "Entry 410, SL 405, TP 415,420": of prices that are whole, 415 and 420 sooner than 415.42."""
    first, comma, second = point.piece.text.partition(",")
    if not comma or point.value != point.piece.other or not (first.isdigit() and second.isdigit()):
        return False
    alike = len(first) == len(second) and near(Decimal(first), Decimal(second), _ZONE)
    return alike and all(p.piece.text.isdigit() for p in points if p is not point)


def _are_too_near(points: Sequence[Point]) -> bool:
    """ "Entry 65000, SL 64000, TP 67000", and "11/22" below it: so small a step is none of this plan's."""
    entry, stop = (next((p.value for p in points if p.slot in slots), None) for slots in (_ENTERED, (SLOT.STOP,)))
    if entry is None or stop is None:
        return False
    targets = [p for p in points if p.slot is SLOT.TARGET]
    return any(
        _is_short(p) and p.value != Decimal(p.piece.text) and abs(p.value - last.value) * _STEPS_MAX < abs(entry - stop)
        for last, p in pairwise(targets)
    )


def _bounded(point: Point, least: int | None, most: int | None) -> Point:
    """The instrument is the witness: 95.800 for one bitcoin is 95800, 1,085 for a euro is 1.085."""
    other = point.piece.other
    return point if other is None else point.worth(_fitting(point.value, other, least, most))


def _fitting(value: Decimal, other: Decimal, least: int | None, most: int | None) -> Decimal:
    return other if is_out_of(value, (least, most)) and not is_out_of(other, (least, most)) else value


def one_settled(price: Decimal, pieces: Sequence[Lexeme], bounds: Bounds) -> Decimal:
    """The price of an order about a trade, for which the instrument is the only witness: "DAX: stop to 19.850"."""
    other = next((p.other for p in pieces if p.other is not None and p.value == price), None)
    return price if other is None else _fitting(price, other, *bounds)


def is_out_of(price: Decimal, bounds: Bounds) -> bool:
    """Whether the instrument has not cost so little, or so much, for many years."""
    least, most = bounds
    return (least is not None and price < least) or (most is not None and price >= most)


def near(one: Decimal, other: Decimal, factor: Decimal = _NEAR) -> bool:
    return one < other * factor and other < one * factor


def _median(values: Sequence[Decimal]) -> Decimal:
    return sorted(values)[len(values) // 2]


def _decimal_marks(points: Sequence[Point], most: int | None) -> list[Point]:
    """Choose between 112.191 and 112191 by the company it keeps; by itself it is literal."""
    sure = [p.value for p in points if p.piece.other is None]
    if not sure or (len(sure) == len(points) and not any(map(_may_be_indexed, points))):
        return list(points)
    middle = _median([p.value for p in points if p.piece.other is None and not _may_be_indexed(p)] or sure)
    out = []
    expected = 0
    for point in points:
        other = point.piece.other
        if point.slot is SLOT.TARGET:
            expected += 1
        dear = other is not None and most is not None and other >= most > point.value
        if other is not None and not dear and not near(point.value, middle) and near(other, middle):
            out.append(point.worth(other))
        elif _may_be_indexed(point) and _is_indexed(point, expected, middle):
            out.append(point.worth(Decimal(point.piece.text.split(".")[1])))
        else:
            out.append(point)
    return out


def _may_be_indexed(point: Point) -> bool:
    return point.slot is SLOT.TARGET and point.piece.text[1:2] == "."


def _is_indexed(point: Point, expected: int, middle: Decimal) -> bool:
    """TP 3.4408 as the third target of a gold call is 4408."""
    whole, _, rest = point.piece.text.partition(".")
    if not (whole.isdigit() and rest.isdigit() and not rest.startswith("0") and int(whole) == expected):
        return False
    return near(Decimal(rest), middle) and not near(point.value, middle, Decimal(5))


def _thousands_left_out(points: list[Point]) -> list[Point]:
    """ "Buy 37.1-36.3, sell 38K - 41.4, stop 34.4": one k is the witness, where every other price fits beside it."""
    written = [p.value for p in points if _K in p.piece.text or _CYRILLIC_K in p.piece.text]
    if not written or len(written) == len(points):
        return points
    middle = _median(written)
    bare = [p for p in points if _K not in p.piece.text and _CYRILLIC_K not in p.piece.text]
    if not all(near(p.value * _THOUSAND, middle) for p in bare):
        return points
    return [p.worth(p.value * _THOUSAND) if p in bare else p for p in points]


def _misses_its_thousands(points: Sequence[Point], *, sure: bool) -> bool:
    """ "Entry 18, SL 19.4K, TP 17-17.5K": its author writes them, and once he did not; it may be a slip of more.

    Who leaves them out as often as not has the habit: "61.2-60.4, TP 62K - 65, SL 58.8". ``sure``: its instrument
    costs thousands; of any other the k may be the slip ("AVAX 25.5, SL 24.5, TP 27k").
    """
    written = {p.run for p in points if _K in p.piece.text or _CYRILLIC_K in p.piece.text}
    if not written:
        return False
    bare = {p.run for p in points if p.piece.other is None and p.value == (p.piece.value or 0) * _THOUSAND} - written
    return bool(bare) and (not sure or len(bare) < len(written))


def _short_ends(points: list[Point], sign: int) -> list[Point]:
    """4562/68 and 4391-93: the second end repeats only the digits that change."""
    out: list[Point] = []
    written: str | None = None
    for point in points:
        before = out[-1] if out else None
        if before is not None and before.run == point.run and point.joint in _RANGES:
            if not point.piece.text[-1].isdigit() and near(before.value * _THOUSAND, point.value, Decimal("1.1")):
                out[-1] = before = before.worth(before.value * _THOUSAND)  # "66.5 - 66.8k"
            spaced = point.piece.start - before.piece.end >= _SPACED_MIN  # "21.28 - 20"
            room = Decimal("1.1") if point.slot is SLOT.TARGET or spaced else _ENDS_NEAR  # "11.60/12/12.60", "76.50-77"
            literal = near(point.value, before.value, room)
            longer = None if literal else _completed(point, before.value, written or before.piece.text)
            longer = longer and _carried(longer, before.value, point.piece.text)
            if longer is not None and point.slot is SLOT.TARGET and _goes_on_as_written(point, out, longer, sign):
                longer = None
            if longer is not None and (
                near(longer, before.value, Decimal("1.1")) or _is_next_rung(point, before, longer, sign)
            ):
                out.append(point.worth(longer))
                written = plain(longer)
                continue
        written = None
        out.append(point)
    return out


def _goes_on_as_written(point: Point, before: Sequence[Point], longer: Decimal, sign: int) -> bool:
    """ "TP 7.90 / 9.20 / 11" of a buy: 9.11 would go back, and "TP 8.10 / 9.10 / 11" would hardly go on.

    Whoever shortens his figures takes steps that are like those before; so does whoever writes them out.
    """
    last = before[-1].value
    if (point.value - last) * sign <= 0 or not near(point.value, last, _RUNG):
        return False
    if (longer - last) * sign <= 0:
        return True
    step = abs(last - before[-2].value) if len(before) > 1 and before[-2].slot in (*_ENTERED, SLOT.TARGET) else 0
    return step > abs(longer - last) * _MANY_STEPS and abs(point.value - last) < step * _FEW_STEPS


def _is_next_rung(point: Point, before: Point, longer: Decimal, sign: int) -> bool:
    """ "0.00000254 - 279 - 311 - 420": without the zeros of the one before it, whose other digits are all written.

    As it stands it would be many times as much. A target goes on the way of the trade, and an end of a zone is near.
    """
    leads = len(plain(before.value).replace(".", "").lstrip("0"))
    if point.value < before.value * _MANY_TIMES or len(point.piece.text) < leads:
        return False
    if point.slot is SLOT.TARGET:
        return (longer - before.value) * sign > 0 and near(longer, before.value, _RUNG)
    return point.slot in _ENTERED and near(longer, before.value, _ZONE)


def _completed(point: Point, whole: Decimal, written: str) -> Decimal | None:
    short = point.piece.text
    head, mark, digits = written.replace(",", "").replace("'", "").rpartition(".")
    if not (head + digits).isdigit() or len(short) < 2 or whole != Decimal(head + mark + digits):
        return None
    if whole >= _WHOLE_MIN and (mark or "." in short):
        return _completed_whole(short, head if mark else digits)
    if not short.isdigit():
        return None
    if len(short) > len(digits) - (not mark) or (not mark and len(digits) < 4):
        return None
    return Decimal(head + mark + digits[: len(digits) - len(short)] + short)


def _carried(longer: Decimal, whole: Decimal, short: str) -> Decimal:
    """4397-02 ends at 4402, and 4405-98 at 4398: where the next hundred is so much nearer than the same."""
    last = Decimal(1) if "." in short else Decimal(1).scaleb(-len(plain(longer).partition(".")[2]))
    hundred = last * 10 ** len(short.partition(".")[0])
    other = longer + (hundred if longer < whole else -hundred)
    return other if abs(other - whole) * _CARRIED < abs(longer - whole) else longer


def _completed_whole(short: str, whole: str) -> Decimal | None:
    """2650.5-49 ends at 2649, 4039.50-41.50 at 4041.50: of so large a price nobody shortens the cents."""
    ending, mark, cents = short.partition(".")
    if not ending.isdigit() or not 1 < len(ending) < len(whole) or (mark and not cents.isdigit()):
        return None
    return Decimal(whole[: -len(ending)] + short)


def _short_stop(points: list[Point]) -> list[Point]:
    """An author who shortens his zone (4391-93) shortens his stop and targets too (SL 85 is 4385).

    Only the digits before it are taken from the zone: which side that is on is for the judgement to say.
    """
    entries = [p for p in points if p.slot in _ENTERED]
    if len(entries) < 2 or not any(p.piece.text.isdigit() and p.value != Decimal(p.piece.text) for p in entries):
        return points
    anchor = entries[0].value
    out = []
    for point in points:
        short = point.piece.text
        completes = point.slot in (SLOT.STOP, SLOT.TARGET) and short.isdigit() and len(short) in (2, 3)
        if completes and point.value < anchor / 5:
            step = Decimal(10) ** len(short)
            out.append(point.worth(anchor // step * step + Decimal(short)))
        else:
            out.append(point)
    return out


def _short(points: Sequence[Point]) -> list[Point]:
    """Those of which only the last digits may have been written."""
    return [p for p in points if len(p.piece.text) == _SHORT and _is_short(p)]


def _is_short(point: Point) -> bool:
    short = len(point.piece.text) == _SHORT and point.piece.text.isdigit()
    return short and point.value != Decimal(point.piece.text) * _THOUSAND


def _short_levels(points: list[Point], sign: int) -> list[Point]:
    """ "Sell 4071, SL 4077, TP 69 67 65": the digits that change, where each comes to lie on its own side.

    The entry is the witness, or for "limit 48, SL 4063" the stop. What does not fit stays as it was written.
    """
    short = _short(points)
    if not (sign and short):
        return points
    full = next((p.value for p in points if p.slot in _ENTERED and not _is_short(p)), None)
    stop = next((p.value for p in points if p.slot is SLOT.STOP and not _is_short(p)), None)
    if any(p.slot not in (*_ENTERED, SLOT.STOP, SLOT.TARGET) for p in short) or max(full or 0, stop or 0) < _WHOLE_MIN:
        return points
    last = full
    longer: dict[int, Decimal] = {}
    for point in sorted(points, key=lambda p: p.slot not in _ENTERED):
        if point.slot is SLOT.STOP:
            witness, way = full or last, -sign
        elif point.slot is SLOT.TARGET:
            witness, way = last, sign
        else:
            witness, way = stop, sign
        value: Decimal | None = point.value
        if _is_short(point):
            mixed = full is not None and point.slot in _ENTERED
            value = None if mixed or witness is None else _nearest(point, witness, way)
        if value is None:
            return points
        longer[point.piece.start] = value
        last = last if point.slot is SLOT.STOP else value
    return [p.worth(longer[p.piece.start]) for p in points]


def _nearest(point: Point, witness: Decimal, way: int) -> Decimal | None:
    """The nearest price beyond the witness that ends in these digits; none where it is far off."""
    ending, step = Decimal(point.piece.text), Decimal(10) ** _SHORT
    value = witness // step * step + ending
    if (value - witness) * way <= 0:
        value += step * way
    return value if abs(value - witness) < step / 2 else None
