"""Set aside what a room writes around its calls: the head of a pasted post, the money it puts in, its bankroll.

Separate from the remarks on levels: these numbers and names belong to the room, and to no trade.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.words.lexicon import listed
from core.reading.words.units import MONEY

STAKED, BANKROLLS, WICKS, HERE = map(frozenset, map(listed, ("STAKED", "BANKROLLS", "WICKS", "HERE")))
_INSTEAD = frozenset(listed("INSTEAD"))
INSTEAD = frozenset(phrase.split()[0] for phrase in _INSTEAD)
FORMERLY, _OPENS = frozenset(listed("FORMERLY")), frozenset("([,-–—|/←")
_FORWARDED = listed("FORWARDED")
PASTED = frozenset(("[", *(phrase.split()[0] for phrase in _FORWARDED)))
_STAMPS = frozenset((Role.TIME, Role.CLOCK, Role.MARK, Role.IDENT, Role.PRICE, Role.FILLER, Role.ZONE, Role.INDEX))
_MONTHS = frozenset(listed("MONTHS"))
_LEVELS = (Role.STOP, Role.TARGET, Role.MOVE, Role.TO, Role.PRICE)
_CALLED = ((Role.TICKER,), (Role.BUY, Role.SELL))
_SIDES, _LABELLED = (Role.BUY, Role.SELL), (Role.STOP, Role.TARGET, Role.ENTRY)
_POINTS = frozenset(":=-")
_FIELDS = (Role.CLOSED, Role.FILLED, Role.HIT, Role.STOPPED, Role.CANCEL, Role.CLOSE)
STATUSES = frozenset(listed("STATUSES"))
_EXCUSES = frozenset(listed("EXCUSES"))
_WITHDRAWN = ([Role.MARK, Role.REMOVE], [Role.MARK, Role.CANCEL])
_IN_A_STATUS = frozenset((Role.WAIT, Role.MARK, Role.FILLER, Role.ENTRY, Role.LIMIT, Role.ZONE))
DENIALS, ASSENTS = frozenset(listed("DENIALS")), frozenset(listed("ASSENTS"))
_ENDING = (Role.LINE, Role.MARK)
_SIGNS = frozenset("$€£")
_NAME_MAX, _PHRASE_MAX = 8, 4
_FAR = Decimal(2)
"""So many times above or below every other price of the post a sum of money is none of them."""


def pasted_heads(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Gold Room, [17.07.2023 16:22]" above a call for NAS100: copied with it, and no second instrument."""
    heads = {at for row in _rows(pieces) for at in _head(pieces, row)}
    if not heads:
        return pieces
    for roles in _CALLED:
        if any(p.role in roles for at, p in enumerate(pieces) if at not in heads):
            for at in (at for at in heads if pieces[at].role in roles):
                pieces[at] = pieces[at].recast(ROLE.FILLER)
    for at in (at for at in heads if pieces[at].role is ROLE.PRICE):
        pieces[at] = _aside(pieces[at])
    return pieces


def replaced_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP3 now 4150 instead of 4140", "SL is 4029 not 4092": what stood there before is no level any more."""
    for at in range(len(pieces) - 1):
        denied = pieces[at].text == "not" and _corrects(pieces, at)
        if (denied or pieces[at].text in _INSTEAD) and pieces[at + 1].role is ROLE.PRICE:
            given_up = pieces[at + 1]
            pieces[at + 1] = Lexeme(ROLE.FILLER, given_up.text, given_up.start, given_up.end)
            pieces[at] = pieces[at].recast(ROLE.FILLER) if denied else pieces[at]
    return pieces


def former_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL up to 1.2710 (was 1.2675)": right behind the level that stands, the one that stood there is none."""
    for at in range(len(pieces)):
        if pieces[at].text not in FORMERLY:
            continue
        if _heads_what_was(pieces, at):
            continue
        before = pieces[at - 2 if pieces[at - 1].text in _OPENS and at > 1 else at - 1]
        behind = at + 1 + (pieces[at + 1 : at + 2] != [] and pieces[at + 1].text == ":")
        if at and before.role is ROLE.PRICE and behind < len(pieces) and pieces[behind].role is ROLE.PRICE:
            pieces[behind] = _aside(pieces[behind])
    return pieces


_OF_OLD = (Role.WORD, Role.FILLER, Role.MEMORY)


