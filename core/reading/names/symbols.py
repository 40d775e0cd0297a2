"""Find which instrument a message names: a pair, a cashtag, gold by any name, or a bare ticker beside its side.

Separate, because a wrong instrument is the one error no stop can mend. A name is believed in
four grades: one that is sure outweighs one that only stands where a ticker would, and two different
names that are sure are a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.names import contracts
from core.reading.names.contracts import COIN
from core.reading.once import once
from core.reading.pieces.syllables import SYLLABLES
from core.reading.roles import ROLE, Role
from core.reading.text.tokens import SHAPE, Tokens
from core.reading.words.catalogue import COINS, COUNTED, INSTRUMENTS, QUOTES, SHORT, WORDY
from core.reading.words.everyday import is_everyday
from core.reading.words.facts import (
    BARE,
    CASHTAG,
    CODES,
    CONTRACTS,
    KNOWN,
    PAIR,
    QUOTES_APART,
    TICKER_MAX,
    UNACCENTED,
    Fact,
    Named,
    is_quoted_in,
    paired,
    spelled,
)
from core.reading.words.lexicon import alias_of, han_pieces, longest, meaning_of, together

SYMBOL_PATTERN = r"^[A-Z0-9]{1,18}$"
"""How an owner names an instrument."""
FOREIGN_FROM = "\u024f"
"""Behind the last Latin letter."""
_JOINED_MAX = 4
_TAIL_MAX = 3
_TAG_MAX = 12
_MARKS_MAX = 6
"""So many pictures and bullets may stand before the name at the head of a line."""


class Names:
    """Finds names in one post: its tokens, what is known of each, and the text as it was cased."""

    def __init__(self, tokens: Tokens, facts: Sequence[Fact], text: str) -> None:
        self.tokens = tokens
        self.facts = facts
        self.text = text
        self._asked = -1
        self._said: tuple[Role | str, int] | None = None

    def said(self, at: int) -> tuple[Role | str, int] | None:
        """The longest known phrase that begins at token ``at``; asked twice at one place, it is looked up once."""
        if self._asked != at:
            self._asked, self._said = at, longest(self.tokens, at)
        return self._said

    @once
    def shouts(self) -> bool:
        """Whether everything is in capitals, so that capitals tell nothing."""
        return self.text.isupper()

    @once
    def foreign(self) -> bool:
        """Whether it is written in another script, so that a Latin word in capitals is a name."""
        return sum([c.isalpha() and c > FOREIGN_FROM for c in self.text]) * 2 > sum(map(str.isalpha, self.text))

    def at(self, at: int) -> Named | None:
        """The instrument that is named at token ``at`` by itself, whatever stands around it."""
        texts, glued = self.tokens.texts, self.tokens.glued
        fact = self.facts[at]
        if texts[at] in SHORT and self._is_a_pair_in_short(at):
            return Named(SHORT[texts[at]], SHORT[texts[at]], PAIR, at, at + 1)
        if fact.shape is SHAPE.MARK:
            return self._paired(self._tagged(at)) if texts[at] in "$#" and glued[at + 1] else None
        if fact.shape is SHAPE.NUMBER and glued[at] and texts[at - 1] in "$#":
            return None
        goes_on = glued[at + 1] and self.facts[at + 1].written
        apart = texts[at + 1] in _PARTING and texts[at + 2] in QUOTES_APART
        if goes_on or texts[at + 1] in _JOINS or apart:
            found = self._spelled(at)
            word = found.base.lower() if found else ""
            if found is not None and found.grade < CASHTAG:
                found = self._graded(found, word)
        elif texts[at] in CODES and texts[at + 1] in CODES and texts[at] != texts[at + 1]:
            pair = (texts[at] + texts[at + 1]).upper()  # "EUR USD"
            return Named(pair, pair, PAIR, at, self._tail(at + 2))
        elif texts[at + 1] in QUOTES_APART and self._is_quoted_apart(at):
            base = texts[at].upper()
            return Named(base + texts[at + 1].upper(), base, PAIR, at, self._tail(at + 2))
        elif fact.name is not None:
            found, word = fact.name, texts[at]
            last = self._tail(at + 1) if found.grade == PAIR else at + 1
            found = Named(found.symbol, found.base, found.grade, at, last)
        else:
            found, word = None, ""
        if found is not None and found.grade >= CASHTAG:
            return found
        if fact.branch is not None:
            spoken = self.said(at)
            alias = alias_of(spoken[0]) if spoken else None
            if alias is not None and spoken is not None and not self._lost_its_accent(at):
                return Named(alias, alias, CASHTAG, at, spoken[1])
        if found is None or found.grade != KNOWN:
            return None
        if word not in WORDY or self.facts[at + 1].shape is SHAPE.HAN:
            return found
        if not self._is_upper(found):
            return None
        titled = at == 0 and texts[1] == "\n"
        told = fact.meaning is not None and self.shouts
        if fact.branch is not None and not self.foreign and not titled and (told or self._begins_a_phrase(at)):
            return None
        return found

    def _lost_its_accent(self, at: int) -> bool:
        cased = self.text[self.tokens.starts[at] : self.tokens.ends[at]]
        return self.tokens.texts[at] in UNACCENTED and cased.isupper() and (self.foreign or not self.shouts)

    def _is_a_pair_in_short(self, at: int) -> bool:
        """ "Close EU now", "BE on EU and GU", and never "EU data": an order is beside it."""
        before, behind = self.facts[at - 1] if at else None, self.facts[at + 1]
        told = before is not None and before.meaning in _BESIDE_A_PAIR
        if not self.text[self.tokens.starts[at] : self.tokens.ends[at]].isupper():
            return told and self.tokens.texts[at] not in _WORDS_TOO
        if told:
            return True
        if self.shouts or behind.meaning in _BESIDE_A_PAIR:
            return not self.shouts  # "EU FECHO AGORA": I close it
        last = at + 1 == self.tokens.size or behind.shape in (SHAPE.LINE, SHAPE.MARK)
        ends = last or behind.meaning in (Role.AND, Role.MARKET)
        return ends and before is not None and (before.meaning is Role.AND or self.tokens.texts[at - 1] in _ON)

    def _is_quoted_apart(self, at: int) -> bool:
        """ "TRB usdt" at the head of a line or behind its label, "LINK USDT" anywhere: the money it is quoted in."""
        word, fact = self.tokens.texts[at], self.facts[at]
        if not (word.isascii() and word.isalpha() and len(word) <= _TAG_MAX):
            return False
        if word in COINS and self.text[self.tokens.starts[at] : self.tokens.ends[at + 1]].isupper():
            return True
        back = at - 1
        while back >= 0 and back > at - _MARKS_MAX and self.facts[back].shape is SHAPE.MARK:
            back -= 1
        heads = back < 0 or self.facts[back].shape is SHAPE.LINE
        means_nothing = word in COINS or (fact.branch is None and len(word) > 1)
        return (means_nothing and (heads or self._is_sided(at))) or self.after_label(at)

    def _is_sided(self, at: int) -> bool:
        """ "LONG GRASS USDT 10x", "Signal: PUMP USDT LONG": in capitals, and beside a side."""
        beside = (self.facts[at - 1].meaning if at else None, self.facts[at + 2].meaning)
        written = self.text[self.tokens.starts[at] : self.tokens.ends[at + 1]]
        return not _SIDED.isdisjoint(beside) and written.isupper() and not is_everyday(self.tokens.texts[at])

    def _paired(self, tag: Named | None) -> Named | None:
        """ "#SOL USDT": the money that a tag is quoted in may stand apart."""
        quote = self.tokens.texts[tag.last] if tag is not None else ""
        if tag is None or tag.grade == PAIR:
            return tag
        if quote not in QUOTES_APART and not contracts.is_coined_apart(self.tokens, self.facts, tag):
            return tag
        return Named(tag.base + quote.upper(), tag.base, PAIR, tag.first, self._tail(tag.last + 1))

    def _begins_a_phrase(self, at: int) -> bool:
        spoken = self.said(at)
        return spoken is not None and spoken[1] > at + 1

    @staticmethod
    def _graded(found: Named, word: str) -> Named:
        if word in INSTRUMENTS:
            return found._replace(grade=CASHTAG)
        known = word in COINS and (meaning_of(word) is None or word in WORDY)
        return found._replace(grade=KNOWN) if known else found

    def _spelled(self, at: int) -> Named | None:
        """A pair with its quote, or the bare word that stands here."""
        texts, glued = self.tokens.texts, self.tokens.glued
        word = texts[at]
        shape = self.facts[at].shape
        if not self.facts[at].written or (shape is SHAPE.NUMBER and not word.isdigit()):
            return None
        last = at + 1
        counted = glued[last] and self.facts[last].shape is SHAPE.NUMBER
        listed = counted and shape is SHAPE.WORD and word not in COINS and self._ends_a_code(last)
        listed = listed and self.after_label(at)
        whole = listed or (counted and self.is_coded(at))
        while last < at + _JOINED_MAX and glued[last] and self.facts[last].written:
            if self.facts[last].shape is SHAPE.NUMBER and not (
                whole or word + texts[last] in COUNTED or word.isdigit()
            ):
                break
            word += texts[last]
            last += 1
        if (contract := contracts.dated(self.tokens, self.facts, at)) is not None:
            return contract
        quote = None
        if texts[last] in _BEFORE_A_QUOTE:
            quote = self._quote(last) or self._other_currency(word, last) or self._quote_in_brackets(at, last)
        if not word.isascii() or len(word) > TICKER_MAX + 4 or (quote is None and word.isdigit()):
            return None
        names = quote is not None and word not in QUOTES_APART and self._may_be_quoted(at, word, texts[last], quote[0])
        if quote is not None and names:
            name, end = quote
            symbol = paired(word, "" if name == "perp" else name)
            return Named(symbol, word.upper(), PAIR, at, self._tail(end))
        found = spelled(word)
        if found is not None and found.grade == PAIR:
            if shape is SHAPE.NUMBER and not self._may_begin_with_a_number(at, found.base.lower()):
                return None
            return Named(found.symbol, found.base, PAIR, at, self._tail(last))
        if found is not None and listed and word[-1].isdigit():
            return Named(found.symbol, found.base, CASHTAG, at, last)
        if shape is SHAPE.NUMBER and word not in COINS and word not in INSTRUMENTS and len(word) < 5:
            return None
        return Named(found.symbol, found.base, found.grade, at, last) if found else None

    def _ends_a_code(self, at: int) -> bool:
        """Whether nothing more is glued behind a number: BOVAW32, and not ETH10x."""
        return self.tokens.texts[at].isdigit() and not (self.tokens.glued[at + 1] and self.facts[at + 1].written)

    def is_coded(self, at: int) -> bool:
        """ "B3USDT", "LUNA2USDTPERP", "$BROCCOLI714": letters and a short number in one, quoted in money or tagged."""
        texts, glued, facts = self.tokens.texts, self.tokens.glued, self.facts
        word, digits = texts[at], texts[at + 1]
        if not (glued[at + 1] and digits.isdigit() and len(digits) <= _CODED_MAX and facts[at].shape is SHAPE.WORD):
            return False
        if not word.isascii() or (glued[at] and facts[at - 1].written):
            return False
        last = at + 2
        while last < at + _JOINED_MAX and glued[last] and facts[last].written:
            last += 1
        quoted = self._quote(last) is not None or texts[last - 1].endswith(CONTRACTS)
        if word in COINS or word in INSTRUMENTS:
            return quoted and (len(digits) == 1 or contracts.is_many(digits))  # "HYPE2USDT"; "SOL150USDT" has a price
        if len(word) == 1:
            return word not in _COUNTS_OR_LABELS and (quoted or (at > 0 and texts[at - 1] == "$"))
        if meaning_of(word) is not None:
            return False  # "SL58USDT"
        tagged = at > 0 and glued[at] and last == at + 2 and (texts[at - 1] == "$" or self._is_tagged_alone(at))
        return quoted or tagged

    def _is_tagged_alone(self, at: int) -> bool:
        """ "#BROCCOLI714": so long a word is no number of an order."""
        return self.tokens.texts[at - 1] == "#" and len(self.tokens.texts[at]) > _TAIL_MAX

    def _may_be_quoted(self, at: int, word: str, mark: str, quote: str) -> bool:
        """ "#TOKEN/USDT" is a coin; "1/ BTC" counts a trade, and "#LONG_BTC", "#SCALP_ETH" are tags about one."""
        texts = self.tokens.texts
        if word in COINS or word in CODES:
            return not is_quoted_in(quote, word)  # "BTC/ETH" are two
        means, tagged = meaning_of(word), at > 0 and texts[at - 1] in "$#"
        if quote not in CONTRACTS and quote != "perp":
            spoken = mark in "_-" and (isinstance(means, Role) or is_everyday(word))
            if word.isdigit() or spoken or means in _OF_A_TRADE:
                return False  # in a coin; "GO/BTC", "RCN_BTC" are quoted in one
        return means not in _NO_BASES or (tagged and mark != "_")

    def _may_begin_with_a_number(self, at: int, base: str) -> bool:
        """ "1INCHUSDT", "#4USDT"; and no "65000USDT", no "2761XAUUSD", and nothing that begins inside of a word."""
        texts, glued = self.tokens.texts, self.tokens.glued
        if glued[at] and self.facts[at - 1].written:
            return False
        if base.isdigit():
            heads = at == 0 or self.facts[at - 1].shape is SHAPE.LINE
            return (at > 0 and texts[at - 1] in "$#") or self.after_label(at) or (heads and len(base) == 1)
        return not contracts.is_led_by_a_figure(base)

    def _other_currency(self, word: str, at: int) -> tuple[str, int] | None:
        """ "USD/ZAR": what a smaller currency is quoted in only where another one stands before it."""
        texts, glued = self.tokens.texts, self.tokens.glued
        joined = texts[at] == "/" and texts[at + 1] in CODES and glued[at] and glued[at + 1]
        return (texts[at + 1], at + 2) if joined and word in CODES and word != texts[at + 1] else None

    def _quote(self, at: int) -> tuple[str, int] | None:
        texts, glued = self.tokens.texts, self.tokens.glued
        if texts[at] == "/" and texts[at + 1] == "#" and texts[at + 2] in _TAGGED:
            return texts[at + 2], at + 3  # "#ADA/#BTC"
        bar = texts[at] == "|"
        piped = bar and (texts[at + 1] in QUOTES_APART or (texts[at + 1] == COIN and glued[at] and glued[at + 1]))
        if not (piped or (texts[at] in _JOINS and texts[at + 1] in QUOTES)):
            return None
        if texts[at] not in "/|" and not (glued[at] and glued[at + 1]):
            return None
        return texts[at + 1], at + 2

    def _quote_in_brackets(self, first: int, at: int) -> tuple[str, int] | None:
        """ "EVAA(USDT)": behind a coin, a tag or the label of a name, or by a side; no "balance (USDT)" is a pair."""
        texts = self.tokens.texts
        if texts[at] not in _OPENING or texts[at + 1] not in QUOTES_APART or texts[at + 2] not in _CLOSING:
            return None
        if not (self.after_label(first) or (first > 0 and texts[first - 1] in "$#")):
            sided = self.facts[at + 3].meaning in _SIDES or (first > 0 and self.facts[first - 1].meaning in _SIDES)
            known = texts[first] in COINS or (sided and self.facts[first].branch is None)
            upper = self.text[self.tokens.starts[first] : self.tokens.ends[first]].isupper()
            if not (known and upper) or (texts[first] not in COINS and is_everyday(texts[first])):
                return None
        return texts[at + 1], at + 3

    def _tail(self, at: int) -> int:
        """Skip the broker's tail of a name: BTCUSDT.P, XAUUSD.m"""
        texts, glued = self.tokens.texts, self.tokens.glued
        if texts[at] != "." or not glued[at] or not glued[at + 1] or len(texts[at + 1]) > _TAIL_MAX:
            return at
        return at + 2 if self.facts[at + 1].shape is SHAPE.WORD else at

    def _is_upper(self, found: Named) -> bool:
        return self.text[self.tokens.starts[found.first] : self.tokens.ends[found.last - 1]].isupper()

    def _tagged(self, at: int) -> Named | None:
        """$SOL is a coin; #SIGNAL, #intraday and #WE_STAND are not."""
        inner = self._spelled(at + 1)
        if inner is None:
            return None
        if inner.grade == PAIR:
            return inner._replace(first=at)
        word, spoken = inner.base.lower(), longest(self.tokens, at + 1)
        alias = alias_of(spoken[0]) if spoken and not self._lost_its_accent(at + 1) else None
        if alias is not None and spoken is not None:
            return Named(alias, alias, CASHTAG, at, spoken[1])
        if self.tokens.texts[inner.last] == "_" or contracts.is_no_name(word, self.tokens.texts[at - 1] if at else ""):
            return None
        is_dollar = self.tokens.texts[at] == "$"
        if not is_dollar and inner.last > at + 2 and not is_everyday(self.tokens.texts[at + 1]):
            named = self.is_coded(at + 1) and not self.after_label(at)
            inner = inner._replace(grade=BARE if named else inner.grade)
        labels = is_dollar and word not in COINS and meaning_of(word) in _LABELS
        if labels and contracts.stands_before_a_price(self.tokens, inner):
            return None  # "$TP 62000"; "LONG - $TAKE" is a coin
        if spoken is not None and meaning_of(word) is not None and not is_dollar and not self.after_label(at):
            little = spoken[0] is ROLE.FILLER and self._stands_before_a_price(at, inner.last)
            return Named(inner.symbol, inner.base, BARE, at, inner.last) if little else None
        if len(word) > _TAG_MAX:
            return None
        if not (is_dollar or self._is_upper(inner) or word in COINS):
            sided = spoken is None and self._stands_by_an_order(at, inner.last) and not is_everyday(word)
            return Named(inner.symbol, inner.base, BARE, at, inner.last) if sided else None
        return Named(inner.symbol, inner.base, CASHTAG, at, inner.last)

    def _stands_by_an_order(self, at: int, last: int) -> bool:
        """ "Long #idol 0.034", "long limit #idol", "cancel #idol", "#idol filled": a tag that means nothing else."""
        back = at - 1
        if back > 0 and self.facts[back].meaning in _KINDS:
            back -= 1
        if any(self.facts[n].meaning in _SIDES for n in (back, last) if n >= 0):
            return True
        spoken = longest(self.tokens, last) if at == 0 else None
        heads = spoken is not None and spoken[0] in _FOLLOWED_BY
        return heads or (back == at - 1 and back >= 0 and self._ends_an_order(back))

    def _ends_an_order(self, at: int) -> bool:
        """Whether a word of withdrawing or leaving stands here, alone or as the second of two."""
        if self.facts[at].meaning in _LEFT or self.tokens.texts[at] in SYLLABLES:
            return True
        return at > 0 and together(self.tokens.texts[at - 1], self.tokens.texts[at]) in _LEFT

    def _stands_before_a_price(self, at: int, last: int) -> bool:
        """ "Short #la 0.351", "#ONE 市价空 0.0031": a little word with a hash by a side and a number is a coin."""
        facts, texts = self.facts, self.tokens.texts
        if facts[last].shape is SHAPE.HAN and facts[last + 1].shape is SHAPE.NUMBER:
            return any(meaning in _SIDES for meaning, _, _ in han_pieces(texts[last]))
        return at > 0 and self.facts[at - 1].meaning in _SIDES and self.facts[last].shape is SHAPE.NUMBER

    def after_label(self, at: int) -> bool:
        """``Coin: #CROSS`` names a coin although the word means something else."""
        back = at - 1
        while back >= 0 and self.facts[back].shape is SHAPE.MARK and back > at - 4:
            back -= 1
        texts = self.tokens.texts
        named = back >= 0 and meaning_of(texts[back]) is ROLE.SYMBOL
        return named or (back > 0 and together(texts[back - 1], texts[back]) is ROLE.SYMBOL)  # "coin name: EVAA"


