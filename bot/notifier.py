"""Tells every listed user what the journal says: a card a trade, a question that waits, an alarm that rings.

Separate because telling must never slow trading: it follows the journal from where each user was last told,
through restarts and outages, and everything it says is drawn from the desk's newest view.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from loguru import logger

from bot.approvals import question_card, settled_card
from bot.auth import Reader
from bot.cards import card, card_key
from bot.diary import STREAM, Diary
from bot.handlers.signals import ignored_list
from bot.meaning import meaning_card, settled_meaning
from bot.news import Recap, news_of
from bot.outbox import Letter, Outbox, Priority
from bot.past import trade
from bot.proving import PanicProofs
from bot.render import Look, clock_time
from bot.slash import Reply
from bot.strangers import settled as settled_stranger
from bot.strangers import stranger_card
from core.events import (
    ApprovalAnswered,
    ApprovalAsked,
    ApprovalExpired,
    Choice,
    FollowUpAnswered,
    FollowUpApplied,
    FollowUpAsked,
    FollowUpExpired,
    MessageRead,
    PanicPressed,
    PositionAdopted,
    PositionEnded,
    PositionPlanned,
    PositionReopened,
    PriceReached,
    ReviewDue,
    StrangerAdopted,
    StrangerFound,
    StrangerIgnored,
)
from core.ports import Clock, Desk, Journal, Recorded
from core.runtime.together import together
from core.signals import Nothing
from core.views import PositionView, Verdict, WhyView
from core.vocabulary import Nonce, PositionId, UserId

_OUTCOMES = {
    Choice.APPROVE: "✓ Approved",
    Choice.HALF: "✓ Approved at half size",
    Choice.REJECT: "✗ Rejected",
}
_SETTLING = (ApprovalAnswered, ApprovalExpired, FollowUpAnswered, FollowUpExpired)
_Settling = ApprovalAnswered | ApprovalExpired | FollowUpAnswered | FollowUpExpired
_ROUTINE = (ReviewDue, PriceReached)
"""Facts that change nothing on a card by themselves, and may come often."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often things are drawn again, in seconds; ``recap_s``: what is older is told in one message."""

    question_s: float = 4.0
    card_s: float = 15.0
    panic_s: float = 1.0
    recap_s: float = 600.0
    tell_ignored: bool = True


