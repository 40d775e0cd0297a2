"""A record with some of its values changed: every fact makes several of them.

Separate, because it is about the language and not about trading. `dataclasses.replace` asks each
field how it was declared, each time anew; for an account of two dozen fields that takes longer
than making it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(record: Any, /, **changes: Any) -> Any:
        """What `dataclasses.replace` gives. Raises ``KeyError`` for a field it has not, ``TypeError`` for other records
        than those of two fields or more, all of them given when it is made.
        """
        places, values_of = _shape(type(record))
        values = [*values_of(record)]
        for name, value in changes.items():
            values[places[name]] = value
        return type(record)(*values)


__all__ = ["replace"]


@cache
def _shape(kind: type) -> tuple[Mapping[str, int], Callable[[Any], tuple[Any, ...]]]:
    names = [field.name for field in fields(kind) if field.init]
    if len(names) < max(2, len(fields(kind))):
        raise TypeError(f"{kind.__name__} is no record of several given fields")
    return {name: place for place, name in enumerate(names)}, attrgetter(*names)
