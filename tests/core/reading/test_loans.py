"""What neighbours lend each other: the tables of words and parts leave out only what would lend nothing."""

from __future__ import annotations

from core.reading import clean
from core.reading.lexing.hints import ASKS, DUE, GATES, LOANS
from core.reading.lexing.lexemes import lexemes
from tests.posts import texts


def test_a_loan_without_the_parts_it_asks_for_lends_nothing() -> None:
    for text in texts():
        pieces = lexemes(clean(text))
        roles = {p.role for p in pieces}
        said = {word for p in pieces for word in (p.text, *p.text.split())}
        for number in sorted({number for word in GATES & said for number in DUE[word]}):
            all_of, one_of = ASKS[number]
            if not all_of <= roles or (one_of and one_of.isdisjoint(roles)):
                lent = LOANS[number][1](list(pieces))
                assert lent == pieces, (text, LOANS[number][1].__name__)
