"""Who may ask for what: API keys, their rights, and the signature on every request.

Kept apart because a client's pre-flight is tried against all of these keys. Signing: page
"Integration Guidance" (v5/guide); what a key tells of itself: page "Get API Key Information"
(v5/user/apikey-info).
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from tests.standins.bybit_v5.wire import No, Row

AHEAD_MS = 1000
"""A request may be stamped less than this later than the venue's own clock."""


class Right(StrEnum):
    """What an endpoint asks of a key; reading needs none of them."""

    READ = ""
    TRADE = "Order"
    POSITION = "Position"


@dataclass(slots=True)
class Key:
    """One API key; its state may be changed while it is in use."""

    name: str
    api_key: str
    secret: str = field(repr=False)
    read_only: bool = False
    rights: tuple[str, ...] = ("Order", "Position")
    wallet_rights: tuple[str, ...] = ()
    ips: tuple[str, ...] = ("127.0.0.1",)
    days_left: int = 90
    known: bool = True
    """False: revoked, or a key of another environment; the venue cannot tell the two apart."""
    unified: bool = True
    region_allowed: bool = True

    def sign(self, said: str) -> str:
        return hmac.new(self.secret.encode(), said.encode(), sha256).hexdigest()

    def row(self) -> Row:
        """The answer of /v5/user/query-api."""
        bound = "*" not in self.ips
        return {
            "id": "13770661",
            "note": self.name,
            "apiKey": self.api_key,
            "readOnly": int(self.read_only),
            "secret": "",
            "permissions": {
                "ContractTrade": list(self.rights),
                "Spot": [],
                "Wallet": list(self.wallet_rights),
                "Options": [],
                "Derivatives": [],
                "CopyTrading": [],
                "BlockTrade": [],
                "Exchange": [],
                "NFT": [],
                "Affiliate": [],
                "Earn": [],
            },
            "ips": list(self.ips),
            "type": 1,
            "deadlineDay": -2 if bound else self.days_left,
            "expiredAt": "" if bound else "2027-02-01T00:00:00Z",
            "createdAt": "2026-05-16T12:22:15Z",
            "unified": 0,
            "uta": int(self.unified),
            "userID": 24617703,
            "inviterID": 0,
            "vipLevel": "No VIP",
            "mktMakerLevel": "0",
            "affiliateID": 0,
            "rsaPublicKey": "",
            "isMaster": True,
            "parentUid": "0",
            "kycLevel": "LEVEL_1",
            "kycRegion": "",
        }


def key_ring() -> dict[str, Key]:
    """One key for each case a pre-flight has to tell apart, by the name of the case."""

    def key(name: str) -> Key:
        return Key(name, f"standin-{name}", f"secret-of-{name}")

    ring = {
        name: key(name)
        for name in (
            "trader",
            "withdraw",
            "transfer",
            "read-only",
            "no-orders",
            "expired",
            "expiring",
            "revoked",
            "wrong-environment",
            "classic",
            "unbound",
            "other-ip",
            "region",
        )
    }
    ring["withdraw"].wallet_rights = ("Withdraw",)
    ring["transfer"].wallet_rights = ("AccountTransfer",)
    ring["read-only"].read_only = True
    ring["no-orders"].rights = ()
    ring["expired"].days_left = -1
    ring["expired"].ips = ring["expiring"].ips = ring["unbound"].ips = ("*",)
    ring["expiring"].days_left = 5
    ring["revoked"].known = ring["wrong-environment"].known = False
    ring["classic"].unified = False
    ring["other-ip"].ips = ("10.0.0.1",)
    ring["region"].region_allowed = False
    return ring


@dataclass(frozen=True, slots=True)
class Signed:
    """What a private request says of itself."""

    headers: Mapping[str, str]
    payload: str
    """The raw query of a GET, the body of a POST: byte for byte what was sent."""

    def check(self, keys: Mapping[str, Key], now_ms: int) -> Key:
        """The key that signed. Raises `No` in the order the venue looks: time, key, signature, state."""
        stamp = self.headers.get("X-BAPI-TIMESTAMP", "")
        window = self.headers.get("X-BAPI-RECV-WINDOW", "5000")
        api_key = self.headers.get("X-BAPI-API-KEY", "")
        if not api_key or not stamp or "X-BAPI-SIGN" not in self.headers:
            raise No(10001, "params error: empty value: apiTimestamp[] apiKey[] apiSignature[]")
        if not stamp.isdigit() or not window.isdigit():
            raise No(10001, "params error: timestamp or recv_window invalid")
        if not now_ms - int(window) <= int(stamp) < now_ms + AHEAD_MS:
            raise No(
                10002,
                "invalid request, please check your server timestamp or recv_window param. "
                f"req_timestamp[{stamp}],server_timestamp[{now_ms}],recv_window[{window}]",
            )
        key = next((one for one in keys.values() if one.api_key == api_key and one.known), None)
        if key is None:
            raise No(10003)
        if not hmac.compare_digest(key.sign(stamp + api_key + window + self.payload), self.headers["X-BAPI-SIGN"]):
            raise No(10004)
        return alive(key)


def alive(key: Key) -> Key:
    """Raises `No` for a key that is over, or used from elsewhere."""
    if "*" in key.ips and key.days_left < 0:
        raise No(33004)
    if not {"*", "127.0.0.1"} & set(key.ips):
        raise No(10010)
    return key


def permit(key: Key, right: Right) -> None:
    """Raises `No` when the key may not do this."""
    if not key.region_allowed:
        raise No(10024)
    if right is Right.READ:
        return
    if key.read_only or right not in key.rights:
        raise No(10005)
    if not key.unified:
        raise No(10028)
