"""The roll of the followed channels: which of them the listening account can read, and from when on.

Separate from the line because a channel may be joined late, or not at all: the others are heard all the
same, its absence is told once, and it is looked for again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from telethon.tl import functions

from bot.lane import Lane
from bot.session import ListenerSettings, asked
from core.errors import ConfigError
from core.ports import Notice
from core.vocabulary import ChannelId, MessageId

ROLL_S_MAX = 30.0


class Roll:
    """``lanes``: the channels that are heard, by Telegram's number. ``told``: those whose absence was told before."""

    def __init__(
        self,
        settings: ListenerSettings,
        marks: Mapping[ChannelId, MessageId],
        notice: Notice,
        told: set[ChannelId],
    ) -> None:
        self.lanes: dict[int, Lane] = {}
        self._settings, self._marks, self._notice, self._told = settings, marks, notice, told
        self._looked_at: datetime | None = None

    @property
    def missing(self) -> dict[int, ChannelId]:
        """What is followed and not heard."""
        return {int(channel): channel for channel in self._settings.channels if int(channel) not in self.lanes}

    async def call(self, client: Any) -> dict[int, Lane]:
        """Look for the missing among the channels the account has joined; return those found, not heard yet.

        Who is absent is told once, and again who has come. Raises `ConfigError` when there is nothing to hear.
        """
        missing = self.missing
        found: dict[int, Lane] = {}

        async def walk() -> datetime:
            at: datetime = (await client(functions.updates.GetStateRequest())).date
            self._looked_at = self._looked_at or at
            async for dialog in client.iter_dialogs():
                channel = missing.get(dialog.id)
                if channel is not None and not getattr(dialog.entity, "left", False):
                    found[dialog.id] = self._lane(channel, dialog)
                if len(found) == len(missing):
                    break
            return at

        self._looked_at = await asked(walk, ROLL_S_MAX)
        absent = [channel for key, channel in missing.items() if key not in found]
        if not found and not self.lanes:
            names = ", ".join(map(self._settings.name, absent))
            raise ConfigError(f"channels: the listening account has not joined {names}; join with it, or remove them")
        await self._tell(absent, [lane.channel for lane in found.values()])
        return found

    def _lane(self, channel: ChannelId, dialog: Any) -> Lane:
        """A channel without a mark begins when it was last looked for: what it said since may be news."""
        start = self._marks.get(channel, dialog.dialog.top_message)
        began_at = None if channel in self._marks else self._looked_at
        return Lane(channel, dialog.input_entity, start, start, channel in self._marks, began_at)

    async def _tell(self, absent: list[ChannelId], come: list[ChannelId]) -> None:
        for channel in absent:
            if channel not in self._told:
                self._told.add(channel)
                name = self._settings.name(channel)
                await self._notice(
                    f"{name} is not heard: the listening account has not joined it. Join with that account, or take the"
                    " channel out of the configuration. It is looked for again every few minutes; the others are heard"
                )
        for channel in come:
            if channel in self._told:
                self._told.remove(channel)
                await self._notice(f"{self._settings.name(channel)} is heard from now on")
