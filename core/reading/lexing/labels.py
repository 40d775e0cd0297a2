"""Find what a price is for where no label stands before it: one behind it, a picture, a letter, a word of leaving.

Separate from the other loans among neighbours, because these alone decide what a price is for.
Each holds only where the post itself leaves no other reading: a label that is written wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed, meaning_of

_IN, _OUT = listed("IN"), listed("OUT")
EXITS = frozenset((*listed("LEAVING"), *_OUT))
_PAST_THE_PLAN = frozenset((Role.MOVE, Role.EDIT, Role.EVEN, Role.HIT, Role.CLOSED, Role.CANCEL, Role.STOPPED))
_LEAVES = (Role.CLOSE, Role.PART, Role.ALL)
_SIDES = (Role.BUY, Role.SELL)


def price_behind(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether nothing but a mark or "at" stands between a label and its price."""
    behind = next((p for p in pieces[at + 1 : at + 4] if p.role is not ROLE.ZONE and not _points_on(p)), None)
    return behind is not None and behind.role is ROLE.PRICE


def _points_on(piece: Lexeme) -> bool:
    return piece.role is ROLE.MARK and (piece.text in ":=@-" or not piece.text.isascii())


_BAILS, _WRONG = listed("BAILING"), listed("WRONG")


def _bails_out(piece: Lexeme) -> bool:
    return piece.text in _WRONG or (piece.role is ROLE.CLOSE and piece.text.startswith(_BAILS))


def exits_as_labels(pieces: list[Lexeme]) -> list[Lexeme]:
    """In 65,120 out 65,600; take some at 97, rest at 104; bail-out 13.60: words of leaving that label a price.

    Only behind a side and a first price, and only where nothing has happened yet and nothing is changed.
    """
    roles = {p.role for p in pieces}
    if roles.isdisjoint(_SIDES) or not roles.isdisjoint(_PAST_THE_PLAN):
        return pieces
    priced = False
    if ROLE.STOP not in roles:
        for at, piece in enumerate(pieces):
            if priced and _bails_out(piece) and price_behind(pieces, at):
                pieces[at] = piece.recast(ROLE.STOP)
                roles.add(ROLE.STOP)
            priced = priced or piece.role is ROLE.PRICE
    if ROLE.STOP not in roles or ROLE.TARGET in roles:
        return pieces
    priced = False
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.PRICE:
            priced = True
        elif piece.text in _IN and not priced and price_behind(pieces, at):
            pieces[at] = piece.recast(ROLE.ENTRY)
        elif priced and (piece.role in _LEAVES or piece.text in _OUT) and price_behind(pieces, at):
            pieces[at] = piece.recast(ROLE.TARGET)
    return pieces


def s_as_stop(pieces: list[Lexeme]) -> list[Lexeme]:
    """E: 1.0875 S: 1.0905 T: 1.0830, e1.0875 s1.0905 t1.0830: beside an entry and a target, the third letter."""
    roles = {p.role for p in pieces}
    if ROLE.STOP in roles or ROLE.TARGET not in roles:
        return pieces
    _letters_in_a_row(pieces)
    if roles.isdisjoint((ROLE.ENTRY, *_SIDES)):
        return pieces
    for at in range(len(pieces) - 1):
        if pieces[at].text != "s" or not price_behind(pieces, at):
            continue
        before = at - 1 - (at > 1 and pieces[at - 1].role is ROLE.MARK)
        heads = at > 0 and pieces[before].role is ROLE.LINE  # "E 4480, S 4470, T 4500", a line each
        if heads or (ROLE.ENTRY in roles and pieces[at + 1].text in ":="):
            pieces[at] = pieces[at].recast(ROLE.STOP)
    return pieces


