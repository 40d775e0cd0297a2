"""English names: of currencies, metals, indices and coins.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

WORDS: dict[Role, str] = {
    Role.FILLER: "market cap, market capitalization, market capitalisation, mcap",
}

MONEY = {
    "EUR": "euro",
    "USD": "dollar",
    "GBP": "pound, sterling",
    "JPY": "yen",
    "CHF": "franc, swissy",
    "AUD": "aussie",
    "NZD": "kiwi",
    "CAD": "loonie",
}

ALIASES = {
    "XAUUSD": "gold, xau, spot gold, gold spot, xau usd, xauusdm, gold usd",
    "XAGUSD": "silver, xag, silver spot",
    "USOIL": "oil, crude, crude oil, wti, wti oil, wti crude, us oil, crude oil wti, light crude",
    "UKOIL": "brent, brent oil, brent crude, crude brent, oil brent",
    "US30": "dow, dj, dji, dow jones, dow 30, us 30, dow30, wall street 30, wall street",
    "NAS100": "nasdaq 100, nasdaq, nazdaq, nasdag, naz, ndx, nas, nas 100, us tech 100, ustech, us tech, nasdaq100",
    "GER40": "dax 40, dax, ger 40, dax40, germany 40",
    "UK100": "ftse 100, ftse, uk 100, ftse100",
    "JP225": "nikkei 225, nikkei",
    "SPX500": "s p 500, s p, sp 500, sp500, spx500, s and p 500, snp500",
    "GBPUSD": "cable, gu, pound, sterling",
    "BTC": "bitcoin, btcoin, bit coin",
    "ETH": "ethereum, ether",
    "SOL": "solana",
    "DXY": "dollar index, us dollar index, dollarindex, usd index",
    "DOGE": "dogecoin",
    "XRP": "ripple",
    "ADA": "cardano",
    "LTC": "litecoin",
    "NATGAS": "natural gas, naturalgas, nat gas, nat gas futures, henry hub",
    "AUDUSD": "aussie",
    "NZDUSD": "kiwi",
    "USDCAD": "loonie",
    "EURUSD": "fiber, fibre, euro",
    "USDCHF": "swissy",
    "GBPJPY": "guppy, the beast, gj",
    "US500": "us 500",
    "US100": "us 100, nq100",
    "BANKNIFTY": "bank nifty, banknifty, nifty bank",
    "NIFTY": "nifty, nifty 50, nifty50",
    "SENSEX": "sensex",
    "XPTUSD": "platinum",
    "XPDUSD": "palladium",
    "USDJPY": "uj, yen",
    "EURJPY": "ej",
    "V10": "volatility 10 index, volatility 10, vix 10, vix 10 index, v10 index, vol 10",
    "V25": "volatility 25 index, volatility 25, vix 25, vix 25 index, v25 index, vol 25",
    "V50": "volatility 50 index, volatility 50, vix 50, vix 50 index, v50 index, vol 50",
    "V75": "volatility 75 index, volatility 75, vix 75, vix 75 index, v75 index, vol 75",
    "V100": "volatility 100 index, volatility 100, vix 100, vix 100 index, v100 index, vol 100",
    "ADANIPORTS": "adani ports",
    "ASIANPAINT": "asian paints, asian paint",
    "AXISBANK": "axis bank",
    "BAJAJFINSV": "bajaj finserv",
    "BAJFINANCE": "bajaj finance",
    "BANKBARODA": "bank of baroda",
    "BHARTIARTL": "bharti airtel",
    "COALINDIA": "coal india",
    "HCLTECH": "hcl tech",
    "HDFCBANK": "hdfc bank",
    "HEROMOTOCO": "hero motocorp",
    "ICICIBANK": "icici bank",
    "INDUSINDBK": "indusind bank",
    "JSWSTEEL": "jsw steel",
    "KOTAKBANK": "kotak bank, kotak mahindra bank",
    "SUNPHARMA": "sun pharma",
    "TATAMOTORS": "tata motors",
    "TATAPOWER": "tata power",
    "TATASTEEL": "tata steel",
    "TECHM": "tech mahindra",
    "ULTRACEMCO": "ultratech cement",
}
