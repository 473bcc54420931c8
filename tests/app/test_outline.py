"""The outline: headings by level, the one that is read under marked."""

from pathlib import Path

import pytest

from briefing.app.app import BriefingApp
from briefing.app.rows import RowList
from briefing.app.screens.outline import OutlineScreen, under
from briefing.app.screens.reading import ReadingScreen
from briefing.document import Block
from tests.app.conftest import settled

TEXT = "Before.\n\n## First\n\n{0}\n\n### Second [/x]\n\n{0}\n\n## Third\n\n{0}\n".format(
    "\n\n".join(f"Paragraph {number}." for number in range(20))
)
HEADINGS = [Block("heading", 9, 14, 2), Block("heading", 100, 106, 3)]


@pytest.fixture
def app(by_hand_only: None, tmp_path: Path) -> BriefingApp:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return BriefingApp([path])


def lines(app: BriefingApp) -> list[str]:
    rows = app.screen.query_one(RowList).rows
    return [f"{' ' * row.indent}{row.marker}{row.content.plain}" for row in rows]


@pytest.mark.parametrize(("position", "index"), [(9, 0), (99, 0), (100, 1), (999, 1)])
def test_one_reads_under_the_last_heading_before(position: int, index: int) -> None:
    assert under(HEADINGS, position) == HEADINGS[index]


def test_before_the_first_heading_one_reads_under_none() -> None:
    assert under(HEADINGS, 8) is None


async def test_headings_are_indented_by_level_and_enter_goes_there(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("i")
        assert isinstance(app.screen, OutlineScreen)
        assert lines(app) == ["  First", "    Second [/x]", "  Third"]
        await pilot.press("j", "enter")
        text = app.reading.desk.text
        assert isinstance(app.screen, ReadingScreen)
        assert text.target
        assert text.document.slice(*text.target) == "Second [/x]"
        await pilot.press("H")
        assert text.position == 0


async def test_the_heading_one_reads_under_is_marked(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("]", "]", "i")
        assert lines(app)[1] == "  ▸ Second [/x]"
        assert app.screen.query_one(RowList).cursor == 1


@pytest.mark.parametrize("key", ["i", "q", "escape"])
async def test_without_headings_it_says_so_and_closes(
    by_hand_only: None, tmp_path: Path, key: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A text without headings, but with a full stop.\n", encoding="utf-8")
    app = BriefingApp([path])
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("i")
        shown = app.screen.query_one(RowList)
        assert "no headings" in shown.render_line(0).text
        assert shown.size.height
        await pilot.press("enter", key)
        assert isinstance(app.screen, ReadingScreen)
        assert app.reading.desk.text.position == 0
