"""What y and Y put on the clipboard."""

import base64
import re

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from briefing.app.app import BriefingApp
from briefing.document import Document
from tests.app.conftest import settled
from tests.app.test_app import NARROW, WIDE

FILE = "2019-11-24, 000_a5ba780fe487a775.txt, line "


def told(app: BriefingApp) -> str:
    return list(app._notifications)[-1].message


async def test_y_copies_the_marked_sentence_with_its_source(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("3", "enter", "y")
        assert app.clipboard == (
            "“India, according to sources has been able to get a waiver for the S-400 air defence "
            f"missile systems from Russia.” {FILE}1"
        )
        assert told(app).startswith("Copied: “India, according")


async def test_y_copies_the_selection(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        app.reading.selections = {text: Selection(Offset(0, 0), Offset(5, 0))}
        await pilot.press("y")
        assert app.clipboard == f"“India” {FILE}1"


async def test_y_copies_the_sentence_of_what_was_found(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("ctrl+f", *"liaison", "enter", "y")
        assert re.fullmatch(r"“The US is planning .* continues\.” .*, line 3", app.clipboard)


async def test_y_says_where_nothing_is_marked(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("y")
        assert app.clipboard == ""
        assert told(app) == "Nothing is marked to copy."


async def test_capital_y_copies_the_line_of_a_pane(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("4", *"jjjj", "Y")
        assert app.clipboard.startswith(
            "**Donald Trump**, President, United States\n\n- Kind: person\n- Also: President Trump"
        )
        await pilot.press("5", "Y")
        assert "- Status: signed, agreement\n- Parties: India, United States\n" in app.clipboard
        assert "\n> “As has been reported" in app.clipboard
        await pilot.press("enter")
        before, app._clipboard = app.clipboard, ""
        await pilot.press("Y")
        assert app.clipboard == before
        await pilot.press("6", "Y")
        assert app.clipboard.startswith("“")
        assert FILE in app.clipboard
        await pilot.press("1", "Y")
        assert app.clipboard == FILE.removesuffix(", line ")


async def test_capital_y_says_where_there_is_nothing(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("Y")
        assert told(app) == "There is nothing here to copy."


async def test_the_program_has_nothing_to_copy_from() -> None:
    async with BriefingApp([]).run_test(size=NARROW) as pilot:
        await pilot.press("y", "Y")
        assert pilot.app.clipboard == ""


async def test_what_is_copied_and_told_commands_nothing(
    by_hand_only: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Some \x1b]52;c;eA==\x07 [/x] [bold words."
    app = BriefingApp([Document("a[foo].txt", text, "text", title="[/t]")])
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+f", *"some", "enter", "y")
        await pilot.pause()
        assert app.clipboard == "“Some” [/t], a[foo].txt"
        sent: list[str] = []
        assert app._driver
        monkeypatch.setattr(app._driver, "write", sent.append)
        app.copy_to_clipboard("a\x1b[5n\x9b")
        (written,) = re.findall(r"^\x1b\]52;c;([A-Za-z0-9+/=]*)\x07$", "".join(sent))
        assert base64.b64decode(written).decode() == "a␛[5n\ufffd"
