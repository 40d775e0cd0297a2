"""Fills, positions and wallet as Bybit tells them: pure translation, no decisions.

Fields: pages "Get Trade History" (v5/order/execution), "Get Position Info" (v5/position),
"Get Wallet Balance" (v5/account/wallet-balance) and the private stream's pages of those names.
"""

from __future__ import annotations

from decimal import Decimal

from core.instrument import Instrument
from core.orders import Execution, FundingPaid, Observation
from core.vocabulary import ZERO, Side
from tests.standins.bybit_v5.tickets import Ticket
from tests.standins.bybit_v5.wire import Row, text
from venues.matching.ledger import Holding
from venues.matching.requests import TriggerBy

CENT = Decimal("1e-8")
PUSHED_AS_ZERO = ("takeProfit", "stopLoss", "liqPrice", "sessionAvgPrice", "positionValue", "positionIM", "positionMM")


def fill_row(execution: Execution, ticket: Ticket, instrument: Instrument, *, mark: Decimal, seq: int) -> Row:
    value = execution.quantity * execution.price
    rate = execution.fee / value if value else ZERO
    maker = abs(rate - instrument.maker_fee) < abs(rate - instrument.taker_fee)
    closes = execution.side is execution.position_side.closing
    left = max(ZERO, ticket.qty - ticket.filled)
    return {
        "symbol": execution.symbol,
        "orderId": ticket.order_id,
        "orderLinkId": ticket.link_id,
        "side": ticket.side.value,
        "orderPrice": text(ticket.price if ticket.price is not None else ticket.cap or ZERO),
        "orderQty": text(ticket.qty),
        "leavesQty": text(left),
        "createType": ticket.origin,
        "orderType": ticket.kind.value,
        "stopOrderType": ticket.stop_kind or "UNKNOWN",
        "execFee": text(execution.fee),
        "execId": execution.id,
        "execPrice": text(execution.price),
        "execQty": text(execution.quantity),
        "execType": ticket.exec_type,
        "execValue": text(value),
        "execTime": str(int(execution.at.timestamp() * 1000)),
        "feeCurrency": "",
        "isMaker": maker,
        "feeRate": text(instrument.maker_fee if maker else instrument.taker_fee),
        "tradeIv": "",
        "markIv": "",
        "markPrice": text(mark),
        "indexPrice": text(mark),
        "underlyingPrice": "",
        "blockTradeId": "",
        "closedSize": text(execution.quantity if closes else ZERO),
        "seq": seq,
        "extraFees": "",
    }


def other_row(kind: str, exec_id: str, symbol: str, amount: Decimal, at_ms: int, *, held: Holding | None) -> Row:
    """A line of the executions that is no trade: funding, a settlement, a corporate action (fault B34)."""
    quantity = held.quantity if held is not None else ZERO
    side = "" if held is None else "Buy" if held.side is Side.LONG else "Sell"
    return {
        "symbol": symbol,
        "orderId": exec_id,
        "orderLinkId": "",
        "side": side,
        "orderPrice": "0",
        "orderQty": "0",
        "leavesQty": "0",
        "createType": "",
        "orderType": "UNKNOWN",
        "stopOrderType": "UNKNOWN",
        "execFee": text(-amount),
        "execId": exec_id,
        "execPrice": text(held.mark if held is not None else ZERO),
        "execQty": text(quantity),
        "execType": kind,
        "execValue": "0",
        "execTime": str(at_ms),
        "feeCurrency": "",
        "isMaker": False,
        "feeRate": "0",
        "tradeIv": "",
        "markIv": "",
        "markPrice": text(held.mark if held is not None else ZERO),
        "indexPrice": "",
        "underlyingPrice": "",
        "blockTradeId": "",
        "closedSize": "0",
        "seq": 0,
        "extraFees": "",
    }


def funding_row(paid: FundingPaid, number: int, held: Holding | None) -> Row:
    at_ms = int(paid.at.timestamp() * 1000)
    return other_row("Funding", f"funding-{number}", paid.symbol, paid.amount, at_ms, held=held)


