"""What the guard tells the account: missing stops, broken invariants, and what the venue holds that is not ours.

Separate because taking over is the only way something we never opened can come to hold a grant, and
because nothing here ever touches what the owner has not given us (invariant I18).
"""

from __future__ import annotations

from core.account.states import Account
from core.commands import AccountCommand, Instruct, TakeOver
from core.events import (
    CloseAsked,
    InvariantBroken,
    ShieldMissing,
    ShieldRestored,
    StrangerAdopted,
    StrangerFound,
    StrangerIgnored,
)
from core.limits import grant_for
from core.records import replace

Found = StrangerFound | StrangerIgnored | StrangerAdopted | ShieldMissing | ShieldRestored | InvariantBroken


def evolve(account: Account, fact: Found) -> Account:
    """Record what was found, or what the owner said about it."""
    match fact:
        case ShieldMissing(position=position):
            return replace(account, naked=account.naked | {position})
        case ShieldRestored(position=position):
            return replace(account, naked=account.naked - {position})
        case InvariantBroken(breaches=breaches):
            return replace(account, breaches=breaches)
        case StrangerFound(symbol=symbol, side=side, quantity=quantity) if quantity:
            return replace(account, untracked={**account.untracked, (symbol, side): quantity})
        case StrangerFound(symbol=symbol, side=side):
            holding = (symbol, side)
            rest = {key: held for key, held in account.untracked.items() if key != holding}
            return replace(account, untracked=rest, ignored=account.ignored - {holding})
        case StrangerIgnored(symbol=symbol, side=side):
            return replace(account, ignored=account.ignored | {(symbol, side)})
        case StrangerAdopted(position=position, plan=plan):
            holding = (plan.symbol, plan.side)
            rest = {key: held for key, held in account.untracked.items() if key != holding}
            grants = {**account.grants, position: grant_for(plan)}
            return replace(account, untracked=rest, ignored=account.ignored - {holding}, grants=grants)


def take_over(fact: StrangerAdopted) -> tuple[AccountCommand, ...]:
    """Begin its life, and end it at once if that is what the owner wants.

    No limit is asked: the risk is there already, and looking after it only lowers it.
    """
    taken = TakeOver(fact.position, fact.plan)
    if not fact.close:
        return (taken,)
    return (taken, Instruct(fact.position, CloseAsked(fact.position, fact.at, fact.by)))
