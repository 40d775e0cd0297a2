"""Teach a channel's dialect from the command line, while the desk stands still.

Separate from the chat's way, because there is no running desk to ask: the journal is read from the file,
the rule is kept in dialects.yaml, and the next start writes the new rules into the journal.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from core.config import Config
from core.errors import ConfigError
from core.events import MessageRead
from core.lessons import POSTS_MAX
from core.reading.learning.teaching import Lesson, Puzzled, learn
from core.reading.learning.trial import Change, Post, Trial, tried
from core.rules import ChannelRules
from storage.lock import hold
from storage.reader import open_reader
from storage.settings import load
from storage.taught import TaughtFile, channel_of

_EXAMPLES_SHOWN = 5
_BY = "owner at the machine"

Ask = Callable[[str], str]
Say = Callable[[str], None]


def teach(path: Path, named: str, correction: str, at: datetime, ask: Ask, say: Say) -> bool:
    """Propose the rule of a correction, show what it changes, and keep it after a yes; False: nothing was kept.

    ``path``: config.yaml. "undo" takes the last rule back. Raises `ConfigError` for an unknown channel,
    a missing journal or a correction no rule can be made of, and `AlreadyRunning` while the desk runs.
    """
    config = load(path)
    with hold(Path(config.data), command=("teach",), since=at):
        if correction.lower() == "undo":
            return _undo(config, named, ask, say)
        return _teach(config, named, correction, at, ask, say)


def _teach(config: Config, named: str, correction: str, at: datetime, ask: Ask, say: Say) -> bool:
    shelf = TaughtFile(Path(config.data))
    taught = shelf.load()
    channel = channel_of(config, taught, named)
    posts = asyncio.run(_posts(Path(config.data), channel))
    lesson = learn(correction, [post.text for post in posts], channel.dialect)
    if isinstance(lesson, Puzzled):
        raise ConfigError(lesson.why)
    trial = tried(posts, channel.dialect, lesson.over(channel.dialect))
    for line in _shown(channel, lesson, trial):
        say(line)
    if not _agrees(trial, ask):
        say("Nothing was kept.")
        return False
    lesson = replace(lesson, by=_BY, at=at.isoformat(timespec="seconds"))
    shelf.write({**taught, channel.id: (*taught.get(channel.id, ()), lesson)})
    say(f"Kept in {shelf.path}. It holds from the next start; teach {named} undo takes it back.")
    return True


def _undo(config: Config, named: str, ask: Ask, say: Say) -> bool:
    shelf = TaughtFile(Path(config.data))
    taught = shelf.load()
    channel = channel_of(config, taught, named)
    lessons = taught.get(channel.id, ())
    if not lessons:
        say(f"{channel.title} has been taught nothing.")
        return False
    say(f"The last of {len(lessons)}: {lessons[-1]}")
    if not _is_yes(ask("Take it back? [y/N] ")):
        say("Nothing was changed.")
        return False
    shelf.write({**taught, channel.id: lessons[:-1]})
    say("Taken back, from the next start on.")
    return True


async def _posts(data: Path, channel: ChannelRules) -> list[Post]:
    """The channel's posts as the journal has them, the newest first."""
    found: deque[Post] = deque(maxlen=POSTS_MAX)
    async with open_reader(data / "journal.sqlite3") as journal:
        async for line in journal.lines(follow=False):
            if isinstance(line.body, MessageRead) and line.body.message.channel == channel.id:
                message = line.body.message
                found.appendleft(Post(str(line.body.position), message.text, message.reply_text))
    return list(found)


def _shown(channel: ChannelRules, lesson: Lesson, trial: Trial) -> Iterator[str]:
    yield f"A rule for {channel.title}: {lesson}"
    yield f"Of {trial.tried} posts heard, {len(trial.changes)} would be read otherwise."
    yield "They are read without the venue's list: only the running desk knows a name that stands nowhere else."
    if trial.woken:
        yield f"\n{len(trial.woken)} would act anew or otherwise:"
        for change in trial.woken:
            yield from _example(change)
    if trial.freed:
        yield f"\n{len(trial.freed)} that you were asked about would act unasked."
    others = [*trial.freed, *(change for change in trial.changes if not (change.wakes or change.frees))]
    if others:
        yield "\nFor example:"
        for change in others[:_EXAMPLES_SHOWN]:
            yield from _example(change)
    yield ""


def _example(change: Change) -> Iterator[str]:
    words = "".join(letter if letter.isprintable() else " " for letter in change.post.text)
    yield f"  {' '.join(words.split())[:300]}"
    yield f"    was: {change.before}"
    yield f"    now: {change.after}"


def _agrees(trial: Trial, ask: Ask) -> bool:
    """A rule by which posts would act that did not is kept only for somebody who says how many."""
    if not trial.seen:
        return _is_yes(ask("Keep it? [y/N] "))
    count = len(trial.seen)
    return ask(f"Keep it? Type {count} if you have seen these {count} and want them: ").strip() == str(count)


def _is_yes(answer: str) -> bool:
    return answer.strip().lower() in ("y", "yes")
