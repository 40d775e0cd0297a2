"""What one position has bought, sold, earned and paid: the sum of its executions, each counted once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from core.instrument import Instrument
from core.records import replace
from core.vocabulary import ZERO, ExecutionId, Money, Price, Quantity, Side


@dataclass(frozen=True, slots=True)
class Ledger:
    """``entered`` - ``exited`` = held; ``cost`` is the sum of price x quantity of the entries.

    ``realised`` is before fees; ``fees`` > 0 were paid; ``funding`` < 0 was paid.
    """

    side: Side
    instrument: Instrument
    entered: Quantity = Quantity(ZERO)
    exited: Quantity = Quantity(ZERO)
    cost: Decimal = ZERO
    realised: Money = Money(ZERO)
    fees: Money = Money(ZERO)
    funding: Money = Money(ZERO)
    executions: frozenset[ExecutionId] = frozenset()

    @property
    def held(self) -> Quantity:
        return Quantity(self.entered - self.exited)

    @property
    def entry(self) -> Price:
        """The average entry; only asked once something was bought."""
        return Price(self.cost / self.entered)

    @property
    def left(self) -> Price | None:
        """The average price of what was closed; None while nothing was."""
        if not self.exited:
            return None
        moved = self.realised / (self.exited * self.instrument.point_value) * self.side.sign
        return Price(self.entry + moved)

    @property
    def net(self) -> Money:
        """Realised profit after fees and funding."""
        return Money(self.realised - self.fees + self.funding)

    def floating(self, mark: Price) -> Money:
        """What closing the rest at ``mark`` would earn, before its fees."""
        if self.held == 0:
            return Money(ZERO)
        return self.instrument.profit(self.side, self.held, self.entry, mark)

    def bought(self, execution: ExecutionId, quantity: Quantity, price: Price, fee: Money) -> Ledger:
        """Book an entry fill."""
        return replace(
            self,
            entered=Quantity(self.entered + quantity),
            cost=self.cost + quantity * price,
            fees=Money(self.fees + fee),
            executions=self.executions | {execution},
        )

    def sold(self, execution: ExecutionId, quantity: Quantity, price: Price, fee: Money) -> Ledger:
        """Book an exit fill. More than is held closes what is held: the venue never sells more (reduce-only)."""
        closed = min(quantity, self.held)
        earned = self.instrument.profit(self.side, closed, self.entry, price) if closed else Money(ZERO)
        return replace(
            self,
            exited=Quantity(self.exited + closed),
            realised=Money(self.realised + earned),
            fees=Money(self.fees + fee),
            executions=self.executions | {execution},
        )

    def drifted_to(self, quantity: Quantity, price: Price) -> Ledger:
        """The venue holds ``quantity``; book the difference at ``price``, because the venue is right."""
        if quantity < self.held:
            gone = Quantity(self.held - quantity)
            return self.sold(ExecutionId(f"drift-{self.exited}"), gone, price, Money(ZERO))
        more = Quantity(quantity - self.held)
        return self.bought(ExecutionId(f"drift-{self.entered}"), more, price, Money(ZERO)) if more else self

    def paid(self, amount: Money, execution: ExecutionId | None) -> Ledger:
        """Book funding; where the journal does not name the payment, nothing tells it from another."""
        told = self.executions if execution is None else self.executions | {execution}
        return replace(self, funding=Money(self.funding + amount), executions=told)
