"""Show in a terminal how a text is read: its words in colour, what they mean, and every doubt.

Separate, because it is the only part of the reader that writes to a screen. Where there is no colour
(a pipe, a file, NO_COLOR) the same post is shown with plain marks around its words.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from core.errors import InterlockError
from core.reading import read
from core.reading.dialects import STANDARD, Dialect
from core.reading.showing.explain import Field, Part, legend, parts
from core.reading.showing.wire import as_json
from core.signals import Amendment, Nothing, Reading, Signal

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_COLOURS = {
    Field.SIDE: "bold magenta",
    Field.SYMBOL: "bold cyan",
    Field.ENTRY: "bold blue",
    Field.STOP: "bold red",
    Field.TARGET: "bold green",
    Field.SHARE: "cyan",
    Field.LEVERAGE: "bold white",
    Field.SIZE: "cyan",
    Field.ORDER: "bold magenta",
    Field.DOUBT: "black on yellow",
}
_VERDICTS = {
    "open": ("✓", "green", "A call without a doubt: opened where the channel's policy allows it."),
    "apply": ("✓", "green", "A follow-up without a doubt: passed on to the trade it means."),
    "ask": ("?", "yellow", "A human is asked."),
    "ignore": ("·", "dim", "Nothing to act on."),
}
_MARGIN = "  "
_NO_CHANNELS: Mapping[str, Dialect] = MappingProxyType({})


def answer(
    *, jsonl: bool, explained: bool, dialect: Dialect = STANDARD, channels: Mapping[str, Dialect] = _NO_CHANNELS
) -> None:
    """Read standard input and answer on standard output, each text or each line of JSON.

    A line whose channel is one of ``channels`` is read as that one writes, any other in the ``dialect``.
    Raises `InterlockError` for a line that is no message: its number, and what a message needs.
    """
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)  # JSON is UTF-8, also where the console is not
    if not jsonl:
        text = sys.stdin.read()
        if explained:
            text = text.rstrip("\n")
            explain(text, read(text, dialect=dialect), _console())
        else:
            _write(json.dumps(as_json(read(text, dialect=dialect)), ensure_ascii=False, indent=2))
        return
    for number, line in enumerate(sys.stdin, 1):
        if line.strip():
            id_, text, reply, channel = _message(line, number)
            reading = read(text, reply_text=reply, dialect=channels.get(channel, dialect))
            _write(json.dumps({"id": id_, **as_json(reading)}, ensure_ascii=False))


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _message(line: str, number: int) -> tuple[Any, str, str | None, str]:
    """Its id, its text, the text it answers and its channel in small letters; empty where it names none."""
    try:
        asked = json.loads(line)
        id_, text, reply = asked["id"], asked["text"], asked.get("reply_to")
        if not isinstance(text, str) or not isinstance(reply, str | None):
            raise TypeError("text and reply_to must be texts")
        channel = asked.get("channel")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as wrong:
        raise InterlockError(f"line {number} is not a message ({wrong}); it needs id and text") from None
    return id_, text, reply, str(channel).lower() if isinstance(channel, str | int) else ""


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def explain(text: str, reading: Reading, console: Console) -> None:
    """Print the post with its words marked, a legend, the verdict, the fields, the doubts."""
    from rich.text import Text

    shown = parts(text, reading)
    coloured = console.is_terminal and not console.no_color
    console.print()
    for line in _lines(shown):
        console.print(Text.assemble((_MARGIN + "│ ", "dim"), _marked(line, coloured)))
    found = legend(shown)
    if found and coloured:
        console.print()
        console.print(Text.assemble(_MARGIN, *((f"{field}  ", _COLOURS[field]) for field in found)))
    console.print()
    said = as_json(reading)
    sign, colour, words = _VERDICTS[said["verdict"]]
    console.print(Text(f"{_MARGIN}{sign} {words}", style=f"bold {colour}"))
    for name, value, field in _rows(said):
        console.print(Text.assemble((f"{_MARGIN}  {name:<12}", "dim"), (value, _COLOURS[field])))
    for why in _doubts(reading):
        console.print(Text(f"{_MARGIN}  ? {why}", style="yellow" if said["verdict"] == "ask" else "dim"))
    console.print()


def _lines(shown: Iterable[Part]) -> Iterator[list[Part]]:
    """The same stretches, line by line."""
    line: list[Part] = []
    for part in shown:
        first, *more = part.text.split("\n")
        line.append(Part(first, part.field))
        for text in more:
            yield line
            line = [Part(text, part.field)]
    yield line


def _marked(line: Iterable[Part], coloured: bool) -> Text:
    from rich.text import Text

    marked = Text()
    for text, field in line:
        if field is Field.NONE or not text.strip():
            marked.append(text)
        elif coloured:
            marked.append(text, _COLOURS[field])
        else:
            marked.append(f"[{field}: {text}]")
    return marked


def _rows(said: dict[str, Any]) -> Iterator[tuple[str, str, Field]]:
    """What was understood, a field a line; what the post does not say has none."""
    if said["side"]:
        yield "side", said["side"], Field.SIDE
    if said["symbol"]:
        yield "instrument", said["symbol"], Field.SYMBOL
    if said["entry_type"]:
        entry = " ".join((said["entry_type"], " - ".join(said["entry"]), *_beside(said))).strip()
        yield "entry", entry, Field.ENTRY
    if said["entry_weights"]:
        yield "shared out", _percents(said["entry_weights"]), Field.SHARE
    if said["stop"]:
        condition = f' "{said["stop_condition"]}"' if said["stop_condition"] else ""
        yield "stop", said["stop"] + condition, Field.STOP
    if said["targets"]:
        yield "targets", ", ".join(said["targets"]), Field.TARGET
    if said["target_weights"]:
        yield "shared out", _percents(said["target_weights"]), Field.SHARE
    if said["leverage"]:
        upto = f" to {said['leverage_max']}" if said["leverage_max"] else ""
        yield "leverage", f"{said['leverage']}{upto}x {said['margin_mode'] or ''}".strip(), Field.LEVERAGE
    elif said["margin_mode"]:
        yield "margin", said["margin_mode"], Field.LEVERAGE
    if said["spot"]:
        yield "market", "spot", Field.LEVERAGE
    if said["size"]:
        yield "size", said["size"], Field.SIZE
    for action in said["actions"]:
        details = (action["price"], f"{action['percent']} %" if action["percent"] else None)
        target = f"target {action['target']}" if action["target"] else None
        yield "order", " ".join(filter(None, (action["action"].replace("_", " "), *details, target))), Field.ORDER


def _percents(weights: Sequence[str]) -> str:
    return ", ".join(f"{weight} %" for weight in weights)


def _beside(said: dict[str, Any]) -> Iterator[str]:
    if said["reference"] and said["reference"] not in said["entry"]:
        yield f"(near {said['reference']})"


def _doubts(reading: Reading) -> tuple[str, ...]:
    match reading:
        case Signal(doubts=doubts) | Amendment(doubts=doubts):
            return tuple(doubt.text for doubt in doubts)
        case Nothing(reasons=reasons):
            return tuple(reason.text for reason in reasons)
