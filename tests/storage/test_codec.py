"""Every entry comes back as it was, and what cannot be read is never guessed at."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UnknownEntry
from core.events import CallDeclined, EquityRead, MessageRead, Paused, StopConfirmed
from core.plans import Check
from core.ports import Batch
from core.signals import AtMarket, Ladder, Nothing, Reason, Signal
from core.vocabulary import StreamId
from storage.codec import CODEC, GENESIS, REGISTRY, Codec, draft, is_sound, number, recorded
from tests.storage.builders import CALL, NOON, heard, money, opening, price, quantity
from tests.storage.entries import an_amount, drawn

EACH = 40
"""So many of each entry are drawn; the dice of each fall on the same numbers in every run."""


@pytest.mark.untraced
@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_every_entry_comes_back_exactly_as_it_was_written(name: str) -> None:
    dice = Random(name)
    for _ in range(EACH):
        entry = drawn(REGISTRY[name], dice)
        text = CODEC.encode(entry)
        again = CODEC.decode(*text)
        assert again == entry
        assert type(again) is type(entry)
        assert CODEC.encode(again) == text  # every digit and every offset, not only what compares equal


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_of_utc_is_written_as_any_other(at: datetime) -> None:
    _, _, body = CODEC.encode(Paused(at, "user:1"))
    assert json.loads(body)["at"] == at.isoformat()


def test_a_moment_stands_beside_half_an_emoji() -> None:
    _, _, body = CODEC.encode(Paused(NOON, "\ud83d"))
    assert json.loads(body) == {"at": NOON.isoformat(), "by": "\ud83d"}


@given(st.integers())
def test_an_amount_keeps_every_digit_and_its_exponent(seed: int) -> None:
    dice = Random(seed)
    one, other = an_amount(dice), an_amount(dice)
    again = CODEC.decode(*CODEC.encode(EquityRead(NOON, money(str(one)), money(str(other)))))
    assert (again.equity.as_tuple(), again.balance.as_tuple()) == (one.as_tuple(), other.as_tuple())


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_an_amount_that_is_none_is_refused_both_ways(amount: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        CODEC.encode(EquityRead(NOON, money(amount), money("1")))
    body = {"at": NOON.isoformat(), "equity": amount, "balance": "1"}
    with pytest.raises(UnknownEntry, match="not an amount"):
        CODEC.decode("EquityRead", 1, json.dumps(body))


def test_a_moment_without_a_zone_is_refused_both_ways() -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(ValueError, match="no time zone"):
        CODEC.encode(Paused(naive, "user:1"))
    with pytest.raises(UnknownEntry, match="no time zone"):
        CODEC.decode("Paused", 1, json.dumps({"at": naive.isoformat(), "by": "user:1"}))


def test_a_moment_keeps_the_offset_it_was_written_with() -> None:
    tehran = NOON.astimezone(timezone(timedelta(hours=3, minutes=30)))
    assert CODEC.decode(*CODEC.encode(Paused(tehran, "user:1"))).at.utcoffset() == timedelta(hours=3, minutes=30)


@given(st.text(st.characters(), max_size=40))
def test_whatever_a_channel_writes_comes_back(text: str) -> None:
    """Half an emoji and NUL too; neither would be text for SQLite."""
    entry = heard(text=text)
    written = CODEC.encode(entry)
    assert CODEC.decode(*written) == entry
    assert "\0" not in written[2]
    assert written[2].encode("utf-8")  # half an emoji could not be
    assert "\x00" not in written[2]


def test_each_shape_of_a_union_is_told_from_the_others() -> None:
    call = heard()
    assert isinstance(call.reading, Signal)
    ladder = replace(call, reading=replace(call.reading, entry=Ladder((price("1"), price("2"))), stop=None))
    market = replace(call, reading=replace(call.reading, entry=AtMarket()))
    nothing = replace(call, reading=Nothing((Reason("an advertisement"),)), instrument=None, quote=None)
    for entry in (call, ladder, market, nothing):
        assert CODEC.decode(*CODEC.encode(entry)) == entry


@pytest.mark.parametrize(
    ("name", "v", "message"), [("Teleported", 1, "named 'Teleported'"), ("Paused", 2, "version 2"), ("Paused", 0, "0")]
)
def test_an_unknown_name_or_version_stops_the_reader(name: str, v: int, message: str) -> None:
    with pytest.raises(UnknownEntry, match=message):
        CODEC.decode(name, v, CODEC.encode(Paused(NOON, "user:1"))[2])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"mood": "calm"}, "unknown .'mood'"),
        ({"by": None}, "None is not str"),
        ({"by": 7}, "7 is not str"),
        ({"at": "soon"}, "soon"),
        ({"at": None}, "must be str"),
    ],
)
def test_a_line_with_strange_fields_is_not_guessed_at(change: dict[str, Any], message: str) -> None:
    body = json.loads(CODEC.encode(Paused(NOON, "user:1"))[2]) | change
    with pytest.raises(UnknownEntry, match=message):
        CODEC.decode("Paused", 1, json.dumps(body))


def test_a_line_written_before_a_field_existed_reads_with_its_default() -> None:
    entry = heard()
    body = json.loads(CODEC.encode(entry)[2])
    del body["message"]["forwarded"]
    assert CODEC.decode("MessageRead", 1, json.dumps(body)) == entry


def test_a_missing_field_without_a_default_is_an_error() -> None:
    body = json.loads(CODEC.encode(heard())[2])
    del body["message"]["text"]
    with pytest.raises(UnknownEntry, match=r"missing \['text'\]"):
        CODEC.decode("MessageRead", 1, json.dumps(body))


@pytest.mark.parametrize("body", ["", "[]", "null", "{", '{"at": NaN}', '"Paused"'])
def test_a_body_that_is_no_object_is_an_error(body: str) -> None:
    with pytest.raises(UnknownEntry):
        CODEC.decode("Paused", 1, body)


def test_an_unknown_member_of_a_union_is_an_error() -> None:
    body = json.loads(CODEC.encode(heard())[2])
    body["reading"]["is"] = "Prophecy"
    with pytest.raises(UnknownEntry, match="Prophecy"):
        CODEC.decode("MessageRead", 1, json.dumps(body))


def test_what_is_not_an_entry_is_not_written() -> None:
    with pytest.raises(TypeError, match="Reason is not an entry"):
        CODEC.encode(Reason("hm"))


def test_a_line_of_an_older_version_is_lifted_step_by_step() -> None:
    @dataclass(frozen=True, slots=True)
    class Greeted:
        name: str
        loud: bool
        times: int

    codec = Codec(
        registry={"Greeted": Greeted},
        versions={"Greeted": 3},
        upcasters={
            ("Greeted", 1): lambda old: {"name": old["who"], "loud": False},
            ("Greeted", 2): lambda old: old | {"times": 1},
        },
    )
    today = Greeted("Ada", False, 1)
    assert codec.decode("Greeted", 1, '{"who": "Ada"}') == today
    assert codec.decode("Greeted", 2, '{"name": "Ada", "loud": false}') == today
    assert codec.encode(today)[1] == 3
    for version in (0, 4):
        with pytest.raises(UnknownEntry, match=f"version {version}"):
            codec.decode("Greeted", version, '{"who": "Ada"}')


def test_a_check_that_was_written_as_an_object_is_read_as_a_row() -> None:
    declined = CallDeclined(
        CALL, NOON, "age: 90 s", (Check("side", True, "long", warns=True), Check("age", False, "90 s"))
    )
    name, version, body = CODEC.encode(declined)
    fields = json.loads(body)
    assert (version, fields["checks"]) == (2, [["side", True, "long", True], ["age", False, "90 s", False]])
    first, second = ({"name": n, "passed": p, "detail": d} for n, p, d, _ in fields["checks"])
    old = fields | {"checks": [first | {"warns": True}, second]}  # the second is of the days before warnings
    assert CODEC.decode(name, 1, json.dumps(old)) == declined


@pytest.mark.parametrize("row", [[], ["age", True, "1 s"], ["age", 1, "1 s", False], ["age", True, None, False], {}])
def test_a_row_that_is_no_check_is_an_error(row: object) -> None:
    name, version, body = CODEC.encode(CallDeclined(CALL, NOON, "age: 90 s", ()))
    with pytest.raises(UnknownEntry, match="cannot be read"):
        CODEC.decode(name, version, json.dumps(json.loads(body) | {"checks": [row]}))


def test_the_seal_covers_every_column_of_a_line() -> None:
    lines = number([line for one in opening() for line in draft(one)], 0, GENESIS)
    previous = GENESIS
    for line in lines:
        assert is_sound(previous, line)
        others: dict[str, Any] = {
            "seq": 9,
            "stream": "x",
            "version": 9,
            "line": 9,
            "position": None,
            "at": "x",
            "kind": "x",
        }
        others |= {"name": "x", "v": 9, "body": line.body + " ", "hash": bytes(32)}
        assert set(others) == set(line._fields)
        for column, value in others.items():
            assert not is_sound(previous, line._replace(**{column: value})), column
        previous = line.hash


def test_a_line_is_a_fact_or_an_intention() -> None:
    lines = [line for one in opening() for line in draft(one)]
    assert [columns[5] for columns, _ in lines] == ["fact", "fact", "intention", "fact", "intention"]
    assert {columns[3] for columns, _ in lines} == {CALL}


def test_a_line_reads_back_as_it_was_recorded() -> None:
    (account, _) = opening()
    lines = [recorded(line) for line in number(draft(account), 41, GENESIS)]
    assert [line.seq for line in lines] == [42, 43, 44]
    assert tuple(line.body for line in lines) == account.entries
    assert {(line.stream, line.version, line.at) for line in lines} == {("account", 0, account.at)}


def test_an_empty_batch_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="no entries"):
        draft(Batch(StreamId("s"), 0, NOON, ()))


def test_a_value_of_the_wrong_type_is_not_written() -> None:
    wrong: Any = 1.5
    with pytest.raises((TypeError, AttributeError)):
        CODEC.encode(StopConfirmed(CALL, NOON, wrong, quantity("1")))


def test_the_moment_of_a_message_is_in_utc_when_it_was_heard_in_utc() -> None:
    again = CODEC.decode(*CODEC.encode(heard()))
    assert isinstance(again, MessageRead)
    assert again.message.heard_at.tzinfo == UTC
