"""What the venue holds against what we believe, looked at now: what was found, what was done, or that all is well."""

from __future__ import annotations

from bot.render import Look, Rich, Span, bold, lines, rich, shorten
from bot.slash import Ask, Reply, Role, Slash
from bot.strangers import rows
from core.views import ReconcileView

_SHOWN, _BUTTONS = 15, 5


async def run(ask: Ask) -> Reply:
    view = await ask.desk.reconcile()
    waiting = [each for each in view.strangers if not each.ignored][:_BUTTONS]
    return Reply(screen(view, ask.look), tuple(row for each in waiting for row in rows(each, each.symbol)))


def screen(view: ReconcileView, look: Look) -> Rich:
    if not view.answered:
        return lines(
            bold("✗ The venue does not answer"),
            "Nothing can be compared now, and nothing is taken for gone. Stops stay at the venue; it is asked again"
            " every few seconds. See /status for the age of the last proof.",
        )
    well = not view.found and not view.strangers
    looked = "looked once" if view.looks == 1 else f"looked {view.looks} times, because one look proves nothing"
    parts: list[Rich | Span | str | None] = [
        bold("✓ All is well: the venue holds what we believe" if well else "Reconciled with the venue"),
        f"{view.positions} held, {view.stops} with a stop, {view.orders} orders on the book; {looked}.",
        *(f"• {shorten(words, 300)}" for words in view.found[:_SHOWN]),
        f"… and {len(view.found) - _SHOWN} more; /why tells each" if len(view.found) > _SHOWN else None,
        *(
            rich("○ ", bold(f"{each.symbol} {each.side}"), f" is not ours: not touched{_known(each.ignored)}")
            for each in view.strangers[:_SHOWN]
        ),
    ]
    return lines(*parts)


def _known(ignored: bool) -> str:
    return ", as you said" if ignored else "; adopt it, ignore it or close it"


SLASH = Slash("reconcile", "compare with the venue now, and mend what differs", Role.TRADER, run)
