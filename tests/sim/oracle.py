"""The auditor: it sees the exchange's truth after every event and knows what must never be.

Three witnesses are heard: the exchange (here), the wire (`tests.sim.wiretap`) and the journal
(`tests.sim.papers`). Durations are measured in reachable time (`tests.sim.reach`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core import events
from core.covering import guarded
from core.orders import Observation, OpenPosition, OrderReport, StandingStop
from core.ports import Batch
from core.vocabulary import ZERO, Price, Quantity, Side, Symbol
from tests.sim.exchange import Exchange
from tests.sim.papers import Papers
from tests.sim.reach import Lasting
from tests.sim.trails import Trails
from tests.sim.venue import FaultyVenue
from tests.sim.verdicts import JUDGED, Verdicts
from tests.sim.wiretap import Wiretap

NAKED_S_MAX = 10.0
"""At a venue that attaches no stop (invariant I1); where one does, no time at all."""
MENDED_S_MAX = 10.0
"""A stop that the venue lost without a word: one round of the reconciler, and its repair."""
SLIPPED_S_MAX = 10.0
"""A stop that the venue put back by an older request of ours, or an entry's: within this it stands where it stood."""
ORPHAN_S_MAX = 10.0
"""One round of the reconciler, and what a look and a cancel take."""
OVERSIZED_S_MAX = 10.0
"""A stop that is an order of its own is for more than is held: it is asked for anew once the fills have paused."""
OVERBOOKED_S_MAX = 10.0
"""Two rounds: that somebody else sold a part is believed when it was read twice."""
FREED_S_MAX = 26.0
"""Held, and no slot of the account counts it: two rounds again, until it is known for a stranger."""
MERGING_S_MAX = 26.0
"""The owner holds his own where an entry waits: it is taken back as soon as he is known for a stranger."""
MISJUDGED_S_MAX = 30.0
"""More or less is held than the desk believes: what somebody else did is believed when it was read twice."""
PASSED_S_MAX = 15.0
"""The market is past where a trail wants a stop that is not there: the request, its proof, and the close."""
LAGS_S_MAX = 10.0
"""A trail's stop is not where it is wanted: one throttle, the request, its proof, and once more."""
PANIC_S_MAX = 10.0
"""After a panic, on a venue that answers: a close that was lost or refused is asked again after five seconds."""


DECIDED = {
    events.CallAdmitted,
    events.EntryFilled,
    events.ExitFilled,
    events.FoundFlat,
    events.OrderRefused,
    events.PanicPressed,
    events.PositionAdopted,
    events.PositionEnded,
    events.PositionReopened,
    events.QuantityDrifted,
    events.Resumed,
    events.StopMoveDecided,
    events.StrangerAdopted,
    events.StrangerFound,
}
"""What changes the meaning of what the exchange shows: with a new wish, or a refusal, another lag begins or ends."""


@dataclass(frozen=True, slots=True)
class Breach:
    """An invariant was broken. ``at``: virtual seconds."""

    invariant: str
    what: str
    at: float

    def __str__(self) -> str:
        return f"{self.invariant} at {self.at:.2f} s: {self.what}"


