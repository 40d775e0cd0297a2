"""What of Telegram's language a listener hardly ever speaks is read when it is spoken, and not before.

Separate because it is about the library and not about trading. Telethon knows two thousand requests and
answers, and has the class of each made at its import: phone calls, payments, stories and their like are three of
the 110 megabytes a small server has for us (measured). Their modules stand in line as they would, and fill
themselves with the library's own when something of theirs is asked for, or comes. So does `aiohttp`, six more:
Telethon imports it for files that lie somewhere in the web, and a listener fetches none of those.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

RARE = {
    "functions": (
        "account aicompose bots chatlists communities contacts ephemeral folders fragment langpack payments phone"
        " photos premium smsjobs stats stickers stories"
    ),
    "types": (
        "aicompose auth bots chatlists communities contacts ephemeral fragment help payments phone photos premium"
        " smsjobs stats stickers stories"
    ),
}
"""Modules of ``telethon.tl``: of requests that a listener who is signed in does not send, and of what answers them."""
ELSEWHERE = "aiohttp"
"""A library that Telethon imports and does not need for what a listener says."""
INDEX = "telethon.tl.alltlobjects"
"""Lists each class there is beside its number, to find the reader of what comes over the line."""


class _Later:
    """Stands in the index for a class that nobody has asked for."""

    __slots__ = ("_module", "_name")

    def __init__(self, module: ModuleType, name: str) -> None:
        self._module, self._name = module, name

    def from_reader(self, reader: Any) -> Any:
        """Read one as its class does."""
        return getattr(self._module, self._name).from_reader(reader)


class _Unread(ModuleType):
    """One module of Telethon's, until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # how the import system looks at a module
        if sys._getframe(1).f_globals.get("__name__") == INDEX:
            return _Later(self, name)
        return getattr(self._whole(), name)

    def _whole(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        vars(self).update(vars(module))
        return module


class _UnreadPackage(_Unread):
    """The same for a library with parts: whoever imports one of them asks the whole for its place first."""

    def __getattr__(self, name: str) -> Any:
        return self._whole().__path__ if name == "__path__" else super().__getattr__(name)


def leave_unread() -> None:
    """Once, before Telethon is imported; afterwards it changes nothing."""
    if "telethon" not in sys.modules:
        for room, names in RARE.items():
            for name in names.split():
                sys.modules[f"telethon.tl.{room}.{name}"] = _Unread(f"telethon.tl.{room}.{name}")
        if ELSEWHERE not in sys.modules and (spec := find_spec(ELSEWHERE)) is not None:
            sys.modules[ELSEWHERE] = library = _UnreadPackage(ELSEWHERE)
            library.__spec__ = spec
