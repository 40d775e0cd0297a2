"""Interlock: no order leaves without its stop, its limits and its journal line.

The command line and the place where the rooms are put together. Each command reads like a
recipe: what is opened first is closed last. Heavy libraries are imported by the command that
needs them, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from core.errors import ConfigError, InterlockError

if TYPE_CHECKING:
    import asyncio

    from bot.admin import BotSettings
    from bot.listener import TelethonEar
    from core.config import Config
    from core.ports import Clock, Ear, Journal, Prices, Venue
    from core.rules import Rules
    from core.runtime.desk import TradingDesk
    from core.runtime.front import FrontDesk

DEMO_TOKEN = "1000001:demo"  # noqa: S105 - opens nothing but the demo's own stand-in on this machine
DEMO_USER = 42
DEMO_SHOWN = ("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT", "XAUUSD", "EURUSD", "NAS100")
USAGE_ERROR = 2
_SAY = partial(print, flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 done, 1 failed, 2 the owner has something to mend."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a channel's title may be in letters the console lacks
    options = _parser().parse_args(argv)
    gc.set_threshold(50_000)  # what is imported stays: looking for what could go would be a thirtieth of a start
    try:
        return int(options.command(options))
    except InterlockError as mistake:
        for line in str(mistake).splitlines():
            print(f"interlock: {line}", file=sys.stderr)
        return USAGE_ERROR
    except EOFError:
        print("interlock: a question was to be answered and nobody is at the terminal: run it in one", file=sys.stderr)
        return USAGE_ERROR
    except (KeyboardInterrupt, BrokenPipeError) as ended:
        return 130 if isinstance(ended, KeyboardInterrupt) else 0  # the reader of a pipe has seen enough


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description="Trade other people's calls by your own rules.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int], help_: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help_, description=help_)
        command.set_defaults(command=run)
        return command

    demo = add("demo", _demo, "the whole product on this machine: no account, no keys, no internet")
    port, speed = _between(int, 0, 65_535), _between(float, 0.01, 100)
    demo.add_argument("--port", type=port, default=8787, help="of the page on 127.0.0.1 (8787; 0: any free one)")
    demo.add_argument("--seed", type=int, default=1, help="of the synthetic market")
    demo.add_argument("--speed", type=speed, default=1.0, help="of the market and the script")
    demo.add_argument("--data", type=Path, default=Path("data/demo"), help="what the demo remembers")
    demo.add_argument("--no-script", action="store_true", help="nothing happens by itself")
    for name, run, help_ in (
        ("run", _run, "the real thing, as config.yaml says; paper unless it says otherwise"),
        ("check", _check, "check a configuration without starting anything"),
        ("login", _login, "sign the listening account in to Telegram, once"),
        ("second-factor", _second_factor, "enrol an admin's one-time codes, which loosening a stop needs"),
        ("panic", _panic, "close everything and lock, also when Telegram is down; proves each position"),
        ("journal", _journal, "show what was heard, decided and done"),
    ):
        add(name, run, help_).add_argument("--config", type=Path, default=Path("config.yaml"))
    commands.choices["second-factor"].add_argument("--user", type=int, help="which admin, when there are several")
    commands.choices["check"].add_argument("--online", action="store_true", help="also ask the venue about the key")
    for elsewhere in (panic := commands.choices["panic"], journal := commands.choices["journal"]):
        elsewhere.add_argument("--data", type=Path, help="a data directory, such as the demo's, not the config's")
    panic.add_argument("--yes", action="store_true", help="do not ask")

    parse = add("parse", _parse, "show how texts are read; nothing is traded")
    shown = parse.add_mutually_exclusive_group()
    shown.add_argument("--jsonl", action="store_true", help="one JSON message a line in, one reading a line out")
    shown.add_argument("--explain", action="store_true", help="the text with its fields marked, and every reason")
    spoken = parse.add_mutually_exclusive_group()
    spoken.add_argument("--dialect", type=Path, metavar="FILE", help="a dialect as it stands under a channel")
    spoken.add_argument("--channel", metavar="NAME", help="as this channel of the config writes, and was taught")
    teach = add("teach", _teach, "correct how a channel is read; asks before anything is kept")
    teach.add_argument("channel", metavar="CHANNEL", help="its id or its title")
    teach.add_argument("correction", nargs="+", help="what is right, such as: SL is 2310; or: undo")
    teach.add_argument("--config", type=Path, default=Path("config.yaml"), help="where that channel stands")
    parse.add_argument("--config", type=Path, help="where that channel stands; --jsonl: those the messages name")
    journal.add_argument("--trade", metavar="ID", help="only what concerns this trade, or the trades of this symbol")
    journal.add_argument("--follow", action="store_true", help="go on with what is written from now on")
    bench = add("bench", _measure, "measure every figure as a ratio to a floor of the same run")
    sim = add("simulate", _measure, "try to break the desk: faults, deaths and people, drawn from seeds")
    for flag, kind, usual in (("--seeds", int, 50), ("--hours", float, 6.0), ("--start", int, 0)):
        sim.add_argument(flag, type=_between(kind, 0, 10**9), default=usual, help=f"({usual})")
    sim.add_argument("--venue", choices=("attach", "two-step"), default="attach", help="are stops attached to entries?")
    for command in (bench, sim):
        command.add_argument("--json", action="store_true", help="for programs")
    return parser


def _between(kind: Callable[[str], float], least: float, most: float) -> Callable[[str], float]:
    """Read a flag's number; one out of range is the owner's to mend."""

    def read(text: str) -> float:
        try:
            number = kind(text)
        except ValueError:
            number = most + 1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least} to {most}")
        return number

    return read


# --- the house -------------------------------------------------------------------------------


class House(NamedTuple):
    """The running desk and its door for questions."""

    desk: TradingDesk
    front: FrontDesk
    journal: Journal


@asynccontextmanager
async def open_house(
    data: Path, venue: Venue, prices: Prices, clock: Clock, rules: Rules, venue_name: str, *, patient: bool = False
) -> AsyncIterator[House]:
    """Journal, recovery and desk, used by demo and run alike. ``patient``: the venue may answer later."""
    from core.lessons import with_lessons
    from core.runtime.desk import ACCOUNT, Parts
    from core.runtime.front import FrontDesk
    from core.runtime.lessons import Teaching
    from core.runtime.recovery import open_desk
    from storage.backup import keep_copies
    from storage.handover import obey
    from storage.journal import open_journal
    from storage.reserve import Reserve, watch_room
    from storage.tables import keep_up
    from storage.taught import TaughtFile

    async with AsyncExitStack() as stack:
        reserve = Reserve(data / "reserve.bin")
        journal = await stack.enter_async_context(open_journal(data / "journal.sqlite3", make_room=reserve.give_away))
        history = await journal.read(ACCOUNT)
        parts = Parts(venue, journal, prices, clock)
        shelf = TaughtFile(data)
        taught = shelf.load()
        desk = await stack.enter_async_context(open_desk(parts, with_lessons(rules, taught), patient=patient))
        desk.roof.watch("read models", lambda: keep_up(data / "tables.sqlite3", journal))
        desk.roof.watch("copies", lambda: keep_copies(data / "journal.sqlite3", data / "backups", clock))
        front = FrontDesk(desk, history, venue_name, Teaching(desk, rules, taught, shelf))
        desk.roof.watch("room on the disk", lambda: watch_room(reserve, front.pause, front.notice))
        desk.roof.watch("panic requests", lambda: obey(data, front.panic, clock))
        yield House(desk, front, journal)


@asynccontextmanager
async def open_doors(house: House, bot: BotSettings, ear: Ear, clock: Clock, zone: str) -> AsyncIterator[None]:
    """The bot first, so that everything after it can be told; the ear last, when all are ready."""
    from bot.admin import open_bot
    from bot.deafness import WatchedEar
    from core.runtime.tuning import tune
    from jobs.scheduler import open_scheduler
    from jobs.timetable import TIMETABLE
    from storage.codec import warm_up_aside

    house.desk.roof.spawn("words of the journal", warm_up_aside())
    async with AsyncExitStack() as stack:
        phone = await stack.enter_async_context(open_bot(bot, house.front, house.journal, clock))
        await stack.enter_async_context(open_scheduler(TIMETABLE, house.desk.watch.due, clock, zone))

        watched = WatchedEar(ear, phone.tell)

        async def listen() -> None:
            await house.desk.opened.wait()
            marks = {channel: heard.whole_to for channel, heard in house.desk.account.heard.items()}
            await watched.listen(marks, house.desk.hear, house.front.notice)

        house.desk.roof.watch("ear", listen)
        tune()
        yield


# --- commands --------------------------------------------------------------------------------


def _demo(options: argparse.Namespace) -> int:
    from core.runtime.logs import hide

    hide(DEMO_TOKEN)
    return _under_lock(options.data, "demo", partial(_play_demo, options))


async def _play_demo(options: argparse.Namespace, stop: asyncio.Event) -> None:
    from bot.admin import BotSettings
    from bot.demo.rules import DEMO_RULES
    from bot.demo.server import DemoSettings, open_demo
    from bot.slash import Role
    from core.runtime.clock import SystemClock
    from core.vocabulary import Symbol, UserId
    from venues.catalogue import CATALOGUE
    from venues.paper import open_paper
    from venues.prices.synthetic import SyntheticMarket
    from venues.truth import PaperTruth

    clock = SystemClock()
    channels = tuple((channel.id, channel.title) for channel in DEMO_RULES.channels)
    modes = {channel.id: str(channel.mode) for channel in DEMO_RULES.channels}
    settings = DemoSettings("127.0.0.1", options.port, options.data, DEMO_TOKEN, channels)
    async with AsyncExitStack() as stack:
        market = await stack.enter_async_context(SyntheticMarket(clock, str(options.seed), speed=options.speed))
        paper = options.data / "paper.sqlite3"
        venue = await stack.enter_async_context(open_paper(paper, CATALOGUE, market, clock, name="demo"))
        truth = PaperTruth(venue, market, tuple(map(Symbol, DEMO_SHOWN)), clock)
        demo = await stack.enter_async_context(open_demo(settings, clock, truth, modes.get))
        bot = BotSettings(DEMO_TOKEN, {UserId(DEMO_USER): Role.ADMIN}, demo.base_url, demo.base_file_url)
        house = await stack.enter_async_context(
            open_house(options.data, venue, market, clock, DEMO_RULES, "paper (demo)")
        )
        await stack.enter_async_context(open_doors(house, bot, demo.ear, clock, DEMO_RULES.day_zone))
        if not options.no_script:
            house.desk.roof.spawn("script", demo.play(options.speed))
        print(f"Interlock demo: open {demo.url} in a browser. Ctrl+C ends it.", flush=True)
        await stop.wait()


def _run(options: argparse.Namespace) -> int:
    from storage.settings import load

    config = load(options.config)
    return _under_lock(Path(config.data), "run", partial(_run_for_real, config))


async def _run_for_real(config: Config, stop: asyncio.Event) -> None:
    from asyncio import to_thread

    from core.runtime.clock import SystemClock
    from core.runtime.recovery import protected_first

    clock = SystemClock()
    async with _real_house(config, clock) as house:
        await protected_first(house.desk)
        # In a thread, because Telegram's libraries are half a second's reading, and the desk trades already.
        bot, ear = await to_thread(_telegram, config, clock)
        if not house.desk.account.grants:  # with nothing to look after, a start that cannot be told or hear is none
            from bot.credentials import prove_all

            await prove_all(bot.prove, ear.prove)
        async with open_doors(house, bot, ear, clock, config.day_zone):
            listed = f"{len(config.channels)} channel{'s' * (len(config.channels) != 1)}"
            print(f"Interlock runs on {house.front.status().venue}; it follows {listed}. Ctrl+C ends it.", flush=True)
            await stop.wait()


def _telegram(config: Config, clock: Clock) -> tuple[BotSettings, TelethonEar]:
    from bot.admin import bot_settings
    from bot.listener import TelethonEar
    from bot.session import listener_settings
    from storage.second_factor import FactorFile

    return bot_settings(config, FactorFile(Path(config.data))), TelethonEar(listener_settings(config), clock)


@asynccontextmanager
async def _real_house(config: Config, clock: Clock) -> AsyncIterator[House]:
    from venues.registry import open_venue

    data, name = Path(config.data), config.venue.label
    async with AsyncExitStack() as stack:
        venue, prices = await stack.enter_async_context(open_venue(config.venue, data, clock))
        # The bot opens while the venue may still refuse us or be dead: its owner is told why nothing is opened.
        house = open_house(data, venue, prices, clock, config.rules(), name, patient=True)
        yield await stack.enter_async_context(house)


def _check(options: argparse.Namespace) -> int:
    from bot.credentials import check_shapes
    from storage.lock import check_room
    from storage.settings import load
    from storage.taught import TaughtFile

    config = load(options.config)
    check_room(Path(config.data))
    check_shapes(config)
    modes = ", ".join(f"{channel.title}: {channel.mode}" for channel in config.channels)
    print(f"{options.config} is sound. Venue: {config.venue.label}. {modes}.")
    if taught := TaughtFile(Path(config.data)).told():
        print(taught)
    if options.online:
        from asyncio import run

        from core.runtime.clock import SystemClock
        from venues.registry import inspect_venue

        print("\n".join(run(inspect_venue(config, SystemClock()))))
    return 0


def _login(options: argparse.Namespace) -> int:
    from asyncio import run

    from bot.session import listener_settings, login_here
    from storage.settings import load

    who = run(login_here(listener_settings(load(options.config))))
    print(f"Signed in as {who}. Now: python main.py run --config {options.config}")
    return 0


def _second_factor(options: argparse.Namespace) -> int:
    from core.runtime.clock import SystemClock
    from storage.second_factor import enrol

    return 0 if enrol(options.config, options.user, SystemClock().now, input, _SAY) else 1


def _parse(options: argparse.Namespace) -> int:
    from core.reading.showing.console import answer
    from storage.taught import dialects_of

    dialect, channels = dialects_of(options.dialect, options.channel, options.config)
    answer(jsonl=options.jsonl, explained=options.explain, dialect=dialect, channels=channels)
    return 0


def _teach(options: argparse.Namespace) -> int:
    from core.runtime.clock import SystemClock
    from storage.lessons import teach

    kept = teach(options.config, options.channel, " ".join(options.correction), SystemClock().now(), input, print)
    return 0 if kept else 1


def _journal(options: argparse.Namespace) -> int:
    from asyncio import run

    from storage.reader import show, whose

    run(show(whose(options.data, options.config), options.trade, _SAY, follow=options.follow))
    return 0


def _panic(options: argparse.Namespace) -> int:
    from storage.emergency import panic

    return panic(options.config, options.data, yes=options.yes, open_alone=_headless, say=_SAY)


@asynccontextmanager
async def _headless(config: Config) -> AsyncIterator[Callable[[str], Awaitable[object]]]:
    """The desk without bot and ear, for a panic from the command line; yields its button."""
    from core.runtime.clock import SystemClock
    from jobs.scheduler import open_scheduler
    from jobs.timetable import TIMETABLE

    clock, zone = SystemClock(), config.day_zone
    async with _real_house(config, clock) as house, open_scheduler(TIMETABLE, house.desk.watch.due, clock, zone):
        yield house.front.panic


def _measure(options: argparse.Namespace) -> int:
    try:
        from tests.bench.figures import measure
        from tests.sim.command import run
    except ModuleNotFoundError as missing:
        raise ConfigError(f"bench and simulate need a checkout and its tests: {missing}") from None
    return run(options) if "seeds" in options else measure(as_json=options.json)


def _under_lock(data: Path, command: str, work: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> int:
    """Hold the data directory, start the log, run until asked to stop."""
    from core.runtime.clock import SystemClock
    from core.runtime.logs import set_up
    from core.runtime.stopping import run
    from storage.lock import hold

    with hold(data, command=(command,), since=SystemClock().now()):
        set_up("INFO", data / "interlock.log")
        run(work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
