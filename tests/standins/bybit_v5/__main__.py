"""The stand-in as a process of its own: ``python -m tests.standins.bybit_v5 --port P --data DIR``.

It keeps its account in DIR and outlives the program that trades on it. Prices are moved by lines
on standard input, ``BTCUSDT 60100``; the end of the input changes nothing, a signal ends it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys
import threading
from pathlib import Path

from core.runtime.clock import SystemClock
from tests.standins.bybit_v5 import BybitV5, open_bybit


async def serve(port: int, data: Path | None, *, hedge: bool) -> None:
    async with open_bybit(SystemClock(), port=port, data=data, hedge=hedge) as venue:
        key = venue.key()
        addresses = {"rest": venue.rest_url, "private": venue.private_url, "public": venue.public_url}
        print(json.dumps({**addresses, "key": key.api_key, "secret": key.secret}), flush=True)
        loop = asyncio.get_running_loop()
        # A thread, because a pipe can be waited for in the loop on some systems only; it dies with the process.
        threading.Thread(target=_listen, args=(venue, loop), daemon=True).start()
        await asyncio.Event().wait()


def _listen(venue: BybitV5, loop: asyncio.AbstractEventLoop) -> None:
    for line in sys.stdin:
        symbol, _, price = line.strip().partition(" ")
        if symbol and price:
            loop.call_soon_threadsafe(venue.move, symbol, price)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.standins.bybit_v5")
    parser.add_argument("--port", type=int, default=0, help="the port to listen on; 0 picks a free one")
    parser.add_argument("--data", type=Path, default=None, help="the directory that keeps the account")
    parser.add_argument("--hedge", action="store_true", help="both sides of a symbol at once")
    wanted = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(wanted.port, wanted.data, hedge=wanted.hedge))


if __name__ == "__main__":
    main()
