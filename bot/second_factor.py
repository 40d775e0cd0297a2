"""The second factor in the chat: a card that shows the sum, a code that answers it, and nothing else that does.

Separate because what raises a risk must not hang on Telegram alone: whoever holds the phone or the bot's token
still lacks the code. A code is good for the newest card of the one it was put to, and its message is deleted.
"""

from __future__ import annotations

from datetime import datetime

from loguru import logger

from bot.cards import check_lines
from bot.render import Look, Rich, bold, clock_time, lines, money, price, rich
from bot.slash import CODE_S, Ask, Button, LoosenStop, Reply, Role, Tap, Unasked
from core.second_factor import DIGITS, LOCK_S, Locked, Passed, Proof, Unenrolled, Wrong
from core.views import StopOffer, Unfit
from core.vocabulary import Nonce, UserId

ENROL = "python main.py second-factor --config FILE"
HOW = f"There is no second factor for you yet. On the machine itself: {ENROL}"
NOTHING_WAITS = {
    Unasked.UNKNOWN: "No card waits for a code. The message was deleted; send the command again.",
    Unasked.SPENT: "The card was answered already. The message was deleted and nothing was done.",
    Unasked.LATE: f"Too late: the card waited {CODE_S} seconds. Nothing was done; send the command again.",
    Unasked.OTHERS: "No card waits for a code.",
}


class NobodyEnrolled:
    """`core.ports.SecondFactor` of a desk without one, such as the demo."""

    def is_enrolled(self, user: UserId) -> bool:
        return False

    async def check(self, user: UserId, code: str, at: datetime) -> Proof:
        return Unenrolled()


def code_in(text: str, role: Role) -> str:
    """The code a message consists of, spaces taken out; empty when it is none or its writer can use none."""
    digits = "".join(text[:40].split())
    is_code = len(digits) == DIGITS and digits.isascii() and digits.isdigit() and len(text) <= 40
    return digits if is_code and role is Role.ADMIN else ""


def loosening(ask: Ask, offer: StopOffer) -> Reply:
    """The card, or why there is none."""
    if not ask.role.may(Role.ADMIN):
        return Reply(
            rich(f"This would loosen the stop from {price(offer.was)}: only an admin may; you are {ask.role}.")
        )
    if not ask.factor.is_enrolled(ask.user):
        return Reply(lines(f"Loosening a stop from {price(offer.was)} needs a one-time code.", HOW))
    nonce = ask.questions.put(ask.user, LoosenStop(offer))
    return Reply(
        lines(
            bold(f"Loosen the stop of {offer.symbol} {offer.side}?"),
            sum_of(offer, ask.look),
            check_lines(offer.checks) or None,
            "The rules leave this stop alone from then on.",
            f"Send the {DIGITS} digits of your authenticator within {CODE_S} seconds; they answer this card only.",
        ),
        ((Button("No", Tap.NO, nonce),),),
        key_of(nonce),
    )


def key_of(nonce: Nonce) -> str:
    return f"code:{nonce}"


def sum_of(offer: StopOffer, look: Look) -> Rich:
    """What another stop changes."""
    before, after = money(offer.risk_before, look), money(offer.risk_after, look)
    return lines(
        f"Stop {price(offer.was)} → {price(offer.price)}",
        f"At risk {before} → {after} of {money(offer.grant, look)} granted",
    )


async def answer(ask: Ask, code: str) -> Reply:
    """Spend a code on the one card that waits for it."""
    waiting = ask.questions.awaiting_code(ask.user)
    if isinstance(waiting, Unasked):
        return Reply(rich(NOTHING_WAITS[waiting]))
    nonce, intent = waiting
    proof = await ask.factor.check(ask.user, code, ask.now)
    match proof:
        case Passed():
            return await _loosened(ask, nonce, intent)
        case Wrong(left=left, used=used):
            why = "That code was used already: wait for the next one." if used else "That code is not right."
            return Reply(rich(f"✗ {why} Nothing was done; {left} more may be wrong before a lock."))
        case Locked(until=until, newly=newly):
            said = f"🔒 Too many wrong codes: none is taken until {clock_time(until, ask.look, ask.now)}."
            return Reply(rich(said, " Nothing was done."), alarm=_alarm(ask.user) if newly else None)
        case Unenrolled():
            return Reply(rich(HOW))


def _alarm(user: UserId) -> Rich:
    logger.warning("the second factor of user {} is locked: too many wrong codes", user)
    return lines(
        bold("🔒 Second factor locked"),
        f"Too many wrong codes in the chat of user {user}: none of his is taken for {LOCK_S // 60} minutes. "
        "If it was not he, his Telegram account is in other hands: take him off the list of users.",
    )


async def _loosened(ask: Ask, nonce: Nonce, intent: LoosenStop) -> Reply:
    taken = ask.questions.take(nonce, ask.user)
    if isinstance(taken, Unasked):
        return Reply(rich(NOTHING_WAITS[taken]))
    done = await ask.desk.hands.loosen(intent.offer, ask.by)
    if isinstance(done, Unfit):
        return Reply(rich(f"✗ The code was right, and nothing was done: {done.why}."), key=key_of(nonce))
    words = bold(f"✓ The stop of {done.symbol} {done.side} is being loosened")
    return Reply(lines(words, sum_of(done, ask.look), "Its card shows when it is proven."), key=key_of(nonce))
