"""Give every piece of a message its part: a label, a side, a price, an index, a percentage.

Separate from the grammar: here a number is judged by what touches it, there by where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from core.reading.catalogue import INSTRUMENTS
from core.reading.figures import Figure, figures, is_a_price
from core.reading.hygiene import INDEX_FIRST, Clean
from core.reading.lexicon import SYMBOL_MARK, han_pieces, longest, meaning_of
from core.reading.roles import Role
from core.reading.symbols import Named, named_at
from core.reading.tokens import Shape, Token, tokenize

_UNITS = {
    Role.PIPS: Role.DISTANCE,
    Role.CLOCK: Role.TIME,
    Role.THOUSAND: Role.PRICE,
    Role.LEVERAGE: Role.TIMES,
    Role.MYRIAD: Role.PRICE,
}
_SCALE = {Role.THOUSAND: Decimal(1000), Role.MYRIAD: Decimal(10000)}
_EMOJI = {"✅": Role.TICK, "☑": Role.TICK, "✔": Role.TICK, "📈": Role.UP, "📉": Role.DOWN}
_TIMES = ("x", "х")
_MONEY = ("$", "€", "usd", "usdt")
_SPACED_CLOCK = frozenset(("h", "m", "d", "w", "min", "am", "pm"))
_GLUED_RUN = 4
_SIDE_ROLES = (Role.BUY, Role.SELL)
_KEEPS_ITS_SIDE = frozenset((Role.BUY, Role.SELL, Role.TARGET, Role.FILLER, Role.LESSON, Role.AD, Role.NOT))


class Lexeme(NamedTuple):
    """One piece with its role. ``text`` is folded; ``start``/``end`` count in the clean text."""

    role: Role
    text: str
    start: int
    end: int
    value: Decimal | None = None
    other: Decimal | None = None
    named: Named | None = None


def lexemes(text: Clean) -> list[Lexeme]:
    """Every piece of the message with its role, in order."""
    return _signs_as_labels(_units_backward(_Reader(tokenize(text), text).all()))


class _Reader:
    """Walks the tokens once; each step takes at least one."""

    def __init__(self, tokens: list[Token], text: Clean) -> None:
        self.tokens = tokens
        self.text = text
        self.out: list[Lexeme] = []
        self.at = 0

    def all(self) -> list[Lexeme]:
        while self.at < len(self.tokens):
            before = self.at
            self._step(self.tokens[self.at])
            assert self.at > before  # noqa: S101 - the loop's own invariant
        return self.out

    def _give(self, role: Role, upto: int, value: Figure | None = None, named: Named | None = None) -> None:
        first, last = self.tokens[self.at], self.tokens[upto - 1]
        words = self.text.lower[first.start : last.end]
        self.out.append(
            Lexeme(
                role,
                words,
                first.start,
                last.end,
                value.value if value else None,
                value.other if value else None,
                named,
            )
        )
        self.at = upto

    def _step(self, token: Token) -> None:
        if token.shape is Shape.LINK:
            self._give(Role.LINK, self.at + 1)
        elif token.shape is Shape.LINE:
            self._give(Role.LINE, self.at + 1)
        elif token.shape is Shape.INDEX:
            self._give(Role.INDEX, self.at + 1, Figure(Decimal(ord(token.text) - INDEX_FIRST + 1)))
        elif token.shape is Shape.HAN:
            self._han(token)
        elif not (self._identifier() or self._symbol() or self._phrase(token)):
            if token.shape is Shape.NUMBER:
                self._number(token)
            elif token.shape is Shape.WORD:
                self._word(token)
            else:
                self._give(_EMOJI.get(token.text, Role.MARK), self.at + 1)

    def _han(self, token: Token) -> None:
        for meaning, start, end in han_pieces(token.text):
            a, b = token.start + start, token.start + end
            words = token.text[start:end]
            if isinstance(meaning, Role):
                self.out.append(Lexeme(meaning, words, a, b))
            elif meaning is None:
                self.out.append(Lexeme(Role.WORD, words, a, b))
            else:
                symbol = meaning.removeprefix(SYMBOL_MARK)
                self.out.append(Lexeme(Role.TICKER, words, a, b, named=Named(symbol, symbol, 3, 0, 0)))
        self.at += 1

    def _identifier(self) -> bool:
        """A long alternation of letters and digits is a ticket number, not a price."""
        upto = self.at + 1
        while (
            upto < len(self.tokens)
            and self.tokens[upto].glued
            and self.tokens[upto].shape in (Shape.WORD, Shape.NUMBER)
        ):
            upto += 1
        run = self.tokens[self.at : upto]
        tagged = bool(self.at) and self.tokens[self.at - 1].text == "#" and run[0].glued and len(run) == 2
        if (
            tagged
            and run[0].shape is Shape.WORD
            and run[1].shape is Shape.NUMBER
            and run[0].text + run[1].text not in INSTRUMENTS
        ):
            self._give(Role.IDENT, upto)
            return True
        if len(run) <= _GLUED_RUN or not all(t.shape in (Shape.WORD, Shape.NUMBER) for t in run):
            return False
        if any(meaning_of(t.text) is not None and len(t.text) > 1 for t in run):
            return False
        self._give(Role.IDENT, upto)
        return True

    def _symbol(self) -> bool:
        found = named_at(self.tokens, self.at, self.text.text)
        if found is None or found.last <= self.at:
            return False
        self._give(Role.TICKER, found.last, named=found)
        return True

    def _phrase(self, token: Token) -> bool:
        if token.shape is Shape.MARK:
            return False
        found = longest(self.tokens, self.at)
        if found is None or not isinstance(found[0], Role):
            return False
        role: Role = found[0]
        upto = found[1]
        if token.shape is Shape.NUMBER and upto == self.at + 1:
            return False
        following = self.tokens[upto] if upto < len(self.tokens) else None
        clocks = ("h", "m", "d", "w")
        if token.text in clocks and following and following.glued and following.shape is Shape.NUMBER:
            self._give(Role.TIME, upto + 1)
            return True
        if token.text == "x" and upto == self.at + 1 and following and following.shape is Shape.NUMBER:
            return False
        side = meaning_of(token.text)
        if isinstance(side, Role) and side in _SIDE_ROLES and upto > self.at + 1 and role not in _KEEPS_ITS_SIDE:
            self._give(side, self.at + 1)  # "sell zone", "buy now", "buy stop": a side and something else
        tail = meaning_of(self.tokens[upto - 1].text)
        if role is Role.EDIT and upto > self.at + 1 and isinstance(tail, Role) and tail in (Role.STOP, Role.TARGET):
            self._give(role, upto - 1)  # "new SL": an edit, and what is edited
            role = tail
        self._give(role, upto)
        return True

    def _word(self, token: Token) -> None:
        following = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        if token.text in _TIMES and following and following.shape is Shape.NUMBER:
            value = figures(following.text)[0]
            if value is not None:
                self._give(Role.TIMES, self.at + 2, value)
                return
        if not self._glued_words(token):
            self._give(Role.WORD, self.at + 1)

    def _glued_words(self, token: Token) -> bool:
        """XAUUSDSELL, LONGLeverage: two words that lost the space between them."""
        word = token.text
        for size in range(3, min(len(word) - 1, 16)):
            head, tail = word[:size], word[size:]
            role = meaning_of(tail)
            known = named_at([token._replace(text=head, end=token.start + size)], 0, self.text.text)
            first = meaning_of(head)
            if role in (Role.BUY, Role.SELL) and known is not None and isinstance(role, Role):
                lead = Lexeme(Role.TICKER, head, token.start, token.start + size, named=known)
            elif isinstance(role, Role) and isinstance(first, Role) and size > 3 and len(tail) > 3 and first != role:
                lead = Lexeme(first, head, token.start, token.start + size)
            else:
                continue
            self.out += [lead, Lexeme(role, tail, token.start + size, token.end)]
            self.at += 1
            return True
        return False

    def _number(self, token: Token) -> None:
        parts = figures(token.text)
        if len(parts) > 1:
            at = token.start
            for text, part in zip(token.text.split(","), parts, strict=True):
                if part is not None:
                    self.out.append(Lexeme(Role.PRICE, text, at, at + len(text), part.value, part.other))
                at += len(text) + 1
            self.at += 1
            return
        value = parts[0]
        clock = self._clock_length()
        if clock:
            self._give(Role.TIME, self.at + clock)
        elif value is None:
            self._give(Role.BROKEN, self.at + 1)
        else:
            self._with_unit(token, value)

    def _clock_length(self) -> int:
        """13:00, 23:59:01, 27.02.2026, 2026-2-26, and the fraction of a volume."""
        ahead = self.tokens[self.at : self.at + 5]
        text = ahead[0].text
        if (
            text.count(".") == 2
            and len(text.rsplit(".", 1)[1]) in (2, 4)
            and len(text) <= 10
            and int(text.split(".")[0]) > 0
        ):
            return 1
        glued = len(ahead) >= 3 and ahead[1].glued and ahead[2].glued and ahead[2].shape is Shape.NUMBER
        after_label = bool(self.at) and ahead[0].glued and self.tokens[self.at - 1].shape is not Shape.MARK
        if not glued or after_label:
            return 0
        mark, second = ahead[1].text, ahead[2].text
        if mark == ":" and len(text) <= 2 and len(second) <= 2:
            return 5 if len(ahead) == 5 and ahead[3].text == ":" and ahead[3].glued and ahead[4].glued else 3
        if mark in "-/" and len(text) == 4 and text.startswith("20") and len(ahead) == 5 and len(second) <= 2:
            return 5 if ahead[3].text == mark and ahead[3].glued and len(ahead[4].text) <= 2 else 0
        return 0

    def _with_unit(self, token: Token, value: Figure) -> None:
        before = self.tokens[self.at - 1] if self.at else None
        after = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        if before and before.text == "%" and token.glued and not (after and after.text == "%"):
            self._give(Role.PERCENT, self.at + 1, value)
        elif before and before.text in ("#", "№") and token.glued:
            self._give(Role.INDEX if before.text == "№" else Role.IDENT, self.at + 1, value)
        elif after is None or after.shape in (Shape.LINE, Shape.LINK, Shape.NUMBER, Shape.INDEX):
            self._give(Role.PRICE, self.at + 1, value)
        elif after.text == "%":
            self._give(Role.PERCENT, self.at + 2, value)
        elif after.text in "-/" and self._is_fraction(value):
            self._give(Role.SHARE, self.at + 3, value)
        elif after.text == "-" and self.at + 2 < len(self.tokens) and self.tokens[self.at + 2].text in _TIMES:
            self._give(Role.TIMES, self.at + 3, value)
        elif after.shape is Shape.HAN:
            self._han_unit(after, value)
        elif after.shape is Shape.WORD:
            self._word_unit(after, value)
        else:
            self._give(Role.PRICE, self.at + 1, value)

    def _is_fraction(self, value: Figure) -> bool:
        """1/2 VOL, risk 7/10: a share, never two prices."""
        ahead = self.tokens[self.at + 1 : self.at + 3]
        if len(ahead) < 2 or ahead[0].text != "/" or not ahead[1].glued or not ahead[1].text.isdigit():
            return False
        return value.value < int(ahead[1].text[:9]) <= 10 and len(ahead[1].text) <= 2

    def _han_unit(self, after: Token, value: Figure) -> None:
        meaning = han_pieces(after.text)[0][0]
        role = _UNITS.get(meaning) if isinstance(meaning, Role) else None
        scale = _SCALE.get(meaning, Decimal(1)) if isinstance(meaning, Role) else Decimal(1)
        self._give(role or Role.PRICE, self.at + 1, Figure(value.value * scale, value.other))

    def _word_unit(self, after: Token, value: Figure) -> None:
        word, meaning = after.text, meaning_of(after.text)
        at = self.at
        if word in ("k", "к") and after.glued:
            self._thousands(value)
        elif word in _TIMES and (after.glued or not self._number_at(at + 2)):
            self._give(Role.TIMES, at + 2, value)
        elif after.glued and word[0] in _TIMES and meaning_of(word[1:]) is not None:
            self._give(Role.TIMES, at + 1, value)
            self.out.append(Lexeme(_role(meaning_of(word[1:])), word[1:], after.start + 1, after.end))
            self.at = at + 2
        elif word == "r" or (word in ("rr", "rrr")):
            self._give(Role.REWARD, at + 2, value)
        elif after.glued and word in ("st", "nd", "rd", "th"):
            self._give(Role.INDEX, at + 2, value)
        elif (
            meaning in _UNITS
            and isinstance(meaning, Role)
            and meaning is not Role.LEVERAGE
            and (after.glued or word not in _SPACED_CLOCK or meaning is not Role.CLOCK)
        ):
            scale = _SCALE.get(meaning, Decimal(1))
            self._give(_UNITS[meaning], at + 2, Figure(value.value * scale))
        elif word in _MONEY:
            self._give(Role.PRICE, at + 2, value)
        elif after.glued and meaning is None and longest(self.tokens, at + 1) is None and word.isascii():
            self._give(Role.WORD, at + 2)
        else:
            self._give(Role.PRICE, at + 1, value)

    def _number_at(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].shape is Shape.NUMBER

    def _thousands(self, value: Figure) -> None:
        """68k8 is 68,800 and 4k110 is 4,110: the digits behind the k go on after the comma."""
        upto, extra = self.at + 2, Decimal(0)
        if upto < len(self.tokens) and self.tokens[upto].glued and self.tokens[upto].text.isdigit():
            tail = self.tokens[upto].text[:3]
            extra = Decimal(tail) * Decimal(10) ** (3 - len(tail))
            upto += 1
        total = value.value * 1000 + extra
        self._give(Role.PRICE if is_a_price(total) else Role.BROKEN, upto, Figure(total))


def _role(meaning: Role | str | None) -> Role:
    return meaning if isinstance(meaning, Role) else Role.WORD


_SHARED = (Role.DISTANCE, Role.PERCENT, Role.TIMES, Role.REWARD)
_JOINING = frozenset("-~/,_")


def _units_backward(pieces: list[Lexeme]) -> list[Lexeme]:
    """50/100 pips, 5-10x, 100-200-300%: the unit at the end of a run belongs to all of it."""
    for at in range(len(pieces) - 1, 0, -1):
        unit = pieces[at]
        if unit.role not in _SHARED or unit.value is None:
            continue
        back = at - 1
        while back > 0 and (pieces[back].text in _JOINING or pieces[back].role is Role.TO) and back > at - 3:
            back -= 1
        earlier = pieces[back]
        if back >= at - 1 or earlier.role is not Role.PRICE or earlier.value is None or earlier.value >= unit.value:
            continue
        if back and pieces[back - 1].end == earlier.start and pieces[back - 1].role in (Role.TARGET, Role.ENTRY):
            continue  # TP1: the figure belongs to its label
        # "0.1525 - 20%" is a price and its share of the position, "5-7%" is a range
        if unit.role is not Role.PERCENT or (earlier.text.isdigit() and unit.start - earlier.end <= 2):
            pieces[back] = earlier._replace(role=unit.role)
    return pieces


_SIGNS = {Role.TARGET: frozenset("🎯🏁"), Role.STOP: frozenset("🛑⛔❌🚫")}


def _signs_as_labels(pieces: list[Lexeme]) -> list[Lexeme]:
    """🎯 62000 🛑 59000: where nobody writes the word, the picture before a price is the label."""
    said = {p.role for p in pieces}
    for role, signs in _SIGNS.items():
        if role in said:
            continue
        for at in range(len(pieces) - 1):
            if pieces[at].text in signs and pieces[at + 1].role is Role.PRICE:
                pieces[at] = pieces[at]._replace(role=role)
    return pieces


def unlabelled(pieces: Sequence[Lexeme]) -> int:
    """How many words nobody knows: a measure of chatter."""
    return sum(1 for p in pieces if p.role is Role.WORD)
