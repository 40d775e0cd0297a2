"""What a trader who comes from Cornix writes, in the words of this file, and why some of it is not offered.

Separate from `core.config`, which knows one spelling of each setting: here the other spellings are
turned into it before anything is checked, and what has no counterpart is answered with ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

BREAK_EVEN = "breakeven"
"""A kind of trailing stop at Cornix; here break-even stands beside the trail, and both may be had."""

INSTEAD: Mapping[str, str] = {
    "entries.source": "not offered: where to enter is the channel's word, how it is shared out is ratio; remove it",
    "entries.prices": "not offered: an entry at other prices than the call's is another trade; remove it",
    "take_profits.active_orders": "not offered: all targets rest at the venue at once; remove it",
    "take_profits.trailing_pct": "not offered: a target is an order at its price; write trail for what runs on",
    "take_profits.moving": "not offered: a target stays where it was called; write trail for what runs on",
    "trail.source": "not offered: no post carries a trail, so it is yours in any case; remove it",
    "leverage.source": "write mode: up_to (the call's, at most your value) or exactly (your value)",
    "stop.order_type": "not offered: a stop is a market order, because a limit may be passed by; remove it",
    "stop.trigger": "not offered: a stop is triggered by the last price, as targets are filled by it; remove it",
    "stop.timeout_s": "not offered: a stop that waits is none; remove it",
}
"""Settings of Cornix that are not settings here: what to do about each."""


_RATIOS = {"split": "even", "channel": "as_called"}


def in_our_words(channel: Mapping[str, Any]) -> dict[str, Any]:
    """One channel as it was written, its Cornix names replaced. Raises ValueError where both were written."""
    said = dict(channel)
    stop = said.get("stop")
    if isinstance(stop, dict) and "trailing" in stop:
        if "trail" in said:
            raise ValueError("stop.trailing is trail: write one of them")
        said["trail"] = stop["trailing"]
        said["stop"] = {key: value for key, value in stop.items() if key != "trailing"} or None
    trail = said.get("trail")
    if isinstance(trail, dict) and trail.get("kind") == BREAK_EVEN:
        _break_even(said, trail)
    for part in ("entries", "take_profits"):
        shared = said.get(part)
        ratio = _RATIOS.get(str(shared.get("ratio"))) if isinstance(shared, dict) else None
        if isinstance(shared, dict) and ratio is not None:
            said[part] = {**shared, "ratio": ratio}
    return said


def _break_even(said: dict[str, Any], trail: Mapping[str, Any]) -> None:
    """Its trigger is a target or a gain over the average entry; the first target where neither is written."""
    if "break_even_after" in said or "break_even_pct" in said:
        raise ValueError("trail: kind: breakeven is break_even_after and break_even_pct: write one or the other")
    needless = [key for key in trail if key not in ("kind", "after_target", "after_pct")]
    if needless:
        raise ValueError(f"trail: breakeven takes after_target or after_pct: remove {', '.join(map(str, needless))}")
    gain = trail.get("after_pct") or None
    said["trail"] = None
    said["break_even_after"] = trail.get("after_target", None if gain else 1)
    said["break_even_pct"] = gain
