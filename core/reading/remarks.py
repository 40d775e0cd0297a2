"""Set aside the numbers that are no levels of the plan: an indicator's, the lots for an account, a comment's.

Separate from the labels: these say what a number is not. Whatever is set aside here is one less reason
to ask, so each rule names the words beside the number and leaves every label that is written alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.pieces import Lexeme
from core.reading.roles import ROLE, Role

_INDICATORS = ("rsi", "atr", "adx", "cci", "mfi", "stoch", "stochastic", "macd", "obv")
_PER = (
    *("per", "for every", "for each", "per each", "every", "each", "por cada", "por", "cada", "para cada", "par"),
    *("pour", "pour chaque", "chaque", "pro", "je", "fur", "auf je", "per ogni", "ogni", "na kazde", "na", "her"),
    *("icin", "setiap", "untuk setiap", "tiap", "на каждые", "каждые", "на", "لكل", "به ازاي", "به ازای", "每"),
)
_COMMENTS = (
    *("note", "notes", "comment", "comments", "reason", "reasons", "rationale", "why", "context", "technicals"),
    *("remark", "remarks", "commentary", "reasoning", "analysis", "confluence", "confluences", "thesis", "logic"),
    *("nota", "razon", "razones", "comentario", "motivo", "observacao", "remarque", "raison", "commentaire"),
    *("hinweis", "grund", "kommentar", "begrundung", "motivazione", "commento", "analisi", "uwaga", "powod"),
    *("komentarz", "uzasadnienie", "aciklama", "neden", "yorum", "catatan", "alasan", "analisis", "analise"),
    *("комментарий", "примечание", "причина", "обоснование", "анализ", "заметка", "ملاحظه", "السبب", "توضيح"),
    *("备注", "说明", "理由", "分析", "コメント", "根拠", "メモ"),
)
_PULLBACKS = ("回踩", "回调", "反弹", "回落", "回撤", "反抽", "回测")
QUOTED = frozenset(
    (
        *("current price", "current market price", "market price", "price now", "last price", "live price", "cmp"),
        *("precio actual", "preco atual", "prix actuel", "aktueller kurs", "aktueller preis", "prezzo attuale"),
        *("текущая цена", "aktualna cena", "guncel fiyat", "harga saat ini", "السعر الحالي", "قيمت فعلي"),
    )
)
INDICATORS, PER, COMMENTS, PULLBACKS = map(frozenset, (_INDICATORS, _PER, _COMMENTS, _PULLBACKS))
_NUMBERS = ("no", "nr", "num", "number", "№", "n")
_COUNTED = (Role.ENTRY, Role.TARGET, Role.STOP)
_SIDES = (Role.BUY, Role.SELL)
_LEVELLED = (*_SIDES, Role.PERCENT)
_PLANNED = frozenset((Role.STOP, Role.TARGET, Role.ENTRY, Role.ADD, *_SIDES, Role.MOVE, Role.CLOSE, Role.LEVERAGE))
_FIGURES = (Role.PRICE, Role.PERCENT)
_LOTS_MAX = 2
_MONEY = PER | {"$", "€", "usd", "usdt"}


def _aside(pieces: list[Lexeme], at: int) -> None:
    pieces[at] = pieces[at]._replace(role=ROLE.IDENT, value=None, other=None)


def indicators_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """RSI(14): 78.2, ATR: 0.0094: the period in brackets, and the figure behind a colon."""
    for at, piece in enumerate(pieces):
        if piece.text not in INDICATORS:
            continue
        behind = at + 1
        if [p.text for p in pieces[behind : behind + 3 : 2]] == ["(", ")"] and pieces[behind + 1].role is ROLE.PRICE:
            _aside(pieces, behind + 1)
            behind += 3
        behind += behind < len(pieces) and pieces[behind].text in ":="
        if behind < len(pieces) and pieces[behind].role is ROLE.PRICE:
            _aside(pieces, behind)
    return pieces


_GERMAN = frozenset(("ich", "und", "der", "die", "das", "ist", "kannst", "du", "wir", "mit", "traden", "jetzt"))
HERE = frozenset(("hier",))


def hier_as_here(pieces: list[Lexeme]) -> list[Lexeme]:
    """German for here, and French for yesterday: the company tells."""
    if any(p.text in _GERMAN or p.text.startswith("ich ") for p in pieces):
        for at, piece in enumerate(pieces):
            if piece.text == "hier" and piece.role is ROLE.PAST:
                pieces[at] = piece._replace(role=ROLE.FILLER)
    return pieces


def bars_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Symbol: ETHUSDT, TF: 15m, Close: 1871.55": a field of a chart's alert, and no order."""
    if all(p.role not in (ROLE.SYMBOL, ROLE.TIME) for p in pieces):
        return pieces
    for at in range(len(pieces) - 2):
        if pieces[at].text == "close" and pieces[at + 1].text in ":=" and pieces[at + 2].role is ROLE.PRICE:
            pieces[at] = pieces[at]._replace(role=ROLE.ANALYSIS)
            _aside(pieces, at + 2)
    return pieces


