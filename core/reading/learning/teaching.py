"""Learn a rule of a channel's dialect from a correction: "SL is 2310", "symbol XAUUSD", "goal means target".

Separate, because nothing here reads a post for the desk: a correction is turned into the smallest rule
that would have read the post rightly, and that rule is shown on old posts before anybody keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import dropwhile
from typing import TypeVar

from core.reading.dialects import (
    MEANINGS,
    WAIT_S_MAX,
    WORD_LENGTH_MAX,
    WORDS_MAX,
    BarePrice,
    Dialect,
    FollowUps,
    PriceRange,
)
from core.reading.learning.teachable import objection
from core.reading.lexing.lexemes import lexemes
from core.reading.names.symbols import SYMBOL_PATTERN
from core.reading.pieces.piece import Lexeme
from core.reading.roles import Role
from core.reading.text.figures import figure
from core.reading.text.hygiene import Clean, clean

CORRECTION_MAX = 200
_LABEL_WORDS_MAX = 4
_IS = frozenset(("is", "are", "means", "be", "has"))
_OUGHT = frozenset(("should", "must", "would"))
_COLON = re.compile(r"：|:(?=\s|$)|(?<![0-9]):(?=[0-9])")
"""Not the one of 13:30, and of no address."""
_FOLLOW_UPS = re.compile("follow ?up", re.IGNORECASE)
_COUNTED = re.compile("[ -]?[0-9]{1,2}$")
"""Which of the targets: "TP2"."""
_ARTICLES = frozenset(("a", "an", "the", "at", "order"))
_NO_WORDS = frozenset(("side", "direction", "this", "it", "that", "these", "call", "signal", "post", "trade"))
"""What speaks of the post and stands in none: no rule comes of it."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One taught rule, in the ``said`` words of who taught it; None and nothing: it does not speak of that.

    ``by`` and ``at``: who kept it and when, such as "user:42" and an ISO time.
    """

    said: str
    by: str = ""
    at: str = ""
    words: tuple[tuple[str, Role], ...] = ()
    symbols: tuple[tuple[str, str], ...] = ()
    symbol: str | None = None
    bare_price: BarePrice | None = None
    price_range: PriceRange | None = None
    follow_ups: FollowUps | None = None
    wait_s: int | None = None

    def over(self, dialect: Dialect) -> Dialect:
        """The dialect with this rule; a word or a name taught before now means what this rule says."""
        return Dialect(
            words=_over(dialect.words, self.words),
            symbols=_over(dialect.symbols, self.symbols),
            symbol=self.symbol if self.symbol is not None else dialect.symbol,
            bare_price=self.bare_price if self.bare_price is not None else dialect.bare_price,
            price_range=self.price_range if self.price_range is not None else dialect.price_range,
            follow_ups=self.follow_ups if self.follow_ups is not None else dialect.follow_ups,
            wait_s=self.wait_s if self.wait_s is not None else dialect.wait_s,
        )

    def __str__(self) -> str:
        rules = [f'"{word}" means {role.name.lower()}' for word, role in self.words]
        rules += [f'"{name}" is {symbol}' for name, symbol in self.symbols]
        rules += [f"a call that names no instrument is about {self.symbol}"] if self.symbol else []
        rules += [f"a bare price is {self.bare_price}"] if self.bare_price else []
        rules += [f"a range of two prices is: {self.price_range}"] if self.price_range else []
        rules += [f"follow-ups mean: {self.follow_ups}"] if self.follow_ups else []
        rules += [f"levels are waited for {self.wait_s} s"] if self.wait_s is not None else []
        return "; ".join(rules)


Meaning = TypeVar("Meaning", bound=str)


def _over(
    old: tuple[tuple[str, Meaning], ...], new: tuple[tuple[str, Meaning], ...]
) -> tuple[tuple[str, Meaning], ...]:
    taught = {_key(phrase) for phrase, _ in new}
    return (*(pair for pair in old if _key(pair[0]) not in taught), *new)


def _key(phrase: str) -> str:
    return " ".join(clean(phrase).lower.split())


@dataclass(frozen=True, slots=True)
class Puzzled:
    """No rule came of it, and ``why``, in words for who taught it."""

    why: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A correction in two halves, "left is right", and the posts it may speak of, the newest first."""

    left: str
    right: str
    posts: Sequence[str]
    dialect: Dialect


