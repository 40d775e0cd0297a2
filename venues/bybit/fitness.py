"""Whether this account may be traded on, looked at again for as long as we run, and said when it may not.

Separate from the venue because it neither reads nor writes orders: the key, the clock, the address
and the rules are each looked at in their rounds, and whatever keeps us from trading becomes one
sentence in the chat that names the profile and its environment.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from loguru import logger

from core.errors import VenueUnreachable
from core.orders import VenueHalt, VenueNotice
from core.ports import Clock
from venues.bybit.client import BybitClient, Reply
from venues.bybit.codes import sentence
from venues.bybit.limits import SHUT_OUT
from venues.bybit.memory import Memory
from venues.bybit.places import Profile
from venues.bybit.preflight import Findings, inspect, inspect_clock
from venues.bybit.rules import TradingRules
from venues.mailbox import Mail

NOTICES_MAX = 10_000


@dataclass(frozen=True, slots=True)
class Rounds:
    """How often what was sound at the start is looked at again, in seconds."""

    clock: float = 60.0
    key: float = 600.0
    rules: float = 3600.0
    troubled: float = 10.0
    """While something is wrong, everything is looked at this often."""


class Fitness:
    """``unfit``: why nothing may be opened; empty: it may."""

    def __init__(
        self,
        profile: Profile,
        client: BybitClient,
        rules: TradingRules,
        memory: Memory,
        mail: Mail,
        clock: Clock,
        rounds: Rounds,
    ) -> None:
        self._profile, self._client, self._rules, self._memory = profile, client, rules, memory
        self._mail, self._clock, self._rounds = mail, clock, rounds
        client.on_ban, client.on_key = self._banned, self._key_refused
        self.unfit = "its key has not been checked yet"
        self._troubles: dict[str, str] = {}
        self._told: set[str] = set()
        self._alarmed, self._fit = asyncio.Event(), asyncio.Event()

    async def inspect(self) -> Findings:
        """Clock, key, account and mode, as they are now."""
        findings = await inspect(self._client, environment=self._profile.environment, hedge=self._profile.hedge)
        self._memory.margin_mode = findings.margin_mode or self._memory.margin_mode
        self.unfit = "; ".join(findings.refusals) or findings.silent
        for warning in findings.warnings:
            self.notice(warning)
        return findings

    def begin(self) -> None:
        """All was found sound, and is looked after from now on."""
        self._fit.set()

    async def look_after(self) -> None:
        """Look again at what was sound at the start, for ever."""
        await self._fit.wait()
        due = dict.fromkeys(("clock", "key", "rules"), self._clock.monotonic())
        while True:
            pause = self._rounds.troubled if self._troubles else min(self._rounds.clock, self._rounds.key)
            with suppress(TimeoutError):
                async with asyncio.timeout(min(pause, self._client.banned_s or pause)):
                    await self._alarmed.wait()
            if self._alarmed.is_set():
                self._alarmed.clear()
                continue  # something is wrong since a moment ago: it is looked at again after the shorter pause
            if not self._client.banned_s:
                self._mended("ban")
            elif self._troubles:
                continue
            now = self._clock.monotonic()
            if "key" in self._troubles or now - due["key"] >= self._rounds.key:
                due["key"] = now
                self._found("key", await self.inspect())
            elif "clock" in self._troubles or now - due["clock"] >= self._rounds.clock:
                due["clock"] = now
                self._found("clock", await inspect_clock(self._client))
            if now - due["rules"] >= self._rounds.rules:
                due["rules"] = now
                await self.refresh_rules()

    def _found(self, kind: str, findings: Findings) -> None:
        why = "; ".join(findings.refusals) or findings.silent
        if why:
            self._trouble(kind, why)
        else:
            for mended in {kind, "clock"}:  # everything looked at includes the clock
                self._mended(mended)

    async def refresh_rules(self) -> None:
        """Read the rules anew; what is held and soon taken off the list is said."""
        try:
            await self._rules.refresh()
        except VenueUnreachable as trouble:
            logger.warning("{}: {}", self._profile, trouble)
            return
        for (symbol, _), known in self._memory.positions.items():
            if known.open() is not None and symbol in self._rules.ends:
                self.notice(f"{symbol} is held and taken off the list on {self._rules.ends[symbol]:%Y-%m-%d %H:%M} UTC")

    async def read_tiers(self) -> None:
        """Read the leverage of every worth now. Raises `VenueUnreachable`."""
        await self._rules.read_tiers()

    async def follow_tiers(self) -> None:
        """Read the tiers behind everything else, for ever; until the first time the venue alone knows them."""
        await self._fit.wait()
        while True:
            pause_s = self._client.banned_s or await self._tiers_read()
            await asyncio.sleep(pause_s)

    async def _tiers_read(self) -> float:
        """Seconds after which they are to be read again."""
        try:
            await self._rules.read_tiers()
        except VenueUnreachable as trouble:
            logger.warning("{}", trouble)
            return self._rounds.troubled
        return self._rounds.rules

    def _banned(self) -> None:
        self._trouble("ban", SHUT_OUT)

    def _key_refused(self, answer: Reply) -> None:
        """News only of a key that was sound: whoever looks at it before the start says so himself."""
        if not self.unfit:
            self.unfit = f"the key is refused: {sentence(answer.code, answer.text)} ({answer.code})"
            self._trouble("key", self.unfit)

    def _trouble(self, kind: str, why: str) -> None:
        self._troubles[kind] = why
        self._alarmed.set()
        self._tell_troubles()

    def _mended(self, kind: str) -> None:
        if self._troubles.pop(kind, None) is not None:
            self._tell_troubles()

    def _tell_troubles(self) -> None:
        """Everything that is wrong, under the profile's name; nothing when all is mended."""
        words = f"{self._profile}: {'; '.join(self._troubles.values())}" if self._troubles else ""
        self._mail.publish([VenueHalt(self._clock.now(), words)])

    def notice(self, words: str, key: str = "") -> None:
        """Say it once a life."""
        if (key or words) not in self._told and len(self._told) < NOTICES_MAX:
            self._told.add(key or words)
            logger.warning("{}: {}", self._profile, words)
            self._mail.publish([VenueNotice(self._clock.now(), f"{self._profile}: {words}")])
