"""Bybit: USDT perpetuals on a unified account, live, testnet or demo.

Read in this order: `codes` (what its numbers mean), `client` (asking, and judging the raw
answer), `limits` (how often), `translate` (its words and ours), `rules` (what may be traded),
`preflight` (may this key and this account trade at all), `stream` (what it tells by itself),
`memory` (never backwards), `venue` (the port).

HTTP goes through pybit, in threads of its own. The private stream does not: pybit's gives up
for good after ten refused connections (0.1 s), after one exception in a callback, and after one
refused login, of which the caller learns nothing; here it is a supervised line of our own (`venues.line`).
"""
