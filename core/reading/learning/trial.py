"""Try a taught rule on posts that were heard: what each was, what it would have been.

Separate from the teaching, because this is the guard: a rule by which a post that was left alone would
have acted is shown with exactly those posts, and is kept only for somebody who has seen them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.reading import as_json, fingerprint, read
from core.reading.dialects import Dialect
from core.signals import Amendment, Nothing, Reading, Signal


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it was heard. ``id`` names it among all that were."""

    id: str
    text: str
    reply_text: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A post that would be read otherwise.

    ``wakes``: it would act and was nothing, open and was no call, or act on another side, instrument, stop or
    order than it named. ``frees``: it says the same and more, and would act where a human was asked.
    """

    post: Post
    before: str
    after: str
    wakes: bool
    frees: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule does to ``tried`` posts of its channel, the newest first."""

    tried: int
    changes: tuple[Change, ...]

    @property
    def woken(self) -> tuple[Change, ...]:
        """The changes that somebody has to see, each of them, before the rule is kept."""
        return tuple(change for change in self.changes if change.wakes)

    @property
    def freed(self) -> tuple[Change, ...]:
        """The changes whose number somebody has to agree to: to act unasked is what most rules are taught for."""
        return tuple(change for change in self.changes if change.frees)

    @property
    def seen(self) -> frozenset[str]:
        """The ids of both: what a confirmation vouches for."""
        return frozenset(change.post.id for change in self.changes if change.wakes or change.frees)


def changed(post: Post, old: Dialect, new: Dialect, listed: frozenset[str] = frozenset()) -> Change | None:
    """How one post would be read otherwise; None when its meaning and its doubts stay."""
    before = read(post.text, reply_text=post.reply_text, dialect=old, listed=listed)
    after = read(post.text, reply_text=post.reply_text, dialect=new, listed=listed)
    if (fingerprint(before), _verdict(before)) == (fingerprint(after), _verdict(after)):
        return None
    wakes = isinstance(before, Nothing) or _is_turned(before, after)
    frees = not wakes and _verdict(before) == "ask" and _verdict(after) in ("open", "apply")
    return Change(post, brief(before), brief(after), wakes, frees)


def _is_turned(before: Signal | Amendment, after: Reading) -> bool:
    """Whether it would be another order, not the same one with a gap filled."""
    match after:
        case Nothing():
            return False
        case Amendment() if isinstance(before, Amendment):
            terms = [(before.instructions, after.instructions)]
        case Signal() if isinstance(before, Signal):
            terms = []
        case _:
            return True
    said = ((before.side, after.side), (before.symbol, after.symbol), (before.stop, after.stop), *terms)
    return any(was and was != now for was, now in said)


def tried(posts: Sequence[Post], old: Dialect, new: Dialect, listed: frozenset[str] = frozenset()) -> Trial:
    """The whole trial at once, for those who may wait for it."""
    found = (changed(post, old, new, listed) for post in posts)
    return Trial(len(posts), tuple(change for change in found if change is not None))


def _verdict(reading: Reading) -> str:
    return str(as_json(reading)["verdict"])


def brief(reading: Reading) -> str:
    """One reading on one line."""
    said = as_json(reading)
    actions = [
        " ".join(filter(None, (a["action"].replace("_", " "), a["price"], a["percent"] and f"{a['percent']} %")))
        for a in said["actions"]
    ]
    entry = " ".join(filter(None, (said["entry_type"], "-".join(said["entry"]))))
    words = (
        said["side"],
        said["symbol"],
        entry,
        f"SL {said['stop']}" if said["stop"] else None,
        f"TP {', '.join(said['targets'])}" if said["targets"] else None,
        ", ".join(actions),
        "(ask)" if said["verdict"] == "ask" else None,
    )
    return " ".join(filter(None, words)) or "nothing"
