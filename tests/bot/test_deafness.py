"""A deaf ear rings, once for each time it falls deaf."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.deafness import WatchedEar
from core.errors import ConfigError
from core.messages import Message, Word
from core.ports import Hear, Notice
from core.vocabulary import ChannelId, MessageId
from tests.builders import a_message


class EarThatFails:
    """`core.ports.Ear`: hands over one post if it has one, then fails in the same words as ever."""

    def __init__(self) -> None:
        self.post: Message | None = None

    async def listen(self, marks: Mapping[ChannelId, MessageId], hear: Hear, notice: Notice) -> None:
        post, self.post = self.post, None
        if post is not None:
            await hear(post)
        raise ConfigError("the login was revoked")


async def test_the_same_trouble_rings_once_and_again_after_something_was_heard() -> None:
    rung: list[str] = []
    heard: list[Word] = []

    def ring(text: str, *, critical: bool) -> None:
        assert critical
        rung.append(text)

    async def hear(word: Word) -> None:
        heard.append(word)

    async def notice(_: str) -> None:
        raise AssertionError("nobody has notice to give")

    inner = EarThatFails()
    ear = WatchedEar(inner, ring)
    for post in (None, None, a_message(), None):
        inner.post = post
        with pytest.raises(ConfigError):
            await ear.listen({}, hear, notice)
    assert rung == ["The channels are not heard: the login was revoked"] * 2
    assert len(heard) == 1
