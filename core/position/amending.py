"""What a channel's later words change in a trade: its stop by another name, its targets, never its size.

Separate from the position's own life, because these are wishes of others: each is worked out
against what the trade is now, and refused aloud where it would loosen. How exchanged targets leave
the book before the new ones come on is told in `recutting`.
"""

from __future__ import annotations

from decimal import Decimal

from core.commands import PositionCommand
from core.events import PositionFact, RequestRefused, StopMoveAsked, TargetsAsked
from core.plans import Plan, Target
from core.position.ladders import runs_on
from core.position.protection import OWNER, present
from core.position.recutting import EXCHANGED, recut, withdrawn
from core.position.states import Live
from core.position.trailing import break_even
from core.records import replace
from core.signals import AtPrice, OpenEnded, Percent, Pips, TargetLevel
from core.strategies import Source
from core.vocabulary import ZERO, Price

Answer = tuple[PositionFact | PositionCommand, ...]

HUNDRED = Decimal(100)


# --- the stop -----------------------------------------------------------------------------------


def stop_wish(live: Live, asked: StopMoveAsked) -> Price | None:
    """Where the stop is wanted; None when the trade has no such target."""
    plan = live.plan
    if asked.level is not None:
        targets = plan.targets
        return targets[asked.level - 1].price if 1 <= asked.level <= len(targets) else None
    if asked.distance is not None:
        return _away(plan, live.ledger.entry, asked.distance, -plan.side.sign)
    if asked.beyond is not None:
        return _away(plan, live.ledger.entry, asked.beyond, plan.side.sign)
    return asked.price if asked.price is not None else break_even(live)


def stop_refused(live: Live, asked: StopMoveAsked, wish: Price | None) -> Answer:
    """Say why a stop stays where it is; that it stands there already, or is better than break-even, is no news."""
    plan, stands = live.plan, present(live)
    if wish is None:
        return (RequestRefused(plan.position, asked.at, asked.by, f"there is no target {asked.level}"),)
    to_entry = (asked.price, asked.level, asked.distance, asked.beyond) == (None, None, None, None)
    if to_entry or plan.instrument.tighter(plan.side, wish) == stands:
        return ()
    why = f"a stop is only tightened: it stands at {stands} and was wanted at {wish}"
    return (RequestRefused(plan.position, asked.at, asked.by, why),)


# --- the targets --------------------------------------------------------------------------------


def replanned(plan: Plan, asked: TargetsAsked, entry: Price, hit: frozenset[int] = frozenset()) -> Plan | None:
    """The plan with other targets; those already ``hit`` stay. None when these make no sense for it.

    The same number of targets keeps its shares; another number shares equally what is left.
    """
    if not may_retarget(plan, asked):
        return None
    priced = [_price(plan, entry, level) for level in asked.targets if not isinstance(level, OpenEnded)]
    runners = len(asked.targets) - len(priced)
    if any(price <= 0 or (price - entry) * plan.side.sign <= 0 for price in priced):
        return None
    priced.sort(reverse=plan.side.sign < 0)
    old = plan.targets
    if asked.target is not None:
        index = asked.target - 1
        if len(priced) != 1 or not 0 <= index < len(old) or index in hit:
            return None
        return replace(plan, targets=(*old[:index], replace(old[index], price=priced[0]), *old[index + 1 :]))
    if len(priced) == len(old) and bool(runners) == runs_on(plan):
        pairs = enumerate(zip(old, priced, strict=True))
        return replace(plan, targets=tuple(t if i in hit else replace(t, price=p) for i, (t, p) in pairs))
    if hit != frozenset(range(len(hit))):
        return None  # targets were hit out of turn: which ones are meant cannot be told
    kept = old[: len(hit)]
    ahead = [price for price in priced if price not in {target.price for target in kept}]
    rest = 1 - sum((target.share for target in kept), ZERO)
    places = len(ahead) + runners
    new = tuple(Target(price, rest / places) for price in ahead)
    return replace(plan, targets=(*kept, *new))


def may_retarget(plan: Plan, asked: TargetsAsked) -> bool:
    """Targets that the owner has put in are exchanged by nobody else."""
    return plan.exits.source is not Source.PERSONAL or asked.by.startswith(OWNER)


def _price(plan: Plan, entry: Price, level: AtPrice | Pips | Percent) -> Price:
    wanted = level.price if isinstance(level, AtPrice) else _away(plan, entry, level, plan.side.sign)
    return plan.instrument.sooner(plan.side, wanted)


def _away(plan: Plan, entry: Price, distance: Pips | Percent, sign: int) -> Price:
    match distance:
        case Pips(count):
            return Price(entry + sign * count * plan.instrument.pip)
        case Percent(value):
            return Price(entry * (1 + sign * value / HUNDRED))


def _hit(live: Live) -> frozenset[int]:
    return frozenset(index for index in range(len(live.plan.targets)) if live.is_hit(index))


def retargeted(live: Live, asked: TargetsAsked) -> Live:
    """The plan has other targets; a rung whose target is gone stands for none."""
    plan = replanned(live.plan, asked, live.ledger.entry, _hit(live))
    if plan is None:
        return live
    kept = {index for index, target in enumerate(plan.targets) if target in live.plan.targets[index : index + 1]}
    rungs = tuple(rung if rung.gone or rung.index in kept else replace(rung, index=EXCHANGED) for rung in live.rungs)
    touched = tuple(index for index in live.touched if index in kept)
    return replace(live, plan=plan, rungs=rungs, touched=touched)


def withdraw(live: Live, asked: TargetsAsked) -> Answer:
    """Take the exchanged targets off the book; the new ones follow once they are gone."""
    if replanned(live.plan, asked, live.ledger.entry, _hit(live)) is None:
        fit = f"these targets do not fit a {live.plan.side} entered at {live.ledger.entry}: {_words(asked.targets)}"
        why = fit if may_retarget(live.plan, asked) else "the targets are the owner's, as the configuration says"
        return (RequestRefused(live.plan.position, asked.at, asked.by, why),)
    return withdrawn(live) or recut(live, asked.at)


def _words(levels: tuple[TargetLevel, ...]) -> str:
    return ", ".join(str(level.price) for level in levels if isinstance(level, AtPrice)) or "none has a price"
