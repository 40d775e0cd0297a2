"""Whatever way posts and edits arrive, early, late, twice or out of a stale history, the newest words win."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telethon.tl import types

from bot.lane import KNOWN_MAX, Lane, Note, note_of
from core.messages import Message
from core.vocabulary import ChannelId, MessageId

CHANNEL = ChannelId("-1001500000001")
START = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
POSTS = 4


def note(post: int, version: int, *, album: int | None = None, text: str | None = None) -> Note:
    """The ``version``-th revision of a post; 0 is the post itself."""
    message = Message(
        channel=CHANNEL,
        id=MessageId(post),
        text=f"{post}: version {version}" if text is None else text,
        posted_at=START,
        heard_at=START,
        edited_at=START + timedelta(seconds=version) if version else None,
    )
    return Note(message, album, is_hidden=False)


def lane(floor: int = 0) -> Lane:
    return Lane(CHANNEL, peer=None, floor=floor, swept=floor, has_mark=False)


def hear(ear: Lane, heard: Note, *, is_live: bool) -> Message | None:
    news = ear.news_in(heard, is_live=is_live)
    if news is not None or heard.message.id not in ear.known:
        ear.remember(heard)
    return news


arrivals = st.lists(st.tuples(st.integers(1, POSTS), st.integers(0, 5), st.booleans()), max_size=60)


@given(arrivals)
def test_words_never_go_back_and_are_never_heard_twice(order: list[tuple[int, int, bool]]) -> None:
    ear = lane()
    heard: dict[int, list[str]] = {post: [] for post in range(1, POSTS + 1)}
    for post, version, is_live in order:
        news = hear(ear, note(post, version), is_live=is_live)
        if news is not None:
            heard[post].append(news.text)
    for post, texts in heard.items():
        arrived = [version for other, version, _ in order if other == post]
        assert texts == sorted(set(texts))
        assert texts[-1:] == [f"{post}: version {max(arrived)}" for _ in arrived[:1]]


@given(arrivals, st.integers(1, POSTS))
def test_a_post_from_before_the_start_is_only_heard_when_its_words_change(
    order: list[tuple[int, int, bool]], floor: int
) -> None:
    ear = lane(floor)
    for post, version, is_live in order:
        news = hear(ear, note(post, version), is_live=is_live)
        assert news is None or news.id > floor or news.edited_at is not None


def test_of_two_edits_in_one_second_a_stale_history_does_not_bring_back_the_first() -> None:
    ear = lane()
    first, second = note(1, 1, text="SL 1"), note(1, 1, text="SL 2")
    assert hear(ear, first, is_live=True) is not None
    assert hear(ear, second, is_live=True) is not None
    assert hear(ear, first, is_live=False) is None
    assert hear(ear, second, is_live=False) is None


def test_of_two_edits_in_one_second_the_lost_second_is_heard_once_the_history_insists() -> None:
    ear = lane()
    first, second = note(1, 1, text="SL 1"), note(1, 1, text="SL 2")
    assert hear(ear, first, is_live=True) is not None
    assert hear(ear, second, is_live=False) is None
    assert hear(ear, second, is_live=False) is not None


def test_memory_is_bounded_and_what_fell_out_of_it_is_not_news_again() -> None:
    ear = lane()
    for post in range(1, KNOWN_MAX + 101):
        assert hear(ear, note(post, 0), is_live=True) is not None
    assert len(ear.known) == KNOWN_MAX
    assert hear(ear, note(1, 0), is_live=False) is None


def test_the_same_caption_in_two_albums_is_heard_twice() -> None:
    ear = lane()
    heard = [hear(ear, note(n, 0, album=n // 3, text="BUY"), is_live=True) for n in range(3, 9)]
    assert [news.id for news in heard if news is not None] == [3, 6]


@pytest.mark.parametrize(
    ("words", "struck", "heard"),
    [
        ("Buy gold\nTP 2350", (), "Buy gold\nTP 2350"),
        ("Buy gold\nTP 2350", ((9, 7),), "Buy gold\n~~TP 2350~~"),
        ("🚀 Buy gold", ((3, 8),), "🚀 ~~Buy gold~~"),
        ("one two three", ((0, 3), (8, 5)), "~~one~~ two ~~three~~"),
    ],
)
def test_what_is_struck_through_is_heard_as_one_types_it(
    words: str, struck: tuple[tuple[int, int], ...], heard: str
) -> None:
    post = types.Message(
        id=7,
        peer_id=types.PeerChannel(1),
        date=START,
        message=words,
        entities=[types.MessageEntityStrike(*place) for place in struck],
    )
    assert note_of(CHANNEL, post, START).message.text == heard
