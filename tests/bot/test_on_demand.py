"""What of Telegram's language is rarely spoken costs no memory until it is, and is whole then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def said_by(script: str) -> list[str]:
    """The lines of an interpreter of its own: in this one Telethon may have been imported before."""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.splitlines()


def test_a_listener_makes_no_class_that_it_does_not_speak_and_all_that_waits_is_telethons() -> None:
    assert said_by(
        "import bot.listener, sys; from importlib.util import find_spec; from bot.on_demand import RARE, _Unread\n"
        "names = [f'telethon.tl.{room}.{name}' for room, names in RARE.items() for name in names.split()]\n"
        "print(len(names) > 30, [name for name in names if type(sys.modules.pop(name)) is not _Unread])\n"
        "print([name for name in names if find_spec(name) is None])"
    ) == ["True []", "[]"]


def test_what_is_asked_for_or_comes_over_the_line_after_all_is_telethons_own() -> None:
    assert said_by(
        "import bot.listener; from telethon import functions, types; from telethon.extensions import BinaryReader\n"
        "asked = functions.account.GetPasswordRequest\n"
        "print(asked.__module__, bytes(asked()).hex(), hasattr(functions.account, 'Nonsense'))\n"
        "from telethon.tl.alltlobjects import tlobjects\n"
        "wire = bytes.fromhex('3ce48ffb') + bytes(4)\n"
        "waits = tlobjects[int.from_bytes(wire[:4], 'little')]\n"
        "read = BinaryReader(wire).tgread_object()\n"
        "print(type(waits).__name__, type(read) is types.payments.SavedInfo, bytes(read) == wire)"
    ) == ["telethon.tl.functions.account f5308a54 False", "_Later True True"]
