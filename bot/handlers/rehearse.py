"""What would be done with a text: the same reading, the same checks, the same arithmetic, and no order."""

from __future__ import annotations

from bot.cards import check_lines, ticket
from bot.explained import explained
from bot.handlers.why import reading
from bot.render import bold, lines, rich
from bot.slash import Ask, Reply, Role, Slash
from core.messages import TEXT_MAX
from core.views import Verdict
from core.vocabulary import ChannelId

ENDS = {
    Verdict.OPENED: "✓ It would be opened.",
    Verdict.ASKED: "? You would be asked.",
    Verdict.WATCHED: "○ It would only be written down.",
    Verdict.WAITING: "… It would wait for the levels its channel sends later.",
    Verdict.APPLIED: "✓ It would be passed on to what is open:",
    Verdict.DECLINED: "✗ It would be declined.",
    Verdict.IGNORED: "· It would be ignored.",
}


async def run(ask: Ask) -> Reply:
    text = ask.words.strip() or ask.quoted.strip()
    if not text:
        return Reply(rich("Send /try with a call behind it, reply to one with /try, or forward a post to me."))
    return await rehearsal(ask, text[:TEXT_MAX])


async def rehearsal(ask: Ask, text: str) -> Reply:
    channel = _listed(ask)
    view = await ask.desk.rehearse(text, channel)
    rules = "by that channel's rules" if channel else "by the strictest rules"
    return Reply(
        lines(
            rich(bold("Rehearsal"), f" — nothing is done; {rules}"),
            bold(ENDS[view.verdict]),
            view.reason or None,
            explained(view.marked, 700),
            reading(view.reading),
            lines("", bold("Checks"), check_lines(view.checks)) if view.checks else None,
            lines("", bold("Plan"), ticket(view.plan, ask.look)) if view.plan else None,
        )
    )


def _listed(ask: Ask) -> ChannelId | None:
    known = {channel.id for channel in ask.desk.status().channels}
    return ask.origin if ask.origin in known else None


SLASH = Slash("try", "what would be done with a text; does nothing", Role.VIEWER, run, usage="TEXT")