EXAMPLES = (
    "SL is 2310",
    "symbol XAUUSD",
    "goal means target",
    "stop word is guard",
    "yellow is XAUUSD",
    "entry is market",
    "100-200 is two entries",
    "follow-ups by reply",
    "wait 60",
)


def learn(correction: str, posts: Sequence[str], dialect: Dialect) -> Lesson | Puzzled:
    """The rule a correction teaches. ``posts``: those it may be about, the newest first."""
    if len(correction) > CORRECTION_MAX:
        return Puzzled(f"a correction has at most {CORRECTION_MAX} characters")
    said = _Said(*_halves(correction), posts, dialect)
    for rule in _RULES:
        found = rule(said)
        if isinstance(found, Puzzled):
            return found
        if found is not None:
            return _checked(replace(found, said=" ".join(correction.split())), dialect)
    return Puzzled("I cannot make a rule of that. For example: " + "; ".join(EXAMPLES))


def _checked(lesson: Lesson, dialect: Dialect) -> Lesson | Puzzled:
    for phrase, role in (*lesson.words, *((name, None) for name, _ in lesson.symbols)):
        if len(phrase) > WORD_LENGTH_MAX:
            return Puzzled(f"a phrase has at most {WORD_LENGTH_MAX} characters")
        if why := objection(phrase, role):
            return Puzzled(f"{phrase!r} cannot be taught: {why}")
        if role is not None and (known := _symbol(phrase.lower())):
            return Puzzled(f"{phrase!r} cannot be taught: the reader knows it as {known}")
    after = lesson.over(dialect)
    if after == dialect:
        return Puzzled("that is so already")
    if max(len(after.words), len(after.symbols)) > WORDS_MAX:
        return Puzzled(f"a dialect holds at most {WORDS_MAX} words; take some back first")
    return lesson


def _halves(correction: str) -> tuple[str, str]:
    words = _COLON.sub(" is ", _FOLLOW_UPS.sub("follow-up", correction)).replace("=", " is ").split()
    at = next((at for at, word in enumerate(words) if at and word.lower() in _IS), None)
    if at is not None:
        left, right = words[: at - 1 if at > 1 and words[at - 1].lower() in _OUGHT else at], words[at + 1 :]
    elif len(words) > 1 and _number(words[-1]) is not None:
        left, right = words[:-1], words[-1:]  # "stop loss 2310"
    else:
        left, right = words[:1], words[1:]
    return " ".join(left), _plain(right)


def _plain(words: Sequence[str]) -> str:
    return " ".join(dropwhile(lambda word: word.lower() in _ARTICLES, words))


def _number(word: str) -> Decimal | None:
    if not word or not set(word) <= set("0123456789.,"):
        return None
    found = figure(word.strip(".,")) if word.strip(".,") else None
    return found.value if found is not None else None


def _role(phrase: str) -> Role | None:
    """What a phrase means in any language the reader knows, or by the name it has in the configuration."""
    named = MEANINGS.get("_".join(phrase.lower().split()))
    if named is not None:
        return named
    roles = [piece.role for piece in lexemes(clean(phrase)) if piece.role is not Role.INDEX]
    return roles[0] if len(roles) == 1 and roles[0] in MEANINGS.values() else None


def _symbol(phrase: str) -> str | None:
    """The instrument a phrase surely names."""
    pieces = lexemes(clean(phrase))
    named = pieces[0].named if len(pieces) == 1 else None
    return named.symbol if named is not None and re.fullmatch(SYMBOL_PATTERN, named.symbol) else None


def _waits(said: _Said) -> Lesson | Puzzled | None:
    if said.left.lower() != "wait":
        return None
    count = said.right.split()[0] if said.right else ""
    if not count.isascii() or not count.isdigit() or len(count) > 4 or int(count) > WAIT_S_MAX:
        return Puzzled(f"say how many seconds, 0 to {WAIT_S_MAX}: wait 60")
    return Lesson("", wait_s=int(count))


_BINDINGS = {"reply": FollowUps.ONLY_BY_REPLY, "last": FollowUps.LAST_CALL, "open": FollowUps.THE_ONLY_OPEN}


def _follows(said: _Said) -> Lesson | Puzzled | None:
    if not said.left.lower().startswith(("follow-up", "followup", "updates")):
        return None
    found = next((kind for word, kind in _BINDINGS.items() if word in said.right.lower()), None)
    return Lesson("", follow_ups=found) if found else Puzzled("say: follow-ups by reply, last call, or only open")


