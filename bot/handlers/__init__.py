"""Every command of the chat, in the order of /help: the table, and how a line of text finds its row.

A command is written once: /help, Telegram's own menu and docs/commands.md are made from this table.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from bot.handlers import (
    add,
    close,
    limits,
    panic,
    pause,
    positions,
    reconcile,
    rehearse,
    resume,
    signals,
    start,
    status,
    stop,
    targets,
    teach,
    why,
)
from bot.handlers.help import help_of
from bot.render import rich
from bot.slash import Ask, Reply, Role, Slash


def _table() -> Sequence[Slash]:
    return SLASHES


SLASHES: tuple[Slash, ...] = (
    start.SLASH,
    help_of(_table),
    status.SLASH,
    positions.SLASH,
    signals.SLASH,
    why.SLASH,
    rehearse.SLASH,
    teach.SLASH,
    limits.SLASH,
    reconcile.SLASH,
    stop.SLASH,
    targets.SLASH,
    add.SLASH,
    close.SLASH,
    pause.SLASH,
    resume.SLASH,
    panic.SLASH,
)
BY_NAME = {slash.name: slash for slash in SLASHES}


def split(text: str) -> tuple[str, str]:
    """ "/close@bot BTC" -> ("close", "BTC"); a text that is no command -> ("", text)."""
    if not text.startswith("/"):
        return "", text
    head, *rest = text[1:].split(maxsplit=1)[:2] if text[1:].strip() else ("",)
    return head.partition("@")[0].lower()[:32] or "?", rest[0] if rest else ""


def nearest(name: str, role: Role) -> str | None:
    """The command somebody who wrote ``name`` probably meant."""
    known = [slash.name for slash in SLASHES if role.may(slash.role)]
    return next(iter(get_close_matches(name, known, n=1, cutoff=0.5)), None)


def unknown(name: str, role: Role) -> Reply:
    """Say that there is no such command, and which one is nearest."""
    meant = nearest(name, role)
    return Reply(rich(f"There is no /{name}.", f" Did you mean /{meant}?" if meant else " See /help."))


def forbidden(slash: Slash, role: Role) -> Reply:
    return Reply(rich(f"/{slash.name} needs the role {slash.role}; you are {role}."))


async def said(ask: Ask, *, forwarded: bool) -> Reply:
    """Answer a text that is no command: a forwarded post is rehearsed, a reply to a card teaches."""
    if forwarded and ask.words.strip():
        return await rehearse.run(ask)
    if (lesson := await teach.corrected(ask)) is not None:
        return lesson
    return Reply(rich("Plain words do nothing here. Forward a call to rehearse it, or see /help."))


def commands_markdown() -> str:
    """docs/commands.md, from the table."""
    rows = []
    for slash in SLASHES:
        shown = f"/{slash.name} {slash.usage}".rstrip().replace("|", "\\|")
        rows.append(f"| `{shown}` | {slash.role} | {slash.help} |")
    return "\n".join(
        (
            "# Commands",
            "",
            "Made from the table in `bot/handlers`; `/help` shows those your role may use.",
            "",
            "| command | role | what it does |",
            "|---|---|---|",
            *rows,
            "",
            "A forwarded post is rehearsed like `/try`. In reply to a trade's card, or to any message with one button",
            "*Why*, `/why`, `/close`, `/stop`, `/targets` and `/add` are about it and need no id; plain words in reply",
            "to one of them, or to `/why`, correct how its post was read, as `/teach` does. A stop is loosened by an",
            "admin with a one-time code, for which a card asks after it has shown the sum; the message with the code",
            "is deleted.",
            "What changes something and was sent more than 60 seconds ago, while nobody listened, is asked again;",
            "`/pause` acts and `/panic` asks its one question whatever their age.",
            "",
        )
    )
