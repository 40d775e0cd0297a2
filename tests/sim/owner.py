"""The owner's phone with a witness: what was pressed, and what was answered to it, is known to the auditor."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence

from core.events import Choice
from core.ports import Lessons, Recorded
from core.runtime.desk import TradingDesk
from core.runtime.front import FrontDesk
from core.views import Receipt
from core.vocabulary import Nonce, PositionId
from tests.sim.papers import Papers


class WitnessedFront(FrontDesk):
    """The front desk as it is; every press is remembered."""

    def __init__(
        self, desk: TradingDesk, history: Sequence[Recorded], venue_name: str, lessons: Lessons, papers: Papers
    ) -> None:
        super().__init__(desk, history, venue_name, lessons)
        self._papers, self._clock = papers, desk.parts.clock
        self._resumes = 0

    async def answer(self, nonce: Nonce, choice: Choice, by: str) -> Receipt:
        self._papers.pressed[nonce].append(choice)
        return await super().answer(nonce, choice, by)

    async def bind(self, nonce: Nonce, chosen: tuple[PositionId, ...], by: str) -> Receipt:
        self._papers.bound[nonce].append(chosen)
        return await super().bind(nonce, chosen, by)

    async def adopt(self, key: str, by: str, *, close: bool = False) -> Receipt:
        self._papers.given.add(key)
        return await super().adopt(key, by, close=close)

    async def pause(self, by: str) -> Receipt:
        return await self._shut(super().pause(by))

    async def resume(self, by: str) -> Receipt:
        self._resumes += 1
        self._papers.doors_shut_at = None
        return await super().resume(by)

    async def panic(self, by: str) -> Receipt:
        return await self._shut(super().panic(by))

    async def _shut(self, press: Awaitable[Receipt]) -> Receipt:
        """Shut since it was said to be done, unless the doors were to be opened by a later press."""
        before = self._resumes
        receipt = await press
        if self._resumes == before:
            self._papers.doors_shut_at = self._papers.doors_shut_at or self._clock.now()
        return receipt
