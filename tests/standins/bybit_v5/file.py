"""The account on disk, so that it outlives the process of the stand-in as a real one does.

One JSON file, replaced whole after every change: the account of a test is small.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.market import Quote
from core.orders import Execution
from core.vocabulary import Side, Symbol
from tests.standins.bybit_v5.books import Books
from tests.standins.bybit_v5.contracts import Listed
from tests.standins.bybit_v5.tickets import Ticket, Trail
from venues.matching import Engine
from venues.matching.snapshot import converter, to_plain


class AccountFile:
    """``directory`` None: nothing is kept."""

    def __init__(self, directory: Path | None) -> None:
        self._path = directory / "account.json" if directory is not None else None

    def save(self, books: Books, listed: Listed) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(_plain(books, listed)), encoding="utf-8")
        os.replace(fresh, self._path)

    def load(self, books: Books, listed: Listed) -> None:
        """Fill empty books with what was kept."""
        if self._path is None or not self._path.exists():
            return
        saved = json.loads(self._path.read_text(encoding="utf-8"))
        for symbol, row in saved["listed"].items():
            listed.list_(symbol, **row)
        _fill(books, saved)


def _plain(books: Books, listed: Listed) -> dict[str, Any]:
    plain, exits = converter().unstructure, books.protection
    return {
        "listed": listed.rows,
        "engine": books.engine.snapshot(),
        "tickets": [plain(one) for one in books.tickets.values()],
        "fills": books.fills,
        "traded": [to_plain(one) for one in books.traded],
        "bound": [[symbol, side, names] for (symbol, side), names in exits.bound.items()],
        "trails": [[symbol, side, plain(one)] for (symbol, side), one in exits.trails.items()],
        "born": [[symbol, side, ms] for (symbol, side), ms in books.born.items()],
        "quotes": [plain(quote) for name in listed.instruments if (quote := books.engine.quote_of(name)) is not None],
        "margin_mode": books.margin_mode,
        "seq": books.seq,
    }


def _fill(books: Books, saved: dict[str, Any]) -> None:
    read, exits = converter().structure, books.protection
    terms = replace(books.engine.terms, hedge=saved["engine"]["live"]["hedge"])
    books.engine = Engine.restore(books.listed.instruments, saved["engine"], terms)
    for plain in saved["quotes"]:
        books.engine.on_quote(read(plain, Quote))
    for plain in saved["tickets"]:
        books.keep(read(plain, Ticket))
    books.fills = saved["fills"]
    books.traded = [read(one, Execution) for one in saved["traded"]]
    exits.bound = {(Symbol(symbol), Side(side)): names for symbol, side, names in saved["bound"]}
    exits.trails = {(Symbol(symbol), Side(side)): read(one, Trail) for symbol, side, one in saved["trails"]}
    books.born = {(Symbol(symbol), Side(side)): ms for symbol, side, ms in saved["born"]}
    books.margin_mode, books.seq = saved["margin_mode"], saved["seq"]
