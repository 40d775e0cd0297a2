"""Telegram, both ways: the ear that hears channels, and the desk in the owner's pocket.

python-telegram-bot loads `cryptography` when it finds it, for Telegram Passport alone, which
nothing here uses; ccxt brings it along. Left out it saves 7 MB of the 110 a small server has
for us (measured), so it is out of sight while `telegram` is imported, and then back.
"""

import sys
from importlib import import_module

if "telegram" not in sys.modules and "cryptography" not in sys.modules:
    sys.modules["cryptography"] = None  # type: ignore[assignment]
    try:
        import_module("telegram")
    finally:
        del sys.modules["cryptography"]
