"""What is known of a piece by itself, held against the long way through everything that stands around it."""

from __future__ import annotations

from itertools import product

from core.reading.names.symbols import Names
from core.reading.text.hygiene import clean
from core.reading.text.tokens import Tokens, tokenize
from core.reading.words.facts import fact_of
from tests.posts import texts

_NAMED = ("xauusd", "gold", "btc", "sol", "ethusdt", "oro", "золото", "cable", "us30", "link", "eurusd", "near")
_COUNTS = ("1", "2", "3", "50", "100")


def _names(tokens: Tokens, text: str) -> Names:
    return Names(tokens, list(map(fact_of, tokens.texts)), text)


def _ends(tokens: Tokens, at: int) -> bool:
    longer, follows = fact_of(tokens.texts[at]).longer, tokens.texts[at + 1]
    return follows not in longer and not (tokens.glued[at + 1] and fact_of(follows).written)


def test_a_name_that_stands_alone_is_the_one_that_the_long_way_finds() -> None:
    compared = 0
    for text in texts():
        plain = clean(text)
        tokens = tokenize(plain)
        names = _names(tokens, plain.text)
        for at in range(tokens.size):
            called = fact_of(tokens.texts[at]).called
            if called is not None and _ends(tokens, at):
                assert names.at(at) == called._replace(first=at, last=at + 1), (text, tokens.texts[at])
                compared += 1
    assert compared > len(texts()) // 3


def test_whatever_follows_a_name_it_is_the_one_that_the_long_way_finds() -> None:
    followers = sorted({piece for text in texts() for piece in tokenize(clean(text)).texts if piece.strip()})
    for name, follower in product(_NAMED, followers):
        tokens = tokenize(clean(f"{name} {follower}"))
        called = fact_of(name).called
        if called is not None and tokens.texts[0] == name and _ends(tokens, 0):
            found = _names(tokens, f"{name} {follower}").at(0)
            assert found == called._replace(first=0, last=1), (name, follower)


def test_a_count_begins_a_phrase_only_with_what_makes_it_longer() -> None:
    followers = sorted({piece for text in texts() for piece in tokenize(clean(text)).texts if piece.strip()})
    for count, follower in product(_COUNTS, followers):
        tokens = tokenize(clean(f"{count} {follower}"))
        fact = fact_of(count)
        if fact.amount is not None and tokens.texts[0] == count and tokens.texts[1] not in fact.longer:
            assert _names(tokens, f"{count} {follower}").said(0) is None, (count, follower)
