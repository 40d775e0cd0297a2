"""A busy evening on the desk, from a seed: calls, taps, closes, and a market that runs into targets and stops.

Separate because what is done must not depend on when the process dies: the same seed makes the same
choices, only the clock decides where they end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from core.vocabulary import ChannelId, MessageId, PositionId, position_id
from tests.e2e.demo_process import ALPHA, DESK, GOLD, SaidNo, Shown, Truth, Visitor, call, percent

CHANNELS = {ALPHA: ChannelId("-1001000000001"), GOLD: ChannelId("-1001000000002")}
CRYPTO = ("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT")
TIGHT = ("XAUUSD", "EURUSD", "NAS100")
"""Their smallest lots need a stop that is near."""
BACKWARD = 40
"""How many of the desk's newest messages may hold a question that still waits."""


@dataclass(slots=True)
class Posted:
    """What the demo has acknowledged: nothing of it may be lost."""

    calls: dict[PositionId, str] = field(default_factory=dict)
    newest: list[tuple[str, int]] = field(default_factory=list)

    def note(self, channel: str, number: int, text: str) -> None:
        self.calls[position_id(CHANNELS[channel], MessageId(number))] = text
        self.newest = [*self.newest[-19:], (channel, number)]


class Traffic:
    """One life's worth of things done to a running demo. Every method raises ``OSError`` once it is dead."""

    def __init__(self, dice: Random, visitor: Visitor, posted: Posted, *, taps: bool, locked: bool) -> None:
        self._dice, self._visitor, self._posted = dice, visitor, posted
        self._from = max(0, visitor.last_id() - BACKWARD)
        self._tapped: set[int] = set()
        channel: list[tuple[int, Callable[[], None]]] = [
            (30, self._auto_call),
            (15, self._ask_call),
            (10, self._resting_call),
            (22, self._reach_order),
            (6, self._wander),
            (4, self._reach_stop),
            (5, self._follow_up),
            (3, self._recap),
        ]
        desk: list[tuple[int, Callable[[], None]]] = [(40, self._answer), (6, self._close), (1, self._panic)]
        self._deeds = channel + (desk if taps else [])
        if taps and locked:
            self._deeds.append((15, self._resume))

    def act(self) -> None:
        """Do one thing, or find that there is nothing to do it to."""
        weights = [weight for weight, _ in self._deeds]
        deed = self._dice.choices([deed for _, deed in self._deeds], weights)[0]
        try:
            deed()
        except SaidNo as no:
            if no.status != 400:  # a button that is gone, a price out of range: nothing was done
                raise

    # --- channels ---------------------------------------------------------------------------------

    def _post(self, channel: str, text: str, reply_to: int | None = None) -> None:
        self._posted.note(channel, self._visitor.say(channel, text, reply_to), text)

    def _call(self, away: str = "0") -> str:
        """A call in a symbol that is not in use, if there is one; its entry ``away`` percent from the market."""
        truth = self._visitor.venue()
        taken = {held.symbol for held in truth.positions} | {order.symbol for order in truth.orders}
        free = [symbol for symbol in (*CRYPTO, *TIGHT) if symbol not in taken] or list(CRYPTO)
        symbol = self._dice.choice(free)
        stop = "-0.3" if symbol in TIGHT else "-1.5"
        targets: tuple[str, ...] = ("0.4", "0.9") if symbol in TIGHT else ("0.8", "1.6", "3")
        if self._dice.random() < 0.5:
            stop, targets, away = _mirrored(stop), tuple(map(_mirrored, targets)), _mirrored(away)
        return call(symbol, percent(truth.prices[symbol], away), stop, targets)

    def _auto_call(self) -> None:
        self._post(GOLD, self._call())

    def _ask_call(self) -> None:
        self._post(ALPHA, self._call())

    def _resting_call(self) -> None:
        self._post(GOLD, self._call("-0.5"))

    def _recap(self) -> None:
        self._post(GOLD, "Weekly recap\nETHUSDT long: all targets reached, +4.2%\n5 winners, 2 losers.")

    def _follow_up(self) -> None:
        if self._posted.newest:
            channel, number = self._dice.choice(self._posted.newest)
            words = self._dice.choice(("Close now", "Move SL to entry", "Close half", "Cancel"))
            self._post(channel, words, number)

    # --- the market -------------------------------------------------------------------------------

    def _reach_order(self) -> None:
        """Run into a target, or into an entry that waits."""
        orders = [order for order in self._visitor.venue().orders if order.price is not None]
        if orders:
            order = self._dice.choice(orders)
            beyond = "-0.06" if order.side == "buy" else "0.06"
            self._visitor.move(order.symbol, percent(order.price or Decimal(0), beyond))

    def _reach_stop(self) -> None:
        """Run into a stop."""
        held = [position for position in self._visitor.venue().positions if position.stop is not None]
        if held:
            position = self._dice.choice(held)
            self._visitor.move(position.symbol, position.stop or position.mark)

    def _wander(self) -> None:
        symbol = self._dice.choice(CRYPTO)
        self._visitor.move(symbol, percent(self._visitor.price(symbol), self._dice.choice(("-0.4", "0.4"))))

    # --- the desk ---------------------------------------------------------------------------------

    def _asked(self, words: str) -> list[Shown]:
        return [message for message in self._visitor.messages(since=self._from) if message.key(words)]

    def _answer(self) -> None:
        waiting = [card for card in self._asked("Approve") if card.id not in self._tapped]
        if waiting:
            card = self._dice.choice(waiting)
            self._tapped.add(card.id)
            self._visitor.press(card, self._dice.choices(("Approve", "Half", "Reject"), (6, 3, 1))[0])

    def _close(self) -> None:
        asked = self._asked("Yes, close")
        if asked:
            self._visitor.press(asked[-1], "Yes, close")
            return
        truth: Truth = self._visitor.venue()
        if truth.positions:
            self._visitor.say(DESK, f"/close {self._dice.choice(truth.positions).symbol}")

    def _panic(self) -> None:
        asked = self._asked("YES, CLOSE EVERYTHING")
        if asked:
            self._visitor.press(asked[-1], "YES, CLOSE EVERYTHING")
        else:
            self._visitor.say(DESK, "/panic")

    def _resume(self) -> None:
        """Open the doors again after a panic; the bot asks back."""
        asked = self._asked("Yes, open")
        if asked:
            self._visitor.press(asked[-1], "Yes, open")
        else:
            self._visitor.say(DESK, "/resume")


def _mirrored(away: str) -> str:
    return away[1:] if away.startswith("-") else f"-{away}"
