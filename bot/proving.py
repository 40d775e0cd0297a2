"""The proof of a panic on the phones: one message, drawn again until all that it was pressed on is flat.

Separate from the other telling because it outlives a start: what is still to be closed the desk knows, what was
open at the press only the journal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loguru import logger

from bot.auth import Reader
from bot.diary import Diary
from bot.handlers.panic import is_flat, proof
from bot.outbox import Letter, Outbox, Priority
from bot.past import panic_at, trade
from bot.slash import Reply
from core.events import PanicPressed
from core.ports import Clock, Desk, Journal
from core.views import Doors, PositionView
from core.vocabulary import PositionId, UserId

_KEY = "panic:"


@dataclass(frozen=True, slots=True)
class _Panic:
    """``flat``: those of its positions that were seen to be flat, as they were then."""

    key: str
    pressed: PanicPressed
    positions: tuple[PositionId, ...]
    flat: dict[PositionId, PositionView] = field(default_factory=dict)


class PanicProofs:
    """Every panic that is not flat yet, on every phone."""

    def __init__(
        self,
        desk: Desk,
        journal: Journal,
        diary: Diary,
        outbox: Outbox,
        readers: Mapping[UserId, Reader],
        clock: Clock,
    ) -> None:
        self._desk, self._journal, self._diary, self._outbox = desk, journal, diary, outbox
        self._readers, self._clock = readers, clock
        self._under_way: dict[str, _Panic] = {}

    async def begin(self, seq: int, pressed: PanicPressed, positions: tuple[PositionId, ...]) -> None:
        """Line ``seq`` of the journal is a panic, pressed on these."""
        panic = _Panic(f"{_KEY}{seq}", pressed, positions)
        self._under_way[panic.key] = panic
        await self._draw(panic, seq)

    async def resume(self) -> None:
        """Take up again what a start has interrupted, on the same message, for all that was open at the press."""
        told, status = self._diary.newest(_KEY), self._desk.status()
        may_last = bool(told) and status.doors in (Doors.LOCKED, Doors.STARTING)
        for key in dict.fromkeys((*self._under_way, *((told,) if may_last else ()))):
            try:
                found = await panic_at(self._journal, int(key.removeprefix(_KEY)))
            except Exception as error:  # a proof that cannot be taken up must not silence all that is told
                logger.opt(exception=error).error("the proof of {} could not be taken up", key)
                continue
            if found is None:
                continue
            pressed, positions = found
            if key in self._under_way or pressed.at == status.doors_since:  # else the doors were opened since
                self._under_way[key] = _Panic(key, pressed, positions)

    async def redraw(self) -> None:
        """Draw each anew; what is flat is drawn no more."""
        for key, panic in tuple(self._under_way.items()):
            if await self._draw(panic) and self._under_way.get(key) is panic:
                del self._under_way[key]

    async def _draw(self, panic: _Panic, seq: int = 0) -> bool:
        """Show where it stands; True when all are flat."""
        views = [view for each in panic.positions if (view := await self._standing(panic, each))]
        now, strangers, pressed = self._clock.now(), self._desk.strangers(), panic.pressed
        urgency = Priority.CRITICAL if seq else Priority.ANSWER
        for reader in self._readers.values():
            shown = proof(views, pressed.by, pressed.at, reader.look, now, strangers)
            self._outbox.post(Letter(reader.user, Reply(shown.text, shown.rows, panic.key), urgency, bool(seq), seq))
        return all(is_flat(view) for view in views)

    async def _standing(self, panic: _Panic, position: PositionId) -> PositionView | None:
        view = self._desk.position(position) or panic.flat.get(position)
        view = view or await trade(self._desk, self._journal, position)
        if view is not None and is_flat(view):
            panic.flat[position] = view
        return view
