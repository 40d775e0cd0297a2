"""When nothing may be opened: a pause, a panic, the day's loss, and what opens the doors again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from core.account import Account
from core.commands import Instruct
from core.events import (
    CallAdmitted,
    CallDeclined,
    CloseAsked,
    DayBegan,
    EquityRead,
    LossWarned,
    PanicPressed,
    Paused,
    PositionReopened,
    Resumed,
    VenueHalted,
    VenueNoticed,
)
from core.limits import grant_for
from core.rules import Rules
from core.views import Doors
from tests.builders import (
    CALL,
    a_plan,
    an_account,
    at,
    equity,
    heard,
    of,
    only,
    opened,
    some_limits,
    some_rules,
    tell,
    told,
)


def doors(account: Account) -> Doors | None:
    return account.closed.doors if account.closed is not None else None


def reads(worths: list[int], start: float = 1) -> list[EquityRead]:
    return [equity(worth, at(start + n)) for n, worth in enumerate(worths)]


def warnings(account: Account, worths: list[int]) -> list[int]:
    said: list[int] = []
    for fact in reads(worths):
        account, answer = tell(account, fact)
        said += [warned.percent for warned in of(LossWarned, answer)]
    return said


def test_the_first_reading_begins_the_day() -> None:
    account = an_account()
    assert (account.day, account.day_equity) == ("2026-03-02", Decimal(10_000))


@pytest.mark.parametrize(
    ("worths", "said"),
    [
        ([9_601], []),
        ([9_600, 9_600, 9_590], [80]),
        ([9_600, 9_550, 9_500, 9_400], [80, 90, 100]),
        ([9_540, 9_900, 9_540], [90]),
        ([9_000, 9_600], [100]),
    ],
)
def test_each_step_of_the_daily_loss_is_warned_of_once(worths: list[int], said: list[int]) -> None:
    assert warnings(an_account(), worths) == said


def test_a_used_up_daily_loss_closes_the_doors_until_the_next_day() -> None:
    account = told(an_account(), *reads([9_500]))
    assert doors(account) is Doors.LOSS
    assert doors(told(account, equity(9_900, at(60)))) is Doors.LOSS
    tomorrow = told(account, equity(9_500, at(86_400)))
    assert (doors(tomorrow), tomorrow.warned_pct, tomorrow.day_equity) == (None, 0, Decimal(9_500))


@pytest.mark.parametrize(
    ("shut", "kept"),
    [(Paused(at(0), "user:1"), Doors.PAUSED), (PanicPressed(at(0), "user:1"), Doors.LOCKED)],
)
def test_midnight_opens_neither_a_pause_nor_a_panic(shut: Paused | PanicPressed, kept: Doors) -> None:
    account = told(an_account(), shut, *reads([9_500]), equity(9_500, at(86_400)))
    assert doors(account) is kept
    assert doors(told(account, Resumed(at(86_401), "user:1"))) is None


@pytest.mark.parametrize("shut", [Paused(at(9), "user:1"), PanicPressed(at(9), "user:1")])
def test_a_used_up_daily_loss_stands_behind_a_pause_and_a_panic(shut: Paused | PanicPressed) -> None:
    """/pause and /resume opened the doors of a lost day, and nobody was asked."""
    for facts in ((*reads([9_500]), shut), (shut, *reads([9_500], start=10))):
        resumed = told(an_account(), *facts, Resumed(at(20), "user:1"))
        assert doors(resumed) is Doors.LOSS
        assert doors(told(resumed, Resumed(at(21), "user:1"))) is None, "now it was asked about"
        assert doors(told(resumed, equity(9_500, at(86_400)))) is None


def test_a_pause_does_not_soften_a_panic() -> None:
    account = told(an_account(), PanicPressed(at(0), "user:1"), Paused(at(1), "rule:own failure"))
    assert doors(account) is Doors.LOCKED


def test_a_pause_opens_nothing_and_leaves_what_is_open() -> None:
    account, position = opened(an_account())
    account = told(account, Paused(at(1), "user:1"))
    assert position in account.grants
    standing = account.standing()
    assert standing is not None
    assert standing.closed_by == "paused by user:1 since 12:00:01"
    with pytest.raises(AssertionError):
        opened(account, heard(id_=2))


def test_a_floating_loss_counts_into_the_day() -> None:
    account = told(an_account(), *reads([9_700]))
    standing = account.standing()
    assert standing is not None
    assert standing.lost_today == 300


def test_no_daily_loss_is_allowed_when_nothing_is_there_to_lose() -> None:
    account = an_account(worth=0)
    assert tell(account, equity(-1, at(5)))[1] == ()


BERLIN = some_rules(day_zone="Europe/Berlin")
NEW_YORK = some_rules(day_zone="America/New_York")


@pytest.mark.parametrize(
    ("rules", "midnight"),
    [
        (some_rules(), datetime(2026, 3, 29, 0, tzinfo=UTC)),
        (BERLIN, datetime(2026, 3, 28, 23, tzinfo=UTC)),
        (BERLIN, datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (BERLIN, datetime(2026, 10, 24, 22, tzinfo=UTC)),
        (BERLIN, datetime(2026, 10, 25, 23, tzinfo=UTC)),
        (NEW_YORK, datetime(2026, 3, 8, 5, tzinfo=UTC)),
        (NEW_YORK, datetime(2026, 3, 9, 4, tzinfo=UTC)),
    ],
)
def test_the_day_ends_at_midnight_of_the_owners_zone_in_summer_and_winter(rules: Rules, midnight: datetime) -> None:
    second = timedelta(seconds=1)
    account = told(an_account(rules, when=midnight - second * 3600), equity(9_900, midnight - second))
    assert account.day_equity == 10_000
    began = only(DayBegan, tell(account, equity(9_800, midnight))[1])
    assert began.equity == 9_800
    assert began.day > account.day


def test_a_day_is_measured_by_the_rules_of_the_moment() -> None:
    account = an_account(some_rules(limits=some_limits(daily_loss_pct_max=Decimal(1))))
    assert warnings(account, [9_900]) == [100]


def test_a_venue_that_halts_closes_the_doors_until_it_is_mended() -> None:
    halted = told(an_account(), VenueHalted(at(1), "bybit-demo (Bybit demo): the key has expired"))
    assert halted.standing() is not None
    (declined,) = of(CallDeclined, tell(halted, heard())[1])
    assert "the key has expired" in declined.reason
    mended = told(halted, VenueHalted(at(2), ""), VenueNoticed(at(3), "the key expires in 5 days"))
    assert of(CallAdmitted, tell(mended, heard())[1])


def test_what_fills_after_a_panic_is_closed_like_everything_else() -> None:
    """A fill may come after its cancel was said (fault B16), and a panic lasts until somebody resumes."""
    reopened = PositionReopened(CALL, at(9), grant_for(a_plan()))
    locked = told(an_account(), PanicPressed(at(5), "user:1"))
    assert only(Instruct, tell(locked, reopened)[1]).request == CloseAsked(CALL, at(9), "panic by user:1")
    assert not of(Instruct, tell(told(locked, Resumed(at(8), "user:1")), reopened)[1])
