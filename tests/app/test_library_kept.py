"""The app on a store that lasts: what was analysed once is there the next time."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from briefing.app import loading
from briefing.app.app import BriefingApp
from briefing.library.catalogue import Catalogue
from briefing.library.store import Store
from tests.app.conftest import settled

WIDE = (120, 40)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    (tmp_path / "docs").mkdir()
    for number in range(8):
        text = f"---\ndate: 2020-01-0{number + 1}\n---\nDonald Trump met Ada Roe, {number} times.\n"
        (tmp_path / "docs" / f"{number}.md").write_text(text)
    return sorted((tmp_path / "docs").iterdir())


def opened(files: list[Path], folder: Path) -> BriefingApp:
    return BriefingApp(
        files, name="docs", store=lambda tell: Store(folder / "cache" / "library.db", tell)
    )


async def test_nothing_is_analysed_a_second_time(
    by_hand_only: None, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(files, tmp_path).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        names = {entry.name for entry in app.catalogue.entries()}
        assert [one.date for one in app.shelf.volumes] == [f"2020-01-0{n}" for n in range(1, 9)]
    monkeypatch.setattr("briefing.analysis.pipeline.brief", None)
    monkeypatch.setattr("briefing.library.workers._Worker", None)

    async with opened(files, tmp_path).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        assert {entry.name for entry in app.catalogue.entries()} == names
        assert len(app.collection) == 8
        assert app.reading.briefing is not None
        await pilot.press("J", "J")
        await pilot.pause()
        assert app.reading.desk.text.document.text.endswith("2 times.")
        assert app.reading.briefing is not None


async def test_names_are_searched_before_all_is_taken_in_again(
    by_hand_only: None, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.app.loading._FEW", 2)
    async with opened(files, tmp_path).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
    assert len(list((tmp_path / "cache" / "names").iterdir())) == 1
    monkeypatch.setattr("briefing.app.intake.take", lambda *_: iter(()))

    async with opened(files, tmp_path).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        assert not app.reading.filter.searchable.is_behind
        await pilot.press("slash", *"donald")
        await pilot.pause()
        assert app.reading.filter.results.groups[0].choices[0].shown == "Donald Trump"


async def test_documents_are_merged_once_and_then_only_what_has_changed(
    by_hand_only: None, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.app.loading._FEW", 2)
    async with opened(files, tmp_path).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        (trump,) = (one for one in app.collection.entities.ranked("person") if "donald" in one[1])
        assert len(app.collection.entities.documents(trump)) == 8
    assert len(list((tmp_path / "cache" / "together").iterdir())) == 1
    files[3].write_text("---\ndate: 2020-01-04\n---\nMike Pompeo met Ada Roe.\n")
    files[7].unlink()
    merged: list[int] = []
    take = loading.take

    def counted(catalogue: Catalogue, numbers: Sequence[int]) -> Iterator[list[int]]:
        merged.extend(numbers)
        return take(catalogue, numbers)

    monkeypatch.setattr("briefing.app.intake.take", counted)
    async with opened(files[:7], tmp_path).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        assert merged == []
        assert app.collection.entities.documents(trump) == {0, 1, 2, 4, 5, 6}
        assert {one.name for one in app.catalogue.entries()} >= {"Mike Pompeo", "Donald Trump"}
        assert len(app.collection) == len(app.notebook.numbered()) == 7
        await pilot.press("slash", *"pompeo")
        await pilot.pause()
        assert app.reading.filter.results.groups[0].choices[0].shown == "Mike Pompeo"


async def test_only_a_few_documents_are_held_in_memory(
    by_hand_only: None, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.app.shelf._AT_HAND", 2)
    async with opened(files, tmp_path).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press(*"JJJJ")
        await settled(pilot)
        held = [index for index, one in enumerate(app.shelf.volumes) if one.briefing]
        assert held == [3, 4]
        assert all(one.document is None or one.briefing for one in app.shelf.volumes)
        await pilot.press(*"KKKK")
        await pilot.pause()
        assert app.reading.briefing is not None


async def test_the_analysis_can_be_stopped_and_go_on(
    by_hand_only: None, files: list[Path], tmp_path: Path
) -> None:
    app = opened(files, tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        app.action_analyse()
        await settled(pilot)
        app.action_analyse()
        await settled(pilot)
        assert all(one.is_done for one in app.shelf.volumes)
        assert app.shelf.progress == ""
