"""The demo as its visitor starts it: a process of its own, one free port, and the JSON interface for scripts.

Separate because every test at this door needs the same hands: start, look, say, press, move a price, kill.
Nothing here knows the inside of the program; waits are on conditions, each with a bound.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
ALPHA, GOLD, NEW = "Alpha Crypto", "Gold Room", "New Channel"
"""The demo's channels: the first asks, the second trades by itself, the third is only watched."""
DESK = "desk"
BOUND_S = 30.0
"""How long anything may take on a busy machine before a test gives up."""
LOOK_S = 0.05

T = TypeVar("T")


def until(what: str, look: Callable[[], T | None], more: Callable[[], str], bound_s: float = BOUND_S) -> T:
    """Look until there is something to see. Fails with ``what``, and ``more`` of how it stands."""
    end = time.monotonic() + bound_s
    while not (seen := look()):
        if time.monotonic() > end:
            raise AssertionError(f"not within {bound_s:.0f} s: {what}\n{more()}")
        time.sleep(LOOK_S)
    return seen


class SaidNo(Exception):
    """The demo refused a request; ``status`` is HTTP's, the message is the sentence it gave."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


@dataclass(frozen=True, slots=True)
class Key:
    """A button under a message."""

    text: str
    data: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as the page shows it."""

    id: int
    sender: str
    text: str
    keys: tuple[Key, ...]
    edited: bool

    def key(self, words: str) -> Key | None:
        """The button that says ``words``."""
        return next((key for key in self.keys if words.casefold() in key.text.casefold()), None)


