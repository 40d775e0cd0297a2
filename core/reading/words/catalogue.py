"""Names every trader knows: what is quoted against what, the metals, indices and larger coins.

Separate from the rules that find a name, so that a newcomer adds a ticker without reading them.
The venue's own catalogue decides later whether a name can be traded; here it only helps to read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


QUOTES = (
    "usdt",
    "usdc",
    "busd",
    "usd",
    "fdusd",
    "tusd",
    "perp",
    "btc",
    "eth",
    "eur",
    "jpy",
    "gbp",
    "try",
    "chf",
    "cad",
    "aud",
    "nzd",
    "bnb",
)
"""What may stand behind a slash."""
STABLE = frozenset(("usdt", "usdc", "busd", "fdusd", "tusd", "usd"))
"""Money, not an instrument: nobody is told to buy it."""
GLUED_QUOTES = ("usdt", "usdc", "busd", "usd")
"""What may end a word: BTCUSDT is a pair, WBTC is not."""

GLUED_COINS = ("BTC", "ETH", "BNB")
"""What ends the name of a coin that is quoted in another, where the coin itself is named too: ADABTC beside ADA."""

CURRENCIES = _names("usd eur gbp jpy chf cad aud nzd sek nok dkk pln try zar mxn sgd hkd cnh huf czk")

PAIRS = _names("""
    EURUSD GBPUSD AUDUSD NZDUSD USDJPY USDCHF USDCAD EURGBP EURJPY EURCHF EURAUD EURNZD EURCAD GBPJPY GBPCHF
    GBPAUD GBPNZD GBPCAD AUDJPY AUDCHF AUDNZD AUDCAD NZDJPY NZDCHF NZDCAD CADJPY CADCHF CHFJPY
""")
"""How the larger currencies are quoted against each other."""

INSTRUMENTS = _names("""
    us30 us100 us500 us2000 nas100 ustec ustec100 spx500 sp500 spx ger30 ger40 de30 de40 uk100 jp225 hk50 fra40 eu50
    stoxx50 aus200 usoil ukoil xauusd xagusd xptusd xpdusd xtiusd xbrusd xauusdt ngas natgas dxy boom500
    boom1000 crash500 crash1000 v75 vix75 dj30 ndx100 ws30 us2000 m2k cac40 f40 estx50 eustx50 esp35 spa35 ita40
    it40 neth25 nl25 swi20 china50 cn50 chinah asx200 jpn225 nik225 hk33 sg20 sg30 in50 gdaxi dax30 dax40 djia
    usousd wtiusd ukousd xngusd xcuusd
""")
"""Metals, indices and oil under the names brokers give them."""
INDICES = INSTRUMENTS - _names("""
    usoil ukoil xauusd xagusd xptusd xpdusd xtiusd xbrusd xauusdt ngas natgas usousd wtiusd ukousd xngusd xcuusd
""")
"""Of these alone a point is one thing to everybody: one of the index."""

ALIKE = {
    name.upper(): names.split()[0].upper()
    for names in (
        "nas100 us100 ustec ustec100 ndx100", "spx500 us500 sp500 spx",
        "ger40 ger30 de30 de40 dax30 dax40 gdaxi", "us30 dj30 djia ws30", "fra40 cac40 f40",
        "eu50 stoxx50 estx50 eustx50",
        "usoil xtiusd usousd wtiusd", "ukoil xbrusd ukousd", "natgas ngas xngusd", "btc xbt", "v75 vix75",
    )
    for name in names.split()
}  # fmt: skip
"""Names of one instrument, each with the first of them: two of these in one post are no contradiction."""

PRICES = {
    "btc": (3000, 2_000_000), "eth": (80, 100_000), "xauusd": (1000, 30_000), "us30": (6000, 300_000),
    "dj30": (6000, 300_000), "nas100": (3000, 150_000), "us100": (3000, 150_000), "ustec": (3000, 150_000),
    "ndx100": (3000, 150_000), "ger30": (4000, 150_000), "ger40": (4000, 150_000), "de30": (4000, 150_000),
    "de40": (4000, 150_000), "uk100": (3000, 80_000), "jp225": (7000, 300_000), "spx500": (1000, 50_000),
    "usoil": (5, 500), "ukoil": (5, 500), "xtiusd": (5, 500), "xbrusd": (5, 500), "xagusd": (5, 1000),
    "us500": (1000, 50_000), "sp500": (1000, 50_000), "spx": (1000, 50_000),
}  # fmt: skip
"""Below and above what these have not traded for many years: there 95.800 can only be 95,800."""

COINS = _names("""
    btc eth sol xrp bnb doge ada avax dot link matic pol ltc bch etc atom near apt arb op sui sei ton trx xlm
    fil icp inj uni aave mkr crv ldo pepe shib floki wif bonk ena tia jup pyth ondo wld fet rndr render grt
    ftm algo vet hbar egld axs sand mana gala ape chz dydx gmx snx comp zec dash xmr eos neo xtz theta kas
    tao hype xbt luna lunc ordi sats stx imx rune cake 1inch 0g 2z zeta bat mask blur pnut pendle manta strk kaito
    fartcoin popcat mew turbo bome jto zro zk ethfi eigen ena dogs hmstr neiro moodeng zora syrup ondo trb
    crv cvx sushi yfi lrc zrx ankr iotx iost celr qtum ksm kava agix storj skl ctsi gmt ssv rpl cfx edu
    arkm dym kaspa bonk tnsr luna2 ustc xem zil icx vet btt jasmy astr glmr movr api3 bnt knc omg nmr
    zen xvg iota rvn dgb ont sxp rsr dusk lpt ens qnt celo uma flux coti bico ilv slp aergo ksm kda btg
    alice rose mina virtual pengu brett bera aixbt vana griffain ai16z melania dego ogn cvc rlc
    polyx phb tru nkn alpaca unfi stmx bake c98 gtc tlm xvs ygg wld kmno lit bel
    tsla nvda amd aapl amzn msft googl meta nflx baba pltr mstr intc smci rklb tsm avgo orcl nq mnq
