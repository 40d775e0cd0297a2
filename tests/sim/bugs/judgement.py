"""Bugs of judging: who may open what, when, how large, and on whose word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from core import account as accounts
from core.account import judging
from core.commands import Instruct
from core.events import (
    ApprovalAnswered,
    ApprovalAsked,
    CallDeclined,
    CloseAsked,
    FollowUpApplied,
    MessageRead,
    PanicPressed,
    PostsDeleted,
    StrangerFound,
)
from core.fold import step
from core.limits import admit
from core.orders import ExitOrder
from core.plans import Drafted
from core.rules import Mode
from core.runtime import desk as desks
from core.runtime.desk import TradingDesk
from core.runtime.front import FrontDesk
from core.runtime.watch import Watch
from core.signals import Amendment, Signal
from core.vocabulary import PositionId, order_tag
from tests.sim.bugs import Bug, Patch

Decide = Callable[[Any, Any], Any]


def _decided(change: Callable[[Decide, Any, Any], Any]) -> Callable[[Patch], None]:
    """A bug in what the account answers; ``change`` gets the right answerer, the account and the fact."""

    def plant(patch: Patch) -> None:
        patch.around(accounts, "decide", lambda was: lambda account, fact: change(was, account, fact))

    return plant


def _admitted(**changed: Callable[[Any], Any]) -> Callable[[Patch], None]:
    """A bug in what the limits are measured against."""

    def plant(patch: Patch) -> None:
        def wrong(plan: Any, standing: Any, limits: Any, at: Any) -> Any:
            wrong = {name: change(standing) for name, change in changed.items()}
            return admit(plan, replace(standing, **wrong), limits, at)

        patch.put(judging, "admit", wrong)

    return plant


def _drafted(change: Callable[[Any], Any]) -> Callable[[Patch], None]:
    def plant(patch: Patch) -> None:
        def wrap(draft: Any) -> Any:
            def wrong(signal: Any, terms: Any) -> Any:
                drafted = draft(signal, terms)
                if isinstance(drafted, Drafted):
                    return Drafted(change(drafted.plan), drafted.checks)
                return drafted

            return wrong

        patch.around(judging, "draft", wrap)

    return plant


def _resized(plan: Any, resize: Callable[[Any], Any]) -> Any:
    """All entry orders of a plan, each in another size."""
    legs = tuple(replace(leg, quantity=resize(leg.quantity)) for leg in plan.legs)
    quantity = sum(leg.quantity for leg in legs) if legs else resize(plan.quantity)
    return replace(plan, quantity=quantity, legs=legs)


def _deletions_ignored(decide: Decide, account: Any, fact: Any) -> Any:
    return () if isinstance(fact, PostsDeleted) else decide(account, fact)


def _no_slots(patch: Patch) -> None:
    def wrong(plan: Any, standing: Any, limits: Any, at: Any) -> Any:
        return admit(plan, standing, replace(limits, per_symbol_max=9, open_positions_max=9), at)

    patch.put(judging, "admit", wrong)


def _edit_opens(decide: Decide, account: Any, fact: Any) -> Any:
    if isinstance(fact, MessageRead) and isinstance(fact.reading, Signal):
        posted_at = fact.message.edited_at or fact.message.posted_at
        fact = replace(fact, message=replace(fact.message, edited_at=None, posted_at=posted_at))
    return decide(account, fact)


def _age_ignored(decide: Decide, account: Any, fact: Any) -> Any:
    if isinstance(fact, MessageRead):
        fact = replace(fact, message=replace(fact.message, posted_at=fact.at))
    return decide(account, fact)


def _asks_nobody(decide: Decide, account: Any, fact: Any) -> Any:
    rules = account.rules
    channels = tuple(replace(c, mode=Mode.AUTO) if c.mode is Mode.ASK else c for c in rules.channels)
    return decide(replace(account, rules=replace(rules, channels=channels)), fact)


def _watched_is_traded(decide: Decide, account: Any, fact: Any) -> Any:
    rules = account.rules
    channels = tuple(replace(c, mode=Mode.AUTO) if c.mode is Mode.WATCH else c for c in rules.channels)
    return decide(replace(account, rules=replace(rules, channels=channels)), fact)


def _rejected_is_approved(decide: Decide, account: Any, fact: Any) -> Any:
    if isinstance(fact, ApprovalAnswered):
        from core.events import Choice

        fact = replace(fact, choice=Choice.APPROVE)
    return decide(account, fact)


def _last_call_is_meant(decide: Decide, account: Any, fact: Any) -> Any:
    answer = decide(account, fact)
    is_amendment = isinstance(fact, MessageRead) and isinstance(fact.reading, Amendment)
    if is_amendment and account.grants and any(isinstance(entry, CallDeclined) for entry in answer):
        last = list(account.grants)[-1]
        request = CloseAsked(last, fact.at, f"channel:{fact.message.channel}")
        return (FollowUpApplied(fact.position, fact.at, (last,)), Instruct(last, request))
    return answer


def _panic_closes_one(patch: Patch) -> None:
    def change(decide: Decide, account: Any, fact: Any) -> Any:
        answer = decide(account, fact)
        if not isinstance(fact, PanicPressed):
            return answer
        rest = [entry for entry in answer if isinstance(entry, Instruct)][1:]
        return tuple(entry for entry in answer if entry not in rest)

    _decided(change)(patch)
    patch.put(TradingDesk, "_close_all", lambda _self, _panic: None)


def _approved_twice(patch: Patch) -> None:
    """Each tap opens: the question is not spent by its answer."""
    asked: dict[Any, Any] = {}

    def change(decide: Decide, account: Any, fact: Any) -> Any:
        if isinstance(fact, MessageRead):
            answer = decide(account, fact)
            asked.update({entry.nonce: entry for entry in answer if isinstance(entry, ApprovalAsked)})
            return answer
        if isinstance(fact, ApprovalAnswered) and fact.nonce not in account.questions and fact.nonce in asked:
            again = asked[fact.nonce]
            other = PositionId(f"{again.position[:-1]}2")
            call = replace(again.call, position=other)
            again = replace(again, position=other, call=call)
            return decide(replace(account, questions={fact.nonce: again}, grants={}), replace(fact, position=other))
        return decide(account, fact)

    async def answer(self: Any, nonce: Any, choice: Any, by: str) -> Any:
        from core.views import Receipt

        question = asked.get(nonce)
        if question is None:
            return Receipt.GONE
        quote = await self._desk.parts.prices.quote(question.plan.symbol)
        await self._desk.tell(ApprovalAnswered(question.position, self._now(), nonce, choice, by, quote))
        return Receipt.DONE

    _decided(change)(patch)
    patch.put(FrontDesk, "answer", answer)

    def wrap(advance: Any) -> Any:
        def without_check(account: Any, fact: Any) -> Any:
            if isinstance(fact, ApprovalAnswered):
                return step(account, fact, accounts.evolve, accounts.decide)
            return advance(account, fact)

        return without_check

    patch.around(desks, "advance_account", wrap)


def _first_of_the_list(patch: Patch) -> None:
    """The button carries its place in the list, and the list has changed."""

    def wrap(answer: Any) -> Any:
        async def first(self: Any, nonce: Any, choice: Any, by: str) -> Any:
            waiting = list(self._desk.account.questions)
            return await answer(self, waiting[0] if waiting else nonce, choice, by)

        return first

    patch.around(FrontDesk, "answer", wrap)


def _old_quote(patch: Patch) -> None:
    kept: dict[Any, Any] = {}

    def wrap(read: Any) -> Any:
        async def remembered(self: Any, message: Any, dialect: Any) -> Any:
            fact = await read(self, message, dialect)
            if fact.quote is None:
                return fact
            old = kept.setdefault(fact.quote.symbol, fact.quote)
            return replace(fact, quote=replace(old, at=fact.quote.at))

        return remembered

    patch.around(TradingDesk, "read", wrap)


def _strangers_are_closed(patch: Patch) -> None:
    """What the venue holds and we do not know is closed, whoever bought it."""

    def wrap(tell: Any) -> Any:
        async def closing(self: Any, fact: Any) -> None:
            await tell(self, fact)
            if isinstance(fact, StrangerFound) and fact.quantity:
                tag = order_tag(PositionId("stranger"), "close", int(fact.at.timestamp()) % 10_000)
                await self.parts.venue.exit(ExitOrder(tag, fact.symbol, fact.side, fact.quantity, None))

        return closing

    patch.around(TradingDesk, "tell", wrap)


def _cancels_all(patch: Patch) -> None:
    """The sweep after a reading takes every order off the book, also the owner's."""

    def wrap(reconcile: Any) -> Any:
        async def sweeping(self: Any) -> Any:
            done = await reconcile(self)
            for order in self._parts.venue.exchange.working:
                if order.tag.startswith("venue-"):
                    await self._parts.venue.cancel(order.symbol, order.tag)
            return done

        return sweeping

    patch.around(Watch, "reconcile", wrap)


