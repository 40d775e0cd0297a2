"""What of Telegram's language is rarely spoken costs no memory until it is, and is whole then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


STORY = """
import sys
import bot.listener
from importlib.util import find_spec
from bot.on_demand import RARE, _Unread
names = [f"telethon.tl.{room}.{name}" for room, names in RARE.items() for name in names.split()]
print(len(names) > 30, [name for name in names if type(sys.modules[name]) is not _Unread])

from telethon import functions, types
from telethon.extensions import BinaryReader
asked = functions.account.GetPasswordRequest
print(asked.__module__, bytes(asked()).hex(), hasattr(functions.account, "Nonsense"))

from telethon.tl.alltlobjects import tlobjects
wire = bytes.fromhex("3ce48ffb") + bytes(4)
waits = tlobjects[int.from_bytes(wire[:4], "little")]
read = BinaryReader(wire).tgread_object()
print(type(waits).__name__, type(read) is types.payments.SavedInfo, bytes(read) == wire)

import telethon.client.downloads
there = telethon.client.downloads.aiohttp
unread = [name for name in sys.modules if name.startswith("aiohttp.")]
from aiohttp import web
import aiohttp
print(unread, web.Application.__name__, there.ClientSession is aiohttp.ClientSession, type(aiohttp).__name__)

for name in names:
    del sys.modules[name]
print([name for name in names if find_spec(name) is None])
"""


def test_a_listener_makes_no_class_that_it_does_not_speak_and_what_is_asked_for_after_all_is_telethons_own() -> None:
    """In an interpreter of its own: in this one Telethon may have been imported before."""
    done = subprocess.run([sys.executable, "-c", STORY], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    assert done.stdout.splitlines() == [
        "True []",
        "telethon.tl.functions.account f5308a54 False",
        "_Later True True",
        "[] Application True module",
        "[]",
    ]
