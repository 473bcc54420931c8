"""The text as wide as one wants it, and the file in one's own editor."""

import sys
from pathlib import Path

import pytest

from briefing.app.app import BriefingApp
from briefing.app.editor import command, edit
from briefing.document import Document
from tests.app.conftest import settled
from tests.app.test_app import NARROW
from tests.app.test_copying import told
from tests.formats.containers import zipped
from tests.formats.packages import docx, p, r
from tests.terminal import Terminal

EDITOR = """\
import sys
sys.stdout.write("\\x1b[2J\\x1b[H editing " + "|".join(sys.argv[1:]) + " \\r\\n")
sys.stdout.flush()
sys.exit(len(input()))
"""


@pytest.mark.parametrize(
    ("visual", "editor", "words"),
    [
        (None, None, ["vi"]),
        ("", "nano -w", ["nano", "-w"]),
        ("code --wait", "nano", ["code", "--wait"]),
        (None, "'/opt/my editor' ; rm", ["/opt/my editor", ";", "rm"]),
    ],
)
def test_the_editor_is_a_list_of_words(
    visual: str | None, editor: str | None, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("VISUAL", visual), ("EDITOR", editor)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    file = Path("-rf")
    assert command(file) == [*words, str(Path.cwd() / "-rf")]


async def test_what_is_no_file_is_not_opened(seed_app: BriefingApp, tmp_path: Path) -> None:
    assert "is not a file" in edit(seed_app, tmp_path)
    assert "is not a file" in edit(seed_app, tmp_path / "gone\x1b.txt")
    async with BriefingApp([Document("-", "From a pipe.", "text")]).run_test() as pilot:
        await pilot.press("e")
        assert isinstance(pilot.app, BriefingApp)
        assert told(pilot.app) == "There is no file to edit."


async def test_a_name_that_cannot_be_read_is_told(
    seed_app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "vi 'open")
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("e")
        assert "cannot be read" in told(app)
        monkeypatch.setenv("VISUAL", "vi")
        await pilot.press("e")
        assert told(app) == "This terminal cannot be given to an editor."


def test_after_the_editor_the_screen_is_whole(tmp_path: Path) -> None:
    script, text = tmp_path / "my editor.py", tmp_path / "a $HOME; note.txt"
    script.write_text(EDITOR)
    text.write_text("Norway and Iceland signed a pact.")
    editor = f"{sys.executable} '{script}' --flag"
    with Terminal(["-m", "briefing", str(text)], environment={"EDITOR": editor}) as terminal:
        terminal.wait_for("6 words")
        terminal.settle()
        for typed, after in (("\r", ""), ("\x03abc\r", "The editor ended with status")):
            terminal.press("e")
            terminal.wait_for(f"editing --flag|{text}")
            assert "6 words" not in terminal.screen
            terminal.press(typed)
            terminal.wait_for("6 words")
            if after:
                terminal.wait_for(after)
            terminal.settle()
            assert "Norway and Iceland signed a pact." in terminal.screen
            assert "editing" not in terminal.screen
        terminal.press("\x11")
        assert terminal.end() == 0


def test_an_editor_that_does_not_exist_is_told(tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("Norway and Iceland signed a pact.")
    with Terminal(["-m", "briefing", str(text)], environment={"EDITOR": "/no/such"}) as terminal:
        terminal.wait_for("6 words")
        terminal.press("e")
        terminal.wait_for("The editor could not be started")
        assert "Norway and Iceland" in terminal.screen
        terminal.press("\x11")
        assert terminal.end() == 0


async def test_minus_and_plus_change_the_width_and_keep_the_place(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=(200, 30)) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        await pilot.press("j", "j", "j", "j", "j")
        place = text.position

        def widest() -> int:
            return max(len(text.render_line(y).text.strip()) for y in range(text.size.height))

        assert widest() <= 72
        for keys, measure in (("-", 68), ("-" * 9, 40), ("+", 44), ("+" * 30, 120), ("=-", 116)):
            await pilot.press(*keys)
            await pilot.pause()
            assert (text.measure, text.position) == (measure, place)
            assert widest() <= measure
        await pilot.press(*"-" * 11)
        assert (text.measure, text.position) == (72, place)


async def test_in_a_narrow_pane_the_first_press_is_seen(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=(60, 24)) as pilot:
        app = await settled(pilot)
        room = app.reading.desk.text.scrollable_content_region.width - 1  # beside the scroll bar
        await pilot.press("-")
        assert app.reading.desk.text.measure == room - 4


async def test_what_is_no_text_is_not_given_to_an_editor(
    by_hand_only: None, tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(docx(p(r("Words."))))
    (tmp_path / "b.zip").write_bytes(zipped({"a.txt": b"Words."}))
    app = BriefingApp(sorted(tmp_path.iterdir()))
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await pilot.press("e")
        assert told(app) == "a.docx is no plain text, which is what editors open."
        await pilot.press("J", "e")
        assert told(app) == "It lies in another file, where it cannot be edited."
