"""Works that end together: what one of them dies of ends the others, and no cancellation is lost over it.

Separate, because up to Python 3.12 an `asyncio.TaskGroup` that is cancelled while one of its tasks fails tells of
the failure alone. Whoever handles that and goes on has swallowed the cancellation, and whoever waits for his end
waits for ever.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


async def together(*works: Coroutine[Any, Any, None]) -> None:
    """Run them until all have ended or one has failed; raises that, once the others are gone.

    Of several that fail at the same moment it raises the one that was given first.
    """
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        if task in done:
            task.result()
