"""Long work on the event loop, done in short stretches between the keys."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Generator
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")

_AT_A_TIME = 0.004
"""Seconds of work before keys are looked at again."""


async def between_keys(steps: Generator[None, None, T]) -> T:
    """What comes of all steps, each of which takes little time."""
    began = perf_counter()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        if perf_counter() - began > _AT_A_TIME:
            await sleep(0)
            began = perf_counter()
