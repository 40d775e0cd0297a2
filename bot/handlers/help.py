"""The list of commands, made from the table itself, so that it cannot be out of date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.render import bold, lines, rich
from bot.slash import Ask, Reply, Role, Slash


def help_of(table: Callable[[], Sequence[Slash]]) -> Slash:
    """The /help of a table that is complete only once /help is in it."""

    async def run(ask: Ask) -> Reply:
        allowed = [slash for slash in table() if ask.role.may(slash.role)]
        return Reply(
            lines(
                bold("Commands"),
                *(rich(f"/{slash.name}{f' {slash.usage}' if slash.usage else ''} — {slash.help}") for slash in allowed),
                "",
                "A forwarded post is rehearsed like /try. Reply to a trade's card with /why or /close.",
            )
        )

    return Slash("help", "the commands you may use", Role.VIEWER, run)
