"""What one command is: a name, a line of help, who may use it, and what it answers.

Separate because a command knows nothing of Telegram: it is asked with an `Ask`, a value, and answers
with a `Reply`, a value. Whatever carries the words (the real bot, the demo, a test) is somebody else's.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum, StrEnum

from bot.render import Look, Rich
from core.lessons import Proposal
from core.ports import Clock, Desk, SecondFactor
from core.views import StopOffer, StopWish
from core.vocabulary import ChannelId, Nonce, PositionId, Price, UserId

BUTTON_BYTES_MAX = 64
"""Telegram's bound on what a button carries (fault U07)."""
LATE_S = 60
"""A dangerous command older than this was sent while nobody listened: it asks again (fault U02)."""
CONFIRM_S = 60
"""How long a question such as "close it?" may be answered."""
CODE_S = 120
"""How long one that waits for a one-time code may be: the app has to be found first."""
_OPEN_QUESTIONS_MAX = 200


class Role(StrEnum):
    """What a listed user may do; each may do what the ones before may."""

    VIEWER = "viewer"
    TRADER = "trader"
    ADMIN = "admin"

    def may(self, needed: Role) -> bool:
        order = tuple(Role)
        return order.index(self) >= order.index(needed)


class Tap(StrEnum):
    """What a button does; the letter is all that travels, beside one opaque word."""

    APPROVE = "a"
    HALF = "h"
    REJECT = "r"
    BIND = "b"
    """Say which trade a follow-up means: a nonce, then the trade's name behind a point."""
    YES = "y"
    NO = "n"
    CLOSE = "c"
    CLOSE_HALF = "k"
    WHY = "w"
    PANIC = "p"
    ADOPT = "t"
    IGNORE = "i"
    CLOSE_STRANGER = "x"
    STOP_TO_ENTRY = "e"
    RUN = "f"
    """Run a command that only reads, such as /status, and show its answer in place."""


@dataclass(frozen=True, slots=True)
class Button:
    """``about``: a nonce, a position or a command's name; never an index into something that changes."""

    label: str
    tap: Tap
    about: str

    @property
    def wire(self) -> str:
        """What Telegram carries; raises ``ValueError`` over its 64 bytes."""
        carried = f"{self.tap}:{self.about}"
        if len(carried.encode()) > BUTTON_BYTES_MAX:
            raise ValueError(f"a button carries at most {BUTTON_BYTES_MAX} bytes, not {carried!r}")
        return carried


def read_tap(wire: str) -> tuple[Tap, str] | None:
    """Undo `Button.wire`; None for anything it could not have written."""
    letter, colon, about = wire.partition(":")
    if not colon or not about or len(wire.encode(errors="replace")) > BUTTON_BYTES_MAX:
        return None
    try:
        return Tap(letter), about
    except ValueError:
        return None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is shown: words and buttons. ``key`` names a message that is edited instead of repeated;
    ``alarm``: what every admin is told besides.
    """

    text: Rich
    rows: Rows = ()
    key: str = ""
    alarm: Rich | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a tap did: a few true words at the finger, the message it sat on redrawn, a new message."""

    toast: str
    edit: Reply | None = None
    reply: Reply | None = None
    loud: bool = False
    """The words stay until they are acknowledged."""


# --- questions to the user himself --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CloseThese:
    positions: tuple[PositionId, ...]
    fraction: Decimal


@dataclass(frozen=True, slots=True)
class OpenTheDoors:
    pass


@dataclass(frozen=True, slots=True)
class PressPanic:
    pass


@dataclass(frozen=True, slots=True)
class CloseStranger:
    """``key``: what the venue holds and we do not own."""

    key: str


@dataclass(frozen=True, slots=True)
class KeepLesson:
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class ForgetLesson:
    channel: ChannelId


@dataclass(frozen=True, slots=True)
class MoveStop:
    """``wish``: closer to the price; it was sent too long ago to be done unasked."""

    position: PositionId
    wish: StopWish


@dataclass(frozen=True, slots=True)
class LoosenStop:
    """Waits for a one-time code, and for nothing else: no button answers it with yes."""

    offer: StopOffer


@dataclass(frozen=True, slots=True)
class ExchangeTargets:
    position: PositionId
    prices: tuple[Price, ...]