def _heads_what_was(pieces: list[Lexeme], at: int) -> bool:
    """ "Old SL: 2720", and below it "New SL: 2730": set aside with its label, where another is given."""
    label = pieces[at + 1] if at + 1 < len(pieces) else pieces[at]
    row = [n for n in range(at + 2, min(at + 5, len(pieces))) if pieces[n].role not in (ROLE.MARK, ROLE.INDEX)]
    if label.role not in (ROLE.STOP, ROLE.TARGET) or pieces[at].role not in _OF_OLD or not row:
        return False
    if pieces[row[0]].role is not ROLE.PRICE or len(pieces[row[0]].text) == 1:
        return False
    again = [n for n, p in enumerate(pieces) if n != at + 1 and p.role in (label.role, ROLE.EDIT)]
    if not any(p.role is ROLE.PRICE for n in again for p in pieces[n + 1 : n + 4] if p is not pieces[row[0]]):
        return False
    pieces[at : at + 2] = [p.recast(ROLE.FILLER) for p in pieces[at : at + 2]]
    pieces[row[0]] = _aside(pieces[row[0]])
    return True


VIEWED, _EYES = frozenset((*listed("VIEWS"), "👁")), frozenset("👁")


def views_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "532 views", "👁 4.5k": how many have read the post."""
    for at, piece in enumerate(pieces):
        if piece.text not in VIEWED:
            continue
        beside = pieces[at + 1 : at + 2] if piece.text in _EYES else pieces[max(0, at - 1) : at]
        for p in beside:
            if p.role is ROLE.PRICE:
                pieces[pieces.index(p)] = _aside(p)
    return pieces


COPIED = frozenset(("©", "copyright"))


def copyrights_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "© 2025 Blue Owl", "Copyright 2025": a year, and no level."""
    for at in range(len(pieces) - 1):
        year = pieces[at + 1]
        if pieces[at].text in COPIED and year.role is ROLE.PRICE and year.text.startswith("20") and len(year.text) == 4:
            pieces[at + 1] = _aside(year)
    return pieces


