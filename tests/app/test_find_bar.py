"""Finding words in the open document."""

import pytest
from textual.widgets import Input

from briefing.app.app import BriefingApp
from briefing.document import Document
from tests.app.conftest import settled
from tests.app.reader.test_reader import screen
from tests.app.test_app import NARROW, WIDE, here, keys, said, title


def bar(app: BriefingApp) -> str:
    find = app.reading.find_bar
    return " ".join(str(part.render()) for part in find.children if part.id != "find-line")


def underlined(app: BriefingApp) -> str:
    """What is marked as found, without the match one is at, as it is seen."""
    text = app.reading.desk.text
    marked = text._brush.style("match").bgcolor
    parts = []
    for y in range(text.size.height):
        for words, style, _ in text.render_line(y):
            assert style is not None
            parts.append(words if style.bgcolor == marked and not style.reverse else "|")
    return " ".join(part for part in "".join(parts).split("|") if part)


async def test_each_key_shows_the_first_match_and_the_count(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"sou")
        assert (said(app), bar(app)) == ("sou", "Find 1 of 2")
        await pilot.press(*"rces")
        assert (said(app), bar(app)) == ("sources", "Find 1 of 2")
        await pilot.press("x")
        assert (said(app), bar(app)) == ("", "Find not found")
        assert "Leave" in keys(app)


async def test_all_matches_are_marked(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=(120, 60)) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"defence")
        assert said(app) == "defence"
        count = app.reading.desk.text.document.text.lower().count("defence")
        assert len(underlined(app).split()) == count - 1
        await pilot.press("escape")
        assert underlined(app) == ""


async def test_escape_returns_to_the_exact_place(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        await pilot.press("5", "enter", "j", "j")
        before, seen, mark, line = text.position, screen(text), said(app), title(app)
        await pilot.press("ctrl+f", *"security", "down", "down", "up")
        assert said(app) == "Security"
        await pilot.press("escape")
        await pilot.pause()
        assert (text.position, screen(text), said(app), title(app)) == (before, seen, mark, line)
        assert here(app) == "text"
        assert app.reading.filter.display
        assert not app.reading.find_bar.display


async def test_after_enter_n_enter_and_capital_n_step_through_the_matches(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"russia", "enter")
        await pilot.pause()
        assert here(app) == "text"
        assert "“russia”  1 of 3" in title(app)
        await pilot.press("n", "enter")
        assert "“russia”  3 of 3" in title(app)
        await pilot.press("N", "N", "N")
        assert "“russia”  3 of 3" in title(app)
        await pilot.press("escape")
        assert (said(app), underlined(app)) == ("", "")
        await pilot.press("n", "enter")
        assert said(app) == ""


async def test_what_was_searched_last_is_what_n_steps_through(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("4", *"jjjj", "enter")
        await pilot.press("ctrl+f", *"defence", "enter", "n")
        assert "“defence”" in title(app)
        await pilot.press("4", "enter", "n")
        assert "Donald Trump  2 of 2" in title(app)
        assert underlined(app) == ""
        await pilot.press("H")
        assert "“defence”" in title(app)
        assert underlined(app) != ""


async def test_back_leads_to_where_one_was_before_the_search(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        await pilot.press("j", "j")
        before = text.position
        await pilot.press("ctrl+f", *"security", "enter", "H")
        assert (text.position, said(app)) == (before, "")


async def test_the_last_phrase_is_there_again_and_is_typed_over(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"waiver", "escape", "ctrl+f")
        await pilot.pause()
        assert said(app) == "waiver"
        await pilot.press(*"annex")
        assert app.query_one("#find-line", Input).value == "annex"
        assert said(app) == "Annex"


async def test_enter_where_nothing_is_found_goes_on_and_with_no_words_leaves(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"zzz", "enter")
        assert app.reading.find_bar.is_open
        await pilot.press("backspace", "backspace", "backspace", "enter")
        assert not app.reading.find_bar.is_open
        assert here(app) == "text"


async def test_a_click_elsewhere_stays_at_the_match(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"waiver")
        await pilot.click("#entities", offset=(6, 0))
        await pilot.pause()
        assert not app.reading.find_bar.is_open
        assert said(app) == "waiver"
        assert here(app) == "entities"


async def test_find_from_a_pane_shows_the_text(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("4", "j", "z", "ctrl+f", *"waiver", "enter")
        assert said(app) == "waiver"
        assert here(app) == "text"


async def test_another_document_is_searched_after_it_was_opened(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"russia", "enter")
        first = title(app)
        await pilot.press("K")
        assert underlined(app) == ""
        await pilot.press("ctrl+f", "enter")
        await pilot.pause()
        assert said(app) == "Russia"
        assert "1 of 1" in title(app)
        await pilot.press("H", "H")
        assert title(app) == first


@pytest.mark.parametrize("line", ["[/x]", "a{9}{9}", "(((", "\\", "\x1b]52;c;eA==\x07", "ﬃ" * 600])
async def test_nothing_that_is_typed_does_harm(seed_app: BriefingApp, line: str) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f")
        app.query_one("#find-line", Input).value = line
        await pilot.pause()
        await pilot.pause()
        assert bar(app) == "Find not found"
        assert "\x1b" not in app.export_screenshot()
        await pilot.press("escape")


async def test_a_long_text_is_searched_with_enter_pressed_at_once(by_hand_only: None) -> None:
    text = "word " * 400_000 + "the end"
    app = BriefingApp([Document("long.txt", text, "text")])
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+f", *"the end", "enter")
        await settled(pilot)
        await pilot.pause()
        assert said(app) == "the end"
        assert here(app) == "text"


async def test_there_is_nothing_to_find_where_there_is_no_document() -> None:
    async with BriefingApp([]).run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+f", "a", "enter", "escape")
        assert pilot.app.is_running


async def test_slips_and_patterns_are_found_in_other_ways(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"comcsa")
        assert bar(app) == "Find not found"
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert (said(app), bar(app)) == ("COMCASA", "Find with slips 1 of 2")
        await pilot.press("ctrl+r", "ctrl+a", "ctrl+k", *"[a-z]{2,")
        await settled(pilot)
        assert (said(app), bar(app)) == ("", "Find regex not found")
        await pilot.press(*"5}asa")
        await settled(pilot)
        assert (said(app), bar(app)) == ("COMCASA", "Find regex 1 of 2")
        await pilot.press(*"(")
        await settled(pilot)
        assert bar(app).startswith("Find regex missing ):")
        await pilot.press("ctrl+r", "escape", "ctrl+f")
        assert bar(app).startswith("Find not found")