""")
"""Coins, and shares of large firms, that are recognised without a quote, a hash or a dollar sign."""

COUNTED = frozenset(
    name[: last + 1]
    for name in INSTRUMENTS | COINS
    for last in range(1, len(name))
    if name[last].isdigit() and not name[last + 1 : last + 2].isdigit() and not name[:last].isdigit()
)
"""How far the names go that hold a number, to the end of the number: us30, ai16z."""

NICKNAMES = {
    "AVAX": "avalanche", "LINK": "chainlink", "DOT": "polkadot", "NEAR": "near protocol", "XLM": "stellar",
    "TRX": "tron", "MATIC": "polygon", "UNI": "uniswap", "PEPE": "pepe coin", "SUI": "sui network",
    "APT": "aptos", "ARB": "arbitrum", "ATOM": "cosmos", "FIL": "filecoin", "ICP": "internet computer",
    "SHIB": "shiba inu, shiba", "INJ": "injective", "KAS": "kaspa", "FET": "fetch ai", "TAO": "bittensor",
    "PENDLE": "pendle", "BNB": "binance coin", "BCH": "bitcoin cash", "ETC": "ethereum classic",
    "ALGO": "algorand", "HBAR": "hedera", "TON": "toncoin", "RUNE": "thorchain", "SEI": "sei network",
    "TSLA": "tesla", "AAPL": "apple", "NVDA": "nvidia", "AMZN": "amazon", "MSFT": "microsoft", "NFLX": "netflix",
    "GOOGL": "google, alphabet", "BABA": "alibaba", "PLTR": "palantir", "MSTR": "microstrategy", "INTC": "intel",
    "BSV": "bitcoin sv", "BTG": "bitcoin gold",
    "OP": "optimism", "LDO": "lido", "HYPE": "hyperliquid", "WLD": "worldcoin", "AAVE": "aave",
}  # fmt: skip
"""What coins and the shares of large firms are called in full, in every language alike."""

SHORTENED = {
    "EU": "EURUSD", "AU": "AUDUSD", "NU": "NZDUSD", "UCAD": "USDCAD", "UCHF": "USDCHF", "AJ": "AUDJPY",
    "CJ": "CADJPY", "NJ": "NZDJPY", "EA": "EURAUD", "GA": "GBPAUD", "GN": "GBPNZD",
}  # fmt: skip
"""Pairs by their first letters, in capitals and only where a ticker stands; "UC" and "EC" are two pairs each."""
SHORT = {name.lower(): pair for name, pair in SHORTENED.items()}

WORDY = _names("""
    one near link op sand dot atom gas core sun bat move play people high ape sol ton uni mask sei tia blur
    render comp etc pol alice rose mina flux virtual brett vana melania tru meta lit bel eigen
""")
"""Of these, the ones that are also words: only in capitals."""

LIKE_WORDS = _names("""
    flow gas meme alt lista bond super band hyper waves major hot rare light high lab pump people quick usual prompt
    parti mubarak woo mito ach asr gun era layer sent tag wal tai tomo act titan zk gmt sats uma ont magic safe fun
    win beam game real sky star moon power prime bat core sun play atom dot sand near link