@dataclass(frozen=True, slots=True)
class AddTo:
    """``fraction``: of the planned quantity."""

    position: PositionId
    fraction: Decimal


Intent = (
    CloseThese
    | OpenTheDoors
    | PressPanic
    | CloseStranger
    | KeepLesson
    | ForgetLesson
    | MoveStop
    | LoosenStop
    | ExchangeTargets
    | AddTo
)


class Unasked(Enum):
    """Why a question cannot be answered (any more)."""

    UNKNOWN = "unknown"
    """Never asked, or by a program that has been restarted since."""
    SPENT = "spent"
    LATE = "late"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class _Question:
    user: UserId
    intent: Intent
    deadline: float
    spent: bool = False


class Questions:
    """ "Really?" questions that wait: each answered once, by the user it was put to, within 60 s (a code: 120 s).

    They live in memory on purpose: after a restart the safe answer to an old button is to ask again.
    """

    def __init__(self, clock: Clock, mint: Callable[[], Nonce], wait_s: float = CONFIRM_S) -> None:
        self._clock = clock
        self._mint = mint
        self._wait_s = wait_s
        self._open: OrderedDict[Nonce, _Question] = OrderedDict()

    def put(self, user: UserId, intent: Intent) -> Nonce:
        """Remember a question and name it."""
        nonce = self._mint()
        wait_s = CODE_S if isinstance(intent, LoosenStop) else self._wait_s
        self._open[nonce] = _Question(user, intent, self._clock.monotonic() + wait_s)
        while len(self._open) > _OPEN_QUESTIONS_MAX:
            self._open.popitem(last=False)
        return nonce

    def awaiting_code(self, user: UserId) -> tuple[Nonce, LoosenStop] | Unasked:
        """What this user's next code is for: his newest such question, and never one before it."""
        for nonce, question in reversed(self._open.items()):
            if question.user == user and isinstance(question.intent, LoosenStop):
                if question.spent:
                    return Unasked.SPENT
                if self._clock.monotonic() > question.deadline:
                    return Unasked.LATE
                return nonce, question.intent
        return Unasked.UNKNOWN

    def about(self, nonce: Nonce) -> Intent | None:
        """What a question that was not answered yet would do; spends nothing."""
        question = self._open.get(nonce)
        return None if question is None or question.spent else question.intent

    def take(self, nonce: Nonce, user: UserId) -> Intent | Unasked:
        """Spend a question; of two taps at the same moment only the first gets the intent."""
        question = self._open.get(nonce)
        if question is None:
            return Unasked.UNKNOWN
        if question.user != user:
            return Unasked.OTHERS
        if question.spent:
            return Unasked.SPENT
        self._open[nonce] = _Question(user, question.intent, question.deadline, spent=True)
        return Unasked.LATE if self._clock.monotonic() > question.deadline else question.intent


# --- the command --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ask:
    """One command, or one tap, of one listed user.

    ``words`` is what follows the command as it was written; ``about``: the trade of the card this replies to;
    ``quoted``: the text of the message it replies to, or of a forwarded post; ``origin``: the channel that wrote it.
    """

    desk: Desk
    user: UserId
    role: Role
    look: Look
    clock: Clock
    questions: Questions
    factor: SecondFactor
    words: str = ""
    sent_at: datetime | None = None
    about: PositionId | None = None
    quoted: str = ""
    origin: ChannelId | None = None

    @property
    def args(self) -> tuple[str, ...]:
        return tuple(self.words.split()[:20])

    @property
    def by(self) -> str:
        """How the journal names this user."""
        return f"user:{self.user}"

    @property
    def now(self) -> datetime:
        return self.clock.now()

    @property
    def age(self) -> timedelta:
        """How long ago it was sent."""
        return timedelta(0) if self.sent_at is None else self.now - self.sent_at

    @property
    def is_late(self) -> bool:
        """It was sent while nobody listened: whatever changes something is asked again."""
        return self.age > timedelta(seconds=LATE_S)


@dataclass(frozen=True, slots=True)
class Slash:
    """A command. ``usage`` shows its arguments; ``changes``: it may change something by itself.

    ``urgent``: lowers risk; it is never slowed down, never too old, and obeyed when nothing else is.
    """

    name: str
    help: str
    role: Role
    run: Callable[[Ask], Awaitable[Reply]]
    usage: str = ""
    changes: bool = False
    urgent: bool = False
