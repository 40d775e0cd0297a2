"""The words of Bybit V5: envelopes, refusals, and how strictly a request is read.

Kept apart because everything else here speaks in them. The numbers and sentences are those of
the documentation's page "Error Codes" (v5/error) and of answers quoted in the issues of ccxt
and pybit; a client may come to depend on either.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

Row = dict[str, Any]
"""One JSON object on its way out."""

Word = TypeVar("Word", bound=StrEnum)

SENTENCES = {
    10000: "Server Timeout",
    10003: "API key is invalid.",
    10004: "Error sign, please check your signature generation algorithm.",
    10005: "Permission denied, please check your API key permissions.",
    10006: "Too many visits. Exceeded the API Rate Limit.",
    10007: "User authentication failed.",
    10010: "Unmatched IP, please check your API key's bound IP addresses.",
    10016: "Server error.",
    10018: "Exceeded the IP Rate Limit.",
    10024: "The product or service you are seeking to access is not available to you due to regulatory restrictions.",
    10028: "The API can only be accessed by unified account users.",
    30228: "No new positions during delisting.",
    33004: "Your api key has expired.",
    34040: "not modified",
    100028: "The API cannot be accessed by unified account users.",
    110001: "order not exists or too late to cancel",
    110003: "Order price exceeds the allowable range.",
    110004: "Wallet balance is insufficient",
    110007: "ab not enough for new order",
    110009: "The number of stop orders exceeds the maximum allowable limit",
    110012: "Insufficient available balance",
    110013: "cannot set leverage gt maxLeverage by risk limit",
    110017: "current position is zero, cannot fix reduce-only order qty",
    110020: "Not allowed to have more than 500 active orders",
    110023: "Currently you can only reduce your positions. Please check our announcement or contact customer service",
    110024: "You have an existing position, so the position mode cannot be switched",
    110025: "Position mode is not modified",
    110026: "Cross/isolated margin mode is not modified",
    110028: "You have existing open orders, so the position mode cannot be switched",
    110043: "leverage not modified",
    110054: "This position has at least one take profit link order, so the take profit and stop loss mode "
    "cannot be switched",
    110055: "can not switch TP/SL mode while TP/SL orders exist",
    110059: "Not allowed to modify the TP/SL of a partially filled open order",
    110061: "Not allowed to have more than 20 TP/SLs under Partial tpSlMode",
    110072: "OrderLinkedID is duplicate",
    110074: "This contract is not live",
    110079: "The order is processing and can not be operated, please try again later",
    110090: "Order placement failed as your position may exceed the max limit. Please adjust your leverage",
    110094: "Order does not meet minimum order value",
    110095: "You cannot create, modify or cancel Pre-Market Perpetual orders during the Call Auction",
    110099: "You cannot create TP/SL orders during the Call Auction",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """A yes. ``ext`` goes into retExtInfo, where a batch keeps the codes of its items."""

    result: Row = field(default_factory=dict)
    ext: Row = field(default_factory=dict)


class No(Exception):
    """A refusal: retCode and retMsg. Raised where it is found, answered at the door."""

    def __init__(self, code: int, message: str = "") -> None:
        self.code = code
        self.message = message or SENTENCES[code]
        super().__init__(f"{code} {self.message}")


def envelope(code: int, message: str, result: Row, ext: Row, at_ms: int) -> Row:
    return {"retCode": code, "retMsg": message, "result": result, "retExtInfo": ext, "time": at_ms}


def text(number: Decimal | None) -> str:
    """As the venue writes numbers: plain digits in a string, empty for none."""
    if number is None:
        return ""
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def number(said: str, name: str) -> Decimal:
    """Digits and one point; neither exponents nor signs nor NaN are numbers to the venue."""
    try:
        found = Decimal(said)
    except InvalidOperation:
        raise No(10001, f"params error: {name} invalid") from None
    if not said.isascii() or not said.replace(".", "", 1).isdigit():
        raise No(10001, f"params error: {name} invalid")
    return found


class Asked:
    """The parameters of one request, read by type; a wrong one is refused with 10001."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) not in (None, "")

    def words(self, name: str, default: str | None = None) -> str:
        """A string; required unless there is a default."""
        found = self._values.get(name)
        if found in (None, ""):
            if default is None:
                raise No(10001, f"params error: {name} is required")
            return default
        if not isinstance(found, str):
            raise No(10001, f"params error: {name} must be a string")
        return found

    def one_of(self, name: str, kind: type[Word], default: Word | None = None) -> Word:
        said = self.words(name, default)
        try:
            return kind(said)
        except ValueError:
            raise No(10001, f"params error: {name} invalid") from None

    def decimal(self, name: str) -> Decimal | None:
        """A number in a string, or None when absent."""
        return number(self.words(name), name) if name in self else None

    def price(self, name: str) -> Decimal | None:
        """Like `decimal`, but "0" means none, as in trading-stop and in attached stops."""
        return self.decimal(name) or None

    def whole(self, name: str, default: int) -> int:
        """An integer: a JSON number in a body, digits in a query."""
        found = self._values.get(name)
        if found in (None, ""):
            return default
        if isinstance(found, bool) or not isinstance(found, (int, str)) or not str(found).isdigit():
            raise No(10001, f"params error: {name} must be an integer")
        return int(found)

    def flag(self, name: str) -> bool:
        found = self._values.get(name, False)
        if not isinstance(found, bool):
            raise No(10001, f"params error: {name} must be a boolean")
        return found

    def linear(self) -> None:
        """Only the linear books are kept here."""
        category = self.words("category")
        if category not in ("linear", "inverse", "spot", "option"):
            raise No(10001, "Illegal category")
        if category != "linear":
            raise No(10001, f"params error: no {category} contracts are listed here")

    def items(self, name: str, most: int) -> list[Asked]:
        """A list of objects, 1 to ``most``."""
        found = self._values.get(name)
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise No(10001, f"params error: {name} must be a list of orders")
        if not 0 < len(found) <= most:
            raise No(10001, f"params error: {name} takes 1 to {most} orders")
        return [Asked(one) for one in found]


def asked(method: str, query: Mapping[str, str], body: str) -> Asked:
    """Raises `No` for a body that is no JSON object."""
    if method == "GET":
        return Asked(dict(query))
    try:
        values = json.loads(body or "{}")
    except ValueError:
        raise No(10001, "params error: the body is not JSON") from None
    if not isinstance(values, dict):
        raise No(10001, "params error: the body is not an object")
    return Asked(values)


def page(rows: list[Row], wanted: Asked, default: int, most: int) -> tuple[list[Row], str]:
    """One page and the cursor of the next, in the percent-encoding the venue hands out."""
    limit = wanted.whole("limit", default)
    if not 1 <= limit <= most:
        raise No(10001, "params error: limit invalid")
    said = wanted.words("cursor", "page_token=0&").replace("%3D", "=").replace("%26", "&")
    begin = said.removeprefix("page_token=").removesuffix("&")
    if said != f"page_token={begin}&" or not begin.isdigit():
        raise No(10001, "params error: cursor invalid")
    end = int(begin) + limit
    return rows[int(begin) : end], f"page_token%3D{end}%26" if end < len(rows) else ""
