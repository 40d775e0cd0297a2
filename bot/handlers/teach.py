"""Correcting how a channel is read: a rule is proposed, shown on what was heard, and kept only after a tap.

Separate because nothing else in the chat changes rules. A rule by which posts would have acted that did
not, or otherwise, shows every one of them, and the tap that keeps it vouches for having seen exactly those.
"""

from __future__ import annotations

from bot.render import Rich, bold, code, italic, lines, quote, rich, shorten
from bot.slash import Ask, Button, ForgetLesson, KeepLesson, Reply, Role, Slash, Tap
from core.lessons import Proposal
from core.reading.learning.teaching import EXAMPLES, Lesson, Puzzled
from core.reading.learning.trial import Change
from core.views import ChannelView, Receipt
from core.vocabulary import ChannelId, PositionId

_EXAMPLES_SHOWN = 4
_SEEN_MAX = 12
"""So many posts can be looked at on a phone; a bolder rule is taught at the machine."""
_WHY = "Why · "


async def run(ask: Ask) -> Reply:
    words = " ".join(ask.words.split())
    if words.lower().partition(" ")[0] == "undo":
        return _undo(ask, _channel(ask, words.partition(" ")[2])[0])
    if post := _post(ask):
        return await _propose(ask, words, None, post) if words else _usage(ask)
    channel, correction = _channel(ask, words)
    return await _propose(ask, correction, channel.id, None) if channel and correction else _usage(ask)


async def corrected(ask: Ask) -> Reply | None:
    """A plain reply to a card, such as "SL is 2310"; None when it answers nothing that was read."""
    post = _post(ask)
    if post is None or not ask.words.strip() or not ask.role.may(Role.TRADER):
        return None
    return await _propose(ask, " ".join(ask.words.split()), None, post)


def _post(ask: Ask) -> PositionId | None:
    """The post of the card, or of the /why, that this replies to."""
    head = ask.quoted.partition("\n")[0]
    return ask.about or (PositionId(head.removeprefix(_WHY).strip()) if head.startswith(_WHY) else None)


def _channel(ask: Ask, words: str) -> tuple[ChannelView | None, str]:
    """The channel a text begins with, by id or title, and the rest; the only one needs no name."""
    channels = ask.desk.status().channels
    names = [(name, channel) for channel in channels for name in (str(channel.id), channel.title)]
    for name, channel in sorted(names, key=lambda named: -len(named[0])):  # "Gold Room" before "Gold"
        if f"{words} ".lower().startswith(f"{name} ".lower()):
            return channel, words[len(name) :].strip()
    return (channels[0], words) if len(channels) == 1 else (None, words)


def _usage(ask: Ask) -> Reply:
    channels = (rich(code(channel.id), f" {shorten(channel.title, 40)}") for channel in ask.desk.status().channels[:10])
    return Reply(
        lines(
            bold("Teach how a channel writes"),
            "Reply to a card with what is right, or: /teach CHANNEL what is right. Nothing is kept before you say so.",
            *(rich("• ", example) for example in EXAMPLES),
            "",
            *channels,
            "/teach undo CHANNEL takes the last rule back.",
        )
    )


async def _propose(ask: Ask, correction: str, channel: ChannelId | None, post: PositionId | None) -> Reply:
    found = await ask.desk.lessons.propose(correction, channel, post)
    if isinstance(found, Puzzled):
        return Reply(rich(f"✗ {found.why}"))
    woken = found.trial.woken
    if len(woken) > _SEEN_MAX:
        why = f"{len(woken)} posts would act anew or otherwise: too many to look at here. "
        return Reply(lines(_head(found), rich(why, "Teach it with main.py teach, or teach something narrower.")))
    nonce = ask.questions.put(ask.user, KeepLesson(found))
    return Reply(proposed(found), ((Button(_label(found), Tap.YES, nonce), Button("No", Tap.NO, nonce)),))


def _label(proposal: Proposal) -> str:
    """What the tap vouches for."""
    woken, freed = len(proposal.trial.woken), len(proposal.trial.freed)
    vouched = (f"I have seen these {woken}" if woken else "", f"{freed} would act unasked" if freed else "")
    return ": ".join(filter(None, ("Keep it", ", ".join(filter(None, vouched)))))


def _head(proposal: Proposal) -> Rich:
    trial = proposal.trial
    return lines(
        rich(bold("A rule for "), bold(shorten(proposal.title, 60))),
        italic(str(proposal.lesson)),
        f"Of {trial.tried} posts heard, {len(trial.changes)} would be read otherwise.",
    )


def proposed(proposal: Proposal) -> Rich:
    """The rule, what it would have changed, and in full whatever it would have woken."""
    woken, freed = proposal.trial.woken, proposal.trial.freed
    others = [*freed, *(change for change in proposal.trial.changes if not (change.wakes or change.frees))]
    more = len(others) - _EXAMPLES_SHOWN
    return lines(
        _head(proposal),
        rich("\n", bold(f"⚠ {len(woken)} would act anew or otherwise:")) if woken else None,
        *(_example(change, 150) for change in woken),
        rich("\n", bold(f"⚠ {len(freed)} that you were asked about would act unasked.")) if freed else None,
        rich("\n", bold("For example:")) if others else None,
        *(_example(change, 200) for change in others[:_EXAMPLES_SHOWN]),
        f"… and {more} more" if more > 0 else None,
        "",
        "The button works once, for 60 seconds.",
    )


def _example(change: Change, units: int) -> Rich:
    return lines(
        quote(shorten(" ".join(change.post.text.split()), units)),
        f"was: {shorten(change.before, 120)}",
        rich("now: ", bold(shorten(change.after, 120))),
    )


def _undo(ask: Ask, channel: ChannelView | None) -> Reply:
    if channel is None:
        return Reply(rich("Of which channel? /teach undo CHANNEL"))
    taught = ask.desk.lessons.taught(channel.id)
    if not taught:
        return Reply(rich(f"{channel.title} has been taught nothing."))
    nonce = ask.questions.put(ask.user, ForgetLesson(channel.id))
    return Reply(
        lines(
            bold(f"Take back the last of {len(taught)} rules of {shorten(channel.title, 60)}?"), italic(str(taught[-1]))
        ),
        ((Button("Yes, take it back", Tap.YES, nonce), Button("No", Tap.NO, nonce)),),
    )


def kept(receipt: Receipt, proposal: Proposal) -> str:
    """What became of a rule, in words."""
    match receipt:
        case Receipt.DONE:
            return f"✓ Kept: {proposal.lesson}. It holds from now on; /teach undo takes it back."
        case Receipt.ALREADY:
            return "✓ It is read so already."
        case Receipt.EXPIRED:
            return "✗ Not kept: by now it would wake posts you have not seen. Send the correction again."
        case Receipt.GONE:
            return "✗ Not kept: the channel is not listed any more."


def forgotten(lesson: Lesson | None) -> str:
    return f"✓ Taken back: {lesson}." if lesson is not None else "There was nothing to take back."


SLASH = Slash(
    "teach",
    "correct how a channel is read; asks first",
    Role.TRADER,
    run,
    usage="[CHANNEL] CORRECTION|undo",
)
