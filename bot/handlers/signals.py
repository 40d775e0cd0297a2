"""The last messages and what became of each: nothing that was heard goes without a verdict."""

from __future__ import annotations

from bot.render import Look, Rich, bold, clock_time, code, italic, lines, rich, shorten
from bot.slash import Ask, Button, Reply, Role, Slash, Tap
from core.views import SignalView, Verdict

_MARKS = {
    Verdict.OPENED: "✓ opened",
    Verdict.ASKED: "? asked",
    Verdict.DECLINED: "✗ declined",
    Verdict.IGNORED: "· ignored",
    Verdict.WATCHED: "○ watched",
    Verdict.WAITING: "… waiting",
    Verdict.APPLIED: "✓ applied",
}
_USUAL = 8
_MOST = 15


async def run(ask: Ask) -> Reply:
    count = _USUAL
    if ask.args:
        if not (ask.args[0].isascii() and ask.args[0].isdigit() and 1 <= int(ask.args[0][:4]) <= _MOST):
            return Reply(rich(f"How many? /signals takes a number from 1 to {_MOST}."))
        count = int(ask.args[0][:4])
    found = list(await ask.desk.signals(count))[:count]
    if not found:
        return Reply(rich("No message has been heard yet."))
    buttons = [Button(f"Why {number}", Tap.WHY, view.position) for number, view in enumerate(found, start=1)]
    return Reply(
        lines(bold(f"Last {len(found)} messages"), *(line(number, view, ask) for number, view in enumerate(found, 1))),
        tuple(tuple(buttons[start : start + 4]) for start in range(0, len(buttons), 4)),
    )


def line(place: int, view: SignalView, ask: Ask) -> Rich:
    return lines(
        rich(f"\n{place}. ", bold(_MARKS[view.verdict]), f" · {clock_time(view.at, ask.look, ask.now)}"),
        rich(f"{shorten(view.channel, 40)} · ", code(view.position)),
        italic(shorten(view.excerpt.replace("\n", " "), 100)),
        f"→ {shorten(view.reason, 160)}" if view.reason else None,
    )


def verdict_words(verdict: Verdict) -> str:
    return _MARKS[verdict]


def ignored_list(views: list[SignalView], look: Look) -> Rich:
    """The day's ignored messages on one quiet, edited message."""
    return lines(
        rich(bold("Ignored lately"), f" ({len(views)})"),
        *(
            f"{clock_time(view.at, look)} {shorten(view.channel, 30)}: {shorten(view.reason, 100)}"
            f" — “{shorten(view.excerpt.replace(chr(10), ' '), 60)}”"
            for view in views
        ),
    )


SLASH = Slash("signals", "the last messages and their verdicts", Role.VIEWER, run, usage="[n]")
