"""Teaching behind its real protocol for the chat's tests: real rules, tried on plain posts, kept in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.lessons import Proposal, folded
from core.reading import STANDARD
from core.reading.learning.teaching import Lesson, Puzzled, learn
from core.reading.learning.trial import Post, tried
from core.views import Receipt
from core.vocabulary import ChannelId, PositionId

GOLD = ChannelId("-1001")


@dataclass
class LessonsForTests:
    """`core.ports.Lessons` over ``posts``, the newest first; each post's id is its position's."""

    posts: list[Post] = field(default_factory=list)
    kept: list[tuple[ChannelId, Lesson, str]] = field(default_factory=list)
    channel: ChannelId = GOLD

    async def propose(
        self, correction: str, channel: ChannelId | None = None, position: PositionId | None = None
    ) -> Proposal | Puzzled:
        channel = self.channel if position is not None else channel
        if channel is None:
            return Puzzled("that post is not of a listed channel")
        old = folded(STANDARD, self.taught(channel))
        meant = [post.text for post in self.posts if position in (None, post.id)]
        lesson = learn(correction, meant, old)
        if isinstance(lesson, Puzzled):
            return lesson
        return Proposal(channel, "Gold", lesson, tried(self.posts, old, lesson.over(old)))

    async def keep(self, proposal: Proposal, by: str) -> Receipt:
        old = folded(STANDARD, self.taught(proposal.channel))
        if not tried(self.posts, old, proposal.lesson.over(old)).seen <= proposal.trial.seen:
            return Receipt.EXPIRED
        self.kept.append((proposal.channel, proposal.lesson, by))
        return Receipt.DONE

    async def undo(self, channel: ChannelId, by: str) -> Lesson | None:
        mine = [row for row in self.kept if row[0] == channel]
        if not mine:
            return None
        self.kept.remove(mine[-1])
        return mine[-1][1]

    def taught(self, channel: ChannelId) -> Sequence[Lesson]:
        return [lesson for owner, lesson, _ in self.kept if owner == channel]
