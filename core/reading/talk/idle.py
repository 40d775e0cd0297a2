"""Know what a sentence beside a plan says idly: a motto, news to come, that a stop is a must, who has written it.

Separate from the words that take the force of a sentence (`sentences`), which count wherever they stand: these
count for nothing only apart from a plan, where no side and no level is named and nothing else is left to mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import dropwhile, takewhile

from core.reading.handling.reports import tells_of_an_earlier_trade
from core.reading.pieces.piece import Lexeme
from core.reading.pieces.tables import Table
from core.reading.roles import ROLE, Role
from core.reading.talk.sentences import Sentence
from core.reading.words.everyday import is_everyday
from core.reading.words.lexicon import listed

_MOODS, _UPDATES, _COUNSELS = Table("MOODS"), Table("UPDATES"), Table("COUNSELS")
_STOPLESS, _POTENTIAL, _FORMING = map(frozenset, map(listed, ("STOPLESS", "POTENTIAL", "FORMING")))
_TUNED, _SOON = map(frozenset, map(listed, ("TUNED", "SOON")))
_REMEMBER, _FURTHER, _PATTERNS = map(frozenset, map(listed, ("REMEMBER", "FURTHER", "PATTERNS")))
_MODALS, _SEEN, _LASTS = map(frozenset, map(listed, ("MODALS", "SEEN", "LASTS")))
_MISSED, _SOUGHT, _SEEKING = map(frozenset, map(listed, ("MISSED", "SOUGHT", "SEEKING")))
_TRADES, _CHASES = frozenset(listed("TRADES")), frozenset(listed("CHASES"))
_SIGNALS, _NEXT = frozenset(listed("SIGNALS")), tuple(f"{word} " for word in _FURTHER)
_RESULTS = frozenset((*listed("PROFIT"), *listed("LOSS"), *listed("REWARDS"), *listed("UP"), *listed("FOR")))
_LED = ([":"], [","], ["-"])
_LOOKING = frozenset(("looking", "looking at", "looking to"))
_LOOKING_FOR = _LOOKING | {"looking for", "look for"}
_ORDERING = frozenset((Role.ENTRY, Role.LIMIT, Role.STOP, Role.TARGET, Role.IF, Role.NOT, Role.WAIT))
_ZONED = (Role.ZONE, Role.MARKET)
_CAVEATS, _RATES = frozenset(listed("CAVEATS")), listed("RATES")
_INSIDE = frozenset(("i'm in", "im in", "i am in"))
_OF_A_ROOM, _TITLE_MAX = ("signals", "premium", "vip"), 8
_MOOD_MAX, _SIGNED_MAX, _SAID_MIN = 4, 6, 2
_DISCLAIMER_MAX, _COUNSEL_MAX, _COUNSEL_BEFORE = 16, 6, 4
_ORDERED = frozenset((Role.ENTRY, Role.LIMIT, Role.IF, Role.WAIT, Role.CLOSE, Role.MOVE, Role.CANCEL, Role.MEMORY))
_OF_A_DISCLAIMER = frozenset(
    (Role.WORD, Role.FILLER, Role.NOT, Role.MARK, Role.LESSON, Role.HEADING, Role.AND, Role.TO)
)
_CHEERED, _POSTED, _ADDRESSED = map(frozenset, map(listed, ("CHEERED", "POSTED", "ADDRESSED")))
_BY = frozenset((*listed("BY"), "from", "in", "via", "by"))
_ENTERING = frozenset(
    (Role.ENTRY, Role.LIMIT, Role.STOP, Role.TARGET, Role.ABOVE, Role.BELOW, Role.PRICE, Role.HOLD, Role.FILLED)
)
_MOVERS = frozenset(("btc", "bitcoin"))
_CALENDAR, _TODAY = frozenset(listed("CALENDAR")), frozenset(("today", "this week", "this month"))
_OF_AN_ORDER = _ENTERING | {Role.IF, Role.WAIT, Role.CLOSE, Role.MOVE, Role.CANCEL, Role.NOT, Role.MEMORY, Role.ADD}
_TOGETHER, _OF_THE_SIDE = frozenset(listed("TOGETHER")), (Role.FILLER, Role.ENTRY, Role.TICKER)
_QUIET = frozenset((Role.FILLER, Role.MARK, Role.AND, Role.TICK, Role.LINK))
_PLAIN = _QUIET | {Role.WORD, Role.WILL, Role.LATER, Role.HEADING, Role.CLOCK, Role.TIME, Role.AD}
"""What may stand in a sentence that promises news; a "when", an entry or a stop in it may be what it is about."""
_FOLLOWING = _QUIET | {Role.WORD, Role.WILL, Role.IF, Role.TICKER, Role.SYMBOL, Role.BELOW, Role.DOWN, Role.ALL}
_ADDING = (Role.ADD, Role.ADDED)
_CHARTED = _QUIET | {Role.WORD, Role.ANALYSIS, Role.WAIT, Role.TIME, Role.CLOCK, Role.SYMBOL, Role.ZONE, Role.TICKER}
_OF_A_MARKET = _CHARTED - {Role.WAIT} | {Role.MAY}
_OF_A_CHASE = _QUIET | {Role.NOT, Role.WORD, Role.SYMBOL, Role.ZONE, Role.TO, Role.IF}
_OF_A_TIME = _QUIET | {Role.WORD, Role.MAY, Role.TIME, Role.CLOCK, Role.HEADING}
_OPEN_YET = _QUIET | {Role.RECAP, Role.LIMIT, Role.LATER, Role.WAIT}
_ROOMED = frozenset((Role.WORD, Role.HEADING, Role.AD, Role.OTHERS, Role.BUT, Role.UP))
_RATED = frozenset((Role.WORD, Role.RECAP, Role.PERCENT, Role.HEADING))
_OF_NEWS = (Role.WORD, Role.FILLER, Role.MOVE, Role.ANALYSIS)


def is_idle(said: Sentence, at: int, *, behind: bool) -> bool:
    """Whether a word that takes the force of its sentence takes none from a plan, beside or ``behind`` which it is."""
    if said.side >= 0 or said.levels:
        return False
    rule = _RULES.get(said.pieces[at].role)
    if rule is not None and rule(said, at):
        return True
    return behind and (_is_of_further_calls(said, at) or tells_of_an_earlier_trade(said.pieces))


def warns(said: Sentence) -> bool:
    """ "Disclaimer: you may lose ...": what a room says below all its calls, to the end of the post."""
    lead = next((p.text for p in said.pieces if p.role is not ROLE.MARK), "")
    return lead in _CAVEATS


def looks_for_it(said: Sentence, hedges: Sequence[Lexeme], *, ordered: bool) -> bool:
    """ "Looking for a potential long setup:", "looking buy this zone": what the complete plan below it says at length.

    "Looking for longs at 2640" may be a wish, and so may "potential long" by itself.
    """
    if any(p.text not in _LOOKING_FOR and p.text not in _POTENTIAL for p in hedges):
        return False
    if said.side < 0:
        return all(p.text in _LOOKING for p in hedges) and not (said.levels or said.roles & _ORDERING)
    looked = any(p.text in _LOOKING_FOR for p in hedges)
    return looked and not said.levels and (ordered or said.pieces[-1].role in _ZONED)


def goes_along(said: Sentence, hedges: Sequence[tuple[int, Lexeme]]) -> bool:
    """ "Vamos a comprar XAUUSD en 2030": let us buy, right before the side of a plan, is how an order is given."""
    at, first = hedges[0]
    if len(hedges) > 1 or first.text not in _TOGETHER or not at < said.side or not said.levels:
        return False
    return all(p.role in _OF_THE_SIDE for p in said.pieces[at + 1 : said.side])


def _denies_idly(said: Sentence, at: int) -> bool:
    if any(p.text in _MISSED for p in said.pieces[:at]):
        return True  # "if you missed the entry, don't enter"
    behind = next((p.role for p in said.pieces[at + 1 :] if p.role is not ROLE.FILLER), ROLE.LINE)
    adds = behind in _ADDING and ROLE.HEADING not in said.roles
    return (
        adds
        or _warns_of_a_mood(said, at)
        or _warns_of_the_chase(said, at)
        or _keeps_the_stop(said, at)
        or _disclaims(said, at)
    )


def _disclaims(said: Sentence, at: int) -> bool:
    """ "To nie porada inwestycyjna", "we are not registered": denied is that it is advice, or vouched for."""
    if len(said.pieces) > _DISCLAIMER_MAX or not said.roles.isdisjoint(_ORDERED):
        return False
    beside = takewhile(lambda p: p.role in _OF_A_DISCLAIMER, said.pieces[at + 1 : at + 1 + _COUNSEL_MAX])
    return any(map(_COUNSELS.has, (*said.pieces[max(0, at - _COUNSEL_BEFORE) : at], *beside)))


def _warns_of_a_mood(said: Sentence, at: int) -> bool:
    """ "No revenge trading", "with your mind, not your emotions": denied is a mood, and no trade."""
    if ROLE.LATER in said.roles:
        return False  # "no hurry, entry later"
    for piece in said.pieces[at + 1 : at + 1 + _MOOD_MAX]:
        if _MOODS.has(piece):
            return True
        if piece.role is not ROLE.FILLER and piece.role is not ROLE.WORD:
            break
    return bool(at) and _MOODS.has(said.pieces[at - 1])  # "panik yapmayın"


def _warns_of_the_chase(said: Sentence, at: int) -> bool:
    """ "No perseguir el precio", "nicht hinterherlaufen": a late entry is denied; "not chasing this trade" is none."""
    if not said.roles <= _OF_A_CHASE:
        return False
    behind = dropwhile(lambda p: p.role is not ROLE.WORD, said.pieces[at + 1 : at + 1 + _MOOD_MAX])
    return next((p.text for p in behind), "") in _CHASES


def _keeps_the_stop(said: Sentence, at: int) -> bool:
    """ "Don't trade without SL", "trading without SL is gambling": denied twice, it is a must."""
    if at and at + 2 == len(said.pieces) and said.pieces[at + 1].role is ROLE.HEADING:
        before = [p for p in said.pieces[:at] if p.role is not ROLE.MARK]
        if len(before) == 1 and before[0].role is ROLE.FILLER and before[0].text in _STOPLESS:
            return True  # "No SL, no trade"
    bare = [n for n, p in enumerate(said.pieces) if p.role is ROLE.NOT and p.text in _STOPLESS]
    if len(bare) != 1:
        return False
    others = [n for n, p in enumerate(said.pieces) if p.role is ROLE.NOT and n != bare[0]]
    if at == bare[0]:
        return len(others) == 1 or (not others and any(map(_MOODS.has, said.pieces[at + 1 :])))
    return others == [at]


def _dates_news(said: Sentence) -> bool:
    """ "Inventories data later today, trade light", "CPI tomorrow": when the market hears something, and no trade."""
    if not any(p.text in _CALENDAR for p in said.pieces) or not said.roles.isdisjoint(_OF_AN_ORDER):
        return False
    return all(p.role is not ROLE.WORD or p.text in _CALENDAR or is_everyday(p.text) for p in said.pieces)


def _promises_news(said: Sentence, at: int) -> bool:
    """ "I will keep you posted", "updates coming soon": what its author will write, and no trade of later."""
    if said.pieces[at].text in _SOON and _dates_news(said):
        return True
    if said.pieces[at].text in _TOGETHER and all(p.role in _QUIET for n, p in enumerate(said.pieces) if n != at):
        return True  # "¡Vamos! 💪"
    if ROLE.IF in said.roles and said.pieces[at].role is ROLE.WILL:
        supposed = next(n for n, p in enumerate(said.pieces) if p.role is ROLE.IF)
        return _is_a_value(said, at) or (at < supposed and _UPDATES.has(said.pieces[supposed - 1]))
    return _is_plain(said) and any(map(_UPDATES.has, said.pieces))


def _is_of_further_calls(said: Sentence, at: int) -> bool:
    """ "More signals coming soon", "next trade later today": of other calls, below one that is complete."""
    if said.pieces[at].text not in _SOON or len(said.pieces) < _SAID_MIN:
        return False
    if all(p.text not in _FURTHER and not p.text.startswith(_NEXT) for p in said.pieces):
        return False
    named = any(p.role is ROLE.HEADING or not _SIGNALS.isdisjoint(p.text.split()) for p in said.pieces)
    return named and _is_plain(said)


def _is_plain(said: Sentence) -> bool:
    return all(map(_is_known, said.pieces))


def _is_known(piece: Lexeme) -> bool:
    if piece.text in _FURTHER or (piece.role in _OF_NEWS and _UPDATES.has(piece)):
        return True
    if piece.role is ROLE.WAIT:
        return piece.text in _TUNED
    return piece.role in _PLAIN and (piece.role is not ROLE.WORD or is_everyday(piece.text))


def _waits_idly(said: Sentence, at: int) -> bool:
    return _promises_news(said, at) or _forms(said, at) or _looks_for_a_move(said, at)


def _forms(said: Sentence, at: int) -> bool:
    """ "A bullish flag is forming on 4h": of the chart; "a setup is forming" has yet to come."""
    if said.pieces[at].text not in _FORMING or not said.roles <= _CHARTED:
        return False
    known = all(is_everyday(p.text) for p in said.pieces if p.role is ROLE.WORD)
    return known and any(p.role is ROLE.ANALYSIS or p.text in _PATTERNS for p in said.pieces)


def _looks_for_a_move(said: Sentence, at: int) -> bool:
    """ "Looking for continuation": what the market will do, and no better price that somebody waits for."""
    if said.pieces[at].text not in _SEEKING or not said.roles <= _CHARTED:
        return False
    known = all(is_everyday(p.text) for p in said.pieces if p.role is ROLE.WORD)
    return known and any(p.text in _SOUGHT for p in said.pieces[at + 1 :])


def _is_a_possibility(said: Sentence, at: int) -> bool:
    """ "Huge potential!", "Potential profit: 80%": how far it could go; "a potential setup" is none as yet."""
    if said.pieces[at].text not in _POTENTIAL:
        return _tells_of_the_market(said, at)
    behind = next((p for p in said.pieces[at + 1 :] if p.role is not ROLE.TICK), None)
    if behind is None or behind.role is ROLE.MARK or behind.role in (ROLE.PERCENT, ROLE.TO) or behind.text in _RESULTS:
        return bool(at) or behind is not None
    return bool(at) and said.pieces[at - 1].role is ROLE.WORD and is_everyday(said.pieces[at - 1].text)


def _tells_of_the_market(said: Sentence, at: int) -> bool:
    """ "We may see a good impulse", "this could continue for weeks": of what comes once the trade is open."""
    behind = next((p.text for p in said.pieces[at + 1 :]), "")
    if said.pieces[at].text in _MODALS and behind in _LASTS and said.roles <= _OF_A_TIME:
        return not said.roles.isdisjoint((ROLE.CLOCK, ROLE.TIME))  # "this may take 2-3 days"
    if said.pieces[at].text not in _MODALS or behind not in _SEEN or not said.roles <= _OF_A_MARKET:
        return False
    words = [p for p in said.pieces[at + 2 :] if p.role is ROLE.WORD or p.role is ROLE.ANALYSIS]
    return bool(words) and all(is_everyday(p.text) for p in words if p.role is ROLE.WORD)


def _supposes_idly(said: Sentence, at: int) -> bool:
    """ "Share if you enjoy it", "I will message when to secure", "if missed": nothing that has to come first."""
    if _is_a_value(said, at):
        return True
    if not said.roles.isdisjoint(_ENTERING):
        return False
    behind, before = [p.text for p in said.pieces[at + 1 : at + 2]], said.pieces[:at]
    if " ".join([said.pieces[at].text, *behind]) in _MISSED:
        return True  # "don't chase if missed"
    if behind and behind[0] in _ADDRESSED and any(p.text in _CHEERED for p in before):
        return True
    return bool(before) and _UPDATES.has(before[-1]) and any(p.role is ROLE.WILL for p in before)


def _is_a_value(said: Sentence, at: int) -> bool:
    """ "VERSION: SE": the last of its field, it leads no condition."""
    if (
        ROLE.WILL in said.roles
        and said.roles <= _FOLLOWING
        and any(p.text.lstrip("#$") in _MOVERS for p in said.pieces)
    ):
        return True  # "if BTC comes down this coin will also come down"
    last = at == len(said.pieces) - 1 and at > 1 and said.pieces[at - 1].text == ":"
    return last and is_everyday(said.pieces[0].text) and said.roles <= _QUIET | {ROLE.WORD, ROLE.IF}


def _reminds(said: Sentence, at: int) -> bool:
    """ "Remember: patience is key": it begins a piece of advice, and recalls no trade."""
    if said.pieces[at].text in _POSTED and any(p.text in _BY for p in said.pieces[at + 1 : at + 2]):
        timed = not said.roles.isdisjoint((ROLE.TIME, ROLE.CLOCK))
        return not timed and sum([p.role is ROLE.MEMORY for p in said.pieces]) == 1  # "sent from our desk"
    lead = next(n for n, p in enumerate(said.pieces) if p.role not in _QUIET)
    plain = said.roles <= _QUIET | {ROLE.WORD, ROLE.MEMORY, ROLE.SIZE, ROLE.STOP, ROLE.AD, ROLE.NOT, ROLE.PERCENT}
    known = all(p.role is not ROLE.WORD or is_everyday(p.text) for p in said.pieces)
    led = at == lead and [p.text for p in said.pieces[at + 1 : at + 2]] in _LED and said.pieces[at].text in _REMEMBER
    return led and plain and known


def _is_open_yet(said: Sentence, at: int) -> bool:
    """ "Result: pending": a field of a card that will be filled in; "win rate: 68%" speaks of a method."""
    if said.pieces[at].text in _TODAY and _dates_news(said):
        return True  # "OPEC meeting this week, expect volatility"
    if said.pieces[at].text in _INSIDE and _puts_in(said, at):
        return True
    if said.pieces[at].text.startswith(_RATES) and any(p.text == ":" for p in said.pieces):
        return said.heads and said.roles <= _QUIET | _RATED
    lead = next(n for n, p in enumerate(said.pieces) if p.role not in _QUIET)
    labels = at == lead and [p.text for p in said.pieces[at + 1 : at + 2]] == [":"]
    if said.pieces[at].text.split()[-1] in _TRADES:
        return False  # "Open trades:", and below it what is held
    return labels and said.roles <= _OPEN_YET and sum([p.role is ROLE.RECAP for p in said.pieces]) == 1


def _puts_in(said: Sentence, at: int) -> bool:
    """ "I'm in with 2% of my port": how much its author puts into the call above, and no trade of long ago."""
    behind = said.pieces[at + 1 : at + 3]
    shared = [p.role for p in behind] in ([ROLE.FILLER, ROLE.PERCENT], [ROLE.FILLER, ROLE.SIZE])
    return shared and sum([p.role is ROLE.RECAP for p in said.pieces]) == 1


def _titles(said: Sentence) -> bool:
    """ "WHALES MEGA SIGNALS", "only for premium members": what a room is called, and for whom it writes."""
    named = [p for p in said.pieces if p.role is ROLE.HEADING or p.role is ROLE.AD]
    led = (
        bool(named)
        and all(p.text.endswith(_OF_A_ROOM) for p in named)
        and sum([p.role is not ROLE.MARK for p in said.pieces]) <= _TITLE_MAX
    )
    unknown = sum([p.role is ROLE.WORD and not is_everyday(p.text) for p in said.pieces])
    return said.heads and led and unknown < _SAID_MIN and said.roles <= _QUIET | _ROOMED


def _signs(said: Sentence, at: int) -> bool:
    """ "Analyst: Mike": who has written it."""
    if _titles(said):
        return True
    lead = next(n for n, p in enumerate(said.pieces) if p.role not in _QUIET)
    labels = at == lead and at + 1 < len(said.pieces) and said.pieces[at + 1].text == ":"
    named = _QUIET | {ROLE.OTHERS, ROLE.WORD, ROLE.TICKER, ROLE.VENUE}
    return labels and len(said.pieces) <= _SIGNED_MAX and said.roles <= named


_RULES: dict[Role, Callable[[Sentence, int], bool]] = {
    Role.NOT: _denies_idly,
    Role.IF: _supposes_idly,
    Role.WILL: _promises_news,
    Role.WAIT: _waits_idly,
    Role.MAY: _is_a_possibility,
    Role.MEMORY: _reminds,
    Role.OTHERS: _signs,
    Role.RECAP: _is_open_yet,
}
