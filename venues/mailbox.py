"""What a venue tells, kept for whoever reads it and never for longer than can be bounded.

Shared by every venue: a reader that falls too far behind is told of a gap instead, which is
the one word after which the desk asks for everything anew.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field

from core.orders import FundingPaid, StreamGap, VenueHalt, VenueNotice, VenueReport

REPORTS_MAX = 1000
"""Reports kept for a reader; one that falls further behind is told of a gap instead."""
TOLD_ONCE = FundingPaid | VenueHalt | VenueNotice
"""What nobody learns by asking for everything anew; half of the room is for these."""


@dataclass(slots=True)
class _Mailbox:
    """Reports on their way to one reader."""

    reports: deque[VenueReport] = field(default_factory=deque)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, report: VenueReport) -> None:
        self.reports.append(report)
        if len(self.reports) > REPORTS_MAX:
            gap = StreamGap(report.at, f"more than {REPORTS_MAX} reports were not read in time")
            kept = [one for one in self.reports if isinstance(one, TOLD_ONCE)][-REPORTS_MAX // 2 :]
            self.reports = deque((gap, *kept))
        self.arrived.set()


class Mail:
    """The private stream of one venue, for any number of readers."""

    def __init__(self) -> None:
        self._kept = _Mailbox()
        self._readers: list[_Mailbox] = []

    def publish(self, reports: Iterable[VenueReport]) -> None:
        """Hand reports to every reader; while there is none they are kept for the next."""
        for report in reports:
            for box in self._readers or [self._kept]:
                box.put(report)

    async def read(self) -> AsyncIterator[VenueReport]:
        """Everything from now on, and for the first reader what came before it. Ends when its reader does."""
        box = self._kept if not self._readers else _Mailbox()
        self._readers.append(box)
        try:
            while True:
                while box.reports:
                    yield box.reports.popleft()
                box.arrived.clear()
                await box.arrived.wait()
        finally:
            self._readers.remove(box)
            if not self._readers:
                self._kept = box
