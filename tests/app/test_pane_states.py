"""What each pane says while it waits, when there is nothing, and when nothing matches."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from briefing.analysis.briefing import Briefing
from briefing.app.app import BriefingApp
from briefing.app.arrangement import SIDE
from briefing.app.rows import RowList
from briefing.document import Document
from tests.app import by_hand
from tests.app.conftest import settled
from tests.app.test_app import NARROW, WIDE, keys

SIZES = [WIDE, NARROW, (40, 15)]


def shown(app: BriefingApp, pane: str) -> str:
    """The words a pane draws."""
    rows = app.reading.desk.query_one(f"#{pane}", RowList)
    return " ".join(" ".join(rows.render_line(y).text for y in range(rows.size.height)).split())


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The analysis waits for this."""
    event = Event()

    def slowly(document: Document) -> Briefing:
        event.wait(10)
        return by_hand.brief(document)

    monkeypatch.setattr("briefing.analysis.pipeline.brief", slowly)
    yield event
    event.set()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pane", SIDE)
async def test_a_pane_waits_and_then_has_its_rows(
    pane: str, size: tuple[int, int], seeds: Path, go_on: Event
) -> None:
    app = BriefingApp(sorted(seeds.iterdir()))
    async with app.run_test(size=size) as pilot:
        await pilot.press(str(SIDE.index(pane) + 3))
        await pilot.pause()
        assert shown(app, pane).startswith("Reading")
        assert "Source" not in keys(app)
        go_on.set()
        await settled(pilot)
        assert app.reading.desk.here == pane
        assert not shown(app, pane).startswith("Reading")
        assert app.reading.desk.query_one(f"#{pane}", RowList).cursor_row is not None
        assert "Enter Source" in keys(app)


NOTHING = {
    "entities": "No ",
    "agreements": "No agreements",
    "timeline": "The text gives no dates",
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pane", [pane for pane in SIDE if pane != "summary"])
async def test_a_pane_says_that_there_is_nothing(
    pane: str, size: tuple[int, int], tmp_path: Path, by_hand_only: None
) -> None:
    (tmp_path / "note.txt").write_text("a text that names nothing.", encoding="utf-8")
    app = BriefingApp([tmp_path / "note.txt"])
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press(str(SIDE.index(pane) + 3))
        await pilot.pause()
        assert shown(app, pane).startswith(NOTHING[pane])
        assert not {"Enter", "x"} & set(keys(app).split())  # there is nothing to open
        await pilot.press("j", "G", "space", "enter", "c", "Y")
        assert app.reading.desk.here == pane


@pytest.mark.parametrize("pane", ["documents", *SIDE])
async def test_a_pane_says_that_nothing_matches(pane: str, shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press(str(("documents", "text", *SIDE).index(pane) + 1))
        await pilot.press("/", *"qqzzqq")
        await pilot.pause(0.3)
        await settled(pilot)
        assert shown(shelf_app, pane).startswith("Nothing here matches")
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert not shown(shelf_app, pane).startswith("Nothing here matches")


async def test_the_documents_say_which_are_not_read_and_which_could_not_be(
    tmp_path: Path, by_hand_only: None
) -> None:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    app = BriefingApp(sorted(tmp_path.iterdir()))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "Could not be read b.txt not text" in shown(app, "documents")


async def test_a_document_that_cannot_be_read_says_why_in_its_place(tmp_path: Path) -> None:
    app = BriefingApp([tmp_path / "gone.txt"])
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        text = app.reading.desk.text.document.text
        assert text.startswith("There is nothing to read here.")
        assert "gone.txt: no such file" in text
        await pilot.press("j", "n", "]", "v", "y", "c", "i", "escape", "e", "J", "H")
        await pilot.pause()
        assert app.is_running
