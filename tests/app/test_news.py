"""What is new since one last read: listed by a key, each row leads to its sentence."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app.app import BriefingApp
from briefing.app.memory import Memory
from briefing.app.panes.documents import Opened
from briefing.app.rows import RowList
from briefing.app.screens.news import NewsScreen
from briefing.document import Span
from tests.app.conftest import settled

SIZE = (120, 40)


def note(folder: Path, number: int, text: str) -> None:
    head = f"---\ntitle: Note {number}\ndate: 2020-01-0{number}\n---\n"
    (folder / f"{number}.md").write_text(f"{head}{text}\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two notes. The one on the treaty is to be read, and then to change."""
    folder = tmp_path / "docs"
    folder.mkdir()
    note(folder, 1, "Norland and Sudland signed the Cod Treaty. Ada Roe was there.")
    note(folder, 2, "It rains in Norland.")
    return folder


def opened(folder: Path) -> BriefingApp:
    return BriefingApp(sorted(folder.iterdir()), name="docs", memory=Memory(folder.parent / "s"))


def listed(pilot: Pilot[None]) -> list[tuple[str, str]]:
    return [
        (row.content.plain, row.detail.plain if row.detail else "")
        for row in pilot.app.screen.query_one(RowList).rows
    ]


def told(pilot: Pilot[None]) -> str:
    return list(pilot.app._notifications)[-1].message


def sentence(app: BriefingApp) -> str:
    text = app.reading.desk.text
    return text.document.slice(*(text.quoted or Span(0, 0)))


async def read_and_change(folder: Path) -> None:
    async with opened(folder).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("R")
    note(folder, 1, "Norland suspended the Cod Treaty in 2021. Ada Roe was there.")
    note(folder, 2, "The sun shines in Norland.")
    note(folder, 3, "Jon Lunde, the foreign minister of Sudland, welcomed it.")


async def test_at_the_first_start_nothing_is_new(folder: Path) -> None:
    async with opened(folder).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("W")
        assert isinstance(pilot.app.screen, NewsScreen)
        assert listed(pilot) == []


async def test_what_has_come_and_changed_since_is_listed(folder: Path) -> None:
    await read_and_change(folder)
    async with opened(folder).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        shown = {
            row.payload.index: row.detail.plain if row.detail else ""
            for row in app.reading.desk.documents.rows
            if isinstance(row.payload, Opened)
        }
        assert shown == {0: "changed", 1: "changed", 2: "new"}
        await pilot.press("W")
        found = listed(pilot)
        assert [row for row in found if row[0].startswith("New documents")] == [
            ("New documents  1", "")
        ]
        new = "Norland suspended the Cod Treaty in 2021."
        assert ("Note 1", "1 new sentence") in found
        assert ("Note 2", "not read before") in found
        assert (new, "") in found
        assert (f"Cod Treaty\n{new}", "signed › suspended") in found
        assert any(name.startswith("Jon Lunde") for name, _ in found)
        assert not any(name.startswith("Ada Roe") for name, _ in found)


async def test_enter_on_a_row_goes_to_its_sentence_and_it_stays_new_meanwhile(folder: Path) -> None:
    await read_and_change(folder)
    async with opened(folder).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("2", "J", "W")
        rows = [content for content, _ in listed(pilot)]
        await pilot.press(*"jjj", "enter")
        await settled(pilot)
        assert rows[rows.index("Note 1") + 1] == sentence(app)
        for _ in range(9):
            app.reading.attend()
        assert app.notebook.standing(0) == "changed"
        await pilot.press("W")
        row = pilot.app.screen.query_one(RowList).cursor_row
        assert row is not None
        assert row.content.plain == sentence(app)
        await pilot.press("escape", "H")
        assert app.reading.navigator.document == 1


async def test_all_can_be_taken_for_seen_and_that_undone(folder: Path) -> None:
    await read_and_change(folder)
    async with opened(folder).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("W")
        before = listed(pilot)
        await pilot.press("A")
        assert listed(pilot) == []
        assert told(pilot) == "All is seen; ctrl+z undoes."
        await pilot.press("ctrl+z")
        assert listed(pilot) == before
        assert told(pilot) == "Undone: 3 documents are as unseen as before."
        await pilot.press("A", "escape")
        assert app.notebook.unread == 3
    async with opened(folder).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("W")
        assert listed(pilot) == []


async def test_all_documents_have_it_too(folder: Path) -> None:
    await read_and_change(folder)
    async with opened(folder).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("a", "W", "enter")
        await settled(pilot)
        assert app.screen is app.reading
        assert app.reading.navigator.document == 2