_CODED_MAX = 4
"""Digits of a number that is part of a name: BROCCOLI714, SPX6900."""
_COUNTS_OR_LABELS = frozenset("hmdwxetps")
"""Letters that make something else of the number behind them: h4, x10, e1, t1."""
_TAGGED = (*QUOTES_APART, COIN)
_SIDES, _SIDED = (Role.BUY, Role.SELL), frozenset((Role.BUY, Role.SELL))
_KINDS, _LEFT = (Role.LIMIT, Role.BREAKOUT, Role.MARKET), (Role.CANCEL, Role.CLOSE)
_FOLLOWED_BY = (*_LEFT, Role.FILLED, Role.HIT, Role.STOP, Role.STOPPED, Role.EVEN, Role.MOVE, Role.TARGET, Role.PART)
_ON, _WORDS_TOO = ("on", "for"), frozenset(("au", "ea", "ga", "nu"))
_BESIDE_A_PAIR = (*_SIDES, *_LEFT, Role.CLOSED, Role.HALF, Role.PART, Role.EVEN)
_LABELS = (Role.STOP, Role.TARGET)
_OF_A_TRADE = (Role.SPOT, Role.LIMIT, Role.MARKET, Role.HEADING, Role.LEVERAGE, Role.VENUE, Role.ENTRY, *_LABELS)
_NO_BASES = (Role.SYMBOL, *_SIDES)
"""What no coin is called where nothing tags it: "SYN SHORT /USDT"."""
_JOINS, _PARTING = frozenset("/-_"), frozenset("|([")
_OPENING, _CLOSING, _BEFORE_A_QUOTE = frozenset("(["), frozenset(")]"), _JOINS | _PARTING