def _letters_in_a_row(pieces: list[Lexeme]) -> None:
    """ "L e162.15 s161.80 t162.90", "18,455 | S 18,390 | T 18,540": no colon, "t" behind it."""
    labelled = [at for at, p in enumerate(pieces[:-1]) if p.text in _INITIALS and pieces[at + 1].role is ROLE.PRICE]
    if [pieces[at].text for at in labelled][:3] in _ROWS and labelled[-1] - labelled[0] <= _ROW_MAX:
        stop = next(at for at in labelled if pieces[at].text == "s")
        if any(p.role is ROLE.PRICE for p in pieces[max(0, stop - 2) : stop]):
            pieces[stop] = pieces[stop].recast(ROLE.STOP)
            if pieces[labelled[0]].text == "e":
                pieces[labelled[0]] = pieces[labelled[0]].recast(ROLE.ENTRY)


_INITIALS, _ROWS, _ROW_MAX = frozenset("est"), (["e", "s", "t"], ["s", "t"], ["s", "t", "t"]), 12
_BESIDE_A_SIDE = (Role.PRICE, Role.LINE, Role.ENTRY)
_LETTERS = {"l": Role.BUY, "s": Role.SELL}


def letters_as_sides(pieces: list[Lexeme]) -> list[Lexeme]:
    """BTC L 64300 SL 63500 TP 65500, L BTC 64300: beside the instrument, with a stop and a target, a side."""
    roles = {p.role for p in pieces}
    if roles.isdisjoint(_SIDES) and {ROLE.STOP, ROLE.TARGET, ROLE.TICKER} <= roles:
        for at in range(len(pieces) - 1):
            role, before = _LETTERS.get(pieces[at].text), pieces[at - 1].role if at else ROLE.LINE
            beside = {before, pieces[at + 1].role}
            if role is not None and ROLE.TICKER in beside and not beside.isdisjoint(_BESIDE_A_SIDE):
                pieces[at] = pieces[at].recast(role)
                break
    return pieces


_LEVER_MAX = 125
_JOINS_LEVERS = frozenset("-~/*:=_")


