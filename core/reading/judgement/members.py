"""Tell what members say of their own accounts from what the author of a room orders.

Separate from the reports of the author: whoever thanks for what a machine closed for him tells it in the words of an
order (in Arabic and in Chinese often letter by letter), and it is about nobody's trade but his.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.reading.judgement.posts import Post
from core.reading.pieces.piece import Lexeme
from core.reading.roles import ROLE
from core.reading.words.lexicon import listed

_HAN = "\u3040"
_HEADS, _CURRENCIES = frozenset(":|-–—>"), frozenset("$€£₽₺₹₴¥")


class _Phrases:
    """Words of a table, of which some are more than one piece."""

    def __init__(self, name: str) -> None:
        words = listed(name)
        self._alone = frozenset(words)
        self._spaced = tuple(f" {word} " for word in words if word < _HAN and " " in word)
        self._firsts = frozenset(word.split()[0] for word in self._spaced)
        self._han = tuple(word for word in words if word >= _HAN)

    def are_in(self, pieces: Sequence[Lexeme]) -> bool:
        """A single word must be a piece of its own: "chốt bớt" speaks of no bot."""
        texts = [p.text for p in pieces]
        if not self._alone.isdisjoint(texts):
            return True
        said = " ".join(texts)
        if not self._firsts.isdisjoint(said.split()) and any(word in f" {said} " for word in self._spaced):
            return True
        return not said.isascii() and any(word in said for word in self._han)


_MACHINES, _ACCOUNTS, _THANKS, _FEEDBACK = map(_Phrases, ("MACHINES", "ACCOUNTS", "THANKS", "FEEDBACK"))


def is_a_members(post: Post) -> bool:
    """Whether a member thanks, or counts what a machine has made on his account: no order to anybody."""
    if _FEEDBACK.are_in(_headline(post.pieces)):
        return True
    account, thanks = _ACCOUNTS.are_in(post.pieces), _THANKS.are_in(post.pieces)
    if account and thanks:
        return True
    return (account or thanks or ROLE.RECAP in post.roles or _counts_money(post.pieces)) and done_by_a_machine(post)


def may_be_a_members(post: Post) -> bool:
    """ "The copier closed half", "closed it, +$90 on my account": nobody thanks, and a human is asked."""
    return _ACCOUNTS.are_in(post.pieces) or done_by_a_machine(post)


def done_by_a_machine(post: Post) -> bool:
    """ "The bot closed half": named in the line of the order and before its end; "Bot:" only heads one."""
    if not post.said.ordered:
        return False
    ends = post.said.ordered[0].pieces[-1].end
    before = [p for p in post.pieces if p.start < ends]
    first = next((at for at in range(len(before) - 1, -1, -1) if before[at].role is ROLE.LINE), -1)
    line = before[first + 1 :]
    if not _MACHINES.are_in(line):
        return False
    head = next((at for at, p in enumerate(line) if p.text in _HEADS), 0)
    return not (head and _MACHINES.are_in(line[:head]))


def _headline(pieces: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The words a post begins with."""
    return [p for p in pieces[:6] if p.role is not ROLE.MARK][:3]


def _counts_money(pieces: Sequence[Lexeme]) -> bool:
    """ "+300$", "$840"."""
    return any(
        (p.text in _CURRENCIES and q.role is ROLE.PRICE) or (q.text in _CURRENCIES and p.role is ROLE.PRICE)
        for p, q in pairwise(pieces)
    )
