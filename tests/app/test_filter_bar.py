from dataclasses import replace

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, Static

from briefing.analysis.briefing import Entity, EntityKind, Mention
from briefing.app import themes
from briefing.app.app import BriefingApp
from briefing.app.filter_bar import FilterBar
from briefing.app.found import Preview
from briefing.app.rows import Row, RowList
from briefing.document import Document
from briefing.library import search as search_module
from briefing.library.catalogue import Catalogue, Place
from briefing.library.search import Choice
from tests.app.conftest import settled
from tests.app.test_app import WIDE
from tests.export import sample


class BarApp(App[None]):
    CSS = "RowList { height: 1fr; }"

    def __init__(self, *catalogues: Catalogue) -> None:
        super().__init__()
        self.briefing = sample.briefing()
        self.catalogue = catalogues[0] if catalogues else Catalogue()
        if not catalogues:
            self.catalogue.give(0, self.briefing)
        self.bar = FilterBar(id="filter")
        self.pane = RowList([Row(Content(f"row {n}"), payload=n) for n in range(40)])
        self.jumps: list[Choice] = []
        self.narrowed: list[tuple[str, frozenset[str] | None]] = []
        self.closed = 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.bar
        yield self.pane

    def on_mount(self) -> None:
        self.bar.set_catalogue(self.catalogue)
        self.bar.set_reading(0, self.briefing.document)
        self.pane.focus()

    def key_f(self) -> None:
        self.bar.open()

    def on_filter_bar_jump(self, message: FilterBar.Jump) -> None:
        self.jumps.append(message.choice)

    def on_filter_bar_narrowed(self, message: FilterBar.Narrowed) -> None:
        self.narrowed.append((message.query, message.names))

    def on_filter_bar_closed(self) -> None:
        self.closed += 1


def listed(app: BarApp) -> list[str]:
    """The rows under the bar; the marked one has a sign before it."""
    found = app.bar.query_one(RowList)
    return [
        ("> " if index == found.cursor else "") + row.content.plain
        for index, row in enumerate(found.rows)
    ]


def line(app: BarApp) -> str:
    return app.bar.query_one(Input).value


def count(app: BarApp) -> str:
    return str(app.bar.query_one("#filter-count", Static).render()).strip()


def place(choice: Choice) -> Place:
    assert choice.place is not None
    return choice.place


def said(choice: Choice) -> str:
    return sample.TEXT[slice(*place(choice).span)]


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Open the bar and type, all at once as a paste would."""
    app = pilot.app
    assert isinstance(app, BarApp)
    app.bar.open(text)
    await pilot.pause()


async def found_aside(pilot: Pilot[None]) -> None:
    """Wait until what is searched for in a thread is found and shown."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_slip_of_the_fingers_lands_and_enter_jumps_to_the_first_mention() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.press("f", *"clader")
        assert listed(app)[:2] == ["People  1", "> Ines Calder"]
        await pilot.press("enter")
        assert [said(choice) for choice in app.jumps] == ["Ines Calder"]
        assert place(app.jumps[0]).sentence is not None
        assert not app.bar.is_open
        assert app.focused is app.pane


async def test_an_acronym_leads_to_the_sentence_its_status_rests_on() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, "hat")
        assert listed(app)[1] == "> HAT → Harbour Access Treaty"
        await pilot.press("enter")
        assert said(app.jumps[0]) == "Harbour Access Treaty"
        sentence = place(app.jumps[0]).sentence
        assert sentence is not None
        assert sample.TEXT[slice(*sentence)].startswith("Norland and Sudland signed")


async def test_groups_come_with_the_best_result_first_and_the_text_last() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, "harbour")
        kinds = [group.kind for group in app.bar.results.groups]
        assert set(kinds[:3]) == {"agreement", "heading", "document"}
        assert kinds[3] == "text"
        assert listed(app)[1].startswith("> ")
        assert count(app) == f"{app.bar.results.total} found"


