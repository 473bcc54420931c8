"""Reading aside: results arrive one by one, and nobody has to wait for the last."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from briefing import library
from briefing.analysis.briefing import Briefing
from briefing.app.app import BriefingApp
from briefing.app.config import Config
from briefing.app.loading import Ahead, Kept, aside, load, load_rest, look_up
from briefing.document import Document
from briefing.formats.limits import Limits
from briefing.library import Beginning, Failure, apart, read_all
from briefing.library.apart import Apart
from briefing.library.holdings import Holdings
from tests.app import by_hand
from tests.app.conftest import settled
from tests.library.test_apart import serve_badly


async def test_results_come_one_by_one() -> None:
    stopped = Event()
    assert [item async for item in aside(iter("abc"), stopped)] == ["a", "b", "c"]
    assert stopped.is_set()


async def test_a_fault_of_the_thread_is_raised_where_the_results_are_waited_for() -> None:
    def fail() -> Iterator[int]:
        yield 1
        raise ValueError("no")

    results = aside(fail(), Event())
    assert await anext(results) == 1
    with pytest.raises(ValueError, match="no"):
        await anext(results)


async def test_nobody_waits_for_a_thread_that_takes_its_time() -> None:
    go_on = Event()

    def slow() -> Iterator[int]:
        yield 1
        go_on.wait()
        yield 2

    results = aside(slow(), Event())
    assert await anext(results) == 1
    await results.aclose()
    go_on.set()


def test_a_file_gives_its_text_then_its_briefing(by_hand_only: None, seeds: Path) -> None:
    kinds = [type(result) for (result,) in load(next(seeds.iterdir()))]
    assert kinds == [Document, Briefing]


def test_a_text_gives_its_briefing_only(by_hand_only: None) -> None:
    assert [type(result) for (result,) in load(Document("-", "Words.", "text"))] == [Briefing]


def test_a_file_that_is_not_there_gives_the_reason(tmp_path: Path) -> None:
    ((failure,),) = load(tmp_path / "none.txt")
    assert isinstance(failure, Failure)
    assert Ahead(tmp_path / "none.txt").take(5.0) == (failure,)


def test_the_others_come_with_their_numbers_and_lie_in_the_library(seeds: Path) -> None:
    (seed,) = seeds.iterdir()
    holdings = Holdings()
    given = Document("-", "Words.", "text")
    first, second = load_rest(holdings, [(7, seed), (8, given)], Event())

    assert (first[0], second[0]) == (7, 8)
    assert isinstance(first[1], Kept)
    assert holdings.store.briefing(first[1].documents[0].id, str(seed)) == library.open(seed)
    assert second[1] == (library.brief(given),)


def test_what_was_analysed_before_is_not_again(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seed,) = seeds.iterdir()
    holdings = Holdings()
    *_, (first,), kept = load(seed, holdings=holdings)
    monkeypatch.setattr("briefing.analysis.pipeline.brief", None)

    assert isinstance(kept, Kept)
    assert list(load(seed, holdings=holdings)) == [(library.read(seed),), (first,), kept]
    (found,) = look_up(holdings, [(3, seed)])
    assert found == {3: kept.documents}


async def test_a_first_file_that_hangs_costs_itself_only(
    by_hand_only: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_serve", serve_badly)
    (tmp_path / "hangs").write_text("<html><p>Words.")
    (tmp_path / "plain.txt").write_text("A text that can be read.")
    limits = Config(limits=Limits(seconds=1))
    app = BriefingApp([tmp_path / "hangs", tmp_path / "plain.txt"], config=limits)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.shelf.volumes[1].is_briefed
        assert app.reading.desk.text.document.text == "A text that can be read."
        assert [one.reason for one in app.shelf.failures] == [
            "reading it took longer than 1 seconds (limit seconds)"
        ]


async def test_one_can_quit_while_a_document_is_analysed(
    monkeypatch: pytest.MonkeyPatch, seeds: Path
) -> None:
    begun, go_on = Event(), Event()

    def slow(document: Document) -> Briefing:
        begun.set()
        go_on.wait()
        return by_hand.brief(document)

    monkeypatch.setattr("briefing.analysis.pipeline.brief", slow)
    app = BriefingApp(sorted(seeds.iterdir()), name="seeds")
    async with app.run_test(size=(120, 40)) as pilot:
        while not begun.is_set():
            await pilot.pause()
        assert app.reading.desk.text.document.text.startswith("India")
        await pilot.press("j", "4", "2", "q")
    go_on.set()
    assert app.return_code == 0


@pytest.fixture
def long_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("briefing.library.reading.FIRST", 2000)
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"Paragraph {n} of a long text." for n in range(500)))
    return path


def test_a_long_file_gives_its_beginning_first(by_hand_only: None, long_file: Path) -> None:
    assert [type(result) for (result,) in load(long_file)] == [Beginning, Document, Briefing]
    ahead = Ahead(long_file)
    assert isinstance(ahead.take(5.0)[0], Beginning)
    assert [type(result) for (result,) in load(ahead)] == [Beginning, Document, Briefing]


async def test_the_rest_of_a_long_text_comes_without_moving_the_reader(
    by_hand_only: None, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def slowly(_: Apart, path: Path) -> Iterator[Document | Failure]:
        go_on.wait(10)
        return read_all(path)

    monkeypatch.setattr(Apart, "read_all", slowly)
    app = BriefingApp([long_file])
    async with app.run_test(size=(80, 24)) as pilot:
        text = app.reading.desk.text
        await pilot.press("d", "d")
        before = [text.render_line(y).text for y in range(5)]
        assert "Paragraph 6" in before[0]
        assert len(text.document.text) <= 2000
        assert app.shelf.facts(0) == ["", "", "reading ..."]
        go_on.set()
        await settled(pilot)
        assert len(text.document.text) > 10_000
        assert [text.render_line(y).text for y in range(5)] == before
        await pilot.press("G")
        assert "Paragraph 499" in text.render_line(text.size.height - 1).text


async def test_the_first_document_is_there_before_all_files_are_found(
    by_hand_only: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.md").write_text(f"Note {number} by Ada Roe.\n")
    go_on = Event()

    def slow(scan: library.Scan) -> Iterator[tuple[Path, ...]]:
        yield scan.more(10)
        go_on.wait()
        yield scan.more()

    monkeypatch.setattr("briefing.app.intake.find", slow)
    found = library.Scan([tmp_path, tmp_path / "none.md"])
    found.more(5)
    app = BriefingApp(name="notes", scan=found)
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(500):
            await pilot.pause(0.02)
            if "1 of 15+" in app.reading.title_line.render().plain:
                break
        else:
            pytest.fail("The files are not listed as they are found.")
        assert app.reading.desk.text.document.text.startswith("Note 0")
        go_on.set()
        await settled(pilot)
        assert "1 of 30   " in app.reading.title_line.render().plain
        assert [one.reason for one in app.shelf.failures] == ["no such file or folder"]
        assert len(app.collection) == 30
