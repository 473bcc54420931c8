"""Bookmarks with notes: set, listed, gone to, changed, deleted, and each of it undone."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app.app import BriefingApp
from briefing.app.memory import Memory
from briefing.app.rows import RowList
from briefing.app.screens.bookmarks import BookmarksScreen
from briefing.app.screens.note import NoteScreen
from briefing.document import Span
from tests.app.conftest import settled

SIZE = (120, 40)
FIRST, REST = "Ada Roe met Jon Doe.", "They spoke of cod"


@pytest.fixture
def files(tmp_path: Path, by_hand_only: None) -> list[Path]:
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in (1, 2):
        head = f"---\ntitle: Note {number}\ndate: 2020-01-0{number}\n---\n"
        (folder / f"{number}.md").write_text(f"{head}{FIRST} {REST} {number}.\n", encoding="utf-8")
    return sorted(folder.iterdir())


def opened(files: list[Path]) -> BriefingApp:
    return BriefingApp(files, name="docs", memory=Memory(files[0].parent.parent / "state"))


def listed(pilot: Pilot[None]) -> list[str]:
    return [row.content.plain for row in pilot.app.screen.query_one(RowList).rows]


def told(pilot: Pilot[None]) -> str:
    return list(pilot.app._notifications)[-1].message


def sentence(app: BriefingApp) -> str:
    text = app.reading.desk.text
    return text.document.slice(*(text.quoted or Span(0, 0)))


async def test_a_key_asks_for_a_note_and_keeps_the_sentence(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("B")
        assert isinstance(pilot.app.screen, NoteScreen)
        await pilot.press(*"ask", "enter")
        assert told(pilot) == "Bookmarked; ' lists them all."
        await pilot.press("B")
        assert pilot.app.screen.query_one(Input).value == "ask"
        await pilot.press(*"?[/x]", "enter")
        assert told(pilot) == "The note is kept."
        await pilot.press("apostrophe")
        assert isinstance(pilot.app.screen, BookmarksScreen)
        assert listed(pilot) == ["Note 1", f"ask?[/x]\n{FIRST}"]
        await pilot.press("escape", "ctrl+z")
        assert told(pilot) == "Undone: The note is as it was."
        await pilot.press("ctrl+z")
        assert told(pilot) == "Undone: The bookmark is gone."
        await pilot.press("apostrophe")
        assert listed(pilot) == []


async def test_leaving_the_note_sets_nothing(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("B", *"ask", "escape", "apostrophe")
        assert listed(pilot) == []


async def test_the_sentence_shows_in_the_text_that_it_is_noted(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        brush = app.reading.desk.text._brush
        assert list(brush.noted.touching(0, 99)) == []
        await pilot.press("B", "enter")
        assert list(brush.noted.touching(0, 99)) == [Span(0, len(FIRST))]
        await pilot.press("J", "K")
        await settled(pilot)
        brush = app.reading.desk.text._brush
        assert list(brush.noted.touching(0, 99)) == [Span(0, len(FIRST))]
        await pilot.press("ctrl+z")
        assert list(brush.noted.touching(0, 99)) == []


async def test_enter_in_the_list_goes_to_the_sentence_and_back(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("v", "v", "escape", "J")
        await settled(pilot)
        await pilot.press("B", *"here", "enter", "K", "apostrophe", "enter")
        await settled(pilot)
        assert app.reading.navigator.document == 1
        assert sentence(app) == FIRST
        await pilot.press("H")
        assert app.reading.navigator.document == 0


async def test_the_list_has_keys_for_note_delete_and_undo(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("B", *"one", "enter", "J")
        await settled(pilot)
        await pilot.press("B", *"two", "enter", "apostrophe")
        assert listed(pilot) == ["Note 1", f"one\n{FIRST}", "Note 2", f"two\n{FIRST}"]
        await pilot.press("j", "e", *"!", "enter")
        assert listed(pilot)[3] == f"two!\n{FIRST}"
        await pilot.press("x")
        assert listed(pilot) == ["Note 1", f"one\n{FIRST}"]
        assert told(pilot) == "Deleted; ctrl+z brings it back."
        await pilot.press("delete")
        assert listed(pilot) == []
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert listed(pilot) == ["Note 1", f"one\n{FIRST}", "Note 2", f"two\n{FIRST}"]


async def test_they_are_there_at_the_next_start_also_in_a_text_that_changed(
    files: list[Path],
) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("B", *"one", "enter", "J")
        await settled(pilot)
        await pilot.press("B", *"two", "enter")
    files[0].write_text(files[0].read_text().replace(FIRST, f"First, some news. {FIRST}"))
    files[1].write_text(files[1].read_text().replace(FIRST, "Nobody met."))
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("apostrophe")
        assert [
            row.detail.plain for row in pilot.app.screen.query_one(RowList).rows if row.detail
        ] == ["changed", "changed"]
        await pilot.press("enter")
        assert sentence(app) == FIRST
        await pilot.press("apostrophe", "j", "enter")
        await settled(pilot)
        assert app.reading.navigator.document == 1
        assert told(pilot) == "That sentence stands there no more."


async def test_what_is_not_open_is_listed_and_says_where_it_lies(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("B", *"one", "enter")
    files[0].unlink()
    async with opened(files[1:]).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("apostrophe", "enter")
        assert told(pilot) == f"It is not open here: {files[0]}"


async def test_all_documents_have_the_list_too(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("B", "enter", "a", "apostrophe")
        assert listed(pilot) == ["Note 1", FIRST]
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen is app.reading
        assert sentence(app) == FIRST
