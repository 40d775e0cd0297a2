"""Where Bybit is found: live, testnet and demo are three worlds with keys of their own.

Demo has no market of its own, so its prices and its catalogue are the live ones. Sources: Bybit V5
documentation, pages "Integration Guidance", "Connect" and "Demo Trading Service".
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Profile:
    """One account as its owner configured it. Its key is used for nothing else.

    ``margin_mode``: "isolated", "cross", or "" to leave it as it is.
    """

    name: str
    environment: str
    key: str = field(repr=False)
    secret: str = field(repr=False)
    hedge: bool = False
    margin_mode: str = ""

    def __str__(self) -> str:
        return f"{self.name} (Bybit {self.environment})"


@dataclass(frozen=True, slots=True)
class Places:
    """``rest``: signed requests; ``catalogue``: the trading rules; ``public``, ``private``: the streams."""

    rest: str
    catalogue: str
    public: str
    private: str


LIVE = "https://api.bybit.com"
LIVE_PRICES = "wss://stream.bybit.com/v5/public/linear"
ENVIRONMENTS = {
    "live": Places(LIVE, LIVE, LIVE_PRICES, "wss://stream.bybit.com/v5/private"),
    "testnet": Places(
        "https://api-testnet.bybit.com",
        "https://api-testnet.bybit.com",
        "wss://stream-testnet.bybit.com/v5/public/linear",
        "wss://stream-testnet.bybit.com/v5/private",
    ),
    "demo": Places("https://api-demo.bybit.com", LIVE, LIVE_PRICES, "wss://stream-demo.bybit.com/v5/private"),
}
