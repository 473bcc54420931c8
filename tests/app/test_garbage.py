"""The collector is left as it was, also by an app that ended at once."""

import gc
from collections.abc import Iterator

import pytest

from briefing.app import garbage
from briefing.app.app import BriefingApp
from tests.app.conftest import settled


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    before = gc.get_threshold(), gc.get_freeze_count()
    yield
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
    assert gc.isenabled()


async def test_what_has_come_is_never_looked_through_while_one_reads(seed_app: BriefingApp) -> None:
    async with seed_app.run_test() as pilot:
        app = await settled(pilot)
        assert gc.isenabled()
        assert gc.get_freeze_count() > 1_000
        app.list_documents()
        assert len(gc.get_objects()) < 20_000


async def test_an_app_without_documents_leaves_it_too() -> None:
    async with BriefingApp([]).run_test():
        pass


def test_it_can_be_ended_without_a_beginning() -> None:
    garbage.end()


def test_what_comes_after_the_end_is_no_longer_spared() -> None:
    garbage.begin()
    garbage.end()
    garbage.spare()
    assert gc.get_freeze_count() == 0