def levers_behind(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Leverage:", and "5 10" on the line below: nothing but small whole numbers up to the end of that line."""
    for at in [at for at, p in enumerate(pieces) if p.role is ROLE.LEVERAGE]:
        first = at + 1
        while first < len(pieces) and (pieces[first].role is ROLE.LINE or pieces[first].text in _JOINS_LEVERS):
            first += 1
        last = first
        while last < len(pieces) and pieces[last].role is not ROLE.LINE:
            last += 1
        run = [n for n in range(first, last) if pieces[n].text not in _JOINS_LEVERS]
        if run and all(_is_a_lever(pieces[n]) for n in run):
            for n in run:
                pieces[n] = pieces[n].recast(ROLE.TIMES)
        elif at and _leads_its_label(pieces, at - 1, first):
            pieces[at - 1] = pieces[at - 1].recast(ROLE.TIMES)
    return pieces


def _leads_its_label(pieces: Sequence[Lexeme], at: int, behind: int) -> bool:
    """ "(20 leverage, cross)": before its word, with no figure behind that, and no label or company before it."""
    figure = pieces[behind].role if behind < len(pieces) and pieces[behind - 1].role is not ROLE.LINE else ROLE.LINE
    if not _is_a_lever(pieces[at]) or figure in (ROLE.PRICE, ROLE.TIMES):
        return False
    before = pieces[at - 1] if at else None
    return before is None or (before.role not in _LABELS and before.role is not ROLE.PRICE and before.text not in "-/~")


def _is_a_lever(piece: Lexeme) -> bool:
    return piece.role is ROLE.PRICE and piece.text.isdigit() and 0 < int(piece.text) <= _LEVER_MAX


def al_as_buy(pieces: list[Lexeme]) -> list[Lexeme]:
    """ALTIN AL 2715: Turkish for buy behind the instrument, and a little word of other languages anywhere else."""
    if _SIDES[0] in (roles := {p.role for p in pieces}) or ROLE.SELL in roles:
        return pieces
    for at in range(1, len(pieces)):
        after = pieces[at + 1].role if at + 1 < len(pieces) else ROLE.LINE
        told = at - 1 - (pieces[at - 1].role is ROLE.MARK and at > 1)  # "GALAUSDT | AL"
        named = pieces[at].text == "al" and pieces[told].role is ROLE.TICKER
        labels = pieces[at].text == "al" and after is ROLE.MARK and pieces[at - 1].role is ROLE.LINE
        planned = after is ROLE.STOP and ROLE.TARGET in roles
        if labels and {ROLE.STOP, ROLE.TARGET} <= roles and price_behind(pieces, at):
            pieces[at] = pieces[at].recast(ROLE.BUY)
        if named and (planned or after in (ROLE.PRICE, ROLE.LINE, ROLE.MARKET, ROLE.ZONE, ROLE.MARK)):
            pieces[at] = pieces[at].recast(ROLE.BUY)
            break
    return pieces


_CANDLES = listed("CLOSES_BEYOND")
_ON_ITS_SIDE = {Role.BUY: Role.ABOVE, Role.SELL: Role.BELOW}
"""A close there is what a trade waits for, and not what ends it."""


def candles_as_stop(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "4h close below 1.318 = out": beside a side and its targets, and without any other, that is the stop."""
    roles = {p.role for p in pieces}
    sold = roles.issuperset(_SIDES)  # "Buy: 1.28", and "Sell 1: 1.55" below it
    if ROLE.STOP in roles or (ROLE.TARGET not in roles and not sold) or roles.isdisjoint(_SIDES):
        return pieces
    for at in range(len(pieces) - 1):
        if pieces[at].text in _CANDLES and pieces[at + 1].role is ROLE.PRICE:
            side = next(p.role for p in pieces if p.role in _SIDES)
            if meaning_of(pieces[at].text.split()[-1]) is not _ON_ITS_SIDE[side]:
                pieces[at] = pieces[at].recast(ROLE.STOP)
                break
    return pieces


_SOUGHT, _TOWARDS = frozenset(listed("SEEKING")), "向"
SEEKERS = frozenset(phrase.split()[0] for phrase in _SOUGHT)


def sought_prices(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Stop 16.85, looking for 18.1": before a price it is a target, before anything else it is waiting."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].text not in _SOUGHT:
            continue
        towards = pieces[at + 1].text == _TOWARDS and any(p.role is ROLE.STOP for p in pieces)
        if pieces[at + 1 + towards : at + 2 + towards] and pieces[at + 1 + towards].role is ROLE.PRICE:
            pieces[at] = pieces[at].recast(ROLE.TARGET)
            if towards:
                pieces[at + 1] = pieces[at + 1].recast(ROLE.FILLER)
    return pieces


CHEERS = frozenset("💥🔥🚀🎉🥳💯🏆👏🙌🤑💰💸🍾🥂😎💪👌🎊🏁🎯")
_ORDERED = (Role.LINE, Role.STOP, Role.MOVE, Role.CLOSE, Role.PART, Role.HALF, Role.EVEN)
_STILL_TO_COME = frozenset((Role.TO, Role.HOLD, Role.RUNNER, Role.WAIT, Role.WILL, Role.ANALYSIS, Role.TARGET))
_ONWARDS = frozenset().union(*map(listed, ("KEEPING", "STAYING", "SEEKING", "FOR", "NEW")))
_ON_ITS_WAY_WITHIN = 6


def cheers_as_ticks(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP1 💥 SL to entry": a cheer behind a counted target, where no side is named and no price follows."""
    roles = {p.role for p in pieces}
    priced = any(p.role is ROLE.PRICE and len(p.text) > _COUNTED_MAX for p in pieces)
    if priced or not roles.isdisjoint(_SIDES):
        return pieces
    for at in range(2, len(pieces)):
        counted = pieces[at - 1].role in (ROLE.INDEX, ROLE.PRICE) and pieces[at - 2].role is ROLE.TARGET
        ends = at + 1 == len(pieces) or pieces[at + 1].role in _ORDERED
        if counted and ends and pieces[at].text in CHEERS and not _is_on_its_way(pieces, at - 2):
            pieces[at] = pieces[at].recast(ROLE.TICK)
    return pieces


def _is_on_its_way(pieces: Sequence[Lexeme], target: int) -> bool:
    """ "Let it run to TP2 🚀", "next: TP3 🔥": the cheer is for what is to come, unless it is said to be reached."""
    for piece in reversed(pieces[max(0, target - _ON_ITS_WAY_WITHIN) : target]):
        if piece.role in (ROLE.LINE, ROLE.TICK, ROLE.HIT) or piece.text in ".!":
            return False
        if piece.role in _STILL_TO_COME or not _ONWARDS.isdisjoint(piece.text.split()):
            return True
    return False


ASKED = frozenset("?")


def asked_as_later(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Sl - ???": nothing is asked, it is not known yet."""
    open_label = False
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.STOP or piece.role is ROLE.TARGET:
            open_label = True
        elif piece.text == "?" and open_label:
            pieces[at] = piece.recast(ROLE.LATER)
        elif piece.text not in "-:=.@":
            open_label = False
    return pieces


_TICKED_MIN = 2


def ticks_as_targets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "⛔ 55.6 ✅ 51.1 ✅ 49.7": the green marks of a plan; the walk over it still doubts whether they are reached."""
    said = {p.role for p in pieces}
    if ROLE.TARGET in said or ROLE.STOP not in said or said.isdisjoint(_SIDES):
        return pieces
    ticked = [at for at in range(len(pieces) - 1) if pieces[at].role is ROLE.TICK and pieces[at + 1].role is ROLE.PRICE]
    if len(ticked) >= _TICKED_MIN:
        for at in ticked:
            pieces[at] = pieces[at].recast(ROLE.TARGET)
    return pieces


_LABELS = frozenset((Role.ENTRY, Role.STOP, Role.TARGET))
_FIGURES = frozenset((Role.PRICE, Role.PERCENT, Role.DISTANCE, Role.RUNNER, Role.LATER))
_PLACED = _FIGURES | _LABELS
_TRAILING_MIN = 2
_COUNTED_MAX, _LABELS_MAX = 2, 20
"""Digits of a number that counts its label, and how many labels anybody counts."""


def labels_behind_their_prices(pieces: list[Lexeme]) -> list[Lexeme]:
    """0.118 entry, 0.112 stop, 0.126 tp1: where every label stands behind its price, it is put before it.

    The stop and another must stand so, beside a side; no line may begin with a label that has a price,
    and a label at the end of a line above nothing but prices is their heading.
    """
    stops = [at for at, p in enumerate(pieces) if p.role is ROLE.STOP and at and pieces[at - 1].role is ROLE.PRICE]
    if not any(_ends_a_run(pieces, at) for at in stops):
        return pieces
    lines = list(_lines(pieces))
    if not any(_trails(pieces[line]) for line in lines) or all(p.role not in _SIDES for p in pieces):
        return pieces
    rows = [_levels(pieces, line) for line in lines]
    if any(map(_leads, rows, [*rows[1:], []])):
        return pieces
    turned = [(line, _turned(pieces, line)) for line in lines]
    behind = [p.role for _, now in turned if now is not None for p in now if p.role in _LABELS]
    if len(behind) < _TRAILING_MIN or ROLE.STOP not in behind:
        return pieces
    out: list[Lexeme] = []
    for line, now in turned:
        out += pieces[line] if now is None else now
        out += pieces[line.stop : line.stop + 1]
    return out


_BEHIND_A_RUN = (Role.LINE, Role.PRICE, Role.AND)


def _ends_a_run(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a label that stands behind a price has none behind it."""
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    return behind is None or behind.role in _BEHIND_A_RUN or behind.text in (*",;|)&+", "and a")


def _lines(pieces: Sequence[Lexeme]) -> Iterator[slice]:
    first = 0
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.LINE:
            yield slice(first, at)
            first = at + 1
    yield slice(first, len(pieces))


def _trails(row: Sequence[Lexeme]) -> bool:
    """Whether no figure but a count parts a label from the end of its line or from the next label: most never do."""
    last = next((at for at in range(len(row) - 1, 0, -1) if row[at].role in _LABELS), 0)
    if last and row[last - 1].text == "," and all(p.role is not ROLE.PRICE for p in row[last:]):
        return False  # "tp 35 37, entrada tranquila"
    said = [p.role for p in row if p.role in _PLACED and not (p.text.isdigit() and int(p.text) <= _LABELS_MAX)]
    return ROLE.STOP in said and any(a in _LABELS and b in _LABELS for a, b in pairwise([*said, ROLE.STOP]))


def _levels(pieces: Sequence[Lexeme], line: slice) -> list[Role]:
    return [ROLE.PRICE if p.role in _FIGURES else p.role for p in pieces[line] if p.role in _PLACED]


def _leads(row: Sequence[Role], below: Sequence[Role]) -> bool:
    """Whether a line has a label before its first price, or at its end above nothing but prices."""
    leads, heads = ROLE.PRICE in row, set(below) == {ROLE.PRICE}
    return bool(row) and ((heads and row[-1] in _LABELS) or (leads and row[0] in _LABELS))


def _counts(label: Lexeme, piece: Lexeme, run: Sequence[Lexeme]) -> bool:
    """The 1 of "tp1" and "target 1", where the price stands before it; in "buy 30 sl 29 tp 32" all are prices."""
    short = piece.role is ROLE.PRICE and piece.text.isdigit() and len(piece.text) <= _COUNTED_MAX
    if not short or piece.start > label.end + 1 or piece.value is None:
        return False
    priced = next((p.value for p in reversed(run) if p.role is ROLE.PRICE and p.value), None)
    return piece.start == label.end or priced is None or not priced / 2 < piece.value < priced * 2


def _turned(pieces: Sequence[Lexeme], line: slice) -> list[Lexeme] | None:
    """The line with every label before its prices; None where it is not made of prices with labels behind them."""
    out: list[Lexeme] = []
    run: list[Lexeme] = []
    row = list(pieces[line])
    at, found = 0, False
    while at < len(row):
        piece = row[at]
        at += 1
        if piece.role not in _LABELS:
            run.append(piece)
            continue
        label = [piece]
        if at < len(row) and _counts(piece, row[at], run) and not (at + 1 < len(row) and row[at + 1].role in _LABELS):
            label.append(row[at])
            at += 1
        if found and all(p.role not in _FIGURES for p in run) and price_behind(row, at - len(label)):
            return [*out, *run, *label, *row[at:]]  # "13.65 stop, targets 14.9 and 15.6"
        first = _first_of_run(run, piece.role, sided=not found)
        if first is None or not _is_next_to_its_price(run):
            return None
        out += [*run[:first], *label, *run[first:]]
        run, found = [], True
    if any(p.role in _FIGURES for p in run):
        return None
    return out + run if found else None


def _is_next_to_its_price(run: Sequence[Lexeme]) -> bool:
    """Whether no word stands between the last price and the label behind it."""
    return next((p.role for p in reversed(run) if p.role not in (ROLE.FILLER, ROLE.MARK)), None) is ROLE.PRICE


def _first_of_run(run: Sequence[Lexeme], role: Role, *, sided: bool) -> int | None:
    """Where the prices of a label begin: its stop has one, and the price behind the side is the entry."""
    prices = [at for at, p in enumerate(run) if p.role is ROLE.PRICE]
    if not prices:
        return None
    if role is ROLE.STOP:
        return prices[-1]
    behind_a_side = sided and any(p.role in _SIDES for p in run[: prices[0]])
    return prices[1] if behind_a_side and role is ROLE.TARGET and len(prices) > 1 else prices[0]