""")
"""Coins whose names are words in one language or another: at the head of an order a name sooner than talk."""


def _slips(name: str) -> Iterator[str]:
    for at in range(len(name)):
        yield name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
        yield name[:at] + name[at + 1 :]
        yield name[: at + 1] + name[at:]


def _misspelt() -> dict[str, str]:
    named = (*PAIRS, "XAUUSD")
    slips = [(slip, name) for name in named for slip in {*_slips(name.lower())}]
    times = Counter(slip for slip, _ in slips)
    taken = COINS | INSTRUMENTS | {name.lower() for name in named}
    return {slip: name for slip, name in slips if times[slip] == 1 and slip not in taken}


MISSPELT = _misspelt()
"""XAUSD, EURSUD, GBPUDS: a pair with one letter lost, doubled or out of its place, where no second pair is meant."""


def quote_of(word: str) -> str:
    """What a pair in small letters is quoted in, where nothing parts the two; empty: it is no pair.

    BNBUSD is a coin in dollars and not BN in BUSD.
    """
    for quote in GLUED_QUOTES:
        if word.endswith(quote) and word != quote and not (quote == "busd" and word[:-3] in COINS):
            return quote
    return ""


COIN_MAX = 1000
"""No other coin of the list has cost so many dollars: "XLM 2900" has lost its decimal point, or counts satoshi."""
_DEAR = _names("""
    btc xbt cbbtc eth bnb bch mkr yfi yfii paxg xaut dash zec icp ilv bifi rook btcdom defi wbtc tbtc weth steth
    wsteth reth cbeth tao aave comp ksm qnt xmr ltc egld sol bsv hype gno xau gold us500 us100 nas100 us30 spx500
    ger40 jp225 dj30 ustec tsla nvda amd aapl amzn msft googl meta nflx baba pltr mstr intc smci rklb tsm avgo orcl
    nq mnq
""")
CHEAP_MAX = 30
_CHEAP = _names("""
    xrp doge ada trx xlm algo vet hbar sand mana gala chz jasmy matic pol pepe shib floki bonk wif mew turbo bome brett
    dogs hmstr neiro moodeng popcat fartcoin pnut notcoin btt lunc sei sui arb op strk zk zro blur jup pyth wld ondo
    ena tnsr w io zeta dym astr glmr cfx rsr rvn dgb iost iotx ankr one hot celr ctsi coti sats grt ftm stx imx pendle
    manta kaito jto syrup lrc zrx storj skl gmt edu xem zil knc iota sxp dusk slp aergo rose mina virtual aixbt ai16z
    griffain ogn cvc polyx tru nkn alpaca c98 tlm kmno kava agix xtz flux kas kaspa
""")
"""Coins that have never cost ten dollars: "PEPE short now, SL 878" leaves the noughts out."""
FX_MAX = 1000
"""No pair of two currencies in the list above costs so much, nor the dollar's index: 1,085 can only be 1.085."""


_TRADED, _TRADED_IN_YEN = (Decimal("0.3"), Decimal(5)), (Decimal(30), Decimal(500))
"""Between what the larger currencies have cost each other for many years, with room to spare."""


_COINS_OF_THE_NAME = {"spx": 3}
"""What a coin has never cost that is called like an index: below it, nobody can mean the index, at any zeros lost."""


def has_traded_at(symbol: str | None, prices: Sequence[Decimal]) -> bool:
    """Whether an instrument has cost as much within many years, or nobody can say."""
    if not prices or symbol is None:
        return True
    if symbol in PAIRS:
        low, high = _TRADED_IN_YEN if symbol.endswith("JPY") else _TRADED
        return low <= min(prices) and max(prices) <= high
    least, most = price_bounds(symbol)
    if max(prices) < _COINS_OF_THE_NAME.get(symbol.lower().removesuffix("usdt"), 0):
        return True
    return (least is None or least <= min(prices)) and (most is None or max(prices) < most)


@lru_cache(maxsize=1024)
def price_bounds(symbol: str | None) -> tuple[int | None, int | None]:
    """What one of it costs at least and at most, under any of its quotes, where that is certain."""
    name = symbol.lower() if symbol else ""
    if name == "dxy" or (len(name) == 6 and name[:3] in CURRENCIES and name[3:] in CURRENCIES):
        return None, FX_MAX
    for quote in ("", *GLUED_QUOTES):
        found = PRICES.get(name.removesuffix(quote))
        if found is not None:
            return found
    base = name.removesuffix(quote_of(name))
    if base in _CHEAP:
        return None, CHEAP_MAX
    return None, COIN_MAX if base in COINS and base not in _DEAR and base not in INSTRUMENTS else None
