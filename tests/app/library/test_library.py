from __future__ import annotations

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app.app import BriefingApp
from briefing.app.library.panes import LibraryPane
from briefing.app.rows import RowList
from briefing.app.screens.card import CardScreen
from briefing.app.screens.library import LibraryScreen
from tests.app.conftest import settled

SIZE = (120, 40)


async def opened(pilot: Pilot[None]) -> LibraryScreen:
    app = await settled(pilot)
    await pilot.press("a")
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


def texts(rows: RowList) -> list[str]:
    return [row.content.plain for row in rows.rows]


def pane(screen: LibraryScreen, title: str) -> LibraryPane:
    return next(one for one in screen.panes if title == one.TITLE)


def marked(app: BriefingApp) -> str:
    """The sentence that is marked in the text."""
    source = app.reading.navigator.source
    assert source is not None
    return app.reading.desk.text.document.slice(*(source.sentence or source.span))


def seen(app: BriefingApp) -> str | None:
    """The name of the screen that is seen."""
    return app.screen.id


async def test_all_documents_is_the_first_row_of_the_list(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        app = await settled(pilot)
        await pilot.press("1", "g", "enter")
        assert isinstance(app.screen, LibraryScreen)


async def test_its_panes_show_what_the_documents_have_together(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        assert texts(pane(screen, "Documents"))[0].startswith("Harbour Convention in force\nThe ")
        assert texts(pane(screen, "Agreements")) == [
            "Harbour Convention\nunder negotiation 2021-03-02 › signed 2022-05-10"
            " › in force 2023-01-01 · 3 documents · Iceland – Norway"
        ]
        people = texts(pane(screen, "Entities"))
        assert people[:3] == ["People  2", "Kari Lunde  Foreign Minister", "Donald Trump"]
        assert "2021-06-03" in texts(pane(screen, "Timeline"))[0]


async def test_from_a_name_one_steps_through_its_mentions_and_opens_its_card(
    library_app: BriefingApp,
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("3", "enter")
        await settled(pilot)
        walk = library_app.reading.navigator.walk
        assert str(walk) == "Kari Lunde  1 of 1"
        await pilot.press("c")
        assert isinstance(library_app.screen, CardScreen)


async def test_from_a_row_to_its_sentence_and_back(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await pilot.press("4", "k", "enter")
        app = library_app
        assert seen(app) == "reading"
        assert app.focused is app.reading.desk.text
        assert marked(app).startswith("Norway and Iceland signed")

        await pilot.press("H")
        assert seen(app) == "library"
        assert pane(screen, "Timeline").has_focus
        assert pane(screen, "Timeline").cursor == 1

        await pilot.press("H")
        assert seen(app) == "reading"
        assert not app.reading.navigator.overlooking
        await pilot.press("L")
        assert seen(app) == "library"


async def test_the_timeline_opens_at_the_newest_document(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        timeline = pane(await opened(pilot), "Timeline")
        assert texts(timeline)[timeline.cursor or 0].startswith("2023-01-01")
        await pilot.press("4", "g")
        assert timeline.cursor == 0
        timeline.collection.changes += 1
        timeline.bring_up_to_date()
        assert timeline.cursor == 0


async def test_an_agreement_leads_to_where_it_stands_now(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("2", "enter")
        assert "entered into force" in marked(library_app)


async def test_the_card_of_an_agreement_tells_its_history(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("2", "c")
        card = library_app.screen
        assert isinstance(card, CardScreen)
        assert [section.title for section in card.card.sections] == [
            "History",
            "Parties",
            "In 3 documents",
        ]
        assert [line.text for line in card.card.sections[0].lines][:1] == ["under negotiation"]
        await pilot.press("j", "enter")
        assert "are negotiating" in marked(library_app)


async def test_the_card_of_a_name_lists_its_documents(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("3", "c")
        card = library_app.screen
        assert isinstance(card, CardScreen)
        assert card.card.name == "Kari Lunde"
        assert [line.label for line in card.card.sections[-1].lines] == [
            "2 Jan 2023",
            "11 May 2022",
            "2 Mar 2021",
        ]


async def test_rows_can_be_put_in_order(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        documents = pane(screen, "Documents")
        await pilot.press("r")
        assert [text.splitlines()[0] for text in texts(documents)] == [
            "Harbour Convention in force",
            "Harbour Convention signed",
            "Talks on the Harbour Convention",
        ]
        await pilot.press("r")
        assert texts(documents)[0].startswith("Harbour Convention signed")


async def test_one_kind_or_status_only(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await pilot.press("3", "m")
        assert texts(pane(screen, "Entities")) == [
            "People  2",
            "Kari Lunde  Foreign Minister",
            "Donald Trump",
        ]
        await pilot.press("M")
        assert len(pane(screen, "Entities").rows) > 3
        await pilot.press("2", "m")
        assert texts(pane(screen, "Agreements")) == []


async def test_a_stretch_of_time_only(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await pilot.press("p", *"2022", "enter")
        assert [text.splitlines()[0] for text in texts(pane(screen, "Documents"))] == [
            "Harbour Convention signed"
        ]
        assert len(pane(screen, "Agreements").rows) == 1
        assert texts(pane(screen, "Entities"))[:2] == ["People  2", "Donald Trump"]
        await pilot.press("p")
        screen.query_one(Input).value = "soon"
        await pilot.press("enter")
        assert screen.query_one(Input).has_focus
        await pilot.press("escape")
        assert pane(screen, "Documents").has_focus


async def test_a_narrow_screen_shows_one_pane_by_tabs(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert [one.TITLE for one in screen.panes if one.display] == ["Documents"]
        await pilot.press("tab")
        assert [one.TITLE for one in screen.panes if one.display] == ["Agreements"]


async def test_escape_walks_outwards(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await pilot.press("z")
        assert [one.TITLE for one in screen.panes if one.display] == ["Documents"]
        await pilot.press("escape")
        assert len([one for one in screen.panes if one.display]) == 4
        await pilot.press("escape")
        assert seen(library_app) == "reading"


async def test_what_is_typed_in_one_burst_goes_to_the_filter(library_app: BriefingApp) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        app = (await opened(pilot)).app
        assert isinstance(app, BriefingApp)
        assert app._driver
        for key, character in [("slash", "/"), *((letter, letter) for letter in "jar")]:
            app._driver.send_message(events.Key(key, character))
        await settled(pilot)
        assert app.screen is app.reading
        assert app.reading.filter.query_one(Input).value == "jar"
