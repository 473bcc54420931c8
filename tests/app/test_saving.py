"""Writing a briefing to a file: asked for by key, new, and never over another."""

import csv
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from briefing.app import saving
from briefing.app.app import BriefingApp
from briefing.app.screens.export import ExportScreen
from tests.app.conftest import settled
from tests.export import sample

WIDE = (120, 40)


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder that holds no documents."""
    folder = tmp_path / "away"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def docs(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Note {name}\n\nNorland signed the Cod Treaty.\n")
    return sorted(folder.iterdir())


def note(app: BriefingApp) -> str:
    return str(app.screen.query_one("#export-note", Static).content)


async def named(app: BriefingApp, path: Path | str) -> None:
    app.screen.query_one(Input).value = str(path)


def test_a_name_is_made_of_the_title(tmp_path: Path) -> None:
    name = saving.suggest("The “Cod” Treaty: a/b\x1b", tmp_path).name
    assert name == "the-cod-treaty-a-b.html"
    assert saving.suggest("...", tmp_path).name == "briefing.html"
    assert len(saving.suggest("x" * 999, tmp_path).name) < 80


def test_a_name_that_is_taken_is_not_suggested(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (tmp_path / "a-2.html").touch()
    assert saving.suggest("A", tmp_path).name == "a-3.html"


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", "<!DOCTYPE"), ("a.CSV", "row,"), ("a.md", "# "), ("a.txt", "Har"), ("a.json", "{")],
)
def test_the_end_of_the_name_says_the_format(tmp_path: Path, name: str, begins: str) -> None:
    saving.write(tmp_path / name, [sample.briefing()])
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_no_file_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("mine")
    assert "not written over" in saving.problem(file)
    with pytest.raises(FileExistsError):
        saving.write(file, [sample.briefing()])
    assert file.read_text() == "mine"


def test_what_fails_leaves_no_file(tmp_path: Path) -> None:
    def failing() -> object:
        yield sample.briefing()
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        saving.write(tmp_path / "a.csv", failing())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_other_names_are_refused(tmp_path: Path) -> None:
    assert "end with one of" in saving.problem(tmp_path / "a.pdf")
    assert "no folder" in saving.problem(tmp_path / "none" / "a.csv")


def test_the_folder_of_the_documents_is_not_suggested(
    docs: list[Path], away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert saving.folder(docs) == away
    monkeypatch.chdir(docs[0].parent)
    assert saving.folder(docs) == Path.home()
    assert saving.is_among(docs[0].parent / "below" / "x.csv", docs)
    assert not saving.is_among(away / "x.csv", docs)


@pytest.mark.parametrize("pane", ["2", "3", "5"])
async def test_e_writes_the_open_document_from_any_pane(
    docs: list[Path], away: Path, pane: str
) -> None:
    async with BriefingApp(docs[:1]).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press(pane, "E", "enter")
        await settled(pilot)
        assert not isinstance(app.screen, ExportScreen)
    (written,) = away.iterdir()
    assert written.name == "note-a.html"
    assert "Cod Treaty" in written.read_text("utf-8")


async def test_from_the_list_of_documents_all_are_written(docs: list[Path], away: Path) -> None:
    async with BriefingApp(docs, name="docs").run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("1", "E")
        await named(app, away / "all.csv")
        await pilot.press("enter")
        await settled(pilot)
    with (away / "all.csv").open(newline="") as file:
        assert {Path(row["document"]).name for row in csv.DictReader(file)} == {"a.txt", "b.txt"}


async def test_what_cannot_be_written_is_told_and_asked_again(docs: list[Path], away: Path) -> None:
    (away / "mine.csv").write_text("mine")
    async with BriefingApp(docs[:1]).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("E")
        await named(app, away / "mine.csv")
        await pilot.press("enter")
        assert "not written over" in note(app)
        await named(app, "a\0.csv")
        await pilot.press("enter")
        assert isinstance(app.screen, ExportScreen)
        await pilot.press("escape")
        assert not isinstance(app.screen, ExportScreen)
    assert (away / "mine.csv").read_text() == "mine"
    assert len(list(away.iterdir())) == 1


async def test_among_the_documents_one_is_asked_twice(docs: list[Path], away: Path) -> None:
    file = docs[0].parent / "out.csv"
    async with BriefingApp(docs[:1]).run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("E")
        await named(app, file)
        await pilot.press("enter")
        assert "folder of your documents" in note(app)
        assert not file.exists()
        await pilot.press("enter")
        await settled(pilot)
        assert file.exists()