@dataclass(frozen=True, slots=True)
class Held:
    """One position, as the venue itself has it."""

    symbol: str
    side: str
    quantity: Decimal
    entry: Decimal
    mark: Decimal
    stop: Decimal | None
    targets: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """One order on the venue's book."""

    tag: str | None
    symbol: str
    side: str
    quantity: Decimal
    filled: Decimal
    price: Decimal | None
    reduce_only: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything the venue holds for us at one moment."""

    equity: Decimal
    positions: tuple[Held, ...]
    orders: tuple[Resting, ...]
    prices: dict[str, Decimal]

    def held(self, symbol: str) -> Held | None:
        return next((position for position in self.positions if position.symbol == symbol), None)


class Visitor:
    """What anybody with the page open can do, over the same door."""

    def __init__(self, url: str, answer_s: float = 20.0) -> None:
        place = urlsplit(url)
        self.url = url
        self._host, self._port, self._answer_s = place.hostname or "127.0.0.1", place.port or 80, answer_s

    # --- doing ------------------------------------------------------------------------------------

    def say(self, chat: str, text: str, reply_to: int | None = None) -> int:
        """Post as the channel's owner, or write to the bot. Returns the message's id."""
        body: dict[str, object] = {"chat": chat, "text": text}
        if reply_to is not None:
            body["reply_to"] = reply_to
        return int(self.post("/demo/say", body)["message_id"])

    def press(self, message: Shown, words: str) -> None:
        """Press the button that says ``words``."""
        key = message.key(words)
        assert key is not None, f"no button {words!r} under {message}"
        self.press_data(message.id, key.data)

    def answer(self, card: Shown, words: str) -> Shown:
        """Press until the card shows that it was heard; the card as it is then.

        Right after a start the bot asks for a second tap: the first may have waited while it was away.
        """
        data = card.key(words)
        assert data is not None, f"no button {words!r} under {card}"

        def look() -> Shown | None:
            with contextlib.suppress(SaidNo):  # the buttons may be gone since
                self.press_data(card.id, data.data)
            end = time.monotonic() + 1.0
            while time.monotonic() < end:
                now = self.message(card.id)
                if now.key(words) is None:
                    return now
                time.sleep(LOOK_S)
            return None

        return self.until(f"{words!r} is heard", look)

    def press_data(self, message_id: int, data: str) -> None:
        self.post("/demo/press", {"message_id": message_id, "data": data})

    def move(self, symbol: str, price: Decimal) -> None:
        """Put the market there."""
        self.post("/demo/price", {"symbol": symbol, "price": str(price)})

    # --- looking ----------------------------------------------------------------------------------

    def messages(self, chat: str = DESK, since: int = 0) -> tuple[Shown, ...]:
        rows = self.get(f"/demo/messages?chat={quote(chat)}&since={since}")
        return tuple(_shown(row) for row in rows)

    def message(self, number: int, chat: str = DESK) -> Shown:
        return self.messages(chat, number - 1)[0]

    def last_id(self) -> int:
        """The newest message in the desk's chat; 0 when there is none."""
        return max((message.id for message in self.messages()), default=0)

    def venue(self) -> Truth:
        told = self.get("/demo/venue")
        return Truth(
            Decimal(told["equity"]),
            tuple(_held(row) for row in told["positions"]),
            tuple(_resting(row) for row in told["orders"]),
            {row["symbol"]: Decimal(row["price"]) for row in told["prices"] if row["price"] is not None},
        )

    def is_flat(self) -> bool:
        """Whether the venue holds nothing of ours, and no order either."""
        truth = self.venue()
        return not truth.positions and not truth.orders

    def price(self, symbol: str) -> Decimal:
        return self.venue().prices[symbol]

    def health(self) -> dict[str, Any]:
        told = self.get("/demo/health")
        assert isinstance(told, dict)
        return told

    # --- waiting ----------------------------------------------------------------------------------

    def until(self, what: str, look: Callable[[], T | None], bound_s: float = BOUND_S) -> T:
        """Look until there is something to see. Fails with ``what`` and the desk's last words."""

        def words() -> str:
            return "the desk's last words:\n" + "\n---\n".join(f"{m.id} {m.text}" for m in self.messages()[-6:])

        return until(what, look, words, bound_s)

    def said(self, *words: str, since: int = 0, bound_s: float = BOUND_S) -> Shown:
        """Wait for a message of the bot that holds all of ``words``, new or edited; the newest one of them."""

        def look() -> Shown | None:
            heard = [m for m in self.messages(since=since) if m.sender == "bot"]
            return next((m for m in reversed(heard) if all(w.casefold() in m.text.casefold() for w in words)), None)

        return self.until(f"the bot says {words}", look, bound_s)

    def question(self, symbol: str, since: int = 0) -> Shown:
        """Wait for the card that asks about a call in ``symbol``."""

        def look() -> Shown | None:
            return next((m for m in self.messages(since=since) if symbol in m.text and m.key("Approve")), None)

        return self.until(f"an approval card for {symbol}", look)

    def holds(self, symbol: str, bound_s: float = BOUND_S, *, targets_min: int = 1) -> Held:
        """Wait until the venue holds ``symbol`` with a stop and at least so many targets on the book."""

        def look() -> Held | None:
            held = self.venue().held(symbol)
            whole = held is not None and held.stop is not None and len(held.targets) >= targets_min
            return held if whole else None

        return self.until(f"{symbol} is held with a stop and {targets_min} targets", look, bound_s)

    def ask_desk(self, command: str, *words: str) -> Shown:
        """Send a command and wait for an answer that holds ``words``."""
        return self.said(*words, since=self.say(DESK, command))

    # --- the wire ---------------------------------------------------------------------------------

    def get(self, path: str) -> Any:
        return self._ask("GET", path, None)

    def post(self, path: str, body: object) -> Any:
        return self._ask("POST", path, json.dumps(body).encode())

    def _ask(self, method: str, path: str, body: bytes | None) -> Any:
        line = http.client.HTTPConnection(self._host, self._port, timeout=self._answer_s)
        with contextlib.closing(line):
            line.request(method, path, body, {"Content-Type": "application/json"} if body is not None else {})
            answer = line.getresponse()
            told = json.loads(answer.read())
        if answer.status != 200:
            raise SaidNo(answer.status, str(told.get("error")))
        return told


