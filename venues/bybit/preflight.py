"""May this key, this account and this clock trade at all? Asked before the doors open, and again while they are.

Each answer that says no is one sentence with what to do, the same in the chat and in
``check --online``. A key that could take money away is refused: whoever steals it must not be able to.

Sources: Bybit V5 documentation, pages "Get API Key Information", "Get Account Info", "Get Position Info".
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.vocabulary import Symbol
from venues.bybit.client import OFFSET_S_MAX, BybitClient, NoReply, Reply
from venues.bybit.codes import Meaning, sentence
from venues.bybit.limits import SHUT_OUT
from venues.bybit.translate import Unreadable, held

EXPIRES_SOON_DAYS = 14
MEANT = ("Order", "Position")
MONEY = ("Withdraw", "AccountTransfer", "SubMemberTransfer", "SubMemberTransferList")
PROBE = Symbol("BTCUSDT")


@dataclass(frozen=True, slots=True)
class Findings:
    """``refusals``: nothing may be opened until each is mended. ``warnings``: to be said once.

    ``silent``: the venue did not answer, so nothing was found either way.
    """

    refusals: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    silent: str = ""
    margin_mode: str = ""

    @property
    def is_sound(self) -> bool:
        return not self.refusals and not self.silent


async def inspect(client: BybitClient, *, environment: str, hedge: bool) -> Findings:
    """Look at everything that must be so before a trade. ``hedge``: the position mode that is configured."""
    clock = await inspect_clock(client)
    if not clock.is_sound:
        return clock
    answers = await asyncio.gather(
        client.ask("get_api_key_information"),
        client.ask("get_account_info"),
        client.ask("get_positions", category="linear", symbol=PROBE),
    )
    for answer in answers:
        if isinstance(answer, NoReply):
            return Findings(silent=answer.why)
        if answer.code != 0:
            said = f"{sentence(answer.code, answer.text)} ({answer.code})"
            if answer.meaning is Meaning.KEY:
                return Findings(refusals=(f"Bybit ({environment}) refuses the key: {said}",))
            return Findings(silent=f"Bybit ({environment}) does not say whether the key may trade: {said}")
    key, account, position = (answer for answer in answers if isinstance(answer, Reply))
    refusals, warnings = _key(key.result)
    refusals += _account(account.result) + _mode(position, hedge=hedge)
    return Findings(tuple(refusals), tuple(warnings), margin_mode=str(account.result.get("marginMode") or ""))


async def inspect_clock(client: BybitClient) -> Findings:
    """Twice too far off is wrong; once may have been the network (fault B04)."""
    offset_s = 0.0
    for _ in range(2):
        offset = await client.measure_clock()
        if offset is None:
            why = "Bybit does not say what time it is: check the network and the address"
            return Findings(silent=SHUT_OUT if client.banned_s else why)
        offset_s = offset.total_seconds()
        if abs(offset_s) <= OFFSET_S_MAX:
            return Findings()
    side = "behind" if offset_s > 0 else "ahead of"
    return Findings(
        refusals=(
            f"this machine's clock is {abs(offset_s):.1f} s {side} Bybit's: switch its time synchronisation on "
            "(Linux: timedatectl set-ntp true)",
        )
    )


def _key(key: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    refusals: list[str] = []
    warnings: list[str] = []
    permissions = key.get("permissions")
    allowed = permissions if isinstance(permissions, dict) else {}
    money = [right for right in _rights(allowed, "Wallet") if right in MONEY]
    if money:
        refusals.append(f"the key may move money ({', '.join(money)}): make one that may only trade contracts")
    if key.get("readOnly") in (1, "1", True):
        refusals.append("the key may only read: make one with Read-Write and Contract: Orders and Positions")
    elif missing := [right for right in MEANT if right not in _rights(allowed, "ContractTrade")]:
        refusals.append(f"the key may not trade contracts ({', '.join(missing)} missing): allow it Contract at Bybit")
    addresses = key.get("ips")
    if not isinstance(addresses, list) or not addresses or addresses == ["*"]:
        warnings.append("the key works from any address: bind it to this machine's at Bybit, then it never expires")
        days = key.get("deadlineDay")
        if isinstance(days, int) and 0 <= days < EXPIRES_SOON_DAYS:
            warnings.append(f"the key expires in {days} days: make a new one, bound to this machine's address")
    return refusals, warnings


def _rights(permissions: Mapping[str, Any], name: str) -> list[str]:
    rights = permissions.get(name)
    return [str(right) for right in rights] if isinstance(rights, list) else []


def _account(account: Mapping[str, Any]) -> list[str]:
    """1 is the classic account (fault B41)."""
    unified = str(account.get("unifiedMarginStatus") or "")
    if unified in ("1", "0"):
        return ["the account is a classic one: upgrade it to a unified trading account at Bybit (Assets, Upgrade)"]
    return []


def _mode(answer: Reply, *, hedge: bool) -> list[str]:
    """Rows of index 1 and 2 mean hedge mode, one of index 0 means one-way (faults B18, B19)."""
    indices = set()
    for row in answer.rows():
        try:
            indices.add(held(row).index)
        except Unreadable:
            continue
    if not indices:
        return []
    is_hedge = bool(indices & {1, 2})
    if is_hedge is hedge:
        return []
    found, wanted = ("hedge", "one-way") if is_hedge else ("one-way", "hedge")
    return [
        f"the account is in {found} mode, the configuration says {wanted}: write venue.hedge: "
        f"{str(is_hedge).lower()}, or change the position mode at Bybit (it must be flat for that)"
    ]
