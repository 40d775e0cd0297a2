"""Names every trader knows: what is quoted against what, the metals, indices and larger coins.

Separate from the rules that find a name, so that a newcomer adds a ticker without reading them.
The venue's own catalogue decides later whether a name can be traded; here it only helps to read.
"""

from __future__ import annotations


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
)
"""What may stand behind a slash."""
STABLE = frozenset(("usdt", "usdc", "busd", "fdusd", "tusd", "usd"))
"""Money, not an instrument: nobody is told to buy it."""
GLUED_QUOTES = ("usdt", "usdc", "busd", "usd")
"""What may end a word: BTCUSDT is a pair, WBTC is not."""

CURRENCIES = _names("usd eur gbp jpy chf cad aud nzd sek nok dkk pln try zar mxn sgd hkd cnh huf czk")

INSTRUMENTS = _names("""
    us30 us100 us500 us2000 nas100 ustec spx500 sp500 spx ger30 ger40 de30 de40 uk100 jp225 hk50 fra40 eu50
    stoxx50 aus200 usoil ukoil xauusd xagusd xptusd xpdusd xtiusd xbrusd xauusdt ngas natgas dxy boom500
    boom1000 crash500 crash1000 v75 vix75 dj30 ndx100
""")
"""Metals, indices and oil under the names brokers give them."""

COINS = _names("""
    btc eth sol xrp bnb doge ada avax dot link matic pol ltc bch etc atom near apt arb op sui sei ton trx xlm
    fil icp inj uni aave mkr crv ldo pepe shib floki wif bonk ena tia jup pyth ondo wld fet rndr render grt
    ftm algo vet hbar egld axs sand mana gala ape chz dydx gmx snx comp zec dash xmr eos neo xtz theta kas
    tao hype xbt luna lunc ordi sats stx imx rune cake 1inch zeta bat mask blur
""")
"""Coins that are recognised without a quote, a hash or a dollar sign."""

WORDY = _names("""
    one near link op sand dot atom gas core sun bat move play people high ape sol ton uni mask sei tia blur
    render comp etc pol
""")
"""Of these, the ones that are also words: only in capitals."""