def _shown(row: dict[str, Any]) -> Shown:
    keys = tuple(Key(key["text"], key["data"]) for line in row["buttons"] or () for key in line)
    return Shown(row["id"], row["from"], row["text"] or "", keys, bool(row["edited"]))


def _held(row: dict[str, Any]) -> Held:
    stop = Decimal(row["stop"]) if row["stop"] is not None else None
    quantity, entry, mark = (Decimal(row[name]) for name in ("quantity", "entry", "mark"))
    targets = tuple(map(Decimal, row["targets"]))
    return Held(row["symbol"], row["side"], quantity, entry, mark, stop, targets)


def _resting(row: dict[str, Any]) -> Resting:
    price = Decimal(row["price"]) if row["price"] is not None else None
    quantity, filled = Decimal(row["quantity"]), Decimal(row["filled"])
    return Resting(row["tag"], row["symbol"], row["side"], quantity, filled, price, row["reduce_only"])


class DemoProcess:
    """One life of ``main.py demo`` over a data directory."""

    def __init__(self, data: Path, *options: str) -> None:
        """Start it; returns at once, whatever becomes of it."""
        self.data = data
        self._words = next(place for place in data.parents if place.is_dir()) / f"{data.name}.output.txt"
        with self._words.open("wb") as out:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, our own program
                [sys.executable, "main.py", "demo", "--port", "0", "--data", str(data), *options],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    @property
    def words(self) -> str:
        """What it has printed so far."""
        return self._words.read_text(encoding="utf-8", errors="replace")

    @property
    def pid(self) -> int:
        return self._process.pid

    def url(self) -> str | None:
        """Where it can be visited; None while it is not open."""
        found = re.search(r"http://127\.0\.0\.1:\d+", self.words)
        return found[0] if found else None

    def open(self, bound_s: float = BOUND_S) -> Visitor:
        """Wait until the doors are open. Fails with what it printed when it ends instead."""

        def look() -> str | None:
            code = self._process.poll()
            assert code is None, f"the demo ended with {code}:\n{self.words}"
            return self.url()

        visitor = Visitor(until("the demo opens", look, lambda: self.words, bound_s))
        assert visitor.health()["status"] == "ok"
        return visitor

    def ended(self, bound_s: float = BOUND_S) -> int:
        """Wait for its end; its exit status."""
        return self._process.wait(bound_s)

    def is_running(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """End it without warning, as a power cut does."""
        self._process.kill()
        self._process.wait(BOUND_S)

    def stop(self) -> None:
        """End it as a visitor does, and if it will not, without warning."""
        self._process.terminate()
        try:
            self._process.wait(BOUND_S)
        except subprocess.TimeoutExpired:
            self.kill()


@contextlib.contextmanager
def running(data: Path, *options: str) -> Iterator[tuple[DemoProcess, Visitor]]:
    """A demo that is open, and ended whatever happens; without warning, since each start is a recovery."""
    process = DemoProcess(data, *options)
    try:
        yield process, process.open()
    finally:
        process.kill()


def percent(price: Decimal, change: str) -> Decimal:
    """``price`` changed by so many percent, with as many decimals as it has."""
    exponent = price.as_tuple().exponent
    return (price * (1 + Decimal(change) / 100)).quantize(Decimal(1).scaleb(min(int(exponent), 0)))


def call(symbol: str, price: Decimal, stop: str = "-1.5", targets: Sequence[str] = ("1.2", "2.4", "4")) -> str:
    """A call as a channel posts it, its entry a zone around ``price``, its levels so many percent away."""
    side = "LONG" if not targets[0].startswith("-") else "SHORT"
    lines = [f"{symbol} {side}", f"Entry: {percent(price, '-0.1')} - {percent(price, '0.1')}"]
    lines += [f"Stop loss: {percent(price, stop)}"]
    lines += [f"TP{number}: {percent(price, away)}" for number, away in enumerate(targets, 1)]
    return "\n".join(lines)
