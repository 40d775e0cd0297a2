"""Tell what a number is by what touches it: a price, a percentage, a leverage, a time, a ticket.

Separate from the reader of words, because the rules of figures - units, thousands, clocks, fractions -
are the same in every language.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile

from core.reading.names.contracts import opens_with_a_price
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE, Role
from core.reading.text.figures import Figure, figure, figures, is_a_price
from core.reading.text.hygiene import Clean
from core.reading.text.tokens import SHAPE, Tokens
from core.reading.words.facts import CODES, LOOKED_AT_MAX, PAIR, Fact, Named
from core.reading.words.lexicon import han_pieces, listed, longest, meaning_of, together
from core.reading.words.units import COUNTED_NOUNS, HALVES_OF_A_DAY, MINUTES, MONEY, REWARDS, TIMES, UNITS

_TENTHS, _TENTHS_MAX = listed("TENTHS"), 10
_SCALE = {Role.THOUSAND: Decimal(1000), Role.MYRIAD: Decimal(10000)}
_COUNTED = (Role.TARGET, Role.ENTRY, Role.STOP)
_STAMP_MAX = 16
_AT = frozenset(listed("AT"))
_HOURS, _MINUTES = 12, 60
_IN_A_STAMP = ("t", ":", ".", "+", "-", "z")
_ENDINGS, _SUFFIXES = listed("ENDINGS"), frozenset(listed("SUFFIXES"))
_GLUED_MONEY = ("p", "р", "u", "c", "d", "e")
_COUNT_MAX = 100
_MONTHS, _DAYS, _SHORT = 12, 31, 2
_SHORT_YEARS = frozenset(str(year) for year in range(20, 40))
_NO_LABEL, _BEFORE_A_DAY = (Role.MARK, Role.LINE), (Role.MARK, Role.FILLER, Role.HEADING, Role.CLOCK, Role.INDEX)
_DECADES = "123"
""" "14.9.80" is no day: a point too many stands in it."""
_PLURAL_MAX = 2
_POWER_DIGITS = _PERCENT_DIGITS = 2
_REWARD_MAX = 50
"""Nobody promises more times the risk; what is larger is a price."""
_RANKED_BY = "第"
_RANKS, _RANKS_BEFORE = listed("RANKS"), listed("RANKS_BEFORE")
_LEADING, _MARKS_MAX, _WORD_MIN, _PRICE_MIN = (*_COUNTED, Role.INDEX, Role.LINE), 4, 3, 4
_SPACED_CLOCK = frozenset(listed("CLOCK_LETTERS"))
BEFORE_A_NUMBER = {"%": Role.PERCENT, "#": Role.IDENT, "№": Role.INDEX}


class Numerals:
    """A walk over the tokens that knows what to make of a number."""

    def __init__(self, tokens: Tokens, facts: list[Fact], text: Clean) -> None:
        self.tokens = tokens
        self.texts = tokens.texts
        self.facts = facts
        self.text = text
        self.out: list[Lexeme] = []
        self.at = 0

    def _one(self, role: Role, at: int) -> None:
        tokens = self.tokens
        self.out.append(Lexeme(role, tokens.texts[at], tokens.starts[at], tokens.ends[at]))
        self.at = at + 1

    def _give(self, role: Role, upto: int, value: Figure | None = None, named: Named | None = None) -> None:
        start, end = self.tokens.starts[self.at], self.tokens.ends[upto - 1]
        words = self.text.lower[start:end]
        amount, other = value if value else (None, None)
        self.out.append(Lexeme(role, words, start, end, amount, other, named))
        self.at = upto

    def _number(self, at: int) -> None:
        text = self.texts[at]
        parts = self.facts[at].amounts if len(text) < LOOKED_AT_MAX else figures(text)
        if len(parts) > 1:
            start = self.tokens.starts[at]
            for piece, part in zip(text.split(","), parts, strict=True):
                if part is not None:
                    self.out.append(Lexeme(ROLE.PRICE, piece, start, start + len(piece), part.value, part.other))
                start += len(piece) + 1
            self.at += 1
            return
        value = parts[0]
        clock = self._clock_length(at)
        if clock:
            self._give(ROLE.TIME, at + clock)
        elif value is None and (counted := self._behind_its_count(at)) is not None:
            self._give(ROLE.PRICE, at + 1, counted)
        elif value is None:
            self._one(ROLE.IDENT if self._is_a_version(at) else ROLE.BROKEN, at)
        else:
            self._with_unit(at, value)

    def _behind_its_count(self, at: int) -> Figure | None:
        """ "Tp1.1.96600" is 1.96600, behind the label that it counts."""
        count, _, rest = self.texts[at].partition(".")
        return figure(rest) if self._is_glued_to_a_label(at) and len(count) == 1 else None

    def _is_a_version(self, at: int) -> bool:
        """ "ETH/USDT - 2H - 1.1.1": the program's, behind a dash at the end of a line without a label."""
        if self.texts[at - 1] != "-" or self.facts[at + 1].shape not in (SHAPE.LINE, SHAPE.END):
            return False
        line = takewhile(lambda p: p.role is not ROLE.LINE, reversed(self.out))
        single = all(len(part) == 1 for part in self.texts[at].split("."))
        return single and "," not in self.texts[at] and all(p.role not in _COUNTED for p in line)

    def _is_glued_to_a_label(self, at: int) -> bool:
        return self.tokens.glued[at] and bool(self.out) and self.out[-1].role in _COUNTED

    def _clock_length(self, at: int) -> int:
        """13:00, 23:59:01, 27.02.2026, 2026-2-26, and the fraction of a volume."""
        texts, glued, facts = self.texts, self.tokens.glued, self.facts
        text, mark = texts[at], texts[at + 1]
        if text.count(".") == 2 and len(text) <= 10 and not self._is_glued_to_a_label(at):
            day, month, year = text.split(".")
            dated = len(year) == 4 or (len(year) == 2 and year[0] in _DECADES)
            if dated and day.isdigit() and int(day) > 0 and month.isdigit() and int(month) > 0:
                return 1
        if not glued[at + 1] or mark not in ":-/" or not glued[at + 2] or facts[at + 2].shape is not SHAPE.NUMBER:
            return 0
        if glued[at] and facts[at - 1].shape is not SHAPE.MARK and facts[at - 1].shape is not SHAPE.LINE:
            return 0  # behind a label
        if mark == ":" and self.out and self.out[-1].role in _COUNTED and self.out[-1].text.split()[-1] not in _AT:
            return 0  # "Target 2:11" counts the target; "cancel the limit at 22:00" does not
        second = texts[at + 2]
        ends = at + 5 <= self.tokens.size and texts[at + 3] == mark and glued[at + 3]
        if mark == ":" and len(text) <= 2 and len(second) <= 2:
            return 5 if ends and glued[at + 4] else 3
        if mark in "-/" and ends and len(text) <= 2 and len(second) <= 2 and len(texts[at + 4]) == 4:
            return 5 if texts[at + 4].startswith("20") else 0  # 12/03/2025
        if mark == "/" and ends and glued[at + 4] and self._is_a_day((text, second, texts[at + 4])):
            return 5
        if mark in "-/" and self._stands_before_a_clock(at):
            return 3  # "02-01 17:58"
        if mark == "/" and len(second) <= 2 and int(second) <= _MONTHS and self.facts[at - 1].meaning is ROLE.CLOCK:
            return 3  # "dia 28/10"
        if mark in "-/" and len(text) == 4 and text.startswith("20") and len(second) <= 2:
            return self._date_and_time(at) if ends and len(texts[at + 4]) <= 2 else 0
        return 0

    def _is_a_day(self, parts: tuple[str, str, str]) -> bool:
        """ "24/11/23 | Market execution": a day with a short year that heads its line, below no label."""
        if not all(len(part) == _SHORT and part.isdigit() for part in parts) or parts[2] not in _SHORT_YEARS:
            return False
        day, month = sorted(map(int, parts[:2]), reverse=True)
        if not (0 < month <= _MONTHS and day <= _DAYS):
            return False
        line = takewhile(lambda p: p.role is not ROLE.LINE, reversed(self.out))
        above = next((p.role for p in reversed(self.out) if p.role not in _NO_LABEL), ROLE.LINE)
        plain = all(p.role in _BEFORE_A_DAY or (p.role is ROLE.PRICE and len(p.text) == 1) for p in line)
        return above not in _COUNTED and plain  # "1. 02/04/25"

    def _stands_before_a_clock(self, at: int) -> bool:
        """Whether two numbers of two digits may be a day and a month, and a time of day follows."""
        texts, glued = self.texts, self.tokens.glued
        day, month, hour = texts[at], texts[at + 2], texts[at + 3]
        short = all(len(part) == _SHORT and part.isdigit() for part in (day, month))
        if not short or glued[at + 3] or not (hour.isdigit() and len(hour) <= _SHORT and texts[at + 4] == ":"):
            return False
        least, most = sorted((int(day), int(month)))
        return glued[at + 4] and glued[at + 5] and 0 < least <= _MONTHS and most <= _DAYS

    def _date_and_time(self, at: int) -> int:
        """2025-11-11T20:25:01Z: as programs write it, glued."""
        upto, glued = at + 5, self.tokens.glued
        if self.texts[upto] == "t" and glued[upto] and glued[upto + 1]:
            while (
                upto < at + _STAMP_MAX
                and glued[upto]
                and (self.facts[upto].shape is SHAPE.NUMBER or self.texts[upto] in _IN_A_STAMP)
            ):
                upto += 1
        return upto - at

    def _with_unit(self, at: int, value: Figure) -> None:
        before, after = (self.texts[at - 1] if at else ""), self.texts[at + 1]
        shape = self.facts[at + 1].shape
        tagged = before in BEFORE_A_NUMBER and self.tokens.glued[at] and not (before == "%" and after == "%")
        if before.endswith(_RANKED_BY) and self.tokens.glued[at] and self._counts_a_label(at):
            self._give(ROLE.INDEX, at + 1, value)  # 第1目標
        elif tagged and before == "%":
            if self.out[-1].text == "%":
                self.out.pop()
                self.at = at - 1
            self._give(ROLE.PERCENT, at + 1, value)
        elif tagged and not (before == "#" and self._is_behind_its_label(at)):
            self._give(BEFORE_A_NUMBER[before], at + 1, value)
        elif shape is SHAPE.MARK and after in "%-/":
            self._with_mark(at, value, after)
        elif after == "'" and self.texts[at + 2] in _SUFFIXES and self.tokens.glued[at + 2]:
            self._give(ROLE.PRICE, at + 1, value)
            self._give(ROLE.FILLER, at + 3)  # "stopu 2338'e": to
        elif shape is SHAPE.HAN:
            self._han_unit(at, value)
        elif shape is SHAPE.WORD:
            self._word_unit(at, value)
        else:
            self._give(ROLE.PRICE, at + 1, value)

    def _counts_a_label(self, at: int) -> bool:
        behind = self.texts[at + 1]
        if not (self.tokens.glued[at + 1] and self.texts[at].isdigit() and self.facts[at + 1].shape is SHAPE.HAN):
            return False
        return han_pieces(behind)[0][0] in _COUNTED

    def _is_behind_its_label(self, at: int) -> bool:
        """ "TP1#0.6650": the hash stands for a colon, and nobody tags a price."""
        row = [p.role for p in self.out[-3:-1]]
        return "." in self.texts[at] and any(role in _COUNTED for role in row)

    def _with_mark(self, at: int, value: Figure, mark: str) -> None:
        if mark == "%" and self._is_before_its_share(at):
            self._give(ROLE.PRICE, at + 1, value)
            self._give(ROLE.PERCENT, at + 3, figure(self.texts[at + 2]))
        elif mark == "%":
            self._give(ROLE.PERCENT, at + 2, value)
        elif self._is_fraction(at, value):
            self._give(ROLE.SHARE, at + 3, value)
        elif mark == "-" and self.texts[at + 2] in _ENDINGS and self.tokens.glued[at + 1] and self.tokens.glued[at + 2]:
            self._give(ROLE.INDEX, at + 3, value)  # 2-му тейку, 1-й
        elif mark == "-" and self.facts[at + 2].meaning is ROLE.CLOCK and self.tokens.glued[at + 1]:
            self._give(ROLE.TIME, at + 3, value)  # 15-minute, 4-часовой
        elif (
            mark == "-"
            and self.texts[at + 2] in COUNTED_NOUNS
            and self.tokens.glued[at + 1]
            and self.tokens.glued[at + 2]
        ):
            self._give(ROLE.IDENT, at + 3, value)  # 3-step, 2-layer
        elif mark == "-" and self.texts[at + 2] in TIMES:
            self._give(ROLE.TIMES, at + 3, value)
        else:
            self._give(ROLE.PRICE, at + 1, value)

    def _is_before_its_share(self, at: int) -> bool:
        """ "Target 1: 0.0010566 % 8", at the end of its line: a price, and how far it is, as Turkish writes it."""
        texts, glued = self.texts, self.tokens.glued
        apart = not glued[at + 1] and self.facts[at + 2].shape is SHAPE.NUMBER and texts[at + 2].isdigit()
        ends = self.facts[at + 3].shape in (SHAPE.LINE, SHAPE.END) if apart else False
        return ends and len(texts[at].partition(".")[2]) > _PERCENT_DIGITS

    def _is_fraction(self, at: int, value: Figure) -> bool:
        """1/2 VOL, risk 7/10: a share, never two prices."""
        whole = self.texts[at + 2]
        if self.texts[at + 1] != "/" or not self.tokens.glued[at + 2] or not whole.isdigit():
            return False
        if (at and self.texts[at - 1] == "/" and self.tokens.glued[at]) or self.texts[at + 3] == "/":
            return False  # "TP 1.5/2/3"
        return len(whole) <= 2 and value.value < int(whole) <= 10

    def _han_unit(self, at: int, value: Figure) -> None:
        meaning = han_pieces(self.texts[at + 1])[0][0]
        role = UNITS.get(meaning) if isinstance(meaning, Role) else None
        if role is ROLE.TIMES and not self.tokens.glued[at + 1]:
            role = None  # "94000 レバ5倍": the label of the next number
        scale = _SCALE.get(meaning, Decimal(1)) if isinstance(meaning, Role) else Decimal(1)
        if role is ROLE.PERCENT and self.texts[at + 1].startswith(_TENTHS):
            role, scale = (ROLE.PERCENT, Decimal(10)) if value.value <= _TENTHS_MAX else (None, scale)  # "3割"
        self._give(role or ROLE.PRICE, at + 1, Figure(value.value * scale, value.other))

    def _word_unit(self, at: int, value: Figure) -> None:
        fact, word = self.facts[at + 1], self.texts[at + 1]
        glued, meaning = self.tokens.glued[at + 1], fact.meaning
        power = self._power(at) if word == "e" and glued else 0
        if power:
            exponent = int(self.text.lower[self.tokens.ends[at + 1] : self.tokens.ends[power - 1]])
            total = value.value.scaleb(exponent)
            self._give(ROLE.PRICE if is_a_price(total) else ROLE.BROKEN, power, Figure(total))
        elif word in ("k", "к") and glued:
            self._thousands(at, value)
        elif word == "h" and glued and self._goes_on_in_minutes(at):
            self._give(ROLE.TIME, at + 3)  # 14h30
        elif word in TIMES and (glued or self.facts[at + 2].shape is not SHAPE.NUMBER):
            self._give(ROLE.TIMES, at + 2, value)
        elif glued and word[0] in TIMES and meaning_of(word[1:]) is not None:
            self._give(ROLE.TIMES, at + 1, value)
            start, end = self.tokens.starts[at + 1], self.tokens.ends[at + 1]
            self.out.append(Lexeme(_role(meaning_of(word[1:])), word[1:], start + 1, end))
            self.at = at + 2
        elif word in REWARDS and (glued or (value.value <= _REWARD_MAX and not self._labels_what_follows(at + 1))):
            self._give(ROLE.REWARD, at + 2, value)
        elif glued and (word in _RANKS or (word in _RANKS_BEFORE and self._ranks_what_follows(at))):
            self._give(ROLE.INDEX, at + 2, value)
        elif (
            isinstance(meaning, Role)
            and meaning in UNITS
            and meaning is not ROLE.LEVERAGE
            and (glued or word not in _SPACED_CLOCK or meaning is not ROLE.CLOCK or _is_an_hour(value, word))
            and not (meaning is ROLE.THOUSAND and together(word, self.texts[at + 2]) is ROLE.HIT)  # "TP1 mil gaya"
        ):
            scale = _SCALE.get(meaning, Decimal(1))
            self._give(UNITS[meaning], at + 2, Figure(value.value * scale, value.other))
        elif self.texts[at + 2] in "/-|" and word in CODES and self.texts[at + 3] in CODES:
            self._give(ROLE.PRICE, at + 1, value)  # "Sell 1.0912 EUR/USD"
        elif word in MONEY or (glued and word in _GLUED_MONEY and len(self.texts[at]) > 1):
            self._give(ROLE.PRICE, at + 2, value)
        elif word in COUNTED_NOUNS and value.value <= _COUNT_MAX and self.texts[at].isdigit() and not glued:
            self._give(ROLE.IDENT, at + 2, value)
        elif glued and word == "s" and len(self.texts[at]) <= _PLURAL_MAX and self._is_glued_to_a_label(at):
            self._give(ROLE.INDEX, at + 2, value)  # "move your TP4s"
        elif glued and meaning is None and word.isascii() and (not fact.branch or not longest(self.tokens, at + 1)):
            pair = fact.name is not None and fact.name.grade == PAIR and opens_with_a_price(self.texts[at] + word)
            if pair or self._is_a_level(at):
                self._give(ROLE.PRICE, at + 1, value)  # "Buy 2771-2761XAUUSD"
            else:
                self._give(ROLE.WORD, at + 2)
        else:
            self._give(ROLE.PRICE, at + 1, value)

    def _ranks_what_follows(self, at: int) -> bool:
        """ "1º alvo", "2a entrada"; and "1º 15,10" on a line of its own: one letter counts what stands behind it."""
        behind = self.facts[at + 2]
        heads = not at or self.facts[at - 1].shape is SHAPE.LINE
        return behind.meaning in _COUNTED or (heads and behind.shape is SHAPE.NUMBER and len(self.texts[at]) == 1)

    def _goes_on_in_minutes(self, at: int) -> bool:
        hour, minutes = self.texts[at], self.texts[at + 2]
        clock = hour.isdigit() and minutes.isdigit() and len(minutes) == 2
        return clock and self.tokens.glued[at + 2] and int(hour) < 2 * _HOURS and int(minutes) < _MINUTES

    def _is_a_level(self, at: int) -> bool:
        """ "TP 0.09800Boom", "TP1 64000first": behind its label, or heading a line, a word is glued to a price."""
        text, word = self.texts[at], self.texts[at + 1]
        row = [
            p for p in self.out[-_MARKS_MAX:] if p.role is not ROLE.MARK and (p.role is ROLE.LINE or len(p.text) > 1)
        ]
        before = row[-1].role if row else ROLE.LINE  # the 1 of "TP1" is no price
        if len(word) < _WORD_MIN or before not in _LEADING:
            return False
        return "." in text or (len(text) >= _PRICE_MIN and before is not ROLE.LINE)

    def _power(self, at: int) -> int:
        """Where 2.34e3 and 1.2e-5 end; 0 where no power of ten is written."""
        glued = self.tokens.glued
        last = at + 2 + (self.texts[at + 2] in ("-", "+") and glued[at + 2])
        digits = self.texts[last]
        return last + 1 if glued[last] and digits.isdigit() and len(digits) <= _POWER_DIGITS else 0

    def _labels_what_follows(self, at: int) -> bool:
        """ "TP 2350 RR 1:2": the ratio is told behind its label, and before it stands a price."""
        spoken = longest(self.tokens, at)  # "R:R"
        follows = spoken[1] if spoken else at + 1
        return self.facts[follows + (self.texts[follows] in (":", "="))].shape is SHAPE.NUMBER

    def _thousands(self, at: int, value: Figure) -> None:
        """68k8 is 68,800 and 4k110 is 4,110: the digits behind the k go on after the comma."""
        upto, extra = at + 2, Decimal(0)
        if self.tokens.glued[upto] and self.texts[upto].isdigit():
            tail = self.texts[upto][:3]
            extra = Decimal(tail) * Decimal(10) ** (3 - len(tail))
            upto += 1
        total = value.value * 1000 + extra
        self._give(ROLE.PRICE if is_a_price(total) else ROLE.BROKEN, upto, Figure(total))


def _role(meaning: Role | str | None) -> Role:
    return meaning if isinstance(meaning, Role) else ROLE.WORD


def _is_an_hour(value: Figure, word: str) -> bool:
    """ "9 pm", "in 10 min": no level is followed by one of these."""
    return value.value <= (_HOURS if word in HALVES_OF_A_DAY else _MINUTES if word == MINUTES else 0)
