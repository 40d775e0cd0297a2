"""Work something out when it is first asked, and only then.

Separate, because the cached property of Python 3.11 takes a lock at every first question, and a
post is read by one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - it is written like a property
    """An attribute made by a method at its first reading."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, asked: Any, owner: type) -> T:
        value = self.make(asked)
        setattr(asked, self.name, value)  # never by way of __dict__: an object that has made one is slow to ask
        return value
