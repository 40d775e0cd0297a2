"""Who has a second factor and which of its codes were used: a private file in the data directory.

Separate from the configuration, which names secrets and never holds one, and from the journal, which is told
and shown. It is read anew at every try, so that somebody can enrol while the desk runs. The codes are those of
RFC 6238 by pyotp; what they are worth is decided in `core.second_factor`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import StringIO
from pathlib import Path

from core.errors import ConfigError
from core.second_factor import DIGITS, STEP_S, Passed, Proof, Spent, Unenrolled, judge, steps
from core.vocabulary import UserId
from storage.lock import prepare
from storage.private import replace_private
from storage.settings import load

FACTORS = "second-factor.json"
ISSUER = "Interlock"
PROOFS_MAX = 3
_LOCK_S = 5.0

Ask = Callable[[str], str]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One user's generator and what of it was used."""

    secret: str = field(repr=False)
    spent: Spent


class FactorFile:
    """Implements `core.ports.SecondFactor` in the directory ``data``."""

    def __init__(self, data: Path) -> None:
        self.path = data / FACTORS

    def is_enrolled(self, user: UserId) -> bool:
        return user in self._read()

    async def check(self, user: UserId, code: str, at: datetime) -> Proof:
        return await asyncio.to_thread(self.spend, user, code, at)

    def spend(self, user: UserId, code: str, at: datetime) -> Proof:
        """The same, for who may wait."""
        with self._alone():
            known = self._read()
            enrolled = known.get(user)
            if enrolled is None:
                return Unenrolled()
            spent, proof = judge(enrolled.spent, matching_step(enrolled.secret, code, at), at)
            if spent != enrolled.spent:  # first kept, then believed: what cannot be kept is not good
                self._write({**known, user: Enrolled(enrolled.secret, spent)})
        return proof

    def enrol(self, user: UserId, secret: str, spent: Spent) -> None:
        """Keep a generator that was proven by the code of ``spent``, in the place of any before it."""
        with self._alone():
            self._write({**self._read(), user: Enrolled(secret, spent)})

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else, such as somebody who enrols meanwhile, writes between our reading and our writing."""
        from filelock import FileLock, Timeout

        lock = FileLock(self.path.with_suffix(".lock"), timeout=_LOCK_S, mode=0o600)
        try:
            lock.acquire()
        except (OSError, Timeout):
            raise ConfigError(f"{self.path} cannot be locked; no code is good until it can") from None
        try:
            yield
        finally:
            lock.release()

    def _read(self) -> dict[UserId, Enrolled]:
        try:
            raw = json.loads(self.path.read_text(encoding="utf-8"))
            return {UserId(int(user)): _enrolled(one) for user, one in raw.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            # Not what it says: that may be a secret.
            raise ConfigError(f"{self.path} cannot be read; move it away and enrol again") from None

    def _write(self, known: dict[UserId, Enrolled]) -> None:
        rows = {str(user): _row(one) for user, one in known.items()}
        try:
            replace_private(self.path, json.dumps(rows, indent=1) + "\n")
        except OSError as failure:
            raise ConfigError(
                f"{self.path} cannot be written ({failure.strerror}); no code is good until it can"
            ) from None


def matching_step(secret: str, code: str, at: datetime) -> int | None:
    """Which step's code this is, of those good at this moment; compared in constant time."""
    import pyotp
    from pyotp.utils import strings_equal

    generator = pyotp.TOTP(secret, digits=DIGITS, interval=STEP_S)
    found = [step for step in steps(at) if strings_equal(code, generator.generate_otp(step))]
    return found[-1] if found else None


def _enrolled(row: dict[str, object]) -> Enrolled:
    until = row["locked_until"]
    locked = None if until is None else datetime.fromisoformat(str(until))
    return Enrolled(str(row["secret"]), Spent(int(str(row["last_step"])), int(str(row["wrong"])), locked))


def _row(one: Enrolled) -> dict[str, object]:
    until = one.spent.locked_until
    shown = None if until is None else until.isoformat()
    return {"secret": one.secret, "last_step": one.spent.last_step, "wrong": one.spent.wrong, "locked_until": shown}


# --- enrolling ----------------------------------------------------------------------------------


def enrol(path: Path, named: int | None, now: Callable[[], datetime], ask: Ask, say: Say) -> bool:
    """Give one admin a generator: show its secret once, keep it after a code has proven it. False: nothing was kept.

    ``path``: config.yaml; ``named``: the admin's Telegram user id, None for the only one. Raises `ConfigError`.
    """
    import pyotp
    import segno

    config = load(path)
    user = _admin(config.telegram.users, named)
    factors = FactorFile(prepare(Path(config.data)))
    if factors.is_enrolled(user) and ask(f"User {user} has one already. Replace it? [y/N] ").strip().lower() != "y":
        say("Nothing was changed.")
        return False
    secret = pyotp.random_base32()
    address = pyotp.TOTP(secret, digits=DIGITS, interval=STEP_S).provisioning_uri(name=str(user), issuer_name=ISSUER)
    say(f"A second factor for user {user}. Scan this with an authenticator app; it is shown this once.")
    drawn = StringIO()
    segno.make(address, error="m").terminal(out=drawn, compact=True)
    say(drawn.getvalue())
    say(f"Or type it in: {secret}\n{address}\n")
    for _ in range(PROOFS_MAX):
        try:
            code = "".join(ask("The six digits it shows now: ").split())
        except EOFError:  # the terminal is gone
            break
        at = now()
        spent, proof = judge(Spent(), matching_step(secret, code, at), at)
        if isinstance(proof, Passed):
            factors.enrol(user, secret, spent)
            say(f"Proven and kept in {factors.path}. This code is used up; a desk that runs knows at once.")
            return True
        say("That is not it. Is the clock of this machine, and of the phone, right?")
    say("Nothing was kept: begin again.")
    return False


def _admin(users: Mapping[int, str], named: int | None) -> UserId:
    admins = [user for user, role in users.items() if role == "admin"]
    if named is None and len(admins) == 1:
        return UserId(admins[0])
    if named is not None and named in admins:
        return UserId(named)
    listed = ", ".join(map(str, admins)) or "none"
    raise ConfigError(f"telegram.users: name one admin with --user; the configuration lists: {listed}")
