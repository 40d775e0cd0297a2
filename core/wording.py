"""How what was read is said in words: on a card, in /why and /try, in the journal's telling. Pure.

Separate from the views of accounts and positions, which show what came of it.
"""

from __future__ import annotations

from decimal import Decimal

from core.signals import (
    Act,
    Amendment,
    AtLimit,
    AtMarket,
    AtPrice,
    AtStop,
    Entry,
    Instruction,
    InZone,
    Ladder,
    Level,
    Nothing,
    OpenEnded,
    Percent,
    Pips,
    Reading,
    Signal,
    TargetLevel,
)


def reading_lines(reading: Reading) -> tuple[str, ...]:
    """What was understood, then what is doubtful; the words behind it are shown by `core.reading.showing.explain`."""
    match reading:
        case Nothing(reasons=reasons):
            return tuple(reason.text for reason in reasons)
        case Signal():
            head = (f"{reading.symbol or 'no symbol'} {reading.side or 'no side'}, {_entry(reading.entry)}",)
            ladder = _shared_out(reading.entry_weights)
            stop = (_stop_words(reading),)
            targets = (f"targets {', '.join(map(level_words, reading.targets))}",) if reading.targets else ()
            parts = _shared_out(reading.target_weights)
            size = (f"size advised: {reading.size.words}",) if reading.size is not None else ()
            judged = (reason.text for reason in reading.reasons if not reason.field)
            return (
                *head,
                *ladder,
                *stop,
                *targets,
                *parts,
                *size,
                *judged,
                *(f"doubt: {doubt.text}" for doubt in reading.doubts),
            )
        case Amendment():
            acts = ", ".join(instruction_words(one, reading) for one in reading.instructions)
            told = {one.act.value for one in reading.instructions}  # these reasons only point at the words of an order
            why = tuple(reason.text for reason in reading.reasons if not reason.field and reason.text not in told)
            return (acts, *why, *(f"doubt: {doubt.text}" for doubt in reading.doubts))


def _stop_words(call: Signal) -> str:
    if call.stop is None:
        return "no stop"
    condition = f', "{call.stop_condition}"' if call.stop_condition else ""
    return f"stop {level_words(call.stop)}{condition}"


def _shared_out(weights: tuple[Decimal, ...]) -> tuple[str, ...]:
    """The call's own weights, as it says them."""
    return (f"shared out {', '.join(f'{weight} %' for weight in weights)}",) if weights else ()


def _entry(entry: Entry) -> str:
    match entry:
        case AtMarket(reference):
            return "at market" if reference is None else f"at market, near {reference}"
        case AtLimit(price):
            return f"limit {price}"
        case AtStop(price):
            return f"once it breaks {price}"
        case InZone(low, high):
            return f"zone {low} to {high}"
        case Ladder(prices, breakout):
            return ("as it breaks " if breakout else "ladder ") + ", ".join(map(str, prices))


def level_words(level: Level | TargetLevel) -> str:
    """ "2352", "30 pips", "5 %", "open" """
    match level:
        case AtPrice(price):
            return str(price)
        case Pips(count):
            return f"{count} pips"
        case Percent(value):
            return f"{value} %"
        case OpenEnded():
            return "open"


def instruction_words(one: Instruction, said: Amendment) -> str:
    """One thing a follow-up asks for, with its figures."""
    words = str(one.act).replace("_", " ")
    if one.percent is not None:
        words += f" {one.percent} %"
    if one.price is not None:
        words += f" at {one.price}" if one.act in (Act.CLOSE, Act.CLOSE_PART) else f" {one.price}"
    if one.level is not None:
        words += f" target {one.level}"
    if one.beyond is not None:
        words += f" {level_words(one.beyond)} in profit"
    if one.act in (Act.SET_LEVELS, Act.EDIT_TARGETS) and said.targets:
        words += f", targets {', '.join(map(level_words, said.targets))}"
    return words