def _own_symbol(said: _Said) -> Lesson | Puzzled | None:
    if said.left.lower() not in ("symbol", "instrument") and _role(said.left) is not Role.SYMBOL:
        return None
    symbol = said.right.upper().replace("/", "").lstrip("#$")
    if not re.fullmatch(SYMBOL_PATTERN, symbol):
        return Puzzled("name one instrument in plain letters: symbol XAUUSD")
    return Lesson("", symbol=symbol)


def _ranges(said: _Said) -> Lesson | Puzzled | None:
    entries = said.right.lower() in ("two entries", "2 entries", "two orders")
    if not entries and _role(said.right) is not Role.ZONE:
        return None
    if "-" not in said.left and _role(said.left) not in (Role.ENTRY, Role.ZONE):
        return None
    return Lesson("", price_range=PriceRange.TWO_ENTRIES if entries else PriceRange.ZONE)


def _bare_price(said: _Said) -> Lesson | Puzzled | None:
    kinds = {Role.MARKET: BarePrice.MARKET, Role.LIMIT: BarePrice.LIMIT}
    kind = kinds.get(_role(said.right) or Role.WORD)
    is_price = said.left.lower() in ("price", "bare price") or _role(said.left) is Role.ENTRY
    return Lesson("", bare_price=kind) if kind is not None and is_price else None


def _labelled(said: _Said) -> Lesson | Puzzled | None:
    """ "SL is 2310": the unknown words before 2310 in the post are how this channel writes it."""
    role, value = _role(_COUNTED.sub("", _plain(said.left.split()))), _number(said.right)
    if value is None or role not in (Role.STOP, Role.TARGET, Role.ENTRY):
        return None
    for post in said.posts:
        text = clean(post)
        pieces = lexemes(text, said.dialect)
        at = next((at for at, p in enumerate(pieces) if p.role is Role.PRICE and value in (p.value, p.other)), None)
        if at is not None:
            phrase = _before(pieces[:at], text)
            if not phrase:
                return Puzzled(f"before {said.right} stands no word that I do not know already")
            return Lesson("", words=((phrase, role),))
    return Puzzled(f"{said.right} stands in no post of this channel that I remember")


def _before(pieces: Sequence[Lexeme], text: Clean) -> str:
    """The unknown words right before a number, or the picture that stands there alone."""
    row = list(pieces)
    while row and row[-1].role is Role.MARK and row[-1].text.isascii():
        row.pop()
    if len(row) > 1 and row[-2].role is Role.WORD and _counts(row[-1]):
        row.pop()  # "prize 2: 2350"
    if row and row[-1].role is Role.MARK:
        return row[-1].text
    words: list[Lexeme] = []
    while row and row[-1].role is Role.WORD and len(words) < _LABEL_WORDS_MAX:
        words.insert(0, row.pop())
    return text.text[words[0].start : words[-1].end] if words else ""


def _counts(piece: Lexeme) -> bool:
    return piece.role is Role.INDEX or (piece.role is Role.PRICE and piece.text.isdigit() and len(piece.text) < 3)


def _word_of(said: _Said) -> Lesson | Puzzled | None:
    """ "stop word is guard" """
    left, last = said.left.rpartition(" ")[::2]
    if last.lower() != "word":
        return None
    role = _role(left)
    return Lesson("", words=((said.right, role),)) if role else Puzzled(f"{left!r} is nothing a word can mean")


def _meaning(said: _Said) -> Lesson | Puzzled | None:
    """ "guard means stop", "yellow is XAUUSD" """
    if not said.left or not said.right:
        return None
    role, symbol = _role(said.right), _symbol(said.right)
    if (role or symbol) and _plain(said.left.lower().split()) in _NO_WORDS:
        return Puzzled(f"{said.left!r} is no word of the channel's; write its word: WORD means {said.right}")
    if role is not None:
        return Lesson("", words=((said.left, role),))
    return Lesson("", symbols=((said.left, symbol),)) if symbol is not None else None


_RULES: tuple[Callable[[_Said], Lesson | Puzzled | None], ...] = (
    _waits,
    _follows,
    _own_symbol,
    _word_of,
    _ranges,
    _bare_price,
    _labelled,
    _meaning,
)
"""What a correction may teach: the first row that understands it."""
