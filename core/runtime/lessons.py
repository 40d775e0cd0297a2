"""Teaching the running desk: propose a rule, try it on what was heard, keep it, take it back.

A kept rule goes to the shelf first and then into the journal as new rules, so that a crash between the
two is mended by the next start, and every replay knows which rules an old verdict was made by.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from core.errors import ConfigError
from core.events import MessageRead, RulesLoaded
from core.lessons import POSTS_MAX, Proposal, Taught, with_lessons
from core.messages import Message
from core.ports import Shelf
from core.reading.dialects import Dialect
from core.reading.learning.teaching import Lesson, Puzzled, learn
from core.reading.learning.trial import Post, Trial, changed
from core.rules import Rules
from core.runtime.desk import TradingDesk
from core.views import Receipt
from core.vocabulary import ChannelId, PositionId

_PAGE = 500
_AT_ONCE = 20
"""Posts that are tried before the loop gets its turn."""


class Teaching:
    """Implements `core.ports.Lessons`. ``written``: the rules as config.yaml has them, without lessons."""

    def __init__(self, desk: TradingDesk, written: Rules, taught: Taught, shelf: Shelf) -> None:
        self._desk, self._written, self._shelf = desk, written, shelf
        self._taught = dict(taught)
        self._writing = asyncio.Lock()

    async def propose(
        self, correction: str, channel: ChannelId | None = None, position: PositionId | None = None
    ) -> Proposal | Puzzled:
        about = await self._message(position) if position is not None else None
        channel = about.channel if about is not None else channel
        rules = self._desk.account.rules.channel(channel) if channel is not None else None
        if rules is None:
            return Puzzled("that post is not of a listed channel")
        posts = await self._posts(rules.id)
        meant = [about.text] if about is not None else [post.text for post in posts]
        lesson = learn(correction, meant, rules.dialect)
        if isinstance(lesson, Puzzled):
            return lesson
        return Proposal(rules.id, rules.title, lesson, await self._try(lesson, posts, rules.dialect))

    async def keep(self, proposal: Proposal, by: str) -> Receipt:
        async with self._writing:
            rules = self._desk.account.rules.channel(proposal.channel)
            if rules is None:
                return Receipt.GONE
            again = await self._try(proposal.lesson, await self._posts(rules.id), rules.dialect)
            if not again.seen <= proposal.trial.seen:
                return Receipt.EXPIRED
            if proposal.lesson.over(rules.dialect) == rules.dialect:
                return Receipt.ALREADY
            at = self._desk.parts.clock.now().isoformat(timespec="seconds")
            lesson = replace(proposal.lesson, by=by, at=at)
            await self._put(proposal.channel, (*self._taught.get(proposal.channel, ()), lesson))
            return Receipt.DONE

    async def undo(self, channel: ChannelId, by: str) -> Lesson | None:
        async with self._writing:
            lessons = self._taught.get(channel, ())
            if not lessons:
                return None
            await self._put(channel, lessons[:-1])
            return lessons[-1]

    def taught(self, channel: ChannelId) -> Sequence[Lesson]:
        return self._taught.get(channel, ())

    # --- inside -------------------------------------------------------------------------------

    async def _put(self, channel: ChannelId, lessons: tuple[Lesson, ...]) -> None:
        taught = {**self._taught, channel: lessons}
        try:
            await self._shelf.put(taught)
        except OSError as failure:
            raise ConfigError(f"the rule cannot be kept: {failure.strerror}; nothing was changed") from None
        self._taught = taught
        await self._desk.tell(RulesLoaded(self._desk.parts.clock.now(), with_lessons(self._written, taught)))

    async def _message(self, position: PositionId) -> Message | None:
        lines = await self._desk.parts.journal.about(position)
        return next((line.body.message for line in reversed(lines) if isinstance(line.body, MessageRead)), None)

    async def _posts(self, channel: ChannelId) -> list[Post]:
        """What the journal holds of this channel, the newest first."""
        found: deque[Post] = deque(maxlen=POSTS_MAX)
        seq = 0
        while page := await self._desk.parts.journal.since(seq, _PAGE):
            seq = page[-1].seq
            bodies = (line.body for line in page)
            found.extendleft(
                Post(str(body.position), body.message.text, body.message.reply_text)
                for body in bodies
                if isinstance(body, MessageRead) and body.message.channel == channel
            )
        return list(found)

    async def _try(self, lesson: Lesson, posts: Sequence[Post], old: Dialect) -> Trial:
        new = lesson.over(old)
        changes = []
        for number, post in enumerate(posts):
            if number % _AT_ONCE == 0:
                await asyncio.sleep(0)
            change = changed(post, old, new, self._desk.names.of(self._desk.instruments))
            changes += [change] if change is not None else []
        return Trial(len(posts), tuple(changes))