async def test_names_that_are_only_like_it_stand_behind_those_of_all_kinds_that_have_it() -> None:
    names: dict[str, EntityKind] = {
        "Ines Calder": "person",
        "Tom Clader": "person",
        "Caldera": "place",
    }
    entities = tuple(
        Entity(name, kind, (Mention(0, 3),) * 9, role="Envoy" if name == "Tom Clader" else None)
        for name, kind in names.items()
    )
    catalogue = Catalogue()
    catalogue.give(0, replace(sample.briefing(), entities=entities, agreements=()))
    app = BarApp(catalogue)
    async with app.run_test() as pilot:
        await type_in(pilot, "@calder")
        assert listed(app) == [
            "People  1",
            "> Ines Calder",
            "Places  1",
            "Caldera",
            "Similar  1",
            "Tom Clader",
        ]
        detail = app.bar.query_one(RowList).rows[-1].detail
        assert detail is not None
        assert detail.plain == "person Envoy"
        assert app.bar.results.names == frozenset({"Ines Calder", "Caldera"})


async def test_the_letters_that_were_typed_are_marked() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, "cald")
        row = app.bar.query_one(RowList).cursor_row
        assert row is not None
        assert [(span.start, span.end) for span in row.content.spans] == [(5, 9)]


async def test_status_and_role_stand_in_the_second_column() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        for typed, detail in (("hat", "signed"), ("ines", "Foreign minister, Norland")):
            await type_in(pilot, typed)
            row = app.bar.query_one(RowList).cursor_row
            assert row is not None
            assert row.detail is not None
            assert row.detail.plain == detail


async def test_escape_leaves_everything_as_it_was() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "f", *"nor", "down", "escape")
        assert app.focused is app.pane
        assert app.pane.cursor == 2
        assert line(app) == ""
        assert not app.bar.query_one("Found").display
        assert app.narrowed[-1] == ("", None)
        assert app.closed == 1
        assert app.jumps == []


async def test_while_documents_are_still_to_come_nothing_was_found_yet() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        app.bar.is_whole = False
        await type_in(pilot, "zzzzqqqq")
        assert count(app) == "nothing yet"


async def test_the_results_lie_over_the_panes_and_move_nothing() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        before = app.pane.region
        await type_in(pilot, "norland")
        found = app.bar.query_one("Found")
        assert app.pane.region == before
        assert found.region.y == 1
        assert found.region.width == app.size.width
        assert app.get_widget_at(10, 3)[0] in found.children


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (200, 50)])
async def test_the_results_fit_the_screen(size: tuple[int, int]) -> None:
    app = BarApp()
    async with app.run_test(size=size) as pilot:
        await type_in(pilot, "a")
        region = app.bar.query_one("Found").region
        assert region.bottom <= size[1]
        assert region.right <= size[0]


async def test_keys_move_the_mark_while_one_types() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.press("f", *"land")
        first, second, third = [row for row in listed(app) if not row[-1].isdigit()][:3]
        assert first == "> Norland"
        for key, back in (
            ("down", "up"),
            ("ctrl+n", "up"),
            ("ctrl+j", "up"),
            ("pagedown", "pageup"),
        ):
            await pilot.press(key)
            assert f"> {first[2:]}" not in listed(app)
            await pilot.press(back)
            assert first in listed(app)
        assert line(app) == "land"
        assert second
        assert third


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("@nor", {"person", "organisation", "place"}),
        ("#har", {"agreement"}),
        (">har", {"document"}),
        ("@", {"person", "organisation", "place"}),
    ],
)
async def test_a_sign_restricts_the_kinds(typed: str, kinds: set[str]) -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, typed)
        found = {group.kind for group in app.bar.results.groups}
        assert found
        assert found <= kinds


async def test_words_of_the_text_are_found_as_they_stand() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, "PARLIAMENT will")
        assert [group.kind for group in app.bar.results.groups][-1] == "text"
        assert "parliament will vote" in listed(app)[-1]
        choice = app.bar.results.groups[-1].choices[0]
        assert said(choice) == "parliament will"
        assert "".join(choice.shown[at] for at in choice.marks) == "parliament will"


async def test_tab_completes() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.press("f", *"@ine", "tab")
        assert line(app) == "@Ines Calder"
        assert app.bar.is_open