def lots_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """0.01 per $100: how much to put in."""
    for at in range(1, len(pieces) - 1):
        counted = at - 1 - (pieces[at - 1].role is ROLE.SIZE and at > 1)
        if pieces[at].text not in PER or pieces[counted].role is not ROLE.PRICE:
            continue
        behind = next((n for n in range(at + 1, min(at + 4, len(pieces))) if pieces[n].text not in _MONEY), at)
        lots = pieces[counted].value
        if lots is None or lots > _LOTS_MAX or pieces[behind].role is not ROLE.PRICE:
            continue
        money = pieces[behind].value
        if money is not None and money >= lots * 50:
            _aside(pieces, counted)
            _aside(pieces, behind)
    return pieces


def comments_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Comment: rejected from 7.30": a line of its own behind the plan, in which nothing is ordered."""
    told: set[Role] = set()
    first = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and pieces[at].role is not ROLE.LINE:
            continue
        row = pieces[first:at]
        if {ROLE.STOP, ROLE.TARGET, ROLE.PRICE} <= told and _comments(row) and _PLANNED.isdisjoint(p.role for p in row):
            for n, piece in enumerate(row, start=first):
                if piece.role in _FIGURES:
                    _aside(pieces, n)
        told.update(p.role for p in row)
        first = at + 1
    return pieces


def _comments(row: Sequence[Lexeme]) -> bool:
    lead = next((at for at, p in enumerate(row) if p.role is not ROLE.MARK), len(row))
    return lead + 1 < len(row) and row[lead].text in COMMENTS and row[lead + 1].text in ":-"


def quotes_aside(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Current price: 0.552, entry: 0.548": where an entry is named, what it costs now is news."""
    entered = any(p.role is ROLE.ENTRY and q.role is ROLE.PRICE for p, q in pairwise(_spoken(pieces)))
    for at in range(len(pieces) - 2) if entered else ():
        behind = at + 1 + (pieces[at + 1].text in ":=")
        if pieces[at].text in QUOTED and pieces[behind].role is ROLE.PRICE:
            pieces[at] = pieces[at]._replace(role=ROLE.FILLER)
            _aside(pieces, behind)
    return pieces


def _spoken(pieces: Sequence[Lexeme]) -> list[Lexeme]:
    return [p for p in pieces if p.role not in (ROLE.MARK, ROLE.LINE, ROLE.FILLER, ROLE.INDEX)]


def numbers_counted(pieces: list[Lexeme]) -> list[Lexeme]:
    """ "Entry No.1 4471", and #1 4512 at the head of a line: which entry, and no ticket."""
    for at in range(1, len(pieces) - 1):
        tag, price = pieces[at], pieces[at + 1]
        heads = at == 1 or pieces[at - 2].role is ROLE.LINE
        if tag.role is ROLE.IDENT and len(tag.text) == 1 and pieces[at - 1].text == "#" and heads:
            if price.role is ROLE.PRICE:
                pieces[at] = tag._replace(role=ROLE.INDEX)
            continue
        if pieces[at].text not in _NUMBERS or pieces[at - 1].role not in _COUNTED:
            continue
        behind = at + 1 + (pieces[at + 1].text in ".:#")
        if behind < len(pieces) and pieces[behind].role is ROLE.PRICE and len(pieces[behind].text) == 1:
            pieces[at] = pieces[at]._replace(role=ROLE.FILLER)
            pieces[behind] = pieces[behind]._replace(role=ROLE.INDEX)
    return pieces


def pullbacks_to_a_price(pieces: list[Lexeme]) -> list[Lexeme]:
    """回踩3268-3265多: to buy at a price once it comes back to it is a limit order, and no condition."""
    for at in range(len(pieces) - 2):
        if pieces[at].text not in PULLBACKS or pieces[at + 1].role is not ROLE.PRICE:
            continue
        behind = next(
            (p for p in pieces[at + 2 : at + 7] if p.role not in (ROLE.PRICE, ROLE.MARK, ROLE.TO, ROLE.ZONE)), None
        )
        if behind is not None and behind.role in _SIDES:
            pieces[at] = pieces[at]._replace(role=ROLE.FILLER)
    return pieces


def levelled_sides(pieces: list[Lexeme]) -> list[Lexeme]:
    """平多, 平70%: to level a long, or a part of it, is to close it."""
    for at in range(len(pieces) - 1):
        piece, levelled = pieces[at], pieces[at + 1]
        levels = piece.role is ROLE.WORD and piece.text.endswith("平") and piece.end == levelled.start
        if levels and levelled.role in _LEVELLED:
            pieces[at] = piece._replace(role=ROLE.CLOSE)
    return pieces
