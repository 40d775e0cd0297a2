"""A record is made, and made anew with some of its values changed, as `dataclasses` would make it."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from core.account import Account, Heard
from core.records import quick, replace
from core.vocabulary import ChannelId, MessageId


@dataclass(frozen=True, slots=True)
class Lonely:
    only: tuple[int, ...]


def test_a_changed_record_is_what_the_standard_library_makes() -> None:
    heard = {ChannelId("-1"): Heard(MessageId(7), None, 0)}
    account = Account(day="2026-03-02")
    changed = replace(account, heard=heard, warned_pct=50)
    assert changed == dataclasses.replace(account, heard=heard, warned_pct=50)
    assert type(changed) is Account
    assert account == Account(day="2026-03-02"), "what was there is as it was"


def test_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        replace(Account(), weather="fine")  # type: ignore[call-arg]


def test_a_record_of_one_field_is_refused() -> None:
    with pytest.raises(TypeError, match="Lonely is no record"):
        replace(Lonely((1, 2)), only=(3,))


@quick
@dataclass(frozen=True, slots=True)
class Ticket:
    seat: int
    price: Decimal = Decimal(1)
    marks: Mapping[str, int] = field(default_factory=dict)


def test_a_quick_record_is_made_as_the_standard_library_makes_it() -> None:
    ticket = Ticket(4, marks={"a": 1})
    assert ticket == dataclasses.replace(ticket) == pickle.loads(pickle.dumps(ticket))  # noqa: S301 - our own
    assert type(ticket) is Ticket
    assert (ticket.seat, ticket.price, ticket.marks) == (4, Decimal(1), {"a": 1})
    assert Ticket(4).marks == {}
    assert Ticket(4).marks is not Ticket(4).marks
    assert repr(ticket) == "Ticket(seat=4, price=Decimal('1'), marks={'a': 1})"
    assert inspect.signature(Ticket).parameters.keys() == {"seat", "price", "marks"}


@pytest.mark.parametrize("ticket", [Ticket(4), replace(Ticket(3, Decimal(2)), seat=4)])
def test_a_quick_record_is_locked(ticket: Ticket) -> None:
    assert type(ticket) is Ticket
    with pytest.raises(dataclasses.FrozenInstanceError):
        ticket.seat = 5  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del ticket.seat
    assert ticket.seat == 4


def test_a_quick_record_is_told_what_it_lacks() -> None:
    with pytest.raises(TypeError, match=r"Ticket.__init__\(\) missing 1 required positional argument: 'seat'"):
        Ticket()  # type: ignore[call-arg]


def test_a_record_with_more_to_do_cannot_be_quick() -> None:
    @dataclass(frozen=True, slots=True)
    class Punched:
        seat: int

        def __post_init__(self) -> None:
            raise AssertionError

    @dataclass(frozen=True, slots=True)
    class Upgraded(Punched):
        lounge: bool = True

    for kind in (Punched, Upgraded):
        with pytest.raises(TypeError, match="not made of its own plain fields alone"):
            quick(kind)


def test_nothing_inherits_from_a_quick_record() -> None:
    with pytest.raises(TypeError, match="Upgraded cannot inherit from a quick record"):
        type("Upgraded", (Ticket,), {})
