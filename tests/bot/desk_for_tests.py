"""A small desk and a small phone for the chat's tests: plain state behind the real protocols.

The desk writes its facts to a real journal, as the running one does; the phone refuses what Telegram refuses.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.render import Look
from bot.second_factor import NobodyEnrolled
from bot.slash import Ask, Questions, Role
from core.events import (
    ApprovalAnswered,
    Choice,
    CloseAsked,
    Fact,
    FollowUpAnswered,
    PanicPressed,
    Paused,
    Resumed,
    StrangerIgnored,
)
from core.plans import Check
from core.ports import Batch, Clock, Journal, Lessons
from core.rules import Mode
from core.views import (
    ChannelView,
    Doors,
    FollowUpView,
    LimitView,
    Moment,
    PositionView,
    QuestionView,
    Receipt,
    ReconcileView,
    Shield,
    SignalView,
    Stage,
    StatusView,
    StrangerView,
    TryView,
    Verdict,
    WhyView,
)
from core.vocabulary import ChannelId, Money, Nonce, PositionId, StreamId, UserId
from tests.bot.hands_for_tests import HandsForTests
from tests.bot.lessons_for_tests import LessonsForTests
from tests.bot.views import GOLD, START, D, a_plan, a_position, a_question

__all__ = ["GOLD", "START", "D", "a_plan", "a_position", "a_question"]
"""Kept at hand for the tests, beside what is made here."""

OWNER = UserId(42)


@dataclass(slots=True)
class MovableClock:
    """The real clock, which a test may put forward."""

    ahead_s: float = 0.0

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.ahead_s)

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead_s


@dataclass(slots=True)
class PlayedClock:
    """Time that moves only when it is told to, or when somebody sleeps by it."""

    at: datetime = START
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return (self.at - START).total_seconds()

    def forward(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.forward(seconds)
        await asyncio.sleep(0)


class DeskForTests:
    """`core.ports.Desk` over plain state; what is told becomes a fact in ``journal``, if there is one."""

    def __init__(self, clock: Clock, journal: Journal | None = None) -> None:
        self.clock = clock
        self.doors = Doors.OPEN
        self.closed_by = ""
        self.beneath = (Doors.OPEN, "")
        """What keeps the doors shut besides, and why: the venue, say."""
        self.all: dict[PositionId, PositionView] = {}
        self.asked: dict[Nonce, QuestionView] = {}
        self.answered: dict[Nonce, Choice] = {}
        self.unclear: dict[Nonce, FollowUpView] = {}
        self.bound: list[tuple[Nonce, tuple[PositionId, ...], str]] = []
        self.heard: list[SignalView] = []
        self.trails: dict[PositionId, WhyView] = {}
        self.rehearsed: list[tuple[str, ChannelId | None]] = []
        self.closes: list[tuple[PositionId, Decimal, str]] = []
        self.panics = 0
        self.foreign: dict[str, StrangerView] = {}
        self.adopted: list[tuple[str, str, bool]] = []
        self.findings: list[str] = []
        self.answers = True
        self.lessons: Lessons = LessonsForTests()
        self.hands = HandsForTests(clock)
        self.faults: dict[str, Exception] = {}
        """What each method of this name raises, as a full disk or a bug of ours would make it."""
        self._journal = journal
        self._versions: dict[StreamId, int] = {}

    async def tell(self, *facts: Fact, stream: str = "account") -> int:
        """Write facts down as the running desk would."""
        if self._journal is None:
            return 0
        name = StreamId(stream)
        version = self._versions.get(name, 0)
        self._versions[name] = version + 1
        return await self._journal.append(Batch(name, version, facts[0].at, facts))

    def hold(self, *views: PositionView) -> None:
        for view in views:
            self.all[view.position] = view
            why = WhyView(
                view.position,
                view.channel,
                "BTCUSDT long, stop 64000",
                START,
                ("side long from 'long'",),
                Verdict.OPENED,
                "",
                (Check("slots", True, "1 of 5"), Check("risk", True, "52.10 of 200.00 USDT")),
                a_plan(),
                (Moment(START, "entry filled 0.05 at 65,000"),),
            )
            self.trails.setdefault(view.position, why)

    def ask(self, view: QuestionView) -> None:
        self.asked[view.nonce] = view
        self.hold(a_position(view.position, stage=Stage.OVER))
        del self.all[view.position]

    def wonder(self, view: FollowUpView) -> None:
        """Somebody is asked what a follow-up means."""
        self.unclear[view.nonce] = view
        self.hold(a_position(view.position, stage=Stage.OVER))
        del self.all[view.position]

    # --- the protocol ---------------------------------------------------------------------------

    def status(self) -> StatusView:
        held = [view for view in self.positions() if view.quantity]
        doors, why = self.beneath if self.doors is Doors.OPEN else (self.doors, self.closed_by)
        return StatusView(
            at=self.clock.now(),
            venue="paper",
            doors=doors,
            doors_since=START if self.doors is not Doors.OPEN else None,
            doors_by=why,
            equity=Money(D(10000)),
            pnl_today=Money(D("-12.40")),
            open_positions=len(held),
            protected=sum(view.shield is Shield.WORKING for view in held),
            exposure=Money(D(3250)),
            proof_at=self.clock.now() - timedelta(seconds=4),
            questions=len(self.asked),
            quarantined=(),
            channels=(ChannelView(GOLD, "Gold Room", Mode.ASK, START, 3),),
        )

    def positions(self) -> Sequence[PositionView]:
        return [view for view in self.all.values() if view.stage is not Stage.OVER]

    def position(self, position: PositionId) -> PositionView | None:
        self._befall("position")
        return self.all.get(position)

    def limits(self) -> Sequence[LimitView]:
        return (
            LimitView("Day's loss", D("12.4"), D(500), "USDT", "5% of 10,000.00 at midnight UTC"),
            LimitView("Open positions", D(len(self.positions())), D(5), "positions", ""),
            LimitView("leverage", D(10), D(10), "x", "", each=True),
            LimitView("stop distance", None, D(20), "%", "from the entry to the stop", each=True),
        )

    def question(self, nonce: Nonce) -> QuestionView | None:
        return self.asked.get(nonce)

    def questions(self) -> Sequence[QuestionView]:
        return list(self.asked.values())

    def follow_up(self, nonce: Nonce) -> FollowUpView | None:
        return self.unclear.get(nonce)

    def follow_ups(self) -> Sequence[FollowUpView]:
        return list(self.unclear.values())

    async def bind(self, nonce: Nonce, chosen: tuple[PositionId, ...], by: str) -> Receipt:
        asked = self.unclear.get(nonce)
        if asked is None:
            return Receipt.GONE
        if self.clock.now() > asked.expires_at:
            return Receipt.EXPIRED
        del self.unclear[nonce]
        self.bound.append((nonce, chosen, by))
        await self.tell(FollowUpAnswered(asked.position, self.clock.now(), nonce, chosen, by))
        return Receipt.DONE

    async def signals(self, count: int) -> Sequence[SignalView]:
        return list(reversed(self.heard))[:count]

    async def why(self, position: PositionId) -> WhyView | None:
        return self.trails.get(position)

    async def rehearse(self, text: str, channel: ChannelId | None = None) -> TryView:
        self.rehearsed.append((text, channel))
        called = TryView(("side long",), Verdict.ASKED, "", (Check("slots", True, "0 of 5"),), a_plan())
        return called if "long" in text else TryView((), Verdict.IGNORED, "no call in it", (), None)

    async def answer(self, nonce: Nonce, choice: Choice, by: str) -> Receipt:
        asked = self.asked.get(nonce)
        if asked is None:
            return Receipt.ALREADY if nonce in self.answered else Receipt.GONE
        if self.clock.now() > asked.expires_at:
            return Receipt.EXPIRED
        del self.asked[nonce]
        self.answered[nonce] = choice
        await self.tell(ApprovalAnswered(asked.position, self.clock.now(), nonce, choice, by, None))
        return Receipt.DONE

    async def close(self, position: PositionId, by: str, fraction: Decimal = D(1)) -> Receipt:
        view = self.all.get(position)
        if view is None or view.stage is Stage.OVER:
            return Receipt.GONE
        if view.stage is Stage.CLOSING:
            return Receipt.ALREADY
        self.closes.append((position, fraction, by))
        if fraction == 1:
            self.all[position] = replace(view, stage=Stage.CLOSING)
        await self.tell(CloseAsked(position, self.clock.now(), by, fraction), stream=position)
        return Receipt.DONE

    async def pause(self, by: str) -> Receipt:
        self._befall("pause")
        if self.doors in (Doors.PAUSED, Doors.LOCKED):
            return Receipt.ALREADY
        self.doors, self.closed_by = Doors.PAUSED, by
        await self.tell(Paused(self.clock.now(), by))
        return Receipt.DONE

    async def resume(self, by: str) -> Receipt:
        if self.doors is Doors.OPEN:
            return Receipt.ALREADY
        self.doors, self.closed_by = Doors.OPEN, ""
        await self.tell(Resumed(self.clock.now(), by))
        return Receipt.DONE

    def strangers(self) -> Sequence[StrangerView]:
        return list(self.foreign.values())

    async def adopt(self, key: str, by: str, *, close: bool = False) -> Receipt:
        if self.foreign.pop(key, None) is None:
            return Receipt.GONE
        self.adopted.append((key, by, close))
        return Receipt.DONE

    async def ignore(self, key: str, by: str) -> Receipt:
        view = self.foreign.get(key)
        if view is None or view.ignored:
            return Receipt.GONE if view is None else Receipt.ALREADY
        self.foreign[key] = replace(view, ignored=True)
        await self.tell(StrangerIgnored(self.clock.now(), view.symbol, view.side, by))
        return Receipt.DONE

    async def reconcile(self) -> ReconcileView:
        held = [view for view in self.positions() if view.quantity]
        found, strangers = tuple(self.findings), tuple(self.strangers())
        return ReconcileView(self.clock.now(), self.answers, 1, len(held), len(held), 3, found, strangers)

    def _befall(self, method: str) -> None:
        if method in self.faults:
            raise self.faults[method]

    async def panic(self, by: str) -> Receipt:
        self.panics += 1
        self.doors, self.closed_by = Doors.LOCKED, by
        for position, view in self.all.items():
            if view.stage is not Stage.OVER:
                self.all[position] = replace(view, stage=Stage.CLOSING)
        await self.tell(PanicPressed(self.clock.now(), by))
        return Receipt.DONE


LOOK = Look("paper", user=OWNER)


def an_ask(desk: DeskForTests, words: str = "", **changes: object) -> Ask:
    """A trader's question; nonces count n1, n2 ... so that a test can name them."""
    count = iter(range(1, 1000))
    questions = Questions(desk.clock, lambda: Nonce(f"n{next(count)}"))
    ask = Ask(desk, OWNER, Role.TRADER, LOOK, desk.clock, questions, NobodyEnrolled(), words=words)
    return replace(ask, **changes)  # type: ignore[arg-type]
