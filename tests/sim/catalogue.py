"""Every fault of the catalogue that this world can meet, as rows: what happens, and how it is brought about.

The ids are those of docs/proof.md: B of one exchange's interface, N of another's that attaches
no stops, C of their client library, T and U of Telegram, S storage, P process, K clock, J jobs.
A row that has no meaning here says why, and what proves it instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.sim.faults import Call, Fault


@dataclass(frozen=True, slots=True)
class Strike:
    """For a while, calls of this kind meet this fault by chance."""

    call: Call
    fault: Fault
    code: str = ""


@dataclass(frozen=True, slots=True)
class Strikes:
    wires: tuple[Strike, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """Done at one moment by a function of `tests.sim.deeds` that is named like the fault."""


@dataclass(frozen=True, slots=True)
class Natural:
    """Comes about by itself; ``seen`` says where it is counted."""

    seen: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Has no meaning in this world; ``why`` says what proves it instead."""

    why: str


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    what: str
    how: Strikes | Deed | Natural | Elsewhere
    only: str = ""
    """The personality that meets it: "attach", "two-step", or both."""


def _wire(fault: Fault, *calls: Call, code: str = "") -> Strikes:
    return Strikes(tuple(Strike(call, fault, code) for call in calls))


ENTER, EXIT, STOP, CANCEL = Call.ENTER, Call.EXIT, Call.SET_STOP, Call.CANCEL
WRITES = (ENTER, EXIT, STOP, CANCEL)
READS = (Call.LOOK_UP, Call.OBSERVE, Call.EXECUTIONS)
WIRE = Elsewhere("below the port: the adapter's contract cards and its stand-in")
SQLITE = Elsewhere("of the file: tests/storage and the kill -9 runs of tests/chaos")
BOT = Elsewhere("of the bot: tests/bot on the Bot API stand-in; trading never waits for it")
EAR = Elsewhere("of the listener: tests/bot on the Telegram stand-in")
BOOT = Elsewhere("of the self-test before the start: the adapter refuses to open")