def position_row(
    symbol: str,
    index: int,
    held: Holding | None,
    *,
    mark: Decimal,
    leverage: Decimal,
    liquidation: Decimal | None,
    trailing: Decimal | None,
    partial: bool,
    tier: tuple[int, str],
    status: str,
    stamps: tuple[int, int],
    seq: int,
) -> Row:
    """``held`` None: the empty row, which has no side (fault B18)."""
    size = held.quantity if held is not None else ZERO
    cost = held.cost if held is not None else ZERO
    target = held.targets[0] if held is not None and held.targets else None
    unrealised = (size * mark - cost) * held.side.sign if held is not None else ZERO
    margin = text((size * mark / leverage).quantize(CENT))
    return {
        "positionIdx": index,
        "riskId": tier[0],
        "riskLimitValue": tier[1],
        "symbol": symbol,
        "side": "" if held is None else "Buy" if held.side is Side.LONG else "Sell",
        "size": text(size),
        "avgPrice": text((cost / size).quantize(CENT) if size else ZERO),
        "positionValue": text(cost) if size else "",
        "tradeMode": 0,
        "autoAddMargin": 0,
        "positionStatus": status,
        "leverage": text(leverage),
        "markPrice": text(mark),
        "liqPrice": text(liquidation),
        "bustPrice": "",
        "positionIM": margin if size else "",
        "positionMM": text((size * mark * Decimal("0.005")).quantize(CENT)) if size else "",
        "positionBalance": "0",
        "tpslMode": "Partial" if partial else "Full",
        "takeProfit": text(target.price if target is not None else None),
        "stopLoss": text(held.stop if held is not None else None),
        "tpTriggerBy": watched(target.by) if target is not None else "",
        "slTriggerBy": watched(held.stop_by) if held is not None and held.stop is not None else "",
        "trailingStop": text(trailing or ZERO),
        "sessionAvgPrice": "",
        "unrealisedPnl": text(unrealised.quantize(CENT)),
        "curRealisedPnl": "0",
        "cumRealisedPnl": "0",
        "adlRankIndicator": 2 if size else 0,
        "createdTime": str(stamps[0]),
        "updatedTime": str(stamps[1]),
        "seq": seq,
        "isReduceOnly": False,
        "mmrSysUpdatedTime": "",
        "leverageSysUpdatedTime": "",
    }


def pushed_position(row: Row) -> Row:
    """The stream says entryPrice where REST says avgPrice, and "0" where REST leaves empty."""
    renamed = {"entryPrice" if name == "avgPrice" else name: value for name, value in row.items()}
    empty = {name: "0" for name in PUSHED_AS_ZERO if renamed[name] == ""}
    return {"category": "linear", **renamed, **empty}


def watched(by: TriggerBy) -> str:
    return "LastPrice" if by is TriggerBy.LAST else "MarkPrice"


def wallet_row(seen: Observation, maintenance: Decimal) -> Row:
    free = max(ZERO, seen.equity - seen.margin_used)
    unrealised = seen.equity - seen.balance
    equity = text(seen.equity.quantize(CENT))
    balance = text(seen.balance.quantize(CENT))
    used = text(seen.margin_used.quantize(CENT))
    return {
        "accountType": "UNIFIED",
        "accountLTV": "",
        "accountIMRate": text((seen.margin_used / seen.equity).quantize(Decimal("0.0001"))) if seen.equity > 0 else "",
        "accountMMRate": text((maintenance / seen.equity).quantize(Decimal("0.0001"))) if seen.equity > 0 else "",
        "totalEquity": equity,
        "totalWalletBalance": balance,
        "totalMarginBalance": equity,
        "totalAvailableBalance": text(free.quantize(CENT)),
        "totalPerpUPL": text(unrealised.quantize(CENT)),
        "totalInitialMargin": used,
        "totalMaintenanceMargin": text(maintenance.quantize(CENT)),
        "coin": [
            {
                "coin": "USDT",
                "equity": equity,
                "usdValue": equity,
                "walletBalance": balance,
                "locked": "0",
                "spotHedgingQty": "0",
                "borrowAmount": "0",
                "availableToWithdraw": "",
                "accruedInterest": "0",
                "totalOrderIM": "0",
                "totalPositionIM": used,
                "totalPositionMM": text(maintenance.quantize(CENT)),
                "unrealisedPnl": text(unrealised.quantize(CENT)),
                "cumRealisedPnl": "0",
                "bonus": "0",
                "marginCollateral": True,
                "collateralSwitch": True,
            }
        ],
    }