def _corrects(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether one price stands right before "not" and another right behind it, where the sentence ends."""
    before = [p for p in pieces[max(at - 2, 0) : at] if p.text != ","]
    behind = pieces[at + 2 : at + 3]
    ends = all(p.role in (ROLE.LINE, ROLE.MARK, ROLE.TICK) or p.text in _EXCUSES for p in behind)  # "... sorry"
    return bool(before) and before[-1].role is ROLE.PRICE and pieces[at + 1].role is ROLE.PRICE and ends


def _aside(piece: Lexeme) -> Lexeme:
    return Lexeme(ROLE.IDENT, piece.text, piece.start, piece.end)


def _rows(pieces: Sequence[Lexeme]) -> Iterator[range]:
    first = 0
    for at in [at for at, p in enumerate(pieces) if p.role is ROLE.LINE] + [len(pieces)]:
        yield range(first, at)
        first = at + 1


def _head(pieces: Sequence[Lexeme], row: range) -> range:
    """Where the name stands that a pasted post begins with: "NAME, [DATE]", "[DATE] NAME:", "Forwarded from NAME"."""
    said = [pieces[at].text for at in row]
    if " ".join(said[:_PHRASE_MAX]).startswith(_FORWARDED):
        return row
    if not ("[" in said and "]" in said):
        return range(0)
    opened, closed = row[said.index("[")], row[said.index("]")]
    if not opened < closed:
        return range(0)
    stamp = {p.role for p in pieces[opened + 1 : closed] if p.text not in _MONTHS}
    if ROLE.TIME not in stamp or not stamp <= _STAMPS:
        return range(0)
    if closed == row[-1] and opened > row[0] and pieces[opened - 1].text == ",":
        return range(row[0], closed)
    ends = next((at for at in row[closed - row[0] : closed - row[0] + _NAME_MAX] if pieces[at].text == ":"), None)
    return range(opened, ends) if opened == row[0] and ends is not None else range(0)


def stakes_in_brackets(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Entry 2 (50% capital): 59000": how much of the money goes in there, and the price is still the entry's."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].role is ROLE.SIZE and pieces[at - 1].role is ROLE.PERCENT and pieces[at + 1].text == ")":
            follows = next((p.role for p in pieces[at + 2 : at + 4] if p.role is not ROLE.MARK), ROLE.LINE)
            if follows is ROLE.PRICE:
                pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


def denied_fields(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Position closed: No", "SL: none": a field of a form tells what has not come, and reports or forbids nothing."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].text not in _POINTS:
            continue
        field, answer = pieces[at - 1], pieces[at + 1]
        if field.role is ROLE.STOP and answer.text in DENIALS and _ends_a_field(pieces, at + 2):
            pieces[at + 1] = answer.recast(ROLE.FILLER)
        if field.role not in _FIELDS:
            continue
        if answer.text in DENIALS and _ends_a_field(pieces, at + 2):
            pieces[at - 1], pieces[at + 1] = field.recast(ROLE.FILLER), answer.recast(ROLE.FILLER)
        elif answer.text in ASSENTS and field.role is ROLE.FILLED:
            pieces[at - 1] = field.recast(ROLE.RECAP)  # "Filled: yes": it is open already
    return pieces


def statuses_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Status: waiting for entry", "Status: deleted (not triggered)": an order that lies, or lies no more."""
    for at in [at for at, p in enumerate(pieces) if p.text in STATUSES]:
        ends = next((n for n in range(at, len(pieces)) if pieces[n].role is ROLE.LINE), len(pieces))
        row = pieces[at + 1 : ends]
        if [p.role for p in row[:2]] in _WITHDRAWN and row[0].text in _POINTS:
            pieces[at + 2 : ends] = [row[1].recast(ROLE.CANCEL), *(p.recast(ROLE.FILLER) for p in row[2:])]
        plain = all(" " not in p.text for p in row if p.role is ROLE.WAIT)  # "wait for confirmation" is a condition
        if plain and row and row[0].text in _POINTS and ROLE.WAIT in {p.role for p in row} <= _IN_A_STATUS:
            pieces[at + 1 : ends] = [p if p.role is ROLE.LIMIT else p.recast(ROLE.FILLER) for p in row]
    return pieces


def _ends_a_field(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether nothing goes on behind an answer: "Closed: no more trades" denies something else."""
    behind = pieces[at] if at < len(pieces) else None
    after = pieces[at + 1 : at + 3]
    if behind is None or behind.role is ROLE.LINE or behind.text in ".,;|)]":
        return True
    return any(p.text == ":" for p in after)  # "Filled: No Reasoning: ..."


_SHARED = (Role.SHARE, Role.HALF)
_SIZED = frozenset((*_SHARED, Role.SIZE))
_BEFORE_ITS_PRICE = ("at", "@")


def shares_apart(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "TP: 2/3" at the end of its line may be two prices or a share of one; "1/2 size at 1.52" sizes an entry."""
    sized = [at for at in range(1, len(pieces)) if pieces[at].role in _SIZED]
    if not sized or all(p.role not in _SIDES for p in pieces):
        return pieces
    for at in sized:
        share, behind = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        if share.role is ROLE.SIZE and pieces[at - 1].role in (*_SHARED, ROLE.PERCENT):
            row = pieces[at + 1 : at + 3]
            if len(row) > 1 and row[0].text in _BEFORE_ITS_PRICE and row[1].role is ROLE.PRICE:
                pieces[at] = share.recast(ROLE.FILLER)
        elif share.role in _SHARED and "/" in share.text and (behind is None or behind.role is ROLE.LINE):
            label = at - 1 - (pieces[at - 1].text in _POINTS and at > 1)
            if pieces[label].role in _LABELLED:
                pieces[at] = share.recast(ROLE.BROKEN)
    return pieces


def stakes_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "LONG with $950", "входим на 35$": the money that is put in, far from every price of the post."""
    staked = [at for at in range(2, len(pieces)) if pieces[at].role is ROLE.PRICE and _is_staked(pieces, at)]
    if not staked:
        return pieces
    prices = [p.value for at, p in enumerate(pieces) if p.role is ROLE.PRICE and p.value and not _is_money(pieces, at)]
    for at in staked:
        value = pieces[at].value or Decimal(0)
        if prices and all(value > price * _FAR or value * _FAR < price for price in prices):
            pieces[at] = _aside(pieces[at])
    return pieces


def _is_staked(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether a sum of money stands behind "with", and that behind no label: "SL на 35$" is a level, however wrong."""
    leads = at - 1 - (pieces[at - 1].text in _SIGNS)
    led = leads > 0 and pieces[leads].text in STAKED and pieces[leads - 1].role not in _LEVELS
    return led and _is_money(pieces, at)


def _is_money(pieces: Sequence[Lexeme], at: int) -> bool:
    if pieces[at].role is not ROLE.PRICE:
        return False
    behind = pieces[at + 1].text if at + 1 < len(pieces) else ""
    return behind in _SIGNS or pieces[at].text.endswith(MONEY) or (at > 0 and pieces[at - 1].text in _SIGNS)


def bankrolls_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Банк: 4950$": what the room has, and no bank that says something."""
    for at in range(len(pieces) - 2):
        named = pieces[at].text in BANKROLLS and pieces[at + 1].text in _POINTS
        if named and any(p.role is ROLE.PRICE for p in pieces[at + 2 : at + 4]):
            pieces[at] = pieces[at].recast(ROLE.SIZE)
    return pieces


_BEYOND = frozenset((Role.BELOW, Role.ABOVE, Role.MARK, Role.FILLER, Role.ZONE))


def wicks_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "SL: H1 close below 1.21 or wick below 1.18": behind the stop itself, where it counts without a close."""
    stopped = priced = False
    for at, piece in enumerate(pieces):
        if piece.role is ROLE.LINE:
            stopped = priced = False
        stopped = stopped or piece.role is ROLE.STOP
        if priced and piece.text in WICKS:
            behind = next((n for n in range(at + 1, min(at + 5, len(pieces))) if pieces[n].role not in _BEYOND), at)
            if pieces[behind].role is ROLE.PRICE:
                pieces[behind] = _aside(pieces[behind])
        priced = priced or (stopped and piece.role is ROLE.PRICE)
    return pieces


def here_as_market(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Вход: здесь", "entrada: aquí": alone behind the label of an entry it is the price of now."""
    for at in range(1, len(pieces)):
        if pieces[at].text not in HERE or (at + 1 < len(pieces) and pieces[at + 1].role not in _ENDING):
            continue
        label = at - 1 - (pieces[at - 1].text in _POINTS)
        if label >= 0 and pieces[label].role is ROLE.ENTRY:
            pieces[at] = pieces[at].recast(ROLE.MARKET)
    return pieces


_BESIDE_A_SIDE = (Role.FILLER, Role.TICKER)
_ENDS_AN_ENTRY = frozenset((Role.LINE, Role.STOP, Role.TARGET))


def entered_sides(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Захожу в лонг BTC", "BTC多单进场": beside a side, with no price before the stop, an entry is no label."""
    for at in [at for at, p in enumerate(pieces) if p.role is ROLE.ENTRY]:
        row = list(takewhile(lambda p: p.role not in _ENDS_AN_ENTRY, pieces[at + 1 :]))
        below = next((p.role for p in pieces[at + 1 + len(row) :] if p.role not in _ENDING), ROLE.LINE)
        if below is ROLE.PRICE or any(p.role is ROLE.PRICE or p.text == ":" for p in row):
            continue
        before = next((p.role for p in reversed(pieces[:at]) if p.role not in _BESIDE_A_SIDE), ROLE.LINE)
        behind = next((p.role for p in row if p.role not in _BESIDE_A_SIDE), ROLE.LINE)
        if behind in _SIDES or (before in _SIDES and behind in _ENDING):
            pieces[at] = pieces[at].recast(ROLE.FILLER)
    return pieces


_OWN = {"my long": Role.BUY, "my short": Role.SELL}
OWN = frozenset(("my",))


def own_setups_as_sides(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "My Long Trade Setup", alone on its line above a stop and targets: the head of a call, and no trade he has."""
    if not {p.role for p in pieces} >= {ROLE.STOP, ROLE.TARGET, ROLE.PRICE}:
        return pieces
    for at in range(len(pieces) - 1):
        side = _OWN.get(pieces[at].text)
        if side is not None and pieces[at].role is ROLE.RECAP and pieces[at + 1].role is ROLE.HEADING:
            row = takewhile(lambda p: p.role not in _ENDING, pieces[at + 1 :])
            if all(p.role is ROLE.HEADING for p in row):
                pieces[at] = pieces[at].recast(side)
    return pieces
