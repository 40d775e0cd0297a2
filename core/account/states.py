"""What is known of the account at one moment, folded from its facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from core.events import ApprovalAsked, Breach, CallHeld, CallRevised, FollowUpAsked, MessageRead
from core.limits import Standing
from core.messages import Message
from core.plans import Grant
from core.reading.fingerprint import Mark
from core.records import quick
from core.rules import Rules
from core.signals import Signal
from core.views import Doors
from core.vocabulary import (
    ZERO,
    ChannelId,
    Holding,
    MessageId,
    Money,
    Nonce,
    PositionId,
    Quantity,
    Side,
    Symbol,
    position_id,
)

RECENT_MAX = 256
"""How many of a channel's newest messages are told apart from repeats."""

TOLD_MAX = 128
"""How many of a channel's newest calls and follow-ups are remembered by their meaning."""
HOLES_MAX = 50
"""A start looks for posts that slipped through among so many ids below the newest one heard."""
BOUND_MAX = 256
"""How many follow-ups are remembered with the trades they were passed on to."""


@quick
@dataclass(frozen=True, slots=True)
class Told:
    """A post that meant something, as it was last told, the ``mark`` of its meaning and its ``trade`` in its own words.

    ``before``: how it was told before its edit. ``echo``: the post that had said the same already;
    the post itself for an edit that changed neither its meaning nor its doubts.
    """

    read: MessageRead
    mark: Mark
    trade: Mark
    before: MessageRead | None = None
    echo: MessageId | None = None


@quick
@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard of one channel: ``recent`` holds when each of its newest posts, by id, was last edited.

    ``at``: when it was heard last; None: it is followed, and has said nothing since.
    ``oldest``: what came before this post can no longer be told apart, and counts as heard.
    ``told``: the newest posts that meant something; ``roots``: the post at the root of the replies
    that a recent post hangs on.
    """

    mark: MessageId
    at: datetime | None
    calls: int
    recent: Mapping[MessageId, datetime | None] = field(default_factory=dict)
    oldest: MessageId = MessageId(0)
    told: Mapping[MessageId, Told] = field(default_factory=dict)
    roots: Mapping[MessageId, MessageId] = field(default_factory=dict)

    @property
    def whole_to(self) -> MessageId:
        """From here a start reads on: an update can be lost while the one behind it was heard (fault T01).

        What is heard again is known by its id, so an id that nobody ever used costs a look and nothing else.
        """
        ids = sorted(self.recent) or [self.mark]
        before = bisect_right(ids, self.mark - HOLES_MAX) - 1  # the hole that reaches furthest down is one too
        lately = ids[max(0, before) :]
        return next((id_ for id_, later in pairwise(lately) if later != id_ + 1), lately[-1])


@dataclass(frozen=True, slots=True)
class Closed:
    """Why nothing may be opened, who said so and since when."""

    doors: Doors
    by: str
    at: datetime

    def __str__(self) -> str:
        return f"{self.doors} by {self.by} since {self.at:%H:%M:%S}"


@quick
@dataclass(frozen=True, slots=True)
class Account:
    """The account. ``equity`` is None until the venue was read for the first time."""

    rules: Rules = Rules()
    equity: Money | None = None
    balance: Money | None = None
    equity_at: datetime | None = None
    unread_loss: Money = Money(ZERO)
    """Lost by positions that ended since the equity was read: it is gone, and no grant counts it any more."""
    unread_at: datetime | None = None
    day: str = ""
    day_equity: Money | None = None
    warned_pct: int = 0
    closed: Closed | None = None
    grants: Mapping[PositionId, Grant] = field(default_factory=dict)
    questions: Mapping[Nonce, ApprovalAsked] = field(default_factory=dict)
    untracked: Mapping[Holding, Quantity] = field(default_factory=dict)
    """What the venue holds that is not ours, as it was told last."""
    ignored: frozenset[Holding] = frozenset()
    naked: frozenset[PositionId] = frozenset()
    """Positions whose missing stop was told, and not yet that it is back."""
    breaches: tuple[Breach, ...] = ()
    heard: Mapping[ChannelId, Heard] = field(default_factory=dict)
    held: Mapping[PositionId, CallHeld] = field(default_factory=dict)
    """Calls that wait for their levels."""
    unclear: Mapping[Nonce, FollowUpAsked] = field(default_factory=dict)
    """Follow-ups of which somebody is asked what they mean."""
    revised: Mapping[PositionId, CallRevised] = field(default_factory=dict)
    """Changed calls that are judged again once their old entry is off the book."""
    heirs: Mapping[PositionId, PositionId] = field(default_factory=dict)
    """Which position a post's call lives on in since it was changed."""
    bound: Mapping[PositionId, tuple[PositionId, ...]] = field(default_factory=dict)
    """The trades each follow-up was passed on to; one that is over stays, so that a reply to it means no other."""
    halted: str = ""
    """Why the venue itself cannot be traded on now; empty: it can."""

    @property
    def strangers(self) -> frozenset[Symbol]:
        """Symbols of which the venue holds something that is not ours."""
        return frozenset([symbol for symbol, _ in self.untracked])

    def merges(self, symbol: Symbol, side: Side) -> bool:
        """Would what is opened there merge with what is not ours? In hedge mode each side is a position of its own."""
        return (symbol, side) in self.untracked if self.rules.limits.hedge else symbol in self.strangers

    def standing(self) -> Standing | None:
        """What limits are measured against; None while the equity is not known."""
        if self.equity is None or self.equity_at is None or self.day_equity is None:
            return None
        closed_by = str(self.closed) if self.closed is not None else self.halted or self.broken
        equity = Money(self.equity - self.unread_loss)
        return Standing(equity, self.equity_at, self.day_equity, closed_by, self.grants)

    @property
    def broken(self) -> str:
        """Which invariants do not hold, in words; empty when all do."""
        return "; ".join([f"{breach.invariant}: {breach.words}" for breach in self.breaches])

    def named(self, channel: ChannelId, message: MessageId) -> PositionId:
        """The position that a post's call became, or would become."""
        origin = position_id(channel, message)
        return self.heirs.get(origin, origin)

    def told(self, message: Message) -> Told | None:
        """What is remembered of a post that meant something."""
        heard = self.heard.get(message.channel)
        return heard.told.get(message.id) if heard is not None else None

    def call_of(self, position: PositionId, channel: ChannelId) -> MessageRead | None:
        """The call that became this position, while it is remembered."""
        if position in self.revised:
            return self.revised[position].call
        heard = self.heard.get(channel)
        for told in heard.told.values() if heard is not None else ():
            if isinstance(told.read.reading, Signal) and self.named(channel, told.read.message.id) == position:
                return told.read
        return None

    def has_heard(self, message: Message) -> bool:
        """Is this message, in this revision, known? Backfill and live feed may both bring it (fault T05)."""
        heard = self.heard.get(message.channel)
        if heard is None:
            return False
        if message.id < heard.oldest:
            return True
        return message.id in heard.recent and not is_newer(message.edited_at, heard.recent[message.id])


def is_newer(edited_at: datetime | None, than: datetime | None) -> bool:
    """Is one revision of a post newer than another? The original has no moment and is the oldest (fault T06)."""
    return edited_at is not None and (than is None or edited_at > than)