VENUE = (
    Row("B01", "the reply is lost after the order was executed", _wire(Fault.ANSWER_LOST, *WRITES)),
    Row("B02", "the request arrives after our time-out", _wire(Fault.REQUEST_LATE, *WRITES)),
    Row("B03", "a server error that says nothing", _wire(Fault.SERVER_ERROR, *WRITES)),
    Row("B04", "request expired: the clocks differ", _wire(Fault.REFUSED, *WRITES, code="10002")),
    Row("B05", "the key is invalid for a while", Deed()),
    Row("B06", "banned for too many requests", Deed()),
    Row("B07", "the header of the limit is of the past", WIRE),
    Row("B08", "the envelope has another shape", WIRE),
    Row(
        "B09",
        "a client order id used twice",
        Natural("the same order sent again, and answered as the first"),
        "attach",  # at the other kind of venue this is N11
    ),
    Row("B10", "a client order id too long", Natural("every id that leaves is measured; here: ids measured")),
    Row("B11", "a cancel of what is gone", Natural("cancels answered for orders that were done")),
    Row("B12", "accepted, then rejected", _wire(Fault.ACK_THEN_REJECT, ENTER, EXIT)),
    Row("B13", "a market order fills in part", Natural("market orders that ended with a rest")),
    Row("B13c", "the book is thin when somebody wants out", Deed()),
    Row("B14", "a market order's price is its cap", _wire(Fault.CAP_PRICE, Call.LOOK_UP)),
    Row("B15", "reads are older than the stream", _wire(Fault.STALE, Call.OBSERVE)),
    Row(
        "B16",
        "reports twice, or out of order",
        Strikes(
            (
                Strike(Call.REPORT, Fault.DUPLICATED),
                Strike(Call.REPORT, Fault.DELAYED),
            )
        ),
    ),
    Row("B16c", "an entry fills after its cancel was said", Deed()),
    Row("B17", "a fill or an order is not visible yet", _wire(Fault.LAGGING, Call.OBSERVE, Call.LOOK_UP)),
    Row("B18", "the empty side's row comes first", _wire(Fault.EMPTY_ROW, Call.OBSERVE)),
    Row("B19", "the position mode does not fit", _wire(Fault.REFUSED, ENTER, code="10001")),
    Row("B20", "not modified", Natural("stops set to where they stood"), "attach"),
    Row("B21", "no balance for an entry", _wire(Fault.REFUSED, ENTER, code="110007")),
    Row("B22", "nothing left to reduce", Natural("exits refused because nothing is held")),
    Row(
        "B23",
        "the stop is gone",
        Strikes(
            (
                Strike(Call.ENTRY_FILL, Fault.STOP_DROPPED),
                Strike(Call.ENTRY_FILL, Fault.STOP_DROPPED_SILENTLY),
            )
        ),
    ),
    Row(
        "B24",
        "the price is past the stop that is to be set",
        Natural("stops refused as on the wrong side"),
        "attach",  # at the other kind of venue this is N06
    ),
    Row("B25", "the trigger's direction is guessed", WIRE),
    Row("B26", "too many conditional orders", _wire(Fault.REFUSED, EXIT, code="110009")),
    Row("B27", "the stop's mode cannot be switched", WIRE),
    Row("B28", "stop and target come unbound", Elsewhere("targets are orders of their own here, bound to nothing")),
    Row("B29", "the rules changed under a plan", _wire(Fault.REFUSED, ENTER, EXIT, code="110094")),
    Row("B30", "cancelled a moment after it was taken", _wire(Fault.ACK_THEN_CANCEL, ENTER, EXIT)),
    Row("B31", "the leverage does not fit the tier", _wire(Fault.REFUSED, ENTER, code="110013")),
    Row("B32", "reduce-only regime", _wire(Fault.REFUSED, ENTER, code="30228")),
    Row("B33", "the venue itself closes a part", Deed()),
    Row("B34", "funding is charged", Deed()),
    Row("B35", "the stream is cut", Deed()),
    Row("B36", "the reader of the stream dies", _wire(Fault.BROKEN, Call.REPORT)),
    Row("B37", "an outage nobody announced", Deed()),
    Row(
        "B38",
        "closed orders leave the live list",
        Elsewhere("the port's look-up covers closed orders: a contract card"),
    ),
    Row("B39", "no dead-man switch", Elsewhere("nothing to inject: stops are at the venue always")),
    Row("B40", "demo and live keys are confused", BOOT),
    Row("B41", "the account is of another type", BOOT),
    Row("B42", "the symbol is in a call auction", _wire(Fault.REFUSED, ENTER, code="110095")),
    Row("B43", "a field more or less", WIRE),
    Row("B44", "cancel-all cancels some", Elsewhere("the desk cancels by tag, never all")),
    Row("B45", "processing, try again later", _wire(Fault.REFUSED, EXIT, STOP, CANCEL, code="110079")),
)
OTHER_VENUE = (
    Row("N01", "the timestamp is outside the window", _wire(Fault.REFUSED, *WRITES, code="-1021"), "two-step"),
    Row("N02", "503, done or not", _wire(Fault.SERVER_ERROR, *WRITES), "two-step"),
    Row("N03", "an order that exists is unknown", _wire(Fault.LAGGING, Call.LOOK_UP), "two-step"),
    Row("N04", "stops moved to another endpoint", BOOT),
    Row("N05", "no attached stop", Natural("entries that filled without one"), "two-step"),
    Row("N06", "a stop would trigger at once", Natural("stops refused as on the wrong side"), "two-step"),
    Row("N07", "resting exits keep a full close out", Natural("closes refused with -4118"), "two-step"),
    Row(
        "N08",
        "exits stay when their position is gone",
        Natural("exits cancelled that nothing was held for"),
        "two-step",
    ),
    Row("N09", "precision and notional", _wire(Fault.REFUSED, ENTER, code="-4164"), "two-step"),
    Row("N10", "418: banned", Deed(), "two-step"),
    Row("N11", "a client order id used twice", Natural("the same order sent again"), "two-step"),
    Row("N12", "too many stops", _wire(Fault.REFUSED, STOP, code="-4045"), "two-step"),
    Row("N13", "the stop is refused when it triggers", Deed(), "two-step"),
    Row("N14", "both legs of a hedge", _wire(Fault.EMPTY_ROW, Call.OBSERVE), "two-step"),
    Row("N15", "reduce-only, cooling off", _wire(Fault.REFUSED, ENTER, code="-4400"), "two-step"),
    Row("N16", "old fills are cut off", _wire(Fault.TRUNCATED, Call.EXECUTIONS), "two-step"),
    Row("C01", "an order without a status", WIRE),
    Row("C02", "the library sends again by itself", WIRE),
    Row("C03", "conditional orders are in another list", WIRE),
    Row("C04", "a partial stop without its size", WIRE),
    Row("C05", "an old map of errors", WIRE),
)
TELEGRAM = (
    Row("T01", "a channel falls silent without a word", Deed()),
    Row("T02", "a kill between hearing and writing", Natural("posts heard again after a start")),
    Row("T03", "a gap too long for the library", Deed()),
    Row("T04", "the first post after a start is missed", Deed()),
    Row("T05", "a post is told twice", Deed()),
    Row("T06", "an edit overtakes its post", Deed()),
    Row("T07", "a call is edited after it was opened", Deed()),
    Row("T08", "a post is deleted", Deed()),
    Row("T09", "album parts", EAR),
    Row("T10", "an old call is forwarded", Deed()),
    Row("T11", "a post comes late", Deed()),
    Row("T12", "flood wait", Elsewhere("to the desk it is the same as T01")),
    Row("T13", "the session is revoked", Elsewhere("to the desk it is the same as T03; the alarm is the bot's")),
    Row("T14", "two processes, one session", EAR),
    Row("T15", "not in the channel any more", EAR),
    Row("U01", "two pollers", BOT),
    Row("U02", "commands of hours ago", BOT),
    Row("U03", "an update comes twice", Deed()),
    Row("U04", "the query is too old", BOT),
    Row("U05", "two taps at once", Deed()),
    Row("U06", "a button of an hour ago", Deed()),
    Row("U07", "64 bytes a button", BOT),
    Row("U08", "entities cannot be parsed", BOT),
    Row("U09", "a text too long", BOT),
    Row("U10", "retry after", BOT),
    Row("U11", "the bot is blocked", BOT),
    Row("U12", "Telegram is down", BOT),
)
HOUSE = (
    Row("S01", "the file is locked", SQLITE),
    Row("S02", "cancelled between write and commit", Natural("deaths right before an append")),
    Row("S03", "cancelled, and written all the same", Natural("deaths right after an append")),
    Row("S04", "the disk is full", Deed()),
    Row("S05", "the log grows", SQLITE),
    Row("S06", "a power cut loses what is not committed", Natural("deaths with lines that were never committed")),
    Row("S07", "bits rot", SQLITE),
    Row("S08", "a bad backup", SQLITE),
    Row("S09", "a migration is killed", SQLITE),
    Row("P01", "killed at any instant", Deed()),
    Row("P02", "asked to stop in the middle of an order", Deed()),
    Row("P03", "two instances", Elsewhere("the lock: tests/storage; a second writer is refused by its version")),
    Row("P04", "the loop is blocked", Deed()),
    Row("P05", "a background task dies", Deed()),
    Row("P06", "handles leak", Elsewhere("of a long run of the real program")),
    Row("P07", "no name resolution", _wire(Fault.NO_CONNECTION, *WRITES)),
    Row("K01", "the wall clock jumps", Deed()),
    Row("K02", "suspended for ten minutes", Deed()),
    Row("K03", "midnight", Natural("trading days that began while it ran")),
    Row("J01", "a round is missed", Deed()),
    Row("J02", "a round overruns the next", Natural("rounds due while one still waited for a slow venue")),
    Row("J03", "jobs after a restart", Natural("starts after the first, each with its timetable")),
)
ROWS: tuple[Row, ...] = (*VENUE, *OTHER_VENUE, *TELEGRAM, *HOUSE)
BY_ID = {row.id: row for row in ROWS}


def reachable(venue: str) -> tuple[Row, ...]:
    """The faults that a world of this personality must meet."""
    return tuple(row for row in ROWS if not isinstance(row.how, Elsewhere) and row.only in ("", venue))


def drawn(venue: str) -> tuple[Row, ...]:
    """Those a schedule brings about."""
    return tuple(row for row in reachable(venue) if isinstance(row.how, Strikes | Deed))
