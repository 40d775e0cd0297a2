"""What an owner has taught about how channels write, laid over the configured rules.

Separate from the rules, because these are proposed, tried on old posts and kept one by one, and the
last one can be taken back; and from the reader, which knows dialects and no channels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.reading.dialects import Dialect
from core.reading.learning.teaching import Lesson
from core.reading.learning.trial import Trial
from core.rules import Rules
from core.vocabulary import ChannelId

Taught = Mapping[ChannelId, tuple[Lesson, ...]]
POSTS_MAX = 2000
"""A rule is tried on so many of its channel's newest posts."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule that is not kept yet, and what it would have done to its channel's posts."""

    channel: ChannelId
    title: str
    lesson: Lesson
    trial: Trial


def folded(dialect: Dialect, lessons: Sequence[Lesson]) -> Dialect:
    """The dialect with every lesson over it, the oldest first."""
    for lesson in lessons:
        dialect = lesson.over(dialect)
    return dialect


def with_lessons(rules: Rules, taught: Taught) -> Rules:
    """The rules with each listed channel's lessons in its dialect; lessons of others wait for their channel."""
    channels = (replace(each, dialect=folded(each.dialect, taught.get(each.id, ()))) for each in rules.channels)
    return replace(rules, channels=tuple(channels))
