"""Long work lets the keys through."""

from asyncio import create_task
from collections.abc import Generator
from itertools import count

from briefing.app.between import between_keys


async def test_others_have_their_turn_before_long_work_ends() -> None:
    done: list[str] = []

    async def key() -> None:
        done.append("key")

    def work() -> Generator[None, None, int]:
        for step in count():
            yield
            if done:
                return step
        raise AssertionError

    pressed = create_task(key())
    assert await between_keys(work())
    assert done == ["key"]
    await pressed
