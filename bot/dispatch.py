"""From what a user sent to what is done: the command is found, the role looked at, the answer posted.

Separate because it holds the rules that make a chat safe to trade by, without a line of Telegram in it:
each update acts at most once (fault U03), what is old is asked again (U02), forwarded words are never commands.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from loguru import logger

from bot import second_factor
from bot.auth import Gate, Reader
from bot.diary import Diary
from bot.handlers import BY_NAME, forbidden, said, split, unknown
from bot.handlers.presses import ACTS, RISKY_WHEN_OLD, may_raise, press
from bot.outbox import Letter, Outbox, Priority
from bot.render import italic, lines, rich, span_of
from bot.slash import LATE_S, Ask, Pressed, Questions, Reply, Role, Slash, Tap, read_tap
from core.errors import InterlockError
from core.messages import TEXT_MAX
from core.ports import Clock, Desk, SecondFactor
from core.vocabulary import ChannelId, Nonce, PositionId

OLD_TAP = "This tap may be from while I was away. Nothing was done: press again if you still want it."
CONFLICT = (
    "Another program reads this bot's messages with the same token. Until it is gone only /pause, /close "
    "and /panic are obeyed. If it is not yours, revoke the token at @BotFather."
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of a listed user. ``reply_to``: the message of ours it answers, and ``reply_why`` the trade or post
    that its button "Why" names; ``message``: its own number.
    """

    update: int
    reader: Reader
    text: str
    sent_at: datetime
    forwarded: bool = False
    origin: ChannelId | None = None
    reply_to: int | None = None
    reply_text: str = ""
    reply_why: PositionId | None = None
    message: int = 0


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap of a listed user. ``piled_up``: it came with what had waited while nobody listened."""

    update: int
    reader: Reader
    query: str
    wire: str
    message: int
    piled_up: bool = False


class Dispatch:
    """Answers messages and taps through the outbox; never raises for what the desk or the journal does."""

    def __init__(
        self,
        desk: Desk,
        diary: Diary,
        outbox: Outbox,
        gate: Gate,
        questions: Questions,
        clock: Clock,
        factor: SecondFactor,
        in_conflict: Callable[[], bool] = lambda: False,
    ) -> None:
        self._desk, self._diary, self._outbox = desk, diary, outbox
        self._gate, self._questions, self._clock = gate, questions, clock
        self._factor, self._in_conflict = factor, in_conflict

    async def hear(self, heard: Heard) -> None:
        """Answer a message."""
        name, words = ("", heard.text) if heard.forwarded else split(heard.text)
        slash = BY_NAME.get(name)
        urgent = slash is not None and slash.urgent
        user = heard.reader.user
        code = "" if heard.forwarded or name else second_factor.code_in(heard.text, heard.reader.role)
        if code:
            self._outbox.erase(user, heard.message)
        if self._diary.is_taken(heard.update):
            return
        if not urgent and not self._gate.has_turn(user):
            self._post(
                heard.reader, Reply(rich("Too many commands: wait a moment. /pause, /close and /panic always work."))
            )
            return
        if not urgent and self._in_conflict():
            self._post(heard.reader, Reply(rich(CONFLICT)))
            return
        ask = replace(
            self._ask(heard.reader),
            words=words[:TEXT_MAX],
            sent_at=heard.sent_at,
            about=self._about(heard),
            quoted=heard.text if heard.forwarded else heard.reply_text,
            origin=heard.origin,
        )
        reply = await (self._coded(ask, code, heard) if code else self._answer(ask, slash, name, heard))
        if reply is not None:
            self._post(heard.reader, reply, Priority.CRITICAL if urgent else Priority.ANSWER)

    async def tap(self, tapped: Tapped) -> None:
        """Do what a button says, and answer the tap truly."""
        found = read_tap(tapped.wire)
        if found is None:
            self._outbox.toast(tapped.query, "This button is from another version. Send the command instead.")
            return
        tap, about = found
        if self._diary.is_taken(tapped.update):
            self._outbox.toast(tapped.query, "Already done.")
            return
        if tap in RISKY_WHEN_OLD and self._may_be_old(tapped, Nonce(about)):
            self._outbox.toast(tapped.query, OLD_TAP, loud=True)
            return
        ask = self._ask(tapped.reader)
        if self._in_conflict() and may_raise(ask, tap, about):
            self._outbox.toast(tapped.query, CONFLICT, loud=True)
            return
        if tap is Tap.RUN and not self._gate.has_turn(tapped.reader.user):
            self._outbox.toast(tapped.query, "Too many at once: wait a moment.")
            return

        async def act() -> Pressed:
            return await press(ask, tap, about)

        pressed = await self._pressed(act, tap, tapped)
        if pressed is None:
            return
        self._outbox.toast(tapped.query, pressed.toast, pressed.loud)
        urgent = Priority.CRITICAL if tap in (Tap.PANIC, Tap.CLOSE, Tap.CLOSE_HALF) else Priority.ANSWER
        if pressed.edit is not None:
            message = None if pressed.edit.key else tapped.message
            self._outbox.post(Letter(tapped.reader.user, pressed.edit, urgent, message=message))
        if pressed.reply is not None:
            self._post(tapped.reader, pressed.reply, urgent)

    # --- inside --------------------------------------------------------------------------------

    async def _answer(self, ask: Ask, slash: Slash | None, name: str, heard: Heard) -> Reply | None:
        if slash is None:
            return unknown(name, ask.role) if name else await self._safely(lambda: said(ask, forwarded=heard.forwarded))
        if not ask.role.may(slash.role):
            return forbidden(slash, ask.role)
        if slash.changes and not slash.urgent and not await self._diary.take(heard.update, ask.user):
            return None
        reply = await self._safely(lambda: slash.run(ask))
        if slash.changes and slash.urgent:
            # What lowers risk is done first and noted afterwards: twice is better than never.
            await self._diary.take(heard.update, ask.user)
        if ask.is_late and slash.role is not Role.VIEWER:
            late = f"You sent /{slash.name} {span_of(ask.age)} ago, while I was away."
            return replace(reply, text=lines(italic(late), reply.text))
        return reply

    async def _coded(self, ask: Ask, code: str, heard: Heard) -> Reply | None:
        """A one-time code counts once, as a try too."""
        if not await self._diary.take(heard.update, ask.user):
            return None
        reply = await self._safely(lambda: second_factor.answer(ask, code))
        if reply.alarm is not None:
            for admin in self._gate.admins:
                self._outbox.post(Letter(admin, Reply(reply.alarm), Priority.CRITICAL, rings=True))
        return reply

    async def _pressed(self, act: Callable[[], Awaitable[Pressed]], tap: Tap, tapped: Tapped) -> Pressed | None:
        user = tapped.reader.user
        if tap in ACTS and tap is not Tap.PANIC and not await self._diary.take(tapped.update, user):
            self._outbox.toast(tapped.query, "Already done.")
            return None
        try:
            pressed = await act()
        except InterlockError as error:
            pressed = Pressed(f"✗ {error}", reply=Reply(rich(f"✗ {error}")), loud=True)
        except Exception as error:  # whatever a command or a card dies of is told, and the chat goes on
            # A tap that fails must be answered, and must not take the chat down with it.
            logger.opt(exception=error).error("a tap failed")
            pressed = Pressed("✗ This failed; look at /status and the log.", loud=True)
        if tap is Tap.PANIC:
            await self._diary.take(tapped.update, user)
        return pressed

    async def _safely(self, run: Callable[[], Awaitable[Reply]]) -> Reply:
        try:
            return await run()
        except InterlockError as error:
            return Reply(rich(f"✗ {error}"))
        except Exception as error:  # whatever a command or a card dies of is told, and the chat goes on
            # A command that fails must be answered, and must not take the chat down with it.
            logger.opt(exception=error).error("a command failed")
            return Reply(rich("✗ This failed; look at /status and the log."))

    def _ask(self, reader: Reader) -> Ask:
        return Ask(self._desk, reader.user, reader.role, reader.look, self._clock, self._questions, self._factor)

    def _may_be_old(self, tapped: Tapped, nonce: Nonce) -> bool:
        """The tap may have waited at Telegram longer than a minute: so long its question has stood there."""
        question = self._desk.question(nonce)
        if question is None or not tapped.piled_up:
            return False
        return self._clock.now() - question.asked_at > timedelta(seconds=LATE_S)

    def _about(self, heard: Heard) -> PositionId | None:
        """The trade of the card this message answers, or the post that the answered message speaks of."""
        if heard.reply_to is None:
            return None
        kind, _, rest = self._diary.key(heard.reader.user, heard.reply_to).partition(":")
        if kind == "card":
            return PositionId(rest)
        if kind == "mean":
            unclear = self._desk.follow_up(Nonce(rest))
            return unclear.position if unclear else heard.reply_why
        question = self._desk.question(Nonce(rest)) if kind == "ask" else None
        return question.position if question else heard.reply_why

    def _post(self, reader: Reader, reply: Reply, priority: Priority = Priority.ANSWER) -> None:
        self._outbox.post(Letter(reader.user, reply, priority, rings=True))
