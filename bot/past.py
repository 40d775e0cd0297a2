"""What the desk has let go of, as the journal has it: a trade that is over, and what a panic was pressed on.

Separate because a desk forgets what is over after an hour and at each start, and a phone does not: the card of a
trade that ended while nobody could be told would say for ever that it lives.
"""

from __future__ import annotations

from core.events import PanicPressed
from core.ports import Desk, Journal
from core.position import Over
from core.runtime.desk import ACCOUNT
from core.runtime.replay import read_stream, replay_account
from core.showing import position_view
from core.views import PositionView
from core.vocabulary import PositionId


async def trade(desk: Desk, journal: Journal, position: PositionId) -> PositionView | None:
    """One trade, also one that is over; None for what never became one, or has not been brought back yet."""
    view = desk.position(position)
    if view is not None:
        return view
    state = await read_stream(journal, position)
    if not isinstance(state, Over):
        return None
    titles = {channel.id: channel.title for channel in desk.status().channels}
    return position_view(state, titles.get(state.plan.channel, str(state.plan.channel)), None, "")


async def panic_at(journal: Journal, seq: int) -> tuple[PanicPressed, tuple[PositionId, ...]] | None:
    """The panic of line ``seq``, and everything that was open when it was pressed; None for another line."""
    lines = [line for line in await journal.read(ACCOUNT) if line.seq <= seq]
    pressed = lines[-1].body if lines and lines[-1].seq == seq else None
    return (pressed, tuple(replay_account(lines).grants)) if isinstance(pressed, PanicPressed) else None
