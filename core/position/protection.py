"""How the stop of a live position is looked after: break-even, the trail, and who may move it.

Pure arithmetic over a `Live`: it answers "what should be", and `core.position.guarding` turns the
difference from what is into facts and intentions. A stop is only ever tightened here.
"""

from __future__ import annotations

from core.position.outside import is_respectful
from core.position.recutting import is_pending
from core.position.states import Live, Working
from core.position.trailing import break_even, gained, is_gained, next_price, trailed
from core.vocabulary import Price

OWNER = "user:"
"""Only whoever speaks with this authority may loosen a stop."""


Wish = tuple[Price, str]


def better_stop(live: Live, seen: Price | None = None) -> Wish | None:
    """The stop that the rules ask for now and why; None when the present one is at least as tight.

    With ``seen``, the price of this moment, only one that it has not passed: no venue takes another.
    """
    sign = live.plan.side.sign
    standing = [wish for wish in _wishes(live) if seen is None or (seen - wish[0]) * sign > 0]
    return max(standing, key=lambda wish: wish[0] * sign, default=None)


def _wishes(live: Live) -> list[Wish]:
    """Every stop tighter than the present one that the rules, or somebody's earlier word, want."""
    if live.by_hand:
        return []
    wishes: list[Wish] = []
    rules = live.plan.protection
    even = "the entry, fees included" if rules.break_even_fees else "the entry"
    if rules.break_even_after is not None and live.hits >= rules.break_even_after:
        wishes.append((break_even(live), f"target {rules.break_even_after} hit: stop to {even}"))
    if rules.break_even_pct is not None and is_gained(live, rules.break_even_pct):
        wishes.append((break_even(live), f"{rules.break_even_pct} % gained: stop to {even}"))
    if rules.trail is not None and (price := trailed(live, rules.trail)) is not None:
        wishes.append((price, f"trail {rules.trail.kind.replace('_', ' ')}, best price {live.best}"))
    if live.asked is not None:
        wishes.append((live.asked, "asked for before"))
    return [wish for wish in wishes if is_tighter(live, wish[0]) and is_respectful(live, wish[0])]


def unplaced_trail(live: Live) -> Price | None:
    """Where the trail wants a stop that is neither there nor on its way, behind a price that was seen already.

    Once the price is back there, the trail is carried out by closing. None: there is no such place.
    """
    trail = live.plan.protection.trail
    price = trailed(live, trail) if trail is not None and not live.by_hand else None
    if price is None or not is_tighter(live, price) or not is_respectful(live, price):
        return None
    return price if (live.best - price) * live.plan.side.sign > 0 else None


def present(live: Live) -> Price:
    """The stop that stands, or the one that was asked for last."""
    return live.wanted or live.stop.price


def is_tighter(live: Live, price: Price) -> bool:
    """Would a stop at ``price`` risk less than the one that stands or is already asked for?"""
    return (price - present(live)) * live.plan.side.sign > 0


def next_level(live: Live) -> Price | None:
    """The nearest price in its favour at which this position wants to hear from the market; None: never.

    A tick that crosses nothing costs nothing.
    """
    if live.by_hand:
        return None
    rules, sign = live.plan.protection, live.plan.side.sign
    levels: list[Price] = []
    if rules.trail is not None and (price := next_price(live, rules.trail)) is not None:
        levels.append(price)
    if rules.break_even_pct is not None and not is_gained(live, rules.break_even_pct):
        levels.append(gained(live, rules.break_even_pct))
    if isinstance(live.stop, Working) and not live.held_back:
        # What could not be placed is neither forgotten nor asked for blindly: it waits for a price it can stand behind.
        levels += (Price(price + sign * live.plan.instrument.tick) for price, _ in _wishes(live))
    for index, target in enumerate(live.plan.targets):
        if live.is_unordered(index) and not live.is_hit(index) and not (target.share and is_pending(live)):
            levels.append(target.price)
    return min(levels, key=lambda level: level * sign, default=None)