async def test_the_panes_hear_what_fits_once_one_has_stopped_typing() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.press("f", "i", "n", "e")
        while app.narrowed[-1:] != [("ine", app.bar.results.names)]:
            await pilot.pause(0.05)
        assert app.bar.results.names is not None
        assert "Ines Calder" in app.bar.results.names
        assert all(query in ("", "ine") for query, _ in app.narrowed)
        await pilot.press("escape")
        assert app.narrowed[-1] == ("", None)


async def test_nothing_found_is_said() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, "zzzzqqqq")
        assert count(app) == "nothing found"
        assert listed(app) == []
        await pilot.press("enter")
        assert app.jumps == []
        assert app.bar.is_open


async def test_a_click_opens_chooses_and_leaves() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.click("#filter-line")
        assert app.bar.is_open
        await pilot.press(*"ines")
        await pilot.click("FoundList", offset=(5, 1))
        assert [said(choice) for choice in app.jumps] == ["Ines Calder"]
        assert app.focused is app.pane
        await pilot.press("f")
        await pilot.click(app.pane, offset=(3, 20))
        await pilot.pause()
        assert not app.bar.is_open
        assert app.focused is app.pane


@pytest.mark.parametrize(
    "typed",
    [
        "[/foo] [bold",
        "[@click=app.exit]x[/]",
        "x" * 10_000,
        "\x1b]52;c;eA==\x07",
        "\x9b2J\u202e\ud800",
        "NEAR( \" ' -x a:b",
        "((((((((((",
        "🇮🇳 الهند 印度",
        "@",
        "#",
        ">>>",
        "\\",
        " ",
    ],
)
async def test_what_is_typed_is_only_text(typed: str) -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, typed)
        await pilot.press("enter")
        assert app.is_running
        shown = line(app)
        assert len(shown) <= 500
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\ud800"} & set(shown)


async def test_a_hostile_name_is_shown_as_it_is() -> None:
    briefing = sample.briefing(title="[/foo] \x1b]0;x\x07 [bold")
    name = "[@click=app.exit]Calder[/]"
    entity = Entity(name, "person", (Mention(0, 3),), role="[red]")
    catalogue = Catalogue()
    catalogue.give(0, replace(briefing, entities=(entity,)))
    app = BarApp(catalogue)
    async with app.run_test() as pilot:
        await type_in(pilot, "calder")
        assert name in listed(app)[1]
        await type_in(pilot, ">foo")
        assert "[/foo] ␛]0;x␇ [bold" in listed(app)[1]


async def test_a_long_search_lets_one_type_on_and_the_last_line_wins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search_module, "_MANY_ENTRIES", -1)
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.press("f", *"ines cal")
        await found_aside(pilot)
        assert app.bar.results.line == "ines cal"
        await pilot.press("l", "enter")  # before or after what was found: the same
        await found_aside(pilot)
        assert [said(choice) for choice in app.jumps] == ["Ines Calder"]


async def test_typing_on_takes_back_an_enter_that_came_before_its_results(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search_module, "_MANY_ENTRIES", -1)
    app = BarApp()
    async with app.run_test() as pilot:
        app.bar.open()
        line_ = app.bar.query_one(Input)
        line_.post_message(Input.Submitted(line_, "ines"))
        line_.value = "norland"
        await found_aside(pilot)
        assert app.bar.results.line == "norland"
        assert app.jumps == []


async def test_with_nothing_typed_the_last_jumps_are_listed() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.press("f")
        assert listed(app) == []
        await pilot.press(*"ines", "enter", "f", *"hat", "enter", "f", *"cald", "enter", "f")
        assert listed(app) == [
            "Recent  2",
            "> Ines Calder",
            "HAT → Harbour Access Treaty",
        ]
        assert app.narrowed[-1] == ("", None)
        await pilot.press("down", "enter")
        assert said(app.jumps[-1]) == "Harbour Access Treaty"
        await pilot.press("f", "x", "backspace")
        assert listed(app)[1] == "> HAT → Harbour Access Treaty"
        await pilot.press("escape")
        assert not app.bar.query_one("Found").display


