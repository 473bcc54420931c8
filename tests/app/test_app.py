"""What each key does, on the screen one reads on."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from briefing.app import themes
from briefing.app.app import BriefingApp
from briefing.app.rows import RowList
from briefing.app.screens.help import HelpScreen
from briefing.app.screens.reading import ReadingScreen
from briefing.document import Document, Span
from tests.app.conftest import settled
from tests.formats.containers import zipped

WIDE, NARROW = (120, 40), (80, 24)


def said(app: BriefingApp) -> str:
    """The words that are marked in the text."""
    text = app.reading.desk.text
    return text.document.text[slice(*text.target)] if text.target else ""


def here(app: BriefingApp) -> str | None:
    return app.reading.desk.here


def title(app: BriefingApp) -> str:
    return app.reading.title_line.render().plain


def keys(app: BriefingApp) -> str:
    return app.reading.keys.render().plain


def told(app: BriefingApp) -> list[str]:
    """The notices that are seen."""
    return [note.message for note in app._notifications]


def seen(app: BriefingApp) -> list[str]:
    desk = app.reading.desk
    return [
        widget.id or "" for widget in (desk.documents, desk.text, *desk.sides) if widget.display
    ]


def opened(app: BriefingApp) -> str:
    return Path(app.reading.desk.text.document.path).name


async def test_it_may_be_ended_before_the_lines_one_types_in_are_there(
    seed_app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = asyncio.Event()

    async def end_meanwhile(*_: object) -> None:
        seed_app.exit()
        await gone.wait()

    monkeypatch.setattr("briefing.app.screens.lines.to_thread", end_meanwhile)
    async with seed_app.run_test(size=WIDE):
        pass
    gone.set()
    assert not await seed_app.reading.furnish()
    assert seed_app.return_code == 0


async def test_the_seed_is_shown_with_its_briefing(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        assert app.reading.desk.text.document.text.startswith("India, according")
        assert here(app) == "text"
        assert "seeds" in title(app)
        assert title(app).endswith("2019-11-24   411 words   0%")
        assert seen(app) == ["text", "summary", "entities", "agreements"]
        assert len(app.reading.desk.sides[0].rows) == 3


async def test_enter_on_an_agreement_goes_to_the_sentence_of_its_status(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("5", "enter")
        assert said(app) == "Communications Compatibility and Security Agreement"
        assert here(app) == "text"
        assert "COMCASA  2 of 3" in title(app)


async def test_x_opens_an_agreement_and_closes_it(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("x")
        assert here(app) == "agreements"
        agreements = app.reading.desk.agreements
        await pilot.press("j", "x")
        assert agreements.cursor_row is not None
        assert agreements.cursor_row.marker == "▾ "
        assert "condition: waiver for the S-400" in agreements.cursor_row.content.plain
        await pilot.press("x")
        assert agreements.cursor_row.marker == "▸ "
        await pilot.press("enter")
        assert here(app) == "text"


async def test_enter_on_a_summary_sentence_marks_it(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("3", "j", "enter")
        assert said(app).startswith("“Besides posting an officer")


async def test_enter_on_a_date_marks_the_words_that_give_it(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("6", "enter")
        assert said(app) == "September 2018"


async def test_n_steps_through_the_mentions_and_round(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("4", *"jjjj", "enter")
        assert "Donald Trump  1 of 2" in title(app)
        assert "Next mention" in keys(app)
        await pilot.press("n")
        assert said(app) == "President Trump"
        await pilot.press("n")
        assert said(app) == "Donald Trump"
        await pilot.press("N")
        assert "2 of 2" in title(app)


async def test_n_does_nothing_while_nothing_is_marked(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("n", "N")
        assert said(app) == ""
        assert "Next mention" not in keys(app)


async def test_the_cursor_previews_and_escape_takes_it_back(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("d", "4", "j", "j")
        assert said(app) == "Mike Pompeo"
        before = app.reading.navigator._before
        assert before
        await pilot.press("escape")
        assert said(app) == ""
        assert app.reading.desk.text.position == before.position > 0
        assert here(app) == "text"


async def test_back_and_forward_return_to_the_exact_place(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        await pilot.press("j", "j", "j")
        start = text.position
        await pilot.press("5", "j", "enter")
        there, mark = text.position, said(app)
        assert there != start
        await pilot.press("H")
        assert (text.position, said(app)) == (start, "")
        await pilot.press("L")
        assert (text.position, said(app)) == (there, mark)
        await pilot.press("alt+left")
        assert text.position == start
        await pilot.press("alt+right")
        assert text.position == there


async def test_back_at_the_beginning_says_so(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("H")
        assert [one.message for one in app._notifications] == ["There is nothing to go back to."]


async def test_brackets_go_from_heading_to_heading(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        await pilot.press("]")
        assert text.document.text[text.position :].startswith("Possible visit")
        await pilot.press("G", "[")
        assert text.document.text[text.position :].startswith(("Possible visit", "More Agree"))


@pytest.mark.parametrize("down", ["j", "down", "space", "pagedown", "d", "G", "end"])
async def test_the_text_moves_by_the_keys_of_a_pager(seed_app: BriefingApp, down: str) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press(down)
        assert app.reading.desk.text.position > 0
        await pilot.press(
            *{"j": "k", "down": ["up"], "space": "b", "d": "u", "G": "g"}.get(down, ["home"])
        )
        assert app.reading.desk.text.position == 0


async def test_tab_goes_round_the_panes_that_are_seen(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        visited = []
        for _ in range(4):
            await pilot.press("tab")
            visited.append(here(app))
        assert visited == ["summary", "entities", "agreements", "text"]
        await pilot.press("shift+tab")
        assert here(app) == "agreements"


async def test_on_a_narrow_screen_tab_turns_the_tabs(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        assert seen(app) == ["text", "summary"]
        await pilot.press("tab", "tab")
        assert seen(app) == ["text", "entities"]
        assert here(app) == "entities"
        tabs = app.reading.desk.tabs.render().plain
        assert tabs == " 2 Text  3 Summary  4 Entities  5 Agreements  6 Timeline "


async def test_a_tab_is_picked_with_the_mouse(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.click("#tabs", offset=(22, 0))
        assert here(app) == "entities"


async def test_a_row_is_chosen_with_the_mouse(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.click("#entities", offset=(4, 3))
        assert said(app) == "S Jaishankar"


async def test_a_name_in_the_text_is_chosen_with_the_mouse(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("j", "j", "j")
        position = app.reading.desk.text.position
        await pilot.click("#text", offset=(9, 2))
        assert said(app) == "US"
        assert "United States  1 of" in title(app)
        assert app.reading.desk.text.position == position


async def test_a_key_at_the_bottom_can_be_clicked(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.click("#keys", offset=(keys(app).index("Help") + 1, 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize(
    ("number", "pane"),
    enumerate(["documents", "text", "summary", "entities", "agreements", "timeline"], 1),
)
@pytest.mark.parametrize("size", [WIDE, NARROW, (40, 15), (200, 50)])
async def test_each_pane_has_its_number(
    seed_app: BriefingApp, number: int, pane: str, size: tuple[int, int]
) -> None:
    async with seed_app.run_test(size=size) as pilot:
        app = await settled(pilot)
        await pilot.press(str(number))
        assert here(app) == pane
        assert pane in seen(app)


async def test_zoom_gives_a_pane_the_screen_and_escape_takes_it_back(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("5", "z")
        assert seen(app) == ["agreements"]
        assert app.reading.desk.sides[2].size.width > 100
        await pilot.press("escape")
        assert len(seen(app)) == 4
        await pilot.press("z", "z")
        assert len(seen(app)) == 4


async def test_side_panes_timeline_and_documents_go_and_come(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("t")
        assert "timeline" in seen(app)
        await pilot.press("t")
        assert "timeline" not in seen(app)
        await pilot.press("o")
        assert "documents" in seen(app)
        await pilot.press("o")
        assert "documents" not in seen(app)
        await pilot.press("s")
        assert seen(app) == ["text"]
        await pilot.press("s")
        assert "summary" in seen(app)


async def test_a_pane_that_is_hidden_does_not_keep_the_focus(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("4", "s")
        assert here(app) == "text"


async def test_escape_walks_outwards_and_never_quits(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("z", "4", "enter")
        assert said(app)
        await pilot.press("escape")
        assert not said(app)
        assert app.reading.desk.zoomed
        await pilot.press("escape")
        assert not app.reading.desk.zoomed
        await pilot.press("3", "escape")
        assert here(app) == "text"
        await pilot.press("escape", "escape")
        assert app.is_running


async def test_the_filter_jumps_to_a_name_typed_badly(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("slash", *"jaishnkar")
        while len(app.reading.desk.sides[1].rows) > 10:
            await pilot.pause(0.05)
        assert [row.payload is not None for row in app.reading.desk.sides[1].rows] == [False, True]
        assert "Jump" in keys(app)
        await pilot.press("enter")
        await pilot.pause()
        assert said(app) == "S Jaishankar"
        assert len(app.reading.desk.sides[1].rows) > 10
        assert here(app) == "text"


async def test_after_the_filter_a_pane_is_as_it_was(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=(120, 30)) as pilot:
        app = await settled(pilot)
        entities = app.reading.desk.sides[1]
        await pilot.press("4", "G")
        cursor, top = entities.cursor_row, entities.scroll_offset.y
        assert top > 0
        await pilot.press("slash", *"jai", "escape")
        await pilot.pause()
        assert (entities.cursor_row, entities.scroll_offset.y) == (cursor, top)


async def test_escape_leaves_the_filter_for_where_one_was(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("4", "f", *"comcsa")
        assert isinstance(app.focused, Input)
        await pilot.press("escape")
        assert here(app) == "entities"
        assert len(app.reading.desk.sides[1].rows) > 10


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_lists_the_actions_and_does_one(seed_app: BriefingApp, key: str) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press(key)
        assert isinstance(app.screen, HelpScreen)
        rows = app.screen.query_one(RowList)
        wanted = next(row for row in rows.rows if "Zoom" in row.content.plain)
        rows.select(wanted.payload)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        assert app.reading.desk.zoomed


@pytest.mark.parametrize("key", ["escape", "question_mark", "q", "f1"])
async def test_help_closes_and_the_program_goes_on(seed_app: BriefingApp, key: str) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("question_mark", key)
        assert isinstance(app.screen, ReadingScreen)
        assert app.is_running


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_does_what_is_typed(seed_app: BriefingApp, key: str) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press(key)
        await pilot.press(*"zoom")
        await pilot.pause(0.3)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.reading.desk.zoomed


async def test_t_changes_between_dark_and_light(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("T")
        assert app.theme == themes.LIGHT.name
        await pilot.press("T")
        assert app.theme == themes.DARK.name


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "nord", "textual-light"])
async def test_other_themes_have_our_colours_too(seed_app: BriefingApp, theme: str) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        app.theme = theme
        await pilot.pause()
        await pilot.press("5", "enter")
        assert said(app)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quitting(seed_app: BriefingApp, key: str) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press(key)
        assert not app.is_running


async def test_the_documents_are_listed_by_date_with_what_failed(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        rows = [f"{row.marker}{row.content.plain}" for row in app.reading.desk.documents.rows]
        assert rows[:3] == [" All documents", "May 2018", "  1 May note"]
        assert rows[3:6:2] == ["Nov 2019", "Mar 2020"]
        assert rows[4].startswith("▸24 India, according")
        assert rows[6:9] == ["  5 March note", "No date", " A text without a date."]
        assert rows[9:] == ["Could not be read", " nothing.txt\nthe file is empty"]
        assert "2 of 4" in title(app)


async def test_a_long_title_takes_two_lines_of_the_list(tmp_path: Path, by_hand_only: None) -> None:
    for name, title in (("a.md", "A day"), ("b.md", "Remarks on the harbours of the north coast")):
        (tmp_path / name).write_text(
            f"---\ntitle: {title}\ndate: 2020-01-02\n---\nWords.\n", encoding="utf-8"
        )
    async with BriefingApp(sorted(tmp_path.iterdir())).run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        pane = app.reading.desk.documents
        assert [pane.render_line(y).text.rstrip() for y in range(6)] == [
            " All documents",
            "Jan 2020",
            "▸ 2 A day",
            "  2 Remarks on the",
            "    harbours of th…",
            "",
        ]


@pytest.mark.parametrize(("key", "way_out"), [("slash", "Esc Close"), ("ctrl+f", "Esc Leave")])
async def test_the_narrowest_screen_says_how_to_leave_a_line(
    seed_app: BriefingApp, key: str, way_out: str
) -> None:
    async with seed_app.run_test(size=(40, 15)) as pilot:
        app = await settled(pilot)
        assert "q Quit" in keys(app)
        await pilot.press(key)
        await pilot.pause()
        assert way_out in keys(app)


async def test_a_narrow_screen_names_the_document_at_the_top(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=(80, 24)) as pilot:
        app = await settled(pilot)
        await pilot.press("J")
        await pilot.pause()
        assert "March note" in title(app)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "March note" not in title(app)
        assert "shelf" in title(app)


async def test_enter_on_a_file_that_could_not_be_read_says_why(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("1", "G", "enter")
        await pilot.pause()
        assert told(app)[-1].endswith("nothing.txt could not be read: the file is empty")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("K K", "This is the first document."),
        ("J J J", "This is the last document."),
        ("J right_square_bracket", "This text has no headings."),
        ("left_square_bracket", "There is no heading before this."),
        ("left_curly_bracket", "This pane cannot be higher or lower here."),
    ],
)
async def test_a_key_that_can_do_nothing_says_so(
    shelf_app: BriefingApp, keys: str, words: str
) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press(*keys.split())
        await pilot.pause()
        assert told(app) == [words]


@pytest.mark.parametrize(
    ("pane", "named"),
    [
        ("", "/ Filter|ctrl+f Find|Tab Pane|a All documents|t Timeline|? Help|q Quit"),
        ("4", "Enter Source|/ Filter|Tab Pane|c Card|a All documents|t Timeline|? Help|q Quit"),
        (
            "5",
            "Enter Source|/ Filter|Tab Pane|x Open|c Card|a All documents|t Timeline|? Help|q Quit",
        ),
        ("1", "Enter Open|/ Filter|Tab Pane|a All documents|t Timeline|? Help|q Quit"),
    ],
)
async def test_the_keys_at_the_bottom_are_those_of_the_place(
    shelf_app: BriefingApp, pane: str, named: str
) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press(*pane)
        await pilot.pause()
        assert keys(app).split("   ") == named.split("|")


async def test_capital_j_and_k_go_from_document_to_document(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("J")
        assert opened(app) == "march.md"
        await pilot.press("K", "K", "K")
        assert opened(app) == "may.md"
        await pilot.press("H")
        assert opened(app).startswith("000_")


async def test_enter_opens_a_document_and_back_returns_to_the_place(
    shelf_app: BriefingApp,
) -> None:
    async with shelf_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("5", "j", "enter")
        text = app.reading.desk.text
        place = text.position
        await pilot.press("1", "g", "j", "enter")
        assert opened(app) == "may.md"
        assert here(app) == "text"
        await pilot.press("H")
        assert opened(app).startswith("000_")
        assert text.position == place
        assert said(app)


async def test_a_result_that_comes_twice_does_not_move_the_text(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("d", "d")
        position = app.reading.desk.text.position
        briefing = app.shelf.volumes[0].briefing
        assert briefing
        app.take_in(0, (briefing,))
        app.take_in(0, (replace(briefing.document),))
        await pilot.pause()
        assert app.reading.desk.text.position == position > 0


async def test_a_briefing_from_elsewhere_does_not_move_the_text(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("d", "d")
        position = app.reading.desk.text.position
        volume = app.shelf.volumes[0]
        briefing, volume.briefing = volume.briefing, None
        assert briefing
        app.take_in(0, (replace(briefing, document=replace(briefing.document)),))
        await pilot.pause()
        assert app.reading.desk.text.position == position > 0
        assert volume.briefing


async def test_the_filter_reaches_into_other_documents(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("slash", *">may", "enter")
        await pilot.pause()
        assert opened(app) == "may.md"


async def test_one_document_that_fails_gives_way_to_the_next(
    by_hand_only: None, seeds: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "a.txt"
    empty.write_text("")
    app = BriefingApp([empty, *seeds.iterdir()], name="x")
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert opened(app).startswith("000_")
        assert "documents" in seen(app)


async def test_nothing_to_read_is_said_with_the_reason(by_hand_only: None, tmp_path: Path) -> None:
    empty = tmp_path / "a.txt"
    empty.write_text("")
    app = BriefingApp([empty], name="x")
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "nothing to read" in app.reading.desk.text.document.text
        assert "the file is empty" in app.reading.desk.documents.rows[-1].content.plain
        await pilot.press("j", "n", "J", "K", "4", "enter", "H", "L", "]", "z", "escape")
        assert app.is_running


async def test_a_document_that_is_no_file_is_read_too(by_hand_only: None) -> None:
    app = BriefingApp([Document("-", "Donald Trump spoke.", "text")], name="-")
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert app.reading.desk.text.document.text == "Donald Trump spoke."


async def test_an_analysis_that_fails_leaves_the_text_to_be_read(
    monkeypatch: pytest.MonkeyPatch, seeds: Path
) -> None:
    def fail(document: Document) -> None:
        raise ValueError("[/no] such thing \x1b[1m")

    monkeypatch.setattr("briefing.analysis.pipeline.brief", fail)
    app = BriefingApp(sorted(seeds.iterdir()), name="seeds")
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert app.reading.desk.text.document.text.startswith("India")
        assert "ValueError" in app.reading.desk.documents.rows[-1].content.plain


async def test_names_that_look_like_markup_or_escapes_are_shown_as_text(
    by_hand_only: None, tmp_path: Path
) -> None:
    bad = tmp_path / "[foo] [bold \x1b]0;pwned\x07.txt"
    bad.write_text("Some [/foo] text [bold \x1b[31m of Russia.\n")
    empty = tmp_path / "[@click=app.quit]x[ \x1b[2J"
    empty.write_text("")
    app = BriefingApp([bad, empty], name="[/foo] \x1b[1m")
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press(*"123456", "escape", "J", "slash", *"russia", "escape")
        assert "[/foo]" in title(app)
        picture = app.export_screenshot()
        assert "\x1b" not in picture
        shown = "".join(row.content.plain for row in app.reading.desk.documents.rows) + title(app)
        assert "\x1b" not in shown
        assert "\x1b" not in app.title


async def test_the_place_is_kept_through_sizes(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("5", "enter")
        mark = app.reading.desk.text.target
        assert isinstance(mark, Span)
        await pilot.resize_terminal(*NARROW)
        await pilot.resize_terminal(40, 15)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert app.reading.desk.text.target == mark


async def test_a_wide_table_is_looked_at_sideways(tmp_path: Path, by_hand_only: None) -> None:
    cells = [f"column {n} with words" for n in range(8)]
    rows = ("| " + " | ".join(row) + " |" for row in (cells, ["---"] * 8, cells))
    (tmp_path / "table.md").write_text("\n".join(rows) + "\n", encoding="utf-8")
    app = BriefingApp([tmp_path / "table.md"])
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        text = app.reading.desk.text
        first = text.render_line(0).text
        assert "More" in keys(app)
        await pilot.press("right", "right")
        assert text.render_line(0).text.strip().startswith("‹column 2")
        await pilot.press("left", "left")
        assert text.render_line(0).text == first
        await pilot.press("right", "0")
        assert text.render_line(0).text == first
        await pilot.press("4")
        assert "More" not in keys(app)


@pytest.mark.parametrize("others", [0, 6])
async def test_each_document_of_an_archive_is_listed_and_read(
    by_hand_only: None, tmp_path: Path, others: int
) -> None:
    for number in range(others):
        (tmp_path / f"{number}.txt").write_text("Words.")
    archive = tmp_path / "x.zip"
    archive.write_bytes(zipped({"a.txt": b"Rajnath Singh.", "b.txt": b"", "c.txt": b"Russia."}))
    app = BriefingApp([archive, *sorted(tmp_path.glob("*.txt"))], name="x")
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        volumes = [one for one in app.shelf.volumes if "x.zip" in str(one.source)]
        assert [one.failure is None and one.is_done for one in volumes] == [True, False, True]
        assert [one.path for one in app.shelf.failures] == [f"{archive}!/b.txt"]
        assert len(app.shelf.order) == others + 2
        assert app.reading.desk.text.document.text == "Rajnath Singh."
        await pilot.press("J")
        assert opened(app) == ("c.txt" if not others else "0.txt")


async def test_the_key_for_a_row_says_what_it_does(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("1")
        assert "Enter Open" in keys(app)
        await pilot.press("3")
        assert "Enter Source" in keys(app)


async def test_from_words_the_filter_found_one_steps_to_the_next_place(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("slash", "quotation_mark", *"defence", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "“defence”  1 of 7" in title(app)
        await pilot.press("n")
        assert (said(app), "“defence”  2 of 7" in title(app)) == ("Defence", True)


async def test_a_notice_takes_the_place_of_the_one_before_and_leaves_warnings(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        app.notify("A warning.", severity="warning")
        await pilot.press("J", "n", "n")
        assert [words.split()[0] for words in told(app)] == ["A", "Choose"]


async def test_a_long_title_keeps_its_share_of_a_narrow_line(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        facts = ["1 of 300", "2021-01-20", "1,501 words", "analysed 1 of 300"]
        app.reading.title_line.set_text("Remarks on the harbours of the north coast", "", facts)
        assert title(app).startswith("Remarks on the harbours of the")
        assert "1 of 300   2021-01-20" in title(app)
