"""What was read: told by a key or by staying at the end, shown in the lists, and undone."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app.app import BriefingApp
from briefing.app.attention import Attention
from briefing.app.memory import Memory
from briefing.app.panes.documents import Opened
from briefing.app.rows import RowList
from tests.app.conftest import settled

SIZE = (120, 40)


@pytest.fixture
def files(tmp_path: Path, by_hand_only: None) -> list[Path]:
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in (1, 2, 3):
        text = (
            f"---\ntitle: Note {number}\ndate: 2020-01-0{number}\n---\nAda Roe met {number} men.\n"
        )
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    long = "\n\n".join(f"Paragraph {number}." for number in range(90))
    (folder / "4.md").write_text(f"---\ntitle: Long\ndate: 2020-01-04\n---\n{long}\n")
    return sorted(folder.iterdir())


def opened(files: list[Path]) -> BriefingApp:
    return BriefingApp(files, name="docs", memory=Memory(files[0].parent.parent / "state"))


def listed(pane: RowList) -> dict[str, str]:
    """What stands beside the names of documents."""
    return {
        row.content.plain.partition("\n")[0].lstrip(" 1234"): row.detail.plain if row.detail else ""
        for row in pane.rows
        if isinstance(row.payload, Opened | int)
    }


def told(pilot: Pilot[None]) -> str:
    return list(pilot.app._notifications)[-1].message


def test_leafing_through_reads_nothing_and_staying_at_the_end_does_once() -> None:
    attention = Attention()
    leafing = (1, 1, 2, 2, 1, None, 1, 1, 1, 1)
    assert {attention.look(number, at_end=True) for number in leafing} == {""}
    assert attention.look(1, at_end=True) == "read"
    assert {attention.look(1, at_end=True) for _ in range(20)} == {""}


def test_a_long_text_is_seen_after_a_while_and_read_at_its_end() -> None:
    attention = Attention()
    assert {attention.look(1, at_end=False) for _ in range(4)} == {""}
    assert attention.look(1, at_end=False) == "seen"
    assert {attention.look(1, at_end=False) for _ in range(20)} == {""}
    assert attention.look(1, at_end=True) == "read"
    assert attention.look(1, at_end=False) == ""


async def test_a_key_marks_as_read_and_again_as_unread(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        pane = app.reading.desk.documents
        await pilot.press("R")
        assert told(pilot) == "Read: “Note 1”."
        assert listed(pane) == {"Note 1": "✓", "Note 2": "", "Note 3": "", "Long": ""}
        assert str(pane.border_subtitle) == "3 unread"
        await pilot.press("R")
        assert told(pilot) == "Unread: “Note 1”."
        assert listed(pane)["Note 1"] == ""
        await pilot.press("ctrl+z")
        assert told(pilot) == "Undone: “Note 1” is read again."
        assert listed(pane)["Note 1"] == "✓"
        await pilot.press("ctrl+z", "ctrl+z")
        assert told(pilot) == "There is nothing to undo."
        assert listed(pane)["Note 1"] == ""


async def test_in_the_list_the_key_marks_the_document_under_the_cursor(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("1", "j", "j", "R")
        assert told(pilot) == "Read: “Note 3”."
        assert app.reading.navigator.document == 0


async def test_what_was_read_is_known_at_the_next_start_under_another_name_too(
    files: list[Path],
) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("R", "J", "R", "J", "R")
    files[0] = files[0].rename(files[0].with_name("renamed.md"))
    files[1].write_text(files[1].read_text().replace("2 men", "nobody"))
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        shown = listed(app.reading.desk.documents)
        assert shown == {"Note 1": "✓", "Note 2": "changed", "Note 3": "✓", "Long": ""}
        assert app.notebook.standing(1) == "changed"


async def test_another_key_opens_the_next_unread_one(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("J", "R", "K", "U")
        assert app.reading.navigator.document == 2
        await pilot.press("R", "U")
        assert app.reading.navigator.document == 3
        await pilot.press("R", "U")
        assert app.reading.navigator.document == 0
        await pilot.press("R", "U")
        assert told(pilot) == "All documents are read."


async def test_who_stays_at_the_end_has_read_it(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        app.open_document(3)
        await pilot.pause()
        for _ in range(9):
            app.reading.attend()
        assert app.notebook.standing(3) == "seen"
        await pilot.press("G")
        app.reading.attend()
        assert app.notebook.standing(3) == "read"
        await pilot.press("ctrl+z")
        assert told(pilot) == "There is nothing to undo."
        await pilot.press("R")
        assert told(pilot) == "Unread: “Long”."
        for _ in range(9):
            app.reading.attend()
        assert app.notebook.standing(3) == "seen"


async def test_all_documents_show_it_and_have_the_keys(files: list[Path]) -> None:
    async with opened(files).run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("a", "j", "R")
        pane = app.screen.query_one("#all-documents", RowList)
        assert listed(pane)["Note 3"] == "✓  3 Jan 2020"
        assert pane.cursor == 1
        await pilot.press("ctrl+z")
        assert listed(pane)["Note 3"] == "3 Jan 2020"
        await pilot.press("U")
        await pilot.pause()
        assert app.screen is app.reading