async def test_what_was_chosen_before_comes_before_its_equals() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await pilot.press("f", *"land")
        assert listed(app)[1] == "> Norland"
        await pilot.press("escape", "f", *"sudland", "enter", "f", *"land")
        assert listed(app)[1] == "> Sudland"


async def test_what_stands_in_the_open_document_comes_before_its_equals() -> None:
    catalogue = Catalogue()
    for number, name in enumerate(("Harbour pact of May", "Harbour pact of June")):
        document = Document(f"{number}.txt", name, "text", title=name)
        catalogue.give(number, replace(sample.briefing(), document=document, entities=()))
    app = BarApp(catalogue)
    async with app.run_test() as pilot:
        for number in (0, 1, 0):
            reading = catalogue.document(number)
            assert reading is not None
            app.bar.set_reading(number, reading)
            await type_in(pilot, ">harbour pact")
            assert listed(app)[1] == f"> {reading.title}"


@pytest.mark.parametrize("typed", ['"Access Treaty"', '"access  treaty', "“access treaty”"])
async def test_quoted_words_are_searched_for_in_the_text_only(typed: str) -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, typed)
        assert [group.kind for group in app.bar.results.groups] == ["text"]
        assert said(app.bar.results.groups[0].choices[0]) == "Access Treaty"
        assert app.bar.results.names is None


async def test_a_preview_shows_the_sentence_of_the_marked_result_where_there_is_room() -> None:
    app = BarApp()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("f", *"hat")
        preview = app.bar.query_one(Preview)
        assert preview.display
        shown = preview.content
        assert shown.plain.startswith("Harbour pact\n\nNorland and Sudland signed")
        marked = [shown.plain[span.start : span.end] for span in shown.spans][-1]
        assert marked == "Harbour Access Treaty"
        await type_in(pilot, "norland")
        first = preview.content
        await pilot.press("down")
        assert preview.content.plain != first.plain
    async with BarApp().run_test(size=(90, 40)) as pilot:
        await pilot.press("f", *"hat")
        assert not pilot.app.query_one(Preview).display


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        (">harbour", "Harbour pact\n\nHarbour pact  Norland and"),
        ("parliament will", "Harbour pact\n\nNorland and Sudland"),
        ("@norland", "Harbour pact\n\nNorland and Sudland"),
    ],
)
async def test_every_kind_of_result_has_a_preview(typed: str, start: str) -> None:
    app = BarApp()
    async with app.run_test(size=(140, 40)) as pilot:
        await type_in(pilot, typed)
        shown = app.bar.query_one(Preview).content
        assert shown.plain.startswith(start)


async def test_new_names_are_found_while_the_bar_is_open() -> None:
    app = BarApp()
    async with app.run_test() as pilot:
        await type_in(pilot, "second")
        assert not any("Second" in row for row in listed(app))
        document = Document("b.txt", "Other text.", "text", title="Second pact")
        app.catalogue.give(1, replace(sample.briefing(), document=document))
        app.bar.set_catalogue(app.catalogue)
        await pilot.pause()
        assert any("Second" in row for row in listed(app))
        await type_in(pilot, "norland")
        assert place(app.bar.results.groups[0].choices[0]).document == 0
        app.bar.set_reading(1, document)
        await pilot.pause()
        assert place(app.bar.results.groups[0].choices[0]).document == 1


async def test_words_in_other_documents_come_last(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        await pilot.press("slash", *"sold the")
        while not any(one.kind == "texts" for one in app.reading.filter.results.groups):
            await pilot.pause(0.05)
        last = app.reading.filter.results.groups[-1]
        assert [one.shown for one in last.choices] == ["Russia sold the S-400."]
        place = last.choices[0].place
        assert place is not None
        app.reading.filter.post_message(FilterBar.Jump(last.choices[0], place))
        await pilot.pause()
        assert app.reading.desk.text.document.text == "Russia sold the S-400."


async def test_what_is_typed_in_one_burst_goes_to_the_line(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        assert app._driver
        for key, character in [("slash", "/"), *((letter, letter) for letter in "jaif/")]:
            app._driver.send_message(events.Key(key, character))
        await settled(pilot)
        assert app.reading.filter.query_one(Input).value == "jaif/"
