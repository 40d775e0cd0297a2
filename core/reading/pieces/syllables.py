"""Know Vietnamese verbs of one syllable, which other languages write alike once the accents are folded away.

Separate from the phrases, where one syllable would mean its part in every language: here it means it only beside
a name or a side, and those that another language has only where the rest is Vietnamese.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role

_CANCELS, _LEAVES, _CUTS, _SELLS = "huy", ("dong", "thoat"), "cat", "ban"
SYLLABLES = frozenset((_CANCELS, *_LEAVES))
SPOKEN = SYLLABLES | {_CUTS, _SELLS}
_VIETNAMESE = frozenset(("anh", "lenh", "vang", "nhe", "luon", "het", "ngay"))
_COMPANY = _VIETNAMESE | {"ae"}
_OBJECTS = (Role.TICKER, Role.BUY, Role.SELL)
_AROUND = (Role.FILLER, Role.ALL, Role.MARKET)
_ENDS = (Role.LINE, Role.MARK, Role.TICK)
_PLANNED, _SIDES = (Role.STOP, Role.TARGET), (Role.BUY, Role.SELL)
_LABELS = ("cat lo", "dung lo", "chot loi", "muc tieu", "diem vao", "gia vao", "tin hieu")
_LIGHT = (Role.MARK, Role.FILLER)
_BEGINS, _GOES_ON = (Role.LINE, Role.HEADING, Role.TICKER), (Role.TICKER, Role.PRICE, Role.LIMIT, Role.LINE, Role.ENTRY)


def syllables_as_verbs(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Huỷ #sol", "AE còn Sell đóng": what is withdrawn or left stands behind the verb, or ends before it."""
    roles = {p.role for p in pieces}
    if not roles.isdisjoint(_PLANNED):
        return _sold(pieces) if ROLE.STOP in roles and roles.isdisjoint(_SIDES) else pieces
    strangers = sum([p.role is ROLE.WORD for p in pieces])
    said = {word for p in pieces for word in p.text.split()}
    for at, piece in enumerate(pieces):
        if piece.text == _CANCELS and ROLE.LINE not in roles and strangers == 1:  # it is a name, too, and signs posts
            role = ROLE.CANCEL
        elif (piece.text in _LEAVES or _cuts_a_side(pieces, at)) and not _COMPANY.isdisjoint(said):
            role = ROLE.CLOSE
        else:
            continue
        before, behind = _beside(pieces[:at][::-1]), _beside(pieces[at + 1 :])
        if role is ROLE.CLOSE and ROLE.TICKER in (before, behind) and said.isdisjoint(_VIETNAMESE):
            continue  # "sinyal gold dong ae" asks for a signal
        if (before in _ENDS and behind in (*_OBJECTS, ROLE.LIMIT)) or (before in _OBJECTS and behind in _ENDS):
            pieces[at] = piece.recast(role)
    return pieces


def _beside(row: Sequence[Lexeme]) -> Role:
    """What stands next to it, little words apart; the end of the post ends a line."""
    return next((p.role for p in row if p.role not in _AROUND), ROLE.LINE)


def _cuts_a_side(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "Cắt sell nhé": beside a name it may be the animal, or a coin."""
    return pieces[at].text == _CUTS and any(p.role in _SIDES for p in pieces[at + 1 : at + 2])


def _sold(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "BÁN: 2671, CẮT LỖ: 2678": between Vietnamese labels, where no other side is named; elsewhere it is "you"."""
    labelled = any(p.text.startswith(_LABELS) for p in pieces)
    for at, piece in enumerate(pieces):
        named = at + 1 < len(pieces) and pieces[at + 1].role is ROLE.TICKER  # "Bán SOL entry 142"
        if piece.text == _SELLS and piece.role is ROLE.WORD and (labelled or named or _heads_its_call(pieces, at)):
            before = next((p.role for p in reversed(pieces[:at]) if p.role not in _LIGHT), ROLE.LINE)
            behind = next((p.role for p in pieces[at + 1 :] if p.text != ":"), ROLE.LINE)
            if before in _BEGINS and behind in _GOES_ON:
                pieces[at] = piece.recast(ROLE.SELL)
                break
    return pieces


def _heads_its_call(pieces: Sequence[Lexeme], at: int) -> bool:
    """ "SOLUSDT BÁN", and nothing else on that line: a name and what is done with it."""
    before, behind = pieces[max(0, at - 2) : at], pieces[at + 1 : at + 2]
    headed = [p.role for p in before] in ([ROLE.LINE, ROLE.TICKER], [ROLE.TICKER])
    return headed and all(p.role is ROLE.LINE for p in behind)
