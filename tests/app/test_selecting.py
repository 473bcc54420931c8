"""Selecting by keys."""

from textual.geometry import Offset
from textual.selection import Selection

from briefing.app.app import BriefingApp
from briefing.document import Document
from tests.app.conftest import settled
from tests.app.test_app import NARROW, WIDE, here, keys, said


def selected(app: BriefingApp) -> str:
    text = app.reading.desk.text
    if text.text_selection is None:
        return ""
    found = text.get_selection(text.text_selection)
    return found[0] if found else ""


async def test_v_selects_the_marked_sentence_and_then_the_next(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("3", "enter", "v")
        assert selected(app).startswith("India, according")
        assert selected(app).endswith("from Russia.")
        assert "Next sentence" in keys(app)
        await pilot.press("v")
        assert selected(app).startswith("India, according")
        assert selected(app).endswith("region continues.")
        await pilot.press("y")
        assert app.clipboard.startswith("“India, according")
        assert "from Russia. The US is planning" in app.clipboard
        assert selected(app) == ""


async def test_v_begins_with_the_first_sentence_on_the_screen(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("j", "j", "j", "4", "v")
        assert selected(app).startswith("The US is planning")
        assert here(app) == "text"


async def test_lines_are_selected_down_and_up(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        await pilot.press("d", "d", "v")
        first = selected(app)
        await pilot.press("j")
        longer = selected(app)
        assert longer.startswith(first)
        assert len(longer) > len(first)
        await pilot.press("k", "k", "k", "k")
        upwards = selected(app)
        assert upwards.endswith(first)
        assert len(upwards) > len(first)
        for key, end in (("k", 0), ("j", len(text.document.text))):
            for _ in range(60):
                await pilot.press(key)
            span = text.quoted
            assert span
            assert end in span
            # Where one is can be seen.
            seen = [words for _, line in text._view.rows for _, *words in line.runs]
            assert seen[0][0] <= max(0, end - 1) <= seen[-1][1]


async def test_escape_ends_the_selection_and_nothing_else(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("4", "enter")
        mark = said(app)
        await pilot.press("v", "j", "escape")
        assert (selected(app), said(app)) == ("", mark)
        assert not app.reading.desk.text.selecting
        assert "Next sentence" not in keys(app)


async def test_the_mouse_takes_over(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        await pilot.press("v")
        app.reading.selections = {text: Selection(Offset(10, 0), Offset(20, 0))}
        await pilot.pause()
        assert not text.selecting
        await pilot.press("v")
        assert text.quoted == (10, 20)
        await pilot.press("J", "o")
        assert app.is_running


async def test_before_there_is_a_briefing_lines_are_selected(by_hand_only: None) -> None:
    app = BriefingApp([Document("a.txt", "One line.\n\nAnother line.", "text")])
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        app.shelf.volumes[0].briefing = None
        await pilot.press("v")
        assert selected(app) == "One line."
        await pilot.press("v")
        assert selected(app) == "One line.\n\nAnother line."
        await pilot.press("v", "j", "escape")
        assert selected(app) == ""


async def test_there_is_nothing_to_select_without_a_document() -> None:
    async with BriefingApp([]).run_test(size=NARROW) as pilot:
        await pilot.press("v", "j", "y", "escape")
        assert pilot.app.clipboard == ""
