"""A reader that falls behind is told of a gap, and keeps what it could never ask for again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal

from core.orders import FundingPaid, StopReport, StreamGap, VenueHalt, VenueNotice, VenueReport
from core.vocabulary import ExecutionId, Money, Price, Quantity, Side, Symbol
from venues.mailbox import REPORTS_MAX, Mail

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
BTC = Symbol("BTCUSDT")
STOP = StopReport(BTC, Side.LONG, Price(Decimal(1)), Quantity(Decimal(1)), AT)
HALT, MENDED = VenueHalt(AT, "the clock is wrong"), VenueHalt(AT, "")
NOTICE = VenueNotice(AT, "BTCUSDT is taken off the list")
PAID = FundingPaid(BTC, Money(Decimal(-1)), AT, ExecutionId("f"))


async def read_late(*told: Iterable[VenueReport]) -> list[VenueReport]:
    """What a reader finds who comes when all has been told."""
    mail = Mail()
    for reports in told:
        mail.publish(reports)
    mail.publish([last := VenueNotice(AT, "the last word")])
    found: list[VenueReport] = []
    async with asyncio.timeout(5):
        async for report in mail.read():
            if report is last:
                return found
            found.append(report)
    raise AssertionError("the stream ended")


async def test_what_a_fresh_look_would_not_show_outlives_the_gap_in_its_order() -> None:
    gap, *kept = await read_late([HALT, NOTICE, PAID, MENDED], [STOP] * REPORTS_MAX)
    assert isinstance(gap, StreamGap)
    assert kept[:4] == [HALT, NOTICE, PAID, MENDED]


async def test_the_report_that_finds_no_room_is_kept_where_it_is_of_that_kind() -> None:
    gap, *kept = await read_late([STOP] * REPORTS_MAX, [HALT])
    assert (type(gap), kept) == (StreamGap, [HALT])


async def test_a_reader_that_never_comes_is_kept_a_bounded_number_of_them() -> None:
    notices = [VenueNotice(AT, str(number)) for number in range(REPORTS_MAX * 3)]
    found = await read_late(notices)
    assert len(found) <= REPORTS_MAX
    assert found[-1] == notices[-1]