class Notifier:
    """Follows the journal and redraws what is on the phones; run both coroutines under a supervisor."""

    def __init__(
        self,
        desk: Desk,
        journal: Journal,
        diary: Diary,
        outbox: Outbox,
        readers: Mapping[UserId, Reader],
        clock: Clock,
        rhythm: Rhythm = Rhythm(),
    ) -> None:
        self._desk, self._journal, self._diary, self._outbox = desk, journal, diary, outbox
        self._readers = readers
        self._clock = clock
        self._rhythm = rhythm
        self._marks = {user: diary.told_to(user) for user in readers}
        self._seq = min(self._marks.values(), default=0)
        self._recap = Recap()
        self._missed: dict[PositionId, None] = {}
        self._open: dict[PositionId, None] = dict.fromkeys(view.position for view in desk.positions())
        self._proofs = PanicProofs(desk, journal, diary, outbox, readers, clock)

    async def follow(self) -> None:
        """Catch up with the journal, then tell each new line; runs until cancelled."""
        for user in self._readers.keys() - self._diary.watermarks.keys():
            # Written down, so that a crash before his first message does not take it from him.
            await self._diary.told(user, "", 0, self._marks[user])
        while backlog := await self._journal.since(self._seq):
            for line in backlog:
                await self._take(line)
        await self._flush(self._seq)
        await self._proofs.resume()
        async for line in self._journal.follow(self._seq):
            await self._take(line)

    async def redraw(self) -> None:
        """Keep what waits on the phones true: prices, time left, what is flat; runs until cancelled."""
        await together(
            self._every(self._rhythm.question_s, self._redraw_questions),
            self._every(self._rhythm.card_s, self._redraw_cards),
            self._every(self._rhythm.panic_s, self._proofs.redraw),
        )

    # --- one line ------------------------------------------------------------------------------

    async def _take(self, line: Recorded) -> None:
        self._seq = line.seq
        if line.stream != STREAM:
            try:
                await self._tell(line)
            except Exception as error:  # whatever a command or a card dies of is told, and the chat goes on
                # One line that cannot be told must not silence all that follow it.
                logger.opt(exception=error).error("line {} of the journal could not be told", line.seq)
        if not self._recap.first:
            for user in self._readers:
                self._outbox.passed(user, line.seq)

    async def _tell(self, line: Recorded) -> None:
        body, seq = line.body, line.seq
        position = line.position
        match body:
            case PositionPlanned(position=new) | PositionAdopted(position=new) | PositionReopened(position=new):
                self._open[new] = None
            case PositionEnded(position=ended):
                self._open.pop(ended, None)
            case _:
                pass
        if self._clock.now() - line.at > timedelta(seconds=self._rhythm.recap_s):
            self._recap.add(seq, line.at, body, self._desk.position(position) if position else None)
            if position is not None:
                self._missed[position] = None
            if isinstance(body, _SETTLING):
                await self._settle(body, seq, known_only=True)
            return
        await self._flush(seq - 1)
        match body:
            case ApprovalAsked(nonce=nonce) | FollowUpAsked(nonce=nonce):
                self._tell_question(nonce, seq)
            case ApprovalAnswered() | ApprovalExpired() | FollowUpAnswered() | FollowUpExpired():
                await self._settle(body, seq)
            case PanicPressed():
                await self._proofs.begin(seq, body, tuple(self._open))
            case StrangerFound(quantity=quantity) if quantity:
                self._tell_stranger(body, seq)
                return
            case StrangerFound() | StrangerIgnored() | StrangerAdopted():
                self._settle_stranger(body, seq)
            case MessageRead(reading=Nothing()):
                await self._tell_ignored(seq)
            case FollowUpApplied(to=to):
                for each in to:
                    self._draw_card(self._desk.position(each), seq)
            case PositionEnded(position=ended):
                self._draw_card(await self._trade(ended), seq)
            case _ if position is not None and not isinstance(body, (MessageRead, *_ROUTINE)):
                self._draw_card(self._desk.position(position), seq, rings=isinstance(body, PositionPlanned))
            case _:
                pass
        await self._tell_news(body, position, seq)

    async def _tell_news(self, body: object, position: PositionId | None, seq: int) -> None:
        view = self._desk.position(position) if position else None
        news = news_of(body, view, view.channel if view else "")
        if news is None:
            return
        if position is not None and view is None:
            view = await self._trade(position)
            named = view or await self._desk.why(position)
            news = news_of(body, view, named.channel if named else "") or news
        for reader in self._waiting(seq):
            if news.by == f"user:{reader.user}":
                continue  # the one who did it has had his answer
            key = f"fact:{seq}"
            if self._diary.message(reader.user, key) is None:
                reply = Reply(news.words(reader.look), news.rows, key)
                self._outbox.post(
                    Letter(reader.user, reply, news.priority, news.rings, seq, under=news.under if view else "")
                )

    def _waiting(self, seq: int) -> list[Reader]:
        """Those who have not been told this line by an earlier run."""
        return [reader for user, reader in self._readers.items() if self._marks[user] < seq]

    # --- cards and questions -------------------------------------------------------------------

    async def _trade(self, position: PositionId) -> PositionView | None:
        return await trade(self._desk, self._journal, position)

    def _draw_card(
        self, view: PositionView | None, seq: int, *, rings: bool = False, priority: Priority = Priority.NEWS
    ) -> None:
        if view is None:
            return
        now = self._clock.now()
        for reader in self._waiting(seq) if seq else self._readers.values():
            if rings or self._diary.message(reader.user, card_key(view.position)) or seq:
                reply = card(view, reader.look, now, buttons=reader.trades)
                self._outbox.post(Letter(reader.user, reply, priority, rings, seq))

    def _tell_question(self, nonce: Nonce, seq: int) -> None:
        for reader in self._waiting(seq) if seq else self._readers.values():
            reply = self._card_of(nonce, reader)
            if reply is None:
                return  # answered already: the next lines say how
            known = self._diary.message(reader.user, reply.key) is not None
            priority = Priority.QUIET if known and not seq else Priority.ANSWER
            self._outbox.post(Letter(reader.user, reply, priority, rings=True, seq=seq))

    def _card_of(self, nonce: Nonce, reader: Reader) -> Reply | None:
        """What asks for an answer; None once there is one."""
        now = self._clock.now()
        if (asked := self._desk.question(nonce)) is not None:
            return question_card(asked, reader.look, now, buttons=reader.trades)
        if (unclear := self._desk.follow_up(nonce)) is not None:
            return meaning_card(unclear, reader.look, now, buttons=reader.trades)
        return None

    async def _settle(self, fact: _Settling, seq: int, *, known_only: bool = False) -> None:
        """Take the buttons off a question's card and say what became of it."""
        why = await self._desk.why(fact.position)
        if why is None:
            return
        for reader in self._waiting(seq):
            reply = _settled(why, fact, reader.look)
            if known_only and self._diary.message(reader.user, reply.key) is None:
                continue
            self._outbox.post(Letter(reader.user, reply, Priority.ANSWER, seq=seq))

    def _tell_stranger(self, fact: StrangerFound, seq: int) -> None:
        """Put up the card of what is not ours, unless it is gone or settled meanwhile: the next lines say how."""
        key = f"{fact.symbol} {fact.side}"
        view = next((each for each in self._desk.strangers() if each.key == key and not each.ignored), None)
        if view is None:
            return
        for reader in self._waiting(seq):
            reply = stranger_card(view, reader.look, buttons=reader.trades)
            self._outbox.post(Letter(reader.user, reply, Priority.CRITICAL, rings=True, seq=seq))

    def _settle_stranger(self, fact: StrangerFound | StrangerIgnored | StrangerAdopted, seq: int) -> None:
        """Take the buttons off that card and say what became of it."""
        for reader in self._waiting(seq):
            reply = settled_stranger(fact, reader.look)
            if self._diary.message(reader.user, reply.key) is not None:
                self._outbox.post(Letter(reader.user, reply, Priority.ANSWER, seq=seq))

    async def _tell_ignored(self, seq: int) -> None:
        if not self._rhythm.tell_ignored:
            return
        now = self._clock.now()
        views = [view for view in await self._desk.signals(30) if view.verdict is Verdict.IGNORED]
        for reader in self._waiting(seq):
            today = now.astimezone(reader.look.zone).date()
            recent = [view for view in views if view.at.astimezone(reader.look.zone).date() == today][:10]
            if recent:
                reply = Reply(ignored_list(recent, reader.look), key=f"ignored:{today.isoformat()}")
                self._outbox.post(Letter(reader.user, reply, Priority.QUIET, seq=seq))

    async def _flush(self, seq: int) -> None:
        """Tell what was missed up to line ``seq``, once, then show what is open."""
        recap, self._recap = self._recap, Recap()
        missed, self._missed = self._missed, {}
        if not recap.first:
            return
        now, waiting = self._clock.now(), self._waiting(seq)
        for reader in waiting:
            if recap.is_worth_telling:
                reply = Reply(recap.words(reader.look, now), key=f"recap:{seq}")
                self._outbox.post(Letter(reader.user, reply, Priority.ANSWER, rings=True, seq=recap.first))
        for position in dict.fromkeys((*missed, *self._open)):
            shown = [each for each in waiting if self._diary.message(each.user, card_key(position))]
            readers = waiting if position in self._open else shown
            if not readers or (view := await self._trade(position)) is None:
                continue
            for reader in readers:
                drawn = card(view, reader.look, now, buttons=reader.trades)
                self._outbox.post(Letter(reader.user, drawn, Priority.NEWS))
        for user in self._readers:
            self._outbox.passed(user, seq)

    # --- again and again -----------------------------------------------------------------------

    async def _every(self, seconds: float, draw: Callable[[], Awaitable[None]]) -> None:
        while True:
            await asyncio.sleep(seconds)
            try:
                await draw()
            except Exception as error:  # whatever a command or a card dies of is told, and the chat goes on
                # A screen that cannot be drawn now may be drawn at the next turn; the others go on.
                logger.opt(exception=error).error("a screen could not be drawn again")

    async def _redraw_questions(self) -> None:
        for asked in self._desk.questions():
            self._tell_question(asked.nonce, 0)
        for unclear in self._desk.follow_ups():
            self._tell_question(unclear.nonce, 0)

    async def _redraw_cards(self) -> None:
        for view in self._desk.positions():
            self._draw_card(view, 0, priority=Priority.QUIET)


def _settled(why: WhyView, fact: _Settling, look: Look) -> Reply:
    match fact:
        case FollowUpAnswered() | FollowUpExpired():
            return settled_meaning(why, fact, look)
        case ApprovalAnswered() | ApprovalExpired():
            return settled_card(why, fact.nonce, _outcome(fact, look), look)


def _outcome(fact: ApprovalAnswered | ApprovalExpired, look: Look) -> str:
    match fact:
        case ApprovalAnswered(choice=choice, by=by, at=at):
            return f"{_OUTCOMES[choice]} by {look.who(by)} at {clock_time(at, look)}"
        case ApprovalExpired(why=why) if why:
            return f"⏸ Closed: {why}"
        case ApprovalExpired(at=at):
            return f"⏸ Expired at {clock_time(at, look)}: silence meant no"