def _resumes_by_itself(decide: Decide, account: Any, fact: Any) -> Any:
    """Midnight, or any other reason, opens doors that the owner has shut."""
    if account.closed is not None and isinstance(fact, MessageRead):
        late = fact.at - account.closed.at > timedelta(seconds=20)
        return decide(replace(account, closed=None) if late else account, fact)
    return decide(account, fact)


BUGS = (
    Bug("a deleted call waits on", "T08", "I11", _decided(_deletions_ignored)),
    Bug("an edit opens a trade", "T07: 212 trades of 8 edited calls", "I2 crash", _decided(_edit_opens)),
    Bug("a stale call is opened", "tomcounsell/ai #1408 (T11)", "I8", _decided(_age_ignored)),
    Bug("what is to be asked is opened", "freqtrade #3942", "I13", _decided(_asks_nobody)),
    Bug("a watched channel is traded", "H07", "I13", _decided(_watched_is_traded)),
    Bug("a no counts as a yes", "U06", "I13", _decided(_rejected_is_approved)),
    Bug("two taps open twice", "U05", "I2 I13 crash", _approved_twice),
    Bug("a list index in a button", "freqtrade #10682", "I13", _first_of_the_list),
    Bug("a follow-up means the last call", "Cornix users", "I13", _decided(_last_call_is_meant)),
    Bug("opened while paused", "freqtrade #4837", "I8", _admitted(closed_by=lambda _s: "")),
    Bug("the pause ends by itself", "freqtrade #11726", "I8", _decided(_resumes_by_itself)),
    Bug("panic closes the first only", "BTB-manager #74", "I21", _panic_closes_one),
    Bug(
        "daily loss of closed trades only",
        "freqtrade #9844",
        "I5",
        _admitted(equity=lambda s: max(s.equity, s.day_equity)),
    ),
    Bug(
        "daily loss ignores open risk",
        "freqtrade #2968",
        "I5",
        _admitted(grants=lambda s: {p: replace(g, risk=g.risk * 0) for p, g in s.grants.items()}),
    ),
    Bug("slots are not counted", "I5", "I5", _no_slots),
    Bug("ten times the lot", "HKUDS #1226", "I5", _drafted(lambda plan: _resized(plan, lambda q: q * 10))),
    Bug(
        "quantity off the grid",
        "N09, B29",
        "I10",
        _drafted(lambda plan: _resized(plan, lambda q: q + plan.instrument.step / Decimal(3))),
    ),
    Bug("a price of an hour ago", "I8", "I8", _old_quote),
    Bug("the owner's own position is closed", "freqtrade #4470 (I18)", "I18 I3", _strangers_are_closed),
    Bug("the owner's own orders are cancelled", "freqtrade #11085 (I18)", "I18 I3", _cancels_all),
)
