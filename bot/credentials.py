"""Who we are to Telegram, looked at before anything starts: a wrong token or a missing login ends there, in one line.

Separate because it is asked twice: `check` looks at the shape, and a start that holds nothing asks Telegram itself.
A start that holds something never ends for it, because its stops are looked after without Telegram.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress

from core.config import Config
from core.errors import ConfigError

PROOF_S_MAX = 5.0
"""Telegram may be away at the start; then nothing is proven, and it is tried again as long as we run."""
REFUSED = "telegram.bot_token: Telegram refuses the bot's token; get a new one from @BotFather and start again"
_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,80}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{32}", re.ASCII)


def check_shapes(config: Config) -> None:
    """Raise `ConfigError` for what cannot be a token, a key or a channel; the secrets are not shown."""
    from bot.session import listener_settings  # and Telethon with it, which the demo never needs

    telegram, wrong = config.telegram, []
    if not _TOKEN.fullmatch(telegram.bot_token.get_secret_value()):
        wrong.append("telegram.bot_token: this is no token; @BotFather's are digits, a colon and 35 letters or digits")
    if not _HASH.fullmatch(telegram.listener.api_hash.get_secret_value()):
        wrong.append("telegram.listener.api_hash: this is none; copy the 32 digits and letters of my.telegram.org/apps")
    try:
        listener_settings(config)
    except ConfigError as mistake:
        wrong.append(str(mistake))
    if wrong:
        raise ConfigError("\n".join(wrong))


async def prove_all(*proofs: Callable[[], Awaitable[None]]) -> None:
    """Ask them at once. Raises `ConfigError` with every line that is the owner's to mend; silence proves nothing."""
    asked = await asyncio.gather(*map(_proven, proofs), return_exceptions=True)
    wrong = [str(trouble) for trouble in asked if isinstance(trouble, ConfigError)]
    if wrong:
        raise ConfigError("\n".join(wrong))
    for trouble in asked:
        if trouble is not None:
            raise trouble


async def _proven(proof: Callable[[], Awaitable[None]]) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(PROOF_S_MAX):
            await proof()
