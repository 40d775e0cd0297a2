"""Two settings of the interpreter that a desk wants otherwise than a script does.

A thread that begins or has finished a commit waits for the interpreter up to the switch interval,
5 ms by default, while the loop is busy: an order would wait with it, twice. And the collector looks
for cycles after every 700 new objects, of which a single call makes thousands: it may come later,
though not so late that it stops the loop for long, and need not look again at what was imported.
"""

from __future__ import annotations

import gc
import sys

SWITCH_S = 0.0001
YOUNG_MAX = 2_000
"""New objects until the collector looks at them, about a millisecond; at 10,000 it held an order up for five."""
YOUNG_TURNS = 100
"""So often until it looks at those again that were still needed: two hundred thousand new objects lie between."""


def tune() -> None:
    """Apply both; call once, when everything has been imported."""
    sys.setswitchinterval(SWITCH_S)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_MAX, YOUNG_TURNS, 20)
