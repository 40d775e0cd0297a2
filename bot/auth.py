"""Who is obeyed: listed users, in their private chat, at a bounded pace. Everybody else meets silence.

Separate because it is the door of the whole chat: a name can be copied and a group has many hands, so only
Telegram's own user id counts, for buttons as for words (threats of FAULTS 5; nobody is told that he was refused).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from loguru import logger

from bot.render import Look
from bot.slash import Role
from core.ports import Clock
from core.vocabulary import UserId

STRANGER_LOG_S = 600.0
"""One line of log a stranger and so many seconds."""
_STRANGERS_MAX = 1000


@dataclass(frozen=True, slots=True)
class Reader:
    """One listed user: what he may do and how he reads."""

    user: UserId
    role: Role
    look: Look

    @property
    def trades(self) -> bool:
        return self.role.may(Role.TRADER)


class Gate:
    """The list of users and each one's pace: ``per_min`` commands a minute, all at once if need be."""

    def __init__(self, users: Mapping[UserId, Role], clock: Clock, per_min: int = 20) -> None:
        self._users = dict(users)
        self._clock = clock
        self._per_min = per_min
        self._left: dict[UserId, tuple[float, float]] = {}
        self._strangers: OrderedDict[int, float] = OrderedDict()

    def role(self, user: int | None, *, private: bool) -> Role | None:
        """What this user may do here; None: do not even answer."""
        role = self._users.get(UserId(user)) if user is not None and private else None
        if role is None:
            self._note(user or 0, private)
        return role

    @property
    def admins(self) -> tuple[UserId, ...]:
        return tuple(user for user, role in self._users.items() if role is Role.ADMIN)

    def has_turn(self, user: UserId) -> bool:
        """Take one command of this minute's; the urgent ones do not ask."""
        now = self._clock.monotonic()
        left, at = self._left.get(user, (float(self._per_min), now))
        left = min(float(self._per_min), left + (now - at) * self._per_min / 60)
        self._left[user] = (left - 1 if left >= 1 else left, now)
        return left >= 1

    def _note(self, user: int, private: bool) -> None:
        now = self._clock.monotonic()
        last = self._strangers.get(user)
        if last is not None and now - last < STRANGER_LOG_S:
            return
        self._strangers[user] = now
        self._strangers.move_to_end(user)
        if len(self._strangers) > _STRANGERS_MAX:
            self._strangers.popitem(last=False)
        where = "in a private chat" if private else "outside a private chat"
        logger.warning("ignored a message of user {} {}", user or "unknown", where)
