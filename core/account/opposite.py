"""A channel that calls the other side of a symbol has changed its mind: its open trade there may be closed.

A rule of the channel that the call came from, and only for its own trades.
"""

from __future__ import annotations

from core.account.states import Account
from core.commands import Instruct
from core.events import CloseAsked, MessageRead
from core.personal import settled
from core.signals import Signal


def contradicted(account: Account, read: MessageRead) -> tuple[Instruct, ...]:
    """Close what this call contradicts; nothing for an edit, a doubt, or a channel without the rule."""
    channel, call = account.rules.channel(read.message.channel), read.reading
    if channel is None or not channel.exits.on_opposite or not isinstance(call, Signal):
        return ()
    if settled(call, channel).doubts or call.side is None or read.instrument is None:
        return ()
    if read.message.edited_at is not None:
        return ()
    if read.age_s > channel.age_s_max:
        return ()
    held = (
        position
        for position, grant in account.grants.items()
        if (grant.channel, grant.symbol, grant.side) == (channel.id, read.instrument.symbol, call.side.opposite)
    )
    return tuple(Instruct(each, CloseAsked(each, read.at, "rule:the channel called the other side")) for each in held)
