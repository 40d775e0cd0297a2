"""A channel that calls the other side of a symbol has changed its mind: its open trade there may be closed.

A rule of the channel that the call came from, and only for its own trades. A change of mind is a call that
could be traded: one with its stop on the wrong side, a repeat or a spot call closes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from core.account.judging import Answer
from core.account.states import Account
from core.commands import Instruct
from core.events import CallDeclined, CloseAsked, MessageRead
from core.personal import settled
from core.records import replace
from core.signals import Signal
from core.vocabulary import ZERO, Money


def contradicted(
    account: Account, read: MessageRead, judged: Callable[[Account, MessageRead], Answer]
) -> tuple[Instruct, ...]:
    """Close what this call contradicts; nothing for an edit, a doubt, or a channel without the rule.

    ``judged``: what an account says to a call. That our own limits or doors keep it out does not make it unsound.
    """
    channel, call = account.rules.channel(read.message.channel), read.reading
    if channel is None or not channel.exits.on_opposite or not isinstance(call, Signal):
        return ()
    if settled(call, channel).doubts or call.side is None or read.instrument is None:
        return ()
    if read.message.edited_at is not None:
        return ()
    if read.age_s > channel.age_s_max:
        return ()
    held = [
        position
        for position, grant in account.grants.items()
        if (grant.channel, grant.symbol, grant.side) == (channel.id, read.instrument.symbol, call.side.opposite)
    ]
    if not held or any(isinstance(line, CallDeclined) for line in judged(_with_room(account), read)):
        return ()
    return tuple(Instruct(each, CloseAsked(each, read.at, "rule:the channel called the other side")) for each in held)


def _with_room(account: Account) -> Account:
    """The same account with open doors, nothing granted and nothing lost today."""
    nothing = Money(ZERO)
    return replace(
        account, grants={}, closed=None, halted="", breaches=(), day_equity=account.equity, unread_loss=nothing
    )
