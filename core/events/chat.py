"""What was said to whom, so that it is edited and not repeated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.vocabulary import UserId


@dataclass(frozen=True, slots=True)
class Told:
    """A message stands in a user's chat. ``key`` names what it shows, so that it is edited, not repeated;
    everything up to line ``seq`` of the journal has been told to this user.
    """

    at: datetime
    user: UserId
    key: str
    message: int
    seq: int


@dataclass(frozen=True, slots=True)
class TelegramUpdateTaken:
    """An update of the bot was acted on; the same number again is ignored (fault U03)."""

    at: datetime
    update: int
    user: UserId


ChatFact = Told | TelegramUpdateTaken
