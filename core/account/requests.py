"""What a follow-up asks of one trade, as requests its position understands.

A channel may close, tighten and exchange targets; whether a stop is really tighter is for the
position to say, which knows where it stands. What only reports asks for nothing: our own orders decide.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import assert_never

from core.commands import Request
from core.events import CancelAsked, CloseAsked, StopMoveAsked, TargetsAsked
from core.messages import Message
from core.signals import Act, Amendment, AtPrice, Instruction, Level, Percent, Pips, TargetLevel
from core.vocabulary import PositionId

HALF = Decimal(50)
HUNDRED = Decimal(100)


def authority(message: Message) -> str:
    """On whose authority a channel's request is carried out."""
    return f"channel:{message.channel}"


def requests(said: Amendment, position: PositionId, at: datetime, by: str) -> tuple[Request, ...]:
    """Every request in the order it was said, each once."""
    asked = (request for one in said.instructions for request in _request(one, said, position, at, by))
    return tuple(dict.fromkeys(asked))


def _request(one: Instruction, said: Amendment, position: PositionId, at: datetime, by: str) -> tuple[Request, ...]:
    match one.act:
        case Act.BREAK_EVEN:
            return (StopMoveAsked(position, at, None, by),)
        case Act.MOVE_STOP:
            if one.price is None and one.level is None and one.beyond is None:
                return ()
            if one.price is not None:
                return (StopMoveAsked(position, at, one.price, by),)
            return (StopMoveAsked(position, at, None, by, one.level, beyond=one.beyond),)
        case Act.CLOSE:
            return (CloseAsked(position, at, by),)
        case Act.CLOSE_PART:
            fraction = (one.percent if one.percent is not None else HALF) / HUNDRED
            return (CloseAsked(position, at, by, min(fraction, Decimal(1))),) if fraction > 0 else ()
        case Act.CANCEL:
            return (CancelAsked(position, at, by),)
        case Act.EDIT_TARGETS if one.target is not None and one.price is not None:
            return (TargetsAsked(position, at, (AtPrice(one.price),), by, one.target),)
        case Act.EDIT_TARGETS if not said.targets and one.price is not None:
            return (TargetsAsked(position, at, (AtPrice(one.price),), by),)
        case Act.SET_LEVELS | Act.EDIT_TARGETS:
            return levels(said.stop, said.targets, position, at, by)
        case Act.TARGET_HIT | Act.STOP_HIT | Act.ENTRY_FILLED | Act.OTHER:
            return ()
        case _:
            assert_never(one.act)


def levels(
    stop: Level | None, targets: tuple[TargetLevel, ...], position: PositionId, at: datetime, by: str
) -> tuple[Request, ...]:
    """A stop, targets, or both; what is not named stays as it is."""
    asked: list[Request] = []
    match stop:
        case AtPrice(price):
            asked.append(StopMoveAsked(position, at, price, by))
        case Pips() | Percent():
            asked.append(StopMoveAsked(position, at, None, by, distance=stop))
        case None:
            pass
    if targets:
        asked.append(TargetsAsked(position, at, targets, by))
    return tuple(asked)
