"""Give every piece of a message its part: a label, a side, a price, an index, a percentage.

Separate from the grammar: here a number is judged by what touches it, there by where it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import ClassVar

from core.reading.dialects import STANDARD, Dialect
from core.reading.lexing.loans import lent
from core.reading.lexing.numerals import BEFORE_A_NUMBER, Numerals
from core.reading.names.contracts import dated
from core.reading.names.symbols import Names
from core.reading.pieces.piece import NUMBERED, Lexeme
from core.reading.roles import ROLE, Role
from core.reading.text.figures import Figure, figures
from core.reading.text.hygiene import INDEX_FIRST, Clean
from core.reading.text.tokens import SHAPE, TOKENS_MAX, Shape, Tokens, tokenize
from core.reading.words.catalogue import COUNTED, QUOTES
from core.reading.words.facts import CASHTAG, LOOKED_AT_MAX, SIDED, Fact, Named, drawn_out, fact_of, side_of, torn
from core.reading.words.lexicon import BRIDGES, alias_of, han_pieces, listed, meaning_of, together
from core.reading.words.own_words import spoken
from core.reading.words.units import TIMES

_GLUED_CLOCK = frozenset("hmdwмчд")
_GLUED_RUN, _JOINTS_MIN = 4, 3
_HANDLE_MIN, _PAIR_MIN = 4, 6
_RUN_MAX, _TIMES_MAX = 16, 125
_SIDE_ROLES = (Role.BUY, Role.SELL)
_LABELLED = (Role.STOP, Role.TARGET, Role.ENTRY, Role.BUY, Role.SELL)
_KEEPS_ITS_SIDE = frozenset((Role.BUY, Role.SELL, Role.TARGET, Role.FILLER, Role.LESSON, Role.AD, Role.NOT))
_EDITED = (Role.STOP, Role.TARGET)
_WITH_THEIR_OBJECT = (Role.EDIT, Role.ADD)
_KINDS = (Role.BREAKOUT, Role.LIMIT)
_BORROWED = dict.fromkeys(listed("BUYING"), Role.BUY) | dict.fromkeys(listed("SELLING"), Role.SELL)
"""The English buy and sell as others spell them: a side before the kind of an order, and anything anywhere else."""
_BINDING = frozenset(":'")
_JOINS = frozenset("/-_")


def lexemes(text: Clean, dialect: Dialect = STANDARD) -> list[Lexeme]:
    """Every piece of the message with its role, in order; the words of the ``dialect`` come first."""
    tokens = tokenize(text)
    if not tokens.size:
        return []
    if dialect.words or dialect.symbols:
        tokens = spoken(tokens, dialect)
    said = frozenset(tokens.texts)
    pieces = _Reader(tokens, list(map(fact_of, tokens.texts)), text).all()
    return lent(pieces, said, text.lower)


class _Reader(Numerals):
    """Walks the tokens once; each step takes at least one."""

    def __init__(self, tokens: Tokens, facts: list[Fact], text: Clean) -> None:
        super().__init__(tokens, facts, text)
        self.names = Names(tokens, facts, text.text)
        self.run_ends = 0

    def all(self) -> list[Lexeme]:
        tokens, steps, out = self.tokens, self._STEPS, self.out
        texts, glued, facts = tokens.texts, tokens.glued, self.facts
        row = zip(range(tokens.size), facts, texts, tokens.starts, tokens.ends, strict=False)
        taken = 0
        for at, fact, text, start, end in row:
            if at < taken:
                continue
            role = fact.always
            if role is None and fact.alone is not None:
                lone = texts[at + 1] not in fact.longer and not (glued[at + 1] and facts[at + 1].written)
                if lone or self._is_alone(at, fact):
                    role = fact.alone
            if role is not None:
                out.append(Lexeme(role, text, start, end))
            elif fact.amount is not None and texts[at + 1] not in fact.longer and self._is_a_price(at):
                value, other = fact.amount
                out.append(Lexeme(ROLE.PRICE, text, start, end, value, other))
            elif fact.called is not None and texts[at + 1] not in fact.longer and self._ends(at):
                symbol, base, grade, _, _ = fact.called
                named = Named(symbol, base, grade, at, at + 1)
                out.append(Lexeme(ROLE.TICKER, text, start, end, None, None, named))
            else:
                self.at = at
                steps[fact.shape](self, at)
                taken = self.at
                assert taken > at  # noqa: S101 - the loop's own invariant
                if len(out) >= TOKENS_MAX:
                    break  # Chinese and lists of prices make several pieces of one token
        del out[TOKENS_MAX:]
        return out

    def _ends(self, at: int) -> bool:
        """Whether neither letters nor digits are glued to it, nor a line that makes a handle of it."""
        glued = self.tokens.glued[at + 1] and self.facts[at + 1].written
        return not (glued or self._is_in_a_handle(at, at + 1))

    def _is_in_a_handle(self, first: int, last: int) -> bool:
        """ "Gold_Signals", "FxCrew_Gold": one who writes; "GOLD_BUY", "US30_m" and "Trend_BTCUSDT" are names."""
        texts, glued = self.texts, self.tokens.glued
        if texts[last] == "_" and glued[last] and glued[last + 1]:
            return texts[last + 1] in NUMBERED
        led = first > 1 and texts[first - 1] == "_" and glued[first - 1] and glued[first]
        led = led and len(texts[first - 2]) >= _HANDLE_MIN and self.facts[first - 2].meaning is None
        return led and last == first + 1 and len(texts[first]) < _PAIR_MIN

    def _is_alone(self, at: int, fact: Fact) -> bool:
        """Whether nothing behind a word that means something by itself can make it part of anything else."""
        texts, glued = self.texts, self.tokens.glued
        follows = texts[at + 1]
        if follows in BRIDGES:
            behind = texts[at + 2]
            return behind in BRIDGES or (behind not in fact.longer and behind not in QUOTES)
        if follows in fact.longer:
            return False
        if not (glued[at + 1] and self.facts[at + 1].written):
            return True
        if texts[at][-1] in TIMES and meaning_of(texts[at][:-1]) is ROLE.LEVERAGE:
            return False
        goes_on = glued[at + 2] and self.facts[at + 2].written
        tagged = glued[at] and texts[at - 1] == "#"
        coined = tagged or goes_on or texts[at] + follows in COUNTED or self.names.after_label(at)
        coined = coined or dated(self.tokens, self.facts, at) is not None
        return not coined  # "TP1", and not "Ativo: PETR4"

    def _is_a_price(self, at: int) -> bool:
        """Whether nothing that touches a number, and nothing behind it, can make it anything else."""
        texts, glued, follows = self.texts, self.tokens.glued, self.facts[at + 1]
        if glued[at] and texts[at - 1] in BEFORE_A_NUMBER:
            return False
        if glued[at + 1]:
            return not (follows.counts or follows.written or (texts[at + 1] in _BINDING and glued[at + 2]))
        return not follows.counts or (texts[at + 1] == "-" and not glued[at + 2] and texts[at + 2] not in TIMES)

    def _index(self, at: int) -> None:
        self._give(ROLE.INDEX, at + 1, Figure(Decimal(ord(self.texts[at]) - INDEX_FIRST + 1)))

    def _mark(self, at: int) -> None:
        """A dollar or a hash: everything else that is no letter and no digit always plays the same part."""
        if not (self._joined_tag(at) or self._symbol(at)):
            self._one(ROLE.MARK, at)

    def _joined_tag(self, at: int) -> bool:
        """ "#Long_KAVA_11_01_2024": what lines join, and holds a number, is one name, and nothing in it a level."""
        texts, glued, last = self.texts, self.tokens.glued, at + 1
        if texts[at] != "#":
            return False
        while glued[last] and (self.facts[last].written or texts[last] == "_"):
            last += 1
        row = texts[at + 1 : last]
        if row.count("_") < _JOINTS_MIN or not any(map(str.isdigit, row)):
            return False
        self._give(ROLE.IDENT, last)
        return True

    def _han(self, at: int) -> None:
        text, first = self.texts[at], self.tokens.starts[at]
        for meaning, start, end in han_pieces(text):
            a, b = first + start, first + end
            words = text[start:end]
            alias = alias_of(meaning)
            if isinstance(meaning, Role):
                self.out.append(Lexeme(meaning, words, a, b))
            elif alias is None:
                self.out.append(Lexeme(ROLE.WORD, words, a, b))
            else:
                self.out.append(Lexeme(ROLE.TICKER, words, a, b, named=Named(alias, alias, CASHTAG)))
        self.at += 1

    def _written_word(self, at: int) -> None:
        goes_on = self.tokens.glued[at + 1] and self.facts[at + 1].written
        tagged = at > 0 and self.texts[at - 1] == "#"
        if not tagged and self.texts[at].startswith(SIDED) and self._side_and_name(at, glued=goes_on):
            return
        if not ((goes_on and self._identifier(at)) or self._symbol(at) or self._phrase(at)):
            self._word(at)

    def _side_and_name(self, at: int, *, glued: bool) -> bool:
        """ "BuyUs30", "SELLXAUUSD": a side in one with a name, and with the number that belongs to it."""
        start = self.tokens.starts[at]
        for last in (at + 1 + glued, at + 1):
            word, end = "".join(self.texts[at:last]), self.tokens.ends[last - 1]
            found = side_of(word, self.text.text[start:end]) if meaning_of(word) is None else None
            if found is not None:
                side, role, named = found
                cut = start + len(side)
                self.out.append(Lexeme(role, side, start, cut))
                self.out.append(Lexeme(ROLE.TICKER, word[len(side) :], cut, end, named=named))
                self.at = last
                return True
        return False

    def _written_number(self, at: int) -> None:
        follows = self.texts[at + 1]
        glued = self.tokens.glued[at + 1] and self.facts[at + 1].written
        named = glued or follows in _JOINS
        if not named and self.facts[at].branch is not None:
            named = follows == "|" or self.names.said(at) is not None
        if not (named and ((glued and self._identifier(at)) or self._symbol(at) or self._phrase(at))):
            self._number(at)

    def _named(self, at: int) -> None:
        self._give(ROLE.TICKER, at + 1, named=self.facts[at].name)

    _STEPS: ClassVar[dict[Shape, Callable[[_Reader, int], None]]] = {
        Shape.WORD: _written_word,
        Shape.NUMBER: _written_number,
        Shape.MARK: _mark,
        Shape.HAN: _han,
        Shape.INDEX: _index,
        Shape.SPOKEN: _named,
    }

    def _identifier(self, at: int) -> bool:
        """A long alternation of letters and digits, all glued together, is a ticket number, not a price."""
        glued, facts = self.tokens.glued, self.facts
        if at >= self.run_ends:
            self.run_ends = at + 2
            while glued[self.run_ends] and facts[self.run_ends].written:
                self.run_ends += 1
        upto = min(self.run_ends, at + _RUN_MAX)
        length = upto - at
        first, second = facts[at].shape, facts[at + 1].shape
        tagged = length == 2 and glued[at] and self.texts[at - 1] == "#" and first is not second
        tagged = tagged and facts[at].meaning not in _LABELLED  # "#TP143.70"
        if tagged and first is SHAPE.WORD and self.texts[at] + self.texts[at + 1] not in COUNTED:
            self._give(ROLE.IDENT, upto)
            return True
        if length <= _GLUED_RUN or not facts[at].written:
            return False
        for n in range(at, upto):
            if facts[n].meaning is not None and len(self.texts[n]) > 1:
                return False
        prices = sum(["." in self.texts[n] for n in range(at, upto)])
        self._give(ROLE.IDENT if prices < 2 else ROLE.BROKEN, upto)  # "72.50l71.20l70": bars typed as letters
        return True

    def _symbol(self, at: int) -> bool:
        found = self.names.at(at)
        if found is None or found.last <= at or self._is_in_a_handle(at, found.last):
            return False
        self._give(ROLE.TICKER, found.last, named=found)
        return True

    def _phrase(self, at: int) -> bool:
        fact = self.facts[at]
        if fact.branch is None:
            return False
        found = self.names.said(at)
        if found is None or not isinstance(found[0], Role):
            return False
        role: Role = found[0]
        upto = found[1]
        if fact.shape is SHAPE.NUMBER and self.texts[at + 1] == ":":
            return False  # "1:2 RR" is no half
        if upto == at + 1:
            if fact.shape is SHAPE.NUMBER:
                return False
            if len(self.texts[at]) == 1 and self._is_part_of_a_number(at):
                return self.at > at
            self._one(role, at)
            return True
        if self.texts[at] in _GLUED_CLOCK and self._is_part_of_a_number(at, upto):
            return True
        if isinstance(fact.meaning, Role) and upto == at + 2 + (self.texts[at + 1] in BRIDGES):
            named = upto == at + 2 and self.tokens.glued[upto] and self.names.is_coded(at + 1)  # "long A2ZUSDT"
            if named or self._leads_to_the_market(upto - 1):
                self._one(fact.meaning, at)
                return True
        side, tail = fact.meaning, self.facts[upto - 1].meaning
        if role is ROLE.LATER and tail is ROLE.TARGET and isinstance(side, Role) and self._is_counted(upto):
            self._one(side, at)  # "No TP1 yet", and in Portuguese at TP1
            return True
        if role is ROLE.BREAKOUT and side is ROLE.STOP and ":" in self.texts[at:upto]:
            self._one(side, at)  # "with a tight stop: entry 46220, SL 46290"
            return True
        if isinstance(side, Role) and side in _SIDE_ROLES and role not in _KEEPS_ITS_SIDE:
            self._one(side, at)  # "sell zone", "buy now", "buy stop": a side and something else
        elif role in _KINDS and self.texts[at] in _BORROWED:
            self._one(_BORROWED[self.texts[at]], at)
        elif role is ROLE.ENTRY and isinstance(tail, Role) and tail in _SIDE_ROLES:
            self._one(tail, at)  # "zona de compra": the side comes last
        if role in _WITH_THEIR_OBJECT:
            role = self._what_is_edited(role, at, upto)
        alias = alias_of(tail) if role in _SIDE_ROLES else None
        if alias is not None:
            self._give(role, upto - 1)  # "bán vàng": a word that means a side only beside a name
            self._give(ROLE.TICKER, upto, named=Named(alias, alias, CASHTAG, upto - 1, upto))
            return True
        self._give(role, upto)
        return True

    def _what_is_edited(self, role: Role, at: int, upto: int) -> Role:
        """ "New SL", "sl nuevo": gives the words before the last part of the phrase, and tells what that part is."""
        side, tail = self.facts[at].meaning, self.facts[upto - 1].meaning
        taken = 1 if tail in _EDITED else 2
        if taken > 1 and self.texts[upto - 2] in BRIDGES:
            taken = 3  # "new stop-loss"
        edited = tail if tail in _EDITED else together(self.texts[upto - taken], self.texts[upto - 1])
        if edited in _EDITED and isinstance(edited, Role) and upto - taken > at:
            self._give(role, upto - taken)  # "new SL", "new take profits", "thêm tp": and what is edited
            return edited
        if isinstance(side, Role) and side in _EDITED:
            self._one(side, at)  # "sl nuevo"
        elif upto > at + 2 and (first := together(self.texts[at], self.texts[at + 1])) in _EDITED:
            self._give(first, at + 2)  # حد ضرر جدید: a label of two words, and that it is new
        return role

    def _is_counted(self, at: int) -> bool:
        return self.tokens.glued[at] and self.facts[at].shape is SHAPE.NUMBER

    def _levers(self, at: int) -> bool:
        """ "Leverage×50": the label and the sign in one with their number."""
        value = figures(self.texts[at + 1])[0] if self.facts[at + 1].shape is SHAPE.NUMBER else None
        if value is None or meaning_of(self.texts[at][:-1]) is not ROLE.LEVERAGE:
            return False
        self.out.append(Lexeme(ROLE.LEVERAGE, self.texts[at][:-1], self.tokens.starts[at], self.tokens.ends[at] - 1))
        self._give(ROLE.TIMES, at + 2, value)
        return True

    def _leads_to_the_market(self, at: int) -> bool:
        """ "Kupno | po rynku", "شراء | من السوق": the little word behind a label begins the words for the market."""
        fact = self.facts[at]
        if fact.branch is None or not fact.branch.next or fact.meaning in _LABELLED:
            return False
        found = self.names.said(at)
        return found is not None and found[0] is ROLE.MARKET and found[1] > at + 1

    def _is_part_of_a_number(self, at: int, upto: int = 0) -> bool:
        """h4 is a time and x 10 a leverage: one letter that belongs to the number behind it."""
        upto = upto or at + 1
        text, follows = self.texts[at], self.facts[upto].shape is SHAPE.NUMBER
        if text == "e" and (
            (follows and self.tokens.glued[upto] and len(self.texts[upto]) == 1) or self.texts[upto] == ":"
        ):
            self._one(ROLE.ENTRY, at)  # E1 2.31, e: 110.35
            return True
        if text in _GLUED_CLOCK and follows and self.tokens.glued[upto]:
            self._give(ROLE.TIME, upto + 1)
            return True
        return text == "x" and follows and upto == at + 1

    def _upper_leverage(self, at: int, least: Decimal) -> None:
        """The 10 of "x4-10", glued to it."""
        glued, texts = self.tokens.glued, self.texts
        joined = texts[at] == "-" and glued[at] and glued[at + 1] and texts[at + 1].isdigit()
        if not joined or self._goes_on(at + 2):
            return
        most = Decimal(texts[at + 1])
        if least < most <= _TIMES_MAX:
            self._one(ROLE.MARK, at)
            self._give(ROLE.TIMES, at + 2, Figure(most))

    def _goes_on(self, at: int) -> bool:
        return bool(self.tokens.glued[at] and self.facts[at].written)

    def _word(self, at: int) -> None:
        text = self.texts[at]
        if text[-1] in TIMES and self.tokens.glued[at + 1] and self._levers(at):
            return
        if text in TIMES and self.facts[at + 1].shape is SHAPE.NUMBER:
            value = figures(self.texts[at + 1])[0]
            if value is not None:
                self._give(ROLE.TIMES, at + 2, value)
                self._upper_leverage(at + 2, value[0])
                return
        start, end = self.tokens.starts[at], self.tokens.ends[at]
        found = torn(text, self.text.text[start:end]) if 4 < len(text) <= LOOKED_AT_MAX else None
        if found is None:
            text, role = drawn_out(text) or (text, ROLE.WORD)
            self.out.append(Lexeme(role, text, start, end))
            self.at += 1
            return
        tail = found.tail
        while found is not None:
            cut = start + found.size
            self.out.append(Lexeme(found.lead, text[: found.size], start, cut, named=found.named))
            start, text, tail = cut, text[found.size :], found.tail
            found = torn(text, self.text.text[start:end]) if found.again else None
        self.out.append(Lexeme(tail, text, start, end))
        self.at += 1
