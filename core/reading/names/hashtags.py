"""Tell the hashtags that a room hangs on its calls from the name of what is traded.

Separate from `naming`, because here no word decides, only where the tags stand: several of them in a row below the
last level, under a call that names its own instrument above, are there to be found by; and so is one alone on its
line, so long that no coin is called so, above a pair with its side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.reading.names.rivals import core_of
from core.reading.pieces.piece import Lexeme, lines
from core.reading.roles import ROLE, Role
from core.reading.words.catalogue import COINS, INSTRUMENTS
from core.reading.words.facts import KNOWN, PAIR

_HASHES, _TAGS_MIN, _TAGS_BESIDE, _ROOM_MIN = ("#", "$"), 3, 2, 7
_QUIET = frozenset((Role.MARK, Role.TICK, Role.LINK))
_BESIDE_A_PLAN = _QUIET | {
    *(Role.LEVERAGE, Role.TIMES, Role.CROSS, Role.ISOLATED, Role.RATIO, Role.REWARD, Role.SIZE, Role.PERCENT),
    *(Role.VENUE, Role.RUNNER),
}
"""What may stand between the last level and the tags on its line."""
_LEADS = frozenset(("dyor", "hashtag", "hashtags", "nfa", "tag", "tags"))
_SIDES = (Role.BUY, Role.SELL)


def without_tails(tickers: Sequence[Lexeme], pieces: Sequence[Lexeme], ends: int) -> Sequence[Lexeme]:
    """The names but for those in a tail of tags; all of them, where none stands above its last level."""
    named = [t.named for t in tickers if t.named is not None and t.named.grade >= KNOWN and t.start < ends]
    if not named or not any(t.text.startswith(_HASHES) for t in tickers):
        return tickers
    tags: list[Lexeme] = []
    for begin, end in lines(pieces):
        row = pieces[begin:end]
        if row[-1].start > ends > 0 and (tail := _tail(row, ends)) is not None:
            tags += [p for p in tail if p.text.startswith(_HASHES)]
    cores = {core_of(name) for name in named}
    named_again = any(t.named is not None and core_of(t.named) in cores for t in tags)
    if len(tags) < _TAGS_MIN - named_again:
        return tickers
    others = [t for t in tags if t.named is not None and core_of(t.named) not in cores]
    if any(t.named is not None and t.named.symbol.startswith(tuple(cores)) for t in others):
        return tickers  # "#OMG", and "$OMG #OMGBTC" in the tail: what it is quoted in
    starts = {t.start for t in others}
    return [t for t in tickers if t.start not in starts]


def _tail(row: Sequence[Lexeme], ends: int) -> Sequence[Lexeme] | None:
    """What follows the last level on this line, where that is tags and nothing else; None where more is said."""
    behind = [p for p in row if p.start > ends and p.text not in _LEADS]
    first = next((at for at, p in enumerate(behind) if p.text.startswith(_HASHES)), None)
    if first is None:
        return None
    between = _BESIDE_A_PLAN if len(behind) < len(row) else _QUIET
    if any(p.role not in between for p in behind[:first]):
        return None
    tail = behind[first:]
    return tail if all(map(_is_of_a_tag, tail, (tail[0], *tail))) else None


def _is_of_a_tag(piece: Lexeme, before: Lexeme) -> bool:
    """A tag, what is glued to one, or a mark between two."""
    return piece.text.startswith(_HASHES) or piece.role in _QUIET or piece.start == before.end


def rooms_tagged(tickers: Sequence[Lexeme], pieces: Sequence[Lexeme]) -> Iterator[int]:
    """Where "#ALWAYSGREEN" or a row of tags stands alone on a line, and a pair beside its side on another one."""
    if not any(t.text.startswith(_HASHES) for t in tickers):
        return
    rows = [pieces[begin:end] for begin, end in lines(pieces)]
    sided = any(_names_a_pair(row) and any(p.role in _SIDES for p in row) for row in rows)
    for row in rows if sided else ():
        found = [p for p in row if p.role is ROLE.TICKER]
        alone = all(p.role in _QUIET or p in found for p in row) and all(map(_is_a_room, found))
        unknown = all(map(_is_unknown, found)) and _is_all_tags(row, _TAGS_BESIDE)
        if alone or ((unknown or _is_all_tags(row)) and not _names_a_pair(row)):
            yield from (p.start for p in found)


def _is_all_tags(row: Sequence[Lexeme], least: int = _TAGS_MIN) -> bool:
    """ "#crypto #scalp #BTC": so many tags in a row, and nothing else."""
    tags = sum(p.text.startswith(_HASHES) for p in row)
    if tags < least or not row[0].text.startswith(_HASHES) or any(p.role in _SIDES for p in row):
        return False
    return all(map(_is_of_a_tag, row, (row[0], *row)))


def _is_a_room(ticker: Lexeme) -> bool:
    return _is_unknown(ticker) and len(ticker.text) > _ROOM_MIN


def _is_unknown(ticker: Lexeme) -> bool:
    """A tag of letters that is no coin, no instrument and no pair anybody knows."""
    name = ticker.text.removeprefix("#")
    grade = ticker.named.grade if ticker.named is not None else PAIR
    return name != ticker.text and name.isalpha() and name not in COINS and name not in INSTRUMENTS and grade < PAIR


def _names_a_pair(row: Sequence[Lexeme]) -> bool:
    return any(p.named is not None and p.named.grade >= PAIR for p in row)