class Oracle:
    """Checks one exchange and the desk that trades on it."""

    def __init__(self, exchange: Exchange, venue: FaultyVenue) -> None:
        self._exchange, self._venue, self._reach = exchange, venue, venue.reach
        self.breaches: list[Breach] = []
        self.strangers = exchange.foreign
        attached = venue.capabilities.attached_stop
        self.naked = Lasting(0.0 if attached else NAKED_S_MAX)
        self.mending = Lasting(MENDED_S_MAX)
        self._orphaned = Lasting(ORPHAN_S_MAX)
        self._overbooked = Lasting(OVERBOOKED_S_MAX)
        self._oversized = Lasting(OVERSIZED_S_MAX)
        self._freed = Lasting(FREED_S_MAX)
        self._panicked = Lasting(PANIC_S_MAX)
        self._slipped = Lasting(SLIPPED_S_MAX)
        self._misjudged = Lasting(MISJUDGED_S_MAX)
        self._joined = Lasting(MISJUDGED_S_MAX)
        self._merging = Lasting(MERGING_S_MAX)
        self._passed = Lasting(PASSED_S_MAX)
        self._lagging = Lasting(LAGS_S_MAX)
        self.trails, self.verdicts = Trails(exchange, self.breach), Verdicts(exchange, self.breach)
        self.papers = Papers(exchange, venue.reach, self.breach)
        self.wiretap = Wiretap(exchange, self.papers, self.breach)
        self._slipping: set[tuple[Symbol, Side]] = set()
        """Whose stop the venue itself has put back."""
        self._stops: dict[tuple[Symbol, Side], Price] = {}
        self._traded: set[str] = set()
        self._booked = 0
        self._book: tuple[OrderReport, ...] = ()
        exchange.on_event = self.look
        venue.on_sent = self.wiretap.sent
        venue.on_answer = self.wiretap.answered
        venue.on_shown = self.wiretap.shown

    @property
    def is_up(self) -> bool:
        return self._reach.is_up

    @is_up.setter
    def is_up(self, is_up: bool) -> None:
        self._reach.is_up = is_up

    def be_patient(self, seconds: float) -> None:
        """Mending takes this long when the means of mending fail as well."""
        mended = (
            self.mending,
            self._orphaned,
            self._overbooked,
            self._oversized,
            self._freed,
            self._misjudged,
            self._panicked,
        )
        for lasting in (*mended, self._joined, self._merging, self._passed, self._lagging):
            lasting.bound_s = max(seconds, lasting.bound_s)

    def durable(self, batch: Batch) -> None:
        """One batch of the journal is durable."""
        self.papers.durable(batch)
        if len(batch.entries) == 1 and type(batch.entries[0]) is events.EquityRead:
            return  # half of all lines, and of interest to the papers alone
        for entry in batch.entries:
            self.trails.hear(entry)
            if type(entry) in JUDGED:
                self.verdicts.hear(entry)
        if any(type(entry) in DECIDED for entry in batch.entries):
            self.look()

    def breach(self, invariant: str, what: str) -> None:
        """Kept for the end of the story: what looks must not break what is looked at."""
        if all(one.invariant != invariant for one in self.breaches):
            self.breaches.append(Breach(invariant, what, self._exchange.clock.monotonic()))

    def look(self) -> None:
        """Look at the exchange after one event."""
        seen, total_s = self._exchange.seen, self._reach.total_s()
        ours = {(p.symbol, p.side): p for p in seen.positions if p.symbol not in self.strangers}
        self._protection(ours, total_s)
        slipped = self._stops_only_tighten(ours)
        self._lasts(self._slipped, slipped, total_s, "I7", "put back by an older request, and not mended")
        self._lasts(self._passed, self.trails.passed(ours), total_s, "I7", "held past its trail, without that stop")
        self._lasts(self._lagging, self.trails.lagging(ours), total_s, "I7", "its stop does not follow")
        self._trades()
        self._exits_only_reduce(seen)
        symbols = {symbol for symbol, _ in ours}
        orphans = {str(o.tag) for book in (seen.orders, seen.stops) for o in book if self._is_orphan(o, symbols)}
        self._lasts(self._orphaned, orphans, total_s, "I11", "left on the book after its position was flat")
        self._lasts(self._overbooked, set(_overbooked(seen, ours)), total_s, "I4", "exits rest for more than is held")
        # Each with what is held: a thin book sells a slice at a time, and each is another sum to follow.
        oversized = {f"{p.side} {p.symbol}, {p.quantity} held" for p in ours.values() if p.protected > p.quantity}
        self._lasts(self._oversized, oversized, total_s, "I4", "its stop orders are for more than is held")
        held = {f"{side} {symbol}" for symbol, side in ours}
        self._lasts(self._freed, held - self.papers.granted(), total_s, "I6", "held, and no grant counts it")
        misjudged = self.papers.holdings.misjudged(ours)
        self._lasts(self._misjudged, misjudged, total_s, "I19", "another quantity is held than the desk believes")
        merging = {f"{grant.symbol}" for grant in self.papers.open_positions.values()} & self.strangers
        self._lasts(self._merging, merging, total_s, "I18", "an entry of ours waits where the owner holds his own")
        wanted_out = held - self.papers.spared if self.papers.panicked else set()
        # Each with what is left of it: a thin book takes a slice at a time.
        wanted_out = {
            f"{p.quantity} {p.side} {p.symbol}" for p in ours.values() if f"{p.side} {p.symbol}" in wanted_out
        }
        self._lasts(self._panicked, wanted_out, total_s, "I21", "still held after a panic")

    def _protection(self, ours: Mapping[tuple[Symbol, Side], OpenPosition], total_s: float) -> None:
        """I1. What the venue itself took away is the venue's doing, and mended in another bound."""
        naked = {
            key for key, position in ours.items() if position.stop is None or position.protected < position.quantity
        }
        # What the owner has added is covered once it is known: orders that were not sent for it do not sell it.
        joined = {key for key in naked if ours[key].stop is not None and key[0] in self._exchange.added}
        self._lasts(self._joined, _names(joined), total_s, "I1", "what was added to it is held without a stop")
        naked -= joined
        lost = naked & self._exchange.dropped
        self._lasts(self.naked, _names(naked - lost), total_s, "I1", "held without a stop")
        self._lasts(self.mending, _names(lost), total_s, "I1", "its stop was lost, and not put back")
        if naked - lost and self._venue.capabilities.attached_stop:
            self.breach("I1", f"{sorted(_names(naked - lost))} held without a stop, which could have been attached")

    def _stops_only_tighten(self, ours: Mapping[tuple[Symbol, Side], OpenPosition]) -> set[str]:
        """I7. Only the owner gives a stop room, and no more than he asked for. Returns what awaits its mending."""
        slipped = set()
        for key in self._stops.keys() - ours.keys():
            del self._stops[key]
            self.papers.loosened.pop(key, None)
        while self._exchange.recut:  # what is the last of its stops now may be another one
            self._stops.pop(self._exchange.recut.pop(), None)
        for key, position in ours.items():
            before, now = self._stops.get(key), self._own_stop(position)
            if now is None:
                continue
            sign, room = position.side.sign, self.papers.loosened.get(key)
            is_asked = room is not None and (now - room) * sign >= 0
            is_looser = before is not None and (now - before) * sign < 0 and not is_asked
            slips = is_looser and (key in self._slipping or self._exchange.has_imposed(*key, now))
            (self._slipping.add if slips else self._slipping.discard)(key)
            if slips:
                slipped |= _names({key})
                continue  # measured against where it stood
            if is_looser:
                self.breach("I7", f"the stop of {position.side} {position.symbol} went from {before} to {now}")
            self._stops[key] = now
        return slipped

    def _own_stop(self, held: OpenPosition) -> Price | None:
        """Without what a trade that is over left on the book until its sweep arrives: that was not this one's stop."""
        stops = self._exchange.seen.stops
        if not stops:
            return held.stop
        over = self._traded - self.papers.open_positions.keys()
        return guarded(held, (stop for stop in stops if stop.tag.partition("-")[0] not in over)).stop

    def _trades(self) -> None:
        fills = self._exchange.file.fills
        for fill in fills[self._booked :]:
            if fill.tag is not None:
                owner, _, leg = fill.tag.partition("-")
                self._traded.add(owner)
                self.papers.traded(fill)
                if fill.side is fill.position_side.opening and not leg.startswith("entry"):
                    self.breach("I4", f"{fill.tag} was sent to leave a position, and has opened another")
        self._booked = len(fills)

    def _exits_only_reduce(self, seen: Observation) -> None:
        """I4: nothing that is sent to leave a position could open another, whatever is held by the time it trades."""
        if seen.orders is self._book:
            return
        self._book = seen.orders
        for order in seen.orders:
            leg = order.tag.partition("-")[2]
            if not order.reduce_only and not order.tag.startswith("venue-") and not leg.startswith("entry"):
                self.breach("I4", f"{order.tag} rests to leave a position, and could open another")

    def _is_orphan(self, order: OrderReport | StandingStop, symbols: set[Symbol]) -> bool:
        """Is it ours, of a position that was held and is not any more, or of a post that was taken back?"""
        position, _, leg = order.tag.partition("-")
        is_withdrawn = leg.startswith("entry") and position in self.papers.taken_back
        return is_withdrawn or (position in self._traded and order.symbol not in symbols)

    def _lasts(self, lasting: Lasting, now: set[str], total_s: float, invariant: str, what: str) -> None:
        for name, seconds in lasting.look(now, total_s) if now or lasting.since else ():
            self.breach(invariant, f"{name}: {what} for {seconds:.2f} s")

    def verdict(self) -> None:
        """Raise the first thing that should never have been."""
        self.look()
        if self.breaches:
            raise AssertionError("; ".join(map(str, self.breaches)))


def _names(keys: set[tuple[Symbol, Side]]) -> set[str]:
    return {f"{side} {symbol}" for symbol, side in keys}


def _overbooked(seen: Observation, held: Mapping[tuple[Symbol, Side], OpenPosition]) -> list[str]:
    """Each with what rests: a stop that sells slice by slice gives the desk a new sum to follow each time."""
    found = []
    for (symbol, side), position in held.items():
        resting = sum(
            (o.quantity - o.filled for o in seen.orders if o.symbol == symbol and o.reduce_only), Quantity(ZERO)
        )
        if resting > position.quantity:
            found.append(f"{side} {symbol}, {resting} on the book")
    return found
