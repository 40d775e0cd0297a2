"""The front desk: what chat, command line and other programs may ask and tell (`core.ports.Desk`).

Everything shown is a view; everything told becomes a fact with the name of who told it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import get_args

from core.account.followups import follow_up
from core.account.judging import judge
from core.blotter import history_of, orders_of
from core.events import (
    ApprovalAnswered,
    ApprovalAsked,
    CallAdmitted,
    CallDeclined,
    CallWatched,
    Choice,
    CloseAsked,
    FollowUpAnswered,
    FollowUpApplied,
    MessageRead,
    PanicPressed,
    Paused,
    PositionAdopted,
    Resumed,
    VenueNoticed,
)
from core.instrument import UNKNOWN
from core.messages import TEXT_MAX, Message
from core.outcomes import JUDGED, UNHEARD, Outcome, is_judged, newest, outcome
from core.plans import Declined, Plan
from core.ports import Lessons, Recorded
from core.position import Closing, Live, Over, Parked, Position, Working
from core.reading import STANDARD
from core.reading.showing.explain import parts
from core.records import replace
from core.rules import ChannelRules, Mode, RiskPercent
from core.runtime.actor import Entry
from core.runtime.counter import VenueCounter
from core.runtime.desk import TradingDesk
from core.runtime.hands import OwnersHands
from core.runtime.replay import read_stream
from core.showing import (
    adopted_why,
    follow_up_view,
    life_of,
    limit_views,
    plan_view,
    position_view,
    question_view,
    symbol_of,
    title_of,
)
from core.signals import Amendment, Nothing, Signal
from core.telling import tell
from core.views import (
    ChannelView,
    Doors,
    FollowUpView,
    LimitView,
    PositionView,
    QuestionView,
    Receipt,
    SignalView,
    StatusView,
    TryView,
    Verdict,
    WhyView,
)
from core.vocabulary import ZERO, ChannelId, MessageId, Money, Nonce, PositionId
from core.wording import reading_lines

RECENT_MAX = 200
EXCERPT_MAX = 120
REHEARSAL = ChannelId("rehearsal")

CHECKED = CallAdmitted | CallDeclined | CallWatched | ApprovalAsked
_TOLD = frozenset((MessageRead, *get_args(JUDGED)))
"""What is said of messages: few of the lines that a start looks through."""


class FrontDesk(VenueCounter):
    """Implements `core.ports.Desk` over the running trading desk."""

    def __init__(self, desk: TradingDesk, history: Sequence[Recorded], venue_name: str, lessons: Lessons) -> None:
        super().__init__(desk)
        self._venue_name, self.lessons, self.hands = venue_name, lessons, OwnersHands(desk)
        self._recent: OrderedDict[PositionId, tuple[MessageRead, Outcome]] = OrderedDict()
        """The newest messages, each with what was decided about it last."""
        self._answering: set[Nonce] = set()
        for line in history:
            if type(line.body) in _TOLD:
                self._remember((line.body,))
        desk.on_account = self._remember

    # --- asking ---------------------------------------------------------------------------

    def status(self) -> StatusView:
        account, desk = self._desk.account, self._desk
        standing = account.standing()
        held = [view for view in self.positions() if view.quantity > 0]
        closed = account.closed
        return StatusView(
            at=desk.parts.clock.now(),
            venue=self._venue_name,
            doors=self._doors(),
            doors_since=closed.at if closed is not None else None,
            doors_by=desk.trouble or (closed.by if closed is not None else account.halted or account.broken),
            equity=account.equity,
            pnl_today=Money(standing.equity - standing.day_equity) if standing is not None else None,
            open_positions=len(held),
            protected=sum(self._is_protected(view.position) for view in held),
            exposure=standing.total_notional() if standing is not None else Money(ZERO),
            proof_at=desk.watch.reconciler.proof_at,
            questions=len(account.questions) + len(account.unclear),
            quarantined=tuple(id_ for id_, actor in desk.positions.items() if isinstance(actor.state, Parked)),
            channels=tuple(self._channel(rules) for rules in account.rules.channels),
            strangers=len(account.untracked),
        )

    def _doors(self) -> Doors:
        if not self._desk.ready:
            return Doors.STARTING
        closed = self._desk.account.closed
        if closed is None and self._desk.account.halted:
            return Doors.HALTED
        if closed is None and self._desk.account.breaches:
            return Doors.UNSOUND
        return closed.doors if closed is not None else Doors.OPEN

    def _is_protected(self, id_: PositionId) -> bool:
        state = self._desk.positions[id_].state
        live = state.live if isinstance(state, Closing) else state
        return isinstance(live, Live) and isinstance(live.stop, Working) and live.stop.quantity >= live.ledger.held

    def _channel(self, rules: ChannelRules) -> ChannelView:
        heard = self._desk.account.heard.get(rules.id)
        at, calls = (heard.at, heard.calls) if heard is not None else (None, 0)
        return ChannelView(rules.id, rules.title, rules.mode, at, calls)

    def positions(self) -> Sequence[PositionView]:
        states = (actor.state for actor in self._desk.positions.values())
        return [self._view(state) for state in states if state is not None and not isinstance(state, Over)]

    def position(self, position: PositionId) -> PositionView | None:
        actor = self._desk.positions.get(position)
        return self._view(actor.state) if actor is not None and actor.state is not None else None

    def _view(self, state: Position) -> PositionView:
        plan, desk = state.plan, self._desk
        quote, proof_at = desk.watch.quotes.get(plan.symbol), desk.watch.reconciler.proofs.get(plan.position)
        return position_view(state, title_of(desk.account, plan.channel), quote, self._trouble(state), proof_at)

    def _trouble(self, state: Position) -> str:
        """The last thing that was told of a position that is on its way out."""
        if not isinstance(state, Closing | Parked):
            return ""
        unit, last = state.plan.instrument.unit, self._desk.last.get(state.plan.position, ())
        return next((words for line in last if (words := tell(line, unit)) is not None), "")

    def limits(self) -> Sequence[LimitView]:
        return limit_views(self._desk.account)

    def question(self, nonce: Nonce) -> QuestionView | None:
        asked = self._desk.account.questions.get(nonce)
        if asked is None:
            return None
        return question_view(asked, self._desk.account, self._desk.watch.quotes.get(asked.plan.symbol))

    def questions(self) -> Sequence[QuestionView]:
        views = (self.question(nonce) for nonce in self._desk.account.questions)
        return [view for view in views if view is not None]

    def follow_up(self, nonce: Nonce) -> FollowUpView | None:
        asked = self._desk.account.unclear.get(nonce)
        if asked is None:
            return None
        trades = {one.position: self.position(one.position) for one in asked.candidates}
        return follow_up_view(asked, title_of(self._desk.account, asked.read.message.channel), trades)

    def follow_ups(self) -> Sequence[FollowUpView]:
        views = (self.follow_up(nonce) for nonce in self._desk.account.unclear)
        return [view for view in views if view is not None]

    async def signals(self, count: int) -> Sequence[SignalView]:
        return [self._signal(*told) for told in islice(reversed(self._recent.values()), count)]

    async def why(self, position: PositionId) -> WhyView | None:
        lines = await self._desk.parts.journal.about(position)
        heard = newest(lines)
        if heard is None:
            return None
        if isinstance(heard, PositionAdopted):
            unit, state = heard.plan.instrument.unit, await read_stream(self._desk.parts.journal, position)
            history = history_of(lines, unit, life_of(state) if state is not None else None)
            return adopted_why(heard, self._desk.account, history, orders_of(lines, unit))
        verdict, reason = outcome(tuple(line.body for line in lines))
        judged = [line.body for line in lines if isinstance(line.body, JUDGED)]
        checks = next((fact.checks for fact in reversed(judged) if isinstance(fact, CHECKED)), ())
        state = await read_stream(self._desk.parts.journal, position)
        plan = state.plan if state is not None else _plan_of(judged)
        unit = plan.instrument.unit if plan is not None else UNKNOWN
        return WhyView(
            position=position,
            channel=title_of(self._desk.account, heard.message.channel),
            text=heard.message.text,
            heard_at=heard.at,
            reading=reading_lines(heard.reading),
            verdict=verdict,
            reason=reason,
            checks=checks,
            plan=plan_view(plan, self._desk.account.equity) if plan is not None else None,
            history=history_of(lines, unit, life_of(state) if state is not None else None),
            marked=parts(heard.message.text, heard.reading),
            orders=orders_of(lines, unit),
        )

    async def rehearse(self, text: str, channel: ChannelId | None = None) -> TryView:
        now = self._desk.parts.clock.now()
        rules = self._rehearsal_rules(channel)
        message = Message(rules.id, MessageId(0), text[:TEXT_MAX], now, now)
        read = await self._desk.read(message, rules.dialect)
        lines, words = reading_lines(read.reading), parts(message.text, read.reading)
        match read.reading:
            case Nothing(reasons=reasons):
                return TryView(lines, Verdict.IGNORED, reasons[0].text if reasons else "", (), None, words)
            case Amendment():
                return TryView(lines, *self._rehearsed(read, rules), (), None, words)
            case Signal(doubts=doubts):
                judged = judge(self._desk.account, read, rules, read.quote, now, Decimal(1))
                if isinstance(judged, Declined):
                    return TryView(lines, Verdict.DECLINED, judged.reason, judged.checks, None, words)
                plan = plan_view(judged.plan, self._desk.account.equity)
                verdict = Verdict.ASKED if doubts or rules.mode is Mode.ASK else _FOR_MODE[rules.mode]
                return TryView(lines, verdict, "", judged.checks, plan, words)

    def _rehearsed(self, read: MessageRead, rules: ChannelRules) -> tuple[Verdict, str]:
        """What would become of a follow-up of that channel; of none, it may be about whatever is open."""
        account = self._desk.account
        if rules.id == REHEARSAL:
            grants = {position: replace(grant, channel=REHEARSAL) for position, grant in account.grants.items()}
            account = replace(account, rules=replace(account.rules, channels=(rules,)), grants=grants)
        answer = follow_up(account, read)
        verdict, reason = outcome(answer)
        to = [
            grant for fact in answer if isinstance(fact, FollowUpApplied) for grant in map(account.grants.get, fact.to)
        ]
        return verdict, reason or ", ".join(f"{grant.symbol} {grant.side}" for grant in to if grant is not None)

    def _rehearsal_rules(self, channel: ChannelId | None) -> ChannelRules:
        """That channel's rules; for none, those of the channel that risks least."""
        account = self._desk.account
        found = account.rules.channel(channel) if channel is not None else None
        if found is not None:
            return found
        strictest = min(account.rules.channels, key=_risk, default=ChannelRules(REHEARSAL, "rehearsal"))
        return replace(strictest, id=REHEARSAL, title="rehearsal", mode=Mode.ASK, dialect=STANDARD)

    # --- telling --------------------------------------------------------------------------

    async def answer(self, nonce: Nonce, choice: Choice, by: str) -> Receipt:
        asked = self._desk.account.questions.get(nonce)
        if asked is None:
            return Receipt.GONE
        now = self._desk.parts.clock.now()
        if now > asked.expires_at:
            return Receipt.EXPIRED
        await self._desk.watch.reconciler.at_the_door()
        quote = await self._desk.parts.prices.quote(asked.plan.symbol)
        if nonce not in self._desk.account.questions or nonce in self._answering:
            return Receipt.ALREADY  # somebody else was faster while the price was read
        self._answering.add(nonce)
        try:
            await self._desk.tell(ApprovalAnswered(asked.position, self._now(), nonce, choice, by, quote))
        finally:
            self._answering.discard(nonce)
        return Receipt.DONE

    async def bind(self, nonce: Nonce, chosen: tuple[PositionId, ...], by: str) -> Receipt:
        asked = self._desk.account.unclear.get(nonce)
        if asked is None:
            return Receipt.GONE
        if nonce in self._answering:
            return Receipt.ALREADY  # somebody else was faster, and his answer is being written down
        if self._now() > asked.expires_at:
            return Receipt.EXPIRED
        self._answering.add(nonce)
        try:
            await self._desk.tell(FollowUpAnswered(asked.position, self._now(), nonce, chosen, by))
        finally:
            self._answering.discard(nonce)
        return Receipt.DONE

    async def close(self, position: PositionId, by: str, fraction: Decimal = Decimal(1)) -> Receipt:
        if not 0 < fraction <= 1:
            raise ValueError(f"a fraction is more than 0 and at most 1, not {fraction}")
        actor = self._desk.positions.get(position)
        if actor is None or actor.state is None or isinstance(actor.state, Over):
            return Receipt.GONE
        if isinstance(actor.state, Closing):
            return Receipt.ALREADY
        await actor.tell(CloseAsked(position, self._now(), by, fraction))
        return Receipt.DONE

    async def pause(self, by: str) -> Receipt:
        asked = Paused(self._now(), by)
        await self._desk.tell(asked)  # behind a word that is still being written down, so that the last one counts
        closed = self._desk.account.closed
        is_done = closed is not None and (closed.by, closed.at) == (by, asked.at)
        return Receipt.DONE if is_done else Receipt.ALREADY

    async def notice(self, words: str) -> None:
        """Have the owner told of something that stops nothing."""
        await self._desk.tell(VenueNoticed(self._now(), words))

    async def resume(self, by: str) -> Receipt:
        was_open = self._desk.account.closed is None
        await self._desk.tell(Resumed(self._now(), by))
        closed = self._desk.account.closed
        if closed is not None and closed.doors is Doors.LOSS:
            return Receipt.GONE  # behind the pause or the panic the day's loss is used up
        return Receipt.ALREADY if was_open else Receipt.DONE

    async def panic(self, by: str) -> Receipt:
        await self._desk.tell(PanicPressed(self._now(), by))
        return Receipt.DONE

    def _now(self) -> datetime:
        return self._desk.parts.clock.now()

    # --- remembering ----------------------------------------------------------------------

    def _remember(self, entries: tuple[Entry, ...]) -> None:
        """Keep the newest messages and what became of them at hand."""
        for entry in entries:
            match entry:
                case MessageRead(position=id_) if is_judged(entries) or id_ not in self._recent:
                    known = self._recent.get(id_)
                    self._recent[id_] = (entry, outcome(entries, known[1] if known is not None else UNHEARD))
                    while len(self._recent) > RECENT_MAX:
                        self._recent.popitem(last=False)
                case entry if isinstance(entry, JUDGED):
                    known = self._recent.get(entry.position)
                    if known is not None:
                        self._recent[entry.position] = (known[0], outcome((entry,), known[1]))
                case _:
                    pass

    def _signal(self, read: MessageRead, judged: Outcome) -> SignalView:
        excerpt = " ".join(read.message.text.split())[:EXCERPT_MAX]
        channel = title_of(self._desk.account, read.message.channel)
        return SignalView(read.position, read.at, channel, excerpt, *judged, symbol_of(read))


_FOR_MODE = {Mode.AUTO: Verdict.OPENED, Mode.ASK: Verdict.ASKED, Mode.WATCH: Verdict.WATCHED}


def _risk(rules: ChannelRules) -> Decimal:
    return rules.sizing.percent if isinstance(rules.sizing, RiskPercent) else Decimal("Infinity")


def _plan_of(judged: Sequence[JUDGED]) -> Plan | None:
    plans = [fact.plan for fact in judged if isinstance(fact, ApprovalAsked | CallWatched)]
    return plans[-1] if plans else None
