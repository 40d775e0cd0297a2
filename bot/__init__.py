"""Telegram, both ways: the ear that hears channels, and the desk in the owner's pocket.

python-telegram-bot loads `cryptography` when it finds it, for Telegram Passport alone, which
nothing here uses; ccxt brings it along. Left out it saves 7 MB of the 110 a small server has
for us (measured), so it is out of sight while `telegram` is imported, and then back. The manual
that each class of a library carries is another megabyte, which nobody reads in a running desk: it
is dropped at once, so that what is imported next takes its room. And Telethon has the machine's own list of
file types read, a third of a megabyte; Python's is enough. What of its own is rarely spoken waits (`bot.on_demand`).
"""

import mimetypes
import sys
from importlib import import_module

from bot.on_demand import leave_unread

if "telegram" not in sys.modules and "cryptography" not in sys.modules:
    sys.modules["cryptography"] = None  # type: ignore[assignment]
    try:
        import_module("telegram.ext")
    finally:
        del sys.modules["cryptography"]
    for name, module in tuple(sys.modules.items()):
        if name.startswith(("telegram", "pydantic.", "httpx")):
            for kind in vars(module).values():
                if isinstance(kind, type) and kind.__module__.startswith(("telegram", "pydantic.", "httpx")):
                    kind.__doc__ = None

mimetypes.knownfiles.clear()
leave_unread()
