"""Reads the journal as it is written, and holds it against what people did and what the venue knows.

It decides nothing by the desk's own rules: sizes, losses and ages are computed here again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal

from core.commands import CancelOrder, MoveStop, PlaceEntry, PlaceExit
from core.events import (
    ApprovalAsked,
    CallAdmitted,
    CallDeclined,
    CallRevised,
    Choice,
    EntryAdded,
    EntryFilled,
    EquityRead,
    ExitFilled,
    FollowUpApplied,
    FollowUpAsked,
    FoundFlat,
    MessageRead,
    OrderAccepted,
    OrderEnded,
    OrderRefused,
    OutcomeUnknown,
    PanicPressed,
    Paused,
    PositionEnded,
    PositionPlanned,
    PositionReopened,
    Quarantined,
    Resumed,
    StopLoosenAsked,
    StrangerAdopted,
    StrangerFound,
)
from core.limits import grant_for
from core.orders import EntryOrder, Execution, ExitOrder, StopTicket
from core.plans import Grant, Plan
from core.ports import Batch
from core.rules import Mode
from core.signals import Amendment
from core.vocabulary import ZERO, ChannelId, ExecutionId, MessageId, Nonce, OrderTag, PositionId, Price, Side, Symbol
from tests.sim.budget import Budget
from tests.sim.exchange import Exchange
from tests.sim.holdings import Holdings
from tests.sim.reach import Lasting, Reach

UNKNOWN_S_MAX = 60.0
OWN_REASONS = {"late"}
"""Refusals that the desk gives itself, for an order that never left."""
ABSENT_APART_S = 1.9
SENDING = {CancelOrder, MoveStop, PlaceEntry, PlaceExit}  # what is written before it may leave
Written = EntryOrder | ExitOrder | OrderTag | tuple[Symbol, Side, Price, StopTicket | None]


class Papers:
    """Invariants I2, I5-I9, I13 and I20 as far as the journal shows them."""

    def __init__(self, exchange: Exchange, reach: Reach, breach: Callable[[str, str], None]) -> None:
        self._exchange, self._reach, self._breach = exchange, reach, breach
        self.written: set[Written] = set()
        self.proofs: Mapping[OrderTag, set[str]] = {}
        self.absences: Mapping[OrderTag, list[float]] = {}
        self.unknown, self.duplicates = Lasting(UNKNOWN_S_MAX), 0
        self.budget, self.holdings = Budget(exchange, breach), Holdings()
        self.failures: list[str] = []
        """Where the desk itself failed: some tests make it fail, no story does."""
        self.panicked = False
        self.spared: set[str] = set()
        """What the owner gave to the desk after a panic: he wants it looked after, not closed."""
        self.doors_shut_at: datetime | None = None
        """Since when the owner, who was told that it is done, wants nothing opened."""
        self.pressed: dict[Nonce, list[Choice]] = defaultdict(list)
        """What the owner answered to each question."""
        self.bound: dict[Nonce, list[tuple[PositionId, ...]]] = defaultdict(list)
        """Which trades the owner chose for each follow-up that was unclear."""
        self.strange: set[Symbol] = set()
        """Where the desk has written down that something is held which is not its own."""
        self.given: set[str] = set()
        """What the owner bought by hand and then gave to the desk."""
        self.taken_back: set[PositionId] = set()
        """Whose post was deleted: what still waits of their entries has to go."""
        self.verdicts: dict[tuple[ChannelId, MessageId], int] = Counter()
        self._heard: dict[PositionId, MessageRead] = {}
        self._changed_at: dict[PositionId, datetime] = {}
        """When the call of each second life was changed."""
        self._questions: dict[PositionId, Nonce] = {}
        self._unclear: dict[PositionId, Nonce] = {}
        self._read_anew: set[PositionId] = set()  # since that question: a plain edit ends it, an echo leaves it open
        self._asked: dict[PositionId, list[Nonce]] = defaultdict(list)
        """Every question about a follow-up, also one that an edit has settled."""
        self._admitted: dict[tuple[ChannelId, MessageId], list[PositionId]] = defaultdict(list)
        self._grants: dict[PositionId, Grant] = {}
        self._plans: dict[PositionId, Plan] = {}
        self._unknown, self._ended = set[str](), set[str]()
        self._unfilled: dict[OrderTag, Decimal] = {}
        """How much of each order has not traded yet, as far as the journal tells."""
        self._booked: dict[ExecutionId, tuple[Decimal, Decimal]] = {}
        """How much of each execution is booked, and the most it was said to be."""
        self._sent: dict[OrderTag, EntryOrder] = {}
        self._bought: dict[PositionId, Decimal] = defaultdict(Decimal)
        self._bought_at: dict[PositionId, datetime] = {}
        self._added: dict[PositionId, Decimal] = defaultdict(Decimal)
        self.loosened: dict[tuple[Symbol, Side], Price] = {}
        """How far the owner, by his own word, gave a stop room."""

    # --- what the exchange and the wire say -------------------------------------------------

    def granted(self) -> set[str]:
        """What the account counts as held or about to be."""
        return {f"{grant.side} {grant.symbol}" for grant in self._grants.values()}

    @property
    def open_positions(self) -> dict[PositionId, Grant]:
        return dict(self._grants)

    def entered(self, order: EntryOrder) -> None:
        """An entry leaves. The same order again is the same order (invariant I2)."""
        self._sent[order.tag] = order
        self.budget.sent(order)
        mine = [known for known in self._sent.values() if known.tag.partition("-")[0] == order.tag.partition("-")[0]]
        most = self._most(PositionId(order.tag.partition("-")[0]))
        if most is not None and sum(known.quantity for known in mine) > most:
            self.duplicates += 1
            self._breach("I2", f"{order.tag}: entries for more than the {most} of its plan")

    def _most(self, position: PositionId) -> Decimal | None:
        """What its plan and the owner's additions buy in all."""
        plan = self._plans.get(position)
        return plan.quantity + self._added[position] if plan is not None else None

    def traded(self, fill: Execution) -> None:
        """The exchange traded for an order of ours: never more than its plan asked for."""
        if fill.tag is None or fill.side is not fill.position_side.opening:
            return
        position = PositionId(fill.tag.partition("-")[0])
        self._bought_at.setdefault(position, fill.at)
        self._bought[position] += fill.quantity
        most = self._most(position)
        if most is not None and self._bought[position] > most:
            self.duplicates += 1
            self._breach("I2", f"{position} bought {self._bought[position]} of a planned {most}")

    def took_back(self, channel: ChannelId, message: MessageId) -> None:
        """The desk was told that a post is gone."""
        self.taken_back.update(self._admitted.get((channel, message), ()))

    def proven(self, tag: OrderTag) -> None:
        """The venue has told what became of this order."""
        self._unknown.discard(str(tag))

    # --- what is written down ---------------------------------------------------------------

    def durable(self, batch: Batch) -> None:
        """One batch is durable."""
        for entry in [entry for entry in batch.entries if type(entry) in SENDING]:
            self._intention(entry)
        for entry in batch.entries:
            self.budget.hear(entry)
            if isinstance(entry, EquityRead):
                continue  # half of all lines, and of interest to the budget alone
            self.holdings.hear(entry)
            self._fact(entry)
            self._order_fact(entry)
        for tag, seconds in self.unknown.look(self._unknown, self._reach.total_s()):
            self._breach("I6", f"{tag} is unknown for {seconds:.1f} s, and the venue answers")

    def _intention(self, entry: object) -> None:
        match entry:
            case PlaceEntry(order=order) | PlaceExit(order=order):
                self.written |= {order, order.tag}
                self._unfilled.setdefault(order.tag, order.quantity)
            case MoveStop(tag=tag, symbol=symbol, side=side, price=price, quantity=quantity):
                ticket = StopTicket(tag, quantity) if quantity is not None else None
                self.written |= {(symbol, side, price, ticket), tag}
            case CancelOrder(tag=tag):
                self.written.add(tag)
            case _:
                pass

    def _fact(self, entry: object) -> None:
        match entry:
            case MessageRead(position=position, message=message):
                self._heard[position] = entry
                self._read_anew.add(position)
                self.verdicts[message.channel, message.id] += 1
            case ApprovalAsked(position=position, nonce=nonce):
                self._questions[position] = nonce
            case FollowUpAsked():
                self._put_to_the_owner(entry)
            case CallAdmitted(position=position):
                self._grants[position] = entry.grant
                self._admission(entry)
            case CallRevised(call=call, at=at):
                self._changed_at[call.position] = at
            case CallDeclined(position=position, reason=reason) if reason.startswith("rejected by"):
                self._by_owner(position, {Choice.REJECT})
            case StrangerAdopted():
                self._adopted(entry)
            case StrangerFound(symbol=symbol, quantity=quantity):
                (self.strange.add if quantity else self.strange.discard)(symbol)
                self._exchange.foreign |= self.holdings.outlived(self.strange & self._exchange.added)
            case PositionReopened(position=position, grant=grant):
                self._grants[position] = grant
            case PositionEnded(position=position, at=at, untouched=untouched):
                self._grants.pop(position, None)
                self._exchange.foreign |= self.holdings.outlived(self.strange & self._exchange.added)
                bought_at = self._bought_at.get(position)
                if not (untouched and bought_at and at < bought_at):  # the venue's word was told late, and true then
                    self._flat(position)
            case PositionPlanned(plan=plan):
                self._plans[plan.position] = plan
            case EntryAdded(position=position, leg=leg, by=by):
                self._added[position] += leg.quantity
                self._by_hand(position, by)
            case StopLoosenAsked(position=position, price=price, by=by):
                self._by_hand(position, by)
                plan = self._plans[position]
                self.loosened[plan.symbol, plan.side] = price
            case FollowUpApplied():
                self._follow_up(entry)
            case Quarantined(position=position, why=why):
                self.failures.append(f"{position} was quarantined: {why}")
            case Paused(by=by) if by.startswith("rule:own failure"):
                self.failures.append(f"the account paused itself: {by}")
            case PanicPressed() | Resumed():
                self.panicked = isinstance(entry, PanicPressed)
                self.spared.clear()
            case _:
                pass

    def _put_to_the_owner(self, asked: FollowUpAsked) -> None:
        self._unclear[asked.position] = asked.nonce
        self._asked[asked.position].append(asked.nonce)
        self._read_anew.discard(asked.position)

    def _adopted(self, entry: StrangerAdopted) -> None:
        """I18: what is the owner's own becomes ours by the owner's word alone; it comes without a stop of ours."""
        plan = entry.plan
        if f"{plan.symbol} {plan.side}" not in self.given:
            self._breach("I18", f"{plan.symbol} was taken over, and nobody said so")
        self._grants[entry.position] = grant_for(plan)
        self._exchange.foreign.discard(plan.symbol)
        held = self._exchange.position(plan.symbol)
        if held is not None and held.quantity > plan.quantity:
            self._exchange.added.add(plan.symbol)  # bought since he was asked: not what he gave away
        if self.panicked and not entry.close:
            self.spared.add(f"{plan.side} {plan.symbol}")
        self._exchange.dropped.add((plan.symbol, plan.side))

    def _admission(self, admitted: CallAdmitted) -> None:
        """Somebody may open, exactly once, what is fresh, while the doors are open."""
        read = self._heard.get(admitted.position)
        if read is None:
            self._breach("I13", f"{admitted.position} was admitted, and nobody called it")
            return
        key = (read.message.channel, read.message.id)
        earlier = self._admitted[key]
        if any(self._may_still_trade(one) for one in earlier):
            self.duplicates += 1
            self._breach("I2", f"the call {key} was opened {len(earlier) + 1} times")
        if read.message.edited_at is not None and not earlier and not self._is_approved(admitted.position):
            self._breach("I2", f"an edit of {key} opened a trade")
        earlier.append(admitted.position)
        channel = self.budget.rules.channel(read.message.channel)
        if channel is None or channel.mode is Mode.WATCH:
            self._breach("I13", f"{key} was opened, and its channel may not")
        elif channel.mode is Mode.ASK:
            self._by_owner(admitted.position, {Choice.APPROVE, Choice.HALF})
        elif (age_s := self._age_s(read)) > channel.age_s_max:
            self._breach("I8", f"{key} was opened {age_s:.0f} s after it was posted, or changed")
        if self.doors_shut_at is not None and admitted.at > self.doors_shut_at:
            self._breach("I8", f"{key} was opened after the owner had shut the doors")
        self.budget.admitted(admitted, self._grants)

    def _age_s(self, read: MessageRead) -> float:
        """How old the words were when they were read, or the change when its old entry was off the book."""
        changed_at = self._changed_at.get(read.position)
        since = changed_at or read.message.edited_at or read.message.posted_at
        return (read.at - since).total_seconds()

    def _may_still_trade(self, position: PositionId) -> bool:
        """A changed call is opened anew only when nothing of it was bought, and nothing rests any more."""
        rests = any(order.tag.partition("-")[0] == position for order in self._exchange.working)
        return rests or self._bought[position] > 0

    def _is_approved(self, position: PositionId) -> bool:
        return bool({Choice.APPROVE, Choice.HALF} & set(self.pressed[self._questions.get(position, Nonce(""))]))

    def _by_owner(self, position: PositionId, choices: set[Choice]) -> None:
        if any(() in self.bound[asked] for asked in self._asked[position]):
            return  # of the trades a follow-up could mean, the owner chose none
        nonce = self._questions.get(position)
        if nonce is None or not choices & set(self.pressed[nonce]):
            self._breach("I13", f"{position} was decided as {sorted(choices)}, which the owner never answered to it")

    def _by_hand(self, position: PositionId, by: str) -> None:
        if not by.startswith("user:"):
            self._breach("I13", f"{position} was added to, or its stop given room, by {by}")

    def _follow_up(self, applied: FollowUpApplied) -> None:
        """A follow-up reaches the trade of its own channel that it names, or that is the only one."""
        read = self._heard.get(applied.position)
        if read is None or not isinstance(read.reading, Amendment):
            return
        mine = {p: g for p, g in self._grants.items() if g.channel == read.message.channel}
        named = read.instrument.symbol if read.instrument is not None else None
        nonce = self._unclear.get(applied.position)
        if nonce is not None and (applied.position not in self._read_anew or any(self.bound[nonce])):
            del self._unclear[applied.position]
            if not any(set(applied.to) <= set(chosen) for chosen in self.bound[nonce]):
                self._breach("I13", f"{applied.position} was applied to {applied.to}, which the owner did not choose")
            return
        own = set(self._admitted[read.message.channel, read.message.id]) & mine.keys()
        if read.message.edited_at is not None and own:
            if not set(applied.to) <= own:
                self._breach("I13", f"the edit {applied.position} was applied to {applied.to}, and not to its own call")
            return
        for target in applied.to:
            grant = mine.get(target)
            if grant is None or (named is not None and grant.symbol != named):
                self._breach("I13", f"the follow-up {applied.position} was applied to {target}, which it does not mean")
        if named is None and read.message.reply_to is None and len(mine) > 1:
            self._breach("I13", f"the follow-up {applied.position} could mean {len(mine)} trades, and was applied")

    # --- facts about orders -----------------------------------------------------------------

    def _order_fact(self, entry: object) -> None:
        match entry:
            case OutcomeUnknown(position=position, tag=tag) if position in self._grants and not self._is_stop(tag):
                if str(tag) not in self._ended:  # the stream had told its end before the answer was lost
                    self._unknown.add(str(tag))
            case PositionEnded(position=position):
                self._unknown = {tag for tag in self._unknown if not tag.startswith(position)}
            case OrderRefused(tag=tag, code=code) if not self._is_stop(tag):
                self._unknown.discard(str(tag))
                self._refusal(tag, code)
            case OrderAccepted(tag=tag):
                self._unknown.discard(str(tag))
                if not self._is_stop(tag) and not self.proofs.get(tag):
                    self._breach("I6", f"{tag} is written down as accepted, and the venue never said so")
            case OrderEnded(tag=tag):
                self._ended.add(str(tag))
                self._unknown.discard(str(tag))
            case EntryFilled() | ExitFilled():
                self._unknown.discard(str(entry.tag))
                self._filled(entry)
                self._booking(entry)
            case FoundFlat(position=position):
                self._flat(position)
            case _:
                pass

    @staticmethod
    def _is_stop(tag: OrderTag) -> bool:
        return tag.partition("-")[2].startswith("stop")

    def _refusal(self, tag: OrderTag, code: str) -> None:
        """I6: a no is the venue's, or two looks apart that found nothing; never a timer's, never a time-out's."""
        looks = self.absences.get(tag, [])
        twice = len(looks) >= 2 and looks[-1] - looks[0] >= ABSENT_APART_S
        if code not in OWN_REASONS and not twice and "refused" not in self.proofs.get(tag, ()):
            self._breach("I6", f"{tag} is written down as refused ({code}), and the venue never said so")

    def _filled(self, fill: EntryFilled | ExitFilled) -> None:
        """What has traded whole has ended, whether or not its answer comes."""
        if fill.tag is not None and fill.tag in self._unfilled:
            self._unfilled[fill.tag] -= fill.quantity
            if self._unfilled[fill.tag] <= 0:
                self._ended.add(str(fill.tag))

    def _booking(self, fill: EntryFilled | ExitFilled) -> None:
        """I2: a fill is booked once. In one-way mode it may close what one trade held, and its rest open another."""
        position, execution = fill.position, fill.execution
        so_far, whole = self._booked.get(execution, (ZERO, ZERO))
        booked = so_far + (fill.opened if isinstance(fill, EntryFilled) else fill.quantity)
        self._booked[execution] = booked, max(whole, fill.quantity)
        if booked > max(whole, fill.quantity):
            self._breach("I2", f"the fill {execution} of {position} was booked twice")
        if not self._exchange.has_executed(execution):
            self._breach("I13", f"{position} booked the fill {execution}, which never was")

    def _flat(self, position: PositionId) -> None:
        """I9: what is written down as flat has been flat at one moment at least."""
        plan, since = self._plans.get(position), self._bought_at.get(position)
        if plan is None or plan.symbol in self._exchange.added or self.holdings.holds(position):
            return
        others = (grant for one, grant in self._grants.items() if one != position)
        if any((grant.symbol, grant.side) == (plan.symbol, plan.side) for grant in others):
            return  # it filled after its end, and what is held is of the trade that came after it
        if since and self._exchange.was_held_since(plan.symbol, plan.side, since):
            self._breach("I9", f"{position} was taken for flat, and is held")
