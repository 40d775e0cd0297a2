"""A record with some of its values changed is the one that `dataclasses.replace` makes."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import pytest

from core.account import Account, Heard
from core.records import replace
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
